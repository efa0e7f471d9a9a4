"""Whether two bare numbers may be places in an order, grades or odds, where the better may be the lower.

The two figures of a change go in as claims; yes or no comes out.
"""

from __future__ import annotations

from factcheck.claims import Claim
from factcheck.patterns import pattern

_MEASURED = pattern(r"\b(?i:<<gauges>>|<<averages>>|<<tallies>>|<<settable>>s?)\b")
_RUNG = pattern(r"\b<<rungs>>\b")
_GRADED = pattern(r"\b(?i:<<graded>>)\b")
_TO_ONE = pattern(r" to (?:1|one)\b")
_LAST_PLACE, _LAST_GRADE = 1_000, 10
"""No order that news tells of is longer, and no scale of grades of which 1 may be the best."""


def may_be_ranks(one: Claim, other: Claim) -> bool:
    """Tell whether two bare whole numbers may be places in an order, where the better is the lower: "slid to 17 from 12"."""
    if not all(_is_bare(figure) for figure in (one, other)):
        return False
    told = one.sentence.within, one.sentence.span.start, min(one.span.start, other.span.start)
    if max(one.value or 0, other.value or 0) <= _LAST_GRADE and _GRADED.search(*told) is not None:
        return True
    return _RUNG.search(*told) is not None or (one.subject is None and _MEASURED.search(*told) is None)


def may_be_odds(before: Claim, level: Claim) -> bool:
    """Tell whether two bare whole numbers may be of a ratio: "rose from [18 to 1], to 25 to 1", "9 to [1], up from [3] to 1"."""
    text = before.sentence.within
    one = text[before.span.end : level.span.start] == " to " or (
        text.endswith(" to ", 0, level.span.start) and _TO_ONE.match(text, before.span.end) is not None
    )
    return one and level.value == 1 and all(_is_whole(figure) for figure in (before, level))


def _is_bare(figure: Claim) -> bool:
    return _is_whole(figure) and not figure.roles


def _is_whole(figure: Claim) -> bool:
    value = figure.value
    return value is not None and value.denominator == 1 and value < _LAST_PLACE and figure.kind == "number"
