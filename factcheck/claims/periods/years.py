"""A figure that counts years from a year told beside it: "10 years ago, in 2003", "50th anniversary of the 1962 flood".

A figure with its line goes in; how the text ties it to the year, and the year, come out. An age ("45, born in 1963") counts, too.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from factcheck.claims import Line, scenes
from factcheck.days import calendars
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_YEAR = r"(1[5-9]\d\d|20\d\d)(?![\d’'-]|s\b|,\d)"
_DAY = r"(?:[A-Z][a-z]{2,8}\.? (?:\d{1,2},? )?)?"
_AGO = pattern(r"(?:[\d,]+|[a-z]+(?:-[a-z]+)?) years ago\Z")
_AGO_IN = pattern(rf"(?:,| -| --| –| —)? (?:when,? )?(?:back )?(?:in|on) {_DAY}{_YEAR}")
_ABOUT = pattern(
    r"\b(?:<<about>>|over|than|or so) \Z",
    re.IGNORECASE,
)
_IN = pattern(rf"\b(?:[Ii]n|[Oo]n|[Ss]ince) {_DAY}{_YEAR},? (?:[(–—-]+ ?)?\Z")
_ANNIVERSARY = pattern(
    rf" (?:[a-z]+ )?anniversary (?:of (?:[A-Z][a-z]{{2,8}}\.? \d{{1,2}}, {_YEAR}|(?:[\w’'-]+ ){{0,3}}{_YEAR} [a-z])"
    rf"|since [^.;:()]{{3,90}} in {_DAY}{_YEAR})"
)
_NOW = pattern(
    r"\b(?:will|is the|marks?|celebrates?|commemorates?|coincides?|today|tomorrow|yesterday"
    r"|(?:this|next|last) (?:week|month|weekend)"
    r"|this year|(?:on|last|next|this) <<calendar: weekday>>)\b"
)
_BORN = pattern(rf",? (?:(?:who|was|were|is|he|she|and) )*born (?:in (?:[A-Z]\w+ ){{1,3}})?(?:in|on) {_DAY}{_YEAR}")
_AGED = pattern(r"(?:\b[Aa]ged?|\b(?:man|woman|boy|girl|pensioner|driver) of|,) \Z")
_THEN = pattern(r"\b(?:died|dies|dead|death|killed|when|then|would|late|was to|turned|if)\b")
_LONG = frozenset({"year", "season", "decade", "century", "fiscal"})
_LOOK = 120
_LED = 40
_AROUND = 150


def beside(line: Line, figure: Mention) -> tuple[str, int] | None:
    """Give ``ago``, ``anniversary`` or ``born``, and the year; None where the text ties the figure to no year."""
    text, end = line.sentence.within, min(line.sentence.span.end, figure.span.end + _LOOK)
    start = max(line.sentence.span.start, figure.start - _LED)
    if figure.kind == "date":
        return _ago(text, figure, start, end)
    if figure.kind == "ordinal":
        found = _ANNIVERSARY.match(text, figure.span.end, end)
        since = int(found[1] or found[2] or found[3]) if found else None
        return ("anniversary", since) if since is not None and _is_kept_now(line, since) else None
    if figure.kind == "age" or (figure.kind == "number" and _AGED.search(text, start, figure.start)):
        found = _BORN.match(text, figure.span.end, end)
        if found and not _THEN.search(text, start, min(line.sentence.span.end, figure.span.end + _AROUND)):
            return None if _was_so_old(line, figure, int(found[1])) else ("born", int(found[1]))
    return None


def _was_so_old(line: Line, figure: Mention, born: int) -> bool:
    """Tell whether an age is that of another year which its sentence tells: "26 and born in 1903, flew the strait in 1929"."""
    age = figure.numeral.value if figure.numeral is not None else None
    return age is not None and any(age in (year - born, year - born - 1) for year in _years(line) - {born})


def _is_kept_now(line: Line, since: int) -> bool:
    """Tell whether an anniversary is that of the time of writing: told with the day or as to come, and in no year of its own."""
    return _years(line) <= {since} and _NOW.search(line.sentence.text) is not None


def _years(line: Line) -> set[int]:
    """Give the years that a line's times tell."""
    return {mention.days.year for mention in line.mentions if mention.days is not None and mention.days.year is not None}


def _ago(text: str, figure: Mention, start: int, end: int) -> tuple[str, int] | None:
    if not _AGO.match(text, figure.span.start, figure.span.end) or _ABOUT.search(text, start, figure.span.start):
        return None
    found = _AGO_IN.match(text, figure.span.end, end) or _IN.search(text, start, figure.span.start)
    return ("ago", int(found[1])) if found else None


def are_told(lines: Sequence[Line], day: Mention, published: dt.date | None) -> bool:
    """Tell whether sentences tell of another year, or a season, that a day without one may be of ("next year ... on July 7")."""
    others = (mention.days for line in lines for mention in line.mentions if mention.days is not None and mention is not day)
    ours = published.year if published else None
    return any(
        days.year not in (None, ours) or (days.year is None and (days.unit in _LONG or any(u in _LONG for u, _ in days.steps)))
        for days in others
    )


def of_near(lines: Sequence[Line], day: Mention) -> tuple[dt.date, ...]:
    """Give a day without a year in each year that sentences tell ("set in 1955, it opens on Saturday, Nov. 5")."""
    ours = day.days
    if ours is None or ours.year is not None or ours.month is None or ours.day is None:
        return ()
    told = dict.fromkeys(mention.days.year for line in lines for mention in line.mentions if mention.days is not None)
    days = (calendars.stretch(year, ours.month, ours.day) for year in told if year is not None)
    return tuple(pairs[0][0] for pairs in days if pairs)


def are_remembered(lines: Sequence[Line]) -> bool:
    """Tell whether the last of some sentences, or the headline, looks back at what happened in a year that need not be told."""
    last = lines[-1:]
    looking = (line for line in lines if line in last or line.sentence.kind == "headline")
    return any("remembered" in scenes.of(line.sentence).shifts for line in looking)
