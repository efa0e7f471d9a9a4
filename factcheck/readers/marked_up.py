"""Markdown -> one Document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from factcheck.decoding import Fault, decode
from factcheck.document import Document
from factcheck.readers import Unreadable

SUFFIXES = (".md", ".markdown")


def read(stream: BinaryIO, path: str, encoding: str | None) -> Iterator[Document | Unreadable]:
    """Give the whole stream as one document; Markdown is looked into only where there is some."""
    from factcheck import markdown

    text = decode(stream.read(), encoding)
    if isinstance(text, Fault):
        yield Unreadable(path, path, text.message, byte=text.byte)
    else:
        yield markdown.document(text, path)
