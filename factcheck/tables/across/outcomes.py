"""A result in a word or a letter beside the two scores: "W" of 3 and 1, "A" of 0 and 2.

Which scores these are the rows show, and which side a letter stands for. Draws are left alone, for they are decided otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from factcheck import lexicon
from factcheck.report import Report
from factcheck.rules import Rule
from factcheck.tables.across import Across, Table, together
from factcheck.tables.columns import Column
from factcheck.tables.judged import breaches, rows
from factcheck.tables.judged.confirming import is_find

_NEAR = 10
"""Columns nearest to a result among which its scores are looked for."""
_ENOUGH, _EACH = 10, 3
"""Rows that must tell of a side that won, and how many of each."""
_MOST_ROWS = 20_000


def check(rule: Rule, table: Table) -> Across:
    """Check each column of results."""
    if not table.at_hand or not _ENOUGH <= table.store.rows <= _MOST_ROWS:
        return Across(rule)
    found = ((column, sides) for column in table.sample.columns if (sides := _sides(table, column)))
    return together(rule, [_checked(rule, table, column, sides) for column, sides in found])


def _sides(table: Table, column: Column) -> Sequence[bool | None]:
    """Give for each row whether the first side won; None where nobody did, and nothing where a column tells other things."""
    texts = [(text or "").strip().lower() for text in table.sample.texts[column.index]]
    for entry in lexicon.entries("outcomes").values():
        known = {word: side for side, words in ((True, entry["first"]), (False, entry["second"])) for word in words}
        neither = {*entry["neither"], "", *column.form.missing}
        sides = [known.get(text) for text in texts]
        if all(text in known or text in neither for text in texts) and min(sides.count(True), sides.count(False)) >= _EACH:
            return sides
    return ()


def _checked(rule: Rule, table: Table, column: Column, sides: Sequence[bool | None]) -> Across:
    numbers = [each for each in table.sample.columns if each.kind == "number" and each.form.exact and not each.name.says("rank")]
    near = sorted(numbers, key=lambda each: abs(each.index - column.index))[:_NEAR]
    for one, other in permutations(sorted(near, key=lambda each: each.index), 2):
        told = [*_told(table, sides, one, other)]
        broken = {at: side for at, side, kept in told if not kept}
        if len(told) >= _ENOUGH and _differ(table, one, other) and is_find(len(told), len(broken), "guess"):
            reports = tuple(_reports(rule, table, (one, other), broken))
            shown = f"{len(told):,} rows, {len(reports):,} broken"
            line = f"{column.label} is told of {one.label} and {other.label} ({rule.name}: {shown})"
            return Across(rule, reports, (column, one, other), (line,))
    return Across(rule)


def _differ(table: Table, *scores: Column) -> bool:
    """Tell scores from answers to yes or no, and from classes."""
    return all(len({*table.sample.values(each)}) > _EACH for each in scores)


def _reports(rule: Rule, table: Table, columns: tuple[Column, Column], broken: Mapping[int, bool]) -> Iterator[Report]:
    """Tell of rows, the score of who won by its letter first."""
    numbers = rows.numbers(table.store)
    first = {numbers[at]: side for at, side in broken.items()}
    for row in rows.fetch(table.store, sorted(first), columns):
        placed = [(row, column) for column in (columns if first[row.number] else columns[::-1])]
        found = breaches.judge(rule, table.path, rows.name_of(row, table.identity), placed)
        if found is not None:
            yield found[1]


def _told(table: Table, sides: Sequence[bool | None], one: Column, other: Column) -> Iterator[tuple[int, bool, bool]]:
    """Give the rows of which a side won that has another score than the other side, who won, and whether the scores say so."""
    scores = zip(sides, table.sample.values(one), table.sample.values(other), strict=True)
    for at, (side, first, second) in enumerate(scores):
        if side is not None and first is not None and second is not None and first != second:
            yield at, side, (first > second) is side
