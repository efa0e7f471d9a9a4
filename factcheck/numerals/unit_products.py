"""Units made of units: a unit and the text behind it -> the compound: "m/s²", "4 km squared", "kg m−3", "litres per km".

A compound is written as `factcheck.units` names it: ``meter/second^2``, ``kilogram*meter``, ``liter/kilometer``.
"""

from __future__ import annotations

from factcheck import lexicon
from factcheck.numerals import unit_words
from factcheck.patterns import pattern

Readings = tuple[str, ...]

_PER = pattern(r" ?(/) ?| per | (an?) |-(?:per|an?)-")
AGO = pattern(r" (?:<<ago>>|later|after)\b")
_POWER = pattern(r"\^\(?([2-4])\)?(?!\d)|([²³])(?!\d)| (squared|cubed)\b")
_TIMES = pattern(r" ?[·⋅*×] ?(?=[^\W\d])")
_INVERSE = pattern(r"[ ·⋅]?([^\W\d_]{0,3})(?:(?:\^\(?)?[−–]([1-4])\)?|\^\(?-([1-4])\)?|-([1-4])|⁻([¹²³⁴]))(?![\d/-])")
_RAISED = {"²": 2, "³": 3, "squared": 2, "cubed": 3, "¹": 1, "⁴": 4}
_TOLD_AGAIN = pattern(r" \([^()]{2,30}(?:mph|kph|kmh|km/h|knots|per hour)\)")
"""Behind a speed whose rate stands behind it: "220 km [(137 mph)] per hour"."""
_OF_STUFF = pattern(r" of [a-z-]+ (?=(?:an?|per) (?!second (?!when|from|through|into|over)[a-z]{4})[a-z])")
"""Behind a measure, what is measured before the time that it is told by: "40 litres [of fuel] an hour"."""
_NEXT, _POWERS, _DOTS = frozenset("/ -·⋅*×"), frozenset("^²³ "), frozenset("·⋅*×")
_MOST = 3
"""Units in one compound, beside the first."""


def raised(text: str, readings: Readings, end: int, stop: int) -> tuple[Readings, int]:
    """Take up a power behind a length: "4km^2", "4 km squared"."""
    power = _POWER.match(text, end, stop) if text[end : end + 1] in _POWERS else None
    if power is None or lexicon.entries("units").get(readings[0], {}).get("dimension") != "length":
        return readings, end
    return (_to_the(readings[0], power[1] or power[2] or power[3]),), power.end()


def rated(text: str, readings: Readings, end: int, stop: int) -> tuple[Readings, int]:
    """Take up what a measure is multiplied with or told by: "5 N·s", "10 litres per km", "52,000 barrels a day"."""
    for _ in range(_MOST):
        if text[end : end + 1] not in _NEXT:
            break
        found = _under(text, end, stop) or _times(text, end, stop) or _carried(text, end, stop)
        if found is None:
            break
        readings, end = tuple(f"{reading}{found[0]}" for reading in readings), found[1]
    if text.startswith(" of ", end) and (stuff := _of_stuff(text, end, stop)) is not None:
        return tuple(f"{reading}{stuff}" for reading in readings), end
    again = _TOLD_AGAIN.match(text, end, stop) if text[end : end + 2] == " (" else None
    under = _under(text, again.end(), stop) if again else None
    return (readings if under is None else tuple(f"{reading}{under[0]}" for reading in readings)), end


def _of_stuff(text: str, end: int, stop: int) -> str | None:
    """Read the time by which so much of a stuff is told, with the stuff between: "40 litres of fuel [an hour]"."""
    stuff = _OF_STUFF.match(text, end, stop)
    under = _under(text, stuff.end() - 1, stop) if stuff else None
    if under is None or lexicon.entries("units")[under[0][1:]]["dimension"] not in ("time", "months"):
        return None
    return under[0]


def inverse(text: str, unit: str, end: int, stop: int) -> tuple[str, int] | None:
    """Take up a negative power at a unit: "5 fb−1", "3 cm^-1"."""
    match = _INVERSE.match(text, end, stop) if text[end : end + 1] in _MINUS else None
    if match is None or match[1] or match[4]:  # "5 km-1" is a code
        return None
    return "1/" + _to_the(unit, match[2] or match[3] or match[5]), match.end()


def _under(text: str, end: int, stop: int) -> tuple[str, int] | None:
    """Read what stands below the line: behind a slash, in brackets too ("J/(kg K)"), or behind "per" or "a"."""
    per = _PER.match(text, end, stop)
    if per is None:
        return None
    if per[1] and text[per.end() : per.end() + 1] == "(":
        return _bracketed(text, per.end() + 1, stop)
    found = _powered(text, per.end(), stop, short=per[1] is not None)
    if found is None or (per[2] and AGO.match(text, found[1], stop)):
        return None
    return "/" + found[0], found[1]


def _bracketed(text: str, start: int, stop: int) -> tuple[str, int] | None:
    compound, at = "", start
    for _ in range(_MOST):
        found = _powered(text, at, stop, short=True)
        if found is None:
            return None
        compound, at = f"{compound}/{found[0]}", found[1]
        if text[at : at + 1] == ")":
            return compound, at + 1
        at += text[at : at + 1] in _NEXT
    return None


def _times(text: str, end: int, stop: int) -> tuple[str, int] | None:
    """Read a second unit behind a dot or a star, or one with a negative power behind a blank ("m s−2")."""
    inverse = _INVERSE.match(text, end, stop)
    if inverse is not None and inverse[1] and (text[end] != "-"):
        start, power = inverse.start(1), inverse[2] or inverse[3] or inverse[4] or inverse[5]
        found = unit_words.under(text, start, stop, short=True)
        return ("/" + _to_the(found[0], power), inverse.end()) if found and found[1] == inverse.end(1) else None
    dot = _TIMES.match(text, end, stop) if text[end] in _DOTS or text[end + 1 : end + 2] in _DOTS else None
    found = _powered(text, dot.end(), stop, short=True) if dot else None
    return ("*" + found[0], found[1]) if found else None


def _carried(text: str, end: int, stop: int) -> tuple[str, int] | None:
    """Read how far a weight is carried, which is told in both at once: "200 billion tonne [miles]"."""
    if text[end] not in _JOINTS or not text.endswith(_WEIGHTS, 0, end):
        return None
    found = unit_words.under(text, end + 1, stop, short=True)
    return (f"*{found[0]}", found[1]) if found and lexicon.entries("units")[found[0]]["dimension"] == "length" else None


def _powered(text: str, start: int, stop: int, short: bool) -> tuple[str, int] | None:
    """Read a unit with its power: "m^2", "s²", "s2", "second squared"."""
    found = unit_words.under(text, start, stop, short)
    if found is None:
        return None
    unit, end = found
    power = _POWER.match(text, end, stop) if text[end : end + 1] in _POWERS else None
    if power is not None:
        return _to_the(unit, power[1] or power[2] or power[3]), power.end()
    if short and text[end : end + 1] in ("2", "3") and not text[end + 1 : end + 2].isalnum():
        return _to_the(unit, text[end]), end + 1
    return unit, end


def _to_the(unit: str, power: str) -> str:
    exponent = _RAISED.get(power) or int(power)
    return unit if exponent == 1 else f"{unit}^{exponent}"


_MINUS = frozenset("−–^⁻")
_JOINTS, _WEIGHTS = frozenset(" -"), ("ton", "tonne")
