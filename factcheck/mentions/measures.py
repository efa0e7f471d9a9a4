"""Figures with a unit of measure: "5 miles", "3.5-metre", "8km", "57.2 F", "three weeks", "half an hour", "10 litres per km"."""

from __future__ import annotations

import re
from fractions import Fraction

from attrs import evolve

from factcheck import lexicon, numerals, units
from factcheck.document import Span
from factcheck.mentions import NUMERAL, Mention
from factcheck.numerals import Numeral, ranges, unit_words
from factcheck.patterns import pattern

KIND = "measure"
PRIORITY = 22

_JOINTS = pattern(r"(,?)[ \u00a0]?(?:and[ \u00a0])?(?=[\da-z])")
_OLD = pattern(r"[ \u00a0-]olds?\b|[ \u00a0]of age\b|(?<=yo)\b")
_PER = pattern(r"[ \u00a0]?(/)[ \u00a0]?|[ \u00a0]per[ \u00a0]|[ \u00a0](an?)[ \u00a0]|-(?:per|an?)-")
_AGO = pattern(r"[ \u00a0](?:ago|earlier|before|later|after)\b")
_POWER = pattern(r"\^([23])(?!\d)|[ \u00a0](squared|cubed)\b")
_TURNED = pattern(
    r"\b(?:[Rr]otat|[Tt]urn|[Tt]ilt|[Bb]end|[Bb]ent|[Aa]ngle|[Ll]ean|[Ll]atitude|[Ll]ongitude)\w*[ \u00a0](?:\w+[ \u00a0]){0,2}\Z"
)
_ANGLE = pattern(r"[ \u00a0-](?:angles?|turns?|north|south|east|west|latitude|longitude|view|vision|camera|rotation|pivot)\b")
_HEIGHT = pattern(r"(?:['’′]|-)(\d|1[01])(?:[\"”″]|''|(?=[\s,.;)]|\Z))")
_INCHES, _TALLEST = 12, 99
_PARTS = 3
"""Units that one figure is written in, at most ("6 hours, 32 minutes and 12 seconds")."""


def anchors() -> list[str]:
    """Give numbers."""
    return [NUMERAL]


