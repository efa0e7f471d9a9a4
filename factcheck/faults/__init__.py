"""What is wrong with a TOML file that people write (a rule, settings, a mapping), told by file and line.

A leaf. What such a file may say at all is told by its keys (`faults.keys`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.patterns import pattern
from factcheck.values import frozen

if TYPE_CHECKING:
    from factcheck.faults.keys import Where

_WIDTH = 120
_HEADER = pattern(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]")
_KEY = pattern(r"\s*([\w.\"'-]+)\s*=")


@frozen
class Fault:
    """One thing that is wrong with a file: the line it stands in, counted from 1, and in it a column if one is known."""

    path: Path
    message: str
    line: int | None = None
    excerpt: str = ""
    column: int | None = None

    def __str__(self) -> str:
        """Write it as ``path:line: what is wrong``, and below that the line itself."""
        place = shown(self.path) if self.line is None else f"{shown(self.path)}:{self.line}"
        lines = [f"{place}: {self.message}"]
        if self.excerpt.strip():
            lines.append("    " + "".join(sign if sign.isprintable() else " " for sign in self.excerpt[:_WIDTH]))
        if self.column is not None and self.column <= _WIDTH:
            lines.append("    " + " " * (self.column - 1) + "^")
        return "\n".join(lines)


def at(path: Path, text: str, where: Where, message: str) -> Fault:
    """Give a fault with the line that ``where`` leads to in the text of its file."""
    line = line_of(text, where)
    return Fault(path, message, line, text.split("\n")[line - 1])


def unreadable(path: Path, error: Exception) -> Fault:
    """Tell why a file could not be read as TOML, and in which line."""
    if isinstance(error, OSError):
        return Fault(path, f"cannot be read: {error.strerror or error}")
    if isinstance(error, UnicodeDecodeError):
        data = error.object
        line = data.count(b"\n", 0, error.start) + 1
        return Fault(
            path, f"not UTF-8: byte {data[error.start]:#04x}", line, data.split(b"\n")[line - 1].decode("utf-8", "replace")
        )
    if isinstance(error, RecursionError):
        return Fault(path, "cannot be read: nested too deep")
    lines = path.read_text("utf-8-sig").rstrip().split("\n")
    place = re.search(r" \(at line (\d+), column (\d+)\)", str(error))
    line, column = (int(place[1]), int(place[2])) if place else (len(lines), None)
    return Fault(path, f"not TOML: {str(error).split(' (at')[0]}", line, lines[min(line, len(lines)) - 1], column)


def shown(path: Path) -> str:
    """Write a path the short way, if it is below the folder we are in."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


def line_of(text: str, where: Where) -> int:
    """Find the line, counted from 1, of a key in TOML; of the nearest table about it where the key is missing."""
    firsts = _firsts(text)
    return next((firsts[where[:depth]] for depth in range(len(where), 0, -1) if where[:depth] in firsts), 1)


@lru_cache(maxsize=1)  # a file is asked for one example after another
def _firsts(text: str) -> Mapping[Where, int]:
    """Give the line in which each table and key of a TOML file is met first."""
    firsts: dict[Where, int] = {}
    for number, path in _lines(text):
        for depth in range(1, len(path) + 1):
            firsts.setdefault(path[:depth], number)
    return firsts


def _lines(text: str) -> Iterator[tuple[int, Where]]:
    """Walk the headers and keys of a TOML file, each with its place in the table."""
    table: Where = ()
    seen: dict[str, int] = {}
    within = ""
    for number, line in enumerate(text.split("\n"), 1):
        if within:
            within = "" if line.count(within) % 2 else within
            continue
        within = next((quotes for quotes in ('"""', "'''") if line.count(quotes) % 2), "")
        if header := _HEADER.match(line):
            table = _keys(header[2])
            if header[1] == "[[":
                seen[header[2]] = seen.get(header[2], 0) + 1
                table += (seen[header[2]],)
            yield number, table
        elif key := _KEY.match(line):
            yield number, table + _keys(key[1])


def _keys(dotted: str) -> Where:
    return tuple(part.strip(" \"'") for part in dotted.split("."))
