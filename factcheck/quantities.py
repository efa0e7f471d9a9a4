"""Mention -> Quantity: what a figure can stand for, as exact intervals.

``h`` is half a unit of the last digit that is not zero. A figure that shows a rounded number stands for what rounds to it,
an approximated one for 2 % (or h) around, "nearly" for up to 10 % (or h) below; bounds open one side. A count is never negative.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from factcheck import lexicon
from factcheck.intervals import WHOLE_LINE, Amount, Interval
from factcheck.mentions import Mention
from factcheck.numerals import Numeral
from factcheck.values import evolve, frozen

if TYPE_CHECKING:
    import pint

AROUND = Fraction(2, 100)
"""Share by which "about" widens a figure at least."""
BESIDE = Fraction(10, 100)
"""Share by which "nearly" and "just over" widen it to their side at least."""

_COARSEST = Fraction(1, 4)
"""Share beyond which nobody rounds what is measured: 10 barrels are not 6."""

_BOUNDS = {"above": ">", "at least": ">=", "below": "<", "at most": "<="}
_ZERO = Fraction(0)
_SCALES = frozenset({"degree_Celsius", "degree_Fahrenheit"})
"""Their nought is a mark among others."""


@frozen
class Quantity:
    """A figure's value, as written and as it can stand.

    ``value`` is as written, after scale words; a range has ``from_`` and ``to_value`` instead; "dozens" has none. ``bound`` is
    ``>``, ``>=``, ``<``, ``<=`` or None. ``printed`` gives or takes the rounding to the last digit that counts; ``possible``
    is what the figure can stand for, with approximators and bounds. ``unbounded`` leaves the bound out. ``unit`` is a name of
    `factcheck.units`; ``readings`` holds all units that an ambiguous word or sign can mean, the likeliest first.
    """

    printed: Interval
    possible: Interval
    value: Fraction | None = None
    from_: Fraction | None = None
    to_value: Fraction | None = None
    bound: str | None = None
    unit: str | None = None
    readings: tuple[str, ...] = ()
    unbounded: Interval = WHOLE_LINE

    @property
    def amount(self) -> Amount:
        """The quantity as the rules see it."""
        return Amount(self.printed, self.possible, self.unit)

    def to(self, unit: str) -> Quantity:
        """Give the same quantity in another unit of its dimension, named or written: ``to("kilometer")``, ``to("km")``.

        Raises:
            units.DimensionError: the units do not measure the same, or it is no unit.

        """
        from factcheck import units

        own, unit = self.unit or "", units.named(unit)
        value, from_, to_value = (_converted(number, own, unit) for number in (self.value, self.from_, self.to_value))
        printed, possible, unbounded = (units.convert(i, own, unit) for i in (self.printed, self.possible, self.unbounded))
        return Quantity(printed, possible, value, from_, to_value, self.bound, unit, (unit,), unbounded)

    def to_pint(self) -> pint.Quantity[Fraction]:
        """Give the value as written as a quantity of pint.

        Raises:
            ValueError: the figure has no single value ("dozens", a range).

        """
        from factcheck import units

        if self.value is None:
            raise ValueError("a range or a vague figure has no single value")
        return units.to_pint(self.value, self.unit)


def of(mention: Mention, units: tuple[str, ...] = ()) -> Quantity | None:
    """Give what a figure in one of these units can stand for; None for what is no figure."""
    numeral = mention.numeral
    if numeral is None:
        return None
    unit = units[0] if units else None
    if numeral.vague:
        loose = Interval(_ZERO, None)
        return Quantity(loose, loose, unit=unit, readings=units, unbounded=loose)
    effects = [effect for modifier in mention.modifiers if (effect := _effect(modifier))]
    bound = next((_BOUNDS[effect] for effect in effects if effect in _BOUNDS), numeral.bound)
    measured = bool(mention.units)
    printed = _rounded(numeral, measured)
    possible = printed if not (effects or bound) and (numeral.rounded or not measured) else _widened(numeral, effects, bound)
    if mention.far is not None:
        ends = (printed, _rounded(mention.far, measured)), (possible, _widened(mention.far, effects, bound))
        printed, possible = (_hull(*pair) if numeral.value <= mention.far.value else _hull(*pair[::-1]) for pair in ends)
    value, far = numeral.value, None if mention.far is None else mention.far.value
    single, low = (value, None) if far is None else (None, value)
    if mention.far is not None and mention.far.bound is not None:
        return _between_bounds(Quantity(printed, printed, None, low, far, None, unit, units, printed), bound, mention.far.bound)
    return Quantity(printed, _bounded(possible, bound, unit), single, low, far, bound, unit, units, possible)


def _between_bounds(quantity: Quantity, near: str | None, far: str) -> Quantity:
    """Give what lies between two bounds ("at least 3 but fewer than 9"), in either order; no end is rounded."""
    ends = {near: quantity.from_, far: quantity.to_value}
    low, high = (next((sign for sign in ends if sign in signs), None) for signs in ((">", ">="), ("<", "<=")))
    within = Interval(ends.get(low), ends.get(high), low == ">", high == "<")
    return evolve(quantity, from_=within.low, to_value=within.high, printed=within, possible=within, unbounded=within)


def _converted(number: Fraction | None, own: str, unit: str) -> Fraction | None:
    from factcheck import units

    return None if number is None else units.convert(Interval.point(number), own, unit).low


def _effect(modifier: Mention) -> str:
    return "" if modifier.entry is None else lexicon.entries("hedges")[modifier.entry].get("effect", "")


def _rounded(numeral: Numeral, measured: bool = False) -> Interval:
    """Give what rounds to the number as printed: half-open, and the number alone where nothing shows rounding.

    What is measured is always printed to its last digit that counts: 160 miles are what 260 km round to.
    """
    if not (numeral.rounded or measured):
        return Interval.point(numeral.value)
    if not numeral.rounded and numeral.half > abs(numeral.value) * _COARSEST:
        half = abs(numeral.value) * _COARSEST
        return Interval(numeral.value - half, numeral.value + half)
    return _clipped(Interval(numeral.value - numeral.half, numeral.value + numeral.half, high_open=True), numeral)


def _widened(numeral: Numeral, effects: Sequence[str], bound: str | None) -> Interval:
    """Widen by the approximators; without one, by the figure's own rounding, which a bound does not have ("more than 3,000")."""
    if not effects:
        return _rounded(numeral)
    value, half, size = numeral.value, numeral.half, abs(numeral.value)
    below = [max(half, size * share) for effect, share in (("around", AROUND), ("from below", BESIDE)) if effect in effects]
    above = [max(half, size * share) for effect, share in (("around", AROUND), ("from above", BESIDE)) if effect in effects]
    if below or above:
        return _clipped(Interval(value - max(below, default=_ZERO), value + max(above, default=_ZERO)), numeral)
    return _rounded(numeral) if bound is None else Interval.point(value)


def _clipped(interval: Interval, numeral: Numeral) -> Interval:
    """Keep a figure that is not negative from becoming so."""
    low = interval.low
    if low is not None and low.numerator < 0 <= numeral.value.numerator:
        return Interval(_ZERO, interval.high, False, interval.high_open)
    return interval


def _hull(first: Interval, last: Interval) -> Interval:
    """Give all from the lower end of a range to the upper: each end has the room of its own rounding."""
    return Interval(first.low, last.high, first.low_open, last.high_open)


def _bounded(interval: Interval, bound: str | None, unit: str | None) -> Interval:
    """Leave one end free; "more than" and "less than" shut the end itself out.

    What is not told to be below nought ends there, but for a temperature.
    """
    if bound in (">", ">="):
        return Interval(interval.low, None, interval.low_open or bound == ">")
    if bound in ("<", "<="):
        ended = Interval(_ZERO, interval.high, False, interval.high_open or bound == "<")
        free = unit in _SCALES or ended.is_empty
        return evolve(ended, low=None) if free else ended
    return interval
