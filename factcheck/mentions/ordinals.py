"""Ranks in a row: "80th", "third". They count nothing and are never set against a count."""

from __future__ import annotations

import re
from fractions import Fraction

from factcheck import lexicon
from factcheck.document import Span
from factcheck.mentions import NUMERAL, Mention
from factcheck.numerals import Numeral

KIND = "ordinal"
PRIORITY = 20

_SUFFIX = re.compile(r"(?:st|nd|rd|th)\b")


def anchors() -> list[str]:
    """Give numbers and ordinal words."""
    return [NUMERAL, *_words()]


def read(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    """Read digits with their ending, or an ordinal word."""
    if numeral is not None and numeral.value.denominator == 1 and not numeral.spelled:
        suffix = _SUFFIX.match(text, numeral.end, stop)
        return None if suffix is None else Mention(KIND, Span(start, suffix.end()), numeral)
    match = _WORD.match(text, start, stop)
    value = _words().get(match[0].lower()) if match else None
    if match is None or value is None:
        return None
    return Mention(KIND, Span(start, match.end()), Numeral(start, match.end(), Fraction(value), Fraction(0), spelled=True))


_WORD = re.compile(r"[A-Za-z]+(?:-[a-z]+)?")


def _words() -> dict[str, int]:
    return {word: value for entry in lexicon.entries("ordinals").values() for word, value in entry["words"].items()}
