"""A folder of rules -> its files, each as a table; and what is wrong with one, by file and line.

A rule file is ``<topic>/<fault>.toml``: its path is the rule's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from attrs import field

from factcheck import disk, toml
from factcheck.patterns import pattern
from factcheck.values import frozen

_MOST_BYTES = 1_000_000
_WIDTH = 120
_PART = pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_HEADER = pattern(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]")
_KEY = pattern(r"\s*([\w.\"'-]+)\s*=")

Where = tuple[str | int, ...]  # ("claims", "killed", "role"), ("bad", 2, "says")


@frozen
class Fault:
    """One thing that is wrong with a rule file: the line it stands in, counted from 1, and in it a column if one is known."""

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


class RuleError(ValueError):
    """Rules that cannot be used: all faults that were found, in the order of the files and their lines."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: (str(fault.path), fault.line or 0)))
        super().__init__("\n".join(map(str, self.faults)))


@frozen
class RuleFile:
    """A file of a rules folder that could be read: the name of its rule, and its table."""

    path: Path
    name: str
    table: dict[str, Any] = field(repr=False)

    def fault(self, where: Where, message: str, column: int | None = None) -> Fault:
        """Give a fault with the line that ``where`` leads to; ``column`` counts in the text of the value there."""
        text = self.path.read_text("utf-8-sig", "replace")
        line = line_of(text, where)
        excerpt = text.split("\n")[line - 1]
        value = str(self.table.get(str(where[0]), "")).strip() if column else ""
        offset = excerpt.find(value) if value else -1
        return Fault(self.path, message, line, excerpt, None if column is None or offset < 0 else offset + column)


def files(folder: Path) -> tuple[list[RuleFile], list[Fault]]:
    """Read all files of a folder of rules, with a folder in it for each topic; give those that are TOML, and faults of others."""
    found: list[RuleFile] = []
    faults: list[Fault] = []
    home = folder.resolve() if folder.is_dir() else folder  # a ring of links is no folder
    for path in _paths(folder):
        try:
            found.append(RuleFile(path, _name(folder, home, path), _read(path)))
        except RuleError as error:
            faults += error.faults
        except (OSError, ValueError, RuntimeError) as error:  # no file, not UTF-8, not TOML, nested too deep, a ring of links
            faults.append(unreadable(path, error))
    if not found and not faults:
        faults.append(Fault(folder, "there are no rules here; a rule is a file <topic>/<fault>.toml"))
    return found, faults


def bundled(folder: Path) -> list[RuleFile]:
    """Give the files of the folder that ships, without their examples; their tests have seen that they are rules.

    Raises:
        RuleError: one of them cannot be read.

    """
    topics = (topic for topic in toml.listed(folder, "") if topic.is_dir())
    stamp = toml.stamp(file for topic in topics for file in toml.listed(Path(topic), ".toml"))
    tables = toml.kept(folder / "rules", stamp, lambda: [(file.name, _without_examples(file)) for file in _sound(folder)])
    return [RuleFile(folder / f"{name}.toml", name, table) for name, table in tables]


def _sound(folder: Path) -> list[RuleFile]:
    found, faults = files(folder)
    if faults:
        raise RuleError(faults)
    return found


def _without_examples(file: RuleFile) -> dict[str, Any]:
    return {key: value for key, value in file.table.items() if key not in ("bad", "good")}


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


def _paths(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        hidden = (".", "__")
        yield from sorted(
            path
            for pattern in ("*.toml", "*/*.toml", "*/*/**/*.toml")
            for path in folder.glob(pattern)
            if not any(part.startswith(hidden) for part in path.relative_to(folder).parts)
        )


def _name(folder: Path, home: Path, path: Path) -> str:
    """Give the rule's name; ``home`` is where the folder really is.

    Raises:
        RuleError: the file does not lie where a rule lies.

    """
    parts = path.relative_to(folder).with_suffix("").parts
    if not path.resolve().is_relative_to(home):
        raise RuleError([Fault(path, "a link that leads out of the folder of rules")])
    if len(parts) != 2:
        raise RuleError(
            [Fault(path, "a rule lies in the folder of its topic, <topic>/<fault>.toml below the folder that is given")]
        )
    if not all(_PART.fullmatch(part) for part in parts):
        raise RuleError([Fault(path, "a rule's name is of small letters and digits, its words joined by hyphens")])
    return "/".join(parts)


def _read(path: Path) -> dict[str, Any]:
    if not path.is_file():
        raise OSError("not a file")
    return toml.parse(disk.whole(str(path), _MOST_BYTES).decode("utf-8-sig"))


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
    if isinstance(error, RuntimeError):
        return Fault(
            path, f"cannot be read: {'nested too deep' if isinstance(error, RecursionError) else 'a link that leads to itself'}"
        )
    lines = path.read_text("utf-8-sig").rstrip().split("\n")
    place = re.search(r" \(at line (\d+), column (\d+)\)", str(error))
    line, column = (int(place[1]), int(place[2])) if place else (len(lines), None)
    return Fault(path, f"not TOML: {str(error).split(' (at')[0]}", line, lines[min(line, len(lines)) - 1], column)
