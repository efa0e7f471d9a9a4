"""Figures that count the years since one told beside them: "10 years ago, in 2003", "50th anniversary of the 1962 flood".

A figure with its line goes in; how the text ties it to the year, the year, and the one up to which it counts come out. Ages
count, too ("45, born in 1963", "born in 1950, she died in 2010 at 60"), and so do lengths of time ("150 years since its founding
in 1875", "built in 1820, it is 205 years old").
"""

from __future__ import annotations

import re

from factcheck.claims import Line
from factcheck.claims.periods import then
from factcheck.mentions import Mention
from factcheck.patterns import pattern
from factcheck.values import frozen

_YEAR = rf"({then.YEAR})"
_IN_YEAR = rf"(?:in|on) {then.DAY}{_YEAR}"
_AGO = pattern(r"(?:[\d,]+|[A-Za-z]+(?:-[a-z]+)?) years ago\Z")
_AGO_IN = pattern(rf"(?:,| -| --| –| —)? (?:when,? )?(?:back )?{_IN_YEAR}")
_ABOUT = pattern(r"\b(?:<<about>>|over|than|or so) \Z", re.IGNORECASE)
_IN = pattern(rf"\b(?:[Ii]n|[Oo]n|[Ss]ince) {then.DAY}{_YEAR},? (?:[(–—-]+ ?)?\Z")
_ANNIVERSARY = pattern(
    rf" (?:[a-z]+ )?anniversary (?:of (?:[A-Z][a-z]{{2,8}}\.? \d{{1,2}}, {_YEAR}|(?:[\w’'-]+ ){{0,3}}{_YEAR} [a-z])"
    rf"|since [^.;:()]{{3,90}} in {then.DAY}{_YEAR})"
)
_OWN_ANNIVERSARY = pattern(
    rf" (?:anniversary|birthday)(?: in {then.DAY}{_YEAR}| (?:this|next|today)\b"
    r"| on (?:<<calendar: weekday>>|<<calendar: month>>)(?!\w)| ?[.,;]|\Z)"
)
_MADE_FOR = pattern(
    r"\b<<made-for>>"
    r" (?:for|on|to mark) the \Z"
)
"""Before an anniversary: it is that for which something was made that may be old by now."""
_NOW = pattern(
    r"\b(?:will|is the|<<marking>>|today|tomorrow|yesterday"
    r"|(?:this|next|last) (?:week|month|weekend)"
    r"|this year|(?:on|last|next|this) <<calendar: weekday>>)\b"
)
_FOUNDED = pattern(rf"\b(?i:<<founding>>)(?: (?:here|there|in (?:[A-Z][\w.-]+ ){{1,3}}))? ?{_IN_YEAR}")
_WAS = r",? (?:which )?(?:was|were) (?:first |originally )?"
_FOUNDED_BEHIND = pattern(
    rf"(?:(?: [a-z-]+){{1,3}}{_WAS}<<instituted>>|(?: [a-z-]+){{0,2}} <<built-things>>{_WAS}<<erected>>)"
    rf"(?: in (?:[A-Z][\w.-]+ ){{1,3}})? ?{_IN_YEAR}"
)
_THE = pattern(r"\b[Tt]h(?:e|is) \Z")
_WHOSE = pattern(r"\b(?:whose|had|would|when)\b")
_IT_IS = pattern(r"(?: by [^,;]{1,40})?, (?:it |the [a-z]+ )?(?:is|turns|turned)(?: now)? ")
_ITS = pattern(r"\b<<Possessive>> \Z")
_OLD = pattern(r".*\bold\Z")
_BORN = pattern(rf",? (?:(?:who|was|were|is|he|she|and) )*born (?:in (?:[A-Z]\w+ ){{1,3}})?{_IN_YEAR}")
_BORN_BEFORE = pattern(rf"\b[Bb]orn (?:[^,;:.()\d]{{1,40}} )?{_IN_YEAR}")
_PLACE = r"(?: (?:in|at|near) [\w ’'-]{1,30})?"
"""Where somebody was born."""
_NAMED = pattern(_PLACE + r", (?:the (?:[a-z-]+ )?[a-z-]+|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?), ")
_SHE = _PLACE + r",? (?:(?:and|who|he|she|[A-Z][\w’'-]+) ){0,2}(?:(?:recently|just|later) )?"
_AT = r"(?:at (?:the age of |age )?|aged )"
_TURNED = pattern(rf"{_SHE}(?:turn|turns|turned) ")
_DIED_AT = pattern(rf"{_SHE}<<ended>> {_AT}")
_DIED_IN_AT = pattern(rf"{_SHE}<<ended>>(?: [a-z]+){{0,3}} {_IN_YEAR},? {_AT}")
_IS_NOW = pattern(_PLACE + r", is(?: now)? ")
_CLOSES = pattern(r" ?(?:[.;)]|, (?:and|but) |\Z)")
_THEN_IN = pattern(rf" {_IN_YEAR}")
_NOW_SO_OLD = pattern(r" (?:this <<spells>>|today|on <<calendar: weekday>>)\b")
_IS = pattern(r",? (?:is|turns|turned)(?: now)? \Z")
_AGED = pattern(r"(?:\b[Aa]ged?|\bat|\b(?:<<of-an-age>>|driver) of|,) \Z")
_THEN = pattern(r"\b(?:died|dies|dead|death|killed|when|then|would|late|was to|turned|if)\b")
_COUNTED = pattern(r"\b(?:count|counting|counts|reckoning|claims?|claimed)\b")
"""Ages are counted otherwise in some lands, and some make themselves younger."""
_SPELL = pattern(rf" since (?:<<definite>> (?:[\w’'-]+ ){{1,4}}?{_IN_YEAR}|the {_YEAR} [a-z-]+(?: ?[.,;]|\Z))")
_SO_FAR = pattern(r"\b(?:ha(?:s|ve) been|is|are|<<marking>>|ha(?:s|ve) passed) (?:just |exactly )?\Z")
_AS_OF = pattern(rf"\A\W?In {_YEAR},? ")
_LOOK = 120
_LED = 40
_AROUND = 150


