"""``start(period)``: the first day of a period.

    holds = "start(period) <= published"

"since June 2026" starts on 1 June 2026. Where the year is not written, the day may be that of any year it can be read in.

>>> from datetime import date
>>> from types import SimpleNamespace
>>> from factcheck.operands import Context, Operand
>>> since = SimpleNamespace(first_day=date(2026, 6, 1), last_day=None, weekday=None, days=(), guess=False)
>>> evaluate(Operand("June 2026", claim=since), Context()).facts
{'start': '2026-06-01'}

Not checked: a period without a first day ("as of March"), or without sharp ends ("since early 2016").
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.intervals import Amount, Interval
from factcheck.operands import Context, NotCheckedError, Operand, Worth, statement

TAKES = ("day",)
GIVES = "day"
USES = (0,)
FACTS = ("start",)


def evaluate(period: Operand, context: Context) -> Worth:
    """Give the first day.

    Raises:
        NotCheckedError: the period has none.

    """
    claim = statement(period)
    if claim.first_day is None:
        raise NotCheckedError(f"{period.quote} has no first day")
    if claim.guess:
        raise NotCheckedError(f"{period.quote} has no sharp start")
    days = [day.toordinal() for day in (claim.first_day, *claim.days)]
    amount = Amount(Interval.point(days[0]), Interval(Fraction(min(days)), Fraction(max(days))))
    return Worth(amount, f"start of {period.quote}", GIVES, computed=True, facts={"start": claim.first_day.isoformat()})
