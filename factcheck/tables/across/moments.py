"""How long something took, beside two moments: "trip_seconds" between "picked up" and "dropped off", "flight time (min)".

Which two these are, and what the time is counted in, the rows show. A clock that was put forward in the night, or that of another
place, makes a row no slip.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import islice, permutations

from factcheck.claims import Claim
from factcheck.intervals import Interval
from factcheck.quantities import Quantity
from factcheck.report import Report
from factcheck.rules import Rule
from factcheck.story import Story
from factcheck.tables.across import Across, Table, together
from factcheck.tables.binding import of
from factcheck.tables.columns import Column, Number, digits, moments
from factcheck.tables.columns.moments import Moment
from factcheck.tables.judged import breaches, judging, rows
from factcheck.tables.judged.confirming import is_find
from factcheck.tables.judged.judging import Row
from factcheck.tables.shapes import Match, are_few
from factcheck.tables.slips import clocks
from factcheck.values import evolve, frozen

_MOST_ROWS, _MOST_COLUMNS, _MOST_TRACED = 20_000, 8, 12
_TRIES, _ENOUGH, _DIFFERENT, _TELLING = 200, 8, 5, 3
"""Rows that propose two moments, and how many must keep a time, with so many different ones. A time that tells is so
many times what it is rounded by."""
_UNITS = (Fraction(1), Fraction(60), Fraction(3600), Fraction(86_400), Fraction(1, 1000))
"""Seconds of what a time may be counted in."""
_Seconds = Sequence[Fraction | None]
_MINUTE, _HOUR, _QUARTER, _DAY = Fraction(60), 3600, 900, 86_400
_NIGHT, _FARTHEST = 4 * _HOUR, 14 * _HOUR
"""When clocks are put forward or back; by how much those of two places can differ."""


@frozen
class _Took:
    """A time with the two moments that it lies between, the seconds that it is counted in, and how far it may be rounded."""

    length: Column
    start: Column
    end: Column
    unit: Fraction
    room: Fraction

    @property
    def columns(self) -> tuple[Column, Column, Column]:
        """The columns in the order of the rule's claims."""
        return self.length, self.start, self.end

    def apart(self, row: Row) -> Fraction | None:
        """Give by how many seconds a time is not that between its moments; None where a cell says nothing."""
        length, start, end = row.value(self.length), _moment(row, self.start), _moment(row, self.end)
        if length is None or start is None or end is None:
            return None
        return end.seconds - start.seconds - length * self.unit

    def keeps(self, row: Row) -> bool | None:
        """Tell whether a row keeps the time; None where a cell says nothing."""
        apart = self.apart(row)
        return None if apart is None else abs(apart) <= self.room * self.unit


def check(rule: Rule, table: Table) -> Across:
    """Check each time that lies between two moments."""
    sample = table.sample
    if table.store.rows > _MOST_ROWS:
        return Across(rule)
    dated = [column for column in sample.columns if moments.are_moments(sample.texts[column.index], column)][:_MOST_COLUMNS]
    lengths = [column for column in sample.columns if _may_be_length(column)] if len(dated) > 1 else []
    read = [(column, _read(table, column)) for column in dated] if lengths else []
    return together(rule, [_checked(rule, table, took) for length in lengths if (took := _found(table, length, read))])


def _may_be_length(column: Column) -> bool:
    return column.kind == "number" and not column.doubtful and not column.name.says("identity", "rank")


def _moment(row: Row, column: Column) -> Moment | None:
    return moments.read(row.texts.get(column.index) or "", column.form.order)


def _found(table: Table, length: Column, read: Sequence[tuple[Column, _Seconds]]) -> _Took | None:
    """Give the two moments, and what is counted, that most of the first rows keep a time with."""
    values, unit = table.sample.values(length)[:_TRIES], table.sample.unit(length)
    best, most = None, 0
    for (start, begun), (end, ended) in permutations(read, 2):
        each = zip(values, begun, ended, strict=True)
        told = [(value, b - a) for value, a, b in each if value is not None and a is not None and b is not None]
        grain = max(_grain(begun), _grain(ended))
        for counted in _UNITS:
            room: Fraction = unit + grain / counted
            kept = _kept([(value, seconds / counted - value) for value, seconds in told], room)
            if len(kept) > most:
                best, most = _Took(length, start, end, counted, room if any(kept.values()) else Fraction(0)), len(kept)
    return best


