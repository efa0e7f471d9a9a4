"""``retold(body, headline)``: a figure of the body as the headline may tell it.

    holds = "headline == retold(body, headline)"

A headline may round what the body says, but not sharpen it. So where its figure shows more digits than the body's, the body's
own rounding counts for a tenth of its value at most: "about 1,000" may be told as 1,020 or 1,100, not as 1,500. And "more than
662,000" is a figure just above that, since its digits would else say nothing; "more than 600,000" is at most half as many again.
It may leave digits out, too: 75.7 million is told as 75 million; and 38 wagons are 40, but 38 people are not.

>>> from fractions import Fraction
>>> from factcheck.intervals import Amount, Interval
>>> from factcheck.operands import Context, Operand
>>> def jobs(written, value, half):
...     around = Interval(Fraction(value - half), Fraction(value + half))
...     return Operand(written, Amount(around, around))
>>> worth = evaluate(jobs("1,000", 1000, 500), jobs("1,500", 1500, 50), Context())
>>> worth.amount.possible.low, worth.amount.possible.high
(Fraction(900, 1), Fraction(1100, 1))
>>> evaluate(jobs("1,000", 1000, 500), jobs("2,000", 2000, 500), Context()).amount.possible.high
Fraction(1500, 1)
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.intervals import Amount, Interval
from factcheck.operands import Context, NotCheckedError, Operand, Worth
from factcheck.values import evolve

TAKES = ("claim", "claim")
GIVES = "claim"
USES = (0,)
FACTS = ()

_TENTH = Fraction(1, 10)
_HALF = Fraction(1, 2)
_TEN, _FEW_TENS = 10, 30
_TELLING = 2
"""A bound below this tells little: "more than one" may be five."""
_SHARP = Fraction(1, 200)
"""Half a unit of the last digit, as a share of a figure: of one with three digits at most so much."""


def evaluate(body: Operand, headline: Operand, context: Context) -> Worth:
    """Give the body's figure with as much room as a headline has.

    Raises:
        NotCheckedError: an operand has no figure.

    """
    if body.amount is None or headline.amount is None:
        raise NotCheckedError(f"{body.quote if body.amount is None else headline.quote} gives no figure")
    told, above = body.amount, headline.amount
    if body.claim is not None and body.claim.is_range:
        return Worth(told, body.quote, GIVES)
    middle, half = _middle(told.printed)
    finer = _middle(above.printed)[1] < half
    printed = told.printed & Interval.around(middle, _TENTH) if finer else told.printed
    around = finer and told.possible.high is not None and bool(told.possible.low)  # "less than five" is 3.8, too
    possible = told.possible & Interval.around(middle, _TENTH) if around else told.possible
    if told.possible.high is None and told.possible.low is not None:
        fine, tells = 0 < half <= _SHARP * abs(middle), middle >= _TELLING
        possible = told.possible & Interval.around(middle, _TENTH if fine else _HALF) if fine or tells else possible
    cut = above.printed.middle if above.printed.leaves_out(told.printed) else None
    if cut is not None and possible.low is not None:
        possible = evolve(possible, low=min(cut, possible.low), low_open=False)
    tens = above.printed.low if told.unit is None and _is_in_tens(told.printed, above.printed) else None
    if tens is not None and possible.low is not None and possible.high is not None:
        possible = evolve(possible, low=min(tens, possible.low), high=max(tens, possible.high))
    return Worth(Amount(printed, possible, told.unit), body.quote, GIVES)


def _is_in_tens(told: Interval, above: Interval) -> bool:
    """Tell whether a headline's number of things is the body's to the nearest ten: "40 wagons" of 38."""
    ours, theirs = above.low, told.low
    if ours is None or theirs is None or (ours, theirs) != (above.high, told.high):
        return False
    return ours >= _FEW_TENS and ours % _TEN == 0 and abs(ours - theirs) < _TEN / 2


def solve(wanted: Interval, body: Operand, headline: Operand, context: Context) -> Interval:
    """Give the figures of the body that the headline can be telling."""
    return wanted


def _middle(printed: Interval) -> tuple[Fraction, Fraction]:
    """Give the figure that was printed and half the room that its rounding gives."""
    return printed.middle or Fraction(0), (printed.room or Fraction(0)) / 2
