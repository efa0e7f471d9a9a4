"""Rows that follow each other in equal steps: days of a month, months of a year, years; and the one date that leaves the line.

Days are left out and told twice in good tables. Sure is only a date that is not between those about it, where these are just two
steps apart.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from factcheck.report import Report
from factcheck.rules import Rule
from factcheck.tables.across import Across, Table, reported, together
from factcheck.tables.columns import Column, Number, digits
from factcheck.tables.judged import rows
from factcheck.tables.samples import series
from factcheck.tables.samples.series import Line

_ENOUGH = 12
"""Steps that must be equal."""
_FEW = 10
"""One step in so many may be another."""
_MOST = 3
"""Dates that may leave the line; more, and it is none."""
_MANY, _NEAR, _FAR = 20, 60, 3653
"""Rows of a table whose days are in order, and days between two of them: another year brings few days between by chance; and days
that one is off where a digit of its year tells a slip."""
_DIGITS = 4
_MONTHS = 12
Values = Sequence[Number | None]


def check(rule: Rule, table: Table) -> Across:
    """Check each column of days or years."""
    if not table.at_hand or table.store.rows <= _ENOUGH:
        return Across(rule)
    dated = [column for column in table.sample.columns if column.kind in ("day", "year") and not column.doubtful]
    return together(rule, [_told(rule, table, column) for column in dated])


def _told(rule: Rule, table: Table, column: Column) -> Across:
    for values, lines in product(_counted(column, table.sample.values(column)), series.ways(table.sample)):
        if (step := _step(values, lines)) is None:
            continue
        odd = [each for line in lines for each in _leaving(values, line, step)]
        reports = tuple(_reports(rule, table, column, odd)) if len(odd) <= _MOST else ()
        told = f"{column.label} goes on in equal steps ({rule.name}: {len(values):,} rows, {len(reports):,} broken)"
        return Across(rule, reports, (column,), (told,)) if len(odd) <= _MOST else Across(rule)
    return _sorted(rule, table, column)


def _sorted(rule: Rule, table: Table, column: Column) -> Across:
    """Tell of days that are in order but for a few, which another year puts in order, too."""
    values = table.sample.values(column) if column.kind == "day" and table.store.rows > _MANY else ()
    for line in ([*range(len(values))], [*range(len(values))][::-1]) if values else ():
        backwards = sum(one is not None and other is not None and one > other for one, other in _pairs(values, line))
        odd = [each for each in zip(line, line[1:], line[2:], strict=False) if _is_of_another_year(*(values[at] for at in each))]
        if 0 < backwards == len(odd) <= _MOST:
            return Across(rule, tuple(_reports(rule, table, column, odd)), (column,))
    return Across(rule)


def _pairs(values: Values, line: Line) -> Iterator[tuple[Number | None, Number | None]]:
    return ((values[one], values[other]) for one, other in pairwise(line))


def _is_of_another_year(before: Number | None, value: Number | None, after: Number | None) -> bool:
    """Tell a day out of order that is in order in the year of those about it, if these are near each other or it is far off."""
    if before is None or value is None or after is None or before <= value <= after or after < before:
        return False
    day = dt.date.fromordinal(int(value))
    if after - before <= _NEAR:
        years = {dt.date.fromordinal(int(each)).year for each in (before, after)}
    elif all(abs(int(value) - int(each)) >= _FAR for each in (before, after)):
        years = {int(year) for year in digits.edits(str(day.year)) if len(year) == _DIGITS and int(year)}
    else:
        return False
    return any(before <= dt.date(year, day.month, 1).toordinal() + day.day - 1 <= after for year in years)


def _reports(rule: Rule, table: Table, column: Column, odd: Sequence[tuple[int, int, int]]) -> Iterator[Report]:
    """Tell of rows that leave the line, each with the two about it."""
    numbers = rows.numbers(table.store) if odd else []
    return reported(rule, table, column, [(numbers[each[1]], [numbers[at] for at in each]) for each in odd])


def _counted(column: Column, values: Values) -> Iterator[Values]:
    """Give the days or years of a column by their numbers, and days by those of their months, too."""
    yield values
    if column.kind == "day":
        days = [None if value is None else dt.date.fromordinal(int(value)) for value in values]
        yield [None if day is None else day.year * _MONTHS + day.month for day in days]


def _step(values: Values, lines: Sequence[Line]) -> Number | None:
    """Give the step in which nearly all rows follow each other."""
    told = [(values[one], values[other]) for one, other in series.steps(lines, 1)]
    steps = Counter(other - one for one, other in told if one is not None and other is not None)
    step, times = steps.most_common(1)[0] if steps else (0, 0)
    others = len(told) - times - 1  # a date that is off breaks two steps
    return step if step > 0 and times >= _ENOUGH and others * _FEW <= len(told) else None


def _leaving(values: Values, line: Line, step: Number) -> Iterator[tuple[int, int, int]]:
    """Give the rows that leave the line, each between the two about it."""
    for one, at, other in zip(line, line[1:], line[2:], strict=False):
        before, value, after = values[one], values[at], values[other]
        if before is None or value is None or after is None:
            continue
        if after - before == 2 * step and not before <= value <= after:
            yield one, at, other
