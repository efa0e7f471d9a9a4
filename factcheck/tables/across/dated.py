"""Dates whose year, month and day stand in columns of their own: "start_year", "start_month", "start_day", and those of an end.

A month or a year without its day is all of its days. An end may not lie before its start, and a number of days is that between
the two; which numbers are so the rows show.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from factcheck.expressions import Context, Operand, Outcome, evaluate
from factcheck.findings import Finding, Place
from factcheck.intervals import Amount, Interval
from factcheck.report import Report
from factcheck.rules import Rule, fill
from factcheck.tables.across import Across, Table
from factcheck.tables.columns import Column, cells
from factcheck.tables.columns.days import Stretch
from factcheck.tables.judged import judging, rows
from factcheck.tables.judged.confirming import is_find
from factcheck.tables.judged.judging import Row
from factcheck.values import evolve, frozen

_MOST_ROWS = 20_000
_UNITS = ("year", "month", "day")
_MONTHS = 12
_END, _DAYS = 3, 6
"""Places of the first column of an end, and of the number of days."""
_Parts = tuple[Column, Column, Column]


@frozen
class _Told:
    """A row with the texts of what a rule asks for, and what the rule says of them."""

    row: Row
    texts: Mapping[str, str]
    outcome: Outcome

    @property
    def broken(self) -> bool:
        return self.outcome.verdict == "cannot hold"


def check(rule: Rule, table: Table) -> Across:
    """Check the start and the end of each row, and the number of days, where the rule asks for one."""
    start, end = _parts(table, "start"), _parts(table, "end")
    if start is None or end is None or table.store.rows > _MOST_ROWS:
        return Across(rule)
    asked = "days" in rule.claims
    told = [_checked(rule, table, (*start, *end), days) for days in (_durations(table) if asked else (None,))]
    return next((each for each in told if each.relations), Across(rule))


def _parts(table: Table, side: str) -> _Parts | None:
    """Give the columns of the year, the month and the day of a start or an end, if there is one of each."""
    found = [[column for column in table.sample.columns if _is_part(column, side, unit)] for unit in _UNITS]
    if any(len(each) != 1 for each in found):
        return None
    (year,), (month,), (day,) = found
    return (year, month, day) if year.name.stem == month.name.stem == day.name.stem else None


def _is_part(column: Column, side: str, unit: str) -> bool:
    kinds = ("number", "year", "month")
    return column.kind in kinds and not column.doubtful and column.name.says(side) and column.name.says(unit)


def _durations(table: Table) -> list[Column]:
    found = (column for column in table.sample.columns if column.name.says("duration") and not column.doubtful)
    return [column for column in found if column.kind == "number" and column.form.whole]


def _checked(rule: Rule, table: Table, dates: Sequence[Column], days: Column | None) -> Across:
    placed = [*dates, *([] if days is None else [days])]
    fetched = rows.fetch_all(table.store, placed)
    ways = [rule, *(evolve(rule, text=text) for text in rule.conventions)]
    told = max(([*_told(way, fetched, dates, days)] for way in ways), key=lambda each: sum(not one.broken for one in each))
    broken = [each for each in told if each.broken]
    if not is_find(len(told), len(broken), "names" if days is None else "guess"):
        return Across(rule)
    reports = tuple(_report(rule, table, each, placed) for each in broken)
    line = f"{dates[0].label} to {dates[3].label} ({rule.name}: {len(told):,} rows, {len(broken):,} broken)"
    return Across(rule, reports, tuple(placed), (line,))


def _told(rule: Rule, fetched: Sequence[Row], dates: Sequence[Column], days: Column | None) -> Iterator[_Told]:
    """Say of each row whether it keeps the rule; a number of days tells nothing beside a month."""
    for row in fetched:
        start, end = _stretch(row, dates[:3]), _stretch(row, dates[3:])
        if start is None or end is None:
            continue
        texts, operands = {"start": _written(start), "end": _written(end)}, {"start": _operand(start), "end": _operand(end)}
        if days is not None:
            value = cells.read((row.texts.get(days.index) or "").strip(), days.form)
            if value is None or value.quantity is None or start.first != start.last or end.first != end.last:
                continue
            texts["days"] = (row.texts.get(days.index) or "").strip()
            operands["days"] = Operand(texts["days"], value.quantity.amount)
        yield _Told(row, texts, evaluate(rule.holds, operands, Context()))


def _stretch(row: Row, parts: Sequence[Column]) -> Stretch | None:
    """Give the days of a year, a month of it or a day of that; None where no calendar has them."""
    year, month, day = (None if (told := row.value(column)) is None else int(told) for column in parts)
    if year is None or not dt.MINYEAR <= year < dt.MAXYEAR or (month is None and day is not None):
        return None
    if month is None:
        return Stretch(dt.date(year, 1, 1), dt.date(year, _MONTHS, 31))
    if not 1 <= month <= _MONTHS:
        return None
    last = calendar.monthrange(year, month)[1]
    if day is not None and not 1 <= day <= last:
        return None
    return Stretch(dt.date(year, month, day or 1), dt.date(year, month, day or last))


def _operand(stretch: Stretch) -> Operand:
    possible = Interval(Fraction(stretch.first.toordinal()), Fraction(stretch.last.toordinal()))
    return Operand(_written(stretch), Amount(possible, possible))


def _written(stretch: Stretch) -> str:
    first, last = stretch.first.isoformat(), stretch.last.isoformat()
    return first if first == last else f"{first} to {last}"


def _report(rule: Rule, table: Table, told: _Told, columns: Sequence[Column]) -> Report:
    """Tell of a row; its places are the cells that say something."""
    story, claims = judging.story(table.path, rows.name_of(told.row, table.identity), [(told.row, each) for each in columns])
    names = {column.index: "days" if at == _DAYS else "start" if at < _END else "end" for at, column in enumerate(columns)}
    places = tuple(Place(claim.span, names[index]) for (_, index), claim in claims.items())
    message = fill(rule.message, told.texts, {"days.column": columns[-1].label, **told.outcome.facts})
    meant = tuple(claim.id for claim in claims.values())
    finding = Finding(rule.name, rule.severity, message, told.outcome.calculation, places, meant, rule.why)
    return Report(story.document, (finding,), claims=tuple(claims.values()))
