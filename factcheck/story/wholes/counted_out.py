"""Links from a part to the whole that it is counted out of: "36 of the 52 seats", "of the 40 shops, 14 are ...".

Of a sum only what is told behind it: "of the $20 million, $12 million went to schools"; one that something was taken off, as a
profit, can have larger parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims import COUNTS, SUMS, Claim, Line, series
from factcheck.grounds import larger, wholes
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.wholes import parts

KIND = parts.KIND
ROUND = 1
ONE = parts.ONE
INHERITS = parts.INHERITS

_WHOSE = (
    r"(?:<<definite>>|these|those|all|a total of"
    r"|(?:<<definite>> )?(?:[A-Z][A-Za-z]+ )?[A-Za-z-]+(?:['’]s|s['’]))"
)
_OF_THE = pattern(
    rf" (?:out of|of {_WHOSE})(?: (?:<<definite>>|<<about>>|top|last|first|past|next"
    rf"|total|main|leading|other|current|original|remaining|most|[a-z]+est))* "
)
_BROUGHT = pattern(r"\b<<brings-out>> (?:(?:<<about>>|<<bounds>>) )?\Z")
"""Before those who are brought out of a place: "pulled [40] out of the three streets"."""
_MARKS = pattern(r"points?|stars?|marks?|ratings?|scores?")
_BEST = frozenset({5, 10, 20, 100})
"""The highest marks, which somebody may praise beyond: "11 out of 10"."""
_OUT = " out of "
_OUT_OF_THEIR = pattern(rf" out of {_WHOSE} ")
"""Before members or seats, which nobody is brought out of: "67 [out of parliament's] 120 members"."""
_OUT_OF = pattern(r" out of (?:(?:<<definite>>|<<about>>|a total of|all) )*")
"""Behind a part with its noun: "four houses [out of] 85"."""
_BY = pattern(r"\bby (?:<<about>> )?\Z")
_OF_LED = pattern(rf"(?:\A|[\n.;:,(—“] ?)(?:(?:Of|of|Among|among|Out of|out of)(?: {_WHOSE}(?: (?:[a-z]+ ){{1,3}}of)?)?) \Z")
_VOICE = r"(?:(?:[A-Z][\w’'.&-]*(?: [A-Z][\w’'.&-]*){0,4}|the [a-z]+(?: [a-z]+)?|s?he|it|they) <<voiced>>)"
_SAID = rf"(?:{_VOICE} (?:that )?|{_VOICE}, )?"
"""Before a part: whoever tells of it ("of the 40 shops, [Wren said] 14 are old")."""
_SOME = r"(?:(?:<<about>>|a total of) )?"
_THEN_SO_MANY = rf"(?:[^,;:.()“”—–]{{0,60}}, {_SAID}{_SOME}| (?:(?:are|were|was) )?{_SOME})"
_THEN = pattern(_THEN_SO_MANY)
_LISTED = pattern(r"[\w)], of \Z")
"""Before the first of some sums or measures, which is no whole of the next: "two more, [of] 40 km in May and 41 km in June"."""
_IN_BRACKETS = pattern(
    r"[^,;:.()“”—–]{0,60}, (?:<<about>> )?(?:\d[\d.]*(?:%| percent| per cent)|half"
    r"|(?:an?|one|two|three|four)[- ](?:half|<<fractions>>)s?)(?: of them)? \("
)
"""Between a whole and the count in brackets that is the share before it: "of the 400, [60% (]240) are men"."""
_THEN_AT = pattern(rf"{_THEN_SO_MANY}| (?:who|that|which|in|at|on|from)\b[^,;:.()“”—–]{{0,60}} (?:<<about>> )?")
IN_HOUSE = pattern(r" (?:in|of) <<determiner>> (?:[A-Za-z-]+ )?")
SIZE = pattern(r"[- ]<<house>> (?!and\b|or\b)[A-Z]?[a-z]+\b(?!['’]| (?:and|or) (?:the )?\d)")
"""Behind the number of seats of a house."""
_OR = pattern(r",? or ")
"""Behind a figure beside a bare one: each may be meant ("of 6, 16 or 60 years")."""
_AND_SO_MANY = pattern(r"(?:,|,? and) \d[\d,.]*(?![\d,.]*(?:%| per ?cent))")
"""Behind the second of some numbers that "of" leads: "four parts, of 90, [110], 130 and 60 pages"."""
_VERB = pattern(r" (?:are|were|have|had|remain|remained|died|left)\b")
_THEN_TOOK = pattern(r"[^,;:.()“”—–]{0,60}, [^,;:.()“”—–\d]{1,40}? (?P<verb><<taking>>|<<winning>>) (?:<<about>> )?")
_WON = pattern(r"<<winning>>")
_PRIZES = pattern(r"<<prizes>>")
_FIRST_YEAR, _LAST_YEAR, _THOUSAND = 1500, 2100, 1000
_LED = 40
_POSSESSIVE = pattern(r"['’]|[^.,;:()]*?[a-z]s['’] ")
"""Behind a number: it only says whose a part is ("of the six states' 20 towns", "14 of the 12 counties' seats")."""


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences, in text order."""
    told = (figure for figure in figures if figure.kind in COUNTS or figure.kind in SUMS)
    for here in series.by_sentence(told):
        yield from parts.with_siblings(_of_the(here), here)


