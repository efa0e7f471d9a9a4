"""Days as written -> every stretch that the words can name, the likeliest first; which of them is meant, their tense tells."""

from __future__ import annotations

import datetime as dt

from factcheck.days import Days, calendars, tenses
from factcheck.days.calendars import DAY, Pair
from factcheck.values import evolve

_WHOLE = ("", "running", "ended")
_LEAP_DAY = (2, 29)
_SUNDAY = 6


def of(days: Days, published: dt.date | None, tense: str | None) -> list[Pair]:
    """Give every stretch that the words can name.

    Args:
        days: a time as it is written.
        published: the day of publication; without it a time that names no year has no readings.
        tense: ``past``, ``future`` or None: of what another time is counted from, the reading of this tense is taken.

    """
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
    return [] if published is None else _relative(days, published)


def _relative(days: Days, published: dt.date) -> list[Pair]:
    """Give the readings of what names no year."""
    if days.unit in ("season", "easter") or (days.unit in ("month", "quarter", "half") and days.rank):
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
        found = _weekdays(days.weekday, days.shift, published)
        return found if days.rank is None else [max(found)]  # "this past Monday" is the one just gone
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
    if shift < 0 and published.weekday() == _SUNDAY:  # on a Sunday the week just past is the last one
        return [(day, day) for day in dict.fromkeys((nearest, of_week))]
    return [(day, day) for day in dict.fromkeys((of_week, nearest))]


def _spanning(near: Days, far: Days, published: dt.date | None, tense: str | None) -> list[Pair]:
    """Give the spans from each reading of the near end to the first reading of the far end that is not before it."""
    near = evolve(near, to=None, form="on")
    starts = of(near, published, tense)
    if far.steps and far.of == near:
        return [(first, calendars.walked(first, far.steps)) for first, _ in starts]
    ends = of(far, published, tense)
    pairs = ((first, next((last for _, last in ends if last >= first), None)) for first, _ in starts)
    return [(first, last) for first, last in pairs if last is not None]


def _stepped(days: Days, published: dt.date | None, tense: str | None) -> list[Pair]:
    """Give the day that lies so many days, weeks, months or years from another."""
    if days.of is not None:
        origins = of(days.of, published, tense)
        chosen = tenses.likeliest(origins, published, tense)
        origins = [chosen] if chosen else []
    else:
        origins = [(published, published)] if published else []
    return [(day, day) for first, _ in origins for day in (calendars.walked(first, days.steps),)]


def _running(days: Days, published: dt.date) -> Pair:
    """Give the units up to publication, or from the day after it."""
    many = days.count * (days.shift or 1)
    far = calendars.walked(published, ((days.unit, many),))
    return (far, published) if many < 0 else (published + DAY, far)


def _within(days: Days, whole: Days, published: dt.date | None, tense: str | None) -> list[Pair]:
    """Give the parts of a greater time."""
    found = of(whole, published, tense)
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
    if days.unit == "easter":
        day = calendars.easter(first.year) + (days.rank or 0) * DAY
        return [(day, day)]
    if days.unit == "day":
        start = first + (rank - 1) * DAY if rank > 0 else last - (days.count - 1) * DAY
        return [(start, start + (days.count - 1) * DAY)]
    if days.weekday is not None:
        return _ranked_weekday(days.weekday, rank, first, last)
    if days.unit == "season":
        return [calendars.season(first.year, rank)]
    if days.unit == "half":
        return [calendars.half(first, last, later=rank != 1)]
    if days.unit in ("week", "weekend"):
        return [_ranked_weeks(days, rank, first, last)]
    start = (
        calendars.walked(first, ((days.unit, rank - 1),))
        if rank > 0
        else calendars.walked(last + DAY, ((days.unit, -days.count),))
    )
    return [(start, calendars.walked(start, ((days.unit, days.count),)) - DAY)]


def _ranked_weekday(weekday: int, rank: int, first: dt.date, last: dt.date) -> list[Pair]:
    last_of_all = calendars.weekday_to(last, weekday)
    day = calendars.weekday_from(first, weekday) + 7 * (rank - 1) * DAY if rank > 0 else last_of_all
    return [(day, day)] if day <= last else []


def _ranked_weeks(days: Days, rank: int, first: dt.date, last: dt.date) -> Pair:
    """Give a week or weekend of a stretch, or its first or last weeks; one that lies in it by four days at least is its first."""
    monday = calendars.weekday_from(first - 3 * DAY, 0) if rank > 0 else calendars.weekday_to(last, 0)
    if days.count > 1:
        start = monday if rank > 0 else monday - 7 * (days.count - 1) * DAY
        return start, start + (7 * days.count - 1) * DAY
    return calendars.around(days.unit, monday + 7 * (rank - 1 if rank > 0 else 0) * DAY)
