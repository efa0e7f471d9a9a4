"""Plain text -> one Document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from factcheck.decoding import Fault, decode
from factcheck.document import Document
from factcheck.readers import Unreadable, from_text

SUFFIXES = (".txt", ".text")


def read(stream: BinaryIO, path: str, encoding: str | None) -> Iterator[Document | Unreadable]:
    """Give the whole stream as one document, laid out."""
    text = decode(stream.read(), encoding)
    if isinstance(text, Fault):
        yield Unreadable(path, path, text.message, byte=text.byte)
    else:
        yield from_text(text, path=path, id=path)
