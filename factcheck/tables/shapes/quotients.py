"""A quotient of two columns: "Density" = "Population" / "Area", "PPG" = "Points" / "Games", a rate per 100,000.

The sample shows which two, and the power of ten between them: nearly all rows must keep the last digit that the quotient is
printed with. A name that says so ("per", "average") needs fewer rows than the values alone.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice

from factcheck.rules import Rule
from factcheck.tables.columns import Column, Number, Sample, digits
from factcheck.tables.shapes import FEW_BROKEN, Match, are_few, can_be_reckoned
from factcheck.values import evolve, frozen

_POWERS = (0, 2, 3, 4, 5, 6, -3, -1)
"""Powers of ten that may stand before a quotient, in the order of its rule's ways; those of speeds stand behind them."""
_SPEEDS = (0, -3)
"""Powers of ten before what is covered in an hour, where a column tells how long it took: of kilometres, of metres."""
_HOUR = 3600
_OF_SHARES = (3, 4, 5, 6, -1)
"""Those of a share that is none of a hundred: a rate per 1,000 or per 100,000, or a percentage of millions in billions."""
_MOST_COLUMNS = 60
MOST = 3
"""Pairs of columns of which one quotient can be."""
_TRIES = 200
_ENOUGH, _NAMED = 14, 8
"""Rows that must keep a quotient, and where its name says that it is one; a quarter of them must differ in each column."""
_FEW, _FINE = 5, 1000
"""What counts for as many rows where quotients and numbers are mostly so many of their last unit: there are few places."""
_PROBES, _VOTES = 5, 4
"""Rows that propose two columns, and in how many of them these must be met to be tried."""
_TELLING = Fraction(1, 20)
"""Share of a figure that its rounding may be, if it is to tell anything."""
_SHARP = 3
"""How many units of its last digit a quotient must change with half a one of a whole number, if that is to show it exact."""
_EVEN = Fraction(3, 5)
"""How far quotients are off in the mean, in units of their last digit: a quarter if they are rounded, a half if cut off."""


@frozen
class Term:
    """A column as a term of a quotient: its numbers, and half a unit of the last digit that they are printed with."""

    column: Column
    values: tuple[Number | None, ...]
    half: Fraction


def find(rule: Rule, sample: Sample) -> Iterator[Match]:
    """Give quotients with the two columns that they are of."""
    quotient, number, per = rule.claims
    columns = sorted(filter(_may_be, sample.columns[:_MOST_COLUMNS]), key=_likeliest)
    terms = terms_of(sample) if columns else []
    times = _in_hours(terms)
    told: set[frozenset[int]] = set()
    for column in columns:
        powers = _powers(column)
        for a, b, power, exact in islice(pairs(column, sample.values(column), terms, powers, named=says_so(column)), MOST):
            if (key := frozenset({column.index, a.index, b.index})) not in told:
                told.add(key)
                bound = {quotient: (column,), number: (a,), per: (b,)}
                yield Match(bound, "guess" if says_so(column) else "values", _POWERS.index(power), exact)
        for a, b, power, exact in islice(pairs(column, sample.values(column), times, _SPEEDS, named=True), 1):
            if b.form.clock and not a.form.clock:
                way = len(_POWERS) + _SPEEDS.index(power)
                yield Match({quotient: (column,), number: (a,), per: (b,)}, "guess", way, exact)


def terms_of(sample: Sample) -> list[Term]:
    """Give the columns that can be divided, or divide."""
    columns = [column for column in sample.columns[:_MOST_COLUMNS] if can_be_reckoned(column)]
    return [_term(column, sample.values(column)[:_TRIES]) for column in columns]


def _in_hours(terms: Sequence[Term]) -> list[Term]:
    """Give the columns of which an hour's share may be told, times in hours; none where no column is a time."""
    if not any(term.column.form.clock for term in terms):
        return []
    return [
        evolve(term, values=tuple(value and Fraction(value) / _HOUR for value in term.values), half=term.half / _HOUR)
        if term.column.form.clock
        else term
        for term in terms
    ]


def pairs(
    column: Column, values: Sequence[Number | None], terms: Sequence[Term], powers: Sequence[int], *, named: bool
) -> Iterator[tuple[Column, Column, int, bool]]:
    """Give two columns whose quotient is a column's, the power of ten before it, and whether they are rounded nowhere.

    Those whose quotient it is in most rows come first.

    Args:
        column: the quotient.
        values: its numbers.
        terms: the columns that it may be of.
        powers: the powers of ten that may stand before it.
        named: its name says that it is a quotient.

    """
    values = values[:_TRIES]
    unit = digits.resolution(values)
    others = [term for term in terms if term.column is not column]
    fits = [
        (kept, number, per, power)
        for number, per, power in _proposed(values, unit, others, powers)
        if (kept := _kept(values, unit, number, per, power)) >= (_NAMED if named else _ENOUGH)
    ]
    for _, number, per, power in sorted(fits, key=lambda fit: -fit[0]):
        yield number.column, per.column, power, _are_exact(values, unit, number, per, power)


def _powers(column: Column) -> Sequence[int]:
    """Give the powers of ten that may stand before a quotient; a share of one is no percentage.

    What is off by points is told of shares; here it is the last digit that counts.
    """
    is_percent = column.form.percent or "percent" in column.name.words
    if column.form.negative or not (is_percent or column.name.says("share")):
        return _POWERS
    return (2 if is_percent else 0, *_OF_SHARES) if is_percent or (column.form.highest or 0) <= 1 else (0, 2, *_OF_SHARES)


