"""``years(birth, day)``: the full years from one day to another, as an age counts them.

    holds = "age - 1 <= years(birth, date) <= age + 1"

>>> from datetime import date
>>> from types import SimpleNamespace
>>> from factcheck.operands import Context, Operand
>>> def day(*parts):
...     return Operand("a day", claim=SimpleNamespace(first_day=date(*parts), last_day=date(*parts), weekday=None, days=()))
>>> int(evaluate(day(1990, 5, 1), day(2025, 4, 30), Context()).amount.printed.low)
34

Not checked: a period of more than a day.
"""

from __future__ import annotations

from typing import Any

from factcheck.intervals import Amount, Interval
from factcheck.operands import Context, Operand, Worth, one_day

TAKES = ("day", "day")
GIVES = "number"
USES = (0, 1)
FACTS: tuple[str, ...] = ()


def evaluate(birth: Operand, day: Operand, context: Context) -> Worth:
    """Give the full years between.

    Raises:
        NotCheckedError: one of them is not one day.

    """
    born, then = one_day(birth), one_day(day)
    full = then.year - born.year - ((then.month, then.day) < (born.month, born.day))
    point = Interval.point(full)
    return Worth(Amount(point, point), f"years from {born.isoformat()} to {then.isoformat()}", "number", computed=True)


def sql(dialect: Any, birth: tuple[str, str], day: tuple[str, str]) -> tuple[str, str]:
    """Give them as SQL; nothing for a period of more than a day."""
    born, then = birth[0], day[0]
    of_year = "({0} * 100 + {1})"
    before, after = (of_year.format(dialect.month.format(end), dialect.day_of_month.format(end)) for end in (born, then))
    full = f"{dialect.year.format(then)} - {dialect.year.format(born)} - CASE WHEN {after} < {before} THEN 1 ELSE 0 END"
    number = dialect.of_days(full, birth, day)
    return number, number
