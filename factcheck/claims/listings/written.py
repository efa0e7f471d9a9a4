"""A list as it is written: without brackets, the marks of stocks and of names, and when or for how long it all was.

The text of a list goes in, its items' text comes out, and where in the text as given a place of it lies.
"""

from __future__ import annotations

from factcheck.patterns import pattern

_ASIDE = pattern(r" ?\([^()]*\)| ?<(?:[A-Z][A-Z\d]*\.[A-Z]{1,2}|[A-Z]{1,4})>|[<>]")
"""What is told of a name in brackets, the mark of its stock ("Wren Co <WRN.L>"), and marks around a name ("<Wren Co>")."""
_DAYS = r"\d{1,2}(?:<<th>>)?(?:(?:, | and | to |-)\d{1,2}(?:<<th>>)?)*"
_MONTH = r"<<calendar: month>>"
_WHEN = pattern(
    rf" (?:on|in|from|until|since|by|of) (?:{_DAYS} {_MONTH}|{_MONTH}(?: {_DAYS})?|<<calendar: weekday>>|\d{{4}})"
    r"(?:,? \d{4})?\Z"
    r"| (?:this|last|next) (?:<<spells>>|spring|summer|autumn|winter|fall|<<calendar: weekday>>)\Z"
    r"| out of (?:<<counts>>|\d+) [a-z ]+\Z"
)
"""Behind the last item: when all of it was, or of how many more."""


def plain(text: str) -> str:
    """Give the text of a list without what stands in brackets, and without marks."""
    return _ASIDE.sub("", text)


def place(text: str, at: int) -> int:
    """Give where in a text the place ``at`` of its plain form lies."""
    for aside in _ASIDE.finditer(text):
        if aside.start() > at:
            break
        at += len(aside[0])
    return at


def without_when(items: str) -> str:
    """Take off when it was that is told behind the last item."""
    return _WHEN.sub("", items)
