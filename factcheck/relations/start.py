"""``start(period)``: the first day of a period.

    holds = "start(period) <= published"

"since June 2026" starts on 1 June 2026. Where the year is not written, the day may be that of any year it can be read in.

>>> from datetime import date
>>> from types import SimpleNamespace
>>> from factcheck.operands import Context, Operand
>>> since = SimpleNamespace(first_day=date(2026, 6, 1), last_day=None, weekday=None, days=(), guess=False)
>>> evaluate(Operand("June 2026", claim=since), Context()).facts
{'start': '2026-06-01'}

What has no sharp ends ("since early 2036") may start a year before its first day, a part of a month a month, one of a decade
five years; where its year is not written in full ("since late May", "since '98"), it may have started long before.

Not checked: a period without a first day ("as of March").
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.intervals import Amount, Interval
from factcheck.operands import Context, NotCheckedError, Operand, Worth, statement
from factcheck.patterns import pattern

TAKES = ("day",)
GIVES = "day"
USES = (0,)
FACTS = ("start",)

_MONTH, _YEAR = 31, 366
"""Days before its first day by which what has no sharp ends may have started: a part of a month, and of a year."""
_FULL_YEAR = pattern(r"(?<!\d)\d{4}(?!\d)")


def evaluate(period: Operand, context: Context) -> Worth:
    """Give the first day.

    Raises:
        NotCheckedError: the period has none.

    """
    claim = statement(period)
    if claim.first_day is None:
        raise NotCheckedError(f"{period.quote} has no first day")
    days = [day.toordinal() for day in (claim.first_day, *claim.days)]
    can_be = _unsharp(period, days) if claim.guess else Interval(Fraction(min(days)), Fraction(max(days)))
    amount = Amount(Interval.point(days[0]), can_be)
    return Worth(amount, f"start of {period.quote}", GIVES, computed=True, facts={"start": claim.first_day.isoformat()})


def _unsharp(period: Operand, days: Sequence[int]) -> Interval:
    """Give the days on which something that has no sharp ends can have started, the later ones left out: none needs them."""
    written = statement(period).written
    in_month = written is not None and (written.month or (written.of and written.of.month)) is not None
    slack = _MONTH if in_month else _YEAR * (1 if written is None else (written.span + 1) // 2)
    in_full = _FULL_YEAR.search(period.quote) is not None
    return Interval(Fraction(min(days) - slack) if in_full else None, Fraction(max(days)))
