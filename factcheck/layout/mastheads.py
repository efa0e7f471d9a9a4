"""A whole line -> what a masthead prints: weather, a section, a reading time, a place, a date and the day it gives.

The words are in ``lexicon/mastheads.toml``. No date reader for running text: a day counts only where its line holds
nothing but a date, its weekday, time, zone and place.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from factcheck import lexicon
from factcheck.patterns import pattern
from factcheck.values import frozen

LONGEST = 120
"""Code points beyond which no line is masthead."""

_MONTHS = 12
_EDGES = " \t\u00a0-–—*•·|_[]#:"
_BETWEEN_CRUMBS, _ARROW = pattern(r"[>»›|/]"), pattern("[>»›]")
_TIME = pattern(
    r"(?<!\d)(?:T?\d{1,2}(?:[:.]\d{2}){1,2}(?:\.\d+)?(?:[ap]\.?m\b\.?)?(?:Z|[+-]\d{2}:?\d{2})?|\d{1,2}(?:[ap]m\b)?)(?!\d)",
    re.IGNORECASE,
)
_WEATHER = pattern(r"(?:[A-Z][\w.'’]*,?\s{1,3}){0,4}[-−–]?\d{1,3}(?:\.\d)?\s?(?:[°º]\s?[FC]?|[FC])(?:\s{1,3}[\w.'’,]+){0,4}")
_WORD = pattern(r"[^\s,;|()/•·–—]+")
_DIGIT = pattern(r"\d")
_FIGURE = pattern(r"#?\d[\d.,]*[km]?\+?")
_PARTING = pattern(r"[\s|/·•:()\[\]–—-]+")


@frozen
class Dated:
    """A date line's day, None where it names no whole and real one, and whether it says ``published`` or ``updated``."""

    day: dt.date | None
    cue: str | None = None


def is_masthead(line: str) -> bool:
    """Tell whether a line above the story is weather, a section, a reading time or a date."""
    if len(line) > LONGEST:
        return False
    folded = line.casefold().strip(_EDGES)
    if folded[:1].isdigit() and folded.endswith(words("reading_time", "endings")):
        return True
    if folded.startswith(words("fields", "openers")) or is_made_of(folded, "issues"):
        return True
    return _is_section(folded) or _WEATHER.fullmatch(line) is not None or date_line(line) is not None


def is_made_of(folded: str, entry: str) -> bool:
    """Tell whether a line is figures and an entry's words, at least one of each, and nothing else."""
    if len(folded) > LONGEST or folded.endswith(".") or not _DIGIT.search(folded):
        return False
    known, beside, found = among(entry, "words"), among(entry, "beside"), set()
    for word in _PARTING.split(folded):
        bare = word.strip(",;")
        kind = (
            "word" if bare in known else "figure" if _FIGURE.fullmatch(bare) else "beside" if bare in beside or not bare else ""
        )
        if not kind:
            return False
        found.add(kind)
    return {"word", "figure"} <= found


def is_place(line: str) -> bool:
    """Tell whether a line is at most three words, all capitalised, and can be a place, a section or an outlet."""
    names = [word for word in line[:LONGEST].split() if word.casefold() not in among("particles", "words")]
    return 0 < len(names) <= 3 and not line.endswith((".", "?", "!", ":", ",")) and all(map(_is_capitalised, names))


def date_line(line: str) -> Dated | None:
    """Read a date line; None if the line is none. A day of publication wins over others on the same line."""
    if len(line) > LONGEST:
        return None
    days = list(_days().finditer(line))
    if not days and not says_when(line):
        return None
    first = days[0].start() if days else len(line)
    place, said = _words_beside(line[:first])
    strangers, said_after = _words_beside(_days().sub(" ", line[first:]))
    said |= said_after
    if strangers or len(place) > 3 or not all(map(_is_capitalised, place)):
        return None
    cues = [cue for cue in ("published", "updated") if not among("dates", cue).isdisjoint(said)]
    if not days:
        aged = (cues or "ago" in said) and not place and _TIME.search(line)
        return Dated(None, cues[0] if cues else None) if aged else None
    return Dated(_date(_published_among(days, line) if len(cues) > 1 else days[0]), cues[0] if cues else None)


