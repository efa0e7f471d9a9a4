"""Figures with a unit of measure: "5 miles", "3.5-metre", "8km", "57.2 F", "three weeks"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from typing import Any

from attrs import evolve, frozen

from factcheck import lexicon, numerals, units
from factcheck.document import Span
from factcheck.lexicon import Phrases
from factcheck.mentions import NUMERAL, Mention
from factcheck.numerals import Numeral

KIND = "measure"
PRIORITY = 22

_KINDS = {"percent": "", "person": "", "percentage_point": "points", "time": "duration", "months": "duration"}
_GAPS = (" ", "\u00a0", "-")
_BETWEEN = re.compile(r"[ \u00a0]?(?:and[ \u00a0])?(?=\d)")
_PLURAL_BEHIND = re.compile(r"[ \u00a0][a-z]+s\b")
_OLD = re.compile(r"[ \u00a0-]old\b")


def anchors() -> list[str]:
    """Give numbers."""
    return [NUMERAL]


def read(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    """Read a number, or a range of two, with its unit; with "-old" behind it, it is an age."""
    if numeral is None or numeral.vague:
        return None
    numeral, far = numerals.pair(text, numeral, stop)
    last = far or numeral
    gap = 1 if text[last.end : last.end + 1] in _GAPS else 0
    found = _forms().at(text, last.end + gap, stop)
    if found is None or not found[0].fits(last.spelled, gap) or (found[0].scale and _PLURAL_BEHIND.match(text, found[1])):
        return None
    form, end = found
    if far is None:
        numeral, end = _compounded(text, numeral, form, end, stop)
    old = _OLD.match(text, end, stop) if form.kind == "duration" else None
    span = Span(numeral.start, old.end() if old else end)
    return Mention("age" if old else form.kind, span, numeral, far, form.readings)


def _compounded(text: str, numeral: Numeral, form: _Form, end: int, stop: int) -> tuple[Numeral, int]:
    """Take up a smaller unit behind the first: "3 feet 5 inches" are 41/12 feet."""
    gap = _BETWEEN.match(text, end, stop)
    second = numerals.read(text, gap.end(), stop) if gap else None
    blank = 1 if second and text[second.end : second.end + 1] in _GAPS else 0
    found = _forms().at(text, second.end + blank, stop) if second else None
    if second is None or found is None or second.scale > 1 or numeral.value.denominator != 1:
        return numeral, end
    share = _share(found[0].readings[0], form.readings[0])
    if share is None or second.value * share >= 1:
        return numeral, end
    return evolve(numeral, value=numeral.value + second.value * share, half=second.half * share, end=second.end), found[1]


def _share(small: str, large: str) -> Fraction | None:
    """Give how much of the larger unit the smaller one is; None where they do not go together."""
    if lexicon.entries("units")[small]["dimension"] != lexicon.entries("units")[large]["dimension"]:
        return None
    if "offset" in lexicon.entries("units")[large]:
        return None
    share = units.factor(small, large)
    return share if share < 1 else None


@frozen
class _Form:
    """One way to write a unit: what it can mean, and where it may stand."""

    kind: str
    readings: tuple[str, ...]
    short: bool
    word: bool
    scale: bool

    def fits(self, spelled: bool, gap: int) -> bool:
        """Tell whether it may stand there: abbreviations behind digits, those that are words too directly at them."""
        if self.word:
            return self.short and not gap and not spelled
        return not (self.short and spelled)


@cache
def _forms() -> Phrases[_Form]:
    return Phrases(lexicon.titled(pair for name, entry in lexicon.entries("units").items() for pair in _of_entry(name, entry)))


def _of_entry(name: str, entry: Mapping[str, Any]) -> Iterator[tuple[str, _Form]]:
    kind, readings = _KINDS.get(entry["dimension"], KIND), tuple(entry.get("readings", (name,)))
    words, scale = entry.get("also_words", ()), "also_scale" in entry
    if kind:
        yield from ((form, _Form(kind, readings, False, form in words, False)) for form in entry.get("names", ()))
        yield from ((form, _Form(kind, readings, True, form in words, scale)) for form in entry.get("abbreviations", ()))
