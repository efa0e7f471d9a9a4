"""A sample -> its series: which row stands before which, as all rows follow each other or those of each place by itself.

Tables run from the oldest to the newest or back, and list one place under another or the places of one day together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.tables.columns import Sample

Line = Sequence[int]
"""Places of rows in the sample, the earlier first."""
_PLACES = ("text", "day", "year", "month")
_LABELS = 4
"""Columns that may tell the places, or the times of many places."""
_FEWEST = 4
"""Rows that a place must have in the mean."""


def ways(sample: Sample) -> Iterator[Sequence[Line]]:
    """Give the ways in which a table's rows may be series."""
    rows = range(len(sample.texts[0]) if sample.texts else 0)
    for lines in ([rows], *_by_place(sample)):
        yield lines
        yield [line[::-1] for line in lines]


def steps(lines: Sequence[Line], lag: int) -> Iterator[tuple[int, int]]:
    """Give each row with the one that stands so many before it, the earlier first."""
    for line in lines:
        yield from zip(line, line[lag:], strict=False)


def _by_place(sample: Sample) -> Iterator[Sequence[Line]]:
    """Cut the rows by each column of words or days that has a few values, again and again."""
    for column in [column for column in sample.columns if column.kind in _PLACES][:_LABELS]:
        found: dict[str | None, list[int]] = {}
        for at, text in enumerate(sample.texts[column.index]):
            found.setdefault(text, []).append(at)
        if 1 < len(found) <= len(sample.texts[column.index]) // _FEWEST:
            yield list(found.values())
