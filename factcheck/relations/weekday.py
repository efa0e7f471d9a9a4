"""``weekday(day)``: the weekday written with a date is the one that the calendar gives.

    holds = "weekday(day)"

"Tuesday, April 30, 2025" cannot hold: that day was a Wednesday. A date without a year is tried in each year that it can be
read in, and holds if one of them fits.

>>> from datetime import date
>>> from types import SimpleNamespace
>>> from factcheck.operands import Context, Operand
>>> claim = SimpleNamespace(first_day=date(2025, 4, 30), last_day=date(2025, 4, 30), weekday=1, days=(), hedge_kinds=frozenset())
>>> outcome = evaluate(Operand("Tuesday, April 30, 2025", claim=claim), Context())
>>> outcome.verdict, outcome.calculation, outcome.facts["right"]
('cannot hold', '2025-04-30 is a Wednesday, not a Tuesday', 'Wednesday')

Not checked: a date without a weekday, a period of more than a day, a date of the time when two calendars were in use.
"""

from __future__ import annotations

import datetime as dt

from factcheck.operands import Context, NotCheckedError, Operand, Outcome, statement

TAKES = ("day",)
GIVES = "verdict"
USES = (0,)
FACTS = ("right",)

_NEW_STYLE = dt.date(1924, 1, 1)  # Russia changed its calendar in 1918, Greece in 1923
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def evaluate(day: Operand, context: Context) -> Outcome:
    """Tell whether the weekday fits the date.

    Raises:
        NotCheckedError: there is no weekday, or not one day.

    """
    claim = statement(day)
    if claim.weekday is None:
        raise NotCheckedError(f"no weekday is written with {day.quote}")
    days = _days(day)
    if min(days) < _NEW_STYLE:
        raise NotCheckedError(f"{day.quote} may be a date of the old calendar")
    fitting = [candidate for candidate in days if candidate.weekday() == claim.weekday]
    if fitting:
        return Outcome("holds", calculation=f"{fitting[0].isoformat()} is a {NAMES[claim.weekday]}")
    nearest = min(days, key=lambda candidate: abs(candidate - (context.published or days[0])))
    others = f", and no {NAMES[claim.weekday]} in the years about it" if len(days) > 1 else ""
    right = NAMES[nearest.weekday()]
    calculation = f"{nearest.isoformat()} is a {right}, not a {NAMES[claim.weekday]}{others}"
    return Outcome("cannot hold", "the calendar gives another weekday", calculation, {"right": right})


def _days(day: Operand) -> tuple[dt.date, ...]:
    claim = statement(day)
    if claim.days:
        return claim.days
    if claim.first_day is None or claim.first_day != claim.last_day:
        raise NotCheckedError(f"{day.quote} is not one day")
    return (claim.first_day,)
