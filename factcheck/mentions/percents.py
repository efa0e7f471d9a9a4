"""Percentages and percentage points: "12 percent", "5.3%", "2 percentage points", "half a percentage point"."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from factcheck import lexicon, numerals
from factcheck.document import Span
from factcheck.lexicon import Phrases
from factcheck.mentions import NUMERAL, Mention
from factcheck.numerals import Numeral, moving, ranges, sides
from factcheck.patterns import pattern

KIND = "percent"
PRIORITY = 30

POINTS = ("percentage_point", "basis_point")
_POINT = pattern(r"point\b")
_POINTS = pattern(r"points?\b")
_OF_SHARES = pattern(
    r"(?:margin of (?:sampling )?error(?:[^.;]|\.(?=\d)){1,60}|"
    r"(?:%|per ?cent)(?:[^.;\d]{0,3}|[^.;\d]{0,40},) (?:up|down|an? (?:<<rises>>|cut|loss) of) (?:<<about>> )?"
    r"|(?:%|per ?cent)[^\n]{0,60}\b(?:led|leads?|ahead|trail(?:s|ed|ing)?)\b[^.;\d]{0,30} by (?:<<about>> )?)\Z"
)
"""Before points that are percentage points: of a margin of error, or how far a share went."""
_AHEAD = pattern(r"points? <<ahead-or-behind>>\b")
_TO_SHARE = pattern(r"points?,? (?:to|from) (?:(?:a|the) range of |between |<<about>> )?\d+(?:\.\d+)? ?(?:%|per ?cent|pct)")
_POLLED = pattern(r"(?:(?:%|per ?cent)(?: [^\n.;:,\d]{1,40})?,|\b[Pp]olls?\b[^\n.;\d]{0,60}) (?:<<about>> )?\Z")
_POLLING_BEFORE = pattern(r"\b(?:<<surveys>>|<<electorates>>)\b(?:[^.!?\n]|\.(?=\d|[A-Z]\b)){0,110}\Z")
_POLLING_BEHIND = pattern(r"(?:[^.!?\n]|\.(?=\d)){0,110}?\b(?:<<surveys>>|<<electorates>>)\b")
_PLAYED = pattern(r"\b<<scored-in-points>>\b")
_MARGIN = pattern(r"[- ]points? (?:[A-Za-z][a-z-]+ )?<<margins>>\b")
_TWO_SHARES = pattern(r"(?:%|per ?cent)\b[^\n%]{0,80}(?:%|per ?cent)(?!\w)[^\n]{0,50}\Z")
"""Before the points between two shares: "35 percent of one sort and 20 percent of another. That is a [15]-point gap"."""
_A = pattern(r"(?:%|per ?cent)(?: [^\n.;:,\d]{1,40})?, an? (?:<<about>> )?\Z")
_MOVE = pattern(r"-points? (?:<<rises>>|cut)\b")
"""Around what a share moved by: "to 19 percent from 27 percent, a [five]-point drop"."""
_GONE = pattern(r"\b(?:by|of|to|at|from) (?:<<about>> )?\Z")
_TO_SHARES = pattern(
    r"points?(?: <<margins>>)?(?:,| \() ?\d+(?:\.\d+)? ?(?:%|per ?cent|pct)?(?: to |[-–]|, )\d+(?:\.\d+)? ?(?:%|per ?cent|pct)"
)
"""Behind a lead: the two shares that it lies between ("leads by seven [points, 48% to 41%]")."""
_POLL_LOOK = 120
_LOOK = 80
_OR_MORE = pattern(r"(?:-(?:plus|odd|some(?:thing)?)|\+) ?")
_NEXT = r", \d{1,2}(?:\.\d+)?"
_LISTED = pattern(
    rf"(?:(?:{_NEXT}){{1,4}}(?:,? and| or) \d{{1,2}}(?:\.\d+)?| and \d{{1,2}}(?:\.\d+)?|(?:{_NEXT}){{2,4}}) ?(?=%|per ?cent|pct)"
)
"""No comma stands before "or": what follows it tells the figure again ("24, or 5 percent")."""
_LAST = pattern(r", (?:and )?\d{1,2}(?:\.\d+)? ?(?=%|per ?cent|pct)")
_JOINING, _MOST = (", ", " and ", " or "), 100
_QUARTER = Fraction(1, 4)
UNITS = (*POINTS, "percent")


def anchors() -> list[str]:
    """Give numbers."""
    return [NUMERAL]


def read(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    """Read a number, or a range of two, with its percent sign or word; the old number of a change takes that of the new one."""
    if numeral is None:
        return None
    numeral, far = ranges.pair(text, numeral, stop)
    found = _unit(text, far or numeral, stop)
    if found is None:
        if far is None and (bound := _OR_MORE.match(text, numeral.end, stop)):  # "50-plus percent", "50+%"
            more = _units().at_any_case(text, bound.end(), stop)
            return _mention(more[0], numeral, None, numeral.end) if more else None
        if far is None and text.startswith(_JOINING, numeral.end) and (shared := _shared(text, numeral, stop)):
            return _mention(shared, numeral, None, numeral.end)
        if far is None and (rival := sides.rival(text, numeral, stop)) and (behind := _unit(text, rival, stop)):
            return _mention(behind[0], numeral, None, numeral.end)
        change = None if far else ranges.changed(text, numeral, stop)
        found = _unit(text, change[1], stop) if change else None
        if change is None or found is None:
            return None
        return _mention(found[0], change[0], None, change[0].end)
    unit, end = found
    second = None if far else ranges.resumed(text, numeral, end, stop)
    again = _unit(text, second, stop) if second else None
    if again is not None and again[0] == unit:
        return _mention(unit, numeral, second, again[1])
    return _mention(unit, numeral, far, end)


def _mention(unit: str, numeral: Numeral, far: Numeral | None, end: int) -> Mention:
    kind = "points" if unit in POINTS else KIND
    return Mention(kind, Span(numeral.start, end), numeral.measured, far and far.measured, (unit,))


def _shared(text: str, numeral: Numeral, stop: int) -> str | None:
    """Give the unit that stands at the last of several figures only: "5, 10 and 15 percent", but not "5 and 15 percent of it"."""
    if numeral.spelled or not 0 <= numeral.value <= _MOST:
        return None
    listed = text.endswith(", ", 0, numeral.start) and text[numeral.start - 3 : numeral.start - 2].isdigit()
    match = _LISTED.match(text, numeral.end, stop) or (_LAST.match(text, numeral.end, stop) if listed else None)
    found = _units().at(text, match.end(), stop) if match else None
    return found[0] if found and not text.startswith(" of ", found[1]) else None


def _unit(text: str, numeral: Numeral, stop: int) -> tuple[str, int] | None:
    """Read the unit behind a number, percent or points, and where it ends; points only where shares are told of."""
    at = numerals.before_unit(text, numeral, stop)
    if (
        numeral.part
        and (point := _POINT.match(text, at, stop))
        and (numeral.value == _QUARTER or _TO_SHARE.match(text, at, stop))
    ):
        return POINTS[0], point.end()  # "a quarter-point cut"
    if (
        text.startswith("point", at)
        and not numeral.part
        and (
            _is_of_shares(text, numeral.start)
            or _is_ahead(text, numeral.start, at, stop)
            or _TO_SHARE.match(text, at, stop)
            or _TO_SHARES.match(text, at, stop)
            or (_MOVE.match(text, at - 1, stop) and _A.search(text, max(0, numeral.start - _LOOK), numeral.start))
            or _is_polled(text, numeral, stop)
        )
    ):
        points = _POINTS.match(text, at, stop)
        return (POINTS[0], points.end()) if points else None
    return _units().at_any_case(text, at, stop) if text[at : at + 1] in _FIRST else None


def _is_of_shares(text: str, start: int) -> bool:
    """Tell whether points are parts of a hundred: "a margin of error of 3 points", "26 percent, down six points"."""
    return _OF_SHARES.search(text, max(0, start - _LOOK), start) is not None


def _is_ahead(text: str, start: int, at: int, stop: int) -> bool:
    """Tell whether points are how far a share is from another: "41 percent, nine points more than", a poll's "9 points ahead"."""
    return _AHEAD.match(text, at, stop) is not None and _POLLED.search(text, max(0, start - _LOOK), start) is not None


