"""What was bound in tables, as TOML to commit and edit; and such a file -> the relations that it asks for.

    [[relation]]
    table = "casualties.csv"             # the file's name, or a pattern; left out: every table
    rule  = "table/parts-off-total"
    holds = "parts == total"             # one of the rule's ways to mean it
    parts = ["men", "women"]
    total = "total"
    figures = "rounded"                  # each whole number was rounded by itself; "exact": none was; left out: not known
    names = "rows"                       # what is named are rows, and each column is a time; left out: columns
    strict = false                       # a row that breaks it is not told where it may be meant otherwise, as from another base

A relation that is asked for needs no confirmation by the rows: each row that breaks it is told, unless ``strict`` is false. A
rule across rows has no columns.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from attrs import field

from factcheck import disk, faults, toml
from factcheck.faults import Fault
from factcheck.faults.keys import nearest
from factcheck.rules import Rule, RuleError
from factcheck.tables.across import is_across
from factcheck.tables.binding import Relation, of
from factcheck.tables.columns import Column, Sample
from factcheck.tables.shapes import Match
from factcheck.values import evolve, frozen

_KEY = "relation"
_OWN = ("table", "rule", "holds", "figures", "names", "strict")
_CHOICES = {"figures": ("rounded", "exact"), "names": ("columns", "rows")}


@frozen
class Asked:
    """A relation as a mapping asks for it: the rule, the way to mean it, the columns by the rule's names, and its line.

    ``figures`` says whether whole numbers are rounded, if anything does; ``names`` whether columns are named, or rows; ``strict``
    whether each row is meant as it stands.
    """

    rule: Rule
    way: str
    columns: Mapping[str, tuple[str, ...]]
    table: str
    fault: Fault
    figures: str = ""
    names: str = "columns"
    strict: bool = True

    def is_for(self, path: str) -> bool:
        """Tell whether it is meant for a table."""
        return fnmatchcase(Path(path).name, self.table)


@frozen
class Bindings:
    """A mapping file: what it asks for."""

    path: Path
    asked: tuple[Asked, ...] = field(repr=False)

    def know(self, path: str) -> bool:
        """Tell whether something is asked of a table."""
        return any(each.is_for(path) for each in self.asked)

    def of(self, names: str) -> Bindings:
        """Give what is asked of its columns alone, or of its rows."""
        return evolve(self, asked=tuple(each for each in self.asked if each.names == names))


def read(path: Path, rules: Sequence[Rule]) -> Bindings:
    """Read a mapping.

    Raises:
        RuleError: it cannot be read, or says what no rule knows; with file and line.

    """
    try:
        text = disk.whole(str(path)).decode("utf-8-sig")
        table = toml.parse(text)
    except (OSError, ValueError, RecursionError) as error:
        raise RuleError([faults.unreadable(path, error)]) from None
    asked, wrong = list[Asked](), list[Fault]()
    for key in table.keys() - {_KEY}:
        wrong.append(faults.at(path, text, (key,), f"unknown key {key}; a mapping holds [[{_KEY}]] tables"))
    found = table.get(_KEY, [])
    for number, entry in enumerate(found if isinstance(found, list) else [found], 1):
        problem = _asked(entry, {rule.name: rule for rule in rules})
        where = faults.at(path, text, (_KEY, number), problem if isinstance(problem, str) else "")
        if isinstance(problem, str):
            wrong.append(where)
        else:
            rule, way, columns = problem
            told = entry.get("figures", ""), entry.get("names", "columns"), entry.get("strict", True)
            asked.append(Asked(rule, way, columns, entry.get("table", "*"), where, *told))
    if wrong:
        raise RuleError(wrong)
    return Bindings(path, tuple(asked))


def _asked(entry: Any, rules: Mapping[str, Rule]) -> tuple[Rule, str, dict[str, tuple[str, ...]]] | str:
    """Read one relation, or say what is wrong with it."""
    if not isinstance(entry, dict) or not isinstance(entry.get("rule"), str):
        return "a relation needs the name of its rule"
    if not isinstance(entry.get("table", "*"), str):
        return "table must be the name of a file, or a pattern"
    for key, known in _CHOICES.items():
        if entry.get(key, known[0]) not in known:
            return f"{key} must be {' or '.join(known)}"
    if not isinstance(entry.get("strict", True), bool):
        return "strict must be true or false"
    rule = rules.get(entry["rule"])
    if rule is None:
        return f"no rule for rows is called {entry['rule']}{nearest(entry['rule'], rules)}"
    way = entry.get("holds", rule.text)
    if way not in (rule.text, *rule.conventions):
        return f"{rule.name} holds {' or '.join((rule.text, *rule.conventions))}, not {way}"
    if is_across(rule):
        return rule, way, {}
    names = {key: value for key, value in entry.items() if key not in _OWN}
    if names.keys() != rule.claims.keys():
        return f"{rule.name} wants the columns of {', '.join(rule.claims)}, not {', '.join(names) or 'none'}"
    columns = {key: tuple(value) if isinstance(value, list) else (value,) for key, value in names.items()}
    for key, several in columns.items():
        if not all(isinstance(one, str) for one in several) or not several or (len(several) > 1 and not rule.claims[key].several):
            return f"{key} must be the name of a column{', or a list of names' if rule.claims[key].several else ''}"
    return rule, way, columns


def bind(mapping: Bindings, sample: Sample, path: str) -> list[Relation]:
    """Bind what a mapping asks for to a table.

    Raises:
        RuleError: the table has no such column; with file and line of the mapping.

    """
    labels = {column.label: column for column in sample.columns}
    relations = []
    for asked in mapping.asked:
        if not asked.is_for(path) or is_across(asked.rule):
            continue
        missing = [name for several in asked.columns.values() for name in several if name not in labels]
        if missing:
            place = asked.fault
            raise RuleError(
                [Fault(place.path, f"{path} has no column {missing[0]}{nearest(missing[0], labels)}", place.line, place.excerpt)]
            )
        columns: dict[str, tuple[Column, ...]] = {
            name: tuple(labels[one] for one in asked.columns[name]) for name in asked.rule.claims
        }
        bound = of(asked.rule, Match(columns, "map"))
        rounded, exact = asked.figures == "rounded", asked.figures == "exact"
        at = (asked.rule.text, *asked.rule.conventions).index(asked.way)
        ways = bound.ways[at : at + 1]
        relations.append(Relation(bound.rule, bound.columns, "map", ways, exact=exact, rounded=rounded, strict=asked.strict))
    return relations


def across(mapping: Bindings, path: str) -> list[Rule]:
    """Give the rules across rows that a mapping asks for."""
    return [each.rule for each in mapping.asked if each.is_for(path) and is_across(each.rule)]


def written(path: str, relations: Sequence[tuple[Relation, int]], rules: Sequence[Rule], names: str = "columns") -> Iterator[str]:
    """Write what was bound in a table: relations with the way that its rows keep, and rules across rows."""
    of_rows = "" if names == "columns" else f"names = {_quoted(names)}\n"
    for relation, way in relations:
        rule = relation.rule
        yield f"[[{_KEY}]]\ntable = {_quoted(Path(path).name)}\n{of_rows}rule = {_quoted(rule.name)}"
        yield f"\nholds = {_quoted((rule.text, *rule.conventions)[way])}\n"
        figures = "rounded" if relation.rounded else "exact" if relation.exact else ""
        yield f"figures = {_quoted(figures)}\n" if figures else ""
        yield "" if relation.strict else "strict = false\n"
        for name, pattern in rule.claims.items():
            labels = [column.label for one, column in relation.columns.items() if one == name or one.startswith(f"{name}_")]
            yield f"{name} = {'[' + ', '.join(map(_quoted, labels)) + ']' if pattern.several else _quoted(labels[0])}\n"
        yield "\n"
    for rule in rules:
        yield f"[[{_KEY}]]\ntable = {_quoted(Path(path).name)}\n{of_rows}rule = {_quoted(rule.name)}\n\n"


def _quoted(text: str) -> str:
    """Write a string of TOML: JSON's escapes are all among its own."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
