"""Links from the seats of some to all seats of their house, in one sentence: "Unity holds 31 of the 60 seats and the Greens 35".

The number of seats is what the first count is of, or stands before the name of the house ("in the 60-seat assembly"). Each of
the two has a holder of its own before it; the second is told last, and of nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import Claim, Line, series
from factcheck.grounds.splits.clauses import NAME
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.wholes import breakdowns, counted_out, portions

KIND = portions.KIND
ROUND = 3
ONE = portions.ONE
INHERITS = portions.INHERITS

_WHO = rf"(?:{NAME}(?: <<parties>>)?|<<Definite>> (?:[a-z-]+ ){{0,2}}?<<parties>>)"
_HOLDS = r"(?:(?:<<has>>|will|now|currently|also) ){0,2}(?:<<have>>|<<winning>>|<<holding>>)"
_HELD = pattern(rf"(?:{_WHO}) {_HOLDS} (?:<<about>> )?\Z")
_HOUSE = pattern(r"(?: [A-Za-z]+){1,3}?(?=,| and| while| with| to| against)")
"""What a house is called, behind its size."""
_NAMED_HOUSE = pattern(r"[- ]<<house>>(?: [A-Za-z]+){1,3}?(?= ?[.,;)—–]|\Z)")
_THEN_HELD = pattern(rf"(?: seats?)?,?(?: and| while| with| to| against|,) (?:{_WHO})(?: {_HOLDS})? (?:<<about>> )?")
_LED_HOUSE = pattern(r"(?:\A|[.;:—–“\n] ?)(?:In|Of) <<determiner>> (?:[A-Za-z-]+ )?\Z")
_THEN_FOR = pattern(r"(?: seats?)?,? (?:to|against|compared with) (?:<<about>> )?")
_FOR = pattern(rf" for (?:{_WHO})(?= ?[.,;)—–]|\Z)")
_CLOSED = pattern(r"(?: seats?)? ?(?:[.;)—–]|\Z|, (?!<<more-or-less>>\b|<<reckoned-by>>\b|[A-Z]\w+ included\b))")
_LED_SEATS = pattern(r"(?:\A|[.;:—–“\n] ?)(?:(?:In|Of) <<determiner>> (?:[A-Za-z-]+ ){0,3}?(?:(?:of|with) )?|Of )\Z")
_THEN, _HOLDING = r"(?: seats?)?,?(?: and)? ", rf"(?: {_HOLDS})? (?:<<about>> )?"
_HOLDER = pattern(rf"{_THEN}{_WHO}{_HOLDING}")
_NEXT_HOLDER = pattern(rf"{_THEN}(?:{_WHO}|independents|others){_HOLDING}")
_BLOC = pattern(r"\b<<blocs>>\b")
"""Who holds the seats of others, too."""
_HAS = pattern(rf"(?:The|Its|{NAME}[’']s) (?:[\w-]+ ){{1,4}}(?:has|had) ")
_NEXT_SENTENCE = pattern(r"\.\s{1,3}")
_OPENS = pattern(rf"(?:{_WHO}){_HOLDING}")
_WHY = "nobody holds the seat of another"
_LED = 60


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences, in text order; ``links`` are the parts known already."""
    tied = {link.one: link.other for link in links if link.kind == "part-of"}
    told = {link.other for link in links if link.kind in (KIND, breakdowns.KIND)}
    before: Sequence[Claim] = ()
    for here in series.by_sentence(figure for figure in figures if figure.is_count):
        if before and before[0].id not in told:
            yield from (Link(KIND, held.id, before[0].id, _WHY) for held in _in_the_next(before, here))
        before = here
        for at in range(len(here) - 2):
            one, two, three = here[at : at + 3]
            ways = ((one, two, three), (two, one, three), (one, three, two))
            found = next((way for way in ways if _are_held(*way, tied.get(way[0].id))), None)
            if found is not None and found[1].id not in told:
                one, whole, other = found
                rest = _held_next(here[at + 3 :], one, other)
                yield from (Link(KIND, held.id, whole.id, _WHY) for held in (one, other, *rest))
            elif found is None and one.id not in told:
                yield from (Link(KIND, held.id, one.id, _WHY) for held in _listed(here, at))


