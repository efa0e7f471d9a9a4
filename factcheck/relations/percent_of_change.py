"""``percent_of_change(level, change, percent)``: what a change is in percent of the level that it began from.

    holds = "percent_of_change(level, change, percent) == percent"

"lost 15.51 points, or 0.12 percent, at 12,571.91": the level before was 15.51 points higher, 12,587.42, and 15.51 of that is
0.12 percent. Each figure is an interval, as far as its last digit goes; and what is possible leaves the percent one unit
of its last digit. Which way it went is what the text says of the percent.

>>> from fractions import Fraction
>>> from types import SimpleNamespace
>>> from factcheck.intervals import Amount, Interval
>>> from factcheck.operands import Context, Operand
>>> def figure(quote, low, high, unit=None, way=None):
...     interval = Interval(Fraction(low), Fraction(high))
...     return Operand(quote, Amount(interval, interval, unit), SimpleNamespace(direction=way, hedge_kinds=frozenset()))
>>> level, change = figure("12,571.91", "12571.905", "12571.915"), figure("15.51", "15.505", "15.515")
>>> worth = evaluate(level, change, figure("0.12 percent", "0.115", "0.125", "percent", "down"), Context())
>>> worth.written, worth.facts["moved"]
('100 * 15.51 / (12,571.91 + 15.51) = 0.12322 percent', 'down 0.123 percent')

A rise that is larger than what it led to is more than all of it, where both have a scale word.

Not checked: another change as large as the level that it leads to, figures in different currencies, no word of which way it went.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.intervals import Amount, Interval
from factcheck.operands import Context, NotCheckedError, Operand, Worth, amount, amounts
from factcheck.patterns import pattern
from factcheck.relations.percent_moved import as_printed, goes_up, is_positive, loosened, moved, reckoned

TAKES = ("claim", "claim", "percent")
GIVES = "percent"
USES = (0, 1)
FACTS = ("moved",)

_ONE, _HUNDRED = Interval.point(1), Interval.point(100)
_ABOVE = Interval(Fraction(100), None)
_MORE = Amount(_ABOVE, _ABOVE, "percent")
"""What a rise is that is larger than what it led to: of nothing, or less."""
_SCALED = pattern(r"illion\b|\d ?(?:mln|bln|m|bn)\b|\b[mb]ln\b")


def evaluate(level: Operand, change: Operand, percent: Operand, context: Context) -> Worth:
    """Give the change in percent of the level before.

    Raises:
        NotCheckedError: a figure is wanting or not above zero, the currencies differ, or the change is larger than the level.

    """
    upwards = goes_up(percent)
    after, step = amounts(level, change)
    if not (is_positive(after) and is_positive(step)):
        raise NotCheckedError(f"{change.quote} is no part of {level.quote}")
    steps = after.printed / step.printed, after.possible / step.possible
    before = [ratio - _ONE if upwards else ratio + _ONE for ratio in steps]  # the level before, in steps
    if (
        all(ratio.high is not None and ratio.high <= 0 for ratio in before)
        and _SCALED.search(level.quote)
        and _SCALED.search(change.quote)
    ):
        return Worth(_MORE, f"{change.quote} of {level.quote}", GIVES, facts={"moved": "more than all of it"})
    if any(ratio.low is None or ratio.low <= 0 for ratio in before):
        raise NotCheckedError(f"{level.quote} is no more than {change.quote} above zero")
    share = 100 * as_printed(step) / (as_printed(after) + (-1 if upwards else 1) * as_printed(step))
    printed, possible = (_HUNDRED / ratio for ratio in before)
    return Worth(
        Amount(printed, loosened(possible, percent), "percent"),
        reckoned(f"100 * {change.quote} / ({level.quote} {'-' if upwards else '+'} {change.quote})", share),
        GIVES,
        facts={"moved": moved(share if upwards else -share, percent.quote)},
    )


def solve(wanted: Interval, level: Operand, change: Operand, percent: Operand, context: Context) -> Interval:
    """Give the levels from which the change leads away by ``wanted`` percent."""
    steps = _HUNDRED / wanted
    return amount(change).possible * (steps + _ONE if goes_up(percent) else steps - _ONE)
