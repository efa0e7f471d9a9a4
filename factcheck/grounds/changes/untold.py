"""Differences from a level that is not told as a figure: "540 patients, 40 more than in May", "$890 million, up 40".

The figures of a sentence go in; each difference comes out with the figure that has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims import COUNTS, Claim, are_of_one_kind
from factcheck.patterns import pattern

_OFF = pattern(r"[^;:()“”]{0,80}(?:,| and(?: (?:is|was|are|were)(?: now)?)?) (?:(?:or|<<about>>) )*")
_THAN = pattern(
    r" (?:(?:more|fewer|less|higher|lower) than|(?:up|down) on) (?=[A-Za-z])(?!<<counts>>\b)"
    r"(?![^,;.]{0,24}(?<![\d–-])\d{1,3}(?!\d))"
)
_ABOVE = pattern(r" (?:above|below) (?:the|its|that of|those of) (?![^,;.]{0,24}(?<!\d)\d{1,3}(?!\d))")
_PLACED = pattern(r"\b(?:in|over|from|across|at) (?:<<about>> )?\Z")
_UP_OR_DOWN = pattern(r"[^,;:()“”]{0,60}, (?:up|down) (?:by )?(?:<<about>> )*")
_SINCE = pattern(r" (?:since|(?:from|on) (?:(?:an?|the) [a-z]|last|its|<<calendar: month>>))\b")
"""Behind a difference from a level that is not told."""


def than(here: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Give differences from what is not told as a figure: "540 patients, 40 more than in May"."""
    for at, difference in enumerate(here[1:], 1):
        value = here[at - 1]
        text, start = value.sentence.within, value.sentence.span.start
        counted = at > 1 and {value.kind, here[at - 2].kind} <= COUNTS
        fewer = (value.value or 0) <= (difference.value or 0)  # "7,000 people watched his 18 films, 900 more than in May"
        if counted and (fewer or _PLACED.search(text, start, value.phrase.start)):
            value = here[at - 2]  # "214 points in 19 matches, 31 more than anyone"
        measured = difference.kind == "measure" and are_of_one_kind(value, difference)
        than = _THAN.match(text, difference.span.end) or (measured and _ABOVE.match(text, difference.span.end))
        if than and _OFF.fullmatch(text, value.phrase.end, difference.phrase.start):
            yield difference, value


def up_since(here: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Give differences in the unit of their level: "stood at $890 million, up [40 million] since May"."""
    for level, change in pairwise(here):
        text, kin = level.sentence.within, are_of_one_kind(level, change) or change.kind == "number"
        plain = kin and change.counted is None and (change.value or 0) < (level.value or 0)
        led = plain and _UP_OR_DOWN.fullmatch(text, level.phrase.end, change.phrase.start)
        if led and _SINCE.match(text, change.phrase.end):
            yield change, level
