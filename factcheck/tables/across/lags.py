"""A change on an earlier row: on the month before, on the same quarter of the previous year; in percent or in figures.

Nothing but the rows tells which column changes, and on how many rows before: nearly all must keep the last digit. A level that
breaks both its own change and that of the row which looks back at it is a slip; a change that breaks alone is one if a
digit, a sign or a point made it, for a series may begin anew on another base.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice

from attrs import field

from factcheck.report import Report
from factcheck.rules import Rule
from factcheck.tables.across import Across, Table, together
from factcheck.tables.binding import of
from factcheck.tables.columns import Column, digits
from factcheck.tables.judged import breaches, judging, rows
from factcheck.tables.judged.confirming import is_find
from factcheck.tables.queries import roundings
from factcheck.tables.samples import series
from factcheck.tables.samples.series import Line
from factcheck.tables.shapes import Match, can_be_reckoned
from factcheck.tables.slips import pens
from factcheck.values import evolve, frozen
from factcheck.verdicts import Verdict

_LAGS = (*range(1, 15), 24, 52, 53)
"""Rows by which a change may look back: a month, a week of days, a year of quarters, months or weeks, with a totals row in it."""
_NEAR = 12
"""Columns that a change tells in its name, or that are nearest to it, among which its level is looked for."""
_GLANCE, _MISSED = 12, 3
"""Steps at the beginning of which half must hold, and one of the first few."""
_ENOUGH, _DIFFERENT = 12, 5
"""Telling steps that must hold, with so many different changes."""
_TELLING = 3
"""Units of its last digit that a change must be to tell anything."""
_FEW = 8
"""One step in so many may be off before a closer look: one level that slipped breaks two."""
Step = tuple[int, int]
Way = tuple[Sequence[Line], int, Sequence[Step]]
"""Lines, the rows to look back by, and the first steps."""


@frozen
class _Lag:
    """A change, its level and the rows that it looks back; ``way`` is the place among its rule's texts."""

    change: Column
    level: Column
    way: int
    told: int
    slips: tuple[tuple[Step, ...], ...] = field(repr=False)


@frozen
class _Series:
    """The numbers of a change and of a level as reals, the unit of the change, and how far a level may be rounded."""

    changes: Sequence[float] = field(repr=False)
    levels: Sequence[float] = field(repr=False)
    unit: float
    half: float


def check(rule: Rule, table: Table) -> Across:
    """Check each change on an earlier row, where the sample holds all rows."""
    if not table.at_hand:
        return Across(rule)
    levels = [column for column in table.sample.columns if _may_be_level(column, table)]
    changes = [column for column in table.sample.columns if _may_change(column)] if levels else []
    ways = [*_ways(table)] if changes else []
    found = (_found(column, levels, table, ways) for column in changes)
    suspected: set[tuple[int, int]] = set()
    return together(rule, [_told(rule, table, lag, suspected) for lag in found if lag is not None])


def _may_change(column: Column) -> bool:
    may_be = column.form.percent or column.name.says("share") or not column.name.bars
    says_so = column.name.says("difference") or (column.form.negative and may_be)
    return column.kind == "number" and not column.doubtful and says_so


def _may_be_level(column: Column, table: Table) -> bool:
    return can_be_reckoned(column) and len(set(table.sample.values(column))) > _ENOUGH


def _ways(table: Table) -> Iterator[Way]:
    """Give the ways to look back, each with its first steps."""
    for lines in series.ways(table.sample):
        for lag in _LAGS:
            yield lines, lag, [*islice(series.steps(lines, lag), _GLANCE)]


def _found(change: Column, levels: Sequence[Column], table: Table, ways: Sequence[Way]) -> _Lag | None:
    """Give the level and the way to look back that most steps keep."""
    near = sorted((level for level in levels if level is not change), key=lambda level: _likelihood(level, change))[:_NEAR]
    changes, unit = [*map(digits.real, table.sample.values(change))], float(table.sample.unit(change))
    found = []
    for level in near:
        told = _Series(changes, [*map(digits.real, table.sample.values(level))], unit, float(_half(level, table)))
        for lines, lag, first in ways:
            at = [way for way in (0, 1) if _at_first(told, first, way)]
            steps = [*series.steps(lines, lag)] if at else ()
            found += [each for way in at if (each := _kept(change, level, told, steps, way)) is not None]
    return max(found, key=lambda each: (each.told - len(each.slips), -len(each.slips)), default=None)  # not over places


def _likelihood(level: Column, change: Column) -> tuple[bool, int]:
    """Put first a level that the name of the change tells, "payroll" of "payroll change", then what stands near it."""
    told = bool(level.name.stem) and level.name.stem <= change.name.stem
    return not told, abs(level.index - change.index)


def _half(level: Column, table: Table) -> Fraction:
    """Give how far a level can be from what it was rounded to; a count is what it is."""
    if level.form.whole:
        return Fraction(level.form.step, 2) if level.form.step > 1 else Fraction(0)
    return table.sample.unit(level) / 2


def _kept(change: Column, level: Column, told: _Series, steps: Sequence[Step], way: int) -> _Lag | None:
    """Give the relation, if all steps but a few keep it."""
    seen: set[float] = set()
    broken: list[Step] = []
    checked = telling = 0
    for step in steps:
        if (apart := _apart(told, step, way)) is None:
            continue
        checked += 1
        value = told.changes[step[1]]
        if apart > 1:
            broken.append(step)
            if len(broken) * _FEW > _FEW * 4 + checked:
                return None
        elif abs(value) >= _TELLING * told.unit and abs(value) > _room(told, step, way):
            telling += 1
            seen.add(value)
    enough = telling >= _ENOUGH and len(seen) >= _DIFFERENT and len(broken) * _FEW <= checked
    return _Lag(change, level, way, checked, tuple(_slips(told, broken, way))) if enough else None


