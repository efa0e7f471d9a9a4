"""Links from parts to a whole that they share out but need not exhaust: "of the 34, 16 are for it, eight against".

Together they cannot exceed it. That needs parts that have nothing in common: sums of money that are told side by side; parts
behind "of the 34" that share one verb ("16 have one rating, eight another"); a breakdown whose parts count one thing. "Including
30 civilians and 20 children" may count some of them twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck import lexicon
from factcheck.claims import SUMS, Claim, Line, series
from factcheck.grounds import classed, kinds, makeup, masses, sellers, siblings, sorts, twice, unmixed, wholes
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.wholes import breakdowns

KIND = "portion"
ROUND = 2
ONE = True
INHERITS = frozenset({"subject", "period", "unit"})

_ASIDE = r"(?:, (?:which|who|[a-z]+ed)\b[^,;:()]{1,90},)"  # "its $5 million plan, [which the mayor backs,] includes"
_INCLUDING = pattern(
    r"(?P<led>[^;:()]{0,40}?)"
    rf"(?:(?:,| --| —| –| -)? including|,? among them|(?:(?<!that)(?<!which)(?<!,)|{_ASIDE}) (?:includes?|included))"
    r" (?P<lead>[^,;:()—–]*)"
)
_SHARED = pattern(
    r" (?:and|with|on|in|for|from|to|at|by|of|as|against|under|over|outside|within|across|near|abroad|overseas|elsewhere)\b"
    r"|[,.;)]|\Z"
)
_PLACED = pattern(r" (on|in|at|from|for|by|with|under|over)\b")
_NEXT = pattern(r"(?: [a-z]+){1,3}")
_WITH = pattern(r"[^,;:()—–]{0,40}?, with (?:about |some |just )?")
_TO_COME = pattern(r"\b(?:on order|on the way|planned|due|to come|to follow|pending|waiting|expected|ordered|more)\b")
_IN_TURN = pattern(r" of (?:which|whom)\b[^;:.()]{0,80}, (?:<<about>> )?\Z")
"""Between two parts, the first of which may hold the second: "of 310 firms, 308 [of which answered,] 124 want to build"."""
_DID = pattern(r"(?P<verb>[a-z]+) (?:<<about>> )?\Z")
_THEN_DID = pattern(r"(?:,| and|, and|,? but)(?: then)? (?P<verb>[a-z]+) (?:(?:<<about>>|the other) )?")
_ALONE = pattern(r"(?: of (?:them|those))? ?(?:[.,;)]|\Z)")
"""Behind the last of two parts: nothing that says of what else it is."""
_COMMA = pattern(r"[^,;:()—–\d]{0,60}?, ")
_FAR, _LONGEST = 90, 150  # code points from a whole to its first part, and where a clause may stand between


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences, in text order; ``links`` are the parts known already."""
    wholes = {link.one: link.other for link in links if link.kind == "part-of"}
    told = {link.other for link in links if link.kind == breakdowns.KIND}
    for here in series.by_sentence(figures):
        for at in range(len(here) - 1):
            if here[at].id not in told:
                whole, parts = _shares(here, at, wholes, told)
                told.add(whole)
                if len(parts) > 1 and not makeup.may_be_both(parts):
                    yield from (Link(KIND, part.id, whole, "the parts have nothing in common") for part in parts)


def _shares(here: Sequence[Claim], at: int, wholes: dict[str, str], told: set[str]) -> tuple[str, list[Claim]]:
    """Give a whole whose parts begin at or behind a figure, and these parts; none where they are told already."""
    claim = here[at]
    whole = wholes.get(claim.id)
    if whole is not None and whole not in told:
        return whole, masses.parts_of(here, at) or _done_otherwise(here, at) or _behind_part(here, at, whole)
    parts = []
    if at + 2 < len(here):
        parts = _included(here, at) or _accompanying(here, at) or unmixed.parts_of(here[at], breakdowns.opened(here, at))
        parts = parts or _placed(here, at) or _people(here, at)
        overlap = any(_may_overlap(claim, *two) for two in pairwise(parts))
        fitting = all(unmixed.fits(part, claim) for part in parts)  # one that is larger by itself needs no other beside it
        mixed = (
            fitting
            and not sellers.are_told(claim, parts)
            and (twice.may_come(claim, parts) or not sorts.are_apart(parts, opened=breakdowns.is_opened(claim, parts)))
        )
        parts = [] if overlap or mixed or _is_gap_told(here, claim, parts) else parts
    return claim.id if parts else "", parts


