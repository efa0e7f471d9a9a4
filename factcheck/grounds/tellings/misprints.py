"""Whether a headline's figure can only be a slip of one that the lead tells: digits that changed places, another scale word."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims import Claim, series
from factcheck.grounds import kin, tellings
from factcheck.grounds.tellings import bases, totals, wordings
from factcheck.numerals import slips
from factcheck.sentences import Sentence

_NEARLY_ALL, _ALL = 90, 100
"""Percent that two answers of a poll make: 54 for it and 45 against it are turned by chance."""


def is_sure(claim: Claim, told: Claim, lead: Sentence | None) -> bool:
    """Tell whether no other basis makes one figure of the other: a thousand of one, or 11.9 percent of 19.1 in the lead."""
    turned = slips.are_mistyped(claim.value, told.value) and slips.is_telling(claim.value, told.value)
    return slips.are_of_two_scales(claim.value, told.value) or (turned and told.sentence is lead)


def only(claim: Claim, opening: Sequence[Claim], body: Sequence[Claim]) -> Claim | None:
    """Choose the figure of the lead of which a headline's can only be a slip: no other figure of the body is like it."""
    near = [figure for figure in opening if slips.may_be(claim.value, figure.value) and not tellings.agree(claim, figure)]
    of_unit = (figure for figure in body if tellings.are_of_one_unit(claim, figure) and not tellings.is_vague(figure))
    if claim.additional or any(tellings.are_one_number(claim, figure) for figure in of_unit):
        return None
    if len({figure.value for figure in near} if claim.kind == "money" else near) != 1 or near[0].additional:
        return None
    return near[0] if _is_of_one_thing(claim, near[0]) and not totals.can_be_told(claim, near[0], body) else None


def turned(claim: Claim, lead: Sequence[Claim], body: Sequence[Claim]) -> Claim | None:
    """Choose the figure of the lead whose digits changed places in the headline, whatever noun each of them has.

    No other number of the body is near the headline's, and neither role, time nor basis is another: that two of one story are
    alike so by chance is one case in thousands.
    """
    near = [figure for figure in lead if slips.are_turned(claim.value, figure.value)]
    if len(near) != 1 or claim.additional or near[0].additional or not (claim.is_single and near[0].is_single):
        return None
    if claim.role != near[0].role or bases.have_other_bases(claim, near[0]) or tellings.are_of_other_times(claim, near[0]):
        return None
    if claim.kind != "count" and not wordings.shared(claim, near[0]):
        return None
    told = any(figure.value == claim.value or tellings.are_one_number(claim, figure) for figure in body)
    rest = claim.kind == "percent" and _NEARLY_ALL <= (claim.value or 0) + (near[0].value or 0) <= _ALL
    return None if told or rest or totals.can_be_told(claim, near[0], body) else near[0]


def _is_of_one_thing(claim: Claim, figure: Claim) -> bool:
    """Tell whether two figures that are alike are so because they tell one thing: of one role, or in words that they share.

    Three digits that are alike need no more than that nothing else contradicts.
    """
    nouns = {series.noun(claim), series.noun(figure)} - {""}
    if len(nouns) > 1 or tellings.have_other_roles(claim, figure):
        return False
    if kin.stand_for_each_other(claim.role, figure.role) or (
        claim.kind != "percent" and slips.is_telling(claim.value, figure.value)
    ):
        return True
    shared = claim.role is figure.role is None and wordings.shared(claim, figure)
    return bool(shared) or tellings.are_of_one_profit(claim, figure)
