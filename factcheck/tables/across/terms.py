"""How long something lasted, in words, beside its two dates: "39 years, 297 days" from 1413 to 1452.

Which dates these are the rows show. A last unit of years or months leaves what it was rounded by; the first day may be counted,
or not.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations

from factcheck.intervals import Interval
from factcheck.quantities import Quantity
from factcheck.report import Report
from factcheck.rules import Rule
from factcheck.story import Story
from factcheck.tables.across import Across, Table, together
from factcheck.tables.binding import of
from factcheck.tables.columns import Column, days, digits
from factcheck.tables.columns.forms import LONGEST_CELL
from factcheck.tables.judged import breaches, judging, rows
from factcheck.tables.judged.confirming import is_find
from factcheck.tables.judged.judging import Row
from factcheck.tables.shapes import Match
from factcheck.values import evolve, frozen

_MOST_ROWS, _MOST_DATES, _MOST_TRACED = 20_000, 8, 12
_PART = re.compile(r"([0-9][0-9,]{0,8})\s*(y(?:ea)?rs?|y|months?|mos?|weeks?|wks?|days?|d)\b\.?", re.IGNORECASE)
_REST = re.compile(r"(?:[\s,;&()]|and)*", re.IGNORECASE)
_MONTHS = frozenset({"months", "mos"})
_LENGTHS = {"y": 12, "m": 1}
"""Months of a year and of a month."""
_WEEK = 7
_SHORTEST = {"y": Fraction(366), "m": Fraction(31), "w": Fraction(7), "d": Fraction(1)}
"""Days by which a term may be more than its last unit says."""


@frozen
class _Length:
    """Whole months and days, and by how many days it may be more, or half as many less."""

    months: int
    days: int
    unit: Fraction

    def since(self, start: dt.date) -> Interval | None:
        """Give how many days it is from a day on; None beyond all calendars."""
        year, month = divmod(start.month - 1 + self.months, 12)
        if not dt.MINYEAR <= start.year + year <= dt.MAXYEAR:
            return None
        first = dt.date(start.year + year, month + 1, 1).toordinal() + start.day - 1 + self.days
        told = Fraction(first - start.toordinal())
        more = self.unit if self.unit > 1 else Fraction(2)
        return Interval(told - more / 2, told + more)


def check(rule: Rule, table: Table) -> Across:
    """Check each column that tells in words how long something lasted."""
    dates = [column for column in table.sample.columns if column.kind == "day"][:_MOST_DATES]
    if len(dates) < 2 or table.store.rows > _MOST_ROWS:
        return Across(rule)
    terms = [column for column in table.sample.columns if _are_lengths(table.sample.texts[column.index], column)]
    return together(rule, [_checked(rule, table, term, dates) for term in terms])


def _are_lengths(texts: Sequence[str | None], column: Column) -> bool:
    return column.kind in ("text", "number") and column.form.is_mostly(texts, lambda text: _length(text, column), one_in=5)


def _length(text: str | None, column: Column) -> _Length | None:
    """Read "39 years, 297 days", "2y 34d" or "(7 months)"; a bare number has no unit but months that its column tells."""
    if (
        text
        and column.kind == "number"
        and text.strip().isdigit()
        and _MONTHS.intersection((column.name.note, *column.name.words))
    ):
        text = f"{text.strip()} months"
    parts = [*_PART.finditer(text)] if text and len(text) <= LONGEST_CELL else []
    if not parts or not text or not _REST.fullmatch(_PART.sub("", text)):
        return None
    told = [(int(part[1].replace(",", "")), part[2][0].lower()) for part in parts]
    months = sum(number * _LENGTHS.get(unit, 0) for number, unit in told)
    rest = sum(number * (_WEEK if unit == "w" else 1) for number, unit in told if unit in "wd")
    return _Length(months, rest, _SHORTEST[told[-1][1]])


def _checked(rule: Rule, table: Table, term: Column, dates: Sequence[Column]) -> Across:
    """Check a term with the two dates that most rows keep it with."""
    fetched = rows.fetch_all(table.store, [term, *dates])
    tried = [(pair, [*_told(fetched, term, *pair)]) for pair in permutations(dates, 2)]
    (start, end), told = max(tried, key=lambda each: sum(kept for _, kept in each[1]))
    broken = [row for row, kept in told if not kept]
    slips = sum(_is_slip(row, (term, start, end)) for row in broken) if 0 < len(broken) <= _MOST_TRACED else 0
    if not is_find(len(told), len(broken), "guess", slips=slips, tight=True):
        return Across(rule)
    reports = [report for row in broken if (report := _report(rule, table, row, (term, start, end))) is not None]
    line = f"{term.label} is from {start.label} to {end.label} ({rule.name}: {len(told):,} rows, {len(reports):,} broken)"
    return Across(rule, tuple(reports), (term, start, end), (line,))


def _told(fetched: Sequence[Row], term: Column, start: Column, end: Column) -> Iterator[tuple[Row, bool]]:
    """Give the rows that can be checked, and whether they keep the term."""
    for row in fetched:
        if (kept := _keeps(row, term, start, end)) is not None:
            yield row, kept


def _keeps(row: Row, term: Column, start: Column, end: Column) -> bool | None:
    """Tell whether a row keeps its term; None where a cell says nothing."""
    length, first, last = _length(row.texts.get(term.index), term), _day(row, start), _day(row, end)
    made = length.since(first) if length is not None and first is not None else None
    if made is None or first is None or last is None:
        return None
    return made.meets(Interval.point(Fraction(last.toordinal() - first.toordinal())))


def _is_slip(row: Row, columns: tuple[Column, Column, Column]) -> bool:
    """Tell whether a digit of a cell makes a row keep its term to the day."""
    length = _length(row.texts.get(columns[0].index), columns[0])
    texts = [(column.index, edited) for column in columns for edited in digits.edits(row.texts.get(column.index) or "")]
    mended = (evolve(row, texts={**row.texts, index: edited}) for index, edited in texts)
    return length is not None and length.unit == 1 and any(_keeps(each, *columns) for each in mended)


def _day(row: Row, column: Column) -> dt.date | None:
    stretch = days.read((row.texts.get(column.index) or "").strip(), column.form.order)
    return stretch.first if stretch is not None and stretch.first == stretch.last else None


def _report(rule: Rule, table: Table, row: Row, columns: tuple[Column, Column, Column]) -> Report | None:
    """Judge a row exactly: its term is a number of days from the day on which it began."""
    term, start, end = columns
    told, claims = judging.story(table.path, rows.name_of(row, table.identity), [(row, column) for column in columns])
    first, last = claims[row.number, start.index], claims[row.number, end.index]
    length, day = _length(row.texts.get(term.index), term), _day(row, start)
    made = length.since(day) if length is not None and day is not None else None
    cell = told.document.record.cells[0].span if told.document.record else None
    if made is None or cell is None:
        return None
    span = judging.trimmed(told.document.text, cell)
    quantity = Quantity(made, made, made.low, unbounded=made)
    lasted = evolve(first, id="c0", span=span, phrase=span, kind="number", quantity=quantity, first_day=None, last_day=None)
    whole = Story(told.document, (lasted, first, last))
    relation = of(rule, Match(dict(zip(rule.claims, ((column,) for column in columns), strict=True)), "guess"))
    broken = breaches.broken(rule, relation, whole, dict(zip(rule.claims, (lasted, first, last), strict=True)))
    return broken[1] if broken else None
