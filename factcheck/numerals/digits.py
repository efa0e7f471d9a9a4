"""Numbers in digits: grouped by any convention, with decimals behind a point or a comma, and powers of ten."""

from __future__ import annotations

from fractions import Fraction

from factcheck.numerals.numeral import Numeral, half_of
from factcheck.patterns import pattern
from factcheck.values import evolve

_GROUPED = pattern(
    r"(?:\d{1,3}(?:(?:,\d{3})+|(?:[\u00a0\u2009\u202f]\d{3})+|(?:['’]\d{3})+)(?!\d)|\d{1,2}(?:,\d\d)+,\d{3}(?!\d)|\d+)"
    r"(?:\.\d+)?|\.\d+"
)
_BY_POINTS = pattern(r"(\d{1,3}(?:\.\d{3}){2,})(?:,(\d{1,2}))?(?![.,]?\d)|(\d{1,3}(?:\.\d{3})+),(\d\d?)(?!\d)")
_THOUSANDS = pattern(r"\d{1,3}\.\d{3}(?![\d.,]\d|\d)")
_EUROS = pattern(r" ?(?:€|EUR\b|euros?\b)")
_CONTINENTAL = pattern(
    r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+,\d\d|\d{1,3}(?:\.\d{3}){2,}|\d+,\d\d(?= ?(?:€|EUR\b|euros?\b)))(?![\d.,]\d|\d)"
)
"""Amounts that only a text has which writes points between thousands and commas before decimals."""
_BY_BLANKS = pattern(r"\d{1,3}(?: \d{3})*( \d{3})(?![\d,])(?:\.\d+)?")
_MILLIONS = pattern(r"\d{1,3}(?: \d{3}){2,}(?:\.\d+)?(?![ .,]?\d)")
_DECIMAL_COMMA = pattern(r"(\d{1,6}),(\d{1,2})(?![\d,]|\.\d| ?(?:and|or|&)\b)")
_LIST_BEFORE = pattern(r"(?:[a-z]{3}s|\d,?|[A-Z][a-z]{2,8}\.?) \Z")
_POWER = pattern(
    r" ?[×x*·] ?(\d{1,3})(?:(?:\^|\*\*)\(?([-−–]?\d{1,2})\)?|(?<=10)([-−–]\d{1,2})|(⁻?[⁰¹²³⁴-⁹]{1,2}))(?!\d)"
    r"|(?:\^|\*\*)\(?([-−–]?\d{1,2})\)?(?![\d.])|(?<=\b10)(⁻?[⁰¹²³⁴-⁹]{1,2})|(?<=\b2)([⁰¹²³⁴-⁹]{1,2})|[eE]([-+−]?\d{1,2})(?!\w|\.\d)"
)
"""A power of any writing: behind a sign of "times", of a base, or of ten behind "e"; powers of ten and two may be raised."""
_GARBLED = pattern(r",(?:\d{4}|[oO]{2})")
"""Behind digits: a group that is none, as scanned sums have ("$670,0001,000", "$15,ooo"); where it ends is anybody's guess."""
_POWERED = frozenset("×x*·^eE⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−–+", "-0123456789-- ")
_MARKS = str.maketrans("", "", ",'’ \u00a0\u2009\u202f")
_HIGHEST = 1000
"""What is raised to a power at most ("2^10")."""
_DETERMINED = pattern(
    r"\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Ii]ts|[Tt]heir|[Aa]ll|[Ss]ome|[Oo]f|than"
    r"|<<has>>|are|were|employs|employed|counted|(?i:<<about>>)) \Z"
)
_PLURAL = pattern(r" (?!(?:metres|meters|watts|volts|yards|miles|pounds)\b)(?:[a-z]{3,}(?<![sui])s|<<people>>|kr)\b")
_LED = 16
_LONGEST = 60
"""Digits. A longer run is no figure of a news story, and reading it would cost the square of its length."""


