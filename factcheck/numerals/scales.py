"""Words and letters that multiply a number: "million", "bn", "lakh crore"."""

from __future__ import annotations

from functools import cache

from factcheck import lexicon
from factcheck.lexicon import Phrases
from factcheck.numerals.numeral import Numeral
from factcheck.patterns import pattern
from factcheck.values import evolve

_GAP = pattern(r" {1,2}|-")
_PLUS = pattern(r"(?:-plus|\+)[ -](?=[A-Za-z]{4})")
"""Between a number and its scale: the bound that stands there ("$20[-plus ]trillion")."""
_WORD = pattern(r" ([A-Za-z]+)(?![\w-])")
_AGAIN = pattern(r"(?:[-–]| (?:to|and|or) )\d[\d.,]*([A-Za-z])(?!\w)")
_CODE = pattern(r"-\d")
_AGAINST = pattern(r"\b(?:from|against|than|to|versus|with|not) (?:<<about>> )?\Z")
_BEFORE = pattern(r"(?<=\d)([a-zA-Z])(?= )")
_ADDED = pattern(r"\b(?:plus|another|a further|additional|and) (?:(?:about|up to|another|a further) )?\Z")
_SUM_BEFORE = pattern(r"[$€£¥₩][\d.,]*\d([a-zA-Z])(?!\w)|[\d.,]*\d([a-zA-Z]) (?:<<sums>>)\b")
_NUMBERED = pattern(r"\b<<numbered>>\b(?:[^.;]|\.(?=\d))*\Z")
_NEAR = 80
_PLURAL = pattern(r"(?:[a-z]{2}[^suiy]|[A-Z]{2})s\Z")
_RACES = frozenset((50, 60, 100, 110, 200, 400, 800, 1500, 3000, 5000, 10000))
_KELVINS = 1000
_FAR = 5
"""Words behind a letter among which a noun shows that it scales a number."""
_GAPS = frozenset(" -+")
_LOST_SIGNS = frozenset("?\ufffd")
"""What is left of a currency's sign where a text was decoded wrongly: "worth ?5m"."""
_PART_GAP = pattern(r" (?:of )?an? |[ -]")


def scaled(text: str, bare: Numeral, stop: int, money: bool) -> Numeral:
    """Take up the scale behind a number, and a larger one behind it ("20 lakh crore")."""
    numeral, last = bare, bare.scale if bare.scale > 1 else 0
    while True:
        found = _behind(text, numeral, stop, money)
        if found is None or (last and found[0] <= last) or (bare.spelled and found[0] < 1000 and bare.value.denominator == 1):
            return numeral
        last = found[0]
        bound = ">=" if _PLUS.match(text, numeral.end, found[1]) else numeral.bound
        numeral = evolve(numeral.times(*found), bound=bound)


def _behind(text: str, numeral: Numeral, stop: int, money: bool) -> tuple[int, int] | None:
    """Give the scale behind a number, and its end. A single letter stands at it; behind a blank it is another word."""
    at = numeral.end
    gap = None
    if text[at : at + 1] in _GAPS:
        gap = _PLUS.match(text, at, stop) or (_PART_GAP if numeral.part else _GAP).match(text, at, stop)
    if gap is not None:
        at = gap.end()
    if text[at : at + 1].lower() not in _first():
        return None
    found = _table().at_any_case(text, at, stop)
    if found is None:
        return None
    letters = found[1] - at
    if letters == 1 and not money and _CODE.match(text, found[1]) and not _AGAIN.match(text, found[1]):  # "Rule 10b-5"
        return None
    if (
        letters < 3
        and gap is not None
        and (
            gap[0] == "-"
            or (numeral.spelled and text[at] not in "Cc")
            or (letters == 1 and not money and not _stands_apart(text[at], numeral))
        )
    ):
        return None
    if money or text[at : found[1]] not in _also("also_unit"):
        return found if money or text[at : found[1]] not in _also("sums") else None
    return found if _counts(text, numeral, found[1], stop) else None


