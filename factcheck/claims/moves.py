"""What the words before a figure say of a change: it is the change, the level, or the level before; and which way it went.

The words between two figures (or from the sentence's beginning) go in, as a stretch of the text; a `Lead` comes out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from attrs import frozen

from factcheck import lexicon
from factcheck.patterns import pattern

_LONGEST = 120
"""Code points before a figure that are read."""
_TOKEN = pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|--|[^\w\s]|\d+")
_MARKS = frozenset([";", ":", ".", "?", "!", "--", "—", "“", "”"])
_GOES_ON = {
    "and": frozenset(["closed", "ended", "finished", "settled", "stood", "close", "end", "finish", "settle"]),
    "as": frozenset(["of"]),
    "than": lexicon.words("grammar", "multiples"),
}
"""What follows a breaking word that does not break after all: "and closed at", "as of June 30"."""
_AGAINST = frozenset(["against", "versus", "vs"])
_COMPARED = frozenset(["compared", "compares", "comparing", "compare"])
_ADVERBS = frozenset(
    [
        *("slightly", "sharply", "further", "another", "only", "just", "more", "as", "much", "early", "late", "at", "least"),
        *("to", "and"),
    ]
)
_HOW_NEAR = frozenset(["more", "than", "nearly", "almost", "roughly", "about", "around"])
_NEAR = 4
"""Words between a verb and its "by"."""


@frozen
class Lead:
    """What leads to a figure.

    ``part`` is ``change``, ``level``, ``before``, ``again`` ("or", the same in other terms), ``bracket``, or empty.
    ``direction`` is ``up`` or ``down``, where a word of those before the figure says it, and ``multiple`` the words that say how
    many times as much ("more than doubled"); ``joined`` tells that it is set against
    the figure right before ("$5 billion, up from", "compared with"); ``near`` that nothing stands between it and "to"
    or "from"; ``broken`` that another statement began.
    """

    part: str = ""
    direction: str | None = None
    multiple: str | None = None
    joined: bool = False
    near: bool = False
    broken: bool = False


def lead(text: str, start: int, stop: int) -> Lead:
    """Read the words from ``start`` to the figure at ``stop``."""
    words = [word.lower() for word in _TOKEN.findall(text, max(start, stop - _LONGEST), stop)]
    compared = _comparison(words)
    if compared is not None:
        return Lead("before", joined=True, broken=_broken_at(words[:compared]) >= 0)
    cut = _broken_at(words)
    tail = words[cut + 1 :]
    table = directions()
    moved = next((at for at in range(len(tail) - 1, -1, -1) if tail[at] in table), None)
    if moved is None:
        return Lead(_part(tail, None), broken=cut >= 0)
    joined = cut < 0 and all(word == "," for word in tail[:moved])
    near = _is_near(_without_skipped(tail[moved + 1 :])[:-1])
    multiple = _multiple(tail, moved) if tail[moved] in lexicon.words("grammar", "multiples") else None
    return Lead(_part(tail, moved), table[tail[moved]], multiple, joined, near, cut >= 0)


@cache
def directions() -> Mapping[str, str]:
    """Give the words of change, each with ``up`` or ``down``."""
    multiples = lexicon.entries("grammar")["multiples"]["words"].items()
    return {
        **{word: way for way in ("up", "down") for word in lexicon.words("grammar", way)},
        **{word: "up" if times > 0 else "down" for word, times in multiples},
    }


def _multiple(words: Sequence[str], at: int) -> str:
    """Give a word such as "doubled" with what stands before it of "more than", "nearly"."""
    return " ".join((*(word for word in words[max(0, at - 2) : at] if word in _HOW_NEAR), words[at]))


def _comparison(words: Sequence[str]) -> int | None:
    """Give where the words that compare a figure with an earlier one begin: "compared with", "against"."""
    kept = _without_skipped(words)
    if len(kept) > 1 and kept[-1] in ("with", "to") and kept[-2] in _COMPARED:
        return len(kept) - 2
    return len(kept) - 1 if kept and kept[-1] in _AGAINST else None


def _broken_at(words: Sequence[str]) -> int:
    """Give the place of the last word that begins another statement; -1 where none does."""
    last = -1
    for at, word in enumerate(words):
        if (word in _MARKS or word in lexicon.words("grammar", "breaks")) and not (
            at + 1 < len(words) and words[at + 1] in _GOES_ON.get(word, ())
        ):
            last = at
    return last


def _without_skipped(words: Sequence[str]) -> Sequence[str]:
    end = len(words)
    while end and words[end - 1] in lexicon.words("grammar", "skipped"):
        end -= 1
    return words[:end]


def _part(tail: Sequence[str], moved: int | None) -> str:
    kept = _without_skipped(tail)
    last = kept[-1] if kept else ""
    if last == "or":
        return "again" if len(kept) == 1 or kept[-2] in (",", "(") else ""
    if last in ("(", "["):
        return "bracket"
    if last == "from":
        return "before"
    if last in ("to", "at"):
        return "" if moved is None and not lexicon.words("grammar", "elsewhere").isdisjoint(kept) else "level"
    if moved is None:
        return ""
    between = kept[moved + 1 :]
    if last == "by" and len(between) <= _NEAR:
        return "change"
    return "change" if _is_near(between) else ""


def _is_near(between: Sequence[str]) -> bool:
    """Tell whether only adverbs, or words for the close of trade, stand between a verb and what it leads to."""
    return all(word in _ADVERBS or word in _GOES_ON["and"] or word.endswith("ly") for word in between)
