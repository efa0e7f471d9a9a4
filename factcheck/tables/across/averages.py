"""An average of all in the row that adds up the others: "Region", 48,210 employees and a mean pay of 572.34.

It is the average of the rows, each as heavy as it counts people, or weighted by what is not printed, or a median; in any case it
lies between the lowest and the highest of them. What tells a slip is that it does not, and that a digit makes it just the average
of the rows, to the last place.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.expressions import Operand
from factcheck.intervals import Amount, Interval
from factcheck.report import Report
from factcheck.rules import Rule
from factcheck.tables.across import Across, Table, judged, together
from factcheck.tables.columns import Column
from factcheck.tables.judged import rows
from factcheck.tables.slips import pens

_FEWEST, _MOST = 4, 2000
"""Rows that are added up."""
_LARGE, _FINE = 100, 1000
"""A total that no chance makes, and how many of its last unit an average must be to tell anything."""
_MOST_WEIGHTS, _MOST_COLUMNS = 3, 40
_SUM = 2
"""How many times an average the sum of its rows is at least."""
Values = Sequence[Fraction]


def check(rule: Rule, table: Table) -> Across:
    """Check each average in the first or last row, where that adds up the others."""
    columns = [column for column in table.sample.columns if column.kind == "number" and not column.doubtful][:_MOST_COLUMNS]
    if not table.at_hand or not _FEWEST < table.store.rows <= _MOST:
        return Across(rule)
    told = {column: values for column in columns if (values := _told(table, column))}
    for at in (-1, 0):
        weights = [column for column, values in told.items() if column.counts and column.form.exact and _adds_up(values, at)]
        if 0 < len(weights) <= _MOST_WEIGHTS:
            means = [column for column in told if _may_be(column, told[column], at)]
            return together(rule, [_checked(rule, table, told, mean, weights, at) for mean in means])
    return Across(rule)


def _told(table: Table, column: Column) -> list[Fraction]:
    """Give the values of a column that tells one in each row; else none."""
    values = table.sample.values(column)
    return [Fraction(value) for value in values if value is not None] if None not in values else []


def _others(values: Values, at: int) -> Values:
    return values[:-1] if at else values[1:]


def _adds_up(values: Values, at: int) -> bool:
    return values[at] >= _LARGE and values[at] == sum(_others(values, at)) and min(values) >= 0


def _may_be(column: Column, values: Values, at: int) -> bool:
    """Tell whether a figure is out of the range of the others, and neither their sum nor near it."""
    others = _others(values, at)
    outside = min(values) > 0 and not min(others) <= values[at] <= max(others)
    return outside and values[at] * _SUM < sum(others) and not column.name.says("identity", "rank", "difference")


def _checked(
    rule: Rule, table: Table, told: dict[Column, list[Fraction]], mean: Column, weights: Sequence[Column], at: int
) -> Across:
    half, value = table.sample.unit(mean) / 2, told[mean][at]
    made = {weight: _average(_others(told[mean], at), _others(told[weight], at)) for weight in weights}
    kept = [weight for weight, average in made.items() if abs(average - value) <= 2 * half]
    slipped = [weight for weight, average in made.items() if _is_slip(value, average, half)]
    if kept or len(slipped) != 1 or value < _FINE * 2 * half:
        return Across(rule)
    (weight,) = slipped
    line = f"{mean.label} of all is that of the rows, weighted by {weight.label} ({rule.name}: 1 row, 1 broken)"
    report = _report(rule, table, (mean, weight), at, Interval(made[weight] - half, made[weight] + half))
    return Across(rule, (report,), (mean, weight), (line,)) if report is not None else Across(rule)


def _average(values: Values, weights: Values) -> Fraction:
    return sum((value * weight for value, weight in zip(values, weights, strict=True)), Fraction(0)) / sum(weights)


def _is_slip(value: Fraction, average: Fraction, half: Fraction) -> bool:
    return abs(value - average) > 2 * half and pens.may_be_slip(value, Interval(average - 2 * half, average + 2 * half))


def _report(rule: Rule, table: Table, columns: Sequence[Column], at: int, made: Interval) -> Report | None:
    """Judge the average exactly: as often as its row counts, it must make what the rows make together."""
    known = {"made": Operand("what the rows make", Amount(made, made))}
    found = judged(rule, table, rows.numbers(table.store)[at], columns, known=known)
    return found and found[1]
