"""Lines of JSON objects -> records: the keys are the columns, numbers stay as they were written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from factcheck.disk.decoding import half_character
from factcheck.report.records import UnreadableRecord
from factcheck.tables.sources import signs
from factcheck.tables.sources.lines import Line, Lines

Fields = dict[str, str | None]


class _Number(str):
    """A JSON number as it was written."""

    __slots__ = ()


def read(lines: Lines, path: str) -> Iterator[tuple[int, int, Fields] | UnreadableRecord]:
    """Give each object with its number and its line; what is no object in its place."""
    row = 0
    for line in lines:
        if not line.problem and (not line.text or line.text.isspace()):
            continue
        row += 1
        found = line.problem or _fields(line)
        yield (
            UnreadableRecord(path, str(row), found, line.number, row=row) if isinstance(found, str) else (row, line.number, found)
        )


def _fields(line: Line) -> Fields | str:
    try:
        found = json.loads(line.text, parse_int=_Number, parse_float=_Number, parse_constant=_Number)
    except json.JSONDecodeError as error:
        return f"not JSON at column {error.pos + 1}: {error.msg}"
    except RecursionError:
        return "not read: nested too deeply"
    if not isinstance(found, dict):
        return "not a record: a JSON object is wanted"
    fields = {key: _cell(value) for key, value in found.items()}
    half = next((half for text in (*fields, *fields.values()) if text and (half := half_character(text))), None)
    if half is None and any("\0" in (text or "") for text in (*fields, *fields.values())):
        return "a NUL, which is no text"
    return fields if half is None else f"it holds {half}, which is half a character"


def _cell(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, str):
        return signs.seen(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(value, ensure_ascii=False, default=str)
