"""The verb whose object a figure is set to: "cut its forecast for sales to $5 billion". Words go in, its place comes out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck import lexicon

_OWN = frozenset(["its", "their", "his", "her", "our", "the"])
_NO_OBJECT = frozenset(["to", "by", "from", "or"])
_LONGEST = 10
"""Words of an object, with its verb."""


def set_by(words: Sequence[str]) -> int | None:
    """Give the place of the verb whose object the figure behind the last "to" is set to; None where there is none.

    >>> set_by("the firm cut its forecast for sales to".split()), set_by("sales fell to".split())
    (2, None)
    """
    end = next((at for at in range(len(words) - 1, -1, -1) if words[at] == "to"), 0)
    for at in range(max(0, end - _LONGEST), end - 1):
        if words[at] in lexicon.words("grammar", "setting") and words[at + 1] in _OWN and words[at - 1 : at] != ["to"]:
            return at if all(word[0].isalpha() and word not in _barred() for word in words[at + 1 : end]) else None
    return None


@cache
def _barred() -> frozenset[str]:
    """Give the words that end an object, and those of what is better the lower it is."""
    return _NO_OBJECT.union(lexicon.entries("grammar")["setting"]["never"])
