"""HTML -> one Document: the story's words, each with its place in the source.

The story is what the page itself marks as one (``articleBody``, ``article``, ``main``), else all that is shown.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence

from factcheck.disk.decoding import Undecodable, decode
from factcheck.document import Document, Origin, Run
from factcheck.layout import arrange, as_document, unseen
from factcheck.layout.paragraphs import Piece
from factcheck.webpages.blocks import Block, Page
from factcheck.webpages.published import day, title

_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w-]{1,40})", re.IGNORECASE)
_GLANCE = 4096
"""Bytes among which a page names its encoding; the standard asks for the first 1,024."""
_SHARE = 3
"""A container holds the story if it holds at least one in so many of the page's letters."""
_BETWEEN = "\n\n"


def text(data: bytes, encoding: str | None) -> str | Undecodable:
    """Decode a page; what it says of its encoding counts where it is not UTF-8."""
    found = decode(data, encoding)
    declared = _DECLARED.search(data, 0, _GLANCE) if encoding is None and isinstance(found, Undecodable) else None
    return found if declared is None else decode(data, _codec(declared[1].decode()))


def document(source: str, path: str) -> Document:
    """Give a page's story. Its spans count in the words alone; `factcheck.report.origins` leads them back into the source."""
    page = Page.of(source)
    blocks = _story(page)
    words, origin, pieces = _joined(source, blocks)
    layout = arrange(words, pieces, wrapped=False)
    return as_document(words, layout, path, apart=title(page), day=day(page), origin=origin)


def _codec(name: str) -> str:
    """Give the codec that a page's name for its encoding means: Latin-1 is Windows-1252 (Encoding Standard, 4.2)."""
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return name
    return "cp1252" if found in ("iso8859-1", "ascii") else found


def _story(page: Page) -> list[Block]:
    """Choose the blocks of the story, and the headline, which may stand above them."""
    chosen = _container(page)
    inside = [block for block in page.blocks if chosen is None or chosen in block.within]
    inside = [block for block in inside if block.kind == "headline" or not _in_header(page, block)]
    if not inside or any(block.kind == "headline" for block in inside):
        return inside
    first = next(n for n, block in enumerate(page.blocks) if block is inside[0])
    return [*[block for block in page.blocks[:first] if block.kind == "headline"][-1:], *inside]


def _container(page: Page) -> int | None:
    """Choose the container: the most exact kind, of equals the one with most words."""
    sizes = [0] * len(page.containers)
    for block in page.blocks:
        for number in block.within:
            sizes[number] += block.size
    least = sum(block.size for block in page.blocks) / _SHARE
    for kind in ("articleBody", "article", "main"):
        numbers = [n for n, each in enumerate(page.containers) if each == kind and sizes[n] and sizes[n] >= least]
        if numbers:
            return max(numbers, key=lambda n: sizes[n])
    return None


def _in_header(page: Page, block: Block) -> bool:
    """Tell whether a block stands in the page's own header, not in one of the story's."""
    return bool(block.within) and page.containers[block.within[0]] == "header"


def _joined(source: str, blocks: Sequence[Block]) -> tuple[str, Origin, list[Piece]]:
    """Join blocks to one text; blocks after the first headline that claim to be another are crossheads."""
    words: list[str] = []
    runs: list[Run] = []
    pieces: list[Piece] = []
    at, headed = 0, False
    for number, block in enumerate(block for block in blocks if next(_seen(block), None)):
        if number:
            words.append(_BETWEEN)
            runs.append(Run(at, runs[-1].last, runs[-1].last))
            at += len(_BETWEEN)
        start = at
        for text, first, last in _seen(block):
            words.append(text)
            runs.append(Run(at, first, last))
            at += len(text)
        kind = "crosshead" if block.kind == "headline" and headed else block.kind
        headed = headed or kind == "headline"
        pieces.append(Piece(start, at, number, kind))
    text_ = "".join(words)
    return text_, Origin(source, text_, tuple(runs)), pieces


def _seen(block: Block) -> Iterator[tuple[str, int, int]]:
    """Give a block's words with their ends in the source, without what prints nothing."""
    for segment in block.segments:
        if not unseen.has_some(segment.text):
            yield segment.text, segment.start, segment.end
        elif len(segment.text) == segment.end - segment.start:
            for start, words in unseen.stretches(segment.text):
                yield words, segment.start + start, segment.start + start + len(words)
