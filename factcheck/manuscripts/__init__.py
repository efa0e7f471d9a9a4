"""A Word file (.docx) -> one Document, whose text is what the file reads once its tracked changes are accepted.

Spans count in that text; `Manuscript` tells which run of the file each stretch of it came from. Signs that print nothing are
read over, and spans led around them.
"""

from __future__ import annotations

from factcheck.document import Document
from factcheck.layout import arrange, as_document, unseen
from factcheck.layout import paragraphs as layout_paragraphs
from factcheck.manuscripts.package import Package
from factcheck.manuscripts.words import Body, Paragraph, Styles
from factcheck.values import evolve, frozen

_NOTES, _STYLES = ("word/footnotes.xml", "word/endnotes.xml"), "word/styles.xml"
_BETWEEN = "\n\n"


@frozen
class Stretch:
    """Words of the text that one run of the main part holds; ``run`` counts the runs of that part, from 0."""

    start: int
    text: str
    run: int


@frozen
class Manuscript:
    """The text of a Word file, the lines with their kinds, which run each stretch of it came from, and which form it has."""

    text: str
    pieces: tuple[layout_paragraphs.Piece, ...]
    stretches: tuple[Stretch, ...]
    is_strict: bool = False


def read(data: bytes) -> Manuscript:
    """Read a file.

    Raises:
        RefusedError: it is no Word document, it is broken, or it is hostile.

    """
    package = Package(data)
    main = package.main_part()
    styles, body = Styles(), Body()
    if _STYLES in package.names:
        package.read(_STYLES, styles)
    package.read(main, body)
    notes = Body()
    for part in _NOTES:
        if part in package.names:
            package.read(part, notes)
    found = _joined([*body.paragraphs, *notes.paragraphs], len(body.paragraphs), styles)
    return evolve(found, is_strict=body.is_strict)


def document(data: bytes, path: str) -> Document:
    """Give a file's story.

    Raises:
        RefusedError: as `read`.

    """
    found = read(data)
    origin = unseen.left_out(found.text)
    text, pieces = (found.text, found.pieces) if origin is None else (origin.text, unseen.moved(found.pieces, origin))
    return as_document(text, arrange(text, pieces, wrapped=False), path, origin=origin)


def _joined(paragraphs: list[Paragraph], main: int, styles: Styles) -> Manuscript:
    """Join paragraphs to one text; of titles the first is the headline."""
    words: list[str] = []
    stretches: list[Stretch] = []
    pieces: list[layout_paragraphs.Piece] = []
    at, headed = 0, False
    for number, paragraph in enumerate(paragraphs):
        text = paragraph.text
        if not text.strip():
            continue
        kind = _kind(paragraph, styles, is_note=number >= main)
        kind = "crosshead" if kind == "headline" and headed else kind
        headed = headed or kind == "headline"
        if number < main:
            stretches += [Stretch(at + piece.start, piece.text, piece.run) for piece in paragraph.pieces if piece.run >= 0]
        pieces += _lines(text, at, number, kind)
        words += [text, _BETWEEN]
        at += len(text) + len(_BETWEEN)
    return Manuscript("".join(words[:-1]), tuple(pieces), tuple(stretches))


def _lines(text: str, at: int, number: int, kind: str | None) -> list[layout_paragraphs.Piece]:
    """Give a paragraph in one piece if its kind is known, else its lines: a masthead can be one paragraph of several."""
    found = list(layout_paragraphs.lines(text))
    if kind is not None and found:
        return [layout_paragraphs.Piece(at + found[0].start, at + found[-1].end, number, kind)]
    return [layout_paragraphs.Piece(at + line.start, at + line.end, number) for line in found]


def _kind(paragraph: Paragraph, styles: Styles, *, is_note: bool) -> str | None:
    """Tell what a paragraph's style or level says that it is."""
    if paragraph.is_row or is_note:
        return "body"
    style = styles.names.get(paragraph.style, paragraph.style.lower())
    if style in ("title", "heading 1", "heading1") or (paragraph.level == 0 and not style.startswith("heading")):
        return "headline"
    if style.startswith("heading") or style == "subtitle" or paragraph.level in range(1, 9):
        return "crosshead"
    return "caption" if style == "caption" else None
