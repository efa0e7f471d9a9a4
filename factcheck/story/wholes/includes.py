"""Links from a part to the whole that is said to include it: "the 40 suspects held in May include [12] guards".

The whole leads its clause; it counts people by what befell them, so that whoever is included is one of them. Somebody who
includes others in something is no whole: "the nine jurors included 12 names in their list". A sum is one that has its own noun
behind it, of what holds all that it includes: "Its $5 million grant includes a [$6 million] gift".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims import COUNTS, Claim, Line, series
from factcheck.grounds import kinds, wholes
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.wholes import parts

KIND = parts.KIND
ROUND = 1
ONE = parts.ONE
INHERITS = parts.INHERITS

_LEADS = pattern(
    r"(?:\A|[.;:—–“\n,] ?|\b(?:that|and|but|said|says) )"
    r"(?:[Tt]he|[Tt]hese|[Tt]hose|[Ii]ts|[Tt]heir|[Aa](?= total)|(?:[Tt]he )?[A-Za-z]\w*[’']s)"
    r"(?: (?:first|last|other|top|total of|total))? \Z"
)
_INCLUDES = pattern(
    r"(?: (?:[a-z]+ed|<<done>>|in|at|on|from|by|so far|aboard) [^,;:.()“”\d]{1,50}?)?"
    r"(?: also)? (?:includes?|included) (?:at least )?"
)
"""Between a whole and its part: where and when the whole is, and no clause of another."""
_SUM_INCLUDES = pattern(
    r" (?:[a-z-]+ )?<<outlays>>(?: (?:to|for|from|by|of|in|at) [^,;:.()“”\d]{1,50}?)? (?:includes?|included|contains?)"
    r" (?:(?:<<determiner>>|<<about>>) )?"
)
"""Behind a sum, up to its part: what it is the sum of, and whose."""
_PLACED = pattern(r" (?:in|on|from|under|outside|inside) (?:the )?(?!first\b|all\b|addition\b|turn\b|total\b)[A-Za-z]")
"""Behind a part that leaves its noun out: where some of the whole are ("the 40 rigs included 12 [in lakes]")."""
_PUT_IN = pattern(r"[^.,;:()]{0,60} in <<possessive>>\b")
_LED = 24


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences, in text order."""
    for here in series.by_sentence(figure for figure in figures if figure.kind in COUNTS or figure.kind == "money"):
        told = (
            Link(KIND, part.id, whole.id, "include")
            for whole, part in pairwise(here)
            if (_holds if whole.kind == part.kind == "money" else _includes)(whole, part)
        )
        yield from parts.with_siblings(told, here)


def _holds(whole: Claim, part: Claim) -> bool:
    """Tell whether the first of two sums is told to include the second: "its [$5 million] grant includes a $6 million gift"."""
    text, start = whole.sentence.within, max(whole.sentence.span.start - 1, whole.phrase.start - _LED, 0)
    told = _SUM_INCLUDES.fullmatch(text, whole.span.end, part.span.start) is not None
    led = _LEADS.search(text, start, whole.phrase.start) is not None
    return told and led and wholes.is_gross(whole) and wholes.fits(part, whole, same_noun=False)


def _includes(whole: Claim, part: Claim) -> bool:
    """Tell whether the first of two figures is the subject of a verb that makes it the whole of the second."""
    text, start = whole.sentence.within, max(whole.sentence.span.start - 1, whole.phrase.start - _LED, 0)
    if whole.kind == "money" or part.kind == "money":
        return False
    if _INCLUDES.fullmatch(text, whole.phrase.end, part.phrase.start) is None:
        return False
    led = _LEADS.search(text, start, whole.phrase.start) is not None
    held = part.counted is not None  # "included 14 at first"
    held = kinds.counts_anyone(whole) if held else whole.counted is not None and _PLACED.match(text, part.span.end) is not None
    put = _PUT_IN.match(text, part.phrase.end, part.sentence.span.end) is not None
    return led and held and not put and wholes.fits(part, whole, False)
