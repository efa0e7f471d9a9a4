"""``lived(age, birth)``: who died shortly before publication was so old, by the day or the year of birth.

    holds = "lived(age, birth)"

A story of a death may come a year after it, and the birthday may have been still to come.

>>> from datetime import date
>>> from types import SimpleNamespace
>>> from factcheck.intervals import Amount, Interval
>>> from factcheck.operands import Context, Operand
>>> age = Operand("91", Amount(Interval.point(91), Interval.point(91)))
>>> def born(*days):
...     return Operand("then", claim=SimpleNamespace(first_day=days[0], last_day=days[-1]))
>>> evaluate(age, born(date(1943, 3, 4)), Context(date(2025, 1, 23))).facts["right"]
'81'
>>> evaluate(age, born(date(1933, 1, 1), date(1933, 12, 31)), Context(date(2025, 1, 23))).verdict
'holds'

Not checked: no publication date, a birth without its year.
"""

from __future__ import annotations

from factcheck.operands import NO_DATE, Context, NotCheckedError, Operand, Outcome, amount, statement

TAKES = ("claim", "claim")
GIVES = "verdict"
USES = (0, 1)
FACTS = ("right", "year")

_LATER = 1
"""Years after a death in which it may be told."""


def evaluate(age: Operand, birth: Operand, context: Context) -> Outcome:
    """Tell whether so many years lie between a birth and a death.

    Raises:
        NotCheckedError: the publication date or the year of birth is not known.

    """
    if context.published is None:
        raise NotCheckedError(NO_DATE)
    claim, then = statement(birth), context.published
    if claim.first_day is None or claim.last_day is None:
        raise NotCheckedError(f"no year is known of {birth.quote}")
    first, last = claim.first_day, claim.last_day
    most = then.year - first.year - ((then.month, then.day) < (first.month, first.day))
    least = then.year - last.year - ((then.month, then.day) < (last.month, last.day)) - _LATER
    calculation = f"born {first.year}, told {then.isoformat()}: {least} to {most}; {age.quote}"
    told = amount(age).possible
    if told.low is not None and told.high is not None and least <= told.high and told.low <= most:
        return Outcome("holds", calculation=calculation)
    return Outcome("cannot hold", "the years between are others", calculation, {"right": str(most), "year": str(first.year)})
