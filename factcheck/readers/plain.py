"""Plain text -> one Document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from factcheck.document import Document
from factcheck.readers import Unreadable, from_text, whole

SUFFIXES = (".txt", ".text")


def read(stream: BinaryIO, path: str, encoding: str | None) -> Iterator[Document | Unreadable]:
    """Give the whole stream as one document, laid out."""
    return whole(stream, path, encoding, lambda text: from_text(text, path=path, id=path))