def _in_the_next(before: Sequence[Claim], here: Sequence[Claim]) -> list[Claim]:
    """Give the seats of several that a sentence lists behind one that tells no more than how many their house has."""
    whole, text, start = before[0], before[0].sentence.within, here[0].sentence.span.start
    if len(before) > 1 or not counted_out.is_prize(whole) or _BLOC.search(here[0].sentence.text):
        return []
    opens, stop = whole.sentence.span.start, whole.phrase.start
    if not _HAS.fullmatch(text, opens, stop) or not _NEXT_SENTENCE.fullmatch(text, whole.phrase.end, start):
        return []
    if not _HELD.search(text, start, here[0].phrase.start) or not _OPENS.fullmatch(text, start, here[0].phrase.start):
        return []
    held = [here[0], *_held_next(here[1:], here[0], here[0])]
    return held if len(held) > 1 and all(_is_bare(claim, whole) for claim in held) else []


def _listed(here: Sequence[Claim], at: int) -> list[Claim]:
    """Give the seats of several in a row behind those of their house: "of the 60 seats Unity has [31], the Greens [20]"."""
    whole, text = here[at], here[at].sentence.within
    led = _LED_SEATS.search(text, max(whole.sentence.span.start - 1, 0), whole.phrase.start)
    if led is None or not counted_out.is_prize(whole) or _BLOC.search(whole.sentence.text):
        return []
    held = [part.claim for part in series.read(here, at + 1) if part.is_amount]
    starts = [whole.phrase.end, *(claim.phrase.end for claim in held)]
    named = all(_HOLDER.fullmatch(text, start, claim.phrase.start) for start, claim in zip(starts, held, strict=False))
    return held if len(held) > 1 and named and all(_is_bare(claim, whole) for claim in held) else []


def _is_bare(claim: Claim, one: Claim) -> bool:
    """Tell whether a count has no noun but that of another, and comes on top of nothing."""
    return series.noun(claim) in ("", series.noun(one)) and not claim.additional


def _are_held(one: Claim, whole: Claim, other: Claim, of: str | None) -> bool:
    """Tell whether two counts are seats that two hold in the house of so many seats."""
    text, start = one.sentence.within, one.sentence.span.start
    if one.additional or not _is_bare(other, one):
        return False
    if _HELD.search(text, max(start, one.phrase.start - _LED), one.phrase.start) is None:
        return False
    if of == whole.id:
        seats = counted_out.is_prize(whole) or counted_out.is_prize(one)
        return seats and _is_held_too(text, whole, other)
    then = counted_out.is_prize(one) and _THEN_HELD.fullmatch(text, one.phrase.end, other.phrase.start)
    if not then or counted_out.SIZE.match(text, whole.span.end) is None:
        return False
    if whole.span.end < one.span.start:
        led = _LED_HOUSE.search(text, max(start - 1, 0), whole.phrase.start)
        return led is not None and _CLOSED.match(text, other.phrase.end) is not None
    in_house = counted_out.IN_HOUSE.fullmatch(text, other.phrase.end, whole.phrase.start) is not None
    return in_house and _NAMED_HOUSE.match(text, whole.span.end) is not None


def _held_next(behind: Sequence[Claim], one: Claim, last: Claim) -> list[Claim]:
    """Give the seats of those who are told behind another, each with a name alone: "Unity 31, [others nine]"."""
    held: list[Claim] = []
    for claim in () if _BLOC.search(one.sentence.text) else behind:
        text, end = claim.sentence.within, claim.phrase.end
        joined = _is_bare(claim, one) and _NEXT_HOLDER.fullmatch(text, last.phrase.end, claim.phrase.start)
        if not joined or not (_CLOSED.match(text, end) or _NEXT_HOLDER.match(text, end)):
            break
        held.append(claim)
        last = claim
    return held


def _is_held_too(text: str, last: Claim, other: Claim) -> bool:
    """Tell whether a count behind the seats of one is those of another, and of nothing else."""
    if _THEN_FOR.fullmatch(text, last.phrase.end, other.phrase.start) and _FOR.match(text, other.phrase.end):
        return True
    house = _HOUSE.match(text, last.phrase.end) if counted_out.SIZE.match(text, last.span.end) else None
    joined = _THEN_HELD.fullmatch(text, house.end() if house else last.phrase.end, other.phrase.start)
    end = other.phrase.end
    return joined is not None and (_CLOSED.match(text, end) is not None or _NEXT_HOLDER.match(text, end) is not None)
