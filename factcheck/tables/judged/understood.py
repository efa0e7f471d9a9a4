"""Relations of one table, as they were judged -> the same, without those that others of it explain."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.tables.queries.counting import Counted
from factcheck.values import evolve, frozen

_MEANT = 20
"""Percent of rows that keep what is meant in some way; what fewer keep was a wrong guess, and tells nothing."""
_DIVIDED, _FEWER = ("shares", "quotients"), 2
"""Shapes of what is divided by a whole, and rows fewer that must break one, if it is rather of that."""


@frozen
class Judged:
    """A relation with what the exact engine found: how many rows break it, and why nothing follows, if so.

    ``others`` are rows that break it, too, and are not told, since they may be meant otherwise.
    """

    counted: Counted
    broken: int
    reason: str = ""
    others: int = 0


def within_understood(judged: Sequence[Judged]) -> list[Judged]:
    """Leave a broken relation alone where more columns with it make one that many rows keep and many do not.

    Where killed and injured do not make the total, somebody is counted in one and not in the other: nor need the killed be
    fewer than the total.
    """
    odd = [_places(each) for each in judged if each.reason and each.broken * 100 <= (100 - _MEANT) * each.counted.checked]
    return [
        evolve(each, reason="more columns with these make a relation that the rows do not keep")
        if _may_be_left(each) and any(_places(each) < other for other in odd)
        else each
        for each in judged
    ]


def without_shorter(judged: Sequence[Judged]) -> list[Judged]:
    """Leave a sum alone that a longer one keeps in more rows: with May the snow of a winter is all there."""
    sums = [(_places(each), each.broken) for each in judged if not each.reason and each.counted.relation.rule.shape == "sums"]
    return [
        evolve(each, reason="a sum of these and more columns is kept by more rows")
        if _may_be_left(each)
        and each.counted.relation.rule.shape == "sums"
        and any(_places(each) < places and broken < each.broken for places, broken in sums)
        else each
        for each in judged
    ]


def of_one_whole(judged: Sequence[Judged]) -> list[Judged]:
    """Leave a share or a quotient alone that another one of the same figure explains in more rows: it is of that whole.

    One row more may break it by a slip in its own whole.
    """
    kept = [each for each in judged if not each.reason and each.counted.relation.rule.shape in _DIVIDED]
    return [
        evolve(each, reason="a share of something else is kept by more rows")
        if _may_be_left(each) and each.counted.relation.rule.shape in _DIVIDED and any(_is_better(other, each) for other in kept)
        else each
        for each in judged
    ]


def _is_better(other: Judged, judged: Judged) -> bool:
    fewer = other.broken + other.others + _FEWER <= judged.broken + judged.others
    return fewer and other.counted.checked >= judged.counted.checked and _made(other) == _made(judged)


def _made(judged: Judged) -> int:
    """Give the column of what is divided: the first of its rule."""
    return next(iter(judged.counted.relation.columns.values())).index


def _may_be_left(judged: Judged) -> bool:
    """Tell whether a relation is broken and a find so far; what a mapping asks for is meant as it stands."""
    return judged.broken > 0 and not judged.reason and judged.counted.relation.trust != "map"


def _places(judged: Judged) -> frozenset[int]:
    return frozenset(column.index for column in judged.counted.relation.columns.values())
