"""When: the days that a date or a period names, and the time that a figure is for.

A date without a year is read in the year of publication and its two neighbours, kept by tense: what was said has been, what
is due is to come. Without a publication date only what is written in full has days.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from itertools import islice, takewhile

from attrs import frozen

from factcheck import lexicon
from factcheck.claims import Line
from factcheck.mentions import Days, Mention

_WORD = re.compile(r"[A-Za-z]+")
_TOLD = re.compile(r"[,;:“”\"]|\b(?:that|and|had|has|have|was|were|is|are)\b")
_SAYING = 45
"""Code points between a verb of saying and its time; what stands further off is told."""
_MODALS = frozenset({"will", "would", "can", "could", "should", "may", "might", "must", "shall", "to", "be", "for"})
_ON = re.compile(
    r"\b([A-Za-z]+)(?:,? (?:in|at|near|off|outside) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3})?,?[ \u00a0]on[ \u00a0]\Z"
)
_AUXILIARIES = frozenset({"was", "were", "had", "has", "have", "did", "made", "held", "set"})
_RELATIVES = frozenset({"which", "that", "who", "not", "never"})
_UPDATED = dt.timedelta(60)
_FIRST_YEAR, _LAST_YEAR = dt.MINYEAR, dt.MAXYEAR
_NEAR = 200
_FAR = 40
"""Mentions among which a figure's time is looked for, to each side."""


@frozen
class Stretch:
    """First and last day, either None where it is open; ``days`` are all dates that a day without a year can be."""

    first: dt.date | None = None
    last: dt.date | None = None
    days: tuple[dt.date, ...] = ()


def resolve(days: Days, published: dt.date | None, tense: str | None) -> Stretch:
    """Give the days that are meant; an impossible one (30 February) gives none."""
    if published is not None and not _FIRST_YEAR < published.year < _LAST_YEAR:
        published = None  # at the ends of the calendar there is no day before or after to count from
    if days.form in ("since", "as of"):
        tense = "past"
    readings = [stretch for stretch in _readings(days, published) if stretch is not None]
    chosen = _by_tense(readings, published, tense)
    if chosen is None:
        return Stretch()
    first, last = chosen
    told = [day for day, _ in readings if published is None or _fits(day, published, tense)]
    alternatives = tuple(told) if days.day and len(told) > 1 else ()
    if days.form == "since":
        return Stretch(first, None, alternatives)
    return Stretch(None if days.form in ("as of", "until") else first, last, alternatives)


def of_figure(line: Line, figure: Mention) -> Mention | None:
    """Give the period that a figure is for: the nearest in its sentence that does not date the saying.

    Other figures between the two count first, then letters.
    """
    before = _first_time(line, line.before(figure.span.start))
    behind = _first_time(line, line.behind(figure.span.end))
    found = [
        ((figures, max(figure.span.start - time.span.end, time.span.start - figure.span.end)), time)
        for figures, time in (*before, *behind)
    ]
    return min(found, key=lambda ranked: ranked[0])[1] if found else None


def _first_time(line: Line, mentions: Iterator[Mention]) -> list[tuple[int, Mention]]:
    """Give the first time among mentions, and the number of figures before it; nothing where there is none near."""
    figures = 0
    for mention in islice(mentions, _FAR):
        if mention.days is not None and not _dates_the_saying(line, mention):
            return [(figures, mention)]
        figures += mention.numeral is not None
    return []


def tense(line: Line, mention: Mention) -> str | None:
    """Tell whether what happens at a time is told as past or future, by the nearest word that shows it, before it or else after.

    A word of the past is one of the future where a modal leads it ("would be made").
    """
    text, span = line.sentence.within, line.sentence.span
    before = _WORD.findall(text[max(span.start, mention.span.start - _NEAR) : mention.span.start].lower())
    after = _WORD.findall(text[mention.span.end : min(span.end, mention.span.end + _NEAR)].lower())
    future, past = lexicon.words("grammar", "future"), lexicon.words("grammar", "past")
    words = [*before, *after]
    for at in (*reversed(range(len(before))), *range(len(before), len(words))):
        if words[at] in future:
            return "future"
        if words[at] in past:
            return "future" if _MODALS.intersection(words[max(0, at - 3) : at]) else "past"
    return None


