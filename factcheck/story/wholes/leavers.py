"""Links from the last of several parts of a whole to what is left behind it: "14 are new and [12] are red; the remaining 24 ...".

A thing may be in more than one of the parts, but what is left is not in the last of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import Claim, Line
from factcheck.story.links import Link
from factcheck.story.wholes import remainders

KIND = "left-by"
ROUND = 4
ONE = remainders.ONE
INHERITS: frozenset[str] = frozenset()


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give a link for each rest beside several parts."""
    rests = {link.other: link.one for link in links if link.kind == remainders.KIND and link.part == remainders.OF_SEVERAL}
    if not rests:
        return
    places = {figure.id: at for at, figure in enumerate(figures)}
    last: dict[str, str] = {}
    for link in links:
        rest = rests.get(link.other)
        if link.kind in remainders.TAKEN and rest and places[link.one] < places[rest]:
            last[rest] = max(last.get(rest, link.one), link.one, key=places.__getitem__)
    yield from (Link(KIND, part, rest, "what is left is not in it") for rest, part in last.items())
