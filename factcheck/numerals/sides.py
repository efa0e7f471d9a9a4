"""Two numbers that a dash or "to" joins and that are no range: the sides of a vote ("62-38 percent")."""

from __future__ import annotations

from factcheck.numerals import read_unsigned
from factcheck.numerals.numeral import Numeral

_JOINTS, _HUNDRED = ("-", "–", " to "), 100


def rival(text: str, first: Numeral, stop: int) -> Numeral | None:
    """Read on to the smaller of two numbers that are joined, which are two sides and no range ("62-38 percent")."""
    if first.spelled or not text.startswith(_JOINTS, first.end):
        return None
    at = next(first.end + len(joint) for joint in _JOINTS if text.startswith(joint, first.end))
    if not text[at : at + 1].isdigit():
        return None
    second = read_unsigned(text, at, stop)
    return second if second is not None and not second.spelled and 0 < second.value < first.value <= _HUNDRED else None
