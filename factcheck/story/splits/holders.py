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

from factcheck.claims import SHARES, Claim, Line
from factcheck.grounds import lands, sorts
from factcheck.grounds.splits import handed, listed, owned, polled
from factcheck.grounds.splits.clauses import AND, CASE, NAME, NEAR, between, is_closed
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.splits import shares
from factcheck.values import frozen

KIND = shares.KIND
ROUND = 2
ONE = False
INHERITS: frozenset[str] = frozenset()

_HAS = pattern(rf"\b(?:<<have>>|<<crediting>> {NAME}(?: at| on)?) {NEAR}\Z")
_OF_ONE = pattern(
    r" of (?:(?:the|all|that) (?:[a-z]+ ){0,2})?<<ballots>>\b"
    r"(?! (?:<<tallied>>|in\b|<<has>>|were|was))"
)
_SLICE = pattern(rf"\b<<slices>> of (?:<<definite>>|that) [^,;:()%.]{{1,50}}? (?:with|at) {NEAR}\Z")
_THEN_HAS = pattern(
    rf"{AND}(?:(?:followed by|ahead of) )?(?<!\bin )(?<!\bat )(?<!\btook )(?<!\bwon )(?<!\bheld ){NAME}"
    rf"(?: <<have>>| at| on| (?:is|was|stands|stood) at"
    rf"| (?:was|is|came|comes in|finished) (?:second|third|next)(?: with| at| on))? {NEAR}"
)
_NAMED_HAS = pattern(rf"{NAME} <<have>> {NEAR}\Z")
_LEADS_FIELD = pattern(
    rf"\b(?:leads|led|is leading|was leading|tops|topped) the (?:field|pack|race|contest) (?:with|at) {NEAR}\Z"
)
_SUPPORT = pattern(r" (?:of )?support(?=,| and\b)")
_CONTEST = pattern(
    r"\b(?:match-?up|(?:three|two|four)-(?:way|candidate)|head-to-head|run-?off|hypothetical (?:race|contest))\b"
    r"(?! (?:polls|races|contests))"
)
_THEN_REST = pattern(r"(?: [^;:%.]{1,80})?(?:,|,? and|,? while|,? with| \()(?: [\w’'.-]+){0,4} ?the (?:remaining|balance of) ")
_OF_IT = pattern(r" of (?:<<definite>>|all)\b")
_THEN_LEAVES = pattern(rf" of [^;:()%.]{{1,80}}?, leaving (?:(?:just|only|a mere) )?{NEAR}")
_LEFT_FOR = pattern(r" (?:for|to|with) (?:<<definite>>|[A-Z])| to [a-z]+ (?:out )?(?:among|between|by) ")
_OF_A_SUM = pattern(rf"\b[Oo]f (?:<<definite>>|all) (?:[\w’'-]+ ){{0,3}}?<<funds>>,? {NEAR}\Z")
_PLACED = pattern(r" (?:[a-z]+ ){0,2}?(?P<how>in|from|to|for|on) ")
_THEN_IN_KIND = pattern(rf" in (?:[a-z]+ ){{0,2}}[a-z]+,? and {NEAR}")
_IN_A_LAND = pattern(r" of (?:<<definite>>|all) (?:[a-z]+ ){0,2}?<<funds>> (?P<how>in|from|to) ")
_LAND_NAME = r"(?:U\.[SK]\.|[A-Z]\w+(?: [A-Z]\w+)*)"
_THEN_LAND = pattern(rf"(?:the )?(?P<land>{_LAND_NAME}),? and {NEAR}")
_LAND = pattern(rf" (?P<how>in|from|to) (?:the )?(?P<land>{_LAND_NAME})(?= ?[.,;)]| and\b|\Z)")
_ASIDE = r" (?:--|[—–-]) [^;:()%.—–]{1,80}? (?:--|[—–-])(?: and)?"
_THEN_PLACED = pattern(rf" (?:[a-z]+ ){{0,2}}?(?:in|from|to|for|on) [^,;:()%.]{{1,40}}?(?:{_ASIDE}|,|,? and|, with) {NEAR}")
_OF_OTHER = pattern(r" (?:of|in) (?!it\b|them\b|the <<owned>>\b)")
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
    """Give the links of figures that have none yet, in text order, those of lists last: from each further share to the first."""
    tied = {link.one: link.other for link in links if link.kind == KIND}
    for chain in (*_chains(figures, _WAYS), *_chains(figures, _LISTS)):
        head, *others = chain.told
        told = {share.id for share in chain.told}
        if len(others) >= chain.way.fewest - 1 and all(tied.get(other.id, head.id) in told for other in others):
            yield from (Link(KIND, other.id, head.id, chain.way.why) for other in others if tied.get(other.id) != head.id)
            tied.update({other.id: head.id for other in others})


