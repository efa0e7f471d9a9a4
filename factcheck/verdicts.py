"""Constraint -> Verdict: the rule's relation evaluated over all readings of its figures; the kindest reading counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from factcheck import lexicon
from factcheck.claims import Claim
from factcheck.constraints import Constraint
from factcheck.constraints.comparisons import Side
from factcheck.grounds import kin
from factcheck.intervals import Amount, Interval
from factcheck.story import Story, contests
from factcheck.story.changes import moves, thresholds
from factcheck.values import evolve, frozen

if TYPE_CHECKING:
    from factcheck.operands import Context, Operand, Outcome
    from factcheck.rules import Rule

_CLOSE = Fraction(1, 50)
"""How far a figure may be off, as a share of it, where its unit is read as another than its name tells first."""
_SIDES = 2
_LOOSE = frozenset({"approximation", "bound", "estimate", "vague"})
_KINDEST_FIRST = ("holds", "may hold", "not checked", "cannot hold")


@frozen
class Repair:
    """What one claim would have to be for a conflict to go, the other claims unchanged; in the claim's own unit."""

    claim: str
    interval: Interval


@frozen
class Verdict:
    """What became of a constraint: the outcome, and for a conflict the repairs that each single claim offers.

    ``offered`` are the repairs that are told, where not all that reckoning gives can be; None: all are.
    """

    constraint: Constraint
    outcome: Outcome
    repairs: tuple[Repair, ...] = ()
    offered: tuple[Repair, ...] | None = None

    def right(self, claim: str) -> Interval:
        """Give what a claim would have to be, by its id; unbounded where no repair of it is known."""
        return next((repair.interval for repair in self.repairs if repair.claim == claim), Interval())


@frozen
class Weighed:
    """What a rule says of some figures: the kindest outcome, whether an unlikelier reading gives it, and the repairs by name."""

    outcome: Outcome
    unlikelier: bool = False
    repairs: tuple[tuple[str, Interval], ...] = ()


def weigh(rule: Rule, readings: Sequence[Mapping[str, Operand]], context: Context) -> Weighed:
    """Evaluate a rule over all readings of its figures, the likeliest first; the answer depends on nothing else."""
    from factcheck.expressions.evaluation import evaluate
    from factcheck.expressions.repairs import repair

    judged = [(evaluate(rule.holds, operands, context), operands) for operands in readings]
    outcome, operands = min(judged, key=lambda pair: _KINDEST_FIRST.index(pair[0].verdict))
    unlikelier = outcome.verdict == "holds" and judged[0][0].verdict != "holds"
    if outcome.verdict != "cannot hold":
        return Weighed(outcome, unlikelier)
    found = ((name, repair(rule.holds, name, operands, context)) for name in operands)
    return Weighed(outcome, unlikelier, tuple((name, interval) for name, interval in found if interval is not None))


Weigh = Callable[["Rule", Sequence[Mapping[str, "Operand"]], "Context"], Weighed]


def judge(constraint: Constraint, story: Story, weigh: Weigh = weigh) -> Verdict:
    """Judge a constraint; claims that may not be compared are not checked, with the reason."""
    from factcheck.operands import Context, Outcome

    if constraint.reason is not None:
        return Verdict(constraint, Outcome("not checked", constraint.reason))
    readings = [*_readings(constraint, story)]
    if not readings:
        return Verdict(constraint, Outcome("not checked", "under no reading are the two in different units of one measure"))
    weighed = weigh(constraint.rule, readings, Context(story.document.published, story.document.rate_day))
    if weighed.unlikelier:
        return Verdict(constraint, evolve(weighed.outcome, verdict="may hold", reason=_another_reading(constraint)))
    return Verdict(
        constraint, weighed.outcome, tuple(Repair(constraint.claims[name].id, interval) for name, interval in weighed.repairs)
    )


def _another_reading(constraint: Constraint) -> str:
    money = any(claim.kind == "money" for claim in constraint.claims.values())
    return f"it holds if {'the sign means another currency of the story' if money else 'the unit is another of its name'}"


def _readings(constraint: Constraint, story: Story) -> Iterator[dict[str, Operand]]:
    """Give the operands under each reading of ambiguous signs; one sign means one thing throughout."""
    signs = {
        claim.quantity.readings for claim in constraint.claims.values() if claim.quantity and len(claim.quantity.readings) > 1
    }
    from factcheck.operands import Operand

    ordered = sorted(signs)
    all_ = (dict(zip(ordered, chosen, strict=True)) for chosen in product(*ordered))
    sensible = [reading for reading in all_ if not _is_senseless(constraint, reading)]
    of_one_measure = [reading for reading in sensible if _are_of_one_measure(constraint, reading)] if ordered else []
    for reading in of_one_measure or sensible:
        yield {
            name: Operand(story.document.quote(claim.span), amount(claim, name, constraint, reading), claim)
            for name, claim in constraint.claims.items()
        }