def _is_out_of(text: str, part: Claim, whole: Claim) -> bool:
    """Tell whether a part has its noun before a whole that has none: "four homes out of 85", not "won by 2 votes out of 9"."""
    told = (
        part.counted is not None
        and whole.counted is None
        and not _BY.search(text, part.sentence.near(part.phrase.start), part.phrase.start)
    )
    return told and _OUT_OF.fullmatch(text, part.phrase.end, whole.phrase.start) is not None


def _is_brought_out(text: str, part: Claim, whole: Claim) -> bool:
    """Tell whether some are brought out of so many places, or a mark is better than the best: "gave it 11 out of 10"."""
    if not text.startswith(_OUT, part.phrase.end) and not text.startswith(_OUT, part.span.end):
        return False
    if _BROUGHT.search(text, part.sentence.near(part.phrase.start), part.phrase.start):
        return True
    counted = whole.counted or part.counted
    return whole.value in _BEST and (counted is None or _MARKS.fullmatch(counted.lower()) is not None)


def _is_out_of_theirs(text: str, part: Claim, whole: Claim) -> bool:
    """Tell whether a part is of the people or seats that somebody has: "67 out of parliament's 120 members"."""
    led = _OUT_OF_THEIR.fullmatch(text, part.span.end, whole.phrase.start) is not None
    return led and (whole.is_of_people or is_prize(whole))


def _of_the(here: Sequence[Claim]) -> Iterator[Link]:
    """Give the links of figures that stand side by side: "36 of the 52 seats", "of the 40 shops, 14"."""
    for part, whole in pairwise(here):
        text = part.sentence.within
        if part.kind in COUNTS and whole.kind in COUNTS:
            of_the = _OF_THE.fullmatch(text, part.span.end, whole.phrase.start) and not _says_whose(text, part, whole)
            of_the = of_the or is_of_house(part, whole) or _is_out_of_theirs(text, part, whole)
            of_the = of_the or _is_out_of(text, part, whole) or _is_of_count(text, part, whole)
            of_the = of_the and not (_leaves_scale_out(part, whole) or _is_brought_out(text, part, whole))
            plural = text.endswith("s", whole.span.end, whole.phrase.end) or text.endswith(" the ", 0, whole.phrase.start)
            many = whole.value is None or whole.value > 1 - plural  # "4 of the 0.99 notes", "80 of one batch"
            if of_the and many:
                yield Link(KIND, part.id, whole.id, text[part.span.start : whole.phrase.end])
            elif is_led_part(text, part, whole) or _is_taken(text, part, whole):
                yield Link(KIND, whole.id, part.id, text[part.phrase.start : whole.phrase.end])
        elif part.kind == whole.kind == "measure" and _OF_THE.fullmatch(text, part.span.end, whole.phrase.start):
            if series.alike(part, whole):
                yield Link(KIND, part.id, whole.id, text[part.span.start : whole.phrase.end])
        elif part.kind == whole.kind and series.alike(part, whole) and _is_gross_led_part(text, part, whole):
            yield Link(KIND, whole.id, part.id, text[part.phrase.start : whole.phrase.end])


def _leaves_scale_out(part: Claim, whole: Claim) -> bool:
    """Tell whether one of two leaves its scale word out: "33 million of the [54] had been sent", "[3.2] of 4 million"."""
    if wholes.leaves_scale_out(part, whole):
        return True
    return whole.counted is None and (whole.value or 0) < _THOUSAND and wholes.is_some_of_a_sum(part)


def _says_whose(text: str, part: Claim, whole: Claim) -> bool:
    """Tell whether a figure only says whose a part is: "ten of the nine-member panel's cases", "of the six states' 20 towns"."""
    return (whole.is_size and part.counted is not None) or _is_of_whom(text, whole)


