"""How columns belong together: one file per shape, found by scanning this folder.

A rule and a sample of the table go in; sets of columns come out, by the names of the rule's claims. A shape is a module with
``find(rule, sample)``, and the file's name is what a rule calls it (``shape = "sums"``). What names or a sample propose is only
a guess: the rows confirm it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Literal, Protocol, cast

from factcheck.rules import ClaimPattern, Rule
from factcheck.tables.columns import Column, Sample
from factcheck.values import frozen

IN_CELLS = ("dated", "leads", "listed", "moments", "outcomes", "restated", "results", "stories", "terms", "undated", "weekdays")
"""Shapes of a row that look into its texts, and are found among those across rows."""
FEW_BROKEN = 2
"""Rows of a sample that may break what it shows, and one in twenty more; of a few rows that tell, one in four in the end."""
_ONE_IN = 4
Trust = Literal["names", "guess", "values", "map"]
"""How far a relation is trusted before the rows are asked: safe from its names, guessed from them or from values, asked for."""


@frozen
class Match:
    """Columns that may belong together so, by the rule's names; several where a name stands for a sum.

    ``way`` is the place among the rule's text and its conventions of the one that the sample shows; None: any of them.
    ``exact`` tells that the sample shows its whole numbers to be rounded nowhere, ``rounded`` that it shows each to be rounded.
    """

    columns: Mapping[str, tuple[Column, ...]]
    trust: Trust
    way: int | None = None
    exact: bool = False
    rounded: bool = False


class Shape(Protocol):
    """A file of this folder."""

    def find(self, rule: Rule, sample: Sample) -> Iterator[Match]:
        """Give the sets of columns that may stand in the rule's relation."""


@cache
def shape(name: str) -> Shape:
    """Give a shape by its name."""
    return cast("Shape", import_module(f"{__name__}.{name}"))


def suits(pattern: ClaimPattern, column: Column) -> bool:
    """Tell whether a column is of the kind that a rule asks for."""
    if pattern.kind in ("date", "period"):
        return column.kind == "day"
    if pattern.form == "year":
        return column.kind == "year"
    return column.kind in ("number", "year", "weekday", "month")


def are_few(broken: int, told: int) -> bool:
    """Tell whether so few rows of those that tell break something that the others show it."""
    return broken <= 1 or (broken * _ONE_IN <= told and broken <= FEW_BROKEN + told // 20)


def can_be_reckoned(column: Column) -> bool:
    """Tell whether figures can be divided, or divide: numbers that are neither shares nor places in an order nor names."""
    placed = column.name.says("identity", "rank", "share") or (column.name.says("index") and column.form.whole)
    return column.kind == "number" and not column.form.percent and not placed


def alike(*columns: Column) -> bool:
    """Tell whether figures are in one unit, as far as it is written."""
    return len({column.unit for column in columns if column.unit}) < 2 and len({column.form.percent for column in columns}) == 1
