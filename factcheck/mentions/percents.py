"""Percentages and percentage points: "12 percent", "5.3%", "2 percentage points"."""

from __future__ import annotations

from functools import cache

from factcheck import lexicon, numerals
from factcheck.document import Span
from factcheck.lexicon import Phrases
from factcheck.mentions import NUMERAL, Mention
from factcheck.numerals import Numeral

KIND = "percent"
PRIORITY = 30

UNITS = ("percentage_point", "percent")


def anchors() -> list[str]:
    """Give numbers."""
    return [NUMERAL]


def read(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    """Read a number, or a range of two, with its percent sign or word."""
    if numeral is None:
        return None
    numeral, far = numerals.pair(text, numeral, stop)
    end = (far or numeral).end
    found = _units().at(text, end + 1 if text[end : end + 1] in (" ", "\u00a0", "-") else end, stop)
    if found is None:
        return None
    unit, end = found
    return Mention("points" if unit == "percentage_point" else KIND, Span(numeral.start, end), numeral, far, (unit,))


@cache
def _units() -> Phrases[str]:
    entries = ((unit, lexicon.entries("units")[unit]) for unit in UNITS)
    return Phrases(lexicon.titled((form, unit) for unit, entry in entries for form in (*entry["names"], *entry["abbreviations"])))
