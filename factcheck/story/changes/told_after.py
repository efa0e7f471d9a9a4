"""Links from a change that a sentence of its own tells to the two levels of the one before: "That is a rise of 12 percent".

The sentence opens with what points back and says no more than the change; the one before tells one move and nothing of a change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims import Claim, Line, moves, series
from factcheck.grounds.changes import alike, changed, movements
from factcheck.patterns import pattern
from factcheck.story.changes import moves as levels
from factcheck.story.links import Link

KIND = levels.KIND
ROUND = 2
ONE = levels.ONE
INHERITS = levels.INHERITS

_IS = r"(?:['’]s| is| was| makes| made| means| meant| represents| represented| marks| marked| amounts to| amounted to)"
_OPENS = rf"[“\"]?(?:This|That|It|Which){_IS} (?:(?:just|only|<<about>>) )*an? (?:(?!<<rises>>\b)[a-z-]+ ){{0,2}}?"
_OF = pattern(rf"(?:{_OPENS}|[“\"]?(?:The|This|That) )(?P<word><<rises>>)(?: (?:is|was))?(?: of)? (?:(?:just|only|<<about>>) )*")
"""What leads to a change that is named before it, from the sentence's beginning on: "That is a [rise] of", "The [rise] was"."""
_A = pattern(_OPENS)
_NAMED = pattern(r"[ -](?P<word><<rises>>)\b")
"""The same for one that is named behind it: "It is a 12 percent [rise]"."""
_ENDS = pattern(r" ?(?:[.”\"]|\Z|, [^,.;:\d]{2,40} (?:said|says)\b)")
_NEXT = 4
"""Code points between two sentences: they may be of two paragraphs."""


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences that tell one change and point back, in text order."""
    moved = [link for link in links if link.kind == KIND]
    if not moved:
        return
    level_of = {link.one: link.other for link in moved if link.part == levels.PARTS[0]}
    reckoned = {link.other for link in moved if link.part in ("change", "percent", "told")}
    for earlier, here in pairwise(series.by_sentence(figure for figure in figures if figure.kind in movements.KINDS)):
        change = here[0]
        told = [figure for figure in earlier if figure.id in level_of and level_of[figure.id] not in reckoned]
        if len(here) > 1 or len(told) != 1 or len(earlier) > len(("level", "before")) or not changed.is_plain(change):
            continue
        level = next((figure for figure in earlier if figure.id == level_of[told[0].id]), None)
        adjoin = 0 <= change.sentence.span.start - told[0].sentence.span.end <= _NEXT
        way = _way(change) if level is not None and adjoin else None
        if level is not None and way is not None and (change.kind == "percent" or alike.can_change(change, level)):
            of_percent = change.kind == "percent" and level.kind != "percent"
            yield Link(KIND, change.id, level.id, "told behind both levels", "percent" if of_percent else "change", way)


def _way(change: Claim) -> str | None:
    """Say which way a change goes by the noun that its sentence calls it; None where it is called none, or more is said of it."""
    text, start, end = change.sentence.within, change.sentence.span.start, change.span.end
    named = _OF.fullmatch(text, start, change.phrase.start)
    if named is None and _A.fullmatch(text, start, change.phrase.start):
        named = _NAMED.match(text, end)
        end = named.end() if named else end
    return moves.directions().get(named["word"]) if named and _ENDS.match(text, end) else None
