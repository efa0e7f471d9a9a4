"""Links from a part to the whole whose rest is not counted: "500 jobs - 300 at once and the rest later".

Also what somebody pays of a cost ("a canal that cost $50 million, with the state footing $30 million"), and what is there for a
bill whose rest comes from elsewhere ("$17 million to meet the $24 million bill, with the rest coming from sales").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims import Claim, Line, series
from factcheck.grounds import makeup, wholes
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.wholes import parts

KIND = parts.KIND
ROUND = 1
ONE = parts.ONE
INHERITS = parts.INHERITS

_OPENS = pattern(r"(?: [^,;:.()—–%]{1,60})?(?:,| ?(?:--|—|–)| -|:| \() ?(?:<<about>> )?")
_THEN_REST = pattern(
    r"(?! of (?:them|which|whom|those)\b)[^.;:()%]{0,80}?(?:,|,? and|,? with|,? while) the (?:rest|remainder)\b"
    r"(?! of (?!it\b|them\b|the (?:money|sum)\b))"
)
_FOR = pattern(r"(?: [a-z]+){0,2}? (to|for|in|on|at|from|by) ")
_TO_MEET = pattern(r" (?:[a-z]+ )?(?:to (?:meet|pay|fund|cover|finance|settle)|of|towards?) <<determiner>> (?:<<about>> )?")
_REST_FROM = pattern(r"[^.;:()%]{0,40}?,? (?:with|and) the (?:rest|remainder) (?:to come|coming|came|comes|will come) from\b")
_PAID = pattern(r"[^.;:()%]{0,40}?,? with [^,;:.()%]{1,50} <<paying>> (?:<<about>> )?")
_CLOSED = pattern(r" ?[.,;:)—–]| of (?:it|that|the (?:cost|bill|sum))\b|\Z")


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences, in text order."""
    for one, two in pairwise(figures):
        if one.sentence is not two.sentence or not (one.is_single and two.is_single and series.alike(one, two)):
            continue
        text, gap = one.sentence.within, (one.phrase.end, two.phrase.start)
        if _leaves_a_rest(one, two) or _is_paid(one, two) or _is_of_it(one, two):
            yield Link(KIND, two.id, one.id, "there is a rest")
        elif _TO_MEET.fullmatch(text, *gap) and _REST_FROM.match(text, two.phrase.end, two.sentence.span.end):
            yield Link(KIND, one.id, two.id, "there is a rest")


def _is_paid(cost: Claim, part: Claim) -> bool:
    """Tell whether a part of a cost is what somebody pays of it."""
    text = cost.sentence.within
    paid = "cost" in cost.roles and _PAID.fullmatch(text, cost.phrase.end, part.phrase.start) is not None
    return paid and _CLOSED.match(text, part.phrase.end, part.sentence.span.end) is not None


def _is_of_it(whole: Claim, part: Claim) -> bool:
    """Tell whether a sum is told to be of the one before it: "gave $38,000 to clubs, $12,000 of it in May"."""
    text = whole.sentence.within
    of_it = whole.kind == "money" and wholes.is_of_it(part) and not wholes.is_of_it(whole)  # no other part of the same
    return of_it and text.endswith(", ", 0, part.phrase.start) and wholes.fits(part, whole, same_noun=False)


def _leaves_a_rest(whole: Claim, part: Claim) -> bool:
    """Tell whether a part stands right behind its whole, and the rest behind that."""
    if not makeup.is_whole(whole) or series.noun(part) not in ("", series.noun(whole)):
        return False
    text, stop = part.sentence.within, part.sentence.span.end
    told = [_FOR.match(text, claim.phrase.end, stop) for claim in (whole, part)]
    if told[0] and told[1] and told[0][1] == told[1][1]:
        return False  # "$3 goes to balers, $5 to hauliers, and the rest is theirs": of another sum
    beside = _OPENS.fullmatch(text, whole.phrase.end, part.phrase.start) is not None
    return beside and _THEN_REST.match(text, part.phrase.end, stop) is not None
