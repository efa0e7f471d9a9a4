"""Parts of a whole: "two-thirds", "a quarter", "half", "½", "1/4"."""

from __future__ import annotations

from fractions import Fraction

from factcheck import lexicon
from factcheck.numerals import denominators, digits, spelled
from factcheck.numerals.numeral import Numeral
from factcheck.patterns import pattern

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
GLUE = pattern(r" [-–] |[ -]")
_OVER = pattern(r" over (?=[\da-z])")
_CHANGE = pattern(
    r"\b(?i:by|than|minus|negative|about|nearly|almost|over|above|below|around|roughly|only|just|up|down|under|to) \Z"
)
_LOST, _SINCE = (
    pattern(r"\b(?:gained|lost|shed|risen|fallen|grown|dropped) \Z"),
    pattern(r" (?:since|this (?:year|month)|so far)\b"),
)
"""Around what something has gained: "shares have gained [a quarter] since May"."""
_ABOUT = pattern(r"\b(?:[Aa]bout|[Nn]early|[Aa]lmost|[Rr]oughly|[Aa]round|[Oo]nly|[Jj]ust|than) \Z")
_DONE = pattern(r" (?:[a-z]{3,}ed|said|say|<<is>>|had|have|want|went|go|came|left|got|get|chose|think|live|work)\b")
"""Around "a third" of those told before: "about a third needed a bed"."""
_DO = pattern(r" (?:<<grammar: many-do>>|have|are|were|support|work|do|die|never|cannot)\b")
"""Behind "a third" of whom there are many: one that is the third in a row "says" and "has"."""
_STILL = pattern(r" (?:still|also|never|did|do|would|will|could) (?!the\b|an?\b)[a-z]+")
"""Behind "a quarter", which is no rank: "a quarter [still use] gas"."""
_RANGED = pattern(r" (?:and|to|or) (?:an?|one|two|three)[ -](?:half|<<fractions>>s?)\b")
OF = pattern(r"[ -](?:of\b|or (?:more|less)\b|thousand|million|billion|trillion)")
_COMPARED = pattern(r" (<<degrees>>|full|empty|complete|done)\b")
_CLOSED = pattern(r" (?:than|and|at|in|this|last)\b|[,;.]|\Z")
_NUMBERED = frozenset({"fewer", "less"})
QUARTER = 4
"""The largest part that is told without an article; it may be a quarter of a year, and larger ones ranks."""
_NEVER_A_RANK = 100
"""The part from which on "a hundredth", "a thousandth" is no rank."""
_SCALED = 1000
"""The part that a scaled number may count: "two million thousandths"."""
_ARTICLES, _JOINED = ("a ", "A ", "an ", "An ", "a further ", "A further ", "another ", "Another "), " and "
_WORD = pattern(r" ([A-Za-z]+)")
PLAIN = frozenset({2, 3, 4, 5, 8, 16, 32, 64})
"""What 1 is divided by where a slash makes a fraction and no date, score or name ("9/11", "24/7")."""
_SHARE = Fraction(1, 100)
"""How far a share that is told as a fraction of a whole can be off."""


def sign(text: str, start: int) -> Numeral:
    """Read a fraction that is one sign."""
    above, below = SIGNS[text[start]]
    return part(start, start + 1, Fraction(above, below))


def slash(text: str, start: int, stop: int) -> Numeral | None:
    """Read "1/4"; a larger one, and one that can be a date, needs what it is a part of behind it ("3/10 of", "5/8 inch")."""
    match = _SLASH.match(text, start, min(stop, start + 12))
    if match is None:
        return None
    above, below = int(match[1]), int(match[3])
    if not 0 < above < below:
        return None
    common = below in PLAIN and (above == 1 or below < 5 or denominators.is_divided(text, match.end(), stop))
    if match[2] and not common and not _is_of(text, start, match.end(), stop):
        return None
    return part(start, match.end(), Fraction(above, below))


def word(text: str, start: int, stop: int) -> Numeral | None:
    """Read "half", "a quarter of" and the like, which no number leads."""
    at = start + max(len(article) for article in ("", *_ARTICLES) if text.startswith(article, start))
    found = denominators.phrases().at(text, at, stop)
    if found is None or (
        found[0] == QUARTER and text.startswith(("another ", "Another "), start) and not OF.match(text, found[1])
    ):
        return None  # "by another quarter": a spell
    (below, end), led = found, at > start
    if below > QUARTER and not led:  # "fifth": a rank
        return None
    of = _is_of(text, start, end, stop) or (led and _is_whose(text, start, end, stop))
    changed = led and text[end : end + 1] not in ("s", "-") and _CHANGE.search(text, max(0, start - 9), start) is not None
    if changed and not of and below != QUARTER and _is_rank(text, end, stop):  # "by a third man"
        return None
    changed = changed or (
        led and _LOST.search(text, max(0, start - 9), start) is not None and _SINCE.match(text, end) is not None
    )
    sure = of or changed or below == 2 or (led and below >= _NEVER_A_RANK)
    return part(start, end, Fraction(1, below), spelled=True) if sure or _is_told(text, start, found, stop, led=led) else None


