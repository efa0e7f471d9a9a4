"""Values of a column -> Form: a sample of its texts goes in, how the column writes them comes out.

Found are its kind (number, day, weekday, month, text), the marks of what is missing, the sign of its decimals, the order of its
dates, its unit, and how finely it counts.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from functools import cache

from factcheck import lexicon
from factcheck.tables.columns import cells, days, digits, points
from factcheck.tables.columns.forms import LONGEST_CELL, Form, calendar, clock, plain, seconds, signed, unmarked, value_of
from factcheck.values import evolve

_NUMERIC_DAY = re.compile(r"\s*([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?:[ T].*)?")
_NATIVE_DAY = re.compile(r"\s*([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?:[ T][0-9].*)?")
_MAY_BE_DAY = re.compile(r"[^\W\d_]{3}|[0-9]{4}[-/][0-9]")
_CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}
_POINT_NOUGHT = re.compile(r"\.0+\Z")
_FEWEST_CODES, _FEW = 5, 8
_FEWEST_STEPS, _COARSE = 8, 5
"""Different numbers of a column that is rounded coarsely, and how coarsely."""
_MOSTLY = Fraction(9, 10)
_FEWEST_COMPACT = 8
"""Different numbers of eight digits that are all days of a calendar before they are read as such: "19250106"."""
YEARS = (1000, 2200)
"""What whole numbers are in a column of years."""
_FEWEST_YEARS, _ONE_IN = 12, 50
"""Different years, and the cells of which one may have a digit that slipped."""
_BARE = Fraction(1, 10)
"""Share of a column's cells that must have no mark, if those of the others are to lead to footnotes."""
_WITH_A_WORD = Fraction(2, 3)
"""Share of a column that must be numbers where one word tells all that is missing."""
_TYPICAL = 30
"""Percent of a column's large numbers that end in 00 where it counts in hundreds."""


def of_texts(texts: Mapping[str, int], *, comma: bool = False) -> Form:
    """Find the form of a column of texts: its values, with how often each is met.

    ``comma`` tells that the table has decimal commas elsewhere, so that a full stop may set thousands apart.
    """
    missing = frozenset(text.strip().lower() for text in texts) & marks_of_missing()
    told = {text: times for text, times in texts.items() if text.strip().lower() not in missing}
    codes = _codes(told)
    told = {text: times for text, times in told.items() if text.strip() not in codes}
    missing |= codes
    if not told:
        return Form("empty", missing=missing)
    found = _day(told) or _named(told) or _number(told, comma=comma)
    return evolve(found or Form("text"), missing=missing)


def _codes(texts: Mapping[str, int]) -> frozenset[str]:
    """Find numbers that stand for what is unknown: -9 among counts that are else not negative."""
    known = lexicon.entries("cells")["missing"]["codes"]
    negative = {text.strip() for text in texts if text.strip().startswith("-") and text.strip()[1:2].isdigit()}
    told = {_POINT_NOUGHT.sub("", text) for text in negative}
    return frozenset(negative) if len(told) == 1 and told <= {*known} and len(texts) > _FEW else frozenset()


def _day(texts: Mapping[str, int]) -> Form | None:
    texts = _without_a_word(texts)
    native = {text for text in texts if _NATIVE_DAY.fullmatch(days.bare(text)[0])}
    digits = {text: match for text in texts if (match := _NUMERIC_DAY.fullmatch(days.bare(text)[0]))}
    if native and points.share(texts, native) >= _MOSTLY:
        return Form("day")
    if digits and points.share(texts, set(digits)) >= _MOSTLY:
        order = _order([(int(match[1]), int(match[3])) for match in digits.values()])
        short = sum(len(match[4]) == 2 for match in digits.values())
        return Form("day", order=order, two_digits=short > 0)
    compact = {text for text in texts if days.COMPACT.fullmatch(text)}
    if len(compact) >= _FEWEST_COMPACT and len(compact) == len(texts):
        return Form("day") if all(days.read(text, "") is not None for text in compact) else None
    worded = {text for text in texts if _worded_day(text)}
    return Form("day") if worded and points.share(texts, worded) >= _MOSTLY else None


