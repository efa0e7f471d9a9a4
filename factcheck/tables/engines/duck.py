"""Tables -> DuckDB, the only module that imports it to run: files are loaded, or looked at where they lie, and asked in SQL.

``data`` is the table as it is written: ``row``, ``line``, and its cells ``c0``, ``c1``, ... DuckDB works out of core: what does
not fit into memory goes to a folder that is removed at the end.
"""

from __future__ import annotations

import atexit
import os
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import Factory

from factcheck.tables.columns import Column
from factcheck.tables.engines import arrays, interrupts
from factcheck.tables.engines.dialects import DUCKDB, Dialect
from factcheck.tables.queries import staging
from factcheck.values import frozen

if TYPE_CHECKING:
    import duckdb

    Connection = duckdb.DuckDBPyConnection

MEMORY = "1GB"
MOST_COLUMNS = 10_000
_INTERRUPTED = "Query interrupted"
"""What DuckDB makes of Ctrl-C that it hears by itself."""
LISTED = 200
"""Rows that a question lists; of more there is a table."""
_FEW = 200
"""Rows, and columns, up to which a table is small."""
_LARGEST = 2**53
"""Integers that are as exact as reals; sums and differences of them fit into 64 bits."""
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
    """A table that DuckDB asks; ``reals`` are its columns of floating point, with their type, ``footnotes`` what is below it."""

    connection: Connection
    headers: tuple[str, ...]
    types: tuple[str, ...]
    rows: int
    dialect: Dialect = DUCKDB
    reals: Mapping[int, str] = Factory(dict)
    filled: frozenset[int] = frozenset()
    large: frozenset[int] = frozenset()
    in_place: bool = False
    unread: dict[int, Sequence[str]] = Factory(dict)
    footnotes: tuple[str, ...] = ()

    def ask(self, question: str) -> list[tuple[Any, ...]]:
        """Run a query and give its rows.

        Raises:
            OSError: memory or disk do not suffice, or the engine gives up for another reason.

        """
        import duckdb

        try:
            return self.connection.execute(question).fetchall()
        except duckdb.InterruptException:
            raise
        except duckdb.Error as fault:
            raise OSError(f"not checked: {str(fault).partition(chr(10))[0]}") from None

    def keep(self, name: str, columns: Mapping[str, Sequence[Any]]) -> None:
        """Keep a small table of our own beside the data."""
        arrays.hand_over(self.connection, columns, f"CREATE OR REPLACE TEMP TABLE {name} AS")

    def among(self, rows: Sequence[int]) -> str:
        """Give the condition that a row is one of these; of a Parquet file only the groups that hold them are then read."""
        if isinstance(rows, range):
            return f"{'place' if self.in_place else 'row'} BETWEEN {rows[0] - self.in_place} AND {rows[-1] - self.in_place}"
        if len(rows) > LISTED:
            self.keep("wanted", {"row": list(rows)})
            return "row IN (SELECT row FROM wanted)"
        if self.in_place:
            return f"place IN ({', '.join(str(row - 1) for row in rows)})"
        return f"row IN ({', '.join(map(str, rows))})"

    @property
    def keys(self) -> tuple[str, ...]:
        """Give the columns that tell rows from each other."""
        return ("row", "place") if self.in_place else ("row",)

    def text(self, index: int) -> str:
        """Give the expression of a cell as text."""
        return f"c{index}" if self.types[index] == "text" else f"CAST(c{index} AS VARCHAR)"

    def write(self, path: Path) -> None:
        """Write all cells as a Parquet file."""
        self.connection.execute("COPY (FROM data ORDER BY row) TO $1 (FORMAT parquet)", [str(path)])

    def stage(self, columns: Sequence[Column]) -> bool:
        """Make ``staged``: plain numbers are read in SQL, every other text once by Python."""
        return staging.stage(self, columns)


@contextmanager
def opened() -> Iterator[Connection]:
    """Open a connection for one table, whose tables and views are its own; what it took is given back at the end."""
    import duckdb

    connection = _engine(os.getpid())[0].cursor()
    connection.execute("SET enable_progress_bar = false")
    try:
        with interrupts.told(connection.interrupt):
            yield connection
    except duckdb.InterruptException:
        raise KeyboardInterrupt from None
    except RuntimeError as fault:
        if str(fault) == _INTERRUPTED:
            raise KeyboardInterrupt from None
        raise
    finally:
        connection.close()


