"""What the words around a time tell of its tense: a past verb, one that a modal leads, one that tells of what is to come."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from factcheck import lexicon
from factcheck.lexicon.function_words import DETERMINERS, MODALS

_MODALS = MODALS | {"to", "be"}
SAYINGS = frozenset({"said", "told", "added", "warned", "announced", "confirmed", "reported", "explained", "noted", "stated"})
"""Verbs of saying: the time beside one is that of the saying."""
SPEAKING = frozenset({"speaking", "talking"})
AT_MOST = 9
"""Words within which what tells in the present of what is to come stands before its time."""
_SET = frozenset({"is", "are", "was", "were"})
"""Before "to": what was planned is still to come."""
_DONE = frozenset({"was", "were", "had"})
_RESOLVED = frozenset({"agreed", "voted"})
_SHORT_ED = 4
_PERFECT = MODALS - {"will", "would", "shall"} | {"to"}
"""What makes "have" and a verb one of the past: "is thought to have sunk in May"."""
_CAN = frozenset({"may", "might", "can", "should", "must"})
_NOUN_LED = DETERMINERS | {"housing", "new", "and", "of"}
"""Words before what is a noun then, and no verb: "a rise in housing [starts] in May"."""
_WHO = frozenset({"they", "we", "you", "i", "which", "that", "who"})
"""Words before a verb that has no ending: "talks that [start] on Sunday"."""
_SINGLE = frozenset({"he", "she", "it", "He", "She", "It", "who", "has", "had", "have"})
"""Before a verb of one form: it would end in "s" if it told of the present."""
_RESULTS = frozenset({"close", "end", "open"})
"""Verbs that tell with "to" how it came out: "fell to [close] at 40"."""


@lru_cache(maxsize=4096)
def may_show(word: str) -> bool:
    """Tell whether a word shows a tense beside some words; most show none beside any."""
    future, past, coming, _, one_form = tenses()
    lower = word.lower()
    known = lower in future or lower in past or lower in _SET or lower in SPEAKING or is_regular_past(lower)
    known = known or word in one_form
    return known or word in _CAN or word.removesuffix("s") in coming


def is_set(word: str, after: Sequence[str]) -> bool:
    """Tell whether something was or is still to come: "a ferry [was to] take them home", "a visit in May [is likely]"."""
    return (word in _SET and after == ["to"]) or (word in ("is", "are") and after == ["likely"])


def is_put_off(words: Sequence[str], at: int, middle: int) -> bool:
    """Tell whether what a past verb tells of is to be done at the time: "postponed to", "agreed to raise the fee from"."""
    word, between = words[at].lower(), words[at + 1 : middle]
    if word in tenses()[3] and between in (["to"], ["back", "to"]):
        return True
    if word in _RESOLVED and "to" in between:
        return True
    return at < middle and at > 0 and words[at - 1] in ("is", "are") and between in (["in"], ["on"])  # "when it is sold in May"


def puts_off(before: str) -> bool:
    """Tell whether the words before "until" end in a verb that puts something off: "has been delayed [until November 3]"."""
    return before.rstrip().rpartition(" ")[2] in tenses()[3]


def is_led_ahead(led: Sequence[str]) -> bool:
    """Tell whether a modal leads a past verb: "[would be] made"; "a measure [for] repairs failed"."""
    while "to" in led and led[-1] != "to" and led[led.index("to") + 1] not in ("be", "have"):
        led = led[led.index("to") + 1 :]  # "sales to China rose"
    told = max((place + 1 for place, near in enumerate(led) if near in _DONE), default=0)
    led = led[told:] if "to" not in led[told:] else led  # "the plan for a mill was approved on Monday"
    if "have" in led[1:] and led[led.index("have") - 1] in _PERFECT:
        return False
    return bool(_MODALS.intersection(led)) or led[-1:] == ["for"]


def is_joined_ahead(words: Sequence[str], at: int) -> bool:
    """Tell whether a verb is joined to one that a modal leads: "will be wrapped up and [voted]"."""
    if words[at - 1 : at] != ["and"]:
        return False
    first = next((place for place in range(at - 2, max(1, at - AT_MOST), -1) if is_past(words[place])), None)
    return first is not None and words[first - 1] == "be" and words[first - 2] in _MODALS


def comes(words: Sequence[str], at: int, coming: frozenset[str], titled: bool) -> bool:
    """Tell whether a word tells in the present of what is to come: "may rise", "talks start"; in titles none does."""
    word, before = words[at], words[at - 1].lower() if at else ""
    if word in _CAN:
        return words[at + 1 : at + 2] != ["have"]
    if titled or word.removesuffix("s") not in coming:
        return False
    if word.endswith("s"):
        return before not in _NOUN_LED and not is_object(words, at)
    if before == "to":
        return word not in _RESULTS
    return before in _WHO or before == "and" or (before.endswith("s") and before not in ("its", "his", "this"))


def is_object(words: Sequence[str], at: int) -> bool:
    """Tell whether a word is a noun that something was done to: "revised its travel [plans]"."""
    *_, verb, led, _ = ("", "", "", *words[:at])
    verb = verb.lower() if led.lower() in DETERMINERS else ""
    return is_past(verb) and verb not in SAYINGS


def is_past(word: str) -> bool:
    """Tell whether a word has the form of a past or a participle."""
    return word in tenses()[1] or is_regular_past(word)


def is_cut(word: str, before: str) -> bool:
    """Tell whether a verb whose past has no form of its own is one behind a single name: "Larkin [cut] its outlook"."""
    return word in tenses()[4] and (before in _SINGLE or (before.istitle() and before[-1:] != "s"))


@cache
def tenses() -> tuple[frozenset[str], ...]:
    """Give the words of the lexicon that look ahead, those of the past, that come, that put off, and that have one form."""
    return tuple(lexicon.words("grammar", entry) for entry in ("future", "past", "coming", "put off", "one form"))


def is_regular_past(word: str) -> bool:
    """Tell whether a word ends as a past does: "opened"."""
    return (
        word.endswith("ed")
        and len(word) > _SHORT_ED
        and "-" not in word
        and word not in lexicon.words("grammar", "no participles")
    )
