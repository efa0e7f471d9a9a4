"""Links from what is left of a number of which one was told: "one of the five films. The other two are ...".

The one has no figure of its own ("one of five"); who tells it with the number, and the others right behind, says that they are
one less.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims import COUNTS, Claim, Line, series
from factcheck.grounds import makeup, uncounted
from factcheck.grounds.wholes import is_of_another
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "others-of"
ROUND = 1
ONE = True
INHERITS: frozenset[str] = frozenset()

_ONE_OF = pattern(r"\b[Oo]ne of (?:<<definite>> |these |those )?(?:[a-z-]+ )?\Z")
_MORE = pattern(r"\b(?:<<uncounted>>|one|second|third|along|alongside|too|also)\b", re.I)
"""Between the two: another of them was told, too ("one of the four died, one is hurt; the other two")."""
_ONE_MORE = pattern(r"\b(?:the (?:last|[a-z]+th)|alternates?|missing)\b")
_SOME = pattern(r" (?:(?:that|this|last|each|every) <<spells>>|on <<calendar: weekday>>|there|here)\b")
"""Behind the number: there are more of them at other times, or elsewhere."""
_CLOSED = pattern(r" (?:are|were|have|had|will|would|did|do)\b|[,.;:)—–]| -")
_FAR, _LED = 250, 30


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give a link from the others to the number of which one was told right before."""
    counts = [figure for figure in figures if figure.kind in COUNTS and figure.value is not None]
    for whole, others in pairwise(counts):
        if _is_one_of(whole) and _are_the_others(others) and _are_of_one_noun(whole, others) and _is_near(whole, others):
            yield Link(KIND, others.id, whole.id, "one of them, and the others")


def _is_near(whole: Claim, others: Claim) -> bool:
    """Tell whether the others stand in the paragraph, and no other of them may be told in between."""
    between = whole.sentence.within[whole.phrase.end : others.span.start]
    led = makeup.THE_OTHER.search(between)
    more = _MORE.search(between[: led.start() if led else None])
    lacking = (whole.value or 0) - (others.value or 0) - 1
    if lacking > 0 and _are_others_told(others, between[: led.start() if led else None], one=lacking == 1):
        return False
    return more is None and len(between) <= _FAR and whole.sentence.paragraph == others.sentence.paragraph


def _are_others_told(others: Claim, between: str, *, one: bool) -> bool:
    """Tell whether another of them is told of without a number, between the one and the others or behind these."""
    text, stop = others.sentence.within, others.sentence.span.end
    return uncounted.is_between(between, 0, len(between)) or uncounted.is_behind(text, others.phrase.end, stop, one=one)


def _is_one_of(whole: Claim) -> bool:
    text, start = whole.sentence.within, whole.sentence.span.start
    one_of = _ONE_OF.search(text, max(start, whole.phrase.start - _LED), whole.phrase.start)
    return one_of is not None and _SOME.match(text, whole.phrase.end) is None


def _are_the_others(others: Claim) -> bool:
    """Tell whether a figure is of all others, of which nothing more is said: not "the other two in Leith"."""
    text, start = others.sentence.within, others.sentence.span.start
    led = makeup.THE_OTHER.search(text, max(start, others.span.start - _LED), others.span.start)
    more = _MORE.search(text, others.phrase.end, others.sentence.span.end) or _ONE_MORE.search(text, others.phrase.end)
    return led is not None and not (more or is_of_another(others)) and _CLOSED.match(text, others.phrase.end) is not None


def _are_of_one_noun(whole: Claim, others: Claim) -> bool:
    return series.noun(others) in ("", "others", series.noun(whole))
