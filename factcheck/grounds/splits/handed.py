"""How shares of what is shared out are told: "the state pays 44 percent of the cost and the city 56 percent", "60 percent iron".

The first share with the words before it, or the first, the last so far and the next go in; whether they are told so comes out.
Each has a name or a public body of its own before it, for "women" and "students" may be the same; or a material behind it.
What is shared out is a cost, power or the like, of which one can have what another has not: two papers may reach one home.
"""

from __future__ import annotations

from factcheck.claims import Claim
from factcheck.grounds import sorts
from factcheck.grounds.kinds import apart, are_exclusive
from factcheck.grounds.splits.clauses import CASE, NAME, NEAR, between, is_closed
from factcheck.patterns import pattern

_WHO = rf"(?:{NAME}|<<Definite>> (?:[a-z]+ ){{0,2}}?<<bearers>>|<<fuels>>)"
_GIVES = pattern(rf"\b(?:{_WHO})(?: (?:will|would|now|also))* <<sharing-out>> {NEAR}\Z")
_OF_IT = r" of (?:the|all)(?: (?:total|whole|annual|overall|extra|[a-z]+['’]s))? <<divided>>"
_OF_WHAT = pattern(rf"{_OF_IT}\b")
_THEN_GIVES = pattern(
    rf"{_OF_IT}(?: (?:of|for) [^,;:()%.]{{1,40}}?)?(?:,? and|,? while|,) {_WHO}(?: (?:will|would))?(?: <<sharing-out>>)? {NEAR}"
)
_NEXT_GIVES = pattern(rf"(?:,|,? and|,? while) {_WHO}(?: <<sharing-out>>)? {NEAR}")
_OF_BALLOTS = pattern(rf"\b[Oo]f (?:the|all)(?: (?!seats)[a-z]+)? <<ballots>>(?: cast| counted)?,? {NEAR}\Z")
_WENT = rf" (?:went|goes|go|were cast|was cast) (?P<how>to|for) (?P<name>{NAME})"
_WENT_TO = pattern(_WENT)
_THEN_TO = pattern(rf"{_WENT}(?:,? and|,? while|,) {NEAR}")
_NEXT_TO = pattern(rf" (?P<how>to|for) (?P<name>{NAME})(?:,? and|,? while|,) {NEAR}")
_TO = pattern(rf"(?: (?:went|goes|go))? (?P<how>to|for) (?P<name>{NAME})(?= ?[.,;:)]|\Z| and\b)")
_MATERIAL = (
    r" (?P<kind>(?!(?:of|in|for|at|by|on|from|with|to|among|amongst|across|within|between|under|over|an?|the|as)\b)"
    r"[a-z-]+(?: (?!and\b|to\b)[a-z-]+)?)"
)
_RATE = pattern(r"\b<<sides: rates>> of (?:<<about>> )?\Z")
_MIXED = pattern(rf"{_MATERIAL}(?:,|,? and| to|, with) (?:<<about>> )?")
_JUDGED = pattern(
    r" of (?:[a-z]+ ){1,4}?<<judging>>"
    r" [^,;:()%]{1,40}? (?P<kind>[a-z]+)(?:,|,? and) (?:<<about>> )?"
)
"""Behind a share: how those whom it counts judge one thing."""
_MIXED_LAST = pattern(rf"{_MATERIAL}(?= ?[.,;:)]|\Z| (?:and|versus|against|compared)\b)")


def is_given(head: Claim, led: str) -> bool:
    """Tell whether one of several gives or gets a share of one thing: "the state pays [44 percent] of the cost"."""
    told = _GIVES.search(led) is not None and _OF_WHAT.match(head.sentence.within, head.span.end) is not None
    return told and not CASE.search(led)


def is_given_too(head: Claim, first: Claim, second: Claim) -> bool:
    """Tell whether the next share is another's: "... of the cost and the city [56 percent]"."""
    then = _THEN_GIVES if first is head else _NEXT_GIVES
    return then.fullmatch(*between(first, second)) is not None and is_closed(second)


def is_cast(head: Claim, led: str) -> bool:
    """Tell whether a share of the votes went to somebody: "of the votes, [44 percent] went to Smith"."""
    return _OF_BALLOTS.search(led) is not None and _WENT_TO.match(head.sentence.within, head.span.end) is not None


def is_cast_too(head: Claim, first: Claim, second: Claim) -> bool:
    """Tell whether the next share went to another: "... to Smith and [56 percent] to Jones"."""
    to = _TO.match(second.sentence.within, second.span.end, second.sentence.span.end)
    then = (_THEN_TO if first is head else _NEXT_TO).fullmatch(*between(first, second))
    return then is not None and to is not None and then["how"] == to["how"] and then["name"] != to["name"]


def is_mixed(head: Claim, led: str) -> bool:
    """Tell whether a share stands right before what it is of, without "of": "the bar is [51 percent] nuts"."""
    text = head.sentence.within
    mixed = _MIXED.match(text, head.span.end) is not None or _JUDGED.match(text, head.span.end) is not None
    return mixed and not led.endswith((" by ", " to ")) and not CASE.search(led) and not _RATE.search(led)


def is_mixed_too(head: Claim, first: Claim, second: Claim) -> bool:
    """Tell whether the next share is of what is none of the first: "... and [49 percent] dates"."""
    text = second.sentence.within
    one = _MIXED.fullmatch(*between(first, second)) or (first is head and _JUDGED.fullmatch(*between(first, second)))
    other = _MIXED_LAST.match(text, second.span.end, second.sentence.span.end)
    kinds = {one["kind"].split()[-1], other["kind"].split()[-1]} if one and other else set()
    if len(kinds) < len((first, second)):
        return False
    return sorts.answer_one_question([*kinds]) or are_exclusive(kinds) or any(kinds <= group for group in apart("materials"))