@cache
def _engine(process: int) -> tuple[Connection, tempfile.TemporaryDirectory[str]]:
    """Start the engine, once in a process; it spills to a folder of its own and fetches nothing from anywhere."""
    import duckdb

    folder = tempfile.TemporaryDirectory(prefix=f"factcheck-{process}-")
    atexit.register(folder.cleanup)
    settings: dict[str, Any] = {"memory_limit": MEMORY, "temp_directory": folder.name, "autoinstall_known_extensions": False}
    return duckdb.connect(":memory:", config=settings), folder


def of_texts(connection: Connection, headers: Sequence[str], rows: int) -> Store:
    """Look at texts that were loaded; of a few the engine asks as it is told: a better way takes longer to find than to go."""
    if rows <= _FEW and len(headers) <= _FEW:
        connection.execute("PRAGMA disable_optimizer")
    return Store(connection, tuple(headers), ("text",) * len(headers), rows)


def of_parquet(connection: Connection, path: str) -> Store:
    """Look at a Parquet file where it lies.

    Raises:
        OSError: it cannot be read as one.

    """
    import duckdb

    source = re.sub(r"([*?\[])", r"[\1]", path).replace("'", "''")
    with suppress(duckdb.CatalogException):  # else each question reads what the file says of itself again
        connection.execute("SET parquet_metadata_cache = true")
    try:
        described = connection.execute(f"DESCRIBE SELECT * FROM read_parquet('{source}')").fetchall()
        headers = tuple(str(column[0]) for column in described)
        cells = "".join(f', "{header.replace(chr(34), chr(34) * 2)}" AS c{index}' for index, header in enumerate(headers))
        connection.execute(
            f"CREATE TEMP VIEW data AS SELECT file_row_number AS place, file_row_number + 1 AS row, row AS line{cells}"
            f" FROM read_parquet('{source}', file_row_number = true)"
        )
        types = [str(column[1]) for column in described]
        rows, filled, large = _told_by_the_file(connection, source, headers, types)
    except duckdb.InvalidInputException as fault:
        told = str(fault).partition("\n")[0].removeprefix("Invalid Input Error: ")
        raise OSError(f"no Parquet file, or one that is cut off: {told}") from None
    except duckdb.Error as fault:
        raise OSError(str(fault).partition("\n")[0]) from None
    reals = {index: type_ for index, type_ in enumerate(types) if type_ in ("FLOAT", "DOUBLE")}
    return Store(connection, headers, tuple(map(type_of, types)), rows, DUCKDB, reals, filled, large, in_place=True)


def _told_by_the_file(
    connection: Connection, source: str, headers: Sequence[str], types: Sequence[str]
) -> tuple[int, frozenset[int], frozenset[int]]:
    """Give the rows, the columns without a gap, and those of integers beyond `_LARGEST`, by what the file says of itself."""
    told = connection.execute(
        "SELECT path_in_schema, stats_null_count, stats_min_value, stats_max_value, row_group_id, row_group_num_rows"
        f" FROM parquet_metadata('{source}')"
    ).fetchall()
    rows = sum(dict(each[-2:] for each in told).values())
    named = {name for name, *_ in told}
    kinds = {header: type_of(type_) for header, type_ in zip(headers, types, strict=True)}
    gaps = {name for name, missing, *_ in told if missing != 0}  # what is not told may be there
    vast = {name for name, _, *ends, _, _ in told if kinds.get(name) == "integer" and not all(map(_is_small, ends))}
    filled = {at for at, name in enumerate(headers) if name in named - gaps and kinds[name] in ("integer", "day")}
    return rows, frozenset(filled), frozenset(at for at, name in enumerate(headers) if name in vast)


def _is_small(end: str | None) -> bool:
    """Tell whether an end of what a column holds, as the file has it, is an integer that a real holds exactly."""
    try:
        return end is not None and abs(int(end)) <= _LARGEST
    except ValueError:
        return False


def type_of(name: str) -> str:
    """Give what a column of a type of DuckDB's holds, as `columns` knows it."""
    return next((type_ for type_, known in _TYPES.items() if name.startswith(known) and not name.endswith("[]")), "other")
