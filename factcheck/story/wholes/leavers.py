"""Links from parts of a whole to what is left behind them: "14 are new and [12] are red; the remaining 24 ...".

A thing may be in more than one of the parts, but what is left is not in the last of them, nor in one of those whom nobody is who
is left: "it rescued [46]; two were found dead and the other four are missing".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import Claim, Line
from factcheck.grounds import sorts
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
    taken: dict[str, list[str]] = {}
    for link in links:
        rest = rests.get(link.other)
        if link.kind in remainders.TAKEN and rest and places[link.one] < places[rest]:
            taken.setdefault(rest, []).append(link.one)
    for rest, parts in taken.items():
        last = max(parts, key=places.__getitem__)
        apart = (part for part in parts if _exclude_each_other(figures[places[part]], figures[places[rest]]))
        yield from (Link(KIND, part, rest, "what is left is not in it") for part in dict.fromkeys([last, *apart]))


def _exclude_each_other(part: Claim, rest: Claim) -> bool:
    """Tell whether nobody has the roles of both, told in one sentence: the rescued are not missing."""
    told = part.sentence is rest.sentence
    return told and any(sorts.answer_one_question([one, other]) for one in part.roles for other in rest.roles if one != other)
