"""``month_of(day)``: the number of the month of a day: January is 1.

    holds = "month == month_of(date)"

>>> from datetime import date
>>> from types import SimpleNamespace
>>> from factcheck.operands import Context, Operand
>>> day = SimpleNamespace(first_day=date(2025, 4, 30), last_day=date(2025, 4, 30), weekday=None, days=(), hedge_kinds=frozenset())
>>> int(evaluate(Operand("30 April 2025", claim=day), Context()).amount.printed.low)
4

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
    return of_day(day, one_day(day).month, "month of")


def sql(dialect: Any, day: tuple[str, str]) -> tuple[str, str]:
    """Give it as SQL; nothing for a period of more than a day."""
    number = dialect.of_days(f"{dialect.month.format(day[0])}", day)
    return number, number
