"""Two numbers that make one figure ("10 to 15", "at least 3 but fewer than 9"), or a change ("from 3 to 5")."""

from __future__ import annotations

import re
from functools import cache

from factcheck import lexicon
from factcheck.numerals import read, read_unsigned
from factcheck.numerals.moving import moved as moved
from factcheck.numerals.numeral import Numeral
from factcheck.patterns import pattern
from factcheck.values import evolve

_GLUE = pattern(
    r"-? (to|and|or|through) (?:(?:about|around|roughly|approximately|perhaps) )?|-(to)-"
    r"| ?([-–~]) ?"
)
_BEFORE = pattern(
    r"\b([Bb]etween|(?:(?:[Aa]nywhere|[Rr]ang(?:ing|es?|ed)(?: is| was| of)?|[Vv]ar(?:y|ying|ies|ied)|[Pp]riced|[Aa]ged|"
    r"[Ii]s|[Aa]re|[Bb]e|[Oo]f|[Tt]akes?|[Cc]osts?|[Ll]asts?|[Rr]uns?|[Ss]tretch(?:es)?)"
    r" )?[Ff]rom|[Aa]ge[sd]) +"
    r"(?:the ages? of |ages? |an? |about |around |roughly |at least |(?:an?|its|the) (?:[\w-]+ )?(?:low|high|peak) of )?"
    r"(?:\$?[^\W\d]{0,3}[$€£¥₩]?|\$[A-Z]{2})\Z"
)
_FELL = pattern(
    r"\b(?:[Rr]ise|[Rr]ose|[Ff]all|[Ff]ell|[Gg]ain|[Jj]ump|[Cc]limb|[Dd]rop|[Ss]lip|[Gg]r[eo]w|[Dd]eclin|[Ii]ncreas|[Dd]ecreas)[a-z]*"
    r" (?:by )?an (?:average|estimated|additional) (?:of )?\Z"
)
_MINUS = pattern(r"[-−–](?=[\d.])|[Mm]inus (?=[\da-z.])")
_TO = pattern(r" to (?:(?:about|around|roughly|approximately|nearly|almost) )?(?=\w)")
_CHAIN = pattern(r"\bfrom [$€£]?[\d.,]+[a-z%]{0,2} to [$€£]?\Z")
_OLD = pattern(
    r"(?<!up )(?<!down )\bfrom (?:(?:last|this) (?:year|quarter|month|week)['’]s|(?:an?|its|the) (?:\w+ )?<<grammar: extremes>>"
    r" of) [$€£]?\Z"
)
_FROM_RANGE = pattern(
    r"\b(?:to|of|at|between) [^\W\d_]{0,3}[$€£¥₩]?\d[\d.,]*(?: (?!to\b|and\b)[a-z]+)?(?: to | and |[-–])[$€£¥₩]?\d[\d.,]*%?"
    r"(?:[ -][a-z]+){0,4},? (?:(?:up|down) )?from [^\W\d]{0,3}[$€£¥₩]?\Z"
)
"""What comes from there is a range: so is that, and no change ("to $2.10 to $2.30 a share, up from [$1.90 to $2]")."""
_ECHO = pattern(
    r"\b[Bb]etween [^\W_]{0,3}[$€£¥₩]?\d[^();:]{0,40} and [^();:]{1,40} "
    r"\((?:(?:about|around|roughly|or) )?(?:[A-Z]{0,3}[$€£¥₩])?\Z"
)
"""Brackets that tell the two ends of a range again: "between 2 and 3 miles (3.2 and 4.8 km)"."""
_ECHOED = pattern(r" to [\d.,]*\d(?:[ -][a-z]+){1,3} \([A-Za-z ]{0,14}[\d.,]*\d(?: to | and |[-–])[\d.,]*\d(?:[ -][a-z]+){1,3}\)")
"""Behind the near end of a range: its far end, and brackets that tell both again, as nobody does of a change of two figures."""
_CHANGES = pattern(r"\b(?:<<grammar: up>>|<<grammar: down>>|<<grammar: setting>>)\b")
_CAME = pattern(r",? from (?=\d)")
_IN_YEAR = pattern(r"[Ii]n [12]\d{3}\Z|\b(?:[Oo]ver|[Oo]n|[Ff]rom|[Ss]ince|[Oo]f|[Ff]or|[Tt]han) (?:19|20)\d\d\Z")
_MORE = pattern(r" ?[-–/]\d")
_LOWER, _UPPER = {"above": ">", "at least": ">="}, {"below": "<", "at most": "<="}
_LED = 36
_SIGN, _LONG, _AFAR = 14, 110, 80
_APART, _APART_LARGE, _HUNDRED, _LARGE = 10, 5, 100, 1000
"""What moved by one number to one so many times as large came to the second: no range of changes is so wide."""


