"""Links from a toll or a head count to one told before of which all is the same but who says so.

The deaths, the injured, the arrested: one role, one noun, one time. They may still be of two events: what is made of such a link
is never an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck import lexicon
from factcheck.claims import Claim, Line, scenes, series
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.wholes import parts

KIND = "alike"
ROUND = 2
ONE = False
INHERITS: frozenset[str] = frozenset()

_EXPECTED = pattern(r"\b<<guesses>>")
_LED = 60
_MOST = 4
"""Figures of one role; more are of several events."""


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links between neighbouring figures of one role that have different sources."""
    some = {link.one for link in links if link.kind == parts.KIND}  # "94 dead, [31] of them women"
    groups: dict[object, list[Claim]] = {}
    for claim in figures:
        if claim.role and claim.source and claim.sentence.kind == "body" and claim.id not in some and _is_head_count(claim):
            groups.setdefault((claim.role, series.noun(claim), claim.time), []).append(claim)
    for group in groups.values():
        for earlier, later in pairwise(group[:_MOST]):
            near = later.sentence.paragraph - earlier.sentence.paragraph <= 1
            if near and earlier.source != later.source and scenes.apart(earlier.sentence, later.sentence) is None:
                yield Link(KIND, later.id, earlier.id, "one role, one noun, one time")


def _is_head_count(claim: Claim) -> bool:
    counted = lexicon.counts_people(claim.role or "")
    modified = bool(claim.subject and claim.subject.modifiers)
    if _EXPECTED.search(claim.sentence.within, max(claim.sentence.span.start, claim.phrase.start - _LED), claim.phrase.start):
        return False  # "the median estimate was that 40,000 were laid off"
    return counted and not (claim.additional or claim.running or claim.listed or modified) and claim.stance == "asserted"
