"""Records -> DuckDB: rows of texts, JSON objects and Arrow batches become the table ``data``."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from factcheck.tables.engines import arrays
from factcheck.tables.engines.duck import Store, type_of

if TYPE_CHECKING:
    import pyarrow as pa

    from factcheck.tables.engines.duck import Connection

_BATCH = 200_000
"""Cells that are handed over at once."""


def of_records(connection: Connection, width: int, records: Iterable[tuple[int, int, Sequence[str]]]) -> int:
    """Load records of texts, each with its number and its line; give how many there are."""
    _create(connection, width)
    size, batch, rows = max(1, _BATCH // (width + 1)), list[tuple[int, int, Sequence[str]]](), 0
    room = size
    for record in records:
        batch.append(record)
        rows += 1
        room -= 1 + sum(map(len, record[2])) // 1_000_000 * size  # a cell as large as a book goes by itself
        if room <= 0:
            _insert(connection, width, batch)
            batch, room = [], size
    _insert(connection, width, batch)
    return rows


def _create(connection: Connection, width: int) -> None:
    columns = "".join(f", c{index} VARCHAR" for index in range(width))
    connection.execute(f"CREATE TEMP TABLE data (row BIGINT, line BIGINT{columns})")


def _insert(connection: Connection, width: int, batch: Sequence[tuple[int, int, Sequence[str | None]]]) -> None:
    if not batch:
        return
    cells = zip(*(cells for _, _, cells in batch), strict=True)
    columns: dict[str, Sequence[Any]] = {"row": [row for row, _, _ in batch], "line": [line for _, line, _ in batch]}
    arrays.hand_over(connection, columns | {f"c{index}": texts for index, texts in enumerate(cells)}, "INSERT INTO data")


def of_objects(
    connection: Connection, records: Iterable[tuple[int, int, Mapping[str, str | None]]]
) -> tuple[tuple[str, ...], int]:
    """Load records whose columns are met on the way; give the columns in that order, and how many records there are."""
    connection.execute("CREATE TEMP TABLE data (row BIGINT, line BIGINT)")
    headers: dict[str, int] = {}
    batch: list[tuple[int, int, Mapping[str, str | None]]] = []
    rows = room = 0
    for record in records:
        for key in record[2]:
            if key not in headers:
                connection.execute(f"ALTER TABLE data ADD COLUMN c{len(headers)} VARCHAR")
                headers[key] = len(headers)
        batch.append(record)
        rows += 1
        room += 1 + len(record[2]) + sum(len(text or "") for text in record[2].values()) // 100
        if room > _BATCH:
            _insert_objects(connection, headers, batch)
            batch, room = [], 0
    _insert_objects(connection, headers, batch)
    return tuple(headers), rows


def _insert_objects(
    connection: Connection, headers: Mapping[str, int], batch: Sequence[tuple[int, int, Mapping[str, str | None]]]
) -> None:
    _insert(connection, len(headers), [(row, line, [fields.get(key) for key in headers]) for row, line, fields in batch])


def of_batches(connection: Connection, batches: Iterable[pa.RecordBatch]) -> Store | None:
    """Load Arrow batches of one schema; None where there are none."""
    import pyarrow as pa

    remaining = iter(batches)
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
