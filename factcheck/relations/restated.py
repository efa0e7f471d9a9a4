"""``restated(given, converted)``: a figure as one that tells it again in another unit takes it.

    holds = "restated(given, converted) == converted"

Who converts reckons with the figure as it is printed. So where the second figure is the finer one, the rounding of the first
counts for a tenth of its value at most: "200 km (124 miles)" is no 250 km, and 144 miles are none of its.

Winds and distances are often told in steps of five, both of them reckoned from a third unit: "105 mph (165 km/h)" are 90 knots.
Where both whole numbers end so, each can be half a step off.

>>> from fractions import Fraction
>>> from factcheck.intervals import Amount, Interval
>>> from factcheck.operands import Context, Operand
>>> def told(written, value, half):
...     around = Interval(Fraction(value - half), Fraction(value + half))
...     return Operand(written, Amount(around, around))
>>> worth = evaluate(told("200 km", 200, 50), told("124 miles", 124, 0), Context())
>>> worth.amount.possible.low, worth.amount.possible.high
(Fraction(180, 1), Fraction(220, 1))
>>> evaluate(told("200 km", 200, 50), told("100 miles", 100, 50), Context()).amount.possible.high
Fraction(250, 1)
>>> evaluate(told("205 km/h", 205, Fraction(1, 2)), told("125 mph", 125, Fraction(1, 2)), Context()).amount.possible.low
Fraction(992, 5)
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.intervals import Amount, Interval
from factcheck.operands import Context, NotCheckedError, Operand, Worth

TAKES = ("claim", "claim")
GIVES = "claim"
USES = (0,)
FACTS = ()

_TENTH = Fraction(1, 10)
_MOST = 10_000
"""Above it a figure that ends in a 5 is one with a scale word: 3.5 million."""


def evaluate(given: Operand, converted: Operand, context: Context) -> Worth:
    """Give the first figure with as much room as the second one leaves it.

    Raises:
        NotCheckedError: an operand has no figure.

    """
    if given.amount is None or converted.amount is None:
        raise NotCheckedError(f"{given.quote if given.amount is None else converted.quote} gives no figure")
    several = given.claim is not None and given.claim.is_range  # its room is no rounding
    sharp = given.amount if several else sharpened(given.amount, converted.amount)
    return Worth(in_steps(sharp, given.amount.printed, converted.amount.printed), given.quote, GIVES)


def solve(wanted: Interval, given: Operand, converted: Operand, context: Context) -> Interval:
    """Give the figures that the second one can be telling again."""
    return wanted


def sharpened(given: Amount, converted: Amount) -> Amount:
    """Give an amount with a tenth of its value for its rounding where the one that it was converted to is finer."""
    ours, theirs = _share(given.printed), _share(converted.printed)
    middle = given.printed.middle
    if middle is None or ours is None or theirs is None or not theirs < ours or ours <= _TENTH:
        return given
    near = Interval.around(middle, _TENTH)
    bounded = None in (given.possible.low, given.possible.high)
    return Amount(given.printed & near, given.possible if bounded else given.possible & near, given.unit)


def in_steps(given: Amount, ours: Interval, theirs: Interval) -> Amount:
    """Give an amount with room for half a step of five in both figures, where both can be told in such steps."""
    steps = [_step(printed) for printed in (ours, theirs)]
    middle, shares = ours.middle, [share for share in steps if share is not None]
    if middle is None or len(shares) < len(steps) or sum(shares) == 0:
        return given
    wide, possible = Interval.around(middle, sum(shares, Fraction())), given.possible
    low = None if possible.low is None or wide.low is None else min(possible.low, wide.low)
    high = None if possible.high is None or wide.high is None else max(possible.high, wide.high)
    return Amount(given.printed, Interval(low, high), given.unit)


def _step(printed: Interval) -> Fraction | None:
    """Give half a step of five as a share of a whole number whose last digit is one; nought if it ends in noughts, else None."""
    middle, share = printed.middle, _share(printed)
    if not middle or share is None or printed.low is None:
        return None
    last = 2 * (middle - printed.low)
    if last >= 1 and middle % (5 * last) == 0 and middle < _MOST:
        return 5 * share if 5 * share <= _TENTH else None
    return Fraction() if last > 1 else None


def _share(printed: Interval) -> Fraction | None:
    """Give half the room of a figure's rounding as a share of it; None where it is not above nought, or has no end."""
    if printed.low is None or printed.high is None or printed.low <= 0:
        return None
    return (printed.high - printed.low) / (printed.high + printed.low)