def _is_gap_told(here: Sequence[Claim], whole: Claim, parts: Sequence[Claim]) -> bool:
    """Tell whether a sum behind parts is just what they have beyond the whole: "15 million and 12 million, with a bonus of 3"."""
    beyond = (makeup.made(parts) or 0) - (whole.value or 0)
    behind = (claim for claim in here if parts and claim.span.start > parts[-1].span.start and whole.kind in SUMS)
    return any(claim.value == beyond for claim in behind)  # which may leave its unit out


def _placed(here: Sequence[Claim], at: int) -> list[Claim]:
    """Give the parts that a comma sets beside a figure, each in a place of its own, if nothing is done in two of the places."""
    parts = breakdowns.placed(here, at)
    return [] if parts and twice.can_be_done_in_two(here[at], parts[0]) else parts


def _behind_part(here: Sequence[Claim], at: int, whole: str) -> list[Claim]:
    """Give the parts that stand beside one of them: "of the 34, [16] are for it, compared with [eight] against"."""
    text, led = here[at].sentence.within, not (at + 1 < len(here) and here[at + 1].id == whole)
    found = series.read(here, at if led else at + 1)  # "10 of the 20, followed by ...": the whole stands between
    parts, of_all = [here[at]], next((claim for claim in here if claim.id == whole), here[at])
    of_kinds = led and len(found) > 1 and classed.are_told(of_all, [part.claim for part in found])
    of_one_question = len(found) > 1 and sorts.answer_alike([part.claim for part in found])
    for part in found[1:]:
        claim = part.claim
        if _IN_TURN.fullmatch(text, parts[-1].span.end, claim.phrase.start) or siblings.is_beside_the_whole(claim, of_all):
            return []
        again = wholes.is_of_it(claim) or text.endswith("a total of ", 0, claim.phrase.start)
        bare = claim.kind == here[at].kind == "money" or series.noun(claim) in ("", "others")
        if again or not (part.is_amount and (of_kinds or (bare and _is_apart(text, claim)))):
            return []
        if not of_one_question and _may_overlap(of_all, parts[-1], claim):
            return []
        if not led and len(parts) == 1 and not part.is_set_against:  # "nine of the 12 at home and eight on the road"
            return []
        parts.append(claim)
    apart = of_kinds or (sorts.are_apart(parts) and not twice.can_be_done_in_two(of_all, here[at]))
    return parts if apart or sellers.are_told(of_all, parts) else []


def _done_otherwise(here: Sequence[Claim], at: int) -> list[Claim]:
    """Give two parts with which two things were done that nobody does to one: "[approved] 75 of the 90 bids, [rejecting] 25"."""
    part, *others = here[at : at + 3]
    if len(others) < 2 or not all(series.alike(part, claim) for claim in others):
        return []
    (whole, other), text, start = others, part.sentence.within, part.sentence.span.start
    did = _DID.search(text[start : part.phrase.start])
    then = _THEN_DID.fullmatch(text, whole.phrase.end, other.phrase.start)
    alone = _ALONE.match(text, other.phrase.end) is not None and series.noun(other) in ("", "others", series.noun(whole))
    if did is None or then is None or not alone or other.additional:
        return []
    return [part, other] if did["verb"] != then["verb"] and sorts.answer_one_question([did["verb"], then["verb"]]) else []


def _may_overlap(whole: Claim, part: Claim, other: Claim) -> bool:
    """Tell whether two parts are told by different things: "nine of them on grass, eight of them in London"."""
    text, stop = part.sentence.within, part.sentence.span.end
    if other.additional:  # "and another 12 by owners"
        return False
    placed = [_PLACED.match(text, claim.phrase.end, stop) for claim in (part, other)]
    if placed[0] is not None and placed[1] is not None:
        return placed[0][1] != placed[1][1]
    named = [series.noun(claim) not in ("", "others", series.noun(whole)) for claim in (part, other)]
    return any(named[at] and not named[1 - at] and placed[1 - at] is not None for at in (0, 1))


def _is_apart(text: str, claim: Claim) -> bool:
    """Tell whether a part has the verb of the part before it, or one that nobody has who has that ("beat", "missed")."""
    if _SHARED.match(text, claim.phrase.end, claim.sentence.span.end):
        return True
    words = _NEXT.match(text, claim.phrase.end, claim.sentence.span.end)
    return words is not None and not lexicon.words("sides", "exclusive").isdisjoint(words[0].split())


