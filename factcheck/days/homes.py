"""Which of a day and a month stands first in digits, by the home of a text: days as read -> days in the order of that home."""

from __future__ import annotations

from factcheck.days import Days
from factcheck.values import evolve

MONTH_FIRST = frozenset({"US", "AS", "CA", "FM", "GU", "MH", "MP", "PH", "PR", "PW", "VI"})
"""Homes (ISO 3166) where "5/12/2016" can be May 12, as the Unicode CLDR has it; everywhere else the day stands first."""


def ordered(days: Days, home: str | None, written: str) -> Days:
    """Give days with the reading first that is likeliest at home; all others are kept. Full stops put the day first anywhere."""
    if home is None or home in MONTH_FIRST or "." in written:
        return days
    if days.to is not None:
        days = evolve(days, to=ordered(days.to, home, written))
    if not days.readings:
        return days
    first, *others = days.readings
    other = evolve(first, month=days.month, day=days.day)
    return evolve(days, month=first.month, day=first.day, readings=(other, *others))
