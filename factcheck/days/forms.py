"""How days and months are written: the expressions that `written` looks for, made of the calendar's words."""

from __future__ import annotations

import re
from functools import cache

from factcheck import lexicon
from factcheck.days import years
from factcheck.days.words import BLANKS, GAP, YEAR, alternatives, day_numbers
from factcheck.patterns import pattern

_FROM = pattern(r"\b(?i:between|from) (?:the )?\Z")
_LED = 13


def is_led_from(text: str, start: int) -> bool:
    """Tell whether the word before a place makes two days behind it the ends of a stretch: "between [May 17 and 23]"."""
    return _FROM.search(text, max(0, start - _LED), start) is not None


@cache
def _parts() -> dict[str, str]:
    """Give the pieces of a day's expression: the day, the far day of a span within the month, the month."""
    number = rf"(?:\d\d?|(?i:{lexicon.alternatives(day_numbers())}))"
    ending = r"<<th>>?(?![:%]|\.\d|,\d{3}(?!\d)|\w)"
    glue = rf"(?P<glue>{BLANKS}[-–—]{BLANKS}|/|{GAP}(?:to|through|thru|until|till|and|or|&){GAP}(?:the{GAP})?)"
    counted = rf"(?!(?<=\d){GAP}(?:and|or){GAP}<<counts>>\b)"  # "on May 3 and four a day later": four of something
    return {
        "day": rf"(?P<day>{number}){ending}",
        "far": rf"(?:{counted}{glue}(?P<far>{number}){ending}",
        "month": rf"(?P<month>{alternatives('month')})(?![^\W\d])",
        "number": rf"({number}){ending}",
    }


@cache
def month_day() -> re.Pattern[str]:
    """Give the expression for a month with a day or a span of days behind it: "May 3", "May 3-5"."""
    parts = _parts()
    uncounted = rf"(?!{years.COUNTED})(?!{BLANKS}(?:{alternatives('month')}))"
    return pattern(rf"{parts['month']}(?:(?:{GAP}|[-/])(?:the{GAP})?|(?=\d)){parts['day']}{parts['far']}{uncounted})?")


@cache
def day_month() -> re.Pattern[str]:
    """Give the expression for a day or a span of days before a month: "3 May", "the third of May"."""
    parts = _parts()
    return pattern(rf"{parts['day']}{parts['far']})?(?:{GAP}(?:of{GAP})?|[-/]){parts['month']}(?!{GAP}\d\d?(?!\d))")


@cache
def day_span() -> re.Pattern[str]:
    """Give the expression for a span of days without a month: "3 to 5"."""
    return pattern(rf"{_parts()['day']}{_parts()['far']})")


@cache
def ordinal() -> re.Pattern[str]:
    """Give the expression for the number of a day: "3rd", "third"."""
    return pattern(_parts()["number"])


@cache
def year_behind() -> re.Pattern[str]:
    """Give the expression for the year behind a day or a month."""
    return pattern(
        rf"(?:{BLANKS},?{GAP}(?:(?:of|in){GAP}(?:the{GAP}year{GAP})?)?|,|[-/])(?P<year>{YEAR})|,?{GAP}['’](?P<short>\d\d)(?!\w)"
    )
