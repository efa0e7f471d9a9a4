"""How a calculation writes numbers, days and ranges: exactly where an editor can follow it.

A leaf. Messages write figures in their author's manner (`factcheck.manners`); a calculation writes them all alike.
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from factcheck.intervals import Interval

_SCALES = ((10**12, " trillion"), (10**9, " billion"), (10**6, " million"))
_EXACT = 7  # an editor can follow so many digits; a longer figure is rounded


def figure(value: Fraction, digits: int = 5) -> str:
    """Write a number: ``2,600``, ``4.2164 billion``.

    Whole numbers below a million and decimals of at most 7 digits are exact, others rounded to ``digits``.
    """
    amount = abs(value)
    size, scale = next(((size, scale) for size, scale in _SCALES if amount >= size), (1, ""))
    scaled = value / size
    whole = len(str(int(abs(scaled))))
    exact = next((places for places in range(max(1, _EXACT - whole + 1)) if 10**places % scaled.denominator == 0), None)
    if exact is not None:
        return _decimal(scaled, exact) + scale
    places = max(0, digits - whole) if abs(scaled) >= 1 else digits + _leading_zeros(scaled)
    shown = _decimal(scaled, places)
    return (shown.rstrip("0").rstrip(".") if places else shown) + scale


def day(ordinal: Fraction | int) -> str:
    """Write a day number (`datetime.date.toordinal`) as an ISO date."""
    try:
        return dt.date.fromordinal(int(ordinal)).isoformat()
    except (ValueError, OverflowError):  # arithmetic on days can leave the calendar
        return f"day {figure(Fraction(ordinal))}"


def extent(interval: Interval, *, days: bool = False) -> str:
    """Write what an interval holds: ``588 to 612``, ``more than 30``, ``up to 500``, ``any value``."""
    write = day if days else figure
    if interval.low is None and interval.high is None:
        return "any value"
    if interval.high is None:
        return f"{'more than' if interval.low_open else 'at least'} {write(_end(interval.low))}"
    if interval.low is None:
        return f"{'less than' if interval.high_open else 'up to'} {write(interval.high)}"
    return write(interval.low) if interval.is_point else f"{write(interval.low)} to {write(interval.high)}"


def _end(end: Fraction | None) -> Fraction:
    if end is None:
        raise ValueError("an end without bound cannot be written")
    return end


def _leading_zeros(value: Fraction) -> int:
    """Count the zeros between the point and the first digit."""
    zeros = 0
    while value and abs(value) * 10 ** (zeros + 1) < 1:
        zeros += 1
    return zeros


def _decimal(value: Fraction, places: int) -> str:
    digits = str(round(abs(value) * 10**places)).rjust(places + 1, "0")
    sign = "-" if value.numerator < 0 else ""
    whole, part = (digits[:-places], digits[-places:]) if places else (digits, "")
    return f"{sign}{int(whole):,}{'.' if part else ''}{part}"
