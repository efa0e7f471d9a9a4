"""Links from a figure of the body to the same quantity told before.

Two figures are the same quantity only if the text says so, and no third figure is like them:

- the later one points back ("the 7,400 North Korean soldiers killed"), and role, noun, modifiers and time are the same;
- "the 31 mills", of which nothing more is said, where only one number of mills was told before, or one right before;
- "the same 31 mills", whatever is said of them; "the 12-day strike", where a strike of so many days was told before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from factcheck import lexicon
from factcheck.claims import COUNTS, Claim, Line, carried, series
from factcheck.grounds.tellings import definite, pointers
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "repeats"
POINTED = "pointed"
"""What a later figure is that points at the sentence before."""
FOLLOWED = "followed"
"""What a definite one is whose sentence follows."""
KEPT = "kept"
"""What one is that the story tells before and behind it with one number: whoever says so, that is the story's own."""
SWAPPED = "swapped"
"""What one is whose digits changed places, and are so many that it is no other figure, whoever plans or asks for it."""
ROUND = 2
ONE = False
INHERITS: frozenset[str] = frozenset()
_TOLD = frozenset({"asserted", "planned", "forecast"})
_ONE_OF = pattern(r"\b[Aa]n? \Z")
_BY, _HAD = pattern(r" by\b"), pattern(r" had\b")
_TERMS = pattern(r"<<bonds>>s?|debt|paper")
"""Several of them, each with a term of its own, stand side by side: "a 10-year bond", "the 30-year bond"."""
_ALL = ("Of the ", "all ", "All ")
_PEOPLE = "people"
_AND_ONE = pattern(r"\b(?:and|plus|then|also) (?:one|another|an?)\b")
"""Behind a figure: one more that is no figure of its own ("two taxes on lamps [and one] on boats")."""
_FAR = 600
"""Code points about a figure within which numbers can be parts of it that nothing is said of."""
_MOST = 50
"""Figures of one noun that are looked at; a table of results repeats nothing."""


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give a link where exactly two figures of the body tell one quantity."""
    body = [figure for figure in figures if figure.sentence.kind == "body" and _is_told(figure)]
    told: set[str] = set()
    for later, earlier in (*_pointing_back(body), *_of_nouns(figures, body), *_of_spells(body), *_bare(body), *_of_terms(body)):
        if later.id not in told and not pointers.are_balances(earlier, later):
            told.add(later.id)
            yield Link(KIND, later.id, earlier.id, "the same quantity is told twice", _part(later, earlier, body))


def _part(later: Claim, earlier: Claim, body: Sequence[Claim]) -> str:
    if pointers.is_pointed(later, earlier) or pointers.is_told_the_same(later):
        return POINTED
    again = (claim for claim in body if claim.span > later.span and claim.value == earlier.value)
    if any(one.counted == later.counted and pointers.points_back(one) for one in again):
        return KEPT
    return FOLLOWED if pointers.follows(later, earlier) else ""


def _is_told(claim: Claim) -> bool:
    told = claim.stance in _TOLD or pointers.is_known(claim)  # "if the six lands agree": there are six
    return not (claim.additional or claim.running) and told and claim.quantity is not None


def _pointing_back(body: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Give the later and the earlier figure of which all is the same that is said of either."""
    groups: dict[object, list[Claim]] = {}
    for claim in body:
        named = claim.kind == "percent" and pointers.is_name(claim)
        if claim.subject is not None and claim.subject.modifiers and claim.roles and claim.value is not None and not named:
            groups.setdefault(_quantity_told(claim), []).append(claim)
    for group in groups.values():
        if len(group) == 2 and group[0].sentence is not group[1].sentence and pointers.points_back(group[1]):
            yield group[1], group[0]


def _quantity_told(claim: Claim) -> object:
    unit = claim.quantity.unit if claim.quantity else None
    modifiers = claim.subject.modifiers if claim.subject else None
    return claim.kind, unit, claim.roles, series.noun(claim), modifiers, claim.time


