"""What a figure says itself of a change that it is of: it is a change of what stands before it, or a level of something else.

Figures of one sentence go in, two or three that may be of one change.
"""

from __future__ import annotations

import re

from factcheck.claims import Claim
from factcheck.claims.moves import Lead, directions
from factcheck.grounds import sorts
from factcheck.grounds.changes import bases, levels, within
from factcheck.patterns import pattern

_HALF_READ = pattern(r"[-/]\d|[-/ ]?[½¼¾⅓⅔⅛⅜⅝⅞]|\.?\w")
_ABOUT = r"(?:about |nearly |roughly |almost |around |more than |an? mere |some )?"
_STANDS_FOR = r"(?:, which|, that)? (?:represents?|represented|representing|is|was|marks|marked|marking|makes|made|making)"
_A = pattern(rf"(?:,| -| –| --| —|{_STANDS_FOR}) an? {_ABOUT}\Z")
_DOWN = pattern(rf"[\w)](?:, | ?(?:—|–|--) ?| - )(?:up|down|off|(?P<word>[a-z]+ing)) (?:by )?{_ABOUT}\Z")
_IS_DOWN = pattern(rf"(?:\d|illion)(?: (?:[a-z]+ ){{0,2}}[a-z]+)? <<is>> (?:up|down|off) (?:by )?{_ABOUT}\Z")
_RISE_OF = pattern(rf"(?:,|{_STANDS_FOR}) an? (?:[a-z-]+ )?<<rises>> of {_ABOUT}\Z")
_BASE = pattern(
    r"(?: <<rises>>)?,? (?:from|(?P<on>on|over|compared (?:with|to)))"
    r" (?P<own>(?:the )?(?:\d{4}|last year|(?:the )?(?:previous|prior) year)[’']s (?:[a-z]+ of )?"
    r"|the (?:[A-Z]?[a-z]+ )?\d{4}(?:[/-]\d\d)? (?:[a-z]+ ){1,3}of "
    r"|(?:<<definite>> )?(?:last|<<previous>>|corresponding|year-(?:ago|earlier)|<<calendar: month>>(?:[’']s)?) "
    r"(?:(?!<<expectations>>|<<grammar: breaks>>\b|<<grammar: stops>>\b)[\w’'-]+ ){0,4}(?:of )?"
    r"|(?P<noun>(?:<<possessive>> )?(?:[a-z-]+ )?[a-z]+ of ))?(?:the )?(?:<<about>> )*"
)
"""From a percent to what it is of: "up 3 percent [over last year's] $44 million"; ``on`` and ``own`` tell how surely."""
_OF_WHOSE_TIME = pattern(
    r"\bfrom (?:the )?(?:last |<<previous>> )?(?:<<spells>>|<<calendar: month>>|<<calendar: weekday>>)[’']s (?:<<about>> )?\Z"
)
_OF_CLOSE = pattern(
    r"\bfrom (?:(?:<<determiner>>|last|<<previous>>|[A-Z][\w.&-]*(?:[’']s)?) ){1,8}(?:close|closing price|settlement|finish)"
    r" (?:of|at) (?:<<about>> )?\Z"
)
"""Before the price that a share came from: "in early trade from [its Monday close of] $40"."""
_AND = pattern(r",? and (?:by )?(?:<<about>> )?")
_THEN_TO = pattern(
    r" (?:(?:in|for|over|during) (?:the |all )?(?:[a-z-]+ )?(?:<<spells>>s?|half|period|<<calendar: month>>)"
    r"|year[- ]to[- ]date|so far this year)"
    r" to (?:<<about>> )?[$€£]?\d"
)
_GAIN_TO = pattern(
    r" <<rises>> in (?:[a-zA-Z][\w’'-]* ){1,7}?to (?:(?:an?|the|record|<<about>>) )*[$€£]?\d[\d.,]*(?![\d.,]*(?:%| per))"
)
_BEHIND = pattern(r" (?P<word>[a-z]+)\b(?P<from> from\b)?")
_TIMES = pattern(r"[ -]?(?:folds?|times|x)\b")
_OPENED = pattern(
    r"(?: <<rises>> in [a-z]+)?(?: (?:last|this|in the past) <<spells>>| in \d{4}| year[- ]on[- ]year|, year[- ]on[- ]year"
    r"| (?:from|on) (?:a|the) (?:<<previous>> )?<<spells>>(?: <<ago>>)?)?(?: - | ?(?:—|–|--) ?|: )"
)
"""From a percent to the level behind it: since when, and a sign that opens the level."""
_SET_AGAINST = pattern(r"(?: [a-z]+)?,? (?:compared (?:with|to)|against|versus) ")
_THEN_MULTIPLIED = pattern(
    r"(?: [a-z-]+)?, (?:which|a <<named-numbers>> (?:that|which))"
    r"(?: (?:will|would|could|<<has>>|<<is>> (?:to|(?:<<foreseen>>|set|due|likely|planned) to)))?"
    r"(?: (?:<<about>>|<<bounds>>))? <<grammar: multiples>> to (?:<<about>> )?"
)
"""From a level to that to which it multiplies in a relative clause."""
_THEN_LEVEL = pattern(r",? (?:to|at) (?=[$€£]?\d)")
_AFTER = pattern(r"(?: in (?:[A-Z][a-z]+|\d{4}))?,? after (?:<<about>> )?")
_YEAR_BEFORE = pattern(
    r" (?:the (?:previous|prior) year|an? year <<ago>>|the year (?:before|earlier)|last year|in (?:19|20)\d\d)"
    r"(?= ?[.,;:)]|\Z| and\b)"
)
_AFTER_CLOSE = pattern(r"(?: in [^,;:.()\d]{1,40})?,? after (?:closing|ending|finishing|settling)(?: (?:on )?[A-Z][a-z]+)? at ")
_EARLIER_DAY = pattern(
    r",? (?:(?:on|last|late) <<calendar: weekday>>|in <<calendar: month>>|last\b|<<counts>> <<spells>>s?|an? <<spells>>"
    r"|\d+ <<spells>>s|earlier)"
)
"""Behind the close that a change is told after: it is of another day than the one before."""
_SHARE_BEFORE = pattern(
    r",?(?: in [A-Za-z\d ]{2,30},?)? from (?:[A-Za-z’' ]{2,30} )?[$€£]?\d[\d,.]*(?: [a-z]+){0,2}"
    r"(?:,? or |, | \()\d[\d.]*(?:%| per ?cent| pct)"
)
_RATED = pattern(r" (?:per|(?:in|for|of) every) ([\d,.]*\d(?: [a-z]+illion)?|[a-z]+)")
_FOR_EACH = pattern(
    r"(?: [a-z-]+)?(?: (?:for|with|at|on|in|after|per|upon) (?:each|every)| (?:each|every|apiece|per|at a time)"
    r"|(?:,| [a-z]+)? (?:twice|(?:<<counts>>|\d+) (?:times|years|months|weeks|days|quarters)) (?:running|over|in a row))\b"
)
"""Behind a change that is told of one of several: "by two cents [for every] liter", "by a quarter point [four times over]"."""
_RAISED = pattern(r"[^,;:()“”\"\d]{0,30} (?:was|were|<<has>> been) (?P<verb>[a-z]+) by (?:<<about>> )*")
"""Behind a level, before what it was changed by."""
_SUMMED = frozenset({"percent", "points", "money", "measure", "number"})
_SHARES = frozenset({"percent", "points", "ratio"})
_LED, _LED_FAR, _LONGEST = 20, 40, 100
_LONG = 360
"""Days of a year at least."""
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


