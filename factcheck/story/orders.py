"""Links to a sum from a number told before it and the price of one: "12 buses ... $3 million for each bus, $36 million in all".

Price and sum stand side by side; the number stands in the sentence before, or earlier in theirs, and is the only one of its noun
there. What is paid by the month makes its sum over months: "$150 a month for 30 months, or $4,500 in all".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import Claim, Line
from factcheck.claims.phrases import nouns
from factcheck.patterns import pattern
from factcheck.story import lots
from factcheck.story.links import Link

KIND = lots.KIND
ROUND = 1
ONE = lots.ONE
INHERITS = lots.INHERITS

_EACH = pattern(r" (?:for (?:each|every)|per|an?|each) (?P<one>[a-z]+)\b")
_ORDERED = pattern(r"\b<<ordering>> (?:<<about>> )?\Z")
_PAYS = pattern(
    r"\b(?:[Ii]t|[Tt]hey|[Tt]he [a-z]+|[Ww]hich)(?: will| is to| would| has)? (?:pay|pays|paid|paying) (?:<<about>> )?\Z"
)
_COSTS = pattern(r"\b(?:[Tt]hey|[Ee]ach)(?: will| would)? costs? (?:<<about>> )?\Z")
_TOGETHER = pattern(r",? (?:or|(?:for|at|making) a total of|a total of) (?:<<about>> )?")
_FOR = pattern(r" (?:for|over) (?:<<about>> )?")
_CLOSED = pattern(r"(?P<all> <<in-all>>)? ?(?:[.;)]|\Z|, (?:according|(?:[\w’' -]{1,40} )?<<voiced>>)\b)")
_SOME = pattern(
    r"\b(?:and|plus|<<uncounted>>|including|first|last|if|could|options?|of (?:them|these|those|which|whom)|some|half"
    r"|<<calendar: month>>|[12]\d{3}|ago|earlier|at least|up to|used|new|old)\b"
)
"""Among the words from a number to a price in the next sentence: it may be of some of them, or of others."""
_NEAR = 180


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of each sum that stands beside the price of one, or of a month."""
    for at, total in enumerate(figures[1:], 1):
        before = figures[max(0, at - 6) : at]
        found = _by_number(before, total) or _by_time(before, total)
        if found is not None:
            for part, claim in zip(lots.PARTS, found, strict=True):
                yield Link(KIND, claim.id, total.id, "so many, at so much each", part)


def _by_number(before: Sequence[Claim], total: Claim) -> tuple[Claim, Claim] | None:
    """Give the number and the price of one, where the sum stands behind the price and the number before it."""
    price, text = before[-1], total.sentence.within
    one, end = _one(price)
    if not one or not _are_told(price, total) or not _TOGETHER.fullmatch(text, end, total.span.start):
        return None
    closed = _CLOSED.match(text, total.span.end, total.sentence.span.end)
    told = "total" in text[end : total.span.start] or (closed is not None and closed["all"])
    many = before[-2] if len(before) > 1 else None
    if not (closed and told and _is_paid(price)) or many is None or not _is_ordered(many, one):
        return None
    gap = price.span.start - many.phrase.end
    return (many, price) if 0 < gap <= _NEAR and not _SOME.search(text, many.phrase.end, price.span.start) else None


def _is_ordered(many: Claim, one: str) -> bool:
    """Tell whether a number of what has a price is told to be bought."""
    led = _ORDERED.search(many.sentence.within, many.sentence.near(many.span.start), many.span.start)
    counted = many.kind == "count" and many.is_single and nouns.is_one_of(one, (many.counted or "").lower())
    return counted and led is not None and many.sentence.kind == "body"


def _is_paid(price: Claim) -> bool:
    """Tell whether a price is what those pay who are told of before, or what each costs."""
    text, start = price.sentence.within, price.sentence.near(price.span.start)
    return any(told.search(text, start, price.span.start) for told in (_PAYS, _COSTS))


def _by_time(before: Sequence[Claim], total: Claim) -> tuple[Claim, Claim] | None:
    """Give the time and the price of a month, where the time stands between the price and the sum."""
    if len(before) < len(lots.PARTS):
        return None
    price, spell = before[-2:]
    text, each = total.sentence.within, _one(price)[0]
    timed = spell.kind == "duration" and spell.is_single and spell.quantity is not None and spell.quantity.unit == each
    if not timed or not _are_told(price, total) or not _FOR.fullmatch(text, price.span.end, spell.span.start):
        return None
    if any(lots.is_each(figure) for figure in before[:-2] if figure.sentence is total.sentence):
        return None
    beside = _TOGETHER.fullmatch(text, spell.span.end, total.span.start)
    return (spell, price) if beside and _CLOSED.match(text, total.span.end, total.sentence.span.end) else None


def _are_told(price: Claim, total: Claim) -> bool:
    """Tell whether two sums of one sentence can be a price and what many cost at it."""
    return price.kind == total.kind == "money" and price.is_single and total.is_single and price.sentence is total.sentence


def _one(price: Claim) -> tuple[str, int]:
    """Give what a price is for one of, and where that ends: "$3 million for each bus", "$150 a month"."""
    unit = (price.quantity.unit or "").partition("/")[2] if price.kind == "money" and price.quantity else ""
    behind = None if unit else _EACH.match(price.sentence.within, price.span.end, price.sentence.span.end)
    return (behind["one"], behind.end()) if behind else (unit, price.span.end)
