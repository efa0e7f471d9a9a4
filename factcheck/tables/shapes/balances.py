"""What was there and what came, against what went and what is left: "pending" + "filed" = "disposed" + "still pending".

No name tells such columns; the values do. Two pairs of columns that make the same sum in nearly all telling rows of the sample
are proposed, unless that sum is a column of its own (then each pair is checked against it), or the pairs say one thing twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.rules import Rule
from factcheck.tables.columns import Column, Number, Sample
from factcheck.tables.shapes import Match, alike

_MOST_COLUMNS = 24
_TRIES = 200
_PROBES, _VOTES = 8, 4
"""Rows that propose pairs, and in how many of them a sum must be met to be tried."""
_ENOUGH = 12
"""Telling rows that must keep a balance, with as many different sums."""

_Pairs = tuple[int, int, int, int]


def find(rule: Rule, sample: Sample) -> Iterator[Match]:
    """Give two columns and two others that make the same sum."""
    columns = [column for column in sample.columns if _can_be_reckoned(column)][:_MOST_COLUMNS]
    values = [sample.values(column)[:_TRIES] for column in columns]
    taken: set[int] = set()
    for places in _proposed(values):
        bound = [columns[at] for at in places]
        if taken.isdisjoint(places) and alike(*bound) and _kept([values[at] for at in places], values):
            taken.update(places)
            yield Match({name: (column,) for name, column in zip(rule.claims, bound, strict=True)}, "values")


def _can_be_reckoned(column: Column) -> bool:
    usable = column.kind == "number" and column.form.exact and not (column.form.percent or column.doubtful)
    return usable and (column.form.highest or 0) > 1 and not column.name.says("identity", "rank", "index", "share")


def _proposed(values: Sequence[Sequence[Number | None]]) -> Iterator[_Pairs]:
    """Propose the pairs that make one sum in some probing rows, as places among the columns."""
    told = range(len(values[0]) if values else 0)
    probes = sorted(told, key=lambda at: -sum(bool(each[at]) for each in values))[:_PROBES]
    votes = Counter(vote for at in probes for vote in _equal([each[at] for each in values]))
    yield from sorted(pairs for pairs, times in votes.items() if times >= _VOTES)


def _equal(numbers: Sequence[Number | None]) -> Iterator[_Pairs]:
    """Give the pairs of a row that make one sum, which no number of it is."""
    sums: dict[Number, list[tuple[int, int]]] = {}
    for (one, a), (other, b) in combinations([(at, number) for at, number in enumerate(numbers) if number], 2):
        sums.setdefault(a + b, []).append((one, other))
    for total, pairs in sums.items():
        for first, second in combinations(pairs, 2) if len(pairs) > 1 and total not in numbers else ():
            if set(first).isdisjoint(second) and {numbers[at] for at in first}.isdisjoint(numbers[at] for at in second):
                yield *first, *second


def _kept(four: Sequence[Sequence[Number | None]], values: Sequence[Sequence[Number | None]]) -> bool:
    """Tell whether nearly all telling rows of the sample keep the balance, with sums that no column gives."""
    broken, seen = 0, Counter[Number]()
    for at, (a, b, c, d) in enumerate(zip(*four, strict=True)):
        if not (a and b and c and d) or a in (c, d):
            continue
        if a + b == c + d:
            seen[a + b] += any(each[at] == a + b for each in values)
        else:
            broken += 1
    kept = len(seen)
    return kept >= _ENOUGH and broken <= 1 + kept // 20 and seen.total() * 10 <= kept
