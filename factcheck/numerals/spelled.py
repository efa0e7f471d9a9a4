"""Numbers in words: "two hundred and six", "half a million", "two point five", and words that stand for no number ("dozens")."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from factcheck import lexicon
from factcheck.lexicon import Phrases
from factcheck.numerals.numeral import Numeral, half_of
from factcheck.numerals.scales import multiples
from factcheck.patterns import pattern
from factcheck.values import evolve

_MILLION = 10**6
_WORD = pattern(r"[A-Za-z]+")
_GLUE = pattern(r" (?:and )?|-|(,) (?=[a-z]+(?:-[a-z]+)? (?:hundred|thousand|million|lakh)\b)")
_POINT = pattern(r" point(?= )")
_DIGIT = pattern(r" ([a-z]+)(?![\w-])")
_MANY = pattern(r" (?:of|more|others|were|are|have|had|<<stricken>>|died|fled)\b|\Z")
_WHOSE_SCORES = pattern(
    r"(?<!\w)(?!(?:and|with|for|by|of|to|in|from|but|as|after|when|where|that|over|are|were|left)\b)"
    r"(?!(?!(?i:reading|writing|spelling|testing|rating)\b)\w*(?:ing|ed)\b)[A-Za-z’']+[ -]\Z"
)
_MOST = 12
"""Decimals spelled out, and words of one number; more are none."""


def read(text: str, start: int, stop: int) -> Numeral | None:
    """Read number words; "half a" counts only before a scale word."""
    vague = _vague_phrases().at(text, start, stop)
    if vague is not None:
        return _without_value(text, start, vague[1])
    number, end, scale = _added_up(text, start, stop)
    if " and " in text[start:end] and text.endswith("etween ", 0, start) and not text.startswith(" and ", end):
        return read(text, start, text.index(" and ", start))
    if end == start or number.denominator != 1 or (number == 100 and text[start] in "hH"):  # "some hundred and more"
        return None
    half, zeros = half_of(int(number))
    return _with_decimals(text, Numeral(start, end, Fraction(number), half, zeros >= 2, scale, True), stop)


def _without_value(text: str, start: int, end: int) -> Numeral | None:
    """Read "dozens", "several thousand": at least the scale is known."""
    if text[start:end].lower() == "scores" and not _are_many(text, start, end):
        return None
    large = text.endswith(("illions", "illion"), start, end)
    return Numeral(start, end, Fraction(0), Fraction(0), True, _MILLION if large else 1, True, True)


def _added_up(text: str, start: int, stop: int) -> tuple[int | Fraction, int, int]:
    """Add words up as long as they make one number; give the number, its end and its last multiple."""
    total: int | Fraction = 0
    end, whole, scale = start, start, 1
    group: int | Fraction | None = None
    before = group, end
    for word, at, comma in _number_words(text, start, stop):
        grown = None if comma and (group is not None or not total) else _grown(total, group, word, scale)
        if grown is None:
            if word in multiples() and total:  # "eight million and nine million": nine begins another number
                group, end = None, whole
            elif word == "hundred" and before[0]:  # "one hundred and two hundred": two begins another
                group, end = before
            break
        if (word == "a" or word == "an" or word == "half") and end == start:
            total, group = grown
            continue
        if word in values():
            before = group, end
        (total, group), end, scale = grown, at, multiples().get(word, scale)
        whole = at if group is None else whole
    return total + (group or 0), end, scale


def _are_many(text: str, start: int, end: int) -> bool:
    """Tell "scores of people" and "scores were hurt" from "test scores" and "she scores a goal"."""
    return _MANY.match(text, end) is not None and _WHOSE_SCORES.search(text, max(0, start - 20), start) is None


def _with_decimals(text: str, numeral: Numeral, stop: int) -> Numeral:
    """Take up decimals that are spelled out: "two point five"."""
    point = _POINT.match(text, numeral.end, stop) if text.startswith("point", numeral.end + 1) else None
    decimals, at = "", point.end() if point else stop
    while point and len(decimals) < _MOST and (match := _DIGIT.match(text, at, stop)):
        value = values().get(match[1], 100)
        if value > 9 and (decimals or value > 19):
            break
        decimals, at = decimals + str(value), match.end()
    if not decimals:
        return numeral
    unit = 10 ** len(decimals)
    return evolve(numeral, value=numeral.value + Fraction(int(decimals), unit), half=Fraction(1, 2 * unit), rounded=True, end=at)


def _number_words(text: str, start: int, stop: int) -> Iterator[tuple[str, int, bool]]:
    """Give number words in a row, joined by a blank, a hyphen or "and", each with its end, and whether a comma leads it."""
    position, comma = start, False
    for _ in range(2 * _MOST):
        match = _WORD.match(text, position, stop)
        if match is None:
            return
        yield match[0].lower(), match.end(), comma
        glue = _GLUE.match(text, match.end(), stop)
        if glue is None:
            return
        position, comma = glue.end(), glue[1] is not None


def _grown(
    total: int | Fraction, group: int | Fraction | None, word: str, scale: int
) -> tuple[int | Fraction, int | Fraction | None] | None:
    """Add a word to the number read so far; None where it belongs to another number.

    ``group`` is what stands below the next multiple: "two hundred (group 200) thousand (total 200,000) six (group 6)";
    ``scale`` is the last multiple, below which what follows must stay ("nine lakh fifty thousand").
    """
    if word in ("a", "an") and not total and group in (None, Fraction(1, 2)):
        return total, group or 1
    if word == "hundred" and not total and group is None:
        return total, 100
    if word == "half" and not total and group is None:
        return total, Fraction(1, 2)
    if word in ("hundred", "dozen", "dozens") and group is not None and (group < 100 or word == "dozens"):
        return total, group * (100 if word == "hundred" else 12)
    multiple = multiples().get(word)
    if multiple is not None and group is not None and (not total or group * multiple < scale):
        return total + group * multiple, None
    value = values().get(word)
    if value is None or not _fits(group, value):
        return None
    return total, (group or 0) + value


def _fits(group: int | Fraction | None, value: int) -> bool:
    """Tell whether a word belongs to the same group: "twenty two", "one hundred two", but not "two three"."""
    if group is None:
        return True
    return (0 < value < 10 and group % 10 == 0 and group % 100 >= 20) or (0 < value < 100 and group >= 100 and group % 100 == 0)


def anchors() -> list[str]:
    """Give the words with which a spelled number begins."""
    ahead = [f"{opener} {word}" for opener in ("a", "an", "half a") for word in (*multiples(), "hundred", "dozen")]
    return [*values(), *_vague(), *ahead, "hundred and"]


@cache
def values() -> dict[str, int]:
    """Give each number word with its value."""
    return {word: value for entry in lexicon.entries("numbers").values() for word, value in entry.get("words", {}).items()}


@cache
def _vague() -> tuple[str, ...]:
    """Give the words and phrases without a value: "dozens", "a few hundred", "several thousand"."""
    entries = lexicon.entries("numbers")
    words = tuple(word for entry in entries.values() for word in entry.get("vague", ()))
    few = (
        f"{opener} {scale}" for e in entries.values() for opener in e.get("few", ()) for scale in ("dozen", "hundred", *_scales())
    )
    return (*words, *few)


@cache
def _scales() -> tuple[str, ...]:
    words = [name for name, entry in lexicon.entries("scales").items() if name in multiples() and entry["plural"] != name]
    return (*words, *(f"hundred {word}" for word in words))


@cache
def _vague_phrases() -> Phrases[str]:
    return Phrases.unopened("vague", lambda: lexicon.titled(lexicon.plain(_vague())))
