"""Words between and behind the shares of one thing, as each kind of telling has them.

Two shares of one sentence go in; the text between them, and whether the second one's clause ends, come out.
"""

from __future__ import annotations

from factcheck.claims import Claim
from factcheck.patterns import pattern

NEAR = r"(?:(?:<<about>>|another|a further|an?|the remaining) )*"
_ONE_NAME = r"<?[A-Z][\w’'.&/-]*>?"
NAME = rf"(?:<<definite>> )?{_ONE_NAME}(?: (?:(?:and|of) )?{_ONE_NAME}){{0,7}}"
"""What some write between angles, a firm and what its shares are traded by, is of the name: "<Alder Ltd>", "Birch <BRC.O>"."""
AND = r"(?: [^,;:()%.]{0,70}?)?,?(?: and| while| with)?,? "
ENDS = pattern(
    r" ?(?:[.,;:)—–]|\Z)| (?:and|while|each|apiece|as well)\b(?! as\b)"
    r"| of (?:it|them|the votes?)(?! (?:for|in|on|from|among|cast)\b)\b"
)
CASE = pattern(r"\b(?:[Ii]f|[Nn]o|[Nn]one|[Nn]either|[Uu]nless|must|should|needs?|could|may)\b")
_MOST, _ALL = 95, 101
"""Percent of two shares that are all there are, each rounded, but for few who gave no answer."""


def between(first: Claim, second: Claim) -> tuple[str, int, int]:
    """Give the text with where what stands between two shares begins and ends."""
    return first.sentence.within, first.span.end, second.phrase.start


def is_closed(share: Claim) -> bool:
    """Tell whether nothing stands behind a share that it is of."""
    return ENDS.match(share.sentence.within, share.span.end) is not None


def are_all(first: Claim | None, second: Claim) -> bool:
    """Tell whether two shares of a sentence that follow each other are nearly all answers, so that a third is of others."""
    if first is None or first.sentence is not second.sentence or not first.kind == second.kind == "percent":
        return False
    return _MOST <= (first.value or 0) + (second.value or 0) <= _ALL
