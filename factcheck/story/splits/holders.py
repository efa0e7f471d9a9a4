"""Links between shares of one thing told one by one: "Alder owns 44 percent of it and Birch 56 percent".

The thing is named once, behind or before the first share, as what each part of can be held by one only: it is owned, or it is a
vote, a market or a sum. Each further share has a holder of its own before it, or a place behind it, and nothing else that it is
of. Shares in brackets stand behind owners ("its partners are Alder (30 percent) and Birch (26 percent)"); what remains is told as
such ("44 percent is in steel, and the remaining 56 percent in glass").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from attrs import define

from factcheck.claims import Claim, Line
from factcheck.grounds import sorts
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.splits import shares
from factcheck.values import frozen

KIND = shares.KIND
ROUND = 2
ONE = False
INHERITS: frozenset[str] = frozenset()

_NEAR = r"(?:(?:<<about>>|another|a further|an?|the remaining) )*"
_NAME = r"(?:(?:the|its|his|her) )?[A-Z][\w’'.&-]*(?: [A-Z][\w’'.&-]*){0,4}"
_GROUP = r"(?:[a-z]+ ){0,2}<<holders>>"
_AND = r"(?: [^,;:()%.]{0,70}?)?,?(?: and| while| with)?,? "
_OWNS = pattern(rf"\b<<own>> {_NEAR}\Z")
_HELD = r"(?:owned|held|controlled)"
_OWNED_BY = pattern(rf"\b{_HELD} {_NEAR}\Z")
_BY = pattern(rf"(?P<held>[ -]{_HELD})? by ")
_THEN_OWNED_BY = pattern(rf"(?:[ -]{_HELD})? by (?:(?! and )[^,;:()%.]){{1,60}}?(?:,? and|, with|,) {_NEAR}")
_OF_ITS_OWN = pattern(r" of (?:its|their|his|her|our)\b")
_THEN_OWNS = pattern(
    rf"{_AND}(?:the |its )?(?:{_NAME}|{_GROUP})(?: (?:<<holders>>|also|now|still))?(?: (?:will|would))?"
    rf"(?: <<own>>| has| have)? {_NEAR}"
)
_HAS = pattern(rf"\b(?:<<have>>|<<crediting>> {_NAME}(?: at| on)?) {_NEAR}\Z")
_OF_ONE = pattern(
    r" of (?:(?:the|all|that) (?:[a-z]+ ){0,2})?<<ballots>>\b"
    r"(?! (?:<<tallied>>|in\b|have|has|had|were|was))"
)
_SLICE = pattern(rf"\b<<slices>> of (?:the|its|that) [^,;:()%.]{{1,50}}? (?:with|at) {_NEAR}\Z")
_THEN_HAS = pattern(
    rf"{_AND}(?:(?:followed by|ahead of) )?{_NAME}"
    rf"(?: <<have>>| at| on| (?:was|is|came|comes in|finished) (?:second|third|next)(?: with| at| on))? {_NEAR}"
)
_NAMED_HAS = pattern(rf"{_NAME} <<have>> {_NEAR}\Z")
_CONTEST = pattern(
    r"\b(?:match-?up|(?:three|two|four)-(?:way|candidate)|head-to-head|run-?off|hypothetical (?:race|contest))\b"
    r"(?! (?:polls|races|contests))"
)
_OWNERS = pattern(rf"\b<<owners>>(?:,|:)?(?: (?:are|were|include|including|of))? {_NAME} ?\({_NEAR}\Z")
_THEN_BRACKET = pattern(rf"\)(?:,|,? and) {_NAME}(?: ?\([^()%]*\))? ?\({_NEAR}")
_OTHER_OWNERS = pattern(
    rf" of [^,;:()%.]{{1,50}},? (?:and|while|with)(?: the| its)? other <<owners>>(?: are| include|:)? {_NAME} ?\({_NEAR}"
)
_THEN_REST = pattern(r"(?: [^;:%.]{1,80})?(?:,|,? and|,? while|,? with| \()(?: [\w’'.-]+){0,4} ?the remaining ")
_OF_IT = pattern(r" of (?:the|all|its|their|his|her)\b")
_THEN_LEAVES = pattern(rf" of [^;:()%.]{{1,80}}?, leaving (?:(?:just|only|a mere) )?{_NEAR}")
_LEFT_FOR = pattern(r" (?:for|to|with) (?:the|its|[A-Z])| to [a-z]+ (?:out )?(?:among|between|by) ")
_OF_A_SUM = pattern(rf"\b[Oo]f (?:the|its|their|his|her|all) (?:[\w’'-]+ ){{0,3}}?<<funds>>,? {_NEAR}\Z")
_PLACED = pattern(r" (?:[a-z]+ ){0,2}?(?P<how>in|from|to|for|on) ")
_THEN_IN_KIND = pattern(rf" in (?:[a-z]+ ){{0,2}}[a-z]+,? and {_NEAR}")
_ASIDE = r" (?:--|[—–-]) [^;:()%.—–]{1,80}? (?:--|[—–-])(?: and)?"
_THEN_PLACED = pattern(rf" (?:[a-z]+ ){{0,2}}?(?:in|from|to|for|on) [^,;:()%.]{{1,40}}?(?:{_ASIDE}|,|,? and|, with) {_NEAR}")
_ENDS = pattern(
    r" ?(?:[.,;:)—–]|\Z)| (?:and|while|each|apiece)\b| of (?:it|them|the votes?)(?! (?:for|in|on|from|among|cast)\b)\b"
)
_OF_OTHER = pattern(r" (?:of|in) (?!it\b|them\b|the <<owned>>\b)")
_CASE = pattern(r"\b(?:[Ii]f|[Nn]o|[Nn]one|[Nn]either|[Uu]nless|must|should|needs?|could|may)\b")
_LED = 90
_BEFORE = 250
"""Code points before a sentence in which the contest may be told."""
_WHOLE = 100


@frozen
class _Way:
    """How shares of one thing are told: what ties them, how many there must be, and what shows the first and each next one.

    ``begins`` takes the first share and the words before it, ``goes_on`` the first, the last so far and the next.
    """

    why: str
    begins: Callable[[Claim, str], bool]
    goes_on: Callable[[Claim, Claim, Claim], bool]
    fewest: int = 2


@define
class _Chain:
    """Shares of one thing as far as they were read, and how they are told."""

    way: _Way
    told: list[Claim]


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of figures that have none yet, in text order: from each further share to the first of its whole."""
    tied = {link.one for link in links if link.kind == KIND}
    for chain in _chains(figures):
        head, *others = chain.told
        if len(chain.told) >= chain.way.fewest and tied.isdisjoint(other.id for other in others):
            yield from (Link(KIND, other.id, head.id, chain.way.why) for other in others)


