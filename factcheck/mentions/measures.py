"""Figures with a unit of measure: "5 miles", "3.5-metre", "8km", "57.2 F", "three weeks", "half an hour", "10 litres per km"."""

from __future__ import annotations

import re
from fractions import Fraction

from factcheck import lexicon, numerals
from factcheck.document import Span
from factcheck.mentions import NUMERAL, Mention
from factcheck.numerals import Numeral, ranges, unit_products, unit_sums, unit_words
from factcheck.patterns import pattern
from factcheck.values import evolve

KIND = "measure"
PRIORITY = 22

_OLD = pattern(r"[ -]olds?\b| of age\b|(?<=yo)\b")
_ON_SCALE = pattern(r" (?:on|in) (?:the )?(Celsius|Fahrenheit|[Cc]entigrade)(?: scale)?\b")
_BELOW_ZERO = pattern(r" below zero\b")
_MINUTES = pattern(r"[°º] ?(\d{1,2}(?:\.\d+)?)['’′](?: ?(\d{1,2}(?:\.\d+)?)(?:[\"”″]|''|′′))?")
_OFTEN = pattern(r" (?:times (?:an?|each|per)|per) ")
_SUSPENDED = pattern(
    r"-,? (?:(?:and|or|by) )?(?=[\da-z])|-by-(?=[\da-z])| [x×] (?=\d)| (?:and|or) (?=[\da-z])|, (?=\d+,? (?:and|or) \d)"
)
_SUSPENDED_MOST, _NEAR = 4, 30
_OR_MORE = pattern(r"(?: or (?:more|fewer|less|so|higher|lower|better)|-(?:plus|odd|some)|\+| <<further>>)(?= [a-z])")
_HEIGHT = pattern(r"(?:['’′] ?|-)(\d|1[01])(?:[\"”″]|''|(?=[\s,.;)]|\Z))")
_CLOSED = pattern(r"[.,;)](?!\d)|\Z| (?:and|tall|in)\b")
_HUNDRED = pattern(r"(?: ?/ ?| per )100[ -]?(?=[^\W\d])")
_IN_HALVES, _ARTICLES = frozenset({"time", "months", "length", "mass", "volume"}), ("a", "an")
_INCHES, _TALLEST, _LONGEST = 12, 99, 30


def anchors() -> list[str]:
    """Give numbers, and a unit with its article: "an hour and a half", and "a kg" where nothing else is said."""
    entries = [entry for entry in lexicon.entries("units").values() if entry["dimension"] in _IN_HALVES]
    names = [name for entry in entries for name in entry["names"] if name.isalpha()]
    short = [name for entry in entries for name in entry.get("abbreviations", ()) if name.isalpha() and name.isascii()]
    ones = [f"{article} {name}" for name in (*names, *short) for article in _ARTICLES]
    return [NUMERAL, *ones, *(f"{one} and" for one in ones)]


