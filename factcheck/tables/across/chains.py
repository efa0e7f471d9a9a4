"""What is left at the end of a row is there at the beginning of the next: "Closing stock" and "Opening stock", place by place.

The rows show which two columns are so linked. One may begin anew, on a restated figure: what tells a slip is a digit, a sign or a
point that makes one of the two the other, while the rows about it keep the link.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, permutations

from attrs import field

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

_MOST_COLUMNS = 20
_GLANCE, _MISSED = 12, 3
"""Steps at the beginning of which half must hold, and one of the first few."""
_ENOUGH = 12
"""Telling steps that must hold, with as many different figures."""
_FEW = 12
"""One step in so many may be off."""
Step = tuple[int, int]


@frozen
class _Chain:
    """Two columns, the one linked to the other of the row before, and the steps that break the link."""

    opening: Column
    closing: Column
    told: int
    broken: tuple[Step, ...] = field(repr=False)


def check(rule: Rule, table: Table) -> Across:
    """Check each pair of linked columns, where the sample holds all rows."""
    if not table.at_hand:
        return Across(rule)
    columns = [column for column in table.sample.columns if _may_be(column, table)][:_MOST_COLUMNS]
    ways = [(lines, [*islice(series.steps(lines, 1), _GLANCE)]) for lines in series.ways(table.sample)]
    pairs = permutations(columns, 2)
    found = [each for opening, closing in pairs for way in ways if (each := _kept(opening, closing, table, *way)) is not None]
    best: dict[frozenset[int], _Chain] = {}
    for each in found:
        key = frozenset({each.opening.index, each.closing.index})
        best[key] = max(best.get(key, each), each, key=lambda chain: chain.told - 2 * len(chain.broken))
    return together(rule, [_told(rule, table, each) for each in best.values()])


def _may_be(column: Column, table: Table) -> bool:
    usable = column.kind == "number" and not (
        column.doubtful or column.form.percent or column.name.says("identity", "rank", "share")
    )
    return usable and len(set(table.sample.values(column))) > _ENOUGH


def _kept(opening: Column, closing: Column, table: Table, lines: Sequence[Line], first: Sequence[Step]) -> _Chain | None:
    """Give the link, if all steps but a few keep it; what stays the same from row to row links nothing."""
    openings, closings = table.sample.values(opening), table.sample.values(closing)
    if not _at_first(openings, closings, first):
        return None
    seen: set[Number] = set()
    broken: list[Step] = []
    told = 0
    for before, at in series.steps(lines, 1):
        one, other = closings[before], openings[at]
        if one is None or other is None or (one == other == openings[before]):
            continue
        told += 1
        if one == other:
            seen.add(one)
        else:
            broken.append((before, at))
    enough = len(seen) >= _ENOUGH and len(broken) * _FEW <= told
    return _Chain(opening, closing, told, tuple(broken)) if enough else None


def _at_first(openings: Sequence[Number | None], closings: Sequence[Number | None], steps: Sequence[Step]) -> bool:
    """Tell whether half of the first steps hold."""
    held = far = 0
    for before, at in steps:
        same = closings[before] == openings[at]
        held += same
        far += not same
        if far * 2 > _GLANCE or (far == _MISSED and not held):
            return False
    return held > 0


def _told(rule: Rule, table: Table, chain: _Chain) -> Across:
    steps = [step for step in chain.broken if _is_slip(table, chain, step)]
    numbers = rows.numbers(table.store) if steps else []
    slips = tuple(
        report for before, at in steps if (report := _report(rule, table, chain, numbers[before], numbers[at])) is not None
    )
    name = f"{chain.opening.label} is {chain.closing.label} of the row before"
    if not is_find(chain.told, len(chain.broken), "guess", slips=len(slips)):
        return Across(rule, not_checked=(f"{name}: broken in {len(chain.broken):,} of {chain.told:,} steps",))
    line = f"{name} ({rule.name}: {tally(chain.told, 'steps', len(chain.broken), slips)})"
    return Across(rule, slips, (chain.opening, chain.closing), (line,))


def _is_slip(table: Table, chain: _Chain, step: Step) -> bool:
    """Tell whether the figure of one row is the other's with a digit, a sign or a point that slipped."""
    closing, opening = table.sample.values(chain.closing)[step[0]], table.sample.values(chain.opening)[step[1]]
    return closing is not None and opening is not None and pens.miswritten(opening, closing)


def _report(rule: Rule, table: Table, chain: _Chain, *numbers: int) -> Report | None:
    """Judge the row of an opening and the one before it exactly; ``numbers`` are those of the one before, and its own."""
    fetched = {row.number: row for row in rows.fetch(table.store, numbers, [chain.opening, chain.closing])}
    before, at = (fetched[number] for number in numbers)
    found = breaches.judge(rule, table.path, str(at.number), [(at, chain.opening), (before, chain.closing)])
    return found and found[1]