def folds(figure: Claim, direction: str) -> str | None:
    """Give by how many times something went up or down, in words: "risen 5-fold"; "three times" may tell how often."""
    times = _TIMES.match(figure.sentence.within, figure.span.end)
    if times is None or "fold" not in times[0] or figure.value is None or figure.value.denominator > 1:
        return None
    return f"{'risen' if direction == 'up' else 'fallen'} {figure.value}-fold"


def is_appended(figure: Claim) -> bool:
    """Tell whether a figure is told behind a comma as a change of what stands before it: "210,000, down [30 percent]"."""
    text, start = figure.sentence.within, figure.sentence.span.start
    down = _DOWN.search(text, max(start, figure.phrase.start - _LED), figure.phrase.start)
    return down is not None and (down["word"] is None or down["word"] in directions())


def is_after(level: Claim, figure: Claim) -> bool:
    """Tell whether a figure is the level before: "to 17 million after 15 million last year", "to $6 after closing at $8"."""
    text, told = level.sentence.within, (level.span.end, figure.phrase.start)
    if _AFTER_CLOSE.fullmatch(text, *told):
        return _EARLIER_DAY.match(text, figure.span.end) is None
    return _AFTER.fullmatch(text, *told) is not None and _YEAR_BEFORE.match(text, figure.span.end) is not None


