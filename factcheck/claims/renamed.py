"""Numbers of names that a headline and its story write otherwise: "Eight Nations", "the Six Nations"; "G-3", "the G-7 treaty".

Numbers in names count nothing, and are kept out of the way. A name that stands in the headline with another number than in the
story, which has it with one number only, is a slip in one of them: there the numbers come back. The lines of a document go in,
and come out with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from factcheck import numerals
from factcheck.claims import Line
from factcheck.document import Span
from factcheck.mentions import Mention
from factcheck.numerals import Numeral
from factcheck.patterns import pattern
from factcheck.values import evolve, frozen

NUMBER = "number"
_HEADLINE, _NAMES = "headline", frozenset({"label", "season", NUMBER})
_N = r"(?:\d{1,4}|[A-Za-z]{3,9})"
_KINDS = {
    "for": pattern(rf"\b({_N})[- ](?i:for)[- ]({_N})(?![\w-])"),
    "G-": pattern(rf"\b(?i:group) of ({_N})\b(?!(?: [a-z]+)? and )"),
    "": pattern(rf"(?<![\w-])([A-Za-z]{{1,4}}-)({_N})(?![\w-])"),
    "/": pattern(r"(?<![\w/.-])(\d{1,4})(?:([-/])(\d{1,4}))?[-/](\d{1,4})(?![\w/-])"),
}
"""What names with numbers look like: an exchange, a group of lands, a code, numbers with strokes between them."""
_NAMED = pattern(rf"\b({_N}) ([A-Z][a-z]{{3,}}s)\b")
"""A name that opens with its number, in a story or a headline."""
_WORD = pattern(r"[A-Za-z]{3,}")
_BEHIND, _FAR = 3, 60
"""Words behind a code that tell which one it is, and in how many code points they stand."""


@frozen
class Name:
    """A name with numbers: what it is called without them, the words behind it, the numbers, where it stands and its line."""

    called: str
    behind: tuple[str, ...]
    numbers: tuple[Numeral, ...]
    span: Span
    line: Line


def told(lines: Iterable[Line]) -> Iterator[Line]:
    """Give the lines with the numbers of names that the headline and the story write otherwise."""
    known = [*lines]
    pair = renamed(known)
    for line in known:
        name = next((name for name in pair if name.line is line), None)
        yield line if name is None else Line(line.sentence, (*_with(line, name),))


def renamed(lines: Sequence[Line]) -> tuple[Name, ...]:
    """Give a name of the headline and that of the story, each with the number alone that is another; nothing if none is."""
    above = [line for line in lines if line.sentence.kind == _HEADLINE and _may_name(line)]
    below = [line for line in lines if line.sentence.kind == "body"] if above else []
    body = [name for line in below if _may_name(line) for name in _names(line)]
    for name in (name for line in above if body for name in (*_names(line), *_counted(line, body, below))):
        called = [other for other in body if other.called == name.called]
        same = [other for other in called if name.behind and name.behind[0] in other.behind]
        same = same or [other for other in called if not (name.behind or other.behind)]
        told_in = {_values(other) for other in called}
        apart = [at for at, value in enumerate(_values(name)) if same and (value,) != _values(same[0])[at : at + 1]]
        if len({_values(other) for other in same}) == len(apart) == 1 and _values(name) not in told_in:
            return tuple(evolve(one, numbers=(one.numbers[apart[0]],)) for one in (name, same[0]))
    return ()


def _values(name: Name) -> tuple[Fraction, ...]:
    return tuple(number.value for number in name.numbers)


def _may_name(line: Line) -> bool:
    return any(mention.kind in _NAMES for mention in line.mentions)


def _names(line: Line) -> Iterator[Name]:
    """Give the names of a line that were read as such."""
    text, whole = line.sentence.within, line.sentence.span
    for kind, form in _KINDS.items():
        for found in form.finditer(text, whole.start, whole.end):
            numbers = [at for at in range(1, found.re.groups + 1) if found[at] and found[at][-1] not in "-/"]
            yield from _read(line, kind or found[1].upper(), found, numbers, kind in ("", "/"))
    for found in _NAMED.finditer(text, whole.start, whole.end):
        if line.sentence.kind != _HEADLINE:
            yield from _read(line, found[2].lower(), found, [1], False)


def _counted(line: Line, body: Sequence[Name], below: Sequence[Line]) -> Iterator[Name]:
    """Give the numbers of a headline behind which a noun stands that the story has in a name only."""
    for found in _NAMED.finditer(line.sentence.within, line.sentence.span.start, line.sentence.span.end):
        noun = found[2].lower()
        if any(name.called == noun for name in body) and not any(noun in one.sentence.text for one in below):
            yield from _read(line, noun, found, [1], False, counted=True)


def _read(
    line: Line, called: str, found: re.Match[str], groups: Sequence[int], followed: bool, *, counted: bool = False
) -> Iterator[Name]:
    """Give a name where it was read as one, or ``counted`` by a headline; its number is told by itself once it came back."""
    text, whole = line.sentence.within, line.sentence.span
    span = evolve(whole, start=found.start(), end=found.end())
    numbers = [numerals.read_unsigned(text, found.start(at), found.end(at)) for at in groups]
    here = [
        m for m in line.mentions if m.kind in _NAMES and m.far is None and m.span.start < span.end and span.start < m.span.end
    ]
    seen = any(m.kind != NUMBER or m.span == span or counted for m in here)
    behind = _WORD.findall(text, span.end, min(whole.end, span.end + _FAR))[:_BEHIND] if followed else []
    whole_words = all(number and number.end == found.end(at) for number, at in zip(numbers, groups, strict=True))
    if seen and whole_words and (behind or not followed):
        words = tuple(word.lower().removesuffix("s") for word in behind)
        yield Name(called, words, tuple(number for number in numbers if number is not None), span, line)


def _with(line: Line, name: Name) -> Iterator[Mention]:
    """Give the mentions of a line with the number of a name in place of what was read there."""
    own = Mention(NUMBER, name.span, name.numbers[0])
    kept = [m for m in line.mentions if m.span.end <= name.span.start or name.span.end <= m.span.start]
    yield from sorted((*kept, own), key=lambda mention: mention.span)
