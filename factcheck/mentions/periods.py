"""Years, months and what opens there: "2016", "March", "since June 2024", "as of March", "August last year", "the 1990s"."""

from __future__ import annotations

import re
from functools import cache

from attrs import evolve

from factcheck import lexicon
from factcheck.document import Span
from factcheck.mentions import NUMERAL, Days, Mention, dates
from factcheck.numerals import Numeral

KIND = "period"
PRIORITY = 10

_BEFORE_YEAR = re.compile(
    r"\b(?:in|since|of|by|from|until|till|during|through|to|before|after|and|between|or|late|early|mid)[ \u00a0-]\Z|\(\Z", re.I
)
_VERB_BEHIND = re.compile(r"[ \u00a0]+(?:is|was|will|has been|had been|would|marks|marked)\b")
_COUNTED = re.compile(r"[ \u00a0]+[a-z]*(?:s|men|people|children)\b")


def anchors() -> list[str]:
    """Give numbers, month names, and the words that open or shift a period."""
    return [NUMERAL, *dates.numbers("month"), *_forms(), *_shifts()]


def read(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    """Read a period, with the word that opens it."""
    opening = _opening().match(text, start, stop)
    core = opening.end() if opening else start
    day = dates.pattern().match(text, core, stop) if opening else None
    if opening and day is not None:
        mention = dates.read(text, core, stop, None)
        return mention and _opened(Mention(KIND, mention.span, days=mention.days), start, opening)
    match = _core().match(text, core, stop)
    if match is None or not (opening or _is_period(text, match)):
        return None
    mention = Mention(KIND, Span(core, match.end()), days=_days(match))
    if opening and _VERB_BEHIND.match(text, match.end(), stop):  # "since 2012 is an election year": because
        return mention
    return _opened(mention, start, opening) if opening else mention


def _opened(mention: Mention, start: int, opening: re.Match[str]) -> Mention:
    days = mention.days or Days()
    return evolve(
        mention, span=Span(start, mention.span.end), days=evolve(days, form=_forms()[" ".join(opening[1].lower().split())])
    )


def _is_period(text: str, match: re.Match[str]) -> bool:
    """Tell whether digits are a year and no count, and a month's name no verb or given name."""
    if match["shift"] or match["last"] or match["years"]:
        return True
    led = _BEFORE_YEAR.search(text, max(0, match.start() - 9), match.start()) is not None
    if match["month"]:
        return led or match["year_of_month"] is not None or not _clashing(match["month"])
    return 1500 <= int(match["year"]) <= 2100 and (led or not _COUNTED.match(text, match.end()))


def _days(match: re.Match[str]) -> Days:
    month = dates.numbers("month").get(match["month"] or "")
    if match["shift"]:
        return Days(shift=_shifts()[match["shift"].lower()], unit=match["unit"])
    if match["last"]:
        return Days(month=month, shift=_shifts()[match["last"].lower()], unit="year")
    year = match["year"] or match["year_of_month"] or match["years"]
    return Days(int(year) if year else None, month, span=10 if match["years"] else 1)


@cache
def _core() -> re.Pattern[str]:
    months, shifts = lexicon.alternatives(dates.numbers("month")), lexicon.alternatives(_shifts())
    return re.compile(
        rf"(?P<month>{months})(?!\w)"
        rf"(?:,?[ \u00a0]+(?P<year_of_month>[12]\d{{3}})(?![\d,]?\d)|[ \u00a0]+(?P<last>last|this|next)[ \u00a0]+year\b)?"
        rf"|(?P<years>[12]\d\d0)s\b"
        rf"|(?P<year>[12]\d{{3}})(?![\w%]|[.,:/-]\d|[ \u00a0]?(?:percent|per cent|million|billion|trillion))"
        rf"|(?P<shift>(?i:{shifts}))[ \u00a0]+(?P<unit>year|month|week)(?![\w'’])"
    )


@cache
def _opening() -> re.Pattern[str]:
    lead = r"(?:early|late|mid-?|the (?:start|beginning|end|middle) of|at least)"
    return re.compile(rf"(?i:({lexicon.alternatives(_forms())}))[ \u00a0]+(?:{lead}[ \u00a0]?)?")


@cache
def _forms() -> dict[str, str]:
    return {name: entry["form"] for entry in lexicon.entries("calendar").values() if "form" in entry for name in entry["names"]}


@cache
def _shifts() -> dict[str, int]:
    return {name: entry["shift"] for entry in lexicon.entries("calendar").values() if "shift" in entry for name in entry["names"]}


@cache
def _clashing(month: str) -> bool:
    """Tell whether a month's name can be another word: "May", and an abbreviation without its full stop ("Jan")."""
    whole = [entry for entry in lexicon.entries("calendar").values() if month in entry["names"]]
    return not whole or bool(whole[0].get("clashes"))
