"""Who says so: each cue of saying with the words of its source and of what it vouches for.

    SOURCE said (that) CONTENT      CONTENT, SOURCE said      “CONTENT,” said SOURCE      according to SOURCE, CONTENT

A quotation that goes on in the same paragraph keeps its speaker; a pronoun stands for the source before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from factcheck import lexicon
from factcheck.claims import Line, Source
from factcheck.document import Span
from factcheck.mentions import Mention

_ENDS = re.compile(r"[,;:?!—“”\"](?!\d)|\.(?=\W*\Z)")
_ADJECTIVE = re.compile(
    r"(?:\b(?:were|was|is|are|been|being|be|without|not|the|an?|its|their|his|her|newly|first|no)|\d)[ \u00a0]\Z", re.IGNORECASE
)
_TIME = re.compile(r"(?:on|in|at|late|early|last|this|after|during|to|by)[ \u00a0]", re.IGNORECASE)
_WHEN_THAT = re.compile(
    r"[ \u00a0](?:(?:on|in|late|early|last|this|at)[ \u00a0][^,;:“”\"]{1,40}?|[A-Z]\w{2,5}day)[ \u00a0]that[ \u00a0]"
)
_TRAILING = re.compile(
    r"[\s,]*\b(?:has|have|had|also|later|earlier|then|first|previously|publicly|repeatedly|itself|themselves|who)[\s,]*\Z"
)
_INVERTED = re.compile(r"(?:[,?!.]|[”\"’'])[”\"’']?\s*\Z")
_NOTHING_BEHIND = re.compile(r"\W*\Z")
_PRONOUN = re.compile(
    r"(?:he|she|they|it|the (?:agency|ministry|report|company|statement|official|spokesman|spokeswoman|spokesperson))\Z",
    re.IGNORECASE,
)
_OPENING = ("“", '"')
_ARTICLE = re.compile(r"\A(?:the|an?)\s+", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][\w’'-]+|[A-Z]{2,}")


def find(lines: Sequence[Line]) -> tuple[tuple[Source, ...], ...]:
    """Give the sources of each line, ids set in text order over all of them."""
    found: list[tuple[Source, ...]] = []
    last: Source | None = None
    spoken: Line | None = None
    count = 0
    for line in lines:
        here = []
        cued = [source for cue in line.mentions if cue.kind == "voucher" for source in _of_cue(line, cue)]
        for source in cued or _continued(line, spoken, last):
            count += 1
            last = _named(source, f"s{count}", line, last)
            here.append(last)
        spoken = line if here else spoken
        found.append(tuple(here))
    return tuple(found)


def of_figure(figure: Span, sources: Sequence[Source]) -> str | None:
    """Give the id of the nearest voucher: of the line's sources the one with the shortest content that holds the figure."""
    best, shortest = None, 0
    for source in sources:
        content = source.content
        if content is not None and content.covers(figure) and (best is None or content.end - content.start < shortest):
            best, shortest = source.id, content.end - content.start
    return best


def _of_cue(line: Line, cue: Mention) -> Iterator[Source]:
    fields = lexicon.entries("sources")[cue.entry or ""]
    if fields.get("phrase"):
        return
    text, span = line.sentence.within, line.sentence.span
    if _ADJECTIVE.search(text, max(span.start, cue.span.start - 12), cue.span.start):
        return
    if fields["place"] == "behind":
        parts = _behind(text, cue.span, span)
    elif _is_inverted(text, cue.span, span):
        parts = _inverted(text, cue.span, span)
    else:
        parts = _before(text, cue.span, span)
    source, content = parts
    if source is not None:
        yield Source("", cue.span, source, content)


def _behind(text: str, cue: Span, sentence: Span) -> tuple[Span | None, Span | None]:
    """Read "according to SOURCE, CONTENT" and "CONTENT, according to SOURCE"."""
    end = _first_end(text, cue.end, sentence.end)
    source = _trimmed(text, Span(cue.end, end, cue.in_headline))
    if _NOTHING_BEHIND.match(text[sentence.start : cue.start]):
        return source, _trimmed(text, Span(end, sentence.end, cue.in_headline))
    return source, _trimmed(text, Span(sentence.start, cue.start, cue.in_headline))


