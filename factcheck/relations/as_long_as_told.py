"""``as_long_as_told(period, length)``: a length of time is that of the period that is told beside it.

    holds = "as_long_as_told(period, length)"

"From 2010 to 2014" can be counted with both years (five) or from one to the other (four), or run from the end of the one to the
start of the other (a little more than three). Every length between the shortest and the longest, in whole units, is right; no
other is.

>>> from datetime import date
>>> from types import SimpleNamespace
>>> from factcheck.intervals import Amount, Interval
>>> from factcheck.operands import Context, Operand
>>> reign = SimpleNamespace(first_day=date(1990, 1, 1), last_day=date(2005, 12, 31))
>>> told = Operand("12 years", Amount(Interval.point(12), Interval.point(12), "year"))
>>> outcome = evaluate(Operand("from 1990 to 2005", claim=reign), told, Context())
>>> outcome.verdict, outcome.facts["right"]
('cannot hold', '14 to 16 years')

Not checked: a period whose first or last day is not known, lengths in hours and the like.
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from math import ceil, floor

from factcheck.intervals import Interval
from factcheck.operands import Context, NotCheckedError, Operand, Outcome, amount, statement

TAKES = ("day", "measure")
GIVES = "verdict"
USES = (0, 1)
FACTS = ("right",)

DAYS = {
    "day": Fraction(1),
    "week": Fraction(7),
    "month": Fraction(365, 12),
    "year": Fraction(1461, 4),
    "decade": Fraction(7305, 2),
}
"""The days that a unit of time has on average (Julian years)."""
_LEAP = Fraction(1, 20)
"""What leap days and long months may add to a whole number of units, in units."""
_YEAR = 365


def evaluate(period: Operand, length: Operand, context: Context) -> Outcome:
    """Tell whether the period can be as long as the length that is told.

    Raises:
        NotCheckedError: a day of the period or the unit of the length is not known.

    """
    claim, told = statement(period), amount(length)
    if claim.first_day is None or claim.last_day is None or told.unit not in DAYS:
        raise NotCheckedError(f"how long {period.quote} is cannot be told in the unit of {length.quote}")
    shortest, longest = _extent(claim.first_day, claim.last_day)
    least, greatest = in_units(shortest, longest, told.unit)
    right = f"{least} to {greatest} {told.unit}s"
    calculation = f"{period.quote}: {claim.first_day} to {claim.last_day}, {right}; {length.quote}"
    if told.possible.meets(Interval(Fraction(least), Fraction(greatest))):
        return Outcome("holds", calculation=calculation)
    return Outcome("cannot hold", "the period is longer or shorter", calculation, {"right": right})


def in_units(nearest: Fraction, farthest: Fraction, unit: str) -> tuple[int, int]:
    """Give the fewest and the most whole units of time that so many days may be called."""
    return max(0, floor(nearest / DAYS[unit] + _LEAP)), max(1, ceil(farthest / DAYS[unit] - _LEAP))


def _extent(first: dt.date, last: dt.date) -> tuple[Fraction, Fraction]:
    """Give the days from the end of the first year, month or day to the start of the last, and with both of them."""
    whole = Fraction((last - first).days + 1)
    return max(Fraction(0), whole - _part(first, last) - _part(first, last)), whole


def _part(first: dt.date, last: dt.date) -> int:
    """Give the days of what a period begins and ends with: a year, a month or a day."""
    after = last + dt.timedelta(days=1) if last < dt.date.max else last
    if (first.month, first.day, after.month, after.day) == (1, 1, 1, 1):
        return _YEAR
    return 31 if (first.day, after.day) == (1, 1) else 1
