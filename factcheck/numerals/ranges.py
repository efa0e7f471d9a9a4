"""Two numbers that make one figure ("10 to 15", "at least 3 but fewer than 9"), or a change ("from 3 to 5")."""

from __future__ import annotations

import re

from factcheck.numerals import bounded, read, read_unsigned
from factcheck.numerals.leading import led
from factcheck.numerals.moving import moved
from factcheck.numerals.numeral import Numeral
from factcheck.patterns import pattern
from factcheck.values import evolve

_GLUE = pattern(
    r"-? (to|and|or|through) (?:(?:about|around|roughly|approximately|perhaps) )?|-(to)-"
    r"| ?([-–~]) ?"
)
_FELL = pattern(r"\b(?i:<<changing>>)[a-z]* (?:by )?an (?:average|estimated|additional) (?:of )?\Z")
_RAISED = pattern(
    r"\b(?i:<<changing>>|rais|lift|boost|trim|reduc)[a-z]* <<definite>>"
    r" (?:[a-z][\w/-]* (?<!from )(?<!between )){1,6}\Z"
)
"""Before what something was moved by, with its name between: "raised the grain figure [2 million] to 87 million"."""
_CHANGE_OF = pattern(r"\b(?:(?i:<<changing>>)[a-z]* of|growth to) (?:<<about>> )?\Z")
_MINUS = pattern(r"[-−–](?=[\d.])|[Mm]inus (?=[\da-z.])")
_PLUS = pattern(r"\+(?=[\d.])|[Pp]lus (?=[\da-z.])")
_TO = pattern(r" to (?:<<about>> )?(?=\w)")
_IN_TURN = pattern(r"(?:, [$€£]?\d[\d.,]*\d?){0,3},? and [$€£]?(?=[\d.]+(?:[^.;\n]|\.\d){0,60}\brespectively\b)", re.IGNORECASE)
"""Between the first and the last of figures that are told in turn: "were [20] and 35 million tonnes, respectively"."""
_CAME = pattern(r",? from (?=\d)")
_IN_YEAR = pattern(r"[Ii]n [12]\d{3}\Z|\b(?:[Oo]ver|[Oo]n|[Ff]rom|[Ss]ince|[Oo]f|[Ff]or|[Tt]han) (?:19|20)\d\d\Z")
_MORE = pattern(r" ?[-–/]\d")
_LED, _SIGN, _IN_TURN_NEAR = 36, 14, 120
_LISTING = (" a", ", ")
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
    first, far = bounded.beyond(text, first, stop)
    return (sharing_scale(first, far), far) if far else (first, None)


def _beyond(text: str, first: Numeral, at: int, stop: int, money: bool = False) -> Numeral | None:
    """Read the far end of a range, with its own minus where the near one has one ("-10 to -5", "minus ten to plus five")."""
    below = first.value.numerator < 0
    minus = _MINUS.match(text, at, stop) if below else None
    plus = _PLUS.match(text, at, stop) if below else None
    at = plus.end() if plus else at
    return read(text, minus.end(), stop, money) if minus else read_unsigned(text, at, stop, money)


def changed(text: str, first: Numeral, stop: int, money: bool = False) -> tuple[Numeral, Numeral] | None:
    """Read on to the new number of a change, whose unit the old one shares ("from 3 to 5 percent"), or to the last in turn."""
    if text[first.end : first.end + 2] in _LISTING:
        return _in_turn(text, first, stop, money)
    to = _TO.match(text, first.end, stop) if text.startswith("to ", first.end + 1) else None
    second = read(text, to.end(), stop, money) if to else None
    if second is None or led(text, first) != "from":
        return None
    return sharing_scale(first, second), second


def _in_turn(text: str, first: Numeral, stop: int, money: bool) -> tuple[Numeral, Numeral] | None:
    """Read on to the last of figures told in turn, whose unit and scale all have: "[20] and 35 million tonnes, respectively"."""
    if first.spelled or "respectively" not in text[first.end : first.end + _IN_TURN_NEAR]:
        return None
    glue = _IN_TURN.match(text, first.end, stop)
    last = read_unsigned(text, glue.end(), stop, money) if glue else None
    return (sharing_scale(first, last), last) if last is not None and not last.vague else None


