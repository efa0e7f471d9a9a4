"""An age with the day of birth and another day: what the rows show of how it was counted.

Who writes the year of the one less that of the other, or rounds, is off by one in many rows. Where the sample shows full years,
one more or one less is a slip too, unless a birthday is near: then a day a few weeks from the one that is listed may be meant.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import product

from factcheck.rules import Rule
from factcheck.tables.columns import Column, Number, Sample
from factcheck.tables.shapes import Match, are_few, aspects
from factcheck.values import evolve

_ABOUT, _FULL, _PARTS = range(3)
"""Ways of a rule: with a year to either side, in full years, and with parts of a year, as a program divides days by 365."""
_ENOUGH, _TELLING = 12, 3
"""Rows that must show full years, and of them those in which the difference of the years is another."""
_MOST = 6
"""Days of which one may be that from which an age counts, where none is one of birth."""
_YEARS = 1500, 2100
_ONE_IN = 12
"""One row in so many may show another age."""


def find(rule: Rule, sample: Sample) -> Iterator[Match]:
    """Give ages with their days, and the way in which they are counted; full years show by themselves what they are of."""
    if rule.claims[[*rule.claims][1]].form == "year":
        yield from _of_years(rule, sample)
        return
    shown: set[int] = set()
    for match in aspects.find(rule, sample):
        columns = [match.columns[name][0] for name in rule.claims]
        exact = _shows_full_years(sample, *columns)
        shown |= {columns[0].index} if exact else set()
        yield evolve(match, way=_FULL if exact else _ABOUT if columns[0].form.whole else _PARTS)
    if rule.claims[[*rule.claims][-1]].column != "date":
        return
    days = [column for column in sample.columns if column.kind == "day" and not (column.doubtful or column.name.says("dying"))]
    births = [column for column in days if column.name.says("birth")] or days[:_MOST]  # ships and reigns have an age, too
    for age in (column for column in sample.columns if column.kind == "number" and column.name.says("age")):
        for birth, day in product(births, days) if age.index not in shown else ():
            if day is not birth and not day.name.says("birth") and _shows_full_years(sample, age, birth, day):
                yield Match(dict(zip(rule.claims, ((age,), (birth,), (day,)), strict=True)), "guess", _FULL)


def _of_years(rule: Rule, sample: Sample) -> Iterator[Match]:
    """Give ages that rows show to be those on a day of what began in a year: ships by the year in which they were built."""
    ages = [column for column in sample.columns if column.kind == "number" and column.name.says("age")]
    years = [column for column in sample.columns if _may_be_years(column)][:_MOST]
    days = [column for column in sample.columns if column.kind == "day" and not column.doubtful][:_MOST]
    for columns in product(ages, years, days):
        if _shows_years(sample, *columns):
            yield Match(dict(zip(rule.claims, ((column,) for column in columns), strict=True)), "guess")


def _may_be_years(column: Column) -> bool:
    low, high = column.form.lowest, column.form.highest
    whole = column.kind in ("year", "number") and column.form.whole and not column.doubtful
    return whole and low is not None and high is not None and _YEARS[0] <= low <= high <= _YEARS[1]


def _shows_years(sample: Sample, *columns: Column) -> bool:
    """Tell whether nearly all ages, of which many differ, are the difference of the years or one less."""
    told = zip(*map(sample.values, columns), strict=True)
    rows = [(age, dt.date.fromordinal(int(day)).year - year - age) for age, year, day in told if age is not None and year and day]
    kept = {age for age, off in rows if 0 <= off <= 1}
    off = sum(not 0 <= off <= 1 for _, off in rows)
    return len(rows) - off >= _ENOUGH and len(kept) * 2 >= _ENOUGH and are_few(off, len(rows)) and off * _ONE_IN <= len(rows)


def _shows_full_years(sample: Sample, *columns: Column) -> bool:
    """Tell whether nearly all rows show full years, and enough of them that it is not the difference of the years."""
    told = zip(*map(sample.values, columns), strict=True)
    rows = [(age, birth, day) for age, birth, day in told if age is not None and birth and day]
    full = [row for row in rows if row[0] == full_years(*row[1:])]
    telling = sum(age != full_years(birth, day, by_year=True) for age, birth, day in full)
    off = len(rows) - len(full)
    return len(full) >= _ENOUGH and telling >= _TELLING and are_few(off, len(rows)) and off * _ONE_IN <= len(rows)


def full_years(birth: Number, day: Number, *, by_year: bool = False) -> int:
    """Give the full years between two days by their numbers, or the difference of their years."""
    born, then = dt.date.fromordinal(int(birth)), dt.date.fromordinal(int(day))
    early = (then.month, then.day) < (born.month, born.day)
    return then.year - born.year - int(early and not by_year)
