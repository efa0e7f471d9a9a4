"""Words that say how surely: "about", "reportedly", "is believed to". What each does stands in the lexicon."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck import lexicon
from factcheck.mentions import Mention, read_cue
from factcheck.numerals import Numeral

KIND = "hedge"
PRIORITY = 110


def anchors() -> Iterable[str]:
    """Give the cues themselves."""
    return lexicon.forms("hedges")


def read(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    """Read the cue that ends at ``stop``."""
    return read_cue(KIND, lexicon.forms("hedges"), text, start, stop)
