"""Columns of which one does not make its total -> the row whose own figures lack as much: there both sums cross in a cell.

That row may be the one of the totals itself, whose own figures then are off the other way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain, combinations

from factcheck.tables.columns import Number

Values = Sequence[Number | None]
_KEPT, _MOST_ROWS, _MOST_COLUMNS, _FEW_COLUMNS = 3, 500, 30, 12
"""Rows that must keep what one row breaks, and in how many it is looked for; columns whose sums are, and of how many any two."""


def row_of(columns: Sequence[Values], at: int, lacking: Fraction) -> int | None:
    """Give the place of the only row that breaks a sum across, and by as much as a column lacks; None where none does.

    Args:
        columns: the numbers of the rows that are added up, column by column, and last those of their totals.
        at: the place of the column whose total is off.
        lacking: by how much that total is above its rows.

    """
    width = len(columns) if len(columns[at]) <= _MOST_ROWS else 0
    for whole, parts in chain(sums(width), _pairs(width if width <= _FEW_COLUMNS else 0)):
        if at != whole and at not in parts:
            continue
        off = [*_off(columns, whole, parts)]
        odd = [place for place, each in enumerate(off) if each]
        if len(odd) != 1 or None in off or len(off) <= _KEPT + 1:
            continue
        right = -lacking if at == whole else lacking
        if off[odd[0]] == (right if odd[0] < len(off) - 1 else -right):
            return odd[0]
    return None


def sums(width: int) -> Iterator[tuple[int, range]]:
    """Give each column with its neighbours to the left, or to the right, that may make it."""
    for whole in range(width if width <= _MOST_COLUMNS else 0):
        yield from ((whole, range(start, whole)) for start in range(whole - 1))
        yield from ((whole, range(whole + 1, end + 1)) for end in range(whole + 2, width))


def _pairs(width: int) -> Iterator[tuple[int, Sequence[int]]]:
    """Give each column with any two others."""
    return ((whole, pair) for pair in combinations(range(width), 2) for whole in range(width) if whole not in pair)


def _off(columns: Sequence[Values], whole: int, parts: Sequence[int]) -> Iterator[Number | None]:
    for row in zip(*columns, strict=True):
        told = [row[part] for part in (whole, *parts)]
        numbers = [number for number in told if number is not None]
        yield 2 * numbers[0] - sum(numbers) if len(numbers) == len(told) else None
