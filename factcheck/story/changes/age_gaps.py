"""Links from two ages to the years that are told to lie between them: "Lee, 62, is 22 years older than Roe, 40".

The years stand behind an age with a name at the most between, and lead to the other one ("older than Roe, 40"); or they stand
behind both and point back ("Lee, 20, plays the 37-year-old Roe, 17 years his senior"). No third age and no other time is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import Claim, Line, series
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "age-gap"
ROUND = 1
ONE = True
INHERITS: frozenset[str] = frozenset()
PARTS = ("older", "younger")

_NAME = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}"
_BESIDE = pattern(rf"(?: {_NAME})?,? (?:(?:is|and|who is|and thus|and is|thus|he is|she is) )?(?:<<about>> )?")
_THAN = pattern(
    rf" (?:older|younger) than (?:<<definite>> (?:[a-z-]+ ){{1,3}})?(?:the |(?:(?:Mr|Mrs|Ms|Dr)\.? )?{_NAME}, |who is )?"
    r"(?:(?<=, )who is )?"
    r"| (?:older|younger) than <<possessive>> [a-z-]+(?: [a-z-]+)?, (?:who is |now )?"
)
_POINTS = pattern(r" <<possessive>> (?:senior|junior)\b| (?:older|younger)(?= ?[.,;)]|\Z)")
_OTHER_TIME = pattern(
    r"\b(?:when|married|wed|died|then|was|were|had|been|at the age|turns?|turned|once|years ago)\b|\bin [12]\d{3}\b"
)


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences that have two ages and one spell of years, in text order."""
    told = (figure for figure in figures if figure.kind in ("age", "duration"))
    for here in series.by_sentence(told):
        ages = [figure for figure in here if figure.kind == "age" and figure.is_single]
        gaps = [
            figure for figure in here if figure.quantity is not None and figure.quantity.unit == "year" and figure not in ages
        ]
        if (len(ages), len(gaps), len(here)) != (2, 1, 3) or _OTHER_TIME.search(here[0].sentence.text):
            continue
        if _is_between(here.index(gaps[0]), gaps[0], ages):
            ages.sort(key=lambda age: age.value or 0, reverse=True)
            yield from (
                Link(KIND, age.id, gaps[0].id, "so many years apart", part) for age, part in zip(ages, PARTS, strict=True)
            )


def _is_between(at: int, gap: Claim, ages: Sequence[Claim]) -> bool:
    """Tell whether a spell of years leads from the age before it to the one behind, or points back from both."""
    text, before = gap.sentence.within, ages[max(at - 1, 0)]
    if at == 0 or _BESIDE.fullmatch(text, before.phrase.end, gap.phrase.start) is None:
        return False
    if at == len(ages):
        return _POINTS.match(text, gap.phrase.end) is not None
    return _THAN.fullmatch(text, gap.phrase.end, ages[1].phrase.start) is not None
