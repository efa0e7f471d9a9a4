"""Links from the only figure of a sentence to how far "that" is from another: "230 metres tall. That is 50 metres taller than".

The sentence before tells one figure; the next opens with "that is", the difference, and what it is the difference from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims import COUNTS, SUMS, Claim, Line, series
from factcheck.grounds.changes import alike, reckoning, sides
from factcheck.patterns import pattern
from factcheck.story.changes import arrivals, thresholds
from factcheck.story.links import Link

KIND = thresholds.KIND
ROUND = thresholds.ROUND
ONE = thresholds.ONE
INHERITS = thresholds.INHERITS

_THAT = pattern(r"(?:This|That) (?:is|was|would be|will be) ")
_WHOSE = pattern(r" <<definite>> [a-z]+(?: [a-z]+)?, which (?:at|is|has|had|was|costs?|measures|stands at) ")
"""From what is compared with to its own figure: "than [the spire, which at] 180 metres is the tallest"."""
_OTHERWISE = pattern(r"\b(?:without|excluding|including|after|before|if|with|net|adjusted|counting|inflation)\b")
"""In one of the sentences: the figures may be reckoned in two ways."""
_KINDS = COUNTS | SUMS
_BLANKS, _PAIR = 3, 2


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences that open so, in text order."""
    told = (figure for figure in figures if figure.kind in _KINDS)
    for before, here in pairwise(series.by_sentence(told)):
        if len(before) == 1 and len(here) == _PAIR:
            value, (difference, reference) = before[0], here
            side = _side(value, difference, reference)
            if side and alike.are_alike(value, reference) and alike.can_change(difference, value):
                yield Link(KIND, reference.id, value.id, side, direction=side)
                if (way := _way(value, reference, side)) is not None:
                    yield Link(arrivals.KIND, difference.id, value.id, side, arrivals.DIFFERENCES[0], way)


def _side(value: Claim, difference: Claim, reference: Claim) -> str:
    """Say on which side of a reference "that" is told to be; empty where it may be of another figure."""
    text, sentence = difference.sentence.within, difference.sentence
    if not 0 <= sentence.span.start - value.sentence.span.end <= _BLANKS or not value.is_single or value.is_size:
        return ""
    if _THAT.fullmatch(text, sentence.span.start, difference.phrase.start) is None or difference.value is None:
        return ""
    found = sides.differing().at(text, difference.span.end + 1, reference.span.start)
    if found is None or text[difference.span.end] != " " or _OTHERWISE.search(text, value.sentence.span.start, sentence.span.end):
        return ""
    if reckoning.on_other_basis(text, value.span.start, sentence.span.end):
        return ""
    gap = text, found[1], reference.span.start
    return found[0] if sides.LEADS.fullmatch(*gap) or _WHOSE.fullmatch(*gap) else ""


def _way(value: Claim, reference: Claim, side: str) -> str | None:
    """Give ``up`` or ``down`` where two figures stand as is told: else the side is wrong, and not the difference."""
    a, b = value.value, reference.value
    if a is None or b is None or (a > b) is not (side == "above"):
        return None
    return "up" if side == "above" else "down"
