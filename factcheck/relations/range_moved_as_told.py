"""``range_moved_as_told(level, before)``: a range that was raised lies higher than it did, one that was cut lower.

    holds = "range_moved_as_told(level, before)"

"raised to 10 to 12 from 14 to 15" cannot hold: both its ends went down. Where one end went the one way and the other did not,
the range may have been raised or cut; an end that is told alike has not moved. A single figure is both ends of its range.

>>> from fractions import Fraction
>>> from types import SimpleNamespace
>>> from factcheck.intervals import Amount, Interval
>>> from factcheck.operands import Context, Operand
>>> def told(low, high, way=None):
...     ends = Fraction(low), Fraction(high)
...     return Operand(f"{low} to {high}", Amount(*[Interval(*ends)] * 2), SimpleNamespace(ends=ends, direction=way))
>>> outcome = evaluate(told(10, 12), told(11, 15, "up"), Context())
>>> outcome.verdict, outcome.calculation, outcome.facts["right"]
('cannot hold', '10 to 12 < 11 to 15 at both ends: down, not up', 'down')
>>> evaluate(told(10, 12), told(11, 12, "up"), Context()).verdict
'may hold'
>>> evaluate(told(10, 13), told(10, 12, "up"), Context()).verdict
'holds'

Not checked: figures in different units, no word of which way it went.
"""

from __future__ import annotations

from factcheck.operands import Context, Operand, Outcome, amounts, statement
from factcheck.relations.end_by_end import ends_of
from factcheck.relations.percent_moved import goes_up

TAKES = ("claim", "claim")
GIVES = "verdict"
USES = (0, 1)
FACTS = ("told", "right")


def evaluate(level: Operand, before: Operand, context: Context) -> Outcome:
    """Tell whether both ends of a range stand as the text says that it went.

    Raises:
        NotCheckedError: a range is open at an end, the units differ, or nothing says which way it went.

    """
    told, right = ("up", "down") if goes_up(before) else ("down", "up")
    now, then = _ends(level), _ends(before)
    small, large = (then, now) if told == "up" else (now, then)
    ends = (amounts(one, other) for one, other in zip(small, large, strict=True))
    pairs = [(one.possible, other.possible) for one, other in ends]
    sign, wrong = ("<", ">") if right == "up" else (">", "<")
    calculation = f"{level.quote} {wrong} {before.quote} at both ends: {right}, not {told}"
    if all(not other.always_at_most(one, strict=True) for one, other in pairs):
        moved = any(one.always_at_most(other, strict=True) for one, other in pairs)
        reason = "" if moved else "the two may be the same"
        return Outcome("holds" if moved else "may hold", reason, f"{level.quote} {sign} {before.quote}, end by end")
    if all(other.always_at_most(one, strict=True) for one, other in pairs):
        return Outcome("cannot hold", f"it is told to be {told}", calculation, {"told": told, "right": right})
    return Outcome("may hold", "one end went the other way", f"{level.quote} against {before.quote}, end by end")


def _ends(told: Operand) -> tuple[Operand, Operand]:
    return ends_of(told) if statement(told).ends else (told, told)
