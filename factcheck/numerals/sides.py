"""Two numbers that a dash joins and that are no range: the sides of a vote ("62-38 percent")."""

from __future__ import annotations

from factcheck.numerals import read_unsigned
from factcheck.numerals.numeral import Numeral

_DASHES, _HUNDRED = frozenset("-–"), 100


def rival(text: str, first: Numeral, stop: int) -> Numeral | None:
    """Read on to the smaller of two numbers that a dash joins, which are two sides and no range ("62-38 percent")."""
    if first.spelled or text[first.end : first.end + 1] not in _DASHES or not text[first.end + 1 : first.end + 2].isdigit():
        return None
    second = read_unsigned(text, first.end + 1, stop)
    return second if second is not None and not second.spelled and 0 < second.value < first.value <= _HUNDRED else None
