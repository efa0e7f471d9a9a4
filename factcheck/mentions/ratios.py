"""Shares: "one in four", "25 out of every 100", "two-thirds", "a quarter of"."""

from __future__ import annotations

import re
from fractions import Fraction

from attrs import evolve

from factcheck import numerals
from factcheck.document import Span
from factcheck.mentions import NUMERAL, Mention
from factcheck.numerals import Numeral

KIND = "ratio"
PRIORITY = 18

_IN = re.compile(r"[ \u00a0-](?:in|out of)[ \u00a0-](?:every[ \u00a0])?(?=[\da-z])")


_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_HALF = re.compile(r"([Hh]alf)(?= of\b)")
_PART = re.compile(rf"[- \u00a0]({'|'.join(_PARTS)})s?\b")


def anchors() -> list[str]:
    """Give numbers, and parts that "a" leads."""
    return [NUMERAL, *(f"a {part} of" for part in _PARTS), "half of"]


def read(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    """Read a number "in" a larger one (years, "two in 2016", are none), or a number of parts."""
    if numeral is None or _PART.match(text, numeral.end, stop) is not None:
        return _of_parts(text, start, stop, numeral)
    between = _IN.match(text, numeral.end, stop) if numeral and not numeral.vague else None
    base = numerals.read(text, between.end(), stop) if between else None
    if numeral is None or between is None or base is None or base.vague:
        return None
    if base.value <= numeral.value or numeral.scale > 1 or base.scale > 1 or 1500 <= base.value <= 2100:
        return None
    share = evolve(numeral, end=base.end, value=numeral.value / base.value, half=numeral.half / base.value)
    return Mention(KIND, Span(start, base.end), share)


def _of_parts(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    """Read "two-thirds", "a quarter of", "half of"; "one third" is a rank unless it stands for a part of something."""
    part = _PART.match(text, numeral.end if numeral else start + 1, stop) or (None if numeral else _HALF.match(text, start, stop))
    count = 1 if numeral is None else numeral.value
    if part is None or count >= _PARTS[part[1].lower()] or (numeral is not None and not numeral.spelled):
        return None
    share = Fraction(count, _PARTS[part[1].lower()])
    return Mention(KIND, Span(start, part.end()), Numeral(start, part.end(), share, Fraction(1, 100), True, 1, True))
