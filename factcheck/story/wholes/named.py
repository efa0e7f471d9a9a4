"""Links from a part to the whole whose noun it names again: "it held 12 lamps; five of the lamps were broken".

The whole is the only figure of that noun told before in the paragraph; one that is itself told "of the lamps" is none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.claims import Claim, Line, series
from factcheck.grounds import wholes
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.wholes import parts

KIND = parts.KIND
ROUND = 1
ONE = parts.ONE
INHERITS = parts.INHERITS

_OF_THE_SAME = pattern(r" of the [a-z]+")
_CLOSED = pattern(r" (?:were|was|are|have|had|will|would|could)\b")


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences, in text order."""
    told = defaultdict[int, list[Claim]](list)
    for figure in figures:
        if figure.kind == "count":
            told[id(figure.sentence)].append(figure)
    for at, line in enumerate(lines):
        here = told.get(id(line.sentence), [])
        for part in filter(_is_of_named, here):
            near = [before for before in lines[max(0, at - parts.NEAR_LINES) : at] if parts.goes_on(before, line)]
            earlier = [figure for before in near for figure in told.get(id(before.sentence), ())]
            yield from parts.with_siblings(_of_the_same(part, [*earlier, *here]), here)


def _of_the_same(part: Claim, told: Sequence[Claim]) -> Iterator[Link]:
    """Link a part to the only figure of its noun before it; "five of the lamps sold in May" are of other lamps."""
    text = part.sentence.within
    alike = [figure for figure in told if figure.span.start < part.span.start and series.noun(figure) == series.noun(part)]
    whole = alike[0] if len(alike) == 1 else None
    if whole is None or whole.listed or _is_of_named(whole) or not wholes.fits(part, whole, same_noun=True):
        return
    if _CLOSED.match(text, part.phrase.end, part.sentence.span.end):
        yield Link(KIND, part.id, whole.id, text[part.span.start : part.phrase.end])


def _is_of_named(claim: Claim) -> bool:
    return _OF_THE_SAME.fullmatch(claim.sentence.within, claim.span.end, claim.phrase.end) is not None