def _is_told(text: str, start: int, found: tuple[int, int], stop: int, *, led: bool) -> bool:
    """Tell whether what stands behind "a quarter" or "a third" shows that it is no quarter of a year and no rank."""
    below, end = found
    return (
        (led and _RANGED.match(text, end, stop) is not None)
        or (below == QUARTER and denominators.is_divided(text, end, stop))
        or _is_compared(text, below, end, stop)
        or (led and denominators.is_off(text, end, stop))
        or denominators.is_told_again(text, start, end, stop)
    )


def _is_whose(text: str, start: int, end: int, stop: int) -> bool:
    """Tell whether a verb shows that some of those told before are meant: "a third work here", "about a third needed a bed"."""
    if _DO.match(text, end, stop) or ("uarter" in text[start:end] and _STILL.match(text, end, stop)):
        return True
    return _ABOUT.search(text, max(0, start - 12), start) is not None and _DONE.match(text, end, stop) is not None


def behind(text: str, count: Numeral, stop: int) -> Numeral | None:
    """Read what a spelled number counts, if it is parts: "two-thirds", "three quarters of", "one half"."""
    glue = GLUE.match(text, count.end, stop) if text[count.end : count.end + 1] in (" ", "-") else None
    found = denominators.phrases().at(text, glue.end(), stop) if glue else None
    if glue is None or found is None or (count.scale > 1 and found[0] < _SCALED):
        return None
    below, end = found
    many, hyphen = text[end - 1] == "s", glue[0] != " "
    mixed = _behind_tens(text, count, found) if many else None
    if mixed is not None:
        return mixed
    if many == (count.value == 1) and not (hyphen and count.value < below):  # "two third-party", "one thirds"
        return None
    of = _is_of(text, count.start, end, stop)
    if below == QUARTER and not (of or hyphen or _is_no_spell(text, count, glue.end(), end)):
        return None
    whole = below == 1 or (count.value >= below and not many)
    ranked = hyphen and not many and not of and count.value != 1 and below > QUARTER  # "two-fifth"
    return None if whole or ranked else part(count.start, end, count.value / below, spelled=True)


def _behind_tens(text: str, count: Numeral, found: tuple[int, int]) -> Numeral | None:
    """Read the number before parts as a whole one and so many of them: "twenty and three fifths"."""
    joined = text.rfind(_JOINED, count.start, count.end)
    rest = spelled.read(text, joined + len(_JOINED), count.end) if joined >= 0 else None
    below, end = found
    if rest is None or rest.value >= below:
        return None
    return part(count.start, end, count.value - rest.value + rest.value / below, spelled=True)


def _is_no_spell(text: str, count: Numeral, start: int, end: int) -> bool:
    """Tell whether quarters are none of a year, as "in three quarters" are: they are called fourths, or are a change."""
    return "ourth" in text[start:end] or _CHANGE.search(text, max(0, count.start - 9), count.start) is not None


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
        or not (OF.match(text, below.end) or not text[below.end : stop].strip(" .?!"))
    ):
        return None
    return part(count.start, below.end, count.value / below.value, count.spelled)


def _is_of(text: str, start: int, end: int, stop: int) -> bool:
    """Tell whether a part is told to be of something ("of", "or more"), or stands alone."""
    return OF.match(text, end, stop) is not None or _is_alone(text, start, end, stop)


def _is_alone(text: str, start: int, end: int, stop: int) -> bool:
    """Tell whether nothing stands around, as in a table's cell: "three quarters" is no time there."""
    return not text[end:stop].strip(" .") and not text[max(0, start - 3) : start].strip(" \n-−–")


def _is_compared(text: str, below: int, end: int, stop: int) -> bool:
    """Tell whether a part says by how much something is more or less: "a third fewer than", "a quarter smaller"."""
    word = _COMPARED.match(text, end, stop)
    return word is not None and (below == QUARTER or word[1] in _NUMBERED or _CLOSED.match(text, word.end(), stop) is not None)


def _is_rank(text: str, end: int, stop: int) -> bool:
    """Tell whether a noun stands behind "a third", which is a rank then."""
    word = _WORD.match(text, end, stop)
    return word is not None and word[1] not in lexicon.words("grammar", "stops")


def part(start: int, end: int, value: Fraction, spelled: bool = False) -> Numeral:
    """Give the numeral of a part that stands at a place."""
    return Numeral(start, end, value, _SHARE, rounded=True, spelled=spelled, part=True)


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
        *(
            f"{article} {name}"
            for name in denominators.names()
            for article in (_article(name), "a further", "another")
            if name[-1] != "s" and " " not in name
        ),
    ]
