"""``day_of_year(day)``: the day of a year, from 1 on the first of January.

    holds = "day == day_of_year(date)"

>>> from datetime import date
>>> from types import SimpleNamespace
>>> from factcheck.operands import Context, Operand
>>> day = SimpleNamespace(first_day=date(2025, 4, 30), last_day=date(2025, 4, 30), weekday=None, days=(), hedge_kinds=frozenset())
>>> int(evaluate(Operand("30 April 2025", claim=day), Context()).amount.printed.low)
120

Not checked: a period of more than a day.
"""

from __future__ import annotations

from typing import Any

from factcheck.operands import Context, Operand, Worth, of_day, one_day

TAKES = ("day",)
GIVES = "number"
USES = (0,)
FACTS: tuple[str, ...] = ()


def evaluate(day: Operand, context: Context) -> Worth:
    """Give the number.

    Raises:
        NotCheckedError: it is not one day.

    """
    return of_day(day, one_day(day).timetuple().tm_yday, "day of the year of")


def sql(dialect: Any, day: tuple[str, str]) -> tuple[str, str]:
    """Give it as SQL; nothing for a period of more than a day."""
    number = dialect.of_days(f"{dialect.day_of_year.format(day[0])}", day)
    return number, number
