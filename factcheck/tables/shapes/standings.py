"""A league table: its points are those of its wins and draws. The rows show how many a win gives.

A club that points were taken from has fewer, and a footnote that says so; more has none.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.rules import Rule
from factcheck.tables.columns import Column, Sample
from factcheck.tables.shapes import Match

_FOR_A_WIN = (3, 2)
"""Points, in the order of the rule's ways."""
_ENOUGH, _MOSTLY = 7, 3
"""Clubs that must have just the points of their results, and that three in four of all do."""


def find(rule: Rule, sample: Sample) -> Iterator[Match]:
    """Give points with wins and draws."""
    points, wins, draws = rule.claims
    told = [_only(sample, aspect) for aspect in ("points", "wins", "draws")]
    if None in told:
        return
    p, w, d = (column for column in told if column is not None)
    rows = [row for row in zip(*(sample.values(column) for column in (p, w, d)), strict=True) if None not in row]
    for way, each in enumerate(_FOR_A_WIN):
        kept = sum(row[0] == each * (row[1] or 0) + (row[2] or 0) for row in rows)
        if kept >= _ENOUGH and kept * (_MOSTLY + 1) >= _MOSTLY * len(rows):
            yield Match({points: (p,), wins: (w,), draws: (d,)}, "guess", way)


def _only(sample: Sample, aspect: str) -> Column | None:
    """Give the one column of whole numbers that says an aspect and nothing else."""
    found = [
        column
        for column in sample.columns
        if column.kind == "number" and column.form.exact and column.name.says(aspect) and not column.name.stem
    ]
    return found[0] if len(found) == 1 else None
