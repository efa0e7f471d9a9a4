"""Whether a share is the turnout of those who can vote: "Turnout was 61 percent, with 405 of the 500 voters casting a ballot".

A share, the count of those who voted and that of all who can go in; yes or no comes out.
"""

from __future__ import annotations

from factcheck.claims import Claim, moves
from factcheck.patterns import pattern

_ROLE = "turnout"
_VOTERS = pattern(r"voters|electors")
_ON_ROLL = pattern(
    r" (?:who (?:are|were) )?"
    r"(?:on the (?:electoral |voters?['’]? )?(?:roll|register)s?|eligible|entitled to vote|registered)\b"
)
"""Behind those who can vote, whoever they are."""
_BESIDE = pattern(r"(?::|,? with|, as|, or|,? \(| [-–—]+) (?:<<about>> )?")
"""From a turnout to the count of those who voted."""
_PARTED = pattern(r"[.;()“”]|\b(?:and|but|while|whereas|than|from|against|compared|after)\b")
"""Between the three: another vote may be told of."""
_ELSEWHERE = pattern(r" (?:in|among|at|across|elsewhere)\b")
"""Behind a turnout that is told last: it may be that of other voters ("48 percent in the rest of the county")."""
_SOME_WAY = pattern(r"\b<<ways-of-voting>>\b")
"""Some of those who voted, and not all."""


def is_of(share: Claim, part: Claim, whole: Claim) -> bool:
    """Tell whether a share of a sentence is the turnout of voters some of whom are told to have voted."""
    if share.sentence is not part.sentence or _ROLE not in share.roles or not _can_vote(whole):
        return False
    text, told = share.sentence.within, sorted([share.span, part.span, whole.span])
    changed = moves.lead(text, share.sentence.span.start, share.phrase.start).part == "change"
    if changed or _SOME_WAY.search(share.sentence.text) or _PARTED.search(text, told[0].end, told[-1].start):
        return False
    if share.span > part.span:
        return _ELSEWHERE.match(text, share.span.end) is None
    return _BESIDE.fullmatch(text, share.span.end, part.phrase.start) is not None


def _can_vote(whole: Claim) -> bool:
    """Tell whether a figure counts those who can vote."""
    named = _VOTERS.fullmatch(whole.counted or "") is not None
    return named or _ON_ROLL.match(whole.sentence.within, whole.phrase.end) is not None
