"""A quotient that is off -> whether it may be one of another base: of those who answered, of figures that were restated since.

Averages and growth rates come out of a program, which hardly ever errs; a row whose quotient is a little off is likelier to be
of fewer people, or of another year's figures, than wrong. What tells a slip is a digit, a sign, a point, or far too much.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck import lexicon
from factcheck.claims import Claim
from factcheck.tables.slips import pens
from factcheck.verdicts import Verdict

_FAR = Fraction(3, 2)
"""How many times what it should be a quotient must be, or be a part of, to be of no other base."""
_TELLING = 20
"""How many times its room a quotient must be off for a digit to tell a slip: by less some digit always would."""
_TELLING_MEAN = 10
"""And a mean of columns, which are all listed."""
_FINE = 2000
"""How many times the room for its rounding a quotient is that no chance makes."""
_FINEST = 50_000
"""And that none makes of another base, whichever of its digits is another."""
_FEWEST = 3
"""Figures of which one may be left out."""
_REVERSED = 6
"""How many times its room a quotient must be off for its sign to tell one."""
_TIES = 5
"""Games of a side, beyond those that it won, that a season may see tied: each counts half a win."""


def may_be_another(verdict: Verdict) -> bool:
    """Tell whether another base than the one that is listed may explain a quotient, or a change in percent."""
    shape = verdict.constraint.rule.shape
    if shape in ("shares", "quotients", "remainders", "changes") and (_is_of_less_than_nothing(verdict) or _is_of_size(verdict)):
        return True
    if (shape == "means" and _is_of_fewer(verdict)) or (shape in ("shares", "portions") and has_ties(verdict)):
        return True
    if shape not in ("quotients", "products", "remainders", "changes", "portions", "means"):
        return False
    claim = next(iter(verdict.constraint.claims.values()))
    right, half = verdict.right(claim.id), _half(claim)
    if half is None or claim.value is None or right.low is None or right.high is None:
        return True
    low, high, told, whole = right.low - half, right.high + half, claim.value, _whole(verdict)
    is_off = (high - low) * (_TELLING_MEAN if shape == "means" else _TELLING) <= abs(told - (low + high) / 2)
    is_reversed = (high - low) * _REVERSED <= abs(told - (low + high) / 2) and low <= -told <= high
    if is_reversed or pens.exchanged(verdict) or _is_of_the_new(verdict, half):
        return False
    if shape != "portions" and half * _FINEST <= abs(told) and pens.retouched(verdict):  # whose whole no cell tells
        return False
    if is_off and (any(low <= other <= high for other in pens.before_a_slip(told)) or pens.slipped(verdict)):
        return False
    one, other = whole + told, whole + (low + high) / 2
    return one * other > 0 and max(abs(one), abs(other)) <= _FAR * min(abs(one), abs(other))


def _is_of_the_new(verdict: Verdict, half: Fraction) -> bool:
    """Tell a change in percent of the later figure, where that of the earlier one is asked: one is taken for the other."""
    change, new, old = (*(claim.value for claim in verdict.constraint.claims.values()), None, None)[:3]
    if verdict.constraint.rule.shape != "changes" or not change or not new or old is None:
        return False
    return abs(change - _whole(verdict) * (new - old) / new) <= half


def _whole(verdict: Verdict) -> int:
    """Give what no change is a part of: 100 of one in percent; 0 of a quotient."""
    rule = verdict.constraint.rule
    return (100 if "100" in rule.text else 1) if rule.shape == "changes" else 0


def _is_of_less_than_nothing(verdict: Verdict) -> bool:
    """Tell a share that is 0 because its part is negative: a correction of earlier counts is no share of today's."""
    share, part, *_ = (claim.value for claim in verdict.constraint.claims.values())
    return share == 0 and part is not None and part < 0


def _is_of_size(verdict: Verdict) -> bool:
    """Tell whether a figure would be right with another sign, where what it is of is less than nothing: it may be of its size."""
    share, *_, whole = verdict.constraint.claims.values()
    right, half = verdict.right(share.id), _half(share)
    if share.value is None or whole.value is None or whole.value >= 0 or half is None or right.low is None or right.high is None:
        return False
    return right.low - half <= -share.value <= right.high + half


def has_ties(verdict: Verdict) -> bool:
    """Tell whether a share of games won is right once some more count half: games that were tied."""
    _, won, *_ = verdict.constraint.claims.values()
    right = verdict.right(won.id)
    if (
        won.value is None
        or right.low is None
        or right.high is None
        or lexicon.words("columns", "wins").isdisjoint((won.counted or "").split())
    ):
        return False
    return any(right.holds(won.value + Fraction(ties, 2)) for ties in range(1, _TIES + 1))


def _is_of_fewer(verdict: Verdict) -> bool:
    """Tell a mean of all figures but one, which was left out: a reading that is far off, the lowest mark."""
    mean, *parts = verdict.constraint.claims.values()
    half, told = _half(mean), [part.value for part in parts if part.value is not None]
    if half is None or mean.value is None or len(told) < len(parts) or len(told) < _FEWEST:
        return False
    rest = ((sum(told) - left) / (len(told) - 1) for left in told)
    return any(abs(each - mean.value) <= half for each in rest)


def is_fine(verdict: Verdict) -> bool:
    """Tell whether a quotient is printed with so many digits that no row keeps it by chance."""
    claim = next(iter(verdict.constraint.claims.values()))
    half = _half(claim)
    return half is not None and claim.value is not None and half * _FINE <= abs(claim.value)


def _half(claim: Claim) -> Fraction | None:
    """Give how far a figure can be rounded; None where it has no value."""
    quantity = claim.quantity
    return None if quantity is None or claim.value is None else (quantity.possible.high or claim.value) - claim.value
