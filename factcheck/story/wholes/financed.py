"""Links from what several pay to what they pay for: "The city pays $5 million, and the remaining $2 million of the $7 million".

What remains is told last, and is of the whole by its own words, or of the one that the sentence before the first payer tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import Claim, Line, series
from factcheck.grounds import makeup
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.wholes import each_told

KIND = each_told.KIND
ROUND = each_told.ROUND
ONE = each_told.ONE
INHERITS = each_told.INHERITS

_OF_THE = pattern(r" of the (?:total )?")
_PAYS = pattern(
    r"\b(?:[Tt]he|[Aa]|[A-Z][\w’'.-]+|[Ii]t|[Tt]hey)(?: [\w’'-]+){0,4}? <<footing>> (?:<<about>> )?(?:(?:another|a further) )?\Z"
)
_COSTS = pattern(r"\b(?:costs?|cost of|price of|bill of|budget of|total of|will cost|to cost|is put at|[Tt]he) (?:<<about>> )?\Z")
_OTHERWISE = pattern(
    r"\b(?:grants?|loans?|bonds?|rest|part|share|half|third|quarter|percent|of (?:it|which|that)|including|interest|already|each"
    r"|undisclosed|some|most|more than|at least|up to|nearly|almost|over|between|a year|per|if|or|earlier|last year|besides)\b"
)
"""Beside those who pay: shares, or sums told otherwise than in full, of which more may pay."""
_MOST, _NEAR = 5, 4


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all payers with what they pay for, in text order."""
    sums = [figure for figure in figures if figure.kind == "money" and figure.sentence.kind == "body"]
    for at, rest in enumerate(sums):
        text = rest.sentence.within
        if rest.value is None or not makeup.THE_OTHER.search(text, rest.sentence.near(rest.phrase.start), rest.span.start):
            continue
        before = _in_a_row(sums[max(0, at - _MOST) : at], rest)
        whole = sums[at + 1] if at + 1 < len(sums) and _is_of(rest, sums[at + 1]) else None
        if whole is None and before and not _pays(before[0]) and _COSTS.search(before[0].led):
            whole, before = before[0], before[1:]
        if whole is not None and _are_all(before, rest, whole):
            yield from (Link(KIND, part.id, whole.id, "so much is paid by each") for part in (*before, rest))


def _in_a_row(before: Sequence[Claim], rest: Claim) -> list[Claim]:
    """Give the sums of the sentences right before a rest, as far as each of them tells one."""
    row: list[Claim] = []
    behind = rest
    for figure in reversed(before):
        gap = behind.sentence.span.start - figure.sentence.span.end
        if figure.sentence is not behind.sentence and not 0 <= gap <= _NEAR:
            break
        row.insert(0, figure)
        behind = figure
    return row


def _is_of(rest: Claim, whole: Claim) -> bool:
    """Tell whether a rest is told to be of a whole: "the remaining $2 million of the $11 million bridge"."""
    return _OF_THE.fullmatch(rest.sentence.within, rest.span.end, whole.span.start) is not None


def _pays(part: Claim) -> bool:
    return _PAYS.search(part.sentence.within, part.sentence.near(part.span.start), part.span.start) is not None


def _are_all(parts: Sequence[Claim], rest: Claim, whole: Claim) -> bool:
    """Tell whether some payers and the rest are all of a whole, and no fewer of them make it."""
    if len(parts) < 2 or not all(part.value is not None and series.alike(part, whole) and _pays(part) for part in parts):
        return False
    text, ends = whole.sentence.within, (parts[0].sentence.span.start, max(rest.sentence.span.end, whole.sentence.span.end))
    if _OTHERWISE.search(text, *ends):
        return False
    left = (whole.value or 0) - (rest.value or 0)
    return not any(left == sum(part.value or 0 for part in parts[at:]) for at in range(1, len(parts)))
