"""What stands in quotation marks, sentence by sentence; a quotation runs on over sentences, not over paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import Line
from factcheck.document import Span
from factcheck.patterns import pattern
from factcheck.values import frozen

_MARK = pattern(r"[“”\"'](?:(?<!')|')")  # the one sign first is found fast
_OPENS = " \n([—–-‘'“["


@frozen
class Quoted:
    """The quoted stretches of a sentence, marks included; ``runs_in`` tells that the first began in a sentence before."""

    spans: tuple[Span, ...] = ()
    runs_in: bool = False

    def holds(self, place: int) -> bool:
        """Tell whether a place stands in quotation marks."""
        return bool(self.spans) and any(span.start <= place < span.end for span in self.spans)

    def begins(self, sentence: Span) -> bool:
        """Tell whether the sentence begins within quotation marks, or with one."""
        return bool(self.spans) and self.spans[0].start == sentence.start


NOTHING = Quoted()


def of(lines: Sequence[Line]) -> Iterator[Quoted]:
    """Give what is quoted in each line."""
    is_open, paragraph, within, ahead = False, None, "", 0
    for line in lines:
        span, text = line.sentence.span, line.sentence.within
        if line.sentence.paragraph != paragraph:
            is_open, paragraph = False, line.sentence.paragraph
        if text is not within or ahead < span.start:  # most sentences have none: look for the next mark once
            within, ahead = text, _next_mark(text, span.start)
        if not is_open and ahead >= span.end:
            yield NOTHING
            continue
        spans, runs_on = _spans(text, span, runs_in=is_open)
        yield Quoted(spans, is_open)
        is_open = runs_on


def _next_mark(text: str, start: int) -> int:
    match = _MARK.search(text, start)
    return match.start() if match else len(text)


def _spans(text: str, sentence: Span, *, runs_in: bool) -> tuple[tuple[Span, ...], bool]:
    """Give the quoted stretches of a sentence, and whether the last runs on."""
    is_open, start, spans = runs_in, sentence.start, []
    for mark in _MARK.finditer(text, sentence.start, sentence.end):
        opens = mark[0] == "“" or (mark[0] != "”" and _opens(text, mark.start(), mark.end(), sentence))
        if opens and not is_open:
            is_open, start = True, mark.start()
        elif is_open and not opens:
            is_open = False
            spans.append(Span(start, mark.end(), sentence.in_headline))
    if is_open:
        spans.append(Span(start, sentence.end, sentence.in_headline))
    return tuple(spans), is_open


def _opens(text: str, start: int, end: int, sentence: Span) -> bool:
    """Tell whether a straight mark opens a quotation: it stands behind a blank and directly before a word."""
    return (start == sentence.start or text[start - 1] in _OPENS) and not text[end : end + 1].isspace()
