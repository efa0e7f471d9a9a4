"""``part_moved(level, before, part)``: the part by which a figure went from one level to the other.

    holds = "part_moved(level, before, part) == part"

"fell by a third, to 640 from 1,000" is told right: a part in words is a round one, and leaves a fifth of itself on each side.
Which way it went is what the text says of the part.

>>> from fractions import Fraction
>>> from types import SimpleNamespace
>>> from factcheck.intervals import Amount, Interval
>>> from factcheck.operands import Context, Operand
>>> def figure(quote, value, way=None):
...     interval = Interval.point(Fraction(value))
...     return Operand(quote, Amount(interval, interval), SimpleNamespace(direction=way, hedge_kinds=frozenset()))
>>> worth = evaluate(figure("812", 812), figure("1,018", 1018), figure("half", "1/2", "down"), Context())
>>> worth.written, worth.facts["moved"]
('100 * (1 - 812 / 1,018) = 20.236 percent', 'down 20.2 percent')

Not checked: a level that is not above zero, levels in different units, a part of which the text does not say the way.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.intervals import Amount, Interval
from factcheck.operands import Context, Operand, Worth, amount
from factcheck.relations.percent_moved import as_printed, facts_of, gone_of, reckoned

TAKES = ("claim", "claim", "number")
GIVES = "number"
USES = (0, 1)
FACTS = ("moved", "told")

_LIKE = "10 percent"
"""The manner in which the right change is told, as the text has no percent."""
_ROOM = Fraction(1, 5)
"""Of the part that is told, on each side of it."""


def evaluate(level: Operand, before: Operand, part: Operand, context: Context) -> Worth:
    """Give the part from ``before`` to ``level``, up or down as the text says.

    Raises:
        NotCheckedError: a figure is wanting, is not above zero, or is in another unit than the other.

    """
    gone, told, calculation = gone_of(level, before, part)
    room = _ROOM * as_printed(amount(part))
    possible = gone.possible + Interval(-room, room)
    facts = facts_of(told, part, like=_LIKE)
    return Worth(Amount(gone.printed, possible), reckoned(calculation, 100 * told), GIVES, told=told, facts=facts)