def pair(text: str, first: Numeral, stop: int, money: bool = False) -> tuple[Numeral, Numeral | None]:
    """Read on to the far end of a range; both ends share a scale word that only the second has ("3-5 billion")."""
    if not _may_join(text, first.end) or first.vague:
        return first, None
    glue = _GLUE.match(text, first.end, stop)
    if glue is not None and glue.end() < stop and (text[glue.end()].isalnum() or text[glue.end()] == "." or first.value < 0):
        second = _beyond(text, first, glue.end(), stop, money)
        if second is not None:
            shared = sharing_scale(first, _with_hundred(text, second))
            if _lacks_thousands(shared, second) and not moved(text, first.start) and led(text, first) != "from":
                shared = first.times(_LARGE)
            if is_range(text, shared, glue[0], second):
                return shared, second
    return _within_bounds(text, first, stop)


def _beyond(text: str, first: Numeral, at: int, stop: int, money: bool = False) -> Numeral | None:
    """Read the far end of a range, with its own minus where the near one has one ("-10 to -5", "minus ten to minus five")."""
    minus = _MINUS.match(text, at, stop) if first.value < 0 else None
    return read(text, minus.end(), stop, money) if minus else read_unsigned(text, at, stop, money)


def changed(text: str, first: Numeral, stop: int, money: bool = False) -> tuple[Numeral, Numeral] | None:
    """Read on to the new number of a change, whose unit the old one shares ("from 3 to 5 percent")."""
    to = _TO.match(text, first.end, stop) if text.startswith("to ", first.end + 1) else None
    second = read(text, to.end(), stop, money) if to else None
    if second is None or led(text, first) != "from":
        return None
    return sharing_scale(first, second), second


def resumed(text: str, first: Numeral, end: int, stop: int, money: bool = False) -> Numeral | None:
    """Read the far end of a range behind the unit of the near one, which ends at ``end`` ("44 mg to 50 mg")."""
    if not _may_join(text, end):
        return None
    glue = _GLUE.match(text, end, stop)
    if glue is None or glue.end() >= stop or not (text[glue.end()].isalnum() or text[glue.end()] == "."):
        return None
    second = read_unsigned(text, glue.end(), stop, money)
    if second is None or not is_range(text, first, glue[0], second) or (glue[1] == "to" and moved(text, first.start)):
        return None
    return second


def _may_join(text: str, end: int) -> bool:
    """Tell at a glance whether a word or a sign that joins two numbers can stand at a place: hardly any number goes on."""
    sign = text[end : end + 1]
    return sign in _JOINING and (sign not in _BLANKS or text[end + 1 : end + 2] in _OPENING)


def _with_hundred(text: str, numeral: Numeral) -> Numeral:
    """Give a number in words that ends in "hundred" with it as its scale, which another shares: "five to seven hundred"."""
    hundreds = numeral.spelled and numeral.scale == 1 and text.endswith(" hundred", numeral.start, numeral.end)
    return evolve(numeral, scale=100) if hundreds else numeral


def sharing_scale(first: Numeral, second: Numeral) -> Numeral:
    """Give the first of two numbers with the scale word that stands only behind the second, where it can be meant."""
    if (
        first.scale == 1 < second.scale
        and first.value < 1000
        and not first.part
        and first.value * second.scale < 10 * second.value
    ):
        return first.times(second.scale)
    return first


def _lacks_thousands(first: Numeral, second: Numeral) -> bool:
    """Tell whether two digits are of as many thousands as the number behind them, as one says it: "20 to 30,000 people"."""
    if first.spelled or second.spelled or first.scale > 1 or second.scale > 1 or not 10 <= first.value < _HUNDRED:
        return False
    return second.value % _LARGE == 0 and first.value * _LARGE < second.value <= 3 * first.value * _LARGE


def is_range(text: str, first: Numeral, glue: str, second: Numeral) -> bool:
    """Tell whether two numbers with ``glue`` between them are a range: in order, or led by "between".

    "from 3 to 5" tells of a change, so it is two figures and no range; so does "in 2003 to 28,041", behind a year. "3 or 4" is
    one, "3 or 400" is none.
    """
    year = _IN_YEAR.search(text[max(0, first.start - 6) : first.end]) if "to" in glue else None
    if year is not None and (year[0][:2].lower() == "in" or first.value * _APART < second.value):
        return False
    if first.vague or second.vague or (first.part and not second.part) or _is_code(text, first, second):
        return False
    joined, near, _ = glue.strip(" -~–").partition(" ")
    lead = led(text, first)
    if lead == "between" or (lead in ("aged", "ages") and joined in ("", "to")):  # whichever end comes first
        return joined != "or"
    if joined == "or":
        return first.value < second.value <= 3 * first.value and first.value.denominator == 1
    rising = first.value < second.value or (first.value == second.value and first.scale > 1)  # "3 million to 3 million": a slip
    rising = rising or (second.value < first.value < 0)  # "minus 5 to minus 10"
    apart = first.value * (_APART if first.value < _LARGE else _APART_LARGE) < second.value
    if joined == "to" and (near or apart or _came(text, first, second)) and moved(text, first.start):  # "rose by 9 to 208"
        return False
    if joined == "to" and apart and _FELL.search(text, max(0, first.start - _LED), first.start):
        return False
    return joined != "and" and not (lead == "from" and joined == "to") and rising