def _may_be(column: Column) -> bool:
    """Tell whether a column can be a quotient: one of decimals, or of a name that says so."""
    usable = column.kind == "number" and not column.name.says("identity", "rank")
    return usable and (not column.form.whole or says_so(column))


def _likeliest(column: Column) -> tuple[bool, bool]:
    """Put first what a name calls a quotient, and of these decimals: a "mean population" is none of deaths and their rate."""
    return not says_so(column), column.form.whole


def says_so(column: Column) -> bool:
    """Tell whether a column's name says that it is a quotient, or its unit: "yield (kg/ha)", "57%"."""
    is_index = column.name.says("index") and not column.form.whole
    return (
        is_index
        or column.name.note.count("/") == 1
        or column.name.says("quotient", "mean", "share")
        or "per" in column.name.words
        or (column.form.percent and not column.name.says("difference"))
    )


def _term(column: Column, values: Sequence[Number | None]) -> Term:
    half = Fraction(0) if column.form.whole else digits.resolution(values) / 2
    return Term(column, tuple(values), half)


def _proposed(
    values: Sequence[Number | None], unit: Fraction, terms: Sequence[Term], powers: Sequence[int]
) -> Iterator[tuple[Term, Term, int]]:
    """Propose two columns and a power of ten that make the quotient in some probing rows."""
    telling = [at for at, value in enumerate(values) if value and unit <= _TELLING * abs(Fraction(value))]
    rows = sorted(telling, key=lambda at: -sum(bool(term.values[at]) for term in terms))[:_PROBES]
    votes = Counter(vote for at in rows for vote in _votes(Fraction(values[at] or 0), unit, [term.values[at] for term in terms]))
    for (number, per, power), times in votes.most_common():
        if times >= _VOTES and power in powers:
            yield terms[number], terms[per], power


def _votes(value: Fraction, unit: Fraction, numbers: Sequence[Number | None]) -> Iterator[tuple[int, int, int]]:
    """Give the places of two numbers, and the power of ten, that make a quotient; sizes are compared by their logarithms."""
    sizes = [(at, math.log10(abs(Fraction(number))), number > 0) for at, number in enumerate(numbers) if number]
    mantissas = sorted((size % 1 + turn, at, size, sign) for at, size, sign in sizes for turn in (-1, 0, 1))
    room = math.log10(1 + float(unit / abs(value) + _TELLING / 2))
    own, is_above = math.log10(abs(value)), value > 0
    for per, divisor, one in sizes:
        right = (own + divisor) % 1
        for at in range(bisect_left(mantissas, (right - room,)), len(mantissas)):
            mantissa, number, size, other = mantissas[at]
            if mantissa > right + room:
                break
            if per != number and (one is other) is is_above:
                yield number, per, round(own + divisor - size)


def _are_exact(values: Sequence[Number | None], unit: Fraction, number: Term, per: Term, power: int) -> bool:
    """Tell whether whole numbers cannot have been rounded: by half a one quotients would be off, and they are not."""
    shown = 0
    for value, a, b in zip(values, number.values, per.values, strict=True):
        if value and a and b:
            right: Fraction = abs(Fraction(a) / b) * Fraction(10) ** power
            off = right * (_whole(number, a) + _whole(per, b)) / 2
            shown += off >= _SHARP * unit and -unit <= right - abs(Fraction(value)) <= unit
    return shown >= _NAMED


def _whole(term: Term, figure: Number) -> Fraction:
    """Give the share of a figure that is one of its units, where it is printed without decimals."""
    return abs(Fraction(1) / figure) if term.column.form.whole else Fraction(0)


def _kept(values: Sequence[Number | None], unit: Fraction, number: Term, per: Term, power: int) -> int:
    """Count the telling rows that keep a quotient; none where more than a few break it, or where too little differs."""
    told = broken = 0
    off = Fraction(0)
    seen: tuple[set[Number], ...] = (set(), set(), set())
    for value, a, b in zip(values, number.values, per.values, strict=True):
        if not value or not a or not b or unit > _TELLING * abs(Fraction(value)):
            continue
        rounded = number.half / abs(Fraction(a)) + per.half / abs(Fraction(b))
        if rounded > _TELLING:
            continue
        told += 1
        right = Fraction(a) / b * Fraction(10) ** power
        apart = abs(value - right) / (unit + abs(right) * rounded)
        if apart <= 1:
            off += apart
            for each, figure in zip(seen, (value, a, b), strict=True):
                each.add(figure)
        else:
            broken += 1
            if broken > FEW_BROKEN + len(values) // 20:
                return 0
    kept = told - broken
    if not are_few(broken, told) or off > _EVEN * kept:
        return 0
    few = _FEW if _are_fine(values, unit) and _are_fine(number.values, 2 * number.half or Fraction(1)) else _ENOUGH
    return kept if all(len(each) * 4 >= min(kept, few) for each in seen) else 0


def _are_fine(values: Sequence[Number | None], unit: Fraction) -> bool:
    """Tell whether most numbers have so many digits that no chance makes them one of two others."""
    told = [abs(Fraction(value)) for value in values if value]
    return sum(value >= _FINE * unit for value in told) * 2 > len(told)
