"""Two columns of which one is hardly ever above the other -> whether that is more than chance.

A part is in order with its whole; so are, by and large, small numbers with large ones that have nothing to do with them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from factcheck.tables.columns import Number

_ENOUGH = 30
"""Rows that tell what is left to chance."""
_FEW, _ONE_IN = 2, 33
"""Rows that may break an order, and one in so many of those with a part."""
_TOGETHER = 2
"""How many times more often two columns that go together rise and fall so than against each other."""


def left_to_chance(parts: Sequence[Number | None], wholes: Sequence[Number | None], clearly: int) -> bool:
    """Tell whether about as many rows break the order as would if the two columns had nothing to do with each other.

    ``clearly`` is how many times fewer must break it. So it is with small numbers of two kinds ("basement baths" and "baths"),
    and with what is nearly always larger anyway.
    """
    told = [(one, other) for one, other in zip(parts, wholes, strict=True) if one is not None and other is not None]
    broken = sum(one > other for one, other in told)
    if not broken or len(told) < _ENOUGH:
        return False
    ordered = sorted(other for _, other in told)
    by_chance = Fraction(sum(bisect_left(ordered, one) for one, _ in told), len(told))
    return broken <= 2 * by_chance <= clearly * 2 * broken and not _go_together(told)


def show_order(parts: Sequence[Number | None], wholes: Sequence[Number | None], clearly: int) -> bool:
    """Tell whether a part is in order with its whole by more than chance, and nearly always where there is some of it."""
    return not left_to_chance(parts, wholes, clearly) and _are_in_order(parts, wholes)


def _are_in_order(parts: Sequence[Number | None], wholes: Sequence[Number | None]) -> bool:
    """Tell whether nearly all rows with a part keep the order: nought keeps it with anything."""
    told = [(one, other) for one, other in zip(parts, wholes, strict=True) if one and other is not None]
    broken = sum(one > other for one, other in told)
    return broken <= _FEW or broken * _ONE_IN <= len(told)


def _go_together(told: Sequence[tuple[Number, Number]]) -> bool:
    """Tell whether the one column mostly rises where the other does, from row to row."""
    steps = [(one - before) * (other - earlier) for (before, earlier), (one, other) in pairwise(told)]
    rising, falling = sum(step > 0 for step in steps), sum(step < 0 for step in steps)
    return rising > _TOGETHER * falling
