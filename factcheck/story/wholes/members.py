"""Links from a part to the whole that it only names: "40 divers came; [six] of the divers", "[Three] of the dead were children".

A share has its whole before it: "a budget of $30 million, of which she paid [two-thirds]", "16 workers, [a quarter] of them".
What was told before may be another number of the same: a part that is larger than it has no link. Nor has one that stands beside
other parts ("six of the 14 trucks were burned and [five] looted") where all of them are more than the whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from factcheck.claims import COUNTS, SHARES, Claim, Line, series
from factcheck.claims.roles import SCALES
from factcheck.grounds import kin, makeup, siblings, wholes
from factcheck.lexicon import forms
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.wholes import parts

KIND = parts.KIND
ROUND = 2
ONE = False
INHERITS = frozenset({"subject"})
PART = "named"

_OF_THE = pattern(r" of (?:<<definite>>|those|these)(?: (?:original|first|new|old|remaining|surviving))? (?P<noun>[a-z]+)\b")
_LED_OF = pattern(r"(?:\A|[.;:—–“”\n] ?)(?:Of|of) the (?P<noun>[a-z]+), (?:<<about>> )?\Z")
_OF_THEM = pattern(
    r" of (?:(?P<many>them|whom|which|th[eo]se(?! (?:who|with|in|under|over|older|younger|[a-z]+ed|[a-z]+ing"
    r"|<<participles>>)\b))|it|that)\b"
)
_OF_THAT = pattern(
    r"[Oo]f (?:(?P<many>them|those|these)|it|that|(?:this|that|the) (?:<<named-numbers>>|money)),? "
    r"(?:[^,;:.()\d]{1,50}, )?(?:[^,;:.()\d]{1,60} )??(?:<<about>> )?\Z"
)
_OF_WHICH = pattern(r"(?: (?:in|over|by|this|last|next) [^,;:()]{1,30})?,? of (?:which|whom|those|them|that) [^;:()]{0,50}\Z")
_INCLUDED = pattern(r"\b[Tt]he (?P<noun>[a-z]+(?= include)|<<stricken>>) (?:included?|were)(?: at least)? \Z")
"""Before the first of those that are told of all who came to harm: "the dead included [eight] guards and two nurses"."""
_AMONG_THE = pattern(r" (?:[a-z]+ ){0,3}<<is>> among (?:the|those) (?P<noun>[a-z]+)\b")
_WHOSE = pattern(r" (?:out )?of (?:<<definite>>|all|the [a-z]+[’']s?|(?:[A-Z][\w.-]* ?){1,3}[’']s?) (?:<<about>> )?")
_BESIDE = pattern(
    r"[^;:()“”.\d]{0,100}?(?:;|,| and| while)(?: and| while)? (?:(?:<<definite>>|another|a further) )?(?:(?!compared )[a-z]+ )??"
    r"(?:[A-Z][\w’'-]* ){0,4}(?:with |on )?(?:<<about>> )?"
)
_VERB_BETWEEN = pattern(r"\b(?:<<is>>|<<has>>|died|came|went)\b")
_SINCE = pattern(r";(?: <<about>>)? \Z")
_WHERE = pattern(r",?(?: and| but|, where| where)(?: <<about>>)? \Z")
_STAY = pattern(r" remain(?:s|ed)? (?:there|here|in|on|under|at|behind)\b")
"""Behind some of those told before in one breath: "40 were admitted, and nine [remain in] intensive care"."""
_HANDED = pattern(r" (?:(?:of (?:them|it|these|those) )?(?:to|for|from|by|in|on|at)) (?!(?:the )?(?:total|year|month|week)\b)")
_LATER = pattern(
    r" (?:<<has>> (?:since|already|later)|(?:were|was) (?:later|soon|since|eventually)|later"
    r"|remain(?:s|ed)? (?:there|here)|(?:are|were) still)\b"
)
"""Behind some of those told before a semicolon: "12 charges; seven [were later] dropped"."""
_STRICKEN, _DEAD = "casualties", "killed"
"""Whom "the victims" are: the dead, where some are told."""
_LISTED = ("including", "among them")
_WHOLES = frozenset({"count", "money", "measure"})
_UP_FROM = pattern(r"[^;:()“”]{0,40}?,? (?:up|down) from (?:<<about>> )*")
_OF_THAT_SUM = pattern(r" of that(?: (?:money|sum|amount))?(?=[ ,.;)]|\Z)(?! (?:[a-z]+(?<!s)) <<is>>\b)")
_NEAR = 4
_LED, _BACK = 20, 30
"""Code points before a part, and figures which its whole is looked for."""


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of figures that have none yet, in text order."""
    ours = [link for link in links if link.kind == KIND]
    whole_of, listed = {link.one: link.other for link in ours}, {link.one for link in ours if link.why.startswith(_LISTED)}
    by_id, told = {figure.id: figure for figure in figures}, defaultdict[str, Fraction](Fraction)
    for at, part in enumerate(figures):
        if part.id not in whole_of and part.sentence.kind == "body" and part.value is not None:
            whole = _told_before(part, figures, at)
            led = _led_by(part, figures, at, whole_of) if whole is None else None
            if led is not None and _is_beside(part, figures[at - 1], any_noun=led.id in listed):
                whole = _with_room(part, by_id.get(whole_of[led.id]), told, listed=led.id in listed)
                if led.id in listed:
                    listed.add(part.id)
            if whole is not None:
                whole_of[part.id] = whole.id
                if _INCLUDED.search(part.sentence.within, part.sentence.near(part.phrase.start), part.phrase.start):
                    listed.add(part.id)
                yield Link(KIND, part.id, whole.id, "it is named again", PART)
        if part.id in whole_of:
            told[whole_of[part.id]] += part.value or 0


