"""How roles are kin: the tree that they form in the lexicon, and those that stand for each other."""

from __future__ import annotations

from functools import cache

from factcheck import lexicon


def under(role: str, ancestor: str) -> bool:
    """Tell whether one role is another, or stands under it in the lexicon's tree."""
    return ancestor in lineage(role)


@cache
def lineage(role: str) -> tuple[str, ...]:
    """Give a role and the roles above it, the nearest first."""
    above = lexicon.entries("roles").get(role, {}).get("under")
    return (role, *lineage(above)) if above else (role,)


def are_apart(one: str, other: str) -> bool:
    """Tell whether neither of two roles stands under the other."""
    return not (under(one, other) or under(other, one))


def is_wider(one: str | None, other: str | None) -> bool:
    """Tell whether a role stands above another: casualties are more than the killed."""
    return None not in (one, other) and one != other and under(other or "", one or "")


@cache
def one_with(role: str) -> frozenset[str]:
    """Give a role with those that the lexicon lets stand for it, or it for them."""
    entries = lexicon.entries("roles")
    others = (other for other, entry in entries.items() if entry.get("stands_for") == role)
    return frozenset((role, *others, entries[role].get("stands_for") or role))


def stand_for_each_other(one: str | None, other: str | None) -> bool:
    """Tell whether two roles are one: the same, or one that the lexicon lets stand for the other."""
    return one is not None and other in one_with(one)
