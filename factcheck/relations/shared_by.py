"""``shared_by(whole, number, average)``: what a whole comes to for each of so many, as an average is told.

    holds = "average == shared_by(whole, number, average)"

An average is rounded as its writer likes: it may be off by one of its last digit that counts.

>>> from fractions import Fraction
>>> from factcheck.intervals import Amount, Interval
>>> from factcheck.operands import Context, Operand
>>> def told(quote, value):
...     return Operand(quote, Amount(Interval.point(value), Interval.point(value)))
>>> worth = evaluate(told("1,260", 1260), told("five", 5), told("250", 250), Context())
>>> worth.written, worth.amount.printed.low, worth.amount.printed.high
('1,260 / five', Fraction(242, 1), Fraction(262, 1))

Not checked: a figure is wanting, or the number is none.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.intervals import Amount, Interval
from factcheck.operands import Context, NotCheckedError, Operand, Worth, amount
from factcheck.relations.percent_moved import as_printed

TAKES = ("claim", "claim", "claim")
GIVES = "claim"
USES = (0, 1)
FACTS = ()

_TEN = 10
_FINEST = Fraction(1, 10**9)


def evaluate(whole: Operand, number: Operand, average: Operand, context: Context) -> Worth:
    """Give the whole divided by the number, with the room that the average's last digit leaves.

    Raises:
        NotCheckedError: a figure is wanting, or there are none to share by.

    """
    all_, many, each = amount(whole), _number(number), amount(average)
    if as_printed(many) <= 0:
        raise NotCheckedError(f"{number.quote} shares nothing")
    step = last_digit(as_printed(each))
    room = Interval(-step, step)
    share = Amount(all_.printed / many.printed + room, all_.possible / many.possible + room, each.unit)
    told = as_printed(all_) / as_printed(many)
    return Worth(share, f"{whole.quote} / {number.quote}", GIVES, computed=True, told=told)


def _number(number: Operand) -> Amount:
    """Give by how many a whole is shared: a figure, or the days or years of a period ("the past 14 days")."""
    written = number.claim.written if number.claim is not None and number.claim.kind == "period" else None
    if written is None:
        return amount(number)
    count = Interval.point(written.count)
    return Amount(count, count, None)


def last_digit(value: Fraction) -> Fraction:
    """Give what the last digit of a figure counts that is not zero: 10 of 250, a tenth of 2.5."""
    if value == 0:
        return Fraction(1)
    step = Fraction(1)
    while (value / step).denominator > 1 and step > _FINEST:
        step /= _TEN
    while (value / (step * _TEN)).denominator == 1:
        step *= _TEN
    return step
