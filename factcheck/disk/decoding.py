"""Bytes -> text: UTF-8, UTF-16 by its mark, or the encoding that was named; all else is a `Undecodable` that says where and why.

A byte order mark is no part of the text. Line ends stay as they are, so that offsets hold.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO, cast

from factcheck.patterns import pattern
from factcheck.values import frozen

# UTF-32 before UTF-16: the little-endian mark of the one begins with the other's.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ("utf-16", "utf-32")
LARGEST = 1 << 28
"""Bytes of a text, or of a line of rows: what is longer is no story, and may have no end."""
_HALF = pattern("[\ud800-\udfff]")


class RefusedError(ValueError):
    """Why a file is not read that holds its text in a format of its own: a clause of plain words."""


@frozen
class Undecodable:
    """Why bytes are no text: a clause of plain words, and the offset of the first bad byte where there is one."""

    message: str
    byte: int | None = None


def taken(stream: BinaryIO) -> bytes:
    """Take all that a stream gives.

    Raises:
        OSError: that is more than `LARGEST` bytes.

    """
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise OSError(f"more than {LARGEST >> 20} MB in one text")
    return data


def decode(data: bytes, encoding: str | None = None) -> str | Undecodable:
    """Give the text of a whole file, or the fault; in linear time, the text being the only copy made."""
    codec = _codec(data, encoding)
    return codec if isinstance(codec, Undecodable) else _text(data, codec, 0, named=encoding is not None)


def lines(stream: BinaryIO, encoding: str | None = None) -> Iterator[tuple[int, str | Undecodable]]:
    """Give each line with the offset of its first byte, in the memory of one line; a bad line does not stop the next.

    Behind a line of more than `LARGEST` bytes nothing is read.
    """
    first = stream.readline(LARGEST + 1)
    codec = _codec(first, encoding)
    if isinstance(codec, Undecodable):
        yield 0, codec
        return
    start = 0
    for line in _wide_lines(first, stream, codec) if codec.startswith(_WIDE) else _narrow_lines(first, stream):
        if len(line) > LARGEST:
            yield start, Undecodable(f"a line of more than {LARGEST >> 20} MB; nothing behind it is read", start)
            return
        yield start, _text(line, codec, start, named=encoding is not None)
        start += len(line)


def codec_called(encoding: str) -> str | None:
    """Give the codec's own name for an encoding; None where there is none."""
    try:
        "".encode(encoding)  # refuses codecs that are no text encodings: rot13, base64
        return codecs.lookup(encoding).name
    except (LookupError, ValueError):
        return None


def half_character(text: str) -> str | None:
    r"""Give the first half of a surrogate pair that stands alone, written as JSON writes it (``\ud800``)."""
    found = _HALF.search(text)
    return None if found is None else f"\\u{ord(found[0]):04x}"


def rejoined(head: bytes, rest: BinaryIO) -> BinaryIO:
    """Give a stream of the bytes that were read to look at them, and then of those that were not."""
    return cast("BinaryIO", io.BufferedReader(_Rejoined(head, rest)))


class _Rejoined(io.RawIOBase):
    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = io.BytesIO(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        data = self._head.read(len(buffer)) or self._rest.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _codec(data: bytes, encoding: str | None) -> str | Undecodable:
    """Give the codec's name: the one that was named, else what the mark says, else UTF-8."""
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if encoding is None:
        if marked is None or marked.startswith("utf-16"):
            return marked or "utf-8"
        return Undecodable("UTF-32 is read only if asked for; say --encoding utf-32", 0)
    name = codec_called(encoding)
    if name is None:
        return Undecodable(f"unknown text encoding {encoding!a}")
    if name in ("utf-16", "utf-32"):
        return marked if marked and marked.startswith(name) else f"{name}-le"
    return "utf-8" if name == "utf-8-sig" else name


def _text(data: bytes, codec: str, start: int, *, named: bool) -> str | Undecodable:
    """Decode bytes that begin at ``start`` of their file; what is no text is told by the byte at which it shows."""
    wide = codec.startswith(_WIDE)
    nul = -1 if wide else data.find(b"\0")
    if nul >= 0:
        return _binary(start + nul)
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        byte = start + error.start
        return Undecodable(f"not {codec.upper()} at byte {byte}; say --encoding NAME if it is in another encoding", byte)
    except UnicodeError as error:
        return Undecodable(f"not {codec.upper()}: {error}")
    nul = text.find("\0") if wide else -1
    if nul >= 0:
        return _binary(start + len(text[:nul].encode(codec)))
    half = half_character(text) if named else None  # UTF-8 and UTF-16 refuse halves themselves
    return text.removeprefix("\ufeff") if half is None else Undecodable(f"not text: {half} is half a character")


def _binary(byte: int) -> Undecodable:
    return Undecodable(f"not text: a NUL at byte {byte} (binary, or UTF-16 without its byte order mark)", byte)


def _narrow_lines(first: bytes, stream: BinaryIO) -> Iterator[bytes]:
    line = first
    while line:
        yield line
        line = stream.readline(LARGEST + 1)


def _wide_lines(first: bytes, stream: BinaryIO, codec: str) -> Iterator[bytes]:
    """Cut at line feeds of two or four bytes; a byte 0A alone can be half of another character."""
    newline = "\n".encode(codec)
    line = bytearray()
    for piece in _narrow_lines(first, stream):
        line += piece
        if len(line) % len(newline) == 1:
            line += stream.read(len(newline) - 1)
        if (len(line) % len(newline) == 0 and line.endswith(newline)) or len(line) > LARGEST:
            yield bytes(line)
            line.clear()
    if line:
        yield bytes(line)
