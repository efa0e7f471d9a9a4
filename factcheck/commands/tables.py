"""What the command for tables needs beside the others: the extra it works with, the mapping it is given or suggests."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import click

from factcheck.commands import output as outlet
from factcheck.records import Summary
from factcheck.rules import Rule

if TYPE_CHECKING:
    from factcheck.commands.runs import Asked
    from factcheck.writers import Item

EXTRAS = {"data": ("duckdb", "pyarrow")}
"""What each extra of the package installs."""


def results(asked: Asked, rules: Sequence[Rule], map_: str | None) -> Iterator[Item]:
    """Check the tables, by a mapping where one is given.

    Raises:
        RuleError: the mapping is wrong, or a table lacks a column of it.
        click.UsageError: a format is for stories alone.

    """
    for writer, _ in asked.formats:
        if not getattr(writer, "ROWS", False):
            raise click.UsageError(f"--format {writer.NAME} is for stories; tables are written as console, json or jsonl")
    mapping = None if map_ is None else needed("tables.mapping", "data").read(Path(map_), rules)
    found: Iterator[Item] = needed("tables.checking", "data").check(asked.paths, rules, asked.encoding, mapping)
    return found


def suggest(found: Iterable[Item], path: str | None) -> None:
    """Write what was bound in each table as a mapping."""
    with outlet.opened(path, "utf-8") as stream:
        for result in found:
            if isinstance(result, Summary):
                stream.write(result.suggestion)


def needed(module: str, extra: str) -> ModuleType:
    """Import what an extra brings.

    Raises:
        click.ClickException: it is not installed.

    """
    try:
        for library in EXTRAS[extra]:
            importlib.import_module(library)
    except ImportError as missing:
        raise click.ClickException(f"{missing.name} is not installed; pip install 'factcheck[{extra}]'") from None
    return importlib.import_module(f"factcheck.{module}")
