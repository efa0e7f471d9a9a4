"""Which files a pattern of the settings is for: ``opinion/*``, ``opinion/**``, ``*.md``, ``drafts/``."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from fnmatch import fnmatchcase
from os.path import normpath
from pathlib import Path

_ANY = "**"


def fits(path: str, pattern: str, folder: Path | None) -> bool:
    """Tell whether a pattern is for a file.

    Args:
        path: the file as it was given, wherever the run was begun.
        pattern: the end of a path, or all of an absolute one; ``*`` stands for what a name can hold, ``**`` for any folders,
            and a slash at the end for all that is below.
        folder: where the settings stand; what lies below it is seen from there.

    """
    names = Path(pattern).parts
    wanted = [*names, _ANY] if pattern.endswith("/") else [*names]
    if Path(pattern).is_absolute():
        return _fit(_whole(path).parts, wanted)
    return _fit(_seen_from(folder, path).parts, [_ANY, *wanted])


def _seen_from(folder: Path | None, path: str) -> Path:
    """Give the path from a folder; of what lies elsewhere the path as it was given."""
    if folder is not None:
        with suppress(ValueError):
            return _whole(path).relative_to(_whole(folder))
    return Path(normpath(path))


def _whole(path: str | Path) -> Path:
    """Give a path from the root, without ``..``; links stay as they are called."""
    return Path(normpath(Path(path).absolute()))


def _fit(names: Sequence[str], wanted: Sequence[str]) -> bool:
    """Set the names of a path against those of a pattern; each ``**`` reaches as far as what is behind it lets it."""
    reached = {0}
    for each in wanted:
        if each == _ANY:
            reached = set(range(min(reached, default=len(names) + 1), len(names) + 1))
        else:
            reached = {at + 1 for at in reached if at < len(names) and fnmatchcase(names[at], each)}
    return len(names) in reached
