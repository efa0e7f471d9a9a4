"""Where a report goes: standard output, or a file that stands in its place only when it is whole."""

from __future__ import annotations

import errno
import glob
import io
import os
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import click

STANDARD = (None, "-", "/dev/stdout")
"""Names of standard output; the last would be opened anew, and what the shell redirected it to replaced."""


@contextmanager
def opened(path: str | None, encoding: str | None) -> Iterator[TextIO]:
    """Open the output for writing; what an encoding cannot write becomes a question mark.

    Args:
        path: the file; None or ``-`` is standard output.
        encoding: None is the stream's own, and UTF-8 for a file.

    Raises:
        OSError: it cannot be written. A file that stood there before is then unchanged.

    """
    if path in STANDARD:
        yield _standard(encoding)
    else:
        with replaced(path) as part, part.open("w", encoding=encoding or "utf-8", errors="replace") as stream:
            yield stream


def place(path: str | None) -> Path | None:
    """Give the file that a path means, however it is written; None for standard output."""
    return None if path in STANDARD or path is None else _real(path)


def spare(given: Sequence[str], path: str | None, looked_for: Callable[[], Collection[str]] = tuple) -> None:
    """See that an output would not take the place of what is read.

    Args:
        given: files, folders and patterns.
        path: the output.
        looked_for: gives the suffixes of what is read in folders.

    Raises:
        click.UsageError: it is one of the files that were given, or that a folder or a pattern stands for.

    """
    target = place(path)
    if target is not None and target.is_file() and any(_stands_for(each, target, looked_for) for each in given):
        raise click.UsageError(f"{path} is to be read, and what is written would take its place; name another file")


def _stands_for(given: str, target: Path, looked_for: Callable[[], Collection[str]]) -> bool:
    """Tell whether what was given is a file, or a folder or a pattern that takes it in."""
    if "\0" in given:
        return False
    if (real := _real(given)) == target:
        return True
    if real.is_dir():
        inside = target.is_relative_to(real) and not any(part.startswith(".") for part in target.relative_to(real).parts)
        return inside and target.name.lower().endswith((*looked_for(),))
    return glob.has_magic(given) and any(_real(each) == target for each in glob.glob(given, recursive=True))  # noqa: PTH207


def _real(path: str) -> Path:
    """Follow links to the file that is meant.

    Raises:
        OSError: they run in a circle.

    """
    real = Path(os.path.realpath(path))
    if real.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), path)
    return real


def _standard(encoding: str | None) -> TextIO:
    stream: TextIO | None = sys.stdout  # None where the shell closed it
    if stream is None:
        raise OSError("standard output is closed")
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=encoding, errors="replace")
    return stream


@contextmanager
def replaced(path: str) -> Iterator[Path]:
    """Give an empty file beside the one that is meant, and move it there at the end: a run cut short leaves that as it was.

    A device or a pipe is given itself: nothing can be moved into its place.

    Raises:
        OSError: there is no such folder, or nothing can be written there.

    """
    target = _real(path)
    if target.exists() and not target.is_file():
        yield target
        return
    if not target.parent.is_dir():  # said here, else the message would name a file that nobody asked for
        raise FileNotFoundError(errno.ENOENT, "no such folder", str(target.parent))
    part = target.with_name(f".{target.name}.{os.urandom(4).hex()}.part")
    try:
        _begin(part, path)
        yield part
        if target.exists():
            part.chmod(target.stat().st_mode & 0o7777)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _begin(part: Path, path: str) -> None:
    try:
        part.touch(exist_ok=False)
    except OSError as error:  # else the message would name a file that nobody asked for
        raise OSError(error.errno, error.strerror, path) from None
