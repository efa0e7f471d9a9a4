"""A mean with what it is the mean of: "tmed" of "tmax" and "tmin", the mean of three readings, a score of four judges.

The sample shows which: neighbours, or any two columns. Nearly all rows that tell must keep it as finely as it is printed, and a
row tells where what is averaged lies well apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.rules import Rule
from factcheck.tables.columns import Column, Sample
from factcheck.tables.shapes import FEW_BROKEN, Match, Trust, alike, are_few
from factcheck.values import frozen

_MOST_COLUMNS, _NEAR = 40, 12
"""Columns among which means are looked for, and the nearest to one of which two may make it."""
_LONGEST = 6
"""Neighbours that may be averaged; the rule has a way for each number from two on."""
_TRIES, _GLANCE, _MISSED = 200, 8, 2
"""Rows that are looked at, and of the first few those that may break a mean, if it is to be looked at further."""
_ENOUGH, _NAMED = 14, 8
"""Different means that rows must keep, and where a name says that it is one."""
_TELLING = 8
"""How many times the room for rounding what is averaged must lie apart."""


@frozen
class _Figures:
    column: Column
    values: Sequence[float]
    half: float


def find(rule: Rule, sample: Sample) -> Iterator[Match]:
    """Give means with what they are the means of, the longest run of neighbours first."""
    mean, parts = sorted(rule.claims, key=lambda name: rule.claims[name].several)
    columns = [column for column in sample.columns if _can_be(column)][:_MOST_COLUMNS]
    read = [_Figures(each, sample.reals(each)[:_TRIES], float(sample.unit(each)) / 2) for each in columns]
    for whole in (each for each in read if not each.column.form.whole):
        found = next((parts for parts in _candidates(whole, read) if _kept(whole, parts)), None)
        if found is not None:
            trust: Trust = "guess" if whole.column.name.says("mean") else "values"
            yield Match({mean: (whole.column,), parts: tuple(each.column for each in found)}, trust, len(found) - 2)


def _can_be(column: Column) -> bool:
    placed = column.name.says("identity", "rank", "age") or column.form.clock
    return column.kind == "number" and not (placed or column.doubtful) and column.form.highest != column.form.lowest


def _candidates(whole: _Figures, read: Sequence[_Figures]) -> Iterator[Sequence[_Figures]]:
    """Give runs of neighbours, and pairs of columns near, that are in the unit of a mean."""
    others = [each for each in read if each is not whole and alike(each.column, whole.column)]
    for size in range(min(_LONGEST, len(others)), 2, -1):
        yield from (others[start : start + size] for start in range(len(others) - size + 1))
    near = sorted(others, key=lambda each: abs(each.column.index - whole.column.index))[:_NEAR]
    yield from ([one, other] for one, other in combinations(sorted(near, key=lambda each: each.column.index), 2))


def _kept(whole: _Figures, parts: Sequence[_Figures]) -> bool:
    """Tell whether nearly all telling rows keep a mean; a few may break it."""
    room = whole.half + sum(each.half for each in parts if not each.column.form.whole) / len(parts) + 1e-9
    told = broken = 0
    seen: set[float] = set()
    for value, *figures in zip(whole.values, *(each.values for each in parts), strict=True):
        if any(each != each for each in (value, *figures)) or max(figures) - min(figures) < _TELLING * room:
            continue
        told += 1
        if abs(sum(figures) / len(figures) - value) <= room:
            seen.add(value)
        else:
            broken += 1
            if broken > (_MISSED if told <= _GLANCE else FEW_BROKEN + _TRIES // 20):
                return False
    return len(seen) >= (_NAMED if whole.column.name.says("mean") else _ENOUGH) and are_few(broken, told)
