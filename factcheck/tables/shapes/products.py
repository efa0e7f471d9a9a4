"""A whole number that is the product of two others: days lost = strikers * days, seats offered = flights * seats.

Nothing but the values shows it, and they do so without doubt: to the last one, in all rows but a few, in figures of several
digits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from factcheck.rules import Rule
from factcheck.tables.columns import Column, Number, Sample
from factcheck.tables.shapes import Match, are_few, can_be_reckoned

_MOST_COLUMNS = 16
_TRIES, _GLANCE = 200, 6
"""Rows that are looked at, and those at the beginning of which half must keep a product before the others are."""
_ENOUGH, _DIFFERENT, _FEW = 12, 5, 3
"""Rows that must keep it, and different values of the product and of each of the two."""
_LARGE = 100
"""A product that no chance makes."""
Values = Sequence[Number | None]


def find(rule: Rule, sample: Sample) -> Iterator[Match]:
    """Give products with the two columns that they are of."""
    product, one, other = rule.claims
    columns = [column for column in sample.columns if _may_be(column)][:_MOST_COLUMNS]
    values = {column.index: sample.values(column)[:_TRIES] for column in columns}
    for made in columns:
        rest = [column for column in columns if column is not made and (column.form.highest or 0) <= (made.form.highest or 0)]
        for a, b in combinations(rest, 2):
            if _is_product(values[made.index], values[a.index], values[b.index]):
                yield Match({product: (made,), one: (a,), other: (b,)}, "values")
                break


def _may_be(column: Column) -> bool:
    usable = can_be_reckoned(column) and column.form.exact and not column.form.clock
    return usable and not (column.form.negative or column.doubtful)


def _is_product(values: Values, ones: Values, others: Values) -> bool:
    """Tell whether nearly all rows in which two numbers are more than one make a third."""
    telling = (
        (value, a, b) for value, a, b in zip(values, ones, others, strict=True) if value is not None and a and b and a > 1 < b
    )
    first = [*islice(telling, _GLANCE)]
    if sum(value == a * b for value, a, b in first) * 2 <= len(first):
        return False
    told = [*first, *telling]
    kept = [each for each in told if each[0] == each[1] * each[2] >= _LARGE]
    differ = (len({*each}) for each in zip(*kept, strict=True))
    enough = len(kept) >= _ENOUGH and all(map(int.__ge__, differ, (_DIFFERENT, _FEW, _FEW)))
    return enough and are_few(sum(value != a * b for value, a, b in told), len(told))
