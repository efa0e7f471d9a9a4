"""Whether the text sets two figures against each other as two things: "14 died, twice the seven killed or hurt in 2019".

The claims that a rule would set against each other go in; why they are apart comes out, or None. A rule that asks for such a tie
itself wants it. Nor is a part of a figure what a rule takes for the larger one.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from itertools import combinations

from factcheck import lexicon
from factcheck.claims import Claim
from factcheck.rules import Rule
from factcheck.story import Story
from factcheck.story.changes import moves, multiples, thresholds
from factcheck.story.wholes import parts

_BY_MEANS = frozenset({"killed-or-injured"})
"""Roles that a verb gives which tells how somebody was hit."""
_FAR = 40
"""Code points behind those counted in which such a verb stands."""
_TWO = frozenset({moves.KIND, multiples.KIND, thresholds.KIND})


def reason(rule: Rule, claims: Mapping[str, Claim], large: Set[str], story: Story) -> str | None:
    """Say what the text makes of two claims that keeps them apart; ``large`` are those that a rule takes for the larger."""
    if _are_two(rule, claims, story):
        return "the one is compared with the other"
    if any(_is_of_one_means(claim) for name, claim in claims.items() if name in large):
        return "the larger is told of one means"
    return "the one is a part of the other" if _is_part_for_whole(claims, large, story) else None


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
