"""The words that a rule's `holds` may use: one file per word, found by scanning this folder.

Operands go in, an outcome or a worth comes out, which are values of `factcheck.operands`. A word's file is its page of the
manual: the docstring says what the word means and shows it at work. It has

- ``TAKES``: the dimension of each argument; an argument is a name of ``[claims]``;
- ``GIVES``: the dimension of its value, or ``verdict``;
- ``USES``: the positions of the arguments whose own figure its answer rests on;
- ``FACTS``: the facts that it adds for messages;
- ``evaluate(*operands, context)``: an `Outcome` where it gives a verdict, else a `Worth`;
- where it joins many claims to one value, ``JOINS``, the sign that it writes between them, in place of all of these;
- and, where its value can be solved for its first argument, ``solve(wanted, *operands, context)``: the interval of that
  argument, in the argument's own unit, that gives a value in ``wanted``;
- and, where rows of a table can be asked for it, ``sql(dialect, *operands)``: the two ends of its value, from pairs of ends.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import Any, Protocol, cast, runtime_checkable

from factcheck.intervals import Interval


@runtime_checkable
class Word(Protocol):
    """A word's file, as Python sees it."""

    TAKES: tuple[str, ...]
    GIVES: str
    USES: tuple[int, ...]
    FACTS: tuple[str, ...]

    def evaluate(self, *operands: Any) -> Any:
        """Give the word's `Outcome` or `Worth`; the last argument is the `Context`."""


@runtime_checkable
class SolvableWord(Word, Protocol):
    """A word whose value can be solved for its first argument."""

    def solve(self, wanted: Interval, *operands: Any) -> Interval:
        """Give the values of the first argument, in its own unit, that give a value in ``wanted``."""


@runtime_checkable
class TabularWord(Word, Protocol):
    """A word that SQL can ask of all rows of a table."""

    def sql(self, dialect: Any, *operands: tuple[str, str]) -> tuple[str, str]:
        """Give the lowest and the highest value of the word as expressions of the same of its arguments."""


@runtime_checkable
class JoiningWord(Protocol):
    """A word over many claims: it is the same as to write the sign ``JOINS`` between them."""

    JOINS: str


@cache
def words() -> frozenset[str]:
    """Give the names of all words, without importing one."""
    return frozenset(module.name for module in pkgutil.iter_modules(__path__))


@cache
def word(name: str) -> Word:
    """Give a word's file; ``name`` is one of `words`."""
    return cast("Word", import_module(f"{__name__}.{name}"))
