"""Links to a sum from the count and the price of one that make it: "20 million shares at $15 each, raising $300 million".

The three stand in one breath: the count with its noun, "at" or "for" and a price for one, and the sum behind a verb that says
what was got or paid; or the sum first, "$300 million for 20 million shares at $15 each", "$300 million, or $15 a share, based on
20 million shares". What is paid by the year makes its sum over years, too: "$200 million a year, or $1 billion over five years".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from factcheck.claims import COUNTS, Claim, Line, series
from factcheck.claims.phrases import nouns
from factcheck.grounds.breaths import EACH, EACH_OF, FOR_ONE_OF_THEM, ORDERS, Order
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "lot"
ROUND = 1
ONE = True
INHERITS: frozenset[str] = frozenset()
PARTS = ("count", "price")
"""Of a sum: how many were bought or sold, and what one of them cost."""

_OR = pattern(r",? or | \((?:or )?")
_OVER = pattern(r" (?:over|in|for|during) (?:<<determiner>> (?:[a-z]+ )?)?")
_CLOSED = pattern(r" ?(?:[.,;)]|\Z)")
_INHABITANTS = pattern(r"(?:<<inhabitants>>)")
_LIVE_IN = pattern(r"\b(?:<<settlements>>|<<lands>>) of (?:<<about>> )?\Z")
_OF_A_WHOLE = pattern(r"(?:\d|illion|mln|half|most|some|all|percent|%|pct) of <<definite>> \Z")
_LED = 24
_WITH_MORE = pattern(r"(?: (?:each|apiece))?(?:,? (?:and|plus) an? (?!<<spells>>)|,? with |, [^.;\d]{1,40} included\b)")
"""Behind a price or a sum: it is of something else, too."""
_ON_CREDIT = pattern(r"\b(?i:<<on-credit>>)\b")
"""What is paid in instalments that hold interest."""
Lot = tuple[Claim, Claim, Claim]
"""A count, the price of one, and the sum."""
_PLACES = (*PARTS, "total")
_NEAR = 4  # figures before a count that may be meant for it
_SHARED = pattern(r"\b(?:share|shares|shared|sharing|split|splits|divide|divides|divided)\b[^.;:()\d]{0,40}\Z")
_TO_SHARE = pattern(r"(?: (?:to be|will be|was|is|is to be|were))? (?:shared|split|divided)\b")
"""Around a sum that several share."""
_IS_GIVEN = pattern(
    r"(?: (?!(?:and|but|or|in|from|to|with|of|at)\b)[a-z’'-]+){0,3}?"
    r" (?:gets?|got|receives?|received|collects?|takes?|be given|be paid)"
    r" (?:<<about>> )?"
)
_ALSO = pattern(r"\b(?:also|another|more|additional|extra|further|besides|(?:a|per|every) <<spells>>|up to)\b")
_NEXT, _MOST, _SUMS = 4, Fraction(21, 20), 2
"""What each gets makes the whole, but for its rounding, or more; the price and what all cost are sums."""


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences, in text order."""
    for at in range(len(figures) - 2):
        one, two, three = figures[at : at + 3]
        if one.sentence is not three.sentence or not all(claim.is_single for claim in (one, two, three)):
            continue
        if [one.kind, two.kind, three.kind].count("money") != _SUMS:
            continue
        found = _read(one, two, three)
        told = [figure for figure in figures[max(0, at - _NEAR) : at] if figure.sentence is one.sentence]
        if found is not None and not any(_makes(figure, *found[1:]) or _is_for_one(figure) or is_each(figure) for figure in told):
            count, price, total = found
            yield Link(KIND, count.id, total.id, "so many, at so much each", "count")
            yield Link(KIND, price.id, total.id, "so many, at so much each", "price")
    for here, behind in pairwise(series.by_sentence(figures)):
        if _are_handed_out(here, behind):
            total = next(figure for figure in here if figure.kind == "money")
            yield Link(KIND, behind[0].id, total.id, "each of them gets some of it", "count")
            yield Link(KIND, behind[1].id, total.id, "each of them gets some of it", "price")


