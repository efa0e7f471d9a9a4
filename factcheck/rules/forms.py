"""What a rule file may say: its keys, their types, and the words they may take.

The table of a file goes in, problems come out, each with its place in the table. What `holds` says is seen in
`factcheck.rules`.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from factcheck import lexicon, story
from factcheck.faults import keys
from factcheck.faults.keys import Form, Problem, Where, nearest
from factcheck.rules import examples
from factcheck.rules.patterns import SEVERITIES, TABULAR
from factcheck.story.changes import arrivals

WITHIN = ("document", "paragraph", "sentence", "row", "group", "table")
SAME = ("subject", "group", "period", "source", "paragraph")
_TABLES = Path(__file__).parents[1] / "tables"
SHAPES = tuple(sorted(found.name for found in pkgutil.iter_modules([str(_TABLES / room) for room in ("shapes", "across")])))
"""How columns can belong together: one file each, within a row and across rows."""
LINKS = tuple(kind.KIND for kind in story.kinds())
PARTS = (*(part for kind in story.kinds() for part in getattr(kind, "PARTS", ())), *arrivals.DIFFERENCES)
STANCES = ("asserted", "denied", "planned", "conditional", "asked", "forecast")
HEDGES = tuple(sorted({entry["kind"] for entry in lexicon.entries("hedges").values()}))
KINDS = (
    *("number", "count", "money", "measure", "percent", "points", "ratio", "age", "duration", "date", "period"),
    *("weekday", "time", "ordinal", "score", "vote", "season"),
)

FORMS = (
    *("since", "until", "as of", "on", "year", "month", "weekday", "impossible", "stretch"),
    *("range", "ends", "sides", "carried", "ago", "anniversary", "born", "elapsed", "listing"),
)

_MOST_ASKED = 9


def problems(table: Mapping[str, Any]) -> Iterator[Problem]:
    """Give all that is wrong with the shape of a rule."""
    yield from keys.problems(table, _RULE, ("title", "holds", "severity", "message", "why", "claims", "bad", "good"))
    claims = table.get("claims")
    if isinstance(claims, dict):
        yield from _claims(claims)
    text = "table" if table.get("within") in TABULAR else "text"
    for verdict, form, wanted in (("bad", _BAD, (text, "says")), ("good", _GOOD, (text,))):
        yield from _examples(verdict, table.get(verdict), form, wanted)


def _claims(claims: Mapping[str, Any]) -> Iterator[Problem]:
    for name, pattern in claims.items():
        where = ("claims", name)
        if not (name.isascii() and name.isidentifier()):
            yield where, f"{name} cannot be a claim's name: letters, digits and _ only"
        if not isinstance(pattern, dict):
            yield where, f'{name} must be a table, such as {{ role = "killed" }}'
            continue
        yield from keys.problems(pattern, _CLAIM, where=where)
        yield from _links(name, pattern, claims)


def _links(name: str, pattern: Mapping[str, Any], claims: Mapping[str, Any]) -> Iterator[Problem]:
    target = pattern.get("to")
    if ("link" in pattern) != ("to" in pattern):
        yield ("claims", name), f"{name} needs both link and to, or neither"
    elif pattern.get("many") is not None and target is None:
        yield ("claims", name, "many"), f"{name} binds many but has no `to` that they are tied to"
    elif pattern.get("unit") == "other" and target is None:
        yield ("claims", name, "unit"), f'{name} has unit = "other" but no `to` that it could differ from'
    elif isinstance(target, str) and target not in claims:
        yield ("claims", name, "to"), f"{target} is not one of the [claims]{nearest(target, claims)}"
    elif isinstance(target, str) and _turns_back(name, claims):
        yield ("claims", name, "to"), f"{name} is linked in a circle"


def _turns_back(name: str, claims: Mapping[str, Any]) -> bool:
    seen: list[str] = []
    step: object = name
    while isinstance(step, str) and step not in seen:
        seen.append(step)
        pattern = claims.get(step)
        step = pattern.get("to") if isinstance(pattern, dict) else None
    return step == name


def _examples(verdict: str, tables: object, form: Form, wanted: Collection[str]) -> Iterator[Problem]:
    if not isinstance(tables, list):
        return
    if len(tables) < 2:
        yield (verdict,), f"a rule needs two [[{verdict}]] at least"
    for number, table in enumerate(tables, 1):
        if not isinstance(table, dict):
            yield (verdict,), f"{verdict} must be tables, [[{verdict}]]"
            continue
        found = list(keys.problems(table, form, wanted, (verdict, number)))
        yield from found or _marks(table, (verdict, number))


def _marks(table: Mapping[str, Any], where: Where) -> Iterator[Problem]:
    example = examples.example(str(where[0]), 1, 0, table)
    if where[0] == "bad" and not example.marks:
        yield (*where, "table" if example.tabular else "text"), "mark the places of the finding: [[5,200]]"
    if example.without is not None and example.without not in example.text:
        yield (*where, "without"), f"without: {example.without} is not in the text"


def _marked(value: object) -> str | None:
    if not isinstance(value, str) or not value.strip():
        return "must be text"
    try:
        examples.marked(value)
    except ValueError as fault:
        return f"is marked wrongly: {fault}"
    return None


def _table(value: object) -> str | None:
    return None if isinstance(value, dict) and value else "must be a table with the claims' names"


def _number(value: object) -> str | None:
    return None if type(value) is int and 1 <= value <= _MOST_ASKED else f"must be a number from 1 to {_MOST_ASKED}"


_RULE: Form = {
    "title": keys.text,
    "holds": keys.text,
    "severity": keys.one_of(*SEVERITIES),
    "message": keys.text,
    "why": keys.text,
    "within": keys.one_of(*WITHIN),
    "same": keys.some_of(*SAME),
    "shape": keys.one_of(*SHAPES),
    "conventions": keys.texts,
    "claims": _table,
    "bad": keys.listed,
    "good": keys.listed,
}
_CLAIM: Form = {
    "role": keys.entry("roles"),
    "kind": keys.one_of(*KINDS),
    "link": keys.one_of(*LINKS),
    "part": keys.one_of(*PARTS),
    "to": keys.text,
    "where": keys.one_of("headline", "body"),
    "unit": keys.one_of("other"),
    "form": keys.one_of(*FORMS),
    "tense": keys.one_of("past"),
    "stance": keys.one_of(*STANCES),
    "column": keys.entry("columns"),
    "several": lambda value: None if value is True else "must be true, or left out",
    "many": _number,
    "hedge": keys.one_of(*HEDGES),
    "source": keys.one_of("rival", "none"),
}
_BAD: Form = {
    "text": _marked,
    "table": _marked,
    "headline": _marked,
    "published": keys.date,
    "says": keys.text,
    "also": keys.texts,
    "why": keys.text,
}
_GOOD: Form = {
    "text": _marked,
    "table": _marked,
    "headline": _marked,
    "published": keys.date,
    "without": keys.text,
    "why": keys.text,
}
