"""Links from a figure of the body to the same quantity told before.

Two figures are the same quantity only if the later one points back ("the 7,400 North Korean soldiers killed") and nothing tells
them apart: one role, one noun, the same modifiers and at least one of them, one time, and no third figure like them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.claims import Claim, Line
from factcheck.story.links import Link

KIND = "repeats"
ROUND = 2
INHERITS: frozenset[str] = frozenset()
_DEFINITE = frozenset({"the", "those", "these", "all"})


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give a link where exactly two figures of the body tell one quantity."""
    groups: dict[object, list[Claim]] = {}
    for claim in figures:
        if claim.sentence.kind == "body" and _is_particular(claim):
            groups.setdefault(_quantity_told(claim), []).append(claim)
    for group in groups.values():
        for earlier, later in combinations(group[:3], 2):
            if len(group) == 2 and earlier.sentence is not later.sentence and _points_back(later):
                yield Link(KIND, later.id, earlier.id, "the same quantity is told twice")


def _points_back(claim: Claim) -> bool:
    """Tell whether an article or a pronoun leads the figure to one told before."""
    words = claim.sentence.within[claim.sentence.span.start : claim.phrase.start].split()[-1:]
    return bool(words) and words[0].lower() in _DEFINITE


def _is_particular(claim: Claim) -> bool:
    """Tell whether it says enough of what it counts to be known again."""
    if claim.subject is None or not claim.subject.modifiers or not claim.roles or claim.additional or claim.running:
        return False
    return claim.stance == "asserted" and claim.quantity is not None and claim.quantity.value is not None


def _quantity_told(claim: Claim) -> object:
    unit = claim.quantity.unit if claim.quantity else None
    head = claim.subject.head or (claim.counted or "").lower() if claim.subject else None
    modifiers = claim.subject.modifiers if claim.subject else None
    return claim.kind, unit, claim.roles, head, modifiers, claim.first_day, claim.last_day
