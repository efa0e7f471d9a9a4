"""Folders of rules -> Rules: what must hold of which claims, what to say where it cannot, and the examples that prove it.

A broken rule stops the run: `RuleError` tells all that is wrong, by file and line.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import field

from factcheck import toml
from factcheck.faults import Fault, line_of
from factcheck.rules import messages
from factcheck.rules.families import label, numbered
from factcheck.rules.files import RuleError, RuleFile, bundled, files
from factcheck.rules.messages import fill
from factcheck.rules.patterns import TABULAR, ClaimPattern
from factcheck.values import evolve, frozen

if TYPE_CHECKING:
    from factcheck.expressions import Expression
    from factcheck.rules.examples import Example

__all__ = ["BUNDLED", "TABULAR", "ClaimPattern", "Rule", "RuleError", "fill", "load", "member", "read"]

_PACKAGE = Path(__file__).parents[1]
BUNDLED = next((folder for folder in (_PACKAGE / "_rules", _PACKAGE.parent / "rules") if folder.is_dir()), _PACKAGE / "_rules")
_MOST_FAULTS = 50
"""Faults of one file that are told; the next are seen when these are mended."""


@frozen(slots=False)
class Rule:
    """A rule: ``holds`` must hold of claims that fit the patterns, stand within the same part and share what ``same`` names.

    Of tables: ``shape`` is how its columns belong together; ``conventions`` are other ways in which a table can mean the
    relation; its rows show which it keeps.
    """

    name: str
    title: str
    text: str
    severity: str
    message: str
    why: str
    within: str
    same: tuple[str, ...]
    claims: Mapping[str, ClaimPattern] = field(eq=False)
    path: Path
    shape: str | None = None
    conventions: tuple[str, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()

    @cached_property
    def of_tables(self) -> bool:
        """Tell whether it is a rule for rows, not for stories."""
        return self.within in TABULAR

    @cached_property
    def is_of_roles(self) -> bool:
        """Tell whether its claims are chosen by their roles alone."""
        return all(pattern.role is not None and pattern.link is None for pattern in self.claims.values())

    @cached_property
    def links(self) -> frozenset[str]:
        """The kinds of links that must tie its claims."""
        return frozenset(pattern.link for pattern in self.claims.values() if pattern.link is not None)

    @cached_property
    def free_kinds(self) -> frozenset[str]:
        """The kinds of the claims that no link must tie."""
        return frozenset(pattern.kind for pattern in self.claims.values() if pattern.link is None and pattern.kind is not None)

    @cached_property
    def free_roles(self) -> frozenset[str]:
        """The roles of the claims that no link must tie."""
        return frozenset(pattern.role for pattern in self.claims.values() if pattern.link is None and pattern.role is not None)

    @property
    def serves_rows(self) -> bool:
        """Tell whether rows can be checked by it: one for stories that asks for roles alone asks columns too."""
        asked = self.claims.values()
        return self.of_tables or (
            self.within == "document" and all(p.role and not (p.link or p.where or p.form or p.many) for p in asked)
        )

    @property
    def many(self) -> Mapping[str, int]:
        """For how many claims a name stands: as many as it was spread over, before that the fewest."""
        return dict(self.counts) or {name: pattern.many for name, pattern in self.claims.items() if pattern.many}

    @cached_property
    def holds(self) -> Expression:
        """The relation: ``text``, parsed when it is first asked for, since most stories have nothing to ask most rules.

        Raises:
            ExpressionError: it is no expression over the rule's claims.

        """
        from factcheck.expressions import parse

        return parse(self.text, {name: pattern.dimension for name, pattern in self.claims.items()}, self.many)

    @property
    def bad(self) -> tuple[Example, ...]:
        """The examples in which it must find its fault."""
        return self._examples("bad")

    @property
    def good(self) -> tuple[Example, ...]:
        """The examples in which it must be silent."""
        return self._examples("good")

    def _examples(self, verdict: str) -> tuple[Example, ...]:
        from factcheck.rules.examples import example

        text = self.path.read_text("utf-8-sig")
        tables = enumerate(toml.parse(text)[verdict], 1)
        return tuple(example(verdict, number, line_of(text, (verdict, number)), table) for number, table in tables)


def load(folders: Sequence[Path] = ()) -> tuple[Rule, ...]:
    """Give the bundled rules and those of more folders, by name.

    Args:
        folders: newsrooms' folders; the bundled one may be among them.

    Raises:
        RuleError: a rule is broken, or two have one name.

    """
    if not folders:
        return _bundled(BUNDLED)
    known = {rule.name: rule for rule in _bundled(BUNDLED)}
    found: list[Fault] = []
    own = os.path.realpath(BUNDLED)
    for folder in dict.fromkeys(folder for folder in folders if os.path.realpath(folder) != own):
        rules, faults = _folder(folder)
        found += faults
        for rule in rules:
            other = known.setdefault(rule.name, rule)
            if other is not rule:
                found.append(Fault(rule.path, f"there is a rule {rule.name} already: {other.path}"))
    if found:
        raise RuleError(found)
    return tuple(rule for _, rule in sorted(known.items()))


def read(folder: Path) -> tuple[Rule, ...]:
    """Give the rules of one folder alone, by name.

    Raises:
        RuleError: a rule is broken.

    """
    rules, faults = _folder(folder)
    if faults:
        raise RuleError(faults)
    return rules


@cache
def member(rule: Rule, counts: tuple[tuple[str, int], ...]) -> Rule:
    """Give the member of a rule's family for so many claims of each name that stands for many."""
    known = dict(counts)
    patterns = {
        each: pattern
        for name, pattern in rule.claims.items()
        for each in (numbered(name, known[name]) if name in known else (name,))
    }
    return evolve(rule, claims=patterns, counts=counts)


