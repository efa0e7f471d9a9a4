"""Numbers that are a model's name, told again without its maker: "a Tern 650 sank. The [650] was built in May".

The lines of a document go in, in text order, and come out without the numbers that only name what was named before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.claims import Line
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_LABEL = "label"
_DIGITS = pattern(r"\d{3,4}")
_DEFINITE = pattern(r"\b(?:<<Determiner>>|[Nn]ew|[Ff]irst|[Ll]atest|things) \Z")
_COUNTS = pattern(r" (?:[a-z]+ )?(?:[a-z]+(?<![sui])s|<<people>>)\b")
"""Behind a number that counts after all: "flight 370 had [239] people aboard", "of the [370] people"."""
_LED = 12


def told(lines: Iterable[Line]) -> Iterator[Line]:
    """Give the lines without numbers that name a model that has been named before them."""
    known: set[str] = set()
    for line in lines:
        counted = [mention for mention in line.mentions if not _names(line, mention, known)] if known else line.mentions
        yield line if len(counted) == len(line.mentions) else Line(line.sentence, tuple(counted))
        known.update(_digits(line, mention) for mention in line.mentions if mention.kind == _LABEL)


def _names(line: Line, mention: Mention, known: set[str]) -> bool:
    """Tell whether a plain number is one of the models that are known."""
    text, start = line.sentence.within, mention.span.start
    if mention.kind != "number" or text[start : mention.span.end] not in known or _COUNTS.match(text, mention.span.end):
        return False
    return _DEFINITE.search(text, max(line.sentence.span.start, start - _LED), start) is not None


def _digits(line: Line, mention: Mention) -> str:
    """Give the number in a name; an empty one where it has no such number."""
    found = _DIGITS.search(line.sentence.within, mention.span.start, mention.span.end)
    return found[0] if found else ""
