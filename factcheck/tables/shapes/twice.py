"""One date given twice: "Date" and "Date - Detailed", or two columns of one name whose dates are nearly always the same.

A month ("Apr 2023") that is called nothing else is that of a date, if it holds the date in nearly all rows: what is paid in March
may be the rent for January.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.rules import Rule
from factcheck.tables.columns import Column, Sample, days
from factcheck.tables.columns.forms import Form
from factcheck.tables.shapes import Match

_ENOUGH, _MONTHS = 10, 3


def find(rule: Rule, sample: Sample) -> Iterator[Match]:
    """Give pairs of day columns whose names differ only in how they are written."""
    one, other = rule.claims
    dates = [column for column in sample.columns if column.kind == "day" and not column.name.says("birth", "dying")]
    for a, b in combinations([column for column in dates if not column.name.says("start", "end")], 2):
        if _plain(a) == _plain(b) and (a.name.says("again") or b.name.says("again") or _same(a, b, sample)):
            yield Match({one: (a,), other: (b,)}, "names")
    of_days = [column for column in dates if column.form.typed or _is_day(sample.texts[column.index], column.form)]
    for month in (
        column for column in dates if column not in of_days and column.name.aspects == ("month",) and not column.name.stem
    ):
        for day in of_days:
            if _holds(month, day, sample):
                yield Match({one: (day,), other: (month,)}, "guess")


def _is_day(texts: Sequence[str | None], form: Form) -> bool:
    """Tell dates from months, as the first of them show it."""
    first = next((stretch for text in texts if text and (stretch := days.read(text, form.order)) is not None), None)
    return first is None or first.first == first.last


def _holds(month: Column, day: Column, sample: Sample) -> bool:
    """Tell whether nearly all rows of the sample have a date within a month, and in several months."""
    told, kept, seen = 0, 0, set[str | None]()
    for text, number in zip(sample.texts[month.index], sample.values(day), strict=True):
        stretch = days.read(text, month.form.order) if text and number is not None else None
        if stretch is None or number is None:
            continue
        told += 1
        if stretch.first.toordinal() <= number <= stretch.last.toordinal():
            kept += 1
            seen.add(text)
    return kept >= _ENOUGH and len(seen) >= _MONTHS and (told - kept) * 20 <= told


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
