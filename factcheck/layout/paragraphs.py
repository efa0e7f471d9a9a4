"""Text -> lines, and lines -> paragraphs where the text is hard-wrapped. All in linear time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from factcheck import lexicon
from factcheck.patterns import pattern
from factcheck.values import frozen

_LED = pattern(r"[\s(\"“]")
"""What stands before a word."""
_LINE = pattern(r"[^\n\r\v\f\x85\u2028\u2029]+")
_LETTER = pattern(r"[^\W_]")
_BULLET = pattern(r"[-–—*•·▪◦]\s|\(?\d{1,3}[.)]\s")
_NUMBER = pattern(r"\(?\d{1,3}[.)]\s+")
_CLOSERS = " \t\u00a0\"'”’»)]*_"
_CHUNK = 4096
_USUAL = range(25, 161)
"""How long the lines of hard-wrapped text are, on average."""
_LONGEST = 240
"""Some wrapped lines are longer: two paragraphs that were run together at a blank."""


@frozen
class Piece:
    """A line or a paragraph without its outer blanks; pieces of one ``block`` have no empty line between them.

    ``kind`` is a `factcheck.document.Part`'s, None while it is not known.
    """

    start: int
    end: int
    block: int = 0
    kind: str | None = None


def lines(text: str, start: int = 0) -> Iterator[Piece]:
    """Give the lines from ``start`` on that hold a letter or a figure."""
    block, last = 0, start
    for match in _LINE.finditer(text, start):
        end = _without_blanks(text, match.start(), match.end())
        letter = _LETTER.search(text, match.start(), end)
        if letter is None:
            block += end > match.start()  # a rule of dashes parts what it stands between
            continue
        block += _is_gap(text[last : match.start()])
        begin = match.start()
        while begin < letter.start() and text[begin].isspace():
            begin += 1
        yield Piece(begin, end, block)
        last = match.end()


def joined(text: str, pieces: Sequence[Piece], wrapped: bool | None = None) -> Iterator[Piece]:
    """Join lines to paragraphs within their blocks, if the text is hard-wrapped (None: if it looks so).

    Lines whose kind is known stay as they are.
    """
    width = _width(text, pieces) if wrapped is None else 0
    current = last = None
    for piece in pieces:
        if width is not None and current and last and _continues(text, current, last, piece, width):
            current = Piece(current.start, piece.end, piece.block)
        else:
            if current:
                yield current
            current = piece
        last = piece
    if current:
        yield current


def final(text: str, piece: Piece) -> str:
    """Give the last mark of a piece, behind which only quotation marks and brackets close; "" behind ``U.S.`` or a word."""
    tail = text[max(piece.start, piece.end - 40) : piece.end].rstrip(_CLOSERS)
    mark = tail[-1:]
    if tail.endswith(".."):
        return "…"
    if mark == "." and _LED.split(tail[:-1])[-1] in _abbreviations():
        return ""
    return mark if mark and mark in ".!?…:;," else ""


def is_bullet(text: str, piece: Piece) -> bool:
    """Tell whether a piece is an item of a list."""
    return _BULLET.match(text, piece.start, piece.end) is not None


def behind_number(text: str, start: int, end: int) -> int:
    """Give where an item of a list begins behind its number (``1.``, ``(2)``): its ``start`` if it has none."""
    number = _NUMBER.match(text, start, end)
    return number.end() if number else start


def _without_blanks(text: str, start: int, end: int) -> int:
    """Give the end of a line without the blanks behind it, however many; never a copy of the line."""
    while start < end:
        chunk = text[max(start, end - _CHUNK) : end]
        kept = chunk.rstrip()
        if kept:
            return end - len(chunk) + len(kept)
        end -= len(chunk)
    return end


def _is_gap(between: str) -> bool:
    """Tell whether what parts two lines is more than one line end."""
    return len(between) > 1 and (max(map(between.count, "\n\r\u2028")) > 1 or any(mark in between for mark in "\f\u2029"))


def _width(text: str, pieces: Iterable[Piece]) -> int | None:
    """Give the usual length of a line that ends in mid-sentence, or None where the text is not hard-wrapped."""
    breaks = [(a, b) for a, b in pairwise(pieces) if a.block == b.block and a.kind is None and b.kind is None]
    within = [(a, b) for a, b in breaks if final(text, a) in ("", ",")]
    carried = sum(text[b.start].islower() for _, b in within)
    if not carried or len(within) * 5 < len(breaks) * 2 or carried * 3 < len(within):
        return None
    lengths = [a.end - a.start for a, _ in within]
    width = sum(lengths) // len(lengths)
    return width if width in _USUAL and max(lengths) <= _LONGEST else None


def _continues(text: str, current: Piece, last: Piece, piece: Piece, width: int) -> bool:
    """Tell whether a line goes on with the paragraph before it; a much shorter line before it has ended that one."""
    if current.kind is not None or piece.kind is not None or current.block != piece.block:
        return False
    if text[piece.start].islower():
        return True
    return (last.end - last.start) * 5 >= width * 3 and not _is_item(text, piece, last)


def _is_item(text: str, piece: Piece, last: Piece) -> bool:
    """Tell whether a line of hard-wrapped text is an item of a list; a number (``11.``) may end a sentence of the line before."""
    return is_bullet(text, piece) and not (text[piece.start].isdigit() and final(text, last) in ("", ","))


@cache
def _abbreviations() -> frozenset[str]:
    """Abbreviations that a line ends in where its sentence goes on, or that a headline does, with the full stop left out."""
    entries = lexicon.entries("abbreviations")
    words = [word for name in ("initialisms", "firms", "states") for word in entries[name]["anywhere"]]
    words += [word for name in ("titles", "months", "weekdays") for word in entries[name]["inside"]]
    return frozenset(word for word in words if word[0].isupper())
