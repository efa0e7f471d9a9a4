"""How a number is spelled: text at a place -> Numeral.

A leaf of the mentions: digits with thousands separators and decimals, number words, scale words and letters. Each numeral
says how far it is rounded (``half``), so that no later stage looks at the spelling again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from attrs import evolve, frozen

from factcheck import lexicon
from factcheck.lexicon import Phrases

_DIGITS = re.compile(r"(?:\d{1,3}(?:(?:,\d{3})+|(?:[\u00a0\u2009\u202f]\d{3})+)(?!\d)|\d+)(?:\.\d+)?|\.\d+")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?![.\d])")
_FRACTION = re.compile(r"[ \u00a0]?([½¼¾⅓⅔⅛⅜⅝⅞])|[ \u00a0](\d)/(\d)(?![\d/])|[ \u00a0]and[ \u00a0](?:a|one)[ -](half|quarter)\b")
_PARTS = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8)}
_NAMED = {"half": (1, 2), "quarter": (1, 4)}
_WORD = re.compile(r"[A-Za-z]+")
_GLUE = re.compile(r"[ \u00a0\n](?:and[ \u00a0])?|-")
_GAP = re.compile(r"[ \u00a0\u2009\u202f\n-]")
_GLUE_OF_RANGE = re.compile(r"[ \u00a0](?:to|and)[ \u00a0]|[ \u00a0]?[-–][ \u00a0]?")
_BEFORE_RANGE = re.compile(r"\b(?:[Bb]etween|[Ff]rom)[ \u00a0]+(?:[^\W\d]{0,3}[$€£¥₩])?\Z")
_MINUS = re.compile(r"(?:\A|(?<=[\s(\[“\"]))([-−]|(?:[Mm]inus|[Nn]egative)[ \u00a0])\Z")
_LONGEST_SIGN = 10
_HALVES = tuple(Fraction(10**zeros, 2) for zeros in range(16))
_LONGEST = 60
"""Digits. A longer run is no figure of a news story, and reading it would cost the square of its length."""


@frozen
class Numeral:
    """A number as spelled between ``start`` and ``end``.

    ``value`` includes scale words. ``half`` is half a unit of the last digit that is not zero: what rounding to it can
    have taken or given. ``rounded`` tells whether the spelling shows a rounded number (decimals, a scale word, or two
    zeros at the end). ``scale`` is the factor of its scale word, 1 without one. A ``vague`` one ("dozens") has no value.
    """

    start: int
    end: int
    value: Fraction
    half: Fraction
    rounded: bool = False
    scale: int = 1
    spelled: bool = False
    vague: bool = False

    def times(self, scale: int, end: int | None = None) -> Numeral:
        """Give it with a scale word, which ends at ``end`` if it stands behind it."""
        return evolve(
            self, value=self.value * scale, half=self.half * scale, rounded=True, scale=self.scale * scale, end=end or self.end
        )


def read(text: str, start: int, stop: int, money: bool = False) -> Numeral | None:
    """Read the number that begins at ``start``, with its scale; None where none does.

    For ``money`` a letter that is also a unit of measure is a scale ("£5m").
    """
    bare = _digits(text, start, stop) if text[start] in ".0123456789" else _spelled(text, start, stop)
    if bare is None or bare.vague:
        return bare
    return _signed(text, _scaled(text, _with_fraction(text, bare, stop), stop, money))


def _with_fraction(text: str, numeral: Numeral, stop: int) -> Numeral:
    """Take up a fraction behind a whole number: "2½", "2 1/2", "three and a half"."""
    match = _FRACTION.match(text, numeral.end, stop) if numeral.value.denominator == 1 else None
    if match is None or (match[3] and int(match[3]) <= int(match[2])):
        return numeral
    above, below = (int(match[2]), int(match[3])) if match[3] else _PARTS[match[1]] if match[1] else _NAMED[match[4]]
    return evolve(
        numeral, value=numeral.value + Fraction(above, below), half=Fraction(1, 2 * below), rounded=True, end=match.end()
    )


def sign_before(text: str, start: int) -> int:
    """Give where the minus before a place begins ("-10", "minus ten"); the place itself where none stands there."""
    sign = _MINUS.search(text, max(0, start - _LONGEST_SIGN), start)
    return start if sign is None else sign.start(1)


def _signed(text: str, numeral: Numeral) -> Numeral:
    start = sign_before(text, numeral.start)
    return numeral if start == numeral.start else evolve(numeral, start=start, value=-numeral.value)


def _scaled(text: str, bare: Numeral, stop: int, money: bool) -> Numeral:
    """Take up the scale word or letter behind a number."""
    gap = _GAP.match(text, bare.end, stop)
    at = gap.end() if gap else bare.end
    found = _scales(money).at(text, at, stop)
    if found is None or (found[1] - at < 3 and text[bare.end : at] == "-"):
        return bare
    return bare.times(*found)


def pair(text: str, first: Numeral, stop: int, money: bool = False) -> tuple[Numeral, Numeral | None]:
    """Read on to the far end of a range; both ends share a scale word that only the second has ("3-5 billion")."""
    glue = _GLUE_OF_RANGE.match(text, first.end, stop)
    if glue is None or glue.end() >= stop or not text[glue.end()].isalnum():
        return first, None
    second = read(text, glue.end(), stop, money)
    if second is None:
        return first, None
    shared = sharing_scale(first, second)
    return (shared, second) if is_range(text, shared, glue[0], second) else (first, None)


def sharing_scale(first: Numeral, second: Numeral) -> Numeral:
    """Give the first end of a range with the scale word that stands only behind the second."""
    return first.times(second.scale) if first.scale == 1 < second.scale and first.value < second.scale else first


def is_range(text: str, first: Numeral, glue: str, second: Numeral) -> bool:
    """Tell whether two numbers with ``glue`` between them are a range: in order, or led by "between".

    "from 3 to 5" tells of a change, so it is two figures and no range.
    """
    before = _BEFORE_RANGE.search(text, max(0, first.start - 12), first.start)
    led = before[0].split()[0].lower() if before else ""
    glue = glue.strip()
    if first.vague or second.vague or (led == "from" and glue == "to"):
        return False
    return led == "between" or (glue != "and" and first.value < second.value)


def anchors() -> list[str]:
    """Give the words with which a spelled number begins."""
    ahead = [f"{opener} {word}" for opener in ("a", "an", "half a") for word in (*_multiples(), "hundred", "dozen")]
    return [*_values(), *_vague(), *ahead]


def _digits(text: str, start: int, stop: int) -> Numeral | None:
    dotted = _DOTTED.match(text, start, stop)
    match = dotted or _DIGITS.match(text, start, stop)
    if match is None or match.end() - start > _LONGEST:
        return None
    written = match[0].replace(".", "") if dotted else match[0]
    whole, _, decimals = "".join(written.replace(",", "").split()).partition(".")
    number, unit = int(whole + decimals), 10 ** len(decimals)
    half, zeros = _half(number)
    if not decimals:
        return Numeral(start, match.end(), Fraction(number), half, zeros >= 2)
    return Numeral(start, match.end(), Fraction(number, unit), half / unit, rounded=True)


def _half(number: int) -> tuple[Fraction, int]:
    """Give half a unit of the last digit that is not zero, and how many zeros stand behind it."""
    zeros = 0
    while number and number % 10 == 0:
        number //= 10
        zeros += 1
    return _HALVES[zeros] if zeros < len(_HALVES) else Fraction(10**zeros, 2), zeros


def _spelled(text: str, start: int, stop: int) -> Numeral | None:
    vague = _vague_phrases().at(text, start, stop)
    if vague is not None:
        return Numeral(start, vague[1], Fraction(0), Fraction(0), True, 1, True, True)
    total, end, scale = Fraction(0), start, 1
    group: Fraction | None = None
    for word, at in _number_words(text, start, stop):
        grown = _grown(total, group, word)
        if grown is None:
            break
        (total, group), end, scale = grown, at, _multiples().get(word, scale)
    number = total + (group or 0)
    if end == start or number.denominator != 1:
        return None
    half, zeros = _half(int(number))
    return Numeral(start, end, number, half, zeros >= 2, scale, True)


def _number_words(text: str, start: int, stop: int) -> Iterator[tuple[str, int]]:
    """Give number words in a row, joined by a blank, a hyphen or "and", each with its end."""
    position = start
    while (match := _WORD.match(text, position, stop)) is not None:
        yield match[0].lower(), match.end()
        glue = _GLUE.match(text, match.end(), stop)
        if glue is None:
            return
        position = glue.end()


def _grown(total: Fraction, group: Fraction | None, word: str) -> tuple[Fraction, Fraction | None] | None:
    """Add a word to the number read so far; None where it belongs to another number.

    ``group`` is what stands below the next multiple: "two hundred (group 200) thousand (total 200,000) six (group 6)".
    """
    if word in ("a", "an") and not total and group in (None, Fraction(1, 2)):
        return total, group or Fraction(1)
    if word == "half" and not total and group is None:
        return total, Fraction(1, 2)
    if word in ("hundred", "dozen") and group is not None and group < 100:
        return total, group * (100 if word == "hundred" else 12)
    multiple = _multiples().get(word)
    if multiple is not None and group is not None and (not total or multiple <= total):
        return total + group * multiple, None
    value = _values().get(word)
    if value is None or not _fits(group, value):
        return None
    return total, (group or Fraction(0)) + value


def _fits(group: Fraction | None, value: int) -> bool:
    """Tell whether a word belongs to the same group: "twenty two", "one hundred two", but not "two three"."""
    if group is None:
        return True
    return (0 < value < 10 and group % 10 == 0 and group % 100 >= 20) or (0 < value < 100 and group >= 100 and group % 100 == 0)


@cache
def _values() -> dict[str, int]:
    return {word: value for entry in lexicon.entries("numbers").values() for word, value in entry.get("words", {}).items()}


@cache
def _vague() -> tuple[str, ...]:
    return tuple(word for entry in lexicon.entries("numbers").values() for word in entry.get("vague", ()))


@cache
def _vague_phrases() -> Phrases[str]:
    return Phrases(lexicon.titled(lexicon.plain(_vague())))


@cache
def _multiples() -> dict[str, int]:
    """Give the scale words from a thousand up, singular and plural, with their factors."""
    scales = lexicon.entries("scales")
    words = {name: entry for name, entry in scales.items() if "letter" not in entry and int(entry["value"]) >= 1000}
    return {form: int(entry["value"]) for name, entry in words.items() for form in (name, entry["plural"])}


@cache
def _scales(money: bool) -> Phrases[int]:
    """Give all scale words and letters with their factors; letters that are units too ("5m") only for money."""
    scales = lexicon.entries("scales").items()
    letters = [(name, int(e["value"])) for name, e in scales if "letter" in e and (money or "also_unit" not in e)]
    return Phrases([*lexicon.titled([*_multiples().items(), ("dozen", 12)]), *letters])
