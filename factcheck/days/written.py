"""Days and months as they are written out: "Tuesday, Jan. 11", "30 April 2025", "May 3-5", "June 2024", "on the 11th"."""

from __future__ import annotations

import re
from functools import cache

from factcheck import lexicon
from factcheck.days import Days, Found, forms, shifted, weeks_off, years
from factcheck.days.words import GAP, alternatives, clashing, day_numbers, is_led_as_name, is_of_name, names, ranks
from factcheck.patterns import pattern
from factcheck.values import evolve

_RANKS = pattern(
    r"[ -](?!(?:of|at|in|and|to|when|as|for|after|before|until|till|through|or|but|with|by|from|on)\b)"
    r"(?!(?:<<pronoun>>|the|an?)\b)(?:[a-z]|(?:[A-Z]\.){2})"
)
_ON = pattern(rf"\b(?:on|by|until|since|from|before|after|through|for){GAP}the{GAP}\Z", re.IGNORECASE)
_ALONE = pattern(rf"(?:\d\d?<<th>>)(?=[.,;:)!?]|\Z|{GAP}(?:and|or|but|to|until|when|after|before|at|in|for|with|as|that)\b)")
_WORD = pattern(r"[^\W\d_]+(?:-[a-z]+)?")
_LETTERS = pattern(r"[^\W\d_]+(?!\w)")
_FOLLOWING = pattern(rf"[A-Za-z]+(?:[ -]<<nth>>)?{GAP}([A-Za-z]+\.?)")
_JOINING = frozenset({"of", "to", "and", "or", "through", "until", "till"})
_ENDS = pattern(r"[.,;!?]|\s*\Z")
_NAMED = pattern(r" [A-Z][a-z]")
_MINISTER, _NARROWING = frozenset({"May", "MAY"}), frozenset({"March", "May"})
_FIRST_NAME = pattern(r"\b([A-Z][a-z]+)\.? \Z")
_OF_MINISTER = frozenset({"government", "cabinet", "administration", "ministry", "team", "camp", "era"})
_OWNED = pattern(r"(?:\b(?i:<<determiner>>|early|late|previous)|['’]s?) \Z")
_NOUN = pattern(r" ([a-z]{3,})(?![\w’'])")
_GLUE = pattern(rf"(?:{GAP}(?:morning|afternoon|evening|night))?(?:{GAP}(?P<bracket>\()|,?{GAP}(?:on{GAP})?(?:the{GAP})?)")
_DAY_BEHIND = pattern(rf"{GAP}(?:the{GAP})?(?:\d\d?(?!\d)|[a-z]+)|[-/]?\d")
_TOLD = pattern(rf",{GAP}(?:a{GAP})?|{GAP}\((?:an?{GAP})?")
_LISTED = pattern(r", (?:and|or|[A-Z\d])")  # one more day: "July 18, Friday, July 25"
_CLOSING = ("", ",", ".", ";", ":", ")")
_DASHES, _SPANNING = ("-", "–"), (" - ", " – ", " to ", " through ", " until ")
_SPELLED = pattern(rf"(?:,?{GAP}(?:of{GAP}|in{GAP})?)(?=(?:eighteen|nineteen|twenty|two{GAP}thousand)\b)")


def month_led(text: str, at: int, stop: int) -> Found | None:
    """Read a day of a month, or a month, with its year."""
    name, end = _name(text, at, stop)
    if name not in names("month"):
        return None
    day = forms.month_day().match(text, at, stop) if _DAY_BEHIND.match(text, end, stop) else None
    if day is not None and not _is_minister(text, name, at, day["day"]) and (found := _day(text, day, stop)):
        return found
    days = Days(month=names("month")[name])
    found = year_of(text, end, stop) or shifted.container(text, end, stop) or shifted.year_ago(text, end, stop)
    if found is not None and found[0].unit in ("", "year"):
        year, end = found
        return evolve(days, year=year.year) if year.year else evolve(days, of=year), end
    return (days, end) if name not in clashing("month") or _is_month(text, name, at, end) else None


def _is_minister(text: str, name: str, at: int, day: str) -> bool:
    """Tell whether "May" with a number word behind it is a person's name: "Theresa May two days before"."""
    before = _FIRST_NAME.search(text, max(0, at - 20), at) if name in _MINISTER and day.isalpha() else None
    return before is not None and before[1] not in names("weekday") and day.lower() not in ranks()


