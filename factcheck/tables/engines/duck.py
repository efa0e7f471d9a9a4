"""Tables -> DuckDB, the only module that imports it: files are loaded, or looked at where they lie, and asked in SQL.

``data`` is the table as it is written: ``row``, ``line``, and its cells ``c0``, ``c1``, ... DuckDB works out of core: what does
not fit into memory goes to a folder that is removed at the end.
"""

from __future__ import annotations

import itertools
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import Factory, frozen

from factcheck.tables import staging
from factcheck.tables.columns import Column
from factcheck.tables.engines.dialects import DUCKDB, Dialect

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

    Connection = duckdb.DuckDBPyConnection

MEMORY = "1GB"
MOST_COLUMNS = 10_000
_BATCH = 200_000
"""Cells that are handed over at once."""
_TYPES = {
    "integer": (
        "TINYINT",
        "SMALLINT",
        "INTEGER",
        "BIGINT",
        "UTINYINT",
        "USMALLINT",
        "UINTEGER",
        "UBIGINT",
        "HUGEINT",
        "UHUGEINT",
    ),
    "decimal": ("FLOAT", "DOUBLE", "DECIMAL"),
    "day": ("DATE", "TIMESTAMP"),
    "text": ("VARCHAR", "ENUM"),
}


@frozen
class Store:
    """A table that DuckDB asks; ``reals`` are its columns of floating point, with their type."""

    connection: Connection
    headers: tuple[str, ...]
    types: tuple[str, ...]
    rows: int
    dialect: Dialect = DUCKDB
    reals: Mapping[int, str] = Factory(dict)

    def ask(self, question: str) -> list[tuple[Any, ...]]:
        """Run a query and give its rows.

        Raises:
            OSError: memory or disk do not suffice.

        """
        import duckdb

        try:
            return self.connection.execute(question).fetchall()
        except (duckdb.OutOfMemoryException, duckdb.IOException) as fault:
            raise OSError(f"not checked: {str(fault).partition(chr(10))[0]}") from None

    def keep(self, name: str, columns: Mapping[str, Sequence[Any]]) -> None:
        """Keep a small table of our own beside the data."""
        import pyarrow as pa

        self.connection.register("_given", pa.table(dict(columns)))
        self.connection.execute(f"CREATE OR REPLACE TABLE {name} AS SELECT * FROM _given")
        self.connection.unregister("_given")

    def text(self, index: int) -> str:
        """Give the expression of a cell as text."""
        return f"c{index}" if self.types[index] == "text" else f"CAST(c{index} AS VARCHAR)"

    def write(self, path: Path) -> None:
        """Write all cells as a Parquet file."""
        self.connection.execute("COPY (FROM data ORDER BY row) TO $1 (FORMAT parquet)", [str(path)])

    def stage(self, columns: Sequence[Column]) -> None:
        """Make ``staged``: plain numbers are read in SQL, every other text once by Python."""
        staging.stage(self, columns)


@contextmanager
def opened() -> Iterator[Connection]:
    """Open a database in memory that spills to a folder of its own; nothing is fetched from anywhere."""
    import duckdb

    with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
        settings: dict[str, Any] = {"memory_limit": MEMORY, "temp_directory": folder, "autoinstall_known_extensions": False}
        connection = duckdb.connect(":memory:", config=settings)
        connection.execute("SET enable_progress_bar = false")
        try:
            yield connection
        finally:
            connection.close()


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
    connection.execute(f"CREATE TABLE data (row BIGINT, line BIGINT{columns})")


def _insert(connection: Connection, width: int, batch: Sequence[tuple[int, int, Sequence[str | None]]]) -> None:
    import pyarrow as pa

    if not batch:
        return
    columns = {
        "row": pa.array([row for row, _, _ in batch], pa.int64()),
        "line": pa.array([line for _, line, _ in batch], pa.int64()),
    }
    cells = zip(*(cells for _, _, cells in batch), strict=True)
    columns |= {f"c{index}": pa.array(texts, pa.large_string()) for index, texts in enumerate(cells)}
    connection.register("_given", pa.table(columns))
    connection.execute("INSERT INTO data SELECT * FROM _given")
    connection.unregister("_given")


def of_objects(
    connection: Connection, records: Iterable[tuple[int, int, Mapping[str, str | None]]]
) -> tuple[tuple[str, ...], int]:
    """Load records whose columns are met on the way; give the columns in that order, and how many records there are."""
    connection.execute("CREATE TABLE data (row BIGINT, line BIGINT)")
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
    connection.execute(f"CREATE TABLE held AS SELECT * FROM _given t({names})")
    connection.unregister("_given")
    connection.execute("CREATE VIEW data AS SELECT rowid + 1 AS row, rowid + 1 AS line, * FROM held")
    types = tuple(_type(str(column[1])) for column in connection.execute("DESCRIBE held").fetchall())
    (rows,) = connection.execute("SELECT count(*) FROM held").fetchall()[0]
    return Store(connection, tuple(first.schema.names), types, rows)


def as_batch(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> pa.RecordBatch:
    """Give rows as one Arrow batch: numbers, texts, and lists of texts."""
    import pyarrow as pa

    return pa.RecordBatch.from_arrays([pa.array(column) for column in zip(*rows, strict=True)], names=list(names))


def of_parquet(connection: Connection, path: str) -> Store:
    """Look at a Parquet file where it lies.

    Raises:
        OSError: it cannot be read as one.

    """
    import duckdb

    source = re.sub(r"([*?\[])", r"[\1]", path).replace("'", "''")
    try:
        described = connection.execute(f"DESCRIBE SELECT * FROM read_parquet('{source}')").fetchall()
        headers = tuple(str(column[0]) for column in described)
        cells = "".join(f', "{header.replace(chr(34), chr(34) * 2)}" AS c{index}' for index, header in enumerate(headers))
        connection.execute(
            f"CREATE VIEW data AS SELECT file_row_number + 1 AS row, file_row_number + 1 AS line{cells}"
            f" FROM read_parquet('{source}', file_row_number = true)"
        )
        rows = connection.execute("SELECT count(*) FROM data").fetchall()[0][0]
    except duckdb.Error as fault:
        raise OSError(str(fault).partition("\n")[0]) from None
    types = [str(column[1]) for column in described]
    reals = {index: type_ for index, type_ in enumerate(types) if type_ in ("FLOAT", "DOUBLE")}
    return Store(connection, headers, tuple(map(_type, types)), int(rows), reals=reals)


def _type(name: str) -> str:
    return next((type_ for type_, known in _TYPES.items() if name.startswith(known) and not name.endswith("[]")), "other")
