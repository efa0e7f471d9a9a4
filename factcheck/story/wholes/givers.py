"""Links from what several gave, each by name, to the sum: "$150 million, with Alder providing $90 million and Birch $60 million".

Nobody's share holds another's, so that together they cannot be more than the sum.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import Claim, Line, series
from factcheck.grounds import wholes
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.wholes import portions

KIND = portions.KIND
ROUND = portions.ROUND
ONE = portions.ONE
INHERITS = portions.INHERITS

_NAME = r"(?:the )?[A-Z][\w’'.&-]*(?: [A-Z][\w’'.&-]*){0,3}"
_WITH = pattern(
    rf"[^;:()—–]{{0,80}}?,? with {_NAME} (?:providing|contributing|paying|putting up|lending|investing|supplying) (?:<<about>> )?"
)
_THEN = pattern(rf",? and {_NAME} (?:<<about>> )?")


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of each sum with the two that make it up."""
    for whole, one, other in zip(figures, figures[1:], figures[2:], strict=False):
        if whole.kind == "money" and whole.sentence is other.sentence and _are_given(whole, one, other):
            yield from (Link(KIND, part.id, whole.id, "each gave some of it") for part in (one, other))


def _are_given(whole: Claim, one: Claim, other: Claim) -> bool:
    """Tell whether two sums are told as what each of two gave of the sum before them."""
    text, parts = whole.sentence.within, (one, other)
    if not all(series.alike(whole, part) and part.is_single for part in parts) or not wholes.is_gross(whole):
        return False
    led = _WITH.fullmatch(text, whole.phrase.end, one.phrase.start)
    return led is not None and _THEN.fullmatch(text, one.span.end, other.phrase.start) is not None
