"""Rules across rows: within a group of rows, or over the table; one file per shape, found by scanning this folder.

A rule and the table go in; reports of what breaks it come out, with what the summary tells of it. A shape is a module with
``check(rule, table)``, and the file's name is what a rule calls it (``shape = "steps"``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache, cached_property
from importlib import import_module
from typing import Protocol, cast

from attrs import field

from factcheck.intervals import Interval
from factcheck.operands import Operand
from factcheck.report import Report
from factcheck.rules import Rule
from factcheck.tables.columns import Column, Sample
from factcheck.tables.engines import Store
from factcheck.tables.judged import breaches, rows
from factcheck.tables.judged.judging import Row
from factcheck.tables.judged.merging import Cell
from factcheck.tables.samples import asides
from factcheck.tables.shapes import IN_CELLS
from factcheck.values import frozen
from factcheck.verdicts import Verdict


@frozen
class Table:
    """A table as these shapes ask it; ``mended`` are cells that their own rows show to be wrong, with what they lack."""

    store: Store
    sample: Sample
    path: str
    identity: Column | None = None
    mended: Mapping[Cell, Interval] = field(factory=dict, repr=False)

    @cached_property
    def footnoted(self) -> frozenset[int]:
        """Give the numbers of the rows of which a footnote may tell more, where all rows are at hand."""
        places = asides.footnoted(self.sample, self.store.footnotes) if self.at_hand else frozenset[int]()
        numbers = rows.numbers(self.store) if places else []
        return frozenset(numbers[at] for at in places)

    @property
    def at_hand(self) -> bool:
        """Tell whether the sample holds all rows."""
        return bool(self.sample.texts) and len(self.sample.texts[0]) == self.store.rows

    def mends(self, column: Column, rows: Sequence[Row], lacking: Fraction) -> bool:
        """Tell whether the sum of a column is off by what one of its rows shows to be lacking: that is one fault."""
        known = (self.mended.get((row.number, column.label)) for row in rows)
        return any(each is not None and each.meets(Interval.point(lacking)) for each in known)


@frozen
class Across:
    """What a rule across rows gave: reports, the columns that it bound, and the lines of the summary."""

    rule: Rule
    reports: tuple[Report, ...] = ()
    columns: tuple[Column, ...] = ()
    relations: tuple[str, ...] = ()
    not_checked: tuple[str, ...] = ()


def tally(told: int, what: str, off: int, reports: Sequence[Report]) -> str:
    """Write how many rows tell, how many break a relation, and how many more are off that no slip explains.

    >>> tally(20, "rows", 2, []), tally(20, "rows", 0, [])
    ('20 rows, 0 broken, 2 off for which no slip accounts', '20 rows, 0 broken')
    """
    left = off - len(reports)
    return f"{told:,} {what}, {len(reports):,} broken{f', {left:,} off for which no slip accounts' if left > 0 else ''}"


def together(rule: Rule, told: Sequence[Across]) -> Across:
    """Put together what a rule gave for each of several columns."""
    return Across(
        rule,
        tuple(report for each in told for report in each.reports),
        tuple(column for each in told for column in each.columns),
        tuple(line for each in told for line in each.relations),
        tuple(line for each in told for line in each.not_checked),
    )


class Shape(Protocol):
    """A file of this folder."""

    def check(self, rule: Rule, table: Table) -> Across:
        """Check a rule across the rows of a table."""


def check(rules: Sequence[Rule], table: Table) -> list[Across]:
    """Check all rules across rows."""
    return [shape(rule.shape or "").check(rule, table) for rule in rules if is_across(rule)]


def is_across(rule: Rule) -> bool:
    """Tell whether a rule is checked here: over several rows, or over what a text of the row tells."""
    return rule.shape is not None and (rule.within in ("group", "table") or rule.shape in IN_CELLS)


@cache
def shape(name: str) -> Shape:
    """Give a shape by its name."""
    return cast("Shape", import_module(f"{__name__}.{name}"))


def judged(
    rule: Rule, table: Table, number: int, columns: Sequence[Column], *, way: int = 0, known: Mapping[str, Operand] | None = None
) -> tuple[Verdict, Report] | None:
    """Judge cells of one row, in the order of the rule's claims; see `breaches.judge`."""
    (row,) = rows.fetch(table.store, [number], columns)
    placed = [(row, column) for column in columns]
    return breaches.judge(rule, table.path, rows.name_of(row, table.identity), placed, way=way, known=known)


def reported(
    rule: Rule, table: Table, column: Column, told: Sequence[tuple[int, Sequence[int]]], *, by_name: bool = False
) -> Iterator[Report]:
    """Judge cells of one column in several rows at a time; give the reports of those that break a rule.

    Args:
        rule: the rule.
        table: the table.
        column: the column.
        told: for each report the number of the row that it is of, and those of all its rows in the order of the rule's claims.
        by_name: call that row by what identifies it, where the table says so, and not by its number.

    """
    fetched = {row.number: row for row in rows.fetch(table.store, sorted({at for _, each in told for at in each}), [column])}
    for of, each in told:
        name = rows.name_of(fetched[of], table.identity) if by_name else str(of)
        found = breaches.judge(rule, table.path, name, [(fetched[at], column) for at in each])
        if found is not None:
            yield found[1]
