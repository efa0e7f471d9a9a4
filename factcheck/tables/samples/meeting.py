"""Spans that rows leave open for one thing which they share -> where most of them meet.

A whole that shares and figures make, a day on which ages were told, a factor between two columns: no cell tells it, each row
leaves a span for it, and what nearly all rows leave is it.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from factcheck.intervals import Interval


def where(spans: Iterable[tuple[Fraction, Fraction]]) -> tuple[Interval, int]:
    """Give where most spans meet, and how many do; of no spans the whole line, and none."""
    ends = sorted([*((end, is_high) for span in spans for is_high, end in enumerate(span))])
    found, most, met = Interval(), 0, 0
    for at, (end, is_high) in enumerate(ends):
        met += -1 if is_high else 1
        if not is_high and met > most:
            found, most = Interval(end, next(high for high, closes in ends[at:] if closes)), met
    return found, most
