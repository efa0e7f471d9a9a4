"""Numbers behind a whole that are none of its parts: they have a unit of their own, tell a place, or name groups.

The figures of a sentence, a whole and the numbers behind it go in; yes or no comes out.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.claims import SUMS, Claim, series
from factcheck.grounds import makeup
from factcheck.patterns import pattern

_BRACKET = pattern(r" ?\(")
_JOINT = pattern(r",? (?:and|or) |, ")
_OTHERWISE = pattern(r"\b(?i:normally|usually|regularly|previously|originally|formerly|once|instead of)\b")
_ANY_OF = pattern(r"\b(?i:one|each|any|some|either|none|most|many|all) of (?:(?:<<definite>>|these|those) )?\Z")
_FAR = 100
"""How many times as much as its parts a whole can be at most."""
_OWN_UNIT = pattern(r" [A-Z]{2,}(?![\w-])")
"""Behind the last of some numbers: what they are of, in capitals ("9-track tapes ([200 and 800 BPI])")."""


def are_told(here: Sequence[Claim], whole: Claim, parts: Sequence[Claim]) -> bool:
    """Tell whether some numbers show that they are of something else: "(200 and 800 BPI)", "11 hills: 5, 10, [and 7 metres]"."""
    if _OTHERWISE.search(whole.sentence.within, whole.phrase.end, parts[0].phrase.start):
        return True  # "$99 for one (normally $299 for one and $2,800 for all)"
    if (whole.value or 0) > _FAR * (makeup.made(parts) or 0):
        return True  # "$4.8 billion for couples ($2,100 for those in town, $1,400 for others)": to each
    if whole.kind != "count" or series.nouns(parts):
        return False
    text, last = whole.sentence.within, parts[-1]
    if any(part.value is not None and part.value.denominator != 1 for part in parts):
        return True  # "40,000 people (666.1, 257.9; 377 m)": where the town is
    if whole.value in {part.value for part in parts} and all(text.startswith(" for ", part.span.end) for part in parts):
        return True  # "5 groups: 1 for small towns, 5 for large ones"
    if _OWN_UNIT.match(text, last.span.end):
        return not any(_OWN_UNIT.match(text, part.span.end) for part in parts[:-1])
    behind = next((claim for claim in here if claim.span > last.span), None)
    return behind is not None and behind.kind in SUMS and bool(_JOINT.fullmatch(text, last.span.end, behind.phrase.start))


def is_any_of(whole: Claim) -> bool:
    """Tell whether any one of so many is meant, of which no parts follow: "slept in one of its [38] shelters: 1,100 in"."""
    text, start = whole.sentence.within, whole.sentence.near(whole.phrase.start)
    return whole.kind == "count" and _ANY_OF.search(text, start, whole.phrase.start) is not None


def leaves_unit_out(here: Sequence[Claim], at: int) -> bool:
    """Tell whether a bare number goes on with sums told before it: "one paid 40 euros, one [12] and one 9, 61 in all"."""
    return here[at].kind == "number" and any(claim.kind in SUMS for claim in here[:at])


def told_again(figures: Sequence[Claim]) -> frozenset[str]:
    """Give the ids of figures that only tell the one before them again: "20% of $4,000 ([four thousand dollars])"."""
    same = ((one, two) for one, two in pairwise(figures) if one.value == two.value)
    return frozenset(two.id for one, two in same if _BRACKET.fullmatch(one.sentence.within, one.span.end, two.phrase.start))
