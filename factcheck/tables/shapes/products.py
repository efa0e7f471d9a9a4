"""A number that is the product of two others: days lost = strikers * days, seats offered = flights * seats.

Nothing but the values shows it, and they do so without doubt: to the last digit, in all rows but a few, in figures of several
digits. Whole numbers are so to the last one; of decimals the product is rounded, or as long as both together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
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
            room = Fraction(0) if made.form.exact else sample.unit(made) / 2
            may_be = room > 0 or (a.form.exact and b.form.exact)
            if may_be and _is_product(values[made.index], values[a.index], values[b.index], room):
                yield Match({product: (made,), one: (a,), other: (b,)}, "values")
                break


def _may_be(column: Column) -> bool:
    usable = can_be_reckoned(column) and not column.form.clock
    return usable and not (column.form.negative or column.doubtful)


def _is_product(values: Values, ones: Values, others: Values, room: Fraction) -> bool:
    """Tell whether nearly all rows in which two numbers are other than one make a third, but for the ``room`` of its rounding."""
    telling = (
        (value, a, b) for value, a, b in zip(values, ones, others, strict=True) if value is not None and a and b and a != 1 != b
    )
    first = [*islice(telling, _GLANCE)]
    if sum(_keeps(each, room) for each in first) * 2 <= len(first):
        return False
    told = [*first, *telling]
    kept = [(value, a, b) for value, a, b in told if _keeps((value, a, b), room) and value >= _LARGE * (2 * room or 1)]
    differ = (len({*each}) for each in zip(*kept, strict=True))
    fewest = (_ENOUGH if room else _DIFFERENT, _FEW, _FEW)
    enough = len(kept) >= _ENOUGH and all(map(int.__ge__, differ, fewest))
    return enough and are_few(sum(not _keeps(each, room) for each in told), len(told))


def _keeps(told: tuple[Number, Number, Number], room: Fraction) -> bool:
    value, a, b = told
    return abs(Fraction(value - a * b)) <= room if room else value == a * b
