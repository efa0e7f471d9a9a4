"""Times that are counted from a day: "two weeks ago", "three days after May 5", "the past three years", "yesterday"."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from factcheck import lexicon, numerals
from factcheck.days import Days, Found, ranked, weeks_off
from factcheck.days.ranked import Point
from factcheck.days.words import GAP, any_of, guesses, ranks, table
from factcheck.numerals import Numeral
from factcheck.patterns import pattern
from factcheck.values import evolve

_AGO = pattern(rf"{GAP}(?:(ago)|(from +(?:now|today)|hence))(?!\w)")
_FROM = pattern(rf",?{GAP}(?:(before)|from|after){GAP}(?:the{GAP})?(?!now)")
_ON = pattern(rf"{GAP}(?:to|until|till|through){GAP}(?:the{GAP})?")
_JOIN = pattern(rf",?{GAP}(?:and{GAP})?")
_AND_A_HALF = pattern(rf"{GAP}and{GAP}a{GAP}half\b")
_ABOUT = pattern(rf"\b(?:<<about>>|over|than){GAP}\Z", re.IGNORECASE)
_AHEAD = pattern(r"(?:\b(?:will|due|would|set to|going to|expected to|plans? to|to be)\b|[’']ll\b)[^.;]{0,60}\Z")
_IN = pattern(rf"\b(in|within){GAP}(?:about{GAP}|the{GAP}(?:next|upcoming){GAP})?\Z", re.IGNORECASE)
_RANKED_IN = pattern(
    r"\b(?:<<nth>>|\d+<<th>>|[a-z]{3,}est|least|most|times?"
    r"|once|twice)(?: [a-z]+)? (?:in|within) \Z",
    re.IGNORECASE,
)
"""Before what something is ranked in, which is no time to come: "the third vote in [12 months]"."""
_FOR = pattern(rf"\bfor{GAP}(?:(?:<<about>>|over|more than){GAP})?\Z", re.IGNORECASE)
_LED_IN = pattern(rf"\b(?:in|over|for|during){GAP}the{GAP}\Z", re.IGNORECASE)
_CLOSED = pattern(
    r" ?(?:[.,;:)—–]|\Z)| (?:and|but|while|as|from|to|up|down|on|thanks|despite|because|after|compared|against"
    r"|rose|fell|grew|was|were|came|stood|slid|shrank|[a-z]+ed)\b"
)
_SHARE = pattern(r"\d(?:%| per ?cent\b)")
_OF_A_YEAR = frozenset({3, 6, 9, 10, 11})
"""Months whose books are told: with fewer it is as often those of a thing that began then."""
_LASTING = pattern(rf"\b(?:will|would|to|can|could|may|might|should|must|it|usually|often|not){GAP}\Z", re.IGNORECASE)
_RANK = pattern(rf"(?i:first|final){GAP}")
_TODAY = Days(unit="day", steps=(("day", 0),))
_LEAD = 12
_THAN = pattern(rf"\b(more|less|fewer){GAP}than{GAP}\Z", re.IGNORECASE)
_QUARTERS = pattern(rf"(2|3|(?i:two|three)){GAP}quarters\b")
"""Quarters of a year, which a number room reads as parts of a whole."""
_FEW, _EXACT, _MOST, _PARTS = 3, 6, 10_000, 4
_SMALLER = {"century": ("year", 100), "decade": ("year", 10), "year": ("month", 12), "week": ("day", 7)}


def named(text: str, at: int, stop: int) -> Found | None:
    """Read a day that is named by how far it is from the day of publication: "yesterday"."""
    if text[at].isupper() and text[max(0, at - 2) : at].rstrip(" ").isalnum() and text[at - 1 : at] == " ":  # "USA Today"
        return None
    found = _named().at(text, at, stop)
    if found is None:
        return None
    guess = text[at : found[1]].lower() in guesses("offset")
    return Days(unit="day", steps=(("day", found[0]),), guess=guess), found[1]


def read(text: str, at: int, stop: int, point: Point, numeral: Numeral | None = None) -> Found | None:
    """Read a number of units, and what they are counted from; ``point`` reads that, ``numeral`` has been read already.

    None where nothing tells from when they count: that is a duration.
    """
    first = _amount(text, at, stop, numeral)
    if first is None:
        return weeks_off.counted(text, numeral, stop) if numeral is not None and text.startswith(" ", numeral.end) else None
    steps, end, vague = first
    while len(steps) < _PARTS and (join := _JOIN.match(text, end, stop)) is not None:
        more = _amount(text, join.end(), stop)
        if more is None:
            break
        steps, end, vague = (*steps, *more[0]), more[1], vague or more[2]
    window = _window(text, at, end, stop, steps) if len(steps) == 1 else None
    if window is not None:
        return window
    ended = ranked.ended(text, end, stop, *steps[0], point) if len(steps) == 1 else None
    if ended is not None:
        return ended
    guess = (
        vague
        or any(unit != "day" or many > _EXACT for unit, many in steps)
        or _ABOUT.search(text, max(0, at - 16), at) is not None
    )
    return _towards(text, at, end, stop, point, steps, guess)


def first(text: str, at: int, stop: int, point: Point) -> Found | None:
    """Read the first or last units of a greater time: "first nine months of 2012"."""
    match = _RANK.match(text, at, stop)
    return read(text, match.end(), stop, point) if match else None


def lead(text: str, at: int) -> int:
    """Give where the word begins that makes units before a place end or begin now; the place itself where none does."""
    match = _lead().search(text, max(0, at - _LEAD), at)
    return match.start() if match else at


def _towards(
    text: str, at: int, end: int, stop: int, point: Point, steps: tuple[tuple[str, int], ...], guess: bool
) -> Found | None:
    """Read which way the units lead, and from which day."""
    ago = _AGO.match(text, end, stop)
    lasting = _FOR.search(text, max(0, at - 20), at)
    if ago is not None:
        told = Days(steps=steps if ago[2] else _back(steps), guess=guess)
        return evolve(_TODAY, to=told) if ago[2] and lasting else told, ago.end()
    start = _FROM.match(text, end, stop)
    found = point(text, start.end(), stop) if start else None
    if start and found and found[0].kind != "period" and not _is_whole(text, start, found[1], stop, point):
        told = Days(steps=_back(steps) if start[1] else steps, of=found[0], guess=guess)
        return evolve(found[0], to=told) if lasting and not start[1] else _beyond(text, at, told, found[0]), found[1]
    within = _IN.search(text, max(0, at - 24), at)
    if within and _AHEAD.search(text, max(0, at - 90), at) and not _RANKED_IN.search(text, max(0, at - 40), at):
        told = Days(steps=steps, guess=True)
        return evolve(_TODAY, to=told) if within[1].lower() == "within" else told, end
    return None


def _is_whole(text: str, start: re.Match[str], end: int, stop: int, point: Point) -> bool:
    """Tell whether a day behind a comma opens the time that the units measure: "open for ten days, from July 3 to July 12"."""
    on = _ON.match(text, end, stop) if start[0].startswith(",") else None
    return on is not None and point(text, on.end(), stop) is not None


def _beyond(text: str, at: int, told: Days, origin: Days) -> Days:
    """Open the time at a day: "more than two days before Monday" lasts until then, "less than" lies between the two."""
    match = _THAN.search(text, max(0, at - 16), at)
    back = told.steps[0][1] < 0
    if match is None:
        return told
    if match[1].lower() == "more":
        return evolve(told, form="by" if back else "starting")
    return evolve(told, to=origin) if back else evolve(origin, to=told)


def _window(text: str, at: int, end: int, stop: int, steps: tuple[tuple[str, int], ...]) -> Found | None:
    """Read units that end or begin now ("the past three years"), or begin or end a greater time ("first nine months of 2012")."""
    match = _lead().search(text, max(0, at - _LEAD), at)
    if match is None:
        return None
    (unit, many), word = steps[0], match[1].lower()
    if word == "last" and _LASTING.search(text, max(0, match.start() - 10), match.start()):  # "would last four years"
        return None
    within = ranked.whole(text, end, stop) if word in ranks() else None
    if within is not None:
        return Days(unit=unit, count=many, rank=ranks()[word], of=within[0]), within[1]
    if unit == "month" and word == "first" and many in _OF_A_YEAR and _is_of_books(text, match.start(), end, stop):
        return Days(unit=unit, count=many, rank=1, guess=True), end
    shift = table("shift").get(word)
    return (Days(shift=shift, unit=unit, count=many, part="running", guess=True), end) if shift else None


def _is_of_books(text: str, start: int, end: int, stop: int) -> bool:
    """Tell whether the first months are those of a year for which books are kept: "sales rose in [the first nine months]"."""
    if _LED_IN.search(text, max(0, start - _LEAD), start) is None or not _CLOSED.match(text, end, stop):
        return False
    near = max(0, start - ranked.AROUND), min(stop, end + ranked.AROUND)
    return ranked.SUMS.search(text, *near) is not None or _SHARE.search(text, *near) is not None


def _amount(
    text: str, at: int, stop: int, numeral: Numeral | None = None
) -> tuple[tuple[tuple[str, int], ...], int, bool] | None:
    """Read a number with its unit as steps, their end, and whether it is vague ("a few weeks")."""
    quarters = _QUARTERS.match(text, at, stop)
    if quarters is not None:
        return (("quarter", 2 if quarters[1].lower() in ("2", "two") else 3),), quarters.end(), False
    few = None if numeral else _few().match(text, at, stop)
    if few is not None:
        many, end, vague = _vague_number(few), few.end(), not few["one"]
    else:
        numeral = numeral or (numerals.read(text, at, stop) if at < stop and text[at].isalnum() else None)
        if numeral is None or numeral.vague or not _units().match(text, numeral.end, stop) or not 0 < numeral.value <= _MOST:
            return None
        many, end, vague = numeral.value, numeral.end, False
    unit = _units().match(text, end, stop)
    if unit is None:
        return None
    half = _AND_A_HALF.match(text, unit.end(), stop)
    many, end = (many + Fraction(1, 2), half.end()) if half else (many, unit.end())
    name = table("unit")[unit[1].lower()]
    while many.denominator != 1 and name in _SMALLER:
        name, many, vague = _SMALLER[name][0], many * _SMALLER[name][1], True
    return ((name, int(many)),), end, vague


def _vague_number(few: re.Match[str]) -> Fraction:
    return Fraction(1, 2) if few["half"] else Fraction(1 if few["one"] else 2 if few["couple"] else _FEW)


def _back(steps: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
    return tuple((unit, -many) for unit, many in steps)


def openers() -> list[str]:
    """Give the phrases with which a vague number of units begins."""
    units = [*table("unit")]
    return [
        f"{few} {unit}" for few in ("half a", "a", "an", "few", "several", "a few", "a couple of", "couple of") for unit in units
    ]


@cache
def _named() -> lexicon.Phrases[int]:
    return lexicon.Phrases(lexicon.titled(table("offset").items()))


@cache
def _few() -> re.Pattern[str]:
    return pattern(
        rf"(?i:(?P<half>half{GAP}an?)|(?P<one>an?)|(?P<couple>(?:a{GAP})?couple(?:{GAP}of)?)|(?:a{GAP})?(?:few|several))(?={GAP}(?:{any_of('unit')})\b)"
    )


@cache
def _units() -> re.Pattern[str]:
    return pattern(rf"[ -]+((?i:{any_of('unit')}))(?!\w)")


@cache
def _lead() -> re.Pattern[str]:
    return pattern(rf"\b((?i:{any_of('shift')}|first|final)){GAP}\Z")
