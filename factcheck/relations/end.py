"""``end(period)``: the last day of a period.

    holds = "end(period) <= published"

"as of March 2025" ends on 31 March 2025. Where the year is not written, the day may be that of any year it can be read in.

>>> from datetime import date
>>> from types import SimpleNamespace
>>> from factcheck.operands import Context, Operand
>>> march = SimpleNamespace(first_day=None, last_day=date(2025, 3, 31), weekday=None, days=(), guess=False)
>>> evaluate(Operand("March 2025", claim=march), Context()).facts
{'end': '2025-03-31'}

Not checked: a period without a last day ("since June"), or without sharp ends ("until early 2016").
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from factcheck.intervals import Amount, Interval
from factcheck.operands import Context, NotCheckedError, Operand, Worth, statement

TAKES = ("day",)
GIVES = "day"
USES = (0,)
FACTS = ("end",)


def evaluate(period: Operand, context: Context) -> Worth:
    """Give the last day.

    Raises:
        NotCheckedError: the period has none.

    """
    claim = statement(period)
    if claim.last_day is None:
        raise NotCheckedError(f"{period.quote} has no last day")
    if claim.guess:
        raise NotCheckedError(f"{period.quote} has no sharp end")
    read_in = (claim.first_day or claim.last_day).year
    days = [_in_year(claim.last_day, day.year - read_in).toordinal() for day in claim.days] + [claim.last_day.toordinal()]
    amount = Amount(Interval.point(days[-1]), Interval(Fraction(min(days)), Fraction(max(days))))
    return Worth(amount, f"end of {period.quote}", GIVES, computed=True, facts={"end": claim.last_day.isoformat()})


def _in_year(day: dt.date, years: int) -> dt.date:
    """Give the same day of another year; the end of February stays its end."""
    morrow = day + dt.timedelta(days=1)
    if morrow.day == 1:
        return morrow.replace(year=morrow.year + years) - dt.timedelta(days=1)
    return day.replace(year=day.year + years)
