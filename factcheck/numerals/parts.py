"""Parts of a whole: "two-thirds", "a quarter", "half", "½", "1/4", and what they add to a whole number: "two and a half"."""

from __future__ import annotations

from fractions import Fraction

from factcheck import lexicon
from factcheck.numerals import denominators, digits, spelled
from factcheck.numerals.numeral import Numeral
from factcheck.patterns import pattern
from factcheck.values import evolve

SIGNS = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅕": (1, 5),
    "⅖": (2, 5),
    "⅗": (3, 5),
    "⅘": (4, 5),
    "⅙": (1, 6),
    "⅚": (5, 6),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
    "⅐": (1, 7),
    "⅑": (1, 9),
    "⅒": (1, 10),
}
"""The fractions that Unicode has a sign for."""
_SLASH = pattern(r"(\d{1,3})(?:(/)|⁄)(\d{1,4})(?:(?:rd|th)s?(?!\w))?(?![\d/⁄]|[.,-]\d|\w)")
_MIXED = pattern(rf" ?([{''.join(SIGNS)}])|(?: {{1,2}}(?:(?:and|&) )?|-)(\d{{1,2}})[/⁄](\d{{1,3}})(?![\d/⁄]|[.,]\d)")
_AND = pattern(r" and (?=[a-z])|-and-(?=a-|one-)")
_BARE = pattern(r"(half|quarter) (?!of\b|the\b|an?\b|his\b|her\b|their\b|its\b|past\b)")
_GLUE = pattern(r" [-–] |[ -]")
_OVER = pattern(r" over (?=[\da-z])")
_CHANGE = pattern(
    r"\b(?i:by|than|minus|negative|about|nearly|almost|over|above|below|around|roughly|only|just|up|down|under|to) \Z"
)
_ABOUT = pattern(r"\b(?:[Aa]bout|[Nn]early|[Aa]lmost|[Rr]oughly|[Aa]round|[Oo]nly|[Jj]ust|than) \Z")
_DONE = pattern(r" (?:[a-z]{3,}ed|said|say|were|was|are|is|had|have|want|went|go|came|left|got|get|chose|think|live|work)\b")
"""Around "a third" of those told before: "about a third needed a bed"."""
_DO = pattern(r" (?:<<grammar: many-do>>|have|are|were|support|work|do|die|never|cannot)\b")
"""Behind "a third" of whom there are many: one that is the third in a row "says" and "has"."""
_RANGED = pattern(r" (?:and|to|or) (?:an?|one|two|three)[ -](?:half|thirds?|quarters?|fifths?)\b")
_OF = pattern(r"[ -](?:of\b|or (?:more|less)\b|thousand|million|billion|trillion)")
_COMPARED = pattern(
    r" (fewer|less|more|higher|lower|smaller|larger|bigger|greater|shorter|taller|lighter|heavier|cheaper|dearer"
    r"|faster|slower|weaker|stronger|thinner|thicker|full|empty|complete|done)\b"
)
_CLOSED = pattern(r" (?:than|and|at|in|this|last)\b|[,;.]|\Z")
_NUMBERED, _QUARTER = frozenset({"fewer", "less"}), 4
_WORD = pattern(r" ([A-Za-z]+)")
_PLAIN = frozenset({2, 3, 4, 5, 8, 16, 32, 64})
"""What 1 is divided by where a slash makes a fraction and no date, score or name ("9/11", "24/7")."""
_SHARE = Fraction(1, 100)
"""How far a share that is told as a fraction of a whole can be off."""


def sign(text: str, start: int) -> Numeral:
    """Read a fraction that is one sign."""
    above, below = SIGNS[text[start]]
    return _part(start, start + 1, Fraction(above, below))


def slash(text: str, start: int, stop: int) -> Numeral | None:
    """Read "1/4"; a larger one, and one that can be a date, needs what it is a part of behind it ("3/10 of", "5/8 inch")."""
    match = _SLASH.match(text, start, min(stop, start + 12))
    if match is None:
        return None
    above, below = int(match[1]), int(match[3])
    if not 0 < above < below:
        return None
    common = below in _PLAIN and (above == 1 or below < 5 or denominators.is_divided(text, match.end(), stop))
    if match[2] and not common and not (_OF.match(text, match.end(), stop) or _is_alone(text, start, match.end(), stop)):
        return None
    return _part(start, match.end(), Fraction(above, below))


