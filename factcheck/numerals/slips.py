"""Whether one number can be another one typed wrongly: two numbers go in, yes or no comes out.

Of the four slips of Damerau ("A technique for computer detection and correction of spelling errors", CACM 7, 1964) these leave a
number of the same length: two digits change places (86,000 and 68,000), or one digit is another. A nought or a scale word too
much is a slip of figures alone. A single digit tells too little: 3 is no slip for 4.
"""

from __future__ import annotations

from fractions import Fraction

_FEWEST = 2
_SURE = 3
"""Digits of which one may be another by a slip; of two, one that differs is a different number."""
_LONGEST = 40
_WORLDS = 10_000
_MOST_TURNED = 10
"""So many times as much as another is no number whose digits changed places."""


def may_be(one: Fraction | None, other: Fraction | None) -> bool:
    """Tell whether two different numbers differ by one slip of the keys.

    >>> may_be(Fraction(68000), Fraction(86000)), may_be(Fraction(1410), Fraction(1140)), may_be(Fraction(40), Fraction(400))
    (True, True, True)
    >>> may_be(Fraction(150), Fraction(105)), may_be(Fraction(15000), Fraction(10500)), may_be(Fraction(200), Fraction(210))
    (True, True, False)
    >>> may_be(Fraction(41), Fraction(43)), may_be(Fraction(3), Fraction(4)), may_be(Fraction(800), Fraction(500))
    (False, False, False)
    """
    if one is None or other is None or one == other or one <= 0 or other <= 0:
        return False
    ours, theirs = _digits(one), _digits(other)
    if max(len(ours), len(theirs)) > _LONGEST:
        return False
    if ours == theirs:  # the same digits: a nought or a scale word
        return True
    if one / other > 10 or other / one > 10:
        return False
    if len(ours) != len(theirs) or len(ours) < _FEWEST:
        return _swap_a_nought(one, other)
    apart = [at for at in range(len(ours)) if ours[at] != theirs[at]]
    return len(ours) >= _SURE if len(apart) == 1 else _are_swapped(ours, theirs)


def are_turned(one: Fraction | None, other: Fraction | None) -> bool:
    """Tell whether two neighbouring digits of one number changed places in the other, which may be told with more digits.

    >>> are_turned(Fraction(72), Fraction(27)), are_turned(Fraction(141), Fraction(114)), are_turned(Fraction(40), Fraction(400))
    (True, True, False)
    >>> are_turned(Fraction(21), Fraction(121, 10)), are_turned(Fraction(21), Fraction(121))
    (True, False)
    """
    if one is None or other is None or one <= 0 or other <= 0:
        return False
    ours = _digits(one)
    unit = one / int(ours)
    other = round(other / unit) * unit
    theirs = _digits(other) if other else ""
    within = other < _MOST_TURNED * one and one < _MOST_TURNED * other
    return within and len(ours) == len(theirs) < _LONGEST and _are_swapped(ours, theirs)


def _are_swapped(ours: str, theirs: str) -> bool:
    """Tell whether two neighbouring digits changed places."""
    apart = [at for at in range(len(ours)) if ours[at] != theirs[at]]
    swapped = len(apart) == 2 and apart[1] == apart[0] + 1
    return swapped and ours[apart[0]] == theirs[apart[1]] and ours[apart[1]] == theirs[apart[0]]


def _swap_a_nought(one: Fraction, other: Fraction) -> bool:
    """Tell whether a nought at the end of a whole number changed places with the digit before it: 150 and 105."""
    if one.denominator != 1 or other.denominator != 1:
        return False
    ours, theirs = str(one.numerator), str(other.numerator)
    while ours.endswith("0") and theirs.endswith("0"):
        ours, theirs = ours[:-1], theirs[:-1]
    return len(ours) == len(theirs) >= _SURE and _are_swapped(ours, theirs)


def is_telling(one: Fraction | None, other: Fraction | None) -> bool:
    """Tell whether two numbers that may be one have so many digits that they are hardly alike by chance."""
    if one is None or other is None:
        return False
    return min(len(_digits(one)), len(_digits(other))) >= _SURE or _swap_a_nought(one, other)


def are_mistyped(one: Fraction | None, other: Fraction | None) -> bool:
    """Tell whether the digits themselves differ by a slip; a nought or a scale word is more often another number's.

    >>> are_mistyped(Fraction(68000), Fraction(86000)), are_mistyped(Fraction(40), Fraction(400))
    (True, False)
    """
    return may_be(one, other) and one is not None and other is not None and _digits(one) != _digits(other)


def are_of_two_scales(one: Fraction | None, other: Fraction | None) -> bool:
    """Tell whether two numbers of several digits have the same ones, and another scale word.

    >>> are_of_two_scales(Fraction(1_800_000), Fraction(1_800_000_000)), are_of_two_scales(Fraction(1_800_000), Fraction(180_000))
    (True, False)
    """
    if one is None or other is None or one <= 0 or other <= 0 or not has_several_digits(one):
        return False
    return max(one, other) / min(one, other) in (1000, 1_000_000)


def has_several_digits(value: Fraction) -> bool:
    """Tell whether a number has so many digits that another is hardly the same by chance: no 5 million, but 5.2 million."""
    return len(_digits(value)) >= _FEWEST


def are_worlds_apart(one: Fraction | None, other: Fraction | None) -> bool:
    """Tell whether two numbers are farther from each other than a scale word left out or put wrongly brings them.

    >>> are_worlds_apart(Fraction(3_700_000_000), Fraction(32)), are_worlds_apart(Fraction(3_700_000_000), Fraction(3_700_000))
    (True, False)
    """
    if one is None or other is None or one <= 0 or other <= 0:
        return False
    return max(one, other) > _WORLDS * min(one, other)


def digits_in_order(value: Fraction | None) -> str:
    """Give the digits of a number from the smallest to the largest: those of which two changed places are the same then.

    >>> digits_in_order(Fraction(86000)), digits_in_order(Fraction(68000)), digits_in_order(Fraction(60800))
    ('68', '68', '68')
    """
    return "".join(sorted(_digits(value))).lstrip("0") if value else ""


def _digits(value: Fraction) -> str:
    """Give the digits of a number from the first to the last that is not nought; of one that has no end, a few."""
    places = 0
    while value.denominator != 1 and places < _LONGEST:
        value, places = value * 10, places + 1
    return str(int(value)).strip("0")
