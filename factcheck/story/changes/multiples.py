"""Links from a figure to another that is told to be so many times it: "27 million euros, three times the fine of 9 million".

The first figure stands right before what says how many times, or behind a few words of its own; only words of the second
stand between "times the" and it. "More than" and "nearly" go with the number; "less than" and "not" tie nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck import lexicon
from factcheck.claims import Claim, Line
from factcheck.grounds.changes import alike, reckoning, sides
from factcheck.patterns import pattern
from factcheck.story.changes import moves as levels
from factcheck.story.changes import thresholds
from factcheck.story.links import Link

KIND = "multiple"
ROUND = 3
ONE = True
INHERITS = frozenset({"level"})

_WORD = r"(?:(?:19|20)\d\d|[^\W\d_]+(?:[’'-][^\W\d_]+)*[’']?)"
_YEAR_TO = r"(?: in the (?:[a-z]+ )?(?:<<spells>>s?|half) (?:to|ended|ending) (?:in )?<<calendar: month>>(?: \d\d?)?(?: \d{4})?)?"
_OWN = rf"{_YEAR_TO}(?: (?!(?:and|or|but|as|than|with|while|not|from|to|by|less|fewer)\b){_WORD}){{0,5}}"
_HOW = r"(?:or |still |now |<<about>> )*(?P<how>more than |well over |over |at least |nearly |almost )?"
_TIMES = r"(?:(?P<word><<grammar: times>>)|(?P<count>[a-z]+(?:-[a-z]+)?|\d[\d.]*) times)"
_AS = r" as (?:many|much|high|large|big|long|heavy|expensive)(?: [a-z]+)? as"
_LEADS = rf"(?: (?!(?:in|on|for|to|by|at|and|but|with|than|when|who|which|that)\b){_WORD}){{0,6}}"
_MULTIPLE = pattern(
    rf"(?P<own>{_OWN})(?:,| --| –| —|,? <<is>>) {_HOW}{_TIMES}"
    rf"(?:(?:{_AS})? (?:<<definite>>|last|this){_LEADS}|{_AS}{sides.WHEN}) (?:<<about>> )?"
)
_LONGEST = 140
_LIKE = 20
"""How far two figures may be off a multiple and still be of one thing."""


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences, in text order.

    Behind a level before ("rose to 812 from 203, five times the 160 of") it is not said which of the two levels is meant.
    """
    moved = {link.one for link in links if link.kind == levels.KIND}
    figures = [figure for figure in figures if figure.kind in thresholds.KINDS]
    pairs = [(value, reference, None) for value, reference in pairwise(figures)]
    threes = zip(figures, figures[1:], figures[2:], strict=False)
    triples = [(value, reference, factor) for value, factor, reference in threes if factor.kind == "number"]
    for value, reference, factor in (*pairs, *triples):
        told = _told(value, reference) if value.id not in moved else None
        times = _times(told, factor) if told else None
        if told and times is not None and _is_likely(value, reference, times):
            yield Link(KIND, reference.id, value.id, told[0].strip(" ,"), direction=f"{told['how'] or ''}{times}-times")


def _told(value: Claim, reference: Claim) -> re.Match[str] | None:
    text, start, stop = value.sentence.within, value.phrase.end, reference.phrase.start
    near = value.sentence is reference.sentence and 0 < stop - start <= _LONGEST
    told = _MULTIPLE.fullmatch(text, start, stop) if near else None
    return None if told and reckoning.on_other_basis(text, value.phrase.start, reference.span.end) else told


def _times(told: re.Match[str], factor: Claim | None) -> int | None:
    """Give how many times it is, by its word or by the figure before "times"; none where that is no whole number."""
    if told["word"]:
        times: int = lexicon.entries("grammar")["times"]["words"][told["word"]]
        return times
    value = factor.value if factor is not None else None
    return int(value) if value is not None and value.denominator == 1 and value > 1 else None


def _is_likely(value: Claim, reference: Claim, times: int) -> bool:
    """Tell whether two figures are of one thing: alike, told for one spell of time, and not far from the multiple."""
    if not alike.are_comparable(value, reference) or value.value is None or reference.value is None or reference.value <= 0:
        return False
    if _spells(value) != _spells(reference):
        return False
    return times < _LIKE * value.value / reference.value and value.value / reference.value < _LIKE * times


def _spells(figure: Claim) -> set[str]:
    """Give by what a figure is told: "year", "share"; none where it is told by itself."""
    units = figure.quantity.readings if figure.quantity else ()
    return {unit.partition("/")[2] for unit in units} - {""} or ({alike.rate(figure)} - {""})
