"""``at_rate(given, converted)``: money turned into the currency of another figure.

    holds = "at_rate(given, converted) == converted"

"6 trillion won ($4.22 billion)", published on 30 April 2025, gives ``6 trillion won / 1,423.01 (KRW per USD, ECB,
2025-04-30)``, about 4.2164 billion USD. The figure printed is the one at the publication day's rate (at a weekend the
business day before). What is possible is the same at any rate of the days that the story may have converted at: those of the
given figure's period, else of the other's, and the week up to publication, since a newsroom takes the rate it has at hand.
A currency that the table lacks but whose widest rates are known gives a range, which can contradict a figure but not
confirm it. Where the story speaks of another time without a date ("at the time", "a year earlier"), any rate since 1999 may be
meant.

>>> from datetime import date
>>> from fractions import Fraction
>>> from factcheck.intervals import Amount, Interval
>>> from factcheck.operands import Context, Operand
>>> won = Operand("6 trillion won", Amount(Interval.point(6 * 10**12), Interval.point(6 * 10**12), "KRW"))
>>> dollars = Operand("$4.22 billion", Amount(Interval.point(4_220_000_000), Interval.point(4_220_000_000), "USD"))
>>> worth = evaluate(won, dollars, Context(date(2025, 4, 30)))
>>> worth.written
'6 trillion won / 1,423.01 (KRW per USD, ECB, 2025-04-30)'
>>> f"{float(worth.amount.printed.low):,.0f}"
'4,216,412,608'

A figure for days after publication ("next year") may have been converted at a rate that somebody expects: it cannot hold only
if no rate since 1999 comes near, and is not checked otherwise.

Without a publication date any rate since 1999 may be meant, and some years more: what is far from all of them
cannot hold where neither currency has lost its value in living memory; the rest is not checked.

Not checked: no publication date, a period without end that starts after publication, no rate.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from decimal import Decimal
from fractions import Fraction

from factcheck import rates
from factcheck.intervals import Amount, Interval
from factcheck.manners.calculations import extent, figure
from factcheck.operands import NO_DATE, Context, NotCheckedError, Operand, Worth, amount
from factcheck.relations.restated import sharpened

TAKES = ("money", "money")
GIVES = "money"
USES = (0,)
FACTS = ("rate", "rate_day")

_AT_HAND = 7  # days whose rates a newsroom may still convert at
_DEALT = Interval(Fraction(97, 100), Fraction(103, 100))
"""How far a dealer\'s rate of the day can lie from the one that the bank fixed at its noon."""

_BEYOND = Decimal("2.5")
_UNDATED = Interval(1 / Fraction(_BEYOND), Fraction(_BEYOND))
"""How far the rate of a day that nobody tells can lie beyond all that the table has: a nought is still one too many."""
_PRICE = 1000
"""Less may be a price here and another one there, and no sum that was converted."""
_FORESEEN = Interval(Fraction(3, 4), Fraction(4, 3))
"""How far a rate that somebody expects can lie beyond all that were seen."""


def evaluate(given: Operand, converted: Operand, context: Context) -> Worth:
    """Give ``given`` in the currency of ``converted``.

    Raises:
        NotCheckedError: the date, the rate or a figure is wanting, or the period starts after publication.

    """
    several = given.claim is not None and given.claim.is_range  # its room is no rounding
    told = amount(given) if several else sharpened(amount(given), amount(converted))
    base, quote = _currency(given), _currency(converted)
    if base == quote:
        return Worth(told, given.quote, GIVES)
    _refuse_other_terms(given, converted)
    if context.published is None:
        return _at_any_rate(given, converted)
    per_base, table = _possible_rates(given, converted, context)
    to_come = _to_come(given, converted, context)
    if to_come and (told.possible * per_base).meets(amount(converted).possible):
        raise NotCheckedError(to_come)
    try:
        rate = rates.rate(base, quote, _rate_day(context))
    except rates.NoRate:
        possible = Amount(told.printed * per_base, told.possible * per_base, _unit(converted))
        written = f"{given.quote} at {extent(per_base)} {quote} per {base} ({table})"
        facts = {"rate": extent(per_base), "rate_day": table}
        return Worth(possible, written, GIVES, computed=True, certain=False, facts=facts)
    at = Interval.point(rate.value)
    facts = {"rate": _shown(rate.value), "rate_day": rate.day.isoformat()}
    written = f"{given.quote} {_step(rate.value, base, quote)}, {rate.table}, {rate.day.isoformat()})"
    return Worth(
        Amount(told.printed * at, told.possible * _hull(at, per_base), _unit(converted)),
        written,
        GIVES,
        computed=True,
        facts=facts,
    )


def solve(wanted: Interval, given: Operand, converted: Operand, context: Context) -> Interval:
    """Give the values of ``given``, in its own currency, that turn into ``wanted`` at some possible rate."""
    if _currency(given) == _currency(converted):
        return wanted
    if context.published is None:
        return wanted / (_of_any_day(given, converted).interval * _UNDATED)
    per_base, _ = _possible_rates(given, converted, context)
    with contextlib.suppress(rates.NoRate):
        rate = rates.rate(_currency(given), _currency(converted), _rate_day(context))
        per_base = _hull(Interval.point(rate.value), per_base)
    return wanted / per_base


