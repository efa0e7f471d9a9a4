"""A number as spelled: its value, how far it is rounded, and where it stands."""

from __future__ import annotations

from fractions import Fraction

from factcheck.values import evolve, frozen

_HALVES = tuple(Fraction(10**zeros, 2) for zeros in range(16))
_YEARS = (1500, 2100)


@frozen
class Numeral:
    """A number as spelled between ``start`` and ``end``.

    ``value`` includes scale words. ``half`` is half a unit of the last digit that is not zero: what rounding to it can
    have taken or given. ``rounded`` tells whether the spelling shows a rounded number (decimals, a scale word, or two
    zeros at the end). ``scale`` is the factor of its scale word, 1 without one. A ``vague`` one ("dozens") has no value.
    A ``part`` is one of a whole ("two-thirds", "half", "1/4"): it may stand before "of a mile". ``bound`` is set on the far
    end of a range that shuts it in otherwise than the near one ("at least 3 but fewer than 9": ``<``), and by a bound before the
    scale word ("20-plus million": ``>=``).
    """

    start: int
    end: int
    value: Fraction
    half: Fraction
    rounded: bool = False
    scale: int = 1
    spelled: bool = False
    vague: bool = False
    part: bool = False
    bound: str | None = None

    def may_be_year(self, text: str) -> bool:
        """Tell whether it can be a year: four digits with nothing between them."""
        return _YEARS[0] <= self.value <= _YEARS[1] and text[self.start : self.end].isdigit()

    @property
    def measured(self) -> Numeral:
        """The same number as a measure: a part of a unit ("half a mile") is told less exactly than a share."""
        return evolve(self, half=Fraction(1, 10 * self.value.denominator)) if self.part else self

    def times(self, scale: int, end: int | None = None) -> Numeral:
        """Give it with a scale word, which ends at ``end`` if it stands behind it."""
        return evolve(
            self,
            value=self.value * scale,
            half=half_of(int(self.value * scale))[0] if self.part else self.half * scale,
            rounded=True,
            scale=self.scale * scale,
            end=end or self.end,
            part=False,
        )


def half_of(number: int) -> tuple[Fraction, int]:
    """Give half a unit of the last digit that is not zero, and how many zeros stand behind it."""
    zeros = 0
    while number and number % 10 == 0:
        number //= 10
        zeros += 1
    return _HALVES[zeros] if zeros < len(_HALVES) else Fraction(10**zeros, 2), zeros
