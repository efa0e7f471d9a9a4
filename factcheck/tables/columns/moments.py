"""Text of a cell -> the moment that it names: a date with a time of day, "2024-02-01 13:05:10" or "1 Feb 2024, 1:05 pm"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from itertools import islice

from factcheck.tables.columns import Column, days
from factcheck.tables.columns.forms import LONGEST_CELL
from factcheck.values import frozen

_MOMENT = re.compile(
    r"(\S.{5,}?)(?:,? +|T)([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}(?:\.[0-9]{1,9})?))?"
    r"(?: ?([AaPp])\.?[Mm]\b\.?)?(?: ?(Z|UTC|GMT|([+-])([0-9]{2}):?([0-9]{2})?))?"
)
_DAY, _NOON, _SIXTY = 24 * 60 * 60, 12, 60
_GLANCE, _ONE_IN = 60, 10
"""First cells of a column, of which fewer than one in so many may be no such moments."""


@frozen
class Moment:
    """Seconds since the beginning of the calendar; ``placed`` tells that the cell says by which clock."""

    seconds: Fraction
    placed: bool

    @property
    def of_day(self) -> Fraction:
        """Give the seconds since midnight."""
        return self.seconds % _DAY


def are_moments(texts: Iterable[str | None], column: Column) -> bool:
    """Tell whether the days of a column have a time of day, and not midnight each, as nearly all of the first show."""
    if column.kind != "day":
        return False
    first = [read(text, column.form.order) for text in islice(filter(None, texts), _GLANCE)]
    told = [moment for moment in first if moment is not None]
    return any(moment.of_day for moment in told) and (len(first) - len(told)) * _ONE_IN < len(first)


def read(text: str, order: str) -> Moment | None:
    """Read a date with a time; None where there is none, or where no clock shows such a time."""
    match = _MOMENT.fullmatch(text.strip()) if ":" in text and len(text) <= LONGEST_CELL else None
    day = days.read(match[1], order) if match else None
    if match is None or day is None or day.first != day.last:
        return None
    hour, minute, second = int(match[2]), int(match[3]), Fraction(match[4] or 0)
    if hour > (_NOON if match[5] else 23) or minute >= _SIXTY or second >= _SIXTY or (match[5] and not hour):
        return None
    if match[5]:
        hour = hour % _NOON + (_NOON if match[5] in "pP" else 0)
    ahead = int(match[8] or 0) * _SIXTY + int(match[9] or 0)
    minutes = (day.first.toordinal() * 24 + hour) * _SIXTY + minute - (-ahead if match[7] == "-" else ahead)
    return Moment(minutes * _SIXTY + second, match[6] is not None)
