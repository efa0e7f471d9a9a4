"""The largest of several columns, or the smallest: the best of six jumps, the faster of two runs, the peak of a day.

Which columns these are the values show. A figure that no column lists may have been the largest, so that a row is only told where
a digit that slipped explains it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from factcheck.report import Report
from factcheck.rules import Rule
from factcheck.tables.across import Across, Table, judged, together
from factcheck.tables.columns import Column, Number, Sample
from factcheck.tables.judged import rows
from factcheck.tables.judged.confirming import is_find
from factcheck.tables.shapes import FEW_BROKEN, are_few, can_be_reckoned
from factcheck.tables.slips import copies, pens
from factcheck.values import frozen

_MOST_ROWS, _MOST_COLUMNS = 3000, 24
_FEWEST, _LONGEST = 2, 16
"""Neighbours of which one is the largest."""
_ENOUGH, _PROBES = 10, 12
"""Rows that must keep it, with half as many different figures, and those that are looked at first."""
_ONE_IN = 6
"""One row in so many at least must have another column as the largest than most."""
_Pick = Callable[[Iterable[Number]], Number]
_Row = Sequence[Number | None]


@frozen
class _Extreme:
    """A column that is the largest, or the smallest, of others; ``of`` is where that stands in each row, None where nowhere."""

    column: Column
    among: tuple[Column, ...]
    of: tuple[int | None, ...]


def check(rule: Rule, table: Table) -> Across:
    """Check each column that is the largest, or the smallest, of others."""
    if not table.at_hand or not _ENOUGH <= table.store.rows <= _MOST_ROWS:
        return Across(rule)
    picks: tuple[_Pick, ...] = (max, min)
    return together(rule, [_told(rule, table, each) for pick in picks for each in _extremes(table.sample, pick)])


def _extremes(sample: Sample, pick: _Pick) -> Iterator[_Extreme]:
    """Give the columns that are extremes, each with the longest run of neighbours that it is one of."""
    columns = [column for column in sample.columns if can_be_reckoned(column)][:_MOST_COLUMNS]
    values = [sample.values(column) for column in columns]
    rows_ = range(len(values[0]) if values else 0)
    gaps = [sum(each[at] is None for each in values) for at in rows_]
    fewest = min(gaps, default=0)
    full = [at for at in rows_ if gaps[at] == fewest]
    full = full[:: len(full) // _PROBES] if len(full) >= _PROBES else sorted(rows_, key=gaps.__getitem__)[:_PROBES]
    probes = [[each[at] for at in full] for each in values]
    taken = {at for at, each in enumerate(values) if len({*each} - {None, 0}) * 2 < _ENOUGH}
    sizes = range(min(_LONGEST, len(columns) - 1), _FEWEST - 1, -1)
    for start, end in ((start, start + size) for size in sizes for start in range(len(columns) - size + 1)):
        probed = [_value(row, pick) for row in zip(*probes[start:end], strict=True)]
        for at, column in enumerate(columns):
            if at in taken or start <= at < end or not _almost(probes[at], probed):
                continue
            among = [*zip(*values[start:end], strict=True)]
            if _kept(values[at], [_value(row, pick) for row in among]) and _varies(among, values[at]):
                taken.add(at)
                yield _Extreme(column, tuple(columns[start:end]), tuple(_place(row, pick) for row in among))


def _value(row: _Row, pick: _Pick) -> Number | None:
    told = [value for value in row if value is not None]
    return pick(told) if told else None


def _place(row: _Row, pick: _Pick) -> int | None:
    value = _value(row, pick)
    return None if value is None else row.index(value)


def _almost(values: _Row, right: _Row) -> bool:
    """Tell whether all but two of a few rows keep it, and most of them tell."""
    pairs = [(a, b) for a, b in zip(values, right, strict=True) if a is not None and b is not None]
    return len(pairs) * 2 > len(right) and sum(a != b for a, b in pairs) <= FEW_BROKEN


def _kept(values: _Row, right: _Row) -> bool:
    pairs = [(a, b) for a, b in zip(values, right, strict=True) if a is not None and b is not None]
    kept, broken = {a for a, b in pairs if a == b != 0}, sum(a != b for a, b in pairs)
    return len(kept) * 2 >= _ENOUGH and len(pairs) - broken >= _ENOUGH and are_few(broken, len(pairs))


def _varies(among: Sequence[_Row], values: _Row) -> bool:
    """Tell whether it is not the same column, row after row; two that are alike are told of both."""
    places = Counter(
        at for row, value in zip(among, values, strict=True) for at, each in enumerate(row) if each == value is not None
    )
    told = sum(value is not None and value in row for row, value in zip(among, values, strict=True))
    return bool(places) and (told - max(places.values())) * _ONE_IN >= told


def _told(rule: Rule, table: Table, extreme: _Extreme) -> Across:
    """Report the rows in which an extreme is not that of its columns, and looks like one written wrongly."""
    values = table.sample.values(extreme.column)
    others = [table.sample.values(column) for column in extreme.among]
    pairs = [
        (at, a, others[place][at]) for at, (a, place) in enumerate(zip(values, extreme.of, strict=True)) if place is not None
    ]
    broken = [(at, a, b) for at, a, b in pairs if a is not None and b is not None and a != b]
    slips = [at for at, a, b in broken if pens.miswritten(a, b) or copies.from_a_neighbour(values, at)]
    if not is_find(len(pairs), len(broken), "guess", slips=len(slips), tight=True):
        return Across(rule)
    numbers = rows.numbers(table.store)
    reports = tuple(told for at in slips if (told := _report(rule, table, extreme, numbers[at], at)) is not None)
    names = ", ".join(column.label for column in extreme.among)
    line = f"{extreme.column.label} is one of {names} ({rule.name}: {len(pairs):,} rows, {len(reports):,} broken)"
    return Across(rule, reports, (extreme.column, *extreme.among), (line,))


def _report(rule: Rule, table: Table, extreme: _Extreme, number: int, at: int) -> Report | None:
    found = judged(rule, table, number, (extreme.column, extreme.among[extreme.of[at] or 0]))
    return found and found[1]
