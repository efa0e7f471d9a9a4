"""Verdicts -> Ties: the linear relations of a story that may hold, their variables, and the rows of one system that they make.

Variables are topics: claims about the same thing, of which the strongest bounds stand for all; or a role that nobody has told,
between two that are told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from factcheck import units
from factcheck.claims import Claim, scenes
from factcheck.constraints import Constraint, bind_but
from factcheck.constraints.comparisons import Side, sides
from factcheck.grounds import kin
from factcheck.intervals import Interval
from factcheck.rules import Rule
from factcheck.story import Story
from factcheck.story.tellings import repeated
from factcheck.values import frozen
from factcheck.verdicts import Verdict, amount

if TYPE_CHECKING:
    from factcheck.consistency import Row
    from factcheck.expressions import Relation

_COUNTED = (None, "person")


@frozen
class Tie:
    """A linear relation of a rule, bound to claims: the variable behind each of its names, and what each claim can stand for."""

    constraint: Constraint
    relation: Relation
    variables: Mapping[str, Hashable]
    intervals: Mapping[str, Interval]


def ties(rules: Sequence[Rule], story: Story, judged: Sequence[Verdict]) -> list[Tie]:
    """Give the relations of a story that several rules could break together; none where there is but one.

    Args:
        rules: all rules that the story is checked by.
        story: the story.
        judged: the verdicts on what each rule says by itself.

    """
    found = [*_told(story, judged), *_untold(rules, story)]
    return found if len(found) > 1 else []


def explicit(story: Story, one: Claim, other: Claim) -> bool:
    """Tell whether the text itself links two claims, and not only by telling one quantity twice."""
    link = story.tied.get(frozenset((one.id, other.id)))
    return link is not None and link.kind != repeated.KIND


def factor(unit: str | None, other: str | None) -> Fraction | None:
    """Give how many of the other unit one of a unit is; None where figures in the two cannot be added up."""
    if unit == other or (unit in _COUNTED and other in _COUNTED):
        return Fraction(1)
    if unit is None or other is None or "temperature" in (units.dimension(unit), units.dimension(other)):
        return None
    try:
        return units.factor(unit, other)
    except units.DimensionError:
        return None


def _told(story: Story, judged: Sequence[Verdict]) -> Iterator[Tie]:
    """Give the relations that may hold: one that holds of all values adds nothing, and one that cannot is told by its rule."""
    for verdict in judged:
        constraint = verdict.constraint
        if verdict.outcome.verdict == "may hold" and len(constraint.claims) > 1 and not constraint.restates:
            yield from _bound(constraint, story)


def _untold(rules: Sequence[Rule], story: Story) -> Iterator[Tie]:
    """Give the relations of what is told to a role between two others of which the story gives no figure."""
    told = story.roles
    between: dict[str | None, list[tuple[Rule, str]]] = {}
    for rule, name in _between(rules) if len(told) > 1 else ():
        others = (pattern.role for other, pattern in rule.claims.items() if other != name)
        if not any(role is None or kin.one_with(role).isdisjoint(told) for role in others):
            between.setdefault(rule.claims[name].role, []).append((rule, name))
    for found in between.values():
        if {Side.SMALL, Side.LARGE} <= {sides(rule.holds).get(name) for rule, name in found}:
            for rule, name in found:
                for constraint in bind_but(rule, name, story):
                    yield from _bound(constraint, story)


def _between(rules: Sequence[Rule]) -> Iterator[tuple[Rule, str]]:
    """Give the names of rules whose claims are chosen by role alone, of roles that several such rules speak of."""
    plain = [rule for rule in rules if rule.is_of_roles]
    spoken = Counter(role for rule in plain for role in {pattern.role for pattern in rule.claims.values()})
    for rule in plain:
        yield from ((rule, name) for name, pattern in rule.claims.items() if spoken[pattern.role] > 1)


def _bound(constraint: Constraint, story: Story) -> Iterator[Tie]:
    """Give the linear relations of a constraint, if its claims may be compared and added up."""
    from factcheck.expressions import linear

    if constraint.reason is not None:
        return
    amounts = {name: amount(claim, name, constraint, {}) for name, claim in constraint.claims.items()}
    intervals = {name: found.possible for name, found in amounts.items() if found is not None}
    unit = _unit(constraint)
    fit = all(factor(_own(claim), unit) is not None for claim in constraint.claims.values())
    alike = len({_own(claim) for claim in constraint.claims.values()} - {*_COUNTED}) < 2
    if fit and len(intervals) == len(amounts):
        for relation in linear(constraint.rule.holds):
            if alike or not relation.constant:  # nothing says in which of two units a number of the rule is
                variables = {name: _variable(name, constraint, intervals, story) for name in relation.coefficients}
                yield Tie(constraint, relation, variables, intervals)


def _own(claim: Claim) -> str | None:
    return None if claim.quantity is None else claim.quantity.unit


def _unit(constraint: Constraint) -> str | None:
    """Give the unit in which the relation of a constraint is reckoned."""
    return next(map(_own, constraint.claims.values()), None)


def _variable(name: str, constraint: Constraint, intervals: Mapping[str, Interval], story: Story) -> Hashable:
    claim = constraint.claims.get(name)
    if claim is None:
        return constraint.rule.claims[name].role, _unit(constraint) not in _COUNTED and _unit(constraint)
    whole = claim.quantity is not None and intervals[name] == claim.quantity.possible
    return _topic(claim, story), whole  # of those who have two roles there may be more that have one


def _topic(claim: Claim, story: Story) -> Hashable:
    """Give what claims about the same thing have in common: of these the one that says most stands for all.

    A figure that the text links to another stands for itself.
    """
    if claim.id in story.linked:
        return claim.id
    subject = claim.subject and (claim.subject.head, claim.subject.modifiers)
    manner = claim.stance, claim.additional, claim.listed, claim.running, "modal" in claim.hedge_kinds, claim.source
    return claim.roles, _own(claim), subject, claim.first_day, claim.last_day, manner, scenes.of(claim.sentence)


def rows(tied: Sequence[Tie]) -> Iterator[Row]:
    """Write relations, and what the claims behind them say, as rows of one system.

    A relation's row is labelled by its place in the list, a claim's by its id, the variable and the end: -1 below, 1 above.
    """
    from factcheck.consistency import Row

    known: set[object] = set()
    for at, tie in enumerate(tied):
        constraint, relation = tie.constraint, tie.relation
        total: dict[Hashable, Fraction] = {}
        for name, times in relation.coefficients.items():
            claim = constraint.claims.get(name)
            by = factor(_own(claim), _unit(constraint)) if claim else None
            total[tie.variables[name]] = total.get(tie.variables[name], Fraction(0)) + times * (by or 1)
        yield Row(at, total, "<" if relation.operator == "<" else "==" if relation.operator == "==" else "<=", relation.constant)
        for name, claim in constraint.claims.items():
            variable = tie.variables.get(name)
            if variable is not None and (claim.id, variable) not in known:
                known.add((claim.id, variable))
                yield from _says(claim, variable, tie.intervals[name])


def _says(claim: Claim, variable: Hashable, interval: Interval) -> Iterator[Row]:
    """Write what a claim says of its variable: a row for each end of its interval."""
    from factcheck.consistency import Row

    for end, is_open, sign in ((interval.low, interval.low_open, -1), (interval.high, interval.high_open, 1)):
        if end is not None:
            yield Row((claim.id, variable, sign), {variable: Fraction(sign)}, "<" if is_open else "<=", end * sign)
