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

Not checked: what has no far end, or no year at one of its ends.
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
        NotCheckedError: it has no far end, or one of its ends no year.

    """
    days = statement(period).written
    if days is None or days.to is None or days.year is None or days.to.year is None:
        raise NotCheckedError(f"{period.quote} is not told from year to year")
    size = min(len(_told(days)), len(_told(days.to)))
    first, last = _told(days)[:size], _told(days.to)[:size]
    if first <= last:
        return Outcome("holds", calculation=f"{_written(first)} <= {_written(last)}")
    return Outcome("cannot hold", "it ends before it began", f"{_written(last)} is before {_written(first)}")


def _told(days: Days) -> tuple[int, ...]:
    """Give year, month and day as far as they are told."""
    parts = (days.year, days.month, days.day)
    end = parts.index(None) if None in parts else len(parts)
    return tuple(part for part in parts[:end] if part is not None)


def _written(parts: tuple[int, ...]) -> str:
    return "-".join(f"{part:02}" for part in parts)
