"""Days of the year by their names: "Christmas Day 2018", "Boxing Day", "Labor Day"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from factcheck import lexicon
from factcheck.days import Days, Found, shifted, written
from factcheck.days.words import GAP, guesses, table
from factcheck.patterns import pattern
from factcheck.values import evolve

_AROUND = pattern(rf"{GAP}(?:long{GAP})?(?:weekend|week|holidays?|season)\b")
_OF_THING = pattern(r"[ -][a-z]")
_OF_OTHERS = pattern(r"\b(?:[Oo]rthodox|[Cc]optic|[Cc]anadian|[Gg]reek) \Z")
_ARTICLE = pattern(rf"(?:\b<<Determiner>>|[’']s){GAP}\Z")


def read(text: str, at: int, stop: int) -> Found | None:
    """Read a day of each year by its name, with its year: "Christmas Day 2018", "Labor Day"."""
    found = _feasts().at(text, at, stop)
    if found is None or _AROUND.match(text, found[1], stop) or _is_trait(text, at, found[1], stop):
        return None
    (feast, guess), end = found
    if guess and _OF_OTHERS.search(text, max(0, at - 12), at):
        return None
    year = written.year_of(text, end, stop) or shifted.container(text, end, stop)
    if year is not None and (year[0].year or year[0].unit == "year"):
        return _in_year(feast, guess, year[0]), year[1]
    return _in_year(feast, guess, None), end


def _in_year(feast: Mapping[str, int], guess: bool, year: Days | None) -> Days:
    """Give the day that a feast falls on in a year, or in whichever."""
    if "easter" in feast:
        return Days(rank=feast["easter"], unit="easter", of=Days(year.year) if year and year.year else year, guess=guess)
    of_month = Days(year.year if year else None, feast["month"], of=None if year is None or year.year else year)
    if "day" in feast:
        return evolve(of_month, day=feast["day"], guess=guess)
    return Days(rank=feast["rank"], weekday=feast["weekday"], of=of_month, guess=guess)


def _is_trait(text: str, at: int, end: int, stop: int) -> bool:
    """Tell whether a day's name says which thing is meant: "the Boxing Day wave"."""
    return _OF_THING.match(text, end, stop) is not None and _ARTICLE.search(text, max(0, at - 10), at) is not None


@cache
def _feasts() -> lexicon.Phrases[tuple[Mapping[str, int], bool]]:
    unsure, feasts = guesses("feast"), table("feast").items()
    return lexicon.Phrases((name.replace("'", mark), (day, name in unsure)) for name, day in feasts for mark in "'’")