def _without_a_word(texts: Mapping[str, int]) -> Mapping[str, int]:
    """Leave out the one word that stands, again and again, for a day that is none: "in orbit"."""
    others = {text: times for text, times in texts.items() if not any(sign.isdigit() for sign in text)}
    rest = sum(texts.values()) - sum(others.values())
    repeated = len({text.strip().lower() for text in others}) == 1 and sum(others.values()) > 1
    return (
        {text: times for text, times in texts.items() if text not in others}
        if repeated and rest >= sum(others.values())
        else texts
    )


def _worded_day(text: str) -> bool:
    return len(text) <= LONGEST_CELL and _MAY_BE_DAY.search(text) is not None and days.worded(text) is not None


def _order(pairs: list[tuple[int, int]]) -> str:
    """Tell which stands first, day or month; where both fit everywhere nobody can."""
    first_is_month = sum(a <= 12 < b for a, b in pairs)
    first_is_day = sum(b <= 12 < a for a, b in pairs)
    if first_is_month and not first_is_day:
        return "mdy"
    return "dmy" if first_is_day and not first_is_month else ""


def _named(texts: Mapping[str, int]) -> Form | None:
    for kind in ("weekday", "month"):
        named = {text for text in texts if text.strip().rstrip(".").lower() in calendar(kind)}
        if named and points.share(texts, named) >= _MOSTLY and not _may_be_codes(named):
            return Form(kind)
    return None


def _may_be_codes(named: set[str]) -> bool:
    """Tell a few of two letters, which may be those of states (MA, MI, MO), from weekdays."""
    return len(named) < _FEWEST_CODES and max(map(len, named)) < 3


def _number(texts: Mapping[str, int], *, comma: bool) -> Form | None:
    """Read numbers, some of them with marks of footnotes; where all have one it may be a unit."""
    told = _each(texts, unmarked)
    bare = [text for text in texts if text in told]
    if told.keys() == texts.keys() or points.share(texts, {*bare}) < _BARE:
        return _signed(texts, comma=comma)
    form = _signed(told, comma=comma)
    return evolve(form, marked=True) if form is not None and not form.clock else _signed(texts, comma=comma)


def _each(texts: Mapping[str, int], read: Callable[[str], str]) -> Counter[str]:
    """Count what each text is read as."""
    told = Counter[str]()
    for text, times in texts.items():
        told[read(text)] += times
    return told


def _signed(texts: Mapping[str, int], *, comma: bool) -> Form | None:
    """Read numbers; those in brackets are below nought, where nothing has a minus sign."""
    told = _each(texts, signed)
    if told.keys() == texts.keys() or any(text.strip()[:1] in "-−" for text in texts):
        return _plainly(texts, comma=comma)
    form = _plainly(told, comma=comma)
    return evolve(form, brackets=True) if form is not None and not form.clock else _plainly(texts, comma=comma)


def _plainly(texts: Mapping[str, int], *, comma: bool) -> Form | None:
    point = "," if points.has_commas(texts, elsewhere=comma) or points.has_dots(texts, comma=comma) else "."
    numbers = {text for text in texts if plain(point).fullmatch(text)}
    if not numbers:
        return _clock(texts)
    if points.share(texts, numbers) < _MOSTLY and not _says_so(texts, numbers) and not _readable(texts, numbers, point):
        return None
    return _counted({text: texts[text] for text in numbers}, point)


def _says_so(texts: Mapping[str, int], numbers: set[str]) -> bool:
    """Tell whether all that is no number is one and the same word, again and again: "not recorded"."""
    others = {text.strip().lower(): times for text, times in texts.items() if text not in numbers}
    told = len(others) == 1 and not any(sign.isdigit() for text in others for sign in text)
    return told and min(others.values()) > 1 and points.share(texts, numbers) >= _WITH_A_WORD


