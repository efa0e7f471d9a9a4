"""What the words before a figure say of a change: it is the change, the level, or the level before; and which way it went.

The words between two figures (or from the sentence's beginning) go in, as a stretch of the text; a `Lead` comes out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from factcheck import lexicon
from factcheck.claims.moves import leading_words, objects
from factcheck.values import frozen

_LONGEST = 120
"""Code points before a figure that are read."""
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
_WHENS = frozenset(["in", "on", "last", "this", "week", "month", "quarter", "year"])
_HOW_NEAR = frozenset(["more", "than", "nearly", "almost", "roughly", "about", "around"])
_TRAILING = 12
"""Words behind a figure before ", up from"."""
_COMPOSED = {
    "up": frozenset(["made", "make", "makes", "making"]),
    "down": frozenset(["turned", "turn", "turns", "turning", "shut", "shuts", "shutting", "torn", "laid", "broke", "broken"]),
}
"""Verbs of which a word of change is a part, that change nothing: "made [up] 31 percent", "turned [down] an offer"."""
_SEVERAL = frozenset(["both", "these", "those", "all", "several", "many"])
"""Before a noun of many: "the toll of both [slides]"."""
_FROM_A = (["from", "a"], ["from", "the"])
_BACK = frozenset(["earlier", "ago", "before"])
_EARLIER = 4
"""Words of "from a year earlier"."""
_AGES = ("-year", "-month", "-week", "-day", "-quarter", "-decade")
_AGE = 3
_MEASURED = 7
"""Words between "to" and what is measured: "to a seasonally adjusted annual rate of"."""
_WHERE = frozenset(["across", "among", "for", "in", "throughout", "within", "since"])
_NOWHERE = frozenset(["by", "from", "or", "than", "to"])
_PLACE = 6
"""Words of a place or a group, with its preposition."""
_NEAR = 4
"""Words between a verb and its "by"."""


@frozen
class Lead:
    """What leads to a figure.

    ``part`` is ``change``, ``level``, ``before``, ``again`` ("or", the same in other terms), ``bracket``, ``apposed`` (the change
    behind all else, ", a drop of"), or empty.
    ``direction`` is ``up`` or ``down``, where a word of those before the figure says it, and ``multiple`` the words that say how
    many times as much ("more than doubled"); ``joined`` tells that it is set against
    the figure right before ("$5 billion, up from", "compared with"), ``trailing`` the same with a few words between ("31 percent
    of costs, up from"), and ``bracketed`` that brackets closed before; ``near`` that nothing stands between it and "to"
    or "from"; ``extreme`` that it is a peak or a low, from which no change need be reckoned; ``broken`` that another
    statement began; ``behind`` how many words stand between the figure before and the word of change.
    """

    part: str = ""
    direction: str | None = None
    multiple: str | None = None
    joined: bool = False
    trailing: bool = False
    bracketed: bool = False
    near: bool = False
    extreme: bool = False
    broken: bool = False
    behind: int = 0


@lru_cache(maxsize=256)  # two kinds of links ask of the same figures
def lead(text: str, start: int, stop: int) -> Lead:
    """Read the words from ``start`` to the figure at ``stop``."""
    words = leading_words.read(text[max(start, stop - _LONGEST) : stop])
    compared = _comparison(words)
    if compared is not None:
        return Lead("before", joined=True, broken=_broken_at(words[:compared]) >= 0)
    cut = _broken_at(words)
    tail, broken = words[cut + 1 :], cut >= 0
    set_ = _setting(tail)
    moved = _last_change(tail) if set_ is None else set_
    extreme = tail[-1:] == ["of"] and not lexicon.words("grammar", "extremes").isdisjoint(tail[-2:-1])
    if moved is None:
        return Lead(_part(tail, None), extreme=extreme, broken=broken)
    apposed = [word for word in tail[:moved] if word not in (",", ")")]
    joined = not (broken or apposed)
    if tail[-1] == "from" and tail[-2] in lexicon.words("grammar", "amounts"):  # "lost from 30 to 50 men": a range
        return Lead("before", joined=joined, broken=broken)
    trailing = not broken and 0 < len(apposed) <= _TRAILING and tail[moved - 1] == "," and all(map(_is_word, apposed))
    between = _without_skipped(tail[moved + 1 :])[:-1]
    near = set_ is not None or _is_where(tail[moved], between)
    near = near or _is_near([word for word in between if word != "," and not _is_when(word)])
    multiple = _multiple(tail, moved) if tail[moved] in lexicon.words("grammar", "multiples") else None
    part = "apposed" if not joined and _is_apposed(tail, moved) else _part(tail, moved)
    return Lead(
        part, directions().get(tail[moved]), multiple, joined, trailing, ")" in tail[:moved], near, extreme, broken, len(apposed)
    )


def _last_change(tail: Sequence[str]) -> int | None:
    """Give the place of the last word of change."""
    return next((at for at in reversed(range(len(tail))) if tail[at] in directions() and not _is_composed(tail, at)), None)


def _setting(tail: Sequence[str]) -> int | None:
    """Give the place of the verb whose object was set to a figure, or from it."""
    last = _without_skipped(tail)[-1:]
    return objects.set_by(tail) if last == ["to"] else objects.set_from(tail) if last == ["from"] else None


@cache
def directions() -> Mapping[str, str]:
    """Give the words of change, each with ``up`` or ``down``."""
    multiples = lexicon.entries("grammar")["multiples"]["words"].items()
    return {
        **{word: way for way in ("up", "down") for word in lexicon.words("grammar", way)},
        **{word: "up" if times > 0 else "down" for word, times in multiples},
    }


def _is_when(word: str) -> bool:
    return word in _WHENS or word.capitalize() in lexicon.forms("calendar", "names")


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
    last, breaks = -1, lexicon.words("grammar", "breaks")
    for at, word in enumerate(words):
        if (word in _MARKS or word in breaks) and not (at + 1 < len(words) and words[at + 1] in _GOES_ON.get(word, ())):
            last = at
    return last


def _without_skipped(words: Sequence[str]) -> Sequence[str]:
    end = len(words)
    if end > 1 and words[end - 1] == "of":
        if words[end - 2] in lexicon.words("grammar", "extremes"):  # "to a [March] record of"
            end -= 2 + (end > 2 and words[end - 3].capitalize() in lexicon.forms("calendar", "names"))
        elif words[end - 2] in lexicon.words("grammar", "measured"):
            end = _lead_of(words, end - 2)
    if end > _AGE and words[end - 2] == "-" and words[end - _AGE].isdigit():  # "a 12-year low of"
        end -= _AGE
    skipped = lexicon.words("grammar", "skipped")
    while end and (words[end - 1] in skipped or words[end - 1].endswith(_AGES)):
        end -= 1
    return words[:end]


def _lead_of(words: Sequence[str], end: int) -> int:
    """Give the end of the words up to "to" or "from" before what is measured: "to a seasonally adjusted annual [rate] of"."""
    led = (at + 1 for at in range(end - 1, max(-1, end - 1 - _MEASURED), -1) if words[at] in ("to", "from", "at"))
    return next(led, end + 2)


def _part(tail: Sequence[str], moved: int | None) -> str:
    """Tell by the words before a figure which part of a change it is; ``moved`` is the place of the verb. Empty: none."""
    kept = _without_skipped(tail)
    last = kept[-1] if kept else ""
    if last == "or":
        return "again" if len(kept) == 1 or kept[-2] in (",", "(") or kept[:-1] in (["points"], ["point"]) else ""
    if last in ("(", "["):
        return "bracket"
    if kept[-2:] == ["or", "by"]:  # "from 60 to 80, or by [33 percent]"
        return "again"
    if last == "from":
        return "before"
    if last in ("to", "at"):
        told = kept if last == "at" else _without_earlier(kept)
        return "" if moved is None and not lexicon.words("grammar", "elsewhere").isdisjoint(told) else "level"
    if moved is None:
        return ""
    between = kept[moved + 1 :]
    if last == "by" and (len(between) <= _NEAR or objects.moved_by(kept) == moved):
        return "change"
    return "change" if _is_near(between) or objects.moved_directly(kept) == moved else ""


def _without_earlier(words: Sequence[str]) -> Sequence[str]:
    """Leave out since when a figure changed: "fell 40, or 3 percent, [from a year earlier] to"."""
    starts = (at for at in range(len(words) - _EARLIER) if [*words[at : at + 2]] in _FROM_A and words[at + 3] in _BACK)
    at = next(starts, None)
    return words if at is None else [*words[:at], *words[at + _EARLIER :]]


def _is_composed(tail: Sequence[str], at: int) -> bool:
    """Tell whether a word tells of no change here: "made [up] 31 percent", "pushed [growth] to 2 percent from 3"."""
    if tail[at] == "growth" and tail[at + 1 : at + 2] in (["to"], ["at"], ["from"]):
        return True
    if objects.is_hoped_for(tail, at) or (at > 0 and tail[at - 1] in _SEVERAL and tail[at].endswith("s")):
        return True
    return tail[at] in _COMPOSED and at > 0 and tail[at - 1] in _COMPOSED[tail[at]]


def _is_apposed(tail: Sequence[str], moved: int) -> bool:
    """Tell whether a change is told behind a comma as a noun: ", a drop of", ", an annual increase of" is none."""
    return moved > 1 and tail[moved - 2] == "," and tail[moved - 1] in ("a", "an") and tail[moved + 1 :] == ["of"]


def _is_word(word: str) -> bool:
    return word == "," or word[0].isalpha() or len(word) == len("2010") or ":" in word[1:]


def _is_where(verb: str, words: Sequence[str]) -> bool:
    """Tell whether only a place, a group or a time stands behind a verb that has no object: "rose [across the north] from"."""
    words = words[:-1] if words[-1:] == [","] else words
    if (
        not lexicon.is_past(verb)
        or verb in lexicon.words("grammar", "setting")
        or not 1 < len(words) <= _PLACE
        or words[0] not in _WHERE
    ):
        return False  # "a rise in demand sent prices to" is no verb
    return all(word[0].isalpha() and word not in _NOWHERE for word in words)


def _is_near(between: Sequence[str]) -> bool:
    """Tell whether only adverbs, or words for the close of trade, stand between a verb and what it leads to."""
    return all(word in _ADVERBS or word in _GOES_ON["and"] or word.endswith(("ly", "wide")) for word in between)
