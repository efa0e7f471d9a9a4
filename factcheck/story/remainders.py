"""Links from what is left to the whole: "nine of the 12 agreed; the other three did not", "... the remaining three did not".

The rest stands behind the last part that is told of the whole, in its sentence or the next.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.claims import COUNTS, Claim, Line, series
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "rest-of"
ROUND = 3
ONE = True
INHERITS: frozenset[str] = frozenset()
PARTS = ("of one", "of several")
"""The rest beside one part, which makes the whole with it, and beside several."""
_REST = pattern(r"\b[Tt]he (?:other|remaining)(?: |\Z)")
_OTHERWISE = pattern(r"[ \u00a0](?:on|in|at|from|of|aboard|near|outside|inside|who|that|which|with)\b")
"""What says more of the rest: it may be of others than the whole ("two of the four survivors", "the other three on board")."""
_WITHIN = 250
_LED = 20


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give a link where a part of a whole is told and then what is left of it."""
    tied = [link for link in links if link.kind == "part-of"]
    parts_of = Counter(link.other for link in tied)
    places = {figure.id: at for at, figure in enumerate(figures)}
    last_of = {link.other: link for link in sorted(tied, key=lambda link: places.get(link.one, -1))}
    for link in last_of.values():
        alone = parts_of[link.other] == 1
        if link.one in places and link.other in places and not (alone and link.part):
            part, whole = figures[places[link.one]], figures[places[link.other]]
            first = max(places[link.one], places[link.other])
            rest = next((figure for figure in figures[first + 1 : first + 4] if figure.kind in COUNTS), None)
            if rest is not None and _is_rest(part, whole, rest):
                yield Link(KIND, rest.id, whole.id, "the rest of it", PARTS[not alone])


def _is_rest(part: Claim, whole: Claim, rest: Claim) -> bool:
    """Tell whether a figure is what the part leaves of the whole: led by "the other", its noun left out or the whole's."""
    text, start = rest.sentence.within, rest.span.start
    near = part.sentence.paragraph == rest.sentence.paragraph and 0 < start - part.span.end <= _WITHIN
    led = _REST.search(text, max(0, rest.phrase.start - _LED), start) is not None
    more = _OTHERWISE.match(rest.sentence.within, rest.phrase.end) is not None
    return near and led and not more and series.noun(rest) in ("", "others", series.noun(whole)) and whole.kind in COUNTS
