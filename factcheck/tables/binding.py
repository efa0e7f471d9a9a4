"""Rules x a table's columns -> Relations: which columns a rule sets against each other, in each way that a table can mean it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import field

from factcheck.rules import Rule
from factcheck.tables.columns import Column, Sample
from factcheck.tables.shapes import IN_CELLS, Match, Trust, shape
from factcheck.values import evolve, frozen

_DEEPEST = 6
_MOST = 2000
"""Relations of one table."""


@frozen
class Relation:
    """A rule bound to columns: ``ways`` are rules over single claims, one for each convention, the rule's own first.

    ``shown`` is the place of the way that the sample shows; None: any of them. ``exact`` tells that it shows whole numbers to be
    rounded nowhere, ``rounded`` that each was rounded by itself. ``strict`` tells that what a mapping asks for is meant as it is
    in each row.
    """

    rule: Rule
    columns: Mapping[str, Column] = field(repr=False)
    trust: Trust
    ways: tuple[Rule, ...] = field(repr=False)
    shown: int | None = None
    exact: bool = False
    rounded: bool = False
    strict: bool = True

    def way(self, at: int) -> str:
        """Give one way to mean the relation in the names of the columns: ``(Men + Women) == Total``."""
        names = "|".join(map(re.escape, self.columns))
        return re.sub(rf"\b(?:{names})\b", lambda name: self.columns[name[0]].label, _flat(self.ways[at].text))


def bind(rules: Sequence[Rule], sample: Sample) -> Iterator[Relation]:
    """Bind each rule for rows to all columns that may belong together so."""
    told: set[tuple[str, tuple[int, ...]]] = set()
    for rule in rules:
        if rule.within in ("group", "table") or rule.shape in IN_CELLS or not rule.serves_rows:
            continue
        for match in shape(rule.shape or "aspects").find(rule, sample):
            relation = of(rule, match)
            key = rule.name, tuple(column.index for column in relation.columns.values())
            if key not in told and len(told) < _MOST:
                told.add(key)
                yield relation


def of(rule: Rule, match: Match) -> Relation:
    """Write the rule for these columns: a name that stands for several is a sum."""
    names = {name: _names(name, len(columns), many=rule.claims[name].several) for name, columns in match.columns.items()}
    columns = {one: column for name, several in match.columns.items() for one, column in zip(names[name], several, strict=True)}
    claims = {one: rule.claims[name] for name in match.columns for one in names[name]}
    ways = tuple(
        rule  # as it stands, parsed once for all its relations
        if text == rule.text and claims == rule.claims
        else evolve(rule, text=_spread(text, names, _sum), message=_spread(rule.message, names, _listed), claims=claims)
        for text in (rule.text, *rule.conventions)
    )
    return Relation(rule, columns, match.trust, ways, match.way, match.exact, match.rounded)


def _names(name: str, size: int, *, many: bool) -> list[str]:
    return [f"{name}_{at}" for at in range(1, size + 1)] if many else [name]


def _spread(text: str, names: Mapping[str, Sequence[str]], write: object) -> str:
    for name, several in names.items():
        if list(several) != [name]:
            text = write(text, name, several)  # type: ignore[operator]
    return text


def _sum(text: str, name: str, several: Sequence[str]) -> str:
    return re.sub(rf"\b{name}\b", _balanced(several), text)


def _balanced(names: Sequence[str]) -> str:
    """Write a sum whose nesting grows with the logarithm of its terms."""
    if len(names) == 1:
        return names[0]
    half = len(names) // 2
    return f"({_balanced(names[:half])} + {_balanced(names[half:])})"


def _flat(text: str) -> str:
    """Leave out the brackets within a sum."""
    for _ in range(_DEEPEST):
        text = re.sub(r"\(([\w +]+)\) \+ \(([\w +]+)\)", r"\1 + \2", text)
        text = re.sub(r"\(([\w +]+)\) \+ (\w+)|(\w+) \+ \(([\w +]+)\)", lambda m: f"{m[1] or m[3]} + {m[2] or m[4]}", text)
    return text


def _listed(message: str, name: str, several: Sequence[str]) -> str:
    for suffix in ("", ".column"):
        message = message.replace(f"{{{name}{suffix}}}", " + ".join(f"{{{one}{suffix}}}" for one in several))
    return message