def _kept(told: Sequence[tuple[Number, Fraction]], room: Fraction) -> dict[Number, Fraction]:
    """Give the times that lie between two moments, with what they are off; nothing where too few do, or too many do not."""
    least = _TELLING * room
    kept = [(value, off) for value, off in told if not off or (abs(off) <= room and not -least < value < least)]
    enough = len(kept) >= _ENOUGH and len({value for value, _ in kept}) >= _DIFFERENT
    return dict(kept) if enough and are_few(sum(abs(off) > room for _, off in told), len(told)) else {}


def _grain(seconds: _Seconds) -> Fraction:
    """Give what moments are told by: a second, or a minute."""
    told = [each for each in seconds if each is not None]
    return next((grain for grain in (_MINUTE, Fraction(1)) if all(each % grain == 0 for each in told)), Fraction(0))


def _read(table: Table, column: Column) -> _Seconds:
    """Give the seconds of the first moments."""
    found = (moments.read(text or "", column.form.order) for text in islice(table.sample.texts[column.index], _TRIES))
    return [None if moment is None else moment.seconds for moment in found]


def _checked(rule: Rule, table: Table, took: _Took) -> Across:
    told = [(row, kept) for row in rows.fetch_all(table.store, took.columns) if (kept := took.keeps(row)) is not None]
    broken = [row for row, kept in told if not kept and not _is_by_another_clock(row, took)]
    slips = sum(_is_slip(row, took) for row in broken) if len(broken) <= _MOST_TRACED else 0
    if not is_find(len(told), len(broken), "guess", slips=slips, tight=True):
        return Across(rule)
    reports = tuple(report for row in broken if (report := _report(rule, table, row, took)) is not None)
    name = f"{took.length.label} is from {took.start.label} to {took.end.label}"
    line = f"{name} ({rule.name}: {len(told):,} rows, {len(reports):,} broken)"
    return Across(rule, reports, took.columns, (line,))


def _is_by_another_clock(row: Row, took: _Took) -> bool:
    """Tell a row that is off by what clocks differ: by an hour in a night, or on a journey by quarters of one."""
    apart, start, end = took.apart(row), _moment(row, took.start), _moment(row, took.end)
    if apart is None or start is None or end is None or (start.placed and end.placed):
        return False
    on_way = clocks.are_of_journey([took.start], [took.end]) and abs(apart) <= _FARTHEST
    at_night = start.seconds // _DAY != end.seconds // _DAY or min(start.of_day, end.of_day) <= _NIGHT
    return (on_way and apart % _QUARTER == 0) or (at_night and abs(abs(apart) - _HOUR) <= took.room * took.unit)


def _is_slip(row: Row, took: _Took) -> bool:
    """Tell whether a digit of a cell makes a row keep its time."""
    texts = [(column.index, edited) for column in took.columns for edited in digits.edits(row.texts.get(column.index) or "")]
    return any(took.keeps(evolve(row, texts={**row.texts, index: edited})) for index, edited in texts)


def _report(rule: Rule, table: Table, row: Row, took: _Took) -> Report | None:
    """Judge a row exactly: its moments are numbers of what the time is counted in."""
    told, claims = judging.story(table.path, rows.name_of(row, table.identity), [(row, column) for column in took.columns])
    found = [claims.get((row.number, column.index)) for column in took.columns]
    length, start, end = (_counted(claim, row, took, column) for claim, column in zip(found, took.columns, strict=True))
    if length is None or start is None or end is None:
        return None
    bound = dict(zip(rule.claims, (length, start, end), strict=True))
    relation = of(rule, Match({name: (column,) for name, column in zip(rule.claims, took.columns, strict=True)}, "guess"))
    broken = breaches.broken(rule, relation, Story(told.document, tuple(bound.values())), bound)
    return broken[1] if broken else None


def _counted(claim: Claim | None, row: Row, took: _Took, column: Column) -> Claim | None:
    """Give a moment as a number of what the time is counted in, and the time with what it may be rounded by."""
    if claim is None:
        return None
    moment = None if column is took.length else _moment(row, column)
    value, room = (claim.value, took.room) if moment is None else (moment.seconds / took.unit, Fraction(0))
    if value is None:
        return None
    around = Interval(value - room, value + room)
    return evolve(claim, kind="number", quantity=Quantity(around, around, value, unbounded=around), first_day=None, last_day=None)
