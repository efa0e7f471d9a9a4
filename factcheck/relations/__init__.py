"""The words that a rule's `holds` may use: one file per word, found by scanning this folder.

Operands go in, a verdict or a value comes out. A word's file is its page of the manual: the docstring says what the word
means and shows it at work. It has

- ``TAKES``: the dimension of each argument; an argument is a name of ``[claims]``;
- ``GIVES``: the dimension of its value, or ``verdict``;
- ``USES``: the positions of the arguments whose own figure its answer rests on;
- ``FACTS``: the facts that it adds for messages;
- ``evaluate(*operands, context)``: an `Outcome` where it gives a verdict, else a `Worth`;
- where it joins many claims to one value, ``JOINS``, the sign that it writes between them, in place of all of these;
- and, where its value can be solved for its first argument, ``solve(wanted, *operands, context)``: the interval of that
  argument, in the argument's own unit, that gives a value in ``wanted``;
- and, where rows of a table can be asked for it, ``sql(dialect, *operands)``: the two ends of its value, from pairs of ends.
"""

from __future__ import annotations

import datetime as dt
import pkgutil
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from importlib import import_module
from typing import Any, Literal, Protocol, cast, runtime_checkable

from attrs import Factory

from factcheck.days import Days
from factcheck.intervals import Amount, Interval
from factcheck.values import frozen

Verdict = Literal["holds", "may hold", "not checked", "cannot hold"]
NO_DATE = "the publication date is not known"


class Statement(Protocol):
    """What a word may ask of a claim beyond its figure."""

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
    they stand, where that is not the middle of ``amount``.
    """

    amount: Amount
    written: str
    dimension: str
    computed: bool = False
    certain: bool = True
    facts: Mapping[str, str] = Factory(dict)
    told: Fraction | None = None


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


@runtime_checkable
class Word(Protocol):
    """A word's file, as Python sees it."""

    TAKES: tuple[str, ...]
    GIVES: str
    USES: tuple[int, ...]
    FACTS: tuple[str, ...]

    def evaluate(self, *operands: Any) -> Any:
        """Give the word's `Outcome` or `Worth`; the last argument is the `Context`."""


@runtime_checkable
class SolvableWord(Word, Protocol):
    """A word whose value can be solved for its first argument."""

    def solve(self, wanted: Interval, *operands: Any) -> Interval:
        """Give the values of the first argument, in its own unit, that give a value in ``wanted``."""


@runtime_checkable
class TabularWord(Word, Protocol):
    """A word that SQL can ask of all rows of a table."""

    def sql(self, dialect: Any, *operands: tuple[str, str]) -> tuple[str, str]:
        """Give the lowest and the highest value of the word as expressions of the same of its arguments."""


@runtime_checkable
class JoiningWord(Protocol):
    """A word over many claims: it is the same as to write the sign ``JOINS`` between them."""

    JOINS: str


@cache
def words() -> frozenset[str]:
    """Give the names of all words, without importing one."""
    return frozenset(module.name for module in pkgutil.iter_modules(__path__))


@cache
def word(name: str) -> Word:
    """Give a word's file; ``name`` is one of `words`."""
    return cast("Word", import_module(f"{__name__}.{name}"))


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


def of_day(operand: Operand, number: int, what: str) -> Worth:
    """Give a number that the calendar has for a day."""
    point = Interval.point(number)
    return Worth(Amount(point, point), f"{what} {one_day(operand).isoformat()}", "number", computed=True)


def amount(operand: Operand) -> Amount:
    """Give an operand's amount.

    Raises:
        NotCheckedError: it has none.

    """
    if operand.amount is None:
        raise NotCheckedError(f"{operand.quote} gives no figure")
    return operand.amount


def in_one_unit(one: Amount, other: Amount) -> bool:
    """Tell whether two amounts have one unit; one may leave out what it is counted by ("48 cents a share from 40 cents").

    People are counted with their noun or without ("420 passengers, up from 350").
    """
    a, b = ((amount.unit or "").removeprefix("person") for amount in (one, other))
    return a == b or (a.partition("/")[0] == b.partition("/")[0] and not ("/" in a and "/" in b))
