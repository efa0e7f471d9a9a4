"""Verdicts -> Findings and Checks: conflicts that one repair resolves are one fault, told once.

The most explicit conflict tells it; the rules of the others are listed as ``also``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.claims import Claim
from factcheck.document import Span
from factcheck.intervals import WHOLE_LINE, Interval
from factcheck.manners import joined, written
from factcheck.rules.families import label
from factcheck.rules.messages import RIGHT, fill, rights
from factcheck.rules.patterns import SEVERITIES as SEVERITIES
from factcheck.story import Story
from factcheck.values import frozen
from factcheck.verdicts import Repair, Verdict

_UNKNOWN = "another value"
"""What would be right where no single value can be said."""


@frozen
class Place:
    """Where a finding stands: a span and the claim's name in the rule."""

    span: Span
    label: str


@frozen
class Finding:
    """A fault of the text: what cannot be true together, with the calculation.

    ``severity`` is one of `SEVERITIES`; ``also`` names other rules that the same fault breaks; ``repairs`` say what each
    single claim would have to be, the others unchanged.
    """

    rule: str
    severity: str
    message: str
    calculation: str
    places: tuple[Place, ...]
    claims: tuple[str, ...]
    why: str = ""
    also: tuple[str, ...] = ()
    repairs: tuple[Repair, ...] = ()


@frozen
class Check:
    """A relation that was looked at: ``holds``, ``may hold`` or ``not checked``, and why."""

    rule: str
    verdict: str
    reason: str
    calculation: str
    claims: tuple[str, ...]


def at_least(level: str) -> tuple[str, ...]:
    """Give the severities that are as bad as a level or worse; none for ``never``."""
    return SEVERITIES[: SEVERITIES.index(level) + 1] if level in SEVERITIES else ()


def find(verdicts: Sequence[Verdict], story: Story) -> tuple[Finding, ...]:
    """Give one finding for each fault, in text order."""
    conflicts = [verdict for verdict in verdicts if verdict.outcome.verdict == "cannot hold"]
    findings = [_finding(group, story) for group in _faults(conflicts)]
    return tuple(sorted(findings, key=_first_place))


def checks(verdicts: Sequence[Verdict]) -> Iterator[Check]:
    """Give the relations that are in order, may be, or could not be checked."""
    for verdict in verdicts:
        if verdict.outcome.verdict != "cannot hold":
            ids = tuple(claim.id for claim in verdict.constraint.claims.values())
            outcome = verdict.outcome
            yield Check(verdict.constraint.rule.name, outcome.verdict, outcome.reason, outcome.calculation, ids)


def _first_place(finding: Finding) -> tuple[tuple[bool, int], str]:
    return min((not place.span.in_headline, place.span.start) for place in finding.places), finding.rule


def _faults(conflicts: Sequence[Verdict]) -> Iterator[list[Verdict]]:
    """Group conflicts by the one claim whose repair would resolve most of them, again and again.

    Errors and notes are no one fault: a note never hides an error, nor the reverse. Only conflicts that share claims are
    looked at together.
    """
    for severity in SEVERITIES:
        for left in _sharing([verdict for verdict in conflicts if verdict.constraint.rule.severity == severity]):
            while left:
                group = _largest(left)
                yield group
                told = set(map(id, group))
                left = [verdict for verdict in left if id(verdict) not in told]


def _sharing(conflicts: Sequence[Verdict]) -> list[list[Verdict]]:
    """Part conflicts into those that have no claim in common, in their order."""
    groups: dict[str, list[Verdict]] = {}
    for verdict in conflicts:
        ids = [claim.id for claim in verdict.constraint.claims.values()]
        met = {id(group): group for name in ids if (group := groups.get(name)) is not None}
        joined = [member for group in met.values() for member in group] + [verdict]
        for member in joined:
            groups |= {claim.id: joined for claim in member.constraint.claims.values()}
    return [*{id(group): group for group in groups.values()}.values()]


def _largest(conflicts: list[Verdict]) -> list[Verdict]:
    """Give the conflicts that the repair of one claim would resolve, for the claim with most of them; of equals the first."""
    counted = Counter(repair.claim for verdict in conflicts for repair in verdict.repairs)
    most = max(counted.values(), default=0)
    claim = next((claim for claim, times in counted.items() if times == most), None)
    return conflicts[:1] if claim is None else [*_resolved_by(claim, conflicts)]


def _resolved_by(claim: str, conflicts: Sequence[Verdict]) -> Iterator[Verdict]:
    """Give the conflicts that one new value of the claim would resolve together."""
    allowed = WHOLE_LINE
    for verdict in sorted(conflicts, key=lambda verdict: len(verdict.constraint.claims)):  # pairs are the surest
        repairs = [repair.interval for repair in verdict.repairs if repair.claim == claim]
        if repairs and not (allowed & repairs[0]).is_empty:
            allowed &= repairs[0]
            yield verdict


def _finding(group: Sequence[Verdict], story: Story) -> Finding:
    told = max(group, key=_explicitness)
    rule, claims, outcome = told.constraint.rule, told.constraint.claims, told.outcome
    quotes: dict[str, list[str]] = {}
    for name, claim in claims.items():
        quotes.setdefault(label(name), []).append(story.document.quote(claim.span))
    return Finding(
        rule.name,
        rule.severity,
        fill(rule.message, {name: joined(words) for name, words in quotes.items()}, {**outcome.facts, **_rights(told, story)}),
        outcome.calculation,
        tuple(Place(claim.span, label(name)) for name, claim in claims.items()),
        tuple(claim.id for claim in claims.values()),
        rule.why,
        tuple(sorted({name for verdict in group for name in _rules(verdict)} - {rule.name})),
        told.repairs if told.offered is None else told.offered,
    )


def _rights(told: Verdict, story: Story) -> dict[str, str]:
    """Write what the claims that a message asks for would have to be, the others unchanged."""
    claims = told.constraint.claims
    asked = rights(told.constraint.rule.message) & claims.keys()
    return {name + RIGHT: _right(claims[name], told.right(claims[name].id), story) for name in asked}


def _right(claim: Claim, allowed: Interval, story: Story) -> str:
    """Write the middle of what a claim may be, or its only end, in the claim's own manner."""
    ends = (allowed.middle, allowed.low, allowed.high)
    value = next((end for end in ends if end is not None), None)
    if value is None or claim.quantity is None:
        return _UNKNOWN
    return written(value, claim.quantity.unit, like=story.document.quote(claim.span))


def _rules(verdict: Verdict) -> tuple[str, ...]:
    return verdict.constraint.rule.name, *verdict.constraint.others


def _explicitness(verdict: Verdict) -> tuple[bool, bool, int, int]:
    """Rank conflicts: what one rule says by itself, and of that what the text itself links; pairs before larger sets.

    Then come rules that know more of their claims.
    """
    patterns = verdict.constraint.rule.claims.values()
    return (
        not verdict.constraint.others,
        verdict.constraint.tied,
        -len(verdict.constraint.claims),
        sum(pattern.role is not None for pattern in patterns),
    )
