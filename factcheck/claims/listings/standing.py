"""What listed names stand for: one thing each, several, or one that is told twice.

The noun that is counted and the names go in, yes or no comes out.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import lexicon
from factcheck.patterns import pattern

PLURAL = pattern(r"[a-z][\w’'-]*(?<![sui])s\Z|[A-Z]{2,}s\Z|[\w-]*(?<!ci)(?<!gi)men\Z|children\Z|people\Z|species\Z|series\Z")
"""A noun of which there are several: what a figure counts."""
_MANY = pattern(r"the [A-Z][a-z]+s")
"""Names that have an article and a plural: "the Dakotas"."""
_PLURALS = pattern(r"[A-Z][a-z]+s")
_FULL_NAME = pattern(r"[A-Z][\w’'-]+(?: [A-Z]\.)?(?: [A-Z][\w’'-]+){1,2}")


def each_once(noun: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Give names without those told again, where no two things that are counted have one name: "Mali, Chad and Mali"."""
    return tuple(dict.fromkeys(names)) if noun in lexicon.words("lists", "distinct") else names


def may_be_repeated(noun: str, names: Sequence[str]) -> bool:
    """Tell whether one name may stand for several: a scorer of two goals, a day with two shows; but no prize is won twice."""
    if all(name.startswith("best ") for name in names):
        return False
    return noun in lexicon.words("lists", "repeated") or any(
        name.split()[0] in lexicon.forms("calendar", "names") for name in names
    )


def are_several(names: Sequence[str]) -> bool:
    """Tell whether a name stands for a group ("Benelux, France and Italy" are five), or all are plurals ("Whigs and Tories")."""
    if all(_PLURALS.fullmatch(name) for name in names):
        return True
    groups = lexicon.words("lists", "groups")
    firms = lexicon.words("lists", "firms")
    return any(
        (_MANY.fullmatch(name) and name.removeprefix("the ") not in lexicon.lands())
        or any(word.lower() in groups and word not in firms for word in name.split())
        for name in names
    )


def are_whole(noun: str, names: Sequence[str], *, placed: bool, serial: bool) -> bool:
    """Tell whether each name stands by itself: behind a person a title may follow, and behind a town its state.

    None does where the towns were ``placed`` before ("three Chinese cities"), and where all are full names of people, with no
    comma before the "and" (``serial``) that may close what is told of one.
    """
    titles = lexicon.words("lists", "titles")
    titled = any(titles.intersection(name.split()) for name in names)
    towns = placed and noun in lexicon.words("lists", "distinct")
    lands = {name.removeprefix("the ") for name in names} <= lexicon.lands().keys()  # members, partners: no title follows a land
    people = not _is_person(noun) or lands or (not serial and all(_FULL_NAME.fullmatch(name) for name in names))
    return not titled and (towns or noun not in lexicon.words("lists", "places")) and people


def _is_person(noun: str) -> bool:
    known = lexicon.forms("nouns").get(noun)
    return known is not None and bool(lexicon.entries("nouns")[known].get("person"))