def read(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    """Read a number, or a range of two, with its unit; with "-old" behind it, it is an age.

    The old number of a change takes the unit of the new one ("from 21 to 23 miles").
    """
    if numeral is None:
        return _behind_article(text, start, stop)
    sign = text[numeral.end : numeral.end + 1]
    if sign in _DEGREES and (minutes := _MINUTES.match(text, numeral.end, stop)):
        return _angle(numeral, minutes)
    if sign in _FEET and (inches := _HEIGHT.match(text, numeral.end, stop)):
        return _height(numeral, int(inches[1]), inches.end())
    numeral, far = ranges.pair(text, numeral, stop)
    found = unit_words.behind(text, far or numeral, stop)
    if found is not None and unit_words.is_none(text, numeral.start, *found, stop):
        return None
    if found is None:
        return _or_more(text, numeral, stop, far) if far else _apart(text, numeral, stop)
    return _with_unit(text, numeral, far, *found, stop)


def _apart(text: str, numeral: Numeral, stop: int) -> Mention | None:
    """Read a number whose unit does not stand right behind it."""
    sign = text[numeral.end : numeral.end + 1]
    if numeral.vague or not (sign in _BEFORE_MORE or (sign == "," and text[numeral.end + 2 : numeral.end + 3].isdigit())):
        return None
    return (
        _suspended(text, numeral, stop)
        or _often(text, numeral, stop)
        or _or_more(text, numeral, stop)
        or _old_of_change(text, numeral, stop)
    )


def _with_unit(text: str, numeral: Numeral, far: Numeral | None, form: unit_words.Form, end: int, stop: int) -> Mention | None:
    """Read on behind a unit: the far end of a range, inches, smaller units of the same sum, a half."""
    begun = end
    if form.readings[0] == "foot" and (inches := _HEIGHT.match(text, end, stop)):  # "5-foot-11"
        return _height(numeral, int(inches[1]), inches.end())
    if far is None and not numeral.vague:
        far, end = _far(text, numeral, form, end, stop)
        if far is None:
            numeral, end = unit_sums.compounded(text, numeral, form, end, stop)
            if end == begun and text.endswith(("foot", "ft"), 0, end) and (more := _inches(text, end, stop)):
                return _height(numeral, int(more.value), more.end)
            numeral, end = unit_sums.with_half(text, numeral, end, stop)
    return _mention(text, numeral, far, form, end, stop)


def _behind_article(text: str, start: int, stop: int) -> Mention | None:
    """Read one unit and what is more: "an hour and a half", "a mile and 300 yards"; one alone is no figure beside other words."""
    whole = len(text) < _LONGEST and not text[:start].strip()
    if not whole and text.find(" and ", start, start + _LONGEST) < 0:
        return None
    end = start + (2 if text[start + 1].isalpha() else 1)
    one = Numeral(start, end, Fraction(1), Fraction(1, 2), spelled=True)
    found = unit_words.behind(text, one, stop)
    if found is None:
        return None
    numeral, end = unit_sums.compounded(text, one, *found, stop)
    numeral, end = unit_sums.with_half(text, numeral, end, stop)
    alone = whole and not text[end:].strip(" .")
    return _mention(text, numeral, None, found[0], end, stop) if alone or end > found[1] else None


def _inches(text: str, end: int, stop: int) -> Numeral | None:
    """Read the inches behind "foot" that no unit tells: "five foot two"."""
    joined = text[end : end + 1] in _BEFORE_MORE and text[end + 1 : end + 2].isalnum()
    more = numerals.read_unsigned(text, end + 1, stop) if joined else None
    if more is None or more.part or more.scale > 1 or more.value.denominator > 1 or not 0 < more.value < _INCHES:
        return None
    hyphened = text[end] == "-" and text[more.end : more.end + 1] == " "  # "a six-foot-four keeper"
    return more if hyphened or _CLOSED.match(text, more.end) else None


def _height(feet: Numeral, inches: int, end: int) -> Mention | None:
    """Give feet with inches that marks, hyphens or a blank part: 6'2", "5-foot-11", "five foot two"."""
    if feet.half.denominator > 2 or not 0 < feet.value <= _TALLEST:
        return None
    value, half = feet.value + Fraction(inches, _INCHES), Fraction(1, 2 * _INCHES)
    return Mention(KIND, Span(feet.start, end), evolve(feet, value=value, half=half, end=end), None, ("foot",))


def _angle(degrees: Numeral, match: re.Match[str]) -> Mention | None:
    """Read degrees with minutes and seconds of arc: 51°28'38"."""
    if degrees.half.denominator > 2:
        return None
    part = Fraction(match[1]) / 60 + Fraction(match[2] or 0) / 3600
    half = Fraction(1, 7200 if match[2] else 120)
    value = degrees.value + (part if degrees.value >= 0 else -part)
    return Mention(
        KIND, Span(degrees.start, match.end()), evolve(degrees, value=value, half=half, end=match.end()), None, ("degree",)
    )


def _mention(text: str, numeral: Numeral, far: Numeral | None, form: unit_words.Form, end: int, stop: int) -> Mention:
    readings = unit_words.meant(text, numeral, form, end)
    if form.short and (inverse := unit_products.inverse(text, readings[0], end, stop)):
        return Mention(KIND, Span(numeral.start, inverse[1]), numeral.measured, far and far.measured, (inverse[0],))
    if text.startswith((" below ", " on ", " in "), end) and readings[0] in _LEVELS:
        numeral, readings, end = _on_scale(text, numeral, readings, end, stop)
    readings, end = unit_products.raised(text, readings, end, stop)
    old = _OLD.match(text, end, stop) if form.kind == "duration" else None
    if form.kind == KIND:
        readings, end = unit_products.rated(text, readings, end, stop)
        if "100" in text[end : end + 8] and (hundred := _HUNDRED.match(text, end, stop)):
            numeral, readings, end = _by_hundreds(text, numeral, readings, end, hundred.end(), stop)
    kind = "age" if old else KIND if "/" in readings[0] else form.kind
    return Mention(kind, Span(numeral.start, old.end() if old else end), numeral.measured, far and far.measured, readings)


def _by_hundreds(
    text: str, numeral: Numeral, readings: tuple[str, ...], end: int, at: int, stop: int
) -> tuple[Numeral, tuple[str, ...], int]:
    """Take up what a measure is told by, if it is a hundred of it: "6.5 l/100km", "80 mg per 100 ml"."""
    found = unit_words.under(text, at, stop, short=True)
    if found is None:
        return numeral, readings, end
    rate = evolve(numeral, value=numeral.value / 100, half=numeral.half / 100)
    return rate, tuple(f"{reading}/{found[0]}" for reading in readings), found[1]


def _on_scale(
    text: str, numeral: Numeral, readings: tuple[str, ...], end: int, stop: int
) -> tuple[Numeral, tuple[str, ...], int]:
    """Take up what follows a temperature: "40 degrees below zero", "20 degrees on the Celsius scale"."""
    below = _BELOW_ZERO.match(text, end, stop)
    if below is not None and numeral.value > 0:
        return evolve(numeral, value=-numeral.value), readings, below.end()
    scale = _ON_SCALE.match(text, end, stop) if len(readings) > 1 else None
    if scale is None:
        return numeral, readings, end
    return numeral, (_LEVELS[1] if scale[1] == "Fahrenheit" else _LEVELS[0],), end


def _often(text: str, numeral: Numeral, stop: int) -> Mention | None:
    """Read how often something is done in a time: "78,000 times a minute", "20 per week"."""
    often = _OFTEN.match(text, numeral.end, stop)
    found = unit_words.under(text, often.end(), stop, short=False) if often else None
    if found is None or lexicon.entries("units")[found[0]]["dimension"] not in ("time", "months"):
        return None
    return Mention(KIND, Span(numeral.start, found[1]), numeral.measured, None, (f"1/{found[0]}",))


def _or_more(text: str, numeral: Numeral, stop: int, far: Numeral | None = None) -> Mention | None:
    """Read a number whose unit stands behind its bound, or behind what says which: "four or more years", "12 full weeks"."""
    end = (far or numeral).end
    bound = _OR_MORE.match(text, end, stop)
    found = unit_words.behind(text, evolve(numeral, end=bound.end()), stop) if bound else None
    whole = Span(numeral.start, end)
    return Mention(found[0].kind, whole, numeral.measured, far and far.measured, found[0].readings) if found else None


def _suspended(text: str, numeral: Numeral, stop: int) -> Mention | None:
    """Read a number whose unit stands at a later one: "two-, five- and 10-year notes", "five and 10-year", "30 x 21.5 x 2cm"."""
    second: Numeral | None = numeral
    for _ in range(_SUSPENDED_MOST):
        glue = _SUSPENDED.match(text, second.end, stop) if second else None
        second = numerals.read_unsigned(text, glue.end(), min(stop, glue.end() + _NEAR)) if glue else None
        if second is None or second.vague or second.part:
            return None
        crossed = glue is not None and glue[0][1:2] in _TIMES and second.value * _APART > numeral.value > second.value / _APART
        hyphen = text[second.end : second.end + 1] == "-"
        found = unit_words.behind(text, second, stop) if hyphen or crossed else None
        if found is not None and not hyphen and lexicon.entries("units")[found[0].readings[0]]["dimension"] != "length":
            return None  # "6 x 330 ml": so many of them
        if found is not None:
            kind = "age" if found[0].kind == "duration" and _OLD.match(text, found[1], stop) else found[0].kind
            return Mention(kind, Span(numeral.start, numeral.end), numeral.measured, None, found[0].readings)
    return None


def _old_of_change(text: str, numeral: Numeral, stop: int) -> Mention | None:
    change = ranges.changed(text, numeral, stop)
    found = unit_words.behind(text, change[1], stop) if change else None
    if change is None or found is None:
        return None
    readings = found[0].readings
    if found[0].kind == KIND:
        readings, _ = unit_products.rated(text, readings, found[1], stop)
    return Mention(found[0].kind, Span(change[0].start, change[0].end), change[0].measured, None, readings)


def _far(text: str, numeral: Numeral, form: unit_words.Form, end: int, stop: int) -> tuple[Numeral | None, int]:
    """Take up the far end of a range whose near one has its unit too: "44 mg to 50 mg"."""
    second = ranges.resumed(text, numeral, end, stop)
    found = unit_words.behind(text, second, stop) if second else None
    return (second, found[1]) if found and found[0].readings == form.readings else (None, end)


_TIMES, _APART = frozenset("x×"), 40
"""Signs between the sides of a thing, and how many times as long one can be as another: "4 x 400 m" are so many."""
_BEFORE_MORE = frozenset({" ", "-", "+"})
_FEET, _DEGREES = frozenset("'’′"), frozenset("°º")
_LEVELS = ("degree_Celsius", "degree_Fahrenheit")