def resumed(text: str, first: Numeral, end: int, stop: int) -> Numeral | None:
    """Read the far end of a range behind the unit of the near one, which ends at ``end`` ("44 mg to 50 mg")."""
    if not _may_join(text, end):
        return None
    glue = _GLUE.match(text, end, stop)
    if glue is None or glue.end() >= stop or not (text[glue.end()].isalnum() or text[glue.end()] == "."):
        return None
    second = read_unsigned(text, glue.end(), stop)
    if second is None or not is_range(text, first, glue[0], second):
        return None
    changes = moved(text, first.start) or _is_raised(text, first)  # "raised its fee $2 to $5"
    if glue[1] == "to" and changes and not _is_between(text, first, second):
        return None
    return second


def _may_join(text: str, end: int) -> bool:
    """Tell at a glance whether a word or a sign that joins two numbers can stand at a place: hardly any number goes on."""
    sign = text[end : end + 1]
    return sign in _JOINING and (sign not in _BLANKS or text[end + 1 : end + 2] in _OPENING)


def _with_hundred(text: str, numeral: Numeral) -> Numeral:
    """Give a number in words that ends in "hundred" with it as its scale, which another shares; "two or three dozen", too."""
    if not numeral.spelled or numeral.scale > 1 or not text.endswith((" hundred", " dozen"), numeral.start, numeral.end):
        return numeral
    return evolve(numeral, scale=100 if text[numeral.end - 1] == "d" else 12)


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
    if first.vague or second.vague or (first.part and not second.part) or _is_code(text, first, second):
        return False
    if "to" in glue and _is_year(text, first, second):
        return False
    joined, near, _ = glue.strip(" -~–").partition(" ")
    lead = led(text, first)
    if lead == "between" or (lead in ("aged", "ages") and joined in ("", "to")):  # whichever end comes first
        return joined != "or"
    if joined == "or":
        return first.value < second.value <= 3 * first.value and first.value.denominator == 1
    if joined == "and" or (joined == "to" and (lead == "from" or _is_change(text, first, second, bool(near)))):
        return False
    same = first.value == second.value and first.scale > 1  # "3 million to 3 million": a slip
    return first.value < second.value or same or second.value < first.value < 0  # "minus 5 to minus 10"


def _is_year(text: str, first: Numeral, second: Numeral) -> bool:
    """Tell whether the first of two numbers is the year in which something came to the second: "in 2003 to 28,041"."""
    year = _IN_YEAR.search(text[max(0, first.start - 6) : first.end])
    return year is not None and (year[0][:2].lower() == "in" or first.value * _APART < second.value)


def _is_change(text: str, first: Numeral, second: Numeral, near: bool) -> bool:
    """Tell whether something moved by the first of two numbers and came to the second: "rose by 9 to 208".

    ``near`` says that the second has an approximator of its own, as the end of a range seldom has.
    """
    apart = first.value * (_APART if first.value < _LARGE else _APART_LARGE) < second.value
    if (near or apart or _came(text, first, second)) and moved(text, first.start):
        return True
    if not apart:
        return False
    return _FELL.search(text, max(0, first.start - _LED), first.start) is not None or _is_raised(text, first)


def _is_raised(text: str, first: Numeral) -> bool:
    """Tell whether a number says by how much what is named before it was moved: "raised the grain figure [2 million] to 87"."""
    return _RAISED.search(text, max(0, first.start - 2 * _LED), first.start) is not None


def _is_between(text: str, first: Numeral, second: Numeral) -> bool:
    """Tell whether a change lies between two numbers: "growth of [8] percent to 10 percent", "a rise to 8% to 10%"."""
    return second.value < 2 * first.value and _CHANGE_OF.search(text, max(0, first.start - _LED), first.start) is not None


def _came(text: str, first: Numeral, second: Numeral) -> bool:
    """Tell whether a third number is what the second was before: "by 30 to 150 from 120", but "by 30 to 50 from 200"."""
    behind = _CAME.match(text, second.end)
    before = read_unsigned(text, behind.end(), behind.end() + _SIGN) if behind else None
    return before is not None and first.value <= 2 * abs(second.value - before.value) <= 4 * first.value


def _is_code(text: str, first: Numeral, second: Numeral) -> bool:
    """Tell whether digits belong to a longer code, or begin with a nought as no number does ("555-0123")."""
    digits, named = text[second.start : second.end], text[max(0, first.start - 3) : first.start]
    if (len(digits) > 1 and digits[0] == "0" and digits[1].isdigit()) or (named.endswith("-") and named[:2].isupper()):
        return True  # "gave IL-2 to 48 patients"
    return not (first.spelled or second.spelled) and _MORE.match(text, second.end) is not None


_BLANKS, _OPENING = frozenset(" ,"), frozenset("taobuy-–~ ")
_JOINING = frozenset(" -–~,")
