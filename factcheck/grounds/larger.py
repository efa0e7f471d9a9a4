"""Whether a part may well be more than its whole: "of 12 couples, 14 were nurses", "grew by 40 people, including 60 children".

A part and its whole go in, yes or no comes out. Of what each is of several there are more; what came is more than what
that left where others went.
"""

from __future__ import annotations

from factcheck.claims import Claim, moves, series
from factcheck.patterns import pattern

_SEVERAL_EACH = pattern(r"<<several-each>>")
_BY = pattern(r"(?<![\w’'-])(?P<words>[\w’'-]+(?: [\w’'-]+){0,3}) by (?:an? )?(?:net )?(?:<<about>> )?\Z")
_MOVED = pattern(r"\b<<rising-or-falling>> (?:<<about>> )?\Z")
_NET_BEHIND, _DIFFERENCE = pattern(r" net\b"), pattern(r" (?:more|fewer|less)\b")
_NET = pattern(r"\b[Nn]et (?:[a-z]+ )?(?:(?:of|at|was|were|totalled|reached|came to) )?(?:<<about>> )?\Z")
_CAME_OR_WENT = pattern(r"\b<<coming-or-going>> (?:<<about>> )?\Z")
_COMES_AND_GOES = pattern(r"<<comes-and-goes>>")


def may_be(part: Claim, whole: Claim) -> bool:
    """Tell whether a part that is more than its whole may be one: of couples, or of a number that others were taken off."""
    other = series.noun(part) != series.noun(whole)  # of three groups five are new groups: no
    return (part.value or 0) > (whole.value or 0) and ((other and is_several_each(whole)) or _is_net(whole))


def is_several_each(whole: Claim) -> bool:
    """Tell whether each of those that a figure counts is several: couples, crews."""
    return whole.counted is not None and _SEVERAL_EACH.fullmatch(whole.counted.lower()) is not None


def _is_net(whole: Claim) -> bool:
    """Tell whether a figure is by how much something moved, or how many of what comes and goes there were in the end."""
    text, start, stop = whole.sentence.within, whole.sentence.near(whole.phrase.start), whole.phrase.start
    by = _BY.search(text, start, stop) if " by " in text[start:stop] else None
    if by and not moves.directions().keys().isdisjoint(by["words"].lower().split()):
        return True
    behind = _NET_BEHIND.match(text, whole.phrase.end) or _DIFFERENCE.match(text, whole.span.end)
    if behind or _NET.search(text, start, stop) or _MOVED.search(text, start, stop):
        return True
    goes = _COMES_AND_GOES.fullmatch((whole.counted or "").lower()) is not None
    return goes and _CAME_OR_WENT.search(text, start, stop) is not None
