"""``percent_moved(level, before, percent)``: the percent by which a figure went from one level to the other.

    holds = "percent_moved(level, before, percent) == percent"

"rose 8 percent to $5 billion from $4.6 billion" is told right: $5 billion is 8.7 percent above $4.6 billion, and as both are
rounded anything from 7 to 10 percent can be true. "fell" counts the other way. Each figure is taken as an interval, as far as
its last digit goes; and what is possible leaves the percent one unit of its last digit, since some cut where others round.
Which way it went is what the text says of the percent.

>>> from fractions import Fraction
>>> from types import SimpleNamespace
>>> from factcheck.intervals import Amount, Interval
>>> from factcheck.operands import Context, Operand
>>> def figure(quote, low, high, unit, way=None):
...     interval = Interval(Fraction(low), Fraction(high))
...     return Operand(quote, Amount(interval, interval, unit), SimpleNamespace(direction=way, hedge_kinds=frozenset()))
>>> level, before = figure("$7.39 billion", "7.385", "7.395", "USD"), figure("$5.60 billion", "5.595", "5.605", "USD")
>>> worth = evaluate(level, before, figure("32 percent", "31.5", "32.5", "percent", "up"), Context())
>>> worth.written, worth.facts["moved"]
('100 * ($7.39 billion / $5.60 billion - 1) = 31.964 percent', 'up 32 percent')

Not checked: a level that is not above zero, levels in different units, a percent of which the text does not say the way.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.intervals import Amount, Interval
from factcheck.manners import written
from factcheck.manners.calculations import figure
from factcheck.operands import Context, NotCheckedError, Operand, Worth, amount, amounts, statement

TAKES = ("claim", "claim", "percent")
GIVES = "percent"
USES = (0, 1)
FACTS = ("moved", "told")

_ONE, _HUNDRED = Interval.point(1), Interval.point(100)
_WAYS = ("down", "up")
_ABOUT, _WHOLE = Fraction(1, 10), Fraction(1)


def evaluate(level: Operand, before: Operand, percent: Operand, context: Context) -> Worth:
    """Give the percent from ``before`` to ``level``, up or down as the text says.

    Raises:
        NotCheckedError: a figure is wanting, is not above zero, or is in another unit than the other.

    """
    gone, told, calculation = gone_of(level, before, percent)
    return Worth(
        Amount(gone.printed * _HUNDRED, loosened(gone.possible * _HUNDRED, percent), "percent"),
        reckoned(calculation, 100 * told),
        GIVES,
        told=100 * told,
        facts=facts_of(told, percent, like=percent.quote),
    )


def gone_of(level: Operand, before: Operand, moving: Operand) -> tuple[Amount, Fraction, str]:
    """Give the part of ``before`` that it went to ``level``, the way the text says: its bounds, as printed, and how in percent.

    Raises:
        NotCheckedError: a figure is wanting, is not above zero, or is in another unit than the other; nothing says the way.

    """
    upwards = goes_up(moving)
    after, earlier = amounts(level, before)
    if not (is_positive(after) and is_positive(earlier)):
        raise NotCheckedError(f"no percent leads from {before.quote} to {level.quote}")
    ratio = after.printed / earlier.printed, after.possible / earlier.possible
    printed, possible = (part - _ONE if upwards else _ONE - part for part in ratio)
    told = as_printed(after) / as_printed(earlier) - 1
    text = f"{level.quote} / {before.quote}"
    return Amount(printed, possible), told if upwards else -told, f"100 * ({text} - 1)" if upwards else f"100 * (1 - {text})"


def facts_of(gone: Fraction, moving: Operand, *, like: str) -> dict[str, str]:
    """Give what a message may say: where a figure went, ``like`` another one in percent, and what is told of it."""
    upwards = goes_up(moving)
    return {
        "moved": moved(100 * (gone if upwards else -gone), like),
        "told": moving.quote if gone > 0 else f"{_WAYS[upwards]} {moving.quote}",
    }


def solve(wanted: Interval, level: Operand, before: Operand, percent: Operand, context: Context) -> Interval:
    """Give the levels that lie ``wanted`` percent from ``before``."""
    share = wanted / _HUNDRED
    return amount(before).possible * (_ONE + share if goes_up(percent) else _ONE - share)


def goes_up(moving: Operand) -> bool:
    """Tell whether the text says that it went up.

    Raises:
        NotCheckedError: it does not say which way it went.

    """
    direction = statement(moving).direction
    if direction is None:
        raise NotCheckedError(f"nothing says whether {moving.quote} is up or down")
    return direction == "up"


def is_positive(told: Amount) -> bool:
    """Tell whether a figure can only be above zero."""
    return all(part.low is not None and part.low > 0 for part in (told.printed, told.possible))


def loosened(interval: Interval, percent: Operand) -> Interval:
    """Leave a percent a unit of its last digit in all, for those who cut what others round; "about 2.5" more.

    With decimals, half of the unit is in what it can stand for; a whole percent stands for itself alone.
    """
    printed, possible = amount(percent).printed, amount(percent).possible
    if printed.low is None or printed.high is None:
        return interval
    half = (printed.high - printed.low) / 2
    if possible.is_point:
        half = max(half, _WHOLE)
    if "approximation" in statement(percent).hedge_kinds:
        half = max(half, printed.high * _ABOUT)
    return interval + Interval(-half, half)


def as_printed(told: Amount) -> Fraction:
    """Give the figure itself: the middle of what rounds to it.

    Raises:
        NotCheckedError: it is no single figure.

    """
    middle = told.printed.middle
    if middle is None:
        raise NotCheckedError("a figure without end gives no percent")
    return middle


def reckoned(term: str, percent: Fraction) -> str:
    """Write a calculation with its result, from the figures as they stand."""
    return f"{term} = {figure(percent)} percent"


def moved(change: Fraction, like: str) -> str:
    """Write a change in percent, below zero where it went down, in the manner of a figure that the text has."""
    return f"{_WAYS[change > 0]} {written(abs(change), 'percent', like=like)}"
