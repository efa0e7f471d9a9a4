"""Links from somebody's age to the one told before with the same name: "Ann Lee, 26, was found", "62-year-old Ann Lee".

An age is of today only where its sentence tells of no other time, and of one person only where nobody is said to share the name:
a family name alone ("Lee was a fit 72-year-old") is that of the only one whose full name is told with it. Two different ages
are one where their digits changed places, or where they are so far apart that no picture's caption of last year has the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from factcheck import lexicon
from factcheck.claims import Claim, Line
from factcheck.numerals import slips
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "age-again"
ROUND = 3
ONE = True
INHERITS: frozenset[str] = frozenset()

_LAST = r"[A-Z][\w’'-]+"
_FULL = rf"{_LAST}(?: [A-Z]\.)?(?: {_LAST})*"
_BEFORE = pattern(rf"\b({_FULL})(?:, (?:aged |age )?| (?:is|was) an? (?:[^.;:,()]{{1,40}} )?)\Z")
_CLOSED = pattern(r"[\"”]?[,.](?! (?:then|at)\b)")
_BEHIND = pattern(rf" ({_FULL})\b(?! (?:and|or)\b)")
_OTHER_TIME = pattern(
    r"\b(?:1\d|20)\d\ds?\b|\b(?i:ago|then|when|while|before|after|later|until|once|since|at the time|as an? <<childhoods>>"
    r"|<<namesakes>>|<<pictures>>)\b"
)
"""What makes an age that of another time or person."""
_TITLED = "Mr"
"""Stands for the first name of whom only a title and the family name are told."""
_FAR = 80
"""Code points before an age in which a name stands."""
_APART = 5
"""Years that ages of one person in one story are not apart."""


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links between neighbouring ages of one name that are the same or cannot be of two times."""
    told: dict[str, list[tuple[Claim, str]]] = {}
    for claim in figures:
        if claim.kind == "age" and claim.sentence.kind == "body" and (name := _name(claim)) is not None:
            told.setdefault(name[1], []).append((claim, name[0]))
    for last, ages in told.items():
        for (earlier, first), (later, other) in pairwise(ages):
            if earlier.sentence is later.sentence or not _are_one(earlier.value, later.value, named=other != _TITLED):
                continue
            if first and (other == first or (other in ("", _TITLED) and _are_of_one_name(earlier, first, last))):
                yield Link(KIND, later.id, earlier.id, "one name, told with its age twice")


def _are_swapped_or_one(age: Fraction | None, other: Fraction | None) -> bool:
    """Tell whether two ages are one, or have the same digits."""
    return age == other or (slips.are_mistyped(age, other) and slips.digits_in_order(age) == slips.digits_in_order(other))


def _are_one(age: Fraction | None, other: Fraction | None, *, named: bool) -> bool:
    far = named and age is not None and other is not None and abs(age - other) >= _APART
    return _are_swapped_or_one(age, other) or far


def _are_of_one_name(claim: Claim, first: str, last: str) -> bool:
    """Tell whether nobody else of the family name is told of by another first name."""
    before = {*re.findall(rf"({_LAST}) {re.escape(last)}\b", claim.sentence.within)} - {first}
    return before <= lexicon.forms("sources", "titles").keys()


def _name(claim: Claim) -> tuple[str, str] | None:
    """Give the first name, empty where it is left out, and the family name that an age stands by; None if of another time."""
    text, sentence = claim.sentence.within, claim.sentence.span
    before = _BEFORE.search(text, max(sentence.start, claim.span.start - _FAR), claim.span.start)
    closed = before is not None and _CLOSED.match(text, claim.span.end, sentence.end) is not None
    found = before if closed else _BEHIND.match(text, claim.span.end, sentence.end)
    if found is None or _OTHER_TIME.search(claim.sentence.text):
        return None
    words = [word for word in found[1].split() if not word.endswith(".") and word not in lexicon.forms("sources", "titles")]
    titled = _TITLED if words != found[1].split() else ""  # "Mr Lull" may be Ada Lull's husband
    return (words[0] if words[:-1] else titled, words[-1]) if words else None
