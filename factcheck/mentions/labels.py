"""Digits that name something: "SA-22", "Boeing 787", "2-1", "24/7". They are no figures, and so kept out of the way."""

from __future__ import annotations

import re

from factcheck import lexicon, numerals
from factcheck.document import Span
from factcheck.mentions import NUMERAL, Mention
from factcheck.numerals import Numeral

KIND = "label"
PRIORITY = 25

_NAME_BEFORE = re.compile(r"[^\W\d_]{1,12}-\Z")
_CAPITALISED = re.compile(r"[\w,;’'] ([A-Z][\w’'&.-]*) \Z")
_LOWER = re.compile(r"(?<!\w)[a-z]{4,}")
_PREFIXES = ("mid-", "post-", "pre-", "non-", "sub-", "over-", "under-", "early-", "late-")
_TOKEN = re.compile(r"[\w.]*\d[A-Za-z]*(?:[-/:][\w]+)*")
_JOINED = re.compile(r"\d+(?:(?:[-–/:.]\d+)+|[A-Za-z]{1,3}\d+|(?:[-–]\d+)*[A-Z]{1,3}(?=[\s,.;)]|$))")


def anchors() -> list[str]:
    """Give numbers."""
    return [NUMERAL]


def read(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    """Read digits that letters and a hyphen lead, or groups of digits that no range joins."""
    if text[max(0, start - 1) : start] in "-/" and start:
        return _named(text, start, stop)
    if numeral is not None and _is_number_of_name(text, numeral, stop):
        return Mention(KIND, Span(start, numeral.end))
    joined = _JOINED.match(text, start, min(stop, start + 40))
    if joined is None or numeral is None or joined.end() <= numeral.end or numerals.pair(text, numeral, stop)[1]:
        return None
    return Mention(KIND, Span(start, joined.end()))


def _is_number_of_name(text: str, numeral: Numeral, stop: int) -> bool:
    """Tell whether a short plain number belongs to the name before it ("Boeing 787 test flights").

    Not where it counts what follows ("in Ohio 40 people"), and not in a title where each word has a capital.
    """
    before = _CAPITALISED.search(text, max(0, numeral.start - 40), numeral.start)
    if before is None or not text[numeral.start : numeral.end].isdigit() or numeral.end - numeral.start > 3:
        return False
    line = text.rfind("\n", max(0, numeral.start - 60), numeral.start)
    if before[1] in lexicon.forms("calendar", "names") or not _LOWER.search(
        text, max(0, line, numeral.start - 60), numeral.start
    ):
        return False
    return lexicon.nouns().at(text, numeral.end + 1, stop) is None


def _named(text: str, start: int, stop: int) -> Mention | None:
    before = _NAME_BEFORE.search(text, max(0, start - 13), start)
    if before is None or before[0].lower() in _PREFIXES:
        return None
    token = _TOKEN.match(text, start, min(stop, start + 40))
    return Mention(KIND, Span(start, token.end() if token else start + 1))
