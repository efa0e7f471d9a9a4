"""Tags and text -> the blocks that hold words, with what they are and what they stand in; and what the page says of itself.

A row of a table is one block, its cells parted by bars.
"""

from __future__ import annotations

import re
from html import unescape

from attrs import define, field

from factcheck.values import frozen
from factcheck.webpages import elements
from factcheck.webpages.elements import BLOCKS, CELLS, ENDED_BY, KINDS, VOID
from factcheck.webpages.tokens import Token, tokens

_DEEPEST = 16
"""Containers within each other that are told apart."""
_PIECE = re.compile(
    r"(?P<words>[^\s&]+(?:[ \t\r\n][^\s&]+)*)|(?P<blank>[ \t\r\n\f]+)"
    r"|(?P<entity>&(?:#\d{1,9}|#[xX][0-9a-fA-F]{1,9}|[A-Za-z][A-Za-z0-9]{1,31});?)|(?P<other>.)",
    re.DOTALL,
)
_LINES_AS_BLANKS = str.maketrans("\t\r\n", "   ")
_EMPTY_LINE = re.compile(r"\n\s*\n|\r\s*\r")
_RAISED = {"2": "²", "3": "³"}


@frozen
class Segment:
    """Words as they are read, and where they stand in the source."""

    text: str
    start: int
    end: int


@define
class Block:
    """Words that stand together: a paragraph, a heading, a row; ``within`` are the numbers of its containers."""

    kind: str | None
    within: tuple[int, ...]
    segments: list[Segment] = field(factory=list)
    blank: tuple[int, int] | None = None

    def add(self, text: str, start: int, end: int) -> None:
        """Add words; blanks before them are one blank."""
        if self.blank is not None:
            self.segments.append(Segment(" ", *self.blank))
            self.blank = None
        self.segments.append(Segment(text, start, end))

    def part(self, start: int, end: int) -> None:
        """Add a blank, if words stand before it and others follow."""
        if self.segments:
            self.blank = (self.blank[0] if self.blank else start, end)

    @property
    def size(self) -> int:
        """The length of its words."""
        return sum(len(segment.text) for segment in self.segments)


@frozen
class Frame:
    """An open element: what it makes of the words in it."""

    name: str
    kind: str | None = None
    left_out: bool = False
    within: tuple[int, ...] = ()
    raised: bool = False
    verbatim: bool = False


@define
class Page:
    """What is found on a page: blocks, containers with their kind, what its tags say of it, its scripts of data."""

    source: str
    blocks: list[Block] = field(factory=list)
    containers: list[str] = field(factory=list)
    said: list[tuple[str, str]] = field(factory=list)
    data: list[str] = field(factory=list)
    _open: list[Frame] = field(factory=lambda: [Frame("")])
    _counted: dict[str, int] = field(factory=dict)
    _block: Block | None = None
    _is_data: bool = False

    @classmethod
    def of(cls, source: str) -> Page:
        """Walk over a page."""
        page = cls(source)
        walk = {"text": page._text, "start": page._start, "end": page._end}
        for token in tokens(source):
            walk[token.kind](token)
        page._flush()
        return page

    def _start(self, tag: Token) -> None:
        while tag.name in ENDED_BY.get(self._open[-1].name, ()):
            self._close()
        self.said += elements.said(tag)
        if tag.name in BLOCKS or tag.name == "br":
            self._part(tag)
        if tag.name not in VOID:
            self._is_data = tag.name == "script" and tag.attributes.get("type", "").lower() == "application/ld+json"
            self._counted[tag.name] = self._counted.get(tag.name, 0) + 1
            self._open.append(self._frame(tag))

    def _end(self, tag: Token) -> None:
        """Close an element, and those within it that were left open; an end without a beginning is nothing."""
        if self._counted.get(tag.name):
            while self._close() != tag.name:
                pass

    def _close(self) -> str:
        frame = self._open.pop()
        self._counted[frame.name] -= 1
        if frame.name in BLOCKS and not self._counted.get("tr"):
            self._flush()
        elif frame.name in BLOCKS and self._block and self._block.segments:
            end = self._block.segments[-1].end
            self._block.part(end, end)
        return frame.name

    def _frame(self, tag: Token) -> Frame:
        parent, within = self._open[-1], self._open[-1].within
        container = elements.container(tag)
        if container:
            self.containers.append(container)
            within = (*within, len(self.containers) - 1)[-_DEEPEST:]
        return Frame(
            tag.name,
            KINDS.get(tag.name, parent.kind),
            parent.left_out or elements.is_left_out(tag),
            within,
            parent.raised or tag.name == "sup",
            parent.verbatim or tag.name == "pre",
        )

    def _part(self, tag: Token) -> None:
        """Part blocks; within a row, cells."""
        if not self._counted.get("tr"):
            self._flush()
        elif self._block and self._block.segments:
            if tag.name in CELLS:
                self._block.blank = None
                self._block.segments.append(Segment(" | ", tag.start, tag.start))
            else:
                self._block.part(tag.start, tag.end)

    def _flush(self) -> None:
        if self._block is not None and self._block.segments:
            self.blocks.append(self._block)
        self._block = None

    def _text(self, token: Token) -> None:
        frame = self._open[-1]
        if frame.name == "title":
            self.said.append(("title", unescape(self.source[token.start : token.end])))
        elif self._is_data and frame.name == "script":
            self.data.append(self.source[token.start : token.end])
        elif frame.raised and not frame.left_out:
            self._raised(token)
        elif not frame.left_out:
            self._words(token, frame)

    def _words(self, token: Token, frame: Frame) -> None:
        """Take words in as they are read: runs of blanks become one, entities what they stand for."""
        for found in _PIECE.finditer(self.source, token.start, token.end):
            start, end = found.span()
            if found.lastgroup == "blank" and frame.verbatim and _EMPTY_LINE.search(found[0]):
                self._flush()
                continue
            block = self._block = self._block or Block(frame.kind, frame.within)
            if found.lastgroup == "blank":
                block.part(start, end)
            elif found.lastgroup == "entity":
                block.add(unescape(found[0]), start, end)
            else:
                block.add(found[0].translate(_LINES_AS_BLANKS), start, end)

    def _raised(self, token: Token) -> None:
        """Take in a raised 2 or 3 behind a unit; other raised figures number footnotes."""
        words, block = self.source[token.start : token.end], self._block
        if block and block.segments and not block.blank and words in _RAISED and block.segments[-1].text[-1:].isalpha():
            block.add(_RAISED[words], token.start, token.end)
