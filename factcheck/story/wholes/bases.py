"""Links from a whole to the share of it that is told beside a part: in "25 of the 500, or 5 percent", 500 is the base."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import Claim, Line
from factcheck.story.links import Link
from factcheck.story.wholes import rated

KIND = "base"
ROUND = 2
ONE = True
INHERITS: frozenset[str] = frozenset()


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences, in text order; ``links`` are the parts known already."""
    return (Link(KIND, rate.whole.id, rate.share.id, "the share is of it") for rate in rated.rates(figures, links))
