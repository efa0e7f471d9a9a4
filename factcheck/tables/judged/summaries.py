"""What became of a table -> its summary: what was bound, what was not understood, what was left alone, each with the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence

from factcheck.document import Record
from factcheck.report import Report
from factcheck.report.records import Summary
from factcheck.tables import across, mapping
from factcheck.tables.columns import Column, Sample
from factcheck.tables.engines import Store
from factcheck.tables.judged.understood import Judged
from factcheck.values import evolve

_SHOWN, _MOST_SHOWN = 40, 3
"""Code points of a text that is shown, and texts."""


def summary(
    store: Store,
    path: str,
    sample: Sample,
    judged: Sequence[Judged],
    reports: Sequence[Report],
    across_rows: Sequence[across.Across],
    notes: Sequence[str],
    unreadable: int,
    names: str = "columns",
) -> Summary:
    """Sum up what became of a table; ``names`` says whether its columns are columns of the file, or rows."""
    kept = [each for each in judged if not each.reason]
    bound = {column.index for each in kept for column in each.counted.relation.columns.values()}
    bound |= {column.index for each in across_rows for column in each.columns}
    return Summary(
        path,
        rows=store.rows,
        rows_with_findings=_rows(reports),
        unreadable=unreadable,
        rules=_rules(reports),
        columns={column.label: described(column) for column in sample.columns if column.index in bound},
        left_alone={column.label: _why(column, judged) for column in sample.columns if column.index not in bound},
        relations=(*map(_told, kept), *(line for each in across_rows for line in each.relations)),
        not_checked=(
            *(f"{_way(each)}: {each.reason}" for each in judged if each.reason),
            *(line for each in across_rows for line in each.not_checked),
            *(_unread(column, store) for column in sample.columns if column.index in bound and store.unread.get(column.index)),
        ),
        notes=tuple(notes),
        suggestion="".join(
            mapping.written(
                path,
                [(evolve(each.counted.relation, strict=not each.others), each.counted.way) for each in kept],
                [each.rule for each in across_rows if each.relations],
                names,
            )
        ),
    )


def with_rows(summary: Summary, turned: Summary, times: Sequence[Column], reports: Sequence[Report]) -> Summary:
    """Add what the rows of a table tell of each other from column to column; ``reports`` are all that there are."""
    lines = [f"in each of the columns, {line}" for line in turned.relations]
    told = _with_relations(summary, lines, times, reports)
    return evolve(told, suggestion=summary.suggestion + turned.suggestion)


def with_things(
    summary: Summary, counted: Column, named: Container[str], judged: Sequence[Judged], reports: Sequence[Report]
) -> Summary:
    """Add what the things that rows count tell of each other; ``named`` are the columns that they were given."""
    lines = [
        f"with a column for each {counted.label}, {_told(each)}"
        for each in judged
        if not each.reason and all(column.label in named for column in each.counted.relation.columns.values())
    ]
    return _with_relations(summary, lines, [counted], reports)


def _with_relations(summary: Summary, lines: Sequence[str], columns: Sequence[Column], reports: Sequence[Report]) -> Summary:
    """Add relations that were found in another form of the table, and the columns that they bind."""
    bound = {column.label: described(column) for column in columns} if lines else {}
    return evolve(
        with_reports(summary, reports),
        columns={**summary.columns, **bound},
        left_alone={label: why for label, why in summary.left_alone.items() if label not in bound},
        relations=(*summary.relations, *lines),
    )


def with_reports(summary: Summary, reports: Sequence[Report]) -> Summary:
    """Count all findings that there are."""
    return evolve(summary, rows_with_findings=_rows(reports), rules=_rules(reports))


def _rows(reports: Sequence[Report]) -> int:
    return len({cell.row for report in reports for cell in (report.document.record or Record(())).cells})


def _rules(reports: Sequence[Report]) -> dict[str, int]:
    return dict(sorted(Counter(finding.rule for report in reports for finding in report.findings).items()))


def _told(judged: Judged) -> str:
    counted = judged.counted
    others = f", {judged.others:,} may be meant otherwise" if judged.others else ""
    return f"{_way(judged)} ({counted.relation.rule.name}: {counted.checked:,} rows, {judged.broken:,} broken{others})"


def _unread(column: Column, store: Store) -> str:
    """Say which texts of a column were left out, because they are none of what it holds."""
    texts = store.unread[column.index]
    shown = ", ".join(repr(text if len(text) <= _SHOWN else text[:_SHOWN] + "...") for text in texts[:_MOST_SHOWN])
    more = f" and {len(texts) - _MOST_SHOWN:,} more" if len(texts) > _MOST_SHOWN else ""
    return f"{column.label}: {shown}{more} cannot be read as a {column.form.kind}"


def _way(judged: Judged) -> str:
    return judged.counted.relation.way(judged.counted.way)


def described(column: Column) -> str:
    """Say what a column was taken for."""
    parts = [
        f"role {column.role}" if column.role else "",
        column.kind,
        *(a for a in column.name.aspects if a != "counting"),
        column.form.describe(),
    ]
    return ", ".join(filter(None, parts))


def _why(column: Column, judged: Sequence[Judged]) -> str:
    """Say why nothing was bound to a column."""
    if column.form.kind == "empty":
        return "no values"
    if column.doubtful:
        return "no name of its own"
    if any(column.index == other.index for each in judged for other in each.counted.relation.columns.values()):
        return "what it seems to belong to is not checked"
    if column.form.kind in ("text", "other"):
        return "text" if column.form.kind == "text" else "neither figures nor text"
    return f"{column.kind} with nothing to set it against"
