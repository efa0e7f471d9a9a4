"""``exists(day)``: the month has such a day.

    holds = "exists(day)"

"April 31" cannot hold: April has 30 days. February 29 exists where no year is written, else in leap years.

>>> from types import SimpleNamespace
>>> from factcheck.days import Days
>>> from factcheck.operands import Context, Operand
>>> outcome = evaluate(Operand("April 31", claim=SimpleNamespace(written=Days(month=4, day=31))), Context())
>>> outcome.verdict, outcome.facts["right"]
('cannot hold', 'April has 30 days')

Not checked: what names no day of a month.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator

from factcheck.days import Days
from factcheck.operands import Context, NotCheckedError, Operand, Outcome, statement

TAKES = ("day",)
GIVES = "verdict"
USES = (0,)
FACTS = ("right",)

NAMES = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October"),
    *("November", "December"),
)

_FEBRUARY = 2
_LEAP_YEAR = 2024
"""The year in which a day is sought that names none: any leap year has all days."""


def evaluate(day: Operand, context: Context) -> Outcome:
    """Tell whether the month has the day; of a span, both ends.

    Raises:
        NotCheckedError: there is no day of a month.

    """
    ends = [*_ends(statement(day).written)]
    if not ends:
        raise NotCheckedError(f"{day.quote} names no day of a month")
    for year, month, number in ends:
        last = calendar.monthrange(year or _LEAP_YEAR, month)[1]
        if number > last:
            right = f"{NAMES[month - 1]}{f' {year}' if year and month == _FEBRUARY else ''} has {last} days"
            return Outcome("cannot hold", "the calendar has no such day", right, {"right": right})
    return Outcome("holds", calculation=f"the calendar has {day.quote}")


def _ends(days: Days | None) -> Iterator[tuple[int | None, int, int]]:
    for end in (days, days.to if days else None):
        if end is not None and end.month is not None and end.day is not None:
            yield end.year, end.month, end.day
