"""What a word of `holds` is asked about, and what it answers: operands and a context go in, a worth or an outcome comes out.

A leaf beside the words themselves (`factcheck.relations`): rules bind claims to operands, expressions reckon with worths.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction
from typing import Literal, Protocol

from attrs import Factory

from factcheck.days import Days
from factcheck.intervals import Amount, Interval
from factcheck.values import frozen

Verdict = Literal["holds", "may hold", "not checked", "cannot hold"]
NO_DATE = "the publication date is not known"


class Statement(Protocol):
    """What a word may ask of a claim beyond its figure."""

    @property
    def kind(self) -> str:
        """What it is: a count, a duration, a period and so on."""

    @property
    def first_day(self) -> dt.date | None:
        """Where its day or period begins, if it is known."""

    @property
    def last_day(self) -> dt.date | None:
        """Where its day or period ends, if it is known."""

    @property
    def weekday(self) -> int | None:
        """The weekday written with it, Monday 0."""

    @property
    def days(self) -> tuple[dt.date, ...]:
        """The dates that it can be where no year is written, else nothing."""

    @property
    def stance(self) -> str:
        """Whether it is asserted, denied, planned, forecast and so on."""

    @property
    def guess(self) -> bool:
        """Whether its days have no sharp ends: "two years ago", "fiscal 2024"."""

    @property
    def written(self) -> Days | None:
        """The day or period as it is written, where it is one."""

    @property
    def elsewhen(self) -> bool:
        """Whether its sentence speaks of another time, without a date."""

    @property
    def source(self) -> str | None:
        """The id of its nearest voucher."""

    @property
    def is_range(self) -> bool:
        """Whether it gives two ends."""

    @property
    def listing(self) -> tuple[str, ...]:
        """The names that are listed behind a figure that counts them."""

    @property
    def direction(self) -> str | None:
        """Which way a change that it is of went: ``up``, ``down``, or None."""

    @property
    def ends(self) -> tuple[Fraction, Fraction] | None:
        """The two figures of a range as they were written."""

    @property
    def forms(self) -> frozenset[str]:
        """How it is written or told."""

    @property
    def since_year(self) -> int | None:
        """The year from which it counts years."""

    @property
    def until_year(self) -> int | None:
        """The year up to which it counts them, where that is told."""

    @property
    def hedge_kinds(self) -> frozenset[str]:
        """The kinds of the hedges that touch it."""


@frozen
class Operand:
    """A claim as a rule sees it: its words, its amount where it has one, and the claim itself for the words that ask."""

    quote: str
    amount: Amount | None = None
    claim: Statement | None = None


@frozen
class Context:
    """What a relation may know beside the claims; ``rate_day`` is a day whose rates somebody says the story converts at."""

    published: dt.date | None = None
    rate_day: dt.date | None = None


@frozen
class Worth:
    """The value of a term: its amount, how the calculation writes it, and facts for messages.

    ``computed`` tells that ``written`` is arithmetic whose result is still to be shown; ``certain`` is False where the
    amount is a mere range of what may be, so that nothing can be said to equal it. ``told`` is what the figures make as
    they stand, where that is not the middle of ``amount``; ``shown`` is the result as one writes it, where not as a number.
    """

    amount: Amount
    written: str
    dimension: str
    computed: bool = False
    certain: bool = True
    facts: Mapping[str, str] = Factory(dict)
    told: Fraction | None = None
    shown: str = ""


@frozen
class Outcome:
    """The verdict on a relation: ``holds``, ``may hold``, ``not checked`` or ``cannot hold``; and what it rests on.

    ``calculation`` can be followed by hand; ``facts`` fill the names of a message that are no claim's.
    """

    verdict: Verdict
    reason: str = ""
    calculation: str = ""
    facts: Mapping[str, str] = Factory(dict)


class NotCheckedError(ValueError):
    """A relation about which nothing can be said; the reason is its message."""


def statement(operand: Operand) -> Statement:
    """Give an operand's claim.

    Raises:
        NotCheckedError: it has none.

    """
    if operand.claim is None:
        raise NotCheckedError(f"nothing but a figure is known of {operand.quote}")
    return operand.claim


def one_day(operand: Operand) -> dt.date:
    """Give the day that an operand is.

    Raises:
        NotCheckedError: it is not one day.

    """
    claim = statement(operand)
    if claim.first_day is None or claim.first_day != claim.last_day:
        raise NotCheckedError(f"{operand.quote} is not one day")
    return claim.first_day


def of_day(operand: Operand, number: int, what: str, shown: str = "") -> Worth:
    """Give a number that the calendar has for a day; ``shown`` is how one writes it, where not by its digits."""
    point = Interval.point(number)
    return Worth(
        Amount(point, point), f"{what} {one_day(operand).isoformat()}", "number", computed=True, shown=shown or str(number)
    )


def amount(operand: Operand) -> Amount:
    """Give an operand's amount.

    Raises:
        NotCheckedError: it has none.

    """
    if operand.amount is None:
        raise NotCheckedError(f"{operand.quote} gives no figure")
    return operand.amount


def amounts(one: Operand, other: Operand) -> tuple[Amount, Amount]:
    """Give two operands' amounts, which have one unit.

    One may leave out what it is counted by ("48 cents a share from 40 cents"); people are counted with their noun or without
    ("420 passengers, up from 350").

    Raises:
        NotCheckedError: an operand has none, or their units differ.

    """
    a, b = ((amount(operand).unit or "").removeprefix("person") for operand in (one, other))
    if a != b and (a.partition("/")[0] != b.partition("/")[0] or ("/" in a and "/" in b)):
        raise NotCheckedError(f"{one.quote} and {other.quote} are in different units")
    return amount(one), amount(other)
