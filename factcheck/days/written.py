"""Days, months and years as they are written out: "Tuesday, Jan. 11", "30 April 2025", "May 3-5", "June 2024", "the 1990s"."""

from __future__ import annotations

import re
from functools import cache

from attrs import evolve

from factcheck import lexicon, numerals
from factcheck.days import Days, Found, shifted
from factcheck.days.words import BLANKS, GAP, YEAR, alternatives, clashing, decades, day_numbers, names, table

_LED = re.compile(
    r"\b(?:in|since|of|by|from|until|till|during|through|to|before|after|and|between|or|late|early|mid)[ \u00a0\n-]\Z|\(\Z", re.I
)
_COUNTED = rf"{GAP}[a-z]*(?:s|men|people|children)\b(?<!\bwas)(?<!\bis)(?<!\bhas)(?<!\bthis)"
_IS_COUNTED = re.compile(_COUNTED)
_ON = re.compile(rf"\b(?:on|by|until|since|from|before|after|through|for){GAP}the{GAP}\Z", re.IGNORECASE)
_ALONE = re.compile(
    rf"(?:\d\d?(?:st|nd|rd|th))(?=[.,;:)!?]|\Z|{GAP}(?:and|or|but|to|until|when|after|before|at|in|for|with|as|that)\b)"
)
_ERA = re.compile(rf"(\d{{1,4}})(?:{GAP}|)(?:(B\.?C\.?(?:E\.?)?)|A\.?D\.?|C\.?E\.?)(?!\w)")
_YEAR = re.compile(rf"(?P<year>{YEAR})(?![:/-]\d)(?!{GAP}(?:percent|per cent|million|billion|trillion)\b)")
_YEARS = re.compile(r"(?P<whole>[12]\d\d0)['’]?s\b|(?P<short>[1-9]0)['’]?s\b")
_SPELLED = re.compile(rf"(?:,?{GAP}(?:of{GAP}|in{GAP})?)(?=(?:eighteen|nineteen|twenty|two{GAP}thousand)\b)")
_AFTER_ZERO = re.compile(rf"(?:{GAP}|-)(?:zero|oh|o)(?:{GAP}|-)(one|two|three|four|five|six|seven|eight|nine)\b")
_FIRST, _LAST = 1500, 2100
"""What four digits without a scale can be as a year."""


def month_led(text: str, at: int, stop: int) -> Found | None:
    """Read a day of a month, or a month, with its year."""
    match = _month_day().match(text, at, stop)
    if match is not None and (found := _day(text, match, stop)):
        return found
    match = _month().match(text, at, stop)
    if match is None:
        return None
    days, end = Days(month=names("month")[match["month"]]), match.end("month")
    found = _year_of(text, end, stop, match) or shifted.container(text, end, stop)
    if found is not None and found[0].unit in ("", "year"):
        year, end = found
        return evolve(days, year=year.year) if year.year else evolve(days, of=year), end
    sure = match["month"] not in clashing("month") or _LED.search(text, max(0, at - 9), at)
    return (days, end) if sure else None


def weekday_led(text: str, at: int, stop: int) -> Found | None:
    """Read a weekday, with its date or the week it is in."""
    match = _weekday().match(text, at, stop)
    if match is None:
        return None
    weekday = names("weekday")[match["weekday"]]
    behind = match.end()
    if match["glue"]:
        found = (number_led if text[behind].isdigit() else month_led)(text, behind, stop) if behind < stop else None
        found = found or _ordinal_day(text, behind, stop)
        if found and found[0].kind in ("date", "period") and found[0].day and not found[0].weekday:
            return evolve(found[0], weekday=weekday), found[1]
    if match["weekday"] in clashing("weekday"):
        return None
    found = shifted.container(text, match.end("weekday"), stop)
    if found is not None and found[0].unit == "week":
        return Days(weekday=weekday, of=found[0]), found[1]
    return Days(weekday=weekday), match.end("weekday")


def number_led(text: str, at: int, stop: int) -> Found | None:
    """Read a day of a month ("30 April 2025", "the 11th"), or a year."""
    match = _day_month().match(text, at, stop)
    if match is not None and (found := _day(text, match, stop)):
        return found
    return year(text, at, stop) or _day_of(text, at, stop)


