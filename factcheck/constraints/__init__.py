"""Rules x Story -> Constraints: which claims a rule sets against each other, and why they may be (`constraints.comparisons`).

What one statement tells stands or falls together (`statements`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, islice, product

from factcheck.claims import Claim
from factcheck.constraints.comparisons import Side, may_be_compared, sides
from factcheck.grounds import kin
from factcheck.rules import ClaimPattern, Rule, member
from factcheck.rules.families import label, numbered
from factcheck.story import Story
from factcheck.story.tellings import headlines, restated
from factcheck.story.wholes import parts
from factcheck.values import evolve, frozen

MOST = 1000
"""Sets of claims that one rule looks at in one document; that there are more is spoken of."""

_MOST_TOGETHER = 40
"""Claims that one name binds together; a longer list is no sentence."""
Bound = Mapping[str, Claim]


@frozen
class Constraint:
    """A rule bound to claims; ``reason`` says why they may not be set against each other, None where they may.

    ``sides`` tell where each stands in an order; ``tied`` that the text itself links them; ``others`` are the names of more
    rules where it is what several of them say together.
    """

    rule: Rule
    claims: Bound
    sides: Mapping[str, Side]
    reason: str | None = None
    tied: bool = False
    others: tuple[str, ...] = ()

    @property
    def restates(self) -> bool:
        """Tell whether its claims are one figure told twice over; a headline may also leave a bound out or add one."""
        links = {pattern.link for pattern in self.rule.claims.values()}
        bounds = {claim.quantity.bound for claim in self.claims.values() if claim.quantity}
        return restated.KIND in links or (headlines.KIND in links and len(bounds) == 1)

    @property
    def is_counted_out(self) -> bool:
        """Tell whether a part is counted out of an exact whole in one breath: nobody rounds in "100 of the 120 votes"."""
        whole = next((self.claims.get(p.to or "") for p in self.rule.claims.values() if p.link == parts.KIND), None)
        exact = whole is not None and whole.quantity is not None and whole.quantity.printed.is_point
        return exact and len({claim.sentence.span for claim in self.claims.values()}) == 1


def bind(rules: Sequence[Rule], story: Story) -> Iterator[Constraint]:
    """Bind each rule to all claims that fit it, in the order of the rules and of the text."""
    for rule in rules:
        if rule.of_tables or not _is_told(rule, story):
            continue
        sets = _bindings(rule, story)
        for claims in islice(sets, MOST):
            bound = _member(rule, claims)
            yield _constraint(bound, claims, story, sides(bound.holds))
        if next(sets, None) is not None:
            yield Constraint(rule, {}, {}, f"more than {MOST} sets of claims fit this rule; only the first were looked at")


def bind_but(rule: Rule, name: str, story: Story) -> Iterator[Constraint]:
    """Bind a rule without one of its names, for a figure that the story does not tell."""
    rest = _without(rule, name)
    for claims in islice(_bindings(rest, story) if _is_told(rest, story) else (), MOST):
        yield _constraint(rule, claims, story, sides(rule.holds))


@lru_cache(maxsize=1024)
def _without(rule: Rule, name: str) -> Rule:
    return evolve(rule, claims={other: pattern for other, pattern in rule.claims.items() if other != name})


def _constraint(rule: Rule, claims: Bound, story: Story, sides_: Mapping[str, Side]) -> Constraint:
    tied = any(frozenset(pair) in story.tied for pair in combinations([claim.id for claim in claims.values()], 2))
    return Constraint(rule, claims, sides_, may_be_compared(rule, claims, story, sides_), tied)


def _member(rule: Rule, claims: Bound) -> Rule:
    """Give the rule for as many claims as were bound."""
    if not rule.many:
        return rule
    counts = Counter(label(name) for name in claims)
    return member(rule, tuple((name, counts[name]) for name in rule.many))


def _bindings(rule: Rule, story: Story) -> Iterator[Bound]:
    """Give the sets of different claims that fit the rule's patterns and links, within the part of the text that it asks for."""
    if story.sources and any(pattern.source == "none" for pattern in rule.claims.values()):
        return
    tied = {name: pattern for name, pattern in rule.claims.items() if pattern.link is not None}
    free = {name: pattern for name, pattern in rule.claims.items() if pattern.link is None}
    candidates = story.claims if len(free) > 1 or not tied else tuple(_heads(rule, story))
    if not candidates:
        return
    above = story.restated_above
    for claims in _parts(rule, candidates):
        told = claims if tied or not above else [claim for claim in claims if claim.id not in above]
        for chosen in _fitting(free.values(), told):
            for bound in _linked(dict(zip(free, chosen, strict=True)), tied, story):
                if len({claim.id for claim in bound.values()}) == len(bound) and _within(rule, bound):
                    yield bound


