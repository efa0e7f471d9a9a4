"""Words that say how surely: "about", "reportedly", "is believed to". What each does stands in the lexicon.

The words next to a cue tell where the same word is no hedge: "could not", "likely voters", "estimated tax".
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from factcheck import lexicon, numerals
from factcheck.numerals import unit_words
from factcheck.patterns import pattern

KIND = "hedge"
PRIORITY = 110

_WORDS_BEHIND = pattern(r"\s+([\w’'-]+)(?:\s+([\w’'-]+))?")
WORD_BEFORE = pattern(r"(?<![\w’'-])([\w’'-]+)\s*\Z")
_CAME_FROM = pattern(r"\bfrom (?:[$€£]?\d[\d.,]*|<<counts>>)(?: ?%)?(?: [a-z]+)? \Z")
"""Before what something came up to: "went from 5 [up to] 9"."""
_ABLE = pattern(r" [a-z]+ (?:it|them|him|her)\b")
_UNTIL = pattern(r"\b(?:before|until|so that|by the time|than) (?:[\w’-]+ ){0,3}\Z")
_LOOK = 40
_PERIOD = pattern(r" an? (?:\d+|[a-z]+)-(?:second|minute|hour|day|week|month|year|decade)\b(?!-old)")
_SCHEME = pattern(
    r" an? (?:\d[\w.,]*-[\w-]+|[$€£]\d[\d.,]*(?:(?: (?:million|billion|trillion)|m|bn)\b)?)(?: \([^()]{2,30}\))?"
    r" (?:[a-z-]+ )?<<schemes>>\b"
)
_ONE = pattern(r" one (?=[a-z])")
_FEW = pattern(
    r" (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?! (?:hundred|thousand|million|billion|times)\b)"
)
_SHARED = frozenset({"per", "percent", "in", "of", "out", "and", "or"})
"""Words behind "one" with which it is a number that a bound can stand at: "under one percent"."""
_TIMES = pattern(
    r"\s+(?:\d+|[a-z]+)(?: (?:or|to) (?:\d+|[a-z]+))?[ -](?:second|minute|hour|day|week|month|year|decade)s?\b"
    r"(?! (?:old|ago|earlier|later))"
)
_FIGURE = pattern(r"\s+[$€£¥]?\d")
_KEYS = ("unless_before", "unless_behind", "only_before")
_ARROWS, _SUMS = frozenset("-=–—<>"), frozenset("+/-−–.=")
_PEOPLE = frozenset(["he", "she", "they", "crews", "police"])


def anchors() -> Mapping[str, str]:
    """Give the cues themselves; those that are nouns of a source are seen with it."""
    entries = lexicon.entries("hedges")
    return {word: entry for word, entry in lexicon.forms("hedges").items() if entries[entry]["reach"] != "source"}


def is_cue(entry: str, text: str, start: int, stop: int) -> bool:
    """Tell that the neighbours of a cue do not make it another word."""
    if not text[start].isalpha() and not _is_sign(text, start, stop):
        return False
    return not (entry in _conditional() and _is_other(entry, text, start, stop))


def _is_sign(text: str, start: int, stop: int) -> bool:
    """Tell a sign at a figure (">5", "200+") from one between two, from what opens a line and from an arrow."""
    if text[start] == "+":
        return not text[start - 1].isspace() and not text[stop : stop + 1].isalnum() and text[stop : stop + 1] not in _SUMS
    opens = text[start] == ">" and stop == start + 1 and (start == 0 or text[start - 1] == "\n")  # a quoted line
    return not text[stop : stop + 1].isspace() if opens else not start or text[start - 1] not in _ARROWS


@cache
def _conditional() -> frozenset[str]:
    """Give the entries with conditions; most have none."""
    return frozenset(entry for entry, fields in lexicon.entries("hedges").items() if not fields.keys().isdisjoint(_KEYS))


@cache
def _words(entry: str, key: str) -> frozenset[str]:
    """Give the words that an entry lists under a key; ``unless_behind`` stand before the cue, ``unless_before`` behind it."""
    return frozenset(lexicon.entries("hedges")[entry].get(key, ()))


def _is_other(entry: str, text: str, start: int, stop: int) -> bool:
    """Tell whether the words about a cue make it another word: "could not", "took over", "over a two-year period"."""
    forms = _words(entry, "forms")
    if forms and " ".join(text[start:stop].lower().split()) not in forms:
        return False
    led = WORD_BEFORE.search(text, max(0, start - _LOOK), start)
    before = led[1].lower() if led else ""
    if entry == "up to" and _CAME_FROM.search(text, max(0, start - _LOOK), start):
        return True
    if before in _words(entry, "unless_behind") or (entry == "could" and _is_able(before, text, start, stop)):
        return True
    if forms and text.endswith("nder", start, stop) and _SCHEME.match(text, stop):  # "under a $5 billion plan"
        return True
    if forms and (_PERIOD.match(text, stop) or _is_of_one(text, stop)):  # "over a two-year period", "under one roof"
        return True
    return (
        _tells_how_long(entry, before, text, stop) or _is_particle(entry, before, text, stop) or _is_followed(entry, text, stop)
    )


def _tells_how_long(entry: str, before: str, text: str, stop: int) -> bool:
    """Tell whether a cue leads to how long something took: "drilled 12 cores [over] 38 days", but not "lasted over 38 days"."""
    lasting = _words(entry, "lasting_behind")
    return bool(lasting) and before not in lasting and _TIMES.match(text, stop, stop + _LOOK) is not None


def _is_particle(entry: str, before: str, text: str, stop: int) -> bool:
    """Tell whether a cue is a part of the verb before it: "took [over] three mills"."""
    if before not in _words(entry, "particle_of"):
        return False
    return _FEW.match(text, stop) is not None and not _TIMES.match(text, stop, stop + _LOOK)


def _is_followed(entry: str, text: str, stop: int) -> bool:
    """Tell whether a word behind a cue makes it another word, or the one is missing that makes it a hedge; "#" is any number."""
    match = _WORDS_BEHIND.match(text, stop, stop + _LOOK)
    word = match[1].lower() if match else ""
    two = f"{word} {match[2].lower()}" if match and match[2] else word
    unless, only = _words(entry, "unless_before"), _words(entry, "only_before")
    number = word[:1].isdigit()
    if (word in unless and two != "the age") or two in unless or ("#" in unless and _FIGURE.match(text, stop) is not None):
        return True
    return bool(only) and word not in only and not (number and "#" in only)


def _is_of_one(text: str, stop: int) -> bool:
    """Tell whether "one" behind "over" or "under" is that of a thing and no number: "under one scenario", not "over one mile"."""
    one, end = _ONE.match(text, stop), min(len(text), stop + _LOOK)
    number = numerals.read(text, stop + 1, end) if one else None
    if one is None or number is None or number.value != 1:
        return False
    word = text[one.end() : end].partition(" ")[0]
    return word not in _SHARED and unit_words.under(text, one.end(), end, short=False) is None


def _is_able(who: str, text: str, start: int, stop: int) -> bool:
    """Tell whether "could" means that somebody was able: "engineers could lift it", "before they could land"."""
    if _UNTIL.search(text, max(0, start - _LOOK), start):
        return True
    noun = lexicon.forms("nouns").get(who)
    person = noun is not None and bool(lexicon.entries("nouns")[noun].get("person"))
    return (person or who in _PEOPLE or who.endswith(("ers", "ors"))) and _ABLE.match(text, stop) is not None
