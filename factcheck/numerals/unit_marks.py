"""Marks and letters that are units only where nothing else can be meant: "5in", "4 in per year", "3 A, 5 A", a 9" plate."""

from __future__ import annotations

from factcheck.numerals.numeral import Numeral
from factcheck.patterns import pattern

_LENGTHWISE = pattern(r" <<wide>>\b| ?[x×]")
_CLOSED = pattern(r"[.!?)]?\s*\Z|\)")
_GOES_ON = pattern(r" [a-z]|[,;)]")
_AND_POUNDS = pattern(r"st \d{1,2} ?(?:lbs?|pounds?)\b")
_BESIDE_UNIT = pattern(r"(?:,|,? (?:and|or|to|at)) \d[\d.,]* ?([^\W\d_]{1,2})\b")
_BEHIND_UNIT = pattern(r"\d ?([^\W\d_]{1,2})(?:,|,? (?:and|or|to|at)) \Z")
_ELECTRIC = frozenset({"A", "V", "W", "kV", "kW", "mA"})
_AT_DECIMALS = frozenset("sh")
"""Letters that are units right behind a decimal, of which there is no plural: "in 4.9s"."""
_NEAR = 12
_QUOTED = 2000
"""Code points before a number in which a quotation may have begun."""


def is_no_word(text: str, numeral: Numeral, at: int, end: int) -> bool:
    """Tell whether an abbreviation that is a word, too, stands where only a unit does: "5in", "4 in per year", "6 in."."""
    gap, size = text[numeral.end : at], end - at
    if not gap and (size > 1 or (text[at] in _AT_DECIMALS and numeral.half.denominator > 2)):
        return True
    if _is_rate(text, end) or is_length(text, numeral, gap, end) or _AND_POUNDS.match(text, at):
        return True
    if size > 1 and text[end : end + 1] == "." and _GOES_ON.match(text, end + 1):
        return True
    if _ends(text, at, end) and (gap == " " or text[at].isupper()):
        return True
    if gap == " " and text[at].isupper() and _is_beside_unit(text, numeral.start, at, end):
        return True
    whole = end == len(text) and text[at:end] == "in"  # a phrase that is nothing else: "above 5 in"
    return whole or (gap == " " and _is_exact(text, numeral, at, end))


_IN_A_TIME = pattern(
    r" (?:(?:early|late|heavy|light|thin|quiet|active|morning|afternoon) [a-z]|trad(?:e|ing)\b|[A-Z\d]|<<determiner>>\b)"
)
"""Behind "in": when or where a price was reached ("at 42½ in early trade")."""


def is_length(text: str, numeral: Numeral, gap: str, end: int) -> bool:
    """Tell whether "in" behind a number is inches: "2 1/2 in", "5 in thick"."""
    return gap == " " and (
        _LENGTHWISE.match(text, end) is not None
        or (
            numeral.value.denominator > 1
            and not {".", ","} & {*text[numeral.start : numeral.end]}
            and _IN_A_TIME.match(text, end) is None
        )
    )


def are_inches(text: str, numeral: Numeral, at: int, end: int) -> bool:
    """Tell whether the marks behind a number close no quotation and so stand for inches: a 9" plate."""
    gap = text[numeral.end : at]
    if numeral.spelled:
        return False
    if text.startswith("''", at):
        return not gap and text.count("''", max(0, at - _QUOTED), at) % 2 == 0
    before = max(0, numeral.start - _QUOTED, text.rfind("\n", max(0, numeral.start - _QUOTED), numeral.start))
    opened = text[numeral.start - 1 : numeral.start] == '"' or text.count('"', before, numeral.start) % 2 == 1
    return (not gap or is_length(text, numeral, gap, end)) and not opened


def _is_rate(text: str, end: int) -> bool:
    """Tell whether a letter that is hardly a unit alone has another behind a slash: "20 J/m"."""
    return text[end : end + 1] == "/" and (text[end + 1 : end + 2].islower() or text[end + 1 : end + 2] == "(")


def _ends(text: str, at: int, end: int) -> bool:
    """Tell whether a letter that is hardly a unit elsewhere closes what is said: "a force of 20 N.", "in 90 s."."""
    return (text[at].isupper() or text[at:end] in ("s", "b")) and _CLOSED.match(text, end) is not None


def _is_beside_unit(text: str, start: int, at: int, end: int) -> bool:
    """Tell whether the next figure beside a capital has the same one, or one that goes with it: "3 A, 5 A", "5 A at 12 V"."""
    unit = text[at:end]
    beside = _BESIDE_UNIT.match(text, end) or _BEHIND_UNIT.search(text, max(0, start - _NEAR), start)
    return beside is not None and (beside[1] == unit or {beside[1], unit} <= _ELECTRIC)


def _is_exact(text: str, numeral: Numeral, at: int, end: int) -> bool:
    """Tell whether a figure is written as measures are and names are not: "4,184 J", "0.8 s", "310 Mt of"."""
    if text[at:end] == "A" or (text[at:end] != "s" and not text[at].isupper()):
        return False
    return not {".", ","}.isdisjoint(text[numeral.start : numeral.end]) or (end - at > 1 and text.startswith(" of ", end))
