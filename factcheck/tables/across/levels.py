"""A figure of quite another size than those about it, where the column goes up and down by little from row to row.

So it is with a population by years, an index, a price, or a list in the order of its figures. A crash does not come back to where
it was in the next row: what does is a digit that was lost or doubled, or a point that moved.

One year can be another, and the next as those before: where several columns leave their line together, where much stood still,
and for those who are struck by what happens once.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice

from attrs import field

from factcheck.report import Report
from factcheck.rules import Rule
from factcheck.tables.across import Across, Table, reported, together
from factcheck.tables.columns import Column, Number
from factcheck.tables.judged import rows
from factcheck.tables.samples import series
from factcheck.tables.samples.series import Line
from factcheck.tables.slips import pens
from factcheck.values import frozen

_MOST_ROWS, _MOST_COLUMNS = 20_000, 60
_SMOOTH, _FAR = 1.25, 5
"""How many times the one before a figure may be at most, and how many times that of its neighbours the odd one is at least."""
_ENOUGH = 14
"""Steps that must be small, with as many different figures as half of them."""
_FEW = 30
"""One row in so many may be odd, and one in any case."""
_APART = 2
"""How many times that of its neighbours another figure of the row is at least, if the row tells of something else."""
_STILL = frozenset({2020, 2021})
"""Years in which much stood still: what falls in one of them fell."""
_STRUCK = frozenset(
    {"casualties", "killed-or-injured", "killed", "injured", "missing", "displaced", "homeless", "rescued", "trapped"}
)
"""Roles of people of whom there are many times as many in one year as in the others."""
_YEAR = re.compile(r"\b([0-9]{4})([-–/][0-9]{2}\b)?")
Values = Sequence[Number | None]
Odd = tuple[int, int, int]


@frozen
class _Series:
    """The figures of a column line by line, how many steps they make, and the odd ones, each between its neighbours."""

    column: Column
    steps: int
    odd: Sequence[Odd] = field(repr=False)
    lines: Sequence[Line] = field(repr=False)


def check(rule: Rule, table: Table) -> Across:
    """Check each column that goes up and down by little."""
    if not table.at_hand or not _ENOUGH < table.store.rows <= _MOST_ROWS:
        return Across(rule)
    figures = [column for column in table.sample.columns if _may_be(column)][:_MOST_COLUMNS]
    found = (_series(column, table.sample.values(column), [*series.ways(table.sample)]) for column in figures)
    return together(rule, [_told(rule, table, each, figures) for each in found if each is not None])


def _may_be(column: Column) -> bool:
    placed = column.name.says("identity", "rank") or column.form.clock or column.doubtful
    return column.kind == "number" and not (placed or column.form.negative)


def _series(column: Column, values: Values, ways: Sequence[Sequence[Line]]) -> _Series | None:
    """Give a column's series in the first way in which all steps but those of a few odd figures are small."""
    for lines in ways[::2]:  # those back to front have the same steps
        most = max(1, len(values) // _FEW)
        if not 0 < _rough(values, lines, 2 * most) <= 2 * most:
            continue
        odd = [each for line in lines for each in _odd(values, line)]
        left = {at for _, at, _ in odd}
        ratios = [*_ratios(values, [[at for at in line if at not in left] for line in lines])]
        moved = sum(ratio != 1 for ratio in ratios)
        if 0 < len(odd) <= most and moved >= _ENOUGH and moved * 2 > len(ratios) and max(ratios) <= _SMOOTH:
            return _Series(column, len(ratios), odd, lines)
    return None


def _rough(values: Values, lines: Sequence[Line], most: int) -> int:
    """Count the steps that are not small; of more than so many the first will do."""
    return sum(1 for _ in islice((ratio for ratio in _ratios(values, lines) if ratio > _SMOOTH), most + 1))


def _ratios(values: Values, lines: Sequence[Line]) -> Iterator[float]:
    for at, behind in series.steps(lines, 1):
        one, other = values[at], values[behind]
        if one is not None and other is not None:
            yield _ratio(one, other)


def _ratio(one: Number, other: Number) -> float:
    """Give how many times the smaller figure the larger one is."""
    low, high = sorted((float(one), float(other)))
    return high / low if low > 0 else float(high != low) * _FAR + 1


def _odd(values: Values, line: Line) -> Iterator[Odd]:
    """Give the figures that are far from both neighbours on one side, and near them before a slip."""
    for one, at, other in zip(line, line[1:], line[2:], strict=False):
        before, value, after = values[one], values[at], values[other]
        if not before or not value or not after or _ratio(before, after) > _SMOOTH * _SMOOTH:
            continue
        if min(_ratio(before, value), _ratio(value, after)) >= _FAR and _is_slip(before, value, after):
            yield one, at, other


def _is_slip(before: Number, value: Number, after: Number) -> bool:
    low, high = min(before, after) / _SMOOTH, max(before, after) * _SMOOTH
    return any(low <= each <= high for each in map(float, pens.before_a_slip(Fraction(value))))


def _told(rule: Rule, table: Table, found: _Series, figures: Sequence[Column]) -> Across:
    slips = [odd for odd in found.odd if not _may_have_happened(found, odd, table, figures)]
    reports = tuple(_reports(rule, table, found, slips))
    line = f"{found.column.label} goes up and down by little ({rule.name}: {found.steps:,} steps, {len(reports):,} broken)"
    return Across(rule, reports, (found.column,), (line,))


def _may_have_happened(found: _Series, odd: Odd, table: Table, figures: Sequence[Column]) -> bool:
    """Tell whether an odd figure may be right: it rose among those who are struck, fell in a still year, or not alone."""
    rose = _rose(table.sample.values(found.column), odd)
    if (found.column.role in _STRUCK) if rose else not _STILL.isdisjoint(_years(table, odd[1])):
        return True
    others = (table.sample.values(column) for column in figures if column is not found.column)
    return any(_rose(other, odd) is rose and _is_smooth(other, found.lines) for other in others)


def _rose(values: Values, odd: Odd) -> bool | None:
    """Tell whether a figure is far above both of its neighbours; None where it is neither above nor below them."""
    before, value, after = (values[at] for at in odd)
    if not before or not value or not after or min(_ratio(before, value), _ratio(value, after)) < _APART:
        return None
    return value > before if (value > before) is (value > after) else None


def _is_smooth(values: Values, lines: Sequence[Line]) -> bool:
    most = 2 * max(1, len(values) // _FEW)
    return sum(1 for ratio in _ratios(values, lines) if ratio >= _APART) <= most


def _years(table: Table, at: int) -> set[int]:
    """Give the years that a row is of."""
    days = ((column, table.sample.values(column)[at]) for column in table.sample.columns if column.kind in ("day", "year"))
    told = {int(value) if column.kind == "year" else dt.date.fromordinal(int(value)).year for column, value in days if value}
    for column in table.sample.columns:
        for year, behind in _YEAR.findall(table.sample.texts[column.index][at] or "") if column.kind == "text" else ():
            told |= {int(year), int(year) + bool(behind)}
    return told


def _reports(rule: Rule, table: Table, found: _Series, odd: Sequence[Odd]) -> Iterator[Report]:
    numbers = rows.numbers(table.store) if odd else []
    return reported(rule, table, found.column, [(numbers[each[1]], [numbers[at] for at in each]) for each in odd], by_name=True)
