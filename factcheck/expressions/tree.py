"""The typed tree that `holds` becomes: what its parts are, and which dimensions may meet.

Dimensions are ``count``, ``money``, ``measure``, ``percent``, ``points``, ``number``, ``day``, and ``claim`` for one that
is not known before the rule is bound. Which currency or unit a figure has is seen when it is evaluated.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from factcheck import relations


@frozen
class Number:
    """A number written in the rule."""

    value: Fraction
    written: str
    dimension: str = "number"


@frozen
class Figure:
    """A claim, by its name in the rule."""

    name: str
    dimension: str


@frozen
class Published:
    """The day of publication."""

    dimension: str = "day"


@frozen
class Negation:
    """A term with a minus before it."""

    term: Term
    dimension: str


@frozen
class Arithmetic:
    """Two terms joined by ``+``, ``-``, ``*`` or ``/``."""

    left: Term
    operator: str
    right: Term
    dimension: str


@frozen
class Word:
    """A word of `factcheck.relations` with its claims; a value or, with the dimension ``verdict``, a test."""

    name: str
    arguments: tuple[Figure, ...]
    dimension: str


@frozen
class Comparison:
    """Two terms and ``<``, ``<=``, ``>``, ``>=`` or ``==``; ``implied`` where a chain says it without writing it."""

    left: Term
    operator: str
    right: Term
    implied: bool = False


@frozen
class Denial:
    """``not`` before a word."""

    word: Word


@frozen
class Both:
    """Tests that must hold together."""

    tests: tuple[Test, ...]


Term = Number | Figure | Published | Negation | Arithmetic | Word
Test = Comparison | Denial | Both | Word


@frozen(cache_hash=True)
class Expression:
    """A whole `holds`: its text, as the rule's author wrote it, and the tree."""

    text: str
    test: Test

    def __str__(self) -> str:
        return self.text

    @property
    def names(self) -> frozenset[str]:
        """The claims that it speaks of."""
        return frozenset(node.name for node in nodes(self.test) if isinstance(node, Figure))

    @property
    def facts(self) -> frozenset[str]:
        """The names that a message may use beside those of the claims."""
        found: set[str] = set()
        for node in nodes(self.test):
            match node:
                case Published():
                    found.add("published")
                case Word():
                    found.update(relations.word(node.name).FACTS)
                case Comparison() if isinstance(node.left, Figure) or isinstance(node.right, Figure):
                    found.add("right")
            if isinstance(node, Comparison) and longer_sum(node) is not None:
                found.add("together")
        return frozenset(found)


def nodes(node: Test | Term) -> Iterator[Test | Term]:
    """Walk a tree, each node before what is in it."""
    yield node
    for below in children(node):
        yield from nodes(below)


def children(node: Test | Term) -> tuple[Test | Term, ...]:
    """Give the parts of a node."""
    match node:
        case Comparison() | Arithmetic():
            return (node.left, node.right)
        case Negation():
            return (node.term,)
        case Denial():
            return (node.word,)
        case Both():
            return node.tests
        case Word():
            return node.arguments
    return ()


def longer_sum(test: Comparison) -> Term | None:
    """Give the side of a comparison that adds up claims, the longer one of two; None where neither does."""
    sides = [side for side in (test.left, test.right) if len(summands(side)) > 1]
    return max(sides, key=lambda side: len(summands(side)), default=None)


def summands(term: Term) -> tuple[Figure, ...]:
    """Give the claims that a term adds up; none where it is anything but a sum of claims."""
    if isinstance(term, Figure):
        return (term,)
    if not isinstance(term, Arithmetic) or term.operator != "+":
        return ()
    left, right = summands(term.left), summands(term.right)
    return left + right if left and right else ()


_PLAIN = ("number", "percent", "count")  # these can stand as a bare number; of two that are multiplied the later remains


def compared(left: str, right: str) -> str | None:
    """Give the dimension in which two may be compared or added; None where they may not."""
    if left == right:
        return left
    if "claim" in (left, right):
        other = left if right == "claim" else right
        return "claim" if other == "number" else other
    if "number" in (left, right) and {left, right} <= set(_PLAIN):
        return left if right == "number" else right
    return None


def added(left: str, operator: str, right: str) -> str | None:
    """Give the dimension of a sum or difference; days are apart: two of them differ by a number, and a number moves one."""
    if left == "day" and right == "day":
        return "number" if operator == "-" else None
    if left == "day" and right in ("number", "count"):
        return "day"
    return None if "day" in (left, right) else compared(left, right)


def multiplied(left: str, operator: str, right: str) -> str | None:
    """Give the dimension of a product or quotient; None where it would have a dimension of its own.

    A share or a number of something is still that thing. Percent stays percent: a rule divides by 100 itself.
    """
    if "day" in (left, right):
        return None
    if "claim" in (left, right):
        return "claim"
    if operator == "/":
        return "number" if left == right else left if right in _PLAIN else None
    if left in _PLAIN and right in _PLAIN:
        return max(left, right, key=_PLAIN.index)
    return right if left in _PLAIN else left if right in _PLAIN else None
