"""Whether a change took a time within which the level before lies: "up 38 percent in five years, from 405,000 in May".

Stretches of the text go in, answers come out.
"""

from __future__ import annotations

from factcheck.patterns import pattern

_IN_YEARS = pattern(
    r"\b(?:in|over|within|during)(?: the (?:past|last))? (?:<<counts>>|\d+|several|a few|a couple of) (?:years|decades)\b"
    r"|\b(?:in|over|within)(?: the (?:past|last))? (?:a|one) (?:decade|generation|century)\b"
)
_WITHIN = pattern(
    r" (?:(?:an?|one) <<spells>> <<ago>>\b"
    r"|(?:last|this) (?:<<spells>>|<<calendar: month>>|season|<<calendar: season>>|<<calendar: weekday>>)\b"
    r"|(?:in|on) (?:<<calendar: month>>|<<calendar: weekday>>)(?! \d{4})(?!\w)|the (?:month|week|year) before\b)"
)
_IN_WEEKS = pattern(r"\b(?:in|over|within) (?:a|one|the past|the last) (?:<<short-spells>>|fortnight|year)\b")
_DAY = pattern(r" (?:on <<calendar: weekday>>|(?:a|one) day <<ago>>|yesterday)\b")
_SPANS = ((_WITHIN, _IN_YEARS), (_DAY, _IN_WEEKS))
"""When a level before is of, and how long a change took that begins before it."""


def is_within(text: str, start: int, stop: int, end: int) -> bool:
    """Tell whether the level before, up to ``end``, lies within the time that a change from ``start`` to ``stop`` took."""
    return any(when.match(text, end) is not None and took.search(text, start, stop) is not None for when, took in _SPANS)
