"""Bare numbers that a count is set against: what it came to ("from nine stages to [seven]"), or what it is compared with.

Two claims of a sentence go in, the one that has a noun first; yes or no comes out.
"""

from __future__ import annotations

from factcheck.claims import Claim, phrases
from factcheck.claims.ellipsis import bare
from factcheck.patterns import pattern

_FROM = ("from ", "from the ", "from about ", "from more than ")
_TO = pattern(r" to (?:(?:<<about>>|just over|up to) )*")
_OF_AN_AGE = ("younger than ", "older than ")
_AGAINST = pattern(
    r"[^.;:()“”\"]{0,60}?,? (?:instead of|rather than|short of|<<against>>|than|below"
    r"|above|shy of|up from|down from|as (?:many|much) as)"
    r" (?:(?:<<determiner>>|<<about>>) )*"
)


def is_level(before: Claim, claim: Claim) -> bool:
    """Tell whether a bare number is what a count comes to: "from nine stages to [seven]"."""
    text, told = claim.sentence.within, before.counted is not None and claim.counted is None and not claim.roles
    led = text.endswith(_FROM, before.sentence.span.start, before.phrase.start)
    return told and led and _TO.fullmatch(text, before.phrase.end, claim.phrase.start) is not None


def is_set_against(before: Claim, claim: Claim) -> bool:
    """Tell whether a bare number is what a count of its sentence is compared with: "eight shops instead of the [20] it had"."""
    text, start = claim.sentence.within, before.phrase.end
    is_open = bare.is_open(claim, claim.phrase.end) or phrases.is_foreseen(text, claim.phrase.end)
    told = before.sentence is claim.sentence and before.counted is not None and is_open
    older = text.endswith(_OF_AN_AGE, start, claim.phrase.start)  # "nine of the dead were younger than two"
    return told and not older and _AGAINST.fullmatch(text, start, claim.phrase.start) is not None
