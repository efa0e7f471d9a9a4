"""A weekday that is written with its date, in one cell: "Monday, 3 May 1953"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.intervals import Interval
from factcheck.quantities import Quantity
from factcheck.report import Report
from factcheck.rules import Rule
from factcheck.story import Story
from factcheck.tables.across import Across, Table, together
from factcheck.tables.binding import of
from factcheck.tables.columns import Column, days
from factcheck.tables.columns.forms import LONGEST_CELL
from factcheck.tables.judged import breaches, judging, rows
from factcheck.tables.judged.confirming import is_find
from factcheck.tables.shapes import Match
from factcheck.tables.slips import calendars
from factcheck.values import evolve

_MOST_TEXTS = 20_000
"""Different texts of a column that are read."""


def check(rule: Rule, table: Table) -> Across:
    """Check each column of dates that are written with their weekday."""
    told = [_checked(rule, table, column) for column in table.sample.columns if _has_weekdays(table, column)]
    return together(rule, told)


def _has_weekdays(table: Table, column: Column) -> bool:
    if column.kind != "day" or column.form.typed:
        return False
    texts = [text for text in table.sample.texts[column.index] if text]
    return sum(_weekday(text, column) is not None for text in texts) * 2 > len(texts)


def _weekday(text: str, column: Column) -> int | None:
    """Give the weekday that is written with a day."""
    stretch = days.read(text, column.form.order) if len(text) <= LONGEST_CELL else None
    return stretch.weekday if stretch is not None and stretch.first == stretch.last else None


def _checked(rule: Rule, table: Table, column: Column) -> Across:
    cell = f"c{column.index}"
    asked = f"SELECT {cell}, min(row) FROM data WHERE {cell} IS NOT NULL GROUP BY 1 ORDER BY 2 LIMIT {_MOST_TEXTS}"
    told = [(row, number) for text, row in table.store.ask(asked) if (number := _weekday(text, column)) is not None]
    fetched = {row.number: row for row in rows.fetch(table.store, [row for row, _ in told], [column])}
    reports = [report for row, number in told for report in _reports(rule, table.path, fetched[row], column, number)]
    name = f"weekday in {column.label}"
    if not is_find(len(told), len(reports), "names"):
        held = len(told) - len(reports)
        return Across(rule, not_checked=(f"{name}: {held:,} of {len(told):,} are the date's: a convention not understood",))
    line = f"{name} ({rule.name}: {len(told):,} dates, {len(reports):,} broken)"
    return Across(rule, tuple(reports), (column,), (line,))


def _reports(rule: Rule, path: str, row: judging.Row, column: Column, weekday: int) -> Iterator[Report]:
    told, claims = judging.story(path, str(row.number), [(row, column)])
    date = claims[row.number, column.index]
    point = Interval.point(Fraction(weekday))
    quantity = Quantity(point, point, Fraction(weekday), unbounded=point)
    named = evolve(date, id="c2", kind="weekday", quantity=quantity, first_day=None, last_day=None)
    whole = Story(told.document, (date, named))
    bound = dict(zip(rule.claims, (named, date), strict=True))
    broken = breaches.broken(rule, of(rule, _match(rule, column)), whole, bound)
    if broken and not calendars.is_old_style(broken[0]):
        yield broken[1]


def _match(rule: Rule, *columns: Column) -> Match:
    return Match(dict.fromkeys(rule.claims, tuple(columns)), "names")
