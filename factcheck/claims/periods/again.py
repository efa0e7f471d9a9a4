"""A time that is told again by its unit alone, as in "Profit rose in the third quarter. It sold 40 mills in the [quarter]".

"That year" is the last one that was told, and no day or month with a year of its own stands between. "The previous day" is the
day before one that its sentence told, "the previous quarter" that before one which this or one of the two before it told.

The lines of a document go in, in text order, and come out with such times among their mentions: they tell when, and are no
claims of their own.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from factcheck.claims import Line
from factcheck.days import Days
from factcheck.document import Span
from factcheck.mentions import Mention
from factcheck.patterns import pattern
from factcheck.values import evolve

KIND = "again"
_PREVIOUS = tuple(Days(shift=-1, unit=unit, guess=True) for unit in ("day", "month", "quarter", "year"))
_NEAR = ("month", "quarter")
"""Units that the sentences before tell, too; a year may be told there for anything."""
_SENTENCES, _FIRST_RANK, _LAST_RANK, _MONTHS, _DECEMBER = 2, 1, 4, 3, 12
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
    recent: deque[list[Days]] = deque(maxlen=_SENTENCES)
    for line in lines:
        times = _times(line)
        if times and any(days.shift and days in _PREVIOUS for days in times):
            told, line = _with_previous(line, [days for earlier in recent for days in earlier])
            times = _times(line)
        else:
            told = times
        recent.append([days for days in told if days.form == "on"])
        found = [*_found(line, known)] if known and any(map(line.sentence.text.__contains__, _words(known))) else []
        yield Line(line.sentence, tuple(sorted((*line.mentions, *found), key=lambda seen: seen.span))) if found else line
        for days in times:
            if days.unit in _UNITS and days.count == 1:
                known[days.unit] = evolve(days, form="on")
            else:
                _take_year(days, known)


def _times(line: Line) -> list[Days]:
    return [mention.days for mention in line.mentions if mention.days is not None] if line.has_times else []


def _with_previous(line: Line, earlier: list[Days]) -> tuple[list[Days], Line]:
    """Give a line with "the previous day", month, quarter or year reckoned from the last time told before it, and its others."""
    found, told = list[Mention](), list[Days]()
    for mention in line.mentions:
        days = mention.days
        if days in _PREVIOUS and line.sentence.within[mention.span.start] in "pP":  # "last quarter" is that before publication
            before = _before([*earlier, *told] if days.unit in _NEAR else told, days.unit)
            mention = evolve(mention, days=before) if before else mention
        elif days is not None and days.form == "on":
            told.append(days)
        found.append(mention)
    return told, Line(line.sentence, tuple(found))


def _before(told: list[Days], unit: str) -> Days | None:
    """Give what was before the last time of a unit that was told."""
    last = next((days for days in reversed(told) if _unit(days) == unit), None)
    return _one_before(last, unit) if last is not None else None


def _unit(days: Days) -> str:
    """Tell of which unit a time is: a day, a month, a quarter or a year; nothing where it is of no such."""
    if days.unit in ("quarter", _YEAR):
        return days.unit if days.count == 1 else ""
    if days.kind != "period":
        return "day"
    plain = days == Days(year=days.year, month=days.month)
    return "" if not plain else "month" if days.month else _YEAR if days.year else ""


def _one_before(told: Days, unit: str) -> Days | None:
    """Give the day, month, quarter or year before one that was told."""
    if unit == "quarter":
        return _quarter_before(told)
    if unit == "day":
        return Days(steps=(("day", -1),), of=told, guess=True)
    if unit == _YEAR:
        return Days(year=told.year - 1, guess=True) if told.year else None
    first = told.month == 1
    year = told.year - 1 if told.year and first else told.year
    return Days(year=year, month=_DECEMBER if first else (told.month or 0) - 1, guess=True)


def _quarter_before(told: Days) -> Days | None:
    """Give the quarter before one that was told by its rank, or by the month in which it ends."""
    if told.rank == -1 and told.of is not None and told.of.month:
        month = told.of.month - _MONTHS
        return evolve(told, form="on", of=evolve(told.of, month=month)) if month > 0 else None
    if told.rank is not None and _FIRST_RANK < told.rank <= _LAST_RANK:
        return evolve(told, form="on", rank=told.rank - 1)
    year = told.of.year if told.of is not None else None
    if told.rank != _FIRST_RANK or (told.of is not None and told.of != Days(year=year)):
        return None
    return evolve(told, form="on", rank=_LAST_RANK, of=Days(year=year - 1) if year else None)


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
