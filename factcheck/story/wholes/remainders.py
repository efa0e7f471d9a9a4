"""Links from what is left to the whole: "nine of the 12 agreed; the other three did not", "14 of the 40 were sold, leaving 26".

The rest stands behind the last part that is told of the whole, in its sentence or the next: led by "the other", "the remaining",
"the rest" or "leaving", or told to remain.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck import lexicon
from factcheck.claims import Claim, Line, series
from factcheck.grounds import contrasted, kinds, makeup, uncounted, wholes
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.wholes import parts, portions

KIND = "rest-of"
ROUND = 3
ONE = True
INHERITS = frozenset({"subject"})
OF_ONE, OF_SEVERAL = PARTS = ("of one", "of several")
"""Beside one part, which makes the whole with it; beside several, or where more may be gone."""
TAKEN = frozenset({parts.KIND, portions.KIND})
"""Links from what is taken off a whole."""
_REST = pattern(r"\b[Tt]he (?:(?:other|remaining)|(?:rest|remainder|others)(?:,| --| —| –| -| \()?)(?: |\Z)")
_AGED = pattern(r"\baged [^.;:()]{1,12}?,? and the other \Z")
"""Before a figure that is an age: "two men, one aged 58 and the other [27]"."""
_THE_ONE = pattern(r"\b[Tt]he (?:only )?one\b")
_ONE_OF = pattern(r"\b[Oo]ne of (?:(?:the|her|his|its|their) )?\Z")
"""Before a whole of which one was told of first: "she was [one of] seven, three of whom died; the other three"."""
_LEAVING = pattern(
    r", (?:which )?(?:leaving|leaves|left) (?:(?:it|them|him|her|the [a-z]+|[A-Z]\w+) )??(?:with )?(?:<<about>> )*(?:another )?\Z"
)
_OTHERWISE = pattern(
    r" (?!in (?:an?|the (?:next|coming)|<<counts>>) <<spells>>s?\b"
    r"|(?:in|on) (?:<<calendar: month>>|<<calendar: weekday>>|[12]\d{3}\b))"
    r"(?:on|in|at|from|of|aboard|near|outside|inside|nearby|elsewhere|who|that|which|with"
    r"|above|below|under|between|behind|beyond|along|around|without|by (?!\d|<<counts>>|a\b|an\b|the\b))\b"
)
"""What says more of the rest, but when it is: it may be of others ("two of the four survivors", "the other three on board")."""
_LEFT = pattern(
    r" ?(?:[.,;:)—–]|--|\Z)| (?:as|to|in the|at the|on <<possessive>>|at|under"
    r"|still|behind|for|in place|in service|over)\b"
)
"""Behind what was left: it is not what became of others ("leaving 30 homeless", "leaving 40 children without a father")."""
_MORE = pattern(
    r"\b(?:<<uncounted>>|including)\b"
    r"|\b(?:and|but|then) (?:(?:<<has>>|also|then) )?(?:bought|built|gained|added|hired|joined)\b"
)
"""Between part and rest: something else was taken away, or came on top."""
_MORE_CAME = pattern(
    r"(?: [^.;,]{0,40})?,? (?:counting|including|with|as|since|because) (?:those|the|an?|<<counts>>)\b|"
    r"[^.;]{0,60}\b(?:after|once|since|as|and|with|including|counting|besides)\b[^.;]{0,40}?\b(?:more|others?|another|<<besides>>)\b"
)
"""Behind what remains: others came on top ("26 remain in jail after ten more were caught")."""
_LESS = pattern(
    r"[^.;]{0,60}\b(?:after|once|excluding|besides|plus|apart from|not counting|net of|and|since|because"
    r"|as (?:one|some|two|several|others?|the))\b"
)
"""Behind what was left: something else was taken off, too."""
_WITH = pattern(r",? (?:with|including|counting|plus) (?:<<counts>>|\d+|one|an?|those)\b")
"""Behind a rest that holds more than what is left: "the other nine, with one on loan"."""
_PLACED = pattern(r"(?: <<is>>)? (?P<how>on|in|at|from|for|to) [^,;:.()]{1,40}?(?=[,.;]| and\b|\Z)")
_ENDS = pattern(r" ?(?:[.;]|\Z)")
_GONE = pattern(r"(?: (?:were|was|are|have been|had been|have|had))? <<gone>>\b")
_TAKEN_OFF = pattern(r"\b<<gone>> (?:<<about>> )?\Z")
_WERE = pattern(r" (?:were|are) ([a-z]+)\b")
_MEANS = pattern(r"\b(?:by|in|aboard|on|with) (?:<<about>> )?\Z")
_NEXT, _WITHIN = 4, 250
"""Figures, and code points, within which the rest stands behind its part."""
_LED = 40


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give a link where a part of a whole is told and then what is left of it."""
    tied = [*{(link.one, link.other): link for link in links[::-1] if link.kind in TAKEN}.values()]
    parts_of = Counter(link.other for link in tied)
    places = {figure.id: at for at, figure in enumerate(figures)}
    last_of = {link.other: link for link in sorted(tied, key=lambda link: places.get(link.one, -1))}
    for link in last_of.values():
        if link.one not in places or link.other not in places:
            continue
        part, whole = figures[places[link.one]], figures[places[link.other]]
        alone = parts_of[link.other] == 1
        if (alone and link.part and whole.span.start < part.span.start) or _is_fraction(part, whole):
            continue  # which whole is meant is not sure enough, or "half of the 300 seats" is no count
        rest = _behind(part, whole, figures, max(places[link.one], places[link.other]))
        wider = [figures[places[link.other]] for link in tied if link.one == whole.id and link.other in places]
        nearer = [figure for figure in figures[places[link.other] + 1 : places[link.one]] if series.alike(whole, figure)]
        if rest is None or any(_make(all_, [whole, rest]) or _make(all_, [whole, part, rest]) for all_ in wider):
            continue  # "of the 40 singers 30 went, nine of them twice; the other ten": of the 40
        if any(_make(all_, [part, rest]) for all_ in nearer):
            continue
        if _is_rest(part, whole, rest) or _is_left(part, whole, rest):
            near = figures[min(places[link.one], places[link.other]) : places[rest.id] + 1 + _NEXT]
            alone = alone and not _is_one_more_told(part, whole, rest, near)
            yield Link(KIND, rest.id, whole.id, "the rest of it", OF_ONE if alone else OF_SEVERAL)
        elif _remains(part, whole, rest):
            yield Link(KIND, rest.id, whole.id, "what remains of it", OF_SEVERAL)


