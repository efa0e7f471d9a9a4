"""When parts of a whole were, as the words behind them tell: "in May", "on the first day and 13 later", "now and 12 next year".

Words go in; what sort of time they tell, and whether several tell times of which nothing is in two, come out.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.patterns import pattern

_WHEN = pattern(
    r"\b(?:(?P<month><<calendar: month>>)|(?P<weekday><<calendar: weekday>>)|(?P<year>[12]\d{3}))(?!\w)"
    r"|\b(?:(?P<hours><<hours>>)|(?P<season><<calendar: season>>)"
    r"|(?P<half>half)|(?P<quarter>quarter)|(?P<time>year|month|week|day|season|decade|weekend|weekday)s?)\Z"
)
_PIECE = pattern(r"(?:the )?(?:end|start|beginning|close|turn|outset)(?: of)?\Z|<<spells>>-end\b")
"""When, too: "at the end of 2010", "at year-end"."""
_RELATIVE = pattern(r"(?:the )?(?:next|second|third|following|previous|other|later)")
"""Another of what was told before: "in the first half and 12 in the second"."""
_LATER, _NOW = "later", "now"
"""When, without a word that leads to it: "18 on the first day and 13 later", "15 million now and 12 million in the next year"."""
_STILL_TO_COME = pattern(r"(?:the )?(?:next|following|coming)\b|later\Z")


def sort(what: str) -> str | None:
    """Give what sort of time words tell: a month, a year; None where they tell none."""
    when = _WHEN.search(what)
    return when.lastgroup if when is not None else None


def is_piece(what: str) -> bool:
    """Tell whether words name the beginning or the end of a time."""
    return _PIECE.match(what) is not None


def is_relative(what: str) -> bool:
    """Tell whether words name another of what was told before: "the second"."""
    return _RELATIVE.fullmatch(what) is not None


def alone(tail: str) -> str:
    """Give what tells a time without a word that leads to it; "" where nothing does."""
    when = tail.strip()
    return when if when in (_LATER, _NOW) else ""


def are_apart(told: Sequence[str], *, of_times: bool) -> bool | None:
    """Tell whether what comes later is apart from what stands first; None where neither "now" nor "later" tells.

    ``of_times`` tells that the first is a time: nothing says that "18 in Leith and 13 later" were not in one place.
    """
    first, *others = told
    if first == _NOW and all(map(_STILL_TO_COME.match, others)):
        return True
    return False if _LATER in others and not of_times else None
