"""One date given twice: "Date" and "Date - Detailed"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from factcheck.rules import Rule
from factcheck.tables.columns import Column, Sample
from factcheck.tables.shapes import Match


def find(rule: Rule, sample: Sample) -> Iterator[Match]:
    """Give pairs of day columns whose names differ only in how they are written."""
    one, other = rule.claims
    days = [
        column for column in sample.columns if column.kind == "day" and not column.name.says("start", "end", "birth", "dying")
    ]
    for a, b in combinations(days, 2):
        if _plain(a) == _plain(b) and (a.name.says("again") or b.name.says("again")):
            yield Match({one: (a,), other: (b,)}, "names")


def _plain(column: Column) -> frozenset[str]:
    return column.name.stem
