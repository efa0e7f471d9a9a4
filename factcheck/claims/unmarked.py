"""Figures that leave their unit out: "310 million crowns, up from [250 million]", "16.4 million tonnes, [9 million] of them".

The mentions of a sentence go in and come out, with such numbers as money, measures or shares. Only what is set against a figure
with a unit in its clause, or is a part of one, has that unit; a number before a noun counts, and one that "and" joins may count
anything. What a share or a time is set against is of its kind where it says where that came to, not by how much it moved.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims import SUMS, partial
from factcheck.mentions import Mention, money
from factcheck.patterns import pattern
from factcheck.values import evolve

_ALIKE = 10
_CLAUSE = r"(?:(?! (?:and|as|but|while|with|after|when|whereas|on|where|who|that|because|although|though)\b)[^,;:()“”\"—]){0,60}?"
_SKIPPED = (
    r"(?: (?:<<about>>|between|<<determiner>>|at|least|more|less|than|over|additional|another|further|earlier|previous|prior"
    r"|revised|record|(?:[a-z]+ )?[a-z]+ of|(?:last <<spells>>|(?:the )?<<previous>> <<spells>>)[’']s|(?:19|20)\d\d(?:[’']s)?"
    r"|corresponding|year-(?:ago|earlier)))* "
)
_LEVELS = frozenset({"percent", "points", "duration"})
_WITH_UNIT = SUMS | _LEVELS
_PERCENT = r"(?:<<about>> )?\d[\d.]*(?: ?%| percent| per cent| pct)"
_DOWN_ON = (
    r",? (?:which represents |representing )?"
    rf"(?:(?:up|down|off|an? (?:[a-z-]+ )?<<rises>> of) {_PERCENT}|an? {_PERCENT} <<rises>>)"
    r" (?:on|over|from|compared (?:with|to))"
)
_CHANGED = r"(?:,? (?:up|down|off|or) (?:<<about>> )?\d[\d.,]*(?: ?%| percent| per cent| pct),?)?"
_SHARE = r"(?:<<about>> )?\d[\d.,]*(?:%| percent| per cent| pct)"
_BY_SHARE = (
    rf",? (?:or )?{_SHARE} (?:more|less|fewer|higher|lower|above|below)(?: than)?"
    rf"|, (?:or )?{_SHARE} of (?:<<definite>>|[A-Z]\w+[’']s) [a-z]+"
)
_AGAINST = pattern(
    rf"(?: \([^()]{{1,30}}\))?{_CLAUSE}(?:{_DOWN_ON}|{_BY_SHARE}|{_CHANGED}(?:,? (?:<<from-a-level>>|from|against|versus|after)"
    r"|(?:,? (?:\w+ )?)(?:<<grammar: above>>|<<grammar: under>>|(?:more|less) than)"
    rf"|, (?:missing|beating|topping|exceeding)|, (?:up|down)(?: by)?|,? including|,? of which(?: [\w’'-]+){{1,4}})){_SKIPPED}"
)
"""Between a sum and a number that it is set against, or that is its part."""
_IN = r"in (?:[A-Z][a-z]+|the (?:[a-z]+ )?<<spells>>(?: of [A-Z][a-z]+)?)"
_TO = pattern(
    rf"(?: (?:{_IN}|last <<spells>>|combined|each|apiece|now|then|today))?"
    r",? (?:to|at)(?: an?)?(?: total| record| average)?(?: of)?"
    r" (?:<<about>> )?"
)
_LEVEL_AGAINST = pattern(
    r"(?: (?:in|last|this|a|on) [\w’'-]+(?: \w+)?)?"
    r"(?:,? <<from-a-level>>|,? (?:from|against|versus))(?: <<about>>| the| an?| over| under)* "
)
_OF_GROUP = pattern(r" (among|for|with|in) (?:the )?[A-Za-z-]+(?: [a-z-]+)?,?(?: and| but| while)?(?: just| only| <<about>>)* ")
"""Between a share of some and that of others, which leaves its unit out: "61 percent [among women,] 45 among men"."""
_BY = pattern(r"[^.;:()“”\"\d%]{0,40}? (?:and|but|while|whereas) [^.;:()“”\"\d%]{0,60}? by (?:<<about>> )?")
_MOVED_BY = pattern(r" by (?:<<about>> )?\Z")
"""Two changes told side by side: "rose by 2 percent, but the other fell by [1]"."""
_REACHED = pattern(r"\b(?:to|at|<<Is>>|be|been|hit|reached|averaged)(?: <<about>>| only| just| a record)* \Z")
_FROM = pattern(r"\b(?:from|between)(?: <<about>>| an?| the)* \Z")
_CHANGED_BY = pattern(rf"\b(?:<<grammar: up>>|<<grammar: down>>)(?: by)?(?: <<about>>)*(?: {_PERCENT},? or)? \Z")
"""Before what something changed by: "fell [75 million euros] to 376 million"."""
_AND = pattern(r" (?:and|or|from|to) (?:a revised |a record |reach |hit |total |<<about>> )?")
_FROM_IT = " from "
_APART = pattern(r" (?:(?:more|less|higher|lower) than|above|below|over|under) <<determiner>>\b")
"""Behind how far a sum is from another: "65 million euros, [10 million] more than the 55 million of last year"."""
_BESIDE = pattern(r"(?:,|;|,? and)(?: (?:<<about>>|another|the other))* ")
_PLUS = pattern(
    r"(?: [\w’'-]+){0,9}?,? (?:plus|and|with) (?:<<about>> )?(?:another|a further|an additional|an extra) (?:<<about>> )?"
)
_IN_TURN = pattern(r" in (?:19|20)\d\d(?:,|,? and) (?:<<about>> )?")
_IN_YEAR = pattern(r" in (?:19|20)\d\d\b")
"""About the sums of several years: "from 15 million in 1985 and [9 million] in 1984"."""
_OR, _OR_LED = pattern(r",? or (?:<<about>> )?[\d$€£]"), pattern(r",? or (?:<<about>> )?[$€£]?\Z")
"""Two rates told twice each: "at 1.37, [or] 72.99 cents, from 1.36, [or] 73.53 cents"."""
_FEW_CENTS = pattern(r"\d+\.\d\d")
_PAID = pattern(r"\b(?:sav|spend|pay|earn|cost|rais)(?:e|es|ed|s|ing)?(?: (?:<<about>>|up to|another))* \Z")
_BY_TIME = pattern(r" an? <<spells>>\b(?! (?:<<ago>>|later))")
_LED = 24
_BETWEEN = frozenset({"percent", "duration", "ordinal"})
"""Figures that may stand between a number and the sum whose unit it leaves out."""
_NO_FIGURES = frozenset({"ordinal", "season", "date", "period"})
"""What has digits and is no figure: "to 25.8 million tons in 2011/12, from [25.2 million]"."""
_BRACKET, _NEAR = " (", 8


def completed(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Give the mentions of a sentence with the numbers that have the unit of a figure told before."""
    kinds = {mention.kind for mention in mentions}
    if "number" not in kinds or kinds.isdisjoint(_WITH_UNIT):
        return tuple(mentions)
    found: list[Mention] = []
    told: list[Mention] = []  # the figures so far
    part: Mention | None = None
    for mention, later in zip(mentions, (*mentions[1:], None), strict=True):
        if later is not None and (_shares_unit(text, mention, later) or partial.is_of_the(text, mention, later)):
            mention = evolve(mention, kind=later.kind, units=later.units)
        if mention.kind == "number" and told:
            runs_on = told[-1] is part
            opened = partial.is_opened(text, told[-1], mention, runs_on=runs_on) or partial.goes_on(text, told[-1], mention)
            opened = opened or partial.is_of_led(text, told[-1], mention, runs_on=runs_on)
            whole = told[-1] if opened else _whose_unit(text, told, mention)
            mention = mention if whole is None else _with_rate(text, evolve(mention, kind=whole.kind, units=whole.units))
            mention = partial.with_scale(mention, told[-1]) if opened else mention
            part = mention if opened else None
        if mention.numeral is not None and mention.kind not in _NO_FIGURES:
            told.append(mention)
        found.append(mention)
    return tuple(found)


