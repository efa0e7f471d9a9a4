"""Numbers of a column -> how finely they are printed: the unit of the last digit, and of the last one that tells something.

And what a figure may have been before one of its digits slipped.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import pairwise

from factcheck.tables.columns import cells

_FINER = 20
"""One figure in so many may be finer than the unit in which its column is printed."""
_SINGLE = 8
"""Figures of which one may be."""


def last_digit(values: Iterable[int | Fraction | None]) -> Fraction:
    """Give the unit of the last digit that a column is printed with: 1/100 for "3.5" and "4.37".

    It is that of the finest number, but for one in twenty, or a single one: a point that was moved makes a figure finer than all
    the others.
    """
    units = sorted((_unit(value.denominator) for value in values if value is not None), reverse=True)
    odd = max(len(units) // _FINER, int(len(units) >= _SINGLE))
    return Fraction(1, units[odd] if units else 1)


def resolution(values: Sequence[int | Fraction | None]) -> Fraction:
    """Give the unit of a column's last digit that tells something: a program prints more digits than it reckons with."""
    unit = last_digit(values)
    if unit >= 1:
        return unit
    sizes = sorted((size for value in values if (size := abs(real(value))) > 0), reverse=True)
    noise = math.floor(math.log10(sizes[len(sizes) // _FINER] * cells.NOISE)) if sizes else 0
    return max(unit, Fraction(10) ** noise) if sizes else unit


def in_units(values: Sequence[int | Fraction | None]) -> list[int | None]:
    """Give a column's numbers as so many units of its last digit."""
    unit = last_digit(values)
    return [None if value is None else round(value / unit) for value in values]


def telling(values: Iterable[int | None]) -> float:
    """Give how many digits of a column tell something: those in which it differs from row to row."""
    told = [value for value in values if value is not None]
    steps = sorted(abs(one - other) for one, other in pairwise(told))
    return math.log10(steps[len(steps) // 2] + 1) if steps else 0.0


def real(value: int | Fraction | None) -> float:
    """Give a number as a real, which is told from others sooner; what is missing or too large is none."""
    try:
        return math.nan if value is None else float(value)
    except OverflowError:
        return math.nan


@cache
def _unit(denominator: int) -> int:
    """Give the smallest power of ten that a denominator divides: 100 for 4."""
    unit = 1
    while unit % denominator and unit < denominator**4:  # a third has none
        unit *= 10
    return unit


def edits(digits: str) -> Iterator[str]:
    """Give what a text may have been before a digit of it slipped."""
    for at in range(len(digits)):
        yield from (f"{digits[:at]}{digit}{digits[at + 1 :]}" for digit in "0123456789")
        yield digits[:at] + digits[at + 1 :] or "0"
    yield from exchanges(digits)
    for at in range(len(digits) + 1):
        yield from (f"{digits[:at]}{digit}{digits[at:]}" for digit in "0123456789")


def exchanges(digits: str) -> Iterator[str]:
    """Give a text with each two neighbouring digits exchanged."""
    for at, (one, other) in enumerate(pairwise(digits)):
        yield f"{digits[:at]}{other}{one}{digits[at + 2 :]}"
