"""Weekdays beside dates without a year: "Friday" and "Jul 12", row after row.

Which year it is the weekdays show: in one year all but a few are those of their dates, from New Year on in the next. The days of
twenty-eight years are those of any other years.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import product

from factcheck.report import Report
from factcheck.rules import Rule
from factcheck.story import Story
from factcheck.tables.across import Across, Table, together
from factcheck.tables.binding import of
from factcheck.tables.columns import Column
from factcheck.tables.columns.forms import LONGEST_CELL, calendar
from factcheck.tables.judged import breaches, judging, rows
from factcheck.tables.judged.confirming import is_find
from factcheck.tables.judged.judging import Row
from factcheck.tables.shapes import Match
from factcheck.values import evolve, frozen

_MOST_ROWS, _MOST_COLUMNS = 2000, 4
_FEWEST_DAYS = 6
"""Different days that must be of their weekdays."""
_YEARS = range(2001, 2029)
_HALF_A_YEAR = 183
_MONTH = 31
_DAY = re.compile(
    r"\s*(?:([^\W\d_]{3,10})\.? ([0-9]{1,2})(?:st|nd|rd|th)?|"
    r"([0-9]{1,2})(?:st|nd|rd|th|er|[.º°])?[- ](?:de )?([^\W\d_]{3,10})\.?)\s*"
)


@frozen
class _Told:
    """A row with its month and day, how many years it is after the first one, and the weekday that it tells."""

    row: Row
    month: int
    day: int
    later: int
    weekday: int

    def on(self, first: int) -> dt.date | None:
        """Give the date, if the first row is of a year; None where that year has no such day."""
        try:
            return dt.date(first + self.later, self.month, self.day)
        except ValueError:
            return None


def check(rule: Rule, table: Table) -> Across:
    """Check each column of weekdays beside each of dates without a year."""
    if table.store.rows > _MOST_ROWS:
        return Across(rule)
    weekdays = [column for column in table.sample.columns if column.kind == "weekday" and not column.form.typed]
    dates = [column for column in table.sample.columns if weekdays and _are_undated(table.sample.texts[column.index], column)]
    pairs = product(weekdays[:_MOST_COLUMNS], dates[:_MOST_COLUMNS])
    return together(rule, [_checked(rule, table, weekday, date) for weekday, date in pairs])


def _are_undated(texts: Sequence[str | None], column: Column) -> bool:
    return column.kind == "text" and column.form.is_mostly(texts, _month_and_day, one_in=10)


def _month_and_day(text: str | None) -> tuple[int, int] | None:
    match = _DAY.fullmatch(text) if text and len(text) <= LONGEST_CELL else None
    month = match and calendar("month").get((match[1] or match[4]).lower())
    return (month, int(match[2] or match[3])) if match and month else None


def _checked(rule: Rule, table: Table, weekday: Column, date: Column) -> Across:
    told = [*_told(rows.fetch_all(table.store, [weekday, date]), weekday, date)]
    first = max(_YEARS, key=lambda year: sum(_keeps(each, year) for each in told))
    kept = [each for each in told if _keeps(each, first)]
    broken = [each for each in told if not _keeps(each, first)]
    enough = len({(each.month, each.day, each.later) for each in kept}) >= _FEWEST_DAYS
    if not enough or not is_find(len(told), len(broken), "names"):
        return Across(rule)
    reports = [report for each in broken if (report := _report(rule, table, each, first, (weekday, date))) is not None]
    line = f"{weekday.label} is that of {date.label} in one year ({rule.name}: {len(told):,} rows, {len(broken):,} broken)"
    return Across(rule, tuple(reports), (weekday, date), (line,))


def _told(fetched: Sequence[Row], weekday: Column, date: Column) -> Iterator[_Told]:
    """Read the rows in their order: where the days leap by half a year and more another year begins."""
    before, later = None, 0
    for row in fetched:
        found, said = _month_and_day(row.texts.get(date.index)), row.value(weekday)
        if found is None or said is None:
            continue
        place = found[0] * _MONTH + found[1]
        leap = 0 if before is None else place - before
        later += (leap < -_HALF_A_YEAR) - (leap > _HALF_A_YEAR)
        before = place
        yield _Told(row, *found, later, int(said))


def _keeps(told: _Told, first: int) -> bool:
    day = told.on(first)
    return day is not None and day.isoweekday() == told.weekday


def _report(rule: Rule, table: Table, told: _Told, first: int, columns: tuple[Column, Column]) -> Report | None:
    """Judge a row exactly: its date is of the year that the others show."""
    row, day = told.row, told.on(first)
    story, claims = judging.story(table.path, rows.name_of(row, table.identity), [(row, column) for column in columns])
    said, record = claims.get((row.number, columns[0].index)), story.document.record
    if day is None or said is None or record is None:
        return None
    span = judging.trimmed(story.document.text, record.cells[1].span)
    date = evolve(said, id="c2", span=span, phrase=span, kind="date", quantity=None, first_day=day, last_day=day)
    relation = of(rule, Match(dict(zip(rule.claims, ((column,) for column in columns), strict=True)), "guess"))
    whole = Story(story.document, (said, date))
    found = breaches.broken(rule, relation, whole, dict(zip(rule.claims, (said, date), strict=True)))
    return found[1] if found else None
