"""Links to a sum from the count and the price of one that make it: "20 million shares at $15 each, raising $300 million".

The three stand in one breath: the count with its noun, "at" or "for" and a price for one, and the sum behind a verb that says
what was got or paid; or the sum first, "$300 million for 20 million shares at $15 each", "$300 million, or $15 a share, based on
20 million shares". What is paid by the year makes its sum over years, too: "$200 million a year, or $1 billion over five years".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import COUNTS, Claim, Line
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "lot"
ROUND = 1
ONE = True
INHERITS: frozenset[str] = frozenset()
PARTS = ("count", "price")
"""Of a sum: how many were bought or sold, and what one of them cost."""

_AT = pattern(r",?(?: [a-z]+){0,3}? (?:at|for|priced at|at a price of|costs?|costing) ")
_EACH = pattern(r" (?:each|apiece|(?:a|per) <<each>>)\b")
_MAKING = pattern(r"(?: (?:each|apiece|a [a-z]+|per [a-z]+))?, <<raising>> ")
_FOR = pattern(r" for (?:the |its |their |all )?")
_OR = pattern(r",? or | \((?:or )?")
_BASED_ON = pattern(r"[,)]* based on (?:the |its |the company’s )?")
_OVER = pattern(r" (?:over|in|for|during) (?:(?:the|its|a) (?:[a-z]+ )?)?")
_CLOSED = pattern(r" ?(?:[.,;)]|\Z)")
_END = pattern(r"(?: in all| in total)? ?(?:[.,;)]|\Z)")


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences, in text order."""
    for at in range(len(figures) - 2):
        one, two, three = figures[at : at + 3]
        if one.sentence is not three.sentence or not all(claim.is_single for claim in (one, two, three)):
            continue
        found = next(filter(None, (read(one, two, three) for read in _READERS)), None)
        if found is not None:
            count, price, total = found
            yield Link(KIND, count.id, total.id, "so many, at so much each", "count")
            yield Link(KIND, price.id, total.id, "so many, at so much each", "price")


def _sold(count: Claim, price: Claim, total: Claim) -> tuple[Claim, Claim, Claim] | None:
    """Read "20 million shares at $15 each, raising $300 million"."""
    text = count.sentence.within
    if not _can_be(count, price, total):
        return None
    beside = _AT.fullmatch(text, count.phrase.end, price.phrase.start) and _MAKING.fullmatch(
        text, price.span.end, total.phrase.start
    )
    return (count, price, total) if beside and _END.match(text, total.span.end) else None


def _bought(total: Claim, count: Claim, price: Claim) -> tuple[Claim, Claim, Claim] | None:
    """Read "paid $300 million for 20 million shares at $15 each"."""
    text = count.sentence.within
    if not _can_be(count, price, total):
        return None
    beside = _FOR.fullmatch(text, total.span.end, count.phrase.start) and _AT.fullmatch(
        text, count.phrase.end, price.phrase.start
    )
    return (count, price, total) if beside else None


def _valued(total: Claim, price: Claim, count: Claim) -> tuple[Claim, Claim, Claim] | None:
    """Read "$300 million, or $15 a share, based on 20 million shares"."""
    text = count.sentence.within
    if not _can_be(count, price, total):
        return None
    beside = _OR.fullmatch(text, total.span.end, price.phrase.start) and _BASED_ON.fullmatch(
        text, price.span.end, count.phrase.start
    )
    return (count, price, total) if beside else None


def _over_years(price: Claim, total: Claim, spell: Claim) -> tuple[Claim, Claim, Claim] | None:
    """Read "$200 million a year, or $1 billion over five years"."""
    text, each = total.sentence.within, (price.quantity.unit or "").partition("/")[2] if price.quantity else ""
    timed = spell.kind == "duration" and spell.quantity is not None and spell.quantity.unit == each
    if not timed or not price.kind == total.kind == "money":
        return None
    beside = _OR.fullmatch(text, price.phrase.end, total.phrase.start) and _OVER.fullmatch(
        text, total.span.end, spell.phrase.start
    )
    return (spell, price, total) if beside and _CLOSED.match(text, spell.span.end) else None


_READERS = (_sold, _bought, _valued, _over_years)


def _can_be(count: Claim, price: Claim, total: Claim) -> bool:
    return count.kind in COUNTS and price.kind == total.kind == "money" and _is_for_one(price)


def _is_for_one(price: Claim) -> bool:
    """Tell whether a sum is told to be the price of one."""
    unit = (price.quantity.unit or "") if price.quantity else ""
    return "/" in unit or _EACH.match(price.sentence.within, price.span.end) is not None
