"""What a figure says itself of a change that it is of: it is a change of what stands before it, or a level of something else.

Figures of one sentence go in, two or three that may be of one change.
"""

from __future__ import annotations

import re

from factcheck.claims import Claim, bases, sorts
from factcheck.claims.moves import Lead, directions
from factcheck.patterns import pattern

_HALF_READ = pattern(r"[-/]\d|[-/ ]?[½¼¾⅓⅔⅛⅜⅝⅞]|\.?\w")
_A = pattern(r", an? (?:about |nearly |roughly |almost )?\Z")
_DOWN = pattern(r"[\w)], (?:up|down) (?:by )?\Z")
_BEHIND = pattern(r" (?P<word>[a-z]+)\b(?P<from> from\b)?")
_TIMES = pattern(r"[ -]?(?:folds?|times|x)\b")
_LED = 20
_YEAR = 372
"""Days between two levels of one year and the next, at most."""


def is_plain(figure: Claim) -> bool:
    """Tell whether a figure is one number, read to its end."""
    text, span = figure.sentence.within, figure.span
    if figure.quantity is None or figure.quantity.value is None or figure.quantity.value.numerator <= 0:
        return False
    return text[span.start - 1 : span.start] not in ("-", "/") and not _HALF_READ.match(text, span.end)


def is_multiple(figure: Claim) -> bool:
    """Tell whether a figure says how many times as much something is: "five-fold", "3.5 times"."""
    return _TIMES.match(figure.sentence.within, figure.span.end) is not None


def is_appended(figure: Claim) -> bool:
    """Tell whether a percent is told behind a comma as a change of what stands before it: "210,000, down [30 percent]"."""
    text, start = figure.sentence.within, figure.sentence.span.start
    return (
        figure.kind == "percent" and _DOWN.search(text, max(start, figure.phrase.start - _LED), figure.phrase.start) is not None
    )


def is_of_other_span(before: Claim, moved: Claim, level: Claim) -> bool:
    """Tell whether a change is told of another span of time than lies between its two levels."""
    days = [figure.first_day for figure in (before, level)]
    far = days[0] is not None and days[1] is not None and abs((days[1] - days[0]).days) > _YEAR
    text, end = level.sentence.within, before.phrase.end
    price = moved.kind == "percent" and {*level.roles} <= {"price"}
    quoted = price and bases.is_of_day(text, level.sentence.span.start, level.span.start, end)
    return quoted or bases.has_own_time(text, moved.span.end, level.span.start, end, far=far)


def are_of_two(before: Claim, level: Claim) -> bool:
    """Tell whether each level is told of something else: "from $40 million for the first mill to $81 million for two"."""
    own = [sorts.told_behind(figure) for figure in (before, level)]
    return (all(own) and own[0] != own[1]) or bases.is_of_another(own[0])


def summed_up(figure: Claim) -> re.Match[str] | None:
    """Give the noun behind a percent that sums up what stands before it: ", a 15 percent increase", "... increase from 600"."""
    text, start = figure.sentence.within, figure.sentence.span.start
    if figure.kind != "percent" or not _A.search(text, max(start, figure.span.start - _LED), figure.span.start):
        return None
    noun = _BEHIND.match(text, figure.span.end)
    return noun if noun is not None and noun["word"] in directions() else None


def sums_up(percent: Claim, figure: Claim, lead: Lead) -> bool:
    """Tell whether a percent is told as a change of what stands before it, and a figure as the level before."""
    if lead.joined:
        return summed_up(percent) is not None
    text = figure.sentence.within
    return is_appended(percent) and text[percent.span.end : figure.phrase.start].strip() == "from"
