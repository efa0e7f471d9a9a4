"""The parts of a Word file -> its paragraphs as they read once all changes are accepted.

Tracked insertions are read, deletions are not, nor what is hidden. A row of a table is one paragraph, its cells parted by
bars. Text boxes and footnotes are paragraphs of their own; comments are no part of the text.
"""

from __future__ import annotations

from attrs import define, field

from factcheck.values import frozen

_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_WORD = ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", _STRICT)
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_DELETED = frozenset({"del", "moveFrom"})
BAR = " | "


@frozen
class Piece:
    """Words of one run: where they begin in their paragraph, which run (counted through the part), how they read."""

    start: int
    run: int
    text: str


@define
class Paragraph:
    """A paragraph, or a row of a table; ``style`` is the id of its style."""

    style: str = ""
    level: int | None = None
    is_row: bool = False
    pieces: list[Piece] = field(factory=list)
    length: int = 0
    goes_on: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(piece.text for piece in self.pieces)

    def add(self, text: str, run: int) -> None:
        """Add words."""
        self.pieces.append(Piece(self.length, run, text))
        self.length += len(text)


@define
class Body:
    """Takes the events of a part that holds text; what is open at the moment is its state."""

    paragraphs: list[Paragraph] = field(factory=list)
    notes: set[str] = field(factory=set)
    is_strict: bool = False
    _paragraph: list[Paragraph] = field(factory=list)
    _rows: list[Paragraph] = field(factory=list)
    _run: int = -1
    _runs: list[int] = field(factory=list)
    _silent: int = 0
    _text: bool = False
    _properties: list[str] = field(factory=list)
    _hidden: bool = False
    _dropped: list[bool] = field(factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Open an element."""
        space, _, tag = name.rpartition(" ")
        if tag == "r" and space in _WORD:
            self._run += 1
            self.is_strict = self.is_strict or space == _STRICT
            self._runs.append(self._run)
            self._hidden = False
        if name == _FALLBACK or (space in _WORD and tag in _DELETED and not self._properties) or self._silent:
            self._silent += 1
        elif space in _WORD:
            self._opened(tag, {key.rpartition(" ")[2]: value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        """Close an element."""
        space, _, tag = name.rpartition(" ")
        if tag == "r" and space in _WORD:
            self._runs.pop()
        if self._silent:
            self._silent -= 1
        elif space in _WORD:
            self._closed(tag)

    def data(self, text: str) -> None:
        """Take words in."""
        if self._text and not self._silent and not self._hidden and self._paragraph:
            self._paragraph[-1].add(text, self._runs[-1] if self._runs else -1)

    def _opened(self, tag: str, said: dict[str, str]) -> None:
        if tag in ("pPr", "rPr", "trPr"):
            self._properties.append(tag)
        elif self._properties:
            self._property(tag, said)
        elif tag == "p":
            self._begin()
        elif tag == "tr":
            self._rows.append(Paragraph(is_row=True))
            self._dropped.append(False)
        elif tag == "tc" and self._rows and self._rows[-1].pieces:
            self._rows[-1].add(BAR, -1)
        elif tag == "t":
            self._text = True
        elif tag in _SIGNS and self._runs and not self._hidden and self._paragraph:
            self._paragraph[-1].add(_SIGNS[tag], self._runs[-1])
        elif tag in ("footnote", "endnote") and said.get("type", "normal") != "normal":
            self._silent += 1

    def _property(self, tag: str, said: dict[str, str]) -> None:
        """Read what the properties of a paragraph, a run or a row say."""
        inside, outer = self._properties[-1], self._properties[0]
        is_on = said.get("val", "1") not in ("0", "false", "off")
        if tag == "vanish" and inside == "rPr" and outer != "pPr":
            self._hidden = is_on
        elif tag == "del" and outer == "trPr" and self._dropped:
            self._dropped[-1] = True
        elif tag in _DELETED and outer == "pPr" and inside == "rPr" and self._paragraph:
            self._paragraph[-1].goes_on = True
        elif tag == "pStyle" and self._paragraph:
            self._paragraph[-1].style = said.get("val", "")
        elif tag == "outlineLvl" and self._paragraph and said.get("val", "").isdecimal():
            self._paragraph[-1].level = int(said["val"])

    def _begin(self) -> None:
        """Begin a paragraph; one whose end was deleted goes on."""
        last = self.paragraphs[-1] if self.paragraphs else None
        if not self._paragraph and not self._rows and last is not None and last.goes_on:
            last.goes_on = False
            self._paragraph.append(self.paragraphs.pop())
        else:
            self._paragraph.append(Paragraph())

    def _closed(self, tag: str) -> None:
        if tag == "t":
            self._text = False
        elif self._properties and tag == self._properties[-1]:
            self._properties.pop()
        elif tag == "p" and self._paragraph:
            self._end_paragraph(self._paragraph.pop())
        elif tag == "tr" and self._rows:
            row, dropped = self._rows.pop(), self._dropped.pop()
            if not dropped:
                self.paragraphs.append(row)

    def _end_paragraph(self, paragraph: Paragraph) -> None:
        """Keep a paragraph; one of a cell is a part of its row."""
        if not self._rows:
            self.paragraphs.append(paragraph)
            return
        row = self._rows[-1]
        if row.pieces and row.pieces[-1].text != BAR and paragraph.pieces:
            row.add(" ", -1)
        for piece in paragraph.pieces:
            row.add(piece.text.replace("\n", " "), piece.run)


@define
class Styles:
    """Takes the events of ``styles.xml``: the name of each style, by id, and what a style is based on."""

    names: dict[str, str] = field(factory=dict)
    _current: str = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Open an element."""
        space, _, tag = name.rpartition(" ")
        said = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        if space in _WORD and tag == "style":
            self._current = said.get("styleId", "")
        elif space in _WORD and tag == "name" and self._current:
            self.names.setdefault(self._current, said.get("val", "").lower())

    def end(self, name: str) -> None:
        """Close an element."""

    def data(self, text: str) -> None:
        """Styles hold no words."""
