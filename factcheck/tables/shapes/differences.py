"""A difference of two columns: "margin" = "Dem" - "Rep", "goal difference" = for - against. The sample shows which two.

A column that falls below nought can be one by its values alone, whatever it is called ("Solde"); then what is taken off must
differ too: by its name alone one may be of a norm, which is the same for years ("anomaly").
Years from one year to another are one, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations

from factcheck.rules import Rule
from factcheck.tables.columns import Column, Number, Sample, digits
from factcheck.tables.shapes import FEW_BROKEN, Match, are_few

_MOST_COLUMNS, _MOST_UNNAMED, _MOST_YEARS = 40, 6, 6
_TRIES = 100
_ENOUGH = 5
_FEW = 4
"""Rows that tell enough where names say all."""
_LARGE = 100
"""A difference that is kept by chance in none of a few rows."""
_ALMOST = 1e-9
"""How much of its figures a difference in reals may be off, beyond the room for rounding, before the exact one is."""


def find(rule: Rule, sample: Sample) -> Iterator[Match]:
    """Give differences with the two columns that they are of, the nearest pair first."""
    difference, more, less = rule.claims
    numbers = [
        column for column in sample.columns if column.kind == "number" and not column.name.says("difference", "identity", "rank")
    ]
    wide = len(numbers) > _MOST_COLUMNS
    columns = [column for column in sample.columns if column.kind == "number" and _may_be(column)]
    for column in _likeliest(columns) if wide else columns:
        others = _near(column, numbers)
        reals = {each.index: [*map(digits.real, sample.values(each)[:_TRIES])] for each in (column, *others)}
        named = _scores(column, others)
        if named is not None and _kept(column, *named, sample, _FEW):
            yield Match({difference: (column,), more: (named[0],), less: (named[1],)}, "names")
            continue
        enough = _FEW if _is_small(column, reals[column.index]) else _ENOUGH
        if len({real for real in reals[column.index] if abs(real) > _room((column,), sample)}) < enough:
            continue  # next to nothing is the difference of anything
        pairs = sorted(permutations(others, 2), key=lambda pair: sum(abs(other.index - column.index) for other in pair))
        for one, other in pairs:
            room = float(_room((column, one, other), sample))
            near = _may_keep(reals[column.index], reals[one.index], reals[other.index], room)
            if near and _kept(column, one, other, sample, enough):
                yield Match({difference: (column,), more: (one,), less: (other,)}, "values")
                break
    yield from _of_years(rule, sample)


def _likeliest(columns: Sequence[Column]) -> list[Column]:
    """Give, of many, the columns that are called differences, and a few that fall below nought with many digits."""
    named = [column for column in columns if column.name.says("difference")][:_MOST_COLUMNS]
    return [*named, *[column for column in columns if column not in named and not column.form.whole][:_MOST_UNNAMED]]


def _near(difference: Column, numbers: Sequence[Column]) -> list[Column]:
    """Give the numbers that a difference may be of, of many those that stand nearest to it."""
    others = [other for other in numbers if other is not difference]
    nearest = sorted(others, key=lambda other: abs(other.index - difference.index))[:_MOST_COLUMNS]
    return others if len(others) <= _MOST_COLUMNS else sorted(nearest, key=lambda other: other.index)


def _of_years(rule: Rule, sample: Sample) -> Iterator[Match]:
    """Give whole numbers that are the years between two years, as the rows show."""
    years = [column for column in sample.columns if column.kind == "year" and not column.doubtful][:_MOST_YEARS]
    numbers = [column for column in sample.columns if column.kind == "number" and column.form.whole and not column.doubtful]
    for column in numbers[:_MOST_COLUMNS] if len(years) > 1 else ():
        for one, other in permutations(years, 2):
            named = one.name.says("end") and other.name.says("start")  # told by their names, with a year to either side
            if not (named or column.name.says("identity", "rank", "age")) and _kept(column, one, other, sample):
                yield Match(dict(zip(rule.claims, ((column,), (one,), (other,)), strict=True)), "values")
                break


def _may_be(column: Column) -> bool:
    return column.name.says("difference") or (column.form.negative and not column.name.bars and not column.doubtful)


def _is_small(difference: Column, reals: Sequence[float]) -> bool:
    """Tell whether a few rows tell enough: the name says that it is a difference, and no chance makes so many digits."""
    told = [abs(real) for real in reals if real == real]
    named = difference.name.says("difference") and difference.form.whole
    return named and _FEW < len(told) < 2 * _ENOUGH and min(told) >= _LARGE


def _scores(difference: Column, others: Sequence[Column]) -> tuple[Column, Column] | None:
    """Give the columns of what was scored and of what was let in, where a difference stands beside them."""
    found = [
        [other for other in others if other.name.says(aspect) and not other.name.stem]
        for aspect in ("score-for", "score-against")
    ]
    one, other = found
    return (one[0], other[0]) if difference.name.says("difference") and len(one) == len(other) == 1 else None


def _room(columns: Sequence[Column], sample: Sample) -> Fraction:
    """Give what the last digits of figures can be rounded by, tenths and millionths alike; whole numbers are counted."""
    return sum((sample.unit(column) / 2 for column in columns if not column.form.whole), Fraction(0))


def _may_keep(differences: Sequence[float], ones: Sequence[float], others: Sequence[float], room: float) -> bool:
    """Tell whether so many rows are near that exact figures are worth a look; a comparison with what is missing is false."""
    far = told = 0
    for d, a, b in zip(differences, ones, others, strict=True):
        if a and b and d == d and a == a and b == b:
            told += 1
            far += abs(a - b - d) > room + (abs(a) + abs(b)) * _ALMOST
            if far > FEW_BROKEN + len(differences) // 20:
                return False
    return True


def _kept(difference: Column, one: Column, other: Column, sample: Sample, enough: int = _ENOUGH) -> bool:
    """Tell whether nearly all telling rows of the sample keep it; a row tells where something is taken off."""
    told = broken = 0
    seen, taken = set[Number](), set[Number]()
    room = _room((difference, one, other), sample)
    for d, a, b in list(zip(sample.values(difference), sample.values(one), sample.values(other), strict=True))[:_TRIES]:
        if d is None or not a or not b:
            continue
        told += 1
        if abs(Fraction(d)) > room:
            seen.add(d)
            taken.add(b)
        if abs(Fraction(a - b - d)) > room:
            broken += 1
            if broken > FEW_BROKEN + _TRIES // 20:
                return False
    few = enough if enough < _ENOUGH else 2 * enough
    told_enough = len(seen) >= enough and (len(taken) >= enough or difference.name.says("difference"))
    return told_enough and told - broken >= few and are_few(broken, told)
