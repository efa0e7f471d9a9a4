"""A figure that cannot be right -> whether one slip of the pen made it of a right one.

A digit put in, left out, changed or exchanged with its neighbour, a sign lost, a decimal point moved: who keeps a table by hand
slips so. Where two rows of a small table break a relation, that is what tells slips from rows that are counted in another way.
(`slips` asks the like of two figures of a story, more narrowly: there nothing adds up.)
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import combinations

from factcheck.claims import Claim
from factcheck.constraints import Constraint
from factcheck.expressions import Context, Operand, evaluate
from factcheck.intervals import Amount, Interval
from factcheck.quantities import Quantity
from factcheck.tables.columns import digits, forms
from factcheck.values import evolve
from factcheck.verdicts import Verdict

_TELLING = 10
"""How far off a figure must be at least: by less, parts that are not listed make a difference too."""
_BOUNDS = 2
"""Bounds of an inequality that leaves as little room as an equality."""
_FEW = 4
"""Figures of a relation that are tried one by one."""
_POWERS = (10, 100, 1000)
_STEPS = (1, 5, 10, 50, 100, 500, 1000)
"""What figures are rounded to."""


def slipped(verdict: Verdict, *, digits_only: bool = False) -> bool:
    """Tell whether one slip of the pen in one of its figures explains why a relation does not hold.

    With ``digits_only`` it must be a digit, and off by ten of the units in which the row counts: that explains hardly anything by
    chance, so that it may be asked of many rows.
    """
    claims = verdict.constraint.claims
    if not is_equality(verdict.constraint.rule.text):
        return False  # to stay below something nearly every slip would do
    repairs = {repair.claim: repair.interval for repair in verdict.repairs}
    return any(
        _is_slip(verdict.constraint, name, repairs.get(claim.id), digits_only=digits_only) for name, claim in claims.items()
    )


def holds_with(verdict: Verdict, name: str, shift: Fraction) -> bool:
    """Tell whether a relation that is broken holds once one of its figures is so much more."""
    return _holds(verdict.constraint, name, shift)


def misprinted(value: Fraction, right: Fraction) -> bool:
    """Tell whether a digit put in, left out, changed or exchanged made a figure of the right one, and not in its last alone."""
    return _is_far(value, right) and right in _digits(value)


def transposed(verdict: Verdict) -> bool:
    """Tell whether a relation that is broken holds once two neighbouring digits of one figure are exchanged: no chance does so.

    What goes unlisted in one row alone would have to be just that much.
    """
    claims = verdict.constraint.claims
    return any(
        _holds(verdict.constraint, name, other - claim.value)
        for name, claim in (claims.items() if len(claims) <= _FEW else ())
        if claim.value is not None
        for other in _digits(claim.value, slip=digits.exchanges)
        if _is_far(claim.value, other)
    )


def retouched(verdict: Verdict) -> bool:
    """Tell whether a relation holds to the last digit of its first figure once a digit of one figure is another.

    The others are taken as they are printed, and not for all that is rounded to them: where the first figure has many digits, no
    chance does so.
    """
    right = {repair.claim: repair.interval for repair in verdict.repairs}
    first, *_ = verdict.constraint.claims
    return any(
        _holds(verdict.constraint, name, other - claim.value, exactly_but=first)
        for name, claim in verdict.constraint.claims.items()
        if claim.value is not None and (near := right.get(claim.id)) is not None
        for other in dict.fromkeys(_digits(claim.value))
        if _is_far(claim.value, other) and near.meets(_about(claim, other))
    )


def _about(claim: Claim, value: Fraction) -> Interval:
    """Give what can be printed as a figure that is as fine as that of a claim."""
    half = ((claim.quantity and claim.quantity.possible.high) or value) - (claim.value or value)
    return Interval(value - half, value + half)


def exchanged(verdict: Verdict) -> bool:
    """Tell whether a relation that is broken holds once two figures have changed places: they stand in the wrong columns."""
    claims = verdict.constraint.claims
    for one, other in combinations([*claims][1:], 2) if len(claims) <= _FEW else ():
        turned = {**claims, one: claims[other], other: claims[one]}
        if claims[one].value != claims[other].value and _holds(evolve(verdict.constraint, claims=turned), one, Fraction(0)):
            return True
    return False


def miswritten(value: int | Fraction, right: int | Fraction) -> bool:
    """Tell whether a digit, a sign or a point that slipped made a figure of the right one, and not in its last digit alone."""
    return _is_far(value, right) and Fraction(right) in before_a_slip(Fraction(value))


def turned(value: int | Fraction, right: int | Fraction) -> bool:
    """Tell whether two neighbouring digits that were exchanged, or a point that moved, made a figure of the right one."""
    told = Fraction(value)
    return _is_far(value, right) and right in (*_digits(told, slip=digits.exchanges), told * 10, told / 10)


def _is_far(value: int | Fraction, right: int | Fraction) -> bool:
    """Tell whether two figures differ by more than in the last digit alone."""
    return abs(Fraction(value) - right) >= _TELLING * digits.last_digit([value, right])


def may_be_slip(value: Fraction, right: Interval) -> bool:
    """Tell whether a digit, a sign or a point that slipped may have made a figure of one that would be right."""
    told, unit = right.low is not None and right.high is not None, digits.last_digit([value])
    return told and any(abs(other - value) >= _TELLING * unit and right.holds(other) for other in before_a_slip(value))


def is_equality(text: str) -> bool:
    """Tell whether a relation leaves no more room than an equality does."""
    return "==" in text or text.count("<=") >= _BOUNDS


def _is_slip(constraint: Constraint, name: str, right: Interval | None, *, digits_only: bool) -> bool:
    """Tell whether a figure may have been another; ``right`` is what would be right, where the expression says so itself."""
    quantity = constraint.claims[name].quantity
    if quantity is None or quantity.value is None or (right is None and len(constraint.claims) > _FEW):
        return False
    value = quantity.value
    if digits_only:
        others = (other for other in _digits(value) if abs(other - value) >= _TELLING * _grain(constraint, value))
    else:
        unit = _printed(quantity, value)
        before = (*before_a_slip(value, unit), *_times_before(constraint.claims[name].sentence.text, value))
        others = (other for other in before if abs(other - value) >= _TELLING * unit)
    if right is not None:
        half = (quantity.possible.high or value) - value  # what would be right is printed as this figure is
        low, high = right.low, right.high
        return low is not None and high is not None and any(low - half <= other <= high + half for other in others)
    return any(_holds(constraint, name, other - value) for other in dict.fromkeys(others))


def _holds(constraint: Constraint, name: str, shift: Fraction, exactly_but: str | None = None) -> bool:
    """Tell whether the relation holds with one figure moved; all ``exactly_but`` one may be as they are printed."""
    operands = {}
    for each, claim in constraint.claims.items():
        if claim.quantity is None:
            return False
        move = shift if each == name else Fraction(0)
        printed, possible = _moved(claim.quantity.printed, move), _moved(claim.quantity.possible, move)
        if exactly_but not in (None, each) and claim.value is not None:
            printed = possible = Interval.point(claim.value + move)
        operands[each] = Operand("", Amount(printed, possible), claim)
    return evaluate(constraint.rule.holds, operands, Context()).verdict in ("holds", "may hold")


def _moved(interval: Interval, move: Fraction) -> Interval:
    low, high = interval.low, interval.high
    return evolve(interval, low=None if low is None else low + move, high=None if high is None else high + move)


def before_a_slip(value: Fraction, unit: Fraction | None = None) -> Iterator[Fraction]:
    """Give what a figure may have been before a slip: its sign, its decimal point, or a digit was another.

    ``unit`` is that of its last digit, where that is a nought: 0.708 may have become 0.780.
    """
    yield -value
    for power in _POWERS:
        yield from (value * power, value / power)
    yield from _digits(value, unit)


def _printed(quantity: Quantity, value: Fraction) -> Fraction:
    """Give the unit of a figure's last digit, noughts behind the point included."""
    unit, shown = digits.last_digit([value]), 2 * ((quantity.printed.high or value) - value)
    return shown if 0 < shown < unit and (1 / shown).denominator == 1 and str(1 / shown).strip("0") == "1" else unit


