"""``lead(told)``: by how much one side of a score or a vote is ahead of the other.

    holds = "margin == lead(vote)"

"56-46" is a majority of 10.

>>> from fractions import Fraction
>>> from types import SimpleNamespace
>>> from factcheck.operands import Context, Operand
>>> worth = evaluate(Operand("56-46", claim=SimpleNamespace(ends=(Fraction(56), Fraction(46)))), Context())
>>> worth.written, worth.amount.printed.low
('56 - 46', Fraction(10, 1))

Not checked: what has no two sides.
"""

from __future__ import annotations

from factcheck.intervals import Amount, Interval
from factcheck.manners.calculations import figure
from factcheck.operands import Context, Operand, Worth
from factcheck.relations.both_sides import sides

TAKES = ("claim",)
GIVES = "number"
USES = (0,)
FACTS = ()


def evaluate(told: Operand, context: Context) -> Worth:
    """Give the difference of the two sides.

    Raises:
        NotCheckedError: it has no two sides.

    """
    less, more = sorted(sides(told))
    point = Interval.point(more - less)
    return Worth(Amount(point, point), f"{figure(more)} - {figure(less)}", GIVES, computed=True)
