"""A majority or a lead: the largest of several columns less the second largest, whichever these are in a row.

Which columns these are the values show. Somebody whom no column lists may have come first or second, so that a row is only told
where a digit that slipped explains it, or a cell that was filled in twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.report import Report
from factcheck.rules import Rule
from factcheck.tables.across import Across, Table, judged, together
from factcheck.tables.columns import Column, Number, Sample
from factcheck.tables.judged import rows
from factcheck.tables.judged.confirming import is_find
from factcheck.tables.shapes import are_few, can_be_reckoned
from factcheck.tables.slips import copies, pens
from factcheck.values import frozen

_MOST_ROWS, _MOST_COLUMNS = 3000, 24
_FEWEST, _LONGEST = 2, 16
"""Neighbours among which one leads."""
_ENOUGH, _PROBES = 10, 6
"""Rows that must keep a lead, and those that are looked at first."""
_ONE_IN = 8
"""One row in so many at least must be led by others than most, else it is a difference of two columns."""
_Values = Sequence[Number | None]


@frozen
class _Lead:
    """The column of a lead, those among which one leads, and what the lead of each row would be; None where nothing tells."""

    column: Column
    among: tuple[Column, ...]
    right: tuple[Number | None, ...]


def check(rule: Rule, table: Table) -> Across:
    """Check each column that is a lead."""
    if not table.at_hand or not _ENOUGH <= table.store.rows <= _MOST_ROWS:
        return Across(rule)
    return together(rule, [_told(rule, table, lead) for lead in _leads(table.sample)])


def _leads(sample: Sample) -> Iterator[_Lead]:
    """Give the columns that are leads, each with the longest run of neighbours that it is a lead among."""
    columns = [column for column in sample.columns if can_be_reckoned(column) or column.form.percent][:_MOST_COLUMNS]
    values = [sample.values(column) for column in columns]
    taken: set[int] = set()
    sizes = range(min(_LONGEST, len(columns) - 1), _FEWEST - 1, -1)
    for start, end in ((start, start + size) for size in sizes for start in range(len(columns) - size + 1)):
        probed = [_lead(row) for row in zip(*(each[:_PROBES] for each in values[start:end]), strict=True)]
        for at, column in enumerate(columns):
            if at in taken or start <= at < end or not _almost(values[at][:_PROBES], probed):
                continue
            among = [*zip(*values[start:end], strict=True)]
            right = [_lead(row) for row in among]
            if _kept(values[at], right) and _varies(among):
                taken.add(at)
                yield _Lead(column, tuple(columns[start:end]), tuple(right))


def _lead(row: Sequence[Number | None]) -> Number | None:
    told = sorted((value for value in row if value is not None), reverse=True)
    return told[0] - told[1] if len(told) > 1 else None


def _almost(values: _Values, right: _Values) -> bool:
    """Tell whether all but one of a few rows keep a lead, and one does that is more than nothing."""
    pairs = [(a, b) for a, b in zip(values, right, strict=True) if a is not None and b is not None]
    return sum(a != b for a, b in pairs) <= 1 and any(a == b != 0 for a, b in pairs)


def _kept(values: _Values, right: _Values) -> bool:
    pairs = [(a, b) for a, b in zip(values, right, strict=True) if a is not None and b is not None]
    kept = {a for a, b in pairs if a == b != 0}
    broken = sum(a != b for a, b in pairs)
    return len(kept) * 2 >= _ENOUGH and len(pairs) - broken >= _ENOUGH and are_few(broken, len(pairs))


def _varies(among: Sequence[Sequence[Number | None]]) -> bool:
    """Tell whether it is not the same two who lead, row after row; of two columns, whether now this one leads and now that."""
    leaders = Counter(_leaders(row) for row in among)
    return (leaders.total() - max(leaders.values())) * _ONE_IN >= leaders.total()


def _leaders(row: Sequence[Number | None]) -> tuple[int, ...]:
    first = _places(row)[:2]
    return tuple(first if len(row) == _FEWEST else sorted(first))


def _places(row: Sequence[Number | None]) -> list[int]:
    """Give the places of the numbers of a row, the largest first."""
    told = [(-value, at) for at, value in enumerate(row) if value is not None]
    return [at for _, at in sorted(told)]


def _told(rule: Rule, table: Table, lead: _Lead) -> Across:
    values = table.sample.values(lead.column)
    pairs = [(at, a, b) for at, (a, b) in enumerate(zip(values, lead.right, strict=True)) if a is not None and b is not None]
    broken = [(at, a, b) for at, a, b in pairs if a != b]
    slips = [at for at, a, b in broken if pens.miswritten(a, b) or copies.from_a_neighbour(values, at)]
    if not is_find(len(pairs), len(broken), "guess", slips=len(slips), tight=True):
        return Across(rule)
    numbers = rows.numbers(table.store)
    reports = tuple(told for at in slips if (told := _report(rule, table, lead, numbers[at], at)) is not None)
    names = ", ".join(column.label for column in lead.among)
    line = f"{lead.column.label} is the lead among {names} ({rule.name}: {len(pairs):,} rows, {len(reports):,} broken)"
    return Across(rule, reports, (lead.column, *lead.among), (line,))


def _report(rule: Rule, table: Table, lead: _Lead, number: int, at: int) -> Report | None:
    """Tell of a lead, and of the two that it is between."""
    first, second = (lead.among[place] for place in _places([table.sample.values(column)[at] for column in lead.among])[:2])
    found = judged(rule, table, number, (lead.column, first, second))
    return found and found[1]
