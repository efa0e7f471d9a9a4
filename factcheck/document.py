"""What every reader makes: a text with its headline, its date and its home.

A span counts code points of the text as it was given; no stage moves one.
"""

from __future__ import annotations

import datetime as dt

from attrs import field, frozen


@frozen(order=True)
class Span:
    """A stretch of the text, ``start`` included and ``end`` not, in code points.

    ``in_headline`` is set where the headline stands apart from the text (a row with a ``headline`` field): the
    span then counts in the headline.
    """

    start: int
    end: int
    in_headline: bool = False

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a code point."""
        return self.in_headline == other.in_headline and self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Tell whether the other lies within this one."""
        return self.in_headline == other.in_headline and self.start <= other.start and other.end <= self.end


@frozen
class Part:
    """A piece of the layout: ``masthead``, ``headline``, ``byline``, ``caption``, ``body`` or ``footer``.

    Parts stand in text order and do not overlap. Each body part is one paragraph.
    """

    kind: str
    span: Span


@frozen
class Cell:
    """A cell of a table: its record, counted from 1, the line on which that begins, its column's name, and where it stands.

    ``prose`` tells a cell in which places count by themselves.
    """

    row: int
    line: int
    column: str
    span: Span
    prose: bool = False


@frozen
class Record:
    """The cells of which the text of a document is put together, in text order."""

    cells: tuple[Cell, ...]


@frozen
class Document:
    """A text as a reader found it.

    ``prose`` is as long as ``text`` and is what the stages read: markup (Markdown's ``**``, a link's address) is
    blanked in it, so that offsets hold in both. ``published_from`` tells where the publication date was found:
    ``option``, ``row``, ``metadata`` or ``masthead``. ``home`` is the country (ISO 3166, ``US``) whose currency a bare
    ``$`` or ``pound`` means first, where it is known. ``line`` is the line of the file that holds it, where that is one of
    several rows: the text's own lines are then none of the file's. ``record`` is set where the text is one of a table's.
    """

    text: str = field(repr=False)
    id: str = ""
    path: str = "-"
    prose: str = field(default="", repr=False)
    parts: tuple[Part, ...] = field(default=(), repr=False)
    headline: str | None = None
    headline_span: Span | None = None
    published: dt.date | None = None
    published_from: str | None = None
    home: str | None = None
    line: int | None = None
    record: Record | None = field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        if not self.prose:
            object.__setattr__(self, "prose", self.text)

    def source(self, span: Span) -> str:
        """Give the string in which the span counts."""
        return (self.headline or "") if span.in_headline else self.text

    def quote(self, span: Span) -> str:
        """Give the words of a span, as they were written."""
        return self.source(span)[span.start : span.end]
