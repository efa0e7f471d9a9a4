"""Markdown -> one Document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from factcheck.document import Document
from factcheck.readers import Unreadable, whole

SUFFIXES = (".md", ".markdown")


def read(stream: BinaryIO, path: str, encoding: str | None) -> Iterator[Document | Unreadable]:
    """Give the whole stream as one document; Markdown is looked into only where there is some."""
    from factcheck import markdown

    try:
        yield from whole(stream, path, encoding, lambda text: markdown.document(text, path))
    except markdown.NestedError:
        yield Unreadable(path, path, "not read: nested too deeply")