def _chains(figures: Sequence[Claim]) -> Iterator[_Chain]:
    chain: _Chain | None = None
    for first, second in pairwise(figures):
        if not shares.are_of_one_vote(first, second) and not _is_a_fraction(first, second):
            continue
        if chain is not None and chain.told[-1] is first and chain.way.goes_on(chain.told[0], first, second):
            chain.told.append(second)
            continue
        led = _led(first)
        ways = _WAYS if first.kind == "percent" else _OF_FRACTIONS
        way = next((way for way in ways if way.begins(first, led) and way.goes_on(first, first, second)), None)
        if way is not None:
            if chain is not None:
                yield chain
            chain = _Chain(way, [first, second])
    if chain is not None:
        yield chain


def _is_a_fraction(first: Claim, second: Claim) -> bool:
    """Tell whether a fraction stands before a share in percent: "half of the gains, leaving 48 percent for the others"."""
    alike = first.kind == "ratio" and second.kind == "percent" and first.is_single and second.value is not None
    return alike and first.sentence is second.sentence and first.value is not None and first.value < 1


def _led(head: Claim) -> str:
    """Give the words before a share."""
    return head.sentence.within[max(head.sentence.span.start, head.phrase.start - _LED) : head.phrase.start]


def _between(first: Claim, second: Claim) -> tuple[str, int, int]:
    return first.sentence.within, first.span.end, second.phrase.start


def _is_owned(head: Claim, led: str) -> bool:
    return _OWNS.search(led) is not None and _OF_ITS_OWN.match(head.sentence.within, head.span.end) is None


def _is_owned_too(head: Claim, first: Claim, second: Claim) -> bool:
    return _THEN_OWNS.fullmatch(*_between(first, second)) is not None and _is_closed(second)


def _is_owned_by(head: Claim, led: str) -> bool:
    by = _BY.match(head.sentence.within, head.span.end)
    return by is not None and (by["held"] is not None or _OWNED_BY.search(led) is not None) and not _CASE.search(led)