def is_of_other_span(before: Claim, moved: Claim, level: Claim) -> bool:
    """Tell whether a change is told of another span of time than lies between its two levels."""
    days = [figure.first_day for figure in (before, level)]
    far = days[0] is not None and days[1] is not None and abs((days[1] - days[0]).days) > _YEAR
    text, end = level.sentence.within, before.phrase.end
    price = moved.kind == "percent" and {*level.roles} <= {"price"} and level.kind not in ("measure", "count")
    quoted = price and bases.is_of_day(text, level.sentence.span.start, level.span.start, end)
    far = far or bases.is_kept(text, level.sentence.span.start, (moved.span.end, level.span.start), end)
    inside = within.is_within(text, moved.span.end, level.span.start, end)
    return quoted or inside or bases.has_own_time(text, moved.span.end, level.span.start, end, far=far)


def is_for_each(moved: Claim) -> bool:
    """Tell whether a change is told of one step of several, or of one of several things: "falls by 5 kph [at every] gate"."""
    return _FOR_EACH.match(moved.sentence.within, moved.phrase.end, moved.sentence.span.end) is not None


def are_of_next_years(before: Claim, level: Claim) -> bool:
    """Tell whether two levels are of a year and the one before it: "in 2011 to 40 million, against 31 million in 2010"."""
    first, last, begun, ended = before.first_day, before.last_day, level.first_day, level.last_day
    if first is None or last is None or begun is None or ended is None:
        return False
    return min(last - first, ended - begun).days >= _LONG and (begun.year, begun.month) == (first.year + 1, first.month)


def are_of_two(before: Claim, level: Claim) -> bool:
    """Tell whether each level is told of something else: "from $40 million for the first mill to $81 million for two"."""
    own = [sorts.told_behind(figure) for figure in (before, level)]
    rated = [_RATED.match(figure.sentence.within, figure.phrase.end) for figure in (before, level)]
    if rated[0] is not None and rated[1] is not None and rated[0][1] != rated[1][1]:  # "201 per 100,000 from 3 per 1,000"
        return True
    bases_ = [figure.counted for figure in (before, level) if figure.kind == "percent"]
    shares_of_two = len({*bases_}) == len(bases_) > 1 and None not in bases_  # "to 12 percent of them from 17 percent of doctors"
    return shares_of_two or (all(own) and own[0] != own[1]) or bases.is_of_another(own[0])


def summed_up(figure: Claim) -> re.Match[str] | None:
    """Give the noun behind a figure that sums up what stands before it: ", a 15 percent increase", ", a $5 rise [from]"."""
    text, start = figure.sentence.within, figure.sentence.span.start
    if figure.kind not in _SUMMED or not _A.search(text, max(start, figure.span.start - _LED), figure.span.start):
        return None
    noun = _BEHIND.match(text, figure.span.end)
    return noun if noun is not None and noun["word"] in directions() else None


def sums_up(percent: Claim, figure: Claim, lead: Lead) -> bool:
    """Tell whether a percent is told as a change of what stands before it, and a figure as the level before."""
    if lead.joined:
        return percent.kind == "percent" and summed_up(percent) is not None
    return _is_told_behind(percent) and is_base(percent, figure)


