"""Claims -> why they may not be set against each other, or None.

Two figures may be compared only if nothing says that they are about different things: both asserted, neither on top of
another, no contradicting subject, no other time, no rival source. An explicit link is worth more than any guess.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import Enum
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck import lexicon
from factcheck.claims import Claim, scenes, subjects
from factcheck.constraints import again, against, statements
from factcheck.grounds.tellings import pointers
from factcheck.rules import Rule
from factcheck.story import Link, Story
from factcheck.story.tellings import headlines, repeated
from factcheck.values import evolve

if TYPE_CHECKING:
    from factcheck.expressions import Expression
    from factcheck.expressions.tree import Term


class Side(Enum):
    """Where a claim stands in an order: it must be the smaller or the larger, or equal."""

    SMALL = "small"
    LARGE = "large"
    EITHER = "either"


_BLANKS = 3  # code points between two sentences that follow each other
_PRESUPPOSING = frozenset({"conditional", "asked", "denied"})
"""Whatever comes of it, a definite number is told as a fact: "if the six lands agree" tells of six."""
_SIDES = {
    "<": (Side.SMALL, Side.LARGE),
    "<=": (Side.SMALL, Side.LARGE),
    ">": (Side.LARGE, Side.SMALL),
    ">=": (Side.LARGE, Side.SMALL),
}


@cache
def sides(holds: Expression) -> Mapping[str, Side]:
    """Give the side of each claim of an expression; of one that stands on both, neither."""
    from factcheck.expressions.tree import Comparison, nodes

    found: dict[str, Side] = {}
    for node in nodes(holds.test):
        if isinstance(node, Comparison):
            for term, side in zip((node.left, node.right), _SIDES.get(node.operator, (Side.EITHER,) * 2), strict=True):
                for name in _names(term):
                    found[name] = side if found.get(name, side) == side else Side.EITHER
    return found


def may_be_compared(rule: Rule, claims: Mapping[str, Claim], story: Story, where: Mapping[str, Side]) -> str | None:
    """Give the reason why the claims of a rule may not be set against each other, None where they may."""
    if (share := _share_among_amounts(rule, claims)) is not None:
        return f"{story.document.quote(share.span)} is a share, the other figure is none"
    if reason := against.reason(rule, claims, {name for name, side in where.items() if side is Side.LARGE}, story):
        return reason
    if statements.are_one(claims, story):
        return None
    if len(claims) > 1 and not rule.many and (reason := _of_stances(claims, story)) is not None:
        return reason
    claims = {name: _with_noun(claim, claims) for name, claim in claims.items()}
    for (one, a), (other, b) in combinations(claims.items(), 2):
        if _tied_to_one(rule, one, other):
            continue
        reason = _between(rule, (a, where.get(one, Side.EITHER)), (b, where.get(other, Side.EITHER)), story)
        if reason is not None:
            return reason
    return _overlap(rule, claims, where)


def _share_among_amounts(rule: Rule, claims: Mapping[str, Claim]) -> Claim | None:
    """Give the share in words ("half") that a rule for figures of any kind would set against another kind."""
    open_ = [claim for name, claim in claims.items() if rule.claims[name].kind is None]
    shares = [claim for claim in open_ if claim.kind == "ratio"]
    return shares[0] if len(shares) < len(open_) and shares else None


def _with_noun(claim: Claim, claims: Mapping[str, Claim]) -> Claim:
    """Give a figure listed behind another of the set the noun that it leaves out: "90 men were killed and 80 were wounded"."""
    if claim.subject is not None or not claim.listed:
        return claim
    before = [other for other in claims.values() if other.sentence is claim.sentence and other.span < claim.span]
    return evolve(claim, subject=max(before, key=lambda other: other.span).subject) if before else claim


def _tied_to_one(rule: Rule, one: str, other: str) -> bool:
    """Tell whether the text ties two claims to one third: each is set against that, and not against the other."""
    a, b = rule.claims[one], rule.claims[other]
    return a.link is not None and b.link is not None and a.to == b.to


def _of_stances(claims: Mapping[str, Claim], story: Story) -> str | None:
    """Say which figure is not put forward as fact; a plan may be set against the same plan."""
    possible = next((claim for claim in claims.values() if "modal" in claim.hedge_kinds), None)
    told_again = possible is not None and _again(claims, story) is not None and pointers.points_back(possible)
    if possible is not None and not (told_again or _is_headline(claims, story)):
        return f"{story.document.quote(possible.span)} is only possible"
    link = _again(claims, story)
    later = story.by_id[link.one] if link is not None else None
    known = later is not None and later.stance in _PRESUPPOSING and pointers.is_known(later)
    left_open = {"conditional"} if _is_headline(claims, story) and again.is_open_above(claims.values()) else set()
    stances = {claim.stance for claim in claims.values() if not (known and claim is later)} - left_open
    if link is not None and link.part == repeated.SWAPPED and "denied" not in stances:
        return None
    if stances <= statements.TO_COME or (
        stances <= {*statements.TO_COME, "asserted"} and (_is_headline(claims, story) or _is_known(claims, story))
    ):
        return None
    odd = next((claim for claim in claims.values() if claim.stance != "asserted" and not (known and claim is later)), None)
    return None if odd is None else f"{story.document.quote(odd.span)} is {odd.stance}, not asserted"


def _is_headline(claims: Mapping[str, Claim], story: Story) -> bool:
    """Tell whether they are the headline's figure and the body's: "to cut 40 jobs" leaves the "will" out."""
    link = story.tied.get(frozenset(claim.id for claim in claims.values()))
    return link is not None and link.kind == headlines.KIND


def _again(claims: Mapping[str, Claim], story: Story) -> Link | None:
    """Give the link by which one figure tells the other again."""
    link = story.tied.get(frozenset(claim.id for claim in claims.values()))
    return link if link is not None and link.kind == repeated.KIND else None


def _is_known(claims: Mapping[str, Claim], story: Story) -> bool:
    """Tell whether a figure told twice is no part of the plan that it stands in: "will be the best of the four banks"."""
    link = _again(claims, story)
    to_come = [claim for claim in claims.values() if claim.stance in statements.TO_COME]
    if link is None:
        return False
    pointed = link.part == repeated.POINTED  # "agreed to scrap three fees. Those five fees"
    return pointed or pointers.is_known(story.by_id[link.other]) or all(map(pointers.is_known, to_come))


def _between(rule: Rule, one: tuple[Claim, Side], other: tuple[Claim, Side], story: Story) -> str | None:
    (a, a_side), (b, b_side) = one, other
    link = story.tied.get(frozenset((a.id, b.id)))
    if link is not None and link.kind != repeated.KIND:  # the text itself sets them side by side
        return None
    small, large = (b, a) if a_side is Side.LARGE or b_side is Side.SMALL else (a, b)
    if a.additional or b.additional or (large.listed and a_side is not b_side):
        return "one figure comes on top of another"
    if "subject" in rule.same:
        reason = _of_subjects(rule, small, large, story, ordered=a_side is not b_side)
        if reason is not None:
            return reason
    if "period" in rule.same and not _same_time(small, large):
        return "the figures are for different times"
    if story.rivals(a, b) and not (link is not None and link.part == repeated.KEPT):
        return "the figures come from different sources"
    if link is not None:
        later, earlier = (a, b) if link.one == a.id else (b, a)
        return again.reason(later, earlier, pointed=link.part in (repeated.POINTED, repeated.KEPT))
    return scenes.apart(small.sentence, large.sentence) or scenes.apart_within(small, large)


def _of_subjects(rule: Rule, small: Claim, large: Claim, story: Story, *, ordered: bool) -> str | None:
    if (reason := subjects.contradict(small.subject, large.subject)) is not None:
        return reason
    narrower = ordered and subjects.narrower(large.subject, small.subject, later=small.span < large.span)
    if narrower or story.of_several_groups(small, large):
        return "the figures may be of different groups"
    if "group" in rule.same and not subjects.state_one_group(small.subject, large.subject):
        return "nothing says that the one are among the other"
    if not subjects.share_noun(small.subject, large.subject) and not _adjoin(small, large):
        return "nothing says that they are of one group"
    return None


def _adjoin(a: Claim, b: Claim) -> bool:
    """Tell whether two claims stand in one sentence or in two that follow each other in a paragraph."""
    first, second = sorted((a.sentence.span, b.sentence.span))
    return a.sentence.paragraph == b.sentence.paragraph and second.start - first.end <= _BLANKS


def _same_time(small: Claim, large: Claim) -> bool:
    """Tell whether the larger figure's time holds the smaller's; an earlier state may stand on the small side.

    A figure without a time is for all time up to now; but one act ("sent 500 troops") is not what has gone on since a day.
    """
    if large.is_timeless:
        act = any("once" in lexicon.entries("roles")[role] for role in large.roles)
        return not act or small.first_day is None or small.last_day is not None
    if small.time == large.time:
        return True
    if small.is_timeless or small.written or large.written:
        return False
    first, last = large.first_day or dt.date.min, large.last_day or dt.date.max
    return (
        first <= (small.first_day or (small.last_day if large.first_day is None else None) or dt.date.min)
        and (small.last_day or dt.date.max) <= last
    )


def _overlap(rule: Rule, claims: Mapping[str, Claim], where: Mapping[str, Side]) -> str | None:
    """Say why figures that are added up may count somebody twice: the injured may have died since.

    They are apart where one sentence sets them side by side, or the total counts both together.
    """
    for one, other in combinations(claims, 2):
        first, second = rule.claims[one].role, rule.claims[other].role
        if where.get(one) != where.get(other) or first is None or second is None:
            continue
        pair = {first, second}
        if not any(lexicon.entries("roles")[role].get("becomes") in pair - {role} for role in pair):
            continue
        joined = any(pair <= set(lexicon.entries("roles").get(c.role or "", {}).get("together", ())) for c in claims.values())
        if not joined and claims[one].sentence.span != claims[other].sentence.span:
            return f"the {second} may be among the {first} by now"
    return None


def _names(term: Term) -> list[str]:
    from factcheck.expressions.tree import Figure, nodes

    return [node.name for node in nodes(term) if isinstance(node, Figure)]