def _are_handed_out(here: Sequence[Claim], behind: Sequence[Claim]) -> bool:
    """Tell whether a sentence tells what each gets of the sum that the one before shares out: "Each of the 12 men gets $4".

    Others may get some of it, too: less than the whole is no slip.
    """
    sums = [figure for figure in here if figure.kind == "money"]
    if len(behind) < _SUMS or len(sums) != 1 or behind[0].sentence.span.start - here[0].sentence.span.end > _NEXT:
        return False
    (total,), (count, price) = sums, behind[:_SUMS]
    text, start = total.sentence.within, total.sentence.span.start
    if not (count.kind in COUNTS and price.kind == "money" and all(figure.is_single for figure in (count, price, total))):
        return False
    shared = _SHARED.search(text, start, total.phrase.start) or _TO_SHARE.match(text, total.span.end, total.sentence.span.end)
    opens = text[count.sentence.span.start : count.phrase.start].lstrip('“"')
    each = EACH_OF.fullmatch(opens) is not None and _IS_GIVEN.fullmatch(text, count.phrase.end, price.phrase.start) is not None
    whole = (count.value or 0) * (price.value or 0) * _MOST >= (total.value or 0)
    more = _ALSO.search(price.sentence.text) or _ALSO.search(total.sentence.text)
    return bool(shared) and each and whole and not more and _OVER.match(text, price.span.end) is None


def _makes(figure: Claim, price: Claim, total: Claim) -> bool:
    """Tell whether a count told before makes the sum, and is meant: "[900] shares in 12 firms at €40 each, for €36,000"."""
    told = [claim.quantity.printed for claim in (figure, price, total) if claim.quantity is not None]
    return figure.kind in COUNTS and len(told) == len(_PLACES) and (told[0] * told[1]).meets(told[2])


def is_each(figure: Claim) -> bool:
    """Tell whether what follows is told for each of so many: "Each of the [six] buyers took 12 homes"."""
    text, start = figure.sentence.within, figure.phrase.start
    return EACH_OF.search(text, max(figure.sentence.span.start, start - _LED), start) is not None


def _read(one: Claim, two: Claim, three: Claim) -> Lot | None:
    """Read the three in the first order in which words join them so."""
    return next(filter(None, (_in_order(order, (one, two, three)) for order in ORDERS)), None) or _over_years(one, two, three)


def _in_order(order: Order, figures: Lot) -> Lot | None:
    """Give count, price and sum, where figures that stand in an order can be these and its words stand between them."""
    count, price, total = (figures[order.places.index(part)] for part in _PLACES)
    of_one = order.of_one or order.led is EACH_OF or _is_for_one(price)
    of_one = of_one or (order.end is FOR_ONE_OF_THEM and _is_for_one_of(count, price))
    if not (count.kind in COUNTS and price.kind == total.kind == "money" and of_one):
        return None
    ends = [figure.phrase.end if figure is count else figure.span.end for figure in figures]
    text, (_, two, three) = count.sentence.within, figures
    beside = order.first.fullmatch(text, ends[0], two.phrase.start) and order.second.fullmatch(text, ends[1], three.phrase.start)
    if not beside or (order.end is not None and not order.end.match(text, ends[2])):
        return None
    start = figures[0].phrase.start
    if order.led is not None and not order.led.search(text, max(count.sentence.span.start, start - _LED), start):
        return None
    if _WITH_MORE.match(text, ends[2]) or (order.on_credit and _ON_CREDIT.search(count.sentence.text)):
        return None
    whole = order.loose and _OF_A_WHOLE.search(
        text, max(count.sentence.span.start, count.phrase.start - _LED), count.phrase.start
    )
    return None if whole or (order.loose and _is_for_one(total)) else (count, price, total)


def _over_years(price: Claim, total: Claim, spell: Claim) -> Lot | None:
    """Read "$200 million a year, or $1 billion over five years"."""
    text, each = total.sentence.within, (price.quantity.unit or "").partition("/")[2] if price.quantity else ""
    timed = spell.kind == "duration" and spell.quantity is not None and spell.quantity.unit == each
    if not timed or not price.kind == total.kind == "money":
        return None
    beside = _OR.fullmatch(text, price.phrase.end, total.phrase.start) and _OVER.fullmatch(
        text, total.span.end, spell.phrase.start
    )
    return (spell, price, total) if beside and _CLOSED.match(text, spell.span.end) else None


def _is_for_one_of(count: Claim, price: Claim) -> bool:
    """Tell whether a sum is told for one of those who are counted: "20,000 people", "25 euros for each [inhabitant]"."""
    one = FOR_ONE_OF_THEM.match(price.sentence.within, price.span.end)
    if one is None:
        return False
    text, start = count.sentence.within, count.phrase.start
    lives = _LIVE_IN.search(text, max(count.sentence.span.start, start - _LED), start) is not None
    anyone = lives and all(map(_INHABITANTS.fullmatch, (one[1], count.counted or "")))
    return nouns.is_one_of(one[1], count.counted or "") or anyone


def _is_for_one(price: Claim) -> bool:
    """Tell whether a sum is told to be the price of one."""
    if price.kind != "money":
        return False
    unit = (price.quantity.unit or "") if price.quantity else ""
    return "/" in unit or EACH.match(price.sentence.within, price.span.end) is not None
