"""Days and months in rarer orders: "2014 Nov 24", "13 Feb 19", "from 4 to February 6", "May from 8 to 12", "20 of next month".

Also what a text in small letters says of March and May, which are other words there: "the first of march", "may 16, 2013".
"""

from __future__ import annotations

import re
from functools import cache

from factcheck.days import Days, Found, calendars, forms, ranked, shifted, written, years
from factcheck.days.words import GAP, YEAR, alternatives, clashing, day_numbers, names
from factcheck.patterns import pattern
from factcheck.values import evolve

_CLOSED = r"(?=[.,;:!?)]?(?:\s*\Z|[.,;:!?)]\s))"
_FAR = rf"{GAP}(?:to|until|till|through|and){GAP}(?:the{GAP})?"
_TO_MONTH = pattern(rf"(\d\d?)<<th>>?{_FAR}(?=[A-Z])")
_WITHIN = pattern(
    rf",?{GAP}(?:from|between){GAP}(?:the{GAP})?(?P<day>\d\d?)<<th>>?{_FAR}(?P<far>\d\d?)<<th>>?"
    rf"(?:,?{GAP}(?P<year>{YEAR})|{_CLOSED})"
)
_DAY_AT = pattern(r"(\d\d?)(?![\w%]|[.,:/-]\d)")
_OF = pattern(rf"(\d\d?)(?={GAP}of{GAP})")
_FROM_WEEK = pattern(rf"{GAP}from{GAP}")
_SPELLED = pattern(rf",?{GAP}(?:of{GAP})?(?=(?:eighteen|nineteen|twenty)[ -](?!hundred\b)[a-z])")
_IN = pattern(rf"\b(?:in|since|until|by|before|after|of){GAP}\Z", re.IGNORECASE)
_ENDS = pattern(_CLOSED)
_SMALL = {"march": 3, "may": 5}
_SMALL_AHEAD = pattern(
    rf"(march|may)(?:{GAP}(?:the{GAP})?(?P<day>\d\d?)(?P<nth><<th>>)?(?:,?{GAP}(?P<year>{YEAR}))?|{GAP}(?P<alone>{YEAR}))"
    r"(?![\w%]|[.,:]\d)"
)
_SMALL_RANK = pattern(rf"march{GAP}([a-z]+(?:[- ][a-z]+)?)(?!\w)")
_SMALL_BEHIND = pattern(
    rf"(?P<day>\d\d?|[A-Za-z]+(?:[- ](?!of\b)[a-z]+)?)(?P<nth><<th>>)?(?P<of>{GAP}of)?{GAP}(?P<month>march|may)"
    rf"(?:,?{GAP}(?P<year>{YEAR}))?(?!\w)"
)
_YEAR_INSIDE = pattern(rf"{GAP}({YEAR})(?={GAP}quarter)")
_QUARTER = pattern(rf"(?:{GAP}|-)quarter(?![\w-])")
_AHEAD = len(" 2010 quarter")
_SPANNED, _SPANS = frozenset("-–/"), (" to ", " through ")
_MONTH_LONG = 31


def year_led(text: str, at: int, stop: int) -> Found | None:
    """Read a month or a day behind its year: "2014 Nov 24", "2013 Jun"; "in 2018 May called" has none."""
    match = _year_first().match(text, at, stop)
    if match is None:
        return None
    day = int(match["day"]) if match["day"] else None
    if (day is None and match["month"] not in clashing("month")) or not 1 <= (day or 1) <= _MONTH_LONG:
        return None
    return Days(int(match["year"]), names("month")[match["month"]], day), match.end()


def number_led(text: str, at: int, stop: int) -> Found | None:
    """Read a day whose month or year stands in a rarer place behind it."""
    match = _short_year().match(text, at, stop)
    if match is not None and 1 <= int(match["day"]) <= _MONTH_LONG:
        year = calendars.year_of_two_digits(int(match["short"] or match["year"]))
        return Days(year, names("month")[match["apart"] or match["month"]], int(match["day"])), match.end()
    return _to_month(text, at, stop) or small_behind(text, at, stop) or _of_month(text, at, stop)


def _to_month(text: str, at: int, stop: int) -> Found | None:
    """Read a day that shares the month of the far end: "from [4 to February 6, 2013]"."""
    match = _TO_MONTH.match(text, at, stop) if forms.is_led_from(text, at) else None
    found = written.month_led(text, match.end(), stop) if match else None
    if match is None or found is None or found[0].to is not None or not 1 <= int(match[1]) < (found[0].day or 0):
        return None
    return evolve(found[0], day=int(match[1]), to=found[0]), found[1]


def _of_month(text: str, at: int, stop: int) -> Found | None:
    """Read "20 of next month", but not "the 20 of this month's 30 matches"."""
    match = _OF.match(text, at, stop)
    found = shifted.container(text, match.end(), stop) if match else None
    if match is None or found is None or found[0].unit != "month" or text[found[1] : found[1] + 1] in _APOSTROPHES:
        return None
    return (Days(day=int(match[1]), of=found[0]), found[1]) if 1 <= int(match[1]) <= _MONTH_LONG else None


