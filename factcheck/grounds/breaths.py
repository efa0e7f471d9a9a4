"""In which orders a count, the price of one and the sum stand in one breath, and the words that join them so.

Nothing comes in; `ORDERS` goes out, for links to a sum (`factcheck/story/lots.py`) to try one after the other.
"""

from __future__ import annotations

import re

from factcheck.patterns import pattern
from factcheck.values import frozen

_AT = pattern(r",?(?: [a-z]+){0,3}? (?:at|for|priced at|at a price of|costs?|costing) ")
EACH = pattern(r" (?:each|apiece|(?:a|per) <<each>>)\b")
_MAKING = pattern(r"(?: (?:each|apiece|a [a-z]+|per [a-z]+))?, (?:which )?<<raising>> ")
_THEN_MAKING = pattern(
    r" (?:each|apiece|(?:a|per) <<each>>),? (?:which )?(?:(?:will|would|could) )?<<making-sums>>"
    r"(?: (?:<<definite>> [a-z]+|it|them|[A-Z][a-z]+))?(?: at| in)? (?:<<about>> )?"
)
_FOR_EACH_OF = pattern(r" for (?:each|every one) of (?:<<definite>>|those) ")
_ON_EACH_OF = pattern(r" (?:on|to|from|for) (?:each|every one) of (?:<<definite>>|those) ")
_WOULD_MAKE = pattern(r" (?:will|would|could) <<making-sums>>(?: (?:in|<<definite>> [a-z]+|[A-Z][a-z]+))? (?:<<about>> )?")
_ONE_AT = pattern(r"\b[Aa]t \Z")
_ALL_OF = pattern(r"(?: (?:each|apiece|(?:a|per) <<each>>))?, (?:<<definite>> |all )?(?:[a-z]+[’']s )?")
_ARE_WORTH = pattern(r" (?:[a-z]+ )?(?:<<is>>|(?:would|will) be) (?:worth|valued at) (?:<<about>> )?")
_COMES_TO = pattern(r",? (?:or |for |making )?a total of (?:<<about>> )?|, which <<making-sums>> (?:in )?(?:<<about>> )?")
_IN_ALL = pattern(r" <<in-all>> ?(?:[.,;)]|\Z)")
EACH_OF = pattern(r"\b[Ee](?:ach|very one) of (?:<<definite>> |those )?\Z")
_GETS = pattern(r"(?: (?!(?:and|but|or|in|from|to|with|of|at)\b)[a-z’'-]+){1,6} (?:<<about>> )?")
_EACH_GETS = pattern(r"(?: [a-z]+){0,2} each (?:(?!(?:and|but|or|than)\b)[a-z-]+ ){1,5}(?:<<about>> )?")
_ALL_TOLD = pattern(r" (?:each|apiece),? (?:(?:or|for|making) )?(?:a total of )?(?:<<about>> )?")
_COSTING = pattern(r", (?:costing|at a cost to|which (?:costs|will cost)) (?:<<definite>> )?(?:[a-z]+ )?(?:of )?(?:<<about>> )?")
_IN_PARTS = pattern(r"(?: [a-z’'-]+){0,5} (?:in|over) ")
_OF_EACH = pattern(r"(?:(?<=instalments)|(?<=installments)|(?<=payments)|(?<=tranches)) of (?:<<about>> )?")
_AMONG = pattern(
    r",? (?:(?:equally |evenly )?(?:among|between)|(?:(?:to )?be (?:split|divided|shared) )?(?:equally|evenly) by)"
    r" (?:all )?(?:<<definite>> )?(?:all )?"
)
_OR_FOR_EACH = pattern(r",? (?:or |that is |each of (?:whom|which) (?:will )?(?:gets?|receives?|pays?) )?(?:<<about>> )?")
_OR = pattern(r",? or | \((?:or )?")
_OR_ONE = pattern(r"(?:,? or |, that is | \((?:or )?)(?:<<about>> )?")
_IN_ONE_BREATH = pattern(r"(?: (?!(?:and|but|or|than|plus|with|more|another)\b)[a-z’'-]+){0,5} (?:<<about>> )?")
FOR_ONE_OF_THEM = pattern(r" (?:for (?:each|every)|per|a) ([a-z]+) ?(?:[.;)]|\Z|, (?:and|but|while) )")
_FOR = pattern(r" for (?:<<definite>> |all )?")
_BASED_ON = pattern(r"[,)]* based on (?:<<definite>> |the company’s )?")
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
_EACH_ALONE = pattern(r" (?:each|apiece) ?(?:[.;)]|\Z|, (?:and|but|while) )")
_END = pattern(r"(?: <<in-all>>)? ?(?:[.,;)]|\Z)")


