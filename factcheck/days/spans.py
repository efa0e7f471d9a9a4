"""Times with what opens them and their far end: "since early 2016", "from May 3 to June 5", "between 2010 and 2015"."""

from __future__ import annotations

from functools import cache
from itertools import islice

from factcheck import lexicon
from factcheck.days import Days, Found, counted, points, years
from factcheck.days.words import BLANKS, GAP, table
from factcheck.numerals import Numeral
from factcheck.patterns import pattern
from factcheck.values import evolve

_FAR = pattern(rf"{GAP}(to|through|thru|until|till|and){GAP}(?:the{GAP})?|-(to|through)-|{BLANKS}[-–—]{BLANKS}")
_GLUES = {"between": ("and", "to", "-"), "from": ("to", "through", "thru", "until", "till", "-")}
_OPEN_GLUES = ("to", "through", "thru", "until", "till", "-")
_LEAD = 44
"""Code points before a time that are looked at."""
_MARKS = "(“\"'‘["
_ARTICLES = frozenset({"the", "year"})
_FILLERS = frozenset({"the", "at", "least", "about", "around"})
_PART = pattern(r"(<<early>>|(?:end|start|beginning) of)[ -](?=[A-Z12])")
_ONWARD = pattern(rf"{GAP}(?:onwards?\b|on(?=[,.;)]|\Z))")
_NOW = pattern(r"(?:now|the present|present)\b")
_VERB_BEHIND = pattern(rf"{GAP}(?:is|was|will|has been|had been|would|marks|marked)\b")
_DONE_TO = pattern(r"(?P<own>['’]s)?(?! (?:and|but|or|which|that|while)\b)(?: [^\W\d_]+){1,3} (?:<<is>>|<<has>> been)\b")
_WORD = pattern(r"[^\s(“\"'‘\[]\S*")
_TODAY = Days(unit="day", steps=(("day", 0),))
_RUNS = ("run", "lead", "led", "build", "built")
_OF_EVENT = {"by": "by", "before": "until", "after": "starting"}
"""How a time without a day opens or closes what is before or after an event in it, which may be on any of its days."""
_EVENT = pattern(r" ([^\W\d_]+)")
_AGENT = pattern(r"\b(?:[a-z]+ed|<<done>>) by the \Z")
"""Before an event that did something: "boosted by the [May 2005] release"."""
_PIECES = ("mid", "end", "early", "late")
_CURRENT = ("earlier", "later", "rest")
"""Pieces that only a current time has."""


def read(text: str, start: int, stop: int, numeral: Numeral | None = None) -> tuple[Days, int, int] | None:
    """Read the time at ``start``, with the words before it that open it; give it with its start and its end.

    ``numeral`` is the number that was read there.
    """
    found = points.read(text, start, stop, numeral)
    if found is None:
        return None
    days, end = found
    if days.count > 1:
        start = counted.lead(text, start)
    form, part, begin = _opened(text, start, days)
    if days.to is not None:
        return days, begin if form in _GLUES else start, end
    if form == "now":
        return evolve(_TODAY, to=days, guess=days.guess), begin, end
    if part:
        days = evolve(days, part=part, guess=True)
    far = _far_end(text, days, end, stop, form)
    if far is not None:
        return far[0], begin, far[1]
    onward = _ONWARD.match(text, end, stop) if form == "from" else None
    if onward is not None:
        return evolve(days, form="starting"), begin, onward.end()
    if form in _OF_EVENT and _is_of_event(text, start, end):
        if form == "by" and _AGENT.search(text, max(0, start - _LEAD), start):
            return days, start, end
        form = _OF_EVENT[form] if days.day is None else form
    if form in _GLUES or (form == "since" and (_VERB_BEHIND.match(text, end, stop) or _was_done_to(text, start, end))):
        return days, start - (len(part) + 1) * (text[start - 1] == "-" and part in _PIECES), end
    return (evolve(days, form=form) if form else days), begin, end


def _was_done_to(text: str, start: int, end: int) -> bool:
    """Tell whether a time only tells what something was done to since: "since the [2028] Games were awarded"."""
    done = _DONE_TO.match(text, end)
    return done is not None and (done["own"] is not None or text.endswith("the ", 0, start))


def _is_of_event(text: str, start: int, end: int) -> bool:
    """Tell whether a time only says which event something is before or after, or was done by: "after the [October] meeting"."""
    event = _EVENT.match(text, end) if text.endswith("the ", 0, start) else None
    return event is not None and event[1] not in lexicon.words("grammar", "stops")


