"""``lead_as_told(margin, first, other)``: a lead in points is what lies between two shares.

    holds = "lead_as_told(margin, first, other)"

"won by 7 points, 51 percent to 41 percent" cannot hold. Each share and the lead are taken as far as their last digit goes, so
that 50.6 and 40.4 percent, told as 51 and 40, can be a lead of 10 points.

>>> from types import SimpleNamespace
>>> from factcheck.intervals import Amount, Interval
>>> from factcheck.operands import Context, Operand
>>> def told(value):
...     return Operand(str(value), Amount(*[Interval.point(value)] * 2))
>>> outcome = evaluate(told(7), told(51), told(41), Context())
>>> outcome.verdict, outcome.calculation, outcome.facts["right"]
('cannot hold', '51 - 41 = 10; 7', '10 points')
>>> evaluate(told(9), told(51), told(41), Context()).verdict
'holds'

Not checked: a figure that is open at an end.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.intervals import Interval
from factcheck.manners.calculations import figure
from factcheck.operands import Context, NotCheckedError, Operand, Outcome, amount
from factcheck.relations.end_by_end import ends_of
from factcheck.values import evolve

TAKES = ("claim", "claim", "claim")
GIVES = "verdict"
USES = (0, 1, 2)
FACTS = ("right",)

_ROUNDED = Interval(Fraction(-1, 2), Fraction(1, 2))
"""What a whole number of points or percent may hide."""


def evaluate(margin: Operand, first: Operand, other: Operand, context: Context) -> Outcome:
    """Tell whether the lead is that of the two shares.

    Raises:
        NotCheckedError: a figure is wanting or open at an end.

    """
    if first.claim is not None and first.claim.ends is not None:  # "41 percent to 46 percent"
        first, other = (evolve(end, quote=figure(_middle(end))) for end in ends_of(first))
    one, two = _middle(first), _middle(other)
    more, less = (first, other) if one >= two else (other, first)
    apart = abs(one - two)
    told = amount(margin).possible + _ROUNDED
    calculation = f"{more.quote} - {less.quote} = {figure(apart)}; {margin.quote}"
    if told.meets(_room(more, less) - _room(less, more)):
        return Outcome("holds", calculation=calculation)
    right = f"{figure(apart)} point{'' if apart == 1 else 's'}"
    return Outcome("cannot hold", f"the shares are {right} apart", calculation, {"right": right})


def _room(share: Operand, beside: Operand) -> Interval:
    """Give what a share can stand for: what rounds to it, also where no unit shows that it was rounded ("47 to 25").

    Of two shares side by side the one with a nought is as fine as the other: "52 percent to 40 percent".
    """
    printed, other = (amount(one).printed for one in (share, beside))
    whole = Interval.point(_middle(share)) + _ROUNDED
    hedged = share.claim is not None and bool(share.claim.hedge_kinds)
    return whole if printed.is_point or (not hedged and _is_fine(other) and not _is_fine(printed)) else printed


def _is_fine(printed: Interval) -> bool:
    """Tell whether a share is told to a whole percent at least."""
    return printed.low is not None and printed.high is not None and printed.high - printed.low <= 1


def _middle(share: Operand) -> Fraction:
    middle = amount(share).printed.middle
    if middle is None:
        raise NotCheckedError(f"{share.quote} is open at an end")
    return middle