def _is_owned_by_too(head: Claim, first: Claim, second: Claim) -> bool:
    by = second.sentence.within.startswith(" by ", second.span.end)
    return by and _THEN_OWNED_BY.fullmatch(*_between(first, second)) is not None


def _is_voted(head: Claim, led: str) -> bool:
    of_one = _OF_ONE.match(head.sentence.within, head.span.end) is not None
    return of_one and _HAS.search(led) is not None and not _CASE.search(led)


def _is_a_slice(head: Claim, led: str) -> bool:
    return _SLICE.search(led) is not None and not _CASE.search(led)


def _is_polled(head: Claim, led: str) -> bool:
    """Tell whether a share is a name's in a contest of a few, told in its sentence or right before: "Smith had 42 percent"."""
    text, start = head.sentence.within, head.sentence.span.start
    told = text[max(0, start - _BEFORE) : head.phrase.start]
    return _is_closed(head) and _NAMED_HAS.search(led) is not None and _CONTEST.search(told) is not None and not _CASE.search(led)


def _is_voted_too(head: Claim, first: Claim, second: Claim) -> bool:
    return _THEN_HAS.fullmatch(*_between(first, second)) is not None and _is_closed(second)


def _is_closed(share: Claim) -> bool:
    return _ENDS.match(share.sentence.within, share.span.end) is not None


def _is_listed(head: Claim, led: str) -> bool:
    return _OWNERS.search(led) is not None or _OWNS.search(led) is not None


def _is_listed_too(head: Claim, first: Claim, second: Claim) -> bool:
    text, *gap = _between(first, second)
    if first is head and not text.startswith(")", first.span.end):
        return _OTHER_OWNERS.fullmatch(text, *gap) is not None
    return _THEN_BRACKET.fullmatch(text, *gap) is not None and text.startswith(")", second.span.end)


def _is_placed(head: Claim, led: str) -> bool:
    return _OF_A_SUM.search(led) is not None


def _is_placed_too(head: Claim, first: Claim, second: Claim) -> bool:
    text = head.sentence.within
    one, other = _PLACED.match(text, head.span.end), _PLACED.match(text, second.span.end)
    alike = one is not None and other is not None and one["how"] == other["how"]
    return alike and _THEN_PLACED.fullmatch(*_between(first, second)) is not None and sorts.are_apart([first, second])


def _is_paid_in_too(head: Claim, first: Claim, second: Claim) -> bool:
    return _THEN_IN_KIND.fullmatch(*_between(first, second)) is not None and sorts.are_kinds_of_pay([first, second])


def _may_leave_some(head: Claim, led: str) -> bool:
    return head.value is not None and head.value < _WHOLE and not led.endswith((" to ", " by ")) and not shares.is_moved(head)


def _is_left(head: Claim, first: Claim, second: Claim) -> bool:
    text, *gap = _between(first, second)
    return _THEN_REST.fullmatch(text, *gap) is not None and _OF_OTHER.match(text, second.span.end) is None


def _takes_some(head: Claim, led: str) -> bool:
    return _may_leave_some(head, led) and _OF_IT.match(head.sentence.within, head.span.end) is not None


def _leaves(head: Claim, first: Claim, second: Claim) -> bool:
    """Tell whether what is left is told as a share alone: "leaving 40 percent for it", but not "leaving 40 percent homeless"."""
    text = second.sentence.within
    of_whole = _is_closed(second) or _LEFT_FOR.match(text, second.span.end) is not None
    return of_whole and _THEN_LEAVES.fullmatch(*_between(first, second)) is not None


_OF_FRACTIONS = (
    _Way("the second is what remains", _may_leave_some, _is_left),
    _Way("the second is what is left", _takes_some, _leaves),
)
_WAYS = (
    _Way("both are owned of one thing", _is_owned, _is_owned_too),
    _Way("both are owned of one thing", _is_owned_by, _is_owned_by_too),
    _Way("both are held of one thing", _is_voted, _is_voted_too),
    _Way("both are held in one contest", _is_polled, _is_voted_too),
    _Way("both are slices of one thing", _is_a_slice, _is_voted_too),
    _Way("both are told of the owners of one thing", _is_listed, _is_listed_too),
    # two places of a sum may be told by different things ("from Asia, ... from old customers")
    _Way("both are parts of one sum", _is_placed, _is_placed_too, fewest=3),
    _Way("both are parts of one payment", _may_leave_some, _is_paid_in_too),
    *_OF_FRACTIONS,
)
