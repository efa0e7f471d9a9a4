"""Values of a table's columns -> blocks of rows: one that adds up those behind it, or before it, though nothing calls it a total.

That a row is such shows in its figures: it is the sum of its neighbours, the next such row stands where they end, and so on
through nearly all of the table. Several columns vote for where a block ends; who slipped in one of them is outvoted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.tables.columns import Number

Values = Sequence[Number | None]
Block = tuple[int, range]
"""The row of the total, and the rows that it adds up, counted from 0."""
FEWEST = 4
"""Blocks that a table must have."""
_COVERED = 90
"""Percent of the rows that must stand in blocks; a grand total stands in none."""
_LONGEST = 400
_ENDS = 6
"""Ends that a block may have in one column, where what follows is 0."""
_LEAST = 10
"""A total that is no sum by chance is no smaller."""


def find(columns: Sequence[Values]) -> list[Block]:
    """Give the blocks of a table, in order; none where its rows do not fall into blocks."""
    size = len(columns[0]) if columns else 0
    below = _chain(columns, size)
    above = [(size - 1 - head, range(size - parts.stop, size - parts.start)) for head, parts in _chain(_turned(columns), size)]
    return max(below, above[::-1], key=len)


def _turned(columns: Sequence[Values]) -> list[Values]:
    return [values[::-1] for values in columns]


def _chain(columns: Sequence[Values], size: int) -> list[Block]:
    """Give the chain of blocks behind their totals for which most columns vote."""
    votes = Counter(vote for values in columns for vote in _sums(values))
    ends: dict[int, list[int]] = {}
    for head, end in votes:
        ends.setdefault(head, []).append(end)
    best, chosen = [0] * (size + 1), [0] * size
    for head in range(size - 1, -1, -1):
        best[head] = best[head + 1]
        for end in ends.get(head, ()):
            if votes[head, end] + best[end] > best[head]:
                best[head], chosen[head] = votes[head, end] + best[end], end
    found = [*_followed(chosen)]
    covered = sum(len(parts) + 1 for _, parts in found)
    return found if len(found) >= FEWEST and covered * 100 >= _COVERED * size else []


def _followed(chosen: Sequence[int]) -> Iterator[Block]:
    at = 0
    while at < len(chosen):
        if chosen[at]:
            yield at, range(at + 1, chosen[at])
        at = chosen[at] or at + 1


def _sums(values: Values) -> Iterator[tuple[int, int]]:
    """Give the rows that are the sum of those behind them, and where these end."""
    sums: list[Number] = [0]
    places: dict[Number, list[int]] = {0: [0]}
    gaps, several = [0], [0]
    for at, value in enumerate(values, 1):
        sums.append(sums[-1] + (value or 0))
        places.setdefault(sums[-1], []).append(at)
        gaps.append(gaps[-1] + (value is None))
        several.append(several[-1] + bool(value))
    for head, total in enumerate(values):
        if total is None or total < _LEAST:
            continue
        after = (end for end in places.get(sums[head + 1] + total, ()) if head + 2 < end <= head + _LONGEST)
        for end, _ in zip(after, range(_ENDS), strict=False):
            if gaps[end] == gaps[head] and several[end] - several[head + 1] > 1:
                yield head, end
