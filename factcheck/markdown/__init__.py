"""Markdown -> one Document whose ``prose`` is the text with its markup blanked, so that offsets hold in both.

Blocks are found by markdown-it (CommonMark with tables), which tells their lines; within them the marks are blanked here,
for no parser tells where in a line they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from factcheck.document import Document, Span
from factcheck.layout import arrange, as_document, unseen
from factcheck.layout.paragraphs import Piece, lines
from factcheck.markdown.markup import blanked, fold, without_marks, without_tags
from factcheck.markdown.matter import matter
from factcheck.values import evolve, frozen

if TYPE_CHECKING:
    from markdown_it.token import Token

_LINE_END = re.compile(r"\r\n|\r|\n")
_QUOTE = re.compile(r"[ \t]*>")
_BULLET = re.compile(r"[ \t]*(?:[-+*]|\d{1,9}[.)])(?=\s|\Z)")
_HASHES = re.compile(r"[ \t]*#{1,6}(?=\s|\Z)")
_KINDS = {"title": "headline", "heading": "crosshead", "inner": "body", "row": "body", "html": "body", "paragraph": None}
_DEEPEST = 100
"""Levels of quotes and lists; where some lie deeper, the parser passes over all that is left of the text."""


class NestedError(Exception):
    """Quotes or lists lie in each other more deeply than can be read."""


@frozen
class Block:
    """What holds words: its lines, without the marks of the quotes and lists around it.

    ``kind`` is ``title`` (a heading of the first level), ``heading``, ``paragraph``, ``inner`` (one in a quote or a
    list), ``row`` (of a table) or ``html``.
    """

    lines: tuple[tuple[int, int], ...]
    kind: str


def document(text: str, path: str) -> Document:
    """Give the text with its markup blanked, laid out by its blocks; signs that print nothing are left out.

    Raises:
        NestedError: its quotes and lists are nested too deeply.

    """
    origin = unseen.left_out(text)
    text = text if origin is None else origin.text
    front = matter(text)
    environment: dict[str, Any] = {}
    tokens = _tokens(blanked(text[: front.end]) + text[front.end :], environment)
    blocks = list(_blocks(text, tokens))
    references = {fold(label) for label in environment.get("references", {})}
    prose = _prose(text, blocks, references)
    layout = arrange(prose, _pieces(prose, blocks), seek=front.title is None, wrapped=True)
    found = as_document(text, layout, path, prose=prose, apart=front.title, day=front.day, origin=origin)
    return evolve(found, code=tuple(_code(text, tokens)))


def _tokens(text: str, environment: dict[str, Any]) -> list[Token]:
    """Find the blocks; the marks within them are left alone.

    Raises:
        NestedError: they are nested too deeply.

    """
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").disable("inline").parse(text, environment)
    if any(token.level >= _DEEPEST - 1 and token.type in ("blockquote_open", "list_item_open") for token in tokens):
        raise NestedError
    return tokens


def _code(text: str, tokens: list[Token]) -> Iterator[Span]:
    """Give the blocks of code, whole lines each."""
    starts = [0, *(found.end() for found in _LINE_END.finditer(text)), len(text)]
    for token in tokens:
        if token.type in ("fence", "code_block") and token.map:
            yield Span(starts[token.map[0]], starts[min(token.map[1], len(starts) - 1)])


def _blocks(text: str, tokens: list[Token]) -> Iterator[Block]:
    """Give the blocks that hold words, in text order; code, rules and the addresses of links are none."""
    ends = [*(found.span() for found in _LINE_END.finditer(text)), (len(text), len(text))]
    starts = [0, *(end for _, end in ends)]
    parent, last = tokens[0] if tokens else None, -1
    for token in tokens:
        first, stop = token.map or (0, 0)
        if token.type == "blockquote_open":
            for line in range(first, stop):
                starts[line] = _behind(_QUOTE, text, starts[line], ends[line][0])
        elif token.type == "list_item_open":
            starts[first] = _behind(_BULLET, text, starts[first], ends[first][0])
        elif token.type in ("inline", "html_block") and parent and first > last:
            spans = tuple((starts[line], ends[line][0]) for line in range(first, min(stop, len(ends))))
            yield _heading(text, spans, parent) if parent.type == "heading_open" else Block(spans, _kind(token, parent))
            last = stop - 1
        parent = token


def _kind(token: Token, parent: Token) -> str:
    if token.type == "html_block":
        return "html"
    if parent.type == "paragraph_open":
        return "paragraph" if parent.level == 0 else "inner"
    return "row"


def _heading(text: str, spans: tuple[tuple[int, int], ...], opening: Token) -> Block:
    """Take the hashes off a heading, before its words and behind them."""
    (start, end), *rest = spans
    if opening.markup.startswith("#"):
        start = _behind(_HASHES, text, start, end)
        words = text[start:end].rstrip()
        bare = words.rstrip("#")
        end = start + len(bare if bare[-1:].isspace() or not bare else words)
    return Block(((start, end), *rest), "title" if opening.tag == "h1" else "heading")


def _behind(mark: re.Pattern[str], text: str, start: int, end: int) -> int:
    found = mark.match(text, start, end)
    return found.end() if found else start


def _prose(text: str, blocks: list[Block], references: set[str]) -> str:
    pieces, at = [], 0
    for block in blocks:
        words, begin = [], block.lines[0][0]
        pieces.append(blanked(text[at:begin]))
        at = begin
        for start, end in block.lines:
            words += [blanked(text[at:start]), text[start:end]]
            at = end
        whole = "".join(words)
        is_html, is_row = block.kind == "html", block.kind == "row"
        pieces.append(without_tags(whole) if is_html else without_marks(whole, references, table=is_row))
    return "".join([*pieces, blanked(text[at:])])


def _pieces(prose: str, blocks: list[Block]) -> list[Piece]:
    """Give the lines of paragraphs, which can be bylines and dates, and each other block in one piece."""
    pieces: list[Piece] = []
    number = 0
    for line in lines(prose):
        while blocks[number].lines[-1][1] <= line.start:
            number += 1
        kind = _KINDS[blocks[number].kind]
        if kind == "headline" and any(piece.kind == kind and piece.block != number for piece in pieces):
            kind = "crosshead"
        start = pieces.pop().start if kind and pieces and pieces[-1].block == number else line.start
        pieces.append(Piece(start, line.end, number, kind))
    return pieces
