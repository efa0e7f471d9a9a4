"""TOML files of the package, parsed once, and tables made of them: kept beside Python's own bytecode.

A path goes in, its table comes out. Parsing the lexicon costs more than checking an article, so the parsed table is
kept in ``__pycache__``, under the same terms as a ``.pyc``: keyed on the path, time and size of what it was made from, never
trusted when they differ, never written where Python is told not to write bytecode.
"""

from __future__ import annotations

import contextlib
import importlib.util
import marshal
import os
import re
import sys
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

_DEEP_KEY = r"""(?<![\w."'-])(?:[\w"'-]+[ \t]*\.[ \t]*){100}"""
T = TypeVar("T")
Stamp = tuple[tuple[str, int, int], ...]


def read(path: Path) -> dict[str, Any]:
    """Read a TOML file that ships with the package.

    Raises:
        OSError: the file cannot be read.
        tomllib.TOMLDecodeError: it is no TOML; the message gives line and column.

    """
    return kept(path, stamp([path]), lambda: parse(path.read_text("utf-8")))


def listed(folder: Path, *endings: str) -> list[os.DirEntry[str]]:
    """Give the files of a folder whose names end so, in alphabetical order.

    Raises:
        OSError: the folder cannot be read.

    """
    with os.scandir(folder) as entries:
        return sorted((entry for entry in entries if entry.name.endswith(endings)), key=lambda entry: entry.name)


def stamp(sources: Iterable[Path | os.DirEntry[str]]) -> Stamp:
    """Give the paths of files with their times and sizes.

    Raises:
        OSError: one of them cannot be read.

    """
    about = ((os.fspath(path), path.stat()) for path in sources)
    return tuple((path, stat.st_mtime_ns, stat.st_size) for path, stat in about)


def kept(path: Path, stamp: Stamp, make: Callable[[], T]) -> T:
    """Give what was made under a stamp and kept for ``path``; make it anew where the stamp is another.

    What is made holds tables, lists, sets, tuples and plain values only; what `marshal` cannot hold is made each time.
    """
    with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
        found, table = marshal.loads(_place(path).read_bytes())
        if found == stamp:
            return cast("T", table)
    table = make()
    keep(path, stamp, table)
    return table


def keep(path: Path, stamp: Stamp, table: object) -> None:
    """Keep a table for ``path`` under a stamp, where Python keeps its bytecode."""
    if not sys.dont_write_bytecode:
        with contextlib.suppress(OSError, ValueError):  # a read-only folder; a value marshal cannot hold
            _write(_place(path), marshal.dumps(cast("Any", (stamp, table))))


def parse(text: str) -> dict[str, Any]:
    """Parse TOML; the parser is imported only where nothing was kept.

    Raises:
        tomllib.TOMLDecodeError: it is no TOML; the message gives line and column.
        RecursionError: it is nested too deep; of a key with very many dots the parser would never come back.

    """
    import tomllib

    if re.search(_DEEP_KEY, text):
        raise RecursionError("nested too deep")

    return tomllib.loads(text)


def _place(path: Path) -> Path:
    return _folder(path.parent) / f"{path.name}.{sys.implementation.cache_tag}"


@cache
def _folder(beside: Path) -> Path:
    return Path(importlib.util.cache_from_source(str(beside / "any.py"))).parent


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    beside.write_bytes(data)
    beside.replace(path)