@cache
def _bundled(folder: Path) -> tuple[Rule, ...]:
    return tuple(sorted(map(_made, bundled(folder)), key=lambda rule: rule.name))


def _folder(folder: Path) -> tuple[tuple[Rule, ...], tuple[Fault, ...]]:
    rules: list[Rule] = []
    found, faults = files(folder)
    for file in found:
        try:
            rules.append(_rule(file))
        except RuleError as error:
            faults += error.faults
    return tuple(sorted(rules, key=lambda rule: rule.name)), tuple(faults)


def _rule(file: RuleFile) -> Rule:
    """Make a rule of its file, and see that it is one.

    Raises:
        RuleError: the file does not say one.

    """
    from factcheck.expressions import ExpressionError
    from factcheck.rules.forms import problems

    faults = [file.fault(where, message) for where, message in islice(problems(file.table), _MOST_FAULTS)]
    if faults:
        raise RuleError(faults)
    rule = _made(file)
    try:
        faults = _misfits(file, rule.holds, rule.claims)
        for convention in rule.conventions:
            evolve(rule, text=convention).holds  # noqa: B018  # parsed, to see that it can be
    except ExpressionError as error:
        raise RuleError([file.fault(("holds",), error.message, error.column)]) from None
    if faults:
        raise RuleError(faults)
    return rule


def _made(file: RuleFile) -> Rule:
    """Make a rule of a file that says one; the bundled ones are known to, by their tests."""
    table = file.table
    return Rule(
        name=file.name,
        title=table["title"],
        text=table["holds"],
        severity=table["severity"],
        message=table["message"],
        why=table["why"],
        within=table.get("within", "document"),
        same=tuple(table.get("same", ())),
        claims={name: ClaimPattern(**pattern) for name, pattern in table["claims"].items()},
        path=file.path,
        shape=table.get("shape"),
        conventions=tuple(table.get("conventions", ())),
    )


def _misfits(file: RuleFile, holds: Expression, claims: Mapping[str, ClaimPattern]) -> list[Fault]:
    """Find what does not fit between `holds`, the message and the claims."""
    facts = holds.facts
    used = {label(name) for name in holds.names} | {pattern.to for pattern in claims.values()}
    return [
        *(file.fault(("claims", name), f"{name} is not used in holds") for name in claims if name not in used),
        *(file.fault(("claims", name), f"{name} means something else in a message") for name in claims if name in facts),
        *(file.fault(("message",), f"message: {problem}") for problem in messages.problems(file.table["message"], claims, facts)),
    ]
