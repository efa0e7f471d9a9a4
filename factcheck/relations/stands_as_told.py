"""``stands_as_told(value, reference)``: a figure that is told to be above another is larger, one below it smaller.

    holds = "stands_as_told(value, reference)"

"26 cents a share, above the 37 cents expected" cannot hold. Figures that rounding or a hedge can make equal may hold.

>>> from types import SimpleNamespace
>>> from factcheck.intervals import Amount, Interval
>>> from factcheck.operands import Context, Operand
>>> def figure(quote, value, way=None):
...     interval = Interval.point(value)
...     return Operand(quote, Amount(interval, interval), SimpleNamespace(direction=way))
>>> outcome = evaluate(figure("26", 26), figure("37", 37, "above"), Context())
>>> outcome.verdict, outcome.calculation, outcome.facts["right"]
('cannot hold', '26 < 37: below, not above', 'below')
>>> evaluate(figure("26", 26), figure("37", 37, "under"), Context()).verdict
'holds'

Not checked: figures in different units, no word of where the first stands.
"""

from __future__ import annotations

from factcheck.operands import Context, NotCheckedError, Operand, Outcome, statement
from factcheck.relations.moved_as_told import ordered

TAKES = ("claim", "claim")
GIVES = "verdict"
USES = (0, 1)
FACTS = ("told", "right")


def evaluate(value: Operand, reference: Operand, context: Context) -> Outcome:
    """Tell whether the figure stands on the side of the other that the text says.

    Raises:
        NotCheckedError: a figure is wanting, the units differ, or nothing says where it stands.

    """
    side = statement(reference).direction
    if side not in ("above", "under"):
        raise NotCheckedError(f"nothing says whether {value.quote} is above {reference.quote}")
    return ordered(value, reference, larger=side == "above", words=("above", "below"))
