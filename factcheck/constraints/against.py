"""Whether the text sets two figures against each other as two things: "14 died, twice the seven killed or hurt in 2019".

The claims that a rule would set against each other go in; why they are apart comes out, or None. A rule that asks for such a tie
itself wants it. Nor is a part of a figure what a rule takes for the larger one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from itertools import combinations

from factcheck import lexicon
from factcheck.claims import Claim, scenes
from factcheck.patterns import pattern
from factcheck.rules import Rule
from factcheck.story import Story
from factcheck.story.changes import moves, multiples, thresholds
from factcheck.story.splits import shares
from factcheck.story.wholes import breakdowns, parts, portions

_BY_MEANS = frozenset({"killed-or-injured"})
"""Roles that a verb gives which tells how somebody was hit."""
_FAR = 40
"""Code points behind those counted in which such a verb stands."""
_OVERLAP = pattern(
    r"\b(?:<<naming>> both|overlap(?:s|ped|ping)?"
    r"|(?:counted|listed|included|some|many)(?: of (?:them|these|whom))? (?:twice|more than once|in both)"
    r"|some of (?:it|them|these) (?:for|in|of|to) both"
    r"|(?:in|to) (?:both|several|more than one) (?:groups?|categor(?:y|ies)|lists?|camps?))\b"
)
"""In the sentence of parts or right behind it: one may be in two of them."""
_PARTS = frozenset({shares.KIND, portions.KIND, breakdowns.KIND})
"""Links of parts that have nothing in common, as far as their own words tell."""
_OF_SOME = pattern(
    r" of (?:(?:these|them|the rest|the others?|the remaining [a-z]+)\b|(?:wo)?men\b"
    r"|those (?:who|under|over|aged|in|with)\b)"
)
"""Behind a share: of whom it is, if not of all."""
_OPENING, _BEHIND = 24, 90
"""Code points of the next sentence in which a sentence may be rebutted, or its parts told to overlap."""
_TWO = frozenset({moves.KIND, multiples.KIND, thresholds.KIND})


def reason(rule: Rule, claims: Mapping[str, Claim], large: Set[str], story: Story) -> str | None:
    """Say what the text makes of two claims that keeps them apart; ``large`` are those that a rule takes for the larger."""
    if any(map(_is_disowned, claims.values())):
        return "the text says itself that a figure is wrong"
    if any(asked.link in _PARTS for asked in rule.claims.values()) and any(map(_may_overlap, claims.values())):
        return "the text says that some are in several of the parts"
    if any(asked.link == shares.KIND for asked in rule.claims.values()) and _are_of_some([*claims.values()]):
        return "a share is of some of them"
    if _are_two(rule, claims, story):
        return "the one is compared with the other"
    if any(_is_of_one_means(claim) for name, claim in claims.items() if name in large):
        return "the larger is told of one means"
    return "the one is a part of the other" if _is_part_for_whole(claims, large, story) else None


def _may_overlap(claim: Claim) -> bool:
    """Tell whether parts may have members in common, as their sentence or the next tells: "The groups overlap."."""
    if shares.allow_several(claim):
        return True
    span = claim.sentence.span
    return _OVERLAP.search(claim.sentence.within, span.start, span.end + _BEHIND) is not None


def _are_of_some(told: Sequence[Claim]) -> bool:
    """Tell whether a later share has a group of its own: "51 percent to 42 percent, with 12 percent [of women] undecided"."""
    first, *later = map(_whose, sorted(told, key=lambda share: share.span))
    return any(whose and whose != first for whose in later)


def _whose(share: Claim) -> str:
    """Give the words behind a share that tell of whom it is, if it is not of all."""
    some = _OF_SOME.match(share.sentence.within, share.span.end, share.sentence.span.end)
    return some[0] if some else ""


def _is_disowned(claim: Claim) -> bool:
    """Tell whether its sentence, or what opens the next, says that a figure is wrong: "it said that 40 of 30 came. In fact"."""
    text, end = claim.sentence.within, claim.sentence.span.end
    next_ = text[end : end + _OPENING]
    return "disowned" in scenes.of(claim.sentence).shifts or "rebuttal" in scenes.told(next_).shifts


def _are_two(rule: Rule, claims: Mapping[str, Claim], story: Story) -> bool:
    """Tell whether two of some claims are tied as a figure and another that it is compared with."""
    if any(rule.claims[name].link is not None for name in claims) or _TWO.isdisjoint(story.link_kinds):
        return False
    links = (story.tied.get(frozenset((one.id, other.id))) for one, other in combinations(claims.values(), 2))
    return any(link is not None and link.kind in _TWO for link in links)


def _is_of_one_means(claim: Claim) -> bool:
    """Tell whether those who had a role are told by how they came to it, which others may not have: "13 had been [shot]"."""
    words = lexicon.entries("roles").get(claim.role or "", {}).get("passives", ()) if claim.role in _BY_MEANS else ()
    behind = claim.sentence.within[claim.phrase.end : min(claim.sentence.span.end, claim.phrase.end + _FAR)]
    return any(word.rstrip(",.;:") in words for word in behind.split())


def _is_part_for_whole(claims: Mapping[str, Claim], large: Set[str], story: Story) -> bool:
    """Tell whether the text makes a part of what a rule takes for the larger figure: "20 died, [three] of them stabbed"."""
    larger = {claim.id for name, claim in claims.items() if name in large}
    links = (story.tied.get(frozenset((one.id, other.id))) for one, other in combinations(claims.values(), 2))
    return any(link and link.kind == parts.KIND and link.one in larger and link.other not in larger for link in links)
