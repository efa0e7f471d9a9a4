"""Shares: "one in four", "25 out of every 100", "two-thirds", "a quarter of", "half the voters", "3/4"."""

from __future__ import annotations

from factcheck import numerals
from factcheck.document import Span
from factcheck.mentions import NUMERAL, Mention
from factcheck.numerals import Numeral, ranges
from factcheck.patterns import pattern
from factcheck.values import evolve

KIND = "ratio"
PRIORITY = 18

_IN = pattern(r"[ -](?:(?:in|out of)[ -](?:every )?|of every )(?=[\da-z])")
_WHOLE = pattern(r" (?:of|the|its|their|our|his|her|my|your|all|these|those|that|as)\b")
_OF_TIME = pattern(r"\b(?:first|second|last|latter|final|other|third|fourth|better|[12]H)[ -]\Z")
_HALF_BEFORE = pattern(
    r"\b(?:than|over|[Uu]nder|[Aa]bout|[Aa]round|[Nn]early|[Aa]lmost|[Rr]oughly|[Oo]nly|[Jj]ust|least|to|by|one|a|exactly"
    r"|approximately)[ -]\Z"
)
_TOLD = pattern(
    r" (?:since|in|from|over|within|during|after|when|and|but|were|was|are|is|had|have|has|did|do|said|say|would|will"
    r"|could|want|think|believe)\b"
)
"""Behind a half that something leads: no noun ("fell by half since May", "nearly half said"), unlike "about half price"."""
_GIVEN = pattern(r" (?:to|from|for|in|on|at|with|by) ")
_BESIDE = pattern(r"[,;—–] ?(?:and )?\Z")
"""Before a half that tells whose or where it is: "ten prizes, half to pupils"."""


def anchors() -> list[str]:
    """Give numbers, and among them parts ("half", "a quarter of")."""
    return [NUMERAL]


def read(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    """Read a number "in" a larger one (years, "two in 2016", are none), or a number of parts."""
    if numeral is None or numeral.vague:
        return None
    if numeral.part:
        first, far = ranges.pair(text, numeral, stop)
        if not _is_share(text, far or first, stop):
            return None
        return Mention(KIND, Span(first.start, (far or first).end), first, far)
    if not text.startswith(("in", "out", "of every"), numeral.end + 1):
        return None
    between = _IN.match(text, numeral.end, stop)
    base = numerals.read(text, between.end(), stop) if between else None
    if base is None or base.vague or base.part:
        return None
    if base.value <= numeral.value or numeral.scale > 1 or base.scale > 1 or 1500 <= base.value <= 2100:
        return None
    share = evolve(numeral, end=base.end, value=numeral.value / base.value, half=numeral.half / base.value)
    return Mention(KIND, Span(start, base.end), share)


def _is_share(text: str, numeral: Numeral, stop: int) -> bool:
    """Tell whether "half" is a part of something: "half the", "more than half", not "the second half", "half-time"."""
    if numeral.value.denominator != 2 or not numeral.spelled:
        return True
    if _OF_TIME.search(text, max(0, numeral.start - 10), numeral.start):
        return False
    if _WHOLE.match(text, numeral.end, stop) is not None:
        return True
    led = _HALF_BEFORE.search(text, max(0, numeral.start - 14), numeral.start)
    if led is not None and _TOLD.match(text, numeral.end, stop):
        return True
    if _GIVEN.match(text, numeral.end, stop) and _BESIDE.search(text, max(0, numeral.start - 6), numeral.start):
        return True
    closed = not text[numeral.end : numeral.end + 1].isalnum() and not text.startswith((" ", "-"), numeral.end)
    return closed and (led is not None or " " in text[numeral.start : numeral.end] or "-" in text[numeral.start : numeral.end])
