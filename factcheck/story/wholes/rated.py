"""Links from a part to the share that tells it again: "25 of the 500, or 5 percent", "850 jobs, or 2 percent of its 40,000".

The base of the share, which `bases` links, must be told in the same breath, and both must be counts, or sums of one currency.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims import COUNTS, Claim, Line, moves
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.wholes import counted_out
from factcheck.values import frozen

KIND = "rated"
ROUND = 1
ONE = True
INHERITS: frozenset[str] = frozenset()

_SHARES = frozenset({"percent", "ratio"})
_OF = pattern(r" (?:out )?of (?:(?:the|its|their|a total of|all) )*")
_OF_WHICH = pattern(r",? of (?:which|whom) (?:<<about>> )?")
_AGAIN = pattern(r" ?(?:, or|,| -| –| —|—| or) | \((?:or )?")
_ELSE = r"(?:after|against|and|as|at|before|by|down|following|for|from|in|on|or|since|than|through|to|up|with)\b"
_OF_ITS = pattern(rf" of (?:the|its|their|his|her|all|a total of)(?: (?!{_ELSE})[a-z’'-]+){{0,4}}? (?:of )?")
_CLOSED = pattern(r" ?[,.;:)—–]| (?:of (?:them|those|the total)|in all|and|but|were|are|have|had|said)\b|\Z")


@frozen
class Rate:
    """A part, its whole, and the share that the part is said to be."""

    part: Claim
    whole: Claim
    share: Claim


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences, in text order."""
    found = [*rates(figures)]
    told, wholes = {rate.part.id: rate.share for rate in found}, {rate.whole.id for rate in found}
    for part, share in pairwise(figures):
        if part.id in told or (part.id not in wholes and _is_rated(part, share)):
            yield Link(KIND, part.id, told.get(part.id, share).id, "the share tells the part again")


def _is_rated(part: Claim, share: Claim) -> bool:
    """Tell whether a share tells a count again whose whole is told elsewhere: "found flu in 162, or 30 percent"."""
    if part.kind not in COUNTS or share.kind != "percent" or part.sentence is not share.sentence:
        return False
    if moves.lead(part.sentence.within, part.sentence.span.start, part.phrase.start).part == "change":  # "lost 21 points, or"
        return False
    text = part.sentence.within
    again = (
        _AGAIN.fullmatch(text, part.phrase.end, share.phrase.start) is not None
        and " or" in text[part.phrase.end : share.phrase.start]
    )
    return again and part.is_single and share.is_single and _CLOSED.match(text, share.phrase.end) is not None


def rates(figures: Sequence[Claim]) -> Iterator[Rate]:
    """Give what is told as a count of counts, or a sum of sums, and as a share of it."""
    for at in range(len(figures) - 2):
        one, two, three = figures[at : at + 3]
        if one.sentence is not three.sentence or not all(claim.is_single for claim in (one, two, three)):
            continue
        text = one.sentence.within
        if _is_of(one, two) and three.kind in _SHARES:
            again = _AGAIN.fullmatch(text, two.phrase.end, three.phrase.start) and _CLOSED.match(text, three.phrase.end)
            if again and _OF.fullmatch(text, one.span.end, two.phrase.start):
                yield Rate(one, two, three)
            elif again and (
                counted_out.is_led_part(text, one, two) or _OF_WHICH.fullmatch(text, one.phrase.end, two.phrase.start)
            ):
                yield Rate(two, one, three)
        elif two.kind in _SHARES and _is_of(one, three):
            again = _AGAIN.fullmatch(text, one.phrase.end, two.phrase.start)
            if again and _OF_ITS.fullmatch(text, two.span.end, three.phrase.start):
                yield Rate(one, three, two)


def _is_of(part: Claim, whole: Claim) -> bool:
    """Tell whether one figure can be a share of the other: both are counts, or both are sums of one currency."""
    if part.kind == whole.kind == "money" and part.quantity and whole.quantity:
        return part.quantity.readings == whole.quantity.readings
    return part.kind in COUNTS and whole.kind in COUNTS