def _at_any_rate(given: Operand, converted: Operand) -> Worth:
    """Give an undated figure at all rates that there were, where the other figure is far from them.

    Raises:
        NotCheckedError: it is not far, or one of them is told of a time before all rates.

    """
    told, any_day = amount(given), _of_any_day(given, converted)
    if told.printed.low is None or told.printed.low < _PRICE:
        raise NotCheckedError(NO_DATE)
    possible = told.possible * any_day.interval * _UNDATED
    if possible.meets(amount(converted).possible):
        raise NotCheckedError(NO_DATE)
    shown = extent(any_day.interval)
    per = f"{_currency(converted)} per {_currency(given)}"
    written = f"{given.quote} at {shown} {per} ({any_day.table}, any day), and as far as {_BEYOND} times beyond"
    worth = Amount(told.printed * any_day.interval, possible, _unit(converted))
    return Worth(worth, written, GIVES, computed=True, certain=False, facts={"rate": shown, "rate_day": any_day.table})


def _of_any_day(given: Operand, converted: Operand) -> rates.Band:
    days = [day for one in (given, converted) if one.claim for day in (one.claim.first_day, one.claim.last_day) if day]
    if any(day < rates.FIRST_DAY for day in days) or not (
        rates.is_steady(_currency(given)) and rates.is_steady(_currency(converted))
    ):
        raise NotCheckedError(NO_DATE)
    try:
        return rates.band(_currency(given), _currency(converted), rates.FIRST_DAY, rates.last_day())
    except rates.NoRate:
        raise NotCheckedError(NO_DATE) from None


def _possible_rates(given: Operand, converted: Operand, context: Context) -> tuple[Interval, str]:
    """Give the rates of the days that the story may have converted at, and the table they are from."""
    published = _published(context)
    pair = _currency(given), _currency(converted)
    try:
        then = rates.band(*pair, *_period(given, converted, published))
        lately = rates.band(*pair, _a_week_before(published), published)
    except rates.NoRate as fault:
        raise NotCheckedError(str(fault)) from None
    known = _hull(then.interval, lately.interval)
    if _to_come(given, converted, context):
        return known * _FORESEEN, then.table
    return known * _DEALT if then.table.startswith("ECB") else known, then.table


def _to_come(given: Operand, converted: Operand, context: Context) -> str | None:
    """Say which figure is for days after publication, at a rate that nobody knew; None where none is."""
    published = _published(context)
    for operand in (given, converted):
        claim = operand.claim
        first = None if claim is None else claim.first_day or claim.last_day
        if first is not None:
            after = f"the period of {operand.quote} starts on {first.isoformat()}, after publication"
            return after if first > published else None
    return None


def _period(given: Operand, converted: Operand, published: dt.date) -> tuple[dt.date, dt.date]:
    """Give the first and last day whose rate may have been taken.

    Raises:
        NotCheckedError: the period is still to come.

    """
    for operand in (given, converted):
        claim = operand.claim
        if claim is None or (claim.first_day is None and claim.last_day is None):
            continue
        first, last = claim.first_day or claim.last_day, claim.last_day if claim.first_day else None
        if first is not None and first > published:
            if last is None and claim.first_day:
                raise NotCheckedError(_to_come(given, converted, Context(published)) or "")
            return rates.FIRST_DAY, published
        if first is not None:
            return first, min(last or published, published)
    if any(operand.claim is not None and operand.claim.elsewhen for operand in (given, converted)):
        return rates.FIRST_DAY, published
    return _a_week_before(published), published


def _a_week_before(day: dt.date) -> dt.date:
    return dt.date.fromordinal(max(1, day.toordinal() - _AT_HAND))


def _published(context: Context) -> dt.date:
    if context.published is None:
        raise NotCheckedError(NO_DATE)
    return context.published


def _rate_day(context: Context) -> dt.date:
    """Give the day whose rate is shown, and possible besides: publication's, if nobody names another."""
    return context.rate_day or _published(context)


def _currency(operand: Operand) -> str:
    return _unit(operand).partition("/")[0]


def _unit(operand: Operand) -> str:
    """Give what a sum is told in: a currency, or a currency by the year, the ton or the like."""
    unit = amount(operand).unit
    if unit is None:
        raise NotCheckedError(f"the currency of {operand.quote} is not known")
    return unit


def _refuse_other_terms(given: Operand, converted: Operand) -> None:
    """Raise where both are told by other things, or a shop may ask them in two lands: "499 euros ($449)", "£30 ($29.99)"."""
    ours, theirs = (_unit(operand).partition("/")[2] for operand in (given, converted))
    if ours != theirs:
        raise NotCheckedError(f"{given.quote} and {converted.quote} are not told by the same")
    one, other = (amount(operand).printed.middle or Fraction(_PRICE) for operand in (given, converted))
    if given.claim is not None and max(one, other) < _PRICE and (one == other or 9 in (other % 10, other * 100 % 10)):
        raise NotCheckedError(f"{given.quote} and {converted.quote} may be prices in two lands")


def _step(value: Fraction, base: str, quote: str) -> str:
    """Write a conversion the way round in which the rate is a number of some size."""
    return f"* {_shown(value)} ({quote} per {base}" if value >= 1 else f"/ {_shown(value)} ({base} per {quote}"


def _shown(value: Fraction) -> str:
    return figure(value if value >= 1 else 1 / value, digits=6)


def _hull(one: Interval, other: Interval) -> Interval:
    lows, highs = (one.low, other.low), (one.high, other.high)
    return Interval(
        None if None in lows else min(low for low in lows if low is not None),
        None if None in highs else max(high for high in highs if high is not None),
    )
