"""A number of days between two dates: by the names of a start and an end, or by values alone ("Issued", "Paid", "Days to pay").

Where no names tell, the sample shows which two dates, and whether the first day is counted, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.rules import Rule
from factcheck.tables.columns import Column, Number, Sample
from factcheck.tables.shapes import FEW_BROKEN, Match, are_few, aspects

_MOST_COLUMNS = 12
_TRIES = 200
_ENOUGH, _DIFFERENT = 14, 6
"""Rows that must keep a number of days, with so many different ones."""


def find(rule: Rule, sample: Sample) -> Iterator[Match]:
    """Give numbers of days with the two dates that they lie between."""
    named = [*aspects.find(rule, sample)]
    yield from named
    if named:
        return
    days, start, end = rule.claims
    dates = [column for column in sample.columns if column.kind == "day"][:_MOST_COLUMNS]
    numbers = [column for column in sample.columns if _may_be_days(column)] if len(dates) > 1 else []
    for column in numbers[:_MOST_COLUMNS]:
        for first, last in combinations(dates, 2):
            for one, other in ((first, last), (last, first)):
                for way in (0, 1):
                    if _kept([sample.values(each)[:_TRIES] for each in (column, one, other)], way):
                        yield Match({days: (column,), start: (one,), end: (other,)}, "values", way)


def _may_be_days(column: Column) -> bool:
    return column.kind == "number" and column.form.whole and not column.doubtful and not column.name.says("identity", "rank")


def _kept(values: Sequence[Sequence[Number | None]], more: int) -> bool:
    """Tell whether nearly all rows count the days so."""
    told = broken = 0
    seen: set[Number] = set()
    for days, start, end in zip(*values, strict=True):
        if days is None or start is None or end is None:
            continue
        told += 1
        if days == end - start + more:
            seen.add(days)
        else:
            broken += 1
            if broken > FEW_BROKEN + len(values[0]) // 20:
                return False
    return len(seen) >= _DIFFERENT and told - broken >= _ENOUGH and are_few(broken, told)
