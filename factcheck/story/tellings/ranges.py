"""Links from a range to the same range told before: "3 million to 5 million votes", "the 3 million to 6 million votes".

Two ranges of one thing that share one end are one range: nobody gives two guesses that agree at one end by chance. The thing must
be particular, or the figures large, and no third range be like them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.claims import Claim, Line, series
from factcheck.grounds.tellings import then
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "same-range"
ROUND = 1
ONE = True
INHERITS: frozenset[str] = frozenset()
_LARGE = 1000
_OF_ANOTHER = pattern(r"\b(?:rival|other|another|says?|put it)\b")
"""In the later sentence: somebody else has or tells the range."""
_THEN = pattern(r"(?:By|In|Until|From|Since|After|Before|Next|Last) ")
"""Opens the later sentence: the range is that of another time."""


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give a link where exactly two ranges of the body count one thing and share an end."""
    groups: dict[object, list[Claim]] = {}
    for claim in figures:
        if claim.is_range and claim.kind == "count" and claim.counted and claim.sentence.kind == "body" and not claim.additional:
            groups.setdefault((series.noun(claim), claim.subject and claim.subject.modifiers), []).append(claim)
    for group in groups.values():
        if len(group) == 2 and group[0].sentence is not group[1].sentence and _is_particular(group[0]):
            earlier, later = group
            apart = _OF_ANOTHER.search(later.sentence.text) or _is_of_then(earlier, later)
            if _ends(earlier) & _ends(later) and not apart:
                yield Link(KIND, later.id, earlier.id, "two ranges of one thing that share an end")


def _is_of_then(earlier: Claim, later: Claim) -> bool:
    """Tell whether the later range is that of another time: "By 2035, ...", "In winter, ..."."""
    return then.is_of_then(earlier, later) or (earlier.time != later.time and _THEN.match(later.sentence.text) is not None)


def _is_particular(claim: Claim) -> bool:
    several = claim.subject is not None and (bool(claim.subject.modifiers) or " " in claim.subject.text)
    return several or max(_ends(claim)) >= _LARGE


def _ends(claim: Claim) -> set[Fraction]:
    quantity = claim.quantity
    return set() if quantity is None else {end for end in (quantity.from_, quantity.to_value) if end is not None}
