"""A table whose columns are years or months -> the same figures with a row for each time, and the reports on them back again.

Statistical tables run from left to right: "Exports", "Imports", "Balance" below each other, a year beside the other. What its
columns cannot tell of each other its rows do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from factcheck import lexicon
from factcheck.document import Cell, Record
from factcheck.report import Report
from factcheck.tables.columns import Column, Sample
from factcheck.tables.columns.forms import calendar
from factcheck.tables.engines import Store, duck, loading
from factcheck.values import evolve, frozen

_FEWEST, _MOST = 6, 400
"""Times that a table must have, and may have."""
_FEWEST_ROWS, _MOST_ROWS = 2, 80
_LABELS = 3
"""Columns before the times that may name a row."""
_YEAR = re.compile(
    r"(?:FY ?)?(?:1[6-9]|20|21)[0-9]{2}(?:\s*[-/–]\s*(?:[0-9]{2}|[0-9]{4}))?(?:\s*[-/ ]?(?:Q[1-4]|H[12]|[01]?[0-9]))?"
)


@frozen
class Turned:
    """A table with a row for each time; ``rows`` are number and line of what were rows, by the name that their column has now."""

    store: Store
    path: str
    times: tuple[Column, ...]
    rows: dict[str, tuple[int, int]]

    def back(self, report: Report) -> Report:
        """Give a report on these rows with the places that its cells have in the table as it is written."""
        document, cells = report.document, list[Cell]()
        for cell in document.record.cells if document.record else ():
            row, line = self.rows[cell.column]
            cells.append(evolve(cell, row=row, line=line, column=self.times[cell.row - 1].label))
        names = dict.fromkeys(cell.column for cell in cells)
        return evolve(report, document=evolve(document, record=Record(tuple(cells)), id=", ".join(names)))


@contextmanager
def opened(store: Store, sample: Sample, path: str) -> Iterator[Turned | None]:
    """Open the table turned, if its columns are times and all of its rows are at hand."""
    found = times(sample.columns)
    size = len(sample.texts[0]) if sample.texts else 0
    few_labels = bool(found) and sum(column.index < found[0].index for column in sample.columns) <= _LABELS
    if not few_labels or not _FEWEST <= len(found) <= _MOST or not _FEWEST_ROWS <= size <= _MOST_ROWS or size != store.rows:
        yield None
        return
    names = _names(sample, found[0].index)
    told = [at for at in range(size) if names[at] and any((sample.texts[time.index][at] or "").strip() for time in found)]
    if len(told) < _FEWEST_ROWS or len({names[at] for at in told}) < len(told):
        yield None
        return
    places = store.ask("SELECT row, line FROM data ORDER BY row")
    with duck.opened() as connection:
        cells = ([time.label, *(sample.texts[time.index][at] for at in told)] for time in found)
        records = ((number, number, [text or "" for text in row]) for number, row in enumerate(cells, 1))
        rows = loading.of_records(connection, len(told) + 1, records)
        headers = [kind(found[0].label), *(names[at] for at in told)]
        yield Turned(duck.of_texts(connection, headers, rows), path, found, {names[at]: places[at] for at in told})


def times(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Give the run of columns that are called by times, with what totals them behind."""
    first = next((at for at, column in enumerate(columns) if kind(column.label)), len(columns))
    called, found = kind(columns[first].label) if first < len(columns) else "", list[Column]()
    for column in columns[first:]:
        if kind(column.label) != called and not (found and column.label.strip().lower() in _totals()):
            break
        found.append(column)
    return tuple(found)


def kind(label: str) -> str:
    """Tell what time a column is called by; empty where it is called by none."""
    name = label.strip().rstrip(".").lower()
    return "month" if name in calendar("month") else "year" if _YEAR.fullmatch(label.strip()) else ""


def _totals() -> Sequence[str]:
    words: Sequence[str] = lexicon.entries("cells")["totals"]["words"]
    return words


def _names(sample: Sample, before: int) -> list[str]:
    """Name the rows by the texts before their figures; what has none cannot be turned."""
    texts = [sample.texts[column.index] for column in sample.columns[:before] if column.kind == "text"]
    if not texts:
        return [""] * len(sample.texts[before])
    return [": ".join(filter(None, ((text or "").strip() for text in row))) for row in zip(*texts, strict=True)]
