"""``moved_as_told(level, before)``: a figure that is told to have risen is higher than it was, one that fell lower.

    holds = "moved_as_told(level, before)"

"rose to 5 from 7" cannot hold. Two figures that are printed alike may hide a small change.

>>> from types import SimpleNamespace
>>> from factcheck.intervals import Amount, Interval
>>> from factcheck.operands import Context, Operand
>>> def figure(quote, value, way=None):
...     interval = Interval.point(value)
...     return Operand(quote, Amount(interval, interval), SimpleNamespace(direction=way))
>>> outcome = evaluate(figure("5", 5), figure("7", 7, "up"), Context())
>>> outcome.verdict, outcome.calculation, outcome.facts["right"]
('cannot hold', '5 < 7: down, not up', 'down')
>>> evaluate(figure("5", 5), figure("7", 7, "down"), Context()).verdict
'holds'

Not checked: figures in different units, no word of which way it went.
"""

from __future__ import annotations

from factcheck.operands import Context, Operand, Outcome, amounts
from factcheck.relations.percent_moved import goes_up

TAKES = ("claim", "claim")
GIVES = "verdict"
USES = (0, 1)
FACTS = ("told", "right")


def evaluate(level: Operand, before: Operand, context: Context) -> Outcome:
    """Tell whether the levels stand as the text says that the figure went.

    Raises:
        NotCheckedError: a figure is wanting, the units differ, or nothing says which way it went.

    """
    return ordered(level, before, larger=goes_up(before), words=("up", "down"))


def ordered(one: Operand, other: Operand, *, larger: bool, words: tuple[str, str]) -> Outcome:
    """Tell whether a figure is larger than another (or smaller); ``words`` say what it is if it is larger, and if it is not.

    Raises:
        NotCheckedError: a figure is wanting, or the units differ.

    """
    told, right = words if larger else words[::-1]
    small, large = amounts(other, one) if larger else amounts(one, other)
    if small.possible.always_at_most(large.possible, strict=True):
        return Outcome("holds", calculation=f"{one.quote} {'>' if larger else '<'} {other.quote}")
    if not large.possible.always_at_most(small.possible, strict=True):
        return Outcome("may hold", "the two may be the same", f"{one.quote} against {other.quote}")
    calculation = f"{one.quote} {'<' if larger else '>'} {other.quote}: {right}, not {told}"
    return Outcome("cannot hold", f"it is told to be {told}", calculation, {"told": told, "right": right})
