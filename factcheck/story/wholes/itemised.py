"""Links from a sum that a plan is said to include to the sum of the plan, told right before: "approved a [$45 million] plan".

The plan has its noun beside the only sum of its sentence, and is named again: "The plan includes $30 million for roads". One that
is to cut or to save something may hold more than it saves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims import Claim, Line, series
from factcheck.grounds import wholes
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.wholes import parts

KIND = parts.KIND
ROUND = parts.ROUND
ONE = parts.ONE
INHERITS = parts.INHERITS

_PLAN = pattern(r" (?P<noun><<outlays>>)\b(?! (?:of|to|that|which)\b)")
_PLAN_OF = pattern(r"\b(?P<noun><<outlays>>) (?:of|worth|totalling|totaling) (?:<<about>> )?\Z")
_TO_SETTLE = pattern(r" (?:in [a-z]+ )?to (?:settle|resolve|end) ")
_SETTLEMENT = "settlement"
_INCLUDES = pattern(r"(?:The|This|That) (?P<noun>[a-z]+)(?: also)? (?:includes?|included|contains?|contained) (?:<<about>> )?")
_SPENT = pattern(
    r" for(?: (?!(?:once|over|now|when|if|from|with|after|in|of|by|that)\b)[a-z’'-]+){1,4}(?= ?[.;,]|,? and\b)(?!, \$)"
)
"""Behind the sum: what it is for, and nothing that tells of other money or of another time."""
_NEXT = 4
"""Code points between two sentences, at most: they may be of two paragraphs."""


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences, in text order."""
    sums = (claim for claim in figures if claim.kind == "money" and claim.sentence.kind == "body")
    for before, here in pairwise(series.by_sentence(sums)):
        whole, first = before[0], here[0]
        told = _INCLUDES.fullmatch(first.sentence.within, first.sentence.span.start, first.phrase.start)
        if told is None or len(before) > 1 or first.sentence.span.start - whole.sentence.span.end > _NEXT:
            continue
        spent = series.alike(whole, first) and _SPENT.match(first.sentence.within, first.span.end)
        if spent and told["noun"] == _named(whole) and whole.is_single and wholes.is_gross(whole):
            yield Link(KIND, first.id, whole.id, "it includes them")


def _named(whole: Claim) -> str | None:
    """Give the noun of what a sum is the sum of."""
    text, start = whole.sentence.within, whole.sentence.near(whole.phrase.start)
    named = _PLAN.match(text, whole.span.end) or _PLAN_OF.search(text, start, whole.span.start)
    return named["noun"] if named else _SETTLEMENT if _TO_SETTLE.match(text, whole.span.end) else None
