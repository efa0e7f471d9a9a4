"""``moved_by(level, before, change)``: how far a figure went from one level to the other, up or down as the text says.

    holds = "moved_by(level, before, change) == change"

"fell by 300 jobs to 4,200 from 4,500" is told right. Which way it went is what the text says of the change.

>>> from types import SimpleNamespace
>>> from factcheck.intervals import Amount, Interval
>>> from factcheck.operands import Context, Operand
>>> def figure(quote, value, way=None):
...     interval = Interval.point(value)
...     return Operand(quote, Amount(interval, interval), SimpleNamespace(direction=way))
>>> worth = evaluate(figure("4,200", 4200), figure("4,500", 4500), figure("300", 300, "down"), Context())
>>> worth.written, worth.amount.printed.low
('4,500 - 4,200', Fraction(300, 1))

Not checked: levels in different units, no word of which way it went.
"""

from __future__ import annotations

from factcheck import units
from factcheck.intervals import Amount, Interval
from factcheck.operands import Context, Operand, Worth, amount, amounts
from factcheck.relations.percent_moved import goes_up

TAKES = ("claim", "claim", "claim")
GIVES = "claim"
USES = (0, 1)
FACTS = ()

_POINTS = ("percentage_point", "basis_point")


def evaluate(level: Operand, before: Operand, change: Operand, context: Context) -> Worth:
    """Give the difference of the levels, in their unit.

    Raises:
        NotCheckedError: a figure is wanting, the units differ, or nothing says which way it went.

    """
    first, second = (level, before) if goes_up(change) else (before, level)
    more, less = amounts(first, second)
    apart = Amount(more.printed - less.printed, more.possible - less.possible, _plain(more.unit, amount(change).unit))
    return Worth(apart, f"{first.quote} - {second.quote}", GIVES, computed=True)


def solve(wanted: Interval, level: Operand, before: Operand, change: Operand, context: Context) -> Interval:
    """Give the levels that lie ``wanted`` from ``before``."""
    step = wanted if goes_up(change) else -wanted
    return amount(before).possible + step


def _plain(unit: str | None, change: str | None) -> str | None:
    """Give the unit of a change: a price for one thing changes by plain money or for one, too, a percentage by points.

    So much a month may be how fast a sum went, month by month.
    """
    if unit == "percent" and change in _POINTS:
        return "percentage_point"
    if unit is None or change is None:
        return unit
    plain = change == unit.partition("/")[0] or unit == change.partition("/")[0]
    return change if plain and not units.is_spell(change.partition("/")[2]) else unit