def _clock(texts: Mapping[str, int]) -> Form | None:
    """Read times that something takes; beside "1:24:30" nobody knows whether "24:30" are minutes or hours."""
    told = {text: value for text in texts if (value := seconds(text)) is not None}
    if not told or points.share(texts, set(told)) < _MOSTLY:
        return None
    parts = Counter(map(clock, told)).most_common(1)[0][0]
    values = [value for text, value in told.items() if clock(text) == parts]
    return Form("number", negative=min(values) < 0, lowest=min(values), highest=max(values), clock=parts)


def _readable(texts: Mapping[str, int], numbers: set[str], point: str) -> bool:
    """Tell whether the other values are figures too, told in words: "about 600", "3-5"."""
    if points.share(texts, numbers) < Fraction(1, 10):
        return False
    form = Form("number", point=point)
    others = [text for text in texts if text not in numbers][:200]
    return all(len(text) <= LONGEST_CELL for text in others) and sum(
        cells.figure(text, form) is not None for text in others
    ) >= _MOSTLY * len(others)


def _counted(numbers: Mapping[str, int], point: str) -> Form:
    """Give the form of a column of numbers: how they are written, in what range they lie, and how far they are rounded."""
    values = [_counted_with(value) for text in numbers if (value := value_of(text, point)) is not None]
    whole = all(isinstance(value, int) for value in values)
    large = [value for value in values if value >= 100 or value <= -100]
    ending = sum(value % 100 == 0 for value in large) if whole else 0
    signs = Counter(sign for text in numbers for sign in _CURRENCIES if sign in text)
    sign = signs.most_common(1)[0][0] if signs else None
    return Form(
        "number",
        point=point,
        percent=sum("%" in text for text in numbers) * 2 > len(numbers),
        currency=None if sign is None else _CURRENCIES[sign],
        whole=whole,
        hundreds=len(large) >= 3 and ending * 100 > _TYPICAL * len(large),
        negative=any(value < 0 for value in values),
        lowest=Fraction(min(values)) if values else None,
        highest=Fraction(max(values)) if values else None,
        step=step_of(values) if whole else 1,
        years=whole and _are_years(values, numbers),
    )


def _are_years(values: Sequence[int | Fraction], numbers: Mapping[str, int]) -> bool:
    """Tell years among which next to none, but one at least, has a digit that slipped; of one digit alone it may be a code."""
    years = [int(value) for value in values if YEARS[0] <= value <= YEARS[1]]
    if len(years) < _FEWEST_YEARS or not 0 < len(values) - len(years) <= max(1, sum(numbers.values()) // _ONE_IN):
        return False
    told = {*map(str, years)}
    others = {text.strip(): times for text, times in numbers.items() if text.strip() not in told}
    few = sum(others.values()) <= max(1, sum(numbers.values()) // _ONE_IN)
    return few and all(text.isascii() and text.isdigit() and len({*text}) > 1 and _was_among(years, text) for text in others)


def _was_among(years: Sequence[int], text: str) -> bool:
    """Tell whether one digit that slipped made a text of a year from the first of these to the last."""
    return any(min(years) <= int(other) <= max(years) for other in digits.edits(text))


def step_of(values: Iterable[int | Fraction]) -> int:
    """Give what all of a column's whole numbers are multiples of, where they are so many that this shows a rounding."""
    told = {value.numerator for value in values if value}
    step = math.gcd(*told) if len(told) >= _FEWEST_STEPS else 1
    return step if step >= _COARSE else 1


def _counted_with(value: Fraction) -> int | Fraction:
    """Give whole numbers as integers, which are counted with ten times as fast."""
    return value.numerator if value.denominator == 1 else value


@cache
def marks_of_missing() -> frozenset[str]:
    """Give what tables write for a value that is missing, in lower case: "n/a", "-"."""
    return frozenset(word.lower() for word in lexicon.entries("cells")["missing"]["words"])
