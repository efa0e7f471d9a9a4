"""HTML -> one Document: its story, apart from what else a page shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from factcheck.disk.decoding import Undecodable, taken
from factcheck.document import Document
from factcheck.readers import Unreadable

SUFFIXES = (".html", ".htm", ".xhtml")
OPENINGS = (b"<!doctype html", b"<html")


def read(stream: BinaryIO, path: str, encoding: str | None) -> Iterator[Document | Unreadable]:
    """Give the whole page as one document."""
    from factcheck import webpages

    text = webpages.text(taken(stream), encoding)
    yield Unreadable(path, path, text.message, byte=text.byte) if isinstance(text, Undecodable) else webpages.document(text, path)
