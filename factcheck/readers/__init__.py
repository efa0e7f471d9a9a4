"""Paths -> Documents: files by their suffix, folders by what they hold, ``-`` for standard input.

Paths go in; for each come its documents, or an `Unreadable` in the place of what could not be read. A reader is a module
of this folder with ``SUFFIXES`` and ``read``; put a file here and its format is read.
"""

from __future__ import annotations

import codecs
import datetime as dt
import importlib
import pkgutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import BinaryIO, Protocol, cast

from factcheck import disk
from factcheck.disk.decoding import LARGEST, Undecodable, decode, rejoined, taken
from factcheck.document import Document
from factcheck.layout import as_document, lay_out, unseen
from factcheck.patterns import pattern
from factcheck.values import evolve, frozen

STDIN = "-"
_PLAIN = ".txt"
_ROWS = ".jsonl"
_GLANCE = 1 << 16
"""Bytes of a line that are enough to see how it begins."""
_LINE_END = pattern(r"[ \t]*(?:[\r\n]|\Z)")


@frozen
class Unreadable:
    """What could not be read, in the place of its document: one line of plain words, and the line and byte where known.

    ``line`` counts from 1; ``byte`` is an offset in the file, from 0.
    """

    path: str
    id: str
    message: str
    line: int | None = None
    byte: int | None = None


def brought_down(fault: Exception) -> str:
    """Say in a line what brought the checker down: no input may, so it is a fault of its own."""
    return f"a fault of factcheck, please report it: {type(fault).__name__}: {fault}"


class Reader(Protocol):
    """What a module of this folder holds: the suffixes it reads, with the dot, in lower case, and how.

    ``ONLY_NAMED``, where it has one, are those among them that many other files have: they are not looked for in folders.
    ``OPENINGS``, where it has them, are bytes in lower case that only its format begins with.
    """

    SUFFIXES: tuple[str, ...]

    def read(self, stream: BinaryIO, path: str, encoding: str | None) -> Iterator[Document | Unreadable]:
        """Give the documents of a stream.

        Raises:
            OSError: the stream breaks off.

        """


@cache
def readers() -> Mapping[str, Reader]:
    """Give the readers by suffix."""
    modules = [importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    return {suffix: cast("Reader", module) for module in modules for suffix in module.SUFFIXES}


def documents(
    paths: Sequence[str], encoding: str | None = None, published: dt.date | None = None
) -> Iterator[Document | Unreadable]:
    """Read paths in their order, one document at a time.

    Args:
        paths: files, folders (all files of a known suffix below them, sorted, hidden ones left out), or ``-``.
        encoding: a text encoding by name; None: UTF-8, or UTF-16 if its mark stands first.
        published: the publication date, above whatever the documents say.

    """
    for path in paths:
        for document in _read(path, encoding):
            if published is not None and isinstance(document, Document):
                document = evolve(document, published=published, published_from="option")
            yield document


def whole(stream: BinaryIO, path: str, encoding: str | None, made: Callable[[str], Document]) -> Iterator[Document | Unreadable]:
    """Give a whole stream as one document, made of its text."""
    text = decode(taken(stream), encoding)
    yield Unreadable(path, path, text.message, byte=text.byte) if isinstance(text, Undecodable) else made(text)


def from_text(
    text: str,
    *,
    published: dt.date | None = None,
    headline: str | None = None,
    path: str = STDIN,
    id: str = "",  # noqa: A002  # the contract's name for it
) -> Document:
    """Make a document of plain text; signs that print nothing are left out, and `factcheck.report.origins` leads around them.

    Args:
        text: the story.
        published: its publication date; None: the masthead's.
        headline: the headline; where it is not the text's first line, it stands apart. None: found in the text.
        path: where the text came from.
        id: what the document is called.

    """
    headline = headline if headline and headline.strip() else None
    origin = unseen.left_out(text)
    text = text if origin is None else origin.text
    layout = lay_out(text, _headline_end(text, unseen.without(headline)) if headline else None)
    made = as_document(text, layout, path, apart=headline, day=published, found="option", origin=origin)
    return evolve(made, id=id, headline=headline or made.headline)


def _headline_end(text: str, headline: str) -> int:
    """Give where a headline that is the text's first line ends, else 0."""
    line_end = _LINE_END.match(text, len(headline))
    return len(headline) if text.startswith(headline) and line_end else 0


def _read(path: str, encoding: str | None) -> Iterator[Document | Unreadable]:
    shown = disk.shown(path)
    try:
        if path == STDIN:
            yield from _standard_input(encoding)
        elif disk.is_folder(path):
            yield from _folder(path, encoding)
        else:
            yield from _file(path, shown, encoding)
    except OSError as error:
        yield Unreadable(shown, shown, disk.reason(error))
    except Exception as fault:  # a file that brings its reader down costs the others nothing
        yield Unreadable(shown, shown, brought_down(fault))


def _standard_input(encoding: str | None) -> Iterator[Document | Unreadable]:
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        yield Unreadable(STDIN, STDIN, "no standard input")
    else:
        yield from _unnamed(stream, STDIN, encoding)


def _file(path: str, shown: str, encoding: str | None) -> Iterator[Document | Unreadable]:
    with disk.opened(path) as stream:
        suffix = disk.suffix(path)
        if disk.is_endless(stream):
            yield Unreadable(shown, shown, "a device, not a text")
        elif suffix:
            yield from readers().get(suffix, readers()[_PLAIN]).read(stream, shown, encoding)
        else:
            yield from _unnamed(stream, shown, encoding)


def _folder(path: str, encoding: str | None) -> Iterator[Document | Unreadable]:
    empty = True
    for found, error in disk.below(path, looked_for()):
        empty = False
        if error is None:
            yield from _read(found, encoding)
        else:
            yield Unreadable(disk.shown(found), disk.shown(found), disk.reason(error))
    if empty:
        shown = disk.shown(path)
        yield Unreadable(shown, shown, f"no stories in this folder (looked for {', '.join(sorted(looked_for()))})")


def looked_for() -> frozenset[str]:
    """Give the suffixes of what folders are searched for."""
    return frozenset(suffix for suffix, reader in readers().items() if suffix not in getattr(reader, "ONLY_NAMED", ()))


def _unnamed(stream: BinaryIO, path: str, encoding: str | None) -> Iterator[Document | Unreadable]:
    """Read what has no suffix, such as a pipe: a format that its first bytes show, rows if the first line is one, else text."""
    blank, first = bytearray(), stream.readline(_GLANCE)
    while first.removeprefix(codecs.BOM_UTF8).isspace():
        blank += first
        first = stream.readline(_GLANCE)
    if first.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{") and not first.endswith(b"\n"):
        first += stream.readline(LARGEST)
    line = first.removeprefix(codecs.BOM_UTF8)
    suffix = _shown_by(line.lstrip().lower()) or (_ROWS if _is_row(line) else _PLAIN)
    yield from readers()[suffix].read(rejoined(bytes(blank) + first, stream), path, encoding)


def _shown_by(opening: bytes) -> str | None:
    """Give the suffix of the format that begins so."""
    return next((suffix for suffix, reader in readers().items() if opening.startswith(getattr(reader, "OPENINGS", ()))), None)


def _is_row(line: bytes) -> bool:
    if not line.lstrip().startswith(b"{"):
        return False
    import json

    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(row, dict) and "text" in row