def _shares_unit(text: str, number: Mention, later: Mention) -> bool:
    """Tell whether the unit of a sum stands for the number before it, too: "up [3.6 million] and 4 million tonnes"."""
    if number.kind != "number" or later.kind not in SUMS or number.numeral is None or later.numeral is None:
        return False
    scales = number.numeral.scale, later.numeral.scale
    large = min(scales) >= partial.LARGE and later.span.start == later.numeral.start
    alike = scales[0] == scales[1] or (_are_alike(number, later) and text.startswith(_FROM_IT, number.span.end))
    return large and alike and _AND.fullmatch(text, number.span.end, later.start) is not None


def _whose_unit(text: str, told: Sequence[Mention], number: Mention) -> Mention | None:
    """Give the figure before a number whose unit that leaves out."""
    if number.numeral is None or number.numeral.vague or partial.counts(text, number.span.end):
        return None
    last = told[-1]
    if last.kind in _LEVELS and _is_level_against(text, last, number):
        return last
    whole = next((m for m in reversed(told) if m.kind not in _BETWEEN and not _is_converted(text, m, number)), None)
    if whole is not None and whole.kind in SUMS and _has_its_unit(text, whole, number):
        return whole
    return _converted(text, told) if text.startswith(_BRACKET, number.span.end) else None


