"""Expression + operands -> the values of one claim that would undo a conflict, the others unchanged.

A comparison that uses the claim once is solved by undoing its arithmetic, exactly, in intervals. Where the claim stands twice,
or in a word that cannot be solved for it, nothing is said.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import reduce

from factcheck import relations
from factcheck.expressions.evaluation import MIRROR, judge
from factcheck.expressions.terms import Bound, aligned, difference, level, together, worth
from factcheck.expressions.tree import (
    Arithmetic,
    Both,
    Comparison,
    Expression,
    Figure,
    Negation,
    Term,
    Test,
    Word,
    children,
    nodes,
)
from factcheck.intervals import WHOLE_LINE, Interval
from factcheck.operands import Context, NotCheckedError, Operand
from factcheck.values import frozen

_EMPTY = Interval(Fraction(1), Fraction(0))
_ZERO = Fraction(0)


class _UnsolvedError(ValueError):
    """No interval can be given."""


@frozen
class _Wanted:
    """The values that a term should have, their unit, and the way to convert them into the term's own."""

    interval: Interval
    unit: str | None
    change: Callable[[Interval, str, str], Interval]

    def into(self, unit: str | None) -> Interval:
        if self.unit is None or unit is None or self.unit == unit:
            return self.interval
        return self.change(self.interval, self.unit, unit)


def repair(expression: Expression, name: str, operands: Mapping[str, Operand], context: Context) -> Interval | None:
    """Give the values that a claim may take, in its own unit, so that the relation can hold; None where it cannot be said.

    Args:
        expression: what `parse` gave.
        name: the claim's name in it.
        operands: the claim behind each name.
        context: the day of publication.

    """
    try:
        found = _allowed(expression.test, name, Bound(operands, context))
    except _UnsolvedError:
        return None
    counted = any(isinstance(node, Figure) and node.name == name and node.dimension == "count" for node in nodes(expression.test))
    if counted and not found.meets(Interval(_ZERO)):
        return None
    if found.is_empty:
        return None
    return found.widened(low=found.low is None, high=found.high is None)


def _allowed(test: Test, name: str, bound: Bound) -> Interval:
    """Give the values with which a test does not fail; a test that cannot be checked allows all."""
    match test:
        case Both():
            return reduce(Interval.__and__, (_allowed(part, name, bound) for part in test.tests))
        case Comparison():
            try:
                return _compared(test, name, bound)
            except NotCheckedError:
                return WHOLE_LINE
    if _uses(test, name):
        raise _UnsolvedError
    return _EMPTY if judge(test, bound).verdict == "cannot hold" else WHOLE_LINE


def _uses(node: Test | Term, name: str) -> int:
    """Count the places where a claim's own figure decides the value of a node."""
    if isinstance(node, Word):
        return sum(node.arguments[place].name == name for place in relations.word(node.name).USES)
    return int(isinstance(node, Figure) and node.name == name) + sum(_uses(below, name) for below in children(node))


def _compared(test: Comparison, name: str, bound: Bound) -> Interval:
    in_left, in_right = _uses(test.left, name), _uses(test.right, name)
    if in_left + in_right > 1:
        raise _UnsolvedError
    if in_left + in_right == 0:
        return _EMPTY if judge(test, bound).verdict == "cannot hold" else WHOLE_LINE
    left, right = together(test, worth(test.left, bound), worth(test.right, bound))
    operator, term, other = (test.operator, test.left, right) if in_left else (MIRROR[test.operator], test.right, left)
    unit = (left if in_left else right).amount.unit
    return _solve(term, name, _Wanted(_meeting(operator, other.amount.possible), unit, level), bound)


def _meeting(operator: str, other: Interval) -> Interval:
    """Give the values that stand in an order to some value of the other side, or equal one."""
    if operator == "==":
        return other
    if operator in ("<", "<="):
        return Interval(None, other.high, False, other.high is not None and (other.high_open or operator == "<"))
    return Interval(other.low, None, other.low is not None and (other.low_open or operator == ">"), False)


def _solve(term: Term, name: str, wanted: _Wanted, bound: Bound) -> Interval:
    """Go down to the claim, undoing each step of the arithmetic on the values that are wanted."""
    inside = wanted.into(worth(term, bound).amount.unit)
    match term:
        case Figure():
            return inside
        case Negation():
            return _solve(term.term, name, _Wanted(-inside, worth(term, bound).amount.unit, difference), bound)
        case Word():
            return _solved_word(term, name, inside, bound)
        case Arithmetic():
            return _solve_arithmetic(term, name, inside, bound)
    raise _UnsolvedError


def _solve_arithmetic(term: Arithmetic, name: str, wanted: Interval, bound: Bound) -> Interval:
    left, right, _ = aligned(term, worth(term.left, bound), worth(term.right, bound))
    in_left = bool(_uses(term.left, name))
    part, value, other = (term.left, left, right) if in_left else (term.right, right, left)
    undone = _undone(term.operator, in_left, wanted, other.amount.possible)
    return _solve(part, name, _Wanted(undone, value.amount.unit, difference), bound)


def _undone(operator: str, in_left: bool, wanted: Interval, other: Interval) -> Interval:
    if operator == "+":
        return wanted - other
    if operator == "-":
        return wanted + other if in_left else other - wanted
    if operator == "/" and not in_left:
        if wanted.holds(_ZERO):
            raise _UnsolvedError
        return other / wanted
    if other.holds(_ZERO):
        if operator == "/" or wanted.holds(_ZERO):
            return WHOLE_LINE
        raise _UnsolvedError
    return wanted * other if operator == "/" else wanted / other


def _solved_word(term: Word, name: str, wanted: Interval, bound: Bound) -> Interval:
    word = relations.word(term.name)
    if term.arguments[0].name != name or not isinstance(word, relations.SolvableWord):
        raise _UnsolvedError
    return word.solve(wanted, *(bound.operands[argument.name] for argument in term.arguments), bound.context)
