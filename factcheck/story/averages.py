"""Links from an average and a number to what they make: "over five evenings it sold 1,250 tickets, an average of 250 an evening".

The three stand in one sentence and nothing else is told there in figures between them: over how many, how many in all, and how
many for one of those that the number counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import COUNTS, Claim, Line, series
from factcheck.claims.phrases import nouns
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "averaged"
ROUND = 1
ONE = True
INHERITS: frozenset[str] = frozenset()
ALSO = frozenset({"period", *COUNTS, "money"})
PARTS = ("number", "average")
"""Of what was made in all: over how many, and how many for one of them."""

_OVER = pattern(
    r"\b(?:[Oo]ver|[Dd]uring|[Ii]n|[Ff]or|[Aa]cross)(?: all)?(?: (?:<<determiner>>|those|these))?"
    r"(?: (?:first|last|past|next|full))?(?: <<about>>)? \Z"
)
_AVERAGE = pattern(
    r"(?: [a-z][\w’'-]*){0,6}(?: (?:over|during|in|for|across) [^,;:.()]{1,40})?(?:,| -| --| —| –| \() ?"
    r"(?:or )?(?:for )?an average of (?:<<about>> )?"
)
_FOR_ONE = pattern(r" (?:an?|per|each|every) ([a-z]+)(?= ?[.,;)]|\Z)")
_NO_MORE = pattern(r" ?(?:[.,;)—–]|--|\Z)| (?:an?|per|each|every|and|but)\b")
"""Behind an average: nothing narrows it ("$5 million a day [at its peak]")."""
_BEFORE = pattern(r"(?: [a-z][\w’'-]*){1,6} ")
"""Between what was made and over how many: "sold 1,250 tickets [over its] five evenings"."""
_THEN = pattern(r"(?! (?:of|to|<<ago>>|after|until|since|later)\b)[^;:()%]{0,60}")
_OTHERWISE = pattern(
    r"\b(?:working|until|since|including|besides|plus|more|another|except|apart|first|last|final|at (?:least|most)|up to)\b"
)
"""Between the three: some of it was made otherwise, or another time is meant."""
_LEVEL = pattern(r"\b(?:to|from|than|at)(?: <<about>>)? \Z")
"""Before a figure that something came to, which was not made in the time."""
_LED = 40


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences, in text order."""
    for here in series.by_sentence(figure for figure in figures if figure.kind != "period" or _count(figure) > 1):
        for at in range(len(here) - 2):
            one, two, average = here[at : at + 3]
            for number, whole in ((one, two), (two, one)):
                if _are_averaged(number, whole, average):
                    yield Link(KIND, number.id, whole.id, "over so many", "number")
                    yield Link(KIND, average.id, whole.id, "so many for each", "average")


def _are_averaged(number: Claim, whole: Claim, average: Claim) -> bool:
    """Tell whether a figure is told to be the average of a whole over a number of times or things."""
    told = (whole, average) if number.kind == "period" else (number, whole, average)
    singles = all(claim.is_single and claim.quantity and claim.quantity.bound is None for claim in told)
    if not singles or not series.alike(whole, average) or not _is_of_one(number, average):
        return False
    text, start = number.sentence.within, max(number.sentence.span.start, number.span.start - _LED)
    if _OVER.search(text, start, number.span.start) is None:
        return False
    first, second = sorted((number, whole), key=lambda claim: claim.span)
    if second is whole:
        between = _THEN.fullmatch(text, first.phrase.end, second.span.start)
        behind = _AVERAGE.fullmatch(text, second.span.end, average.span.start)
    else:
        between = _BEFORE.fullmatch(text, first.span.end, second.span.start)
        behind = _AVERAGE.fullmatch(text, second.span.end, average.span.start)
    if _LEVEL.search(text, whole.sentence.near(whole.span.start), whole.span.start):
        return False
    return bool(between and behind) and _OTHERWISE.search(text, first.span.end, average.span.start) is None


def _count(period: Claim) -> int:
    """Give how many days or years a period is told to have: "the past [14] days"."""
    return period.written.count if period.written is not None and period.written.unit else 0


def _is_of_one(number: Claim, average: Claim) -> bool:
    """Tell whether an average is for one of what a number counts: "250 an evening", of five evenings."""
    unit = (average.quantity.unit or "").partition("/")[2] if average.quantity else ""
    if not _NO_MORE.match(average.sentence.within, average.span.end, average.sentence.span.end):
        return False
    behind = _FOR_ONE.match(average.sentence.within, average.span.end, average.sentence.span.end)
    one = unit or (behind[1] if behind else "")
    if number.kind == "period":  # "in the past 14 days"
        return bool(one) and number.written is not None and number.written.unit == one
    if number.kind == "duration":
        return bool(one) and number.quantity is not None and number.quantity.unit == one
    return number.kind in COUNTS and bool(one) and nouns.is_one_of(one, number.counted or "")
