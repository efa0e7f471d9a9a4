"""``both_sides(told)``: the two numbers of a score or a vote added up.

    holds = "both_sides(vote) <= seats"

"67-38" are 105 votes; a series that ended 3-2 had five games at least.

>>> from fractions import Fraction
>>> from types import SimpleNamespace
>>> from factcheck.operands import Context, Operand
>>> worth = evaluate(Operand("67-38", claim=SimpleNamespace(ends=(Fraction(67), Fraction(38)))), Context())
>>> worth.written, worth.amount.printed.low
('67 + 38', Fraction(105, 1))

Not checked: what has no two sides.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.intervals import Amount, Interval
from factcheck.manners.calculations import figure
from factcheck.operands import Context, NotCheckedError, Operand, Worth, statement

TAKES = ("claim",)
GIVES = "number"
USES = (0,)
FACTS = ("both",)


def evaluate(told: Operand, context: Context) -> Worth:
    """Give the sum of the two sides.

    Raises:
        NotCheckedError: it has no two sides.

    """
    one, other = sides(told)
    point = Interval.point(one + other)
    written = f"{figure(one)} + {figure(other)}"
    return Worth(Amount(point, point), written, GIVES, computed=True, facts={"both": figure(one + other)})


def sides(told: Operand) -> tuple[Fraction, Fraction]:
    """Give the two numbers of a score or a vote.

    Raises:
        NotCheckedError: it has no two sides.

    """
    ends = statement(told).ends
    if ends is None:
        raise NotCheckedError(f"{told.quote} has no two sides")
    return ends
