"""One measure in two units: "Height (m)" and "Height (ft)", "length km" and "length mi".

What a name's bracket or its last words say is the unit; the rest of the names must be the same, and the units must measure the
same. Which factor lies between them the rows show.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from factcheck import units
from factcheck.rules import Rule
from factcheck.tables.columns import Column, Sample
from factcheck.tables.shapes import Match
from factcheck.values import frozen

_BARE = frozenset({"number", "percent"})
_MOST_COLUMNS = 300


@frozen
class _Measure:
    """A column whose name tells its unit; ``kin`` is the rest of the name."""

    column: Column
    unit: str
    kin: tuple[str, ...]


def find(rule: Rule, sample: Sample) -> Iterator[Match]:
    """Give pairs of columns of one measure, that in the larger unit first."""
    given, converted = rule.claims
    measures = [each for column in sample.columns[:_MOST_COLUMNS] if (each := _measure(column)) is not None]
    for a, b in combinations(measures, 2):
        if a.kin == b.kin and a.unit != b.unit and units.dimension(a.unit) == units.dimension(b.unit):
            large, small = (a, b) if units.factor(a.unit, b.unit) > 1 else (b, a)
            yield Match({given: (large.column,), converted: (small.column,)}, "names")


def _measure(column: Column) -> _Measure | None:
    if column.kind != "number" or column.doubtful or column.form.percent or column.form.currency:
        return None
    words = column.name.words
    if (unit := _unit(column.name.note.strip())) is not None:
        return _Measure(column, unit, words)
    sizes = range(min(2, len(words)), 0, -1)
    found = ((size, unit) for size in sizes if (unit := _unit(" ".join(words[-size:]))) is not None)
    size, unit = next(found, (0, None))
    is_letter = len(words) == size and len(words[0]) == 1 if size else False  # "T" and "G" are ties and games
    return None if unit is None or is_letter else _Measure(column, unit, words[:-size])


def _unit(written: str) -> str | None:
    """Give the unit that a name tells, by how it is written; None for a bare number, money, and what is no unit."""
    for form in (written, written.lower(), written.rstrip(".")):
        try:
            unit = units.named(form)
            if form and units.dimension(unit) not in _BARE and not units.dimension(unit).isupper():
                return unit
        except units.DimensionError:
            continue
    return None
