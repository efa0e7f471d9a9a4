"""Times on the calendar: dates ("April 30, 2025", "yesterday"), weekdays that stand alone, and periods ("since June 2024").

They are one grammar, `factcheck.days`; what was read tells which of the three it is.
"""

from __future__ import annotations

from factcheck.days import points, spans
from factcheck.document import Span
from factcheck.mentions import NUMERAL, Mention
from factcheck.numerals import Numeral

KIND = "date"
PRIORITY = 5


def anchors() -> list[str]:
    """Give numbers, and the words that times begin with."""
    return [NUMERAL, *points.anchors()]


def read(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    """Read the time at ``start``, with the words before it that open it."""
    found = spans.read(text, start, stop, numeral)
    if found is None:
        return None
    return Mention(found[0].kind, Span(found[1], found[2]), days=found[0])
