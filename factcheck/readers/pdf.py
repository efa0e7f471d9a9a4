"""PDF files -> one Document each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from factcheck.disk.decoding import RefusedError
from factcheck.document import Document
from factcheck.readers import Unreadable

SUFFIXES = (".pdf",)
OPENINGS = (b"%pdf-",)


def read(stream: BinaryIO, path: str, encoding: str | None) -> Iterator[Document | Unreadable]:
    """Give the whole file as one document; ``encoding`` says nothing of a file that is no text."""
    from factcheck import proofs

    try:
        yield proofs.document(stream.read(proofs.LARGEST + 1), path)
    except RefusedError as why:
        yield Unreadable(path, path, str(why))
