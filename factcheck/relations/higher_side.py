"""``higher_side(told)``: what the side of a score has that has more.

    holds = "goals <= higher_side(score)"

Who won 2-1 scored two goals, and so nobody scored three.

>>> from fractions import Fraction
>>> from types import SimpleNamespace
>>> from factcheck.operands import Context, Operand
>>> worth = evaluate(Operand("1-2", claim=SimpleNamespace(ends=(Fraction(1), Fraction(2)))), Context())
>>> worth.written, worth.amount.printed.low
('2 of 1-2', Fraction(2, 1))

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
FACTS = ("higher",)


def evaluate(told: Operand, context: Context) -> Worth:
    """Give the larger of the two numbers.

    Raises:
        NotCheckedError: it has no two sides.

    """
    more = max(sides(told))
    point = Interval.point(more)
    return Worth(Amount(point, point), f"{figure(more)} of {told.quote}", GIVES, computed=True, facts={"higher": figure(more)})
