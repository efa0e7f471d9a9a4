"""Columns of a file with types -> their Forms: a program wrote them, so that numbers are numbers, and all decimals alike."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction

from factcheck.tables.columns import kinds
from factcheck.tables.columns.forms import Form
from factcheck.values import evolve

_TYPES = {
    "integer": Form("number", whole=True, typed=True),
    "decimal": Form("number", typed=True),
    "day": Form("day", typed=True),
}


def of(type_: str, told: Mapping[str, int]) -> Form:
    """Read a column of decimals or days; one of another type holds no figures."""
    if type_ not in _TYPES:
        return Form("other")
    form = _TYPES[type_]
    if form.kind == "day" or not told:
        return form
    values = [number for text in told if (number := value(text, form)) is not None]
    return _decimals(form, values, told)


def integers(values: Collection[int]) -> Form:
    """Read a column of whole numbers."""
    if not values:
        return _TYPES["integer"]
    low, high = min(values), max(values)
    step = kinds.step_of(values)
    return evolve(_TYPES["integer"], negative=low < 0, lowest=Fraction(low), highest=Fraction(high), step=step)


def _decimals(form: Form, values: Sequence[int | Fraction], told: Mapping[str, int]) -> Form:
    """Add what the values tell of a column of numbers with a type: a program wrote them, so all decimals are alike."""
    if not values:
        return form
    decimals = max((len(text.partition(".")[2].rstrip("0")) for text in told if "e" not in text.lower()), default=0)
    whole = all(value.denominator == 1 for value in values)
    half = None if whole else Fraction(1, 2 * 10 ** min(decimals, 7))
    return evolve(
        form, whole=whole, half=half, negative=min(values) < 0, lowest=Fraction(min(values)), highest=Fraction(max(values))
    )


def value(text: str | None, form: Form) -> int | Fraction | None:
    """Read a number as a program writes it; there is none for what is not finite."""
    try:
        return None if text is None else int(text) if text.lstrip("-").isdecimal() else plain(Fraction(text))
    except ValueError:
        return None


def plain(value: Fraction | None) -> int | Fraction | None:
    """Give whole numbers as integers, which are counted with ten times as fast."""
    return value.numerator if value is not None and value.denominator == 1 else value