def _led_by(part: Claim, figures: Sequence[Claim], at: int, whole_of: Mapping[str, str]) -> Claim | None:
    """Give the part behind which a figure stands: the last, or one before its whole ("12 of the 65 seats and Unity [nine]")."""
    last = figures[at - 1] if at else part
    led = figures[at - 2] if at > 1 and whole_of.get(figures[at - 2].id) == last.id else last
    led = led if part.roles == led.roles and (part.role or not siblings.acts(part)) else last
    return led if led.id in whole_of else None


def _with_room(part: Claim, whole: Claim | None, told: Mapping[str, Fraction], *, listed: bool) -> Claim | None:
    """Give a whole if it has room for one more part beside those told, or if one that is ``listed`` is larger by itself."""
    if whole is None or (listed and _is_larger_by_itself(part, whole)):
        return whole
    return whole if (whole.value or 0) >= told.get(whole.id, 0) + (part.value or 0) else None


def _told_before(part: Claim, figures: Sequence[Claim], at: int) -> Claim | None:
    """Give the whole of the figure ``at`` a place, where its own words name it."""
    whole = _named(part, figures[max(0, at - _BACK) : at]) if part.kind in COUNTS else None
    whole = _shared(part, _acting(figures[max(0, at - 2) : at])) if part.kind in SHARES and at else whole
    whole = whole or (_of_that_sum(part, figures[max(0, at - _NEAR) : at]) if part.kind in SHARES else None)
    whole = whole or _before_it(part, figures[max(0, at - _BACK) : at])
    whole = whole or (_of_them_later(part, figures[at - 1]) if at else None)
    return whole or (_of_the_next(part, figures[at + 1]) if at + 1 < len(figures) else None)


def _is_beside(part: Claim, last: Claim, *, any_noun: bool) -> bool:
    """Tell whether a count stands beside a part: it has no noun, or is listed with it ("including four men and two boys")."""
    text = part.sentence.within
    if part.sentence is not last.sentence or part.kind not in COUNTS or last.kind not in COUNTS or part.additional:
        return False
    if text.startswith(" times ", part.span.end):
        return False
    if not _BESIDE.fullmatch(text, last.span.end, part.phrase.start) or makeup.THE_OTHER.search(
        text, max(0, part.span.start - _LED), part.span.start
    ):
        return False
    if any_noun and _VERB_BETWEEN.search(text, last.phrase.end, part.phrase.start):
        return False  # "six people, including two guards, were killed and 40 wounded"
    if part.counted is None:
        return True
    return any_noun and text[last.phrase.end : part.phrase.start] in (" and ", ", ", ", and ")


def _is_larger_by_itself(part: Claim, whole: Claim) -> bool:
    """Tell whether people listed with a part are more than all of them: "four people, including two judges and [six] clerks"."""
    if part.value is None or whole.value is None or not (part.is_of_people and whole.is_of_people):
        return False
    return part.value > whole.value and whole.sentence is part.sentence and not siblings.acts(part)


def _named(part: Claim, before: Sequence[Claim]) -> Claim | None:
    """Give the last figure that counts what a part is of, or has the role that the noun names, and is not smaller."""
    text, stop = part.sentence.within, part.sentence.span.end
    led = text[max(part.sentence.span.start, part.phrase.start - 2 * _LED) : part.phrase.start]
    named = _OF_THE.match(text, part.span.end, stop) or _AMONG_THE.match(text, part.span.end, stop) or _LED_OF.search(led)
    named = named or _INCLUDED.search(led)
    if named is None or text.endswith(("all ", "All "), 0, part.phrase.start):  # "lost all three of its seats"
        return None
    noun, role = named["noun"], forms("roles", "nouns", "called").get(named["noun"])
    for told in (_DEAD, role) if role == _STRICKEN else (role,):
        for whole in reversed(before):
            if whole.listed and part.listed and whole.sentence is part.sentence:
                continue  # "20 women and [nine] boys were among the dead"
            if (of := _OF_THE.match(whole.sentence.within, whole.span.end)) and of["noun"] == noun:
                continue  # "12 of the lamps were old. [Nine] of the lamps broke": of all
            same = whole.counted is not None and noun in (whole.counted.lower(), series.noun(whole))
            if (same or (told is not None and any(kin.under(own, told) for own in whole.roles))) and _holds(whole, part):
                return wholes.of_body(whole, before)
    return None


