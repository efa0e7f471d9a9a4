"""Times that are shifted from the day of publication, or are a piece of the current one: "last year", "rest of the week"."""

from __future__ import annotations

import re
from functools import cache

from factcheck.days import Days, Found
from factcheck.days.words import GAP, any_of, clashing, guesses, names, table
from factcheck.patterns import pattern

_SHIFTED = pattern(rf"(?P<shift>[A-Za-z]+){GAP}(?P<noun>(?:(?i:fiscal|financial){GAP})?[A-Za-z]+)(?!\w)")
_WEEKDAY = pattern(rf"(?:['’]s)?{GAP}(?:on{GAP})?([A-Za-z]+)(?!\w)")
_NUMBER, _DATE = pattern(rf"\.?{GAP}\d"), pattern(rf",?{GAP}(?:\d|(?:[A-Z][a-z]+\.?){GAP}\d)")
_OF = pattern(rf"{GAP}((?:of|in){GAP})?(?:the{GAP})?")
_YEAR_AGO = pattern(rf"{GAP}(?:a|one){GAP}year{GAP}ago(?!\w)")
_OF_OTHER = pattern(rf"{GAP}of{GAP}<<determiner>>{GAP}(?!<<spells>>\b|<<calendar: unit>>\b)[a-z]{{3,}}")
"""Behind the last part of something that is no time: "the last week of the race"."""
_FEW, _HALVED = 3, {"year": ("month", 18), "decade": ("year", 15)}
_OVER = pattern(r"\b(?i:in|over|during|within|throughout|for|spent|much of|most of) the \Z")
_LED = 16
"""Before "last": "[in the] last year" is as long, and no year of the calendar."""
ALONE = "next"
_ALONE = pattern(rf"{ALONE}(?=[.,;)]|\s*\Z| (?:and|but|while|as)\b)")
_THIS = pattern(r"\bthis (week|month|quarter|year|season)\b(?:[^.;:“”\"]|\.(?=\d))*[\d%nt] \Z")
"""Before a unit that is left out: this one's, with a figure or a sum right before."""
_SAID = 90
_RUNNING = frozenset({"past"})
"""Words whose unit ends on the day of publication, and at no border of the calendar: "the past year", "past Monday"."""


def read(text: str, at: int, stop: int) -> Found | None:
    """Read what begins with a word such as "last": a unit, a season, a month or a weekday, and the weekday of a week."""
    if (elided := _elided(text, at, stop)) is not None:
        return elided
    match = _SHIFTED.match(text, at, stop)
    word = match["shift"].lower() if match else ""
    if match is None or word not in table("shift"):
        return None
    noun, end = match["noun"], match.end("noun")
    shift, guess = table("shift")[word], word in guesses("shift")
    if noun.lower() == "half" and text.startswith((" a ", " an "), end):  # "the last half an hour"
        return None
    if word == "last" and noun == "day" and text.endswith("n the ", 0, at):  # "on the last day": of what was told
        return None
    if word == "last" and text.startswith(" of ", end) and _OF_OTHER.match(text, end, stop):
        return None
    if noun.lower() in table("unit"):
        return _of_unit(text, match, stop, Days(shift=shift, guess=guess), word)
    if noun.lower() in table("season"):
        return Days(shift=shift, unit="season", rank=table("season")[noun.lower()], guess=True), end
    if noun in names("month") and not _NUMBER.match(text, end, stop):
        return Days(month=names("month")[noun], shift=shift, guess=guess), end
    if noun in names("weekday") and noun not in clashing("weekday") and not _DATE.match(text, end, stop):
        past = -1 if word in _RUNNING else None
        return Days(weekday=names("weekday")[noun], shift=0 if word in table("nearest") else shift, rank=past, guess=guess), end
    return None


def _elided(text: str, at: int, stop: int) -> Found | None:
    """Read "next" that leaves out the unit of "this" before it: "2 percent this year and 3 percent [next]"."""
    word = _ALONE.match(text, at, stop) if text.startswith(ALONE, at) else None
    this = _THIS.search(text, max(0, at - _SAID), at) if word else None
    if word is None or this is None:
        return None
    return Days(shift=table("shift")[word[0]], unit=table("unit")[this[1].lower()]), word.end()


def _of_unit(text: str, match: re.Match[str], stop: int, days: Days, word: str) -> Found:
    """Give the time that a shifted unit means, and where it ends: "last year", "the past months", "next year and a half"."""
    noun, end = match["noun"].lower(), match.end("noun")
    unit = table("unit")[noun]
    if unit in _HALVED and days.shift and text.startswith(" and a half", end):
        smaller, many = _HALVED[unit]
        return Days(shift=days.shift, unit=smaller, count=many, part="running", guess=True), end + len(" and a half")
    if noun != unit and noun.endswith("s") and days.shift:
        return Days(shift=days.shift, unit=unit, count=_FEW, part="running", guess=True), end
    runs = word in _RUNNING or (word == "last" and _OVER.search(text, max(0, match.start() - _LED), match.start()) is not None)
    if (runs and unit not in ("weekend", "quarter")) or (unit == "decade" and days.shift):
        return Days(shift=days.shift, unit=unit, part="running", guess=True), end
    if unit == "weekend" and word in table("nearest"):
        return Days(shift=0, unit=unit, guess=True), end
    whole = Days(shift=days.shift, unit=unit, guess=days.guess or unit in ("fiscal", "century"))
    weekday = _WEEKDAY.match(text, end, stop) if unit == "week" else None
    if weekday is not None and weekday[1] in names("weekday") and weekday[1] not in clashing("weekday"):
        return Days(weekday=names("weekday")[weekday[1]], of=whole), weekday.end()
    return whole, end


def container(text: str, at: int, stop: int) -> Found | None:
    """Read the time that something is a part of, with "of" or "in" before it: "of last month", "this year", "of the week"."""
    match = _OF.match(text, at, stop)
    if match is None:
        return None
    current = _current().match(text, match.end(), stop) if match[1] else None
    if current is not None:
        return Days(shift=0, unit=table("unit")[current[1]], guess=True), current.end()
    found = read(text, match.end(), stop)
    return found if found and found[0].unit and found[0].unit != "weekend" else None


def year_ago(text: str, at: int, stop: int) -> Found | None:
    """Read what makes a month before it one of the year before: "May [a year ago]"."""
    match = _YEAR_AGO.match(text, at, stop)
    return (Days(shift=-1, unit="year"), match.end()) if match else None


def piece(text: str, at: int, stop: int) -> Found | None:
    """Read a piece of the current unit: "end of the year", "rest of the week"."""
    match = _piece().match(text, at, stop)
    if match is None or not (match["led"] or match["part"].lower().endswith("of")):  # "earlier days", "a rest day"
        return None
    return Days(shift=0, unit=table("unit")[match["unit"]], part=table("part")[match["part"].lower()], guess=True), match.end()


@cache
def _current() -> re.Pattern[str]:
    return pattern(rf"({any_of('unit')})(?!\w)")


@cache
def _piece() -> re.Pattern[str]:
    return pattern(rf"(?P<part>(?i:{any_of('part')})){GAP}(?P<led>(?:<<definite>>|this){GAP})?(?P<unit>{any_of('unit')})(?!\w)")
