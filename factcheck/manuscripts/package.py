"""A Word file -> its parts as events of XML, read with a guard before every door.

Refused, in plain words: what is no zip file, or a bomb; macros; document types, which can declare entities and fetch files;
XML that nests without end; templates and objects that Word would fetch from elsewhere.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from typing import Protocol
from xml.parsers import expat

from factcheck.disk.decoding import RefusedError

LARGEST = 64 << 20
"""Bytes of a part as it is unpacked."""
_MOST = 20_000
"""Files in one package."""
_DEEPEST = 500
"""Elements within each other."""
_RATIO = 500
"""Times that a part of more than a megabyte may be larger than it is packed; deflate reaches 1,032."""
_SMALL = 1 << 20
_UNPACKABLE = (KeyError, ValueError, EOFError, OSError, RuntimeError, struct.error, zipfile.BadZipFile, zlib.error)
"""What `zipfile` raises for a part that is broken."""
_RELATIONS = ("_rels/.rels", "word/_rels/document.xml.rels", "word/_rels/settings.xml.rels", "word/_rels/footnotes.xml.rels")
_FETCHED = ("/attachedTemplate", "/oleObject", "/frame", "/subDocument", "/aFChunk")
"""Kinds of relationship whose target is loaded when the file is opened; a link or a picture is not among them."""
_AWAY = re.compile(r"(?!file:)[A-Za-z][A-Za-z0-9+.-]+:", re.IGNORECASE)
"""How an address elsewhere begins; a template on the writer's own disk is no danger, and common."""


class Handler(Protocol):
    """What takes the events of a part; names are a namespace, a blank and the element."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def data(self, text: str) -> None:
        """Take words in an element."""


class Package:
    """An opened Word file."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            names = self._zip.namelist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeError, EOFError) as error:
            raise RefusedError(f"not a Word document: {str(error) or 'a broken zip file'}") from error
        if len(names) > _MOST:
            raise RefusedError(f"{len(names):,} files in one document; it is not read")
        if any(name.lower().endswith(("vbaproject.bin", "vbadata.xml")) for name in names):
            raise RefusedError("it holds macros; save it as .docx without them")
        self.names = frozenset(names)

    def read(self, part: str, handler: Handler) -> None:
        """Walk over a part of the package.

        Raises:
            RefusedError: it is broken or hostile.

        """
        parser = expat.ParserCreate(namespace_separator=" ")
        guard = _Guard(part, handler)
        parser.buffer_text = True
        parser.StartElementHandler = guard.start
        parser.EndElementHandler = guard.end
        parser.CharacterDataHandler = handler.data
        parser.StartDoctypeDeclHandler = guard.document_type
        try:
            parser.Parse(self._unpacked(part), True)
        except expat.ExpatError as error:
            raise RefusedError(f"{part} is broken XML: {error}") from error

    def main_part(self) -> str:
        """Give the name of the part that holds the text, as the package's relationships say.

        Raises:
            RefusedError: there is none, or something is to be fetched from elsewhere.

        """
        relations = [_Relations() for _ in _RELATIONS]
        for part, relation in zip(_RELATIONS, relations, strict=True):
            if part in self.names:
                self.read(part, relation)
        main = next((relation.main for relation in relations if relation.main), "word/document.xml")
        if main not in self.names:
            raise RefusedError("not a Word document: there is no text in it")
        return main

    def _unpacked(self, part: str) -> bytes:
        try:
            about = self._zip.getinfo(part)
            with self._zip.open(part) as stream:
                data = stream.read(LARGEST + 1)
        except _UNPACKABLE as error:
            raise RefusedError(f"{part} cannot be unpacked: {error}") from error
        if len(data) > LARGEST or (len(data) > _SMALL and len(data) > _RATIO * max(1, about.compress_size)):
            raise RefusedError(f"{part} unpacks to far more than a story; it is not read")
        return data


class _Guard:
    """Counts how deep elements nest, and refuses document types."""

    def __init__(self, part: str, handler: Handler) -> None:
        self._part, self._handler, self._depth = part, handler, 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise RefusedError(f"{self._part} is nested too deeply")
        self._handler.start(name, attributes)

    def end(self, name: str) -> None:
        self._depth -= 1
        self._handler.end(name)

    def document_type(self, *_: object) -> None:
        raise RefusedError(f"{self._part} declares a document type, which no Word document does")


class _Relations:
    """What a part is tied to: the text, and what would be fetched."""

    def __init__(self) -> None:
        self.main = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        kind, target = attributes.get("Type", ""), attributes.get("Target", "")
        if attributes.get("TargetMode") == "External" and kind.endswith(_FETCHED) and _AWAY.match(target):
            raise RefusedError(f"it fetches from elsewhere: {kind.rpartition('/')[2]} {target[:80]}")
        if kind.endswith("/officeDocument"):
            self.main = target.lstrip("/")

    def end(self, name: str) -> None:
        pass

    def data(self, text: str) -> None:
        pass