def _of_nouns(figures: Sequence[Claim], body: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Give pairs of figures that count one noun and are told to be one quantity in another way."""
    groups: dict[str, list[Claim]] = {}
    for claim in body:
        if claim.kind == "count" and claim.counted:
            groups.setdefault(_noun(claim), []).append(claim)
    counts = [claim for claim in figures if claim.kind in COUNTS]
    bare = [claim for claim in counts if not claim.counted]
    for group in groups.values():
        if 1 < len(group) <= _MOST:
            yield from _definite(group, bare, counts)


def _noun(claim: Claim) -> str:
    """Give what a figure counts, for employees and workers one noun; "people" are as many as there are kinds of them."""
    known = lexicon.noun(series.noun(claim))
    counted = series.noun(claim) if known is not None and not known.wide else (claim.counted or "").lower()
    return _PEOPLE if counted == "persons" else counted


def _of_spells(body: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Give "the 12-day strike" and "a 12-day strike" that was told right before it."""
    groups: dict[object, list[Claim]] = {}
    spells = Counter((claim.value, claim.quantity.unit) for claim in body if claim.kind == "duration" and claim.quantity)
    for claim in body:
        if claim.kind == "duration" and claim.counted and claim.is_single and not _TERMS.fullmatch(claim.counted.lower()):
            groups.setdefault((claim.counted.lower(), claim.quantity.unit if claim.quantity else None), []).append(claim)
    for group in groups.values():
        for earlier, later in pairwise(group):
            told = spells[later.value, later.quantity.unit if later.quantity else None] > 1
            if (
                not told
                and _ONE_OF.search(earlier.sentence.within, 0, earlier.phrase.start)
                and pointers.follows(later, earlier)
                and not _HAD.match(*pointers.behind(later))  # "the three-day strike had ended": one before it
                and (pointers.is_closed(later) or _BY.match(*pointers.behind(later)))
            ):
                yield later, earlier


def _bare(body: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Give "of the 5,200" and "all three" with the count told before that has a noun."""
    told: dict[tuple[Fraction, str], Claim] = {}
    for claim in body:
        if claim.kind not in COUNTS or claim.value is None or claim.subject is None:
            continue
        key = claim.value, claim.subject.text
        if claim.counted:
            told[key] = claim
        elif key in told and claim.sentence.within.endswith(_ALL, claim.sentence.span.start, claim.phrase.start):
            yield claim, told[key]


def _of_terms(body: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Give a sentence that is spoken of again: "was jailed for nine years", "[nine years] is not enough"."""
    told: dict[object, Claim] = {}
    for claim in body:
        key = claim.value, claim.quantity.unit if claim.quantity else None
        if claim.kind != "duration" or not claim.is_single:
            continue
        if claim.role == carried.TERM and key in told and carried.is_spoken_of(claim):
            yield claim, told[key]
        elif claim.role == carried.TERM:
            told.setdefault(key, claim)


def _definite(group: Sequence[Claim], bare: Sequence[Claim], counts: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Give "the 31 mills" and the number of mills told before that it means, if 31 is nowhere else in the story nor left over."""
    wholes = [f for f in group if pointers.is_all(f) or not pointers.is_of_them(f)]  # "four of the mills" tells not how many
    for earlier, later in pairwise(wholes):
        others = [claim for claim in group if claim is not later]
        if later.value is None or earlier.listed or later.sentence is earlier.sentence:
            continue
        if not (pointers.points_back(later) or pointers.are_of_one_owner(later, earlier)) or pointers.is_chosen_from(
            later, counts
        ):
            continue
        if _comes_with_one(later, earlier):
            continue
        kept = _is_kept_to(later, others)
        near = [claim for claim in bare if not kept and abs(claim.span.start - later.span.start) < _FAR][:_MOST]
        if pointers.is_pointed(later, earlier):  # "18 to 21" a sentence before tells nothing of "those three taxes"
            near = [claim for claim in near if claim.sentence in (earlier.sentence, later.sentence)]
        near += [claim for claim in counts if claim.sentence is earlier.sentence and claim.counted not in (None, earlier.counted)]
        again = [claim for claim in others if claim.value == later.value]
        added = [claim for claim in (*near, *others) if not (claim in wholes and _is_some_of(claim, later))]
        if not all(claim.span > later.span and pointers.points_back(claim) for claim in again) or _is_told_otherwise(
            later, counts, [claim for claim in added if claim.value not in (None, later.value)]
        ):
            continue
        rivals = {
            claim.value
            for claim in wholes
            if claim.span < later.span or (pointers.points_back(claim) and not _is_some_of(claim, later))
        }
        alone = len(rivals - {later.value}) == 1 or _is_told_between(later, wholes)
        if definite.means(later, earlier, alone=alone):
            yield later, _first_told(later, earlier, wholes) if alone else earlier


def _comes_with_one(later: Claim, earlier: Claim) -> bool:
    """Tell whether a figure is one more than that before it, beside which one more was told."""
    text, sentence = earlier.sentence.within, earlier.sentence.span
    more = (later.value or 0) - (earlier.value or 0) == 1
    return more and _AND_ONE.search(text, earlier.phrase.end, sentence.end) is not None


def _is_some_of(claim: Claim, later: Claim) -> bool:
    """Tell whether a figure behind a definite one tells of some of those: "The eight players", "the two [Irish] players"."""
    ours, theirs = (one.subject.modifiers if one.subject else frozenset() for one in (claim, later))
    fewer = (claim.value or 0) < (later.value or 0)
    return claim.span > later.span and fewer and theirs < ours and pointers.points_back(claim)


def _is_told_between(later: Claim, wholes: Sequence[Claim]) -> bool:
    """Tell whether one number alone is told before another, and is pointed back at behind it: "19 mills", "the 91", "the 19"."""
    before = {claim.value for claim in wholes if claim.span < later.span}
    behind = (claim for claim in wholes if claim.span > later.span)
    return len(before) == 1 and any(claim.value in before and pointers.points_back(claim) for claim in behind)


def _first_told(later: Claim, earlier: Claim, wholes: Sequence[Claim]) -> Claim:
    """Give the first figure of the earlier one's number that the story tells by itself, whoever tells it again."""
    told = (claim for claim in wholes if claim.source is None and claim.value == earlier.value and claim.span < later.span)
    return next((claim for claim in told if definite.means(later, claim, alone=True)), earlier)


def _is_kept_to(later: Claim, others: Sequence[Claim]) -> bool:
    """Tell whether one number of a noun is told before and after another: that one is no sum with what nothing is said of."""
    return len({claim.value for claim in others}) == 1 and others[-1].span > later.span and pointers.points_back(others[-1])


def _is_told_otherwise(later: Claim, counts: Sequence[Claim], near: Sequence[Claim]) -> bool:
    """Tell whether a number was told before, or is reckoned from numbers that can be of its noun."""
    wanted = later.value
    told = any(claim.value == wanted and claim.span < later.span and _may_be_of(claim, later) for claim in counts)
    return wanted is None or told or any(_make(wanted, one, other) for one, other in combinations(near, 2))


def _make(wanted: Fraction, one: Claim, other: Claim) -> bool:
    """Tell whether a number is the sum or the difference of two, or so many of each: "three pupils of 11 schools"."""
    a, b = one.value or 0, other.value or 0
    each = one.sentence is other.sentence and one.counted != other.counted
    return wanted in (a + b, abs(a - b)) or (each and wanted == a * b)


def _may_be_of(claim: Claim, later: Claim) -> bool:
    """Tell whether a count can be one of a later noun; "those three taxes" are no three months and no three senators."""
    return not claim.counted or not pointers.is_shown(later) or series.noun(claim) == series.noun(later)
