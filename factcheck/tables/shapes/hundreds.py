"""Shares that make a hundred percent: neighbours, or neighbours among the columns of shares. The sample shows which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain, pairwise

from factcheck.rules import Rule
from factcheck.tables.columns import Column, Number, Sample
from factcheck.tables.shapes import Match, are_few

_MOST_COLUMNS = 60
_TRIES = 40
_GLANCE = 12
"""Rows at the beginning of which half must hold, before the others are looked at."""
_OF_ONE, _WAY, _ROUNDED = 2, 2, Fraction(101, 100)
"""What shares of one never make, the place of the first way for them, and what many make by rounding, with the next one."""
_ENOUGH = 8
"""Rows that must make a hundred, with as many different first shares."""


def find(rule: Rule, sample: Sample) -> Iterator[Match]:
    """Give runs of columns that make 100, or 1, in nearly all rows of the sample; the longest ones."""
    (shares,) = rule.claims
    numbers = [column for column in sample.columns if _may_be_share(column, sample)]
    named = [column for column in numbers if column.form.percent or column.name.says("share")]
    taken: set[int] = set()
    called, others = (columns if len(columns) <= _MOST_COLUMNS else [] for columns in (named, numbers))
    for run in chain(_runs(called, sample, 2), _runs(others, sample, 3), _pairs(others, sample)):
        if taken.isdisjoint(column.index for column in run):
            taken.update(column.index for column in run)
            yield Match({shares: tuple(run)}, "values", _way(run, sample))


def _way(run: Sequence[Column], sample: Sample) -> int | None:
    """Give the place among the rule's ways of the one for shares of one, which never make a hundred; None for those of a hundred.

    Many that are rounded may make a little more.
    """
    told = zip(*(sample.values(column)[:_TRIES] for column in run), strict=True)
    sums = sorted(sum(number or 0 for number in row) for row in told if None not in row)
    middle = sums[len(sums) // 2] if sums else 100
    return None if middle > _OF_ONE else _WAY + (sums[-(len(sums) // 10) - 1] > _ROUNDED)


def _may_be_share(column: Column, sample: Sample) -> bool:
    usable = column.kind == "number" and not column.doubtful and not column.form.negative
    if not usable or column.name.says("identity", "rank", "index", "difference"):
        return False
    high = column.form.highest
    return high is not None and (high <= 100 or _few_are_more(sample.values(column)))


def _few_are_more(values: Sequence[Number | None]) -> bool:
    """Tell whether next to no value is above a hundred: a digit too many makes a column no other thing."""
    told = [value for value in values if value is not None]
    return are_few(sum(value > 100 for value in told), len(told))


def _runs(columns: Sequence[Column], sample: Sample, fewest: int) -> Iterator[Sequence[Column]]:
    values = [sample.values(column) for column in columns]
    rows = [at for at in range(len(sample.texts[0]) if sample.texts else 0) if all(each[at] is not None for each in values)]
    sums = [_sums([each[at] or 0 for each in values]) for at in rows[:_TRIES]]
    for size in range(len(columns), fewest - 1, -1):
        for start in range(len(columns) - size + 1):
            run = columns[start : start + size]
            if len({column.form.percent for column in run}) == 1 and _make_a_hundred(sums, start, start + size):
                yield run


def _pairs(columns: Sequence[Column], sample: Sample) -> Iterator[Sequence[Column]]:
    """Give neighbours with decimals that make a hundred to the last digit, though no name says that they are shares."""
    for pair in pairwise(columns):
        told = zip(*(sample.values(column)[:_TRIES] for column in pair), strict=True)
        sums = [(a, a + b) for a, b in told if a is not None and b is not None]
        off = sum(whole != 100 for _, whole in sums)
        seen = {part for part, whole in sums if whole == 100}
        if not any(column.form.whole for column in pair) and len(seen) >= _ENOUGH and off * 10 <= len(sums):
            yield pair


def _sums(numbers: Sequence[Number]) -> list[Number]:
    sums: list[Number] = [0]
    for number in numbers:
        sums.append(sums[-1] + number)
    return sums


def _make_a_hundred(sums: Sequence[Sequence[Number]], start: int, stop: int) -> bool:
    room = Fraction(6, 500) if stop - start < 5 else Fraction(2, 100)
    for whole in (100, 1):
        low, high = whole - room * whole, whole + room * whole
        if sum(low <= each[stop] - each[start] <= high for each in sums[:_GLANCE]) * 2 < min(_GLANCE, len(sums)):
            continue
        kept = [each[start + 1] - each[start] for each in sums if low <= each[stop] - each[start] <= high]
        if len(set(kept)) >= _ENOUGH and (len(sums) - len(kept)) * 10 <= len(sums):
            return True
    return False