def ordinal_led(text: str, at: int, stop: int) -> Found | None:
    """Read a day whose number is a word: "the twenty-first of May"."""
    match = _day_month().match(text, at, stop)
    return (match and _day(text, match, stop)) or _day_of(text, at, stop)


def year(text: str, at: int, stop: int) -> Found | None:
    """Read a year, a decade ("1990s", "'90s") or a year of an era ("44 BC"); digits that count something are none."""
    match = _YEARS.match(text, at, stop)
    if match is not None and (match["whole"] or text[at - 1 : at] in ("'", "’") or match[0][2:3] in ("'", "’")):
        return Days(int(match["whole"] or f"19{match['short']}"), span=10), match.end()
    match = _ERA.match(text, at, stop)
    if match is not None:
        return Days(-int(match[1]) if match[2] else int(match[1])), match.end()
    match = _YEAR.match(text, at, stop)
    if match is None or not _FIRST <= int(match["year"]) <= _LAST:
        return None
    if _IS_COUNTED.match(text, match.end(), stop) and not _LED.search(text, max(0, at - 9), at):
        return None
    month = _month_behind().match(text, match.end(), stop)
    if month is not None:
        return Days(int(match["year"]), names("month")[month[1]]), month.end()
    return Days(int(match["year"])), match.end()


def spelled_year(text: str, at: int, stop: int) -> Found | None:
    """Read a year in words: "nineteen ninety-nine", "two thousand and eighteen"."""
    first = numerals.read(text, at, stop)
    if first is None or first.vague or first.value.denominator != 1:
        return None
    value, end = int(first.value), first.end
    tens = _AFTER_ZERO.match(text, end, stop) if 18 <= value <= 20 else None
    decade = _decade().match(text, end, stop) if 18 <= value <= 20 else None
    if decade is not None:
        return Days(value * 100 + decades()[decade[1].lower()], span=10), decade.end()
    if tens is not None:
        return Days(value * 100 + day_numbers()[tens[1].lower()]), tens.end()
    second = numerals.read(text, end + 1, stop) if 18 <= value <= 20 and end + 1 < stop and text[end] in " -" else None
    if second is not None and second.spelled and 10 <= second.value <= 99:
        value, end = value * 100 + int(second.value), second.end
    return (Days(value), end) if _FIRST <= value <= _LAST else None


def _day(text: str, match: re.Match[str], stop: int) -> Found | None:
    """Turn the parts into days; None where no month has such a day, or the number counts something."""
    day = _number(match["day"])
    if not 1 <= day <= 31:
        return None
    days, end = Days(None, names("month")[match["month"]], day), match.end()
    if match["far"] is None and _counts(text, match, stop):
        return None
    far = _number(match["far"]) if match["far"] else None
    found = _year_of(text, end, stop, match)
    if found is not None:
        days, end = evolve(days, year=found[0].year), found[1]
    if far is None:
        return days, end
    if not day < far <= 31:
        return None if match.re is _day_month() else (Days(None, days.month, day), match.end("day"))
    listed = match["glue"].strip() in ("and", "or", "&") and far > day + 1
    return evolve(days, to=Days(days.year, days.month, far), guess=listed), end


def _counts(text: str, match: re.Match[str], stop: int) -> bool:
    """Tell whether a number behind a month counts something: "in June 12 ships sank", but "on June 12 ships sank"."""
    if match.end("day") != match.end() or _IS_COUNTED.match(text, match.end(), stop) is None:
        return False
    return re.search(r"\b[Ii]n[ \u00a0\n]\Z", text[max(0, match.start() - 4) : match.start()]) is not None


def _year_of(text: str, end: int, stop: int, match: re.Match[str]) -> Found | None:
    """Read the year behind a day or a month."""
    found = _year_behind().match(text, end, stop)
    if found is not None:
        return Days(int(found["year"] or f"20{found['short']}")), found.end()
    spelled = _SPELLED.match(text, end, stop)
    return spelled_year(text, spelled.end(), stop) if spelled else None


