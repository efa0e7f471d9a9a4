"""Spans -> the text in stretches, each with the marks that lie on it.

Three kinds of mark: a conflict (an error), a query (a warning or a note) and a hedge; on one stretch the gravest shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from factcheck.document import Document, Span
from factcheck.report import Report
from factcheck.values import frozen
from factcheck.writers.console.harmless import harmless

KINDS = ("conflict", "query", "hedge")
"""The gravest first."""


@frozen
class Mark:
    """A span of the text to mark: its kind, its anchor in the page, what it belongs to, and what it says."""

    span: Span
    kind: str
    anchor: str
    card: str
    says: str


@frozen
class Stretch:
    """Words under the same marks: the kind that shows, the anchors that begin here, the cards it belongs to."""

    text: str
    kind: str = ""
    anchors: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    says: str = ""


@frozen
class Block:
    """A piece of the page: headline, crosshead, paragraph, ..., or what stands between them."""

    kind: str
    stretches: tuple[Stretch, ...]


def kind_of(severity: str) -> str:
    """Give the kind of mark for a finding."""
    return "conflict" if severity == "error" else "query"


def marks(report: Report, name: str) -> Iterator[Mark]:
    """Give the marks of a document; ``name`` begins their anchors."""
    for number, finding in enumerate(report.findings, 1):
        card, kind = f"{name}-f{number}", kind_of(finding.severity)
        for nth, place in enumerate(finding.places, 1):
            yield Mark(place.span, kind, f"{card}-{nth}", card, f"{kind} {number}: {place.label}")
    for number, hedge in enumerate(report.hedges, 1):
        yield Mark(hedge.span, "hedge", f"{name}-h{number}", "", f"hedge: {hedge.kind.replace('-', ' ')}")


def blocks(document: Document, found: Iterable[Mark]) -> Iterator[Block]:
    """Give the whole text, block by block, each in stretches."""
    ordered = sorted(found, key=lambda mark: (mark.span.start, mark.span.end))
    if document.headline_span is not None and document.headline_span.in_headline:
        apart = [mark for mark in ordered if mark.span.in_headline]
        yield Block("headline", tuple(_stretches(document.headline or "", 0, len(document.headline or ""), apart)))
    inside, at = [mark for mark in ordered if not mark.span.in_headline], 0
    for kind, start, end in _pieces(document):
        while at < len(inside) and inside[at].span.end <= start:
            at += 1
        last = at
        while last < len(inside) and inside[last].span.start < end:
            last += 1
        yield Block(kind, tuple(_stretches(document.prose, start, end, inside[at:last])))


def flat(document: Document, found: Iterable[Mark]) -> Iterator[Stretch]:
    """Give the whole text in one piece; a headline that stands apart from it is left out."""
    inside = sorted((mark for mark in found if not mark.span.in_headline), key=lambda mark: (mark.span.start, mark.span.end))
    return _stretches(document.text, 0, len(document.text), inside)


def _pieces(document: Document) -> Iterator[tuple[str, int, int]]:
    """Give the parts, and what words stand between them."""
    last = 0
    for part in (*document.parts, None):
        start = part.span.start if part else len(document.prose)
        if document.prose[last:start].strip():
            yield "rest", last, start
        if part is not None:
            yield part.kind, start, part.span.end
            last = part.span.end


def _stretches(text: str, start: int, end: int, found: Sequence[Mark]) -> Iterator[Stretch]:
    """Cut a text where a mark begins or ends; few marks lie on one place, so that the walk is short."""
    cuts = sorted({start, end, *(min(max(at, start), end) for mark in found for at in (mark.span.start, mark.span.end))})
    over: list[Mark] = []
    following = 0
    for first, last in pairwise(cuts):
        over = [mark for mark in over if mark.span.end > first]
        begun = following
        while following < len(found) and found[following].span.start <= first:
            over += [found[following]] if found[following].span.end > first else []
            following += 1
        yield _stretch(_shown(text[first:last]), over, [mark for mark in found[begun:following] if mark.span.start >= start])


def _stretch(text: str, over: Sequence[Mark], begun: Sequence[Mark]) -> Stretch:
    if not over:
        return Stretch(text)
    kind = min((mark.kind for mark in over), key=KINDS.index)
    cards = tuple(dict.fromkeys(mark.card for mark in over if mark.card))
    return Stretch(text, kind, tuple(mark.anchor for mark in begun), cards, "; ".join(mark.says for mark in over))


def _shown(text: str) -> str:
    """Show what could move or turn the words round by visible signs; line ends stay."""
    return "\n".join(map(harmless, text.split("\n"))) if not (text.isascii() and text.isprintable()) else text
