"""Lines of a page -> the same, with lists of other stories given to the footer and a draft's fields to the masthead."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from factcheck.layout import furniture
from factcheck.layout.mastheads import words
from factcheck.layout.paragraphs import Piece, is_bullet

Test = Callable[[str, Piece], bool]


def without_others(text: str, pieces: Sequence[Piece], is_prose: Test) -> Iterator[Piece]:
    """Give the lines below a heading such as ``Most read`` to the footer: items, and other lines of its block until prose.

    Above the story's first prose only items go: the next line may be the headline.
    """
    heading: Piece | None = None
    at_top = True
    for piece in pieces:
        if piece.kind == "footer" and furniture.heads_list(text[piece.start : min(piece.end, piece.start + furniture.LONGEST)]):
            heading = piece
        elif (
            heading is not None and piece.kind is None and not is_prose(text, piece) and _is_listed(text, heading, piece, at_top)
        ):
            heading = piece = Piece(piece.start, piece.end, piece.block, "footer")
        else:
            heading = None
        at_top = at_top and not (piece.kind is None and is_prose(text, piece))
        yield piece


def _is_listed(text: str, last: Piece, piece: Piece, at_top: bool) -> bool:
    return is_bullet(text, piece) or (not at_top and piece.block == last.block)


def with_title(text: str, pieces: Sequence[Piece], is_prose: Test, top: int) -> Iterator[Piece]:
    """Part a draft's field ``Title:`` from the headline behind it, among the ``top`` first lines and above all prose."""
    sought = all(piece.kind != "headline" for piece in pieces)
    for number, piece in enumerate(pieces):
        sought = sought and number < top and not is_prose(text, piece)
        label = _label(text, piece) if sought and piece.kind is None else 0
        if not label:
            yield piece
            continue
        sought = False
        yield Piece(piece.start, piece.start + label, piece.block, "masthead")
        yield Piece(_behind(text, piece.start + label), piece.end, piece.block, "headline")


def _label(text: str, piece: Piece) -> int:
    """Give the length of the field's name; 0 where nothing stands behind it."""
    opening = text[piece.start : min(piece.end, piece.start + 20)].casefold()
    name = next((name for name in words("fields", "headline") if opening.startswith(name)), "")
    return len(name) if text[piece.start + len(name) : piece.end].strip() else 0


def _behind(text: str, at: int) -> int:
    while text[at].isspace():
        at += 1
    return at
