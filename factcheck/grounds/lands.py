"""Whether one place can lie in another: "60 in Europe, 45 in Germany".

Two names go in, yes or no comes out.
"""

from __future__ import annotations

from functools import cache

from factcheck import lexicon
from factcheck.grounds.kinds import apart


def may_hold(one: str, other: str) -> bool:
    """Tell whether one place can lie in the other: they are lands of two sizes, or only one of them is a land."""
    if any(group.issuperset((one, other)) for group in apart("lands")):
        return False
    sizes = [lexicon.lands().get(name) or int(name.endswith(_land_ends())) * len(lexicon.lands()) for name in (one, other)]
    return sizes[0] != sizes[1]


def are_places_apart(one: str, other: str) -> bool:
    """Tell whether two names can be of places of which neither lies in the other."""
    return one != other and not may_hold(one, other)


def are_lands_apart(one: str, other: str) -> bool:
    """Tell whether two names are known lands of which neither lies in the other: "Europe" and "Asia", "Wales" and "Ohio"."""
    return one != other and {one, other} <= lexicon.lands().keys() and not may_hold(one, other)


@cache
def _land_ends() -> tuple[str, ...]:
    """Give the ends of names of lands that no list tells."""
    return tuple(lexicon.entries("sides")["lands"]["ends"])
