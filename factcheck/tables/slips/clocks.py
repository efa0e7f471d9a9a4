"""A time of day that does not follow from another -> whether midnight, noon or a border of time zones lies between.

23:57 and six minutes are 00:03; who leaves London at eight and flies for two hours lands in Paris at eleven.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck import lexicon
from factcheck.tables.binding import Relation
from factcheck.tables.columns import Column
from factcheck.tables.slips import pens
from factcheck.verdicts import Verdict

_DAY = {2: 24 * 60, 3: 24 * 60 * 60}
"""A day in the last of so many numbers of a time: minutes of "23:57", seconds of "23:57:10"."""
_QUARTERS = 96
"""Quarters of an hour in a day: by so many do the clocks of two places differ."""


def turns_over(relation: Relation, verdict: Verdict) -> bool:
    """Tell whether a relation holds once a time is counted on behind midnight, or noon, or by the clock of another place."""
    if "==" not in relation.rule.text:
        return False  # what must be no more than another figure nearly any turn would do
    days = [Fraction(_DAY[column.form.clock]) for column in relation.columns.values() if column.form.clock in _DAY]
    steps = range(1, _QUARTERS + 1) if _is_journey(relation) else (_QUARTERS // 2, _QUARTERS)
    shifts = {sign * day * step / _QUARTERS for day in days for step in steps for sign in (1, -1)}
    return any(pens.holds_with(verdict, name, shift) for name in verdict.constraint.claims for shift in shifts)


def _is_journey(relation: Relation) -> bool:
    """Tell whether a column of arrivals is made of one of departures: each is told by the clock of its own place."""
    columns = [*relation.columns.values()]
    last = relation.columns.get("more", columns[-1])  # of a difference the one from which another is taken off
    return are_of_journey([column for column in columns if column is not last], [last])


def are_of_journey(starts: Sequence[Column], ends: Sequence[Column]) -> bool:
    """Tell whether columns are of departures, and others of arrivals."""
    return _says(ends, "arrivals") and _says(starts, "departures")


def _says(columns: Sequence[Column], key: str) -> bool:
    words = frozenset(lexicon.entries("cells")[key]["words"])
    return any(not words.isdisjoint(column.name.words) for column in columns)
