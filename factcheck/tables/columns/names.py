"""Column name -> Name: its words, what they say of the column, and the stem that is left.

"actual_min_temp" says ``minimum`` and has the stem "actual temp"; columns of one stem belong together. The words are those of
``lexicon/columns.toml``; what stands in brackets ("(km)") is a unit or a note.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from factcheck import lexicon
from factcheck.values import evolve, frozen

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_DEGREES = re.compile(r"(°\s?[CF]\b)")
_WORD = re.compile(r"[A-Z]{2,}(?=s?\b|[A-Z][a-z])|[A-Z](?=[A-Z][a-z])|[A-Z]?[^\W\d_A-Z]+|[A-Z]+|\d+(?i:st|nd|rd|th)?|[%#$]")
_PERCENTILE = re.compile(r"(?:p|pct|q|percentile ?)?(\d{1,2})(?:th|st|nd|rd)?(?: ?percentile| ?pctile)?")
_MINUTES, _HIGHEST = re.compile(r"[(\[](?:min|MIN)[)\]]"), re.compile(r"max|high|peak|hi\b", re.IGNORECASE)
_SIGNS = {"%": "percent", "#": "number", "$": "dollars"}
_LONGEST = 120
_QUARTER = 25
_HEAD, _TAIL = 4, 2
"""Letters of a name that others begin with, and of what stands behind it, at least."""
_LETTERED = {
    letters: dict(zip(letters, ("year", "month", "day"), strict=True)) for letters in (("y", "m", "d"), ("yyyy", "mm", "dd"))
}
_TIMES = frozenset({"year", "month", "day"})
_AFTER_A_NUMBER = frozenset({"duration", "end"})
"""What is none behind a number."""
_RANGING = frozenset({"minimum", "maximum", "mean"})


@frozen
class Name:
    """A column's name: its ``words``, the ``aspects`` that they say (entries of ``columns.toml``), and the ``stem``.

    ``percentile`` is the number of "P25". ``note`` is what stands in brackets, or the unit of a temperature.
    """

    text: str
    words: tuple[str, ...] = ()
    aspects: tuple[str, ...] = ()
    stem: frozenset[str] = frozenset()
    percentile: int | None = None
    note: str = ""

    def says(self, *aspects: str) -> bool:
        """Tell whether its words say one of these."""
        return any(aspect in self.aspects for aspect in aspects)

    @property
    def counts(self) -> bool:
        """Tell whether nothing in the name speaks against a count."""
        return self.percentile is None and not self.bars

    @property
    def bars(self) -> frozenset[str]:
        """Give what its words say that counts nothing."""
        return frozenset(aspect for aspect in self.aspects if lexicon.entries("columns")[aspect].get("bars"))

    @property
    def may_be_shared(self) -> bool:
        """Tell whether rows may have in common what it counts: the species of two ponds."""
        return not {*lexicon.entries("columns")["total"]["shared"]}.isdisjoint(self.words)


def read(texts: Sequence[str]) -> tuple[Name, ...]:
    """Read the names of one table; they tell of each other where a run-together one can be cut ("mintemp", "maxtemp").

    "(min)" is a lowest one beside a highest, and else minutes.
    """
    if not any(_HIGHEST.search(text) for text in texts):
        texts = [_MINUTES.sub("(minutes)", text) for text in texts]
    split = [*map(_split, texts)]
    for letters in _LETTERED:  # "Y", "M" and "D" are the parts of a date where all three stand there
        if all([letter] in split for letter in letters):
            split = [
                [_LETTERED[letters][words[0]]] if words[:1] and words[0] in letters and len(words) == 1 else words
                for words in split
            ]
    split = _lengthened(split)
    common = {word for words in split for word in words}
    rests = _rests(common)
    named = tuple(_name(text, tuple(_cut(words, rests))) for text, words in zip(texts, split, strict=True))
    ranks = {name.percentile for name in named if name.percentile is not None}
    return named if not ranks or max(ranks) >= _QUARTER else tuple(map(_numbered, named))


def _lengthened(split: Sequence[list[str]]) -> list[list[str]]:
    """Cut what is run together where two names of the table are two others and the same behind them: "nkill" and "nkillus"."""
    heads = {words[0] for words in split if len(words) == 1 and len(words[0]) >= _HEAD}
    cut = {
        word: [word[:size], word[size:]] for word in heads for size in range(_HEAD, len(word) - _TAIL + 1) if word[:size] in heads
    }
    tails = Counter(tail for _, tail in cut.values())
    return [
        cut[words[0]] if words[:1] and words[0] in cut and tails[cut[words[0]][1]] > 1 and len(words) == 1 else words
        for words in split
    ]


def _numbered(name: Name) -> Name:
    """Take "p1" to "p5" for numbers of what is counted: percentiles reach the middle."""
    return name if name.percentile is None else evolve(name, percentile=None, stem=name.stem | frozenset(name.words))


def _split(text: str) -> list[str]:
    plain = _DEGREES.sub(" ", _BRACKETS.sub(_kept, text[:_LONGEST]))
    plain = plain if plain.strip() else text[:_LONGEST]
    words = [_SIGNS.get(word, word).lower() for word in _WORD.findall(plain)]
    return [*_rejoined(words)]


def _kept(note: re.Match[str]) -> str:
    """Leave out what stands in brackets, but for the sign of a share and a place in a range: "Load (%)", "wait (median)"."""
    inside = note[1].strip()
    return " % " if inside == "%" else f" {inside} " if inside.lower() in _placed() else " "


def _rejoined(words: Sequence[str]) -> Iterator[str]:
    """Join what a cut between letters and digits took apart: "p" and "25th", "under" and "5"."""
    at = 0
    while at < len(words):
        following = words[at + 1] if at + 1 < len(words) else ""
        if words[at] in ("p", "q") and following[:1].isdigit():
            yield words[at] + following
            at += 1
        else:
            yield words[at]
        at += 1


def _rests(words: set[str]) -> dict[str, int]:
    """Count what is left of the table's words behind a word that can be glued to another."""
    counted: dict[str, int] = {}
    for word in words:
        for head in _glued():
            if word.startswith(head) and len(word) >= len(head) + 3:
                counted[word[len(head) :]] = counted.get(word[len(head) :], 0) + 1
        for tail in _ends():
            if word.endswith(tail) and len(tail) < len(word) < len(tail) + 3:
                counted[word[: -len(tail)] + "-"] = counted.get(word[: -len(tail)] + "-", 0) + 1  # "tmax" and "tmin"
    for word in words:
        if word in counted:
            counted[word] += 1
    return counted


