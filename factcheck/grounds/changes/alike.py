"""Whether two figures can be set against each other: of one kind and unit, for one spell of time, and of a size."""

from __future__ import annotations

from factcheck.claims import Claim, are_of_one_kind, series
from factcheck.patterns import pattern

_BY_RATE = pattern(
    r"(?: [a-z]+)? (?:an?|per|every|each) "
    r"(?P<spell>second|minute|hour|day|night|week|month|quarter|year)\b(?! (?:earlier|ago|before))"
)
_LIKE = 20
"""How many times as large a figure of one thing is at most."""


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


def rate(figure: Claim) -> str:
    """Give the spell of time that a figure is told for: "year" in "9 million a year"; "" where there is none."""
    told = _BY_RATE.match(figure.sentence.within, figure.span.end)
    return told["spell"] if told else ""
