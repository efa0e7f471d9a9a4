"""Links from the only score or vote of a headline to the only one of the story, with which it opens: "Rovers win 3-1", "beat".

Both tell of one contest: a name that the headline has stands before both, and one side of both is the same number, so that the
other is a slip, or their digits are turned, or both were drawn. Goals from the spot, ties over two games, series, sets,
half-times and a contest of another day, body or side are told in words; where one of them stands in either sentence, nothing is
tied.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import Claim, Line
from factcheck.grounds.tellings import openings, wordings
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.tellings import headlines

KIND = "score-above"
ROUND = 3
ONE = False
INHERITS: frozenset[str] = frozenset()
ALSO = frozenset({"score", "vote"})

_OTHERWISE = pattern(r"\b(?:<<counted-otherwise>>|<<other-games>>|<<other-contests>>|<<games>>s)\b|\b[a-z]+[’']s side\b")
_RESULT = pattern(r"\b(?:<<winning>>|<<contesting>>)\b[^,;:.()]{0,60}\Z")
"""Before a score or a vote: its contest is told, and nothing else between them."""

_DAY = pattern(r"\b<<calendar: weekday>>\b")
_BOTH = 2
"""The names of both sides."""


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the link of the only score or vote of a headline to the only one of the story."""
    told = [figure for figure in figures if figure.kind in ALSO and figure.ends is not None]
    above = [figure for figure in told if figure.sentence.kind == headlines.KIND]
    body = [figure for figure in told if figure.sentence.kind != headlines.KIND]
    if len(above) != 1 or len(body) != 1 or body[0].sentence not in openings.sentences(lines)[:1]:
        return
    if _are_of_one(above[0], body[0]):
        yield Link(KIND, above[0].id, body[0].id, "the contest that the headline tells")


def _are_of_one(above: Claim, body: Claim) -> bool:
    """Tell whether words and one side of both say that they are the result of one contest."""
    if any(_OTHERWISE.search(one.sentence.text) or not _RESULT.search(one.led) for one in (above, body)):
        return False
    led = wordings.names(above.led) & wordings.names(body.led)
    ours, theirs = sorted(above.ends or ()), sorted(body.ends or ())
    drawn = len({*ours}) == len({*theirs}) == 1
    both = drawn and len(wordings.names(above.sentence.text) & wordings.names(body.sentence.text)) >= _BOTH
    days = len(_DAY.findall(body.sentence.text)) <= 1
    return bool(led or both) and days and (drawn or bool({*ours} & {*theirs}) or _digits(ours) == _digits(theirs))


def _digits(sides: Sequence[object]) -> list[str]:
    return sorted("".join(map(str, sides)))