def _is_polled(text: str, numeral: Numeral, stop: int) -> bool:
    """Tell whether points are by how much sides differ or moved in a poll of which the sentence tells: "an 18-point lead"."""
    start, end = numeral.start, numeral.end
    moved = _MARGIN.match(text, end, stop)
    if moved is None and not text.startswith("-", end):
        moved = _GONE.search(text, max(0, start - 20), start)
    if not (moved or (not text.startswith("-", end) and moving.moved(text, start))):
        return False
    before, behind = max(0, start - _POLL_LOOK), min(stop, end + _POLL_LOOK)
    polled = _POLLING_BEFORE.search(text, before, start) or _POLLING_BEHIND.match(text, end, behind)
    polled = polled or (_TWO_SHARES.search(text, before, start) if text.startswith("-", end) else None)
    return polled is not None and _PLAYED.search(text, before, behind) is None


_FIRST = frozenset("%pPbB")


@cache
def _units() -> Phrases[str]:
    entries = [(unit, lexicon.entries("units")[unit]) for unit in UNITS]
    hyphened = [(name.replace(" ", "-"), unit) for unit, entry in entries for name in entry["names"] if " " in name]
    return Phrases(
        lexicon.titled(
            [*((form, unit) for unit, entry in entries for form in (*entry["names"], *entry["abbreviations"])), *hyphened]
        )
    )
