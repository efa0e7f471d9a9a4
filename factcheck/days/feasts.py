"""Days of the year by their names: "Christmas Day 2018", "Boxing Day", "Labor Day"."""

from __future__ import annotations

from functools import cache

from factcheck import lexicon
from factcheck.days import Days, Found, shifted, written
from factcheck.days.words import GAP, table
from factcheck.patterns import pattern
from factcheck.values import evolve

_AROUND = pattern(rf"{GAP}(?:long{GAP})?(?:weekend|week|holidays?|season)\b")
_OF_THING = pattern(r"[ -][a-z]")
_ARTICLE = pattern(rf"(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Aa]n?)|[’']s){GAP}\Z")


def read(text: str, at: int, stop: int) -> Found | None:
    """Read a day of each year by its name, with its year: "Christmas Day 2018", "Labor Day"."""
    found = _feasts().at(text, at, stop)
    if found is None or _AROUND.match(text, found[1], stop) or _is_trait(text, at, found[1], stop):
        return None
    (month, day, weekday, rank), end = found
    year = written.year_of(text, end, stop) or shifted.container(text, end, stop)
    of_month = Days(month=month)
    if year is not None and (year[0].year or year[0].unit == "year"):
        of_month, end = Days(year[0].year, month, of=None if year[0].year else year[0]), year[1]
    return (evolve(of_month, day=day) if day else Days(rank=rank, weekday=weekday, of=of_month)), end


def _is_trait(text: str, at: int, end: int, stop: int) -> bool:
    """Tell whether a day's name says which thing is meant: "the Boxing Day wave"."""
    return _OF_THING.match(text, end, stop) is not None and _ARTICLE.search(text, max(0, at - 10), at) is not None


@cache
def _feasts() -> lexicon.Phrases[tuple[int, int | None, int | None, int | None]]:
    return lexicon.Phrases(
        (name.replace("'", mark), (day["month"], *(day.get(key) for key in ("day", "weekday", "rank"))))
        for name, day in table("feast").items()
        for mark in "'’"
    )