def is_base(percent: Claim, figure: Claim) -> bool:
    """Tell whether a figure right behind a percent is what the percent is of: "up 3 percent [over 2015's $44 million]"."""
    text = figure.sentence.within
    between = _BASE.fullmatch(text, percent.span.end, figure.phrase.start) if percent.kind == "percent" else None
    if between is None or not (between["on"] or _is_told_behind(percent)):
        return False
    owned = between["own"] is not None and between["noun"] is None
    return owned or (between["on"] is None and between["noun"] is None) or bases.is_of_other_time(figure)


def is_of_whose_time(figure: Claim) -> bool:
    """Tell whether a level before is told by whose time it is of: "slid 8 percent to 11 million from [January's] 12 million"."""
    text, start = figure.sentence.within, max(figure.sentence.span.start, figure.phrase.start - _LED_FAR)
    led = text, start, figure.phrase.start
    return (_OF_WHOSE_TIME.search(*led) or _OF_CLOSE.search(*led)) is not None and not levels.is_itself_a_change(figure)


def is_gapped(before: Claim, percent: Claim) -> bool:
    """Tell whether the verb of a change is left out: "rose 3 percent to 60 from 58 and [7 percent] in the half year to 140"."""
    text = percent.sentence.within
    beside = percent.kind == "percent" and _AND.fullmatch(text, before.phrase.end, percent.phrase.start) is not None
    return beside and _THEN_TO.match(text, percent.span.end) is not None


def is_gain(percent: Claim) -> bool:
    """Tell whether a percent is that of a noun which leads to a level: "led to a [5 percent] gain in sales to $3 million"."""
    return percent.kind == "percent" and _GAIN_TO.match(percent.sentence.within, percent.span.end) is not None


def is_share_of(percent: Claim) -> bool:
    """Tell whether a percent is what a level is of something, as that before has one, too: "to 40, or [8%], from 50, or 10%"."""
    return _SHARE_BEFORE.match(percent.sentence.within, percent.span.end, percent.sentence.span.end) is not None


def is_in_percent_too(change: Claim, percent: Claim) -> bool:
    """Tell whether nothing but a comma sets a change in percent beside it, and a level follows: "up 12 points, [2%], at 612"."""
    text = percent.sentence.within
    beside = percent.kind == "percent" != change.kind and text[change.phrase.end : percent.phrase.start] == ", "
    return beside and _THEN_LEVEL.match(text, percent.span.end) is not None


def is_multiplied(before: Claim, level: Claim) -> bool:
    """Tell whether a relative clause says what a figure comes to so many times over: "40 mills, which will [double to] 80"."""
    near = 0 < level.phrase.start - before.span.end < _LONGEST
    return near and _THEN_MULTIPLIED.fullmatch(before.sentence.within, before.span.end, level.phrase.start) is not None


def is_level_of(percent: Claim, figure: Claim) -> bool:
    """Tell whether a level is told behind its percent: "rose 31 percent last year - [38] compared to 29 in 2015"."""
    text, end = figure.sentence.within, figure.sentence.span.end
    told = percent.kind == "percent" != figure.kind and _OPENED.fullmatch(text, percent.span.end, figure.phrase.start)
    return bool(told) and _SET_AGAINST.match(text, figure.phrase.end, end) is not None


def _is_told_behind(percent: Claim) -> bool:
    """Tell whether a percent is told behind what it is the change of: ", up 3 percent", "was up 3 percent", ", a rise of 3"."""
    text, start = percent.sentence.within, percent.sentence.span.start
    led = max(start, percent.phrase.start - _LED_FAR), percent.phrase.start
    rise = _RISE_OF.search(text, *led) or _IS_DOWN.search(text, *led)
    return rise is not None or is_appended(percent) or summed_up(percent) is not None


def is_raised(level: Claim, change: Claim) -> bool:
    """Tell whether a level is told to have been changed by so much: "its budget of [$4 million] was cut by 5 percent"."""
    raised = _RAISED.fullmatch(level.sentence.within, level.span.end, change.phrase.start)
    return change.kind in _SHARES and raised is not None and raised["verb"] in directions()
