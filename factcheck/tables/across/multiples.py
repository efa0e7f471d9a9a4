"""One column that is another so many times over: the year's pay of the week's, an average of the total of three marks.

Or the one is so much divided by the other: the speed and the time of those who ran one distance, an index and what money buys.
Or it is always so much more or less: strokes of a round, and how far they are from par.

No cell tells the factor; the rows show it, to the last digit of both. Where nearly all keep it, a row in which a digit, a sign or
a point that slipped would make it hold is off; of all else another factor may be the cause, such as another day's rate.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from attrs import field

from factcheck.expressions import Operand
from factcheck.intervals import Amount, Interval
from factcheck.report import Report
from factcheck.rules import Rule
from factcheck.tables.across import Across, Table, judged, tally, together
from factcheck.tables.columns import Column, Number
from factcheck.tables.judged import rows
from factcheck.tables.judged.confirming import is_find
from factcheck.tables.samples import meeting
from factcheck.tables.shapes import are_few, can_be_reckoned
from factcheck.tables.slips import pens
from factcheck.values import frozen
from factcheck.verdicts import Verdict

_MOST_COLUMNS = 16
_MORE = 2
"""The way of what is always so much more."""
_TELLING = 40
"""Units of its last digit that a figure must be, if its rounding is to leave the factor narrow."""
_LEAST = 4
"""And that it must be, if one that is far off the factor is to be told: a digit that slipped may have made it small."""
_ENOUGH, _DIFFERENT = 12, 8
"""Telling rows that must keep the factor, with so many different figures."""
_SPREAD = Fraction(5, 4)
"""How many times the least of these figures the greatest must be: of two columns that hardly change any factor is kept."""
_ROUNDED, _CUT = Fraction(1, 2), Fraction(1)
"""Units of its last digit that a figure may be off if it was rounded, and if it was cut off, as a pace is in whole seconds."""
_FINE = 1000
"""Units of its last digit that a figure must be, if no chance makes what a slip of the pen made of it."""
_FAR = Fraction(1, 100)
"""How much of the factor a row's own must be off: the tenth digit that a program prints is no slip of a pen."""
_GLANCE, _NEAR = 8, 0.05
"""Rows whose factors are compared in reals before all are looked at, and how much of it half of them may be apart."""


@frozen
class _Multiple:
    """A column with the one that it is a multiple of; ``broken`` are the rows that are far off.

    In the other ``way`` it is so much divided by that one, as a speed is of the time for one and the same distance,
    or so much more.
    """

    value: Column
    base: Column
    factor: Interval
    way: int
    told: int
    broken: tuple[int, ...] = field(repr=False)


def check(rule: Rule, table: Table) -> Across:
    """Check each pair of columns, where the sample holds all rows."""
    columns = [column for column in table.sample.columns if can_be_reckoned(column)][:_MOST_COLUMNS]
    pairs = combinations(columns, 2) if table.at_hand else ()
    found = (
        _found(one, other, table) or _found(one, other, table, 1) or _found(one, other, table, 2) or _counted(one, other, table)
        for one, other in pairs
    )
    return together(rule, [_told(rule, table, each) for each in found if each is not None])


def _found(one: Column, other: Column, table: Table, way: int = 0, *, counted: bool = False) -> _Multiple | None:
    """Give the larger of two columns as a multiple of the smaller, if all rows but a few show one factor that is not one.

    With ``counted`` whole numbers are taken to be rounded nowhere, so that small ones tell, too.
    """
    if way == _MORE and not _may_be_set_off(one, other):
        return None
    near = _glance(table.sample.reals(one), table.sample.reals(other), way)
    if near is None:
        return None
    value, base = (one, other) if near >= (0 if way == _MORE else 1) else (other, one)
    units = _unit(value, table, counted=counted), _unit(base, table, counted=counted)
    told = table.sample.values(value), table.sample.values(base), *units
    spans, cut = dict(_spans(*told, way=way)), dict(_spans(*told, _CUT, way=way, least=_LEAST))
    factor, most = meeting.where(spans.values())
    broken = tuple(at for at in spans if not factor.meets(Interval(*cut[at])))
    bases = {Fraction(table.sample.values(base)[at] or 0) for at in spans.keys() - set(broken)}
    differ = len(bases) >= _DIFFERENT and (way == _MORE or max(bases) >= _SPREAD * min(bases))
    kept = most >= _ENOUGH and differ and are_few(len(broken), len(spans))
    if not kept or (factor.meets(Interval.point(1)) and not way):
        return None
    room = Fraction(0) if way == _MORE else _FAR
    wide = Interval((factor.low or Fraction(0)) * (1 - room), (factor.high or Fraction(0)) * (1 + room))
    far = [at for at in broken if not wide.meets(Interval(*cut[at]))]
    small = [at for at in cut.keys() - spans.keys() if not wide.meets(Interval(*cut[at]))]
    far += small if len(small) == 1 and not far else []  # small figures are rounded in more than one way
    return _Multiple(value, base, factor, way, len(spans), tuple(far))


