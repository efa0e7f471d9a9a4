"""Whether a period is told from its beginning to its end, with both years: "from May 2010 to June 2014". A line and it go in.

So is "between 2010 and 2014", unless two times are set apart ("the gap between"). Two days of one month need no year: "from May
3 to 17".

What was moved from one day to another may have come forward ("the vote was moved from May 2010 to April 2010"). Bare years can
be numbers ("membership fell from 2010 to 1990"), levels ("cut from 2010 to 1990 levels") or what is looked at from the later
one back; where anything tells of that, nothing is said of their order.
"""

from __future__ import annotations

from factcheck import lexicon
from factcheck.claims import Line
from factcheck.claims.moves import directions
from factcheck.days import Days
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_LED = pattern(r"[Ff]rom\b|(?P<between>[Bb]etween\b)")
_WORD = pattern(r"[a-z]+")
_BACKWARDS = frozenset(
    ["back", "backward", "backwards", "reverse", "compare", "compared", "comparing", "comparison", "versus", "order", "through"]
)
_RESCHEDULED = pattern(r"\b(?i:<<rescheduling>>)")
_CLOSED = pattern(r" ?(?:[.,;:)—–]|--|\Z)| (?:and|when|while|as|by|in|at|under|for|that|who|which) ")
_DONE = pattern(r"\b([a-z]+) \Z")
_LED_BACK = 20
_LAST = 2100


def is_one(line: Line, mention: Mention) -> bool:
    """Tell whether a time is a stretch of two years whose first one comes first, if it is told as usual."""
    days = mention.days
    if days is None or days.to is None or not (_are_of_one_month(days, days.to) or (_is_told(days) and _is_told(days.to))):
        return False
    text, span = line.sentence.within, line.sentence.span
    led, months = _LED.match(text, mention.span.start), days.month is not None and days.to.month is not None
    words = set(_WORD.findall(line.sentence.text.lower()))
    if led is None or (led["between"] and not words.isdisjoint(lexicon.words("grammar", "apart"))):
        return False
    if words & _BACKWARDS or _RESCHEDULED.search(line.sentence.text):
        return False
    if not _CLOSED.match(text, mention.span.end, span.end):
        return False
    return months or not words & directions().keys() or _is_of_act(text, mention.span.start)


def _is_of_act(text: str, start: int) -> bool:
    """Tell whether what was done between two years stands right before them, and is no change: "a dam [built] between"."""
    done = _DONE.search(text, max(0, start - _LED_BACK), start)
    return done is not None and lexicon.is_past(done[1]) and done[1] not in directions()


def _are_of_one_month(one: Days, other: Days) -> bool:
    """Tell whether two times are days of the same month, of whatever year."""
    return None not in (one.day, other.day) and (one.month, one.year) == (other.month, other.year)


def _is_told(days: Days) -> bool:
    return days.year is not None and 0 < days.year <= _LAST and days.span == 1
