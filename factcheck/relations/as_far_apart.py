"""``as_far_apart(earlier, later, length)``: two days, months or years lie so far apart as is told beside them.

    holds = "as_far_apart(earlier, later, length)"

From 4 March to 21 April it is 48 days, 49 with both of them, and no other number. From one year to another every length from
the end of the one to the start of the other up to that of both together is right. Days without a year may lie
years apart, and in a leap year.

>>> from types import SimpleNamespace
>>> from factcheck.days import Days
>>> from factcheck.intervals import Amount, Interval
>>> from factcheck.operands import Context, Operand
>>> def day(month, day):
...     return Operand("then", claim=SimpleNamespace(written=Days(None, month, day)))
>>> told = Operand("38 days", Amount(Interval.point(38), Interval.point(38), "day"))
>>> outcome = evaluate(day(3, 4), day(4, 21), told, Context())
>>> outcome.verdict, outcome.facts["right"]
('cannot hold', '47 to 50 days')

Not checked: days that are not known, or in the wrong order; lengths in hours and the like.
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from factcheck.days import Days
from factcheck.intervals import Interval
from factcheck.operands import Context, NotCheckedError, Operand, Outcome, Statement, amount, statement
from factcheck.relations.as_long_as_told import DAYS, in_units

TAKES = ("day", "day", "measure")
GIVES = "verdict"
USES = (0, 1, 2)
FACTS = ("right",)

_COMMON, _DAYS = 2001, 365
"""A year for days without one, and how long it is; of a leap year a day more is allowed for."""


def evaluate(earlier: Operand, later: Operand, length: Operand, context: Context) -> Outcome:
    """Tell whether the two can lie as far apart as is told.

    Raises:
        NotCheckedError: a day or the unit of the length is not known, or the earlier one is the later.

    """
    one, other, told = statement(earlier), statement(later), amount(length)
    undated = not (_year(one) and _year(other))
    nearest, farthest = _in_any_year(one, other) if undated else _between(one, other)
    if told.unit not in DAYS or farthest < 1 or (undated and told.unit not in ("day", "week")):
        raise NotCheckedError(f"from {earlier.quote} to {later.quote} cannot be told in the unit of {length.quote}")
    least, greatest = in_units(Fraction(nearest), Fraction(farthest), told.unit)
    right = f"{least} to {greatest} {told.unit}s" if least < greatest else f"{least} {told.unit}s"
    calculation = f"from {earlier.quote} to {later.quote}: {right}; {length.quote}"
    if told.possible.meets(Interval(Fraction(least), Fraction(greatest))):
        return Outcome("holds", calculation=calculation)
    if undated and (told.possible.high is None or told.possible.high * DAYS[told.unit] >= _DAYS):
        return Outcome("may hold", "the years are not told", calculation)
    return Outcome("cannot hold", "they lie nearer or farther", calculation, {"right": right})


def _year(then: Statement) -> int | None:
    return then.written.year if then.written is not None else None


def _between(one: Statement, other: Statement) -> tuple[int, int]:
    """Give how many days lie between two times at the least, and how many they have with both of them.

    Raises:
        NotCheckedError: a day is not known.

    """
    if one.first_day is None or one.last_day is None or other.first_day is None or other.last_day is None:
        raise NotCheckedError("a day is not known")
    return (other.first_day - one.last_day).days - 1, (other.last_day - one.first_day).days + 1


def _in_any_year(one: Statement, other: Statement) -> tuple[int, int]:
    """Give the same for two days of which one is told without its year: so far it is from the one to the next of the other.

    Raises:
        NotCheckedError: one of them is no day of a month.

    """
    first, last = _day(one.written), _day(other.written)
    between = (last - first).days % _DAYS
    return between - 1, between + 2


def _day(written: Days | None) -> dt.date:
    if written is None or written.month is None or written.day is None:
        raise NotCheckedError("a day is not known")
    try:
        return dt.date(_COMMON, written.month, written.day)
    except ValueError:
        raise NotCheckedError("no common year has such a day") from None
