"""A stream of bytes -> its lines as text, numbered; encodings are found line by line and counted.

UTF-8, else Windows-1252 for the lines that are none; UTF-16 by its mark or its zeros; or the encoding that was named. Line ends
may be of any kind.
"""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from attrs import field

from factcheck.disk import decoding
from factcheck.values import frozen

FALLBACK = "cp1252"
LONGEST = 1 << 28
"""Bytes of a line that are read; a longer one is told as unreadable."""
_GLANCE = 1 << 16
_FEWEST = 4
"""Characters of a first line that show how many bytes each has."""
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@frozen
class Line:
    """A line with its end; ``problem`` says why it is no text."""

    number: int
    text: str
    problem: str = ""


@frozen
class Lines:
    """The lines of a stream; ``encodings`` counts them by how they were decoded, as they are read."""

    stream: BinaryIO
    encoding: str | None = None
    encodings: Counter[str] = field(factory=Counter)

    def __iter__(self) -> Iterator[Line]:
        first = self.stream.readline(LONGEST)
        encoding = self.encoding or (None if first.startswith(_WIDE) else _unmarked(first))
        if encoding is not None or first.startswith(_WIDE):
            yield from self._named(first, encoding)
            return
        first = first.removeprefix(codecs.BOM_UTF8)
        for number, data in enumerate(_cut(first, self.stream), 1):
            yield self._decoded(number, data)

    def _named(self, first: bytes, encoding: str | None) -> Iterator[Line]:
        """Read an encoding that was asked for, is marked, or shows."""
        for number, (_, text) in enumerate(decoding.lines(decoding.rejoined(first, self.stream), encoding), 1):
            self.encodings[encoding or "utf-16"] += 1
            yield Line(number, "\n", text.message) if isinstance(text, decoding.Undecodable) else Line(number, text)

    def _decoded(self, number: int, data: bytes) -> Line:
        if len(data) >= LONGEST:
            return Line(number, "\n", f"a line of more than {LONGEST >> 20} MB")
        for encoding in ("utf-8", FALLBACK):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            self.encodings[encoding if not text.isascii() or encoding != "utf-8" else "ascii"] += 1
            return Line(number, text)
        return Line(number, "\n", "neither UTF-8 nor Windows-1252; say --encoding NAME")

    def notes(self) -> list[str]:
        """Say how the lines were encoded, where it was not UTF-8 alone."""
        if not self.encodings.get(FALLBACK):
            return [f"encoding {name}" for name in self.encodings if name not in ("ascii", "utf-8")]
        if self.encodings.get("utf-8", 0) == 0:
            return ["encoding Windows-1252"]
        return [f"UTF-8, but {self.encodings[FALLBACK]:,} lines are Windows-1252"]


def _unmarked(first: bytes) -> str | None:
    """Tell UTF-16 that lacks its mark: nearly every other byte is 0, and none between them is."""
    odd, even = first[1:_GLANCE:2], first[:_GLANCE:2]
    zeros = odd.count(0), even.count(0)
    for encoding, wide, (mostly, none) in (("utf-16-le", odd, zeros), ("utf-16-be", even, zeros[::-1])):
        if none == 0 and len(wide) >= _FEWEST and mostly * 10 >= len(wide) * 9:
            return encoding
    return None


def _cut(first: bytes, stream: BinaryIO) -> Iterator[bytes]:
    """Cut at line feeds, and at carriage returns where these alone end the lines; what is too long is cut off."""
    line = first
    while line:
        if b"\r" in line and b"\n" not in line and len(line) < LONGEST:
            yield from line.splitlines(keepends=True)
        else:
            yield line
            if len(line) >= LONGEST and not line.endswith(b"\n"):
                _skip(stream)
        line = stream.readline(LONGEST)


def _skip(stream: BinaryIO) -> None:
    while (piece := stream.readline(_GLANCE)) and not piece.endswith(b"\n"):
        pass
