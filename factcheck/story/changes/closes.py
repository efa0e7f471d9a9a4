"""Links from a change to the level right before it: "closed at 912, down 15, or 2 percent", "rose to 58, up 5 from 53".

What is told of the level is told in one breath: the change behind a comma, then its percent behind "or", or the level before
behind "from", and nothing more of either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.claims import Claim, Line, moves
from factcheck.grounds.changes import alike, changed, movements
from factcheck.patterns import pattern
from factcheck.story.changes import moves as levels
from factcheck.story.links import Link

KIND = levels.KIND
ROUND = 1
ONE = levels.ONE
INHERITS = levels.INHERITS

_OR = pattern(r"(?: points?)?,? or (?:<<about>> )?")
_FROM = pattern(
    r"(?: points?)? (?:from|over)(?: the (?:prior|previous|earlier)"
    r"|(?: <<determiner>>)?"
    r"(?: (?!<<expectations>>|(?:<<grammar: extremes>>|<<grammar: breaks>>|on|by|for|in|to|at|from|or|ago|earlier)\b)"
    r"[A-Za-z][\w’'-]*){1,6} of)?"
    r" (?:<<about>> )?"
)
"""Before the level that it came from: "up 6 euros from [its first price of] 17 euros", but not from a peak or a low."""
_RISE_OF = pattern(r",? (?:being )?an? (?:[a-z-]+ )?<<rises>> of (?:<<about>> )?")
_A = pattern(r"(?:,| -| –| --| —) an? (?:<<about>> )?")
"""Before a change that a noun behind it names: "$850 million, a [$697 million] increase from"."""
_TIME = pattern(
    r" (?:(?:in|for|on|at the end of) (?:the )?(?:<<calendar: month>>|<<calendar: weekday>>|(?:[a-z]+ )?<<spells>>)"
    r"(?: (?:19|20)\d\d)?|in (?:19|20)\d\d|(?:last|this) <<spells>>|(?:an?|the|one) <<spells>> <<ago>>)"
    r"(?=[.,;:)]|\Z)"
)
"""When a level was reached: "fell to 68 in May, down 5 from 73 in April"."""
_DAY = r" on <<calendar: weekday>>"
_ENDS = pattern(
    rf"(?:{_DAY})?(?:[.;)]|\Z|, (?:while|but|and|with|as|amid|<<definite>>|extending|having|putting|despite|because|following"
    r"|after (?!<<deductions>>\b)|on (?:the|<<calendar: weekday>>)"
    r"|in (?:early|late|<<hours>>|after-hours|premarket|the)\b|[^,.;:()\d]{2,60} (?:said|says|showed|shows|reported)\b"
    r"|according to\b|(?:largely|mainly|mostly|partly|chiefly) (?:due|because|on|as|thanks)\b|(?:due|thanks) to\b|helped\b)"
    r"|,? (?:over|from|on|compared (?:with|to)) (?:the (?:same|year|last)\b|a year\b|last\b|(?:19|20)\d\d\b"
    r"|the (?:[a-z]+ ){0,4}<<previous>> <<spells>>|the (?:[a-z]+ )?(?:<<spells>>|half) of (?:last year|(?:19|20)\d\d)\b))"
)
"""Behind the last of them: nothing that would make it one on another basis ("or 2 percent, per pupil")."""
_SIZE = 3
"""How many times as large a level before a count is at most."""
_NOT_LEVELS = frozenset({"percent", "points"})


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences that have three figures at least, in text order."""
    for here in movements.together(figures):
        for level, change, third in zip(here, here[1:], here[2:], strict=False):
            move = _read(level, change, third)
            if move is not None:
                yield from levels.links_of(move)


def _read(level: Claim, change: Claim, third: Claim) -> movements.Move | None:
    """Read a level, what it changed by, and that in percent or the level before."""
    in_points = (level.kind, change.kind, third.kind) == ("percent", "points", "percent")
    told = level.kind not in _NOT_LEVELS and (change.kind not in _NOT_LEVELS or third.kind not in _NOT_LEVELS)
    if not ((told or in_points) and changed.is_plain(change) and changed.is_plain(third)):
        return None
    named = _named(level, change)
    direction = moves.directions()[named["word"]] if named else _direction(level, change, third, in_points=in_points)
    if direction is None:
        return None
    amount, percent = (change, third) if third.kind == "percent" else (third, change)  # "up 2 percent, or 15 points"
    if _is_told_twice(change, third, amount):
        return movements.Move(direction, level, None, amount, percent, stated=True) if percent.kind == "percent" else None
    behind = named.end("word") if named else (change.phrase if change.kind == "count" else change.span).end
    if (change.kind in _NOT_LEVELS and not in_points) or not _is_level_before(level, behind, third):
        return None
    return movements.Move(direction, level, third, change, stated=True)


def _named(level: Claim, change: Claim) -> re.Match[str] | None:
    """Give the noun behind a change that names it, where it is set right behind its level: ", a $697 million [increase]"."""
    beside = _A.fullmatch(level.sentence.within, _behind(level), change.phrase.start)
    return changed.summed_up(change) if beside else None


def _direction(level: Claim, change: Claim, third: Claim, *, in_points: bool) -> str | None:
    """Say where a level went by the words between it and a change; None where they tell of no change or no way."""
    lead = moves.lead(level.sentence.within, _behind(level), change.phrase.start)
    of_level = in_points or (level.kind == "count" and level.counted in (change.counted, third.counted))
    joined = lead.joined or (of_level and lead.trailing and not lead.broken)  # "30 percent of the vote, down 5 points from"
    told = (joined and lead.part == "change") or _RISE_OF.fullmatch(level.sentence.within, _behind(level), change.phrase.start)
    return lead.direction if told else None


def _is_told_twice(change: Claim, third: Claim, amount: Claim) -> bool:
    """Tell whether "or" and nothing more stands between a change and what tells it again: "down 15, or 2 percent"."""
    text = change.sentence.within
    ends = amount.phrase.end if amount is third and amount.kind == "count" else third.span.end
    return _OR.fullmatch(text, change.span.end, third.phrase.start) is not None and _ENDS.match(text, ends) is not None


def _is_level_before(level: Claim, behind: int, third: Claim) -> bool:
    """Tell whether a level came from the third figure, and both can be levels of one thing; ``behind`` what it changed by."""
    text = level.sentence.within
    if not _FROM.fullmatch(text, behind, third.phrase.start) or _ENDS.match(text, _behind(third)) is None:
        return False
    other = level.kind == "count" and not alike.are_of_a_size(level, third, _SIZE)  # "540 in [12 wards], down 40 from [580]"
    return alike.are_of_one_thing(level, third) and not other


def _behind(level: Claim) -> int:
    """Give where what tells of a level ends, with the time when it was reached."""
    end = level.phrase.end if level.kind == "count" else level.span.end
    time = _TIME.match(level.sentence.within, end, level.sentence.span.end)
    return time.end() if time else end
