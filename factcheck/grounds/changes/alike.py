"""Whether two figures can be set against each other: of one kind and unit, for one spell of time, and of a size."""

from __future__ import annotations

from fractions import Fraction

from factcheck import units
from factcheck.claims import COUNTS, Claim, are_of_one_kind, series
from factcheck.grounds import tellings
from factcheck.grounds.changes import bases
from factcheck.patterns import pattern
from factcheck.quantities import Quantity

_RIGHT_BEFORE = pattern(r",? (?:(?:or|<<about>>) )*")
_CLOSE, _NEAR = 2, 3
"""Percent within which a difference may be another figure's; how many times as large the base of a percent may be."""
_BY_RATE = pattern(
    r"(?: [a-z]+)? (?:an?|per|every|each) "
    r"(?P<spell>second|minute|hour|<<spells>>|night)\b(?! <<ago>>)"
)
_ANY_SCALE = frozenset({"temperature", None})
"""Dimensions whose differences are converted otherwise than what stands on a scale, or that nothing measures."""
_LARGE = 1000
_LIKE = 20
"""How many times as large a figure of one thing is at most."""
_SIZE = 20
"""A larger ratio of two prices may be of two things."""


def are_alike(value: Claim, reference: Claim) -> bool:
    """Tell whether two figures can be set against each other, and are not of another thing by their size."""
    return are_comparable(value, reference) and are_near(value, reference)


def are_near(value: Claim, reference: Claim) -> bool:
    """Tell whether no figure is so many times the other that they are of other things."""
    if value.quantity is None or reference.quantity is None:
        return False
    low, other = value.quantity.printed.low, reference.quantity.printed.low
    return low is not None and other is not None and low > 0 and other > 0 and max(low, other) < _LIKE * min(low, other)


def are_comparable(value: Claim, reference: Claim) -> bool:
    """Tell whether two figures are of one kind, and of one unit where they have any."""
    a, b = value.quantity, reference.quantity
    if a is None or b is None or not are_of_one_kind(value, reference):
        return False
    if value.kind == reference.kind == "count" and series.count_apart(value, reference):
        return False
    ours, theirs = ({unit.partition("/")[0] for unit in quantity.readings} for quantity in (a, b))
    return not (ours and theirs and ours.isdisjoint(theirs))


def leaves_unit_out(value: Claim, reference: Claim) -> bool:
    """Tell whether a number leaves its unit to the figure that is set against it: "59.6 billion marks, above the 61 billion"."""
    if value.kind not in ("money", "measure") or reference.kind != "number" or reference.counted is not None:
        return False
    large = min(value.value or 0, reference.value or 0) >= _LARGE
    return (large or bases.are_scaled(value, reference)) and are_near(value, reference)


def rate(figure: Claim) -> str:
    """Give the spell of time that a figure is told for: "year" in "9 million a year"; "" where there is none."""
    told = _BY_RATE.match(figure.sentence.within, figure.span.end)
    return told["spell"] if told else ""


def right_before(fitting: list[Claim], difference: Claim, reference: Claim) -> list[Claim]:
    """Give the figure right before a difference in percent, of several that may have it, if no other makes so large a one."""
    last = fitting[-1] if len(fitting) > 1 and difference.kind == "percent" else None
    if last is None or _RIGHT_BEFORE.fullmatch(last.sentence.within, last.phrase.end, difference.phrase.start) is None:
        return fitting
    values = [figure.value or Fraction(0) for figure in fitting]
    base, told = reference.value or Fraction(1), difference.value or Fraction(0)
    others = any(abs(100 * abs(value / base - 1) - told) < _CLOSE for value in values[:-1])
    near = max(values[-1], base) < _NEAR * min(values[-1], base)
    return [last] if near and not others else fitting


def are_of_a_size(one: Claim, other: Claim, times: int) -> bool:
    """Tell whether neither of two figures is as much as so many ``times`` the other."""
    a, b = one.value, other.value
    return a is not None and b is not None and max(a, b) < times * min(a, b)


def are_of_one_thing(one: Claim, other: Claim) -> bool:
    """Tell whether two figures can be levels of one thing: of one kind, in units that can be the same, and of a size.

    What a sum is counted by may be left out: "48 cents a share from 40 cents".
    """
    a, b = one.quantity, other.quantity
    if a is None or b is None or not are_of_one_kind(one, other):
        return False
    if one.kind == other.kind == "count" and (series.count_apart(one, other) or tellings.have_other_roles(one, other)):
        return False
    if one.kind in COUNTS and (rate(one) or rate(other)) not in ("", rate(other) or rate(one)):
        return False  # "to 40 a week from 12 a day"
    if a.unit == b.unit or (one.kind != other.kind and None in (a.unit, b.unit)):
        return True
    if not set(a.readings).isdisjoint(b.readings):
        return not (one.kind == "money" and _is_marked_alone(a, b))
    return one.kind == "money" and can_change(one, other) and are_of_a_size(one, other, _SIZE)


def _is_marked_alone(one: Quantity, other: Quantity) -> bool:
    """Tell whether one sum says of which land its dollars are and the other not, so that they may be of two: "$14 from C$16"."""
    return (len({*one.readings}) == 1) is not (len({*other.readings}) == 1)


def can_change(change: Claim, level: Claim) -> bool:
    """Tell whether a figure can be what a level changed by: a price for one thing changes by plain money."""
    a, b = change.quantity, level.quantity
    if a is None or b is None:
        return False
    if change.kind == level.kind == "count" and series.count_apart(change, level):
        return False
    if change.kind != level.kind:
        points = (change.kind, level.kind) == ("points", "percent")
        return points or are_of_one_kind(change, level) or is_without_unit(change, level)
    ours, theirs = ({unit.partition("/")[0] for unit in quantity.readings} for quantity in (a, b))
    return ours == theirs or not ours.isdisjoint(theirs) or (change.kind == "measure" and _measure_alike(change, level))


def _measure_alike(change: Claim, level: Claim) -> bool:
    """Tell whether two measures are of one dimension, and of more than one unit: "rose 40 cm to 3.2 metres"."""
    units_ = [figure.quantity.unit for figure in (change, level) if figure.quantity and figure.quantity.unit]
    dimensions = {units.dimension(unit) for unit in units_}
    return len(units_) > 1 and len(dimensions) == 1 and dimensions.isdisjoint(_ANY_SCALE)


def is_without_unit(change: Claim, level: Claim) -> bool:
    """Tell whether a change leaves its unit to the level: "fell by [300 million] to 8.9 billion crowns"."""
    bare = change.kind == "number" and change.counted is None
    return bare and level.kind in ("money", "measure") and bases.are_scaled(level, change)
