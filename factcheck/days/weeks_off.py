"""Weekdays that are some weeks off: "on Friday week", "the Friday before last", "the Monday after next", "three Fridays ago"."""

from __future__ import annotations

import re
from functools import cache

from factcheck import lexicon
from factcheck.days import Days, Found
from factcheck.days.words import GAP, clashing, names
from factcheck.numerals import Numeral
from factcheck.patterns import pattern

_CLOSED_WEEK = pattern(r"(?=[.,;:)!?]|\Z| (?:and|or|but|at|when|with|after|as|to)\b)")
_OVER = pattern(rf"{GAP}(?:(before{GAP}last)|after{GAP}(?:the{GAP})?next)(?!\w|{GAP}(?:week|month|year|<<calendar: month>>)\b)")
_MOST = 50
"""So many of one weekday are counted at most."""


def over(text: str, weekday: int, end: int, stop: int) -> Found | None:
    """Read what moves a weekday, which ends at ``end``, by a week: "Friday [week]", "the Friday [before last]"."""
    if text.startswith(" week", end) and _CLOSED_WEEK.match(text, end + len(" week"), stop):  # "on Friday week"
        return Days(steps=(("week", 1),), of=Days(weekday=weekday)), end + len(" week")
    match = _OVER.match(text, end, stop) if text.startswith((" before ", " after "), end) else None
    if match is None:
        return None
    back = -1 if match[1] else 1
    return Days(steps=(("week", back),), of=Days(weekday=weekday, shift=back), guess=True), match.end()


def counted(text: str, numeral: Numeral, stop: int) -> Found | None:
    """Read so many of a weekday from now: "three Fridays ago", "2 Sundays from now"."""
    match = _several().match(text, numeral.end, stop)
    if match is None or numeral.vague or numeral.value.denominator > 1 or not 1 < numeral.value <= _MOST:
        return None
    back = -1 if match[2] else 1
    day = Days(weekday=names("weekday")[match[1]], shift=back)
    return Days(steps=(("week", back * (int(numeral.value) - 1)),), of=day, guess=True), match.end()


@cache
def _several() -> re.Pattern[str]:
    whole = lexicon.alternatives(name for name in names("weekday") if name not in clashing("weekday") and name.isalpha())
    return pattern(rf"{GAP}({whole})s{GAP}(?:(ago)|from{GAP}(?:now|today)|hence)(?!\w)")
