"""Times with what opens them and their far end: "since early 2016", "from May 3 to June 5", "between 2010 and 2015"."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from attrs import evolve

from factcheck import numerals
from factcheck.days import Days, Found, counted, digits, ranked, shifted, written
from factcheck.days.words import BLANKS, GAP, any_of, names, ranks, table

Reader = Callable[[str, int, int], Found | None]
_FAR = re.compile(rf"{GAP}(to|through|thru|until|till|and){GAP}(?:the{GAP})?|{BLANKS}[-–—]{BLANKS}")
_GLUES = {"between": ("and", "to", "-"), "from": ("to", "through", "thru", "until", "till", "-")}
_OPEN_GLUES = ("to", "through", "thru", "until", "till", "-")
_LEAD = 44
_NOW = re.compile(r"(?:now|the present|present)\b")
_VERB_BEHIND = re.compile(rf"{GAP}(?:is|was|will|has been|had been|would|marks|marked)\b")
_WORD = re.compile(r"[^\W\d_]+")
_TODAY = Days(unit="day", steps=(("day", 0),))
_CURRENT = ("earlier", "later", "rest")
"""Pieces that only a current time has."""


def read(text: str, start: int, stop: int) -> tuple[Days, int, int] | None:
    """Read the time at ``start``, with the words before it that open it; give it with its start and its end."""
    found = point(text, start, stop)
    if found is None:
        return None
    days, end = found
    if days.part == "running" and days.count > 1:
        start = counted.lead(text, start)
    form, part, begin = _opened(text, start, days)
    if days.to is not None:
        return days, begin if form in _GLUES else start, end
    if form == "now":
        return evolve(_TODAY, to=days, guess=days.guess), begin, end
    far = _far_end(text, days, end, stop, form)
    if far is not None:
        return far[0], begin, far[1]
    if part:
        days = evolve(days, part=part, guess=True)
    if form == "between" or (form == "since" and _VERB_BEHIND.match(text, end, stop)):
        return days, start, end
    return (evolve(days, form=form) if form else days), begin, end


def _opened(text: str, start: int, days: Days) -> tuple[str, str, int]:
    """Give the form and the piece that the words before a time make of it, and where they begin."""
    before = text[max(0, start - _LEAD) : start]
    words = before.split(None)[-1:] if before[-1:] in (" ", "\n", "\u00a0") else before[-4:].lower().endswith("mid-") and ["mid"]
    if not words or words[0].strip("(“\"'").lower() not in _last_words():
        return "", "", start
    match = _lead().search(before)
    if match is None or not match[0]:
        return "", "", start
    form = table("form")[" ".join(match["form"].lower().split())] if match["form"] else ""
    part = table("part")[" ".join(match["part"].lower().split())] if match["part"] else ""
    if part and (days.day or days.weekday is not None or days.steps or (part in _CURRENT and days.shift != 0)):
        return "", "", start
    at = match.start("form") if form else match.start("part") if part else len(before)
    return form, part, start - len(before) + at


def _far_end(text: str, near: Days, end: int, stop: int, form: str) -> Found | None:
    """Read the far end of a span, and fill in what only one end says."""
    glue = _FAR.match(text, end, stop)
    if glue is None or (glue[1] or "-") not in _GLUES.get(form, _OPEN_GLUES):
        return None
    now = _NOW.match(text, glue.end(), stop) if form in _GLUES else None
    found = (_TODAY, now.end()) if now else point(text, glue.end(), stop)
    if found is None or not _is_span(near, found[0], glue[0], form):
        return None
    near, far = _filled(near, found[0])
    return evolve(near, to=far, guess=near.guess or far.guess), found[1]


def _is_span(near: Days, far: Days, glue: str, form: str) -> bool:
    """Tell whether two times are the ends of one: in a list, or about a dash between clauses, they are two."""
    if far.to is not None or far.kind == "weekday" != near.kind or (near.kind == "weekday" != far.kind):
        return False
    if form in _GLUES:
        return True
    alike = _shape(near) == _shape(far)
    if near.kind == "weekday":
        return "through" in glue
    if near.year and far.year and not near.month and not far.month:
        return near.year < far.year
    return alike or (bool(near.month and far.month) and glue.strip() not in ("-", "–", "—"))


def _shape(days: Days) -> tuple[bool, ...]:
    return (days.month is None, days.day is None, days.weekday is None, days.unit == "")


def _filled(near: Days, far: Days) -> tuple[Days, Days]:
    if far.day and not far.month and near.month:
        far = evolve(far, month=near.month)
    turns = bool(near.month and far.month and near.month > far.month)
    if far.year and not near.year and near.month:
        near = evolve(near, year=far.year - turns)
    elif near.year and not far.year and far.month and not far.of:
        far = evolve(far, year=near.year + turns)
    if far.of and near.month and not near.year and not near.of:
        near = evolve(near, of=far.of)
    return near, far


def point(text: str, at: int, stop: int) -> Found | None:
    """Read one time: a day, a month, a year, or what counts from one."""
    if at >= stop:
        return None
    if text[at].isdigit():
        return _number_led(text, at, stop)
    token = _WORD.match(text, at, stop)
    word = token[0] if token else ""
    for reader in _readers().get(word, ()) or _readers().get(word.lower(), ()):
        if (found := reader(text, at, stop)) is not None:
            return found
    return None


def _number_led(text: str, at: int, stop: int) -> Found | None:
    return (
        digits.read(text, at, stop)
        or ranked.year_led(text, at, stop)
        or written.number_led(text, at, stop)
        or ranked.read(text, at, stop)
        or ranked.code(text, at, stop)
        or _counted(text, at, stop)
    )


def _counted(text: str, at: int, stop: int) -> Found | None:
    return counted.read(text, at, stop, point)


def _first_units(text: str, at: int, stop: int) -> Found | None:
    return counted.first(text, at, stop, point)


def _spelled_decade(text: str, at: int, stop: int) -> Found | None:
    found = written.spelled_year(text, at, stop)
    return found if found and found[0].span > 1 else None


def _week(text: str, at: int, stop: int) -> Found | None:
    return ranked.week(text, at, stop, point)


@cache
def _readers() -> dict[str, tuple[Reader, ...]]:
    """Give, for each word a time can begin with, what reads it, in the order in which they are tried."""
    found: dict[str, tuple[Reader, ...]] = {}
    for words, reader in (
        (names("month"), written.month_led),
        (names("weekday"), written.weekday_led),
        (("nineteen", "eighteen", "twenty"), _spelled_decade),
        (table("offset"), counted.named),
        (ranks(), written.ordinal_led),
        (ranks(), ranked.read),
        (("first", "final"), _first_units),
        (table("shift"), shifted.read),
        (table("part"), shifted.piece),
        (table("season"), ranked.season),
        (("week", "weekend", "month", "year"), _week),
        (("fiscal", "financial", "fy"), ranked.fiscal),
        (("q", "h"), ranked.code),
        ((*counted.openers(), *numerals.anchors()), _counted),
    ):
        for first in dict.fromkeys(_first(word) for word in words):
            found[first] = (*found.get(first, ()), reader)
    return found


def _first(word: str) -> str:
    match = _WORD.match(word)
    return match[0] if match else word


def anchors() -> list[str]:
    """Give the words that times begin with, other than numbers."""
    nouns = [*table("unit"), *table("season"), *(name for key in ("month", "weekday") for name in names(key))]
    shifts = [f"{shift} {noun}" for shift in table("shift") for noun in nouns]
    ranked_ = [f"{rank}{glue}{noun}" for rank in ranks() for noun in (*table("unit"), *names("weekday")) for glue in " -"]
    pieces = [f"{part} {lead}{unit}" for part in table("part") for lead in ("the ", "this ", "my ", "") for unit in table("unit")]
    codes = ["Q1", "Q2", "Q3", "Q4", "H1", "H2", "fiscal", "FY", "financial year", *(f"FY{year:02}" for year in range(100))]
    years = [f"FY{year}" for year in range(1990, 2050)]
    return [
        *(name for key in ("month", "weekday") for name in names(key)),
        *table("offset"), *(rank for rank, number in ranks().items() if number > 0), *shifts, *ranked_, *pieces, *codes, *years, *counted.openers(),
        *(f"{season} {lead}" for season in table("season") for lead in ("of", "in")),
        *(f"{season} {year}" for season in table("season") for year in range(1900, 2100)),
        "week after", "weekend after", "month after", "year after", "week of", "week ending", "week ended", "week to", *(f"week {number}" for number in range(1, 54)), "weekend",
    ]


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b(?P<form>(?i:{any_of('form')})){GAP})?(?:(?:at least|about|around){GAP})?(?:the{GAP}(?:year{GAP})?)?"
        rf"(?:\b(?P<part>(?i:{any_of('part')}))(?:{GAP}(?:in{GAP})?(?:the{GAP})?|-))?\Z"
    )


@cache
def _last_words() -> frozenset[str]:
    """Give the words directly before a time that can open it or tell a piece of it."""
    ends = {phrase.split()[-1] for key in ("form", "part") for phrase in table(key)}
    return frozenset(ends | {"the", "in", "least", "about", "around", "year"})
