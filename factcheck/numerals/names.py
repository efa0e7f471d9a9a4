"""Names that begin with a number: "50 Cent", "7-Eleven", "20th Century Fox"."""

from __future__ import annotations

from functools import cache

from factcheck import lexicon
from factcheck.lexicon import Phrases

_CAPITALS = (-1, 1, 3)
"""Where the capital of such a name can stand, from the end of its number ("3M", "50 Cent", "20th Century")."""


def end(text: str, start: int, digits: int, stop: int) -> int | None:
    """Give where the name ends that begins at ``start`` with a number up to ``digits``; None where none stands."""
    if not any(text[digits + at : digits + at + 1].isupper() for at in _CAPITALS):
        return None
    found = _names().at(text, start, stop)
    return found[1] if found else None


@cache
def _names() -> Phrases[str]:
    return Phrases(lexicon.plain(name for entry in lexicon.entries("labels").values() for name in entry.get("names", ())))
