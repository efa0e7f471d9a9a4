"""``printed(claim)``: a figure as its digits say it, without the room that a bound before it leaves.

    holds = "printed(later) == printed(earlier)"

"More than $22 million" is true of $22 billion, too; but who tells one sum twice prints the same number both times.

>>> from fractions import Fraction
>>> from factcheck.intervals import Amount, Interval
>>> from factcheck.operands import Context, Operand
>>> low = Interval(Fraction(22), None, True)
>>> worth = evaluate(Operand("more than 22", Amount(Interval.point(22), low)), Context())
>>> worth.amount.possible == Interval.point(22), worth.written
(True, 'more than 22')

Not checked: an operand without a figure.
"""

from __future__ import annotations

from factcheck.intervals import Amount, Interval
from factcheck.operands import Context, NotCheckedError, Operand, Worth

TAKES = ("claim",)
GIVES = "claim"
USES = (0,)
FACTS = ()


def evaluate(claim: Operand, context: Context) -> Worth:
    """Give the figure with no more room than its rounding.

    Raises:
        NotCheckedError: the operand has no figure.

    """
    if claim.amount is None:
        raise NotCheckedError(f"{claim.quote} gives no figure")
    return Worth(Amount(claim.amount.printed, claim.amount.printed, claim.amount.unit), claim.quote, GIVES)


def solve(wanted: Interval, claim: Operand, context: Context) -> Interval:
    """Give the figures that the claim can be."""
    return wanted
