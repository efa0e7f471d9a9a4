"""Expression -> linear relations: what of a `holds` an exact system of many rules can take in.

A comparison whose sides are sums of claims, each taken as many times as the rule says, is linear; products and quotients of
claims, days and words are not, and are left to be judged by themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cache

from factcheck.expressions.tree import Arithmetic, Both, Comparison, Expression, Figure, Negation, Number, Term, Test
from factcheck.values import frozen

_CONSTANT = ""
"""The name under which the numbers of a sum are added up; no claim has it."""


@frozen
class Relation:
    """So many times each claim, by name, sum up to ``constant`` at most (``<=``), to less (``<``) or to just that (``==``)."""

    coefficients: Mapping[str, Fraction]
    operator: str
    constant: Fraction


@cache
def linear(expression: Expression) -> tuple[Relation, ...]:
    """Give what an expression says that is linear in its claims, in their units; all of it must hold.

    >>> from factcheck.expressions import parse
    >>> (relation,) = linear(parse("killed + injured <= total", {"killed": "count", "injured": "count", "total": "count"}))
    >>> [(name, int(times)) for name, times in relation.coefficients.items()], relation.operator
    ([('killed', 1), ('injured', 1), ('total', -1)], '<=')
    """
    return tuple(_relations(expression.test))


def _relations(test: Test) -> list[Relation]:
    if isinstance(test, Both):
        return [relation for part in test.tests for relation in _relations(part)]
    if not isinstance(test, Comparison) or test.implied:  # what a chain implies, the system finds by itself
        return []
    left, right = _sum(test.left), _sum(test.right)
    if left is None or right is None:
        return []
    turned = -1 if test.operator in (">", ">=") else 1
    total = {name: value * turned for name, value in _added(left, right, -1).items()}
    constant = -total.pop(_CONSTANT, Fraction(0))
    operator = {">": "<", ">=": "<="}.get(test.operator, test.operator)
    return [Relation(total, operator, constant)] if total else []


def _sum(term: Term) -> dict[str, Fraction] | None:
    """Give the times that each claim is taken in a term, and its constant; None where it is not linear."""
    match term:
        case Number():
            return {_CONSTANT: term.value}
        case Figure() if term.dimension != "day":
            return {term.name: Fraction(1)}
        case Negation():
            inner = _sum(term.term)
            return None if inner is None else _added({}, inner, -1)
        case Arithmetic():
            left, right = _sum(term.left), _sum(term.right)
            return None if left is None or right is None else _joined(left, term.operator, right)
    return None


def _joined(left: dict[str, Fraction], operator: str, right: dict[str, Fraction]) -> dict[str, Fraction] | None:
    if operator in "+-":
        return _added(left, right, 1 if operator == "+" else -1)
    if operator == "*" and set(left) == {_CONSTANT}:
        left, right = right, left
    if set(right) != {_CONSTANT} or (operator == "/" and not right[_CONSTANT]):
        return None
    times = right[_CONSTANT] if operator == "*" else 1 / right[_CONSTANT]
    return {name: value * times for name, value in left.items()}


def _added(left: Mapping[str, Fraction], right: Mapping[str, Fraction], times: int) -> dict[str, Fraction]:
    names = dict.fromkeys((*left, *right))
    return {name: left.get(name, Fraction(0)) + times * right.get(name, Fraction(0)) for name in names}
