"""``runs_forward(period)``: a period ends when it began or later.

    holds = "runs_forward(period)"

"from May 2010 to June 2014" runs forward, "from May 2010 to June 2004" does not.

>>> from types import SimpleNamespace
>>> from factcheck.days import Days
>>> from factcheck.operands import Context, Operand
>>> claim = SimpleNamespace(written=Days(2010, 5, to=Days(2004, 6)))
>>> outcome = evaluate(Operand("from May 2010 to June 2004", claim=claim), Context())
>>> outcome.verdict, outcome.calculation
('cannot hold', '2004-06 is before 2010-05')

Not checked: what has no far end, or no year at one of its ends unless both are days of one month.
"""

from __future__ import annotations

from factcheck.days import Days
from factcheck.operands import Context, NotCheckedError, Operand, Outcome, statement

TAKES = ("claim",)
GIVES = "verdict"
USES = (0,)
FACTS = ()


def evaluate(period: Operand, context: Context) -> Outcome:
    """Tell whether a period does not end before it began; ends are compared as finely as both are told.

    Raises:
        NotCheckedError: it has no far end, or one of its ends no year and another month.

    """
    days = statement(period).written
    if days is None or days.to is None or not _can_be_set_in_order(days, days.to):
        raise NotCheckedError(f"{period.quote} is told neither from year to year nor within a month")
    size = min(len(_told(days)), len(_told(days.to)))
    first, last = _told(days)[:size], _told(days.to)[:size]
    if first <= last:
        return Outcome("holds", calculation=f"{_written(first)} <= {_written(last)}")
    return Outcome("cannot hold", "it ends before it began", f"{_written(last)} is before {_written(first)}")


def _can_be_set_in_order(one: Days, other: Days) -> bool:
    """Tell whether both have a year, or both have none and are of one month."""
    if one.year is None and other.year is None:
        return one.month == other.month
    return None not in (one.year, other.year)


def _told(days: Days) -> tuple[int, ...]:
    """Give year, month and day as far as they are told; without a year month and day."""
    parts = (days.year, days.month, days.day) if days.year is not None else (days.month, days.day)
    end = parts.index(None) if None in parts else len(parts)
    return tuple(part for part in parts[:end] if part is not None)


def _written(parts: tuple[int, ...]) -> str:
    return "-".join(f"{part:02}" for part in parts)
