"""Links from the headline's figures to those of the body that tell the same.

Of several figures of the body that could be meant, the headline takes the one nearest to its own: it is wrong only if it
agrees with none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck import lexicon
from factcheck.claims import Claim, Line, subjects
from factcheck.story.links import Link

KIND = "headline"


def find(lines: Sequence[Line], figures: Sequence[Claim]) -> Iterator[Link]:
    """Give a link for each figure of the headline that some figure of the body is about, too."""
    body = [figure for figure in figures if figure.sentence.kind != KIND]
    for claim in figures:
        if claim.sentence.kind == KIND:
            told = min(
                (figure for figure in body if _same(claim, figure)), key=lambda figure: _distance(claim, figure), default=None
            )
            if told is not None:
                yield Link(KIND, claim.id, told.id, "the headline and the body tell the same")


def stand_for_each_other(one: str | None, other: str | None) -> bool:
    """Tell whether two roles are one: the same, or one that the lexicon lets stand for the other."""
    if one is None or other is None:
        return False
    entries = lexicon.entries("roles")
    return one == other or entries[one].get("stands_for") == other or entries[other].get("stands_for") == one


def _same(claim: Claim, figure: Claim) -> bool:
    """Tell whether a figure of the body is about what the headline's is: role or noun alike, and no contradicting subject."""
    if (
        claim.kind != figure.kind
        or claim.quantity is None
        or figure.quantity is None
        or claim.quantity.unit != figure.quantity.unit
    ):
        return False
    if subjects.contradict(claim.subject, figure.subject) or figure.additional or claim.additional:
        return False
    if claim.role or figure.role:
        return stand_for_each_other(claim.role, figure.role)
    a, b = claim.subject, figure.subject
    return a is not None and b is not None and (a.head, (claim.counted or "").lower()) == (b.head, (figure.counted or "").lower())


def _distance(claim: Claim, figure: Claim) -> tuple[bool, Fraction]:
    """Measure how far two figures are apart; any that can be equal come first."""
    ours, theirs = claim.quantity, figure.quantity
    if ours is None or theirs is None:
        return True, Fraction(0)
    a, b = ours.value or ours.from_ or Fraction(0), theirs.value or theirs.from_ or Fraction(0)
    return not ours.possible.meets(theirs.possible), abs(a - b)
