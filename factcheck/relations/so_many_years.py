"""``so_many_years(years)``: a figure counts the years from the year that is told beside it to publication, or to another year.

    holds = "so_many_years(years)"

"10 years ago, in 2003", published in 2013, holds; so does 9 or 11, since the day in the year decides. "45, born in 1963" can be
one year less than the years between, if the birthday is still to come, and never more. "Born in 1950, she died in 2010 at 60"
counts to 2010.

>>> from datetime import date
>>> from types import SimpleNamespace
>>> from factcheck.intervals import Amount, Interval
>>> from factcheck.operands import Context, Operand
>>> claim = SimpleNamespace(since_year=1945, until_year=None, forms=frozenset({"anniversary"}))
>>> count = Amount(Interval.point(112), Interval.point(112))
>>> outcome = evaluate(Operand("112th", count, claim), Context(date(2017, 4, 30)))
>>> outcome.verdict, outcome.calculation, outcome.facts["right"]
('cannot hold', '2017 - 1945 = 72; 112th', '72')

Not checked: no publication date, a figure that no year stands beside, a birth so long ago that nobody lives to tell of it.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.intervals import Interval
from factcheck.manners.calculations import figure
from factcheck.operands import NO_DATE, Context, NotCheckedError, Operand, Outcome, amount, statement

TAKES = ("claim",)
GIVES = "verdict"
USES = (0,)
FACTS = ("year", "right", "then")

_OLDEST = 115
"""Years that hardly anybody lives: whoever was born before was as old when the story plays, and not at its publication."""


def evaluate(years: Operand, context: Context) -> Outcome:
    """Tell whether so many years lie between the year and publication.

    Raises:
        NotCheckedError: the publication date or the year is not known, the year is still to come, or a birth too long ago.

    """
    claim = statement(years)
    if context.published is None and claim.until_year is None:
        raise NotCheckedError(NO_DATE)
    end = claim.until_year or (context.published.year if context.published else 0)
    if claim.since_year is None or claim.since_year > end:
        raise NotCheckedError(f"no year that has passed stands beside {years.quote}")
    between, told = end - claim.since_year, _told(years, end)
    if "born" in claim.forms and between > _OLDEST:
        raise NotCheckedError(f"nobody born in {claim.since_year} was alive on the day of publication")
    after = 0 if "born" in claim.forms else 1
    calculation = f"{end} - {claim.since_year} = {between}; {years.quote}"
    if told.meets(Interval(Fraction(between - 1), Fraction(between + after))):
        return Outcome("holds", calculation=calculation)
    facts = {
        "year": str(claim.since_year),
        "right": figure(Fraction(between)),
        "then": "publication" if claim.until_year is None else str(end),
    }
    return Outcome("cannot hold", "the years between are others", calculation, facts)


def _told(years: Operand, published: int) -> Interval:
    """Give how many years are told: the figure, or as many as lead back to the day ("112 years ago")."""
    claim = statement(years)
    if "ago" in claim.forms and claim.first_day is not None:
        return Interval.point(published - claim.first_day.year)
    return amount(years).possible
