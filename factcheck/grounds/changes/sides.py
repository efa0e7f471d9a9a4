"""The words that set a figure above another or under it, and those that turn them round.

Nothing goes in; phrases come out, each with the side that it tells.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from factcheck import lexicon
from factcheck.lexicon import Phrases
from factcheck.patterns import pattern

_WORD = r"(?:\d+-)?[^\W\d_]+(?:[’'-][^\W\d_]+)*[’']?"
_SIDES = ("above", "under")
WHEN = rf"(?:(?: {_WORD}){{1,5}}| in (?:[A-Z][a-z]+ )?(?:19|20)\d\d), when (?:<<pronoun>>|there) [a-z]+(?: at)?"
"""Behind "than" or "as", before a figure of then: "more than [a year ago, when it was] 40"."""
LEADS = pattern(
    r"(?! (?:that|this|these|those|it|them),? (?:<<about>> )?\Z)"
    rf"(?:{WHEN}|(?: (?:(?!(?:in|on|for|from|to|by|at|and|but|with|as|than)\b){_WORD}"
    r"|(?:19|20)\d\d(?:['’]s)?|<<expectations>>\w* for)){0,9}) "
)

WHO_HAS = pattern(rf"(?: {_WORD}){{1,6}}, (?:who|which) (?:<<levelled>>) (?:<<about>> )?")
"""Between a difference and the figure of somebody else: "1,120 more than [Reyes, who got] 11,300"."""
SAYS_NO_MORE = pattern(r"(?: [a-z]+)?(?:[.;)]|\Z|, (?:and|but|while|with the) )")
"""Behind the figure of somebody else: nothing that makes it one of another time or place."""


@cache
def compared() -> Phrases[tuple[str, str]]:
    """Give the words that compare, each with the side that it tells."""
    words = {word: side for side in _SIDES for word in lexicon.entries("grammar")[side]["words"]}
    return Phrases((word, (side, word)) for word, side in {**words, **extents()}.items())


@cache
def extents() -> Mapping[str, str]:
    """Give the words that compare how large two moves or losses are, whatever their sign: "a narrower loss than the"."""
    words = lexicon.entries("grammar")
    told = ("", *(f"{noun} " for noun in words["extents"]["words"]))
    return {
        f"{article}{extent} {noun}than the": side
        for side in _SIDES
        for extent in words[f"{side} in extent"]["words"]
        for noun in told
        for article in ("", "a ")
    }


@cache
def won() -> frozenset[str]:
    """Give the words of a contest, which the smaller figure may win ("beating the record")."""
    return lexicon.words("grammar", "won") - lexicon.words("grammar", "won by more")


@cache
def turning(won: bool) -> frozenset[str]:
    """Give the words near which no side is told: of "beat" those where less is better, of "above" only those of a sign."""
    turned, words = lexicon.words("grammar", "turned"), lexicon.words
    return turned if won else turned & (words("grammar", "signs") | words("grammar", "negations"))


@cache
def differing() -> Phrases[str]:
    """Give the words behind a difference ("40 more than"), each with the side that it tells."""
    entries = lexicon.entries("grammar")
    return Phrases((word, side) for side in _SIDES for word in entries[f"{side} by"]["words"])
