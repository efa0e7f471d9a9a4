"""Links from a sum to the same sum told before with digits that changed places: "a $52 million loan", "the $25 million loan".

Two sums are one only if the later points back, or has three digits or more and stands by words of the other's; if nothing makes
them of other times, owners or things; and if the later stands nowhere else in the story. Two counts are one only if the later
points back and has three digits or more, and both are of people, of one noun, or told in words that they share; two measures of
three digits or more if the later is definite and such words stand by them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.claims import Claim, Line, series
from factcheck.grounds import tellings
from factcheck.grounds.tellings import bases, owners, pointers, sums, then, totals, wordings
from factcheck.numerals import slips
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.tellings import echoes, repeated

KIND = repeated.KIND
ROUND = echoes.ROUND
ONE = False
INHERITS: frozenset[str] = frozenset()

_KINDS = ("money", "count", "measure")
_ALIKE = 3
"""Words about both of two sums that are so many that hardly two things are told in them."""
_WHICH = pattern(r" (?:that|which|who|where) ")
_MOST = 12
"""Sums of the same digits that are looked at."""


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links between sums, and between counts, of the body whose digits changed places."""
    told = Counter(claim.value for claim in figures)
    tied = {(link.one, link.other) for link in links if link.kind == KIND}
    groups: dict[object, list[Claim]] = {}
    for claim in figures:
        if claim.kind not in _KINDS:
            continue
        if claim.sentence.kind == "body" and claim.is_single and echoes.is_plain(claim) and claim.quantity:
            groups.setdefault((claim.kind, claim.quantity.readings, slips.digits_in_order(claim.value)), []).append(claim)
    for group in groups.values():
        for earlier, later in combinations(group[:_MOST], 2):
            once = told[later.value] == 1 and slips.are_mistyped(earlier.value, later.value)
            if (
                once
                and (later.id, earlier.id) not in tied
                and _are_one(earlier, later)
                and not totals.can_be_told(later, earlier, figures)
            ):
                part = repeated.SWAPPED if slips.is_telling(earlier.value, later.value) else ""
                yield Link(KIND, later.id, earlier.id, "the figure is told again with digits that changed places", part)


def _are_one(earlier: Claim, later: Claim) -> bool:
    """Tell whether two sums, or two counts, are one but for their digits."""
    if earlier.sentence is later.sentence or tellings.have_other_roles(earlier, later) or echoes.is_turned(earlier, later):
        return False
    if bases.have_other_bases(earlier, later) or then.is_of_then(earlier, later):
        return False
    if later.kind == "money" and _are_told_alike(earlier, later):
        return True
    if owners.are_others(earlier, later):
        return False
    many = slips.is_telling(earlier.value, later.value)
    if later.kind == "measure":
        known = many and sums.is_definite(later) and pointers.is_closed(later)  # "made 251 tonnes and sold 215 tonnes" are two
        return known and not echoes.are_of_other_times(earlier, later) and _stand_by_one_word(earlier, later)
    if sums.are_of_other_years(earlier, later):
        return False
    if later.kind == "count":
        return many and _points_back(earlier, later) and not sums.is_of_another(earlier, later)
    return sums.point_back(earlier, later) or (many and (_is_known_again(earlier, later) or _are_of_one_thing(earlier, later)))


def _are_of_one_thing(earlier: Claim, later: Claim) -> bool:
    """Tell whether two sums have a noun in common, and another word about them."""
    return bool(wordings.nouns(earlier) & wordings.nouns(later)) and len(_about_both(earlier, later)) > 1


def _are_told_alike(earlier: Claim, later: Claim) -> bool:
    """Tell whether so many words stand about two sums that they are one, whoever else is named, and one of them is their noun."""
    if len(_about_both(earlier, later)) < _ALIKE or sums.are_of_other_years(earlier, later):
        return False
    return bool(wordings.nouns(earlier) & wordings.nouns(later))


def _is_known_again(earlier: Claim, later: Claim) -> bool:
    """Tell whether a definite sum stands in a sentence that has words of the earlier's, and says not whose else it is."""
    shared = wordings.words_of(earlier.sentence.text) & wordings.words_of(later.sentence.text)
    return sums.is_definite(later) and bool(shared) and not sums.is_of_another(earlier, later)


def _stand_by_one_word(earlier: Claim, later: Claim) -> bool:
    """Tell whether a word that is not their unit's stands by both of two measures."""
    units = wordings.words_of(later.sentence.within[later.span.start : later.span.end])
    return bool(_about_both(earlier, later) - units)


def _about_both(earlier: Claim, later: Claim) -> frozenset[str]:
    return wordings.around(earlier) & wordings.around(later)


def _points_back(earlier: Claim, later: Claim) -> bool:
    """Tell whether a definite count can only mean one told before: "121 adults and children", "of the 211 people"."""
    if _WHICH.match(later.sentence.within, later.phrase.end):
        return False  # "the 105 seats that are filled by lists"
    if not pointers.points_back(later) or pointers.is_all(later) or pointers.may_be_added(later, earlier):
        return False
    one_noun = series.noun(earlier) == series.noun(later) or (earlier.is_of_people and later.is_of_people)
    return one_noun or bool(wordings.shared(earlier, later) & wordings.stems(later.counted or ""))
