"""The verb whose object a figure is set to, or from: "cut its forecast to $5 billion"; or the noun: "the cut in its forecast to".

Words go in, the place of the verb or noun comes out. An object without a word like "its", and that of a noun, is one that has a
level, told in few words.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from factcheck import lexicon
from factcheck.lexicon.function_words import POSSESSIVES
from factcheck.patterns import pattern

_OWN = POSSESSIVES | {"the"}
_NO_OBJECT = frozenset(["to", "by", "from", "or"])
_BEHIND_HEAD = frozenset(["of", "for", "on", "in", "at", "from"])
_SETTABLE = pattern(r"<<settable>>")
_LEVELLED = pattern(r"(?:<<settable>>|<<gauges>>|<<tallies>>)s?")
_HOPED = pattern(r"<<outlooks>>|<<hopes>>")
_NOUN = pattern(r"<<rises>>|cut|boost|hike")
_WHOSE = ("'s", "’s")
_FEW = 4
"""Words on each side of an object's preposition."""
_HOPE = 4
"""Words from what is hoped or feared to the change, at most: "bets [on a further] rise"."""
_NEAR = 2
"""Words of an object at least, "its" and its noun."""
_YEAR = pattern(r"(?:19|20)\d\d")
_UNSURE = frozenset(["most", "some", "many", "several", "loss", "losses", "deficit"])
"""In an object: each of many was set by itself ("the price of most lamps"), or more of it can be called lower."""
_LONGEST = 14
"""Words of an object, with its verb."""


def set_by(words: Sequence[str]) -> int | None:
    """Give the place of the verb whose object the figure behind the last "to" is set to; None where there is none.

    >>> set_by("the firm cut its forecast for sales to".split()), set_by("sales fell to".split())
    (2, None)
    """
    return _setting(words, "to")


def set_from(words: Sequence[str]) -> int | None:
    """Give the place of the verb whose object was set from the figure behind the last "from"; None where there is none.

    The object is one that has a level: "cut the trees from 3 to 4 metres" tells of no change.

    >>> set_from("the club raised the fee for lamps from".split()), set_from("they cut the trees from".split())
    (2, None)
    """
    at = _setting(words, "from")
    if at is None or not _UNSURE.isdisjoint(words[at:]):
        return None
    if words[at] in lexicon.words("grammar", "multiples"):  # what is doubled has a level
        return at
    if words[at + 1] not in _OWN:  # read as an object with a level already
        return at
    head = next((word for word, behind in pairwise(words[at + 2 :]) if behind in _BEHIND_HEAD), "")
    return at if _SETTABLE.fullmatch(head) else None


def moved_by(words: Sequence[str]) -> int | None:
    """Give the place of the verb whose object was moved by the figure behind the last "by"; None where there is none.

    >>> moved_by("the bank cut its main interest rate by".split()), moved_by("it cut the trees felled by".split())
    (2, None)
    """
    at = _setting(words, "by")
    return at if at is not None and _is_level(words[at + 1 : len(words) - words[::-1].index("by") - 1]) else None


def moved_directly(words: Sequence[str]) -> int | None:
    """Give the place of the verb whose object is all that stands between it and how much it was moved; None where there is none.

    >>> moved_directly("the bank raised its dividend".split()), moved_directly("it cut its trees".split())
    (2, None)
    """
    ways = (at for at in range(max(0, len(words) - _FEW - _NEAR), len(words) - _NEAR) if words[at] in _setting_verbs())
    return next((at for at in ways if words[at + 1] in _OWN and _is_level(words[at + 1 :])), None)


def _setting(words: Sequence[str], led: str) -> int | None:
    end = next((at for at in range(len(words) - 1, -1, -1) if words[at] == led), 0)
    for at in range(max(0, end - _LONGEST), end - 1):
        behind = words[at + 1 : end - (words[end - 1] == ",")]  # "halved its forecast for growth, to"
        sets = words[at] in _setting_verbs()
        if not behind:
            break
        if sets and behind[0] in _OWN:
            return at if all(_is_of_object(word) and word not in _barred() for word in behind) else None
        if (sets and _is_level(behind)) or _is_move_of(words, at, behind):
            return at
    return None


def is_hoped_for(words: Sequence[str], at: int) -> bool:
    """Tell whether a change is only what something is told to expect, which itself was moved: "cut bets on a [rise] to".

    >>> is_hoped_for("traders cut bets on a rise".split(), 5), is_hoped_for("a rise".split(), 1)
    (True, False)
    """
    if words[at] != "growth" and not _NOUN.fullmatch(words[at]):
        return False
    led = next((place for place in range(at - 1, max(0, at - _HOPE), -1) if words[place] in _BEHIND_HEAD), 0)
    return led > 0 and _HOPED.fullmatch(words[led - 1]) is not None


def _is_move_of(words: Sequence[str], at: int, behind: Sequence[str]) -> bool:
    """Tell whether a noun of change tells what was moved: "the [cut] in its forecast to"."""
    noun = behind[0] == "in" and _NOUN.fullmatch(words[at]) is not None
    return noun and _is_level(behind[1:]) and not is_hoped_for(words, at)


def _is_level(words: Sequence[str]) -> bool:
    """Tell whether words are an object that has a level, and nothing else: "the jobless rate", "capacity for boats"."""
    own = words[1:] if words[:1] and words[0] in _OWN | {"a", "an"} else words
    head = next((at for at, word in enumerate(own) if word in _BEHIND_HEAD), len(own))
    told, rest = own[:head], [word for word in own[head + 1 :] if word not in _OWN]
    if not told or len(told) > _FEW or len(rest) > _FEW or not _LEVELLED.fullmatch(told[-1]):
        return False
    return all(map(_may_tell, told[:-1])) and all(map(_may_tell, rest[:-1])) and not _barred().intersection(own)


def _may_tell(word: str) -> bool:
    """Tell whether a word can stand in an object before its noun, and is no verb: "jobless", but not "pushed" or "sends"."""
    if word.endswith(_WHOSE):
        return True
    verb = word in lexicon.words("grammar", "past") or (word.endswith(("ed", "s")) and not word.endswith("ss"))
    gerund = word.endswith("ing") and word not in lexicon.words("grammar", "gerunds")
    return _is_of_object(word) and not verb and not gerund and word not in lexicon.words("grammar", "stops") - _BEHIND_HEAD


def _is_of_object(word: str) -> bool:
    return word[0].isalpha() or _YEAR.fullmatch(word) is not None


@cache
def _setting_verbs() -> frozenset[str]:
    return lexicon.words("grammar", "setting") | lexicon.words("grammar", "multiples")


@cache
def _barred() -> frozenset[str]:
    """Give the words that end an object, and those of what is better the lower it is."""
    return _NO_OBJECT.union(lexicon.entries("grammar")["setting"]["never"])
