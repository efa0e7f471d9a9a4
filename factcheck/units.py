"""Units: what they measure, exact conversion between them, and how values are written (`factcheck.manners`).

A leaf. Unit names go in (``mile``, ``mile/hour``, ``foot^2``, ``USD/barrel``, ``percent``, None for a bare number), exact
factors, converted intervals, text and pint quantities come out. Names and definitions are pint's, and pint is imported only
by `to_pint`: conversion reads the same factors from the lexicon, which a test holds against pint's. Any ``a/b`` of known names
is a unit; below the line an unknown name is a counted noun (``USD/share``) and measures itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

from factcheck import lexicon
from factcheck.intervals import Interval
from factcheck.manners import written as written

if TYPE_CHECKING:
    import pint

_DERIVED: dict[str, dict[str, int]] = {
    "area": {"length": 2},
    "volume": {"length": 3},
    "speed": {"length": 1, "time": -1},
    "power": {"energy": 1, "time": -1},
    "frequency": {"time": -1},
    "data rate": {"data": 1, "time": -1},
    "flow": {"length": 3, "time": -1},
    "fuel economy": {"length": -2},
    "acceleration": {"length": 1, "time": -2},
    "force": {"energy": 1, "length": -1},
    "pressure": {"energy": 1, "length": -3},
    "viscosity": {"energy": 1, "length": -3, "time": 1},
    "rotation": {"angle": 1, "time": -1},
    "voltage": {"energy": 1, "time": -1, "current": -1},
    "resistance": {"energy": 1, "time": -1, "current": -2},
    "conductance": {"energy": -1, "time": 1, "current": 2},
    "charge": {"current": 1, "time": 1},
    "capacitance": {"energy": -1, "time": 2, "current": 2},
    "inductance": {"energy": 1, "current": -2},
    "magnetic flux": {"energy": 1, "current": -1},
    "magnetic field": {"energy": 1, "current": -1, "length": -2},
    "illuminance": {"luminous intensity": 1, "length": -2},
    "concentration": {"substance": 1, "length": -3},
    "catalysis": {"substance": 1, "time": -1},
    "exposure": {"current": 1, "time": 1, "mass": -1},
}


class DimensionError(ValueError):
    """Two units that do not measure the same, or a name that is no unit."""


@cache
def dimension(unit: str | None) -> str:
    """Tell what a unit measures: ``length``, ``speed``, ``percent``, ``USD``, ``USD/share``; ``number`` for a bare number.

    Every currency, percent, percentage points, persons and months are dimensions of their own.

    Raises:
        DimensionError: it is no unit.

    """
    powers, _ = _measure(unit)
    for name, own in _DERIVED.items():
        if own == powers:
            return name
    over = [_power(name, power) for name, power in sorted(powers.items()) if power > 0]
    under = [_power(name, -power) for name, power in sorted(powers.items()) if power < 0]
    return "/".join(["*".join(over) or ("1" if under else "number"), *under])


def is_spell(unit: str) -> bool:
    """Tell whether a unit measures time: an hour, a month, a year; an unknown name is none."""
    try:
        return bool(unit) and dimension(unit) in ("time", "months")
    except DimensionError:
        return False


@cache
def factor(unit: str | None, other: str | None) -> Fraction:
    """Give how many of ``other`` make one ``unit``, exactly.

    For temperatures this is the factor of a change (1 degree Celsius up is 9/5 Fahrenheit up); `convert` takes levels.

    Raises:
        DimensionError: they do not measure the same.

    """
    (powers, size), (other_powers, other_size) = _measure(unit), _measure(other)
    if powers != other_powers:
        sides = [f"{name or 'a bare number'} ({dimension(name)})" for name in (unit, other)]
        raise DimensionError(f"{sides[0]} cannot be given in {sides[1]}")
    return size / other_size


def convert(interval: Interval, unit: str | None, other: str | None) -> Interval:
    """Give an interval of ``unit`` in ``other``; temperatures as levels (20 degrees Celsius are 68 Fahrenheit).

    Raises:
        DimensionError: they do not measure the same.

    """
    if unit == other:
        return interval
    scale, shift = factor(unit, other), _shift(unit, other)
    low, high = (None if end is None else end * scale + shift for end in (interval.low, interval.high))
    return Interval(low, high, interval.low_open, interval.high_open)


@cache
def named(written: str) -> str:
    """Give the name of a unit that is written as news writes it: ``km`` is ``kilometer``, ``US$ per barrel`` ``USD/barrel``.

    A name is its own. Of an ambiguous form ("$", "pint") the likeliest unit is given.

    Raises:
        DimensionError: it is no unit.

    """
    try:
        _measure(written)
    except DimensionError:
        known = _written().get(written)
        over, _, under = written.replace(" per ", "/").rpartition("/")
        if known is None and not over:
            raise
        return known or f"{named(over)}/{_under(under)}"
    return written


def _under(written: str) -> str:
    """Name what stands below the line: a unit, or a counted noun, which measures itself."""
    return _written().get(written, written)


@cache
def _written() -> dict[str, str]:
    """Give each way to write a unit or a currency with its name; the first that has it wins."""
    kinds = ("names", "abbreviations", "symbols", "signs")
    table: dict[str, str] = {}
    for entries in (lexicon.entries("units"), lexicon.entries("currencies")):
        for name, entry in entries.items():
            for form in (form for kind in kinds for form in entry.get(kind, ())):
                table.setdefault(form, entry.get("readings", (name,))[0])
    return table


def to_pint(value: Fraction, unit: str | None) -> pint.Quantity[Fraction]:
    """Give a value as a quantity of pint, in a registry that counts in exact fractions.

    Currencies, percent, persons, months and counted nouns are base units of it.

    Raises:
        DimensionError: it is no unit.

    """
    _measure(unit)
    quantity: pint.Quantity[Fraction] = _registry().Quantity(
        value, "*".join(_power(_in_pint(name), power) for name, power in _parts(unit))
    )
    return quantity


@cache
def _registry() -> Any:  # a pint.UnitRegistry: what its Quantity is of, each version of pint says otherwise
    import pint

    registry: pint.UnitRegistry[Any] = pint.UnitRegistry(non_int_type=Fraction)
    for name, entry in lexicon.entries("units").items():
        if "define" in entry:
            registry.define(f"{entry.get('pint', name)} = {entry['define']}")
    return registry


@cache
def _in_pint(name: str) -> str:
    """Give the name that a unit has in pint; money and counted nouns, which pint lacks, become base units there."""
    entry = lexicon.entries("units").get(name)
    if entry is not None:
        return str(entry.get("pint", name))
    own = f"money_{name}" if name in lexicon.entries("currencies") else f"counted_{name}"
    _registry().define(f"{own} = [{own}]")
    return own


@cache
def _measure(unit: str | None) -> tuple[dict[str, int], Fraction]:
    """Give the powers of the base dimensions in a unit, and its size in base units."""
    powers: dict[str, int] = {}
    size = Fraction(1)
    for name, power in _parts(unit):
        entry = lexicon.entries("units").get(name)
        if entry is None and power > 0 and name not in lexicon.entries("currencies"):
            raise DimensionError(f"{name} is no unit")
        measured = name if entry is None else entry["dimension"]
        size *= Fraction(1 if entry is None else entry["factor"]) ** power
        for base, base_power in _DERIVED.get(measured, {measured: 1}).items():
            powers[base] = powers.get(base, 0) + base_power * power
    return {base: power for base, power in powers.items() if power}, size


def _parts(unit: str | None) -> Iterator[tuple[str, int]]:
    """Take ``foot^3/second`` apart: foot 3, second -1. A one above the line stands for nothing (``1/minute``)."""
    for part in (unit or "1").replace("/", "*/").split("*"):
        name, _, power = part.removeprefix("/").partition("^")
        if name == "1" and not power:
            continue
        if not name or (power and not power.isdecimal()):
            raise DimensionError(f"{unit} is no unit")
        yield name, int(power or 1) * (-1 if part.startswith("/") else 1)


def _power(name: str, power: int) -> str:
    return name if power == 1 else f"{name}^{power}"


@cache
def _shift(unit: str | None, other: str | None) -> Fraction:
    """Give what stands at the zero of ``unit``, in ``other``: 32 for degrees Celsius in Fahrenheit."""
    entries = lexicon.entries("units")
    zero, other_zero = (Fraction(entries.get(name or "", {}).get("offset", 0)) for name in (unit, other))
    return (zero - other_zero) / _measure(other)[1]
