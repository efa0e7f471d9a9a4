"""How three shares or more of one poll are told: "the poll gave Smith 44 percent, the Greens 36 percent and Jones 20 percent".

The first share with the words before it, or the first, the last so far and the next go in; whether they are told so comes out.
Each has a name of its own before it or, led by "for", behind it; nothing that many can have of several, as trust, is told of.
"""

from __future__ import annotations

from factcheck.claims import Claim
from factcheck.grounds import lands
from factcheck.grounds.splits.clauses import CASE, NAME, NEAR, between, is_closed
from factcheck.patterns import pattern

FEWEST = 3
_PARTY = (
    r"(?!(?:the )?<<proposals>>\b)(?:<<determiner>> )?(?:(?!<<have>>|and\b|in\b|of\b|for\b|to\b|among\b)[a-z-]+ )?"
    rf"{NAME}(?: <<parties>>)?"
)
_AT = r"(?:(?:<<have>>|at|on|trailing|the|support|backing|of|is|was|stood|stands|came|next) )*"
_TOLD_OF = pattern(
    rf"(?:\A|\b|, )(?:(?:<<crediting>>|shows?|showed|<<has>>|with|that|the|it|they) )?(?:(?P<name>{_PARTY})|them|him|her|it)"
    rf" {_AT}{NEAR}\Z"
)
_OF_ALL = (
    r"(?: (?:of )?(?:support|backing)"
    r"| of (?:the |all |those )?(?:[a-z]+ )?(?:<<electorate>>|polled|questioned|asked|surveyed|votes?))?"
)
_THEN = pattern(rf"{_OF_ALL}(?:,? and|,? while|,? with|,) (?:followed by )?(?P<name>{_PARTY}) {_AT}{NEAR}")
_SHARE_FOR = rf"(?: share of the vote| of (?:the )?votes?| support| backing)?(?: (?:for|to) (?P<name>{_PARTY}))?"
_THEN_FOR = pattern(rf"{_SHARE_FOR}(?:,? and|,? <<against>>|,? while|,? with|,) {NEAR}")
_FOR = pattern(rf" (?:for|to) (?P<name>{_PARTY})(?= ?[.,;:)]|\Z| and\b)")
_SUPPORT_FOR = pattern(rf"\b(?:[Ss]upport|[Bb]acking) for {_PARTY} (?:stood|stands|was|is) at {NEAR}\Z")
_PARTY_NAME = pattern(r"<<party-names>>")
_CONTEST = pattern(r"(?i)\b<<contested>>\b")
_POLL = pattern(r"\b(?:[Pp]oll|[Ss]urvey)\b(?! (?:tax|taxes|stations?)\b)")
_SEVERAL = pattern(r"(?i)\b(?:<<several-at-once>>|<<rated>>|polls|surveys|men|women)\b")
_BEFORE, _FAR = 200, 600
"""Code points before a sentence in which the poll may be told, and what it is about."""


def is_given(head: Claim, led: str) -> bool:
    """Tell whether a poll gives a share to a name: "the poll gave Smith [44 percent]"."""
    return _TOLD_OF.search(led) is not None and _is_of_a_poll(head) and not CASE.search(led)


def is_given_too(head: Claim, first: Claim, second: Claim) -> bool:
    """Tell whether it gives the next share to another: "... and the Greens [36 percent]"."""
    then, told = _THEN.fullmatch(*between(first, second)), _TOLD_OF.search(head.led)
    if then is None or not is_closed(second) or second.direction is not None:
        return False
    return told is None or not lands.are_lands_apart(told["name"] or "", then["name"])


def is_for(head: Claim, led: str) -> bool:
    """Tell whether a share of those whom a poll asked is for a name: "[44 percent] for Smith"."""
    text, stop = head.sentence.within, head.sentence.span.end
    named = _FOR.match(text, head.span.end, stop) or _SUPPORT_FOR.search(led) or _TOLD_OF.search(led)
    led_by = _THEN_FOR.match(text, head.span.end, stop) is not None
    return (named is not None or led_by) and _is_of_a_poll(head) and not CASE.search(led)


def is_for_too(head: Claim, first: Claim, second: Claim) -> bool:
    """Tell whether the next share is for another: "... against [36 percent] for the Greens"."""
    then, named = _THEN_FOR.fullmatch(*between(first, second)), _FOR.match(second.sentence.within, second.span.end)
    if then is None or named is None or second.direction is not None or not _is_of_party(named["name"]):
        return False
    return first is head or then["name"] is not None


def _is_of_party(name: str) -> bool:
    """Tell whether a name can be that of a person or a party: "the Greens", "the Alliance", but not "the Toll"."""
    the, *words = name.split()
    last = words[-1] if words else the
    return the != "the" or len(words) > 1 or last.endswith("s") or _PARTY_NAME.fullmatch(last) is not None


def _is_of_a_poll(head: Claim) -> bool:
    """Tell whether one poll is told of in the sentence of a share or right before, and nothing that several can have."""
    text, sentence = head.sentence.within, head.sentence.span
    polled = _POLL.search(text, max(0, sentence.start - _BEFORE), head.phrase.start) is not None
    contested = _CONTEST.search(text, max(0, sentence.start - _FAR), sentence.end) is not None
    return head.direction is None and polled and contested and _SEVERAL.search(text, sentence.start, sentence.end) is None
