"""Numbers, intervals, periods and places in words an editor would use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from factcheck.claims import Claim, Source
from factcheck.document import Document, Span
from factcheck.intervals import Interval
from factcheck.relations import weekday
from factcheck.report.plain import exact, repaired
from factcheck.report.records import cell_at
from factcheck.verdicts import Repair
from factcheck.writers.console.harmless import harmless

_DAYS = 7
_MOST = 5
"""Repairs of a finding that are told one by one."""
SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def number(value: Fraction) -> str:
    """Write a number without loss, as short as that goes: ``4,700``, ``1,423.01``, ``41/12``, ``4.215 billion``."""
    for size, word in SCALES:
        scaled = value / size
        if abs(scaled) >= 1 and (scaled * 1000).denominator == 1:
            return f"{_grouped(exact(scaled))} {word}"
    return _grouped(exact(value))


def _grouped(text: str) -> str:
    """Set thousands apart in the whole part."""
    whole, point, decimals = text.partition(".")
    return text if "/" in text else f"{Decimal(whole):,}{point}{decimals}"


@lru_cache(1 << 12)  # the figures of a draft are shown again at each key
def stretch(interval: Interval) -> str:
    """Write what a figure can stand for: ``4,606 to 4,794``, ``more than 30``; nothing for the whole line."""
    low = None if interval.low is None else number(interval.low)
    high = None if interval.high is None else number(interval.high)
    return between(low, high, low_open=interval.low_open, high_open=interval.high_open)


def between(low: str | None, high: str | None, *, low_open: bool, high_open: bool) -> str:
    """Put two ends into words."""
    if low is None and high is None:
        return ""
    if low is None:
        return f"less than {high}" if high_open else f"at most {high}"
    if high is None:
        return f"more than {low}" if low_open else f"at least {low}"
    return low if low == high else f"{low} to {high}"


def days(first: dt.date | None, last: dt.date | None) -> str:
    """Write a period: a day, ``2025-03-01 to 2025-03-31``, ``since 2016-01-01``."""
    if first is None:
        return "" if last is None else f"until {last}"
    if last is None:
        return f"since {first}"
    return str(first) if first == last else f"{first} to {last}"


def repairs(document: Document, offered: Sequence[Repair], claims: Mapping[str, Claim]) -> list[str]:
    """Write what one figure or another would have to be; of very many the first."""
    told = [repair(document, each, claims.get(each.claim)) for each in offered[:_MOST]]
    return [*told, f"one of {len(offered) - _MOST:,} others another"] if len(offered) > _MOST + 1 else told


def repair(document: Document, mended: Repair, claim: Claim | None) -> str:
    """Write a repair: ``4,700 would have to be at least 5,950``; of a cell with its column, of several rows with its row."""
    column, record = "", document.record
    if claim is not None and record is not None:
        cell = cell_at(document, claim.span.start)
        row = f"row {cell.row:,} " if any(other.row != cell.row for other in record.cells) else ""
        column = f"{row}{harmless(cell.column)} "
    figure = mended.claim if claim is None else quoted(document, claim.span)
    return f"{column}{figure} would have to be {needed(document, mended, claim)}"


def needed(document: Document, mended: Repair, claim: Claim | None) -> str:
    """Write what a claim would have to be: ``at least 5,950``."""
    low, high = _ends(document, mended, claim)
    if mended.interval.low == 0 and high is not None:
        low = None  # no editor thinks of fewer than none
    return between(low, high, low_open=mended.interval.low_open, high_open=mended.interval.high_open)


def quoted(document: Document, span: Span) -> str:
    """Give the words of a span on one line, made safe to show."""
    return " ".join(harmless(document.quote(span)).split())


def who(document: Document, source: Source) -> str:
    """Give the words of a source, led by those that it stands for: "Ida Ode (she)"; its id where it has none."""
    if source.source is None:
        return source.id
    said = quoted(document, source.source)
    return said if source.antecedent is None else f"{quoted(document, source.antecedent)} ({said})"


def _ends(document: Document, mended: Repair, claim: Claim | None) -> tuple[str | None, str | None]:
    quantity = None if claim is None else claim.quantity
    if claim is None or quantity is None:
        return repaired(mended, claim)
    from factcheck import manners

    like, ends = document.quote(claim.span), (mended.interval.low, mended.interval.high)
    low, high = (None if end is None else _named(end, claim, like) or manners.written(end, quantity.unit, like) for end in ends)
    return low, high


def _named(number: Fraction, claim: Claim, like: str) -> str | None:
    """Write the number of a weekday by its name, where its author does."""
    if claim.kind != "weekday" or any(sign.isdigit() for sign in like) or number.denominator != 1 or not 1 <= number <= _DAYS:
        return None
    return weekday.NAMES[int(number) - 1]
