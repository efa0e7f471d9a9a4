"""The year that an outlook for "the full year" is for: "Acme sees [full-year] sales of 40 million", told in 2025, is for 2025.

A line, one of its figures and the day of publication go in; the days of that year come out, or nothing.
"""

from __future__ import annotations

import datetime as dt

from factcheck.claims import Line
from factcheck.days.meaning import Stretch
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_FULL_YEAR = pattern(r"\b(?:[Ff]ull[- ]year|(?:[Ff]or|[Ii]n|[Oo]ver) the (?:full|whole|current) (?:financial |fiscal )?year)\b")
_BEHIND = pattern(r"(?: of [a-z]+)? (?:for|in|over) the (?:full|whole|current) (?:financial |fiscal )?year\b")
_FORESEEN = pattern(r"\b(?:<<foresees>>|<<outlooks>>|expected|expecting|will|targets?|targeting|aims?)\b")
_BEFORE = pattern(r"\b(?:said|told|from|than|against|compared|versus|after|last year)\b")
"""Between an outlook and a figure that is another level."""
_KINDS = frozenset({"money", "percent"})
_FAR = 160


def of(line: Line, figure: Mention, published: dt.date | None) -> Stretch | None:
    """Give the year of publication for what is foreseen for the full year."""
    text, start = line.sentence.within, max(line.sentence.span.start, figure.start - _FAR)
    told = _FULL_YEAR.search(text, start, figure.start) if published is not None else None
    told = told or (_BEHIND.match(text, figure.span.end, line.sentence.span.end) if published is not None else None)
    if figure.kind not in _KINDS or told is None or published is None or _FORESEEN.search(text, start, figure.start) is None:
        return None
    if _BEFORE.search(text, told.end(), figure.start):
        return None
    return Stretch(dt.date(published.year, 1, 1), dt.date(published.year, 12, 31))
