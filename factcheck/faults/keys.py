"""What a TOML file may say: its keys, and what each may hold. A leaf.

A form maps each key to a test, which gives None for a value that will do and else the end of a sentence: ``"must be text"``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from factcheck import lexicon

Where = tuple[str | int, ...]
"""A place in a table: ``("claims", "killed", "role")``, ``("bad", 2, "says")``."""
Problem = tuple[Where, str]
Test = Callable[[Any], str | None]
Form = Mapping[str, Test]


_COUNTRY = 2


def problems(table: Mapping[str, Any], form: Form, wanted: Collection[str] = (), where: Where = ()) -> Iterator[Problem]:
    """Give the unknown keys of a table, the values that will not do, and the keys that are wanted and missing."""
    for key, value in table.items():
        if key not in form:
            yield (*where, key), f"unknown key {key}{nearest(key, form)}"
        elif problem := form[key](value):
            yield (*where, key), f"{key} {problem}"
    for key in wanted:
        if key not in table:
            yield (*where, key), f"{key} is missing"


def nearest(name: str, known: Iterable[str]) -> str:
    """Write the name that was probably meant, as the end of a sentence."""
    import difflib

    close = difflib.get_close_matches(name, list(known), 1)
    return f"; did you mean {close[0]}?" if close else ""


def text(value: object) -> str | None:
    """Ask for words."""
    return "must be text" if not isinstance(value, str) else None if value.strip() else "is empty"


def country(value: object) -> str | None:
    """Ask for the two letters of a country (ISO 3166)."""
    fits = isinstance(value, str) and len(value) == _COUNTRY and value.isascii() and value.isalpha() and value.isupper()
    return None if fits else "must be the two letters of a country, such as US or GB"


def texts(value: object) -> str | None:
    """Ask for a list of words."""
    return None if isinstance(value, list) and not any(map(text, value)) else "must be a list of texts"


def date(value: object) -> str | None:
    """Ask for a day."""
    try:
        dt.date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        return 'must be a date in quotes: "2025-04-30"'
    return None


def table(value: object) -> str | None:
    """Ask for a table that holds something."""
    return None if isinstance(value, dict) and value else "must be a table"


def listed(value: object) -> str | None:
    """Ask for a list, which TOML writes as tables headed ``[[name]]``."""
    return None if isinstance(value, list) else "must be tables, headed by its name in [[ ]]"


def tables(value: object) -> str | None:
    """Ask for a list of tables."""
    wanted = isinstance(value, list) and all(isinstance(each, dict) for each in value)
    return None if wanted else listed(None)


def one_of(*words: str) -> Test:
    """Ask for one of some words."""

    def problem(value: object) -> str | None:
        return None if value in words else f"must be one of {', '.join(words)}, not {cited(value)}{nearest(str(value), words)}"

    return problem


def some_of(*words: str) -> Test:
    """Ask for a list of such words."""

    def problem(value: object) -> str | None:
        if not isinstance(value, list):
            return f'must be a list, such as ["{value if value in words else words[0]}"]'
        odd = [each for each in value if each not in words]
        return f"must be a list of {', '.join(words)}, not {cited(odd[0])}{nearest(str(odd[0]), words)}" if odd else None

    return problem


def entry(name: str) -> Test:
    """Ask for an entry of one file of the lexicon."""

    def problem(value: object) -> str | None:
        known = lexicon.entries(name)
        if isinstance(value, str) and value in known:
            return None
        return f"{cited(value)} is not in the lexicon of {name}{nearest(str(value), known)}"

    return problem


def cited(value: object) -> str:
    """Write a value as it stands in the file, cut where it is long."""
    return repr(value)[:60]
