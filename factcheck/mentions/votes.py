"""Counts of a vote: "52-48", "by 8 votes to 3", "nine votes to six", "voted 7 to 2". Both numbers are kept, in their order."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from factcheck import lexicon, numerals
from factcheck.document import Span
from factcheck.mentions import NUMERAL, Mention
from factcheck.numerals import Numeral
from factcheck.patterns import pattern

KIND = "vote"
PRIORITY = 2

_SIDES = pattern(
    r"(\d{1,3})(?:[-–]| to |-to-)(\d{1,3})"
    r"(?![\w%]|[-–/.,:]\d|-[a-z]| (?:percent|per cent|million|billion)| ?%| <<one-of-a-group>>\b)"
)
_BY_VOTES = pattern(r"(\d{1,3}) votes? (?:to|against) (\d{1,3})(?![\w%]|[.,]\d)")
_VOTES = pattern(r" votes? (?:to|against) (?=[a-z])")
_CLOSED = pattern(r"(?![\w-])(?! (?:percent|per cent)\b)(?! (?!<<grammar: stops>>\b|votes?\b)[a-z])")
"""Behind the second side in words: no noun that it counts."""
_DIVIDED = pattern(r"\b<<vote-split>>,? \Z")


def anchors() -> list[str]:
    """Give numbers."""
    return [NUMERAL]


def read(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    """Read the two sides of a vote, where votes, courts or councils are spoken of."""
    if numeral is None or text[start - 1 : start] in _JOINED:
        return None
    if numeral.spelled:
        return _in_words(text, numeral, stop)
    if not text.startswith(_JOINS, numeral.end):
        return None
    by_votes = _BY_VOTES.match(text, start, stop)
    match = by_votes or _SIDES.match(text, start, stop)
    if match is None or any(len(match[at]) > 1 and match[at][0] == "0" for at in (1, 2)):
        return None
    if by_votes is None and not _is_vote(text, start, match.end(), stop):
        return None
    sides = [Numeral(start, match.end(), Fraction(int(match[at])), Fraction(0)) for at in (1, 2)]
    return Mention(KIND, Span(start, match.end()), sides[0], sides[1])


def _in_words(text: str, first: Numeral, stop: int) -> Mention | None:
    """Read the two sides of a vote in words: "by nine votes to six"."""
    joined = _VOTES.match(text, first.end, stop) if text.startswith(" vote", first.end) else None
    second = numerals.read_unsigned(text, joined.end(), stop) if joined and not (first.vague or first.part) else None
    if second is None or second.vague or second.part or not _CLOSED.match(text, second.end, stop):
        return None
    return Mention(KIND, Span(first.start, second.end), first, second)


def _is_vote(text: str, start: int, end: int, stop: int) -> bool:
    if text[max(0, start - 5) : start].lower() == "from ":  # "the vote fell from 20 to 10"
        return False
    if _before("votes").search(text, max(0, start - 60), start) or _DIVIDED.search(text, max(0, start - 24), start):
        return True
    return _behind().match(text, end, stop) is not None and not _before("games").search(text, max(0, start - 40), start)


_JOINS = ("-", "–", " to ", " vote")
_JOINED = frozenset("-–/.$€£¥")


@cache
def _before(entry: str) -> re.Pattern[str]:
    return pattern(rf"\b(?i:{lexicon.alternatives(lexicon.entries('contests')[entry]['words'])})\b[^.!?\n\d]{{0,40}}\Z")


@cache
def _behind() -> re.Pattern[str]:
    cues = lexicon.alternatives(lexicon.entries("contests")["votes"]["behind"])
    return pattern(rf"[ ,](?:[\w’'-]+ ){{0,2}}(?i:{cues})\b")