def _is_told(rule: Rule, story: Story) -> bool:
    """Tell whether the story has links and claims of all the kinds and roles that a rule asks for; most rules ask for others.

    What is tied to another may be of more kinds.
    """
    if not (rule.links <= story.link_kinds and rule.free_kinds <= story.claim_kinds):
        return False
    return not any(kin.one_with(role).isdisjoint(story.roles) for role in rule.free_roles)


def _fitting(patterns: Iterable[ClaimPattern], claims: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """Give the sets of claims that fit the patterns; where none fits one of them, the others are not asked."""
    fitting = []
    for pattern in patterns:
        kind, role = pattern.kind, pattern.role  # looked at first, here: most claims are of another
        near = [claim for claim in claims if (kind is None or claim.kind == kind) and (role is None or claim.roles)]
        fitting.append([claim for claim in near if _fits(pattern, claim)])
        if not fitting[-1]:
            return
    yield from product(*fitting)


def _parts(rule: Rule, claims: Sequence[Claim]) -> Iterator[Sequence[Claim]]:
    """Give the claims that may meet: all, or those of one sentence or paragraph."""
    if len(rule.claims) == 1 or rule.within not in ("sentence", "paragraph"):
        yield claims
        return
    parts: dict[object, list[Claim]] = {}
    for claim in claims:
        parts.setdefault(_part(rule, claim), []).append(claim)
    yield from parts.values()


def _part(rule: Rule, claim: Claim) -> object:
    sentence = claim.sentence
    return (sentence.span, sentence.kind) if rule.within == "sentence" else sentence.paragraph


def _within(rule: Rule, bound: Bound) -> bool:
    return rule.within not in ("sentence", "paragraph") or len({_part(rule, claim) for claim in bound.values()}) == 1


def _heads(rule: Rule, story: Story) -> Iterator[Claim]:
    """Give the claims that links of the kinds that the rule asks for run to."""
    kinds = {pattern.link for pattern in rule.claims.values()}
    for claim, links in story.towards.items():
        if any(link.kind in kinds for link in links):
            yield story.by_id[claim]


def _linked(bound: dict[str, Claim], tied: Mapping[str, ClaimPattern], story: Story) -> Iterator[Bound]:
    """Add the claims that are tied to those bound already."""
    done = {label(name) for name in bound}
    name = next((name for name, pattern in tied.items() if name not in done and pattern.to in bound), None)
    if name is None:
        yield bound
        return
    pattern = tied[name]
    target = bound[pattern.to or ""]
    found = [link for link in story.towards.get(target.id, ()) if link.kind == pattern.link and pattern.part in (None, link.part)]
    claims = [story.by_id[one] for one in dict.fromkeys(link.one for link in found)]  # two kinds of words may tie the same two
    fitting = [claim for claim in claims if _fits(pattern, claim) and _differs(pattern, claim, target, story)]
    if pattern.many is None:
        for claim in fitting:
            yield from _linked({**bound, name: claim}, tied, story)
    elif pattern.many <= len(fitting) <= _MOST_TOGETHER:
        yield from _linked({**bound, **dict(zip(numbered(name, len(fitting)), fitting, strict=True))}, tied, story)


def _fits(pattern: ClaimPattern, claim: Claim) -> bool:
    if pattern.role is not None and kin.one_with(pattern.role).isdisjoint(claim.roles):
        return False
    return (
        (pattern.kind in (None, claim.kind) or (pattern.link is not None and (pattern.kind, claim.kind) == ("count", "number")))
        and (pattern.where is None or (claim.sentence.kind == "headline") == (pattern.where == "headline"))
        and (pattern.form is None or pattern.form in claim.forms)
        and (pattern.tense is None or claim.tense == pattern.tense)
        and (pattern.stance is None or claim.stance == pattern.stance)
        and (pattern.hedge is None or pattern.hedge in claim.hedge_kinds)
    )


def _differs(pattern: ClaimPattern, claim: Claim, target: Claim, story: Story) -> bool:
    """Tell whether a claim differs from the one that it is tied to as the rule asks: in its unit, in its source."""
    return _other_unit(pattern, claim, target) and (pattern.source is None or story.rivals(claim, target))


def _other_unit(pattern: ClaimPattern, claim: Claim, target: Claim) -> bool:
    """Tell whether two claims can have different units under some reading of their signs, where the rule asks for that."""
    if pattern.unit is None or claim.quantity is None or target.quantity is None:
        return pattern.unit is None
    return len({*claim.quantity.readings, *target.quantity.readings}) > 1
