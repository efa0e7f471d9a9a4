"""Links from two figures to what is told to lie between them: "71 years for workers and 79 for clerks, a gap of eight years".

The gap stands behind both, in their clause or in a sentence of its own that points back ("That is a gap of eight years"), and no
third figure of their kind is told beside them. Whoever is so far from somebody else is named behind the gap, and no link is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.claims import Claim, Line, series
from factcheck.grounds.changes import alike, changed
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "gap"
ROUND = 1
ONE = True
INHERITS: frozenset[str] = frozenset()
PARTS = ("gap", "other")
"""Of the first of two figures: what lies between it and the other, and the other."""

_KINDS = frozenset({"number", "count", "money", "measure", "percent", "points", "duration", "age"})
_A = r"an? (?:(?!<<rises>>\b)[a-z-]+ ){0,2}?"
_ONLY = r"(?:(?:just|only|<<about>>) )*"
_BEHIND_BOTH = rf"[^;:()“”\d]{{0,60}}?(?:,| -| –| --| —)(?: (?:or|leaving|which (?:is|was)|making(?: for)?))? {_A}"
_IN_NEXT = rf"[“\"]?(?:That|This|It)(?:['’]s| is| was| makes(?: for)?| meant| means) {_ONLY}{_A}"
_OF = pattern(rf"(?:{_BEHIND_BOTH}|{_IN_NEXT})<<gaps>> of {_ONLY}")
"""What leads to a gap that is named before it, from the second figure or from the sentence's beginning on: "a gap of"."""
_A_GAP = pattern(rf"(?:{_BEHIND_BOTH}|{_IN_NEXT}){_ONLY}")
_NAMED = pattern(r"[ -]<<gaps>>\b")
"""The same for one that is named behind it: "a 1.2-year gap"."""
_ENDS = pattern(r" ?(?:[.,;)”—–]|\Z|between\b|that\b|which\b|--? )")
_NEXT, _FEW = 4, 4
"""Code points between two sentences, which may be of two paragraphs; figures on either side that are looked at."""


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of each gap that stands behind two figures, in text order."""
    earlier: Sequence[Claim] = ()
    for here in series.by_sentence(figure for figure in figures if figure.kind in _KINDS):
        start = here[0].sentence.span.start
        near = earlier if earlier and start - earlier[0].sentence.span.end <= _NEXT else ()
        for at, gap in enumerate(here):
            told = [figure for figure in (here[max(0, at - _FEW) : at] or near[-_FEW:]) if alike.can_change(gap, figure)]
            beside = any(alike.can_change(gap, figure) for figure in here[at + 1 : at + 1 + _FEW])
            if len(told) == len(PARTS) and not beside and _is_named(gap, told[1].phrase.end if at else start):
                yield from _linked(gap, *told)
        earlier = here


def _is_named(gap: Claim, start: int) -> bool:
    """Tell whether a figure is called a gap, by what leads to it from ``start`` on or by the noun behind it, and by nobody's."""
    text, end = gap.sentence.within, gap.span.end
    if _OF.fullmatch(text, start, gap.phrase.start):
        return _ENDS.match(text, end) is not None
    noun = _NAMED.match(text, end)
    return (
        noun is not None
        and _ENDS.match(text, noun.end()) is not None
        and _A_GAP.fullmatch(text, start, gap.phrase.start) is not None
    )


def _linked(gap: Claim, first: Claim, second: Claim) -> Iterator[Link]:
    told = (gap, first, second)
    if any(figure.stance == "denied" or not changed.is_plain(figure) for figure in told) or not alike.are_alike(first, second):
        return
    if _value(gap) > max(_value(first), _value(second)):
        return  # "closed in 1990 for 3 years and in 2003 for 2 years, a gap of 13 years"
    way = "up" if _value(first) > _value(second) else "down"
    yield Link(KIND, gap.id, first.id, "two figures and what lies between", PARTS[0], way)
    yield Link(KIND, second.id, first.id, "two figures and what lies between", PARTS[1])


def _value(figure: Claim) -> Fraction:
    return figure.value or Fraction(0)
