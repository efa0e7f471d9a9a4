"""Whether a number is set against a part as what is left of its whole: "18 of the 40 are dry, so 22 still give water".

A part and the number behind it go in; yes or no comes out. It is concluded from the part ("so 22 are left"), or told not to be
or to do what the part did ("and 22 are not"). That it is told to remain is asked apart: the part must be gone then.
"""

from __future__ import annotations

from factcheck.claims import Claim
from factcheck.patterns import pattern

_REMAIN = pattern(
    r" (?:[a-z]+ )?(?:remain|remained|are left|were left)\b"
    r"(?= ?[.,;)]| (?:in|under|on|at|to|unsold|empty|open)\b|\Z)"
)
_SO = pattern(r",? so (?:(?:that|only|just|there (?:are|were)) )*\Z")
_STILL = pattern(r" (?:of them )?(?:still|are not|were not)\b")
_BUT = pattern(r"(?:,? (?:and|but|while)|;) (?:<<about>> )?\Z")
_NOT = pattern(r" (?:<<is>>|<<has>>|did|do|will|would|can|could) not(?= ?[.,;)]|\Z)")


def remains(rest: Claim) -> bool:
    """Tell whether a number is told to remain: "22 are left"."""
    return _REMAIN.match(rest.sentence.within, rest.phrase.end, rest.sentence.span.end) is not None


def is_rest(part: Claim, rest: Claim) -> bool:
    """Tell whether a number is concluded from a part, or told not to do what the part did."""
    text, gap, stop = rest.sentence.within, (part.phrase.end, rest.phrase.start), rest.sentence.span.end
    if _SO.search(text, *gap):
        return remains(rest) or _STILL.match(text, rest.phrase.end, stop) is not None
    beside = part.sentence is rest.sentence and _BUT.search(text, *gap) is not None
    return beside and _NOT.match(text, rest.phrase.end, stop) is not None
