"""Times that are shifted from the day of publication, or are a piece of the current one: "last year", "rest of the week"."""

from __future__ import annotations

import re
from functools import cache

from factcheck.days import Days, Found
from factcheck.days.words import GAP, alternatives, any_of, clashing, guesses, names, table

_FEW = 3
_RUNNING = frozenset({"past"})
"""Words whose unit ends on the day of publication, not at a border of the calendar: "the past year"."""


def read(text: str, at: int, stop: int) -> Found | None:
    """Read what begins with a word such as "last": a unit, a season, a month or a weekday, and the weekday of a week."""
    match = _shifted().match(text, at, stop)
    if match is None:
        return None
    word, noun = match["shift"].lower(), match["unit"]
    days = Days(shift=table("shift")[word], guess=word in guesses("shift"))
    if noun:
        return _of_unit(match, days, word)
    if match["season"]:
        return Days(shift=days.shift, unit="season", rank=table("season")[match["season"].lower()], guess=True), match.end(
            "season"
        )
    if match["month"]:
        return Days(month=names("month")[match["month"]], shift=days.shift, guess=days.guess), match.end("month")
    return Days(weekday=names("weekday")[match["weekday"]], shift=days.shift, guess=days.guess), match.end("weekday")


def _of_unit(match: re.Match[str], days: Days, word: str) -> Found:
    unit = table("unit")[match["unit"].lower()]
    plural = match["unit"].lower() != unit and match["unit"].lower().endswith("s")
    if plural and days.shift:
        return Days(shift=days.shift, unit=unit, count=_FEW, part="running", guess=True), match.end("unit")
    if (word in _RUNNING and unit not in ("weekend", "quarter")) or (unit == "decade" and days.shift):
        return Days(shift=days.shift, unit=unit, part="running", guess=True), match.end("unit")
    whole = Days(shift=days.shift, unit=unit, guess=days.guess or unit in ("fiscal", "century"))
    if match["of_week"] and unit == "week":
        return Days(weekday=names("weekday")[match["of_week"]], of=whole), match.end()
    return whole, match.end("unit")


def container(text: str, at: int, stop: int) -> Found | None:
    """Read the time that something is a part of, with "of" or "in" before it: "of last month", "this year", "of the week"."""
    match = _of().match(text, at, stop)
    if match is None:
        return None
    current = _current().match(text, match.end(), stop) if match[1] else None
    if current is not None:
        return Days(shift=0, unit=table("unit")[current[1]]), current.end()
    found = read(text, match.end(), stop)
    return found if found and found[0].unit and found[0].unit != "weekend" else None


def piece(text: str, at: int, stop: int) -> Found | None:
    """Read a piece of the current unit: "end of the year", "rest of the week"."""
    match = _piece().match(text, at, stop)
    if match is None:
        return None
    return Days(shift=0, unit=table("unit")[match["unit"]], part=table("part")[match["part"].lower()], guess=True), match.end()


@cache
def _shifted() -> re.Pattern[str]:
    months = rf"(?P<month>{alternatives('month')})(?!{GAP}\d)"
    weekdays = "|".join(name for name in names("weekday") if name not in clashing("weekday") and "." not in name)
    return re.compile(
        rf"(?P<shift>(?i:{any_of('shift')})){GAP}(?:(?P<unit>(?i:{any_of('unit')}))(?:{GAP}(?:on{GAP})?(?P<of_week>{weekdays}))?"
        rf"|(?P<season>(?i:{any_of('season')}))|{months}|(?P<weekday>{weekdays})(?!,?{GAP}(?:{alternatives('month')}|\d)))(?!\w)"
    )


@cache
def _of() -> re.Pattern[str]:
    return re.compile(rf"{GAP}((?:of|in){GAP})?(?:the{GAP})?")


@cache
def _current() -> re.Pattern[str]:
    return re.compile(rf"({any_of('unit')})(?!\w)")


@cache
def _piece() -> re.Pattern[str]:
    return re.compile(rf"(?P<part>(?i:{any_of('part')})){GAP}(?:(?:the|this|my|our){GAP})?(?P<unit>{any_of('unit')})(?!\w)")