def _is_inverted(text: str, cue: Span, sentence: Span) -> bool:
    """Tell whether the source follows its verb: “...,” said the mayor."""
    before = text[sentence.start : cue.start]
    if not _INVERTED.search(before):
        return False
    end = _first_end(text, cue.end, sentence.end)
    after = text[cue.end : end].strip()
    quoted = "”" in before[-3:] or '"' in before[-3:]
    return bool(after) and not after.startswith("that ") and (quoted or (text[end : end + 1] in ".," and after[0].isupper()))


def _inverted(text: str, cue: Span, sentence: Span) -> tuple[Span | None, Span | None]:
    end = _first_end(text, cue.end, sentence.end)
    return _trimmed(text, Span(cue.end, end, cue.in_headline)), _trimmed(text, Span(sentence.start, cue.start, cue.in_headline))


def _before(text: str, cue: Span, sentence: Span) -> tuple[Span | None, Span | None]:
    """Read "SOURCE said that CONTENT", "CONTENT, SOURCE said on Monday", "CONTENT, SOURCE said, CONTENT"."""
    start = _subject_start(text, cue, sentence)
    source = _trimmed(text, Span(start, cue.start, cue.in_headline))
    before = _trimmed(text, Span(sentence.start, start, cue.in_headline))
    when = _WHEN_THAT.match(text, cue.end, sentence.end)
    after = _trimmed(text, Span(when.end() if when else cue.end, sentence.end, cue.in_headline))
    if source is None:
        return None, None
    if before is not None and (after is None or _is_time_only(text, after)):
        return source, before
    if before is not None and text[cue.end : cue.end + 1] == ",":
        return source, Span(sentence.start, sentence.end, cue.in_headline)
    return source, after


def _is_time_only(text: str, after: Span) -> bool:
    """Tell whether nothing but the time or the occasion of saying follows the verb."""
    words = text[after.start : after.end]
    if words in lexicon.forms("calendar", "names"):
        return True
    return _TIME.match(words) is not None and " that " not in words and "“" not in words


def _subject_start(text: str, cue: Span, sentence: Span) -> int:
    """Give where the words before a verb of saying begin: behind the last comma, unless an apposition ends there."""
    start, end = sentence.start, cue.start
    trailing = _TRAILING.search(text, max(start, end - 40), end)
    end = trailing.start() if trailing else end
    starts = [start, *(match.end() for match in _ENDS.finditer(text, start, end))]
    if text[starts[-1] : end].strip() or len(starts) < 3:
        return starts[-1] if text[starts[-1] : end].strip() else start
    return starts[-3]  # "Jane Roe, the mayor, said": the apposition and the name before it


def _first_end(text: str, start: int, stop: int) -> int:
    match = _ENDS.search(text, start, stop)
    return match.start() if match else stop


def _trimmed(text: str, span: Span) -> Span | None:
    """Leave out blanks, punctuation and quotation marks at both ends; None where nothing stays."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ",;:—"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;:—"):
        end -= 1
    if end > start and text[end - 1] == "." and end == span.end:
        end -= 1
    if text.startswith("that ", start):
        start += len("that ")
    return Span(start, end, span.in_headline) if any(letter.isalnum() for letter in text[start:end]) else None


def _continued(line: Line, spoken: Line | None, last: Source | None) -> Iterator[Source]:
    """Give the speaker again where a quotation of the same paragraph goes on."""
    if spoken is None or last is None or spoken.sentence.paragraph != line.sentence.paragraph:
        return
    if line.sentence.within.startswith(_OPENING, line.sentence.span.start):
        yield Source("", None, last.source, line.sentence.span)


def _named(source: Source, id_: str, line: Line, last: Source | None) -> Source:
    """Set its id, what two mentions of one source share, and whom it relays: the source before it."""
    text = line.sentence.within
    words = text[source.source.start : source.source.end] if source.source else ""
    name = " ".join(_NAME.findall(_ARTICLE.sub("", words))) or _ARTICLE.sub("", words.lower())
    if last is not None and _PRONOUN.match(words):
        name = last.name
    relayed = last.id if last is not None and any(phrase in words for phrase in _passing_on()) else None
    return Source(id_, source.cue, source.source, source.content, relayed, name)


@cache
def _passing_on() -> tuple[str, ...]:
    """Give the words by which a source's own name says that it passes on another's."""
    return tuple(word for entry in lexicon.entries("sources").values() if entry.get("phrase") for word in entry["words"])
