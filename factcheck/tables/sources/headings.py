"""The first records of a file -> its heading: the names of the columns, and which records they stand in.

A heading may take several records: "Exports" and blanks, above "Total", "of which EU"; or units below the names. What an upper
one says reaches over the blanks behind it, as far as the lower one has something to say there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from factcheck.tables.columns.forms import value_of
from factcheck.tables.columns.kinds import marks_of_missing
from factcheck.values import frozen

_MOST = 4
"""Records that a heading takes."""
_SHOWN = 30
"""Records below that tell which columns hold figures."""
_FEWEST = 2
"""Names of figures that a record must hold to be one of a heading; above another one name will do, which reaches over others."""
_TIME = re.compile(r"(?:1[6-9]|20|21)[0-9]{2}(?:\s*[-/–]\s*(?:[0-9]{2}|[0-9]{4}))?")

Cells = Sequence[str]


@frozen
class Heading:
    """The names of the columns, and the first and the last of the records that they stand in."""

    names: tuple[str, ...]
    first: int
    last: int


def found(records: Sequence[Cells]) -> Heading:
    """Find the heading in the first records of a file; what stands above it are titles."""
    first = last = _widest(records)
    if not records:
        return Heading((), 0, 0)
    figures = _figures(records[last + 1 : last + 1 + _SHOWN])
    while first and last - first + 1 < _MOST and _is_above(records[first - 1], records[first], figures):
        first -= 1
    while last + 2 < len(records) and last - first + 1 < _MOST and _is_below(records[last + 1], records[last], figures):
        last += 1
    return Heading(_joined(records[first : last + 1]), first, last)


def _widest(records: Sequence[Cells]) -> int:
    """Give the first record that is as wide as most, and half filled."""
    widths = Counter(len(cells) for cells in records if any(cells))
    if not widths:
        return 0
    usual = max(widths, key=lambda width: (widths[width], width))
    fitting = (at for at, cells in enumerate(records) if len(cells) >= usual and sum(map(bool, cells)) * 2 > usual)
    return next(fitting, 0)


def _figures(below: Sequence[Cells]) -> frozenset[int]:
    """Give the columns that mostly hold figures."""
    width = max(map(len, below), default=0)
    told = [[cells[at].strip() for cells in below if at < len(cells) and not _is_missing(cells[at])] for at in range(width)]
    return frozenset(at for at, texts in enumerate(told) if texts and sum(map(_is_figure, texts)) * 4 > 3 * len(texts))


def _is_above(upper: Cells, lower: Cells, figures: frozenset[int]) -> bool:
    """Tell a record of the heading that stands above another: names with blanks behind them, over names."""
    gaps = any(not upper[at].strip() and lower[at].strip() and at in figures for at in range(min(len(upper), len(lower))))
    return len(upper) == len(lower) and gaps and _names(upper, figures, 1) and _names(lower, figures)


def _is_below(lower: Cells, upper: Cells, figures: frozenset[int]) -> bool:
    """Tell a record of the heading that stands below another: it fills its gaps, or tells units, and begins with no name."""
    if len(lower) != len(upper) or not _names(lower, figures) or (lower[0].strip() and upper[0].strip()):
        return False
    gaps = any(lower[at].strip() and not upper[at].strip() for at in figures if at < len(lower))
    return gaps or not any(map(_is_figure, lower))


def _names(cells: Cells, figures: frozenset[int], fewest: int = _FEWEST) -> bool:
    """Tell whether there are names, or times, where the records below have figures; and no figures but numbers of columns."""
    told = [cells[at].strip() for at in sorted(figures) if at < len(cells) and not _is_missing(cells[at])]
    figures_ = [text for text in told if _is_figure(text) and not _TIME.fullmatch(text)]
    return len(told) - len(figures_) >= fewest and (not figures_ or _are_ordinals(figures_))


def _are_ordinals(texts: Sequence[str]) -> bool:
    """Tell whether figures number columns: 1, 2, 3, and again from 1."""
    numbers = [int(text) if text.isdecimal() else 0 for text in texts]
    return len(numbers) > 1 and all(number in (1, before + 1) for before, number in zip((0, *numbers), numbers, strict=False))


def _is_figure(text: str) -> bool:
    return any(value_of(text, point) is not None for point in ".,")


def _is_missing(text: str) -> bool:
    return text.strip().lower() in marks_of_missing()


def _joined(records: Sequence[Cells]) -> tuple[str, ...]:
    """Put the names together, from above to below."""
    names = [*map(str.strip, records[-1])]
    for cells in reversed(records[:-1]):
        reach, named = "", list[str]()
        for above, below in zip(map(str.strip, cells), names, strict=False):
            reach = above or (reach if below else "")
            named.append(": ".join(filter(None, (reach, below))))
        names = named
    return tuple(names)
