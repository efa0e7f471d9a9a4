"""Links from what some did to those told right before: "It let 900 birds go; only [two in five] lived", "but only [40] lived".

The some have no noun of their own and open their clause, with a verb behind. A share is of those before; a number only where
"only" says so. Those who were asked are none of these: what some of them answered is told of all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims import COUNTS, Claim, Line, carried
from factcheck.patterns import pattern
from factcheck.story.changes import moves
from factcheck.story.links import Link
from factcheck.story.wholes import members

KIND = members.KIND
ROUND = 3
ONE = members.ONE
INHERITS = members.INHERITS

_OPENS = pattern(r"[\s“\"]*(?:(?:<<About>>|<<Bounds>>|[Bb]ut) )*")
_THEN = pattern(
    r"[^,;:()“”\"\d]{0,80}?(?:;|,? but|,? and(?: [a-z]+ that)?| while)"
    r" (?:(?:<<about>>|<<bounds>>) )*"
)
_ONLY = pattern(r"\b(?:[Oo]nly|[Jj]ust|[Ff]ewer than) (?:<<about>> )?\Z")
_DID = pattern(
    r" (?:ever |still |also )?(?:<<fared>>\b"
    r"|(?:<<has>>|<<is>>)\b(?! (?:in favou?r|against|for|opposed|undecided|happy|worried|satisfied)\b))"
)
_ASKED = frozenset({"polled"})
_LED = 30


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of figures that have none yet, in text order."""
    tied, by_id = {link.one for link in links}, {figure.id: figure for figure in figures}
    taken = {link.other for link in links if link.kind == KIND}  # "two of the five left, and only one came back"
    level_of = {link.one: link.other for link in links if link.kind == moves.KIND}
    for last, part in pairwise(figures):
        whole = by_id[level_of.get(last.id, last.id)]  # "2,340 people, up from 870. A third needed a bed"
        if part.id in tied or whole.id in taken or part.sentence.kind != "body" or whole.span > part.span:
            continue
        if (_is_of(whole, part) and _is_told_behind(last, part)) or is_hurt_so(last, part):
            yield Link(KIND, part.id, whole.id, "some of those before", members.PART)


def is_hurt_so(whole: Claim, part: Claim) -> bool:
    """Tell whether a number is some of those who were hurt right before, by how they were: "nine were hurt, [two] badly"."""
    if whole.sentence is not part.sentence or carried.HURT not in whole.roles or not (whole.value or 0) > (part.value or 0):
        return False
    return carried.is_hurt_so(part, whole)


def _is_of(whole: Claim, part: Claim) -> bool:
    """Tell whether a figure can be some of those that another counts, and says that it is."""
    if whole.kind != "count" or whole.value is None or part.value is None or part.counted is not None:
        return False
    if part.kind == "ratio":
        return part.value < 1 and _ASKED.isdisjoint(whole.roles)
    text, start = part.sentence.within, part.sentence.span.start
    only = _ONLY.search(text, max(start, part.span.start - _LED), part.span.start)
    return part.kind in COUNTS and part.value < whole.value and only is not None


def _is_told_behind(whole: Claim, part: Claim) -> bool:
    """Tell whether a figure opens a clause right behind those that another counts, with a verb of its own."""
    text, start = part.sentence.within, part.phrase.start
    if _DID.match(text, part.span.end, part.sentence.span.end) is None:
        return False
    if whole.sentence is part.sentence:
        return _THEN.fullmatch(text, whole.phrase.end, start) is not None
    near = whole.sentence.paragraph == part.sentence.paragraph
    return near and _OPENS.fullmatch(text, part.sentence.span.start, start) is not None
