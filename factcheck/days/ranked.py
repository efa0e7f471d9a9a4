"""Times that are the how-manieth part of a greater one: "third quarter of 2016", "first Monday of May", "the 19th century".

Quarters and halves by their letters ("Q3 2024", "H1"), fiscal years, and the week of a day belong here too.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from factcheck.days import Days, Found, shifted, written, years
from factcheck.days.words import BLANKS, GAP, YEAR, any_of, names, ranks, table
from factcheck.patterns import pattern
from factcheck.values import evolve

_INTO = pattern(rf"(?:{GAP}|,{GAP}|-)(?:(?:of|in|for|from){GAP})?(?:the{GAP})?(?:year{GAP})?")
_CODE = pattern(r"(?:([QH])([1-4])|([1-4])([QH])((?:20)?\d\d)?)(?!\w)")
_CODE_BEHIND = pattern(rf"{BLANKS}([QH])([1-4])(?!\w)")
_PART_BEHIND = pattern(
    rf"(?:['’]s)?{GAP}(first|second|third|fourth|1st|2nd|3rd|4th|final)(?:{GAP}|-)(quarter|qtr|half)(?!\w|{GAP}of\b)"
)
_FISCAL = pattern(
    rf"(?i:fiscal(?:{GAP}year)?|financial{GAP}year|FY){BLANKS}(?:['’]?(?P<short>\d\d)(?![.,]?\d)|(?P<year>{YEAR}))|(?i:fiscal)(?={GAP}[a-z])"
)
_NEXT_YEAR = pattern(r"[-–/](?:\d\d)?(\d\d)(?![\w/–-])")
_FISCAL_BEHIND = pattern(rf"{GAP}(?:fiscal|financial){GAP}year\b")
_RANKED = pattern(
    rf"(?P<rank>\d\d?(?:<<th>>|ST|ND|RD|TH)|[A-Za-z]+)(?:{GAP}|-)(?P<noun>(?!(?:first|second|third)\b)[A-Za-z]+)(?!\w)"
)
_RANKED_COMPOUND = pattern(rf"(?P<rank>(?i:twenty)[ -][a-z]+)(?:{GAP}|-)(?P<noun>[A-Za-z]+)(?!\w)")
_CENTURY = pattern(
    rf"(?P<rank>\d\d?<<th>>|[A-Za-z]+(?:-[a-z]+)?)(?:{GAP}|-)[Cc]entury\b(?:{GAP}(?:(?P<before>B\.C\.(?:E\.)?|BCE?)|A\.D\.|C\.E\.|AD|CE)(?!\w))?"
)
_WEEK = pattern(rf"(?i:(week|weekend)){GAP}(of|beginning|starting|commencing){GAP}(?:on{GAP})?(?:the{GAP})?")
_ENDED = pattern(
    rf"(?:{GAP}(?:period|span|stretch))?{GAP}(?:(?:that{GAP})?end(?:ed|ing)|to|through){GAP}"
    rf"(?:(?:on|in){GAP})?(?:the{GAP})?(?:end(?:{GAP}of)?[ -])?"
)
_OVER = pattern(rf"{GAP}(?:(after{GAP}(?:the{GAP})?next)|before{GAP}last)\b")
_BESIDE = pattern(rf"{GAP}(before|after){GAP}(?:the{GAP})?")
_TO_DATE = pattern(r"(?: to |-to-)date\b")
_NUMBERED = pattern(rf"[Ww]eek{GAP}(\d\d?)(?![\w%]|[.,]\d)")
_ARTICLE = pattern(rf"\b(?:<<determiner>>|every|each|\w+[’']s){GAP}\Z", re.IGNORECASE)
Point = Callable[[str, int, int], Found | None]
_NAMED = pattern(rf"(?:Day|Easter|Thanksgiving|Christmas|[Bb]ank{GAP}[Hh]oliday){GAP}\Z")
"""What a weekend has its name from, which is another than the nearest: "Labor Day weekend"."""
SUMS = pattern(r"[$€£]|\b(?i:<<accounts>>|<<profits>>|<<sales>>)\b")
"""Near a half without a year: it is one of a year, and of no match."""
AROUND = 120
_LETTERS = {"Q": "quarter", "H": "half"}
_PARTS_OF_YEAR = {"quarter": 4, "half": 2}


def whole(text: str, at: int, stop: int) -> Found | None:
    """Read the greater time behind a part: a year, a month, a fiscal year, or a shifted one."""
    glue = _INTO.match(text, at, stop)
    if glue is None:
        return None
    behind = glue.end()
    found = _fiscal(text, behind, stop) or shifted.container(text, at, stop)
    if found is None and behind < stop:
        found = (years.read if text[behind].isdigit() else written.month_led)(text, behind, stop)
        found = found or years.spelled(text, behind, stop)
    return found if found and found[0].day is None and found[0].unit not in ("day", "weekend") else None


def read(text: str, at: int, stop: int) -> Found | None:
    """Read an ordinal with what it ranks, and the greater time that this is part of."""
    match = _ranks(_RANKED.match(text, at, stop)) or _ranks(_RANKED_COMPOUND.match(text, at, stop))
    if match is None:
        return None
    noun = match["noun"]
    if noun.lower() == "century":
        return _century(text, at, stop)
    rank = _rank(match["rank"])
    weekday, unit = names("weekday").get(noun), table("unit").get(noun.lower(), "")
    within = whole(text, match.end(), stop)
    if within is not None and not within[0].weekday:
        inner = Days(rank=rank, unit=unit, weekday=weekday, of=within[0], guess=within[0].guess)
        return (inner, within[1]) if _exists(inner) else None
    if unit == "quarter" and (1 <= rank <= 4 or rank == -1):
        closes = ended(text, match.end(), stop, unit, 1, written.month_led)
        if closes is not None and closes[0].part == "ended":  # "third quarter ended November 2": of a firm's own year
            return closes
        if match["rank"].lower() == "last":
            return Days(shift=-1, unit=unit, guess=True), match.end()
        return Days(rank=rank if rank > 0 else 4, unit=unit, guess=True), match.end()
    if unit == "half" and 1 <= rank <= 2 and SUMS.search(text, max(0, at - AROUND), min(stop, match.end() + AROUND)):
        return Days(rank=rank, unit=unit, guess=True), match.end()
    if weekday is not None and 1 <= rank <= 5 and not _ARTICLE.search(text, max(0, at - 8), at):
        return Days(rank=rank, weekday=weekday, of=Days(shift=0, unit="month"), guess=True), match.end()
    return None


def _ranks(match: re.Match[str] | None) -> re.Match[str] | None:
    """Give what names a rank and its noun, if this is a unit of time or a weekday."""
    return match if match and (match["noun"].lower() in table("unit") or match["noun"] in names("weekday")) else None


def _rank(word: str) -> int:
    return ranks().get(word.lower()) or int(re.sub(r"\D", "", word) or 0)


def _exists(days: Days) -> bool:
    return 1 <= (days.rank or 0) <= _PARTS_OF_YEAR.get(days.unit, 99) or days.rank == -1


def code(text: str, at: int, stop: int) -> Found | None:
    """Read "Q3 2024", "H1", "3Q", "2Q19"."""
    match = _CODE.match(text, at, stop)
    if match is None:
        return None
    unit, rank = _LETTERS[match[1] or match[4]], int(match[2] or match[3])
    if rank > _PARTS_OF_YEAR[unit]:
        return None
    within = (Days(2000 + int(match[5]) % 100), match.end()) if match[5] else whole(text, match.end(), stop)
    return Days(rank=rank, unit=unit, of=within[0] if within else None, guess=within is None), within[
        1
    ] if within else match.end()


def year_led(text: str, at: int, stop: int) -> Found | None:
    """Read a year with what makes it a fiscal one, or names a part of it: "2013 fiscal year", "2016 Q3", "2009 third quarter"."""
    end = at + 4
    ranked = _PART_BEHIND.match(text, end, stop) if text[at:end].isdigit() else None
    if ranked is not None:
        inner = Days(rank=_rank(ranked[1]), unit=table("unit")[ranked[2]], of=Days(int(text[at:end])))
        return (inner, ranked.end()) if _exists(inner) else None
    part = _CODE_BEHIND.match(text, end, stop) if text[at:end].isdigit() else None
    if part is not None and int(part[2]) <= _PARTS_OF_YEAR[_LETTERS[part[1]]]:
        return Days(rank=int(part[2]), unit=_LETTERS[part[1]], of=Days(int(text[at:end]))), part.end()
    fiscal = _FISCAL_BEHIND.match(text, end, stop) if text[at:end].isdigit() else None
    return (Days(int(text[at:end]), unit="fiscal", guess=True), fiscal.end()) if fiscal else None


def _fiscal(text: str, at: int, stop: int) -> Found | None:
    match = _FISCAL.match(text, at, stop)
    if match is None or not (match["year"] or match["short"]):
        return None
    year = Days(int(match["year"] or f"20{match['short']}"), unit="fiscal", guess=True)
    return over_new_year(text, year, match.end(), stop)


def over_new_year(text: str, year: Days, end: int, stop: int) -> Found:
    """Read the second of the two years that a fiscal year or a winter lies in: "FY 2019-20", "winter 2018/19"."""
    behind = _NEXT_YEAR.match(text, end, stop)
    if behind is None or year.year is None or int(behind[1]) != (year.year + 1) % 100:
        return year, end
    return evolve(year, to=evolve(year, year=year.year + 1)), behind.end()


def fiscal(text: str, at: int, stop: int) -> Found | None:
    """Read "fiscal 2024", "FY24", and a part of such a year before it is named: "fiscal third quarter"."""
    found = _fiscal(text, at, stop)
    match = _FISCAL.match(text, at, stop)
    if found or match is None:
        return found
    part = read(text, match.end() + 1, stop)
    return (evolve(part[0], guess=True), part[1]) if part else None


def week(text: str, at: int, stop: int, point: Point) -> Found | None:
    """Read the week that holds a day, a unit that ends on one, the unit after next, a numbered week, and the weekend.

    ``point`` reads the day.
    """
    match = _WEEK.match(text, at, stop)
    found = point(text, match.end(), stop) if match else None
    if match and found and found[0].day and match[2] != "of":
        return Days(unit="day", of=found[0], count=7, rank=1), found[1]
    if match and found and found[0].day:
        return Days(unit=match[1].lower(), of=found[0]), found[1]
    unit = _unit().match(text, at, stop)
    if unit is None:
        return None
    name, end = table("unit")[unit[1].lower()], unit.end()
    over = _OVER.match(text, end, stop)
    if over is not None:
        return Days(shift=2 if over[1] else -2, unit=name), over.end()
    running = _TO_DATE.match(text, end, stop)
    if running is not None:
        return Days(shift=0, unit=name, part="earlier", guess=True), running.end()
    beside = _BESIDE.match(text, end, stop) if name == "day" else None
    found = point(text, beside.end(), stop) if beside else None
    if beside is not None and found is not None and found[0].kind != "period":
        return Days(steps=(("day", 1 if beside[1] == "after" else -1),), of=found[0]), found[1]
    found = ended(text, end, stop, name, 1, point) or _numbered(text, at, stop)
    return found or (None if _NAMED.search(text, max(0, at - 14), at) else _weekend(name, unit))


def ended(text: str, end: int, stop: int, unit: str, many: int, point: Point) -> Found | None:
    """Read the day or month with which units end: "the year ended March 31", "three months to June"."""
    match = _ENDED.match(text, end, stop)
    found = point(text, match.end(), stop) if match and unit != "weekend" and (unit, many) != ("day", 1) else None
    if match is None or found is None or found[0].to:
        return None
    if not (found[0].month or (unit in ("week", "day") and found[0].kind == "weekday")):
        return None
    part = "ended" if "ended" in match[0] else ""
    unit, many = ("day", many * 7) if unit == "week" else (unit, many)
    return Days(unit=unit, of=found[0], count=many, rank=-1, part=part), found[1]


def _numbered(text: str, at: int, stop: int) -> Found | None:
    match = _NUMBERED.match(text, at, stop)
    within = whole(text, match.end(), stop) if match and 1 <= int(match[1]) <= 53 else None
    return (Days(rank=int(match[1]), unit="week", of=within[0]), within[1]) if match and within else None


def _weekend(name: str, unit: re.Match[str]) -> Found | None:
    return (Days(unit="weekend", shift=0, guess=True), unit.end()) if name == "weekend" and unit[1][-1] != "s" else None


def _century(text: str, at: int, stop: int) -> Found | None:
    match = _CENTURY.match(text, at, stop)
    if match is None:
        return None
    rank = _rank(match["rank"])
    if not 1 <= rank <= 30:
        return None
    return Days(-100 * rank if match["before"] else 100 * rank - 99, span=100), match.end()


@cache
def _unit() -> re.Pattern[str]:
    return pattern(rf"((?i:{any_of('unit')}))(?!\w)")
