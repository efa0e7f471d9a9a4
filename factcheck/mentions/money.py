"""Sums of money: "$4.22 billion", "6 trillion won", "US$3-5 billion", "45 cents a share"; a sign keeps all its readings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cache
from typing import Any

from attrs import evolve, frozen

from factcheck import lexicon, numerals
from factcheck.document import Span
from factcheck.lexicon import Phrases
from factcheck.mentions import NUMERAL, Mention
from factcheck.numerals import Numeral

KIND = "money"
PRIORITY = 15

_OTHER_END = re.compile(r"[ \u00a0]?(?:-|–|to|and)[ \u00a0]?")
_PER = re.compile(r"[ \u00a0-](?:an?|per|each)[ \u00a0-]")
_GAPS = (" ", "\u00a0", "-")
_SMALL = 100


def anchors() -> list[str]:
    """Give currency signs and codes before a figure, and numbers."""
    return [NUMERAL, *(mark for mark, _ in _marks())]


def read(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    """Read a sum with its currency before or behind it, and what it is counted by ("a share")."""
    mention = _behind_sign(text, start, stop) if numeral is None else _before_name(text, numeral, stop)
    per = _PER.match(text, mention.span.end, stop) if mention else None
    by = _counted_by().at(text, per.end(), stop) if per else None
    if mention is None or by is None:
        return mention
    return evolve(mention, span=Span(mention.span.start, by[1]), units=tuple(f"{unit}/{by[0]}" for unit in mention.units))


@frozen
class _Name:
    """A word behind a figure that makes it a sum: its readings; hundredths; a word that means other things too."""

    readings: tuple[str, ...]
    minor: bool = False
    word: bool = False
    weight: bool = False

    def fits(self, numeral: Numeral) -> bool:
        """Tell whether the figure can be a sum; a word of two meanings needs one that looks like money."""
        return numeral.scale > 1 or not (self.weight or (self.word and numeral.value < _SMALL))


def _behind_sign(text: str, start: int, stop: int) -> Mention | None:
    sign = _signs().at(text, start, stop)
    first = _number(text, sign[1], stop) if sign else None
    if sign is None or first is None:
        return None
    readings, end = sign
    first, far = _pair(text, first, text[start:end], stop)
    minus = numerals.sign_before(text, start)
    if minus < start:
        first = evolve(first, value=-first.value)
    span = Span(minus, (far or first).end)
    again = _names().at(text, span.end + 1, stop)  # "$5 million dollars"
    if again is not None and set(again[0].readings) & set(readings) and not again[0].minor:
        span = Span(minus, again[1])
    return Mention(KIND, span, first, far, readings)


def _number(text: str, at: int, stop: int) -> Numeral | None:
    """Read the digits behind a sign; a blank may stand between."""
    at += text[at : at + 1] in (" ", "\u00a0")
    return numerals.read(text, at, stop, money=True) if at < stop and (text[at].isdigit() or text[at] == ".") else None


def _pair(text: str, first: Numeral, sign: str, stop: int) -> tuple[Numeral, Numeral | None]:
    """Read on to the far end of a range, with or without the sign again ("$3-5 billion", "$3 billion to $5 billion")."""
    glue = _OTHER_END.match(text, first.end, stop)
    if glue is None or not text.startswith(sign, glue.end()):
        return numerals.pair(text, first, stop, money=True)
    second = _number(text, glue.end() + len(sign), stop)
    shared = numerals.sharing_scale(first, second) if second else first
    return (shared, second) if second and numerals.is_range(text, shared, glue[0], second) else (first, None)


def _before_name(text: str, first: Numeral, stop: int) -> Mention | None:
    numeral, far = numerals.pair(text, first, stop)
    last = far or numeral
    found = _names().at(text, last.end + (text[last.end : last.end + 1] in _GAPS), stop)
    if found is None or numeral.vague or not found[0].fits(last) or text.startswith(".m", found[1]):  # "3.30 p.m."
        return None
    name, end = found
    if name.minor:
        numeral, far = _hundredth(numeral), far and _hundredth(far)
    return Mention(KIND, Span(numeral.start, end), numeral, far, name.readings)


def _hundredth(numeral: Numeral) -> Numeral:
    return evolve(numeral, value=numeral.value / _SMALL, half=numeral.half * Fraction(1, _SMALL))


@cache
def _signs() -> Phrases[tuple[str, ...]]:
    return Phrases(_gathered(_marks()).items())


@cache
def _names() -> Phrases[_Name]:
    """Give the words behind a figure: names, shared words, with their adjective too, and hundredths."""
    entries = lexicon.entries("currencies").items()
    words = frozenset(form for _, entry in entries for form in entry.get("also_words", ()))
    weights = frozenset(form for e in lexicon.entries("units").values() if "also_money" in e for form in e["names"])
    names = _gathered((form, code) for code, entry in entries for form in _written_behind(code, entry))
    minor = _gathered((form, code) for code, entry in entries for form in _hundredths(entry))
    return Phrases(
        [
            *((form, _Name(codes, False, form in words, form in weights)) for form, codes in names.items()),
            *((form, _Name(codes, minor=True)) for form, codes in minor.items()),
        ]
    )


def _marks() -> Iterator[tuple[str, str]]:
    """Give what stands before a figure, with the currency: codes, symbols, and the signs that are no common words."""
    for code, entry in lexicon.entries("currencies").items():
        signs = (sign for sign in entry.get("signs", ()) if not sign.islower())
        yield from ((mark, code) for mark in (code, *entry.get("symbols", ()), *signs))


def _written_behind(code: str, entry: Mapping[str, Any]) -> Iterator[str]:
    yield from (code, *entry.get("names", ()), *entry.get("signs", ()), *entry.get("symbols", ()))
    yield from (f"{adjective} {sign}" for adjective in entry.get("adjectives", ()) for sign in entry.get("signs", ()))


def _hundredths(entry: Mapping[str, Any]) -> Iterator[str]:
    if entry.get("minor_per", _SMALL) == _SMALL:
        yield from entry.get("minor", ())
        yield from (mark for mark in entry.get("minor_marks", ()) if mark != "c")  # "5c" is a part of a list more often


def _gathered(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Give each form with all its currencies, in the lexicon's order."""
    table: dict[str, tuple[str, ...]] = {}
    for form, code in pairs:
        table[form] = (*table.get(form, ()), code)
    return table


@cache
def _counted_by() -> Phrases[str]:
    return Phrases(lexicon.plain(lexicon.entries("grammar")["per"]["words"]))
