"""What a row is behind the first one: "Gap", "Behind leader", "Points behind", in the table or in each place by itself.

The rows show which column it is of. A penalty can stand in the one and not in the other: what tells a slip is a digit, while all
other rows keep the difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from attrs import field

from factcheck import lexicon
from factcheck.report import Report
from factcheck.rules import Rule
from factcheck.tables.across import Across, Table, tally, together
from factcheck.tables.columns import Column, Number
from factcheck.tables.judged import breaches, rows
from factcheck.tables.judged.confirming import is_find
from factcheck.tables.samples import series
from factcheck.tables.samples.series import Line
from factcheck.tables.slips import pens
from factcheck.values import frozen
from factcheck.verdicts import Verdict

_NEAR = 10
"""Columns nearest to a gap among which its own is looked for."""
_ENOUGH, _DIFFERENT = 8, 5
"""Rows that must keep their gap, with so many different ones."""
_FEW = 12
"""One row in so many may be off."""
Row = tuple[int, int]
"""A row and that of its leader."""


@frozen
class _Gap:
    """A gap with its column, the rows that tell, and those that are off; ``way`` is the place among the rule's texts."""

    gap: Column
    value: Column
    way: int
    told: int
    broken: tuple[Row, ...] = field(repr=False)


def check(rule: Rule, table: Table) -> Across:
    """Check each gap, where the sample holds all rows."""
    gaps = [column for column in table.sample.columns if _is_gap(column)]
    if not gaps or not table.at_hand:
        return Across(rule)
    values = [column for column in table.sample.columns if column.kind == "number" and not column.form.percent]
    cuts = [lines for at, lines in enumerate(series.ways(table.sample)) if at % 2 == 0]
    found = (_found(gap, values, table, cuts) for gap in gaps)
    return together(rule, [_told(rule, table, each) for each in found if each is not None])


def _is_gap(column: Column) -> bool:
    usable = column.kind == "number" and not (column.doubtful or column.form.percent)
    return usable and not set(lexicon.entries("columns")["difference"]["behind"]).isdisjoint(column.name.words)


def _found(gap: Column, values: Sequence[Column], table: Table, cuts: Sequence[Sequence[Line]]) -> _Gap | None:
    near = sorted((value for value in values if value is not gap), key=lambda value: abs(value.index - gap.index))[:_NEAR]
    for value in near:
        for lines in cuts:
            for way in (0, 1):
                if (kept := _kept(gap, value, table, lines, 1 - 2 * way)) is not None:
                    return _Gap(gap, value, way, *kept)
    return None


def _kept(gap: Column, value: Column, table: Table, lines: Sequence[Line], sign: int) -> tuple[int, tuple[Row, ...]] | None:
    """Count the rows that tell, and give those that are off; None where more than a few are."""
    gaps, values = table.sample.values(gap), table.sample.values(value)
    room = sum((table.sample.unit(column) for column in (gap, value, value)), Fraction(0)) / 2
    room = Fraction(0) if gap.form.exact and value.form.exact else room
    seen, broken, told = set[Number](), list[Row](), 0
    for at, lead in _placed(lines, gaps, values):
        told += 1
        apart = sign * (Fraction(values[at] or 0) - (values[lead] or 0)) - abs(Fraction(gaps[at] or 0))
        if -room <= apart <= room:
            seen.add(gaps[at] or 0)
        else:
            broken.append((at, lead))
            if len(broken) * _FEW > len(gaps):
                return None
    enough = len(seen) >= _DIFFERENT and told - len(broken) >= _ENOUGH
    return (told, tuple(broken)) if enough and len(broken) * _FEW <= told else None


def _placed(lines: Sequence[Line], gaps: Sequence[Number | None], values: Sequence[Number | None]) -> Iterator[Row]:
    """Give the rows that tell, each with that of its leader: the first, who is behind nobody."""
    for line in lines:
        lead = line[0]
        if not gaps[lead] and values[lead] is not None:
            yield from ((at, lead) for at in line[1:] if gaps[at] and values[at] is not None)


def _told(rule: Rule, table: Table, gap: _Gap) -> Across:
    numbers = rows.numbers(table.store) if gap.broken else []
    judged = [*filter(None, (_judged(rule, table, gap, numbers[at], numbers[lead]) for at, lead in gap.broken))]
    slips = [report for verdict, report in judged if pens.slipped(verdict)]
    name = f"{gap.gap.label} is how far {gap.value.label} is from that of the first row"
    if not is_find(gap.told, len(judged), "guess", slips=len(slips), tight=True):
        return Across(rule, not_checked=(f"{name}: broken in {len(judged):,} of {gap.told:,} rows",))
    line = f"{name} ({rule.name}: {tally(gap.told, 'rows', len(judged), slips)})"
    return Across(rule, tuple(slips), (gap.gap, gap.value), (line,))


def _judged(rule: Rule, table: Table, gap: _Gap, number: int, lead: int) -> tuple[Verdict, Report] | None:
    """Judge a row and that of its leader exactly."""
    fetched = {row.number: row for row in rows.fetch(table.store, [lead, number], [gap.gap, gap.value])}
    placed = [(fetched[number], gap.gap), (fetched[number], gap.value), (fetched[lead], gap.value)]
    return breaches.judge(rule, table.path, str(number), placed, way=gap.way)
