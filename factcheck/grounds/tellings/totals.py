"""Whether a headline's figure is a sum or a rest of the body's: a claim and the body's figures go in, yes or no comes out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from factcheck.claims import Claim, are_of_one_kind, series
from factcheck.grounds import kin, tellings
from factcheck.grounds.tellings import pointers
from factcheck.intervals import Interval
from factcheck.patterns import pattern

_NUMBER = pattern(r"(?<=[a-z] )\d{1,4}(?= ?[.,;](?!\d))")
_NEAR = 400
"""Code points from the beginning of a figure's sentence in which parts of a sum may stand."""
_HUNDRED = Interval.point(100)
_DOZENS = 24
"""From this on nobody adds one without a number."""
_LIVING = frozenset({"injured", "rescued"})
"""Roles of people who are not killed."""
_HURT, _DEAD = {"injured", "hospitalised"}, {"killed", "missing"}
"""Roles that a headline may tell as one: all of the first, and of the second where the missing are feared dead."""
_FEARED = pattern(r"[^.;]{0,50}\b(?:feared|presumed|believed|thought) (?:to (?:be|have) )?(?:dead|died|drowned)\b")
_MOST = 6
"""Figures of which sums are tried."""


def can_be_told(claim: Claim, figure: Claim, figures: Sequence[Claim]) -> bool:
    """Tell whether the headline gives the sum of figures that stand with this one, or what is left of it without one of them.

    Sums of a sentence need not hold the figure; what the next sentences add or take off, must.
    """
    if claim.quantity is None or figure.quantity is None:
        return False
    ours = tellings.without_bound(claim.quantity)
    beside = [other for other in figures if other.quantity and are_of_one_kind(claim, other)]
    told = [other for other in figures if other.sentence.span == figure.sentence.span and other.quantity]
    told = [other for other in told if claim.role != "killed" or "killed" in other.roles or other.role not in _LIVING]
    here = [other for other in told if are_of_one_kind(claim, other) or _is_unnamed(other)][:_MOST]  # "seven years and five"
    if _meets(ours, (chosen for size in range(2, len(here) + 1) for chosen in combinations(here, size))):
        return True
    if claim.is_count and _meets_with_one_more(claim, here):
        return True
    if claim.is_count and (_meets_difference(ours, here) or _makes_with_a_number(claim, figure, figures)):
        return True
    if claim.kind == "percent":  # 81 percent came: 19 percent did not
        return _meets(_HUNDRED, [(claim, figure)])
    rest = [other for other in beside if other is not figure and _is_near(figure, other)][:_MOST]
    more = [other for other in rest if _may_be_added(figure, other)]
    if _meets(ours, ((figure, *chosen) for size in range(1, len(more) + 1) for chosen in combinations(more, size))):
        return True
    return _meets(tellings.without_bound(figure.quantity), ((claim, other) for other in rest))


def _meets_difference(wanted: Interval, here: Sequence[Claim]) -> bool:
    """Tell whether two figures of a sentence lie as far apart as is wanted: "won 112 of 300 seats, against 142": 30 lost."""
    told = [tellings.without_bound(claim.quantity) for claim in here if claim.quantity]
    return any((a - b).meets(wanted) or (b - a).meets(wanted) for a, b in combinations(told, 2))


def _is_unnamed(figure: Claim) -> bool:
    return figure.kind == "number" or (figure.kind == "count" and figure.counted is None)


def _meets_with_one_more(claim: Claim, here: Sequence[Claim]) -> bool:
    """Tell whether several and one without a number make the headline's: "four clerks and two sons; the mayor herself"."""
    values = [figure.value for figure in here if figure.value and figure.is_count]
    made = (sum(some) for size in range(2, len(values) + 1) for some in combinations(values, size))
    return (claim.value or 0) < _DOZENS and any(total + 1 == claim.value for total in made)


def _makes_with_a_number(claim: Claim, figure: Claim, figures: Sequence[Claim]) -> bool:
    """Tell whether a figure makes the headline's with a number behind a name: "will cut 60 jobs, and its inn in Wick 30"."""
    if claim.value is None or figure.value is None:
        return False
    span, known = figure.sentence.span, {other.span.start for other in figures if other.role}
    numbers = _NUMBER.finditer(figure.sentence.within, span.start, span.end)
    return any(figure.value + int(number[0]) == claim.value for number in numbers if number.start() not in known)


def _is_near(figure: Claim, other: Claim) -> bool:
    """Tell whether a figure stands in another's sentence or right behind it, and can be of the same thing."""
    far = other.span.start - figure.sentence.span.start
    before = other.additional or (figure.role is not None and figure.role == other.role and figure.is_of_people)
    near = (-_NEAR if before else 0) <= far <= _NEAR  # "18 more were found. The toll had stood at 113"
    return near and not (figure.role and other.role and kin.are_apart(figure.role, other.role) and not _are_alike(figure, other))


def _are_alike(figure: Claim, other: Claim) -> bool:
    """Tell whether two roles that are apart may be told as one: who was taken to hospital was hurt, who is feared dead died."""
    roles = {figure.role, other.role}
    feared = _FEARED.match(other.sentence.within, other.phrase.end, other.sentence.span.end) is not None
    return roles == _HURT or (roles == _DEAD and feared)


def _may_be_added(figure: Claim, other: Claim) -> bool:
    """Tell whether a figure is no part of another in its sentence, and counts the same: people, sums, or one noun."""
    if other.sentence is figure.sentence and not other.additional:
        return False  # those of its sentence are added whatever they are
    if other.value == figure.value and pointers.points_back(other):
        return False  # "two people died. The two ...": they are the same
    if (
        other.role is None
        and not other.additional
        and (other.led.endswith("including ") or (figure.is_of_people and other.counted and not other.is_of_people))
    ):
        return False  # "it carried 32 people, including two drivers", "two groups"
    one_noun = series.noun(other) in ("", series.noun(figure)) or other.additional
    return one_noun or (
        figure.quantity is not None and figure.quantity.unit is not None and tellings.are_of_one_unit(figure, other)
    )


def _meets(wanted: Interval, several: Iterable[Sequence[Claim]]) -> bool:
    """Tell whether some figures make up what is wanted."""
    parts = ([tellings.without_bound(c.quantity) for c in chosen if c.quantity] for chosen in several)
    sums = (sum(intervals[1:], intervals[0]) for intervals in parts)
    return any(isinstance(total, Interval) and total.meets(wanted) for total in sums)
