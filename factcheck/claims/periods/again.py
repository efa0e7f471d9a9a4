"""A time that is told again by its unit alone, as in "Profit rose in the third quarter. It sold 40 mills in the [quarter]".

"That year" is the last one that was told, and no day or month with a year of its own stands between. "The previous day" behind
a date in its sentence is the day before that.

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
_PREVIOUS = tuple(Days(shift=-1, unit=unit, guess=True) for unit in ("day", "month", "year"))
_UNITS = ("quarter", "half")
_YEAR = "year"
_TOLD = pattern(
    r"\b(?:[Ii]n|[Ff]or|[Dd]uring|[Oo]ver) the (?P<again>(?P<unit>quarter|half))\b"
    r"(?! (?:of|to|ended|ending|before|after|earlier|that|[a-z]+er)\b)"
)
_THAT_YEAR = pattern(r"\b(?:(?:[Ii]n|[Dd]uring) )?(?P<again>(?:[Tt]hat(?: same)?|the same) (?P<unit>year))\b(?![’'-])")


def told(lines: Iterable[Line]) -> Iterator[Line]:
    """Give the lines, each with the times that it tells again."""
    known: dict[str, Days] = {}
    for line in lines:
        times = _times(line)
        if times and any(days.shift and days in _PREVIOUS for days in times):
            line = _with_previous(line)
            times = _times(line)
        found = [*_found(line, known)] if known and any(map(line.sentence.text.__contains__, _words(known))) else []
        yield Line(line.sentence, tuple(sorted((*line.mentions, *found), key=lambda seen: seen.span))) if found else line
        for days in times:
            if days.unit in _UNITS and days.count == 1:
                known[days.unit] = evolve(days, form="on")
            else:
                _take_year(days, known)


def _times(line: Line) -> list[Days]:
    return [mention.days for mention in line.mentions if mention.days is not None] if line.has_times else []


def _with_previous(line: Line) -> Line:
    """Give a line with "the previous day", month or year reckoned from the time that its sentence told before it."""
    found: list[Mention] = []
    told: Days | None = None
    for mention in line.mentions:
        before = _day_before(told, mention.days.unit) if told and mention.days in _PREVIOUS and mention.days else None
        found.append(evolve(mention, days=before) if before else mention)
        told = mention.days or told
    return Line(line.sentence, tuple(found))


def _day_before(told: Days, unit: str) -> Days | None:
    """Give the day, month or year before one that was told; None where it was no such."""
    if unit == "day" and told.kind != "period":
        return Days(steps=(("day", -1),), of=told, guess=True)
    if unit == "year" and told == Days(year=told.year) and told.year:
        return Days(year=told.year - 1, guess=True)
    if unit == "month" and told == Days(year=told.year, month=told.month) and told.month and told.month > 1:
        return Days(year=told.year, month=told.month - 1, guess=True)
    return None


def _take_year(days: Days, known: dict[str, Days]) -> None:
    """Take note of a year that is told, or that another time was: which of the two "that year" is nothing tells."""
    if days.year is None and days.unit != _YEAR:
        return
    if days == Days(year=days.year, form=days.form):
        known[_YEAR] = evolve(days, form="on")
    else:
        known.pop(_YEAR, None)


def _words(known: dict[str, Days]) -> Iterator[str]:
    """Give the words one of which stands where a time is told again."""
    for unit in known:
        yield from ("hat year", " same year") if unit == _YEAR else (f" the {unit}",)


def _found(line: Line, known: dict[str, Days]) -> Iterator[Mention]:
    sentence = line.sentence.span
    for match in (m for told in (_TOLD, _THAT_YEAR) for m in told.finditer(line.sentence.within, sentence.start, sentence.end)):
        unit = match["unit"]
        if unit in known:
            yield Mention(KIND, Span(*match.span("again"), sentence.in_headline), days=known[unit])
