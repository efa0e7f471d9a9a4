"""One date given twice: "Date" and "Date - Detailed", or two columns of one name whose dates are nearly always the same."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from factcheck.rules import Rule
from factcheck.tables.columns import Column, Sample
from factcheck.tables.shapes import Match

_ENOUGH = 10


def find(rule: Rule, sample: Sample) -> Iterator[Match]:
    """Give pairs of day columns whose names differ only in how they are written."""
    one, other = rule.claims
    days = [
        column for column in sample.columns if column.kind == "day" and not column.name.says("start", "end", "birth", "dying")
    ]
    for a, b in combinations(days, 2):
        if _plain(a) == _plain(b) and (a.name.says("again") or b.name.says("again") or _same(a, b, sample)):
            yield Match({one: (a,), other: (b,)}, "names")


def _same(a: Column, b: Column, sample: Sample) -> bool:
    """Tell whether nearly all rows of the sample give one date in both; and different dates in all."""
    told = [
        (one, other)
        for one, other in zip(sample.values(a), sample.values(b), strict=True)
        if one is not None and other is not None
    ]
    kept = {one for one, other in told if one == other}
    return len(kept) >= _ENOUGH and sum(one != other for one, other in told) * 20 <= len(told)


def _plain(column: Column) -> frozenset[str]:
    return column.name.stem
