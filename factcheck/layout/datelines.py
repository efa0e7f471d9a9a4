"""The opening of a paragraph -> its dateline ("JAKARTA, Feb 6, 2025 (Wire) -"): where it ends, and the day that it gives."""

from __future__ import annotations

import datetime as dt

from factcheck.layout import mastheads
from factcheck.patterns import pattern

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = rf"(?:{_MONTH} \d\d?(?:, \d{{4}})?|\d\d? {_MONTH}(?: \d{{4}})?)"
_DATELINE = pattern(
    rf"(?:[A-Z][A-Z’'./-]+(?:,? [A-Z][\w’'./-]*){{0,4}}?,? ?)?(?:{_DAY} )?\([A-Z][\w ]{{1,20}}\) ?[-–—]{{1,2}}(?= )"
    rf"|[A-Z]{{3}}[A-Z’'./-]*(?:,? [A-Z][\w’'./-]*){{0,4}}?(?:,? {_DAY})? (?:[-–—]|--)(?= )"
)


def end(text: str, start: int, stop: int) -> int | None:
    """Give where the dateline at ``start`` ends; None where none begins."""
    match = _DATELINE.match(text, start, stop)
    return match.end() if match else None


def day(text: str, start: int, stop: int) -> dt.date | None:
    """Give the day of the dateline at ``start``, if it is told with its year."""
    closed = end(text, start, stop)
    return mastheads.day_in(text[start:closed]) if closed is not None else None