def _is_month(text: str, name: str, at: int, end: int) -> bool:
    """Tell whether a word that can be another or a name ("March", "May", "Jan") is a month where it stands."""
    if text.startswith(("'s", "’s"), end):
        return name not in _MINISTER
    if len(name) < len("June") and name not in _MINISTER and _NAMED.match(text, end):  # "by Jan Lee"
        return False
    if name not in _MINISTER and text.endswith("for ", 0, at):
        return True
    if years.LED.search(text, max(0, at - 9), at) or _narrows(text, name, at, end):
        return True
    beside = text[end : end + 1] in _DASHES or text[at - 1 : at] in _DASHES or text.startswith(_SPANNING, end)
    return beside and (_to_month().match(text, end) or _from_month().search(text, max(0, at - 11), at)) is not None


def _narrows(text: str, name: str, at: int, end: int) -> bool:
    """Tell whether a month only narrows the noun behind it: "the March meeting", "its May profit", not "the March began"."""
    if name not in _NARROWING or text[at - 1 : at] != " " or not _OWNED.search(text, max(0, at - 7), at):
        return False
    noun = _NOUN.match(text, end)
    if noun is None or noun[1] in _OF_MINISTER or noun[1].endswith("ed"):
        return False
    return noun[1] not in lexicon.words("grammar", "stops") and noun[1] not in lexicon.words("grammar", "past")


@cache
def _from_month() -> re.Pattern[str]:
    return pattern(rf"\b(?:{alternatives('month')})[-–]\Z")


@cache
def _to_month() -> re.Pattern[str]:
    far = rf"(?:{alternatives('month')})"
    return pattern(rf"[-–]{far}(?!\w)|{GAP}(?:[-–]|to|through|until){GAP}{far},?{GAP}(?:of{GAP})?[12]\d{{3}}(?!\w)")


def weekday_led(text: str, at: int, stop: int) -> Found | None:
    """Read a weekday, with its date or the week it is in."""
    name, end = _name(text, at, stop)
    if name not in names("weekday"):
        return None
    if name in clashing("weekday") and is_led_as_name(text, at):
        return None
    weekday = names("weekday")[name]
    glue = _GLUE.match(text, end, stop)
    found = _behind_weekday(text, glue.end(), stop) if glue else None
    closed = glue is None or glue["bracket"] is None or (found is not None and text.startswith(")", found[1]))
    if found and closed and found[0].day and found[0].kind in ("date", "period") and not found[0].weekday:
        return evolve(found[0], weekday=weekday), found[1]
    if name in clashing("weekday") or is_of_name(text, at, end, stop):
        return None
    found = shifted.container(text, end, stop)
    if found is not None and found[0].unit == "week":
        return Days(weekday=weekday, of=found[0]), found[1]
    return weeks_off.over(text, weekday, end, stop) or (Days(weekday=weekday), end)


def _name(text: str, at: int, stop: int) -> tuple[str, int]:
    """Give the word at a place, with its full stop where that is part of it, and its end."""
    match = _LETTERS.match(text, at, stop)
    if match is None:
        return "", at
    end = match.end()
    shortened = text[end : end + 1] == "." and end < stop and f"{match[0]}." in _shortened()
    return (f"{match[0]}.", end + 1) if shortened else (match[0], end)


def _behind_weekday(text: str, behind: int, stop: int) -> Found | None:
    """Read the day behind a weekday: in digits, in words, or of a month."""
    if text[behind : behind + 1].isdecimal():
        return number_led(text, behind, stop) or _ordinal_day(text, behind, stop)
    word = _WORD.match(text, behind, stop)
    if word is None:
        return None
    if word[0] in names("month"):
        return month_led(text, behind, stop)
    if word[0].partition("-")[0].lower() not in day_numbers():
        return None
    return ordinal_led(text, behind, stop) or _ordinal_day(text, behind, stop)


def number_led(text: str, at: int, stop: int) -> Found | None:
    """Read a day of a month ("30 April 2025", "the 11th"), or a year."""
    match = forms.day_month().match(text, at, stop)
    if match is not None and (found := _day(text, match, stop)):
        return found
    return years.read(text, at, stop) or _day_of(text, at, stop)


def ordinal_led(text: str, at: int, stop: int) -> Found | None:
    """Read a day whose number is a word: "the twenty-first of May"."""
    following = _FOLLOWING.match(text, at, stop)
    if following is None or (following[1] not in _JOINING and following[1] not in names("month")):
        return None
    match = forms.day_month().match(text, at, stop)
    return (match and _day(text, match, stop)) or _day_of(text, at, stop)


