"""Whether the parts of a breakdown can be reckoned together: they count one thing, or what nobody and nothing is two of.

A whole and its parts go in; the parts come out again, or none; or one part, of which is told whether it is of those of the whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import lexicon
from factcheck.claims import SUMS, Claim, series
from factcheck.grounds import kinds, makeup, wholes
from factcheck.patterns import pattern

_OF = pattern(r" of (?:(?:<<definite>>|these|those) )?(?:<<about>> )?")
_DEED = pattern(r" (?:<<participles>>|born|[a-z]+ed)\b")


def parts_of(whole: Claim, parts: list[Claim]) -> list[Claim]:
    """Give the parts of a breakdown if they count one thing, or things that nobody and nothing is two of."""
    if makeup.is_group(whole):
        several = whole.value == len(parts)  # "the two -- 12 women and 14 men -- won": two crews
        return list(parts) if any(part.is_of_people for part in parts) and not several else []
    fitting = all(fits(part, whole) for part in parts)
    if parts and makeup.is_made_of(whole, parts) and not fitting:
        if whole.kind in SUMS:
            return parts if whole.kind == "measure" or wholes.is_gross(whole) else []
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
    held = several and series.is_one_of(whole, lexicon.words("lists", "places"))  # "12 farms: nine horses and seven cows"
    if several and not named:
        return fitting and not held
    if makeup.exclude_each_other(whole, parts):
        return True
    if _are_of_two_sorts(whole, parts):  # "14 tigers: nine born in zoos and seven females"
        return False
    if not several and any(fits(part, whole) for part in parts):
        return True
    if not several:  # 26 reefs hold 200 old isles and 80 new ones
        people = all(claim.is_of_people for claim in (whole, *parts))  # "42 casualties: 50 people killed"
        return fitting or people or not series.nouns(parts) or series.noun(whole) in ("", *series.nouns(parts))
    things = not held and all(part.quantity is not None and part.quantity.unit != "person" for part in (whole, *parts))
    return fitting and (things or makeup.is_made_of(whole, parts))


def _are_of_two_sorts(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Tell whether one part has another noun than the whole, and one has none but a deed: what did it may be what that names."""
    other = any(series.noun(part) not in ("", "others", series.noun(whole)) for part in parts)
    return other and any(_DEED.match(part.sentence.within, part.phrase.end) for part in parts if not part.counted)


def fits(part: Claim, whole: Claim) -> bool:
    """Tell whether a part by itself is not more than the whole."""
    return part.value is not None and whole.value is not None and part.value <= whole.value


def is_of_all(part: Claim, whole: Claim, before: Sequence[Claim]) -> bool:
    """Tell whether a part that is more than its whole can be of those that this is told of: "two of its 14, [11] of them"."""
    text, end = whole.sentence.within, whole.span.end
    of_them = (claim for claim in before if _OF.fullmatch(text, end, claim.phrase.start) and series.alike(claim, whole))
    return not fits(part, whole) and any(fits(part, claim) for claim in of_them)