def _behind(part: Claim, whole: Claim, figures: Sequence[Claim], last: int) -> Claim | None:
    """Give the first figure close behind the ``last`` of a part and its whole that can be the rest."""
    near = figures[last + 1 : last + 1 + _NEXT]
    return next((figure for at, figure in enumerate(near) if _may_be_of(part, whole, figure, near[at + 1 :])), None)


def _may_be_of(part: Claim, whole: Claim, figure: Claim, behind: Sequence[Claim]) -> bool:
    """Tell whether a figure can be the rest of a whole, and no mere means: "44 left [by two planes]. The other 17 did"."""
    if not series.alike(whole, figure):
        return False
    rest = next((other for other in behind if series.alike(whole, other)), None)
    if rest is None or not whole.is_of_people or figure.is_of_people or not figure.counted:
        return True
    told = _WERE.match(part.sentence.within, _end(part, whole)) and _WERE.match(rest.sentence.within, rest.phrase.end)
    led = _MEANS.search(figure.sentence.within, figure.sentence.near(figure.phrase.start), figure.phrase.start)
    return not (told and led and figure.sentence is part.sentence and (rest.value or 0) > (figure.value or 0) * 3)


def _is_rest(part: Claim, whole: Claim, rest: Claim) -> bool:
    """Tell whether a figure is what the part leaves of the whole: led by "the other", its noun left out or the whole's."""
    text, start = rest.sentence.within, rest.span.start
    led = _REST.search(text, max(0, rest.phrase.start - _LED), start)
    behind = led is not None and led.end() >= rest.phrase.start and _is_near(part, rest)
    behind = behind and _AGED.search(text, max(0, start - _LED), start) is None and not _WITH.match(text, rest.phrase.end)
    if _adds_one(rest, whole) and _THE_ONE.search(text, part.phrase.end, rest.phrase.start):
        return False  # "two of the three cannot be sold. The one that can be is red. The other two"
    if _is_one_short(part, rest, whole) and _ONE_OF.search(text, max(0, whole.phrase.start - _LED), whole.phrase.start):
        return False
    if wholes.is_of_another(part) and whole.sentence is rest.sentence and (rest.value or 0) > (whole.value or 0):
        return False  # "19 states want it, nine of them by law, and the remaining 31 do not": of all
    if led and falls_short(part, rest, whole) and _are_others_told(part, whole, rest, led.start()):
        return False
    alone = _OTHERWISE.match(text, rest.phrase.end) is None or _is_placed(part, whole, rest)
    return behind and alone and series.noun(rest) in ("", "others", series.noun(whole))


def _adds_one(rest: Claim, whole: Claim) -> bool:
    return rest.value is not None and rest.value + 1 == whole.value


def _is_one_short(part: Claim, rest: Claim, whole: Claim) -> bool:
    return None not in (part.value, rest.value) and (part.value or 0) + (rest.value or 0) + 1 == whole.value


def falls_short(part: Claim, rest: Claim, whole: Claim) -> bool:
    """Tell whether a part and the rest are less than their whole."""
    return (part.value or 0) + (rest.value or 0) < (whole.value or 0)


