"""Whether the text sets two figures against each other as two things: "14 died, twice the seven killed or hurt in 2019".

The claims that a rule would set against each other go in; yes or no comes out. A rule that asks for such a tie itself wants it.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from factcheck.claims import Claim
from factcheck.rules import Rule
from factcheck.story import Story
from factcheck.story.changes import moves, multiples, thresholds

_TWO = frozenset({moves.KIND, multiples.KIND, thresholds.KIND})


def are_two(rule: Rule, claims: Mapping[str, Claim], story: Story) -> bool:
    """Tell whether two of some claims are tied as a figure and another that it is compared with."""
    if any(rule.claims[name].link is not None for name in claims) or _TWO.isdisjoint(story.link_kinds):
        return False
    links = (story.tied.get(frozenset((one.id, other.id))) for one, other in combinations(claims.values(), 2))
    return any(link is not None and link.kind in _TWO for link in links)
