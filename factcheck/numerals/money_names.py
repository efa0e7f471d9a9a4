"""The currency behind a number, and the hundredths told beside a whole sum: "3 francs", "$3 and 50 cents".

A text with the number that was read in it goes in; out comes the currency's name, or the whole sum, and where each ends.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from factcheck import lexicon, numerals
from factcheck.numerals import money_words, unit_words
from factcheck.numerals.money_words import Name
from factcheck.numerals.numeral import Numeral
from factcheck.patterns import pattern
from factcheck.values import evolve

HUNDREDTH = Fraction(1, 100)
_TEN, _MOST = 10, 100
_NEAR = 40
"""Code points behind a whole sum in which its hundredths stand."""
_CHANGE = pattern(r",? (?:and )?(?=[\da-z])")
_END = pattern(r"[.!?]?\s*\Z")
_CENTS = pattern(r" ?(?:cents?|sens?|c|¢)(?!\w)")
_SHILLINGS = pattern(r" (\d|1\d)s\.?(?: (\d|1[01])d(?:\.(?= [a-z]))?)?(?![\w'’])")
_PENCE = pattern(r"s\.? (\d|1[01])d(?:\.(?= [a-z]))?(?![\w'’])")
_SHILLINGS_MOST, _OLD_PENCE = 20, 240
_EURO = ("EUR",)
_OF_GOODS = pattern(
    r" of (?:[a-z-]+ ){0,2}<<weighed>>\b(?! (?:subsid|sales|imports|exports|aid\b|futures|tax|levies|dut|debt|profit))"
)
"""Behind so many pounds that are a weight: "2 million pounds [of frozen beef]"."""
_ZONE = pattern(r"[ -]<<zones>>\b")
_SIGNS = frozenset("$€£¥₩₹₽")


def name(text: str, numeral: Numeral, stop: int) -> tuple[Name, int] | None:
    """Give the currency behind a number, and where it ends."""
    found = money_words.behind().at_any_case(text, numerals.before_unit(text, numeral, stop), stop)
    if found is None or not found[0].fits(numeral, text, found[1]) or text.startswith(".m", found[1]):  # "3.30 p.m."
        return None
    end = found[1]
    if found[0].readings == _EURO and _ZONE.match(text, end, stop):  # "four euro zone countries"
        return None
    if found[0].weight and numeral.vague and text.startswith(" of ", end):  # "millions of pounds of beef"
        return None
    if found[0].weight and numeral.scale > 1 and (_OF_GOODS.match(text, end) or _is_weighed_again(text, numeral.start, end)):
        return None
    if found[0].weight and text.startswith((" per ", "/"), end) and _is_unit_beyond(text, numeral, end, stop):
        return None
    if text[end - 1] in _SIGNS and text[end : end + 2].lstrip(" ")[:1].isdigit():  # "in 1999 $10 million"
        return None
    return found


def _is_weighed_again(text: str, start: int, end: int) -> bool:
    """Tell whether a weight stands beside what would be a sum: "205 million kilograms (450 million pounds)", or the other way."""
    before, behind = _weights()
    return before.search(text, max(0, start - _NEAR), start) is not None or behind.match(text, end) is not None


@cache
def _weights() -> tuple[re.Pattern[str], re.Pattern[str]]:
    entries = (e for e in lexicon.entries("units").values() if e["dimension"] == "mass" and "also_money" not in e)
    names = lexicon.alternatives(form for entry in entries for form in (*entry["names"], *entry.get("abbreviations", ())))
    again = r"(?: \(|, or )(?:<<about>> )?"
    return pattern(rf"(?<=[\d ])(?:{names}){again}\Z"), pattern(rf"{again}[\d.,]+ ?(?:million |billion )?(?:{names})(?!\w)")


def _is_unit_beyond(text: str, numeral: Numeral, end: int, stop: int) -> bool:
    """Tell whether a unit of its own begins with a currency's name: "pounds per square inch"."""
    unit = unit_words.behind(text, numeral, stop)
    return unit is not None and unit[1] > end


