"""The first bytes of a file -> why it holds no table, and what to do: a web page in place of a download, a workbook, a picture.

A file that is packed with gzip is read as what is in it.
"""

from __future__ import annotations

import codecs
import gzip
import io
import re
import zlib
from typing import BinaryIO, cast

_MARKS = (
    (b"PK\x03\x04", "an Excel workbook or a ZIP archive, not a table; save the sheet as CSV"),
    (b"\xd0\xcf\x11\xe0", "an Excel workbook, not a table; save the sheet as CSV"),
    (b"PAR1", "a Parquet file; its name must end in .parquet"),
    (b"ARROW1", "an Arrow file; write it as Parquet"),
    (b"SQLite format 3\0", "a database, not a table; export the table as CSV"),
    (b"%PDF-", "a PDF, not a table; its publisher may have the figures as CSV"),
    (b"\x89PNG", "a picture, not a table"),
    (b"\xff\xd8\xff", "a picture, not a table"),
    (b"BZh", "packed with bzip2; unpack it first"),
    (b"\xfd7zXZ", "packed with xz; unpack it first"),
    (b"(\xb5/\xfd", "packed with zstd; unpack it first"),
)
_PAGE = re.compile(rb"\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_ARRAY = re.compile(rb"\s*\[\s*[\[{]")
_OVER_LINES = re.compile(rb"\s*(?:\[\s*\n\s*[\[{]|\{\s*\n\s*\")")
"""An array or an object that goes on in the next line, so that no line of it is an object."""
_PACKED = b"\x1f\x8b"
_GLANCE = 1 << 12


def unpacked(stream: BinaryIO) -> io.BufferedReader:
    """Give a stream that can be looked ahead in, unpacked where it is packed with gzip."""
    told = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", stream))
    packed = told.peek(_GLANCE).startswith(_PACKED)
    return io.BufferedReader(cast("io.RawIOBase", _Unpacked(told))) if packed else told


def holds_objects(stream: io.BufferedReader) -> bool:
    """Tell whether its first line begins as a JSON object does."""
    return _first(stream).lstrip().startswith(b"{")


def refuse(stream: io.BufferedReader, *, of_objects: bool) -> None:
    """Refuse what is no table.

    Args:
        stream: the file.
        of_objects: each of its lines is to be an object; else it is one of cells between delimiters.

    Raises:
        OSError: its first bytes show that it holds something else.

    """
    first = _first(stream)
    for mark, what in _MARKS:
        if first.startswith(mark):
            raise OSError(what)
    if _PAGE.match(first):
        raise OSError("a web page, not a table; what was to be fetched may not be there")
    if _OVER_LINES.match(first) or (not of_objects and _ARRAY.match(first)):
        what = "a JSON array" if first.lstrip().startswith(b"[") else "one JSON object over several lines"
        raise OSError(f"{what}, not a table; write it as JSONL, one object on a line")


def _first(stream: io.BufferedReader) -> bytes:
    return stream.peek(_GLANCE).removeprefix(codecs.BOM_UTF8)


class _Unpacked(io.RawIOBase):
    """What a gzip file holds; where it is cut off or damaged, that is said."""

    def __init__(self, packed: BinaryIO) -> None:
        self._packed = gzip.GzipFile(fileobj=packed)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        try:
            data = self._packed.read(len(buffer))
        except EOFError:
            raise OSError("packed with gzip, and cut off before its end") from None
        except (zlib.error, gzip.BadGzipFile):
            raise OSError("packed with gzip, and damaged") from None
        buffer[: len(data)] = data
        return len(data)
