"""Scores of games: "2-0", "21-17", "won 3-2". Both numbers are kept, the first side's first."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from factcheck import lexicon
from factcheck.document import Span
from factcheck.mentions import NUMERAL, Mention
from factcheck.numerals import Numeral
from factcheck.patterns import pattern
from factcheck.values import evolve

KIND = "score"
PRIORITY = 7

_NIL = pattern(r"[nN]il-nil(?![\w-])")
_TO_NIL = pattern(r"-(nil|all)(?![\w-])")
_SCORE = pattern(r"(\d{1,3})[-–](\d{1,3})(?:[-–](\d{1,3}))?(?![\w%/]|[-–.,:]\d|-[a-z])")
_SHARES = pattern(r" (?:percent|per cent|pct)\b")
_NO_SCORE = pattern(r" (?:people|years?|months?|weeks?|days?|hours?|minutes?|points)\b")
_COUNTED = pattern(r" (?!<<grammar: stops>>\b)[a-z]{3,}(?<![sui])s\b")
_INNINGS = pattern(
    r" for (\d{1,3})(?![\w%/-]|[.,:]\d)"
    r"(?=[.,;:)]|\Z| (?:at|in|on|by|before|after|when|while|declared|and|off|from|as|with|against)\b)"
)
_CRICKET, _WICKETS, _RUNS = pattern(r"\b<<cricket>>\b"), 10, 999
_TEAM = pattern(r"\b([A-Z][\w’']+) \(\Z")
_SIDE, _OTHER = pattern(r"\b[A-Z][\w’']+ \Z"), pattern(r"[ -][A-Z][a-z]")
_SET_BEFORE = pattern(r"(?<![\w.,/-])\d{1,2}-\d{1,2}(?: \(\d{1,2}[-/]\d{1,2}\))?,? \(?\Z")
_SET_BEHIND = pattern(r"(?: \(\d{1,2}[-/]\d{1,2}\))?,? \d{1,2}-\d{1,2}(?![\w%/]|[-–.,:]\d)")
"""Beside the score of a set, that of another: "[6-7] (3-7) 6-3"."""
_BETWEEN_SIDES = pattern(r"([A-Z][\w’']+)(?: [A-Z][\w’'.&-]*){0,3} \d{1,3}-\d{1,3} ([A-Z][\w’']+)(?: [A-Z][\w’'.&-]*){0,3}")
"""A line that is nothing but a score between its two sides."""
_SETS = 60
_MOST, _NEAR = 200, 240


def anchors() -> list[str]:
    """Give numbers, and what stands for two without one."""
    return [NUMERAL, "nil-nil"]


def read(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    """Read two or three numbers that dashes join: falling or even ones, and rising ones where a game is spoken of."""
    if numeral is None or text.startswith(_NILS, numeral.end):
        return _with_nil(text, start, stop, numeral)
    if text[numeral.end : numeral.end + 5] == " for ":
        return _of_innings(text, numeral, stop)
    if text[start + 1 : start + 2] not in _NEXT or text[start - 1 : start] in _JOINED:
        return None
    match = _SCORE.match(text, start, stop)
    if match is None or _is_numbered(match) or _SHARES.match(text, match.end()):
        return None
    if max(int(match[1]), int(match[2])) > _MOST and not _are_of_innings(text, start, int(match[1]), int(match[2])):
        return None
    rising = match[3] is None and int(match[1]) < int(match[2])
    if rising and not (_is_of_sets(text, match) or _is_game(text, start, match.end()) or _are_sides(text, match, stop)):
        return None
    if _NO_SCORE.match(text, match.end(), stop) and not _led(text, start):
        return None
    if rising and _COUNTED.match(text, match.end(), stop):  # "win 41-44 seats"
        return None
    sides = [Numeral(start, match.end(), Fraction(int(match[at])), Fraction(0)) for at in (1, 2)]
    return Mention(KIND, Span(start, match.end()), sides[0], sides[1])


def _with_nil(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    """Read a score in words whose second side is none, or has as many: "five-nil", "two-all", "nil-nil"."""
    match = _TO_NIL.match(text, numeral.end, stop) if numeral else _NIL.match(text, start, stop)
    if match is None or (numeral and (numeral.vague or numeral.part or numeral.value > _MOST)):
        return None
    none = Numeral(start, match.end(), Fraction(0), Fraction(0), spelled=True)
    first = evolve(numeral, end=match.end()) if numeral else none
    return Mention(KIND, Span(start, match.end()), first, first if numeral and match[1] == "all" else none)


def _of_innings(text: str, numeral: Numeral, stop: int) -> Mention | None:
    """Read runs and wickets, whichever comes first, where cricket is spoken of: "231 for 6", "three for 89"."""
    match = _INNINGS.match(text, numeral.end, stop)
    if match is None or numeral.vague or not _are_of_innings(text, numeral.start, numeral.value, int(match[1])):
        return None
    second = Numeral(numeral.start, match.end(), Fraction(int(match[1])), Fraction(0))
    return Mention(KIND, Span(numeral.start, match.end()), evolve(numeral, end=match.end()), second)


def _are_of_innings(text: str, start: int, first: Fraction | int, second: int) -> bool:
    """Tell whether two numbers can be runs and wickets, and cricket is spoken of near them."""
    if not (min(first, second) <= _WICKETS and max(first, second) <= _RUNS):
        return False
    return _CRICKET.search(text, max(0, start - _NEAR), min(len(text), start + _NEAR)) is not None


def _is_numbered(match: re.Match[str]) -> bool:
    """Tell whether a number begins with a nought, as no side of a score does."""
    return any(part is not None and len(part) > 1 and part[0] == "0" for part in match.groups())


def _is_of_sets(text: str, match: re.Match[str]) -> bool:
    """Tell whether a score stands beside that of another set: "[6-7] (3-7) 6-3"; both must be small."""
    if max(int(match[1]), int(match[2])) > _SETS:
        return False
    before = _SET_BEFORE.search(text, max(0, match.start() - 16), match.start())
    return before is not None or _SET_BEHIND.match(text, match.end()) is not None


def _is_record(text: str, start: int, end: int) -> bool:
    """Tell whether the games that a team won and lost stand in brackets behind its name: "the Hawks (29-53)"."""
    team = (
        _TEAM.search(text, max(0, start - 24), start) if text[start - 1 : start] == "(" and text[end : end + 1] == ")" else None
    )
    return team is not None and lexicon.noun(team[1].lower()) is None


def _are_sides(text: str, match: re.Match[str], stop: int) -> bool:
    """Tell whether two sides stand about a score that begins with a nought, or is all its line tells of: "Tarn 0-1 Holt"."""
    if _is_record(text, match.start(), match.end()) or _are_of_line(text, match, stop):
        return True
    nought = match[1] == "0" and len(match[2]) == 1
    return (
        nought
        and _SIDE.search(text, max(0, match.start() - 24), match.start()) is not None
        and _OTHER.match(text, match.end()) is not None
    )


def _are_of_line(text: str, match: re.Match[str], stop: int) -> bool:
    """Tell whether a line is nothing but a score between two sides, which are no known nouns: "Tarn 19-20 Holt"."""
    begin = text.rfind("\n", 0, match.start()) + 1
    line = _BETWEEN_SIDES.fullmatch(text, begin, match.end() + len(text[match.end() : stop].rstrip()))
    return line is not None and all(lexicon.noun(side.lower()) is None for side in line.groups())


def _is_game(text: str, start: int, end: int) -> bool:
    return _led(text, start) or _behind().match(text, end, min(len(text), end + 40)) is not None


def _led(text: str, start: int) -> bool:
    return _before().search(text, max(0, start - 48), start) is not None


_NILS = ("-nil", "-all")
_NEXT = frozenset("-–0123456789")
_JOINED = frozenset("-–/.$€£¥")


@cache
def _before() -> re.Pattern[str]:
    return pattern(rf"\b(?i:{lexicon.alternatives(_cues())})\b[^.!?\n]{{0,30}}\Z")


@cache
def _behind() -> re.Pattern[str]:
    return pattern(rf"[^.!?\n\w]{{1,3}}(?:[\w’'-]+ ){{0,2}}(?i:{lexicon.alternatives(_cues())})\b")


def _cues() -> frozenset[str]:
    return lexicon.words("contests", "games")