def _at_first(told: _Series, steps: Sequence[Step], way: int) -> bool:
    """Tell whether half of the first steps hold; what does not change tells nothing."""
    held = far = 0
    for step in steps:
        apart = _apart(told, step, way)
        held += apart is not None and apart <= 1 and told.changes[step[1]] != 0
        far += apart is not None and apart > 1
        if far * 2 > _GLANCE or (far == _MISSED and not held):
            return False
    return 0 < held >= far


def _apart(told: _Series, step: Step, way: int) -> float | None:
    """Give how far off a step is, in its room for rounding; None where a cell says nothing."""
    old, new, change = told.levels[step[0]], told.levels[step[1]], told.changes[step[1]]
    if not way and not old > 0:
        return None
    return _in_rooms(new - old - change if way else 100 * new / old - 100 - change, _room(told, step, way))


def _room(told: _Series, step: Step, way: int) -> float:
    """Give how far a change may be off by rounding; one within it says no more than none at all."""
    old, new = told.levels[step[0]], told.levels[step[1]]
    if way:
        return (told.unit if told.unit < 1 else 0.0) + 2 * told.half
    return told.unit + 100 * told.half / old * (1 + new / old)


def _in_rooms(off: float, room: float) -> float | None:
    if off != off:  # a cell says nothing
        return None
    return abs(off) / (room * 1.001) if room else math.inf if off else 0.0


def _told(rule: Rule, table: Table, lag: _Lag, suspected: set[tuple[int, int]]) -> Across:
    """Report what slipped, once for each figure; ``suspected`` are levels, by row and column, that are told already."""
    name = f"{lag.change.label} is that of {lag.level.label} on an earlier row"
    numbers = rows.numbers(table.store) if lag.slips else []
    judged = [_judged(rule, table, lag, (numbers[before], numbers[at])) for (before, at), *_ in lag.slips]
    slips = [(steps, each) for steps, each in zip(lag.slips, judged, strict=True) if each is not None]
    traced = sum(len(steps) > 1 or pens.slipped(verdict) for steps, (verdict, _) in slips)
    if not is_find(lag.told, len(slips), "guess", slips=traced):
        return Across(rule, not_checked=(f"{name}: broken in {len(slips):,} of {lag.told:,} steps: a convention not understood",))
    reports: list[Report] = []
    for steps, (verdict, report) in slips:
        known = suspected & {(at, lag.level.index) for step in steps for at in step}
        if not known and (len(steps) > 1 or _is_slip(verdict)):
            suspected |= {(steps[0][1], lag.level.index)} if len(steps) > 1 else set()
            reports.append(report)
    unexplained = sum(len(steps) == 1 and not _is_slip(verdict) for steps, (verdict, _) in slips)
    other = f", {unexplained:,} off for which no slip accounts" if unexplained else ""
    line = f"{name} ({rule.name}: {lag.told:,} steps, {len(reports):,} broken{other})"
    return Across(rule, tuple(reports), (lag.change, lag.level), (line,))


def _slips(told: _Series, broken: Sequence[Step], way: int) -> Iterator[tuple[Step, ...]]:
    """Put together the two steps that one level breaks: its own change, and the one on it, which takes back what it was off."""
    behind = {before: (before, at) for before, at in broken}
    taken: set[Step] = set()
    for step in broken:
        if step not in taken:
            after = behind.get(step[1])
            steps = (step,) if after is None or not _taken_back(told, step, after, way) else (step, after)
            taken.update(steps)
            yield steps


def _taken_back(told: _Series, step: Step, after: Step, way: int) -> bool:
    """Tell whether both changes together lead from the level before to the one behind."""
    old, new, one, other = told.levels[step[0]], told.levels[after[1]], told.changes[step[1]], told.changes[after[1]]
    if way:
        return abs(new - old - one - other) <= 2 * (told.unit + told.half)
    made = old * (1 + one / 100) * (1 + other / 100)
    return abs(made - new) <= abs(made) * told.unit / 50 + 2 * told.half


def _is_slip(verdict: Verdict) -> bool:
    """Tell whether a digit, a sign or a point of the change explains the step."""
    claim = verdict.constraint.claims["change"]
    right = verdict.right(claim.id)
    if right.low is None or right.high is None or claim.value is None or claim.quantity is None:
        return False
    half = (claim.quantity.possible.high or claim.value) - claim.value  # what would be right is printed as this figure is
    return any(right.low - half <= other <= right.high + half for other in pens.before_a_slip(claim.value))


def _judged(rule: Rule, table: Table, lag: _Lag, numbers: Step) -> tuple[Verdict, Report] | None:
    """Judge a change against its level and the one before, exactly; None where a cell cannot be read or nothing is broken."""
    relation = of(rule, Match(dict(zip(rule.claims, ((lag.change,), (lag.level,), (lag.level,)), strict=True)), "values"))
    fetched = {row.number: row for row in rows.fetch(table.store, sorted(numbers), [lag.level, lag.change])}
    before, at = (fetched[number] for number in numbers)
    told, claims = judging.story(table.path, str(at.number), [(at, lag.change), (at, lag.level), (before, lag.level)])
    found = (
        claims.get((at.number, lag.change.index)),
        claims.get((at.number, lag.level.index)),
        claims.get((before.number, lag.level.index)),
    )
    bound = {name: claim for name, claim in zip(rule.claims, found, strict=True) if claim is not None}
    if len(bound) < len(found):
        return None
    way = evolve(relation.ways[lag.way], shape=rule.shape)
    return breaches.broken(way, relation, told, roundings.widened(relation, bound))
