"""One time of whatever make: the word or the digits that it begins with tell who reads it; and all such words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from factcheck.days import Found, counted, digits, feasts, orders, ranked, seasons, shifted, written, years
from factcheck.days.words import alone, clashing, names, ranks, table
from factcheck.numerals import Numeral
from factcheck.patterns import pattern

Reader = Callable[[str, int, int], Found | None]
_RUN = pattern(r"\d{1,5}")
_LONGEST = 12
_APART = frozenset("/-")
_STROKES = frozenset("-/.")
_SIGNS = frozenset("-–—/stnrQHA'’0BC")
_APOSTROPHES = frozenset("'’")
_DASHES, _SMALL = frozenset("-–—"), ("march", "may")
_JOINING = frozenset({"of", "to", "through", "thru", "until", "till", "and", "or", "AD", "A", "BC", "B", "BCE", "CE", "C"})
_WORD = pattern(r"[^\W\d_]+")


def read(text: str, at: int, stop: int, numeral: Numeral | None = None) -> Found | None:
    """Read one time: a day, a month, a year, or what counts from one. ``numeral`` is the number that was read there."""
    if at >= stop:
        return None
    found = plain(text, at, stop)
    if found is not None or numeral is not None:
        return found or counted.read(text, at, stop, plain, numeral)
    word = _first(text[at : at + _LONGEST]).lower()
    if word in table("unit"):
        found = ranked.week(text, at, stop, plain)
    return found or (counted.read(text, at, stop, plain) if word in _openers() or text[at].isdecimal() else None)


def plain(text: str, at: int, stop: int) -> Found | None:
    """Read one time that counts from no other."""
    if at >= stop:
        return None
    if text[at].isdecimal():
        return _number_led(text, at, stop)
    token = _WORD.match(text, at, stop)
    word = token[0] if token else ""
    for reader in _readers().get(word, ()) + (_readers().get(word.lower(), ()) if word[:1].isupper() else ()):
        if (found := reader(text, at, stop)) is not None:
            return found
    return None


def _number_led(text: str, at: int, stop: int) -> Found | None:
    """Read what begins with digits; how many they are, and the sign behind them, tell what can be there."""
    run = _RUN.match(text, at, stop)
    if run is None:
        return None
    size, sign = run.end() - at, text[run.end() : run.end() + 1]
    if size == 2 and at and text[at - 1] in _APOSTROPHES and (year := years.shortened(text, at, stop)) is not None:
        return year
    joined = sign in _STROKES or (sign == " " and text[run.end() + 1 : run.end() + 2] in _APART)
    found = digits.read(text, at, stop) if joined and size in (1, 2, 4) else None
    if found is None and size == 4:
        found = ranked.year_led(text, at, stop) or orders.year_led(text, at, stop) or years.read(text, at, stop)
    elif found is None and (size == 3 or sign == ","):
        found = years.of_era(text, at, stop)
    elif found is None and size < 3 and _leads_on(text, run.end(), sign, stop):
        found = orders.number_led(text, at, stop) or written.number_led(text, at, stop)
        if found is None and sign.isalpha():
            found = ranked.read(text, at, stop) or ranked.code(text, at, stop)
    return found


def _leads_on(text: str, end: int, sign: str, stop: int) -> bool:
    """Tell whether what stands behind one or two digits can make a day, a year or a rank of them."""
    if sign != " ":
        return sign in _SIGNS
    word = _WORD.match(text, end + 1, stop)
    if word is None:
        return text[end + 1 : end + 2] in _DASHES
    return word[0] in _JOINING or word[0] in names("month") or word[0] in _SMALL


def _first_units(text: str, at: int, stop: int) -> Found | None:
    return counted.first(text, at, stop, plain)


@cache
def _readers() -> dict[str, tuple[Reader, ...]]:
    """Give, for each word a time can begin with, what reads it, in the order in which they are tried."""
    found: dict[str, tuple[Reader, ...]] = {}
    for words, reader in (
        (table("feast"), feasts.read),
        (names("month"), orders.month_led),
        (names("month"), written.month_led),
        (_SMALL, orders.small_led),
        (names("weekday"), orders.weekday_led),
        (names("weekday"), written.weekday_led),
        (("nineteen", "eighteen", "twenty", "two"), orders.spelled_year),
        (table("offset"), counted.named),
        (alone(), years.decade_alone),
        (ranks(), orders.small_behind),
        (ranks(), written.ordinal_led),
        (ranks(), ranked.read),
        (("first", "final"), _first_units),
        (table("shift"), shifted.read),
        (table("part"), shifted.piece),
        (table("season"), seasons.read),
        (("A.D.", "AD"), years.after_era),
        (("fiscal", "financial", "fy"), ranked.fiscal),
        (("q", "h"), ranked.code),
    ):
        for first in dict.fromkeys(_first(word) for word in words):
            found[first] = (*found.get(first, ()), reader)
    return found


def _first(word: str) -> str:
    match = _WORD.match(word)
    return match[0] if match else word


@cache
def _openers() -> frozenset[str]:
    return frozenset(_first(opener) for opener in counted.openers())


def anchors() -> list[str]:
    """Give the words that times begin with, other than numbers."""
    return [*_names(), *_with_units(), *_of_seasons(), *_codes(), *counted.openers(), "A.D.", "AD"]


def _names() -> Iterator[str]:
    """Give the words that stand alone: months, weekdays, feasts, "tomorrow"; of ranks those that count from the first."""
    yield from (name for key in ("month", "weekday") for name in names(key))
    yield from table("offset")
    yield from (name.replace("'", mark) for name in table("feast") for mark in "'’")
    yield from (*alone(), shifted.ALONE)
    yield from (rank for rank, number in ranks().items() if number > 0)
    days = (f"{day}{ending}" for day in range(1, 32) for ending in ("", "st", "nd", "rd", "th"))
    yield from (f"{small} {number}" for number in (*days, *range(1900, 2100), "the") for small in _SMALL)
    yield from (f"march {rank}" for rank, number in ranks().items() if number > 0)


def _with_units() -> Iterator[str]:
    """Give the words that stand before or behind a unit of time: "last week", "early this year", "year ended"."""
    units, weekdays = table("unit"), names("weekday")
    named = [*units, *table("season"), *names("month"), *weekdays]
    yield from (f"{shift} {noun}" for shift in table("shift") for noun in named)
    last = [rank for rank, number in ranks().items() if number < 0]
    yield from (f"{rank}{glue}{noun}" for rank in last for noun in (*units, *weekdays) for glue in " -")
    yield from (f"{part} {lead}{unit}" for part in table("part") for lead in ("the ", "this ", "my ", "") for unit in units)
    ends = ("after", "before", "ended", "ending", "that ended", "through", "to")
    yield from (f"{unit} {word}" for unit in units for word in ends)


def _of_seasons() -> Iterator[str]:
    """Give a season with what makes it one of a year: "summer of", "autumn last", "spring 2016"; and alone, "the spring"."""
    told = ("of", "in", "next", "last", "this", *range(1900, 2100))
    yield from (f"{season} {word}" for season in table("season") for word in told)
    yield from table("season").keys() - clashing("season")


def _codes() -> Iterator[str]:
    """Give the names of fiscal years, quarters and weeks: "FY24", "Q3", "week 12"."""
    yield from ("Q1", "Q2", "Q3", "Q4", "H1", "H2", "fiscal", "FY", "financial year")
    yield from (f"FY{year:02}" for year in range(100))
    yield from (f"FY{year}" for year in range(1990, 2050))
    yield from (
        "week of",
        "weekend of",
        "week beginning",
        "week starting",
        "week commencing",
        "weekend",
        *(f"week {number}" for number in range(1, 54)),
    )