def read(text: str, start: int, stop: int, money: bool = False) -> Numeral | None:
    """Read digits. Blanks set thousands apart before "000" only, unless they are ``money`` ("$13 009 million")."""
    stop = min(stop, start + _LONGEST + 30)
    written, end = _written(text, start, stop, money)
    if not written or end - start > _LONGEST or (money and _GARBLED.match(text, end)):
        return None
    whole, _, decimals = written.partition(".")
    number = int(whole + decimals)
    half, zeros = half_of(number)
    if not decimals:
        numeral = Numeral(start, end, Fraction(number), half, zeros >= 2)
    else:
        unit = 10 ** len(decimals)
        numeral = Numeral(start, end, Fraction(number, unit), half / unit, rounded=True)
    behind = text[end : end + 2].lstrip(" ")[:1]
    return _with_power(text, numeral, stop) if behind in _POWERED and behind else numeral


def _is_count(text: str, start: int, end: int) -> bool:
    """Tell whether groups of digits count what a word before them leads to and a plural ends: "of the [40 913] clerks"."""
    return _DETERMINED.search(text, max(0, start - _LED), start) is not None and _PLURAL.match(text, end) is not None


def _written(text: str, start: int, stop: int, money: bool) -> tuple[str, int]:
    """Give the digits with a point before decimals and no other mark, and their end."""
    match = _GROUPED.match(text, start, stop)
    if match is None:
        return "", start
    end = match.end()
    behind = text[end : end + 1]
    if behind == "," and match[0].isdigit() and text[start - 1 : start] != ",":
        comma = _DECIMAL_COMMA.match(text, start, stop)
        if comma is not None and not (len(comma[2]) == 1 and _LIST_BEFORE.search(text, max(0, start - 12), start)):
            return f"{comma[1]}.{comma[2]}", comma.end()
    if (behind in (".", ",") or "." in match[0]) and (points := _BY_POINTS.match(text, start, stop)):
        whole, decimals = (points[1] or points[3]).replace(".", ""), points[2] or points[4]
        return f"{whole}.{decimals}" if decimals else whole, points.end()
    if end - start > len(".000") and _are_thousands(text, start, end):
        return match[0].replace(".", ""), end
    if (
        behind == " "
        and end - start <= 3
        and (blanks := _BY_BLANKS.match(text, start, stop))
        and (money or blanks[1] == " 000" or _MILLIONS.match(text, start, stop) or _is_count(text, start, blanks.end()))
    ):
        return blanks[0].translate(_MARKS), blanks.end()
    return match[0].translate(_MARKS), end


def _are_thousands(text: str, start: int, end: int) -> bool:
    """Tell whether a point sets off thousands: of euros, in a text that writes other amounts so ("3.000 €" beside "12,50 €")."""
    if text[end - 4] != "." or not _THOUSANDS.fullmatch(text, start, end):
        return False
    euros = text[start - 1 : start] == "€" or text.endswith("€ ", 0, start) or _EUROS.match(text, end) is not None
    return euros and _CONTINENTAL.search(text) is not None


def _with_power(text: str, numeral: Numeral, stop: int) -> Numeral:
    """Take up a power: "2.998×10−8", "8x2^10", "10^6", "6.02e23"."""
    match = _POWER.match(text, numeral.end, stop)
    if match is None:
        return numeral
    base, power = match[1], next(power for power in match.groups()[1:] if power).translate(_RAISED)
    if base is None and match[8] is None:  # the number itself is raised
        if numeral.value > _HIGHEST or not numeral.value or numeral.value.denominator > 1:
            return numeral
        value = numeral.value ** int(power)
        return evolve(numeral, value=value, half=value / 2, rounded=False, end=match.end())
    if base is not None and not int(base):
        return numeral
    size = Fraction(int(base or 10)) ** int(power)
    return evolve(numeral, value=numeral.value * size, half=numeral.half * size, rounded=True, end=match.end())
