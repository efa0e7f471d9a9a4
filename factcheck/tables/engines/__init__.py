"""What asks the rows of a table: DuckDB on this machine, or Spark.

An engine's store holds two tables: ``data``, the cells as they are written (``row``, ``line``, ``c0``, ``c1``, ...), and
``staged``, what the cells of some columns can stand for. Everything else is one dialect of SQL or the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from types import ModuleType
from typing import Any, Protocol

from factcheck.tables.columns import Column
from factcheck.tables.engines.dialects import Dialect


class Store(Protocol):
    """A table that can be asked: its headers as written, the types of its cells, and how many rows it has."""

    @property
    def headers(self) -> tuple[str, ...]:
        """Give the names of the columns as they are written."""

    @property
    def types(self) -> tuple[str, ...]:
        """Give the types of the cells: ``text``, ``integer``, ``decimal``, ``day`` or ``other``."""

    @property
    def rows(self) -> int:
        """Give how many rows there are."""

    @property
    def filled(self) -> frozenset[int]:
        """Columns that have a value in each row, as the file itself says."""

    @property
    def large(self) -> frozenset[int]:
        """Columns of integers that may be too large to be counted with."""

    @property
    def unread(self) -> dict[int, Sequence[str]]:
        """Give for each staged column the texts that say something, and cannot be read as what the column holds."""

    @property
    def footnotes(self) -> tuple[str, ...]:
        """Give what stands below the table."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Give the columns of ``data`` and ``staged`` that tell rows from each other, ``row`` first."""

    @property
    def dialect(self) -> Dialect:
        """Give how the engine writes SQL."""

    def ask(self, question: str) -> list[tuple[Any, ...]]:
        """Run a query and give its rows.

        Raises:
            OSError: memory or disk do not suffice.

        """

    def keep(self, name: str, columns: Mapping[str, Sequence[Any]]) -> None:
        """Keep a small table of our own beside the data."""

    def among(self, rows: Sequence[int]) -> str:
        """Give the condition that a row, of ``data`` or ``staged``, is one of these; a range of them is asked as one."""

    def text(self, index: int) -> str:
        """Give the expression of a cell as text."""

    def stage(self, columns: Sequence[Column]) -> bool:
        """Make ``staged`` for these columns, in the place of the one before: ``row`` and the two ends of each.

        Returns:
            Whether ``staged`` shows ``line`` and the cells of ``data``, too.

        """


def named(engine: str) -> ModuleType:
    """Import an engine."""
    return import_module(f"{__name__}.{engine}")
