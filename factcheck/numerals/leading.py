"""Text before a number -> the word that leads it: "between" and "ranging from" open a range, a bare "from" a change."""

from __future__ import annotations

import re

from factcheck.numerals.numeral import Numeral
from factcheck.patterns import pattern

_BEFORE = pattern(
    r"\b([Bb]etween|(?:(?:[Aa]nywhere|[Rr]ang(?:ing|es?|ed)(?: is| was| of)?|[Vv]ar(?:y|ying|ies|ied)|[Pp]riced|[Aa]ged|"
    r"[Ii]s|[Aa]re|[Bb]e|[Oo]f|[Tt]akes?|[Cc]osts?|[Ll]asts?|[Rr]uns?|[Ss]tretch(?:es)?)"
    r" )?[Ff]rom|[Aa]ge[sd]) +"
    r"(?:the ages? of |ages? |an? |about |around |roughly |at least |<<determiner>> (?:[\w-]+ )?(?:low|high|peak) of )?"
    r"(?:\$?[^\W\d]{0,3}[$€£¥₩]?|\$[A-Z]{2})\Z"
)
""""Between" or "from", with what may stand between it and the number: an age's words, a record's, a currency's."""
_CHAIN = pattern(r"\bfrom [$€£]?[\d.,]+[a-z%]{0,2} to [$€£]?\Z")
_OLD = pattern(
    r"(?<!up )(?<!down )\bfrom (?:(?:last|this) <<spells>>['’]s|<<determiner>> (?:\w+ )?<<grammar: extremes>>"
    r" of) [$€£]?\Z"
)
_FROM_RANGE = pattern(
    r"\b(?:to|of|at|between) [^\W\d_]{0,3}[$€£¥₩]?\d[\d.,]*(?: (?!to\b|and\b)[a-z]+)?(?: to | and |[-–])[$€£¥₩]?\d[\d.,]*%?"
    r"(?:[ -][a-z]+){0,4},? (?:(?:up|down) )?from [^\W\d]{0,3}[$€£¥₩]?\Z"
)
_OLD_RANGE = pattern(
    r"\b(?:to|of|at|between) [^\W\d_]{0,3}[$€£¥₩]?\d[\d.,]*(?: (?!to\b|and\b)[a-z]+)?(?: to | and |[-–])[$€£¥₩]?\d[\d.,]*%?"
    r"(?:[ -][a-z]+){0,4}(?:, [a-z ]{3,30})?,? (?:(?:up|down) )?from <<determiner>> (?:\w+ )?<<grammar: extremes>>"
    r" of [^\W\d]{0,3}[$€£¥₩]?\Z"
)
"""What comes from there is a range: so is that, and no change ("to $2.10 to $2.30 a share, up from [$1.90 to $2]")."""
_ECHO = pattern(
    r"\b[Bb]etween [^\W_]{0,3}[$€£¥₩]?\d[^();:]{0,40} and [^();:]{1,40} "
    r"\((?:(?:about|around|roughly|or) )?(?:[A-Z]{0,3}[$€£¥₩])?\Z"
)
"""Brackets that tell the two ends of a range again: "between 2 and 3 miles (3.2 and 4.8 km)"."""
_ECHOED = pattern(r" to [\d.,]*\d(?:[ -][a-z]+){1,3} \([A-Za-z ]{0,14}[\d.,]*\d(?: to | and |[-–])[\d.,]*\d(?:[ -][a-z]+){1,3}\)")
"""Behind the near end of a range: its far end, and brackets that tell both again, as nobody does of a change of two figures."""
_CHANGES = pattern(r"\b(?:<<grammar: up>>|<<grammar: down>>|<<grammar: setting>>)\b")
_LED, _SIGN, _LONG, _AFAR = 36, 14, 110, 80
_LEADING = frozenset(" \n$€£¥₩") | frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def led(text: str, first: Numeral) -> str:
    """Tell whether "between" or "from" leads a number; "ranging from" leads as "between" does."""
    before_sign = text[max(0, first.start - _SIGN) : first.start]
    if "(" in before_sign and _ECHO.search(text, max(0, first.start - _LONG), first.start):
        return "between"
    if before_sign[-1:] not in _LEADING:
        return ""
    if _CHAIN.search(text, max(0, first.start - _LED), first.start):  # "from 160 to 180 to 200"
        return "from"
    before = _BEFORE.search(text, max(0, first.start - _LED), first.start)
    if before is None:
        old = _OLD.search(text, max(0, first.start - _LED), first.start)
        return "" if old is None else "ranging" if _OLD_RANGE.search(text, max(0, first.start - _LONG), first.start) else "from"
    words = before[1].lower().split()
    return "ranging" if len(words) > 1 or (words == ["from"] and _ranges(text, first, before)) else words[0]


def _ranges(text: str, first: Numeral, before: re.Match[str]) -> bool:
    """Tell whether a bare "from" opens a range: of ages, out of a range, told twice, or where nothing before it changes."""
    afar = max(0, first.start - _AFAR)
    if before[0].endswith("ages ") or before.start() == 0 or _FROM_RANGE.search(text, afar, first.start):
        return True
    return _ECHOED.match(text, first.end) is not None and not _CHANGES.search(text, afar, first.start)
