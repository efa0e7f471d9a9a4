"""Arrow batches in, Arrow batches of findings out: for engines that hand tables over so (Spark's ``mapInArrow``, for one).

The batches are one table: whether its rows keep a relation shows in all of them together. What does not fit into memory is kept
on disk meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from factcheck.report import Report
from factcheck.report.records import cell_at
from factcheck.tables import checking
from factcheck.tables.engines import duck, loading

if TYPE_CHECKING:
    import pyarrow as pa

    from factcheck.rules import Rule

COLUMNS = ("row", "rule", "severity", "message", "calculation", "columns", "quotes")
"""What a finding's row holds: the record, counted from 1 (of several the first), and the cells as two lists."""
_BATCH = 1000


def check_batches(
    batches: Iterable[pa.RecordBatch] | pa.Table | pa.RecordBatch, rules: Sequence[Rule] | None = None
) -> Iterator[pa.RecordBatch]:
    """Check a table that comes in Arrow batches.

    Args:
        batches: the table's rows, in order, all of one schema; a table or a single batch may be given as it is.
        rules: rules to check by; None: the bundled ones.

    Returns:
        Batches with the columns `COLUMNS`, a row for each finding; none where there is no finding.

    """
    from factcheck import rules as rulebook

    chosen = [rule for rule in (rulebook.load() if rules is None else rules) if rule.serves_rows]
    with duck.opened() as connection:
        table = loading.of_batches(connection, batches)
        found = [] if table is None else [*checking.check_store(table, "-", chosen)]
    rows = [row for report in found if isinstance(report, Report) for row in _rows(report)]
    for start in range(0, len(rows), _BATCH):
        yield loading.as_batch(COLUMNS, rows[start : start + _BATCH])


def _rows(report: Report) -> Iterator[tuple[Any, ...]]:
    for finding in report.findings:
        cells = [cell_at(report.document, place.span.start) for place in finding.places]
        quotes = [report.document.quote(place.span) for place in finding.places]
        columns = [cell.column for cell in cells]
        yield (
            min(cell.row for cell in cells),
            finding.rule,
            finding.severity,
            finding.message,
            finding.calculation,
            columns,
            quotes,
        )
