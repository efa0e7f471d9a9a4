"""Where a report goes: standard output, or a file that stands in its place only when it is whole."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


@contextmanager
def opened(path: str | None, encoding: str | None) -> Iterator[TextIO]:
    """Open the output for writing; what an encoding cannot write becomes a question mark.

    Args:
        path: the file; None or ``-`` is standard output.
        encoding: None is the stream's own, and UTF-8 for a file.

    Raises:
        OSError: it cannot be written. A file that stood there before is then unchanged.

    """
    if path in (None, "-", "/dev/stdout"):  # the last would be opened anew, and what the shell redirected it to replaced
        yield _standard(encoding)
    elif Path(path).exists() and not Path(path).is_file():  # a device or a pipe: nothing can be moved into its place
        with Path(path).open("w", encoding=encoding or "utf-8", errors="replace") as stream:
            yield stream
    else:
        with _beside(_real(path), encoding or "utf-8") as stream:
            yield stream


def _real(path: str) -> Path:
    """Follow links to the file that is meant.

    Raises:
        OSError: they run in a circle.

    """
    try:
        return Path(path).resolve()
    except RuntimeError as circle:
        raise OSError(None, "too many symbolic links", path) from circle


def _standard(encoding: str | None) -> TextIO:
    stream: TextIO | None = sys.stdout  # None where the shell closed it
    if stream is None:
        raise OSError("standard output is closed")
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=encoding, errors="replace")
    return stream


@contextmanager
def _beside(target: Path, encoding: str) -> Iterator[TextIO]:
    with replaced(target) as part, part.open("x", encoding=encoding, errors="replace") as stream:
        yield stream


@contextmanager
def replaced(target: Path) -> Iterator[Path]:
    """Give a file beside the target, and move it there at the end: a run cut short leaves the target as it was."""
    if not target.parent.is_dir():  # said here, else the message would name a file that nobody asked for
        raise FileNotFoundError(errno.ENOENT, "no such folder", str(target.parent))
    part = target.with_name(f".{target.name}.{os.urandom(4).hex()}.part")
    try:
        yield part
        if target.exists():
            part.chmod(target.stat().st_mode & 0o7777)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
