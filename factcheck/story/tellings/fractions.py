"""Links from a fraction of the headline to the percentage of the story's first sentence: "Two in three pupils skip breakfast".

Both are of the same people or things by the same noun; the first sentence tells no other share but one that it is set against,
and no share of the body is the headline's, nor what it leaves over ("a third go without", "67 percent eat").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.claims import SHARES, Claim, Line, series
from factcheck.grounds.tellings import bases, leads, openings
from factcheck.story.links import Link
from factcheck.story.wholes import rated

KIND = rated.KIND
ROUND = rated.ROUND
ONE = rated.ONE
INHERITS = rated.INHERITS

_NEAR, _FAR, _ALL = Fraction(4, 5), Fraction(5, 4), 100
"""A fraction in words is rough: so much of the percentage at least, and so much at most; and all there is in percent."""
_ROUGH = 16
"""By a sixteenth of itself what is left over may be off the fraction."""


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the link of the only fraction of the headline to the only share of the first sentence."""
    above = [figure for figure in figures if figure.sentence.kind == "headline" and figure.kind in SHARES]
    if len(above) != 1 or above[0].kind != "ratio" or above[0].value is None or not above[0].counted:
        return
    body = [figure for figure in figures if figure.sentence.kind != "headline" and figure.kind in SHARES]
    opening = openings.sentences(lines)[:1]
    first = [figure for figure in body if figure.sentence in opening and not leads.is_level(figure)]
    if len(first) != 1 or first[0].kind != "percent" or not _are_of_one(above[0], first[0]):
        return
    if not any(_may_be(above[0], figure) for figure in body if figure is not first[0]) and not _is_left_over(above[0], first[0]):
        yield Link(KIND, above[0].id, first[0].id, "the headline's fraction")


def _are_of_one(fraction: Claim, share: Claim) -> bool:
    """Tell whether both are of all that one noun names."""
    nouns = {series.noun(fraction), series.noun(share)}
    kinds = {figure.subject.modifiers if figure.subject else None for figure in (fraction, share)}
    one = len(nouns) == len(kinds) == 1 and share.is_single and share.direction is None
    return one and not bases.is_of_each_alone(fraction, share)


def _may_be(fraction: Claim, share: Claim) -> bool:
    """Tell whether a share can be the fraction, or what it leaves over; one without a number can."""
    value = share.value if share.kind == "ratio" or share.value is None else share.value / _ALL
    if value is None or fraction.value is None:
        return True
    return any(_NEAR * told <= value <= _FAR * told for told in (fraction.value, 1 - fraction.value))


def _is_left_over(fraction: Claim, share: Claim) -> bool:
    left = 1 - (share.value or 0) / _ALL
    return abs(left - (fraction.value or 0)) * _ROUGH <= left
