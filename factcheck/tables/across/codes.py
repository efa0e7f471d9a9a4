"""A code that two rows have: "41135" between 41333 and 41355, in a list that is in the order of its codes.

A code may stand twice for good reasons, beside each other or at the end of a list. What tells a slip is that all other codes of
the table differ and follow each other, and that the one which stands twice is out of their order in one of its rows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from factcheck import lexicon
from factcheck.report import Report
from factcheck.rules import Rule
from factcheck.tables.across import Across, Table, reported, together
from factcheck.tables.columns import Column, Number, cells
from factcheck.tables.columns.forms import Form
from factcheck.tables.judged import rows
from factcheck.values import evolve

_FEWEST = 12
"""Rows in the order of their codes."""
_NUMBERED = re.compile(r"(.*[^0-9])([0-9]{2,})", re.ASCII)


def check(rule: Rule, table: Table) -> Across:
    """Check each column of codes, where the sample holds all rows."""
    codes = [code for column in table.sample.columns if table.at_hand and _is_called(column) for code in _coded(table, column)]
    return together(rule, [_checked(rule, table, column) for column in codes])


def _is_called(column: Column) -> bool:
    words = lexicon.entries("columns")["identity"]["numbered"]
    called = column.name.says("identity", "index") or not set(words).isdisjoint(column.name.words)
    return called and not column.doubtful


def _coded(table: Table, column: Column) -> Sequence[Column]:
    """Give a column of codes: whole numbers, or numbers of as many digits behind one and the same text, "INV-2017"."""
    if column.kind == "number":
        return [column] if column.form.exact else []
    told = (
        [_NUMBERED.fullmatch((text or "").strip()) for text in table.sample.texts[column.index]] if column.kind == "text" else []
    )
    alike = {match and (match[1], len(match[2])) for match in told}
    known = alike.pop() if len(alike) == 1 else None
    return [evolve(column, form=Form("number", whole=True, prefix=known[0]))] if known else []


def _checked(rule: Rule, table: Table, column: Column) -> Across:
    values = _values(table, column)
    told = [value for value in values if value is not None]
    if len(told) < len(values) or len(told) < _FEWEST:
        return Across(rule)
    falling = told[0] > told[-1]
    odd = _out_of_order([-value for value in told] if falling else told)
    if odd is None or any(_is_again(table, column, *pair) for pair in odd):
        return Across(rule)
    line = f"each {column.label} once, in order ({rule.name}: {len(told):,} rows, {len(odd)} broken)"
    return Across(rule, tuple(_reports(rule, table, column, odd, falling=falling)), (column,), (line,))


def _values(table: Table, column: Column) -> Sequence[Number | None]:
    if not column.form.prefix:
        return table.sample.values(column)
    read = (cells.read((text or "").strip(), column.form) for text in table.sample.texts[column.index])
    return [None if value is None or value.quantity is None else value.quantity.value for value in read]


def _out_of_order(values: Sequence[Number]) -> list[tuple[int, int]] | None:
    """Give the row whose code is that of another and out of order, with that other; None where more than one is out of it.

    >>> _out_of_order([1, 2, 3, 4, 2, 6, 7])
    [(4, 1)]
    >>> _out_of_order([1, 2, 3, 4, 5, 6, 7]), _out_of_order([1, 2, 2, 3]), _out_of_order([1, 5, 2, 3, 2, 6, 7])
    ([], None, None)
    """
    if all(before < value for before, value in pairwise(values)):
        return []
    twice = [value for value, times in Counter(values).items() if times > 1]
    places = [at for at, value in enumerate(values) if value in twice]
    if len(twice) != 1 or len(places) != 2:
        return None
    for at, other in (places, places[::-1]):
        rest = [*values[:at], *values[at + 1 :]]
        inside = 0 < at < len(values) - 1 and not values[at - 1] <= values[at] <= values[at + 1]
        if inside and all(before < value for before, value in pairwise(rest)):
            return [(at, other)]
    return None


def _is_again(table: Table, column: Column, at: int, other: int) -> bool:
    """Tell whether two rows of one code are of one thing, which came up again: all of their words are the same."""
    words = [
        table.sample.texts[each.index] for each in table.sample.columns if each.kind == "text" and each.index != column.index
    ]
    return bool(words) and all(texts[at] == texts[other] for texts in words)


def _reports(rule: Rule, table: Table, column: Column, odd: Sequence[tuple[int, int]], *, falling: bool) -> Sequence[Report]:
    numbers = rows.numbers(table.store) if odd else []
    ends = (1, -1) if falling else (-1, 1)
    told = [(numbers[at], [numbers[at], numbers[other], *(numbers[at + end] for end in ends)]) for at, other in odd]
    return [*reported(rule, table, column, told)]