def _are_others_told(part: Claim, whole: Claim, rest: Claim, stop: int) -> bool:
    """Tell whether others are told of without a number between a part and the rest, or behind it."""
    text, ends = rest.sentence.within, rest.sentence.span.end
    one = _is_one_short(part, rest, whole)
    return uncounted.is_between(text, _end(part, whole), stop) or uncounted.is_behind(text, rest.phrase.end, ends, one=one)


def _is_one_more_told(part: Claim, whole: Claim, rest: Claim, near: Sequence[Claim]) -> bool:
    """Tell whether a third figure makes the whole: "184 of the 276 are let, the other 82 are not, and [10] are lost"."""
    if not falls_short(part, rest, whole):
        return False
    others = [other for other in near if other not in (whole, part, rest) and series.alike(whole, other)]
    of_it = ("", "others", series.noun(whole))  # "the other six are split between three parties": those are no seats
    return any(series.noun(other) in of_it and _make(whole, [part, rest, other]) for other in others)


def _make(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Tell whether some parts make a whole."""
    return makeup.made(parts) == whole.value is not None


def _is_placed(part: Claim, whole: Claim, rest: Claim) -> bool:
    """Tell whether a rest leaves its verb to the part: "six of the nine are in Bonn and the remaining three in Trier"."""
    text = rest.sentence.within
    one, other = _PLACED.match(text, _end(part, whole)), _PLACED.match(text, rest.phrase.end)
    if part.sentence is not rest.sentence or one is None or other is None or one["how"] != other["how"]:
        return False
    joined = text[one.end() : rest.phrase.start].startswith((" and the ", ", and the ", ", the "))
    return joined and _ENDS.match(text, other.end()) is not None


def _is_left(part: Claim, whole: Claim, rest: Claim) -> bool:
    """Tell whether a part of a whole is told and then what it leaves of it, in one sentence: "14 are sold, leaving 26"."""
    text, gap = rest.sentence.within, (max(part.phrase.end, whole.phrase.end), rest.phrase.start)
    if part.sentence is not rest.sentence or not _is_near(part, rest) or _LEAVING.search(text, *gap) is None:
        return False
    if (rest.value or 0) > (whole.value or 0):  # what is left is of something larger, of which the whole is a part
        return False
    if falls_short(part, rest, whole) and uncounted.is_between(text, *gap):
        return False
    if _MORE.search(text, *gap) is not None or not _is_all_left(rest):
        return False
    same = series.noun(rest) in ("", series.noun(whole), series.noun(part))
    return same or (whole.is_of_people and rest.is_of_people and _are_apart(part, rest))


def _is_all_left(rest: Claim) -> bool:
    """Tell whether nothing behind what is left says what became of others, or that more was taken off."""
    text, stop = rest.sentence.within, rest.sentence.span.end
    return _LEFT.match(text, rest.phrase.end, stop) is not None and _LESS.match(text, rest.phrase.end, stop) is None


def _remains(part: Claim, whole: Claim, rest: Claim) -> bool:
    """Tell whether a figure is set against a part as what is left, as behind one that is gone: "14 were sold; 26 remain"."""
    text, stop = rest.sentence.within, rest.sentence.span.end
    return (
        _is_near(part, rest)
        and (contrasted.is_rest(part, rest) or (contrasted.remains(rest) and _is_gone(part, whole)))
        and series.noun(rest) in ("", series.noun(whole))
        and _MORE.search(text, part.phrase.end, rest.phrase.start) is None
        and _MORE_CAME.match(text, rest.phrase.end, stop) is None
    )


def _is_gone(part: Claim, whole: Claim) -> bool:
    """Tell whether a part is told to be gone: "14 of the 40 were sold", "sold 14 of the 40"."""
    text, start = part.sentence.within, max(part.sentence.span.start, part.phrase.start - _LED)
    return _GONE.match(text, _end(part, whole)) is not None or _TAKEN_OFF.search(text, start, part.phrase.start) is not None


def _is_fraction(part: Claim, whole: Claim) -> bool:
    return part.value is not None and part.value < 1 and whole.is_count


def _end(part: Claim, whole: Claim) -> int:
    """Give where a part ends, with the whole that it is told of: "14 of the 40"."""
    return max(part.phrase.end, whole.phrase.end if whole.sentence is part.sentence else 0)


def _are_apart(part: Claim, rest: Claim) -> bool:
    """Tell whether nobody is both: "410 adults, leaving 602 children", "410 were adults, leaving 602 children"."""
    told = _WERE.match(part.sentence.within, part.phrase.end)
    sort = series.noun(part) or (lexicon.forms("nouns").get(told[1], told[1]) if told else "")
    return kinds.are_exclusive({sort, series.noun(rest)})


def _is_near(part: Claim, rest: Claim) -> bool:
    return part.sentence.paragraph == rest.sentence.paragraph and 0 < rest.span.start - part.span.end <= _WITHIN