def _acting(before: Sequence[Claim]) -> Claim:
    """Give the last figure, or the one before it of which it only tells where: "took [900 ticks] from 40 farms".

    So it is with a level that only tells whence another came: "[$40 million], up from $30 million, but wages take half of it".
    """
    *_, first, last = (before[-1], *before)
    if first.kind != last.kind or first.sentence is not last.sentence:
        return last
    led = _UP_FROM.fullmatch(first.sentence.within, first.phrase.end, last.phrase.start)
    return first if siblings.is_place_of(last, first) or led else last


def _shared(part: Claim, whole: Claim) -> Claim | None:
    """Give the figure right before a share that is of it."""
    if part.sentence is not whole.sentence or whole.kind not in _WHOLES:
        return None
    text, stop = part.sentence.within, part.sentence.span.end
    if _OF_THEM.match(text, part.span.end, stop) or _OF_WHICH.fullmatch(text, whole.phrase.end, part.phrase.start):
        return whole
    if text[whole.phrase.end : part.phrase.start] == ", " and _HANDED.match(text, part.span.end, stop):
        return whole  # "236 permits, half to five states"
    return None


def _of_that_sum(part: Claim, before: Sequence[Claim]) -> Claim | None:
    """Give the only sum of the sentence before a share of "that": "raises [$40 million]; Wren gives a third of that"."""
    sums = [figure for figure in before if figure.kind == "money" and figure.sentence is part.sentence]
    return sums[0] if len(sums) == 1 and _OF_THAT_SUM.match(part.sentence.within, part.span.end) else None


def _before_it(part: Claim, before: Sequence[Claim]) -> Claim | None:
    """Give the sum or count of the sentence before which "of that" and "of them" mean: "It cost $40 million. Of that, [half]"."""
    share = part.kind in SHARES
    text, start = part.sentence.within, part.sentence.span.start
    opens = _OF_THAT.match(text[start : part.phrase.start])
    of = _OF_THEM.match(text, part.span.end) or opens
    if of is None or not (share or part.kind == "money" or text.endswith(SCALES, start, part.span.end)):
        return None
    whole = _last_many(before) if of["many"] else wholes.last_sum(before)
    if whole is None or whole.sentence is part.sentence or whole.sentence.paragraph != part.sentence.paragraph:
        return None
    if share:
        return whole
    value = whole.value or (whole.ends or (None,))[0]
    if value is None or part.value is None or not (part.kind == "number" or series.alike(whole, part)):
        return None
    return whole if value >= part.value or (opens is not None and _is_alone(whole, before)) else None


def _last_many(before: Sequence[Claim]) -> Claim | None:
    """Give the last figure if it counts more than one, as "of them" asks."""
    return before[-1] if before and before[-1].kind in COUNTS and before[-1].value != 1 else None


def _is_alone(whole: Claim, before: Sequence[Claim]) -> bool:
    """Tell whether "of that" can only mean a sum: no other figure stands in its sentence or behind it, and it is no change."""
    plain = whole.is_single and not (whole.additional or whole.running or whole.direction)
    return plain and before[-1] is whole and not any(figure.sentence is whole.sentence for figure in before[:-1])


def _of_them_later(part: Claim, whole: Claim) -> Claim | None:
    """Give the count before a semicolon of which a bare number tells what became of some."""
    text, start = part.sentence.within, part.sentence.span.start
    if part.counted is not None or part.kind not in COUNTS or whole.sentence is not part.sentence or whole.kind != "count":
        return None
    told = _SINCE.search(text, start, part.phrase.start) and _LATER.match(text, part.span.end)
    told = told or (_WHERE.search(text, start, part.phrase.start) and _STAY.match(text, part.span.end))
    return whole if told and _holds(whole, part) else None


def _of_the_next(part: Claim, whole: Claim) -> Claim | None:
    """Give the figure right behind a share or a sum that is of it: "a third of the 900 looms", "$4 million of the $9 million"."""
    text = part.sentence.within
    if part.sentence is not whole.sentence:
        return None
    if part.kind in SHARES:
        fits = whole.kind in _WHOLES
    else:
        net = wholes.NET.search(text, whole.span.end, whole.phrase.end)  # "$9 million of its $4 million profit", others lost
        fits = net is None and (whole.kind == "money" == part.kind or (whole.kind == "measure" and series.alike(part, whole)))
    of_all = part.kind in SHARES and whole.kind == "count" and text[part.span.end : whole.phrase.start] == " of "
    return whole if fits and (of_all or _WHOSE.fullmatch(text, part.span.end, whole.phrase.start)) else None


def _holds(whole: Claim, part: Claim) -> bool:
    a, b = whole.value, part.value
    return whole.kind in COUNTS and a is not None and b is not None and a >= b
