"""Paths -> tables: files by their suffix, folders and patterns by what they hold; each is opened in a store of its own."""

from __future__ import annotations

import glob
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from factcheck import disk
from factcheck.readers import STDIN
from factcheck.report.records import UnreadableRecord
from factcheck.tables import engines
from factcheck.tables.engines import Store, duck, loading
from factcheck.tables.sources import delimited, foreign, objects
from factcheck.tables.sources.lines import Lines
from factcheck.tables.sources.unread import Unread
from factcheck.values import evolve, frozen

_TEXTS, _TYPED, _PACKED = (".csv", ".tsv", ".tab", ".jsonl", ".ndjson"), ".parquet", ".gz"
SUFFIXES = (*_TEXTS, _TYPED, *(suffix + _PACKED for suffix in _TEXTS))
_OF_OBJECTS = (".jsonl", ".ndjson")
_NAMES = {",": "comma", "\t": "tab", ";": "semicolon", "|": "bar"}


@frozen
class Opened:
    """A table with what could not be read of it, how many records that are, and notes on how it is written."""

    store: Store
    unreadable: tuple[UnreadableRecord, ...]
    notes: tuple[str, ...]
    unread: int = 0


def files(path: str) -> Iterator[tuple[str, str | None]]:
    """Give the files that a path stands for, in order, each with what is wrong with it."""
    if disk.is_folder(path):
        inside = [*disk.below(path, SUFFIXES)]
        yield from ((name, None if error is None else disk.reason(error)) for name, error in inside)
        if not inside:
            yield path, f"no tables in this folder (looked for {', '.join((*_TEXTS, _TYPED))}, and {_PACKED})"
    elif glob.has_magic(path) and not Path(path).exists():
        found = glob.glob(path, recursive=True)  # noqa: PTH207  # a pattern may be absolute, which pathlib refuses
        matched = sorted(name for name in found if Path(name).is_file())
        yield from ((name, None) for name in matched)
        if not matched:
            yield path, "no file fits this pattern"
    else:
        yield path, None


@contextmanager
def opened(path: str, encoding: str | None, engine: str = "duckdb") -> Iterator[Opened]:
    """Open a table.

    Raises:
        OSError: it cannot be read.

    """
    with duck.opened() as connection:
        table = _read(connection, path, encoding)
        if engine == "duckdb":
            yield table
            return
        with engines.named(engine).opened(table.store, path if disk.suffix(path) == _TYPED else None) as store:
            yield evolve(table, store=store)


@contextmanager
def _stream(path: str) -> Iterator[BinaryIO]:
    """Open a file, or what comes in."""
    if path == STDIN:
        stream = getattr(sys.stdin, "buffer", None)
        if stream is None:
            raise OSError("no standard input")
        yield stream
        return
    with disk.opened(path) as stream:
        yield stream


def _read(connection: duck.Connection, path: str, encoding: str | None) -> Opened:
    suffix = disk.suffix(path[: -len(_PACKED)] if disk.suffix(path) == _PACKED else path)
    if suffix == _TYPED:
        with disk.opened(path):
            return Opened(duck.of_parquet(connection, path), (), ())
    with _stream(path) as stream:
        if disk.is_endless(stream):
            raise OSError("a device, not a table")
        told = foreign.unpacked(stream)
        of_objects = suffix in _OF_OBJECTS or (suffix not in _TEXTS and foreign.holds_objects(told))
        foreign.refuse(told, of_objects=of_objects)
        lines = Lines(told, encoding)
        table, unread, notes = (_objects if of_objects else _delimited)(connection, lines, path, suffix)
    return Opened(table, unread.records(), (*notes, *lines.notes()), unread.number)


@contextmanager
def of_text(text: str) -> Iterator[Opened]:
    """Open comma-separated text as a table."""
    with duck.opened() as connection:
        lines = Lines(io.BytesIO(text.encode()))
        table, unread, notes = _delimited(connection, lines, "-", ".csv")
        yield Opened(table, unread.records(), tuple(notes), unread.number)


def _delimited(connection: duck.Connection, lines: Lines, path: str, suffix: str) -> tuple[duck.Store, Unread, list[str]]:
    """Load a table of lines; gives it, what could not be read, and what is to be said of how it was read."""
    dialect, entries = delimited.read(lines, path, suffix)
    unread = Unread()

    def records() -> Iterator[tuple[int, int, delimited.Cells]]:
        for entry in entries:
            if isinstance(entry, UnreadableRecord):
                unread.add(entry)
            else:
                yield entry.row, entry.line, entry.cells

    if len(dialect.header) > duck.MOST_COLUMNS:
        raise OSError(f"{len(dialect.header):,} columns; no more than {duck.MOST_COLUMNS:,} are read")
    rows = loading.of_records(connection, len(dialect.header), records())
    notes = [f"{_NAMES[dialect.delimiter]} between cells"] if dialect.delimiter != "," else []
    store = evolve(duck.of_texts(connection, dialect.header, rows), footnotes=tuple(dialect.footnotes))
    return store, unread, [*notes, *dialect.notes]


def _objects(connection: duck.Connection, lines: Lines, path: str, suffix: str) -> tuple[duck.Store, Unread, list[str]]:
    unread = Unread()

    def records() -> Iterator[tuple[int, int, objects.Fields]]:
        for entry in objects.read(lines, path):
            if isinstance(entry, UnreadableRecord):
                unread.add(entry)
            else:
                yield entry

    headers, rows = loading.of_objects(connection, records())
    return duck.of_texts(connection, headers, rows), unread, []