def _included(here: Sequence[Claim], at: int) -> list[Claim]:
    """Give the sums that a larger one includes; of counts only such as count one thing."""
    whole, first = here[at], here[at + 1]
    gap = whole.phrase.end, first.phrase.start
    match = _INCLUDING.fullmatch(whole.sentence.within, *gap) if gap[1] - gap[0] <= _LONGEST and makeup.is_whole(whole) else None
    if match is None or is_denied(match["led"]) or not series.is_lead(match["lead"]):
        return []
    found = series.read(here, at + 1)
    parts = [part.claim for part in found]
    if len(parts) < 2 or not makeup.are_parts(whole, found):
        return []
    if any(siblings.are_beside(part) or siblings.opens_clause(part.claim) for part in found[1:]):
        return []
    if any(siblings.is_beside_the_whole(part, whole) for part in parts[1:]):
        return []
    alike = _count_apart(whole, parts) or (not series.nouns(parts) and series.noun(whole) and sorts.are_told(parts))
    return parts if alike or wholes.is_gross(whole) or makeup.exclude_each_other(whole, parts) else []


def is_denied(led: str) -> bool:
    """Tell whether what stands before a cue makes it tie nothing: "$35 million, [not] including $50 million of loans"."""
    return not lexicon.words("grammar", "negations").isdisjoint(led.split()[-1:])


def _accompanying(here: Sequence[Claim], at: int) -> list[Claim]:
    """Give what "with" tells of a whole in parts: of its own noun, or of two that nobody is; others only stand beside it.

    Of a sum kinds of pay, and whom it comes from or goes to: "$6.2 million, with $5 million in cash and $1.2 million in stock".
    """
    whole, first = here[at], here[at + 1]
    gap = whole.phrase.end, first.phrase.start
    told = whole.kind in ("count", *SUMS) and makeup.is_whole(whole) and gap[1] - gap[0] <= _FAR
    if not told or not _WITH.fullmatch(whole.sentence.within, *gap):
        return []
    found = series.read(here, at + 1)
    parts, text = [part.claim for part in found], whole.sentence.within
    if len(parts) < 2 or not makeup.are_parts(whole, found) or _TO_COME.search(text, gap[1], whole.sentence.span.end):
        return []
    if whole.kind in SUMS:
        ends = whole.kind == "measure" or wholes.is_gross(whole)
        ends = ends and {sort and sort[0] for sort in sorts.told_by(parts)} in ({"from"}, {"to"})
        return parts if ends or sorts.are_kinds_of_pay(parts) else []
    bare = not series.nouns(parts) - lexicon.words("sides", "exclusive")
    told = bare and sorts.are_told(parts)  # "with 20 in the north and 12 in the south"
    return parts if told or _count_apart(whole, parts) or makeup.exclude_each_other(whole, parts) else []


def _count_apart(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Tell whether parts count what the whole counts, each in a place of its own: "wooden boats" may be "fishing boats" too."""
    if series.nouns(parts) != {series.noun(whole)} or any(_may_overlap(whole, *two) for two in pairwise(parts)):
        return False
    own = [part.sentence.within[part.span.end : part.phrase.end].split()[:-1] for part in parts]
    return (not any(own) and sorts.are_told(parts)) or sorts.answer_one_question([words[0] if words else "" for words in own])


def _people(here: Sequence[Claim], at: int) -> list[Claim]:
    """Give the kinds of people that a comma sets behind "people": "seven people, five passengers and two crew members".

    Of other people those whose names have a capital: "23 members, 13 Democrats and ten Republicans".
    """
    whole, first = here[at], here[at + 1]
    gap = whole.phrase.end, first.phrase.start
    wide = series.noun(whole) in ("people", "children")
    if not (wide or whole.is_of_people) or not makeup.is_whole(whole) or gap[1] - gap[0] > _FAR:
        return []
    if not _COMMA.fullmatch(whole.sentence.within, *gap):
        return []
    found = series.read(here, at + 1)
    parts = [part.claim for part in found]
    if len(parts) < 2 or not makeup.are_parts(whole, found) or not makeup.exclude_each_other(whole, parts):
        return []
    named = all((part.counted or "")[:1].isupper() for part in parts)
    return parts if named or series.noun(whole) == "people" or (wide and {part.counted for part in parts} <= kinds.YOUNG) else []
