"""Links to a sum from the count and the price of one that make it: "20 million shares at $15 each, raising $300 million".

The three stand in one breath: the count with its noun, "at" or "for" and a price for one, and the sum behind a verb that says
what was got or paid; or the sum first, "$300 million for 20 million shares at $15 each", "$300 million, or $15 a share, based on
20 million shares". What is paid by the year makes its sum over years, too: "$200 million a year, or $1 billion over five years".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from factcheck.claims import COUNTS, Claim, Line, series
from factcheck.claims.phrases import nouns
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.values import frozen

KIND = "lot"
ROUND = 1
ONE = True
INHERITS: frozenset[str] = frozenset()
PARTS = ("count", "price")
"""Of a sum: how many were bought or sold, and what one of them cost."""

_AT = pattern(r",?(?: [a-z]+){0,3}? (?:at|for|priced at|at a price of|costs?|costing) ")
_EACH = pattern(r" (?:each|apiece|(?:a|per) <<each>>)\b")
_MAKING = pattern(r"(?: (?:each|apiece|a [a-z]+|per [a-z]+))?, <<raising>> ")
_FOR_EACH_OF = pattern(r" for (?:each|every one) of (?:<<definite>>|those) ")
_COMES_TO = pattern(r",? (?:or |for |making )?a total of (?:<<about>> )?")
_IN_ALL = pattern(r" <<in-all>> ?(?:[.,;)]|\Z)")
_EACH_OF = pattern(r"\b[Ee](?:ach|very one) of (?:<<definite>> |those )?\Z")
_GETS = pattern(r"(?: (?!(?:and|but|or|in|from|to|with|of|at)\b)[a-z’'-]+){1,6} (?:<<about>> )?")
_EACH_GETS = pattern(r"(?: [a-z]+){0,2} each (?:(?!(?:and|but|or|than)\b)[a-z-]+ ){1,5}(?:<<about>> )?")
_ALL_TOLD = pattern(r" (?:each|apiece),? (?:(?:or|for|making) )?(?:a total of )?(?:<<about>> )?")
_COSTING = pattern(r", (?:costing|at a cost to|which (?:costs|will cost)) (?:<<definite>> )?(?:[a-z]+ )?(?:of )?(?:<<about>> )?")
_IN_PARTS = pattern(r"(?: [a-z’'-]+){0,5} (?:in|over) ")
_OF_EACH = pattern(r"(?:(?<=instalments)|(?<=installments)|(?<=payments)|(?<=tranches)) of (?:<<about>> )?")
_AMONG = pattern(r",? (?:equally |evenly )?(?:among|between) (?:all )?(?:<<definite>> )?(?:all )?")
_OR_FOR_EACH = pattern(r",? (?:or |that is )?(?:<<about>> )?")
_OR_ONE = pattern(r"(?:,? or |, that is | \((?:or )?)(?:<<about>> )?")
_IN_ONE_BREATH = pattern(r"(?: (?!(?:and|but|or|than|plus|with|more|another)\b)[a-z’'-]+){0,5} (?:<<about>> )?")
_FOR_ONE_OF_THEM = pattern(r" (?:for (?:each|every)|per|a) ([a-z]+) ?(?:[.;)]|\Z|, (?:and|but|while) )")
_FOR = pattern(r" for (?:<<definite>> |all )?")
_OR = pattern(r",? or | \((?:or )?")
_BASED_ON = pattern(r"[,)]* based on (?:<<definite>> |the company’s )?")
_OVER = pattern(r" (?:over|in|for|during) (?:<<determiner>> (?:[a-z]+ )?)?")
_CLOSED = pattern(r" ?(?:[.,;)]|\Z)")
_WORDS = (
    r"(?:,? (?!(?:and|but|or|plus|with|while|including|who|that|which|when|than|worth|to|for|at)\b)[^\W\d][\w.&’'-]*"
    r"(?:(?<=[cC]orp)\.|(?<=Inc)\.|(?<=Co)\.)?){0,12}?"
)
"""Behind a count: what was sold, by whom and when."""
_SOLD_AT = pattern(rf"{_WORDS},? at (?:(?:an?|the) (?:[a-z]+ ){{0,2}}(?:price|cost|rate|value) of )?(?:<<about>> )?")
_SOLD_FOR = pattern(rf"{_WORDS},? for (?:<<about>> )?")
_OR_IN_ALL = pattern(
    r"(?: (?:each|apiece|(?:a|per) [a-z]+))?,? (?:or|for)"
    r"(?: an? (?:[a-z]+ ){0,2}(?:total|payment|sum|consideration|value)(?: [a-z]+)? of)? (?:<<about>> )?"
)
_OR_EACH = pattern(r"(?: in cash)?,? (?:or|at) (?:<<about>> )?")
_TO_BUY = pattern(
    r"(?: of <<definite>> proceeds)?"
    r" (?:by (?:issuing|selling)|to buy|to purchase|(?:issue|offering|sale|placement)(?: in [A-Z]\w+)? of)"
    r" (?:<<about>> )?"
)
_WORTH = pattern(r",? (?:(?:<<is>>|would be) )?(?:worth|valued at) (?:<<about>> )?")
_AT_CLOSE = pattern(r",? (?:at|based on|using) (?:[\w’'-]+ ){0,6}?(?:price|close) of ")
_ALONE = pattern(
    r"(?: (?:each|apiece|(?:a|per) [a-z]+))?(?: in (?:cash|all|total))?"
    r" ?(?:[.;)]|\Z|,(?! (?:and|including|plus|with|after|net|less|before|minus|<<about>>)\b)| (?:to|from|under|as)\b)"
)
"""Behind the last of the three: nothing is added or taken off."""
_INHABITANTS = pattern(r"(?:<<inhabitants>>)")
_LIVE_IN = pattern(r"\b(?:<<settlements>>|<<lands>>) of (?:<<about>> )?\Z")
_EACH_ALONE = pattern(r" (?:each|apiece) ?(?:[.;)]|\Z|, (?:and|but|while) )")
_OF_A_WHOLE = pattern(r"(?:\d|illion|mln|half|most|some|all|percent|%|pct) of <<definite>> \Z")
_LED = 24
_WITH_MORE = pattern(r"(?: (?:each|apiece))?(?:,? (?:and|plus) an? (?!<<spells>>)|,? with |, [^.;\d]{1,40} included\b)")
"""Behind a price or a sum: it is of something else, too."""
_ON_CREDIT = pattern(r"\b(?i:loans?|debts?|credit|mortgages?|bonds?|interest|lent|borrowed|financed|repaid|paid back)\b")
"""What is paid in instalments that hold interest."""
_END = pattern(r"(?: <<in-all>>)? ?(?:[.,;)]|\Z)")


Lot = tuple[Claim, Claim, Claim]
"""A count, the price of one, and the sum."""
_PLACES = (*PARTS, "total")
_NEAR = 4  # figures before a count that may be meant for it


@frozen
class _Order:
    """In which order the three stand, the words between the first two and the last two, what must follow and what must lead."""

    places: tuple[str, str, str]
    first: re.Pattern[str]
    second: re.Pattern[str]
    end: re.Pattern[str] | None = None
    led: re.Pattern[str] | None = None


_ORDERS = (
    _Order(("count", "price", "total"), _AT, _MAKING, _END),  # "20 million shares at $15 each, raising $300 million"
    _Order(("total", "count", "price"), _FOR, _AT),  # "paid $300 million for 20 million shares at $15 each"
    _Order(("price", "count", "total"), _FOR_EACH_OF, _COMES_TO, _END),  # "$4 for each of its 12 boats, a total of $48"
    _Order(("price", "count", "total"), _FOR_EACH_OF, _OR, _IN_ALL),  # "$4 for each of its 12 boats, or $48 in all"
    _Order(("total", "price", "count"), _OR, _BASED_ON),  # "$300 million, or $15 a share, based on 20 million shares"
    _Order(("count", "price", "total"), _SOLD_AT, _OR_IN_ALL, _ALONE),  # "20 million shares of Wren at $15 each, or $300 million"
    _Order(("count", "total", "price"), _SOLD_FOR, _OR_EACH, _ALONE),  # "20 million shares for $300 million, or $15 a share"
    _Order(("total", "count", "price"), _TO_BUY, _SOLD_AT, _ALONE),  # "$300 million to buy 20 million shares at $15 each"
    _Order(("count", "total", "price"), _WORTH, _AT_CLOSE, _ALONE),  # "20 million shares, worth $300 million at a close of $15"
    _Order(("count", "price", "total"), _GETS, _COMES_TO, _END, _EACH_OF),  # "Each of the 12 towns gets $4, a total of $48"
    _Order(("count", "price", "total"), _GETS, _ALL_TOLD, _IN_ALL),  # "The 12 towns get $4 each, $48 in all"
    _Order(("count", "price", "total"), _EACH_GETS, _COSTING, _END),  # "the 12 men each get a bonus of $4, costing the firm $48"
    _Order(("total", "count", "price"), _AMONG, _OR_FOR_EACH, _EACH_ALONE),  # "$48 among its 12 men, $4 each"
    _Order(("total", "price", "count"), _OR_ONE, _FOR_EACH_OF, _END),  # "$48, or $4 for each of its 12 men"
    _Order(("count", "total", "price"), _IN_ONE_BREATH, _OR_ONE, _FOR_ONE_OF_THEM),  # "a town of 12 men $48, or $4 for each man"
    _Order(("total", "count", "price"), _IN_PARTS, _OF_EACH, _END),  # "$48 to be paid in 12 instalments of $4"
)
_OF_ONE = frozenset({_FOR_EACH_OF, _EACH_GETS, _IN_PARTS})
"""What leads from one figure to the next where one of several is told to have so much."""
_LOOSE = frozenset({_SOLD_AT, _SOLD_FOR, _TO_BUY, _WORTH})
"""What leads from the first figure to the second in a sentence that may tell of other lots, too."""
_SHARED = pattern(r"\b(?:share|shares|shared|sharing|split|splits|divide|divides|divided)\b[^.;:()\d]{0,40}\Z")
_TO_SHARE = pattern(r"(?: (?:to be|will be|was|is|is to be|were))? (?:shared|split|divided)\b")
"""Around a sum that several share."""
_IS_GIVEN = pattern(
    r"(?: (?!(?:and|but|or|in|from|to|with|of|at)\b)[a-z’'-]+){0,3}?"
    r" (?:gets?|got|receives?|received|collects?|takes?|be given|be paid)"
    r" (?:<<about>> )?"
)
_ALSO = pattern(r"\b(?:also|another|more|additional|extra|further|besides|(?:a|per|every) (?:year|month|week)|up to)\b")
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
    each = _EACH_OF.fullmatch(opens) is not None and _IS_GIVEN.fullmatch(text, count.phrase.end, price.phrase.start) is not None
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
    return _EACH_OF.search(text, max(figure.sentence.span.start, start - _LED), start) is not None


def _read(one: Claim, two: Claim, three: Claim) -> Lot | None:
    """Read the three in the first order in which words join them so."""
    return next(filter(None, (_in_order(order, (one, two, three)) for order in _ORDERS)), None) or _over_years(one, two, three)


def _in_order(order: _Order, figures: Lot) -> Lot | None:
    """Give count, price and sum, where figures that stand in an order can be these and its words stand between them."""
    count, price, total = (figures[order.places.index(part)] for part in _PLACES)
    behind = {order.first, order.second}
    of_one = not _OF_ONE.isdisjoint(behind) or order.second is _AT_CLOSE or order.led is not None or _is_for_one(price)
    of_one = of_one or (order.end is _FOR_ONE_OF_THEM and _is_for_one_of(count, price))
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
    if _WITH_MORE.match(text, ends[2]) or (order.first is _IN_PARTS and _ON_CREDIT.search(count.sentence.text)):
        return None
    whole = order.first in _LOOSE and _OF_A_WHOLE.search(
        text, max(count.sentence.span.start, count.phrase.start - _LED), count.phrase.start
    )
    return None if whole or (order.first in _LOOSE and _is_for_one(total)) else (count, price, total)


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
    one = _FOR_ONE_OF_THEM.match(price.sentence.within, price.span.end)
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
    return "/" in unit or _EACH.match(price.sentence.within, price.span.end) is not None
