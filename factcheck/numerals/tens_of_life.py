"""Ages that are told by their tens: "in his forties", "in her mid-40s", "in their 20s and 30s".

A text with a place where "in his" or its like stands goes in; out come the first and the last year of the tens.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import cache

from factcheck import lexicon
from factcheck.numerals.numeral import Numeral
from factcheck.patterns import pattern

_WHOSE = ("his", "her", "their", "my", "your", "our")
LED = tuple(f"in {whose}" for whose in _WHOSE)
_LAST = 9


def read(text: str, start: int, stop: int) -> tuple[Numeral, Numeral] | None:
    """Read the ten years of somebody's life, or twenty: all of them, for where the middle of them lies nobody says."""
    match = _told().match(text, start, stop)
    if match is None:
        return None
    first, last = _tens(match["first"]), _tens(match["last"] or match["first"])
    at, end = match.start("age"), match.end()
    return (Numeral(at, end, first, Fraction(0)), Numeral(at, end, last + _LAST, Fraction(0))) if first <= last else None


def _tens(word: str) -> Fraction:
    """Give the age with which tens begin: "40s", "forties"."""
    return Fraction(int(word[:2]) if word[0].isdigit() else decades()[word.lower()])


@cache
def decades() -> Mapping[str, int]:
    """Give the words for tens of years: "seventies"."""
    return dict(lexicon.entries("calendar")["decades"]["decades"])


@cache
def _told() -> re.Pattern[str]:
    tens = rf"[1-9]0['’]?s|(?i:{lexicon.alternatives(decades())})"
    part = r"(?:<<early>>|middle)(?:[ -]to[ -](?:mid|late))?[ -]"
    return pattern(
        rf"[Ii]n (?:{'|'.join(_WHOSE)}) (?:very )?(?P<age>(?:{part})?(?P<first>{tens}))"
        rf"(?: (?:and|or|to|through) (?:{part})?(?P<last>{tens}))?(?![\w-])"
    )
