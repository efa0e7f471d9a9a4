"""How shares of what is owned are told: "Alder owns 44 percent of it and Birch 56 percent", "is 44 percent owned by Alder".

The first share with the words before it, or the first, the last so far and the next go in; whether they are told so comes out.
"""

from __future__ import annotations

from factcheck.claims import Claim
from factcheck.grounds.splits.clauses import AND, CASE, ENDS, NAME, NEAR, between, is_closed
from factcheck.patterns import pattern

_GROUP = r"(?:[a-z]+ ){0,2}<<holders>>"
_OWNS = pattern(rf"\b<<own>> {NEAR}\Z")
_HELD = r"(?:owned|held|controlled)"
_OWNED_BY = pattern(rf"\b{_HELD} {NEAR}\Z")
_BY = pattern(rf"(?P<held>[ -]{_HELD})? by ")
_THEN_OWNED_BY = pattern(rf"(?:[ -]{_HELD})? by (?:(?! and )[^,;:()%.]){{1,60}}?(?:,? and|, with|,) {NEAR}")
_THEN_OWNS_OF_IT = pattern(rf"(?:,? and|,? while|,) (?:<<definite>> )?(?:{NAME}|{_GROUP}) {NEAR}")
_OF_THE = pattern(r" of the (?!(?:other|second|new|latter)\b)(?![^.;:]{0,60}\b(?:their|they|each|respective|own)\b)")
_THE_STAKE = pattern(rf"\bstake(?:,| -| –| --| —| of) {NEAR}\Z")
_WITH_OWNER = pattern(rf" of [^,;:()%.]{{1,50}}?(?:,| -| –| --| —)? (?:with|and|while) {NAME} <<own>> {NEAR}")
_OF_VOTES = pattern(r" of the votes?\b")
_FAMILY = pattern(r"\b(?:famil(?:y|ies)|heirs?|through|via)\b")
_NAMED = pattern(r"\b[A-Z][\w’'-]+(?<!The)(?<!Corp)(?<!Ltd)(?<!Inc)(?<!Mr)(?<!Mrs)(?<!Ms)")
_LED = 90
_OF_ITS_OWN = pattern(r" of <<possessive>>\b")
_THEN_OWNS = pattern(
    rf"{AND}(?:<<definite>> )?(?:{NAME}|{_GROUP})(?: (?:<<holders>>|also|now|still))?(?: (?:will|would))?"
    rf"(?: <<own>>| has| have)? {NEAR}"
)
_STAKE_WORD = r"[ -](?:stake|interest|share|shareholding|holding)"
_STAKE_IN = rf"{_STAKE_WORD} (?:in|of) "
_STAKE = pattern(_STAKE_IN)
_STAKE_TOO = pattern(rf"(?:{_STAKE_WORD})?")
_THEN_STAKE = pattern(rf"{_STAKE_IN}[^,;:()%.]{{1,50}}?(?:,? and|,? while|,? with|,) {NAME}(?: (?:<<have>>|<<own>>|at))? {NEAR}")
_IN_WHICH = pattern(rf"\b(?:in|of) which {NAME} (?:<<have>>|<<own>>) {NEAR}\Z")
_NEXT_STAKE = pattern(rf"(?:{_STAKE_WORD})?(?:,? and|,? while|,? with|,) {NAME}(?: (?:<<have>>|<<own>>|at))? {NEAR}")
_OWNERS = pattern(
    rf"\b(?i:<<owners>>)(?: (?:in|on|of) [^,;:()%]{{1,30}}?)?(?:,|:)?(?: (?:are|were|include|including|of))?"
    rf" {NAME}(?: ?\(|(?:, <<definite>> [a-z]+)?,? with ){NEAR}\Z"
)
_THEN_BRACKET = pattern(rf"(?:\)|{_STAKE_WORD})(?:,|,? and) (?:[a-z-]+ )?{NAME}(?: unit {NAME})?(?: ?\([^()%]*\))? ?\({NEAR}")
_OTHER_OWNERS = pattern(
    rf" of [^,;:()%.]{{1,50}},? (?:and|while|with)(?: the| its)? other <<owners>>(?: are| include|:)? {NAME} ?\({NEAR}"
)