def _chains(figures: Sequence[Claim], told_in: Sequence[_Way]) -> Iterator[_Chain]:
    """Give the shares of a sentence that go on from one another in one way of telling."""
    chain: _Chain | None = None
    for first, second in pairwise(figure for figure in figures if figure.kind in SHARES):
        if chain is not None and chain.told[-1] is first and _goes_on(chain, first, second):
            chain.told.append(second)
            continue
        if not shares.are_of_one_vote(first, second) and not _is_a_fraction(first, second):
            continue
        led = _led(first)
        ways = told_in if first.kind == "percent" else _OF_FRACTIONS
        way = next((way for way in ways if way.begins(first, led) and way.goes_on(first, first, second)), None)
        if way is not None:
            if chain is not None:
                yield chain
            chain = _Chain(way, [first, second])
    if chain is not None:
        yield chain


def _goes_on(chain: _Chain, first: Claim, second: Claim) -> bool:
    """Tell whether a share is the next of those told so, or what they leave: "..., with [the remaining 4 percent] for Birch"."""
    head = chain.told[0]
    if not shares.are_of_one_vote(head, second) and not _is_a_fraction(head, second):
        return False
    return chain.way.goes_on(head, first, second) or (_may_leave_some(head, _led(head)) and _is_left(head, first, second))


def _is_a_fraction(first: Claim, second: Claim) -> bool:
    """Tell whether a fraction stands before a share in percent: "half of the gains, leaving 48 percent for the others"."""
    alike = first.kind == "ratio" and second.kind == "percent" and first.is_single and second.value is not None
    return alike and first.sentence is second.sentence and first.value is not None and first.value < 1


def _led(head: Claim) -> str:
    """Give the words before a share."""
    return head.sentence.within[max(head.sentence.span.start, head.phrase.start - _LED) : head.phrase.start]


def _is_voted(head: Claim, led: str) -> bool:
    of_one = _OF_ONE.match(head.sentence.within, head.span.end) is not None
    return of_one and _HAS.search(led) is not None and not CASE.search(led)


def _is_a_slice(head: Claim, led: str) -> bool:
    return _SLICE.search(led) is not None and not CASE.search(led)


def _is_polled(head: Claim, led: str) -> bool:
    """Tell whether a share is a name's in a contest of a few, told in its sentence or right before: "Smith had 42 percent"."""
    text, start = head.sentence.within, head.sentence.span.start
    told = text[max(0, start - _BEFORE) : head.phrase.start]
    return is_closed(head) and _NAMED_HAS.search(led) is not None and _CONTEST.search(told) is not None and not CASE.search(led)


def _leads_field(head: Claim, led: str) -> bool:
    """Tell whether a share is that of who leads a contest: "Wren leads the field with 36 percent"."""
    told = is_closed(head) or _SUPPORT.match(head.sentence.within, head.span.end) is not None
    return told and _LEADS_FIELD.search(led) is not None and not CASE.search(led)


def _is_voted_too(head: Claim, first: Claim, second: Claim) -> bool:
    return _THEN_HAS.fullmatch(*between(first, second)) is not None and is_closed(second)


def _is_placed(head: Claim, led: str) -> bool:
    return _OF_A_SUM.search(led) is not None


def _is_placed_too(head: Claim, first: Claim, second: Claim) -> bool:
    text = head.sentence.within
    one, other = _PLACED.match(text, head.span.end), _PLACED.match(text, second.span.end)
    alike = one is not None and other is not None and one["how"] == other["how"]
    return alike and _THEN_PLACED.fullmatch(*between(first, second)) is not None and sorts.are_apart([first, second])