@frozen
class Since:
    """How a figure is tied to a year (``ago``, ``anniversary``, ``born``, ``elapsed``), the year, and up to which it counts.

    ``until`` is None where it counts up to the day of publication.
    """

    form: str
    year: int
    until: int | None = None


def of(line: Line, figure: Mention) -> Since | None:
    """Give from which year a figure counts; None where the text ties it to no year."""
    if figure.kind == "date":
        return _ago(line, figure)
    if figure.kind == "ordinal":
        return _anniversary(line, figure)
    if figure.kind == "duration":
        return _spell(line, figure)
    if figure.kind == "age":
        return _age(line, figure) or _age_behind(line, figure) or _age_of_thing(line, figure)
    if figure.kind == "number" and _AGED.search(*_before(line, figure)):
        return _age(line, figure) or _age_behind(line, figure)
    if figure.kind == "number" and _IS.search(*_before(line, figure)):
        return _age_behind(line, figure) or _age_of_thing(line, figure)
    return None


def _before(line: Line, figure: Mention) -> tuple[str, int, int]:
    """Give what stands right before a figure in its sentence, as an expression takes it."""
    return line.sentence.within, max(line.sentence.span.start, figure.start - _LED), figure.start


def _behind(line: Line, figure: Mention) -> tuple[str, int, int]:
    """Give what stands right behind a figure in its sentence, as an expression takes it."""
    return line.sentence.within, figure.span.end, min(line.sentence.span.end, figure.span.end + _LOOK)


def _years(line: Line) -> set[int]:
    """Give the years that a line's times tell."""
    return {mention.days.year for mention in line.mentions if mention.days is not None and mention.days.year is not None}


def _ago(line: Line, figure: Mention) -> Since | None:
    """Read "112 years ago, in 1945"."""
    text, span = line.sentence.within, figure.span
    start = max(line.sentence.span.start, span.start - _LED)
    if not _AGO.match(text, span.start, span.end) or _ABOUT.search(text, start, span.start):
        return None
    found = _AGO_IN.match(*_behind(line, figure)) or _IN.search(text, start, span.start)
    told_then = found is not None and _years(line) > {int(found[1])}  # "two years ago, in 2020," he said in 2022
    return Since("ago", int(found[1])) if found and not told_then else None


def _anniversary(line: Line, nth: Mention) -> Since | None:
    """Read "the 50th anniversary of the 1962 flood", "founded in 1975, it celebrates its 50th anniversary this year".

    It is that of the time of writing: told with the day or as to come, and in no year of its own.
    """
    if _MADE_FOR.search(*_before(line, nth)):
        return None
    found = _ANNIVERSARY.match(*_behind(line, nth))
    own = _OWN_ANNIVERSARY.match(*_behind(line, nth)) if not found and _ITS.search(*_before(line, nth)) else None
    founded = _founded(line, nth) if own else None
    since = int(found[1] or found[2] or found[3]) if found else int(founded[1]) if founded else None
    if own is not None and since is None:
        since = then.founded_before(line, nth.start)
    if since is None:
        return None
    if own is not None and own[1]:
        return Since("anniversary", since, int(own[1])) if _years(line) in ({since, int(own[1])}, {int(own[1])}) else None
    now = _years(line) <= {since} and _NOW.search(line.sentence.text) is not None
    return Since("anniversary", since) if now else None


