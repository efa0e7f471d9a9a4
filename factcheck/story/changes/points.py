"""Links from a change in percent to a level that is a percentage itself: "rose 3 percent, to 50 percent from 47 percent".

Such a change can be of the percentage (6 percent of 47) or in points (3 of them); the levels tell which. The change stands
right before the first of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import Claim, Line
from factcheck.patterns import pattern
from factcheck.story.changes import moves
from factcheck.story.links import Link

KIND = "in-points"
ROUND = 2
ONE = True
INHERITS: frozenset[str] = frozenset()
PARTS = ("before", "change")
"""Of a change of a percentage: the percentage before, and what it changed by."""

_GAP = pattern(r"(?: (?:last|this) [a-z]+)?,? (?:to|from) (?:<<about>> )?")


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of changes between two percentages that are told in percent."""
    places = {figure.id: at for at, figure in enumerate(figures)}
    for link in links:
        if link.kind != moves.KIND or link.part != "left":
            continue
        first = min(places[link.one], places[link.other])
        ends = figures[places[link.one]], figures[places[link.other]]
        if first > 0 and all(end.kind == "percent" for end in ends) and _leads(figures[first - 1], figures[first]):
            yield Link(KIND, link.one, link.other, link.why, "before")
            yield Link(KIND, figures[first - 1].id, link.other, link.why, "change", link.direction)


def _leads(change: Claim, level: Claim) -> bool:
    """Tell whether a percent stands right before the first of the two levels."""
    one_sentence = change.kind == "percent" and change.sentence is level.sentence
    return one_sentence and _GAP.fullmatch(level.sentence.within, change.span.end, level.phrase.start) is not None
