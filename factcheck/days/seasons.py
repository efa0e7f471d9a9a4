"""Seasons of the year: "the summer of 2012", "spring 2013"; without a year, the nearest one: "since the spring"."""

from __future__ import annotations

import re
from functools import cache

from factcheck.days import Days, Found, ranked
from factcheck.days.words import any_of, clashing, table
from factcheck.patterns import pattern

_IN_THE = pattern(r"\b(?i:in|since|by|until|till|during|throughout|before|after|over) the \Z")
_ALONE = pattern(
    r"(?:[.,;:!?)”\"]|\Z)| (?!(?:of|for|that|which)\b|(?:before|after)[.,;])"
    r"(?:<<grammar: stops>>|<<is>>|<<has>>|alone|when|while|they|he|she|it|we|[a-z]+ed|more)\b"
)
"""Behind a season that stands alone: no noun that it narrows ("in the winter break"), nothing it is of, and no "before"."""
_LED = 14
_RANK = "season"


def read(text: str, at: int, stop: int) -> Found | None:
    """Read a season of a year, or the nearest one behind what says when; "in the fall of prices" is another word."""
    match = _named().match(text, at, stop)
    if match is None:
        return None
    rank, within = table(_RANK)[match[0].lower()], ranked.whole(text, match.end(), stop)
    if within is None:
        return (Days(rank=rank, unit=_RANK, guess=True), match.end()) if _is_nearest(text, match, stop) else None
    if within[0].month or within[0].unit not in ("", "year"):
        return None
    _, end = ranked.over_new_year(text, *within, stop)
    return Days(rank=rank, unit=_RANK, of=within[0], guess=True), end


def _is_nearest(text: str, match: re.Match[str], stop: int) -> bool:
    """Tell whether a season stands alone behind what says when."""
    if match[0] in clashing(_RANK) or _IN_THE.search(text, max(0, match.start() - _LED), match.start()) is None:
        return False
    return _ALONE.match(text, match.end(), stop) is not None


@cache
def _named() -> re.Pattern[str]:
    return pattern(rf"(?i:{any_of(_RANK)})\b")
