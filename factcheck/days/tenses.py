"""Which reading of a time is meant: what was said has been, what is due is to come, and without a tense the nearest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from factcheck.days import Days
from factcheck.days.calendars import DAY, Pair

ANY = "any"
"""The tense of a day that may be of another year, which the text tells."""
LOOSE = "loose"
"""The tense of a time in a clause of the past that does not stand right behind its verb: "set a hearing for May 5"."""
PASTS = ("past", LOOSE)
_JUST, _LONG = dt.timedelta(45), dt.timedelta(270)
"""What was to come when it was told of, on a day just past ("they agreed to begin on March 7"), is not that of next year; nor is
what was settled for a day soon to come ("set a hearing for March 20") that of last year.
"""
_SOME_DAYS = dt.timedelta(20)
"""So long at most is what days of a month mark off ("from May 3 to 9")."""
_WEEK, _NEAR = dt.timedelta(7), dt.timedelta(2)
"""A weekday that comes in two days is not that of five days ago, unless its verb tells so ("ahead of a hearing on Friday")."""
_UPDATED = dt.timedelta(60)
"""Stories are updated for weeks: so long after publication a day can still be told as past."""


def fit(day: dt.date, published: dt.date, tense: str | None) -> bool:
    """Tell whether a day can be told so: as past, or as still to come."""
    if tense in PASTS:
        return day <= published + _UPDATED
    return tense != "future" or day >= published - DAY


def chosen(days: Days, readings: Sequence[Pair], published: dt.date | None, tense: str | None) -> Pair | None:
    """Give the likeliest reading: of an ambiguous time the first that fits its tense, else the nearest of its tense."""
    if days.weekday is not None and days.month is not None:
        readings = [reading for reading in readings if reading[0].weekday() == days.weekday] or readings
    over = (days.rank == -1 and days.of is not None) or (days.rank == 1 and days.unit == "month" and days.of is None)
    if published is not None and over and tense != "future":  # "the year to March", "the first nine months"
        readings = [reading for reading in readings if reading[1] <= published] or readings
    ambiguous = days.weekday is not None and days.shift is not None
    if published is None or not (ambiguous or (days.readings and days.year) or (days.unit == "weekend" and days.of is None)):
        return likeliest(readings, published, tense)
    first = {
        **dict.fromkeys(PASTS, lambda r: r[0] <= published),
        "future": lambda r: r[1] >= published,
    }.get(tense or "", bool)
    return next(filter(first, readings), readings[0] if readings else None)


def likeliest(readings: Sequence[Pair], published: dt.date | None, tense: str | None) -> Pair | None:
    """Give the reading of a tense that lies nearest to publication; the first where nothing tells."""
    if published is None or len(readings) < 2:
        return readings[0] if readings else None
    if tense in PASTS:
        last = max((r for r in readings if r[0] <= published), default=readings[0])
        ahead = min((r for r in readings if published < r[0] <= published + _JUST), default=None)
        soon = ahead is not None and ahead[1] - ahead[0] <= _SOME_DAYS and last[1] < published - _LONG
        soon = soon or (ahead is not None and ahead[0] - last[0] == _WEEK and ahead[0] <= published + _NEAR)
        return ahead if ahead is not None and soon and tense == LOOSE else last
    if tense == "future":
        past = max((r for r in readings if r[1] < published and r[1] - r[0] <= _SOME_DAYS), default=None)
        ahead = min((r for r in readings if r[1] >= published), default=readings[-1])
        just = past is not None and past[0] > published - _JUST and ahead[0] > published + _LONG
        return past if just and past is not None else ahead
    return min(readings, key=lambda r: abs((r[0] - published).days))
