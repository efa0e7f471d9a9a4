"""Reckoning with days: stretches of the calendar, what lies so far from a day, and the weeks and months about it.

All raise ``ValueError`` or ``OverflowError`` beyond the years 1 to 9999.
"""

from __future__ import annotations

import calendar
import datetime as dt

Pair = tuple[dt.date, dt.date]
"""First and last day."""
DAY = dt.timedelta(1)
_WEEK, _SHORTEST_YEAR = 7, 360
_WEEKS = {"week": 1, "weekend": 1, "fortnight": 2}
_SOON, _LATELY = 92, 45
"""Days within which what is to come, or has been, is not meant of the same day of another year; that one would have its year."""
_EARLIEST = 1930
"""The first year that two digits can mean, which reach to 2029: so spreadsheets read them, from which most tables come."""
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "fiscal": 12, "decade": 120, "century": 1200}


def year_of_two_digits(short: int) -> int:
    """Give the year of which only the last two digits are told: 1930 to 2029."""
    return _EARLIEST + (short - _EARLIEST) % 100


def walked(day: dt.date, steps: tuple[tuple[str, int], ...]) -> dt.date:
    """Give the day so many units on; a month too short for it ends a day early."""
    months = sum(many * _MONTHS[unit] for unit, many in steps if unit in _MONTHS)
    number = sum(_WEEK * many * _WEEKS[unit] if unit in _WEEKS else many for unit, many in steps if unit not in _MONTHS)
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(years, month + 1)[1]
    return dt.date(years, month + 1, min(day.day, last)) + dt.timedelta(number)


def weekday_from(day: dt.date, weekday: int) -> dt.date:
    """Give the first such weekday from a day on."""
    return day + dt.timedelta((weekday - day.weekday()) % 7)


def weekday_to(day: dt.date, weekday: int) -> dt.date:
    """Give the last such weekday up to a day."""
    return day - dt.timedelta((day.weekday() - weekday) % 7)


def around(unit: str, day: dt.date) -> Pair:
    """Give the week, Monday to Sunday, the weekend or the two weeks that hold a day."""
    monday = day - dt.timedelta(day.weekday())
    return monday + 5 * DAY if unit == "weekend" else monday, monday + (_WEEK * _WEEKS[unit] - 1) * DAY


def shifted(unit: str, shift: int, day: dt.date) -> Pair:
    """Give "last year", "next month", "this week"."""
    if unit == "day":
        return (day + shift * DAY,) * 2
    if unit in _WEEKS:
        return around(unit, day + _WEEK * _WEEKS[unit] * shift * DAY)
    size = _MONTHS[unit]
    months = (day.year * 12 + day.month - 1) // size * size + shift * size
    first = dt.date(months // 12, months % 12 + 1, 1)
    return first, walked(first, ((unit, 1),)) - DAY


def piece(pair: Pair, part: str, published: dt.date | None) -> Pair:
    """Give the piece of a stretch that is meant: about a half, or what is past or still to come of the current one."""
    first, last = pair
    if published is not None and first <= published <= last and part in ("earlier", "later", "rest"):
        return (first, published) if part == "earlier" else (published, last)
    start, end = _border(pair, part in ("start", "end"))
    if part == "mid":
        quarter = ((last - first).days + 1) // 4 * DAY
        return first + quarter, last - quarter
    return (first, end - DAY) if part in ("early", "start") else (start, last)


def _border(pair: Pair, thirds: bool) -> Pair:
    """Give where the late part of a stretch begins, and where the early one has ended: halves, or thirds of years."""
    first, last = pair
    size = (last - first).days + 1
    if size < _SHORTEST_YEAR:
        return first + (size - 1) // 2 * DAY, first + (size + 1) // 2 * DAY - (size > _WEEK) * DAY
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return walked(first, (("month", months * 2 // 3 if thirds else months // 2),)), walked(
        first, (("month", months // 3 if thirds else months // 2),)
    )


def easter(year: int) -> dt.date:
    """Give Easter Sunday as the western churches reckon it (Meeus, Jones and Butcher)."""
    golden, (century, of_century) = year % 19, divmod(year, 100)
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


def season(year: int, rank: int) -> Pair:
    """Give the spring (1), summer, autumn or winter (0 or 4) that begins in a year."""
    start = dt.date(year, 12 if rank == 0 else 3 * rank, 1)
    return start, walked(start, (("month", 3),)) - DAY


def half(first: dt.date, last: dt.date, *, later: bool) -> Pair:
    """Give the first or the later half of a stretch: by days within a year, by months beyond ("first half of May")."""
    size, months = (last - first).days + 1, (last.year - first.year) * 12 + last.month - first.month + 1
    middle = first + size // 2 * DAY if size < _SHORTEST_YEAR else walked(first, (("month", months // 2),))
    return (middle, last) if later else (first, middle - DAY)


def stretch(year: int, month: int | None, day: int | None, span: int = 1) -> list[Pair]:
    """Give a day, a month or years; nothing where the calendar has none such."""
    if not 1 <= year <= dt.MAXYEAR - span:
        return []
    if month is None:
        return [whole(year, span)]
    last = calendar.monthrange(year, month)[1]
    if day is None:
        return [(dt.date(year, month, 1), dt.date(year, month, last))]
    return [(dt.date(year, month, day),) * 2] if day <= last else []


def whole(year: int, span: int = 1) -> Pair:
    """Give a year, or several that begin with it."""
    return dt.date(year, 1, 1), dt.date(year + span - 1, 12, 31)


def near(pairs: list[Pair], day: dt.date, *, past: bool, future: bool) -> list[Pair]:
    """Give the stretches that begin within a season from a day on, or began within some weeks before it; else all."""
    first, last = -_LATELY if past else -1, _SOON if future else 0
    return [pair for pair in pairs if first <= (pair[0] - day).days <= last] or pairs
