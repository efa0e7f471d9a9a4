"""Links from a length of time to when something begins and ends: "opens at 9 a.m. and closes at 5 p.m. It is open for ten hours".

Nothing lasts longer than from its beginning to its end; it may last less, with a break. Both times say which half of the day they
are of, and are told side by side: those of two places may be of two zones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.claims import Claim, Line
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "clock"
ROUND = 1
ONE = True
INHERITS: frozenset[str] = frozenset()
ALSO = frozenset({"time"})
PARTS = ("starts", "stops")

_STARTS = pattern(
    r"\b(?:starts?|began|begins?|started|opens?|opened|(?:starting|beginning|opening)) (?:(?:every|each) day )?at \Z"
)
_STOPS = pattern(
    r"(?: (?:sharp|daily))?,? (?:and|but)(?: it)?"
    r" (?:ends?|ended|closes?|closed|finish(?:es|ed)?|stops?|stopped)(?: again)? at "
)
_LASTS = pattern(
    r"(?: on (?:weekdays|most days)| (?:every|each) day| daily)?(?:,? and|,|\.\s{1,3}It)"
    r" (?:(?:will|would|has|had) )?(?:lasts?|lasted|lasting|takes?|taking|took|(?:is|was|stays|being) open)(?: for)?"
    r" (?:<<about>> )?"
)
_ALL_OF_IT = pattern(r" ?(?:[.,;)]|\Z)| (?:a|each|every) day\b(?! (?:on|in|at|from|during)\b)")
_HALF = pattern(r"[ap]\.?m\b", re.IGNORECASE)
_ROUNDED = Fraction(1, 2)
"""Of the unit of a length: so much more may be told ("lasting two hours")."""
_HOURS = {"hour": Fraction(1), "minute": Fraction(1, 60)}


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all lengths that stand behind two times, in text order."""
    told = [figure for figure in figures if figure.kind in ("time", "duration")]
    for starts, stops, length in zip(told, told[1:], told[2:], strict=False):
        if (starts.kind, stops.kind, length.kind) == ("time", "time", "duration") and _is_longer(starts, stops, length):
            text = length.sentence.within
            led = _STARTS.search(text, starts.sentence.span.start, starts.span.start) is not None
            between = led and _STOPS.fullmatch(text, starts.span.end, stops.span.start) is not None
            closed = between and _ALL_OF_IT.match(text, length.span.end) is not None
            if closed and _LASTS.fullmatch(text, stops.span.end, length.phrase.start):
                yield Link(KIND, starts.id, length.id, "when it begins", "starts")
                yield Link(KIND, stops.id, length.id, "when it ends", "stops")


def _is_longer(starts: Claim, stops: Claim, length: Claim) -> bool:
    """Tell whether a length is more than there is from one time to another of the same day."""
    told, (begun, ended) = length.quantity, (starts.value, stops.value)
    if told is None or length.value is None or begun is None or ended is None or told.bound is not None:
        return False
    hours, text = _HOURS.get(told.unit or ""), starts.sentence.within
    marked = all(_HALF.search(text, time.span.start, time.span.end) for time in (starts, stops))
    return marked and hours is not None and 0 < ended - begun < length.value * hours - hours * _ROUNDED