def is_owned(head: Claim, led: str) -> bool:
    """Tell whether somebody owns a share: "Alder owns [44 percent]"."""
    if _THE_STAKE.search(led) is not None and not CASE.search(led):
        return True
    return _OWNS.search(led) is not None and _OF_ITS_OWN.match(head.sentence.within, head.span.end) is None


def is_owned_too(head: Claim, first: Claim, second: Claim) -> bool:
    """Tell whether the next share is another's: "... of it and Birch [56 percent]"."""
    gap = between(first, second)
    if _are_one_family(head.sentence.within[max(head.sentence.span.start, head.phrase.start - _LED) : head.phrase.start], gap):
        return False
    if _FAMILY.search(gap[0], second.span.end, second.sentence.span.end):
        return False  # "and Birch 55 percent, some of it through Alder"
    if _OF_VOTES.match(gap[0], second.span.end) and not _OF_VOTES.match(gap[0], first.span.end):
        return False  # "60 percent of the shares and Birch 55 percent of the votes"
    if first is head and _THEN_OWNS_OF_IT.fullmatch(*gap):  # "Alder holds 44 percent and Birch 56 percent of the mill"
        return is_closed(second) or _OF_THE.match(second.sentence.within, second.span.end) is not None
    return (_THEN_OWNS.fullmatch(*gap) or _WITH_OWNER.fullmatch(*gap)) is not None and is_closed(second)


def _are_one_family(led: str, gap: tuple[str, int, int]) -> bool:
    """Tell whether one owner may be of the other: "the family ... and Mr. Alder", "Alder Group ... and Alder Holdings"."""
    told = gap[0][gap[1] : gap[2]]
    if _FAMILY.search(led) or _FAMILY.search(told):
        return True
    return not {*_NAMED.findall(led)}.isdisjoint(_NAMED.findall(told))


def is_owned_by(head: Claim, led: str) -> bool:
    """Tell whether a share is owned by somebody: "owned [44 percent] by Alder", "[44 percent] owned by Alder"."""
    by = _BY.match(head.sentence.within, head.span.end)
    return by is not None and (by["held"] is not None or _OWNED_BY.search(led) is not None) and not CASE.search(led)


def is_owned_by_too(head: Claim, first: Claim, second: Claim) -> bool:
    """Tell whether the next share is owned by another: "... and [56 percent] by Birch"."""
    by = _BY.match(second.sentence.within, second.span.end) is not None
    return by and _THEN_OWNED_BY.fullmatch(*between(first, second)) is not None


def is_a_stake(head: Claim, led: str) -> bool:
    """Tell whether a share is called a stake: "a [44 percent] stake in it"."""
    stake = _STAKE.match(head.sentence.within, head.span.end) or _IN_WHICH.search(led)
    return stake is not None and not CASE.search(led)


def is_a_stake_too(head: Claim, first: Claim, second: Claim) -> bool:
    """Tell whether the next share is another's stake: "... and Birch a [56 percent] stake"."""
    text = second.sentence.within
    stake, then = _STAKE_TOO.match(text, second.span.end), _THEN_STAKE if _STAKE.match(text, first.span.end) else _NEXT_STAKE
    return then.fullmatch(*between(first, second)) is not None and ENDS.match(text, stake.end()) is not None if stake else False


def is_listed(head: Claim, led: str) -> bool:
    """Tell whether owners are listed: "its partners are Alder ([44 percent])"."""
    return _OWNERS.search(led) is not None or _OWNS.search(led) is not None


def is_listed_too(head: Claim, first: Claim, second: Claim) -> bool:
    """Tell whether the next share is that of the next owner: ", Birch ([30 percent])"."""
    text, *gap = between(first, second)
    if first is head and _OTHER_OWNERS.fullmatch(text, *gap):
        return True
    return _THEN_BRACKET.fullmatch(text, *gap) is not None and text.startswith(")", second.span.end)