def month_led(text: str, at: int, stop: int) -> Found | None:
    """Read days that stand behind their month with "from" or at it, and a year in words: "May from 8 to 12", "Oct19"."""
    match = _month().match(text, at, stop)
    if match is None:
        return None
    month, end = names("month")[match[0]], match.end()
    if text[end : end + 1] == "/" and (far := _month().match(text, end + 1, stop)) is not None:
        return _slashed(text, month, names("month")[far[0]], far.end(), stop)
    if "quarter" in text[end : end + _AHEAD] and (quarter := _quarter(text, at, month, end, stop)) is not None:
        return quarter
    day = _DAY_AT.match(text, end, stop) if match[0][1:].islower() else None
    if day is not None and 1 <= int(day[1]) <= _MONTH_LONG:
        year = written.year_of(text, day.end(), stop)
        return Days(year[0].year if year else None, month, int(day[1])), year[1] if year else day.end()
    within = _WITHIN.match(text, end, stop)
    if within is not None and 1 <= int(within["day"]) < int(within["far"]) <= _MONTH_LONG:
        near = Days(int(within["year"]) if within["year"] else None, month, int(within["day"]))
        return evolve(near, to=evolve(near, day=int(within["far"]))), within.end()
    spelled = _SPELLED.match(text, end, stop)
    found = years.spelled(text, spelled.end(), stop) if spelled else None
    return (evolve(found[0], month=month), found[1]) if found and found[0].span == 1 else None


def _slashed(text: str, month: int, last: int, end: int, stop: int) -> Found:
    """Read two months with a stroke between as a span: "April/May 1987"."""
    year = written.year_of(text, end, stop)
    far = Days(year[0].year if year else None, last)
    near = evolve(far, month=month, year=far.year - 1 if far.year and month > last else far.year)
    return evolve(near, to=far), year[1] if year else end


def _quarter(text: str, at: int, month: int, end: int, stop: int) -> Found | None:
    """Read the quarter that is named by the month in which it ends: "the September quarter", "June 2019 quarter"."""
    if text[at - 1 : at] in _SPANNED or text.endswith(_SPANS, 0, at):  # "the July-September quarter"
        return None
    year = _YEAR_INSIDE.match(text, end, stop)
    named = _QUARTER.match(text, year.end() if year else end, stop)
    if named is None:
        return None
    last = Days(int(year[1]) if year else None, month)
    within = None if year else ranked.whole(text, named.end(), stop)
    if within is not None and not within[0].month and within[0].unit in ("", "year"):
        told = evolve(last, year=within[0].year) if within[0].year else evolve(last, of=within[0])
        return Days(unit="quarter", of=told, rank=-1), within[1]
    return Days(unit="quarter", of=last, rank=-1), named.end()


def weekday_led(text: str, at: int, stop: int) -> Found | None:
    """Read a weekday from a week that is told behind it: "Sunday from last week"."""
    match = _weekday().match(text, at, stop)
    led = _FROM_WEEK.match(text, match.end(), stop) if match else None
    found = shifted.read(text, led.end(), stop) if led else None
    if match is None or found is None or found[0].unit != "week" or found[0].count > 1:
        return None
    return Days(weekday=names("weekday")[match[0]], of=found[0]), found[1]


def spelled_year(text: str, at: int, stop: int) -> Found | None:
    """Read a decade in words, or a year that closes what is said: "in nineteen eighty-four."."""
    found = years.spelled(text, at, stop)
    if found is None or found[0].span > 1:
        return found
    return found if _IN.search(text, max(0, at - 8), at) and _ENDS.match(text, found[1]) else None


def small_led(text: str, at: int, stop: int) -> Found | None:
    """Read "march 25, 2015", "may 2nd", "march first"; "may 5" alone can be what may be."""
    match = _SMALL_AHEAD.match(text, at, stop)
    if match is None:
        rank = _SMALL_RANK.match(text, at, stop)
        day = day_numbers().get(rank[1]) if rank else None
        return (Days(month=_SMALL["march"], day=day), rank.end()) if rank and day else None
    month = _SMALL[match[1]]
    if match["alone"]:
        return Days(int(match["alone"]), month), match.end()
    if not (match["nth"] or match["year"]) or not 1 <= int(match["day"]) <= _MONTH_LONG:
        return None
    return Days(int(match["year"]) if match["year"] else None, month, int(match["day"])), match.end()


def small_behind(text: str, at: int, stop: int) -> Found | None:
    """Read "the first of march", "21st may 2014"; "4 may" alone can be four that may."""
    match = _SMALL_BEHIND.match(text, at, stop)
    if match is None or not (match["of"] or match["year"]):
        return None
    word = match["day"].lower()
    day = int(word) if word.isdigit() else day_numbers().get(word, 0)
    if not 1 <= day <= _MONTH_LONG:
        return None
    return Days(int(match["year"]) if match["year"] else None, _SMALL[match["month"]], day), match.end()


_APOSTROPHES = frozenset("'’")


@cache
def _month() -> re.Pattern[str]:
    return pattern(rf"(?:{alternatives('month')})(?![^\W\d_])")


@cache
def _weekday() -> re.Pattern[str]:
    return pattern(rf"(?:{alternatives('weekday')})(?!\w)")


@cache
def _year_first() -> re.Pattern[str]:
    uncounted = rf"(?![\w%]|[.,:/-]\d|{years.COUNTED})"
    month = rf"(?P<month>{alternatives('month')})(?!\w)"
    return pattern(rf"(?P<year>[12]\d{{3}}){GAP}{month}(?:{GAP}(?P<day>\d\d?){uncounted}|{_CLOSED})")


@cache
def _short_year() -> re.Pattern[str]:
    month = alternatives("month")
    return pattern(
        rf"(?P<day>\d\d?)<<th>>?(?:{GAP}(?:of{GAP})?(?P<apart>{month}){GAP}(?P<short>\d\d){_CLOSED}"
        rf"|([-/])(?P<month>{month})\4(?P<year>\d\d)(?![\w/-]))"
    )
