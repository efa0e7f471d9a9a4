"""The noun phrase behind a figure: "15,000 [North Korean troops]", "a $12 billion [loan]", "9 percent of [voters]"."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from factcheck import lexicon
from factcheck.claims import Line
from factcheck.mentions import Mention
from factcheck.numerals import Numeral
from factcheck.patterns import pattern
from factcheck.values import frozen

_LONGEST = 8
_LOOK = 30
_NEAR = 8
"""Mentions among which the figure beside another is looked for."""
_WORD = pattern(r"[ \u00a0\n]{1,2}([^\W\d_](?:\.\w)+\.?|[^\W\d_](?:\w|\.(?=\w))*(?:['’-]\w+)*)")
_OF = pattern(
    r"[ \u00a0]of[ \u00a0](?:(?:the[ \u00a0])?[\w-]+(?:['’]s|s['’])(?=[ \u00a0](?:\d|[a-z]+[ \u00a0]))"
    r"|(?:the|its|their|his|her|our|my|your)\b(?:[ \u00a0](?:last|first|top|past|next)(?=[ \u00a0](?:\d|[a-z]+)))?)?"
)
_JOINED = pattern(r",? (?:and|or|plus|as well as) ")
_LISTED = pattern(r"[\w’' -]{0,40},? (?:and|or|plus|as well as) ")
_PRONOUN = pattern(r"[ \u00a0]of[ \u00a0](?:them|those|these|whom|which)\b")
_SIZED = frozenset({"money", "measure", "percent", "points", "ratio", "duration", "age"})
_OF_AMOUNT = pattern(r"[ \u00a0](of|in|worth of)((?:[ \u00a0](?:the|its|their|his|her|our|all|total|new))*)\b")
_ATTRIBUTIVE = pattern(r"\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]his|[Aa]nother|[’']s) ((?:[a-z-]+ ){0,2})\Z")
_PLURAL = pattern(r"[a-z]{2,}(?<![sui])s\Z|[A-Z]{2,}s\Z|[A-Z]?[a-z]+(?:men|women|children|people)\Z")
_HAD = pattern(r"[ \u00a0](?:had|have|has)\b")
_MANY = frozenset({"people", "police", "staff", "crew", "personnel", "cattle", "livestock", "sheep", "women", "men", "children"})
"""Plurals that do not look so."""
_TIMES = pattern(r"[ \u00a0\n](?:last|earlier|previous|first)\b.*", re.DOTALL)


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


def behind(text: str, figure: Mention, stop: int) -> Phrase:
    """Read the noun phrase behind a figure: what a count counts, what a share is of, what a sum or a measure is the size of."""
    end, numeral = max(figure.span.end, *(hedge.span.end for hedge in figure.modifiers), 0), figure.numeral  # "40 or more men"
    if numeral is None:
        return Phrase(end)
    pronoun = _PRONOUN.match(text, end, stop)
    if pronoun is not None:
        return Phrase(pronoun.end())
    if figure.kind != "number":
        return _of_amount(text, figure, stop)
    of = _OF.match(text, end, stop)
    start = of.end() - 1 if of and text[of.end() - 1] == " " else of.end() if of else end
    counted = _counted().match(text, start, stop) if of else None  # "29 of the 65 seats" are seats
    words = _words(text, counted.end() if counted else start, stop)
    found = _head(text, words, numeral)
    return Phrase(end) if found is None else _phrase(text, words, *found)


def _of_amount(text: str, figure: Mention, stop: int) -> Phrase:
    """Read "9 percent of [voters]", "€40 billion in [assets]", "a $12 billion [loan]", whose noun an article announces."""
    end = figure.span.end
    if figure.kind not in _SIZED:
        return Phrase(end)
    if figure.kind in ("ratio", "age") or _is_attributive(text, figure):
        words = _words(text, end, stop)
        found = (_known_noun(text, words) or (None if figure.kind == "age" else _first_noun(words))) if words else None
        if found is not None or figure.kind == "age":
            return Phrase(end) if found is None else _phrase(text, words, *found)
    of = _OF_AMOUNT.match(text, end, stop)
    share = of is not None and figure.kind in ("percent", "ratio") and of[1] == "of"
    if of is None and not _is_announced(text, figure.start):
        return Phrase(end)
    words = _words(text, of.end(1) + len(of[2] or "") if of else end, stop)
    if not words or (of is None and words[0][1] in lexicon.forms("roles", "behind")):
        return Phrase(end)
    found = _known_noun(text, words) or _unknown_noun(words, figure.kind, of)
    named = found is not None and text[words[found[0]].start(1) : found[1]] in _sizes()
    if found is not None and of is None and _HAD.match(text, found[1]):  # "the 1.6 percent economists had expected"
        found = None
    if found is None or (of is not None and not share and not named and not _is_substance(figure.kind, of)):
        return Phrase(end)
    return _phrase(text, words, *found)


def _is_attributive(text: str, figure: Mention) -> bool:
    """Tell whether a measure or a time is told as an adjective: "a 38-metre [vessel]", "10-year government [bonds]"."""
    return figure.kind in ("measure", "duration") and "-" in text[figure.span.start : figure.span.end]


def _first_noun(words: list[re.Match[str]]) -> tuple[int, int] | None:
    """Give the first plural of words, else the first word where it is no verb and no adverb."""
    plural = next(((at, word.end()) for at, word in enumerate(words) if _PLURAL.search(word[1])), None)
    first = words[0]
    single = first[1].islower() and not _is_participle(first) and not first[1].endswith("ly")
    return plural or ((0, first.end()) if single else None)


def _is_announced(text: str, start: int) -> bool:
    """Tell whether an article before a sum announces its noun: "a record €40 million [loan]"; a verb between does not."""
    led = _ATTRIBUTIVE.search(text, max(0, start - _LOOK), start)
    return led is not None and lexicon.words("grammar", "stops").isdisjoint(led[1].split())


def _is_substance(kind: str, of: re.Match[str]) -> bool:
    """Tell whether a measure or a sum is of what follows without an article: "320 tonnes of flour", "€500 million of bonds"."""
    return of[1] == "of" and not of[2] and kind in ("measure", "money")


def _unknown_noun(words: list[re.Match[str]], kind: str, of: re.Match[str] | None) -> tuple[int, int] | None:
    """Give a noun that the lexicon does not know: the plural or the only word behind "of", or the one word behind a sum."""
    if of is None:
        return (0, words[0].end()) if len(words) == 1 and words[0][1].islower() and not _is_participle(words[0]) else None
    if of[1] != "of" or kind == "points":
        return None
    plural = next(((at, word.end()) for at, word in enumerate(words) if _PLURAL.search(word[1])), None)
    mass = (0, words[0].end()) if words[0][1].islower() and kind != "money" and not _is_participle(words[0]) else None
    return plural or (mass if len(words) == 1 or kind == "measure" else None)


@cache
def _counted() -> re.Pattern[str]:
    """Give what reads the number of a whole: "of the [65] seats"."""
    words = lexicon.alternatives(word for entry in lexicon.entries("numbers").values() for word in entry.get("words", ()))
    return pattern(rf"[ \u00a0](?:\d[\d,]*|(?:{words})(?:-(?:{words}))?)(?=[ \u00a0])")


def _phrase(text: str, words: list[re.Match[str]], at: int, last: int) -> Phrase:
    start = words[at].start(1)
    return Phrase(last, text[start:last], start, words[0].start(1), tuple(word[1] for word in words[:at]))


def _known_noun(text: str, words: list[re.Match[str]]) -> tuple[int, int] | None:
    """Give the last of the first run of known nouns, with its end."""
    known = None
    for at, word in enumerate(words):
        if known is not None and word.start(1) < known[1]:  # inside a longer one: "police officers"
            continue
        noun = lexicon.nouns().at(text, word.start(1), words[-1].end())
        if noun is not None and (known is None or _runs_on(words, known, word)):
            known = at, noun[1]
        elif known is not None and word.start() >= known[1] and not _is_participle(words[known[0]]):
            return (at, word.end()) if _is_within(words[known[0]], known[1], word) else known
    return known


def _is_within(known: re.Match[str], end: int, word: re.Match[str]) -> bool:
    """Tell whether a known noun only narrows the one right behind it, which no list has: "39 home [runs]"."""
    whole = end == word.start() == known.end() and known[1].islower() and word[1].islower()
    return whole and _PLURAL.search(known[1]) is None and known[1] not in _MANY and _PLURAL.search(word[1]) is not None


@cache
def _sizes() -> frozenset[str]:
    """Give the nouns of roles that sums have: "€40 billion in assets"."""
    return frozenset(noun for entry in lexicon.entries("roles").values() if "kinds" in entry for noun in entry.get("nouns", ()))


def _words(text: str, at: int, stop: int) -> list[re.Match[str]]:
    """Give the words that follow without punctuation, up to a word that ends a noun phrase."""
    words: list[re.Match[str]] = []
    while len(words) < _LONGEST:
        match = _WORD.match(text, at, stop)
        if match is None or match[1].lower() in lexicon.words("grammar", "stops") or (words and match[1].endswith("ing")):
            break
        words.append(match)
        at = match.end()
    return words


def _head(text: str, words: list[re.Match[str]], numeral: Numeral) -> tuple[int, int] | None:
    """Choose the head noun: the last of the first run of known nouns, else the first plural, else what "one" counts.

    A participle that is a noun too ("injured") is the head only where no other noun follows ("injured Russian soldiers").
    """
    known = _known_noun(text, words)
    if known is not None and not _is_participle(words[known[0]]):
        return known
    plurals = [at for at, word in enumerate(words) if _PLURAL.search(word[1]) and not _is_participle(word)]
    # "two [Fox News] hosts", "40 [press-freedoms] complaints"
    named = [at for at in plurals[:1] if at + 1 in plurals and (words[at][1].istitle() or "-" in words[at][1])]
    for at in plurals[len(named) :]:
        return at, words[at].end()
    if known is not None:
        return known
    single = numeral.value == 1 and bool(words) and words[-1][1].islower() and not _is_participle(words[-1])
    return (len(words) - 1, words[-1].end()) if single else None


def _runs_on(words: list[re.Match[str]], known: tuple[int, int], word: re.Match[str]) -> bool:
    """Tell whether a noun takes over from the one before: right behind it, or behind a participle."""
    noun = words[known[0]]
    beside = known[1] == word.start() and not _is_participle(word) and noun[1] != "people"  # "25 people doctors have seen"
    return beside or _is_participle(noun)


def _is_participle(word: re.Match[str]) -> bool:
    return word[1].lower() in lexicon.forms("roles", "verbs") or word[1].endswith("ed") or word[1].lower() in ("dead", "missing")


def is_additional(text: str, sentence: int, start: int, end: int, phrase: Phrase) -> bool:
    """Tell whether a figure comes on top of another ("another 40", "40 more houses")."""
    more = lexicon.words("grammar", "more")
    before = " ".join(text[max(sentence, start - _LOOK) : start].lower().split())
    behind_ = (*phrase.before, *_TIMES.sub("", text[end : end + _LOOK]).split()[:1])
    return before in more or before.endswith(_as_endings("more")) or any(word.lower().strip(".,;") in more for word in behind_)


def is_running(text: str, start: int) -> bool:
    """Tell whether a figure is a later state of an earlier one ("rose to 90")."""
    return " ".join(text[max(0, start - _LOOK) : start].lower().split()).endswith(_as_endings("running"))


@cache
def _as_endings(entry: str) -> tuple[str, ...]:
    return tuple(f" {word}" for word in lexicon.words("grammar", entry))


def is_listed(line: Line, figure: Mention, start: int, end: int) -> bool:
    """Tell whether another figure is joined to this one by "and" ("19 children and two teachers")."""
    text = line.sentence.within
    later = next((other for other in islice(line.behind(end), _NEAR) if other.numeral is not None), None)
    if later is not None and later.kind == figure.kind and _JOINED.fullmatch(text, end, later.start):
        return True
    earlier = next((other for other in islice(line.before(start), _NEAR) if other.numeral is not None), None)
    return earlier is not None and earlier.kind == figure.kind and _LISTED.fullmatch(text, earlier.span.end, start) is not None
