"""`holds` -> SQL: which rows may break a relation, over the intervals that cells can stand for.

An expression and the two ends of each figure go in; out come two conditions: that a row can be checked, and that it is
suspicious. Every row that the exact engine would call broken is suspicious; the reverse need not be, since reals round.
"""

from __future__ import annotations

from collections.abc import Mapping

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
    nodes,
)
from factcheck.relations import TabularWord
from factcheck.tables.engines.dialects import Dialect

Ends = tuple[str, str]
_SLACK = "(1e-9 * (abs({}) + abs({})) + 1e-12)"


class UncompiledError(ValueError):
    """A relation that SQL cannot ask."""


def conditions(
    expression: Expression,
    ends: Mapping[str, Ends],
    exact: frozenset[str],
    dialect: Dialect,
    filled: frozenset[str] = frozenset(),
    dates: Mapping[str, str] | None = None,
) -> tuple[str, str]:
    """Give the conditions that a row can be checked (nothing where each can be), and that it is suspicious.

    Args:
        expression: what must hold.
        ends: for each figure the expressions of the lowest and the highest value that its cell can stand for.
        exact: figures that are whole numbers: their sums need no slack.
        dialect: the engine's.
        filled: figures that every row has.
        dates: for figures that are dates with a type, the expression of the date itself.

    Raises:
        UncompiledError: a word of the expression has no SQL.

    """
    there = [f"{ends[name][0]} IS NOT NULL" for name in sorted(expression.names - filled)]
    writer = _Writer(ends, exact, dialect, dates or {})
    suspicious = writer.test(expression.test)
    if any(_may_say_nothing(node, ends) for node in nodes(expression.test)):
        there.append(f"({suspicious}) IS NOT NULL")
    return " AND ".join(there), f"({suspicious})"


def _may_say_nothing(node: object, ends: Mapping[str, Ends]) -> bool:
    """Tell terms without a value in some rows: a period of several days has no weekday, and nothing is divided by 0."""
    if isinstance(node, Word):
        figures = [argument for argument in node.arguments if isinstance(argument, Figure)]
        return len(figures) < len(node.arguments) or any(len(set(ends[figure.name])) > 1 for figure in figures)
    return isinstance(node, Arithmetic) and node.operator == "/"


class _Writer:
    """Writes the terms of one expression."""

    def __init__(self, ends: Mapping[str, Ends], exact: frozenset[str], dialect: Dialect, dates: Mapping[str, str]) -> None:
        self.ends = ends
        self.exact = exact
        self.dialect = dialect
        self.dates = dates

    def test(self, test: Test) -> str:
        """Give the condition under which a test may fail."""
        match test:
            case Both():
                return "(" + " OR ".join(self.test(part) for part in test.tests) + ")"
            case Comparison():
                return self._comparison(test)
            case Word() | Denial():
                raise UncompiledError("a word that gives a verdict")

    def _comparison(self, test: Comparison) -> str:
        left, right = self._dates(test.left, test.right) or (self.term(test.left), self.term(test.right))
        slack = self._slack(test)
        above, below = self._above(left, right, slack), self._above(right, left, slack)
        if test.operator == "==" and not slack and left[0] == left[1] and right[0] == right[1]:
            return f"({left[0]} <> {right[0]})"
        if test.operator == "==":
            return f"({above} OR {below})"
        if test.operator in ("<", "<="):
            return above if test.operator == "<=" else f"({left[0]} >= {right[1]})"
        return below if test.operator == ">=" else f"({right[0]} >= {left[1]})"

    def _above(self, one: Ends, other: Ends, slack: bool) -> str:
        margin = " - " + _SLACK.format(one[0], other[1]) if slack else ""
        return f"({one[0]} > {other[1]}{margin})"

    def _slack(self, test: Comparison) -> bool:
        return not all(_is_whole(term, self.exact) for term in (test.left, test.right))

    def term(self, term: Term) -> Ends:
        """Give the two ends of a term."""
        match term:
            case Number():
                value = f"CAST({float(term.value)!r} AS {self.dialect.real})"
                return value, value
            case Figure():
                return self.ends[term.name]
            case Negation():
                low, high = self.term(term.term)
                return f"(-{high})", f"(-{low})"
            case Arithmetic():
                return self._arithmetic(term)
            case Word():
                return self._word(term)
            case Published():
                raise UncompiledError("the day of publication")

    def _word(self, term: Word) -> Ends:
        word = relations.word(term.name)
        if not isinstance(word, TabularWord):
            raise UncompiledError(f"{term.name} has no SQL")
        if self.dialect.dates is not None and (dates := self._dates(*term.arguments)) is not None:
            return word.sql(self.dialect.dates, *dates)
        return word.sql(self.dialect, *(self.ends[argument.name] for argument in term.arguments))

    def _dates(self, *terms: object) -> list[Ends] | None:
        """Give figures as the dates that they are; None where one is none."""
        names = [term.name for term in terms if isinstance(term, Figure) and term.name in self.dates]
        return [(self.dates[name], self.dates[name]) for name in names] if len(names) == len(terms) else None

    def _arithmetic(self, term: Arithmetic) -> Ends:
        """Give the lower and upper end of what a term makes, over all corners of its two sides."""
        dates = self._dates(term.left, term.right) if term.operator == "-" else None
        (a, b), (c, d) = dates or (self.term(term.left), self.term(term.right))
        if term.operator == "+":
            return f"({a} + {c})", f"({b} + {d})"
        if term.operator == "-":
            return f"({a} - {d})", f"({b} - {c})"
        sign = term.operator
        if sign == "*" and not (isinstance(term.left, Number) or isinstance(term.right, Number)):
            a, b = (f"CAST({end} AS {self.dialect.real})" for end in (a, b))  # a product of integers can be too large for one
        corners = ", ".join(f"{x} {sign} {y}" for x in dict.fromkeys((a, b)) for y in dict.fromkeys((c, d)))
        if sign == "*":
            return (f"least({corners})", f"greatest({corners})") if "," in corners else (f"({corners})",) * 2
        apart = f"({c} > 0 OR {d} < 0)"
        low, high = (f"{name}({corners})" if "," in corners else corners for name in ("least", "greatest"))
        return f"(CASE WHEN {apart} THEN {low} END)", f"(CASE WHEN {apart} THEN {high} END)"


def _is_whole(term: Term, exact: frozenset[str]) -> bool:
    match term:
        case Number():
            return term.value.denominator == 1
        case Figure():
            return term.name in exact
        case Negation():
            return _is_whole(term.term, exact)
        case Arithmetic():
            return term.operator != "/" and _is_whole(term.left, exact) and _is_whole(term.right, exact)
        case Word():
            return True
    return False
