"""Links from somebody's age to the one told before with the same full name: "Ann Lee, 26, was found", "62-year-old Ann Lee".

An age is of today only where its sentence tells of no other time, and of one person only where nobody is said to share the name.
Two different ages are one only where their digits changed places: others may be of another time, which nothing need tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from factcheck.claims import Claim, Line
from factcheck.numerals import slips
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "age-again"
ROUND = 3
ONE = True
INHERITS: frozenset[str] = frozenset()

_FULL = r"[A-Z][\w’'-]+(?: [A-Z]\.)?(?: [A-Z][\w’'-]+)+"
_BEFORE = pattern(rf"\b({_FULL}), (?:aged |age )?\Z")
_CLOSED = pattern(r",(?! (?:then|at)\b)")
_BEHIND = pattern(rf" ({_FULL})\b(?! (?:and|or)\b)")
_OTHER_TIME = pattern(
    r"\b(?:1\d|20)\d\ds?\b|\b(?i:ago|then|when|while|before|after|later|until|once|since|at the time|<<namesakes>>)\b"
)
_FAR = 80
"""Code points before an age in which a name stands."""


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links between neighbouring ages of one name that have the same digits."""
    told: dict[str, list[Claim]] = {}
    for claim in figures:
        if claim.kind == "age" and claim.sentence.kind == "body" and (name := _name(claim)) is not None:
            told.setdefault(name, []).append(claim)
    for ages in told.values():
        for earlier, later in pairwise(ages):
            if earlier.sentence is not later.sentence and _are_one(earlier.value, later.value):
                yield Link(KIND, later.id, earlier.id, "one name, told with its age twice")


def _are_one(age: Fraction | None, other: Fraction | None) -> bool:
    swapped = slips.are_mistyped(age, other) and slips.digits_in_order(age) == slips.digits_in_order(other)
    return age == other or swapped


def _name(claim: Claim) -> str | None:
    """Give the first and the last word of the full name that an age stands by; None where it may be of another time or person."""
    text, sentence = claim.sentence.within, claim.sentence.span
    before = _BEFORE.search(text, max(sentence.start, claim.span.start - _FAR), claim.span.start)
    closed = before is not None and _CLOSED.match(text, claim.span.end, sentence.end) is not None
    found = before if closed else _BEHIND.match(text, claim.span.end, sentence.end)
    if found is None or _OTHER_TIME.search(claim.sentence.text):
        return None
    *_, first, last = [word for word in found[1].split() if not word.endswith(".")]
    return f"{first} {last}"
