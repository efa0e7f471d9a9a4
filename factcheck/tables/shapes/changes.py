"""A change in percent with its two figures: "Change %" = 100 x "2023" / "2022" - 100. The sample shows which two."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.rules import Rule
from factcheck.tables.columns import Column, Number, Sample, kinds
from factcheck.tables.shapes import Match, quotients

_TELLING = 3
"""How many units of its last digit a change must be to tell anything."""


def find(rule: Rule, sample: Sample) -> Iterator[Match]:
    """Give changes with the two columns that they are of."""
    change, new, old = rule.claims
    columns = [column for column in sample.columns if _may_be(column)]
    terms = [term for term in quotients.terms_of(sample) if not term.column.form.negative] if columns else []
    for column in columns:
        found = quotients.two(column, _quotients(sample.values(column)), terms, (0,), named=_says_so(column))
        if found is not None:
            bound = {change: (column,), new: (found[0],), old: (found[1],)}
            yield Match(bound, "guess" if _says_so(column) else "values", exact=found[3])


def _may_be(column: Column) -> bool:
    """Tell whether a column can be a change in percent."""
    return column.kind == "number" and not column.doubtful and (column.form.percent or column.name.says("share"))


def _says_so(column: Column) -> bool:
    return column.name.says("difference") and (column.form.percent or column.name.says("share"))


def _quotients(values: tuple[Number | None, ...]) -> list[Number | None]:
    """Give for each change the quotient that it tells of: 1.05 for 5 percent more."""
    unit = kinds.resolution(values)
    return [None if value is None or abs(Fraction(value)) < _TELLING * unit else 1 + Fraction(value) / 100 for value in values]
