"""Cells as they were written -> cells without the signs that print nothing: a figure or a day is read over them, as in a story.

A cell of prose stays as it was written, since places are counted in it; stories read over the signs by themselves.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.layout import unseen
from factcheck.patterns import pattern

_LONGEST = 100
"""Code points of a cell that can be a figure, a day or a name."""
_PROSE = pattern(r"[^\W\d_]{2,}[\W\d_]+[^\W\d_]{2,}")
"""Two words."""


def read_over(cells: Sequence[str]) -> Sequence[str]:
    """Give the cells of a record so."""
    return cells if "".join(cells).isascii() else [seen(cell) for cell in cells]


def seen(cell: str) -> str:
    """Give what can be seen of a cell; of prose all of it."""
    if len(cell) > _LONGEST or not unseen.has_some(cell):
        return cell
    shown = unseen.without(cell)
    return cell if _PROSE.search(shown) else shown
