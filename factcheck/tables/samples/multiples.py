"""Columns that are multiples of each other: what one of them shows the others show again.

So are single fares and those of children, and figures in two currencies.
"""

from __future__ import annotations

from collections.abc import Sequence

_FEW = 8
"""One row in so many may be another multiple: that is a slip."""
_FEWEST = 4


def first_of_each(columns: Sequence[Sequence[int | None]]) -> list[bool]:
    """Tell for each column, in units of its last digit, whether it is a multiple of none before it."""
    return [not any(_is_multiple(values, other) for other in columns[:at]) for at, values in enumerate(columns)]


def _is_multiple(values: Sequence[int | None], others: Sequence[int | None]) -> bool:
    told = [(value, other) for value, other in zip(values, others, strict=True) if value and other]
    if len(told) < _FEWEST:
        return False
    times = sorted(value / other for value, other in told)[len(told) // 2]
    broken = sum(abs(value - times * other) > 1 + abs(times) for value, other in told)
    return broken * _FEW <= len(told)