def word(text: str, start: int, stop: int) -> Numeral | None:
    """Read "half", "a quarter of" and the like, which no number leads."""
    at = start
    if text[start : start + 2] in ("a ", "A "):
        at += 2
    elif text[start : start + 3] in ("an ", "An "):
        at += 3
    found = denominators.phrases().at(text, at, stop)
    if found is None:
        return None
    below, end = found
    of = _OF.match(text, end, stop) is not None or _is_alone(text, start, end, stop)
    changed = at > start and text[end : end + 1] not in ("s", "-") and _CHANGE.search(text, max(0, start - 9), start) is not None
    ranged = at > start and _RANGED.match(text, end, stop) is not None  # "between a third and a half"
    told = of or changed or ranged or (below == 4 and denominators.is_divided(text, end, stop))
    told = told or _is_compared(text, below, end, stop) or (at > start and denominators.is_off(text, end, stop))
    about = _DO.match(text, end, stop) or (_ABOUT.search(text, max(0, start - 12), start) and _DONE.match(text, end, stop))
    told = told or (at > start and about is not None) or denominators.is_told_again(text, start, end, stop)
    if not told and below != 2 and (below < 100 or at == start):  # "a quarter", "a third": of a year, or a rank
        return None
    if changed and not (of or about) and below != 4 and _is_rank(text, end, stop):
        return None  # "by a third man"
    return None if below > 4 and at == start else _part(start, end, Fraction(1, below), spelled=True)


def behind(text: str, count: Numeral, stop: int) -> Numeral | None:
    """Read what a spelled number counts, if it is parts: "two-thirds", "three quarters of", "one half"."""
    glue = _GLUE.match(text, count.end, stop) if text[count.end : count.end + 1] in (" ", "-") else None
    found = denominators.phrases().at(text, glue.end(), stop) if glue else None
    if glue is None or found is None or (count.scale > 1 and found[0] < 1000):
        return None
    below, end = found
    many, hyphen = text[end - 1] == "s", glue[0] != " "
    of = _OF.match(text, end, stop) is not None or _is_alone(text, count.start, end, stop)
    joined = text.rfind(" and ", count.start, count.end)
    rest = spelled.read(text, joined + 5, count.end) if joined >= 0 and many else None
    if rest is not None and rest.value < below:  # "twenty and three fifths"
        return _part(count.start, end, count.value - rest.value + rest.value / below, spelled=True)
    if many == (count.value == 1) and not (hyphen and count.value < below):  # "two third-party", "one thirds"
        return None
    told = of or hyphen or "ourth" in text[glue.end() : end] or _CHANGE.search(text, max(0, count.start - 9), count.start)
    if below == 4 and not told:  # "in three quarters": of a year
        return None
    if below == 1 or (count.value >= below and not many) or (hyphen and not many and not of and count.value != 1 and below > 4):
        return None
    return _part(count.start, end, count.value / below, spelled=True)


def over(text: str, count: Numeral, stop: int) -> Numeral | None:
    """Read "one over three", where nothing but a full stop or "of" follows."""
    glue = _OVER.match(text, count.end, stop) if count.scale == 1 and not count.part else None
    if glue is None or (count.value != 1 and not _is_alone(text, count.start, stop, stop)):
        return None
    below = digits.read(text, glue.end(), stop) if text[glue.end()].isdigit() else spelled.read(text, glue.end(), stop)
    if (
        below is None
        or below.vague
        or below.value <= 1
        or not (_OF.match(text, below.end) or not text[below.end : stop].strip(" .?!"))
    ):
        return None
    return _part(count.start, below.end, count.value / below.value, count.spelled)


def _is_alone(text: str, start: int, end: int, stop: int) -> bool:
    """Tell whether nothing stands around, as in a table's cell: "three quarters" is no time there."""
    return not text[end:stop].strip(" .") and not text[max(0, start - 3) : start].strip(" \n-−–")