def _day_of(text: str, at: int, stop: int) -> Found | None:
    """Read a day without a month: "the 20th of next month", "on the 11th"."""
    span = _day_span().match(text, at, stop)
    within = shifted.container(text, span.end(), stop) if span else None
    if span and within and within[0].unit == "month" and _number(span["day"]) < _number(span["far"]) <= 31:
        near, far = (Days(day=_number(span[name]), of=within[0]) for name in ("day", "far"))
        return evolve(near, to=far), within[1]
    match = _ordinal().match(text, at, stop)
    if match is None or not text[max(0, at - 4) : at].lower().endswith(("the ", "the\n")):
        return None
    found = shifted.container(text, match.end(), stop)
    if found is not None and found[0].unit == "month":
        return Days(day=_number(match[1]), of=found[0]), found[1]
    alone = _ALONE.match(text, at, stop) if _ON.search(text, max(0, at - 14), at) else None
    return (Days(day=_number(match[1])), alone.end()) if alone and _number(match[1]) <= 31 else None


def _ordinal_day(text: str, at: int, stop: int) -> Found | None:
    """Read the day behind a weekday: "Friday the 13th"."""
    match = _ordinal().match(text, at, stop) if text[:at].endswith(("the ", "the\n")) else None
    return (Days(day=_number(match[1])), match.end()) if match and 1 <= _number(match[1]) <= 31 else None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else day_numbers()[" ".join(word.lower().split())]


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"(?P<weekday>{alternatives('weekday')})(?!\w)(?P<glue>,?{GAP}(?:on{GAP})?(?:the{GAP})?)?")


@cache
def _parts() -> dict[str, str]:
    """Give the pieces of a day's expression: the day, the far day of a span within the month, the month."""
    number = rf"(?:\d\d?|(?i:{lexicon.alternatives(day_numbers())}))"
    ending = r"(?:st|nd|rd|th)?(?![:%]|\.\d|,\d{3}(?!\d)|\w)"
    glue = rf"(?P<glue>{BLANKS}[-–—]{BLANKS}|{GAP}(?:to|through|thru|until|till|and|or|&){GAP}(?:the{GAP})?)"
    return {
        "day": rf"(?P<day>{number}){ending}",
        "far": rf"(?:{glue}(?P<far>{number}){ending}",
        "month": rf"(?P<month>{alternatives('month')})(?![^\W\d])",
        "number": rf"({number}){ending}",
    }


@cache
def _month_day() -> re.Pattern[str]:
    parts = _parts()
    uncounted = rf"(?!{_COUNTED})(?!{BLANKS}(?:{alternatives('month')}))"
    return re.compile(rf"{parts['month']}(?:(?:{GAP}|[-/])(?:the{GAP})?|(?=\d)){parts['day']}{parts['far']}{uncounted})?")


@cache
def _day_month() -> re.Pattern[str]:
    parts = _parts()
    return re.compile(rf"{parts['day']}{parts['far']})?(?:{GAP}(?:of{GAP})?|[-/]){parts['month']}")


@cache
def _decade() -> re.Pattern[str]:
    return re.compile(rf"(?:{GAP}|-)({lexicon.alternatives(decades())})\b")


@cache
def _month() -> re.Pattern[str]:
    return re.compile(_parts()["month"] + r"(?!\d)")


@cache
def _month_behind() -> re.Pattern[str]:
    return re.compile(rf"{GAP}({'|'.join(set(names('month')) - clashing('month'))})(?!\w|{GAP}\d)")


@cache
def _day_span() -> re.Pattern[str]:
    return re.compile(rf"{_parts()['day']}{_parts()['far']})")


@cache
def _ordinal() -> re.Pattern[str]:
    return re.compile(_parts()["number"])


@cache
def _year_behind() -> re.Pattern[str]:
    return re.compile(rf"(?:{BLANKS},?{GAP}(?:(?:of|in){GAP}(?:the{GAP}year{GAP})?)?|,|[-/])(?P<year>{YEAR})|,?{GAP}['’](?P<short>\d\d)(?!\w)")
