"""Links from those in which something was found to all that were looked at: "tested 900 wells and found lead in [120]".

The part leaves its noun out, or has that of the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims import COUNTS, Claim, Line, series
from factcheck.grounds import wholes
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.wholes import parts

KIND = parts.KIND
ROUND = 1
ONE = parts.ONE
INHERITS = parts.INHERITS

_LOOKED_AT = pattern(r"\b<<examined>> (?:(?:<<about>>|a total of|all) )?\Z")
_FOUND = pattern(
    r"(?: (?:in|from|at|on) [^,;:.()\d]{1,30})?,? and (?:found|detected) [^,;:.()\d]{1,40} (?:in|on) (?:<<about>> )?"
)
_ALONE = pattern(r" ?[.;)]|,(?! <<more-or-less>>\b)| of them\b|\Z")


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences, in text order."""
    for whole, part in pairwise(figure for figure in figures if figure.kind in COUNTS):
        if part.sentence is whole.sentence and part.counted is None and _is_found(whole, part):
            yield Link(KIND, part.id, whole.id, "in so many of them it was found")


def _is_found(whole: Claim, part: Claim) -> bool:
    text, start = whole.sentence.within, whole.sentence.near(whole.phrase.start)
    told = _FOUND.fullmatch(text, whole.phrase.end, part.phrase.start) and _ALONE.match(text, part.phrase.end)
    looked_at = told and _LOOKED_AT.search(text, start, whole.phrase.start)
    return looked_at is not None and series.alike(whole, part) and wholes.fits(part, whole, same_noun=False)
