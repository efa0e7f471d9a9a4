"""Shares: "one in four", "25 out of every 100", "two-thirds", "a quarter of", "half the voters", "3/4"."""

from __future__ import annotations

import re

from factcheck import lexicon, numerals
from factcheck.document import Span
from factcheck.mentions import NUMERAL, Mention
from factcheck.numerals import Numeral, denominators, ranges
from factcheck.patterns import pattern
from factcheck.values import evolve

KIND = "ratio"
PRIORITY = 6

_IN = pattern(r"[ -](?:(?:in|out of)[ -](?:every )?|of every )(?=[\da-z])")
_ONE_IN = pattern(r" ([a-z]+) (?:in|out of)(?: every)? (?=[\da-z])")
_ALONE = pattern(r"[,;.)](?!\d)|\s*\Z| ([a-z]+)(?![\w-])")
_SPELL = pattern(r" <<spells>>s\b")
_WHOLE = pattern(r" (?:of|<<definite>>|all|these|those|that|as)\b")
_OF_TIME = pattern(r"\b(?:<<nth>>|last|latter|final|other|better|[12]H)[ -]\Z")
_HALF_BEFORE = pattern(
    r"\b(?:than|over|[Uu]nder|[Aa]bout|[Aa]round|[Nn]early|[Aa]lmost|[Rr]oughly|[Oo]nly|[Jj]ust|least|to|by|one|a|exactly|which|whom"
    r"|approximately)[ -]\Z"
)
_TOLD = pattern(
    r" (?:since|in|from|over|within|during|between|among|after|when|and|but|<<is>>|<<has>>|did|do|said|say|would"
    r"|will|could|want|think|believe)\b"
    r"| (?:by [a-z]+ing|through|next|this|last|who)\b"
    r"| to (?:<<about>> )?[A-Z]{0,3}[$€£¥]?\d"
)
"""Behind a half that something leads: no noun, unlike "about half price": "fell by half since May", "by half to 40"."""
_THEY_DO = pattern(r" (?:were|are|have|had|did|do|said|say|would|will|want|think|believe)\b")
"""Behind a half with which a sentence opens: "40 people came. Half were women"."""
_GIVEN = pattern(r" (?:to|from|for|in|on|at|with|by) ")
_BESIDE = pattern(r"[,;—–] ?(?:and )?\Z")
"""Before a half that tells whose or where it is: "ten prizes, half to pupils"."""
_TO_ONE = pattern(r"(?:(?P<spelled>-to-| to )|:)(?:1|one)(?![\w:%]|[.,-]\d|-[a-z])")
_ODDS = pattern(r"(?:-| to |-to-)(\d{1,3})(?![\w%]|[.,-]\d)")
_IN_ODDS, _AT_ODDS = pattern(r"\b[Oo]dds (?:[a-z]+ ){0,4}\Z"), pattern(r"[ -]<<odds>>\b")
"""Around what a bet pays to what is staked: "at odds of [33-1]", "the [7-2] favourite"."""
_AS_RATIO = pattern(r"\b<<ratios>>\b[^.;]{0,30}\Z")
_BETWEEN = ("in", "out", "of every")
_TO = frozenset("-: ")
_LED_BY = pattern(r"\b(?:by|of|than|outnumber(?:s|ed)?(?: [\w’'-]+){0,3}|<<about>>) \Z")
"""Before so many "to one"."""
_FAR, _YEARS = 48, (1500, 2100)


def anchors() -> list[str]:
    """Give numbers, and among them parts ("half", "a quarter of")."""
    return [NUMERAL]


