"""Whether nothing makes a figure of the body another than the headline's: a part, one of several, a later state.

A claim of the headline, a figure that tells the same and those of the body go in, yes or no comes out.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims import COUNTS, Claim, series, subjects
from factcheck.grounds import kin


def _is_all_of_role(claim: Claim, figure: Claim, body: Sequence[Claim]) -> bool:
    """Tell whether the body counts nobody else in the role of both: "killed 12 and hurt [84 others]", who were not killed."""
    role = figure.role
    if role is None or claim.role is None:
        return False
    others = [other for other in body if other is not figure and other.kind in COUNTS]
    beside = [other for other in others if other.sentence is figure.sentence]
    fresh = (other for other in others if other.role and other.value != figure.value)
    return all(other.role for other in beside) and all(kin.are_apart(other.role or "", role) for other in fresh)


def is_plain(claim: Claim, figure: Claim, body: Sequence[Claim]) -> bool:
    """Tell whether nothing makes a figure of the body another than the headline's: a part, a list, a later state."""
    more = claim.additional is not figure.additional or (claim.additional and claim.counted != figure.counted)
    several = (more or figure.listed or claim.listed) and not _is_all_of_role(claim, figure, body)
    if several or (figure.running and not claim.running):
        return False
    ours, theirs = claim.subject, figure.subject
    fewer = claim.role is None or claim.role != figure.role or not figure.is_of_people or _is_no_more(claim, figure, body)
    return not ((fewer and subjects.narrower(ours, theirs, known=True)) or subjects.narrower(theirs, ours, known=True))


def _is_no_more(claim: Claim, figure: Claim, body: Sequence[Claim]) -> bool:
    """Tell whether a headline's people can be some of a figure's, or are told of elsewhere: of four people no six skiers die."""
    told = any(one.value == claim.value and series.noun(one) == series.noun(claim) for one in body)
    return told or claim.value is None or figure.value is None or claim.value <= figure.value
