"""Links from a range to the one that it came from: "raised its forecast to $2.10 to $2.30 a share, from $1.90 to $2".

One of the two may be a single figure ("2 to 3 percent, up from 1.5 percent").
Which way it went is told by "up from" or "down from", or by the verb whose object was set to the range. What was narrowed or
widened went both ways, and what may stand below nought may be told by its size: neither is tied.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims import Claim, Line, moves, series
from factcheck.grounds.changes import alike, bases, movements
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "range-moved"
ROUND = 1
ONE = True
INHERITS = frozenset({"level"})
_KINDS = movements.KINDS - {"points", "number"} | {"duration"}
_CAME = pattern(
    r"[^,;:()“”]{0,50}?(?:, (?:excluding|including|before) [a-z -]{1,30})?,? (?:(?P<way>up|down) )?from "
    r"(?:[\w’'-]+ ){0,6}?(?:(?:of|for|at) )?(?:between )?"
)
_OPENS = pattern(r"(?:an? (?:[a-z]+ )?range (?:of |between )?)?(?:between )?\Z")
_BOTH_WAYS = pattern(r"\b(?:narrow|widen|tighten|broaden)")
_FOR_SPELL = pattern(r"\bfor (?:<<determiner>> )?(?:[a-z-]+ )?(<<spells>>)\b")
_LED = 90


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give a link where a range came from another one, with the way that it is told to have gone."""
    if any(figure.is_range for figure in figures):
        for here in series.by_sentence(figures):
            for level, before in pairwise(here) if len(here) > 1 else ():
                way = _way(level, before) if level.is_range or before.is_range else None
                if way is not None and _can_be_levels(level, before):
                    yield Link(KIND, before.id, level.id, "a range and the one before", "before", way)


def _way(level: Claim, before: Claim) -> str | None:
    """Tell which way a range went from another one; None where the words do not put them together, or do not say it."""
    text = level.sentence.within
    came = _CAME.fullmatch(text, level.span.end, before.phrase.start)
    if came is None or came["way"]:
        return came and came["way"]
    start = max(level.sentence.span.start, level.phrase.start - _LED)
    opens = _OPENS.search(text, start, level.phrase.start)
    stop = opens.start() if opens else level.phrase.start
    lead = moves.lead(text, start, stop)
    told = lead.part == "level" and lead.near and not lead.broken and not _BOTH_WAYS.search(text, start, stop)
    return lead.direction if told else None


def _can_be_levels(level: Claim, before: Claim) -> bool:
    """Tell whether two ranges can be of one thing that is never below nought, and neither is another's guess."""
    if not {level.kind, before.kind} <= _KINDS or "denied" in (level.stance, before.stance):
        return False
    text, start, stop = level.sentence.within, max(level.sentence.span.start, level.phrase.start - _LED), before.span.end
    if bases.may_be_negative(text, start, stop) or bases.falls_as_it_rises(level, level.span.start, stop):
        return False
    spells = _FOR_SPELL.findall(text, start, level.phrase.start), _FOR_SPELL.findall(text, stop, level.sentence.span.end)
    if all(spells) and spells[0][-1] != spells[1][0]:
        return False  # "for the quarter to $4 to $5 million, from $16 to $17 million for the year"
    return alike.can_change(before, level) and not bases.is_expected(text, stop)
