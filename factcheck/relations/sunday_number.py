"""``sunday_number(day)``: the number of the weekday of a day, where the week begins on Sunday: that is 1, Saturday 7.

    holds = "weekday == sunday_number(date)"

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
from factcheck.relations.weekday import NAMES
from factcheck.values import evolve

TAKES = ("day",)
GIVES = "number"
USES = (0,)
FACTS = ("named",)


def evaluate(day: Operand, context: Context) -> Worth:
    """Give the number.

    Raises:
        NotCheckedError: it is not one day.

    """
    named = NAMES[one_day(day).weekday()]
    return evolve(of_day(day, one_day(day).isoweekday() % 7 + 1, "weekday of", named), facts={"named": named})


def sql(dialect: Any, day: tuple[str, str]) -> tuple[str, str]:
    """Give it as SQL; nothing for a period of more than a day."""
    number = dialect.of_days(dialect.sunday.format(day[0]), day)
    return number, number
