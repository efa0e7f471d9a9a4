"""A folder of rules -> its files, each as a table.

A rule file is ``<topic>/<fault>.toml``: its path is the rule's name.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import field

from factcheck import disk, toml
from factcheck.faults import Fault, at, unreadable
from factcheck.patterns import pattern
from factcheck.values import evolve, frozen

if TYPE_CHECKING:
    from factcheck.faults.keys import Where

_MOST_BYTES = 1_000_000
_PART = pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*")


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
        found = at(self.path, self.path.read_text("utf-8-sig", "replace"), where, message)
        value = str(self.table.get(str(where[0]), "")).strip() if column else ""
        offset = found.excerpt.find(value) if value else -1
        return found if column is None or offset < 0 else evolve(found, column=offset + column)


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
        except (OSError, ValueError, RecursionError) as error:  # no file, not UTF-8, not TOML, nested too deep
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
    if not Path(os.path.realpath(path)).is_relative_to(home):  # a ring of links leads nowhere, and is told when it is read
        raise RuleError([Fault(path, "a link that leads out of the folder of rules")])
    if len(parts) != 2:
        raise RuleError(
            [Fault(path, "a rule lies in the folder of its topic, <topic>/<fault>.toml below the folder that is given")]
        )
    if not all(_PART.fullmatch(part) for part in parts):
        raise RuleError([Fault(path, "a rule's name is of small letters and digits, its words joined by hyphens")])
    return "/".join(parts)


def _read(path: Path) -> dict[str, Any]:
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError("not a file")
    return toml.parse(disk.whole(str(path), _MOST_BYTES).decode("utf-8-sig"))
