"""Records -> DuckDB: rows of texts, JSON objects and Arrow batches become the table ``data``."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from factcheck.tables.engines import arrays
from factcheck.tables.engines.duck import MOST_COLUMNS, Store, type_of

if TYPE_CHECKING:
    import pyarrow as pa

    from factcheck.tables.engines.duck import Connection

_BATCH = 200_000
"""Cells that are handed over at once; of wide tables those of ``_FEWEST`` records, since each column has its cost."""
_FEWEST = 200
_FEW_ADDED = 50
_MOST_EMPTY, _SPARSE = 5_000_000, 500
"""Cells, told or not, up to which a table of objects may be as empty as it likes; beyond them one in so many is to be told."""


def of_records(connection: Connection, width: int, records: Iterable[tuple[int, int, Sequence[str]]]) -> int:
    """Load records of texts, each with its number and its line; give how many there are."""
    _create(connection, width)
    size, batch, rows = max(_FEWEST, _BATCH // (width + 1)), list[tuple[int, int, Sequence[str]]](), 0
    room = size
    for record in records:
        batch.append(record)
        rows += 1
        room -= 1 + sum(map(len, record[2])) // 1_000_000 * size  # a cell as large as a book goes by itself
        if room <= 0:
            _insert(connection, batch)
            batch, room = [], size
    _insert(connection, batch)
    return rows


def _create(connection: Connection, width: int) -> None:
    columns = "".join(f", c{index} VARCHAR" for index in range(width))
    connection.execute(f"CREATE TEMP TABLE data (row BIGINT, line BIGINT{columns})")


def _insert(connection: Connection, batch: Sequence[tuple[int, int, Sequence[str | None]]]) -> None:
    if not batch:
        return
    cells = zip(*(cells for _, _, cells in batch), strict=True)
    columns: dict[str, Sequence[Any]] = {"row": [row for row, _, _ in batch], "line": [line for _, line, _ in batch]}
    arrays.hand_over(connection, columns | {f"c{index}": texts for index, texts in enumerate(cells)}, "INSERT INTO data")


def of_objects(
    connection: Connection, records: Iterable[tuple[int, int, Mapping[str, str | None]]]
) -> tuple[tuple[str, ...], int]:
    """Load records whose columns are met on the way; give the columns in that order, and how many records there are.

    Raises:
        OSError: there are more columns than can be read, or each record fills very few of them.

    """
    _create(connection, 0)
    headers: dict[str, None] = {}
    batch: list[tuple[int, int, Mapping[str, str | None]]] = []
    rows = room = told = width = 0
    for record in records:
        headers |= dict.fromkeys(record[2])
        if len(headers) > MOST_COLUMNS:
            raise OSError(f"more than {MOST_COLUMNS:,} columns; no more are read")
        batch.append(record)
        rows += 1
        told += len(record[2])
        if rows * len(headers) > max(_MOST_EMPTY, _SPARSE * told):
            raise OSError(f"{len(headers):,} columns, of which a record has few; no table is so empty")
        room += 1 + len(headers) + sum(len(text or "") for text in record[2].values()) // 100
        if room > max(_BATCH, _FEWEST * len(headers)):
            width = _insert_objects(connection, headers, batch, width)
            batch, room = [], 0
    _insert_objects(connection, headers, batch, width)
    return tuple(headers), rows


def _insert_objects(
    connection: Connection, headers: Mapping[str, None], batch: Sequence[tuple[int, int, Mapping[str, str | None]]], width: int
) -> int:
    """Insert objects into a table of ``width`` columns, which is widened first; give how wide it is then."""
    _widen(connection, range(width, len(headers)))
    _insert(connection, [(row, line, [fields.get(key) for key in headers]) for row, line, fields in batch])
    return len(headers)


def _widen(connection: Connection, added: range) -> None:
    """Add columns: few at the end of what is there, many at once, since each of them by itself takes as long as all."""
    if len(added) > _FEW_ADDED:
        columns = "".join(f", NULL::VARCHAR AS c{index}" for index in added)
        connection.execute(f"CREATE OR REPLACE TEMP TABLE data AS SELECT *{columns} FROM data")
        return
    for index in added:
        connection.execute(f"ALTER TABLE data ADD COLUMN c{index} VARCHAR")


def of_batches(connection: Connection, batches: Iterable[pa.RecordBatch] | pa.Table | pa.RecordBatch) -> Store | None:
    """Load Arrow batches of one schema; None where there are none."""
    import pyarrow as pa

    if isinstance(batches, pa.RecordBatch):
        batches = [batches]
    remaining = iter(batches.to_batches() if isinstance(batches, pa.Table) else batches)
    first = next(remaining, None)
    if first is None:
        return None
    reader = pa.RecordBatchReader.from_batches(first.schema, itertools.chain([first], remaining))
    connection.register("_given", reader)
    names = ", ".join(f"c{index}" for index in range(len(first.schema.names)))
    connection.execute(f"CREATE TEMP TABLE held AS SELECT * FROM _given t({names})")
    connection.unregister("_given")
    connection.execute("CREATE TEMP VIEW data AS SELECT rowid + 1 AS row, rowid + 1 AS line, * FROM held")
    types = tuple(type_of(str(column[1])) for column in connection.execute("DESCRIBE held").fetchall())
    (rows,) = connection.execute("SELECT count(*) FROM held").fetchall()[0]
    return Store(connection, tuple(first.schema.names), types, rows)


def as_batch(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> pa.RecordBatch:
    """Give rows as one Arrow batch: numbers, texts, and lists of texts."""
    import pyarrow as pa

    return pa.RecordBatch.from_arrays([pa.array(column) for column in zip(*rows, strict=True)], names=list(names))
