"""What a rule file may say: its keys, their types, and the words they may take.

The table of a file goes in, problems come out, each with its place in the table. What `holds` says is seen in
`factcheck.rules`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from factcheck import lexicon, story
from factcheck.expressions.parsing import nearest
from factcheck.rules import examples
from factcheck.rules.patterns import TABULAR
from factcheck.story import moves

SEVERITIES = ("error", "warning", "note")
WITHIN = ("document", "paragraph", "sentence", "row", "group", "table")
SAME = ("subject", "group", "period", "source", "paragraph")
SHAPES = ("aspects", "differences", "identities", "ranges", "shares", "steps", "stories", "subsets", "sums", "totals", "twice")
LINKS = tuple(kind.KIND for kind in story.kinds())
PARTS = moves.PARTS
STANCES = ("asserted", "denied", "planned", "conditional", "asked", "forecast")
HEDGES = tuple(sorted({entry["kind"] for entry in lexicon.entries("hedges").values()}))
KINDS = (
    *("number", "count", "money", "measure", "percent", "points", "ratio", "age", "duration", "date", "period"),
    *("weekday", "time", "ordinal", "score", "vote", "season"),
)

_MOST_ASKED = 9

Where = tuple[str | int, ...]
Problem = tuple[Where, str]
Form = Mapping[str, Callable[[Any], str | None]]


def problems(table: Mapping[str, Any]) -> Iterator[Problem]:
    """Give all that is wrong with the shape of a rule."""
    yield from _keys(table, _RULE, ("title", "holds", "severity", "message", "why", "claims", "bad", "good"), ())
    claims = table.get("claims")
    if isinstance(claims, dict):
        yield from _claims(claims)
    text = "table" if table.get("within") in TABULAR else "text"
    for verdict, form, wanted in (("bad", _BAD, (text, "says")), ("good", _GOOD, (text,))):
        yield from _examples(verdict, table.get(verdict), form, wanted)


def _keys(table: Mapping[str, Any], form: Form, wanted: Collection[str], where: Where) -> Iterator[Problem]:
    for key, value in table.items():
        if key not in form:
            yield (*where, key), f"unknown key {key}{nearest(key, form)}"
        elif problem := form[key](value):
            yield (*where, key), f"{key} {problem}"
    for key in wanted:
        if key not in table:
            yield (*where, key), f"{key} is missing"


def _claims(claims: Mapping[str, Any]) -> Iterator[Problem]:
    for name, pattern in claims.items():
        where = ("claims", name)
        if not (name.isascii() and name.isidentifier()):
            yield where, f"{name} cannot be a claim's name: letters, digits and _ only"
        if not isinstance(pattern, dict):
            yield where, f'{name} must be a table, such as {{ role = "killed" }}'
            continue
        yield from _keys(pattern, _CLAIM, (), where)
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
        found = list(_keys(table, form, wanted, (verdict, number)))
        yield from found or _marks(table, (verdict, number))


def _marks(table: Mapping[str, Any], where: Where) -> Iterator[Problem]:
    example = examples.example(str(where[0]), 1, 0, table)
    if where[0] == "bad" and not example.marks:
        yield (*where, "table" if example.tabular else "text"), "mark the places of the finding: [[5,200]]"
    if example.without is not None and example.without not in example.text:
        yield (*where, "without"), f"without: {example.without} is not in the text"


def _text(value: object) -> str | None:
    return None if isinstance(value, str) and value.strip() else "must be text"


def _marked(value: object) -> str | None:
    if not isinstance(value, str) or not value.strip():
        return "must be text"
    try:
        examples.marked(value)
    except ValueError as fault:
        return f"is marked wrongly: {fault}"
    return None


def _date(value: object) -> str | None:
    try:
        dt.date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        return 'must be a date in quotes: "2025-04-30"'
    return None


def _table(value: object) -> str | None:
    return None if isinstance(value, dict) and value else "must be a table with the claims' names"


def _tables(value: object) -> str | None:
    return None if isinstance(value, list) else "must be tables, headed by its name in [[ ]]"


def _texts(value: object) -> str | None:
    return None if isinstance(value, list) and all(isinstance(each, str) for each in value) else "must be a list of texts"


def _one_of(*words: str) -> Callable[[Any], str | None]:
    def problem(value: object) -> str | None:
        return None if value in words else f"must be one of {', '.join(words)}, not {_cited(value)}{nearest(str(value), words)}"

    return problem


def _some_of(*words: str) -> Callable[[Any], str | None]:
    def problem(value: object) -> str | None:
        odd = [each for each in value if each not in words] if isinstance(value, list) else [value]
        return f"must be a list of {', '.join(words)}, not {_cited(odd[0])}{nearest(str(odd[0]), words)}" if odd else None

    return problem


def _column(value: object) -> str | None:
    known = lexicon.entries("columns")
    return (
        None
        if isinstance(value, str) and value in known
        else f"{_cited(value)} is not in the lexicon of columns{nearest(str(value), known)}"
    )


def _role(value: object) -> str | None:
    roles = lexicon.entries("roles")
    return (
        None
        if isinstance(value, str) and value in roles
        else f"{_cited(value)} is not in the lexicon of roles{nearest(str(value), roles)}"
    )


def _cited(value: object) -> str:
    return repr(value)[:60]


def _number(value: object) -> str | None:
    return None if type(value) is int and 1 <= value <= _MOST_ASKED else f"must be a number from 1 to {_MOST_ASKED}"


_RULE: Form = {
    "title": _text,
    "holds": _text,
    "severity": _one_of(*SEVERITIES),
    "message": _text,
    "why": _text,
    "within": _one_of(*WITHIN),
    "same": _some_of(*SAME),
    "shape": _one_of(*SHAPES),
    "conventions": _texts,
    "claims": _table,
    "bad": _tables,
    "good": _tables,
}
_CLAIM: Form = {
    "role": _role,
    "kind": _one_of(*KINDS),
    "link": _one_of(*LINKS),
    "part": _one_of(*PARTS),
    "to": _text,
    "where": _one_of("headline", "body"),
    "unit": _one_of("other"),
    "form": _one_of(
        "since",
        "until",
        "as of",
        "on",
        "year",
        "month",
        "weekday",
        "impossible",
        "range",
        "ago",
        "anniversary",
        "born",
        "listing",
    ),
    "tense": _one_of("past"),
    "stance": _one_of(*STANCES),
    "column": _column,
    "several": lambda value: None if value is True else "must be true, or left out",
    "many": _number,
    "hedge": _one_of(*HEDGES),
    "source": _one_of("rival", "none"),
}
_BAD: Form = {
    "text": _marked,
    "table": _marked,
    "headline": _marked,
    "published": _date,
    "says": _text,
    "also": _texts,
    "why": _text,
}
_GOOD: Form = {"text": _marked, "table": _marked, "headline": _marked, "published": _date, "without": _text, "why": _text}
