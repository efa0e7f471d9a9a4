"""Columns of which one does not make its total -> the row whose own figures lack as much: there both sums cross in a cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.tables.columns import Number

Values = Sequence[Number | None]
_KEPT, _MOST_ROWS, _MOST_COLUMNS = 3, 500, 30
"""Rows that must keep what one row breaks, and in how many it is looked for."""


def row_of(columns: Sequence[Values], at: int, lacking: Fraction) -> int | None:
    """Give the place of the only row that breaks a sum across, and by as much as a column lacks; None where none does.

    Args:
        columns: the numbers of the rows that are added up, column by column.
        at: the place of the column whose total is off.
        lacking: by how much that total is above its rows.

    """
    for whole, parts in sums(len(columns) if len(columns[at]) <= _MOST_ROWS else 0):
        if at != whole and at not in parts:
            continue
        off = [*_off(columns, whole, parts)]
        odd = [place for place, each in enumerate(off) if each]
        if len(odd) == 1 and None not in off and len(off) > _KEPT and off[odd[0]] == (-lacking if at == whole else lacking):
            return odd[0]
    return None


def sums(width: int) -> Iterator[tuple[int, range]]:
    """Give each column with its neighbours to the left, or to the right, that may make it."""
    for whole in range(width if width <= _MOST_COLUMNS else 0):
        yield from ((whole, range(start, whole)) for start in range(whole - 1))
        yield from ((whole, range(whole + 1, end + 1)) for end in range(whole + 2, width))


def _off(columns: Sequence[Values], whole: int, parts: range) -> Iterator[Number | None]:
    for row in zip(*columns, strict=True):
        told = [row[part] for part in (whole, *parts)]
        numbers = [number for number in told if number is not None]
        yield 2 * numbers[0] - sum(numbers) if len(numbers) == len(told) else None
