"""Figures in more than one unit, or with a part of one behind it: "3 feet 5 inches", "two hours and a half"."""

from __future__ import annotations

from fractions import Fraction

from factcheck import lexicon, numerals, units
from factcheck.numerals import unit_words
from factcheck.numerals.numeral import Numeral
from factcheck.patterns import pattern
from factcheck.values import evolve, frozen

_JOINTS = pattern(r"(?:\.(?= \d))?(,?) ?(?:and )?(?=[\da-z])")
_AND_HALF = pattern(
    r" and (an? )?(half|quarter)(?![\w-])(?! (?:(?:of )?(?:<<determiner>>|that|this|those|these)|"
    r"dozen|hundred|thousand|million|billion)\b)(?(1)|(?! of\b))"
)
_CLOSED, _SHORT = pattern(r"[.!?]?\s*\Z"), pattern(r"m(?!\w)")
_MINUTES = pattern(r"[0-5]\d(?=,? (?:of|in|on|for|to|from|a <<spells>> <<ago>>|last|and)\b|[,;:)])(?!,\d)")
"""Minutes of hours right before them: "4 hours [45] of last year"; not "2 hours 45 boats"."""
_BARE = {"hour": 60, "stone": 14}
"""Units whose smaller one may stand behind them by its number alone, and how many of it make one."""
_MOST = {"yard": 4}
"""How much of the larger unit the smaller one may be at most: feet behind yards may be more of them than one yard has."""
_PARTS = 3
"""Units that one figure is written in, at most ("6 hours, 32 minutes and 12 seconds")."""


def compounded(text: str, numeral: Numeral, form: unit_words.Form, end: int, stop: int) -> tuple[Numeral, int]:
    """Take up smaller units behind the first: "3 feet 5 inches" are 41/12 feet."""
    unit, last, commas = form.readings[0], numeral, False
    for _ in range(_PARTS - 1):
        smaller = _smaller(text, last, unit, end, stop)
        share = _share(smaller.unit, unit) if smaller is not None else None
        if smaller is None or share is None or smaller.numeral.value * share >= _MOST.get(unit, 1):
            break
        if smaller.comma and not (commas or _goes_with(unit, smaller.unit) or _goes_on(text, smaller.unit, smaller.end, stop)):
            break
        whole, last = _share(smaller.unit, form.readings[0]) or share, smaller.numeral
        numeral = evolve(numeral, value=numeral.value + last.value * whole, half=last.half * whole, end=last.end)
        unit, end, commas = smaller.unit, smaller.end, smaller.comma
    many = _BARE.get(form.readings[0]) if last is numeral else None
    return _with_rest(text, numeral, end, stop, many) if many else (numeral, end)


@frozen
class _Smaller:
    """A figure in a smaller unit behind another: where it ends, and whether a comma stands between."""

    numeral: Numeral
    unit: str
    end: int
    comma: bool


def _smaller(text: str, last: Numeral, unit: str, end: int, stop: int) -> _Smaller | None:
    """Read the figure that stands right behind one that is whole or has a half, which ends at ``end``."""
    gap = _JOINTS.match(text, end, stop) if last.half.denominator <= 2 else None
    second = numerals.read(text, gap.end(), stop) if gap and gap.end() > end else None
    second = second or (numerals.read(text, end, stop) if text[end : end + 1].isdigit() else None)
    found = unit_words.behind(text, second, stop, unit) if second else None
    if gap is None or second is None or found is None or second.scale > 1 or second.part or second.value < 0:
        return None
    if text[end : end + 1] == "." and not found[0].short:
        return None
    return _Smaller(second, found[0].readings[0], found[1], bool(gap[1]))


def _with_rest(text: str, numeral: Numeral, end: int, stop: int, many: int) -> tuple[Numeral, int]:
    """Take up minutes or pounds that no unit tells, where they close what is said: "2 hours ten", "10 stone 4", "3h 20m"."""
    gap = _JOINTS.match(text, end, stop) if text[end : end + 1] == " " and numeral.value.denominator == 1 else None
    rest = numerals.read_unsigned(text, gap.end(), stop) if gap else None
    if rest is None or rest.half.denominator > 2 or not 0 < rest.value < many:
        return numeral, end
    short = _SHORT.match(text, rest.end, stop) if text[end - 1] == "h" else None
    told = many == _BARE["hour"] and _MINUTES.match(text, end + 1) is not None
    if short is None and not told and not _CLOSED.match(text, rest.end):
        return numeral, end
    end = short.end() if short else rest.end
    return evolve(numeral, value=numeral.value + rest.value / many, half=rest.half / many, end=end), end


def _share(small: str, large: str) -> Fraction | None:
    """Give how much of the larger unit the smaller one is; None where they do not go together."""
    entries = lexicon.entries("units")
    if entries[small]["dimension"] != entries[large]["dimension"] or "offset" in entries[large]:
        return None
    share = units.factor(small, large)
    return share if share < 1 else None


def _goes_with(large: str, small: str) -> bool:
    """Tell whether a comma may stand between two units of one figure ("6 feet, 5 inches", but "3 miles, 5 yards apart")."""
    return bool(lexicon.entries("units")[large].get("smaller") == small)


def _goes_on(text: str, unit: str, end: int, stop: int) -> bool:
    """Tell whether a smaller unit yet follows, so that commas part one figure: "2 km, 300 metres and 40 cm"."""
    gap = _JOINTS.match(text, end, stop)
    third = numerals.read(text, gap.end(), stop) if gap and gap.end() > end else None
    found = unit_words.behind(text, third, stop, unit) if third else None
    return found is not None and _share(found[0].readings[0], unit) is not None


def with_half(text: str, numeral: Numeral, end: int, stop: int) -> tuple[Numeral, int]:
    """Take up a part of the unit behind it: "one hour and a half"; not "two miles and a half hour", "and half the time"."""
    part = _AND_HALF.match(text, end, stop) if text.startswith(" and ", end) and numeral.half.denominator <= 2 else None
    if part is None or unit_words.under(text, part.end() + 1, stop, short=False):
        return numeral, end
    value = Fraction(1, 2 if part[2] == "half" else 4)
    return evolve(numeral, value=numeral.value + value, half=value / 2, rounded=True, end=part.end()), part.end()
