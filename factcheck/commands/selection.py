"""Rules -> the rules asked for by name, topic or pattern; and for a name that is none, the nearest that is."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from factcheck.rules import Rule


def chosen(rules: Sequence[Rule], select: Sequence[str], ignore: Sequence[str]) -> tuple[Rule, ...]:
    """Keep the selected rules, all where none is selected, less the ignored ones.

    A pattern is a rule (``money/conversion-off-rate``), its fault alone, a topic (``money``), or any of them with ``*``.

    Raises:
        click.UsageError: a pattern fits no rule, or no rule is left.

    """
    for pattern in (*select, *ignore):
        if not any(fits(rule.name, pattern) for rule in rules):
            raise click.UsageError(f"no rule is called {pattern!r}{nearest(pattern, rules)}")
    left = kept(rules, select, ignore)
    if not left:
        raise click.UsageError("--select and --ignore leave no rule to check")
    return left


def kept(rules: Sequence[Rule], select: Sequence[str], ignore: Sequence[str]) -> tuple[Rule, ...]:
    """Keep them so, whatever else the patterns may fit: a rule for tables is ignored among those for stories, too."""
    selected = (rule for rule in rules if not select or any(fits(rule.name, pattern) for pattern in select))
    return tuple(rule for rule in selected if not any(fits(rule.name, pattern) for pattern in ignore))


def one(rules: Sequence[Rule], name: str) -> Rule:
    """Find a rule by its name, or by its fault where one topic alone has it.

    Raises:
        click.UsageError: no rule has the name, several have it, or it is a topic.

    """
    found = [rule for rule in rules if name in (rule.name, fault(rule.name))]
    inside = [rule.name for rule in rules if topic(rule.name) == name]
    if inside and not found:
        raise click.UsageError(f"{name!r} is a topic; its rules are {', '.join(inside)}")
    if not found:
        raise click.UsageError(f"no rule is called {name!r}{nearest(name, rules)}")
    if len(found) > 1:
        raise click.UsageError(f"{name!r} can be {' or '.join(rule.name for rule in found)}")
    return found[0]


def fits(name: str, pattern: str) -> bool:
    """Tell whether a rule's name, topic or fault is what the pattern says."""
    return any(fnmatchcase(part, pattern) for part in (name, topic(name), fault(name)))


def topic(name: str) -> str:
    """Give the folder a rule stands in."""
    return name.rpartition("/")[0]


def fault(name: str) -> str:
    """Give a rule's name without its topic."""
    return name.rpartition("/")[2]


def nearest(name: str, rules: Sequence[Rule]) -> str:
    """Propose the likeliest name, as the end of a sentence."""
    from difflib import get_close_matches

    known = {part: part for rule in rules for part in (rule.name, topic(rule.name))} | {fault(r.name): r.name for r in rules}
    close = get_close_matches(name, known, n=1)
    return f"; did you mean {known[close[0]]}?" if close else "; `factcheck rules` lists them"
