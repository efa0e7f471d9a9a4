"""Paths as they were given -> the files that they stand for; what their bytes say as text is `disk.decoding`'s.

A leaf: it opens nothing and knows no format.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import BinaryIO


def is_folder(path: str) -> bool:
    """Tell a folder; the empty path is none, though Python takes it for the current one."""
    return bool(path) and "\0" not in path and Path(path).is_dir()


def opened(path: str) -> BinaryIO:
    """Open a file.

    Raises:
        OSError: it is not there, cannot be read, or no file can have such a name.

    """
    if not path or "\0" in path:
        raise FileNotFoundError(errno.ENOENT, "no such file", path)
    return Path(path).open("rb")


def whole(path: str, most: int = 16_000_000) -> bytes:
    """Read a file that is taken whole, such as settings.

    Raises:
        OSError: it cannot be read, or holds more than so many bytes, as a device does that gives them for ever.

    """
    with opened(path) as stream:
        data = stream.read(most + 1)
    if len(data) > most:
        raise OSError(f"more than {most:,} bytes")
    return data


def below(folder: str, suffixes: Collection[str]) -> Iterator[tuple[str, OSError | None]]:
    """Give the files of these suffixes below a folder, and the folders that cannot be read with the reason; sorted.

    Hidden ones are left out. Links to folders are not followed: they can lead in a circle.
    """
    yield from sorted(_found(folder, suffixes), key=lambda found: found[0])


def suffix(path: str) -> str:
    """Give a path's suffix with its dot, in lower case."""
    return Path(path).suffix.lower()


def is_endless(stream: BinaryIO) -> bool:
    """Tell a device that gives bytes for ever from a terminal, and from the device that gives none."""
    try:
        about = os.fstat(stream.fileno())
    except OSError:  # what a program gives in the place of a file
        return False
    if stat.S_ISCHR(about.st_mode):
        return not stream.isatty() and about.st_rdev != Path(os.devnull).stat().st_rdev
    return stat.S_ISBLK(about.st_mode)


def reason(error: OSError) -> str:
    """Say in plain words why a path cannot be read."""
    return "no such file or folder" if error.errno == errno.ENOENT else error.strerror or str(error)


def shown(path: str) -> str:
    """Give a path as any output can write it: bytes that are no UTF-8 as escapes."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def _found(folder: str, suffixes: Collection[str]) -> Iterator[tuple[str, OSError | None]]:
    folders = [folder]
    while folders:
        current = folders.pop()
        try:
            with os.scandir(current) as listing:
                entries = [entry for entry in listing if not entry.name.startswith(".")]
        except OSError as error:
            yield current, error
            continue
        folders += [entry.path for entry in entries if entry.is_dir(follow_symlinks=False)]
        yield from ((entry.path, None) for entry in entries if entry.name.lower().endswith((*suffixes,)) and _is_file(entry.path))


def _is_file(path: str) -> bool:
    """Tell a file, or a link that leads nowhere and must be reported, from a folder, a pipe and a device."""
    try:
        return stat.S_ISREG(Path(path).stat().st_mode)
    except OSError:
        return True
