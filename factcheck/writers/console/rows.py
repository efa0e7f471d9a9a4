"""Records and summaries of tables as a person reads them: the cells of a finding, what was bound and what left alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factcheck.document import Document
from factcheck.findings import Finding
from factcheck.report.records import Summary, cell_at
from factcheck.writers.console.harmless import harmless

_WIDEST = 60
"""Cells of the screen that one cell of a table may take."""
_MOST = 12
"""Relations or columns that are listed one by one without `--verbose`."""


def location(document: Document, finding: Finding) -> str:
    """Give the file and the line of the record; of several, that of the cell that the finding speaks of first."""
    if not finding.places:
        return harmless(document.path)
    return f"{harmless(document.path)}:{cell_at(document, finding.places[0].span.start).line}"


def cells(document: Document, finding: Finding) -> Padding:
    """Show the cells of a finding, under the numbers of their rows."""
    shown = Table.grid(padding=(0, 2, 0, 0))
    last = None
    for place in finding.places:
        cell = cell_at(document, place.span.start)
        row = "" if cell.row == last else f"row {cell.row:,}"
        last = cell.row
        shown.add_row(
            Text(row, style="dim"),
            Text(_short(cell.column), style="bold"),
            Text(_short(document.quote(place.span)), style="bold red"),
        )
    return Padding(shown, (0, 0, 0, 2))


def summary(told: Summary, *, verbose: bool) -> Iterator[Text | Padding]:
    """Say what was bound in a table, what was not understood, and what was left alone and why."""
    findings = sum(told.rules.values())
    found = f"{findings:,} finding{'' if findings == 1 else 's'}"
    if told.dismissed:
        found += f", {told.dismissed:,} dismissed"
    elif not findings:
        found = "no row breaks anything"
    lost = f", {told.unreadable:,} unreadable" if told.unreadable else ""
    columns = f"{len(told.columns):,} of {len(told.columns) + len(told.left_alone):,} columns bound"
    yield Text(
        f"{harmless(told.path)}: {told.rows:,} {'row' if told.rows == 1 else 'rows'}{lost}, {found}; {columns}", style="bold"
    )
    table = Table.grid(padding=(0, 2, 0, 0))
    for name, lines in (("written", told.notes), ("checked", told.relations), ("not checked", told.not_checked)):
        _add(table, name, lines, verbose)
    if verbose:
        _add(table, "bound", [f"{column}: {what}" for column, what in told.columns.items()], verbose)
    _add(
        table,
        "left alone",
        _together(told.left_alone) if not verbose else [f"{c}: {why}" for c, why in told.left_alone.items()],
        verbose,
    )
    yield Padding(table, (0, 0, 1, 2))


def _add(table: Table, name: str, lines: Sequence[str], verbose: bool) -> None:
    shown = (
        lines if verbose or len(lines) <= _MOST else [*lines[:_MOST], f"and {len(lines) - _MOST:,} more (--verbose lists them)"]
    )
    for at, line in enumerate(shown):
        table.add_row(Text("" if at else name, style="dim"), Text(harmless(line)))


def _together(left: Mapping[str, str]) -> list[str]:
    """Name the columns that were left alone for one reason together."""
    why: dict[str, list[str]] = {}
    for column, reason in left.items():
        why.setdefault(reason, []).append(column)
    return [f"{_listed(columns)}: {reason}" for reason, columns in why.items()]


def _listed(columns: Sequence[str]) -> str:
    shown = ", ".join(map(_short, columns[:_MOST]))
    return shown if len(columns) <= _MOST else f"{shown} and {len(columns) - _MOST:,} more"


def _short(text: str) -> str:
    plain = " ".join(harmless(text[: 4 * _WIDEST]).split())
    return plain if len(plain) <= _WIDEST else plain[: _WIDEST - 3] + "..."