def in_hundredths(text: str, far: Numeral, readings: tuple[str, ...], stop: int) -> tuple[Numeral, int] | None:
    """Give the far end of a range that is told in hundredths, and where it ends: "between $1.05 and 99 cents"."""
    found = name(text, far, stop)
    if found is None or not found[0].minor or not set(found[0].readings) & set(readings):
        return None
    return evolve(far, value=far.value * HUNDREDTH, half=far.half * HUNDREDTH), found[1]


def with_change(text: str, sign: str, whole: Numeral, end: int, readings: tuple[str, ...], stop: int) -> tuple[Numeral, int]:
    """Take up what stands behind a sum with its sign: the shillings of old pounds ("£4 10s", "£2 7s 6d"), or hundredths."""
    old = sign == "£" and whole.half.denominator <= 2 and whole.scale == 1
    match = _SHILLINGS.match(text, end, stop) if old else None
    if match is None:
        return with_cents(text, whole, end, readings, stop)
    return _in_pence(whole, int(match[1]), int(match[2] or 0), match.end()), match.end()


def in_shillings(text: str, first: Numeral, stop: int) -> tuple[Numeral, tuple[Name, int]] | None:
    """Read shillings with pence as pounds: "12s 6d"; shillings alone can be anything ("in his 20s")."""
    match = _PENCE.match(text, first.end, stop) if text.startswith(("s ", "s. "), first.end) else None
    if match is None or first.spelled or first.value.denominator > 1 or first.value >= _SHILLINGS_MOST:
        return None
    pounds = _in_pence(evolve(first, value=Fraction(0)), int(first.value), int(match[1]), match.end())
    return pounds, (Name(("GBP",)), match.end())


def _in_pence(whole: Numeral, shillings: int, pence: int, end: int) -> Numeral:
    value, half = whole.value + Fraction(12 * shillings + pence, _OLD_PENCE), Fraction(1, 2 * _OLD_PENCE)
    return evolve(whole, value=value, half=half, rounded=True, end=end)


def with_cents(text: str, whole: Numeral, end: int, readings: tuple[str, ...], stop: int) -> tuple[Numeral, int]:
    """Take up the hundredths behind a whole sum: "$3 and 50 cents", "thirteen dollars forty-five cents"."""
    gap = _CHANGE.match(text, end, stop) if whole.half.denominator <= 2 and (whole.scale == 1 or whole.spelled) else None
    small = numerals.read_unsigned(text, gap.end(), min(stop, gap.end() + _NEAR)) if gap else None
    if small is None or small.value >= _MOST:
        return whole, end
    joined = "and" in text[end : small.start] or (whole.spelled and small.value >= _TEN)
    if text[end] != "," and _closes(text, small, joined, stop):  # "15 dollars and 50.", "two euros fifty."
        return _added(whole, small), small.end
    found = name(text, small, stop)
    if found is not None and found[0].minor and set(found[0].readings) & set(readings):
        return _added(whole, small), found[1]
    cents = _CENTS.match(text, small.end, stop)  # of any currency: "3 francs 4 cents"
    return (_added(whole, small), cents.end()) if cents else (whole, end)


def _added(whole: Numeral, small: Numeral) -> Numeral:
    value, half = whole.value + small.value * HUNDREDTH, small.half * HUNDREDTH
    return evolve(whole, value=value, half=half, rounded=True, end=small.end)


def _closes(text: str, small: Numeral, joined: bool, stop: int) -> bool:
    """Tell whether two digits, or a word behind "and", end a sentence, as hundredths without a name do."""
    digits = text[small.start : small.end]
    told = (len(digits) == 2 and digits.isdigit()) or (joined and small.spelled and not (small.part or small.vague))
    return told and _END.match(text, small.end, stop) is not None
