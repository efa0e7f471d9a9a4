"""A time that is told again by its unit alone, as in "Profit rose in the third quarter. It sold 40 mills in the [quarter]".

The lines of a document go in, in text order, and come out with such times among their mentions: they tell when, and are no
claims of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.claims import Line
from factcheck.days import Days
from factcheck.document import Span
from factcheck.mentions import Mention
from factcheck.patterns import pattern
from factcheck.values import evolve

KIND = "again"
_UNITS = ("quarter", "half")
_TOLD = pattern(
    r"\b(?:[Ii]n|[Ff]or|[Dd]uring|[Oo]ver) the (quarter|half)\b(?! (?:of|to|ended|ending|before|after|earlier|that|[a-z]+er)\b)"
)


def told(lines: Iterable[Line]) -> Iterator[Line]:
    """Give the lines, each with the times that it tells again."""
    known: dict[str, Days] = {}
    for line in lines:
        found = [*_found(line, known)] if known and any(f" the {unit}" in line.sentence.text for unit in known) else []
        yield Line(line.sentence, tuple(sorted((*line.mentions, *found), key=lambda seen: seen.span))) if found else line
        for mention in line.mentions:
            if mention.days is not None and mention.days.unit in _UNITS and mention.days.count == 1:
                known[mention.days.unit] = evolve(mention.days, form="on")


def _found(line: Line, known: dict[str, Days]) -> Iterator[Mention]:
    sentence = line.sentence.span
    for match in _TOLD.finditer(line.sentence.within, sentence.start, sentence.end):
        if match[1] in known:
            yield Mention(KIND, Span(*match.span(1), sentence.in_headline), days=known[match[1]])
