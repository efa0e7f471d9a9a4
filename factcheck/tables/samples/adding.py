"""Columns whose sum is another's in some rows of a sample: two of them, a run of neighbours, or three or four near the sum.

Counts go in; the places of a total and of its parts come out, those of the fewest parts first. Most are met by chance: whoever
asks tries them on all rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain, combinations, product

from factcheck.tables.columns import Number
from factcheck.tables.samples.rounded import Count

MOST_PARTS = 60
"""Columns that make a sum."""
_MOST_TRIED = 1000
_PROBES, _VOTES = 24, 3
"""Rows that propose sums, and in how many of them a sum must be met to be tried."""
_WINDOW, LARGE = 20, 100
"""Neighbours among which the parts of a sum are looked for one by one, and units that are not made by chance."""
_CLOSELY = 8
"""Probing rows in which they are."""
_FINEST, _ROUNDED = Fraction(1, 10**4), 3
"""The finest unit that sums are looked for in, and how many of it the sum of many parts may be rounded by."""
_Sum = tuple[int, tuple[int, ...]]
"""The place of a total, and those of its parts."""


def likely(counts: Sequence[Count]) -> Iterator[_Sum]:
    """Propose two columns, a run of neighbours or a few near ones whose sum is another's in some probing rows."""
    votes: Counter[_Sum] = Counter()
    unit = max(_FINEST, min((count.unit for count in counts), default=Fraction(1)))
    rounded = 0 if all(count.column.form.whole for count in counts) else 1
    for place, at in enumerate(_probes(counts)):
        numbers = [_in_units(count.values[at], unit) for count in counts]
        votes.update(_pairs(numbers, rounded))
        votes.update(_runs(numbers, rounded * _ROUNDED))
        votes.update(_scattered(numbers) if place < _CLOSELY else ())
    met = sorted(found for found, times in votes.most_common(_MOST_TRIED) if times >= _VOTES)
    yield from sorted(met, key=lambda sum_: len(sum_[1]))


def _probes(counts: Sequence[Count]) -> Sequence[int]:
    """Give the rows in which most columns have a value that is not zero."""
    rows = range(len(counts[0].values)) if counts else range(0)
    return sorted(rows, key=lambda at: -sum(bool(count.values[at]) for count in counts))[:_PROBES]


def _in_units(value: Number | None, unit: Fraction) -> int | None:
    return None if value is None else value if isinstance(value, int) and unit == 1 else round(value / unit)


def _pairs(numbers: Sequence[int | None], off: int) -> Iterator[_Sum]:
    places: dict[int, list[int]] = {}
    for place, number in enumerate(numbers):
        if number:
            places.setdefault(number, []).append(place)
    signed = any(number is not None and number < 0 for number in numbers)
    for whole, total in enumerate(numbers):
        for one, number in enumerate(numbers) if total else ():
            if number and total and (signed or number < total):
                rest = chain.from_iterable(places.get(total - number + by, ()) for by in range(-off, off + 1))
                yield from ((whole, (one, other)) for other in rest if one < other and whole not in (one, other))


def _runs(numbers: Sequence[int | None], off: int) -> Iterator[_Sum]:
    """Give the runs of three neighbours or more that make another number; sums from the beginning tell them in one look each."""
    sums = [0]
    for number in numbers:
        sums.append(sums[-1] + (number or 0))
    ends: dict[int, list[int]] = {}
    for end, total in enumerate(sums):
        ends.setdefault(total, []).append(end)
    for whole, number in enumerate(numbers):
        for start in range(len(numbers)) if number else ():
            right = sums[start] + (number or 0)
            for end in chain.from_iterable(ends.get(right + by, ()) for by in range(-off, off + 1)):
                if 3 <= end - start <= MOST_PARTS and not start <= whole < end:
                    yield whole, tuple(range(start, end))


def _scattered(numbers: Sequence[int | None]) -> Iterator[_Sum]:
    """Give three or four numbers that make another one, wherever they stand near it; small numbers are made by chance."""
    for start in range(0, max(1, len(numbers) - _WINDOW // 2), _WINDOW // 2):
        window = [(at, number) for at, number in enumerate(numbers[start : start + _WINDOW], start) if number and number > 0]
        pairs: dict[int, list[tuple[int, int]]] = {}
        for (one, a), (other, b) in combinations(window, 2):
            pairs.setdefault(a + b, []).append((one, other))
        for whole, total in window:
            if total >= LARGE:
                yield from ((whole, parts) for parts in _made(total, window, pairs) if whole not in parts)


def _made(
    total: int, window: Sequence[tuple[int, int]], pairs: Mapping[int, Sequence[tuple[int, int]]]
) -> Iterator[tuple[int, ...]]:
    """Give the places of three or four numbers whose sum is a total; ``pairs`` are those of two, by their sums."""
    for third, number in window:
        yield from ((*pair, third) for pair in pairs.get(total - number, ()) if pair[1] < third)
    for both, one in pairs.items():
        others = pairs.get(total - both, ()) if both * 2 < total else ()
        yield from (tuple(sorted((*a, *b))) for a, b in product(one, others) if {*a}.isdisjoint(b))