def _is_senseless(constraint: Constraint, reading: Mapping[tuple[str, ...], str]) -> bool:
    """Tell whether a reading would convert a figure into its own unit, or let one change lead through two currencies."""
    for name, pattern in constraint.rule.claims.items():
        if pattern.link == moves.KIND and pattern.part != "percent" and _mixes(constraint, name, pattern.to, reading):
            return True
        if pattern.unit == "other" and pattern.to is not None:
            units = [_unit(constraint.claims[one], reading) for one in (name, pattern.to)]
            if units[0] == units[1] or _measure_apart(constraint.claims[name], units):
                return True
    return False


def _measure_apart(claim: Claim, of: Sequence[str | None]) -> bool:
    """Tell whether two units measure other things: an ounce beside a kilogram is no fluid one."""
    return claim.kind == "measure" and not _measure_one_thing(of)


def _measure_one_thing(of: Sequence[str | None]) -> bool:
    from factcheck import units

    return len({units.dimension(unit) for unit in of}) == 1


def _are_of_one_measure(constraint: Constraint, reading: Mapping[tuple[str, ...], str]) -> bool:
    """Tell whether a reading lets two figures measure one thing: degrees beside degrees Celsius are none of an angle."""
    claims = [*constraint.claims.values()]
    measures = len(claims) == _SIDES and all(claim.kind == "measure" for claim in claims)
    return measures and _measure_one_thing([_unit(claim, reading) for claim in claims])


def _mixes(constraint: Constraint, name: str, other: str | None, reading: Mapping[tuple[str, ...], str]) -> bool:
    """Tell whether a reading gives two sums different currencies."""
    pair = [constraint.claims[one] for one in (name, other or name)]
    return len({(_unit(claim, reading) or "").partition("/")[0] for claim in pair if claim.kind == "money"}) > 1


def _unit(claim: Claim, reading: Mapping[tuple[str, ...], str]) -> str | None:
    return None if claim.quantity is None else reading.get(claim.quantity.readings, claim.quantity.unit)


def amount(claim: Claim, name: str, constraint: Constraint, reading: Mapping[tuple[str, ...], str]) -> Amount | None:
    """Give what a claim brings into the relation, under a reading of ambiguous signs; days are numbered.

    A claim with a second role counts those who have both: all that it says of one role is that there are so many at least.
    """
    if claim.quantity is None:
        return _days(claim)
    found = claim.quantity.amount
    if constraint.restates or constraint.rule.claims[name].link == thresholds.KIND:
        # "at least 130 miles (208 km)", "above the 50 mark": the bound is no part of this figure alone
        found = evolve(found, possible=claim.quantity.unbounded)
    exact = constraint.is_counted_out or constraint.rule.claims[name].link == contests.KIND  # nobody rounds the size of a house
    if exact and claim.quantity.value is not None and not claim.hedge_kinds & _LOOSE:
        point = Interval.point(claim.quantity.value)
        found = evolve(found, printed=point, possible=point)
    if claim.quantity.readings in reading:
        found = _read_as(found, claim.quantity.readings[0], reading[claim.quantity.readings], near=not claim.is_range)
    asked = constraint.rule.claims[name].role
    if (
        asked is not None
        and constraint.sides.get(name) is not Side.SMALL
        and any(kin.are_apart(role, asked) for role in claim.roles)
    ):
        return Amount(found.printed.widened(high=True), found.possible.widened(high=True), found.unit)
    return found


def _read_as(found: Amount, first: str, unit: str, *, near: bool) -> Amount:
    """Give an amount under a reading of its unit; one that only words near the figure make likely must fit well.

    ``near`` tells that the figure is one number, which has a middle to be near to.
    """
    middle = found.printed.middle
    if not near or unit == first or middle is None or "near" not in lexicon.entries("units").get(first, {}):
        return evolve(found, unit=unit)
    well = Interval.around(middle, _CLOSE)
    return Amount(found.printed & well, found.possible & well, unit)


def _days(claim: Claim) -> Amount | None:
    if claim.first_day is None and claim.last_day is None:
        return None
    first, last = (None if day is None else Fraction(day.toordinal()) for day in (claim.first_day, claim.last_day))
    printed = Interval(first, last)
    if not claim.days:
        return Amount(printed, printed)
    ordinals = [Fraction(day.toordinal()) for day in claim.days]
    return Amount(printed, Interval(min(ordinals), max(ordinals)))
