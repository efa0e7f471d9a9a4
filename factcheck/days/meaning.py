"""Days as written -> the days that are meant: against the day of publication, and kept by tense.

A date without a year is read in the year of publication and its two neighbours: what was said has been, what is due is to
come. Without a publication date only what is written in full has days.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from factcheck.days import Days, calendars
from factcheck.days.calendars import DAY, Pair
from factcheck.values import evolve, frozen

_UPDATED, _WHOLE = dt.timedelta(60), ("", "running", "ended")
ANY = "any"  # the tense of a day that may be of another year, which the text tells
_LEAP_DAY, _LEAP_YEAR, _EARLIEST, _LATEST = (2, 29), 2024, dt.MINYEAR + 2, dt.MAXYEAR - 2


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


def can_be(days: Days) -> bool:
    """Tell whether the month has the day, and that of the far end; February 29 can be where no year is written."""
    return (
        not days.month
        or not days.day
        or bool(calendars.stretch(days.year or _LEAP_YEAR, days.month, days.day) and (days.to is None or can_be(days.to)))
    )


def _meant(days: Days, published: dt.date | None, tense: str | None) -> Stretch:
    readings = _readings(days, published, tense)
    if published and tense != ANY and days.weekday is not None and days.month and days.day and days.shift is None:
        readings = calendars.near(readings, published, past=tense != "future", future=tense != "past")
    to_come = days.form in ("by", "until") and days.day is not None  # what was due by a day may still be
    chosen = _chosen(days, readings, published, None if to_come and tense == "past" else tense)
    if chosen is None:
        return Stretch()
    told = tuple(dict.fromkeys(day for day, _ in readings if published is None or _fits(day, published, tense)))
    of_day = days.to is None and (days.day is not None or bool(days.weekday is not None and days.shift))
    several = of_day and (len(told) > 1 or days.form != "on")
    form = {"before": "by", "since": "after"}.get(days.form, days.form) if days.part == "end" else days.form
    return Stretch(*_between(*chosen, form), told if several else (), days.guess)


def _between(first: dt.date, last: dt.date, form: str) -> tuple[dt.date | None, dt.date | None]:
    """Give the ends of what a time opens or closes."""
    if form in ("since", "starting"):
        return first, None
    if form in ("until", "as of", "by"):
        return None, last
    if form == "before":
        return None, first - DAY
    return (last + DAY, None) if form == "after" else (first, last)


def _readings(days: Days, published: dt.date | None, tense: str | None) -> list[Pair]:
    """Give every stretch that the words can name."""
    if days.to is not None:
        return _spanning(days, days.to, published, tense)
    if days.steps:
        return _stepped(days, published, tense)
    found = [pair for one in (days, *days.readings) for pair in _whole(one, published, tense)]
    return [calendars.piece(pair, days.part, published) for pair in found] if days.part not in _WHOLE else found


def _whole(days: Days, published: dt.date | None, tense: str | None) -> list[Pair]:
    if days.of is not None:
        return _within(days, days.of, published, tense)
    if days.year is not None:
        return [*calendars.stretch(days.year, days.month, days.day, days.span)]
    return [] if published is None else _relative(days, published, tense)


def _relative(days: Days, published: dt.date, tense: str | None) -> list[Pair]:
    """Give the readings of what names no year."""
    if days.unit == "season" or (days.unit in ("quarter", "half") and days.rank):
        return [
            pair
            for year in _years(published)
            for pair in _ranked(days, *calendars.whole(year))
            if _is_meant(pair, days, published)
        ]
    if days.month is not None:
        years = range(published.year - 4, published.year + 5) if (days.month, days.day) == _LEAP_DAY else _years(published)
        return [
            pair for year in years for pair in calendars.stretch(year, days.month, days.day) if _is_meant(pair, days, published)
        ]
    if days.day is not None:
        months = [calendars.shifted("month", shift, published)[0] for shift in (-1, 0, 1)]
        found = [pair for first in months for pair in calendars.stretch(first.year, first.month, days.day)]
        return [p for p in found if days.weekday in (None, p[0].weekday())] or found
    if days.weekday is not None:
        return _weekdays(days.weekday, days.shift, published)
    if days.unit == "weekend" and days.shift == 0 and days.guess:
        return [calendars.shifted("weekend", shift, published) for shift in (0, -1, 1)]
    if days.part == "running":
        return [_running(days, published)]
    return [calendars.shifted(days.unit, days.shift, published)] if days.shift is not None else []


def _years(published: dt.date) -> range:
    return range(published.year - 1, published.year + 2)


def _is_meant(pair: Pair, days: Days, published: dt.date) -> bool:
    """Tell whether "last June", "this summer" or "next March" can be this one."""
    if days.shift is None:
        return True
    if days.shift == 0:
        return published.year in (pair[0].year, pair[1].year)
    return pair[1] < published if days.shift < 0 else pair[0] > published


def _weekdays(weekday: int, shift: int | None, published: dt.date) -> list[Pair]:
    """Give the nearest such day before and after; "last", "this" and "next" Friday may be that of the week or the nearest."""
    back = (published.weekday() - weekday) % 7
    before, after = published - dt.timedelta(back), published + dt.timedelta((7 - back) % 7 or 7)
    of_week = published + dt.timedelta(weekday - published.weekday() + 7 * (shift or 0))
    if shift is None:
        return [(before, before), (after, after)]
    nearest = {-1: before if back else before - 7 * DAY, 0: before if back == 0 else after, 1: after}[shift]
    return [(day, day) for day in dict.fromkeys((of_week, nearest))]


def _spanning(near: Days, far: Days, published: dt.date | None, tense: str | None) -> list[Pair]:
    """Give the spans from each reading of the near end to the first reading of the far end that is not before it."""
    near = evolve(near, to=None, form="on")
    starts = _readings(near, published, tense)
    if far.steps and far.of == near:
        return [(first, calendars.walked(first, far.steps)) for first, _ in starts]
    ends = _readings(far, published, tense)
    pairs = ((first, next((last for _, last in ends if last >= first), None)) for first, _ in starts)
    return [(first, last) for first, last in pairs if last is not None]


def _stepped(days: Days, published: dt.date | None, tense: str | None) -> list[Pair]:
    """Give the day that lies so many days, weeks, months or years from another."""
    if days.of is not None:
        origins = _readings(days.of, published, tense)
        chosen = _by_tense(origins, published, tense)
        origins = [chosen] if chosen else []
    else:
        origins = [(published, published)] if published else []
    return [(day, day) for first, _ in origins for day in (calendars.walked(first, days.steps),)]


def _running(days: Days, published: dt.date) -> Pair:
    """Give the units up to publication, or from the day after it."""
    many = days.count * (days.shift or 1)
    far = calendars.walked(published, ((days.unit, many),))
    return (far, published) if many < 0 else (published + DAY, far)


def _within(days: Days, of: Days, published: dt.date | None, tense: str | None) -> list[Pair]:
    """Give the parts of a greater time."""
    found = _readings(of, published, tense)
    if days.rank is not None:
        return [pair for first, last in found for pair in _ranked(days, first, last)]
    if days.unit in ("week", "weekend"):
        return [calendars.around(days.unit, first) for first, _ in found]
    if days.weekday is not None and not days.month:
        return [(day, day) for first, _ in found for day in (calendars.weekday_from(first, days.weekday),)]
    return [pair for first, _ in found for pair in calendars.stretch(first.year, days.month or first.month, days.day)]


def _ranked(days: Days, first: dt.date, last: dt.date) -> list[Pair]:
    """Give the how-manieth unit or weekday of a stretch, or its first or last units."""
    rank = days.rank or 1
    if days.unit == "day":
        start = first + (rank - 1) * DAY if rank > 0 else last - (days.count - 1) * DAY
        return [(start, start + (days.count - 1) * DAY)]
    if days.weekday is not None:
        day = (
            calendars.weekday_from(first, days.weekday) + 7 * (rank - 1) * DAY
            if rank > 0
            else calendars.weekday_to(last, days.weekday)
        )
        return [(day, day)] if day <= last else []
    if days.unit == "season":
        return [calendars.season(first.year, rank)]
    if days.unit == "half":
        return [calendars.half(first, last, later=rank != 1)]
    if days.unit in ("week", "weekend"):
        monday = calendars.weekday_from(first - 3 * DAY, 0) if rank > 0 else calendars.weekday_to(last, 0)
        if days.count > 1:
            start = monday if rank > 0 else monday - 7 * (days.count - 1) * DAY
            return [(start, start + (7 * days.count - 1) * DAY)]
        return [calendars.around(days.unit, monday + 7 * (rank - 1 if rank > 0 else 0) * DAY)]
    start = (
        calendars.walked(first, ((days.unit, rank - 1),))
        if rank > 0
        else calendars.walked(last + DAY, ((days.unit, -days.count),))
    )
    return [(start, calendars.walked(start, ((days.unit, days.count),)) - DAY)]


def _fits(day: dt.date, published: dt.date, tense: str | None) -> bool:
    """Tell whether a day can be told so: as past, though stories are updated for weeks, or as still to come."""
    if tense == "past":
        return day <= published + _UPDATED
    return tense != "future" or day >= published - DAY


def _chosen(days: Days, readings: list[Pair], published: dt.date | None, tense: str | None) -> Pair | None:
    """Give the likeliest reading: of an ambiguous time the first that fits its tense, else the nearest of its tense."""
    if days.weekday is not None and days.month is not None:
        readings = [reading for reading in readings if reading[0].weekday() == days.weekday] or readings
    if published is not None and days.rank == -1 and days.of is not None and tense != "future":  # "the year to March"
        readings = [reading for reading in readings if reading[1] <= published] or readings
    ambiguous = days.weekday is not None and days.shift is not None
    if published is None or not (ambiguous or (days.readings and days.year) or days.unit == "weekend"):
        return _by_tense(readings, published, tense)
    first = {"past": lambda r: r[0] <= published, "future": lambda r: r[1] >= published}.get(tense or "", bool)
    return next(filter(first, readings), readings[0] if readings else None)


def _by_tense(readings: list[Pair], published: dt.date | None, tense: str | None) -> Pair | None:
    if published is None or len(readings) < 2:
        return readings[0] if readings else None
    if tense == "past":
        return max((r for r in readings if r[0] <= published), default=readings[0])
    if tense == "future":
        return min((r for r in readings if r[1] >= published), default=readings[-1])
    return min(readings, key=lambda r: abs((r[0] - published).days))