def _times_before(written: str, value: Fraction) -> Iterator[Fraction]:
    """Give what a time may have been before a slip in its hours, minutes or seconds, as they are written."""
    if forms.seconds(written) == value:
        yield from (before for edited in digits.edits(written) if (before := forms.seconds(edited)) is not None)


def _digits(
    value: Fraction, unit: Fraction | None = None, slip: Callable[[str], Iterator[str]] | None = None
) -> Iterator[Fraction]:
    """Give what a figure may have been before a slip in its digits: any, or the kind that is given."""
    scale = 10 ** _places(value if unit is None else unit)
    sign = -1 if value < 0 else 1
    yield from (Fraction(sign * int(other), scale) for other in (slip or digits.edits)(str(abs(int(value * scale)))))


def _places(value: Fraction) -> int:
    """Give how many decimals a figure has, so far as they are not zero: one for 6/5."""
    return len(str(digits.last_digit([value]).denominator)) - 1


def _grain(constraint: Constraint, value: Fraction) -> Fraction:
    """Give the unit in which the figures of a row are counted that have as many decimals: rounded to tens it is ten."""
    scale = 10 ** _places(value)
    figures = (claim.quantity.value for claim in constraint.claims.values() if claim.quantity is not None)
    alike = (abs(int(figure * scale)) for figure in figures if figure is not None and (figure * scale).denominator == 1)
    common = math.gcd(*alike)
    return Fraction(max(step for step in _STEPS if common % step == 0), scale)
