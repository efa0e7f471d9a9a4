"""A relation and a row's claims -> the claims with the room that whole numbers need where they may have been rounded.

A column of tens is rounded to tens: its conversion is of what was not. And a share whose name tells of no column may have been
made of figures that are printed rounded: imports of 801 million are anything from 800.5 to 801.5.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from factcheck.claims import Claim
from factcheck.intervals import Interval
from factcheck.tables.binding import Relation
from factcheck.tables.shapes.shares import tells_of
from factcheck.values import evolve


def widened(relation: Relation, bound: Mapping[str, Claim]) -> Mapping[str, Claim]:
    """Give the claims of a row as the relation may take them."""
    if relation.rule.shape == "conversions":
        return {name: _rounded(claim, step) if (step := _step(relation, name)) > 1 else claim for name, claim in bound.items()}
    if relation.rule.shape != "shares":
        return bound
    share, part, *_ = relation.columns
    if tells_of(relation.columns[share], relation.columns[part]):
        return bound
    return {name: claim if name == share else _rounded(claim, _step(relation, name)) for name, claim in bound.items()}


def _step(relation: Relation, name: str) -> int:
    """Give what a column of whole numbers is rounded to."""
    return relation.columns[name].form.step


def _rounded(claim: Claim, step: int) -> Claim:
    quantity = claim.quantity
    if quantity is None or quantity.value is None or not quantity.possible.is_point:
        return claim
    half = Fraction(step, 2)
    wide = Interval(quantity.value - half, quantity.value + half)
    return evolve(claim, quantity=evolve(quantity, printed=wide, possible=wide))
