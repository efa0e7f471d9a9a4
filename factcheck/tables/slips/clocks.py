"""A time of day that does not follow from another -> whether midnight, or noon, lies between: 23:57 and six minutes are 00:03."""

from __future__ import annotations

from fractions import Fraction

from factcheck.tables.binding import Relation
from factcheck.tables.slips import pens
from factcheck.verdicts import Verdict

_DAY = {2: 24 * 60, 3: 24 * 60 * 60}
"""A day in the last of so many numbers of a time: minutes of "23:57", seconds of "23:57:10"."""


def turns_over(relation: Relation, verdict: Verdict) -> bool:
    """Tell whether a relation holds once a time is counted on behind midnight, or behind noon on a clock of twelve hours."""
    if "==" not in relation.rule.text:
        return False  # what must be no more than another figure nearly any turn would do
    parts = {column.form.clock for column in relation.columns.values() if column.form.clock}
    days = [Fraction(_DAY[each]) for each in parts if each in _DAY]
    shifts = [sign * day / half for day in days for half in (1, 2) for sign in (1, -1)]
    return any(pens.holds_with(verdict, name, shift) for name in verdict.constraint.claims for shift in shifts)
