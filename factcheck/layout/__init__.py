"""Text -> Parts: masthead, headline, bylines, captions, crossheads, paragraphs, footer; and the masthead's day.

A text is read as lines, each gets a kind if it shows one by itself, the others are joined to paragraphs where the text is
hard-wrapped, and get theirs from where they stand. Time is linear in the text.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from factcheck.document import Document, Origin, Part, Span
from factcheck.layout import datelines, furniture, listings, mastheads
from factcheck.layout.paragraphs import Piece, final, is_bullet, joined, lines
from factcheck.values import frozen

_TOP = 24
"""Lines among which a masthead is looked for."""
_LONGEST_HEADLINE = 250
_LONGEST_CROSSHEAD = 90
_PROSE = 140
"""Code points from which a line is prose, even if no full stop ends it."""


@frozen
class Layout:
    """The parts in text order, the headline's span, and the day that the masthead gives."""

    parts: tuple[Part, ...] = ()
    headline: Span | None = None
    day: dt.date | None = None


def as_document(
    text: str,
    layout: Layout,
    path: str,
    *,
    prose: str = "",
    apart: str | None = None,
    day: dt.date | None = None,
    found: str = "metadata",
    origin: Origin | None = None,
) -> Document:
    """Give the document that a text makes, once it is laid out.

    Args:
        text: the text.
        layout: its layout.
        path: where it came from; the document is called so.
        prose: the text with its markup blanked, where it has any.
        apart: a headline that is told elsewhere; it stands apart from a text that has none.
        day: the day of publication, where something else tells it than the masthead.
        found: what tells that day.
        origin: what the text was taken out of.

    """
    within = layout.headline
    headline = " ".join((prose or text)[within.start : within.end].split()) if within else apart
    published, told = (day, found) if day is not None else (layout.day, "masthead")
    return Document(
        text,
        id=path,
        path=path,
        prose=prose,
        parts=layout.parts,
        headline=headline,
        headline_span=within or (Span(0, len(apart), in_headline=True) if apart else None),
        published=published,
        published_from=None if published is None else told,
        origin=origin,
    )


def lay_out(text: str, headline_end: int | None = None) -> Layout:
    """Lay out plain text.

    Args:
        text: as it was given, with line ends of any kind.
        headline_end: where a headline that is known already ends in the text, 0 if it stands apart from it; None: find it.

    """
    pieces = list(lines(text, headline_end or 0))
    if headline_end:
        pieces.insert(0, Piece(0, headline_end, -1, "headline"))
    return arrange(text, pieces, seek=headline_end is None)


def arrange(text: str, pieces: Sequence[Piece], *, seek: bool = True, wrapped: bool | None = None) -> Layout:
    """Lay out the lines of a text.

    Args:
        text: what the lines are taken from.
        pieces: the lines, in text order; kinds that are known already stand.
        seek: find the headline.
        wrapped: whether the lines of one block are one paragraph; None: if they look so.

    """
    if seek:
        pieces = list(listings.with_title(text, pieces, _is_prose, _TOP))
    marked = listings.without_others(text, list(_marked(text, pieces)), _is_prose)
    pieces = list(joined(text, list(marked), wrapped))
    if seek and not any(piece.kind == "headline" for piece in pieces):
        pieces = _headed(text, pieces)
    pieces = _footed(text, _without_chronicle(text, pieces))
    day = _day(text, pieces)
    if day is None and all(piece.kind == "masthead" for piece in pieces):
        pieces = [_as(None, piece) for piece in pieces]  # a lone "57.2 F" is all the story there is
    parts = tuple(Part(piece.kind or _kind(text, pieces, n), Span(piece.start, piece.end)) for n, piece in enumerate(pieces))
    return Layout(parts, next((part.span for part in parts if part.kind == "headline"), None), day)


