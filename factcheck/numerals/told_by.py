"""What a sum is told by: "€4 [a share]", "$3.89[/gal]", for the same in another currency too: "$9 billion (£5 billion) [a year]".

A text and where the sum stands go in; what it is told by comes out.
"""

from __future__ import annotations

import re
from functools import cache

from factcheck import lexicon
from factcheck.lexicon import Phrases
from factcheck.numerals import unit_products, unit_words
from factcheck.patterns import pattern

_TOLD_AGAIN = pattern(r" \((?:<<about>> )?(?:[A-Z]{0,3}[$€£¥]|\d)[^()]{0,24}\)(?=(?: an?| per| each|/) ?[a-z])")
_OPENED = pattern(r"[^\s()] \((?:<<about>> )?\Z")
_CLOSED = pattern(r"\)(?=(?: an?| per| each|/) ?[a-z])")
_PER = pattern(r"[ -](?:an?|per|each)[ -]| ?/ ?")
_WEIGHED = pattern(r"(?:kg|lb|oz|km)\b(?=[.,;:)]|\Z| [a-z])|(?:square|cubic) [a-z]+")
"""Behind "a": by what goods are sold in short ("Rs 40 a [kg]"), and land ("€40 a [square metre]")."""
_SPELLS = frozenset({"day", "week", "month", "quarter", "year"})
"""What may be from when a sum was told, and not what it is told by: "$8 [a year earlier]"; "$8 a share before items" is."""
_BEFORE = frozenset("/ -)")
_NEAR = 24


def behind(text: str, start: int, end: int, stop: int) -> tuple[str, int] | None:
    """Read what a sum is told by; give its name and where it ends, or 0 where brackets close before it."""
    if text[end : end + 1] not in _BEFORE:
        return None
    closed = past(text, start, end, stop)
    per = _PER.match(text, closed, stop)
    by = _counted_by().at(text, per.end(), stop) or _measured_by(text, per, stop) if per else None
    if by is None or (by[0] in _SPELLS and unit_products.AGO.match(text, by[1], stop)):
        return None
    return by[0], (by[1] if closed == end else 0)


def past(text: str, start: int, end: int, stop: int) -> int:
    """Give where a sum ends with the brackets behind it, or those that it stands in; its own end where there are none.

    >>> text = "It lent $9 (£7) a year."
    >>> [past(text, *place, len(text)) for place in ((8, 10), (12, 14), (12, 13))]
    [15, 15, 13]
    """
    again = _TOLD_AGAIN.match(text, end, stop)
    if again is not None:
        return again.end()
    closed = _CLOSED.match(text, end, stop)
    return closed.end() if closed and _OPENED.search(text, max(0, start - _NEAR), start) else end


def _measured_by(text: str, per: re.Match[str], stop: int) -> tuple[str, int] | None:
    """Read the measure behind a slash or "per", abbreviated too ("$3.89/gal"), by its name in news if it has one."""
    if not per[0].strip(" -").startswith(("/", "per")) and not _WEIGHED.match(text, per.end(), stop):
        return None
    found = unit_words.under(text, per.end(), stop, short=True)
    if found is None:
        return None
    names = lexicon.entries("units")[found[0]].get("names", ())
    return next((name for name in names if name in lexicon.entries("grammar")["per"]["words"]), found[0]), found[1]


@cache
def _counted_by() -> Phrases[str]:
    entry = lexicon.entries("grammar")["per"]
    return Phrases([*lexicon.plain(entry["words"]), *((kind, "share") for kind in entry["shares"])])