def read(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    """Read a number "in" a larger one (years, "two in 2016", are none), a number of parts, or so many to one."""
    if numeral is None or numeral.vague:
        return None
    if text[numeral.end : numeral.end + 1] in _TO and (to_one := _TO_ONE.match(text, numeral.end, stop)):
        return _to_one(text, numeral, to_one)
    if text[numeral.end : numeral.end + 1] in _TO and (odds := _at_odds(text, numeral, stop)):
        return odds
    if numeral.part:
        first, far = ranges.pair(text, numeral, stop)
        if not _is_share(text, far or first, stop):
            return None
        return Mention(KIND, Span(first.start, (far or first).end), first, far)
    return _of_base(text, numeral, stop)


def _of_base(text: str, numeral: Numeral, stop: int) -> Mention | None:
    """Read so many in or out of a larger number: "one in four", "25 out of every 100", "one child in five"."""
    between = _IN.match(text, numeral.end, stop) if text.startswith(_BETWEEN, numeral.end + 1) else None
    of_one = None if between else _one_of(text, numeral, stop)
    between = between or of_one
    base = numerals.read(text, between.end(), stop) if between else None
    if base is None or not _can_be_base(text, base, numeral):
        return None
    if of_one and not _is_alone(text, base.end, stop):
        return None
    if numeral.value != 1 and _SPELL.match(text, base.end, stop):
        return None  # "killed five in ten days"
    share = evolve(numeral, end=base.end, value=numeral.value / base.value, half=numeral.half / base.value)
    return Mention(KIND, Span(numeral.start, base.end), share)


def _can_be_base(text: str, base: Numeral, numeral: Numeral) -> bool:
    """Tell whether so many can be some of a number: it is larger, plain and no year; all may be told "out of" as many."""
    plain = not base.vague and not base.part and numeral.scale == base.scale == 1 and not _YEARS[0] <= base.value <= _YEARS[1]
    return plain and (base.value > numeral.value or (base.value == numeral.value and text.startswith("out of", numeral.end + 1)))


def _to_one(text: str, numeral: Numeral, to_one: re.Match[str]) -> Mention | None:
    """Read how many there are to one: "outnumbered 3-to-1", "led by two to one", "a ratio of 22:1"."""
    led = _LED_BY if to_one["spelled"] == " to " else _AS_RATIO
    if to_one["spelled"] != "-to-" and not led.search(text, max(0, numeral.start - _FAR), numeral.start):
        return None
    return Mention(KIND, Span(numeral.start, to_one.end()), evolve(numeral, end=to_one.end()))


def _at_odds(text: str, numeral: Numeral, stop: int) -> Mention | None:
    """Read what a bet pays to what is staked, as how many there are to one."""
    odds = None if numeral.spelled or numeral.scale > 1 else _ODDS.match(text, numeral.end, stop)
    staked = int(odds[1]) if odds else 0
    if odds is None or not staked:
        return None
    if not (_IN_ODDS.search(text, max(0, numeral.start - _FAR), numeral.start) or _AT_ODDS.match(text, odds.end(), stop)):
        return None
    return Mention(KIND, Span(numeral.start, odds.end()), evolve(numeral, end=odds.end(), value=numeral.value / staked))


def _one_of(text: str, numeral: Numeral, stop: int) -> re.Match[str] | None:
    """Read what stands between "one" and a larger number: "one child in five"."""
    if not (numeral.spelled and numeral.value == 1 and text[numeral.end : numeral.end + 1] == " "):
        return None
    between = _ONE_IN.match(text, numeral.end, stop)
    return between if between and lexicon.noun(between[1]) is not None else None


def _is_alone(text: str, end: int, stop: int) -> bool:
    """Tell whether no noun stands behind a number ("one child in five is"), as it does in "one man in two films"."""
    behind = _ALONE.match(text, end, stop)
    if behind is None or behind[1] is None:
        return behind is not None
    return behind[1] in lexicon.words("grammar", "stops") or behind[1] in lexicon.forms("roles", "verbs", "acts")


def _is_share(text: str, numeral: Numeral, stop: int) -> bool:
    """Tell whether "half" is a part of something: "half the", "more than half", not "the second half", "half-time"."""
    if numeral.value.denominator != 2 or not numeral.spelled:
        return True
    if _OF_TIME.search(text, max(0, numeral.start - 10), numeral.start):
        return False
    if _WHOLE.match(text, numeral.end, stop) is not None:
        return True
    if denominators.is_told_again(text, numeral.start, numeral.end, stop):
        return True
    led = _HALF_BEFORE.search(text, max(0, numeral.start - 14), numeral.start)
    if led is not None and _TOLD.match(text, numeral.end, stop):
        return True
    if text[numeral.start].isupper() and _THEY_DO.match(text, numeral.end, stop):
        return True
    if _GIVEN.match(text, numeral.end, stop) and _BESIDE.search(text, max(0, numeral.start - 6), numeral.start):
        return True
    closed = not text[numeral.end : numeral.end + 1].isalnum() and not text.startswith((" ", "-"), numeral.end)
    return closed and (led is not None or " " in text[numeral.start : numeral.end] or "-" in text[numeral.start : numeral.end])
