"""Links from a majority to the votes of two: "polled 13,700 votes to 11,600, a majority of 2,100".

The votes of two stand side by side, "to" or "against" between them. The majority is told behind them, or a sentence or two
away, where whoever won by it has the name of whose votes they are ("Wren won by 2,100 votes. Ms Wren polled ...").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck import lexicon
from factcheck.claims import COUNTS, Claim, Line
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "majority"
ROUND = 1
ONE = True
INHERITS: frozenset[str] = frozenset()
PARTS = ("margin", "other")
"""Of the votes of the first: by how many they are more, and the votes of the second."""

_TO = pattern(r" votes,? (?:to|against|compared (?:with|to)) (?:<<about>> )?")
_SECOND = pattern(
    r" votes[.;]\s{1,3}(?:[A-Z][\w’'.-]*[^.;:()\d]{0,60}?) (?:came|was|finished|placed|ended up)"
    r"(?: in)? second(?: place)?,? (?:with|on|at) "
    r"(?:<<about>> )?"
)
"""From the votes of the first to those of the second in the next sentence."""
_THEN_MAJORITY = pattern(
    r"[^.;:()\d]{0,80}?, (?:(?:for |with |giving [a-z]+ )?an? (?:[a-z]+ )?(?:majority|margin) of|winning by|to win by)"
    r" (?:<<about>> )?"
)
_WON_BY = pattern(
    r"\b(?:<<winning>>|held|retained)"
    r"(?: (?:it|the (?:seat|constituency|race|vote|contest|(?:re-|by-)?election)|[A-Z][\w’'-]+))?"
    r" (?:by|with an? (?:majority|margin) of) (?:<<about>> )?\Z"
)
_POLLED = pattern(r"(?:(?:Mr|Ms|Mrs|Miss|Dr)\.? )?(?:[A-Z][\w’'-]+ ){1,3}(?:polled|received|secured|took|won|got|had) ")
"""Before the votes of the first, where the majority is told in another sentence."""
_FOR_OTHER = pattern(
    r"(?: votes)?(?: for (?:(?! (?:in|on|at|before|after|until|without|with|by|last) )[^.,;:()\d]){1,60})?(?=[.,;]|\Z)"
)
"""Behind the votes of the second: nothing tells where, or of what vote."""
_ENDS = pattern(r"(?: votes)?(?=[.,;)]|\Z| in an?\b)")
_NAME = pattern(r"\b[A-Z][a-z][\w’'-]+")
_LED, _NEAR = 120, 260
_FEWEST = 100
"""Votes of one; what a few decide has votes of several rounds."""


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of each majority and the two whose votes it lies between, in text order."""
    for at, (first, other) in enumerate(pairwise(figures)):
        if _are_votes_of_two(first, other):
            margins = [figure for figure in figures[max(0, at - 3) : at + 5] if _is_margin(figure, first, other)]
            if len(margins) == 1:
                yield Link(KIND, margins[0].id, first.id, "a majority and the votes of two", "margin")
                yield Link(KIND, other.id, first.id, "a majority and the votes of two", "other")


def _are_votes_of_two(first: Claim, other: Claim) -> bool:
    if first.counted != "votes" or (other.counted or "votes") != "votes":
        return False
    told = all(figure.kind in COUNTS and figure.is_single and (figure.value or 0) >= _FEWEST for figure in (first, other))
    between = first.sentence.within, first.span.end, other.phrase.start
    if first.sentence is not other.sentence:
        return told and _SECOND.fullmatch(*between) is not None
    return told and _TO.fullmatch(*between) is not None


def _is_margin(figure: Claim, first: Claim, other: Claim) -> bool:
    """Tell whether a figure is by how many votes the first of two won."""
    if figure.kind not in COUNTS or figure in (first, other) or not figure.is_single or (figure.counted or "votes") != "votes":
        return False
    text, stop = figure.sentence.within, figure.sentence.span.end
    if _ENDS.match(text, figure.span.end, stop) is None:
        return False
    if figure.sentence is other.sentence and figure.span > other.span:
        return _THEN_MAJORITY.fullmatch(text, other.span.end, figure.phrase.start) is not None
    if first.sentence is not other.sentence:
        return False
    near = figure.sentence.paragraph == first.sentence.paragraph and abs(figure.span.start - first.span.start) < _NEAR
    led = _WON_BY.search(text, max(figure.sentence.span.start, figure.phrase.start - _LED), figure.phrase.start)
    alone = _FOR_OTHER.match(other.sentence.within, other.span.end, other.sentence.span.end) is not None
    return near and alone and led is not None and figure.time == first.time and _have_one_name(figure, first)


def _have_one_name(figure: Claim, first: Claim) -> bool:
    """Tell whether a name that opens the sentence of the votes stands before the majority, too."""
    ours, theirs = (claim.led.lstrip('“"') for claim in (figure, first))
    named = {*_NAME.findall(ours)} & {*_NAME.findall(theirs)} if _POLLED.fullmatch(theirs) else set()
    return any(name.lower() not in lexicon.words("grammar", "stops") for name in named)
