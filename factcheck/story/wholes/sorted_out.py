"""Links from parts to their whole where nobody is two of what they are told to be: "Seven of the 12 were men and six women".

The first of them is a part of the whole by its own words; the others are joined to it, each with its own word. Nobody is two of
what the words name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import Claim, Line, series
from factcheck.grounds import kinds, makeup
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.wholes import parts as told
from factcheck.story.wholes import portions

KIND = portions.KIND
ROUND = 3
ONE = portions.ONE
INHERITS: frozenset[str] = frozenset()

_ARE = pattern(r"(?: of (?:<<definite>>|those) [a-z]+)?(?: <<is>>)? (?P<what>[a-z]+)(?=,? and |, | ?[.;)]|\Z)")
_WERE = pattern(r"(?: of (?:<<definite>>|those) [a-z]+)? (?:were|are) ")


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences, in text order; ``links`` are the parts known already."""
    whole_of = {link.one: link.other for link in links if link.kind == told.KIND}
    known = {(link.one, link.other) for link in links if link.kind == KIND}
    for here in series.by_sentence(figures):
        at = next((at for at, figure in enumerate(here) if figure.id in whole_of), None)
        if at is None or not _WERE.match(here[at].sentence.within, here[at].span.end):
            continue
        parts = [part.claim for part in series.read(here, at) if part.is_amount]
        if len(parts) > 1 and _exclude_each_other(parts) and not makeup.may_be_both(parts):
            whole = whole_of[here[at].id]
            yield from (Link(KIND, part.id, whole, "nobody is two of them") for part in parts if (part.id, whole) not in known)


def _exclude_each_other(parts: Sequence[Claim]) -> bool:
    """Tell whether each part is told to be something that none of the others is."""
    found = [_ARE.match(part.sentence.within, part.span.end, part.sentence.span.end) for part in parts]
    words = [match["what"] for match in found if match is not None]
    return len(words) == len(parts) == len({*words}) and kinds.are_exclusive({*words})
