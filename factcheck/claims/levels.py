"""A level and another of the same: "rose to $5 billion from [$4 billion a year earlier]", "above the [$3 billion] expected".

Two claims go in; the other level comes out with the role that it shares, and with its own time where it is told from the first's.
It stands for another time or for what was expected, so it is never set against a figure that is not tied to it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from factcheck.claims import FIGURES, Claim, are_of_one_kind
from factcheck.claims.ellipsis import shares
from factcheck.days import calendars
from factcheck.numerals import spelled
from factcheck.patterns import pattern
from factcheck.values import evolve

CHANGES = frozenset({"change", "percent", "told", "difference", "percent-difference"})
"""Parts of a move that are no levels."""
_EARLIER = pattern(
    r"(?:,? or [^,;:]{1,30})?,?"
    r" (?:(?:of|in|from|during|on) )?(?:(?P<count>an?|one|two|three|four|five|ten) "
    r"(?P<units><<spells>>)s? <<ago>>"
    r"|the (?:<<previous>> (?P<before><<spells>>)"
    r"|(?P<unit><<spells>>) (?:before|earlier)))\b"
)
"""Behind a level: so long before the last one that was dated ("1.2 million [a year earlier]", "40 in [the previous month]")."""
_BASE = pattern(r",? (?:from|on)\b")
_SAME = pattern(
    r"(?: <<earning>>)?"
    r" (?:in|for|over|during) the same (?:<<spells>>|period|months|weeks)s?"
    r"(?: (?:of|in) (?P<year>(?:19|20)\d\d)| (?:of |in )?(?:last year|a year <<ago>>|the (?:previous"
    r"|prior) year))\b"
)
_A_YEAR_EARLIER = pattern(
    r"[\s“\"]*(?P<count>An?|One|Two|Three|Four|Five|Ten) (?P<units><<spells>>)s? (?:earlier|before)"
    r"(?P<before>(?!))?(?P<unit>(?!))?,? "
)
_A_YEAR_AGO = pattern(r"[\s“\"]*(?:A|One) year ago,? ")
_SHORT, _QUARTER, _YEAR = 20, 80, 360
"""Days of the months that a result is for."""
_DEAR = 100_000
"""A sum from which on a level is no price of a share, a currency or a good."""


def beside(level: Claim, main: Claim) -> Claim:
    """Give a level what it shares with the one that it is told beside: the role, and a time that is counted from its time."""
    alike = are_of_one_kind(level, main)
    if not alike and (level.kind != "number" or level.counted is not None):
        return level
    level = evolve(_earlier(level, main), additional=True)
    if alike and level.counted is None and level.subject is None and main.subject is not None:
        level = evolve(level, subject=shares.understood(main))
    return level if level.roles else evolve(level, role=main.role, roles=main.roles)


def led(main: Claim, level: Claim) -> Claim:
    """Give the main level the role of one that stands before it: "its area shrank from [40 acres] to 30"."""
    if main.roles or not level.roles or level.span > main.span or not are_of_one_kind(level, main):
        return main
    return evolve(main, role=level.role, roles=level.roles)


def priced(main: Claim) -> Claim:
    """Give the level of a move in plain money the role of a price, where no noun says more: "Acme fell 6 percent to [$412]"."""
    plain = main.kind == "money" and main.value is not None and main.value < _DEAR
    return evolve(main, role="price", roles=("price",)) if plain and not main.roles else main


def dated(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Give claims, in text order, with times counted from that of the figure before: "2 percent in the previous year"."""
    last: Claim | None = None
    for claim in claims:
        if last is not None and claim.kind in FIGURES:
            claim = _dated(claim, last)
        if claim.kind in FIGURES and claim.first_day is not None:
            last = claim
        yield claim


def _dated(claim: Claim, last: Claim) -> Claim:
    """Set the time of a figure by that of the last one that has a time, in its paragraph or the one before."""
    far = claim.sentence.paragraph - last.sentence.paragraph
    if last.first_day and last.last_day and 0 <= far <= 1 and _is_year_ago(claim, last, (last.last_day - last.first_day).days):
        return _moved(claim, last.first_day, last.last_day, (("year", -(last.sentence is not claim.sentence)),))
    same = _SAME.match(claim.sentence.within, claim.phrase.end, claim.sentence.span.end)
    if same is not None and last.sentence is not claim.sentence and 0 <= far <= 1:
        return _of_the_same(claim, last, same)
    beside = last.sentence is not claim.sentence and claim.is_timeless and 0 <= far <= 1
    if beside and (opens := _A_YEAR_EARLIER.match(claim.sentence.text)):
        return _counted_from(claim, last, opens)
    told = _EARLIER.match(claim.sentence.within, claim.phrase.end, claim.sentence.span.end)
    told = None if told is None or _BASE.match(told[0]) else told
    counted = told is not None and (claim.is_timeless or told["before"] or told["unit"])
    return _counted_from(claim, last, told) if counted and not far else claim


def _of_the_same(claim: Claim, last: Claim, told: re.Match[str]) -> Claim:
    """Give a figure the months of another year that the last one had: "It had earned 9 million [in the same period of 2024]"."""
    if last.first_day is None or last.last_day is None or not _SHORT <= (last.last_day - last.first_day).days < _YEAR:
        return claim
    back = int(told["year"]) - last.first_day.year if told["year"] else -1
    return _moved(claim, last.first_day, last.last_day, (("year", back),))


def _is_year_ago(claim: Claim, last: Claim, spell: int) -> bool:
    """Tell whether a sum is of the same months of the year before: "A year ago it earned [4 million]"."""
    sums = claim.kind == last.kind == "money" and _QUARTER <= spell < _YEAR
    return sums and _A_YEAR_AGO.match(claim.sentence.text) is not None


def _earlier(level: Claim, main: Claim) -> Claim:
    """Set the time of "a year earlier" by that of the main level."""
    text, end, stop = level.sentence.within, level.phrase.end, level.sentence.span.end
    same = _SAME.match(text, end, stop)
    if same is not None and main.first_day is not None and main.last_day is not None:
        back = int(same["year"]) - main.first_day.year if same["year"] else -1
        return _moved(level, main.first_day, main.last_day, (("year", back),))
    return _counted_from(level, main, _EARLIER.match(text, end, stop))


def _counted_from(level: Claim, main: Claim, told: re.Match[str] | None) -> Claim:
    if told is None or main.first_day is None or main.last_day is None:
        return level
    unit, count = told["units"] or told["before"] or told["unit"], spelled.values().get((told["count"] or "").lower(), 1)
    return _moved(level, main.first_day, main.last_day, ((unit, -count),))


def _moved(level: Claim, first: dt.date, last: dt.date, steps: tuple[tuple[str, int], ...]) -> Claim:
    """Give a level the time between two days, so many units earlier."""
    try:
        last = calendars.walked(last + calendars.DAY, steps) - calendars.DAY
        return evolve(level, first_day=calendars.walked(first, steps), last_day=last)
    except (OverflowError, ValueError):  # beyond the calendar
        return level
