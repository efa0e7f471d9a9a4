"""Document -> Sentences: own splitter over the layout's parts.

Within a part every blank is read as a space, one for one: where a line was wrapped, or words were tied, nothing is said.
A full stop ends a sentence unless it stands in a number, behind an initial or behind an abbreviation of
`lexicon/abbreviations.toml`. A stretch without any end is cut at a blank, so that no window grows with the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attrs import field

from factcheck import lexicon
from factcheck.document import Document, Part, Span
from factcheck.layout import datelines
from factcheck.layout.paragraphs import behind_number
from factcheck.patterns import pattern
from factcheck.sentences import casing
from factcheck.values import frozen

LONGEST = 4000
"""Code points after which a sentence without an end is cut."""
NEAR = 200
"""Code points before a place in which the words that lead to it stand."""

_END = pattern(r"[.!?…][\"'”’)\]]*(?=[ \t\u00a0\r\n]+(?:[*•–—-] )?[\"'“‘(\[]*[A-Z0-9$€£¥À-Þ])")
_BEFORE = pattern(r"[^\s\"'“‘(\[—–]*\Z")
_NEXT = pattern(r"[\s\"'“‘]*([\w('-]+)")
_LEAD = pattern(r"(?:[ \t\u00a0\r\n*•]|[–—-](?= ))*")
"""What stands before a sentence, with the signs of a list that is run on."""
_BLANK = pattern(r"[^\S ](?:(?<![\u00a0\u2009\u202f])|(?<!\d.)|(?!\d))", re.DOTALL)
"""A blank that is no space; those that part thousands (``4 700``) are signs of a number. Its one sign first is found fast."""

_OTHER_DIGIT = pattern("[٠-٩۰-۹०-९০-৯０-９]")


@frozen
class Sentence:
    """One sentence: where it stands, and the string (``within``) in which its span counts.

    ``kind`` is the layout's (``headline``, ``caption``, ``body``, ``masthead``, ...) or ``dateline``; ``paragraph`` counts
    from 0.
    """

    span: Span
    kind: str
    paragraph: int
    within: str = field(repr=False, eq=False)

    @property
    def text(self) -> str:
        """The sentence's own words."""
        return self.within[self.span.start : self.span.end]

    def near(self, place: int) -> int:
        """Give where the words that can lead to a place of the sentence begin, so that nobody looks through all before it."""
        return max(self.span.start, place - NEAR)


def split(document: Document) -> Iterator[Sentence]:
    """Give the document's sentences in text order; a headline that stands apart from the text comes first."""
    if document.headline_span is not None and document.headline_span.in_headline:
        headline = casing.of_story(document.headline or "", document.prose)
        yield Sentence(document.headline_span, "headline", -1, spaced(headline))
    prose = _spaced_parts(document)
    for paragraph, part in enumerate(document.parts):
        yield from _of_part(prose, part, paragraph)


def spaced(text: str) -> str:
    """Give a text of one part with spaces for all its blanks and 0 to 9 for all its digits, as long as it was."""
    if not text.isascii() and _OTHER_DIGIT.search(text):
        text = text.translate(_digits())
    return _BLANK.sub(" ", text)


@cache
def _digits() -> dict[int, str]:
    """Give the digits of other scripts, with their decimal and thousands marks, as those of this one."""
    rows = ((first + value, str(value)) for first in map(ord, "٠۰०০０") for value in range(10))
    return {**dict(rows), **{ord(mark): own for mark, own in zip("٫٬％．，", ".,%.,", strict=True)}}


def _spaced_parts(document: Document) -> str:
    prose, at, pieces = document.prose, 0, list[str]()
    for part in document.parts:
        own = prose[part.span.start : part.span.end]
        own = casing.of_story(own, prose[part.span.end :]) if part.kind == "headline" else own
        pieces += prose[at : part.span.start], spaced(own)
        at = part.span.end
    return "".join([*pieces, prose[at:]])


def _of_part(text: str, part: Part, paragraph: int) -> Iterator[Sentence]:
    start = part.span.start
    dateline = datelines.end(text, start, part.span.end) if part.kind == "body" else None
    if dateline is not None:
        start = dateline
        yield Sentence(Span(part.span.start, start), "dateline", paragraph, text)
    elif part.kind == "body":
        start = behind_number(text, start, part.span.end)  # it counts the items: no figure of the story
    for end in _ends(text, part):
        lead = _LEAD.match(text, start, end)
        start = lead.end() if lead else start
        if start < end:
            yield Sentence(Span(start, end), part.kind, paragraph, text)
        start = end


def _ends(text: str, part: Part) -> Iterator[int]:
    """Give the places where sentences end; the part's own end is the last."""
    last, stop = part.span.start, part.span.end
    if part.kind != "headline":
        for match in _END.finditer(text, last, stop):
            if match[0][0] == "." and _is_abbreviation(text, match.start(), match.end(), last):
                continue
            end = match.end()
            if end - last > LONGEST:
                yield from _cuts(text, last, end)
            yield end
            last = end
    if stop - last > LONGEST:
        yield from _cuts(text, last, stop)
    yield stop


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Give the blanks at which a stretch that is too long is cut."""
    while end - start > LONGEST:
        blank = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        start = blank if blank > 0 else start + LONGEST
        yield start


def _is_abbreviation(text: str, stop: int, end: int, start: int) -> bool:
    """Tell whether the full stop at ``stop`` belongs to the word before it."""
    if end - stop > 1:  # a quotation mark or bracket closes behind it
        return False
    word = _word_before(text, max(start, stop - 20), stop)
    inside, anywhere, behind_figure, openers = _abbreviations()
    after_figure = word in inside and text[stop - len(word) - 1 : stop - len(word)].isdigit()  # "at 212p. They"
    if word in inside and not after_figure:
        return True
    if word in behind_figure or after_figure:
        following = _NEXT.match(text, end)
        return following is None or not following[1][0].isupper()
    if word in anywhere or (len(word) == 1 and word.isupper()) or _is_initials(word):
        following = _NEXT.match(text, end)
        return following is None or following[1] not in openers
    return False


def _word_before(text: str, start: int, stop: int) -> str:
    match = _BEFORE.search(text[start:stop])
    word = match[0] if match else ""
    return word.lstrip("0123456789.,$€£") or word


def _is_initials(word: str) -> bool:
    return len(word) > 2 and word[1] == "." and all(len(letter) == 1 and letter.isalpha() for letter in word.split("."))


@cache
def _abbreviations() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(lexicon.forms("abbreviations", key)) for key in ("inside", "anywhere", "behind_figure", "openers"))
