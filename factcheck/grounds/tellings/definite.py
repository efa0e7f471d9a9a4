"""Whether a definite number ("the 31 mills") can only mean one that was told before it.

The later and the earlier claim go in, yes or no comes out. Which numbers of the noun the story has besides is for the caller to
know.
"""

from __future__ import annotations

from factcheck.claims import Claim
from factcheck.grounds import kin
from factcheck.grounds.tellings import pointers
from factcheck.numerals import slips
from factcheck.patterns import pattern

_OPENING = pattern(r"(?:[^\d.;:()]{1,40}, )?(?:<<about>> )?")
"""Before a figure that is told with what some did or suffered."""
_HURT = "casualties"
_FEWEST = 5
"""A smaller definite number ("the two companies") points at what was named, and no number need be told before."""


def means(later: Claim, earlier: Claim, *, alone: bool) -> bool:
    """Tell whether a definite number can only mean the one told before it: ``alone``, or right before it."""
    if pointers.is_told_the_same(later):
        return alone and ((later.value or 0) >= _FEWEST or slips.may_be(later.value, earlier.value))
    return (
        (alone or (pointers.follows(later, earlier) and _is_not_one_more(later, earlier)))
        and _is_sure(later, earlier)
        and _says_no_more(later, earlier)
        and not _may_hold(later, earlier)
        and not pointers.may_be_added(later, earlier)
    )


def _is_sure(later: Claim, earlier: Claim) -> bool:
    """Tell whether a definite number can only mean the earlier: it points right back, or nothing is said that parts the two."""
    if pointers.is_pointed(later, earlier):
        return True
    slip = slips.may_be(later.value, earlier.value)
    if slip and pointers.is_all(later) and slips.are_mistyped(later.value, earlier.value):
        return not pointers.is_narrowed_by_deed(later)  # "all 31 guests with them"
    closed = pointers.is_closed(later) or pointers.is_narrowed_as_told(later, earlier) or pointers.is_told_of(later)
    closed = closed or pointers.is_narrowed_by_name(later, earlier) or pointers.is_narrowed_by_thing(later, earlier)
    return closed and ((later.value or 0) >= _FEWEST or slip)


def _may_hold(later: Claim, earlier: Claim) -> bool:
    """Tell whether a larger number may be all of those of whom the earlier told some: "Two sailors died. The 11 sailors"."""
    if (later.value or 0) <= (earlier.value or 0) or slips.may_be(later.value, earlier.value):
        return False
    if pointers.is_shown(later) or pointers.is_all(earlier) or pointers.is_narrowed_as_told(later, earlier):
        return False
    opens = _OPENING.fullmatch(earlier.sentence.within, earlier.sentence.span.start, earlier.phrase.start) is not None
    opens = opens and not (pointers.points_back(earlier) and pointers.is_closed(earlier))  # "The two men agreed" are all
    return (opens or any(kin.under(role, _HURT) for role in earlier.roles)) and later.role is None


def _is_not_one_more(later: Claim, earlier: Claim) -> bool:
    """Tell whether two numbers differ by more than one who joined: "two men met Wren. The three men ..."."""
    return later.value is not None and earlier.value is not None and abs(later.value - earlier.value) > 1


def _says_no_more(later: Claim, earlier: Claim) -> bool:
    """Tell whether the later figure has no modifier and no role that the earlier one lacks."""
    if later.role not in (None, earlier.role) and not pointers.is_all(later):
        return False
    if later.subject is None or earlier.subject is None or not later.subject.modifiers <= earlier.subject.modifiers:
        return False  # "all 20 ports" are more than "13 small ports"; "all 20 of the ports" are those that were told of
    return not pointers.is_all(later) or pointers.is_of_them(later) or later.subject.modifiers == earlier.subject.modifiers