def _founded(line: Line, figure: Mention) -> re.Match[str] | None:
    """Give the one year before a figure in which something is told to have begun: "built in 1820"."""
    told = line.sentence.within, line.sentence.span.start, figure.start
    found = [*_FOUNDED.finditer(*told)]
    return found[0] if len(found) == 1 and not _WHOSE.search(*told) else None


def _age(line: Line, figure: Mention) -> Since | None:
    """Read "45, born in 1963"; nobody is so old whose death is told, or who was so old in another year of the sentence."""
    found = _BORN.match(*_behind(line, figure))
    text, start, _ = _before(line, figure)
    if (
        found is None
        or _COUNTED.search(line.sentence.text)
        or _THEN.search(text, start, min(line.sentence.span.end, figure.span.end + _AROUND))
    ):
        return None
    born, age = int(found[1]), figure.numeral.value if figure.numeral is not None else None
    was_so_old = age is not None and any(age in (year - born, year - born - 1) for year in _years(line) - {born})
    return None if was_so_old else Since("born", born)


def _age_behind(line: Line, age: Mention) -> Since | None:
    """Read an age behind the year of birth: "born in 1950, he turned 75 in 2025", "she died in 2010 at 60", "Lee, 75, said"."""
    text, start, stop = line.sentence.within, line.sentence.span.start, age.start
    if _COUNTED.search(line.sentence.text):
        return None
    births = [*_BORN_BEFORE.finditer(text, start, stop)]
    birth = (int(births[0][1]), births[0].end()) if len(births) == 1 else None
    told = then.aged(line, birth, stop, age.span.end) if len(births) < 2 else None
    if told is not None and (_years(line) <= {*told} or then.IN_THEN.match(*_behind(line, age))):
        return Since("born", *told)
    if len(births) != 1:
        return None
    born, years = int(births[0][1]), _years(line)
    until = _until(line, age, births[0].end())
    if until is not None:
        return Since("born", born, until) if years == {born, until} else None
    if _TURNED.fullmatch(text, births[0].end(), stop) and _NOW_SO_OLD.match(*_behind(line, age)):
        return Since("born", born) if years == {born} else None
    if _IS_NOW.fullmatch(text, births[0].end(), stop) and _CLOSES.match(*_behind(line, age)):
        return Since("born", born) if years == {born} else None
    opens = text[start : births[0].start()].strip() == "" and text.startswith("Born", births[0].start())
    named = opens and _NAMED.fullmatch(text, births[0].end(), stop) and text.startswith(",", age.span.end)
    return Since("born", born) if named and years == {born} and not _THEN.search(line.sentence.text) else None


def _until(line: Line, age: Mention, birth: int) -> int | None:
    """Give the year in which who was born, as is told up to ``birth``, is told to have died at an age, or turned it."""
    text, gap = line.sentence.within, (birth, age.start)
    if (died := _DIED_IN_AT.fullmatch(text, *gap)) is not None:
        return int(died[1])
    told = _TURNED.fullmatch(text, *gap) or _DIED_AT.fullmatch(text, *gap)
    year = _THEN_IN.match(*_behind(line, age)) if told else None
    return int(year[1]) if year else None


def _age_of_thing(line: Line, age: Mention) -> Since | None:
    """Read "the church, built in 1820, is 205 years old", "founded in 1820, it turned 205", "the 205-year-old firm was"."""
    text = line.sentence.within
    old = _OLD.match(text, age.span.start, age.span.end) or (
        age.kind in ("number", "age") and _NOW_SO_OLD.match(*_behind(line, age))
    )
    if old and (told := then.stood(line, age.start, age.span.end)) is not None:
        return Since("elapsed", *told) if _years(line) <= {*told} else None
    founded = _founded(line, age) if old else None
    if founded is None or not _IT_IS.fullmatch(text, founded.end(), age.start):  # "built in 1820, has a bell 90 years old"
        founded = _FOUNDED_BEHIND.match(*_behind(line, age)) if old and _THE.search(*_before(line, age)) else None
    if founded is None:
        return None
    since = int(founded[1])
    return Since("elapsed", since) if _years(line) == {since} else None


def _spell(line: Line, length: Mention) -> Since | None:
    """Read "it has been 20 years since the 2005 flood", "In 2025, the club marks 150 years since its founding in 1875"."""
    if length.units == ("year",) and (told := then.lasted(line, length.start, length.span.end)) is not None:
        return Since("elapsed", *told) if _years(line) <= {*told} else None
    found = _SPELL.match(*_behind(line, length)) if length.units == ("year",) else None
    if found is None or not _SO_FAR.search(*_before(line, length)):
        return None
    as_of = _AS_OF.match(line.sentence.text)
    since, until = int(found[1] or found[2]), int(as_of[1]) if as_of else None
    return Since("elapsed", since, until) if _years(line) == {since, until or since} else None