def _came(text: str, first: Numeral, second: Numeral) -> bool:
    """Tell whether a third number is what the second was before: "by 30 to 150 from 120", but "by 30 to 50 from 200"."""
    behind = _CAME.match(text, second.end)
    before = read_unsigned(text, behind.end(), behind.end() + _SIGN) if behind else None
    return before is not None and first.value <= 2 * abs(second.value - before.value) <= 4 * first.value


def led(text: str, first: Numeral) -> str:
    """Tell whether "between" or "from" leads a number; "ranging from" leads as "between" does."""
    before_sign = text[max(0, first.start - _SIGN) : first.start]
    if "(" in before_sign and _ECHO.search(text, max(0, first.start - _LONG), first.start):
        return "between"
    if before_sign[-1:] not in _LEADING:
        return ""
    if _CHAIN.search(text, max(0, first.start - _LED), first.start):  # "from 160 to 180 to 200"
        return "from"
    before = _BEFORE.search(text, max(0, first.start - _LED), first.start)
    if before is None:
        return "from" if _OLD.search(text, max(0, first.start - _LED), first.start) else ""
    words = before[1].lower().split()
    if words == ["from"] and before[0].endswith("ages "):
        return "ranging"
    if words == ["from"] and _FROM_RANGE.search(text, max(0, first.start - _AFAR), first.start):
        return "ranging"
    if (
        words == ["from"]
        and _ECHOED.match(text, first.end)
        and not _CHANGES.search(text, max(0, first.start - _AFAR), first.start)
    ):
        return "ranging"
    if words == ["from"] and before.start() == 0:  # nothing that changes is told before it
        return "ranging"
    return "ranging" if len(words) > 1 else words[0]


def _is_code(text: str, first: Numeral, second: Numeral) -> bool:
    """Tell whether digits belong to a longer code, or begin with a nought as no number does ("555-0123")."""
    digits, named = text[second.start : second.end], text[max(0, first.start - 3) : first.start]
    if (len(digits) > 1 and digits[0] == "0" and digits[1].isdigit()) or (named.endswith("-") and named[:2].isupper()):
        return True  # "gave IL-2 to 48 patients"
    return not (first.spelled or second.spelled) and _MORE.match(text, second.end) is not None


def _within_bounds(text: str, first: Numeral, stop: int) -> tuple[Numeral, Numeral | None]:
    """Read on behind a number that one bound leads to the other: "at least 3 but fewer than 9"."""
    following = text[first.end : first.end + 2]
    glue = _bounded().match(text, first.end, min(stop, first.end + 60)) if following in _BEFORE_BOUND else None
    opening = _opening().search(text, max(0, first.start - _LED), first.start) if glue else None
    if glue is None or opening is None or glue.end() >= stop:
        return first, None
    opens, closes = _effects()[" ".join(opening[1].lower().split())], _effects()[" ".join(glue[1].lower().split())]
    second = read_unsigned(text, glue.end(), stop) if (opens in _LOWER) != (closes in _LOWER) else None
    if second is None or second.vague or first.value == second.value or (first.value < second.value) != (opens in _LOWER):
        return first, None
    return first, evolve(second, bound=(_LOWER | _UPPER)[closes])


@cache
def _effects() -> dict[str, str]:
    """Give the words of bounds that stand before a figure, with their effects."""
    entries = [entry for entry in lexicon.entries("hedges").values() if entry.get("place") == "before"]
    return {word: entry["effect"] for entry in entries if entry.get("effect") in _LOWER | _UPPER for word in entry["words"]}


@cache
def _bounded() -> re.Pattern[str]:
    return pattern(rf"(?:,? (?:but|and|yet|or)|,) ({lexicon.alternatives(_effects())}) (?:[$€£])?(?=[\da-z.])")


@cache
def _opening() -> re.Pattern[str]:
    return pattern(rf"\b((?i:{lexicon.alternatives(_effects())})) [$€£]?\Z")


_BLANKS, _OPENING = frozenset(" ,"), frozenset("taoby-–~ ")
_BEFORE_BOUND = frozenset({", ", " b", " a", " y", " o"})
_JOINING = frozenset(" -–~,")
_LEADING = frozenset(" \n$€£¥₩") | frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
