"""Figures of some columns, their total the last -> whether each was rounded by itself, and how far a sum may so be off.

Of whole numbers that shows where large ones are off by a little, now above and now below; of decimals where many are off at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck import lexicon
from factcheck.tables.columns import Column, Number, Sample
from factcheck.tables.samples import crossed
from factcheck.tables.shapes import FEW_BROKEN
from factcheck.values import frozen

_LARGE = 100
_ROUNDED = 0.51
"""How far a whole number may be from what was rounded to it, and a little for the multiple that is not known exactly."""
_FEWEST_ROWS = 4
_WORD = re.compile(r"[^\W\d_]+")
_ONE_IN = 10
"""One row in so many must be off by what decimals can be rounded by, if others may be off by a little more."""


@frozen
class Count:
    """A column with its first values, and the unit of its last digit."""

    column: Column
    values: tuple[Number | None, ...]
    unit: Fraction


def are_rounded(counts: Sequence[Count]) -> bool:
    """Tell whether large whole numbers are off by what they can be rounded by, now above and now below."""
    if not all(count.column.form.whole for count in counts):
        return False
    told = [(off, total) for off, total in _offs(counts) if total]
    offs = [off for off, total in told if max(total, -total) >= _LARGE]
    near = [off for off in offs if off and 2 * max(off, -off) <= len(counts)]
    return len(offs) * 4 > 3 * len(told) and len(near) > FEW_BROKEN and min(near) < 0 < max(near)


def are_rounded_across(columns: Sequence[Column], sample: Sample) -> bool:
    """Tell whether a column is the sum of its neighbours but for what each was rounded by."""
    told = [Count(column, sample.values(column), sample.unit(column)) for column in columns]
    return any(are_rounded([*told[parts.start : parts.stop], told[whole]]) for whole, parts in crossed.sums(len(told)))


def are_rounded_apart(counts: Sequence[Count]) -> bool:
    """Tell whether decimals are often off by what each can be rounded by: their totals were made of what is not printed."""
    offs = [max(off, -off) for off, _ in _offs(counts)] if any(not count.column.form.whole for count in counts) else []
    return sum(0 < off <= room_of(counts) for off in offs) * _ONE_IN > len(offs) > 0


def room_of(counts: Sequence[Count]) -> Fraction:
    """Give how far a sum may be off: not at all where all are whole, else what the last digit of each can be rounded by."""
    return sum((count.unit / 2 for count in counts if not count.column.form.whole), Fraction(0))


def _offs(counts: Sequence[Count]) -> Iterator[tuple[Number, Number]]:
    """Give by how much the sum of each full row is above its total, and that total."""
    for *parts, total in zip(*(count.values for count in counts), strict=True):
        if total is not None and None not in parts:
            yield sum((part or 0 for part in parts), -total), total


def is_multiple(values: Sequence[Number | None], others: Sequence[Number | None]) -> bool:
    """Tell whether all numbers are one multiple of others, rounded to whole ones."""
    told = [(float(a), float(b)) for a, b in zip(values, others, strict=True) if a is not None and b]
    times = sum(a for a, _ in told) / sum(b for _, b in told) if told and sum(b for _, b in told) else 0.0
    return len(told) >= _FEWEST_ROWS and times != 1 and all(abs(a - times * b) <= _ROUNDED for a, b in told)


def tell_of_millions(columns: Sequence[Column]) -> bool:
    """Tell whether a header says that figures are so many thousands or millions, and so rounded."""
    known = {word for name, entry in lexicon.entries("scales").items() for word in (name, entry.get("plural", name))}
    return any(not known.isdisjoint(_WORD.findall(column.label.lower())) for column in columns)
