"""How many parts make a whole: the names of parts ("third", "twenty-fifths"), and the measures that are told in quarters."""

from __future__ import annotations

from functools import cache

from factcheck import lexicon
from factcheck.lexicon import Phrases
from factcheck.numerals import spelled
from factcheck.patterns import pattern

_MEASURE = pattern(r"[ -](?:of )?([a-z]+)")
_AGAIN = pattern(r"\d(?: [a-z]+){0,3}(?:,? or | ?\((?:or )?)(?:<<about>> )?\Z")
_OFF = pattern(r" (?:(?:below|above|off) (?:(?:<<definite>>|that|those|last|what|this|normal|average)\b|\d)|off(?=[,;.]|\Z))")
"""Behind what something is off another: "a fifth [below 2021]", "a third [off his term]"."""
_ENDED = pattern(r"[,;.)]|\Z")
_FAR = 48
_IN_QUARTERS = frozenset({"length", "mass", "volume", "percent"})


@cache
def phrases() -> Phrases[int]:
    """Give the names of parts, to be found at a place."""
    return Phrases.unopened("denominators", lambda: lexicon.titled(names().items()))


@cache
def names() -> dict[str, int]:
    """Give the names of parts, singular and plural, with how many make the whole; the second is none."""
    ranks = {word: rank for entry in lexicon.entries("ordinals").values() for word, rank in entry["words"].items() if rank > 2}
    tens = {word: value for word, value in spelled.values().items() if value % 10 == 0 and value >= 20}
    low = {word: rank for word, rank in ranks.items() if rank < 10} | {"first": 1}
    joined = {f"{ten}{glue}{word}": tens[ten] + low[word] for ten in tens for word in low for glue in "- "}
    named = {"half": 2, "quarter": 4} | ranks | joined
    return {form: below for name, below in named.items() for form in (name, "halves" if name == "half" else f"{name}s")}


def is_divided(text: str, end: int, stop: int) -> bool:
    """Tell whether a measure stands behind "quarter" that is told in quarters, so that no quarter of a year is meant."""
    word = _MEASURE.match(text, end, stop)
    return word is not None and word[1] in _divided()


@cache
def _divided() -> frozenset[str]:
    entries = (entry for entry in lexicon.entries("units").values() if entry["dimension"] in _IN_QUARTERS)
    return frozenset(word for entry in entries for word in [*entry.get("names", ())[:2], "point", "percentage"])


def is_told_again(text: str, start: int, end: int, stop: int) -> bool:
    """Tell whether a part tells a number before it again: "310 pupils, or a quarter,"."""
    return _ENDED.match(text, end, stop) is not None and _AGAIN.search(text, max(0, start - _FAR), start) is not None


def is_off(text: str, end: int, stop: int) -> bool:
    """Tell whether a part says how far something is from another: "a fifth below 2021", "a third off his term"."""
    return _OFF.match(text, end, stop) is not None
