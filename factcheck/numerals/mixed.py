"""A whole number with a fraction behind it: "2½", "2 1/2", "three and a half", "a million and a half"."""

from __future__ import annotations

from fractions import Fraction

from factcheck.numerals import denominators, spelled
from factcheck.numerals.numeral import Numeral
from factcheck.numerals.parts import GLUE, OF, PLAIN, QUARTER, SIGNS, part
from factcheck.patterns import pattern
from factcheck.values import evolve

_MIXED = pattern(rf" ?([{''.join(SIGNS)}])|(?: {{1,2}}(?:(?:and|&) )?|-)(\d{{1,2}})[/⁄](\d{{1,3}})(?![\d/⁄]|[.,]\d)")
_AND = pattern(r" and (?=[a-z])|-and-(?=a-|one-)")
_BARE = pattern(r"(half|quarter) (?!of\b|the\b|an?\b|his\b|her\b|their\b|its\b|past\b)")
_TIMED = pattern(r" (?:of (?:an )?)?(?:seconds?|minutes?|hours?|days?|years?)\b")
_OPENING = frozenset({*"0123456789a& ", *SIGNS})
_BEFORE_FRACTION = frozenset({" ", "-", *SIGNS})


def read(text: str, numeral: Numeral, stop: int) -> Numeral:
    """Take up a fraction behind a whole number: "2½", "2 1/2", "three and a half", "a million and a half"."""
    sign = text[numeral.end : numeral.end + 1]
    if sign not in _BEFORE_FRACTION or numeral.part or numeral.vague:
        return numeral
    if sign not in SIGNS and text[numeral.end + 1 : numeral.end + 2] not in _OPENING:
        return numeral
    added = _in_digits(text, numeral, stop) or _in_words(text, numeral, stop)
    if added is None:
        return numeral
    decimals = text[numeral.start : numeral.end].partition(".")[2]
    scale = 12 if text.endswith("dozen", numeral.start, numeral.end) else numeral.scale
    step = Fraction(scale, 10 ** len(decimals) if decimals.isdigit() else 1)  # "$4.48½": half a cent
    value = numeral.value + added.value * step
    half = step * Fraction(1, 2 * added.value.denominator)
    return evolve(numeral, value=value, half=half, rounded=True, end=added.end)


def _in_digits(text: str, numeral: Numeral, stop: int) -> Numeral | None:
    match = _MIXED.match(text, numeral.end, min(stop, numeral.end + 14))
    if match is None or ("." in text[numeral.start : numeral.end] and (text[numeral.end] not in SIGNS or numeral.scale > 1)):
        return None
    above, below = SIGNS[match[1]] if match[1] else (int(match[2]), int(match[3]))
    if not 0 < above < below or not (match[1] or below in PLAIN or below == 10):
        return None
    return part(numeral.end, match.end(), Fraction(above, below))


def _in_words(text: str, numeral: Numeral, stop: int) -> Numeral | None:
    joined = _AND.match(text, numeral.end, stop)
    if joined is None:
        return None
    at = joined.end()
    if text.startswith(("a ", "a-", "an "), at):
        return _one(text, at, at + 2 + (text[at + 1] == "n"), stop)
    if bare := _BARE.match(text, at, stop):  # "five and half years"
        return part(at, bare.end(1), Fraction(1, 2 if bare[1] == "half" else QUARTER))
    return _several(text, at, stop)


def _one(text: str, start: int, at: int, stop: int) -> Numeral | None:
    """Read "a half", "a quarter", and any other part where a cell or a sentence ends behind it: "two and a third."."""
    found = denominators.phrases().at(text, at, stop)
    known = found is not None and (found[0] in (2, QUARTER) or not text[found[1] : stop].strip(" ."))
    return part(start, found[1], Fraction(1, found[0])) if found and known else None


def _several(text: str, at: int, stop: int) -> Numeral | None:
    """Read so many parts: "two-thirds", and "three-quarter million"."""
    count = spelled.read(text, at, min(stop, at + 30))
    glue = GLUE.match(text, count.end, stop) if count else None
    found = denominators.phrases().at(text, glue.end(), stop) if glue else None
    if count is None or found is None or count.value >= found[0]:
        return None
    below, end = found
    scaled = glue is not None and glue[0] == "-" and OF.match(text, end, stop)  # "one and three-quarter million"
    divided = scaled or (
        below == QUARTER and (denominators.is_divided(text, end, stop) or _TIMED.match(text, end, stop) is not None)
    )
    if (text[end - 1] == "s") == (count.value == 1) and not divided:
        return None
    return part(at, end, count.value / below)
