"""Links from a figure of the body to the same quantity told before.

Two figures are the same quantity only if the text says so, and no third figure is like them:

- the later one points back ("the 7,400 North Korean soldiers killed"), and role, noun, modifiers and time are the same;
- "the 31 mills", of which nothing more is said, where only one number of mills was told before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from factcheck import slips
from factcheck.claims import COUNTS, Claim, Line, series
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "repeats"
POINTED = "pointed"
"""What a later figure is that points at the sentence before."""
ROUND = 2
ONE = False
INHERITS: frozenset[str] = frozenset()
_DEFINITE = frozenset({"the", "those", "these", "all"})
_CLOSED = pattern(r"[.,;:)—–]|[ \u00a0](?:are|were|is|was|will|would|have|has|had|said|say|could|may|might|must|also|and|but)\b")
_POINTED = pattern(r"\b[Tt](?:hose|hese)[ \u00a0\n]\Z")
_NEXT = 3
"""Code points between a sentence and the one that points back at it ("those five taxes")."""
_FEWEST = 5
"""A smaller definite number ("the two companies") points at what was named, and no number need be told before."""
_MOST = 50
"""Figures of one noun that are looked at; a table of results repeats nothing."""


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give a link where exactly two figures of the body tell one quantity."""
    body = [figure for figure in figures if figure.sentence.kind == "body" and _is_told(figure)]
    told: set[str] = set()
    for later, earlier in (*_pointing_back(body), *_of_nouns(figures, body)):
        if later.id not in told:
            told.add(later.id)
            part = POINTED if _is_pointed(later, earlier) else ""
            yield Link(KIND, later.id, earlier.id, "the same quantity is told twice", part)


def _is_told(claim: Claim) -> bool:
    return not (claim.additional or claim.running) and claim.stance == "asserted" and claim.quantity is not None


def _pointing_back(body: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Give the later and the earlier figure of which all is the same that is said of either."""
    groups: dict[object, list[Claim]] = {}
    for claim in body:
        if (
            claim.subject is not None
            and claim.subject.modifiers
            and claim.roles
            and claim.quantity
            and claim.quantity.value is not None
        ):
            groups.setdefault(_quantity_told(claim), []).append(claim)
    for group in groups.values():
        if len(group) == 2 and group[0].sentence is not group[1].sentence and _points_back(group[1]):
            yield group[1], group[0]


def _quantity_told(claim: Claim) -> object:
    unit = claim.quantity.unit if claim.quantity else None
    modifiers = claim.subject.modifiers if claim.subject else None
    return claim.kind, unit, claim.roles, series.noun(claim), modifiers, claim.first_day, claim.last_day


def _points_back(claim: Claim) -> bool:
    """Tell whether an article or a pronoun leads the figure to one told before."""
    words = claim.sentence.within[claim.sentence.span.start : claim.phrase.start].lower().split()[-2:]
    return bool(words) and words[-1] in _DEFINITE and words != ["in", "all"]


def _of_nouns(figures: Sequence[Claim], body: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Give pairs of figures that count one noun and are told to be one quantity in another way."""
    groups: dict[str, list[Claim]] = {}
    for claim in body:
        if claim.kind == "count" and claim.counted:
            groups.setdefault(claim.counted.lower(), []).append(claim)
    counts = [claim for claim in figures if claim.kind in COUNTS]
    told, bare = Counter(_values(counts)), _values(claim for claim in counts if not claim.counted)[:_MOST]
    for group in groups.values():
        if 1 < len(group) <= _MOST:
            yield from _definite(group, told, bare)


def _definite(group: Sequence[Claim], told: Counter[Fraction], bare: Sequence[Fraction]) -> Iterator[tuple[Claim, Claim]]:
    """Give "the 31 mills" and the only number of mills told before, if 31 is nowhere else in the story nor left over."""
    first = group[0]
    odd = [claim for claim in group if claim.value != first.value]
    if len(odd) != 1 or first.value is None or odd[0].sentence is first.sentence or not _points_back(odd[0]):
        return
    later = odd[0]
    near = [*bare, *_values(claim for claim in group if claim is not later)]
    if _is_sure(later, first) and _says_no_more(later, first) and not _is_told_otherwise(later, told, near):
        yield later, first


def _is_sure(later: Claim, earlier: Claim) -> bool:
    """Tell whether a definite number can only mean the earlier: it points right back, or nothing is said that parts the two."""
    if _is_pointed(later, earlier):
        return True
    closed = _CLOSED.match(later.sentence.within, later.phrase.end) is not None
    return closed and ((later.value or 0) >= _FEWEST or slips.may_be(later.value, earlier.value))


def _is_pointed(later: Claim, earlier: Claim) -> bool:
    """Tell whether a figure points at one of the sentence before: "those five taxes"."""
    pointed = _POINTED.search(later.sentence.within, later.sentence.span.start, later.phrase.start) is not None
    return pointed and 0 <= later.sentence.span.start - earlier.sentence.span.end <= _NEXT


def _is_told_otherwise(later: Claim, told: Counter[Fraction], near: Sequence[Fraction]) -> bool:
    """Tell whether a number stands elsewhere in the story, or is a sum or a difference of numbers that can be of its noun."""
    wanted = later.value
    return wanted is None or told[wanted] > 1 or any(wanted in (a + b, abs(a - b)) for a, b in combinations(near, 2))


def _values(claims: Iterable[Claim]) -> list[Fraction]:
    return [value for claim in claims if (value := claim.value) is not None]


def _says_no_more(later: Claim, earlier: Claim) -> bool:
    """Tell whether the later figure has no modifier and no role that the earlier one lacks."""
    if later.role is not None and later.role != earlier.role:
        return False
    return later.subject is not None and earlier.subject is not None and later.subject.modifiers <= earlier.subject.modifiers
