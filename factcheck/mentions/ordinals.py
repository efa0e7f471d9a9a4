"""Ranks in a row: "80th", "third", "twenty-fifth". They count nothing and are never set against a count."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from factcheck import lexicon
from factcheck.document import Span
from factcheck.mentions import NUMERAL, Mention
from factcheck.numerals import Numeral, behind_names
from factcheck.patterns import pattern
from factcheck.values import evolve

KIND = "ordinal"
PRIORITY = 20

_SUFFIX = pattern(r"(?:(?<=1)(?<!11)st|nd|rd|th|(?<=1)(?<!11)ST|(?<=2)(?<!12)ND|(?<=3)(?<!13)RD|(?<=[04-9])TH|(?<=1[1-3])TH)\b")
_WORD = pattern(r"[A-Za-z]+(?:-[a-z]+)?")
_FIRST = pattern(r"[A-Za-z]+")
_SUPERLATIVE = pattern(r"[A-Za-z]+-(?:[a-z]+est|most|ranked|placed)\b")
_LAST = pattern(r"[ —-](?:and )?([a-z]+)(?![\w-])")
_STUFF = pattern(r"\d [a-z ]{1,24} of [a-z-]+ a \Z")
_RANKED = pattern(r" (?!when|from|through|into|over)[a-z]{4}")
_LASTING, _CLOSED = (" for a ", " within a ", " half a "), pattern(r"[.,;:!?)]|\Z| (?:and|or|before|but)\b")
_SECOND, _LED = 2, 60
_OF_TIME = pattern(r"\b<<Definite>> \Z")


def anchors() -> list[str]:
    """Give numbers and ordinal words."""
    return [NUMERAL, *_words()]


def read(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    """Read digits with their ending, an ordinal word, or one behind a number ("twenty-fifth")."""
    if numeral is None:
        match = _WORD.match(text, start, stop)
        if match is not None and _SUPERLATIVE.match(text, start, stop):  # "third-largest"
            match = _FIRST.match(text, start, stop)
        value = _words().get(match[0].lower()) if match else None
        if match is None or value is None or text.endswith("per ", 0, start):  # "12 frames per second"
            return None
        if value == _SECOND and text.endswith(" a ", 0, start) and _is_time(text, start, match.end()):
            return None  # "9 cubic metres of water a second"
        if (
            text[start].isupper()
            and behind_names.opens_name(text, start, match.end(), stop)
            and behind_names.in_prose(text, start, stop)
        ):
            return None  # "the hedge fund Third Point"
        return Mention(KIND, Span(start, match.end()), Numeral(start, match.end(), Fraction(value), Fraction(0), spelled=True))
    if numeral.spelled:
        return _joined(text, start, stop, numeral) if text[numeral.end : numeral.end + 1] in _JOINS else None
    suffix = _SUFFIX.match(text, numeral.end, stop) if text[numeral.end : numeral.end + 1] in _ENDINGS else None
    if suffix is None or numeral.value.denominator != 1:
        return None
    return Mention(KIND, Span(start, suffix.end()), numeral)


def _is_time(text: str, start: int, end: int) -> bool:
    """Tell whether "a second" is a time: that by which so much of a stuff is told, or how long ("for a second")."""
    if _RANKED.match(text, end) is not None:
        return False
    lasting = text.endswith(_LASTING, 0, start) and _CLOSED.match(text, end) is not None
    return lasting or _STUFF.search(text, max(0, start - _LED), start) is not None


def _joined(text: str, start: int, stop: int, numeral: Numeral) -> Mention | None:
    """Read the rank that a number and an ordinal word make; "forty-second" is a time unless "the" leads it."""
    last = _LAST.match(text, numeral.end, stop)
    rank = _words().get(last[1]) if last else None
    if last is None or rank is None or numeral.vague or numeral.part:
        return None
    value, below = numeral.value, numeral.value % 100
    if not ((value % 10 == 0 and below >= 20 and rank < 10) or (value and below == 0 and rank < 100) or (value < rank >= 100)):
        return None
    if rank == 2 and _OF_TIME.search(text, max(0, start - 7), start) is None and text[last.end() : stop].strip():
        return None
    whole = evolve(numeral, end=last.end(), value=value * rank if value < rank >= 100 else value + rank, half=Fraction(0))
    return Mention(KIND, Span(start, last.end()), whole)


_JOINS = frozenset(" -—")
_ENDINGS = frozenset("snrtSNRT")


@cache
def _words() -> dict[str, int]:
    return {word: value for entry in lexicon.entries("ordinals").values() for word, value in entry["words"].items()}
