"""Text of a cell -> the days that it names: a day, or a month or year as its first and last day.

Digits are read in the order of the column; words by the extractor that reads prose, so that a label before the date or a weekday
in it does no harm.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache

from factcheck import mentions
from factcheck.days import calendars, meaning
from factcheck.document import Span
from factcheck.sentences import Sentence, spaced
from factcheck.tables.columns.forms import calendar as names
from factcheck.values import frozen

_NATIVE = re.compile(r"\s*([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?:[ T][0-9].*)?\s*")
_DIGITS = re.compile(r"\s*([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?:[ T].*)?\s*")
_WITH_A_WEEKDAY = re.compile(r"([^\W\d_]{2,13})[., ]+([0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{2,4}\s*)")
COMPACT = re.compile(r"\s*([12][0-9]{3})([01][0-9])([0-3][0-9])\s*")
_NAMED = re.compile(
    r"\s*(?:([^\W\d_]{2,13})[., ]+)?([0-9]{1,2})(?:er|[.º°])?[- ]+(?:de )?"
    r"([^\W\d_]{3,10})\.?[-, ]+(?:del? )?([0-9]{4}|[0-9]{2})\s*"
)
_AMERICAN = re.compile(r"\s*([A-Za-z]{3,9})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})\s*")
_MONTH = re.compile(r"\s*(?:([^\W\d_]{3,10})\.?[-, ]+(?:del? )?([0-9]{4}|[0-9]{2})|([0-9]{4}),? ([^\W\d_]{3,10})\.?)\s*")
_YEAR_MONTH = re.compile(r"\s*([0-9]{4})[-/]([0-9]{1,2})\s*")
_SHORT = re.compile(r"['’]([0-9]{2})\b")
_WORD = re.compile(r"[A-Za-z]{3,}")


@frozen
class Stretch:
    """First and last day, and the weekday that is written with them (Monday is 1)."""

    first: dt.date
    last: dt.date
    weekday: int | None = None


def read(text: str, order: str) -> Stretch | None:
    """Give the days of a cell; None where it names none that any calendar has."""
    text, weekday = bare(text)
    if match := _NATIVE.fullmatch(text):
        return _day(int(match[1]), int(match[3]), int(match[4]), weekday)
    if match := _DIGITS.fullmatch(text):
        one, other, year = int(match[1]), int(match[3]), _year(match[4])
        return None if not order else _day(year, one, other, weekday) if order == "mdy" else _day(year, other, one, weekday)
    if match := COMPACT.fullmatch(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    return worded(text)


def bare(text: str) -> tuple[str, int | None]:
    """Give a date in digits without the weekday before it, and that (Monday is 1): "Mo, 06.12.2010"; any other text as it is."""
    match = _WITH_A_WEEKDAY.fullmatch(text) if text[:1].isalpha() else None
    weekday = match and names("weekday").get(match[1].lower())
    return (match[2], weekday) if match and weekday else (text, None)


@lru_cache(maxsize=4096)
def worded(text: str) -> Stretch | None:
    """Read a date that has its month in words, or a month of a year."""
    if match := _YEAR_MONTH.fullmatch(text):
        return _month(int(match[1]), int(match[2]))
    months = names("month")
    match = _NAMED.fullmatch(text)
    if match and not (match[1] and match[1].lower() not in names("weekday")):
        month, day = months.get(match[3].lower()), match[1] and names("weekday")[match[1].lower()]
        return None if month is None else _day(_year(match[4]), month, int(match[2]), day or None)
    if match := _MONTH.fullmatch(text):
        month = months.get((match[1] or match[4]).lower())
        return None if month is None else _month(_year(match[2] or match[3]), month)
    if match := _AMERICAN.fullmatch(text):
        month = months.get(match[1].lower())
        return None if month is None else _day(int(match[3]), month, int(match[2]))
    named = {word.lower() for word in _WORD.findall(text)}
    if not any(sign.isdigit() for sign in text) or (named.isdisjoint(months) and named.isdisjoint(names("weekday"))):
        return None  # what reads prose takes longer to find no date
    text = _SHORT.sub(lambda year: str(_year(year[1])), text)
    return _told(_WORD.sub(lambda word: word[0].capitalize(), text))


def _told(text: str) -> Stretch | None:
    seen = mentions.find(Sentence(Span(0, len(text)), "body", 0, spaced(text)))
    dated = [mention for mention in seen if mention.days is not None and mention.days.day is not None]
    if len(dated) != 1 or dated[0].days is None or any(mention.numeral is not None for mention in seen):
        return None
    found = meaning.resolve(dated[0].days, None, None)
    if found.first is None or found.last is None:
        return None
    weekday = dated[0].days.weekday
    return Stretch(found.first, found.last, None if weekday is None else weekday + 1)


def _year(digits: str) -> int:
    """Give the year that two or four digits tell; of two it is a guess, and no table is wrong on its account alone."""
    return int(digits) if len(digits) == 4 else calendars.year_of_two_digits(int(digits))


def _day(year: int, month: int, day: int, weekday: int | None = None) -> Stretch | None:
    try:
        found = dt.date(year, month, day)
    except ValueError:
        return None
    return Stretch(found, found, weekday)


def _month(year: int, month: int) -> Stretch | None:
    if not (1 <= month <= 12 and year >= 1):
        return None
    return Stretch(dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]))
