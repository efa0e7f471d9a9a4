"""Links from a change to the level it came to, where nothing can be reckoned: "rose 8 percent to $5 billion".

So are a change told behind its level ("$5 billion, down 7 percent") and a difference ("540, or 8 percent more than in May").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims import Claim, Line, moves
from factcheck.patterns import pattern
from factcheck.story import moves as levels
from factcheck.story import thresholds
from factcheck.story.links import Link

KIND = levels.KIND
ROUND = 2
ONE = True
INHERITS = frozenset({"level"})
PART, BEFORE = "told", "told before"
"""A change that cannot be reckoned with, and a level before."""
DIFFERENCES = ("difference", "percent-difference")
"""What a difference is in the unit of its two figures, and in percent of the one."""

_RECORD = pattern(
    r"[^,;:()]{0,40}, (?:its|the|their|a) (?:\w+est|most|least|best|worst)\b[^;:()“”]{0,70}"
    r", from (?:(?:an?|the|<<about>>) )*"
)
_OFF = pattern(r"[^;:()“”]{0,80}, (?:(?:or|<<about>>) )*")
_THAN = pattern(
    r"[ \u00a0](?:more|fewer|less|higher|lower)[ \u00a0]than[ \u00a0](?:(?:in|on|at|during|last|a|the)\b|[A-Z])"
    r"(?![^,;.]{0,24}\d{1,3}(?!\d))"
)
_UP_TO = pattern(
    r"(?:[ \u00a0](?:from[ \u00a0](?:a|the)[ \u00a0]year[ \u00a0](?:earlier|ago|before)|on the (?:year|month)|year[- ]on[- ]year"
    r"|in [A-Z]\w+|since [^,;]{1,30}))?,?[ \u00a0]to[ \u00a0](?:(?:a|an|the|its|record|<<about>>)[ \u00a0])*"
)
_TO = pattern(r"(?: [a-z]+){0,4} to\b")
_CHANGES = frozenset({"percent", "points"})


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of changes and differences that have none yet, in text order."""
    tied = {link.one for link in links if link.kind == KIND}
    for here in levels.together(figures):
        for link in _found(here) if len(here) > 1 else ():
            if link.one not in tied and link.one != link.other:
                tied.add(link.one)
                yield link


def _found(here: Sequence[Claim]) -> Iterator[Link]:
    for change, level in (*_to_levels(here), *_behind(here)):
        yield Link(KIND, change.id, level.id, "a change and its level", PART)
    for difference, value, way in thresholds.differences(here):
        part = DIFFERENCES[difference.kind == "percent" != value.kind] if way else PART
        yield Link(KIND, difference.id, value.id, "a difference and what has it", part, way)
    for change, level in _than(here):
        yield Link(KIND, change.id, level.id, "a change and its level", PART)
    for before, level in _from(here):
        yield Link(KIND, before.id, level.id, "a level and the one before", BEFORE)


def _to_levels(here: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Give changes with the level behind them: "rose 8 percent to $5 billion", "lost 15, or 2 percent, to close at 912"."""
    for move in levels.read(here):
        if move.level is not None and move.direction is not None:
            yield from ((change, move.level) for change in (move.change, move.percent) if change is not None)
    for change, level in pairwise(here):
        text, sentence = change.sentence.within, change.sentence
        if change.kind in _CHANGES and level.kind != "points" and _UP_TO.fullmatch(text, change.span.end, level.phrase.start):
            lead = moves.lead(text, sentence.span.start, change.phrase.start)
            if lead.part == "change" and lead.direction is not None:
                yield change, level


def _behind(here: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Give changes with the level right before them: "fell to 1.9 billion euros in May, down 7 percent on the year"."""
    for level, change in pairwise(here):
        text, start = change.sentence.within, level.span.end
        lead = moves.lead(text, start, change.phrase.start)
        beside = (lead.joined or lead.trailing) and not lead.broken and lead.part == "change" and lead.direction is not None
        if beside and change.kind in _CHANGES and level.kind != "points" and not _TO.match(text, change.span.end):
            yield change, level


def _than(here: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Give differences from what is not told as a figure: "540 patients, 40 more than in May"."""
    for value, difference in pairwise(here):
        text = value.sentence.within
        if _THAN.match(text, difference.span.end) and _OFF.fullmatch(text, value.phrase.end, difference.phrase.start):
            yield difference, value


def _from(here: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Give levels before that stand behind an aside: "rose to 5.2 percent, the highest since 2020, from 4.9 percent"."""
    for level, before in pairwise(here):
        if level.kind == before.kind and _RECORD.fullmatch(level.sentence.within, level.span.end, before.phrase.start):
            yield before, level
