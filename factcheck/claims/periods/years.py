"""The years of a day that is written without one: the lines around it go in; which years they may lend it comes out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from factcheck.claims import Line, scenes
from factcheck.days import calendars
from factcheck.mentions import Mention

_LONG = frozenset({"year", "season", "decade", "century", "fiscal"})


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
