"""Links from a figure to the one that it tells again: "6 trillion won ($4.22 billion)", "5 miles, or about 8 km"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims import Claim, Line
from factcheck.story.links import Link

KIND = "restates"

_BRACKET = re.compile(
    r"(?:[ \u00a0-][\w-]+){0,3}[ \u00a0\n]?\([ \u00a0]?(?:(?:or|that is|i\.e\.|equivalent to|the equivalent of)[ \u00a0])?"
)
_CLOSED = re.compile(r"\)|[ \u00a0]at (?:the|today|current)\b|[ \u00a0](?:then|now)\)")
_OR = re.compile(r",? (?:the equivalent of|equivalent to) |, (?:or|that is,?) |/")


def find(lines: Sequence[Line], figures: Sequence[Claim]) -> Iterator[Link]:
    """Give the links between neighbouring figures of one kind in different units."""
    for first, second in pairwise(figures):
        if second.kind != first.kind or first.sentence is not second.sentence or not _differ(first, second):
            continue
        text = first.sentence.within
        bracket = _BRACKET.fullmatch(text, first.span.end, second.phrase.start)
        if bracket is not None and _CLOSED.match(text, second.span.end):
            yield Link(KIND, second.id, first.id, "brackets")
        elif _OR.fullmatch(text, first.span.end, second.phrase.start):
            yield Link(KIND, second.id, first.id, text[first.span.end : second.phrase.start].strip(" ,"))


def _differ(first: Claim, second: Claim) -> bool:
    """Tell whether the two could be one quantity in two units."""
    if first.quantity is None or second.quantity is None or first.quantity.unit is None or second.quantity.unit is None:
        return False
    by = [
        quantity.unit.partition("/")[2] if first.kind == "money" else ""
        for quantity in (first.quantity, second.quantity)
        if quantity.unit
    ]
    return first.quantity.unit != second.quantity.unit and by[0] == by[1]
