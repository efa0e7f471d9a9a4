"""Counts that only tell of others: where, of whom or with what those before them were, or the whole that they are part of.

Two counts of a sentence go in, in text order; whether the second only tells of the first comes out.
"""

from __future__ import annotations

import re

from factcheck.claims import COUNTS, Claim
from factcheck.patterns import pattern

_ASIDE = pattern(
    r"(?: an? [a-z]+)? (?:(?:(?:<<has>>|<<is>>|been|being) )*"
    r"(?:[a-z]+(?:ed|ing)|<<done>>|up|out|on) (?:home |back |away |there |here )?)?"
    r"(?:in|from|across|by|over|at|on|within|among|with|under) "
    r"(?:(?:<<definite>>|<<about>>|<<bounds>>|all) )*"
)
"""Between a count and one that only tells where its own was made, of whom or with what: "34 people in [13] states"."""
_OF_A_PLACE = pattern(
    r"(?:[^.;:()“”\"]|\.(?= ?\d)){0,80} (?:in|at|on|from|near|to|aboard) <<determiner>> "
    r"(?:(?!<<grammar: auxiliaries>>)[a-z-]+ ){1,4}?(?:with|of|for) (?:<<about>> )*"
)
"""Between a count and one that only tells of the place where that was: "three boys were found in a hall with [96] rooms"."""
_INCLUDING = pattern(r", (?:including|among them) (?:<<about>> )?")
"""Between those counted and some of them, before what is told of all: "600 men, [including] 40 officers, were sent"."""
_AND = pattern(r",? and (?:<<about>> )?")


def is_whole(part: Claim, claim: Claim) -> bool:
    """Tell whether a count is the whole within the noun phrase of the one before it: "12 of the [65] seats"."""
    return part.counted is not None and part.sentence is claim.sentence and claim.span.end <= part.phrase.end


def is_aside(before: Claim, claim: Claim) -> bool:
    """Tell whether a count with its noun only tells where, of whom or with what the one before it was counted."""
    inserted = claim.sentence.within.startswith(",", claim.phrase.end) and _leads(_INCLUDING, before, claim)
    return inserted or _leads(_ASIDE, before, claim)


def _leads(words: re.Pattern[str], before: Claim, claim: Claim) -> bool:
    """Tell whether nothing but such words stands between a count and one of its sentence that has a noun."""
    counted = before.kind in COUNTS and claim.counted is not None and before.sentence is claim.sentence
    return counted and words.fullmatch(claim.sentence.within, before.phrase.end, claim.phrase.start) is not None


def goes_aside(last: Claim, claim: Claim, before: Claim | None, aside: Claim | None) -> bool:
    """Tell whether a count only tells of those before it, or is joined to one that does: "with nine boats and [four] vans"."""
    if last is aside and last.counted is not None and claim.counted is not None:
        joined = _AND.fullmatch(claim.sentence.within, last.phrase.end, claim.phrase.start) is not None
        if joined and last.sentence is claim.sentence and not claim.roles:
            return True
    if before is not None and _leads(_OF_A_PLACE, before, claim):
        return True
    return last in (before, aside) and is_aside(last, claim)
