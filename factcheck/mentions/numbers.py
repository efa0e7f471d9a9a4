"""Bare numbers: "4,700", "two dozen", "10 to 15". What they count is found later, from the words behind them."""

from __future__ import annotations

import re

from factcheck import numerals
from factcheck.document import Span
from factcheck.mentions import NUMERAL, Mention
from factcheck.numerals import Numeral

KIND = "number"
PRIORITY = 90

_PRONOUN = re.compile(r"[Oo]ne(?:[ \u00a0](?:of|another|day|can|could|must|should|might|hand|side|thing)\b|[-'’])")
_BEFORE_PRONOUN = re.compile(r"\b(?:[Nn]o|[Ee]very|[Aa]ny|[Tt]his|[Tt]hat|[Tt]he|[Ww]hich|[Ee]ach)[ -]\Z")


def anchors() -> list[str]:
    """Give numbers."""
    return [NUMERAL]


def read(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    """Read a number or a range of two."""
    if numeral is None or _is_pronoun(text, numeral):
        return None
    numeral, far = numerals.pair(text, numeral, stop)
    return Mention(KIND, Span(numeral.start, far.end if far else numeral.end), numeral, far)


def _is_pronoun(text: str, numeral: Numeral) -> bool:
    """Tell whether "one" stands for somebody or something instead of counting."""
    if not numeral.spelled or numeral.value != 1 or numeral.vague:
        return False
    before = _BEFORE_PRONOUN.search(text, max(0, numeral.start - 6), numeral.start)
    return before is not None or _PRONOUN.match(text, numeral.start) is not None
