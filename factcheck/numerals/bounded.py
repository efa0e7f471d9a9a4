"""A number that a bound leads -> the one that the other bound leads ("at least 3 but fewer than 9")."""

from __future__ import annotations

import re
from functools import cache

from factcheck import lexicon
from factcheck.numerals import read_unsigned
from factcheck.numerals.leading import led
from factcheck.numerals.numeral import Numeral
from factcheck.patterns import pattern
from factcheck.values import evolve

_LOWER, _UPPER = {"above": ">", "at least": ">="}, {"below": "<", "at most": "<="}
_NEXT = frozenset({", ", " b", " a", " y", " o", " u"})
_UP_TO = pattern(r" up to (?:<<about>> )?[$€£]?(?=[\da-z.])")
_GAP = r"(?: |(?<=[<>=≤≥]))[$€£]?"
_BEFORE, _BEHIND = 36, 60
_ANOTHER = 1000
"""Times as much as the lower end of a range, the number of a new clause."""


def beyond(text: str, first: Numeral, stop: int) -> tuple[Numeral, Numeral | None]:
    """Read on behind a number that one bound leads to the other: "at least 3 but fewer than 9", "between 3 and under 9"."""
    following = text[first.end : first.end + 2]
    if following == " u":
        return first, _up_to(text, first, stop)
    glue = _bounded().match(text, first.end, min(stop, first.end + _BEHIND)) if following in _NEXT else None
    opens = _opens(text, first) if glue else None
    if glue is None or opens is None or glue.end() >= stop:
        return first, None
    closes = _effects()[" ".join(glue[1].lower().split())]
    second = read_unsigned(text, glue.end(), stop) if (opens in _LOWER) != (closes in _LOWER) else None
    if second is not None and glue[0].startswith(", and ") and second.value >= _ANOTHER * first.value:
        return first, None  # "over 65, and up to 90 million men"
    if second is None or second.vague or first.value == second.value or (first.value < second.value) != (opens in _LOWER):
        return first, None
    return first, evolve(second, bound=(_LOWER | _UPPER)[closes])


def _opens(text: str, first: Numeral) -> str | None:
    """Give the effect of what leads the first of two numbers; that after "between" is the least."""
    opening = _opening().search(text, max(0, first.start - _BEFORE), first.start)
    if opening is not None:
        return _effects()[" ".join(opening[1].lower().split())]
    return "at least" if led(text, first) == "between" else None


def _up_to(text: str, first: Numeral, stop: int) -> Numeral | None:
    """Read the far end of a range that goes "from 10 up to 50"; what rose from 10 up to 50 is none."""
    glue = _UP_TO.match(text, first.end, min(stop, first.end + _BEHIND))
    second = read_unsigned(text, glue.end(), stop) if glue and led(text, first) == "ranging" else None
    return second if second is not None and not second.vague and first.value < second.value else None


@cache
def _effects() -> dict[str, str]:
    """Give the words of bounds that stand before a figure, with their effects."""
    entries = [entry for entry in lexicon.entries("hedges").values() if entry.get("place") == "before"]
    return {word: entry["effect"] for entry in entries if entry.get("effect") in _LOWER | _UPPER for word in entry["words"]}


@cache
def _bounded() -> re.Pattern[str]:
    return pattern(rf"(?:,? (?:but|and|yet|or)|,) ({lexicon.alternatives(_effects())}){_GAP}(?=[\da-z.])")


@cache
def _opening() -> re.Pattern[str]:
    return pattern(rf"(?<!\w)((?i:{lexicon.alternatives(_effects())})){_GAP}\Z")
