"""The calendar's words, and the pieces of expressions that are made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from factcheck import lexicon
from factcheck.numerals import spelled
from factcheck.patterns import pattern

GAP = r" +"
BLANKS = r" *"
_LED_BY = pattern(r"\b([A-Za-z][\w’'.-]*) \Z")
_LED = 30
YEAR = r"[12]\d{3}(?![\w%]|[,.]\d)"


def _entries(key: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Give each entry that has ``key`` with each of its names."""
    return ((name, entry) for entry in lexicon.entries("calendar").values() if key in entry for name in entry["names"])


@cache
def table(key: str) -> Mapping[str, Any]:
    """Give each word that has ``key`` (``shift``, ``unit``, ``form``) with its value, in lower case."""
    return {name: entry[key] for name, entry in _entries(key)}


@cache
def guesses(key: str) -> frozenset[str]:
    """Give the words of ``key`` whose days have no sharp ends."""
    return frozenset(name for name, entry in _entries(key) if entry.get("guess"))


@cache
def names(key: str) -> Mapping[str, int]:
    """Give each way to write a month or weekday (``month``, ``weekday``) with its number.

    With and without a full stop, in capitals, and in small letters where that is no other word.
    """
    found: dict[str, int] = {}
    for name, entry in _entries(key):
        for form in (name, name.rstrip(".")):
            found[form] = found[form.upper()] = entry[key]
            if "clashes" not in entry:
                found[form.lower()] = entry[key]
    return found


@cache
def clashing(key: str) -> frozenset[str]:
    """Give the names of months or weekdays that can be other words: "May", and an abbreviation without its full stop."""
    whole = {
        form
        for name, entry in _entries(key)
        if "clashes" not in entry and name not in entry.get("also_words", ())
        for form in ((name, name.upper(), name.lower()) if name == entry["names"][0] else (name,))
        if name == entry["names"][0] or name.endswith(".")
    }
    return frozenset(names(key)) - whole


@cache
def alternatives(key: str) -> str:
    """Write the names of months or weekdays as one expression."""
    return lexicon.alternatives(names(key))


@cache
def any_of(key: str) -> str:
    """Write the words of ``key`` as one expression."""
    return lexicon.alternatives(table(key))


@cache
def ranks() -> Mapping[str, int]:
    """Give ordinal words with their rank, the last with -1: "third", "twenty-first"."""
    low = {word: rank for entry in lexicon.entries("ordinals").values() for word, rank in entry["words"].items()}
    tens = {
        f"{ten}{glue}{word}": tens + rank
        for ten, tens in _TENS.items()
        for glue in "- "
        for word, rank in low.items()
        if rank < 10
    }
    return {**tens, **low, "thirtieth": 30, "last": -1, "final": -1}


_TENS = {"twenty": 20, "thirty": 30}


@cache
def day_numbers() -> Mapping[str, int]:
    """Give the words that number the days of a month: "third", "twenty-first", "twenty one"."""
    tens = {
        f"{ten}{glue}{word}": tens + value
        for ten, tens in _TENS.items()
        for glue in "- "
        for word, value in spelled.values().items()
        if value < 10
    }
    return {word: value for word, value in {**spelled.values(), **tens, **ranks()}.items() if 0 < value <= 31}


@cache
def alone() -> Mapping[str, int]:
    """Give the words for decades that stand alone with the year each begins with: "the eighties"."""
    return dict(lexicon.entries("calendar")["decades"]["alone"])


def is_led_as_name(text: str, at: int) -> bool:
    """Tell whether a short weekday is a name by what leads it: "the Sun on 8 November", "The Leith Daily Sun (8 November)"."""
    led = _LED_BY.search(text, max(0, at - _LED), at)
    return led is not None and (led[1].lower() == "the" or (led[1][0].isupper() and led[1].lower() not in _opening()))


@cache
def _opening() -> frozenset[str]:
    """Give the words that lead a weekday, with a capital letter where they open a sentence: "On Sun, 8 November"."""
    return lexicon.words("grammar", "stops") | {"next", "last", "until", "since", "every", "date"}


def is_of_name(text: str, at: int, end: int, stop: int) -> bool:
    """Tell whether a weekday is part of a name: "Black Friday", "the Sunday Times"."""
    before, behind = _of_names()
    return before.search(text, max(0, at - _LONGEST_NAME), at) is not None or behind.match(text, end, stop) is not None


@cache
def _of_names() -> tuple[re.Pattern[str], re.Pattern[str]]:
    entry = lexicon.entries("calendar")["named days"]
    before, behind = ("|".join(entry[key]) for key in ("before", "behind"))
    return pattern(rf"\b(?:{before}){GAP}\Z"), pattern(rf"{GAP}(?:{behind})\b")


_LONGEST_NAME = 8
