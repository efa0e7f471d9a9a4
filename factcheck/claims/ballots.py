"""Whether a vote is told as carried by the side that stands first: "voted [52-47] to keep it", "passed it by a vote of [52-47]".

A vote with its line goes in. What the others voted for, and what was short of more than half, is told otherwise.
"""

from __future__ import annotations

from factcheck.claims import Line
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_VOTED = pattern(r"\bvoted,? (?:by )?\Z")
_TO = pattern(r",? (?:to|in favou?r of) [a-z]")
_PASSED = pattern(r"\b<<passed>>(?: [\w’'-]+){0,8}? (?:by|in|on) an? (?:[\w-]+ )?vote of \Z")
_BY_VOTE = pattern(r"(?:\A|[^\w\s] ?)[Bb]y an? (?:[\w-]+ )?vote of \Z")
_AGREED = pattern(r", [^,;:()]{2,70}? (?:agreed|<<passed>>)\b")
_FELL_SHORT = pattern(r"\b<<more-wanted>>\b")
"""Behind a vote: more than half was wanted, or it was not the last."""
_LOST = pattern(r"\b(?:not|never|nearly|almost|rejected|defeated|blocked|killed)\b")
_LED = 90


def are_carried(line: Line, vote: Mention) -> bool:
    """Tell whether the words about a vote say that its first side won."""
    text, start, stop = line.sentence.within, line.sentence.span.start, line.sentence.span.end
    led = text[max(start, vote.start - _LED) : vote.start]
    if _FELL_SHORT.search(text, vote.span.end, stop):
        return False
    voted = _VOTED.search(led) is not None and _TO.match(text, vote.span.end, stop) is not None
    agreed = _BY_VOTE.search(led) is not None and _AGREED.match(text, vote.span.end, stop) is not None
    return voted or ((agreed or _PASSED.search(led) is not None) and _LOST.search(text, start, stop) is None)
