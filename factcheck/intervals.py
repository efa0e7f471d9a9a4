"""Exact intervals of rationals, and amounts: what a figure prints and what it can stand for.

A leaf: it knows nothing of text. ``None`` is an end without bound. All numbers are `fractions.Fraction`.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.values import frozen

_DIGIT = 10
"""A figure with a digit more has a tenth of the room that rounding leaves."""

_POWER, _NEAR = 3, Fraction(9, 5)
"""How many times the lower end the upper is of what rounds to a power of ten, and how many times it nine tenths of that are."""


@frozen
class Interval:
    """The numbers from ``low`` to ``high``; an open end leaves the end itself out, ``None`` has no end."""

    low: Fraction | None = None
    high: Fraction | None = None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def point(cls, value: Fraction | int) -> Interval:
        """Give the interval that holds one number only."""
        exact = value if isinstance(value, Fraction) else Fraction(value)
        return cls(exact, exact)

    @classmethod
    def around(cls, value: Fraction, share: Fraction) -> Interval:
        """Give the interval that reaches such a share of a value to both of its sides."""
        room = abs(value) * share
        return cls(value - room, value + room)

    @property
    def middle(self) -> Fraction | None:
        """The value between its ends: the figure, where it is what rounds to one; None where it has no end."""
        return None if self.low is None or self.high is None else (self.low + self.high) / 2

    @property
    def is_point(self) -> bool:
        """Tell whether it holds exactly one number."""
        return self.low is not None and self.low == self.high and not (self.low_open or self.high_open)

    @property
    def is_empty(self) -> bool:
        """Tell whether it holds no number at all."""
        if self.low is None or self.high is None:
            return False
        return self.low >= self.high if self.low_open or self.high_open else self.low > self.high

    def __neg__(self) -> Interval:
        return Interval(_negated(self.high), _negated(self.low), self.high_open, self.low_open)

    def __add__(self, other: Interval) -> Interval:
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(low, high, self.low_open or other.low_open, self.high_open or other.high_open)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        return _product(self, other)

    def __truediv__(self, other: Interval) -> Interval:
        """Divide. A divisor that can be zero gives the whole line: nothing can be concluded from it."""
        inverse = _inverse(other)
        return WHOLE_LINE if inverse == WHOLE_LINE else _product(self, inverse)  # 0 of 0 is no share, not even none

    def __and__(self, other: Interval) -> Interval:
        """Give what lies in both; may be empty."""
        low, low_open = _tighter(self.low, self.low_open, other.low, other.low_open, largest=True)
        high, high_open = _tighter(self.high, self.high_open, other.high, other.high_open, largest=False)
        return Interval(low, high, low_open, high_open)

    def meets(self, other: Interval) -> bool:
        """Tell whether some number lies in both."""
        return not (self & other).is_empty

    @property
    def room(self) -> Fraction | None:
        """How far its ends are apart; None where it has no end."""
        return None if self.low is None or self.high is None else self.high - self.low

    def leaves_out(self, full: Interval) -> bool:
        """Tell whether it is printed as the first digits, two at least, of another: 75 million (74.5 to 75.5) of 75.7 million."""
        ours, theirs, short, long = self.room, full.room, self.middle, full.middle
        if ours is None or theirs is None or short is None or long is None:
            return False
        return _DIGIT * theirs <= ours <= short / _DIGIT and short <= long < short + ours

    def holds(self, value: Fraction) -> bool:
        """Tell whether the number lies in it."""
        return self.meets(Interval.point(value))

    def always_at_most(self, other: Interval, strict: bool = False) -> bool:
        """Tell whether each number of this one is <= (or <) each of the other."""
        if self.high is None or other.low is None:
            return False
        if strict and not (self.high_open or other.low_open):
            return self.high < other.low
        return self.high <= other.low

    def never_at_most(self, other: Interval, strict: bool = False) -> bool:
        """Tell whether no number of this one is <= (or <) any of the other."""
        return other.always_at_most(self, strict=not strict)

    def widened(self, *, low: bool = False, high: bool = False) -> Interval:
        """Give it without a lower or an upper end."""
        return Interval(
            None if low else self.low,
            None if high else self.high,
            self.low_open and not low,
            self.high_open and not high,
        )


WHOLE_LINE = Interval()
_ZERO = Fraction(0)


def _negated(end: Fraction | None) -> Fraction | None:
    return None if end is None else -end


def _tighter(
    a: Fraction | None, a_open: bool, b: Fraction | None, b_open: bool, *, largest: bool
) -> tuple[Fraction | None, bool]:
    """Choose the end that leaves less."""
    if a is None or b is None:
        return (b, b_open) if a is None else (a, a_open)
    if a == b:
        return a, a_open or b_open
    return (a, a_open) if (a > b) == largest else (b, b_open)


def _inverse(divisor: Interval) -> Interval:
    low, high = divisor.low, divisor.high
    if low is not None and (low > 0 or (low == 0 and divisor.low_open)):
        return Interval(
            _ZERO if high is None else 1 / high,
            None if low == 0 else 1 / low,
            high is None or divisor.high_open,
            divisor.low_open,
        )
    if high is not None and (high < 0 or (high == 0 and divisor.high_open)):
        return -_inverse(-divisor)
    return WHOLE_LINE


def _product(a: Interval, b: Interval) -> Interval:
    """Multiply: the ends are products of ends; an end without bound gives one, except against zero."""
    corners = []
    for x, x_open, x_side in ((a.low, a.low_open, -1), (a.high, a.high_open, 1)):
        for y, y_open, y_side in ((b.low, b.low_open, -1), (b.high, b.high_open, 1)):
            corners.append(_corner(x, x_open, x_side, y, y_open, y_side))
    lowest = min(corners)
    highest = max(corners, key=lambda c: (c[0], c[1], not c[2]))
    return Interval(
        None if lowest[0] else lowest[1],
        None if highest[0] else highest[1],
        lowest[2] and not lowest[0],
        highest[2] and not highest[0],
    )


def _corner(
    x: Fraction | None, x_open: bool, x_side: int, y: Fraction | None, y_open: bool, y_side: int
) -> tuple[int, Fraction, bool]:
    """Give one corner of a product: (-1, 0 or 1 for minus infinity, finite, infinity), its value, whether open."""
    if (x is not None and x == 0 and not x_open) or (y is not None and y == 0 and not y_open):
        return 0, _ZERO, False
    if x is not None and y is not None:
        return 0, x * y, x_open or y_open
    sign = (x_side if x is None else (x > 0) - (x < 0)) * (y_side if y is None else (y > 0) - (y < 0))
    return (sign, _ZERO, False) if sign else (0, _ZERO, True)


@frozen
class Amount:
    """A quantity as the rules see it.

    ``printed`` is what the figure says, give or take the rounding to its last digit that counts: equality is judged by it.
    ``possible`` is what it can stand for, with approximators, bounds and estimates: order is judged by it. ``unit`` is a name of
    `factcheck.units`, None for a bare number.
    """

    printed: Interval
    possible: Interval
    unit: str | None = None

    @property
    def near_below(self) -> Amount:
        """The same with a tenth of room below a power of ten: who has 8 million does not write 10, but may have 14."""
        low, high = self.printed.low, self.printed.high
        if low is None or high is None or low <= 0 or high != low * _POWER or self.possible != self.printed:
            return self
        near = Interval(low * _NEAR, high, self.printed.low_open, self.printed.high_open)
        return Amount(near, near, self.unit)
