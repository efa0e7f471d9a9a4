"""Records of tables as reports tell of them, and the summary of a file, as the contract's plain values.

`SCHEMA_FILE` is the JSON Schema of the lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import Factory

from factcheck.document import Cell, Document
from factcheck.readers import Unreadable
from factcheck.report import Report
from factcheck.report.plain import SCHEMA, sections
from factcheck.values import frozen

SCHEMA_FILE = Path(__file__).parents[1] / "schema" / "table.schema.json"


@frozen
class UnreadableRecord(Unreadable):
    """A record that could not be read; ``row`` counts records from 1, None for the whole file."""

    row: int | None = None


@frozen
class Summary:
    """What became of one file.

    ``columns`` tells for each bound column what it was taken for, ``left_alone`` why others were not; ``relations`` are those
    that were checked, ``not_checked`` those that were not, with the reason; ``notes`` say how the file is written.
    ``suggestion`` is what was bound, as a mapping in TOML, ``dismissed`` how many findings were dismissed, or are in a baseline.
    """

    path: str
    rows: int
    rows_with_findings: int = 0
    unreadable: int = 0
    rules: Mapping[str, int] = Factory(dict)
    columns: Mapping[str, str] = Factory(dict)
    left_alone: Mapping[str, str] = Factory(dict)
    relations: tuple[str, ...] = ()
    not_checked: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    suggestion: str = ""
    dismissed: int = 0


def record_as_dict(report: Report) -> dict[str, Any]:
    """Give the line of a record with findings, or of a finding over several records."""
    document = report.document
    record = document.record
    if record is None:
        raise ValueError("a document is no record")
    rows = list(dict.fromkeys(cell.row for cell in record.cells))
    lines = list(dict.fromkeys(cell.line for cell in record.cells))
    several = len(rows) > 1
    parts = {name: [_placed(document, value, name) for value in values] for name, values in sections(report)}
    head: dict[str, Any] = {"schema": SCHEMA, "path": document.path, "row": None if several else rows[0]}
    if several:
        head |= {"rows": rows, "line": None, "lines": lines}
    else:
        head["line"] = lines[0]
    return {**head, "id": document.id, "findings": parts["findings"], "claims": parts["claims"]}


def error_as_line(unreadable: UnreadableRecord) -> dict[str, Any]:
    """Give the line that stands in the place of a record that could not be read."""
    error = {"message": unreadable.message, "line": unreadable.line, "byte": unreadable.byte}
    return {"schema": SCHEMA, "path": unreadable.path, "row": unreadable.row, "line": unreadable.line, "error": error}


def summary_as_dict(summary: Summary) -> dict[str, Any]:
    """Give the last line of a file."""
    told = {
        "rows": summary.rows,
        "rows_with_findings": summary.rows_with_findings,
        "dismissed": summary.dismissed,
        "unreadable": summary.unreadable,
        "rules": dict(summary.rules),
        "columns": dict(summary.columns),
        "left_alone": dict(summary.left_alone),
        "relations": list(summary.relations),
        "not_checked": list(summary.not_checked),
        "notes": list(summary.notes),
    }
    return {"schema": SCHEMA, "path": summary.path, "summary": told}


def _placed(document: Document, value: dict[str, Any], name: str) -> dict[str, Any]:
    """Give a finding or a claim with its places as cells."""
    if name == "findings":
        return value | {"places": [_in_cell(document, place) for place in value["places"]]}
    return _in_cell(document, value) if "start" in value else value


def _in_cell(document: Document, place: dict[str, Any]) -> dict[str, Any]:
    """Tell a place by its row and column; within a text cell also by its offsets there."""
    cell = cell_at(document, place["start"])
    rest = {key: value for key, value in place.items() if key not in ("start", "end", "quote")}
    within = {"start": place["start"] - cell.span.start, "end": place["end"] - cell.span.start} if cell.prose else {}
    identity = {"id": rest.pop("id")} if "id" in rest else {}
    return {**identity, "row": cell.row, "column": cell.column, "quote": place["quote"], **within, **rest}


def cell_at(document: Document, offset: int) -> Cell:
    """Give the cell of a record's document that an offset lies in."""
    if document.record is None:
        raise ValueError("a document is no record")
    return next(cell for cell in reversed(document.record.cells) if cell.span.start <= offset)