def happened(line: Line, mention: Mention) -> str | None:
    """Tell that a day is told as past: right behind a past verb, with at most a place between ("sank off Malta on May 5").

    Anything looser ("voted to close the bridge on May 5", "before a vote on May 5") says nothing of the day.
    """
    text, start = line.sentence.within, line.sentence.span.start
    led = _ON.search(text, max(start, mention.span.start - _NEAR), mention.span.start)
    verb = led[1].lower() if led else ""
    before = text[max(start, (led.start() if led else start) - 24) : led.start() if led else start].lower().split()[-3:]
    past = verb in lexicon.words("grammar", "past") and verb not in _AUXILIARIES
    return "past" if past and not _MODALS.intersection(before) and not _RELATIVES.intersection(before) else None


def _readings(days: Days, published: dt.date | None) -> list[tuple[dt.date, dt.date] | None]:
    """Give every stretch that the words can name."""
    if days.year is not None:
        return [_stretch(days.year, days.month, days.day, days.span)]
    if published is None:
        return []
    if days.shift is not None:
        return [_shifted(days, published)]
    if days.month is not None:
        return [_stretch(year, days.month, days.day, 1) for year in range(published.year - 1, published.year + 2)]
    if days.weekday is not None:
        back = (published.weekday() - days.weekday) % 7
        return [(day, day) for day in (published - dt.timedelta(back), published + dt.timedelta((7 - back) % 7 or 7))]
    return []


def _shifted(days: Days, published: dt.date) -> tuple[dt.date, dt.date] | None:
    """Give "last year", "next month", "August last year"."""
    shift = days.shift or 0
    if days.unit == "year":
        return _stretch(published.year + shift, days.month, None, 1)
    if days.unit == "month":
        months = published.year * 12 + published.month - 1 + shift
        return _stretch(months // 12, months % 12 + 1, None, 1)
    monday = published - dt.timedelta(published.weekday()) + dt.timedelta(7 * shift)
    return monday, monday + dt.timedelta(6)


def _fits(day: dt.date, published: dt.date, tense: str | None) -> bool:
    """Tell whether a day can be told so: as past, though stories are updated for weeks, or as still to come."""
    if tense == "past":
        return day <= published + _UPDATED
    return tense != "future" or day >= published - dt.timedelta(1)


def _stretch(year: int, month: int | None, day: int | None, span: int) -> tuple[dt.date, dt.date] | None:
    if not 1 <= year <= 9999 - span:
        return None
    if month is None:
        return dt.date(year, 1, 1), dt.date(year + span - 1, 12, 31)
    last = calendar.monthrange(year, month)[1]
    if day is None:
        return dt.date(year, month, 1), dt.date(year, month, last)
    return (dt.date(year, month, day),) * 2 if day <= last else None


def _by_tense(
    readings: list[tuple[dt.date, dt.date]], published: dt.date | None, tense: str | None
) -> tuple[dt.date, dt.date] | None:
    if published is None or len(readings) < 2:
        return readings[0] if readings else None
    if tense == "past":
        return max((r for r in readings if r[0] <= published), default=readings[0])
    if tense == "future":
        return min((r for r in readings if r[1] >= published), default=readings[-1])
    return min(readings, key=lambda r: abs((r[0] - published).days))


def _dates_the_saying(line: Line, time: Mention) -> bool:
    """Tell whether a time says when something was said ("reported to parliament on Wednesday"): nothing told stands between."""
    text = line.sentence.within
    for voucher in takewhile(lambda mention: time.span.start - mention.span.start <= 2 * _SAYING, line.before(time.span.start)):
        between = text[voucher.span.end : time.span.start]
        if voucher.kind == "voucher" and 0 < len(between) <= _SAYING and not _TOLD.search(between):
            inside = takewhile(lambda mention: mention.span.start < time.span.start, line.behind(voucher.span.end))
            return not any(mention.numeral or mention.kind == "role" for mention in inside)
    return False
