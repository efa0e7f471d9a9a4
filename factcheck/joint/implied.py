"""Conflict of several rules -> Constraint: what they say together, as a rule of its own, bound to the claims that break it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from math import gcd, lcm

from factcheck.claims import Claim
from factcheck.consistency import Conflict
from factcheck.constraints import Constraint
from factcheck.constraints.comparisons import may_be_compared, sides
from factcheck.expressions import ExpressionError
from factcheck.expressions.sums import noun
from factcheck.joint.ties import Tie, explicit, factor
from factcheck.manners import joined
from factcheck.rules import ClaimPattern, Rule
from factcheck.rules.forms import SAME
from factcheck.rules.patterns import SEVERITIES
from factcheck.story import Link, Story
from factcheck.values import evolve, frozen

Terms = Mapping[str, int]
"""How many times each claim is taken, by name: with a plus on the smaller side, with a minus on the larger."""


@frozen
class _Member:
    """A claim of a conflict, how many times it is taken, and the role that a rule asked of it."""

    claim: Claim
    times: Fraction
    role: str | None


def imply(conflict: Conflict, ties: Sequence[Tie], story: Story) -> Constraint | None:
    """Give what the rules of a conflict say together of its claims, and whether these may be compared; None for one rule alone.

    Its claims must be comparable each with each, as far as any of the rules asks, or linked in steps by the text.
    """
    used = [ties[label] for label in conflict.multipliers if isinstance(label, int)]
    if len({id(tie.constraint) for tie in used}) < 2:
        return None
    members = _members(conflict, used, story)
    if len(members) < 2 or len({member.claim.id for member in members.values()}) < len(members):
        return None
    rule = _rule(used, *_whole(conflict, ties, members), members)
    try:
        where = sides(rule.holds)
    except ExpressionError as error:
        why = f"several rules fail together for {len(members)} figures, but as one rule this is {error.message}"
        return Constraint(used[0].constraint.rule, {}, {}, why)
    linked = evolve(story, links=(*story.links, *_chains(used, story)))
    claims = {name: member.claim for name, member in members.items()}
    reason = may_be_compared(rule, claims, linked, where)
    others = tuple(sorted({tie.constraint.rule.name for tie in used} - {rule.name}))
    return Constraint(rule, claims, where, reason, others=others)


def _members(conflict: Conflict, used: Sequence[Tie], story: Story) -> dict[str, _Member]:
    """Name the claims of a conflict as its rules do, in the order of the text, and give how often each is taken."""
    known = {variable: (name, tie.constraint.rule.claims[name].role) for tie in used for name, variable in tie.variables.items()}
    told = [label for label in conflict.multipliers if isinstance(label, tuple)]
    order = {claim.id: at for at, claim in enumerate(story.claims)}
    members: dict[str, _Member] = {}
    first: str | None = None
    for label in sorted(told, key=lambda label: order[label[0]]):
        claim_id, variable, sign = label
        claim, (name, role) = story.by_id[claim_id], known[variable]
        own = None if claim.quantity is None else claim.quantity.unit
        first = first if members else own
        times = -sign * conflict.multipliers[label] / (factor(own, first) or 1)
        members[_free(name, members)] = _Member(claim, times, role)
    return members


def _whole(conflict: Conflict, ties: Sequence[Tie], members: Mapping[str, _Member]) -> tuple[Terms, int]:
    """Give in whole numbers how often each claim is taken, and the constant that is left on the larger side."""
    labels = [label for label in conflict.multipliers if isinstance(label, int)]
    constant = sum((conflict.multipliers[label] * ties[label].relation.constant for label in labels), Fraction(0))
    values = [constant, *(member.times for member in members.values())]
    scale = lcm(*(value.denominator for value in values))
    whole = [int(value * scale) for value in values]
    shared = gcd(*whole)
    return {name: value // shared for name, value in zip(members, whole[1:], strict=True)}, whole[0] // shared


def _free(name: str, taken: Mapping[str, _Member]) -> str:
    """Give a name that no other claim of the set has."""
    return next(free for at in range(1, len(taken) + 2) if (free := name if at == 1 else f"{name}_{at}") not in taken)


def _rule(used: Sequence[Tie], terms: Terms, constant: int, members: Mapping[str, _Member]) -> Rule:
    """Make the rule that the rules of a conflict come to: as strict in what it asks as all of them, as severe as the mildest."""
    rules = [tie.constraint.rule for tie in used]
    first = max(rules, key=lambda rule: len(rule.claims))
    strict = any(tie.relation.operator == "<" for tie in used)
    return evolve(
        first,
        text=_text(terms, constant, "<" if strict else "<="),
        message=_message(terms, constant, members),
        severity=max((rule.severity for rule in rules), key=SEVERITIES.index),
        why=" ".join(dict.fromkeys(rule.why for rule in rules)),
        within="document",
        same=tuple(shared for shared in SAME if any(shared in rule.same for rule in rules)),
        claims={name: ClaimPattern(role=member.role) for name, member in members.items()},
    )


def _text(terms: Terms, constant: int, operator: str) -> str:
    """Write an order as `holds` does: ``killed + injured <= deployed``."""
    written = {
        sign: [name if abs(by) == 1 else f"{abs(by)} * {name}" for name, by in terms.items() if by * sign > 0] for sign in (1, -1)
    }
    if constant:
        written[-1 if constant > 0 else 1].append(str(abs(constant)))
    return f"{' + '.join(written[1]) or '0'} {operator} {' + '.join(written[-1]) or '0'}"


def _message(terms: Terms, constant: int, members: Mapping[str, _Member]) -> str:
    """Say the fact first; of three figures or more, what some of them make together: no two of them say why."""
    told = {name: _told(name, member) for name, member in members.items()}
    small, large = ([told[name] for name, by in terms.items() if by * sign > 0] for sign in (1, -1))
    if constant or any(abs(by) != 1 for by in terms.values()) or not (small and large):
        return f"{joined([*told.values()])} cannot {'both' if len(terms) == 2 else 'all'} be true"
    if len(terms) == 2:
        return f"{joined(small)}, but only {joined(large)}"
    return f"{{together}}; the story has {joined(small if len(large) > len(small) else large)}"


def _told(name: str, member: _Member) -> str:
    """Tell a figure by its name in the rule where this is its role, else by what it counts."""
    counted = re.sub(r"[{}]", "", member.claim.counted or "") if member.role is None else noun(name)
    return f"{{{name}}} {counted}".rstrip()


def _chains(used: Sequence[Tie], story: Story) -> Iterator[Link]:
    """Give a link between claims that the text links in steps: a whole and a part of its part."""
    groups: list[set[str]] = []
    for tie in used:
        for one, other in combinations(tie.constraint.claims.values(), 2):
            if explicit(story, one, other):
                met = [group for group in groups if group & {one.id, other.id}]
                groups = [group for group in groups if group not in met] + [{one.id, other.id}.union(*met)]
    for group in groups:
        for a, b in combinations(sorted(group), 2):
            yield Link("steps", a, b, "the text links them in steps")
