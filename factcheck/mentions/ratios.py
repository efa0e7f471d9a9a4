"""Shares told as a count of a count: "one in four", "25 out of every 100"."""

from __future__ import annotations

import re

from attrs import evolve

from factcheck import numerals
from factcheck.document import Span
from factcheck.mentions import NUMERAL, Mention
from factcheck.numerals import Numeral

KIND = "ratio"
PRIORITY = 18

_IN = re.compile(r"[ \u00a0-](?:in|out of)[ \u00a0-](?:every[ \u00a0])?(?=[\da-z])")


def anchors() -> list[str]:
    """Give numbers."""
    return [NUMERAL]


def read(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    """Read a number "in" a larger one; years ("two in 2016") are none."""
    between = _IN.match(text, numeral.end, stop) if numeral and not numeral.vague else None
    base = numerals.read(text, between.end(), stop) if between else None
    if numeral is None or between is None or base is None or base.vague:
        return None
    if base.value <= numeral.value or numeral.scale > 1 or base.scale > 1 or 1500 <= base.value <= 2100:
        return None
    share = evolve(numeral, end=base.end, value=numeral.value / base.value, half=numeral.half / base.value)
    return Mention(KIND, Span(start, base.end), share)
