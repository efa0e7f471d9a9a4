"""Relations of one table, as they were judged -> the same, without those that others of it explain."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.tables.queries.counting import Counted
from factcheck.values import evolve, frozen

_MEANT = 20
"""Percent of rows that keep what is meant in some way; what fewer keep was a wrong guess, and tells nothing."""


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


def _may_be_left(judged: Judged) -> bool:
    """Tell whether a relation is broken and a find so far; what a mapping asks for is meant as it stands."""
    return judged.broken > 0 and not judged.reason and judged.counted.relation.trust != "map"


def _places(judged: Judged) -> frozenset[int]:
    return frozenset(column.index for column in judged.counted.relation.columns.values())
