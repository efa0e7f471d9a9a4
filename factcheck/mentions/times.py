"""Times of day: "2 p.m.", "10:30", "7 to 9 p.m.", "1430 GMT", "nine o'clock", "half past six", "at ten in the evening".

The number counts hours since midnight; where nothing tells which half of the day is meant, it is the hour as told.
"""

from __future__ import annotations

import re
from fractions import Fraction

from factcheck import numerals
from factcheck.days import words
from factcheck.document import Span
from factcheck.mentions import NUMERAL, Mention
from factcheck.numerals import Numeral, behind_names, leading, ranges
from factcheck.patterns import pattern
from factcheck.values import evolve

KIND = "time"
PRIORITY = 8

_CLOCK = pattern(
    r"(?P<hour>\d{1,2})(?:(?P<mark>[:.])(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?(?![\d]|[:.]\d)"
    r"(?: ?(?P<half>[aApP])(?:\.[mM]\b\.?|[mM]\b))?"
)
_FOUR = pattern(
    r"(?:(?=\d{4} ?[A-Z])|(?=0\d{3} ?h)|(?=\d{4} local)|(?=\d{4}(?: to | and |-)[0-2]))"
    r"(?P<hour>[01]\d|2[0-3]|24(?=00))(?P<minute>[0-5]\d)"
    r"(?: ?(?:<<clock-zones>>|hours|hrs|h)\b|(?=(?: to | and |-)[0-2]\d[0-5]\d ?(?:<<clock-zones>>|hours|hrs)\b))"
)
_STRETCH = pattern(
    r"(?P<hour>\d{1,2})(?:(?P<mark>[:.])(?P<minute>[0-5]\d))?(?P<glue> ?[-–] ?| (?:to|until|till) )"
    r"(?P<far>\d{1,2})(?:(?P<second>[:.])(?P<minutes>[0-5]\d))?(?!\d|[:.]\d)(?: ?(?P<half>[aApP])(?:\.[mM]\b\.?|[mM]\b))?"
)
_HALF = pattern(r"[ -]?([aApP])(?:\.[mM]\b\.?|[mM]\b)| o['’]clock\b| noon\b")
_PART_OF_HOUR = pattern(r"(?:[Aa] )?([Qq]uarter|[Hh]alf)(?= (?:past|to) )")
_PAST = pattern(r" (past|to) (?=[a-z\d])")
_AT = pattern(r"\b(?:[Aa]t|[Bb]y|[Uu]ntil|[Tt]ill|[Bb]efore|[Aa]fter|[Ss]ince|[Aa]round|<<about>>)(?: about)? \Z")
_PART = pattern(r" (?:in the (?P<in>morning|afternoon|evening)|at night)\b")
_CLOSED = pattern(r"[,.;:)](?!\d)|\Z| (?:<<grammar: stops>>|o['’]clock)\b")
_ZONE = pattern(r" <<clock-zones>>\b")
_RUN = pattern(r"(\d{1,2}):([0-5]\d)\.(\d{1,3})(?![\w:]|\.\d)")
_OF_NAME = pattern(r"[A-Z][a-z]+ (?!<<calendar: weekday>>\b|<<calendar: month>>\b)[A-Z][a-z]")
_LETTERS = pattern(r"[A-Za-z]+")
_NOON, _DAY, _NEAR = 12, 24, 9


def anchors() -> list[str]:
    """Give numbers, and the words for hours."""
    parts = (f"{part} {way}" for part in ("a quarter", "quarter") for way in ("past", "to"))
    return [NUMERAL, "half past", *parts, *words.table("hour")]


