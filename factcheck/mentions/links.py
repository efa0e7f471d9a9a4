"""Words that tie a figure to another: "including", "of those"."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck import lexicon
from factcheck.mentions import Mention, read_cue
from factcheck.numerals import Numeral

KIND = "link"
PRIORITY = 130


def anchors() -> Iterable[str]:
    """Give the cues themselves."""
    return lexicon.forms("links")


def read(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    """Read the cue that ends at ``stop``."""
    return read_cue(KIND, lexicon.forms("links"), text, start, stop)