def day_in(line: str) -> dt.date | None:
    """Give the first day of a line, if it is told with its year and is a real one."""
    found = _days().search(line)
    return _date(found) if found else None


def says_when(line: str) -> bool:
    """Tell whether a line holds a word such as "published", "updated" or "ago"."""
    return len(line) <= LONGEST and _when().search(line) is not None


def weekday_or_month(word: str, entry: str) -> int | None:
    """Give the number of a weekday or month (``weekdays``, ``months``), whole or shortened to three letters or more."""
    names = words(entry, "words")
    return next((n for n, name in enumerate(names, 1) if len(word) > 2 and name.startswith(word)), None)


@cache
def words(entry: str, key: str) -> tuple[str, ...]:
    """Give a list of the lexicon's ``mastheads``, as `str.startswith` takes it."""
    return tuple(lexicon.entries("mastheads")[entry][key])


@cache
def among(entry: str, key: str) -> frozenset[str]:
    """Give the same list to look words up in."""
    return frozenset(words(entry, key))


def _is_section(folded: str) -> bool:
    crumbs = [crumb.strip(_EDGES) for crumb in _BETWEEN_CRUMBS.split(folded)]
    sections = among("sections", "words")
    if crumbs[0] in sections and _ARROW.search(folded):
        return all(len(crumb.split()) <= 3 for crumb in crumbs)
    return all(crumb in sections for crumb in crumbs)


def _words_beside(text: str) -> tuple[list[str], set[str]]:
    """Give the words that no date line has, and those that it may have, folded."""
    found = _WORD.findall(_TIME.sub(" ", text))
    folded = {word: word.strip("[]:.").casefold() for word in found}
    known = {word for word in found if folded[word] in among("dates", "words") or weekday_or_month(folded[word], "weekdays")}
    return [word for word in found if word not in known and folded[word]], {folded[word] for word in known}


def _published_among(days: list[re.Match[str]], line: str) -> re.Match[str]:
    """Choose the first day behind the word "published"."""
    folded = line.casefold()
    cue = max(folded.find(word) for word in words("dates", "published"))
    return next((day for day in days if day.start() > cue), days[0])


@cache
def _when() -> re.Pattern[str]:
    return pattern("|".join((*words("dates", "published"), *words("dates", "updated"), r"\bago\b")), re.IGNORECASE)


@cache
def _days() -> re.Pattern[str]:
    month = f"(?:{'|'.join(name[:3] for name in words('months', 'words'))})[a-z]{{0,6}}"
    return pattern(
        rf"\b(?:(?P<month>{month})\.?\s{{1,3}}(?P<day>\d{{1,2}})<<th>>?(?:,?\s{{1,3}}(?P<year>\d{{4}}))?(?![\d:])"
        rf"|(?P<day_>\d{{1,2}})<<th>>?\s{{1,3}}(?P<month_>{month})\.?(?:,?\s{{1,3}}(?P<year_>\d{{4}}))?(?![\d:])"
        r"|(?P<iso>\d{4}(?P<mark>[-./])\d{1,2}(?P=mark)\d{1,2})(?!\d)\.?"
        r"|(?P<figures>\d{1,2}[./]\d{1,2}[./]\d{4})(?!\d))",
        re.IGNORECASE,
    )


def _date(day: re.Match[str]) -> dt.date | None:
    try:
        return dt.date(*_year_month_day(day))
    except ValueError:
        return None


def _year_month_day(day: re.Match[str]) -> tuple[int, int, int]:
    """Give a day's figures; 0 for a year that is left out, and for all where day and month could be each other."""
    if day["iso"]:
        year, month, number = map(int, day["iso"].split(day["mark"]))
        return year, month, number
    if day["figures"]:
        first, second, year = map(int, day["figures"].replace("/", ".").split("."))
        if first != second and max(first, second) <= _MONTHS:
            return 0, 0, 0
        return year, min(first, second), max(first, second)
    month = weekday_or_month((day["month"] or day["month_"]).casefold(), "months") or 0
    return int(day["year"] or day["year_"] or 0), month, int(day["day"] or day["day_"])


def _is_capitalised(word: str) -> bool:
    return not word[0].islower() and not any(map(str.isdigit, word))
