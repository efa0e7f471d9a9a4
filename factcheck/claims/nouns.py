"""The words of a noun phrase, and the noun among them: words up to one that ends it; known nouns, plurals, participles."""

from __future__ import annotations

import re

from factcheck import lexicon
from factcheck.patterns import pattern
from factcheck.values import frozen

_LONGEST = 8
_WORD = pattern(r" {1,2}([^\W\d_](?:\.\w)+\.?|[^\W\d_](?:\w|\.(?=\w))*(?:['’-]\w+)*(?:(?<=s)['’](?= [a-z]))?)")
PLURAL = pattern(r"[a-z]{2,}(?<![sui])s\Z|[A-Z]{2,}s\Z|[A-Z]?[a-z]+(?:men|women|children|people)\Z")
_MANY = frozenset({"people", "women", "men", "children"})
"""Plurals that do not look so."""


@frozen
class Phrase:
    """What a figure counts: the head noun as written, the words before it, and where words, noun and phrase stand.

    An elided phrase ("600 of them", "600 were killed") has no head.
    """

    end: int
    head: str | None = None
    start: int = 0
    begin: int = 0
    before: tuple[str, ...] = ()


def phrase(text: str, words: list[re.Match[str]], at: int, last: int) -> Phrase:
    """Make the phrase of a run of words: its head is the noun that begins with the word ``at`` and ends at ``last``."""
    start = words[at].start(1)
    return Phrase(last, text[start:last], start, words[0].start(1), tuple(word[1] for word in words[:at]))


def known(text: str, words: list[re.Match[str]]) -> tuple[int, int] | None:
    """Give the last of the first run of known nouns, with its end."""
    found = None
    for at, word in enumerate(words):
        if found is not None and word.start(1) < found[1]:  # inside a longer one: "police officers"
            continue
        noun = lexicon.nouns().at(text, word.start(1), words[-1].end())
        if noun is not None and (found is None or _runs_on(words, found, word)):
            found = at, noun[1]
        elif found is not None and word.start() >= found[1] and not is_participle(words[found[0]]):
            return (at, word.end()) if _is_within(words[found[0]], found[1], word) else found
    return found


def _is_within(known: re.Match[str], end: int, word: re.Match[str]) -> bool:
    """Tell whether a known noun only narrows the one right behind it, which no list has: "39 home [runs]"."""
    whole = end == word.start() == known.end() and word[1].islower()
    return whole and PLURAL.search(known[1]) is None and known[1] not in _MANY and PLURAL.search(word[1]) is not None


def run(text: str, at: int, stop: int) -> list[re.Match[str]]:
    """Give the words that follow without punctuation, up to a word that ends a noun phrase."""
    found: list[re.Match[str]] = []
    while len(found) < _LONGEST:
        match = _WORD.match(text, at, stop)
        if match is None or match[1].lower() in lexicon.words("grammar", "stops") or (found and _goes_on(match[1])):
            break
        if match[1] in lexicon.words("numbers", "cardinals"):  # "4.5 million seven years ago"
            break
        found.append(match)
        at = match.end()
    return found


def _goes_on(word: str) -> bool:
    """Tell whether a word says what those counted are doing: "40 people running", but "[engineering] workers"."""
    known = word.lower() in lexicon.words("grammar", "gerunds") or word in lexicon.forms("roles", "nouns")
    return word.endswith("ing") and not known


def _runs_on(words: list[re.Match[str]], known: tuple[int, int], word: re.Match[str]) -> bool:
    """Tell whether a noun takes over from the one before: right behind it, or behind a participle."""
    noun = words[known[0]]
    beside = known[1] == word.start() and not is_participle(word) and noun[1] != "people"  # "25 people doctors have seen"
    return beside or is_participle(noun)


def is_participle(word: re.Match[str]) -> bool:
    """Tell whether a word is told of a noun rather than being one: "injured", "seized", "missing"."""
    return (
        word[1].lower() in lexicon.forms("roles", "verbs", "passives")
        or word[1].endswith("ed")
        or word[1].lower() in ("dead", "missing")
    )
