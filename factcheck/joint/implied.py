"""Conflict of several rules -> Constraint: what they say together, as a rule of its own, bound to the claims that break it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from math import gcd, lcm

from attrs import evolve

from factcheck.claims import Claim
from factcheck.comparisons import may_be_compared, sides
from factcheck.consistency import Conflict
from factcheck.constraints import Constraint
from factcheck.expressions.sums import noun
from factcheck.joint.ties import Tie, explicit, factor
from factcheck.rules import ClaimPattern, Rule
from factcheck.rules.forms import SAME, SEVERITIES
from factcheck.story import Link, Story

Terms = Mapping[str, int]
"""How many times each claim is taken, by name: with a plus on the smaller side, with a minus on the larger."""


def imply(conflict: Conflict, ties: Sequence[Tie], story: Story) -> Constraint | None:
    """Give what the rules of a conflict say together of its claims, and whether these may be compared; None for one rule alone.

    Its claims must be comparable each with each, as far as any of the rules asks, or linked in steps by the text.
    """
    used = [ties[label] for label in conflict.multipliers if isinstance(label, int)]
    if len({id(tie.constraint) for tie in used}) < 2:
        return None
    claims, times = _claims(conflict, used, story)
    if len(claims) < 2 or len({claim.id for claim in claims.values()}) < len(claims):
        return None
    constant = sum(
        (conflict.multipliers[label] * ties[label].relation.constant for label in conflict.multipliers if isinstance(label, int)),
        Fraction(0),
    )
    scale = lcm(constant.denominator, *(value.denominator for value in times.values()))
    whole = [int(value * scale) for value in (constant, *times.values())]
    shared = gcd(*whole)
    terms = {name: value // shared for name, value in zip(times, whole[1:], strict=True)}
    strict = any(tie.relation.operator == "<" for tie in used)
    rule = _rule(used, terms, whole[0] // shared, strict, _patterns(claims, used))
    linked = evolve(story, links=(*story.links, *_chains(used, story)))
    where = sides(rule.holds)
    reason = may_be_compared(rule, _with_nouns(claims), linked, where)
    others = tuple(sorted({tie.constraint.rule.name for tie in used} - {rule.name}))
    return Constraint(rule, claims, where, reason, tied=False, others=others)


def _claims(conflict: Conflict, used: Sequence[Tie], story: Story) -> tuple[dict[str, Claim], dict[str, Fraction]]:
    """Name the claims of a conflict as its rules do, in the order of the text, and give how often each is taken."""
    names = {variable: name for tie in reversed(used) for name, variable in tie.variables.items()}
    told = [label for label in conflict.multipliers if isinstance(label, tuple)]
    order = {claim.id: at for at, claim in enumerate(story.claims)}
    claims: dict[str, Claim] = {}
    times: dict[str, Fraction] = {}
    unit: str | None = None
    for label in sorted(told, key=lambda label: order[label[0]]):
        claim_id, variable, sign = label
        claim = story.by_id[claim_id]
        name = _free(names[variable], claims)
        own = None if claim.quantity is None else claim.quantity.unit
        unit = unit if claims else own
        claims[name] = claim
        times[name] = -sign * conflict.multipliers[label] / (factor(own, unit) or 1)
    return claims, times


def _free(name: str, taken: Mapping[str, Claim]) -> str:
    """Give a name that no other claim of the set has."""
    return next(free for at in range(1, len(taken) + 2) if (free := name if at == 1 else f"{name}_{at}") not in taken)


def _patterns(claims: Mapping[str, Claim], used: Sequence[Tie]) -> dict[str, ClaimPattern]:
    """Give each claim the role that a rule asked of it."""
    found = {(claim.id, tie.constraint.rule.claims[name].role) for tie in used for name, claim in tie.constraint.claims.items()}
    roles = dict(sorted(found, key=lambda pair: pair[1] or ""))
    return {name: ClaimPattern(role=roles.get(claim.id)) for name, claim in claims.items()}


def _rule(used: Sequence[Tie], terms: Terms, constant: int, strict: bool, patterns: Mapping[str, ClaimPattern]) -> Rule:
    """Make the rule that the rules of a conflict come to: as strict in what it asks as all of them, as severe as the mildest."""
    rules = [tie.constraint.rule for tie in used]
    first = max(rules, key=lambda rule: len(rule.claims))
    return evolve(
        first,
        text=_text(terms, constant, "<" if strict else "<="),
        message=_message(terms, constant),
        severity=max((rule.severity for rule in rules), key=SEVERITIES.index),
        why=" ".join(dict.fromkeys(rule.why for rule in rules)),
        within="document",
        same=tuple(shared for shared in SAME if any(shared in rule.same for rule in rules)),
        claims=dict(patterns),
    )


def _text(terms: Terms, constant: int, operator: str) -> str:
    """Write an order as `holds` does: ``killed + injured <= deployed``."""
    written = {
        sign: [name if abs(by) == 1 else f"{abs(by)} * {name}" for name, by in terms.items() if by * sign > 0] for sign in (1, -1)
    }
    if constant:
        written[-1 if constant > 0 else 1].append(str(abs(constant)))
    return f"{' + '.join(written[1]) or '0'} {operator} {' + '.join(written[-1]) or '0'}"


def _message(terms: Terms, constant: int) -> str:
    """Say the fact first; of three figures or more, what some of them make together: no two of them say why."""
    small, large = ([name for name, by in terms.items() if by * sign > 0] for sign in (1, -1))
    if constant or any(abs(by) != 1 for by in terms.values()) or not (small and large):
        return f"{_listed([*terms])} cannot all be true"
    if len(terms) == 2:
        return f"{_listed(small)}, but only {_listed(large)}"
    return f"{{together}}; the story has {_listed(small if len(large) > len(small) else large)}"


def _listed(names: Sequence[str]) -> str:
    told = [f"{{{name}}} {noun(name)}" for name in names]
    return " and ".join(filter(None, (", ".join(told[:-1]), told[-1])))


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


def _with_nouns(claims: Mapping[str, Claim]) -> dict[str, Claim]:
    """Give a figure listed behind another the noun that it leaves out: "900 soldiers were killed and 800 were wounded"."""
    return {name: _with_noun(claim, claims) for name, claim in claims.items()}


def _with_noun(claim: Claim, claims: Mapping[str, Claim]) -> Claim:
    if claim.subject is not None or not claim.listed:
        return claim
    before = [
        other for other in claims.values() if other.sentence is claim.sentence and other.span < claim.span and other.subject
    ]
    return evolve(claim, subject=before[-1].subject) if before else claim
