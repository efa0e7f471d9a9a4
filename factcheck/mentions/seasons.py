"""Seasons that span two years: "2012-13", "1999/2000", "1763-4". The number is the first year's."""

from __future__ import annotations

from fractions import Fraction

from factcheck.document import Span
from factcheck.mentions import NUMERAL, Mention
from factcheck.numerals import Numeral
from factcheck.patterns import pattern

KIND = "season"
PRIORITY = 3

_YEARS = pattern(r"([12]\d)(\d\d)[-–/](?:([12]\d)?(\d\d)|(\d))(?![\d\w]|[-–/.,]\d)")


def anchors() -> list[str]:
    """Give numbers."""
    return [NUMERAL]


def read(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    """Read two years in a row that a dash or a slash joins."""
    match = _YEARS.match(text, start, stop) if text[start + 4 : start + 5] in ("-", "–", "/") else None
    if match is None:
        return None
    first = int(match[1] + match[2])
    last = int((match[3] or str((first + 1) // 100)) + match[4]) if match[4] else first // 10 * 10 + int(match[5])
    if last != first + 1:
        return None
    return Mention(KIND, Span(start, match.end()), Numeral(start, match.end(), Fraction(first), Fraction(0)))
