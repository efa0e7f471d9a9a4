"""Whether the percent of a change is reckoned on another basis than the levels that are told: real terms, like for like.

Stretches of the text go in, answers come out.
"""

from __future__ import annotations

from factcheck.grounds.changes.bases import says
from factcheck.patterns import pattern

_AT_A_RATE = pattern(
    r"\b(?:to|from) <<determiner>> (?:[\w,.-]+ ){0,4}"
    r"(?:(?:annual|annualized|annualised)(?: [a-z]+)? (?:rate|pace)|seasonally[ -]adjusted(?: rate| pace)?)\b"
)
"""Levels that are both rates of a year, or without the season: the percent leads from the one to the other."""
_MONTH_TO_YEAR = pattern(r"\bin <<calendar: month>>(?!\w) to [^;:]*\bfrom [$€£¥]?\d[^;:]* (?:an?|the|last) year\b")
"""A rate is told of a month, as its change is, and the level before is of a year ago."""
_ON_AVERAGE = pattern(r"\A([^\s,;]+(?: [a-z]+){0,4}?) on average(?=, )")
"""Behind a level: what it is set against is an average, too."""
_FROM_LEVEL = pattern(r"\bfrom an? <<spells>>-(?:ago|earlier) (?=[$€£¥\d])")
"""What is told so is the level before, and not the base of the percent alone."""
_FROM_EARLIER = pattern(r"\bfrom an? <<spells>> <<ago>>\b")
_REAL = pattern(r"\b(?:(?i:<<real>>)|[Oo]n an? (?:[\w-]+ ){1,3}basis|[Ii]n [\w-]+ terms)\b")
"""Before a change: its percent is reckoned without something that the levels hold, such as inflation."""
_FOR_EACH = pattern(
    r"(?:%|\bper ?cent) (?:per (?!annum|cent)[a-z]+|an? head|(?:above|below|over|under) (?:where|what)"
    r"|(?:if|once|when|with) [a-z][a-z ]{1,30}\b(?:counted|included|added))\b"
)
"""A percent of what one has, or of what it is when something else is counted."""
_PROFIT = pattern(
    r"\b(?:[Uu]nderlying|[Aa]djusted|[Nn]ormali[sz]ed) (?:(?!for\b)[a-z-]+ ){0,2}?"
    r"(?:<<profits>>|EBITDA|EBIT|loss(?:es)?)\b"
)
"""A profit of its own kind: the levels are reckoned in the same way."""
_PLAIN = pattern(
    r"\bcomparable (?:[\w-]+ ){0,2}?(?:<<spells>>|period|time|figure|span)s?\b|\bannual (?:report|results|accounts|meeting)\b"
    r"|,? (?:with|while|and) (?:same-store|comparable|like-for-like|organic|underlying) [^,.;:()]{0,30}?"
    r"(?: (?:flat|<<grammar: up>>|<<grammar: down>>)\b|\Z)"
)
"""What only names a time or a source, or tells how another figure changed: "..., with same-store sales up 3 percent"."""
_LED, _LOOK = 80, 40


def on_other_basis(text: str, start: int, stop: int, *, shared: bool = False) -> bool:
    """Tell whether the percent of the change told from ``start`` to ``stop`` is reckoned on another basis than its levels.

    ``shared`` tells that the percent tells the change again, with no level before: whatever they lead from, both lead from there.
    """
    led = _PROFIT.sub("", text[max(0, start - _LED) : start])
    real = _REAL.search(led[led.rfind(".") + 1 :]) is not None
    told = _ON_AVERAGE.sub(r"\1 ", text[start : stop + _LOOK])
    told = told if _MONTH_TO_YEAR.search(told) else _AT_A_RATE.sub(" ", told)  # "fell 4 percent in May to an annual rate of"
    told = _FROM_LEVEL.sub("from ", told)
    told = _FROM_EARLIER.sub("", told) if shared else told
    return real or _FOR_EACH.search(told) is not None or says("other basis", _PLAIN.sub(" ", told), 0, stop - start + _LOOK)
