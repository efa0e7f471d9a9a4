"""Links from what is paid by one spell of time to the same by another: "$450 a month, or $5,400 a year".

Both are told by a month, a quarter or a year; of days and weeks nobody knows how many are worked. Who
pays for longer may pay less: "$10 a month, or $99 a year" is a choice of two prices.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from factcheck import units
from factcheck.claims import Claim, Line
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "pace"
ROUND = 1
ONE = True
INHERITS = frozenset({"subject", "period", "roles", "stance"})

_OR = pattern(r",? or (?:<<about>> )?| \((?:or )?(?:<<about>> )?")
_CLOSED = pattern(r" ?(?:[.,;)]|\Z)| (?:<<in-all>>|before tax)\b")
_CHOICE = Fraction(1, 2)
"""What the longer spell costs at least of as many short ones, where it is the cheaper choice."""
_WAGES = (13, 14)
_SPELLS = frozenset(
    {
        *(("month", "year"), ("year", "month"), ("quarter", "year"), ("year", "quarter")),
        *(("month", "quarter"), ("quarter", "month")),
    }
)


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of neighbouring sums of one currency, in text order."""
    for first, second in pairwise(figures):
        if first.kind == second.kind == "money" and first.sentence is second.sentence and _are_of_one_currency(first, second):
            again = _OR.fullmatch(first.sentence.within, first.span.end, second.phrase.start)
            closed = again is not None and _CLOSED.match(first.sentence.within, second.span.end)
            if _are_of_more_months(first, second):
                continue
            if again and closed and (again[0].startswith(" (") or not _may_be_choice(first, second)):
                yield Link(KIND, second.id, first.id, "the same is told by another spell of time")


def _unit(sum_: Claim) -> tuple[str, str]:
    """Give a sum's currency, and the spell of time by which it is told."""
    currency, _, spell = ((sum_.quantity.unit or "") if sum_.quantity else "").partition("/")
    return currency, spell


def _are_of_one_currency(first: Claim, second: Claim) -> bool:
    """Tell whether two sums are of one currency, by spells that make each other."""
    (one, by), (other, told_by) = _unit(first), _unit(second)
    return one == other and (by, told_by) in _SPELLS


def _are_of_more_months(first: Claim, second: Claim) -> bool:
    """Tell whether a year's sum is that of 13 or 14 months, as many as wages are paid for in some lands."""
    values = {_unit(sum_)[1]: sum_.value for sum_ in (first, second)}
    month, year = values.get("month"), values.get("year")
    return month is not None and year is not None and any(abs(year - times * month) < month / 10 for times in _WAGES)


def _may_be_choice(first: Claim, second: Claim) -> bool:
    """Tell whether the sum by the longer spell is somewhat less than the other makes: a bargain."""
    (_, by), (_, told_by) = _unit(first), _unit(second)
    if first.value is None or not second.value:
        return True
    times = units.factor(told_by, by)
    short, long = (first.value, second.value / times) if times > 1 else (second.value * times, first.value)
    return _CHOICE <= long / short < 1
