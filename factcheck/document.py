"""What every reader makes: a text with its headline, its date and its home.

A span counts code points of the text as it was given; no stage moves one.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right

from attrs import field

from factcheck.values import frozen


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
class Run:
    """A stretch of words taken out of a source: where it begins in the text, and its ends in the source.

    Where the two are of one length they are the same code points but for blanks; else one stands for the other (``&pound;``).
    """

    start: int
    first: int
    last: int


@frozen
class Origin:
    """The source that a text was taken out of, and where its words stand there: runs in the order of both.

    ``is_written`` tells that the source is a text itself, as it was written: its quotes are its own.
    """

    source: str = field(repr=False)
    text: str = field(repr=False)
    runs: tuple[Run, ...] = field(repr=False)
    is_written: bool = False
    _starts: tuple[int, ...] = field(init=False, eq=False, repr=False)
    _firsts: tuple[int, ...] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(run.start for run in self.runs))
        object.__setattr__(self, "_firsts", tuple(run.first for run in self.runs))

    def back(self, span: Span) -> Span:
        """Lead a span of the text back into the source."""
        if span.in_headline or not self.runs:
            return span
        first, last = (max(0, bisect_right(self._starts, at) - 1) for at in (span.start, max(span.start, span.end - 1)))
        start, end = self.runs[first].first, self.runs[last].last
        if self._is_same(first):
            start += span.start - self._starts[first]
        if self._is_same(last):
            end = self.runs[last].first + span.end - self._starts[last]
        return Span(start, max(start, end))

    def forth(self, span: Span) -> Span:
        """Lead a span that `back` gave to the text again."""
        if span.in_headline or not self.runs:
            return span
        first = max(0, bisect_right(self._firsts, span.start) - 1)
        last = max(0, bisect_left(self._firsts, span.end) - 1)
        start, end = self._starts[first], self._end(last)
        if self._is_same(first):
            start += span.start - self._firsts[first]
        if self._is_same(last):
            end = self._starts[last] + span.end - self._firsts[last]
        return Span(start, max(start, end))

    def prose(self, words: str) -> str:
        """Give the source with all blanked but the words that stand in it as they are read (the text's ``prose``)."""
        pieces, at = [], 0
        for n, run in enumerate(self.runs):
            if self._is_same(n):
                pieces += [" " * (run.first - at), words[run.start : self._end(n)]]
                at = run.last
        return "".join([*pieces, " " * (len(self.source) - at)])

    def _end(self, n: int) -> int:
        return self._starts[n + 1] if n + 1 < len(self.runs) else len(self.text)

    def _is_same(self, n: int) -> bool:
        return self._end(n) - self._starts[n] == self.runs[n].last - self.runs[n].first


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
    ``$`` or ``pound`` means first and whose order of day and month ``5/12/2016`` has, where it is known. ``line`` is the
    line of the file that holds it, where that is one of several rows: the text's own lines are then none of the file's.
    ``rate_day`` is the day at whose rates the story is said to convert, where that is not publication's. ``origin`` is
    there where the text was taken out of a source in which its spans can be found again, ``record`` where it is one of a
    table's. ``code`` is what is shown as it was written: a comment in it is none.
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
    rate_day: dt.date | None = None
    origin: Origin | None = field(default=None, repr=False)
    record: Record | None = field(default=None, repr=False)
    code: tuple[Span, ...] = field(default=(), repr=False)

    def __attrs_post_init__(self) -> None:
        if not self.prose:
            object.__setattr__(self, "prose", self.text)

    def source(self, span: Span) -> str:
        """Give the string in which the span counts."""
        return (self.headline or "") if span.in_headline else self.text

    def quote(self, span: Span) -> str:
        """Give the words of a span, as they were written; of a span in a page's source, as they are read."""
        origin = self.origin
        if origin is not None and self.text is origin.source and not (origin.is_written or span.in_headline):
            read = origin.forth(span)
            return origin.text[read.start : read.end]
        return self.source(span)[span.start : span.end]
