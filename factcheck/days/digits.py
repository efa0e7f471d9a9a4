"""Days in digits alone: "2025-04-30", "30/04/2025", "4/22", "2016-11".

Month and day may stand in either order; where both can be, the American one comes first with a stroke or a hyphen, the other
one with full stops, and the other reading is kept.
"""

from __future__ import annotations

import re
from functools import cache

from factcheck.days import Days, Found, calendars
from factcheck.days.words import GAP, alternatives, names
from factcheck.patterns import pattern
from factcheck.values import evolve

_PAIR = pattern(r"\d{1,4} ?[-/.] ?[\dA-Za-z]")
_YEAR_FIRST = pattern(r"([12]\d{3})([-/.])(\d\d?)\2(\d\d?)(?![\d%]|[-/.]\d)")
_YEAR_LAST = pattern(r"(\d\d?)([-/.])(\d\d?)\2([12]\d{3}|\d\d)(?![\d%]|[-/.]\d)")
_NO_YEAR = pattern(r"(\d\d?)/(\d\d?)(?![\w%/]|[-.,]\d)")
_CLOSED = r"(?=[.,;:!?)]?\s*\Z)"
_APART = rf" ?/ ?|-| ?- ?(?=\d{{1,4}}{_CLOSED})"
_MONTH = pattern(rf"([12]\d{{3}})(?:{_APART})(\d\d?)(?![\w%/-]|[.,]\d)|(\d\d?)(?:{_APART})([12]\d{{3}})(?![\w%/-]|[.,]\d)")
_POINTED = pattern(rf"(\d\d?)[.-](\d\d){_CLOSED}")
"""A day in its own words with another sign than a stroke: "back on 4.22"."""
_ON = pattern(rf"\b[Oo]n{GAP}\Z")
_LED = pattern(rf"\b(?:on|dated|since|until|till|by|from|before|after){GAP}\Z", re.IGNORECASE)
_RECORD = pattern(rf"(?:[(\[\d]|\b(?:to|at|<<is>>|went|record|record,|now){GAP})\Z", re.IGNORECASE)
_NAMED = frozenset({"9/11", "7/7"})
"""Attacks, not days of the year of publication."""


def read(text: str, at: int, stop: int) -> Found | None:
    """Read the day or month that begins at a digit."""
    if _PAIR.match(text, at, stop) is None:
        return None
    return _year_first(text, at, stop) or _year_last(text, at, stop) or _no_year(text, at, stop) or _month(text, at, stop)


def _year_first(text: str, at: int, stop: int) -> Found | None:
    match = _YEAR_FIRST.match(text, at, stop)
    if match is not None:
        return _found(_day(int(match[1]), int(match[3]), int(match[4])), match.end())
    named = _named().match(text, at, stop)
    if named is None:
        return None
    return _found(_day(int(named[1]), names("month")[named[2].title()], int(named[3])), named.end())


def _year_last(text: str, at: int, stop: int) -> Found | None:
    """Read a day with its year behind; two digits are one behind strokes, and behind hyphens where it is no team's record."""
    match = _YEAR_LAST.match(text, at, stop)
    if match is None:
        return None
    short = len(match[4]) == 2
    if short and match[2] != "/" and (match[2] == "." or _RECORD.search(text, max(0, at - 12), at)):
        return None
    year = calendars.year_of_two_digits(int(match[4])) if short else int(match[4])
    return _found(_either(year, int(match[1]), int(match[3]), day_first=match[2] == "."), match.end())


def _no_year(text: str, at: int, stop: int) -> Found | None:
    match = _NO_YEAR.match(text, at, stop)
    if match is None and _ON.search(text, max(0, at - 6), at):
        match = _POINTED.match(text, at, stop)
    if match is None or match[0] in _NAMED or not _is_led(text, at):
        return None
    return _found(_either(None, int(match[1]), int(match[2]), day_first=False), match.end())


def _month(text: str, at: int, stop: int) -> Found | None:
    """Read a month of a year; "2015-16" is a season, and "the 2007-09 slump" took years."""
    match = _MONTH.match(text, at, stop)
    if match is None or (match[1] and text.endswith("the ", 0, at)):
        return None
    year, month = (int(match[1]), int(match[2])) if match[1] else (int(match[4]), int(match[3]))
    season = match[1] and "-" in match[0] and month == (year + 1) % 100
    return (Days(year, month), match.end()) if 1 <= month <= 12 and 1900 <= year <= 2100 and not season else None


def _either(year: int | None, first: int, second: int, *, day_first: bool) -> Days | None:
    american, european = _day(year, first, second), _day(year, second, first)
    likely, other = (european, american) if day_first else (american, european)
    if likely is None or other is None or likely == other:
        return likely or other
    return evolve(likely, readings=(other,))


def _day(year: int | None, month: int, day: int) -> Days | None:
    return Days(year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _found(days: Days | None, end: int) -> Found | None:
    return None if days is None else (days, end)


def _is_led(text: str, at: int) -> bool:
    return _LED.search(text, max(0, at - 12), at) is not None


@cache
def _named() -> re.Pattern[str]:
    return pattern(rf"([12]\d{{3}})[-/]((?i:{alternatives('month')}))[-/](\d\d?)(?!\d)")
