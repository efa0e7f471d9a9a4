"""Names that begin with a number: "50 Cent", "7-Eleven", "20th Century Fox", "401(k)", and addresses: "10 Downing Street"."""

from __future__ import annotations

from functools import cache

from factcheck import lexicon
from factcheck.lexicon import Phrases
from factcheck.patterns import pattern

_ADDRESS = pattern(r"(\d{1,4})[A-Z]? (?:[A-Z][\w.’'-]* ){1,3}?<<streets>>(?!\w| [a-z]{4,}s\b)")
_BEHIND_DIGITS = frozenset("(-")
_YEARS, _LONGEST = (1900, 2100), 5


def end(text: str, start: int, digits: int, stop: int) -> int | None:
    """Give where the name ends that begins at ``start`` with a number up to ``digits``; None where none stands."""
    if not (
        text[start].isalpha()
        or text[digits : digits + 1] in _BEHIND_DIGITS
        or "k" in text[digits - 1 : digits + 1]
        or any(map(str.isupper, text[digits - 1 : digits + 4 : 2]))
    ):
        return None  # a capital can stand in three places: "3M", "50 Cent", "20th Century"
    found = _names().at(text, start, stop)
    if found is not None:
        return found[1]
    house = text[digits : digits + 1] == " " and digits - start < _LONGEST and _ADDRESS.match(text, start, stop)
    if not house or (_YEARS[0] <= int(house[1]) <= _YEARS[1] and not text.endswith("at ", 0, start)):  # "in 2010 Wall Street"
        return None
    return house.end()


@cache
def _names() -> Phrases[str]:
    return Phrases(lexicon.plain(name for entry in lexicon.entries("labels").values() for name in entry.get("names", ())))
