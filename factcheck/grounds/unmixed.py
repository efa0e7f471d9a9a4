"""Whether the parts of a breakdown can be reckoned together: they count one thing, or what nobody and nothing is two of.

A whole and its parts go in; the parts come out again, or none.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims import Claim, series
from factcheck.grounds import kinds, makeup


def parts_of(whole: Claim, parts: list[Claim]) -> list[Claim]:
    """Give the parts of a breakdown if they count one thing, or things that nobody and nothing is two of."""
    fitting = all(fits(part, whole) for part in parts)
    if parts and makeup.is_made_of(whole, parts) and not fitting:
        return parts if _are_people_all(whole, parts) else []  # islands that are made up of more villages
    if kinds.are_beside(parts) or (whole.is_of_people and series.nouns(parts) and not any(part.is_of_people for part in parts)):
        return []  # six paintings and five frames for them, a nine-member board that sent out 200 letters
    return parts if _are_surely_parts(whole, parts, fitting=fitting) or _are_apart(whole, parts, fitting=fitting) else []


def _are_people_all(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Tell whether the parts that are more than a whole of people count people, too, or leave their noun out."""
    more = [part for part in parts if not fits(part, whole)]
    return whole.is_of_people and all(part.is_of_people or not part.counted for part in more)


def _are_surely_parts(whole: Claim, parts: Sequence[Claim], *, fitting: bool) -> bool:
    """Tell whether parts can be of nothing else than the whole: "17 lands: 40 desert lands and three isles"."""
    if kinds.can_only_be_of(whole, parts) and not makeup.may_be_both(parts):
        return not fitting or not whole.is_of_people or kinds.are_sorted(parts)
    return any(series.noun(part) == series.noun(whole) != "" and not fits(part, whole) for part in parts)


def _are_apart(whole: Claim, parts: Sequence[Claim], *, fitting: bool) -> bool:
    """Tell whether parts count one thing, or nothing is two of them; brigades that hold more companies are none."""
    named, several = any(part.subject and part.subject.head for part in parts), len(series.nouns(parts)) > 1
    if several and not named:
        return fitting
    if not several or makeup.exclude_each_other(whole, parts):
        return True
    things = all(part.quantity is not None and part.quantity.unit != "person" for part in (whole, *parts))
    return fitting and (things or makeup.is_made_of(whole, parts))


def fits(part: Claim, whole: Claim) -> bool:
    """Tell whether a part by itself is not more than the whole."""
    return part.value is not None and whole.value is not None and part.value <= whole.value
