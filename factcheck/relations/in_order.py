"""``in_order(range)``: a range is told from its lower end to its higher.

    holds = "in_order(range)"

"between 20 and 30" is in order, "between 30 and 20" is not.

>>> from fractions import Fraction
>>> from types import SimpleNamespace
>>> from factcheck.operands import Context, Operand
>>> claim = SimpleNamespace(ends=(Fraction(30), Fraction(20)))
>>> outcome = evaluate(Operand("30 and 20", claim=claim), Context())
>>> outcome.verdict, outcome.calculation
('cannot hold', '30 > 20')

Not checked: a figure that is no range.
"""

from __future__ import annotations

from factcheck.manners.calculations import figure
from factcheck.operands import Context, NotCheckedError, Operand, Outcome, statement

TAKES = ("claim",)
GIVES = "verdict"
USES = (0,)
FACTS = ()


def evaluate(range_: Operand, context: Context) -> Outcome:
    """Tell whether the first end is the lower one.

    Raises:
        NotCheckedError: the figure has no two ends.

    """
    ends = statement(range_).ends
    if ends is None:
        raise NotCheckedError(f"{range_.quote} is no range")
    first, last = ends
    if first <= last:
        return Outcome("holds", calculation=f"{figure(first)} <= {figure(last)}")
    return Outcome("cannot hold", "the higher end comes first", f"{figure(first)} > {figure(last)}")
