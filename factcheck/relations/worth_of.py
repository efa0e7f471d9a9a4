"""``worth_of(count, price, total)``: what so many cost at so much each, in the currency of the total.

    holds = "total == worth_of(count, price, total)"

>>> from fractions import Fraction
>>> from factcheck.intervals import Amount, Interval
>>> from factcheck.operands import Context, Operand
>>> def told(quote, value, unit):
...     return Operand(quote, Amount(Interval.point(value), Interval.point(value), unit))
>>> worth = evaluate(told("600", 600, None), told("€1,500", 1500, "EUR"), told("€9 million", 9000000, "EUR"), Context())
>>> worth.written, worth.amount.printed.low
('600 * €1,500', Fraction(900000, 1))

Not checked: prices and totals in different currencies.
"""

from __future__ import annotations

from factcheck.intervals import Amount
from factcheck.operands import Context, NotCheckedError, Operand, Worth, amount
from factcheck.relations.percent_moved import as_printed

TAKES = ("claim", "money", "money")
GIVES = "money"
USES = (0, 1)
FACTS = ()


def evaluate(count: Operand, price: Operand, total: Operand, context: Context) -> Worth:
    """Give the count times the price.

    Raises:
        NotCheckedError: a figure is wanting, or the price is in another currency.

    """
    many, each, whole = amount(count), amount(price), amount(total)
    if (each.unit or "").partition("/")[0] != (whole.unit or ""):
        raise NotCheckedError(f"{price.quote} and {total.quote} are in different currencies")
    product = Amount(many.printed * each.printed, many.possible * each.possible, whole.unit)
    return Worth(product, f"{count.quote} * {price.quote}", GIVES, computed=True, told=as_printed(many) * as_printed(each))