def _marked(text: str, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Give the lines what kind they show by themselves; masthead lines only above the first sentence."""
    at_top = True
    for number, piece in enumerate(pieces):
        kind = piece.kind or furniture.kind(text, piece.start, piece.end)
        at_top = at_top and number < _TOP
        if kind is None and at_top:
            if mastheads.is_masthead(_words(text, piece)):
                kind = "masthead"
            at_top = not _is_prose(text, piece)
        yield _as(kind, piece)


def _headed(text: str, pieces: list[Piece]) -> list[Piece]:
    """Find the headline: the first line of the story, if it is shaped like one; else what looked like a place."""
    story = [n for n, piece in enumerate(pieces) if piece.kind is None]
    opening = next((n for n in story if not mastheads.is_place(_words(text, pieces[n]))), None)
    if opening is None:
        return pieces
    places = story[: story.index(opening)]
    dated = {piece.block for piece in pieces[:opening] if piece.kind == "masthead"}
    lone = [n for n in places if pieces[n].block not in dated]
    headline = opening if _is_headline(text, pieces, opening) else next(iter(lone), None)
    kinds = dict.fromkeys(places, "masthead") | ({} if headline is None else {headline: "headline"})
    return [_as(kinds.get(n, piece.kind), piece) for n, piece in enumerate(pieces)]


def _is_headline(text: str, pieces: list[Piece], n: int) -> bool:
    """Tell whether a line is shaped like a headline, and prose follows it."""
    piece, mark = pieces[n], final(text, pieces[n])
    words = _words(text, piece).split()
    if piece.end - piece.start > _LONGEST_HEADLINE or mark in (".", ",", ":", ";") or is_bullet(text, piece):
        return False
    if len(words) < 4 and not any(word[0].islower() for word in words):
        return False
    following = [later for later in pieces[n + 1 :] if later.kind is None]
    if following and following[0].block == piece.block:
        return mark == "" and not text[following[0].start].islower() and _is_prose(text, following[0])
    return any(_is_prose(text, later) for later in following)


def _without_chronicle(text: str, pieces: list[Piece]) -> list[Piece]:
    """Give dates below the headline back to the story where more of them follow: they head its entries."""
    headline = next((n for n, piece in enumerate(pieces) if piece.kind == "headline"), -1)
    bare = [n for n, piece in enumerate(pieces[:_TOP]) if n > headline and _is_bare_date(text, piece, "masthead")]
    if not bare or not any(_is_bare_date(text, piece, None) for piece in pieces[bare[-1] :]):
        return pieces
    return [_as(None if n in bare else piece.kind, piece) for n, piece in enumerate(pieces)]


def _is_bare_date(text: str, piece: Piece, kind: str | None) -> bool:
    if piece.kind != kind or piece.end - piece.start > mastheads.LONGEST:
        return False
    dated = mastheads.date_line(_words(text, piece))
    return dated is not None and dated.day is not None and dated.cue is None


def _footed(text: str, pieces: list[Piece]) -> list[Piece]:
    """Give what stands under the last footer line, in its block, to the footer; prose only behind a closing byline."""
    last = pieces[-1].block if pieces else 0
    first = next((n for n in range(len(pieces)) if pieces[n].block == last and pieces[n].kind == "footer"), None)
    if first is None:
        return pieces
    signed = first > 0 and pieces[first - 1].kind == "byline"
    if not signed and any(piece.kind is None and _is_prose(text, piece) for piece in pieces[first:]):
        return pieces
    return pieces[:first] + [_as(piece.kind or "footer", piece) for piece in pieces[first:]]


def _kind(text: str, pieces: list[Piece], n: int) -> str:
    """Tell a crosshead from a paragraph: a short line over prose, without a mark at its end, that is not the first."""
    piece = pieces[n]
    line = text[piece.start : min(piece.end, piece.start + _LONGEST_CROSSHEAD + 1)]
    if n in (0, len(pieces) - 1) or len(line) > _LONGEST_CROSSHEAD or line[0].islower() or "\n" in line:
        return "body"
    bare = line.rstrip("\"'”’»)]")[-1:]
    above_prose = pieces[n + 1].kind is None and _is_prose(text, pieces[n + 1])
    return "crosshead" if above_prose and bare not in tuple(".!?…:;,") and not is_bullet(text, piece) else "body"


def _day(text: str, pieces: list[Piece]) -> dt.date | None:
    """Give the day of publication: the masthead's, else the dateline's, else the only one that a line elsewhere says."""
    story = next((n for n, piece in enumerate(pieces) if piece.kind in (None, "crosshead")), len(pieces))
    above, below = _days(text, pieces[:story]), _days(text, pieces[story:])
    if above:
        return next(day for cue in ("published", None, "updated") for said, day in above if said == cue)
    if story < len(pieces) and (day := datelines.day(text, pieces[story].start, pieces[story].end)):
        return day
    return below[0][1] if len({day for _, day in below}) == 1 else None


def _days(text: str, pieces: Iterable[Piece]) -> list[tuple[str | None, dt.date]]:
    found = []
    for piece in pieces:
        if piece.kind in ("masthead", "byline"):
            line = _words(text, piece)
            dated = mastheads.date_line(line if piece.kind == "masthead" else furniture.byline_day(line))
            if dated is not None and dated.day is not None:
                found.append((dated.cue, dated.day))
    return found


def _is_prose(text: str, piece: Piece) -> bool:
    return piece.end - piece.start > _PROSE or final(text, piece) in (".", "!", "?", "…")


def _words(text: str, piece: Piece) -> str:
    """Give a piece's words, or as many of them as any test needs."""
    return text[piece.start : min(piece.end, piece.start + furniture.LONGEST)]


def _as(kind: str | None, piece: Piece) -> Piece:
    return piece if kind == piece.kind else Piece(piece.start, piece.end, piece.block, kind)