def _counted(one: Column, other: Column, table: Table) -> _Multiple | None:
    """Give a multiple of one column that counts, and so is not rounded, and one of decimals: a share of 32 classes."""
    may_be = one.form.exact is not other.form.exact and not (one.doubtful or other.doubtful)
    return _found(one, other, table, counted=True) if may_be else None


def _unit(column: Column, table: Table, *, counted: bool) -> Fraction:
    """Give the unit of a column's last digit; none where it counts, and is rounded nowhere."""
    return Fraction(0) if counted and column.form.exact else table.sample.unit(column)


def _may_be_set_off(one: Column, other: Column) -> bool:
    """Tell whether one may be the other, set off against a norm: whole numbers with names, of which one falls below nought."""
    usable = one.form.exact and other.form.exact and not (one.doubtful or other.doubtful)
    return usable and one.form.negative is not other.form.negative


def _glance(ones: Sequence[float], others: Sequence[float], way: int) -> float | None:
    """Give about how many times the one column is the other, as a few rows show it; None where they do not."""
    rows = zip(ones[: 2 * _GLANCE], others[: 2 * _GLANCE], strict=True)
    known = ((a, b) for a, b in rows if a and b and a == a and b == b)
    factors = sorted(a - b if way == _MORE else a * b if way else a / b for a, b in known)
    middle = factors[len(factors) // 2] if len(factors) >= _GLANCE else 0.0
    near = sum(abs(factor - middle) <= _NEAR * abs(middle) for factor in factors)
    return middle if (middle > 0 or way == _MORE) and near * 2 > len(factors) else None


def _spans(
    values: Sequence[Number | None],
    bases: Sequence[Number | None],
    unit: Fraction,
    base_unit: Fraction,
    room: Fraction = _ROUNDED,
    way: int = 0,
    least: int = _TELLING,
) -> Iterator[tuple[int, tuple[Fraction, Fraction]]]:
    """Give the rows that tell, each with the least and the greatest factor that its two figures leave."""
    half, base_half = unit * room, base_unit * room
    for at, (value, base) in enumerate(zip(values, bases, strict=True)):
        if way == _MORE and value is not None and base is not None:
            yield at, (Fraction(value - base) - half - base_half, Fraction(value - base) + half + base_half)
        elif way != _MORE and value and base and value >= least * unit and base >= least * base_unit:
            low, high = (base - base_half, base + base_half) if way else (1 / (base + base_half), 1 / (base - base_half))
            yield at, ((value - half) * low, (value + half) * high)


def _told(rule: Rule, table: Table, multiple: _Multiple) -> Across:
    numbers = rows.numbers(table.store) if multiple.broken else []
    judged = [(at, *found) for at in multiple.broken if (found := _judged(rule, table, multiple, numbers[at])) is not None]
    slips = [report for at, verdict, report in judged if pens.slipped(verdict) or _is_slip(table, multiple, at)]
    how = ("{} is {} so many times over", "{} times {} is the same", "{} is so much more than {}")[multiple.way]
    name = f"{how.format(multiple.value.label, multiple.base.label)} in all rows"
    if not is_find(multiple.told, len(multiple.broken), "guess", slips=len(slips), tight=True):
        return Across(rule, not_checked=(f"{name}: broken in {len(multiple.broken):,} of {multiple.told:,} rows",))
    line = f"{name} ({rule.name}: {tally(multiple.told, 'rows', len(multiple.broken), slips)})"
    return Across(rule, tuple(slips), (multiple.value, multiple.base), (line,))


def _is_slip(table: Table, multiple: _Multiple, at: int) -> bool:
    """Tell whether a slip of the pen in one of two long figures explains a row, as far as both may be rounded."""
    value, base = (Fraction(table.sample.values(column)[at] or 0) for column in (multiple.value, multiple.base))
    units = table.sample.unit(multiple.value), table.sample.unit(multiple.base)
    if multiple.way == _MORE or value < _FINE * units[0] or base < _FINE * units[1]:
        return False
    mended = [(each, base) for each in pens.before_a_slip(value)] + [(value, each) for each in pens.before_a_slip(base)]
    spans = _spans([each for each, _ in mended], [each for _, each in mended], *units, way=multiple.way)
    return any(multiple.factor.meets(Interval(*span)) for _, span in spans)


def _judged(rule: Rule, table: Table, multiple: _Multiple, number: int) -> tuple[Verdict, Report] | None:
    known = {"factor": Operand("the factor", Amount(multiple.factor, multiple.factor))}
    return judged(rule, table, number, (multiple.value, multiple.base), way=multiple.way, known=known)
