"""The noun that a figure counts before a list: "four [mills] in the north that it runs: ...".

The words between the figure and the list go in, the noun comes out. A clause, or where and when, may stand behind it, but no
plural that is listed itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck import lexicon
from factcheck.claims.listings import standing
from factcheck.patterns import pattern

_CLAUSE = frozenset({"that", "which", "who", "whose", "where"})
_WITHIN = frozenset({"in", "from", "across", "throughout", "around", "near", "outside", "inside", "along"})
_PARTICIPLE = pattern(r"[a-z]{3,}(?:ing|ed)\Z")
_BEHIND = frozenset(
    {"in", "on", "at", "for", "from", "of", "under", "with", "this", "last", "next", "now", "today", "yesterday", "tonight"}
    | {"to", "between", "near", "outside", "inside", "around", "across", "along"}
)
_OF_KIND = frozenset({"of", "to", "in", "for", "under"})
"""Behind a kind, what it is of: "obstacles to trade between mills"."""
_PLACED = frozenset({"outside", "inside"})
"""Before a noun they tell which: "outside directors"."""
_AND = "and"
_BETWEEN = 4
"""Words between a figure and its noun."""


def noun(words: Sequence[str]) -> str | None:
    """Give the plural that a figure counts; None where the words name none for sure."""
    clause = next((at for at in range(len(words)) if _begins_clause(words, at)), len(words))
    if clause < len(words) and standing.PLURAL.match(words[-1]):
        return None
    kind = next((at for at, word in enumerate(words[:-1]) if words[at + 1] in _OF_KIND and _is_kind(word)), None)
    empty = lexicon.words("grammar", "stops") - _PLACED
    plurals = [at for at in range(clause) if _is_plural(words[at]) and words[at].lower() not in empty]
    told = [at for at in plurals if words[at] not in _spells()] or plurals  # "two firms in the last few months"
    at = kind if kind is not None else told[-1] if told else None
    if at is None or at > _BETWEEN or (at + 1 < clause and words[at + 1] not in _BEHIND and words[at + 1] not in _days()):
        return None
    beside = at - 2 if _is_beside(words, at) else at  # "four [mills and] shops"
    before = {word.lower() for word in words[:beside]}
    behind_ = {word.lower() for word in words[at + 1 : clause]}
    numbers = lexicon.forms("numbers").keys()
    return None if before & (empty | numbers) or behind_ & numbers else words[at]


def _is_beside(words: Sequence[str], at: int) -> bool:
    """Tell whether a plural is joined to another, so that both are counted as one: "four colleges and [universities]"."""
    return at > 1 and words[at - 1] == _AND and _is_plural(words[at - 2])


def _is_plural(word: str) -> bool:
    """Tell whether a word is a plural, and no name unless one of people: "four mills", "four Republicans"."""
    people = lexicon.noun(word.lower()) if word[0].isupper() else None
    titled = word[0].isupper() and lexicon.is_person(word.lower().rpartition("-")[2])
    many = (people is not None and people.many) or (titled and standing.PLURAL.match(word.lower()) is not None)
    return standing.PLURAL.match(word) is not None or many


def ends_in_place(words: Sequence[str]) -> bool:
    """Tell whether what is listed may be parts of a place: "four mills in Ohio (Dayton and Akron)", two in each."""
    named = len(words) > 1 and words[-1][:1].isupper() and any(word in _WITHIN for word in words[:-1])
    return named and all(lexicon.words("lists", entry).isdisjoint(words) for entry in ("places", "regions"))


def _begins_clause(words: Sequence[str], at: int) -> bool:
    """Tell whether a word begins a clause that tells which are meant: "that", or a participle ("two firms [bidding] for it")."""
    word = words[at]
    if word in _CLAUSE:
        return True
    behind_ = at > 0 and standing.PLURAL.match(words[at - 1]) is not None and _PARTICIPLE.match(word) is not None
    return behind_ and word not in lexicon.words("grammar", "gerunds") and word not in lexicon.words("grammar", "stops")


def _is_kind(word: str) -> bool:
    return word in lexicon.words("lists", "kinds")


@cache
def _spells() -> frozenset[str]:
    """Give the plurals of lengths of time."""
    return frozenset(f"{spell}s" for spell in lexicon.words("turns", "spells"))


@cache
def _days() -> frozenset[str]:
    return frozenset(lexicon.forms("calendar", "names"))
