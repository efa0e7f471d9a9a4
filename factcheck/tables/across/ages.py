"""Ages that were all told on one day, beside days of birth: those of a squad, a parliament, a jury. The rows show the day.

An age that nobody of that birth has on this day, nor in the year to either side, is set against that of the one who was born
nearest. Ages of a list that was kept up now and then, or ages at some event, have no day in common: nothing is said of them.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from attrs import field

from factcheck.report import Report
from factcheck.rules import Rule
from factcheck.tables.across import Across, Table, together
from factcheck.tables.columns import Column, Number
from factcheck.tables.judged import breaches, mends, rows
from factcheck.tables.judged.confirming import is_find
from factcheck.tables.samples import meeting
from factcheck.tables.shapes import are_few
from factcheck.values import frozen

_ENOUGH, _DIFFERENT = 12, 5
"""Rows whose ages must have a day in common, with so many different ages."""
_YEAR = Fraction(146_097, 400)
"""Days of a year, in the mean."""


@frozen
class _Common:
    """Ages with the days of birth, the rows that have a day in common, and those that have not."""

    age: Column
    birth: Column
    kept: tuple[int, ...] = field(repr=False)
    off: tuple[int, ...] = field(repr=False)


def check(rule: Rule, table: Table) -> Across:
    """Check each age against each day of birth, where the sample holds all rows."""
    ages = [column for column in table.sample.columns if column.kind == "number" and column.name.says("age")]
    births = [column for column in table.sample.columns if column.kind == "day" and column.name.says("birth")]
    found = (_found(age, birth, table) for age, birth in product(ages, births)) if table.at_hand else ()
    return together(rule, [_told(rule, table, each) for each in found if each is not None])


def _found(age: Column, birth: Column, table: Table) -> _Common | None:
    ages, births = table.sample.values(age), table.sample.values(birth)
    told = [at for at, (years, born) in enumerate(zip(ages, births, strict=True)) if years is not None and born is not None]
    reaches = {at: _reach(births[at] or 0, ages[at] or 0) for at in told}
    day = meeting.where(reaches.values())[0].low or 0
    kept = tuple(at for at in told if reaches[at][0] <= day <= reaches[at][1])
    off = tuple(sorted({*told} - {*kept}))
    enough = len(kept) >= _ENOUGH and len({ages[at] for at in kept}) >= _DIFFERENT
    return _Common(age, birth, kept, off) if enough and are_few(len(off), len(told)) else None


def _reach(born: Number, age: Number) -> tuple[Fraction, Fraction]:
    """Give the first and the last day on which somebody is so old, with a day to either side for leap years."""
    return born + age * _YEAR - 1, born + (age + 1) * _YEAR + 1


def _told(rule: Rule, table: Table, common: _Common) -> Across:
    numbers = rows.numbers(table.store) if common.off else []
    births = table.sample.values(common.birth)
    nearest = {at: min(common.kept, key=lambda other: abs(Fraction(births[other] or 0) - (births[at] or 0))) for at in common.off}
    judged = (_report(rule, table, common, numbers[at], numbers[other]) for at, other in nearest.items())
    reports = tuple(report for report in judged if report is not None)
    told = len(common.kept) + len(common.off)
    name = f"{common.age.label} is that of {common.birth.label} on one day"
    if not is_find(told, len(reports), "names"):
        return Across(rule, not_checked=(f"{name}: broken in {len(reports):,} of {told:,} rows",))
    line = f"{name} ({rule.name}: {told:,} rows, {len(reports):,} broken)"
    return Across(rule, reports, (common.age, common.birth), (line,))


def _report(rule: Rule, table: Table, common: _Common, number: int, nearest: int) -> Report | None:
    """Judge a row and that of the one who was born nearest exactly."""
    columns = (common.age, common.birth)
    fetched = {row.number: row for row in rows.fetch(table.store, [number, nearest], columns)}
    placed = [(fetched[at], column) for at in (number, nearest) for column in columns]
    found = breaches.judge(rule, table.path, str(number), placed)
    return found and mends.pointed(found[1], number)
