"""Links from a figure to the only one of the sentence before: "Rain of 193mm fell. This exceeds the record of 180mm"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims import Claim, Line, series
from factcheck.grounds.changes import alike, sides
from factcheck.patterns import pattern
from factcheck.story.changes import thresholds
from factcheck.story.links import Link

KIND = thresholds.KIND
ROUND = thresholds.ROUND
ONE = thresholds.ONE
INHERITS = thresholds.INHERITS

_POINTS = pattern(
    r"(?:This|That|The <<named-numbers>>)(?: (?:is|was|were|would be))?"
    rf"{thresholds.ADVERBIAL}(?= )"
)
"""Opens a sentence that sets the figure of the one before against another."""
_WORD = pattern(r"[a-z]+(?:['’]t\b)?")
_BLANKS = 3


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences that follow one with a single figure."""
    told = (figure for figure in figures if figure.kind in thresholds.KINDS)
    for before, here in pairwise(series.by_sentence(told)):
        value, reference = before[0], here[0]
        if len(before) > 1 or not 0 <= reference.sentence.span.start - value.sentence.span.end <= _BLANKS:
            continue
        side = _side(value, reference)
        if side and alike.are_alike(value, reference):
            yield Link(KIND, reference.id, value.id, side, direction=side)


def _side(value: Claim, reference: Claim) -> str:
    """Say on which side of a reference what "this" stands for is told to be; empty where less may be better."""
    text, start, stop = reference.sentence.within, reference.sentence.span.start, reference.span.start
    opens = _POINTS.match(text, start, stop)
    found = sides.compared().at(text, opens.end() + 1, stop) if opens else None
    if found is None or not sides.LEADS.fullmatch(text, found[1], stop) or found[0][1] in sides.won():
        return ""
    words = _WORD.findall(text[value.sentence.span.start : stop].lower())
    unsure = any(word in sides.turning(True) or word.endswith(("n't", "n’t")) for word in words)
    return "" if unsure else found[0][0]
