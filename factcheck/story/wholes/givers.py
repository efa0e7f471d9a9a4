"""Links from what several gave, each by name, to the sum: "$150 million, with Alder providing $90 million and Birch $60 million".

Nobody's share holds another's, so that together they cannot be more than the sum.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import Claim, Line, series
from factcheck.grounds import wholes
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.wholes import breakdowns, portions

KIND = portions.KIND
ROUND = portions.ROUND
ONE = portions.ONE
INHERITS = portions.INHERITS

_NAME = r"(?:the )?[A-Z][\w’'.&-]*(?: [A-Z][\w’'.&-]*){0,3}"
_WITH = pattern(
    rf"[^;:()—–]{{0,80}}?,? with (?P<one>{_NAME}) "
    r"<<paying>> (?:<<about>> )?"
)
_THEN = pattern(rf",? and (?P<other>{_NAME}) (?:<<about>> )?")


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of each sum with the two that make it up."""
    for whole, one, other in zip(figures, figures[1:], figures[2:], strict=False):
        if whole.kind == "money" and whole.sentence is other.sentence and _are_given(whole, one, other):
            kind = breakdowns.KIND if _are_all(whole, one, other) else KIND
            yield from (Link(kind, part.id, whole.id, "each gave some of it") for part in (one, other))


def _are_all(whole: Claim, one: Claim, other: Claim) -> bool:
    """Tell whether nobody but the two gives: "[Alder and Birch] will lend $150 million, with Alder lending $90 million"."""
    text = whole.sentence.within
    led, then = _WITH.fullmatch(text, whole.phrase.end, one.phrase.start), _THEN.fullmatch(text, one.span.end, other.phrase.start)
    names = f"{led['one']} and {then['other']} " if led and then else ""
    before = text[whole.sentence.span.start : whole.phrase.start].lstrip()
    return names != "" and before.startswith(names) and "," not in before


def _are_given(whole: Claim, one: Claim, other: Claim) -> bool:
    """Tell whether two sums are told as what each of two gave of the sum before them."""
    text, parts = whole.sentence.within, (one, other)
    if not all(series.alike(whole, part) and part.is_single for part in parts) or not wholes.is_gross(whole):
        return False
    led = _WITH.fullmatch(text, whole.phrase.end, one.phrase.start)
    return led is not None and _THEN.fullmatch(text, one.span.end, other.phrase.start) is not None
