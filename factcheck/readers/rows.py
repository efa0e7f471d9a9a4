"""Rows of JSON, one on a line -> Documents, in the memory of one row.

``text`` is the story; ``id``, ``headline``, ``published`` (ISO date) and ``home`` (ISO 3166) can be left out or null. What a
row has besides is left alone; of a key that stands twice the last counts. A bad row does not stop the next.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, BinaryIO

from factcheck.disk.decoding import Undecodable, half_character, lines
from factcheck.document import Document
from factcheck.faults import keys
from factcheck.readers import Unreadable, from_text
from factcheck.values import evolve, frozen

SUFFIXES = (".jsonl", ".ndjson")

_ISO = len("2025-04-30")


class _RowError(ValueError):
    """Why a line is no row that can be read."""


@frozen
class _Number:
    """A JSON number as it was written: not rounded, and without a limit to its digits."""

    written: str


def read(stream: BinaryIO, path: str, encoding: str | None) -> Iterator[Document | Unreadable]:
    """Give a document, or why there is none, for each line that is not blank."""
    for number, (start, line) in enumerate(lines(stream, encoding), 1):
        if isinstance(line, Undecodable):
            yield Unreadable(path, str(number), line.message, number, line.byte)
        elif not line.isspace() and line:
            yield _document_or_error(line, number, start, path)


def _document_or_error(line: str, number: int, start: int, path: str) -> Document | Unreadable:
    try:
        row = _parsed(line)
    except _RowError as error:
        return Unreadable(path, str(number), str(error), number, start)
    return of_row(row, path, number, start)


def of_row(row: dict[str, Any], path: str, number: int, start: int | None = None) -> Document | Unreadable:
    """Give the document of a row, or why there is none.

    Args:
        row: its values by their names.
        path: the file.
        number: the line on which it begins, which names it where it has no id.
        start: the offset of its first byte, where that is known.

    """
    name = str(number)
    try:
        name = _name(row, number)
        text, headline, home, day = _words(row, "text"), _words(row, "headline"), _home(row), _day(row)
        if text is None:
            raise _RowError('no "text" in this row')
    except _RowError as error:
        return Unreadable(path, name, str(error), number, start)
    document = evolve(from_text(text, headline=headline, path=path, id=name), home=home, line=number)
    return document if day is None else evolve(document, published=day, published_from="row")


def _parsed(line: str) -> dict[str, Any]:
    import json

    try:
        row = json.loads(line, parse_int=_Number, parse_float=_Number, parse_constant=_Number)
    except json.JSONDecodeError as error:
        raise _RowError(f"not JSON at column {error.pos + 1}: {error.msg}") from error
    except RecursionError as error:
        raise _RowError("not read: nested too deeply") from error
    if not isinstance(row, dict):
        raise _RowError("not a row: a JSON object is wanted, with a text")
    return row


def _words(row: dict[str, Any], key: str) -> str | None:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise _RowError(f'"{key}" is not a string')
    half = half_character(value) if value else None
    if half is not None:
        raise _RowError(f'"{key}" holds {half}, which is half a character')
    return value


def _name(row: dict[str, Any], number: int) -> str:
    """Give a row's id as JSON writes it; its line's number if it has none."""
    value = row.get("id")
    if value is None:
        return str(number)
    if isinstance(value, _Number):
        return value.written
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        raise _RowError('"id" is neither a string nor a number')
    return _words(row, "id") or ""


def _home(row: dict[str, Any]) -> str | None:
    """Give the country; other words are another column's that has this name, such as the team that plays at home."""
    home = (_words(row, "home") or "").upper()
    return None if keys.country(home) else home


def _day(row: dict[str, Any]) -> dt.date | None:
    written = _words(row, "published")
    if written is None:
        return None
    try:
        if len(written) == _ISO:
            return dt.date.fromisoformat(written)
    except ValueError:
        pass
    raise _RowError(f'"published" is not an ISO date such as 2025-04-30: {written[:40]!r}')
