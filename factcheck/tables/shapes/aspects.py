"""Columns whose names say what the rule asks for (``column``, ``role``), and share the rest: "date" and "weekday".

A column that has no such rest goes with each of the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice, product

from factcheck import lexicon
from factcheck.rules import ClaimPattern, Rule
from factcheck.tables.columns import Column, Sample
from factcheck.tables.shapes import Match, suits

_MOST = 200
"""Sets of columns that one rule looks at."""
_WEEKS = 53
_OF_LIFE = frozenset({"birth", "dying"})
_PARTS = frozenset({"date", "weekday", "month", "day", "yearday"})
"""What is told of a date in a column of its own; days of birth and of death have such ones, too."""
_HOLDERS = frozenset({"date", "start", "end", "birth", "dying"})


def find(rule: Rule, sample: Sample) -> Iterator[Match]:
    """Give the sets of columns that fit the rule's patterns."""
    dated = any(pattern.column == "weekday" for pattern in rule.claims.values())
    lived = _are_parts(rule.claims)
    candidates = [
        [column for column in sample.columns if _fits(pattern, column) or (lived and _is_day_of_life(pattern, column))]
        for pattern in rule.claims.values()
    ]
    if all(candidates) and not (_asks_year(rule) and any(map(_numbers_weeks, sample.columns))):
        yield from islice(_sets(rule, candidates, dated=dated, alone=dated and _are_alone(sample)), _MOST)


def _are_parts(patterns: Mapping[str, ClaimPattern]) -> bool:
    """Tell a rule of a date and what is told of it in a column of its own."""
    return _PARTS.issuperset(pattern.column for pattern in patterns.values())


def _are_alone(sample: Sample) -> bool:
    """Tell whether only one column holds days and only one weekdays: they are of one another, whatever they are called."""
    kinds = [column.kind for column in sample.columns]
    return kinds.count("day") == kinds.count("weekday") == 1


def _asks_year(rule: Rule) -> bool:
    """Tell a rule of the year of a date: beside the number of a week a year is that of the week, which ends in January."""
    return any(pattern.column == "year" for pattern in rule.claims.values())


def _numbers_weeks(column: Column) -> bool:
    return column.name.says("week") and not column.name.stem and column.kind == "number" and (column.form.highest or 0) <= _WEEKS


def _sets(rule: Rule, candidates: list[list[Column]], *, dated: bool = False, alone: bool = False) -> Iterator[Match]:
    for chosen in product(*candidates):
        bound = dict(zip(rule.claims, chosen, strict=True))
        if len({column.index for column in chosen}) == len(chosen) and (
            (kin := _kin(rule.claims, bound)) or alone or (dated and _is_told_in(*chosen))
        ):
            certain = kin and not any(pattern.role for pattern in rule.claims.values())
            yield Match({name: (column,) for name, column in bound.items()}, "names" if certain else "guess")


def _is_told_in(*columns: Column) -> bool:
    """Tell whether what names tell beside their own words is some of what the longest tells: "local day" of "time (local)"."""
    shorter, longer = sorted((column.name.stem for column in columns), key=len)[:: len(columns) - 1]
    return shorter < longer


def _is_day_of_life(pattern: ClaimPattern, column: Column) -> bool:
    """Tell a day of birth or death, which has a weekday of its own: "Died" and "Day of death"."""
    return pattern.column == "date" and column.kind == "day" and not column.doubtful and column.name.says(*_OF_LIFE)


def _fits(pattern: ClaimPattern, column: Column) -> bool:
    if column.doubtful or not suits(pattern, column) or column.name.percentile is not None:
        return False
    if pattern.role is not None:
        return column.counts and column.role is not None and pattern.role in (column.role, _stands_for(column.role))
    return pattern.column is None or _says(pattern.column, column)


def _stands_for(role: str) -> str | None:
    """Give the role whose total a column of this role holds: those killed or injured are the casualties."""
    return lexicon.entries("roles")[role].get("stands_for")


def _says(wanted: str, column: Column) -> bool:
    """Tell whether a name says an aspect; any day column that is no start, end or birth is "the date"."""
    if column.kind in ("weekday", "month") and wanted in ("weekday", "month", "day"):
        return column.kind == wanted  # a column of names of weekdays is one, though it is called "day"
    others = _HOLDERS.intersection(column.name.aspects) - {wanted}
    if column.name.says("record") and wanted != "record":
        return False  # the year of a record is not the row's
    if wanted == "date":
        return column.kind == "day" and not column.name.says("birth", "dying")
    return column.name.says(wanted) and not (others - {"date"} if wanted in _HOLDERS else set())


def _kin(patterns: Mapping[str, ClaimPattern], bound: Mapping[str, Column]) -> bool:
    """Tell whether columns are of one thing: the stems of their names are equal, or empty."""
    stems = {column.name.stem - _own(patterns[name], column) for name, column in bound.items()}
    sides = {frozenset(set(column.name.aspects) & {"start", "end"}) for column in bound.values()}
    days = bound.values() if _are_parts(patterns) else ()
    lives = {frozenset(_OF_LIFE.intersection(column.name.aspects)) for column in days}
    return len(stems - {frozenset()}) < 2 and len(sides - {frozenset()}) < 3 and len(lives) < 2


def _own(pattern: ClaimPattern, column: Column) -> frozenset[str]:
    """Give the words of a stem that the pattern itself accounts for."""
    if pattern.role is None and pattern.column not in ("cases", "recovered"):
        return frozenset()
    return frozenset(word for word in column.name.stem if _is_of(word, pattern))


def _is_of(word: str, pattern: ClaimPattern) -> bool:
    forms = lexicon.forms("roles", "nouns", "verbs", "acts", "columns") if pattern.role else lexicon.forms("columns")
    return forms.get(word) is not None or forms.get(word + "s") is not None