def _day(text: str, match: re.Match[str], stop: int) -> Found | None:
    """Turn the parts into days; None where no month has such a day, or the number counts something."""
    day = _number(match["day"])
    if not 1 <= day <= 31:
        return None
    days, end = Days(None, names("month")[match["month"]], day), match.end()
    if match["far"] is None and _counts(text, match, stop):
        return None
    far = _number(match["far"]) if match["far"] else None
    found = year_of(text, end, stop)
    if found is not None:
        days, end = evolve(days, year=found[0].year), found[1]
    within = shifted.container(text, end, stop) if found is None else None
    if within is not None and within[0].unit == "year":
        days, end = evolve(days, of=within[0]), within[1]
    if far is None:
        return _with_weekday(text, days, end, stop)
    if far < day and forms.is_led_from(text, match.start()):  # told the wrong way round: "between May 23 and 17"
        return evolve(days, to=Days(days.year, days.month, far, of=days.of)), end
    if not day < far <= 31:
        return None if match.start("day") < match.start("month") else (Days(None, days.month, day), match.end("day"))
    listed = match["glue"].strip() in ("and", "or", "&") and far > day + 1
    return evolve(days, to=Days(days.year, days.month, far, of=days.of), guess=listed), end


def _with_weekday(text: str, days: Days, end: int, stop: int) -> Found:
    """Take up the weekday that is told of a day behind it: "12 November 2021, a Friday", "April 30 (Wednesday)"."""
    told = _TOLD.match(text, end, stop)
    name, at = _name(text, told.end(), stop) if told else ("", end)
    if told is None or name not in names("weekday") or text[at : at + 1] not in ((")",) if "(" in told[0] else _CLOSING):
        return days, end
    if told[0].strip() == "," and (days.weekday is not None or _LISTED.match(text, at, stop)):
        return days, end
    return evolve(days, weekday=names("weekday")[name]), at + ("(" in told[0])


def _counts(text: str, match: re.Match[str], stop: int) -> bool:
    """Tell whether a number behind a month counts something: "in June 12 ships sank", but "on June 12 ships sank"."""
    if match.end("day") != match.end() or years.IS_COUNTED.match(text, match.end(), stop) is None:
        return False
    return re.search(r"\b[Ii]n \Z", text[max(0, match.start() - 4) : match.start()]) is not None


def year_of(text: str, end: int, stop: int) -> Found | None:
    """Read the year behind a day or a month."""
    found = forms.year_behind().match(text, end, stop)
    if found is not None:
        return Days(int(found["year"] or f"20{found['short']}")), found.end()
    spelled = _SPELLED.match(text, end, stop)
    return years.spelled(text, spelled.end(), stop) if spelled else None


def _day_of(text: str, at: int, stop: int) -> Found | None:
    """Read a day without a month: "the 20th of next month", "on the 11th"."""
    span = forms.day_span().match(text, at, stop)
    within = shifted.container(text, span.end(), stop) if span else None
    if span and within and within[0].unit == "month" and _number(span["day"]) < _number(span["far"]) <= 31:
        near, far = (Days(day=_number(span[name]), of=within[0]) for name in ("day", "far"))
        return evolve(near, to=far), within[1]
    closed = _ALONE.match(text, span.start("far"), stop) if span and span["far"] and forms.is_led_from(text, at) else None
    if span and closed and span[0][-1].isalpha() and _number(span["day"]) < _number(span["far"]) <= 31:
        return Days(day=_number(span["day"]), to=Days(day=_number(span["far"]))), closed.end()  # "from the 4th to the 22nd"
    match = forms.ordinal().match(text, at, stop)
    ranked = match is not None and (match[0][-1:].isalpha() or text[max(0, at - 4) : at].lower().endswith("the "))
    if match is None or not ranked:
        return None
    found = shifted.container(text, match.end(), stop)
    if found is not None and found[0].unit == "month":
        return Days(day=_number(match[1]), of=found[0]), found[1]
    alone = _ALONE.match(text, at, stop) if _ON.search(text, max(0, at - 14), at) else None
    return (Days(day=_number(match[1])), alone.end()) if alone and _number(match[1]) <= 31 else None


def _ordinal_day(text: str, at: int, stop: int) -> Found | None:
    """Read the day behind a weekday: "Friday the 13th", but not "on Friday, the first [cut] since May"."""
    match = forms.ordinal().match(text, at, stop) if text[at].isdigit() or text.endswith("the ", 0, at) else None
    if match is None or (match[0].isdigit() and not text.endswith("the ", 0, at)) or _RANKS.match(text, match.end(), stop):
        return None
    if not (match[1].isdigit() or match[1].lower() in ranks() or _ENDS.match(text, match.end(), stop)):
        return None  # "Tuesday, the two groups"
    return (Days(day=_number(match[1])), match.end()) if 1 <= _number(match[1]) <= 31 else None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else day_numbers()[" ".join(word.lower().split())]


@cache
def _shortened() -> frozenset[str]:
    return frozenset(name for key in ("month", "weekday") for name in names(key) if name.endswith("."))
