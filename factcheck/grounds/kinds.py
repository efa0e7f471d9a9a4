"""Whether people or things are kinds of what a figure counts, and whether one of them can be of two kinds.

Figures go in, with what they count; yes or no comes out. What they are told to do or where they are is for `sorts` to tell.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cache

from factcheck import lexicon
from factcheck.claims import Claim, series
from factcheck.patterns import pattern

ORIGINS = frozenset({"nationals", "believers"})
"""Entries of the lexicon whose nouns tell where people are from, or what they believe."""
_CLOSED = pattern(r" ?(?:[.,;)—–]|--|\Z)| - ")
_SORTED_BY = {
    **{entry: entry for entry in ("nationals", "believers", "partisans")},
    **dict.fromkeys(("men", "women"), "sexes"),
}
"""What the entries of the lexicon sort people by; a tourist may be a lawyer."""
_DOING = pattern(r" (?!in\b|of\b|from\b|at\b|on\b|for\b|by\b|aged\b|and\b|- |-- |[—–])[a-z]+")
"""Behind parts: what they do, so that they open a clause of their own."""
_GOES_ON = pattern(r"\b(?:and|with|plus|but|besides|who|that)\b|;")
_BESIDE = pattern(r"[^.,;:()—–]{0,30}? (?:them|they|their|him|her)\b")
YOUNG = frozenset(["boys", "boy", "girls", "girl"])
_BOYS, _GIRLS = frozenset(["boys", "boy"]), frozenset(["girls", "girl"])
_PUPILS = frozenset(["pupils", "children", "students", "schoolchildren", "babies", "infants", "newborns"])
"""Those who are boys or girls, and nothing else."""
_ABOARD = frozenset(["passengers"]), frozenset(["crew", "crew members", "crewmen"])
_MEN, _WOMEN = frozenset(["men", "man"]), frozenset(["women", "woman"])


def give_other_answers(told: Sequence[frozenset[str]], *entries: str) -> bool:
    """Tell whether each of some parts is told of another answer to one question: "owed by public mills", "by private ones"."""
    given = [[group & words for words in told] for entry in entries or ("exclusive",) for group in apart(entry)]
    return any(all(len(answer) == 1 for answer in answers) and len({*answers}) == len(told) for answers in given)


def are_exclusive(nouns: Set[str]) -> bool:
    """Tell whether nobody is two of what some nouns name: men, women and children; passengers and crew."""
    return bool(nouns) and any(nouns <= group for group in apart("groups"))


def are_sorted(parts: Sequence[Claim]) -> bool:
    """Tell whether parts are people sorted by one thing, so that nobody is two of them: by land, faith, party or sex."""
    if are_exclusive(series.nouns(parts)):
        return are_named_apart(parts)
    nouns = [lexicon.noun((part.counted or "").lower()) for part in parts]
    sorts = {noun and _SORTED_BY.get(noun.entry) for noun in nouns}
    return len(sorts) == 1 and None not in sorts and len({noun and noun.name for noun in nouns}) == len(nouns)


def are_named_apart(parts: Sequence[Claim]) -> bool:
    """Tell whether each part names who it counts, and none those of another: "nine who are in hospital", "girls" of children."""
    counted = {(part.counted or "").lower() for part in parts}
    young = not counted.isdisjoint(YOUNG) and any(part.subject and part.subject.head == "children" for part in parts)
    return not young and len(counted) > 1 and "" not in counted


def are_everyone(parts: Sequence[Claim]) -> bool:
    """Tell whether nobody is none of what some parts count: men, women and children, boys beside both, passengers and crew."""
    if all(part.subject is None or not part.subject.modifiers for part in parts) and _are_aboard(parts):
        return True
    counted = {(part.counted or "").lower() for part in parts}
    young = not counted.isdisjoint(YOUNG) or any(part.subject and part.subject.head == "children" for part in parts)
    return young and not (counted.isdisjoint(_MEN) or counted.isdisjoint(_WOMEN))


def are_all_of(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Tell whether nobody whom a figure counts is none of what its parts count: all kinds of people, boys and girls of pupils."""
    counted = {(part.counted or "").lower() for part in parts}
    young = counted <= YOUNG and not (counted.isdisjoint(_BOYS) or counted.isdisjoint(_GIRLS))
    return are_everyone(parts) or (young and (whole.counted or "").lower() in _PUPILS and not go_on(parts[-1]))


def go_on(last: Claim) -> bool:
    """Tell whether something is told behind the last of some parts that may be one more: "six girls, and carried a baby"."""
    return _GOES_ON.search(last.sentence.within, last.phrase.end, last.sentence.span.end) is not None


def _are_aboard(parts: Sequence[Claim]) -> bool:
    """Tell whether some parts are all who can be aboard: passengers and crew, not the crew of the cabin alone."""
    carried, others = _ABOARD
    nouns = {(part.counted or "").lower() for part in parts}
    return len(parts) == len(nouns) == len(_ABOARD) and carried < nouns <= carried | others


def can_only_be_of(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Tell whether parts behind a dash or a colon can only be some of those that the whole counts.

    They are people of any kind, or told by where they are from; or things of a whole in which nothing else stands.
    """
    if not parts or _DOING.match(parts[-1].sentence.within, parts[-1].phrase.end):
        return False
    nouns = [noun for part in parts if (noun := lexicon.noun((part.counted or "").lower()))]
    people = whole.is_of_people and bool(nouns) and all(noun.person for noun in nouns)
    if people and (counts_anyone(whole) or all(noun.entry in ORIGINS for noun in nouns)):
        return True
    things = all(part.quantity is not None and part.quantity.unit is None and part.counted for part in (whole, *parts))
    closed = things and _CLOSED.match(parts[-1].sentence.within, parts[-1].phrase.end) is not None  # "five frames [for them]"
    return closed and len(series.nouns(parts)) > 1 and counts_objects(whole)


def are_beside(parts: Sequence[Claim]) -> bool:
    """Tell whether the last of some parts only goes with the others: "12 visitors and four guards [around them]"."""
    last = parts[-1] if parts else None
    return last is not None and _BESIDE.match(last.sentence.within, last.phrase.end, last.sentence.span.end) is not None


def counts_anyone(claim: Claim) -> bool:
    """Tell whether a figure counts people by what befell them, where they are or are from, so that nobody stands under them."""
    known = lexicon.noun(series.noun(claim))
    from_ = known is not None and known.entry in ORIGINS
    return claim.is_of_people and (from_ or series.is_one_of(claim, lexicon.words("sides", "anyone")))


def counts_objects(claim: Claim) -> bool:
    """Tell whether a figure counts things in which nothing stands that is counted beside them: vehicles, no hotels."""
    return series.is_one_of(claim, lexicon.entries("sides")["kinds"]["objects"])


@cache
def apart(entry: str) -> tuple[frozenset[str], ...]:
    """Give the classes of words of an entry of the lexicon of which nothing is two at once."""
    return tuple(map(frozenset, lexicon.entries("sides")[entry]["apart"]))
