"""The years of a day that is written without one: the lines around it go in; which years they may lend it comes out.

Those of its paragraph may, and of a history those told anywhere: it names many years, none of them that of publication.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from factcheck.claims import Line, scenes
from factcheck.days import Days, calendars
from factcheck.mentions import Mention

_HISTORY = 4
"""Years that are told at least where a text is a history."""
_LONG = frozenset({"year", "season", "decade", "century", "fiscal"})


def lent(lines: Sequence[Line], at: int, published: dt.date | None) -> tuple[int, ...]:
    """Give the years told farther off that a day of a sentence may be of: that of its paragraph's last month, and a history's."""
    if not (lines[at].has_times and any(_lacks_year(mention) for mention in lines[at].mentions)):
        return ()
    ours = (published.year - 1, published.year, published.year + 1) if published else ()
    told = _told(lines)
    if len(told) >= _HISTORY and told.isdisjoint(ours):
        return tuple(sorted(_told(lines[: at + 1])))
    earlier = (line for line in reversed(lines[:at]) if line.sentence.paragraph == lines[at].sentence.paragraph)
    days = (mention.days for line in earlier for mention in reversed(line.mentions) if mention.days is not None)
    last = next((day for day in days if day.year is not None), None)  # the month shows that the story goes on in that year
    return () if last is None or last.year is None or last.month is None or last.year in ours else (last.year,)


def _told(lines: Sequence[Line]) -> frozenset[int]:
    """Give the years that sentences tell."""
    return frozenset(day.year for day in _days(lines) if day.year is not None)


def _lacks_year(mention: Mention) -> bool:
    """Tell whether a mention is a day with its weekday and without its year."""
    day = mention.days
    return day is not None and day.weekday is not None and day.month is not None and day.year is None


def are_told(lines: Sequence[Line], day: Mention, published: dt.date | None) -> bool:
    """Tell whether sentences tell of another year, or a season, that a day without one may be of ("next year ... on July 7")."""
    others = (mention.days for line in lines for mention in line.mentions if mention.days is not None and mention is not day)
    ours = published.year if published else None
    whole = (days.of or days for days in others)  # "April 17 of last year"
    return any(
        days.year not in (None, ours) or (days.year is None and (days.unit in _LONG or any(u in _LONG for u, _ in days.steps)))
        for days in whole
    )


def of_near(lines: Sequence[Line], day: Mention, published: dt.date | None) -> tuple[dt.date, ...]:
    """Give a day without a year in each year that sentences tell ("set in 1955, it opens on Saturday, Nov. 5").

    Beside "last year" it may be of the one before that: "found on April 17 of last year, months after [Thursday, Dec. 14]".
    """
    farther = {published.year - 2} if published and any(map(_is_of_last_year, _days(lines))) else frozenset[int]()
    return of(sorted(_told(lines) | farther), day)


def _is_of_last_year(days: Days) -> bool:
    year = days.of or days
    return year.unit in _LONG and (year.shift or 0) < 0


def _days(lines: Sequence[Line]) -> Iterator[Days]:
    """Give the times of sentences."""
    return (mention.days for line in lines for mention in line.mentions if mention.days is not None)


def of(told: Sequence[int], day: Mention) -> tuple[dt.date, ...]:
    """Give a day without a year in each of some years."""
    ours = day.days
    if ours is None or ours.year is not None or ours.month is None or ours.day is None:
        return ()
    days = (calendars.stretch(year, ours.month, ours.day) for year in told)
    return tuple(pairs[0][0] for pairs in days if pairs)


def are_remembered(lines: Sequence[Line]) -> bool:
    """Tell whether the last of some sentences, or the headline, looks back at what happened in a year that need not be told."""
    last = lines[-1:]
    looking = (line for line in lines if line in last or line.sentence.kind == "headline")
    return any("remembered" in scenes.of(line.sentence).shifts for line in looking)