def _is_in_a_land(head: Claim, led: str) -> bool:
    return _IN_A_LAND.match(head.sentence.within, head.span.end) is not None and _may_leave_some(head, led)


def _is_in_another(head: Claim, first: Claim, second: Claim) -> bool:
    """Tell whether the next share is of another land: "63 percent of its sales from Europe and [44 percent] from Asia"."""
    text = second.sentence.within
    one, other = _IN_A_LAND.match(text, head.span.end), _LAND.match(text, second.span.end, second.sentence.span.end)
    if first is not head or one is None or other is None or one["how"] != other["how"]:
        return False
    then = _THEN_LAND.fullmatch(text, one.end(), second.phrase.start)
    return then is not None and lands.are_lands_apart(then["land"], other["land"])


def _is_paid_in_too(head: Claim, first: Claim, second: Claim) -> bool:
    return _THEN_IN_KIND.fullmatch(*between(first, second)) is not None and sorts.are_kinds_of_pay([first, second])


def _may_leave_some(head: Claim, led: str) -> bool:
    return head.value is not None and head.value < _WHOLE and not led.endswith((" to ", " by ")) and not shares.is_moved(head)


def _is_left(head: Claim, first: Claim, second: Claim) -> bool:
    text, *gap = between(first, second)
    return _THEN_REST.fullmatch(text, *gap) is not None and _OF_OTHER.match(text, second.span.end) is None


def _is_a_stake(head: Claim, led: str) -> bool:
    return _may_leave_some(head, led) and owned.is_a_stake(head, led)


def _takes_some(head: Claim, led: str) -> bool:
    return _may_leave_some(head, led) and _OF_IT.match(head.sentence.within, head.span.end) is not None


def _leaves(head: Claim, first: Claim, second: Claim) -> bool:
    """Tell whether what is left is told as a share alone: "leaving 40 percent for it", but not "leaving 40 percent homeless"."""
    text = second.sentence.within
    of_whole = is_closed(second) or _LEFT_FOR.match(text, second.span.end) is not None
    return of_whole and _THEN_LEAVES.fullmatch(*between(first, second)) is not None


_OF_FRACTIONS = (
    _Way("the second is what remains", _may_leave_some, _is_left),
    _Way("the second is what is left", _takes_some, _leaves),
)
_WAYS = (
    _Way("both are owned of one thing", owned.is_owned, owned.is_owned_too),
    _Way("both are owned of one thing", owned.is_owned_by, owned.is_owned_by_too),
    _Way("both are stakes in one thing", _is_a_stake, owned.is_a_stake_too),
    _Way("both are given of one thing", handed.is_given, handed.is_given_too),
    _Way("each vote went to one", handed.is_cast, handed.is_cast_too),
    _Way("nothing is both", handed.is_mixed, handed.is_mixed_too),
    _Way("both are held of one thing", _is_voted, _is_voted_too),
    _Way("both are held in one contest", _is_polled, _is_voted_too),
    _Way("both are held in one contest", _leads_field, _is_voted_too),
    _Way("both are slices of one thing", _is_a_slice, _is_voted_too),
    _Way("both are told of the owners of one thing", owned.is_listed, owned.is_listed_too),
    # two places of a sum may be told by different things ("from Asia, ... from old customers")
    _Way("both are parts of one sum", _is_placed, _is_placed_too, fewest=3),
    _Way("both are of one sum, in two lands", _is_in_a_land, _is_in_another),
    _Way("both are parts of one payment", _may_leave_some, _is_paid_in_too),
    *_OF_FRACTIONS,
)
_LISTS = (
    _Way("something else makes up the rest", listed.is_made_up, listed.leaves_the_rest),
    _Way("all make up one thing", listed.is_made_up, listed.is_made_up_too, fewest=listed.FEWEST),
    _Way("each was done by one", listed.is_done_by, listed.is_done_by_too, fewest=listed.FEWEST),
    _Way("all are of one poll", polled.is_given, polled.is_given_too, fewest=polled.FEWEST),
    _Way("all are of one poll", polled.is_for, polled.is_for_too, fewest=polled.FEWEST),
)
"""Ways that only a list of several shares is told in."""