@frozen
class Order:
    """In which order the three stand, the words between the first two and the last two, what must follow and what must lead.

    ``of_one`` tells that the words themselves say that the price is for one; ``loose`` that other lots may be told of beside it,
    ``on_credit`` that interest may be.
    """

    places: tuple[str, str, str]
    first: re.Pattern[str]
    second: re.Pattern[str]
    end: re.Pattern[str] | None = None
    led: re.Pattern[str] | None = None
    of_one: bool = False
    loose: bool = False
    on_credit: bool = False


ORDERS = (
    Order(("count", "price", "total"), _AT, _MAKING, _END),  # "20 million shares at $15 each, raising $300 million"
    Order(
        ("count", "price", "total"), _AT, _THEN_MAKING, _END
    ),  # "20 million shares at $15 each, which values it at $300 million"
    Order(("total", "count", "price"), _FOR, _AT),  # "paid $300 million for 20 million shares at $15 each"
    Order(("total", "count", "price"), _FOR, _OR_FOR_EACH, _EACH_ALONE),  # "paid $48 for 12 boats, $4 apiece"
    Order(
        ("price", "count", "total"), _FOR_EACH_OF, _COMES_TO, _END, of_one=True
    ),  # "$4 for each of its 12 boats, a total of $48"
    Order(("price", "count", "total"), _FOR_EACH_OF, _OR, _IN_ALL, of_one=True),  # "$4 for each of its 12 boats, or $48 in all"
    Order(
        ("price", "count", "total"), _ON_EACH_OF, _WOULD_MAKE, _END, of_one=True
    ),  # "$4 on each of the 12 boats would raise $48"
    Order(("price", "count", "total"), _ALL_OF, _ARE_WORTH, _END, _ONE_AT),  # "At $15 a share, its 20 shares are worth $300"
    Order(("total", "price", "count"), _OR, _BASED_ON),  # "$300 million, or $15 a share, based on 20 million shares"
    Order(("count", "price", "total"), _SOLD_AT, _OR_IN_ALL, _ALONE, loose=True),  # "20 shares of Wren at $15 each, or $300"
    Order(("count", "total", "price"), _SOLD_FOR, _OR_EACH, _ALONE, loose=True),  # "20 shares for $300 million, or $15 a share"
    Order(("total", "count", "price"), _TO_BUY, _SOLD_AT, _ALONE, loose=True),  # "$300 million to buy 20 shares at $15 each"
    Order(("count", "total", "price"), _WORTH, _AT_CLOSE, _ALONE, of_one=True, loose=True),  # "20, worth $300 at a close of $15"
    Order(("count", "price", "total"), _GETS, _COMES_TO, _END, EACH_OF),  # "Each of the 12 towns gets $4, a total of $48"
    Order(("count", "price", "total"), _GETS, _ALL_TOLD, _IN_ALL),  # "The 12 towns get $4 each, $48 in all"
    Order(("count", "price", "total"), _EACH_GETS, _COSTING, _END, of_one=True),  # "the 12 men each get $4, costing the firm $48"
    Order(("count", "price", "total"), _EACH_GETS, _COMES_TO, _END, of_one=True),  # "the 12 men each paid $4, a total of $48"
    Order(("total", "count", "price"), _AMONG, _OR_FOR_EACH, _EACH_ALONE),  # "$48 among its 12 men, $4 each"
    Order(("total", "price", "count"), _OR_ONE, _FOR_EACH_OF, _END, of_one=True),  # "$48, or $4 for each of its 12 men"
    Order(("count", "total", "price"), _IN_ONE_BREATH, _OR_ONE, FOR_ONE_OF_THEM),  # "12 men $48, or $4 for each man"
    Order(("total", "count", "price"), _IN_PARTS, _OF_EACH, _END, of_one=True, on_credit=True),  # "$48 in 12 instalments of $4"
)