def read(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    """Read a number, or a range of two, with its unit; with "-old" behind it, it is an age.

    The old number of a change takes the unit of the new one ("from 21 to 23 miles").
    """
    if numeral is None:
        return None
    if text[numeral.end : numeral.end + 1] in _FEET and (inches := _HEIGHT.match(text, numeral.end, stop)):
        return _height(numeral, inches)
    numeral, far = ranges.pair(text, numeral, stop)
    found = unit_words.behind(text, far or numeral, stop)
    if found is None:
        return None if far or numeral.vague else _old_of_change(text, numeral, stop)
    form, end = found
    if form.readings[0] == "foot" and (inches := _HEIGHT.match(text, end, stop)):  # "5-foot-11"
        return _height(numeral, inches)
    if far is None and not numeral.vague:
        far, end = _far(text, numeral, form, end, stop)
        if far is None:
            numeral, end = _compounded(text, numeral, form, end, stop)
    return _mention(text, numeral, far, form, end, stop)


def _height(feet: Numeral, inches: re.Match[str]) -> Mention | None:
    """Read feet and inches that marks or hyphens part: 6'2", "5-foot-11"."""
    if feet.half.denominator > 2 or not 0 < feet.value <= _TALLEST:
        return None
    value, half = feet.value + Fraction(int(inches[1]), _INCHES), Fraction(1, 2 * _INCHES)
    return Mention(KIND, Span(feet.start, inches.end()), evolve(feet, value=value, half=half, end=inches.end()), None, ("foot",))


def _mention(text: str, numeral: Numeral, far: Numeral | None, form: unit_words.Form, end: int, stop: int) -> Mention:
    readings = _readings(text, numeral, form, end)
    readings, end = _raised(text, readings, end, stop)
    old = _OLD.match(text, end, stop) if form.kind == "duration" else None
    if old is None:
        readings, end = _rated(text, form.kind, readings, end, stop)
    kind = "age" if old else KIND if "/" in readings[0] else form.kind
    return Mention(kind, Span(numeral.start, old.end() if old else end), numeral.measured, far and far.measured, readings)


def _old_of_change(text: str, numeral: Numeral, stop: int) -> Mention | None:
    change = ranges.changed(text, numeral, stop)
    found = unit_words.behind(text, change[1], stop) if change else None
    if change is None or found is None:
        return None
    readings, _ = _rated(text, found[0].kind, found[0].readings, found[1], stop)
    return Mention(found[0].kind, Span(change[0].start, change[0].end), change[0].measured, None, readings)


def _far(text: str, numeral: Numeral, form: unit_words.Form, end: int, stop: int) -> tuple[Numeral | None, int]:
    """Take up the far end of a range whose near one has its unit too: "44 mg to 50 mg"."""
    second = ranges.resumed(text, numeral, end, stop)
    found = unit_words.behind(text, second, stop) if second else None
    return (second, found[1]) if found and found[0].readings == form.readings else (None, end)


def _compounded(text: str, numeral: Numeral, form: unit_words.Form, end: int, stop: int) -> tuple[Numeral, int]:
    """Take up smaller units behind the first: "3 feet 5 inches" are 41/12 feet."""
    unit, last = form.readings[0], numeral
    for _ in range(_PARTS - 1):
        gap = _JOINTS.match(text, end, stop) if last.half.denominator <= 2 else None
        second = numerals.read(text, gap.end(), stop) if gap and gap.end() > end else None
        second = second or (numerals.read(text, end, stop) if text[end : end + 1].isdigit() else None)
        found = unit_words.behind(text, second, stop, unit) if second else None
        if gap is None or second is None or found is None or second.scale > 1 or second.part or second.value < 0:
            break
        smaller = found[0].readings[0]
        share = _share(smaller, unit)
        if share is None or second.value * share >= 1 or (gap[1] and not _goes_with(unit, smaller)):
            break
        whole = _share(smaller, form.readings[0]) or share
        numeral = evolve(numeral, value=numeral.value + second.value * whole, half=second.half * whole, end=second.end)
        unit, last, end = smaller, second, found[1]
    return numeral, end


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


def _readings(text: str, numeral: Numeral, form: unit_words.Form, end: int) -> tuple[str, ...]:
    """Give what the unit can mean here: "degrees" behind "rotated" are no temperature."""
    if form.readings[-1] == "degree" and len(form.readings) > 1:
        before = text[max(0, numeral.start - 30) : numeral.start]
        if _TURNED.search(before) or _ANGLE.match(text, end):
            return ("degree",)
    return form.readings


def _raised(text: str, readings: tuple[str, ...], end: int, stop: int) -> tuple[tuple[str, ...], int]:
    """Take up a power: "4km^2", "4 km squared"."""
    power = _POWER.match(text, end, stop) if text[end : end + 1] in ("^", " ") else None
    if power is None or lexicon.entries("units")[readings[0]]["dimension"] != "length":
        return readings, end
    raised = f"{readings[0]}^{power[1] or (2 if power[2] == 'squared' else 3)}"
    return (raised,), power.end()


def _rated(text: str, kind: str, readings: tuple[str, ...], end: int, stop: int) -> tuple[tuple[str, ...], int]:
    """Take up what a measure is told by: "10 litres per km", "52,000 barrels a day"; "5 days a week" stay days."""
    for _ in range(2):
        per = _PER.match(text, end, stop) if kind == KIND and text[end : end + 1] in _BEFORE_RATE else None
        found = unit_words.under(text, per.end(), stop, short=per[1] is not None) if per else None
        if per is None or found is None or (per[2] and _AGO.match(text, found[1], stop)):
            break
        readings, end = tuple(f"{reading}/{found[0]}" for reading in readings), found[1]
    return readings, end


_FEET = frozenset("'’′")
_BEFORE_RATE = frozenset("/ \u00a0-")
