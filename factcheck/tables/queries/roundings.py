"""A relation -> the room that its figures need beyond what their cells say, for the exact engine and for SQL alike.

A column of tens is rounded to tens: its conversion is of what was not. A share whose name tells of no column, and every
quotient, may have been made of figures that are printed rounded (imports of 801 million are anything from 800.5 to 801.5), and
a quotient may have been cut off where others are rounded.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from factcheck.claims import Claim
from factcheck.intervals import Interval
from factcheck.tables.binding import Relation
from factcheck.tables.queries.compiling import Ends
from factcheck.tables.shapes.shares import tells_of
from factcheck.values import evolve

_QUOTIENTS = ("quotients", "remainders", "changes", "lags")
_WIDENED = ("conversions", "shares", *_QUOTIENTS)


def widened(relation: Relation, bound: Mapping[str, Claim]) -> Mapping[str, Claim]:
    """Give the claims of a row as the relation may take them."""
    if relation.rule.shape not in _WIDENED and not relation.rounded:
        return bound
    return {name: _widened(claim, room(relation, name), again=may_be_cut(relation, name)) for name, claim in bound.items()}


def _widened(claim: Claim, room_: Fraction, *, again: bool) -> Claim:
    quantity = claim.quantity
    if quantity is None or not (room_ or again):
        return claim
    low, high = quantity.possible.low, quantity.possible.high
    if again and (low is None or high is None):
        wide = Interval()
    else:
        more = room_ + (high - low) / 2 if again and low is not None and high is not None else room_
        wide = Interval(None if low is None else low - more, None if high is None else high + more)
    return evolve(claim, quantity=evolve(quantity, printed=wide, possible=wide))


def ends(relation: Relation, name: str, written: Ends, real: str) -> Ends:
    """Give the two ends of a figure, as SQL has them, with that room; ``real`` is the engine's type of reals."""
    room_, again = float(room(relation, name)), may_be_cut(relation, name)
    if not room_ and not again:
        return written
    low, high = (f"CAST({end} AS {real})" for end in written)
    if again and low != high:
        return f"(1.5 * {low} - 0.5 * {high} - {room_!r})", f"(1.5 * {high} - 0.5 * {low} + {room_!r})"
    return f"({low} - {room_!r})", f"({high} + {room_!r})"


def may_be_cut(relation: Relation, name: str) -> bool:
    """Tell a figure that may have been cut off where others are rounded: a quotient."""
    return relation.rule.shape in _QUOTIENTS and name == next(iter(relation.columns))


def room(relation: Relation, name: str) -> Fraction:
    """Give how far a whole number can be from what it was rounded to; 0 where it is exact."""
    form, shape = relation.columns[name].form, relation.rule.shape
    if form.whole and relation.rounded:
        return Fraction(1, 2)
    if not form.whole or shape not in _WIDENED:
        return Fraction(0)
    if shape in _QUOTIENTS:
        is_quotient = may_be_cut(relation, name)
        return Fraction(0) if relation.exact and not is_quotient else Fraction(form.step, 1 if is_quotient else 2)
    share, part, *_ = relation.columns
    if shape == "shares" and name == share:
        return (
            Fraction(1, 2) if form.percent or (form.highest or 0) > 1 else Fraction(0)
        )  # whole percents are made to give a hundred
    if shape == "shares" and form.step == 1 and tells_of(relation.columns[share], relation.columns[part]):
        return Fraction(0)
    return Fraction(form.step, 2) if shape == "shares" or form.step > 1 else Fraction(0)
