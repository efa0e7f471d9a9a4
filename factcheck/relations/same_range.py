"""``same_range(later, earlier)``: two ranges have the same ends.

    holds = "same_range(later, earlier)"

"100 to 600 flights" is not "100 to 200 flights", though both can be true of 150 flights: who gives a range gives its ends. Ends
may differ by their rounding, and by a tenth where a figure is loose.

>>> from fractions import Fraction
>>> from factcheck.intervals import Amount, Interval
>>> from factcheck.operands import Context, Operand
>>> def flights(low, high):
...     return Operand(f"{low} to {high}", Amount(*[Interval(Fraction(low), Fraction(high))] * 2))
>>> evaluate(flights(100, 600), flights(100, 200), Context()).verdict
'cannot hold'
>>> evaluate(flights(100, 210), flights(100, 200), Context()).verdict
'may hold'

Not checked: a range that is open at an end.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.intervals import Interval
from factcheck.manners.calculations import figure
from factcheck.operands import Context, NotCheckedError, Operand, Outcome

TAKES = ("claim", "claim")
GIVES = "verdict"
USES = (0, 1)
FACTS = ()

_LOOSE = Fraction(1, 10)


def evaluate(later: Operand, earlier: Operand, context: Context) -> Outcome:
    """Tell whether both give the same ends.

    Raises:
        NotCheckedError: a range is open at an end.

    """
    apart = [_apart(one, other) for one, other in zip(_ends(later), _ends(earlier), strict=True)]
    calculation = f"{later.quote} against {earlier.quote}"
    if not any(apart):
        return Outcome("holds", calculation=calculation)
    if max(apart) <= _LOOSE:
        return Outcome("may hold", "their ends differ by a tenth at most", calculation)
    return Outcome("cannot hold", f"their ends differ by {figure(max(apart) * 100)} percent", calculation)


def _ends(operand: Operand) -> tuple[Fraction, Fraction]:
    printed = Interval() if operand.amount is None else operand.amount.printed
    if printed.low is None or printed.high is None:
        raise NotCheckedError(f"{operand.quote} is open at an end")
    return printed.low, printed.high


def _apart(one: Fraction, other: Fraction) -> Fraction:
    """Give by what share of the larger two ends differ."""
    larger = max(abs(one), abs(other))
    return abs(one - other) / larger if larger else Fraction(0)