def _stands_apart(letter: str, numeral: Numeral) -> bool:
    """Tell whether a letter may scale a number from behind a blank: "40 k", and "1.2 M", which no name has."""
    return letter == "k" or (letter in "MB" and not numeral.spelled and numeral.value.denominator > 1)


def _counts(text: str, numeral: Numeral, end: int, stop: int) -> bool:
    """Tell whether a letter that is a unit too scales a number, by what it counts: "5m homes", "2.5K fans", not "5m high"."""
    if text[end - 1] == "K":
        whole = numeral.value.denominator == 1
        return numeral.value < _KELVINS and (whole or _of_things(text, numeral, end, stop) is True)
    if text[numeral.start - 1 : numeral.start] in _LOST_SIGNS and numeral.start:
        return True
    if (again := _AGAIN.match(text, end, stop)) and again[1] == text[end - 1]:  # "6.5m-7m units"
        end = again.end()
    things = _of_things(text, numeral, end, stop)
    return _echoes(text, numeral, end) if things is None else things


def _of_things(text: str, numeral: Numeral, end: int, stop: int) -> bool | None:
    """Tell by the words behind a letter whether it scales a number of things; None where none of them tells."""
    led = text.endswith((" a ", " an "), 0, numeral.start)
    for _ in range(_FAR):
        word = _WORD.match(text, end, stop)
        if word is None:
            break
        if word[1] in lexicon.forms("scales", "unit_before"):
            return False
        if lexicon.nouns().at(text, word.start(1), stop):
            return True
        if word[1] in lexicon.words("grammar", "stops") and (word[1] != "and" or led):  # "a 25m pool and views"
            break
        if _PLURAL.search(word[1]):
            return numeral.value not in _RACES
        end = word.end()
    return None


def _echoes(text: str, numeral: Numeral, end: int) -> bool:
    """Tell whether a letter scaled the number that this one is set against: "2.5m users, up from 2m"."""
    if _AGAINST.search(text, max(0, numeral.start - 24), numeral.start) is None:
        return _is_added(text, numeral, end)
    if _NUMBERED.search(text, max(0, numeral.start - _NEAR), numeral.start):
        return True
    before = [
        match for match in _BEFORE.finditer(text, max(0, numeral.start - _NEAR), numeral.start) if match[1] == text[end - 1]
    ]
    return bool(before) and bool(_of_things(text, numeral, before[-1].end(), numeral.start))


def _is_added(text: str, numeral: Numeral, end: int) -> bool:
    """Tell whether a letter scales a number that is added to a sum with it: "32m euros, plus another 8m"."""
    if _ADDED.search(text, max(0, numeral.start - 24), numeral.start) is None:
        return False
    sums = _SUM_BEFORE.finditer(text, max(0, numeral.start - _NEAR), numeral.start)
    return any(text[end - 1] in (found[1], found[2]) for found in sums)


@cache
def _first() -> frozenset[str]:
    """Give the letters that scales begin with."""
    return frozenset(name[0].lower() for name in lexicon.entries("scales"))


@cache
def _also(key: str) -> frozenset[str]:
    return frozenset(name for name, entry in lexicon.entries("scales").items() if key in entry)


@cache
def multiples() -> dict[str, int]:
    """Give the scale words from a thousand up, singular and plural, with their factors."""
    scales = lexicon.entries("scales")
    words = {name: entry for name, entry in scales.items() if "letter" not in entry and int(entry["value"]) >= 1000}
    return {form: int(entry["value"]) for name, entry in words.items() for form in (name, entry["plural"])}


@cache
def _table() -> Phrases[int]:
    """Give all scale words and letters with their factors."""
    letters = [(name, int(entry["value"])) for name, entry in lexicon.entries("scales").items() if "letter" in entry]
    small = [("dozen", 12), ("dozens", 12), ("hundred", 100)]
    return Phrases([*lexicon.titled([*multiples().items(), *small]), *letters])
