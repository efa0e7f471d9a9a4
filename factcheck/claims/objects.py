"""The verb whose object a figure is set to, or from: "cut its forecast to $5 billion". Words go in, its place comes out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from factcheck import lexicon
from factcheck.function_words import POSSESSIVES
from factcheck.patterns import pattern

_OWN = POSSESSIVES | {"the"}
_NO_OBJECT = frozenset(["to", "by", "from", "or"])
_BEHIND_HEAD = frozenset(["of", "for", "on", "in", "at", "from"])
_SETTABLE = pattern(r"<<settable>>")
_YEAR = pattern(r"(?:19|20)\d\d")
_UNSURE = frozenset(["most", "some", "many", "several", "loss", "losses", "deficit"])
"""In an object: each of many was set by itself ("the price of most lamps"), or more of it can be called lower."""
_LONGEST = 10
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
    head = next((word for word, behind in pairwise(words[at + 2 :]) if behind in _BEHIND_HEAD), "")
    return at if _SETTABLE.fullmatch(head) else None


def _setting(words: Sequence[str], led: str) -> int | None:
    end = next((at for at in range(len(words) - 1, -1, -1) if words[at] == led), 0)
    for at in range(max(0, end - _LONGEST), end - 1):
        if words[at] in lexicon.words("grammar", "setting") and words[at + 1] in _OWN and words[at - 1 : at] != ["to"]:
            return at if all(_is_of_object(word) and word not in _barred() for word in words[at + 1 : end]) else None
    return None


def _is_of_object(word: str) -> bool:
    return word[0].isalpha() or _YEAR.fullmatch(word) is not None


@cache
def _barred() -> frozenset[str]:
    """Give the words that end an object, and those of what is better the lower it is."""
    return _NO_OBJECT.union(lexicon.entries("grammar")["setting"]["never"])