def mixed(text: str, numeral: Numeral, stop: int) -> Numeral:
    """Take up a fraction behind a whole number: "2½", "2 1/2", "three and a half", "a million and a half"."""
    sign = text[numeral.end : numeral.end + 1]
    if sign not in _BEFORE_FRACTION or numeral.part or numeral.vague:
        return numeral
    if sign not in SIGNS and text[numeral.end + 1 : numeral.end + 2] not in _OPENING:
        return numeral
    part = _mixed_digits(text, numeral, stop) or _mixed_words(text, numeral, stop)
    if part is None:
        return numeral
    decimals = text[numeral.start : numeral.end].partition(".")[2]
    scale = 12 if text.endswith("dozen", numeral.start, numeral.end) else numeral.scale
    step = Fraction(scale, 10 ** len(decimals) if decimals.isdigit() else 1)  # "$4.48½": half a cent
    value = numeral.value + part.value * step
    half = step * Fraction(1, 2 * part.value.denominator)
    return evolve(numeral, value=value, half=half, rounded=True, end=part.end)


def _mixed_digits(text: str, numeral: Numeral, stop: int) -> Numeral | None:
    match = _MIXED.match(text, numeral.end, min(stop, numeral.end + 14))
    if match is None or ("." in text[numeral.start : numeral.end] and (text[numeral.end] not in SIGNS or numeral.scale > 1)):
        return None
    above, below = SIGNS[match[1]] if match[1] else (int(match[2]), int(match[3]))
    if not 0 < above < below or not (match[1] or below in _PLAIN or below == 10):
        return None
    return _part(numeral.end, match.end(), Fraction(above, below))


def _mixed_words(text: str, numeral: Numeral, stop: int) -> Numeral | None:
    joined = _AND.match(text, numeral.end, stop)
    if joined is None:
        return None
    at = joined.end()
    if text.startswith(("a ", "a-", "an "), at):
        found = denominators.phrases().at(text, at + 2 + (text[at + 1] == "n"), stop)
        known = found is not None and (found[0] in (2, 4) or not text[found[1] : stop].strip(" ."))
        return _part(at, found[1], Fraction(1, found[0])) if found and known else None
    if bare := _BARE.match(text, at, stop):  # "five and half years"
        return _part(at, bare.end(1), Fraction(1, 2 if bare[1] == "half" else 4))
    count = spelled.read(text, at, min(stop, at + 30))
    glue = _GLUE.match(text, count.end, stop) if count else None
    found = denominators.phrases().at(text, glue.end(), stop) if glue else None
    if count is None or found is None or count.value >= found[0]:
        return None
    scaled = glue is not None and glue[0] == "-" and _OF.match(text, found[1], stop)  # "one and three-quarter million"
    divided = scaled or (found[0] == _QUARTER and denominators.is_divided(text, found[1], stop))
    if (text[found[1] - 1] == "s") == (count.value == 1) and not divided:
        return None
    return _part(at, found[1], count.value / found[0])


def _is_compared(text: str, below: int, end: int, stop: int) -> bool:
    """Tell whether a part says by how much something is more or less: "a third fewer than", "a quarter smaller"."""
    word = _COMPARED.match(text, end, stop)
    return word is not None and (below == _QUARTER or word[1] in _NUMBERED or _CLOSED.match(text, word.end(), stop) is not None)


def _is_rank(text: str, end: int, stop: int) -> bool:
    """Tell whether a noun stands behind "a third", which is a rank then."""
    word = _WORD.match(text, end, stop)
    return word is not None and word[1] not in lexicon.words("grammar", "stops")


def _part(start: int, end: int, value: Fraction, spelled: bool = False) -> Numeral:
    return Numeral(start, end, value, _SHARE, rounded=True, spelled=spelled, part=True)


_OPENING = frozenset({*"0123456789a& ", *SIGNS})
_BEFORE_FRACTION = frozenset({" ", "-", *SIGNS})


def _article(name: str) -> str:
    return "an" if name.startswith("e") else "a"


def anchors() -> list[str]:
    """Give the words and signs with which a part begins that no number leads."""
    scales = (
        "million",
        "billion",
        "trillion",
        "of a",
        "percent",
        "per cent",
        "percentage",
        "point",
        "mile",
        "inch",
        "pound",
        "cup",
    )
    quarters = (f"quarter{glue}{scale}" for scale in scales for glue in " -")
    return [
        *SIGNS,
        "half",
        *quarters,
        "quarter of an",
        *(f"{_article(name)} {name}" for name in denominators.names() if name[-1] != "s" and " " not in name),
    ]
