"""Word files -> one Document each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from factcheck.disk.decoding import RefusedError, taken
from factcheck.document import Document
from factcheck.readers import Unreadable

SUFFIXES = (".docx", ".docm")
OPENINGS = (b"pk\x03\x04",)


def read(stream: BinaryIO, path: str, encoding: str | None) -> Iterator[Document | Unreadable]:
    """Give the whole file as one document; ``encoding`` says nothing of a file that is no text."""
    from factcheck import manuscripts

    try:
        yield manuscripts.document(taken(stream), path)
    except RefusedError as why:
        yield Unreadable(path, path, str(why))
