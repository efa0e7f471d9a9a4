"""Whether the body tells the number of the headline of what the lead tells with another.

A headline's claim, the lead's and those of the body go in, yes or no comes out. Where the body has the headline's number nowhere,
nothing speaks for it. Where it has, that must be told of what the lead tells, too, and not of some, of the end or of something
else: "Two Hull mills to close", "to close 14 mills", "two of the mills are in Hull".
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims import SHARES, Claim, are_of_one_kind, moves, scenes
from factcheck.grounds import kin, tellings
from factcheck.grounds.tellings import sums, wordings
from factcheck.patterns import pattern

_EARLY = "first-state"
"""Words of the lexicon's scenes: what stood "in early trading" may be another at the end."""

_CLAUSE = pattern(r"[,;:] |\bthat ")
_PLACE = pattern(r" (?:in|at) ([a-z]+)\Z")
_THEY = pattern(r"\b(?:they|it)\b")
_SHORTEST, _ALL = 3, 100


def are_at_odds(claim: Claim, figure: Claim, body: Sequence[Claim]) -> bool:
    """Tell whether the body's figures that have the headline's number, if there are any, are told of what the lead's is."""
    same = [one for one in body if are_of_one_kind(claim, one) and not one.additional and _is_its_number(claim, one)]
    if claim.kind == "ratio":
        same += [one for one in body if one.kind == "percent" and one.value == (claim.value or 0) * _ALL]
    if not same:
        return True
    ours, theirs = claim.quantity, figure.quantity
    within = ours is not None and theirs is not None and theirs.bound is not None and ours.possible.meets(theirs.possible)
    if within or _EARLY in scenes.told(figure.sentence.text).shifts or any(_is_told_better(claim, one, figure) for one in same):
        return False
    if any(_is_of_some(claim, figure, one) for one in same):
        return False
    return any(_are_one(figure, one) for one in same if not one.running)


def _is_its_number(claim: Claim, figure: Claim) -> bool:
    return figure.value == claim.value or tellings.is_told_closer(claim, figure) or tellings.is_cut_from(claim, figure)


def _is_told_better(claim: Claim, same: Claim, figure: Claim) -> bool:
    """Tell whether more of the headline's words stand by its number than the lead's, or a name or place that it lacks."""
    ours, here, lead = map(wordings.all_beside, (claim, same, figure))
    place = _PLACE.search(claim.sentence.text)
    named = wordings.names(claim.sentence.text) | (wordings.words_of(place[1]) if place else frozenset())
    return bool(ours & here - lead & named) or len(ours & here) > len(ours & lead)


def _is_of_some(claim: Claim, figure: Claim, same: Claim) -> bool:
    """Tell whether a share of the lead is told of less than the headline's: "prices of [new] houses rose", "of all houses"."""
    if claim.kind not in SHARES or claim.sentence is same.sentence:
        return False
    ours, here, lead = map(wordings.all_beside, (claim, same, figure))
    clause = _CLAUSE.split(figure.led)[-1] + figure.sentence.within[figure.span.end : figure.phrase.end]
    more = frozenset(wordings.meaning(clause, _SHORTEST)) - wordings.words_of(claim.sentence.text) - wordings.names(clause[1:])
    some = more - frozenset(map(wordings.stem, moves.directions())) - frozenset(wordings.meaning(same.led, _SHORTEST))
    return bool(some) and (len(ours & lead - here) <= 1 or _THEY.search(same.led) is not None)


def _are_one(figure: Claim, other: Claim) -> bool:
    """Tell whether two figures of the body are told of one thing: in words near both, by one role, or the other points back."""
    if kin.stand_for_each_other(figure.role, other.role) or (other.kind == "money" and sums.is_told_alone(other)):
        return True
    return bool(wordings.shared(figure, other)) and not tellings.have_other_roles(figure, other)
