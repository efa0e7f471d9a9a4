"""How a number is spelled: text at a place -> Numeral.

A leaf of the mentions. `digits`, `spelled` and `parts` read a number, `mixed` a fraction behind it, `scales` what multiplies it,
and `ranges` a second one (`leading`, `bounded`, `sides` and `moving` tell what the two are). Behind it stand units (`unit_words`,
`unit_marks`, `unit_products`, `unit_sums`) and currencies (`money_words`, `money_names`, `money_codes`, `told_by`), or it belongs
to a name (`behind_names`, `opening_names`). Each numeral says how far it is rounded (``half``), so that no later stage looks at
the spelling again. `slips` tells whether one number can be another that was typed wrongly.
"""

from __future__ import annotations

from factcheck.numerals import digits, mixed, parts, scales, spelled
from factcheck.numerals.numeral import Numeral as Numeral
from factcheck.patterns import pattern
from factcheck.values import evolve

_MINUS = pattern(r"(?:\A|(?<=[\s(\[“\",$€£¥₩]))([-−]|–(?=\S)|(?:[Mm]inus|[Nn]egative)[ -])\Z")
_JOINED = pattern(r"[\d%] \Z")
_LONGEST_SIGN = 10
_BLANKS = (" ", "-")
_WITH_PART = pattern(r" (?:of )?(?:an?|one|1)[ -]|[ -]")
_WITH_MIXED = pattern(r" of (?:an? )?(?=[a-z])")
_MARGIN = pattern(r" ?(?:±|\+/[-−–]) ?(?=[\d.])")
_WITH_VAGUE = pattern(r" (?:of )?")


def read(text: str, start: int, stop: int, money: bool = False) -> Numeral | None:
    """Read the number that begins at ``start``, with its scale; None where none does.

    For ``money`` a letter that is also a unit of measure is a scale ("£5m").
    """
    numeral = read_unsigned(text, start, stop, money)
    return numeral if numeral is None or numeral.vague else _signed(text, numeral)


def read_unsigned(text: str, start: int, stop: int, money: bool = False) -> Numeral | None:
    """Read a number as `read` does, but take no minus before it."""
    bare = _bare(text, start, stop, money)
    if bare is None or bare.vague:
        return bare
    if text[bare.end : bare.end + 1] in _BEFORE_MARGIN and not _MARGINS.isdisjoint(text[bare.end : bare.end + 2]):
        bare = _with_margin(text, bare, stop)
    whole = mixed.read(text, bare, stop)
    numeral = scales.scaled(text, whole, stop, money)
    return numeral if numeral.scale == bare.scale else _with_smaller(text, mixed.read(text, numeral, stop), stop, money)


def _bare(text: str, start: int, stop: int, money: bool) -> Numeral | None:
    if start >= stop:
        return None
    letter = text[start]
    if letter in ".0123456789":
        slash = "/" in text[start : start + 4] or "⁄" in text[start : start + 4]
        number = (slash and parts.slash(text, start, stop)) or digits.read(text, start, stop, money)
        return number and (parts.over(text, number, stop) or number)
    if letter in parts.SIGNS:
        return parts.sign(text, start)
    count = spelled.read(text, start, stop)
    if count is None:
        return parts.word(text, start, stop)
    return count if count.vague else parts.behind(text, count, stop) or parts.over(text, count, stop) or count


def _with_smaller(text: str, numeral: Numeral, stop: int, money: bool) -> Numeral:
    """Take up a number with a smaller scale word behind one with a larger: "1 crore 20 lakh", "3 hundred and 21".

    It may be in words: "1 million two hundred thousand".
    """
    at = numeral.end + 1
    in_words = numeral.spelled and text[numeral.end - 2 : numeral.end].lower() == "cr"  # "two cr thirty lakh"
    if (numeral.spelled and not in_words) or numeral.half.denominator > 2 or text[numeral.end : at] != " ":
        return numeral
    joined = text.startswith("and ", at)
    at += 4 * joined
    letter = text[at : at + 1]
    bare = digits.read(text, at, stop, money) if letter.isdigit() else spelled.read(text, at, stop) if letter.islower() else None
    second = scales.scaled(text, bare, stop, money) if bare else None
    if second is None or second.vague or second.value >= numeral.scale:
        return numeral
    if (second.scale == 1 and not in_words) != joined or (joined and numeral.scale != 100):
        return numeral
    return evolve(numeral, value=numeral.value + second.value, half=second.half, end=second.end)


def _with_margin(text: str, numeral: Numeral, stop: int) -> Numeral:
    """Take up how far a number may be off: "5 ± 0.2", "20 +/- 3"."""
    glue = _MARGIN.match(text, numeral.end, stop)
    margin = digits.read(text, glue.end(), stop) if glue else None
    return evolve(numeral, half=margin.value, rounded=True, end=margin.end) if margin else numeral


def sign_before(text: str, start: int) -> int:
    """Give where the minus before a place begins ("-10", "minus ten"); the place itself where none stands there."""
    before = text[start - 1 : start]
    if before not in _SIGNS or (before == " " and not text.endswith(("inus", "gative"), 0, start - 1)):
        return start
    sign = _MINUS.search(text, max(0, start - _LONGEST_SIGN), start)
    if sign is None or (len(sign[1]) == 1 and _JOINED.search(text, max(0, sign.start(1) - 2), sign.start(1))):
        return start
    return start if text.endswith("lus or ", 0, sign.start(1)) else sign.start(1)


def _signed(text: str, numeral: Numeral) -> Numeral:
    start = (
        numeral.start
        if numeral.spelled and text[numeral.start - 1 : numeral.start] in _DASHES
        else sign_before(text, numeral.start)
    )
    return numeral if start == numeral.start else evolve(numeral, start=start, value=-numeral.value)


def before_unit(text: str, numeral: Numeral, stop: int) -> int:
    """Give where the unit of a number may begin: at it, behind one blank, or behind "of a" if it is a part or vague."""
    end = numeral.end
    if numeral.spelled and numeral.value.denominator > 1 and numeral.value > 1 and text.startswith(" of ", end):
        gap = _WITH_MIXED.match(text, end, stop)  # "one and a quarter of an hour"
        return gap.end() if gap else end
    if numeral.part or numeral.vague or (text.startswith(" of ", end) and 0 < numeral.value < 1):  # "0.3 of a point"
        gap = (_WITH_VAGUE if numeral.vague else _WITH_PART).match(text, end, stop)
        return gap.end() if gap else end
    return end + (2 if text.startswith("- ", end) else text[end : end + 1] in _BLANKS)  # "a three- year deal"


def anchors() -> list[str]:
    """Give the words with which a spelled number begins."""
    return [*spelled.anchors(), *parts.anchors()]


_MARGINS = frozenset("±+")
_BEFORE_MARGIN = frozenset("±+ ")
_SIGNS = frozenset("-−– ")
_DASHES = frozenset("-−–")