def _opened(text: str, start: int, days: Days) -> tuple[str, str, int]:
    """Give the form and the piece that the words before a time make of it, and where they begin."""
    at = start - (text[start - 1 : start] in ("'", "’"))
    if text[at - 1 : at] == "-":
        piece = _piece_before(text, at)
        if not piece or (piece != "mid" and (days.day or days.weekday is not None or not (days.month or days.year))):
            return "", "", start
        form, _, opening = _opened(text, at - len(piece) - 1, evolve(days, part=piece))
        return form, piece, opening
    words = text[max(0, at - _LEAD) : at].lower().split()
    if not words or text[at - 1] not in " \n" or words[-1].lstrip(_MARKS) not in _last_words():
        return "", "", start
    part, left = _last(words, len(words), "part", _ARTICLES)
    form, first = _last(words, left, "form", _FILLERS)
    if words[first:left][:2] == ["up", "to"] and first and words[first - 1].startswith(_RUNS):  # "the run up to"
        form = ""
    if not (part or form) or (part and (days.day or days.weekday is not None or days.steps)):
        return "", "", start
    if part in _CURRENT and days.shift != 0:
        return "", "", start
    count = len(words) - (first if form else left)
    *_, begin = islice(reversed([*_WORD.finditer(text, max(0, at - _LEAD), at)]), count)
    return form, part, begin.start()


def _piece_before(text: str, at: int) -> str:
    """Give the piece of a time that a hyphen joins to it: "[mid]-May", "[end]-March"."""
    return next((piece for piece in _PIECES if text[max(0, at - len(piece) - 1) : at - 1].lower() == piece), "")


def _last(words: list[str], count: int, key: str, skipped: frozenset[str]) -> tuple[str, int]:
    """Give what the last of ``count`` words stand for, leaving out those that say nothing, and how many stand before them."""
    left = count
    while left and words[left - 1] in skipped:
        left -= 1
    for phrase, value in _phrases(key).get(words[left - 1].lstrip(_MARKS), ()) if left else ():
        size = len(phrase)
        if size == 1 or (size <= left and [words[left - size].lstrip(_MARKS), *words[left - size + 1 : left]] == phrase):
            return value, left - size
    return "", count


def _far_end(text: str, near: Days, end: int, stop: int, form: str) -> Found | None:
    """Read the far end of a span, and fill in what only one end says."""
    glue = _FAR.match(text, end, stop)
    if glue is None or (glue[1] or glue[2] or "-") not in _GLUES.get(form, _OPEN_GLUES):
        return None
    now = _NOW.match(text, glue.end(), stop) if form in _GLUES else None
    found = (_TODAY, now.end()) if now else _piece(text, glue.end(), stop) or points.read(text, glue.end(), stop)
    if found is None or not _is_span(near, found[0], glue[0], form):
        return None
    if not form and not near.month and years.is_counted(text, found[1], stop, near.year or 0):  # "1900 to 2000 boats"
        return None
    near, far = _filled(near, found[0])
    return evolve(near, to=far, guess=near.guess or far.guess), found[1]


def _piece(text: str, at: int, stop: int) -> Found | None:
    """Read a far end that is a piece of a time: "to mid-June", "and late 2016"."""
    piece = _PART.match(text, at, stop)
    found = points.read(text, piece.end(), stop) if piece else None
    if piece is None or found is None or found[0].kind != "period" or found[0].part or found[0].to:
        return None
    return evolve(found[0], part=table("part")[piece[1]], guess=True), found[1]


def _is_span(near: Days, far: Days, glue: str, form: str) -> bool:
    """Tell whether two times are the ends of one: in a list, or about a dash between clauses, they are two."""
    if form == "from" and near.steps and near.of is None and far.kind == "weekday":  # "from today until Friday"
        return True
    if far.to is not None or far.kind == "weekday" != near.kind or (near.kind == "weekday" != far.kind):
        return False
    if form in _GLUES:
        return True
    alike = _shape(near) == _shape(far)
    if near.kind == "weekday":
        return "through" in glue
    if near.year and far.year and not near.month and not far.month:
        return near.year < far.year
    return alike or (bool(near.month and far.month) and glue.strip() not in ("-", "–", "—"))


def _shape(days: Days) -> tuple[bool, ...]:
    return (days.month is None, days.day is None, days.weekday is None, days.unit == "")


def _filled(near: Days, far: Days) -> tuple[Days, Days]:
    if far.day and not far.month and near.month:
        far = evolve(far, month=near.month)
    turns = bool(near.month and far.month and near.month > far.month)
    if far.year and not near.year and near.month:
        near = evolve(near, year=far.year - turns)
    elif near.year and not far.year and far.month and not far.of:
        far = evolve(far, year=near.year + turns)
    if far.of and near.month and not near.year and not near.of:
        near = evolve(near, of=far.of)
    return near, far


@cache
def _phrases(key: str) -> dict[str, list[tuple[list[str], str]]]:
    """Give the words and phrases of ``key`` by their last word, the longest first, with what they stand for."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for phrase, value in sorted(table(key).items(), key=lambda entry: -len(entry[0].split())):
        found.setdefault(phrase.split()[-1], []).append((phrase.split(), value))
    return found


@cache
def _last_words() -> frozenset[str]:
    """Give the words directly before a time that can open it or tell a piece of it."""
    return frozenset({*_phrases("form"), *_phrases("part"), *_ARTICLES, *_FILLERS})
