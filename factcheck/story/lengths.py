"""Links from a length of time to the period that it measures: "from 2010 to 2014, five years in all", "12 years (1990-2002)".

The two stand side by side with nothing between but a comma, a bracket or "a period of". A length that makes an adjective
("three-year terms from 2000 to 2012") measures something else, but for one gathering that is told to run ("the five-day fair
will run from June 2 to 6"); so does one that is ranked ("the first five years"). "Up to 20 years" and "18 years between 1990
and 2012" may be less than the period, but not more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims import Claim, Line
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "lasts"
ROUND = 1
ONE = True
INHERITS: frozenset[str] = frozenset()
ALSO = frozenset({"period"})

_BEHIND = pattern(r"(?:, | \(| - | – |—| -- )(?:a <<stretches>> of |in all |that is |or )?")
_BEFORE = pattern(r"(?: as (?:<<determiner>> )?(?:[a-z-]+ ){0,2}[a-z-]+)?,? \(?")
_GOES_ON = pattern(r" (?:the|its|their|his|her|it|he|she|they) (?!(?:[a-z]+ ){0,3}(?:that|which|when|with)\b)")
"""Behind a period that a definite length opens: "in [the] eight years from 1998 to 2006 [the herd] doubled"."""
_GOES_ON_BARE = pattern(r" (?!<<grammar: stops>>\b|<<determiner>>\b|last\b|next\b|this\b|each\b|every\b)[a-z]+ ")
"""The like with a bare noun, behind words that open a sentence: "[In the] six months from May to October [sales] fell"."""
_OPENS = pattern(r"(?:In|Over|During|For) the \Z")
_SPAN = pattern(r", an? \Z")
_OF_SPAN = pattern(r" <<stretches>>\b")
_ENDS = pattern(r"(?: <<in-all>>| long)? ?(?:[.,;)—–]|\Z)")
_CLOSES = pattern(r" ?(?:[.,;)—–]|\Z)| (?:after|because|before|until|when|while)\b")
_LED = pattern(r"\b<<lasting>> (?:about )?\Z")
_ONE = pattern(r"\b(?:<<Determiner>>|[Tt]his|[’']s) (?:[a-z]+ )?\Z")
_GATHERING = pattern(
    r" (?:[a-z]+ ){0,2}<<gatherings>>(?:,? (?:which|that))?(?: (?:will|is to|was to|is due to|is set to))?"
    r" (?:runs?|ran|takes? place|took place|(?:is|was|be) (?:being )?(?:held|scheduled))(?: on)? "
)
_LEFT_OUT = pattern(r"\b<<interruptions>>\b")
"""What says that the length is not all of the period."""
_TOGETHER = pattern(r"\b(?:together|combined|between them|each|<<in-all>>)\b")
"""What says that the years of several are told."""
_AND = pattern(r",? and (?:again |then )?|, ")
_RANKED, _LED_BY = 30, 24


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences, in text order."""
    for at, (first, second) in enumerate(pairwise(figures)):
        if {first.kind, second.kind} != {"duration", "period"} or first.sentence is not second.sentence:
            continue
        if at and _is_one_more(figures[at - 1], first):
            continue
        if any(
            later.sentence is first.sentence and later.kind == "period" and _runs(later) for later in figures[at + 2 : at + 4]
        ):
            continue  # "for 20 years, from 1981 to 1991 with her brother and from 1993 to 2003 alone"
        period, length = (first, second) if first.kind == "period" else (second, first)
        if _runs(period) and ((_is_plain(length) and _is_set_beside(first, second, length)) or _gathers(length, period)):
            yield Link(KIND, length.id, period.id, "the length of the period is told beside it")


def _is_one_more(before: Claim, period: Claim) -> bool:
    """Tell whether a period is told beside another, so that a length behind may be of both: "to 1998 and from 2002 to 2010"."""
    if not before.kind == period.kind == "period" or before.sentence is not period.sentence or not _runs(before):
        return False
    return _AND.fullmatch(period.sentence.within, before.span.end, period.phrase.start) is not None


def _runs(period: Claim) -> bool:
    """Tell whether a period is told from its first day, month or year to its last."""
    return period.written is not None and period.written.to is not None and not period.guess


def _gathers(length: Claim, period: Claim) -> bool:
    """Tell whether one gathering of so many days is told to run for a period: "the five-day fair will run from June 2 to 6"."""
    text, start, stop = length.sentence.within, length.span.end, period.span.start
    one = _ONE.search(text, max(length.sentence.span.start, length.span.start - _LED_BY), length.span.start)
    days = length.quantity is not None and length.quantity.unit == "day" and text[length.span.start : start].endswith("-day")
    return one is not None and days and _GATHERING.fullmatch(text, start, stop) is not None


def _is_plain(length: Claim) -> bool:
    if _LEFT_OUT.search(length.sentence.text):
        return False
    text, span = length.sentence.within, length.span
    plain = length.value is not None and ("-" not in text[span.start : span.end] or _OF_SPAN.match(text, span.end) is not None)
    return plain and length.quantity is not None and length.quantity.bound not in ("<", "<=")


def _is_set_beside(first: Claim, second: Claim, length: Claim) -> bool:
    text, gap = first.sentence.within, (first.span.end, second.phrase.start)
    if second is length:
        if _SPAN.fullmatch(text, *gap):
            return _OF_SPAN.match(text, second.span.end) is not None
        return _BEHIND.fullmatch(text, *gap) is not None and _ENDS.match(text, second.span.end) is not None
    led = _LED.search(text, max(first.sentence.span.start, first.phrase.start - _RANKED), first.phrase.start)
    led = None if text.startswith("between", second.span.start) and not _is_longer(first, second) else led
    if led is None or _BEFORE.fullmatch(text, *gap) is None:
        return False
    opened = led[0].startswith("the") and text.startswith("from", second.span.start) and _goes_on(first, second)
    return opened or _CLOSES.match(text, second.span.end) is not None


def _goes_on(length: Claim, period: Claim) -> bool:
    """Tell whether what happened in a period is told right behind it."""
    text, start = length.sentence.within, length.sentence.span.start
    behind = (_GOES_ON, _GOES_ON_BARE) if _OPENS.fullmatch(text, start, length.span.start) else (_GOES_ON,)
    return any(words.match(text, period.span.end) for words in behind)


def _is_longer(length: Claim, period: Claim) -> bool:
    """Tell whether years are more than a period has, both its ends counted: "for 11 years between 1988 and 1990"."""
    first, last, told = period.first_day, period.last_day, length.quantity
    if first is None or last is None or told is None or told.unit != "year" or told.bound is not None:
        return False
    return _TOGETHER.search(length.sentence.text) is None and (length.value or 0) > last.year - first.year + 1
