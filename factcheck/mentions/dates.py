"""Days of the calendar: "April 30, 2025", "Tuesday, Jan. 11", "2025-04-30"; a weekday written with them belongs to them."""

from __future__ import annotations

import re
from functools import cache

from factcheck import lexicon
from factcheck.document import Span
from factcheck.mentions import NUMERAL, Days, Mention
from factcheck.numerals import Numeral

KIND = "date"
PRIORITY = 5


def anchors() -> list[str]:
    """Give month and weekday names, and numbers."""
    return [NUMERAL, *numbers("month"), *numbers("weekday")]


def read(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    """Read a day of a month, or a weekday that stands alone."""
    match = pattern().match(text, start, stop)
    if match is None:
        return None
    days = _days(match)
    if days is None:
        return None
    return Mention("weekday" if days.month is None else KIND, Span(start, match.end()), days=days)


@cache
def numbers(key: str) -> dict[str, int]:
    """Give each calendar name that has ``key`` (``month``, ``weekday``) with its number, with and without its full stop."""
    table: dict[str, int] = {}
    for entry in lexicon.entries("calendar").values():
        if key in entry:
            table |= {form: entry[key] for name in entry["names"] for form in (name, name.rstrip("."))}
    return table


@cache
def pattern() -> re.Pattern[str]:
    """Give the expression of a day, with groups for its parts."""
    months, weekdays = lexicon.alternatives(numbers("month")), lexicon.alternatives(numbers("weekday"))
    year = r"(?:,?[ \u00a0]+(?P<{}>[12]\d{{3}})(?![\d,]?\d))?"
    ending = r"(?:st|nd|rd|th)?(?![\d:]|[.,]\d)"
    return re.compile(
        rf"(?P<iso>[12]\d{{3}}-\d\d-\d\d)(?!\d)"
        rf"|(?:(?P<weekday>{weekdays}),?[ \u00a0]+(?:the[ \u00a0]+)?)?"
        rf"(?:(?P<month>{months})[ \u00a0]+(?P<day>\d\d?)(?:[-–]\d\d?)?{ending}{year.format('year')}"
        rf"|(?P<day2>\d\d?)(?:st|nd|rd|th)?[ \u00a0]+(?:of[ \u00a0]+)?(?P<month2>{months}){year.format('year2')})(?!\w)"
        rf"|(?P<alone>{weekdays})(?!\w)"
    )


def _days(match: re.Match[str]) -> Days | None:
    """Turn the parts into days; None where no calendar has such a day."""
    if match["alone"]:
        return Days(weekday=numbers("weekday")[match["alone"]])
    if match["iso"]:
        year, month, day = (int(part) for part in match["iso"].split("-"))
    else:
        month = numbers("month")[match["month"] or match["month2"]]
        day, year = int(match["day"] or match["day2"]), int(match["year"] or match["year2"] or 0)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Days(year or None, month, day, numbers("weekday").get(match["weekday"] or ""))
