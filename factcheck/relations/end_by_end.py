"""``end_by_end(given, converted)``: a range told again in another unit or currency has both its ends converted.

    holds = "end_by_end(given, converted)"

"10 to 12 miles (16 to 91 km)" is wrong at its upper end, though the two ranges overlap. The lower end is set against the lower
one, the upper against the upper: each as far as its last digit goes, money at any rate of the days that the story may have
converted at. Where the ranges do not even overlap, that is told of them as a whole, and not here.

>>> from fractions import Fraction
>>> from types import SimpleNamespace
>>> from factcheck.intervals import Amount, Interval
>>> from factcheck.operands import Context, Operand
>>> def told(low, high, unit):
...     around = Interval(low - Fraction(1, 2), high + Fraction(1, 2))
...     return Operand(f"{low} to {high}", Amount(around, around, unit), SimpleNamespace(ends=(Fraction(low), Fraction(high))))
>>> evaluate(told(10, 12, "mile"), told(16, 91, "kilometer"), Context()).facts
{'end': 'upper', 'right': '19.3 km', 'wrong': '91 km'}
>>> evaluate(told(10, 12, "mile"), told(16, 19, "kilometer"), Context()).verdict
'holds'

Not checked: a figure that is no range, a range that is open at an end, money without a publication date or a rate.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck import units
from factcheck.intervals import Amount, Interval
from factcheck.manners import written
from factcheck.operands import Context, NotCheckedError, Operand, Outcome, amount, statement
from factcheck.relations import at_rate, restated
from factcheck.values import evolve

TAKES = ("claim", "claim")
GIVES = "verdict"
USES = (0, 1)
FACTS = ("end", "right", "wrong")

_FIVE = 5


def evaluate(given: Operand, converted: Operand, context: Context) -> Outcome:
    """Tell whether both ends are converted right.

    Raises:
        NotCheckedError: a figure is no range with two ends, the two ranges do not overlap, or a rate is wanting.

    """
    faults: list[NotCheckedError] = []
    pairs: dict[str, tuple[Amount, Amount]] = {}
    for end, one, other in zip(("lower", "upper"), ends_of(given), ends_of(converted), strict=True):
        try:
            pairs[end] = _converted(one, other, context), amount(other)
        except NotCheckedError as fault:  # a rate that somebody may expect: the other end can still be wrong
            faults.append(fault)
    fives = all(end % _FIVE == 0 for part in (given, converted) for end in statement(part).ends or ())
    wrong = [end for end, (ours, theirs) in pairs.items() if not _agree(ours, _to_fives(theirs) if fives else theirs)]
    if not faults and not _overlap(*pairs.values()):
        raise NotCheckedError("the two ranges do not overlap")
    calculation = f"{given.quote} against {converted.quote}, end by end"
    if wrong:
        right, told = (written(one.printed.middle or Fraction(0), one.unit, like=converted.quote) for one in pairs[wrong[0]])
        facts = {"end": wrong[0], "right": right, "wrong": told}
        return Outcome("cannot hold", f"its {wrong[0]} end is about {right}", calculation, facts)
    if faults:
        raise faults[0]
    agree = all(ours.printed.meets(theirs.printed) for ours, theirs in pairs.values())
    return Outcome("holds" if agree else "may hold", "" if agree else "its ends agree only loosely", calculation)


def _to_fives(told: Amount) -> Amount:
    """Give a round end as far as it can be rounded: "170 to 200 km (105 to 125 miles)" has none but fives and tens."""
    room = Interval(-Fraction(_FIVE, 2), Fraction(_FIVE, 2))
    return evolve(told, printed=told.printed + room, possible=told.possible + room)


def _agree(ours: Amount, theirs: Amount) -> bool:
    return ours.printed.meets(theirs.printed) or ours.possible.meets(theirs.possible)


def _overlap(lower: tuple[Amount, Amount], upper: tuple[Amount, Amount]) -> bool:
    """Tell whether two ranges have something in common, from their ends."""
    ours, theirs = (Interval(low.possible.low, high.possible.high) for low, high in zip(lower, upper, strict=True))
    return ours.meets(theirs)


def ends_of(operand: Operand) -> tuple[Operand, Operand]:
    """Give the two ends of a range, the lower one first, each with the room that the range as a whole has on its side."""
    told, ends = amount(operand), statement(operand).ends
    if ends is None:
        raise NotCheckedError(f"{operand.quote} is no range")
    parts = [(_near(part, min(ends), lower=True), _near(part, max(ends), lower=False)) for part in (told.printed, told.possible)]
    lower, upper = (Amount(printed, possible, told.unit) for printed, possible in zip(*parts, strict=True))
    return evolve(operand, amount=lower), evolve(operand, amount=upper)


def _near(whole: Interval, end: Fraction, *, lower: bool) -> Interval:
    """Give what one end of a range can stand for: as much to both sides as the range has beyond it."""
    beyond = whole.low if lower else whole.high
    if beyond is None:
        raise NotCheckedError("a range is open at an end")
    return Interval(beyond, 2 * end - beyond) if lower else Interval(2 * end - beyond, beyond)


def _converted(end: Operand, other: Operand, context: Context) -> Amount:
    """Give an end in the unit of another."""
    own, theirs = amount(end), amount(other)
    if own.unit in (None, theirs.unit) or theirs.unit is None:
        raise NotCheckedError(f"{end.quote} and {other.quote} are in one unit")
    if units.dimension(own.unit) != units.dimension(theirs.unit):
        return at_rate.evaluate(end, other, context).amount
    own = restated.in_steps(own, own.printed, theirs.printed)
    printed, possible = (units.convert(part, own.unit, theirs.unit) for part in (own.printed, own.possible))
    return Amount(printed, possible, theirs.unit)