def _is_of_whom(text: str, whole: Claim) -> bool:
    noun = _POSSESSIVE.match(text, whole.span.end, whole.phrase.end + 1)
    return noun is not None or text.startswith(("'", "’"), whole.phrase.end)


def _is_of_count(text: str, part: Claim, whole: Claim) -> bool:
    """Tell whether two bare counts are a part and its whole: "12 of 40 counties", "12 of 1,900", but not "12 of 2019"."""
    if (
        text[part.span.end : whole.phrase.start] != " of "
        or (whole.counted or part.counted) is None  # "four of one shops": the noun is the part's alone
        or part.quantity is None
        or whole.quantity is None
    ):
        return False
    written = text[whole.span.start : whole.span.end]
    return whole.quantity.value is not None and ("," in written or not _FIRST_YEAR <= whole.quantity.value <= _LAST_YEAR)


def _is_gross_led_part(text: str, whole: Claim, part: Claim) -> bool:
    """Tell whether a sum that nothing was taken off stands before its part: "of the $20 million, $12 million went to schools"."""
    if _LISTED.search(text, whole.sentence.span.start, whole.phrase.start):
        return False
    return is_led_part(text, whole, part) and wholes.NET.search(text, whole.phrase.start, part.phrase.start) is None


def _is_in_a_row(text: str, whole: Claim, part: Claim) -> bool:
    """Tell whether a bare number is but the first of several: "of [90], 110, 130 and 60 pages"."""
    return text[whole.span.end : part.span.start] == ", " and _AND_SO_MANY.match(text, part.span.end) is not None


def is_led_part(text: str, whole: Claim, part: Claim) -> bool:
    """Tell whether a whole stands before its part: "of the 40 shops, 14 are ..."."""
    then = _THEN_AT if _VERB.match(text, part.phrase.end) else _THEN
    one_of = part.ends is not None or _OR.match(text, part.phrase.end) is not None
    if (
        _are_of_each(whole, part)
        or _is_beside(text, whole, part)
        or (whole.counted is None and (one_of or _is_in_a_row(text, whole, part)))
    ):
        return False
    told = then.fullmatch(text, whole.phrase.end, part.phrase.start) or (
        text.startswith(")", part.span.end) and _IN_BRACKETS.fullmatch(text, whole.phrase.end, part.phrase.start)
    )
    return bool(told) and _is_led(text, whole)


def _are_of_each(whole: Claim, part: Claim) -> bool:
    """Tell whether more than a whole counts may be in what it counts: "of the 12 families, [30 people]", "31 wells"."""
    if (part.value or 0) <= (whole.value or 0) or whole.counted is None or part.kind not in COUNTS:
        return False
    other = series.noun(part) not in ("", "others", series.noun(whole)) and not (whole.is_of_people and part.is_of_people)
    return other or larger.is_several_each(whole)


def _is_beside(text: str, whole: Claim, part: Claim) -> bool:
    """Tell whether a figure only stands beside another in a list of unlike things: "a gain of 83 vessels, 167 guns"."""
    listed = text.endswith(" of ", 0, whole.phrase.start) and text[whole.phrase.end : part.phrase.start] == ", "
    return listed and len({series.noun(whole), series.noun(part)} - {""}) > 1


def is_of_house(part: Claim, whole: Claim) -> bool:
    """Tell whether seats are told to be in the house of so many: "31 seats in the [60]-member chamber"."""
    text = part.sentence.within
    in_house = is_prize(part) and IN_HOUSE.fullmatch(text, part.phrase.end, whole.phrase.start) is not None
    return in_house and SIZE.match(text, whole.span.end) is not None


def is_prize(figure: Claim) -> bool:
    """Tell whether only one can win each of what a figure counts: a seat, no mill."""
    return _PRIZES.fullmatch((figure.counted or "").lower()) is not None


def _is_led(text: str, whole: Claim) -> bool:
    return _OF_LED.search(text[max(0, whole.phrase.start - _LED) : whole.phrase.start]) is not None


def _is_taken(text: str, whole: Claim, part: Claim) -> bool:
    """Tell whether somebody took a part of a whole: "of the 40 boats that it had, the line sold 14"; seats are won, not mills."""
    took = _THEN_TOOK.fullmatch(text, whole.phrase.end, part.phrase.start) if _is_led(text, whole) else None
    if took is None or series.noun(part) not in ("", series.noun(whole)):
        return False
    return _WON.fullmatch(took["verb"]) is None or is_prize(whole)