def _is_level_against(text: str, level: Mention, number: Mention) -> bool:
    """Tell whether a number is what a share or a time was before, or comes to: "to 4.2 percent from [3.9]"."""
    if level.numeral is None or not _are_alike(level, number) or level.units[:1] == ("percentage_point",):
        return False
    start, end = level.span.end, number.span.start
    if _TO.fullmatch(text, start, end):
        return _FROM.search(text, max(0, level.start - _LED), level.start) is not None
    if level.kind == "percent" and _BY.fullmatch(text, start, end) and _MOVED_BY.search(*_led(text, level)):
        return True
    group = _OF_GROUP.fullmatch(text, start, end)
    if group is not None and text.startswith(f" {group[1]} ", number.span.end):
        return True
    against = _LEVEL_AGAINST.fullmatch(text, start, end)
    return against is not None and _REACHED.search(*_led(text, level)) is not None


def _led(text: str, figure: Mention) -> tuple[str, int, int]:
    """Give the text with where the words right before a figure begin and end."""
    return text, max(0, figure.span.start - _LED), figure.span.start


def _is_converted(text: str, sum_: Mention, number: Mention) -> bool:
    """Tell whether a sum tells the one before it again, in brackets that end before a number: "2 million won ([$2,000])"."""
    return text.endswith(" (", 0, sum_.start) and text.startswith(")", sum_.span.end) and sum_.span.end < number.start


def _converted(text: str, told: Sequence[Mention]) -> Mention | None:
    """Give the last sum that has another currency's in brackets, as a number has: "30,000 yen ($200) and [20,000] ($134)"."""
    near = told[-_NEAR:]
    for sum_, other in zip(near[-2::-1], near[:0:-1], strict=False):
        if sum_.kind == other.kind == "money" and other.span.start - sum_.span.end == len(_BRACKET):
            return sum_ if text.startswith(_BRACKET, sum_.span.end) else None
    return None


def _has_its_unit(text: str, sum_: Mention, number: Mention) -> bool:
    """Tell whether a number has the unit of a figure before: of its size, set against it or a part of it."""
    if not _is_as_large(text, sum_, number):
        return False
    if _BY_TIME.match(text, number.span.end) and _PAID.search(text, max(0, number.span.start - _LED), number.span.start):
        return True
    start, end = sum_.span.end, number.start
    if _OR.match(text, number.span.end) and _OR_LED.search(text, max(0, sum_.start - _LED), sum_.start):
        return False
    if _APART.match(text, number.span.end) and _BESIDE.fullmatch(text, start, number.start):
        return True
    if _AGAINST.fullmatch(text, start, number.span.start) or _PLUS.fullmatch(text, start, number.span.start):
        return True
    if _is_in_turn(text, sum_, number):
        return True
    if _TO.fullmatch(text, start, number.span.start):
        led = text, max(0, sum_.start - _LED), sum_.start
        return _FROM.search(*led) is not None or _CHANGED_BY.search(*led) is not None
    return partial.OF_IT.match(text, number.span.end) is not None and _BESIDE.fullmatch(text, start, end) is not None


def _is_in_turn(text: str, sum_: Mention, number: Mention) -> bool:
    """Tell whether a large number is told as a sum is: of the next year, or in brackets of its own behind what it is for."""
    if number.numeral is None or number.numeral.scale < partial.LARGE:
        return False
    if _IN_TURN.fullmatch(text, sum_.span.end, number.span.start):
        return _IN_YEAR.match(text, number.span.end) is not None
    alone = text[number.span.start - 1] == "(" and text.startswith(")", number.span.end)
    return alone and text.endswith("(", 0, sum_.start) and not text.startswith(")", sum_.span.end)


def _is_as_large(text: str, sum_: Mention, number: Mention) -> bool:
    """Tell whether both are millions or more, both are told to the cent by the share, or they are alike."""
    if sum_.numeral is None or number.numeral is None:
        return False
    written = text[number.span.start : number.span.end]
    if sum_.units and "/" in sum_.units[0] and _FEW_CENTS.fullmatch(written):
        return _FEW_CENTS.search(text, sum_.span.start, sum_.span.end) is not None
    if number.numeral.scale >= partial.LARGE:
        return sum_.numeral.value >= partial.LARGE or _are_alike(sum_, number)
    return sum_.numeral.scale == 1 and "-" not in text[sum_.span.start : sum_.span.end] and _are_alike(sum_, number)


def _are_alike(one: Mention, other: Mention) -> bool:
    """Tell whether two figures that are no ranges are of one size: "310,000 euros, up from 250,000"."""
    if one.numeral is None or other.numeral is None or one.far or other.far:
        return False
    less, more = sorted((one.numeral.value, other.numeral.value))
    return 0 < more < _ALIKE * less


def _with_rate(text: str, sum_: Mention) -> Mention:
    """Take up the time by which a sum is told: "[60 million a year]"."""
    return money.rated(text, sum_, len(text)) if sum_.kind == "money" and "/" not in sum_.units[0] else sum_
