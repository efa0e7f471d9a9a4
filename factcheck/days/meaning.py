"""Days as written -> the days that are meant: against the day of publication, and kept by tense.

A date without a year is read in the year of publication and its two neighbours: what was said has been, what is due is to
come. Without a publication date only what is written in full has days.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from factcheck.days import Days, calendars, readings, tenses
from factcheck.days.calendars import DAY, Pair
from factcheck.days.tenses import ANY, PASTS
from factcheck.values import evolve, frozen

_SUNDAY = 6
_LONG, _JUST = dt.timedelta(270), dt.timedelta(45)
_LEAP_YEAR, _EARLIEST, _LATEST = 2024, dt.MINYEAR + 2, dt.MAXYEAR - 2


@frozen
class Stretch:
    """First and last day, either None where it is open; ``days`` are all dates that a day without a year can be."""

    first: dt.date | None = None
    last: dt.date | None = None
    days: tuple[dt.date, ...] = ()
    guess: bool = False


@lru_cache(maxsize=4096)
def resolve(days: Days, published: dt.date | None, tense: str | None) -> Stretch:
    """Give the days that are meant; an impossible one (30 February) gives none."""
    if published and not _EARLIEST < published.year < _LATEST:  # at the ends of the calendar nothing lies before or after
        published = None
    if days.form in ("since", "as of") or days.part == "ended":
        tense = "past"
    try:
        return _meant(days, published, tense)
    except (OverflowError, ValueError):  # beyond the calendar
        return Stretch()


def of_outlook(days: Days, published: dt.date | None, tense: str | None) -> Stretch:
    """Give the days of a figure: what is foretold of a month that has just ended is of that one, for it is not yet known."""
    stretch = resolve(days, published, tense)
    bare = tense == "future" and days.month is not None and (days.day, days.year, days.of, days.to) == (None,) * 4
    if not bare or published is None or stretch.first is None or stretch.first <= published + _LONG:
        return stretch
    ended = resolve(days, published, "past")
    return ended if ended.last is not None and ended.last >= published - _JUST else stretch


def can_be(days: Days) -> bool:
    """Tell whether the month has the day, and that of the far end; February 29 can be where no year is written."""
    return (
        not days.month
        or not days.day
        or bool(calendars.stretch(days.year or _LEAP_YEAR, days.month, days.day) and (days.to is None or can_be(days.to)))
    )


def _meant(days: Days, published: dt.date | None, tense: str | None) -> Stretch:
    days = _beginning(days, published, tense)
    if tense is None and days.of is not None and days.of.weekday is not None and days.steps and days.steps[0][1] > 0:
        tense = "future"  # "on Friday week"
    found = _found(days, published, tense)
    if days.unit == "quarter" and days.rank and days.of is None and tense == "future":
        tense = None  # "is to report second-quarter profit" in August: the nearest
    chosen = tenses.chosen(days, found, published, None if tense in PASTS and _may_be_due(days) else tense)
    if chosen is None:
        return Stretch()
    told = tuple(dict.fromkeys(day for day, _ in found if published is None or tenses.fit(day, published, tense)))
    return Stretch(*_between(*chosen, days), told if _can_be_several(days, told) else (), days.guess)


def _beginning(days: Days, published: dt.date | None, tense: str | None) -> Days:
    """Give the week that begins for the one that ends: "meet this week", told on the day before it."""
    if published and tense == "future" and (days.unit, days.shift) == ("week", 0) and published.weekday() == _SUNDAY:
        return evolve(days, shift=1)
    return days


def _found(days: Days, published: dt.date | None, tense: str | None) -> list[Pair]:
    """Give every stretch that the words can name; what is told as past has begun, and a weekday with its date is near."""
    found = readings.of(days, published, tense)
    if published and tense in PASTS and found and found[0][0] > published:
        found = readings.of(_ended(days), published, tense)
    if published and tense != ANY and days.weekday is not None and days.month and days.day and days.shift is None:
        found = calendars.near(found, published, past=tense != "future", future=tense not in PASTS)
    return found


def _may_be_due(days: Days) -> bool:
    """Tell whether a time told as past may still be to come: what was due by a day."""
    return days.form in ("by", "until", "before") and days.day is not None


def _can_be_several(days: Days, told: tuple[dt.date, ...]) -> bool:
    """Tell whether the days that fit are kept beside the likeliest: of one day, without its year or with an open end."""
    of_day = days.to is None and (days.day is not None or bool(days.weekday is not None and days.shift))
    return of_day and (len(told) > 1 or days.form != "on")


def _ended(days: Days) -> Days:
    """Give what is told as past in the last unit and not in the current one, where it would be to come.

    "slowed at the end of the quarter", "did not fly in the second half of the year"
    """
    if days.ends_current:
        return evolve(days, shift=-1)
    of_current = days.of is not None and days.of.guess and days.of.shift == 0
    return evolve(days, of=evolve(days.of, shift=-1)) if days.of is not None and of_current else days


def _between(first: dt.date, last: dt.date, days: Days) -> tuple[dt.date | None, dt.date | None]:
    """Give the ends of what a time opens or closes; "before the end of" a time is by it, "since the end" after it."""
    form = {"before": "by", "since": "after"}.get(days.form, days.form) if days.part == "end" else days.form
    if form in ("since", "starting"):
        return first, None
    if form in ("until", "as of", "by"):
        return None, last
    if form == "before":
        return None, first - DAY
    return (last + DAY, None) if form == "after" else (first, last)
