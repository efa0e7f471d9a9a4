"""Text -> Expression: Python's syntax, a whitelist of it, and dimensions checked on the way.

The text is parsed, never run. Its characters, length and nesting are checked before Python's parser sees it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from fractions import Fraction
from functools import reduce
from typing import cast

from factcheck import relations
from factcheck.expressions.tree import (
    Arithmetic,
    Both,
    Comparison,
    Denial,
    Expression,
    Figure,
    Negation,
    Number,
    Published,
    Term,
    Test,
    Word,
    added,
    compared,
    multiplied,
)
from factcheck.faults.keys import nearest
from factcheck.values import evolve, frozen

MAX_LENGTH = 500
MAX_DEPTH = 20

_STRANGE = re.compile(r"[^A-Za-z0-9_ \t\r\n.,()+\-*/<>=]")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_ODD_NUMBER = re.compile(r"(?<![A-Za-z0-9_])[0-9.]+[A-Za-z_]\w*")  # 1e9, 0x1f, 1_000; Python would also warn of "1or"
_ORDERS: dict[type[ast.cmpop], str] = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "=="}
_OPERATORS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
_RISING, _FALLING = ("<", "<="), (">", ">=")


class ExpressionError(ValueError):
    """A `holds` that says nothing: what is wrong, and in which column of it, counted from 1."""

    def __init__(self, message: str, column: int = 1) -> None:
        super().__init__(message)
        self.message = message
        self.column = column


@frozen
class _Scope:
    text: str
    dimensions: Mapping[str, str]
    many: Mapping[str, int]

    def quote(self, node: ast.expr) -> str:
        return self.text[node.col_offset : node.end_col_offset]


def parse(text: str, dimensions: Mapping[str, str], many: Mapping[str, int] | None = None) -> Expression:
    """Read a `holds`.

    Args:
        text: the expression.
        dimensions: the dimension of each claim that it may name (see `factcheck.expressions.tree`).
        many: the names that stand for several claims, and for how many: a word such as ``total`` joins them.

    Raises:
        ExpressionError: it cannot be read, names what is not there, or joins what does not fit.

    """
    text = re.sub(r"\s", " ", text.strip())
    if len(text) > MAX_LENGTH:
        raise ExpressionError(f"longer than {MAX_LENGTH} characters")
    if strange := _STRANGE.search(text):
        raise ExpressionError(f"{strange[0]!r} has no meaning here", strange.start() + 1)
    if odd := _ODD_NUMBER.search(text):
        raise ExpressionError(f"write a number as a plain decimal: {odd[0]}", odd.start() + 1)
    try:
        root = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as fault:
        raise ExpressionError(f"not an expression: {getattr(fault, 'msg', fault)}", getattr(fault, "offset", None) or 1) from None
    _cap_depth(root)
    return Expression(text, _test(root, _Scope(text, dimensions, many or {})))


def _cap_depth(root: ast.expr) -> None:
    waiting: list[tuple[ast.AST, int]] = [(root, 1)]
    while waiting:
        node, depth = waiting.pop()
        if depth > MAX_DEPTH:
            raise ExpressionError(f"nested more than {MAX_DEPTH} deep", getattr(node, "col_offset", 0) + 1)
        waiting += [(below, depth + 1) for below in ast.iter_child_nodes(node)]


def _test(node: ast.expr, scope: _Scope) -> Test:
    match node:
        case ast.Compare():
            return _comparisons(node, scope)
        case ast.BoolOp(op=ast.And()):
            return Both(tuple(_test(part, scope) for part in node.values))
        case ast.UnaryOp(op=ast.Not(), operand=ast.Call()):
            return Denial(_verdict(node.operand, scope))
        case ast.Call():
            return _verdict(node, scope)
    raise _fault(node, f"{scope.quote(node)} is neither a comparison nor a word that tests")


def _verdict(node: ast.expr, scope: _Scope) -> Word:
    word = _word(node, scope) if isinstance(node, ast.Call) else None
    if word is None or word.dimension != "verdict":
        raise _fault(node, f"{scope.quote(node)} is a value; compare it with something")
    return word


def _comparisons(node: ast.Compare, scope: _Scope) -> Test:
    """Take a chain apart, and add what it implies: ``a <= b <= c`` says ``a <= c`` too."""
    orders = [_order(node, operator, scope) for operator in node.ops]
    places = [node.left, *node.comparators]
    terms = [_term(place, scope) for place in places]
    for left, right, place in zip(terms, terms[1:], places[1:], strict=False):
        if compared(left.dimension, right.dimension) is None:
            raise _fault(place, f"{left.dimension} cannot be compared with {right.dimension}")
    tests = [Comparison(*pair) for pair in zip(terms, orders, terms[1:], strict=False)]
    tests += _implied(terms, orders)
    return tests[0] if len(tests) == 1 else Both(tuple(tests))


def _implied(terms: list[Term], orders: list[str]) -> list[Comparison]:
    if not any(set(orders) <= set(way) for way in (_RISING, _FALLING, ("==",))):
        return []
    implied = []
    for first in range(len(terms)):
        for last in range(first + 2, len(terms)):
            if compared(terms[first].dimension, terms[last].dimension) is not None:
                order = min(orders[first:last], key=len)  # one strict step makes the whole strict
                implied.append(Comparison(terms[first], order, terms[last], implied=True))
    return implied


def _order(node: ast.Compare, operator: ast.cmpop, scope: _Scope) -> str:
    order = _ORDERS.get(type(operator))
    if order is None:
        raise _fault(node, f"a comparison is one of {', '.join(_ORDERS.values())}: {scope.quote(node)}")
    return order


def _term(node: ast.expr, scope: _Scope) -> Term:
    """Make a term of what stands on one side of a comparison.

    Raises:
        ExpressionError: no rule can reckon with it.

    """
    match node:
        case ast.Constant():
            return _number(node, scope)
        case ast.Name():
            return Published() if node.id == "published" else _figure(node, scope)
        case ast.UnaryOp(op=ast.USub()):
            term = _term(node.operand, scope)
            if term.dimension == "day":
                raise _fault(node, "a day has no negative")
            if isinstance(term, Number):
                return evolve(term, value=-term.value, written=f"-{term.written}")
            return Negation(term, term.dimension)
        case ast.BinOp():
            return _arithmetic(node, scope)
        case ast.Call():
            return _joined(node, scope) or _valued(node, scope)
    raise _fault(node, f"{scope.quote(node)} is not something a rule can reckon with")


def _valued(node: ast.Call, scope: _Scope) -> Word:
    word = _word(node, scope)
    if word.dimension == "verdict":
        raise _fault(node, f"{word.name} gives a verdict, not a value")
    return word


def _joined(node: ast.Call, scope: _Scope) -> Term | None:
    """Write out a word that joins many claims: ``total(parts)`` is ``parts 1 + parts 2 + parts 3``; None for any other word."""
    name = scope.quote(node.func)
    word = relations.word(name) if name in relations.words() else None
    if not isinstance(word, relations.JoiningWord):
        return None
    place = node.args[0] if len(node.args) == 1 and not node.keywords else None
    if not isinstance(place, ast.Name) or place.id not in scope.many:
        raise _fault(node, f"{name} takes one name that stands for many claims: {scope.quote(node)}")
    dimension = scope.dimensions.get(place.id) or scope.dimensions[f"{place.id} 1"]
    figures = [Figure(f"{place.id} {number}", dimension) for number in range(1, scope.many[place.id] + 1)]
    return reduce(lambda left, right: Arithmetic(left, word.JOINS, right, dimension), figures[1:], cast("Term", figures[0]))


def _number(node: ast.Constant, scope: _Scope) -> Number:
    written = scope.quote(node)
    if not _NUMBER.fullmatch(written):
        raise _fault(node, f"write a number as a plain decimal: {written}")
    return Number(Fraction(written), written)


def _figure(node: ast.Name, scope: _Scope) -> Figure:
    if node.id in scope.many:
        raise _fault(node, f"{node.id} stands for many claims: total({node.id})")
    if node.id not in scope.dimensions:
        raise _fault(node, f"{node.id} is not one of the [claims]{nearest(node.id, scope.dimensions)}")
    return Figure(node.id, scope.dimensions[node.id])


def _arithmetic(node: ast.BinOp, scope: _Scope) -> Arithmetic:
    operator = _OPERATORS.get(type(node.op))
    if operator is None:
        raise _fault(node, f"arithmetic is one of {' '.join(_OPERATORS.values())}: {scope.quote(node)}")
    left, right = _term(node.left, scope), _term(node.right, scope)
    dimension = (added if operator in "+-" else multiplied)(left.dimension, operator, right.dimension)
    if dimension is None:
        raise _fault(node, f"{left.dimension} {operator} {right.dimension} makes no sense: {scope.quote(node)}")
    if operator == "/" and isinstance(right, Number) and right.value == 0:
        raise _fault(node.right, "division by zero")
    return Arithmetic(left, operator, right, dimension)


def _word(node: ast.Call, scope: _Scope) -> Word:
    name = scope.quote(node.func)
    if not isinstance(node.func, ast.Name) or name not in relations.words():
        raise _fault(node, f"{name} is not a word that rules may use{nearest(name, relations.words())}")
    word = relations.word(name)
    if isinstance(word, relations.JoiningWord):
        raise _fault(node, f"{name} gives a value, not a verdict")
    if node.keywords or not all(isinstance(argument, ast.Name) for argument in node.args):
        raise _fault(node, f"{name} takes claims by their names: {scope.quote(node)}")
    if len(node.args) != len(word.TAKES):
        raise _fault(node, f"{name} takes {len(word.TAKES)} claims, not {len(node.args)}")
    arguments = tuple(_figure(argument, scope) for argument in node.args if isinstance(argument, ast.Name))
    for place, argument, wanted in zip(node.args, arguments, word.TAKES, strict=True):
        if compared(argument.dimension, wanted) is None:
            raise _fault(place, f"{name} takes {wanted}, but {argument.name} is {argument.dimension}")
    return Word(name, arguments, word.GIVES)


def _fault(node: ast.expr, message: str) -> ExpressionError:
    return ExpressionError(message, node.col_offset + 1)