def _cut(words: Sequence[str], rests: dict[str, int]) -> Iterator[str]:
    for word in words:
        yield from _parts(word, rests) if word not in _forms() else (word,)


def _parts(word: str, rests: dict[str, int]) -> tuple[str, ...]:
    for head in _glued():
        rest = word[len(head) :]
        if word.startswith(head) and len(rest) >= 3 and (rest in _forms() or rests.get(rest, 0) > 1):
            return head, rest
    for tail in _glued():
        rest = word[: -len(tail)]
        if word.endswith(tail) and ((len(tail) >= 3 and len(rest) >= 3) or (tail in _ends() and rests.get(rest + "-", 0) > 1)):
            return rest, tail
    return (word,)


def _name(text: str, words: tuple[str, ...]) -> Name:
    """Read the words of a column's name one after the other: each is an aspect, a place in a range, or one of the stem."""
    notes = (note for note in _BRACKETS.finditer(text[:_LONGEST]) if note[1].strip().lower() not in _placed())
    note = next(notes, None) or _DEGREES.search(text[:_LONGEST])
    aspects: list[str] = []
    stem: list[str] = []
    percentile, at = None, 0
    while at < len(words):
        size, aspect = _aspect(words, at)
        if (aspect in _TIMES and 0 < at < len(words) - size) or (aspect == "age" and _is_number(words, at + size)):
            aspect = None  # "full_time_year_round" is no year, "aged 15-64" counts a group
        elif aspect in _TIMES and at > 1 and words[at - 1] == "by":
            aspect = None  # "launches by day" are no day
        elif aspect in _AFTER_A_NUMBER and at and _is_number(words, at - 1):
            aspect = None  # "18 to 64 years" is a group of people
        if aspect is not None:
            aspects.append(aspect)
            stem += words[at : at + size] if aspect in ("apart", "cases", "recovered") else ()
        elif (rank := _rank(words, at)) is not None:
            percentile = rank
            at += words[at + 1 : at + 2] in (["percentile"], ["pctile"], ("percentile",), ("pctile",))
        else:
            stem.append(_singular(words[at]))
        at += size
    said = note[1] if note else "°C" if _is_in_degrees(words, aspects) else ""
    return Name(text, words, tuple(dict.fromkeys(aspects)), frozenset(stem), percentile, said)


def _is_in_degrees(words: Sequence[str], aspects: Sequence[str]) -> bool:
    """Tell whether the last word is a unit of temperature, behind what says that they range: "mean_min_c"."""
    return words[-1:] in (("c",), ("celsius",), ("degc",)) and not _RANGING.isdisjoint(aspects)


def _aspect(words: Sequence[str], at: int) -> tuple[int, str | None]:
    for size in (3, 2, 1):
        found = _forms().get(" ".join(words[at : at + size])) if at + size <= len(words) else None
        if found is not None:
            return size, found
    return 1, None


def _is_number(words: Sequence[str], at: int) -> bool:
    return at < len(words) and words[at].isdigit()


def _rank(words: Sequence[str], at: int) -> int | None:
    match = _PERCENTILE.fullmatch(words[at])
    named = words[at][:1] in "pq" or "percentile" in words or "pctile" in words
    return int(match[1]) if match and named and 0 < int(match[1]) < 100 and not words[at].startswith("q") else None


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@cache
def _forms() -> dict[str, str]:
    return dict(lexicon.forms("columns"))


@cache
def _placed() -> frozenset[str]:
    return lexicon.words("columns", "median") | lexicon.words("columns", "minimum") | lexicon.words("columns", "maximum")


@cache
def _glued() -> tuple[str, ...]:
    found = (word for entry in lexicon.entries("columns").values() for word in entry.get("glued", ()))
    return tuple(sorted(found, key=lambda word: -len(word)))


@cache
def _ends() -> frozenset[str]:
    """Give the words of the ends and the middle of a range that can be glued behind a letter."""
    entries = lexicon.entries("columns")
    return frozenset(word for aspect in ("minimum", "maximum", "mean") for word in entries[aspect]["glued"])