def read(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    """Read a time of the clock, or a stretch between two; hours alone need "a.m.", "p.m." or "o'clock"."""
    if numeral is None and (part := _PART_OF_HOUR.match(text, start, stop)) is not None:
        numeral = Numeral(
            start, part.end(), Fraction(1, 2 if part[1] in "Half half" else 4), Fraction(0), spelled=True, part=True
        )
        return _in_words(text, numeral, stop)
    if numeral is None:
        return _named(text, start, stop)
    if numeral.vague:
        return None
    if not numeral.spelled and not behind_names.is_verse(text, numeral) and (clock := _on_clock(text, start, stop)):
        return clock
    if told := _in_words(text, numeral, stop):
        return told
    if not _may_be_led_on(text, numeral.end) or numeral.value > _NOON or numeral.value.denominator > 1:
        return None
    first, far = ranges.pair(text, numeral, stop)
    half = _HALF.match(text, (far or first).end, stop)
    if half is None or first.value < 1 or (far is not None and far.value > _NOON):
        return None
    ends = [n and _hours(n.start, half.end(), n.value, half[1]) for n in (first, far)]
    return Mention(KIND, Span(start, half.end()), ends[0], ends[1], ("hour",))


def _named(text: str, start: int, stop: int) -> Mention | None:
    """Read "noon" and "midnight"; with a capital they are a name, unless a sentence begins with them."""
    word = _LETTERS.match(text, start, stop)
    hour = words.table("hour").get(word[0].lower()) if word else None
    inside = start > 1 and text[start - 2].isalnum()
    named = text[start].isupper() and (inside or _OF_NAME.match(text, start, stop) is not None)
    if word is None or hour is None or named:
        return None
    return Mention(KIND, Span(start, word.end()), Numeral(start, word.end(), Fraction(hour), Fraction(0)), None, ("hour",))


def _in_words(text: str, numeral: Numeral, stop: int) -> Mention | None:
    """Read minutes past or to an hour ("half past six", "a quarter to nine"), or an hour with the part of the day."""
    if text[numeral.end : numeral.end + 1] != " " or text[numeral.end + 1 : numeral.end + 2] not in _LEADING_ON:
        return None
    past = _PAST.match(text, numeral.end, stop)
    hour = numerals.read_unsigned(text, past.end(), stop) if past else numeral
    part = _PART.match(text, hour.end, stop) if hour is not None else None
    if hour is None or not (past or part) or hour.value.denominator > 1 or not 1 <= hour.value <= _NOON:
        return None
    if hour.vague or hour.scale > 1:
        return None
    led = _AT.search(text, max(0, numeral.start - 20), numeral.start) is not None
    value = hour.value
    if past is not None:
        minutes = _minutes(numeral)
        if minutes is None or not (led or past[1] == "past") or not (part or _CLOSED.match(text, hour.end, stop)):
            return None
        value += minutes if past[1] == "past" else -minutes
    elif part is None or not led:
        return None
    end = part.end() if part else hour.end
    half = None if part is None else "a" if part["in"] == "morning" else "p"
    return Mention(KIND, Span(numeral.start, end), _hours(numeral.start, end, value, half), None, ("hour",))


def _minutes(numeral: Numeral) -> Fraction | None:
    """Give the part of an hour that is told as minutes: "half", "a quarter", "twenty"."""
    if numeral.part:
        return numeral.value if numeral.value in _PARTS else None
    return numeral.value / 60 if numeral.spelled and numeral.value in _FIVES else None


def _may_be_led_on(text: str, end: int) -> bool:
    """Tell at a glance whether half a day, or the far end of a stretch, can follow behind a number."""
    sign = text[end : end + 1]
    return sign in _BEHIND and (sign != " " or text[end + 1 : end + 2] in _OPENING)


def _on_clock(text: str, start: int, stop: int) -> Mention | None:
    """Read digits of a clock: "10:30", "7.05am", "1430 GMT"."""
    if (run := _RUN.match(text, start, stop)) is not None:
        return _timed(run)
    near = text[start : start + _NEAR]
    if (":" in near or "." in near) and (stretch := _stretch(text, start, stop)) is not None:
        return stretch
    match = _FOUR.match(text, start, stop) or _CLOCK.match(text, start, min(stop, start + 14))
    if match is None:
        return None
    parts = match.groupdict()
    half = parts.get("half")
    if not half and parts.get("mark") != ":" and not (parts["minute"] and "mark" not in parts) and not _is_dotted(text, match):
        return None
    hour = int(parts["hour"])
    if hour > _DAY or (half and hour > _NOON):
        return None
    value = hour + Fraction(int(parts["minute"] or 0), 60) + Fraction(int(parts.get("second") or 0), 3600)
    numeral = _hours(start, match.end(), value, half)
    return Mention(KIND, Span(start, match.end()), numeral, None, ("hour",))


def _stretch(text: str, start: int, stop: int) -> Mention | None:
    """Read a stretch of time one end of which has minutes: "9:00-10:30 a.m.", "19:30-21:00", "7.30 to 9 p.m."."""
    match = _STRETCH.match(text, start, stop)
    if match is None or not (match["minute"] or match["minutes"]):
        return None
    half, marks, hours = match["half"], {match["mark"], match["second"]}, (int(match["hour"]), int(match["far"]))
    if not half and (marks != {":"} or match["glue"].strip().isalpha()):
        return None
    if max(hours) > (_NOON if half else _DAY) or (half and min(hours) < 1):
        return None
    times = [hour + Fraction(int(minute or 0), 60) for hour, minute in zip(hours, match.group("minute", "minutes"), strict=True)]
    near, far = (_hours(start, match.end(), time, half) for time in times)
    if half and near.value > far.value:  # "11:30-1 p.m."
        near = evolve(near, value=(near.value + _NOON) % _DAY)
    if match["glue"].strip().isalpha() and leading.led(text, near) == "from":
        end = match.start("glue")
        return Mention(KIND, Span(start, end), evolve(near, end=end), None, ("hour",))
    return Mention(KIND, Span(start, match.end()), near, far, ("hour",))


def _timed(run: re.Match[str]) -> Mention:
    """Give what a clock with parts of a second measured: "ran the mile in 3:58.2"."""
    part = Fraction(1, 60 * 10 ** len(run[3]))
    value = int(run[1]) + Fraction(int(run[2]), 60) + int(run[3]) * part
    return Mention(
        "duration", Span(run.start(), run.end()), Numeral(run.start(), run.end(), value, part / 2, True), None, ("minute",)
    )


def _is_dotted(text: str, match: re.Match[str]) -> bool:
    """Tell whether a point parts hours from minutes though no "a.m." tells so: "at 7.30 GMT"."""
    return match["mark"] == "." and _ZONE.match(text, match.end()) is not None


def _hours(start: int, end: int, value: Fraction, half: str | None) -> Numeral:
    """Give the hours from midnight; noon is 12, and 12 a.m. is 0."""
    if half is not None:
        value = value % _NOON + (_NOON if half in "pP" else 0)
    return Numeral(start, end, value, Fraction(0))


_PARTS = frozenset({Fraction(1, 2), Fraction(1, 4)})
_FIVES = frozenset(map(Fraction, range(5, 30, 5)))
_LEADING_ON = frozenset("ptia")
_BEHIND = frozenset(" -–apAP")
_OPENING = frozenset("apAPontby-–~")
