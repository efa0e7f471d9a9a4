"""Words that give a figure its role: "killed", "deaths", "revenue"."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck import lexicon
from factcheck.mentions import Mention, read_cue
from factcheck.numerals import Numeral

KIND = "role"
PRIORITY = 140

_FORMS = ("nouns", "verbs", "acts", "quoted")


def anchors() -> Iterable[str]:
    """Give the nouns and verbs of the lexicon's roles."""
    return lexicon.forms("roles", *_FORMS)


def read(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    """Read the word that ends at ``stop``."""
    return read_cue(KIND, lexicon.forms("roles", *_FORMS), text, start, stop)
