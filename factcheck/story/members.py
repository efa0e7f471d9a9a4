"""Links from a part to the whole that it only names: "40 divers came; [six] of the divers", "[Three] of the dead were children".

A share has its whole before it: "a budget of $30 million, of which she paid [two-thirds]", "16 workers, [a quarter] of them".
What was told before may be another number of the same: a part that is larger than it has no link.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import COUNTS, Claim, Line, kin, series
from factcheck.lexicon import forms
from factcheck.patterns import pattern
from factcheck.story import parts
from factcheck.story.links import Link

KIND = parts.KIND
ROUND = 2
ONE = False
INHERITS = frozenset({"subject"})
PART = "named"

_OF_THE = pattern(r"[ \u00a0]of[ \u00a0](?:the|those|these|its|their)[ \u00a0](?P<noun>[a-z]+)\b")
_OF_THEM = pattern(r"[ \u00a0]of[ \u00a0](?:them|those|these|whom|which|it)\b")
_OF_WHICH = pattern(r",? of (?:which|whom|those|them|that) [^;:()]{0,50}\Z")
_SHARES = frozenset({"percent", "ratio"})
_WHOLES = frozenset({"count", "money", "measure"})
_BACK = 12
"""Figures before a part among which its whole is looked for."""


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of figures that have none yet, in text order."""
    tied = {link.one for link in links if link.kind == KIND}
    for at, part in enumerate(figures):
        if part.id in tied or part.sentence.kind != "body" or part.value is None:
            continue
        whole = _named(part, figures[max(0, at - _BACK) : at]) if part.kind in COUNTS else None
        whole = _shared(part, figures[at - 1]) if part.kind in _SHARES and at else whole
        whole = whole or (_of_the_next(part, figures[at + 1]) if at + 1 < len(figures) else None)
        if whole is not None:
            yield Link(KIND, part.id, whole.id, "it is named again", PART)


def _named(part: Claim, before: Sequence[Claim]) -> Claim | None:
    """Give the last figure that counts what a part is of, or has the role that the noun names, and is not smaller."""
    named = _OF_THE.match(part.sentence.within, part.span.end, part.sentence.span.end)
    if named is None:
        return None
    noun, role = named["noun"], forms("roles", "nouns").get(named["noun"])
    for whole in reversed(before):
        same = whole.counted is not None and noun in (whole.counted.lower(), series.noun(whole))
        if same or (role is not None and any(kin.under(own, role) for own in whole.roles)):
            return whole if _holds(whole, part) else None
    return None


def _shared(part: Claim, whole: Claim) -> Claim | None:
    """Give the figure right before a share that is of it."""
    if part.sentence is not whole.sentence or whole.kind not in _WHOLES:
        return None
    text, stop = part.sentence.within, part.sentence.span.end
    if _OF_THEM.match(text, part.span.end, stop) or _OF_WHICH.fullmatch(text, whole.phrase.end, part.phrase.start):
        return whole
    return None


def _of_the_next(part: Claim, whole: Claim) -> Claim | None:
    """Give the figure right behind a share or a sum that is of it: "a third of the 900 looms", "$4 million of the $9 million"."""
    if part.sentence is not whole.sentence or part.kind not in (*_SHARES, "money"):
        return None
    fits = whole.kind == "count" if part.kind in _SHARES else whole.kind == "money"
    return whole if fits and part.sentence.within[part.span.end : whole.phrase.start] in (" of the ", " of its ") else None


def _holds(whole: Claim, part: Claim) -> bool:
    a, b = whole.value, part.value
    return whole.kind in COUNTS and a is not None and b is not None and a >= b
