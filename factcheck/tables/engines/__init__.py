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
    def headers(self) -> tuple[str, ...]: ...  # noqa: D102  # told above

    @property
    def types(self) -> tuple[str, ...]: ...  # noqa: D102

    @property
    def rows(self) -> int: ...  # noqa: D102

    @property
    def dialect(self) -> Dialect: ...  # noqa: D102

    def ask(self, question: str) -> list[tuple[Any, ...]]:
        """Run a query and give its rows.

        Raises:
            OSError: memory or disk do not suffice.

        """

    def keep(self, name: str, columns: Mapping[str, Sequence[Any]]) -> None:
        """Keep a small table of our own beside the data."""

    def text(self, index: int) -> str:
        """Give the expression of a cell as text."""

    def stage(self, columns: Sequence[Column]) -> None:
        """Make ``staged`` for these columns, in the place of the one before: ``row`` and the two ends of each."""


def named(engine: str) -> ModuleType:
    """Import an engine."""
    return import_module(f"{__name__}.{engine}")
