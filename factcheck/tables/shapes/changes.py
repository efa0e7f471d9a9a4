"""A change in percent with its two figures: "Change %" = 100 x "2023" / "2022" - 100. The sample shows which two.

Without a sign of percent it may be one of parts of one: 0.05 for five percent more.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice

from factcheck.rules import Rule
from factcheck.tables.columns import Column, Number, Sample, digits
from factcheck.tables.shapes import Match, quotients
from factcheck.values import evolve

_WHOLES = (100, 1)
"""What a change is given in parts of, in the order of its rule's ways."""
_TELLING = 3
"""How many units of its last digit a change must be to tell anything."""


def find(rule: Rule, sample: Sample) -> Iterator[Match]:
    """Give changes with the two columns that they are of."""
    change, new, old = rule.claims
    columns = [column for column in sample.columns if _may_be(column)]
    terms = [*map(_above_nought, quotients.terms_of(sample))] if columns else []
    for column in columns:
        for way, whole in enumerate(_WHOLES[:1] if column.form.percent else _WHOLES):
            told = _quotients(sample.values(column), whole)
            found = [*islice(quotients.pairs(column, told, terms, (0,), named=_says_so(column)), quotients.MOST)]
            for one, other, _, exact in found:
                bound = {change: (column,), new: (one,), old: (other,)}
                yield Match(bound, "guess" if _says_so(column) else "values", way, exact)
            if found:
                break


def _above_nought(term: quotients.Term) -> quotients.Term:
    """Leave out what is below nought: the change on a loss has one sign or the other, as who reckons it has it."""
    if not term.column.form.negative:
        return term
    return evolve(term, values=tuple(value if value is not None and value > 0 else None for value in term.values))


def _may_be(column: Column) -> bool:
    """Tell whether a column can be a change in percent."""
    return column.kind == "number" and not column.doubtful and (column.form.percent or column.name.says("share"))


def _says_so(column: Column) -> bool:
    return column.name.says("difference") and (column.form.percent or column.name.says("share"))


def _quotients(values: tuple[Number | None, ...], whole: int) -> list[Number | None]:
    """Give for each change the quotient that it tells of: 1.05 for 5 percent more."""
    unit = digits.resolution(values)
    return [None if value is None or abs(Fraction(value)) < _TELLING * unit else 1 + Fraction(value) / whole for value in values]
