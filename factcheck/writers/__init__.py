"""Report -> written: one module (or folder) per output format, found by scanning this folder.

Reports go in, one at a time; text goes out to a stream. A format is a module with ``NAME``, ``ENCODING`` (None: the
stream's own) and ``write``; put a file here and `--format` knows it.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Protocol, TextIO, cast

from factcheck import extras
from factcheck.values import frozen

if TYPE_CHECKING:
    from factcheck.readers import Unreadable
    from factcheck.report import Report
    from factcheck.report.records import Summary

    Item = Report | Unreadable | Summary


@frozen
class Options:
    """What the reader of the output asked for.

    ``extract_only`` leaves out findings and checks; ``verbose`` shows what the console else only counts, ``strict`` of it what
    may hold only as far as hedges, rounding and rates allow.
    """

    extract_only: bool = False
    verbose: bool = False
    strict: bool = False


class Writer(Protocol):
    """What a module of this folder holds; ``EXTRA``, where it has one, is the extra that brings what it needs."""

    NAME: str
    ENCODING: str | None

    def write(self, reports: Iterable[Item], stream: TextIO, options: Options) -> None:
        """Write the reports as they come, none held back longer than the format needs.

        Raises:
            OSError: the stream takes no more; `BrokenPipeError` where its reader has gone.

        """


@cache
def formats() -> Mapping[str, Writer]:
    """Give the writers by the name of their format, in alphabetical order."""
    return {writer.NAME: writer for writer in sorted(map(_writer, _modules()), key=lambda writer: writer.NAME)}


def named(name: str) -> Writer | None:
    """Give the writer of one format; where its module is called like it, no other is imported."""
    writer = _writer(name) if name in _modules() else None
    return writer if writer is not None and name == writer.NAME else formats().get(name)


@cache
def _modules() -> tuple[str, ...]:
    return tuple(found.name for found in pkgutil.iter_modules(__path__))


def _writer(module: str) -> Writer:
    return cast("Writer", importlib.import_module(f"{__name__}.{module}"))


def takes_rows(writer: Writer) -> bool:
    """Tell whether a writer writes records of tables, too."""
    return bool(getattr(writer, "ROWS", False))


def lacking(writer: Writer) -> str | None:
    """Say what a writer needs that is not installed; None where nothing is missing."""
    extra = getattr(writer, "EXTRA", None)
    return extras.lacking(writer.NAME, extra) if extra else None
