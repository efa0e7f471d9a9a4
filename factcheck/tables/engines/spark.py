"""A table -> Spark, the only module that imports it: the same questions in its SQL; texts are read through ``mapInArrow``.

Parquet is read by Spark where it lies, which each executor must reach by the same path. Texts (CSV, JSONL) are cut into cells
here, as their lines must be counted, and handed over as Parquet.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import define, field

from factcheck.tables.columns import Column
from factcheck.tables.engines import duck, workers
from factcheck.tables.engines.dialects import SPARK, Dialect
from factcheck.tables.queries import staging

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_QUIET = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false"}
"""Settings of a session that is started here; one that is there keeps its own."""
_SETTINGS = {"spark.sql.session.timeZone": "UTC", "spark.sql.ansi.enabled": "false", "spark.sql.caseSensitive": "true"}
"""Settings of our own questions."""
_WRITERS = {"DOUBLE": "factcheck_written", "FLOAT": "factcheck_written_short"}
"""What Spark calls the functions that write a real as DuckDB does, by its type."""

_LOST = "the connection to Spark was lost"
_FAREWELL = 2.0
"""Seconds in which Java ends, once it has begun to."""


@define
class Store:
    """A table that Spark asks; headers, types and rows are those that DuckDB read from the file's head."""

    session: SparkSession
    headers: tuple[str, ...]
    types: tuple[str, ...]
    rows: int
    reals: Mapping[int, str]
    filled: frozenset[int]
    large: frozenset[int]
    dialect: Dialect = SPARK
    staged: DataFrame | None = None
    unread: dict[int, Sequence[str]] = field(factory=dict)
    footnotes: tuple[str, ...] = ()

    def ask(self, question: str) -> list[tuple[Any, ...]]:
        """Run a query and give its rows."""
        return [tuple(row) for row in self.session.sql(question).collect()]

    def keep(self, name: str, columns: Mapping[str, Sequence[Any]]) -> None:
        """Keep a small table of our own beside the data."""
        frame = self.session.createDataFrame([*zip(*columns.values(), strict=True)], list(columns))
        frame.createOrReplaceTempView(name)

    @property
    def keys(self) -> tuple[str, ...]:
        """Give the columns that tell rows from each other."""
        return ("row",)

    def among(self, rows: Sequence[int]) -> str:
        """Give the condition that a row is one of these."""
        if isinstance(rows, range):
            return f"row BETWEEN {rows[0]} AND {rows[-1]}"
        if len(rows) <= duck.LISTED:
            return f"row IN ({', '.join(map(str, rows))})"
        self.keep("wanted", {"row": list(rows)})
        return "row IN (SELECT row FROM wanted)"

    def text(self, index: int) -> str:
        """Give the expression of a cell as text, as DuckDB writes it."""
        if index in self.reals:
            return f"{_WRITERS[self.reals[index]]}(c{index})"
        return f"c{index}" if self.types[index] == "text" else f"CAST(c{index} AS STRING)"

    def stage(self, columns: Sequence[Column]) -> bool:
        """Make ``staged``: cells with a type are read in SQL, those of text by Python on the workers."""
        texts = [column for column in columns if self.types[column.index] == "text"]
        typed = [column for column in columns if self.types[column.index] != "text"]
        shown = [expression for column in typed for expression in staging.shown(column, staging.of_type(self, column))]
        cells = [f"c{column.index}" for column in texts]
        frame = self.session.sql(f"SELECT {', '.join(['row', *shown, *cells])} FROM data")
        if texts:
            kept = ["row long", *(kept for column in typed for kept in self._declared(column))]
            read = [f"{name} double" for column in texts for name in staging.ends(column)]
            frame = frame.mapInArrow(workers.reader([column.form for column in texts], len(kept)), ", ".join([*kept, *read]))
        self._put(frame)
        return False

    def _declared(self, column: Column) -> list[str]:
        type_ = "long" if staging.is_whole(self, column) else "double"
        return [f"{name} {type_}" for name in dict.fromkeys(staging.ends(column))]

    def _put(self, frame: DataFrame) -> None:
        self.forget()
        self.staged = frame.persist()
        self.staged.createOrReplaceTempView("staged")

    def forget(self) -> None:
        """Give back what ``staged`` took."""
        if self.staged is not None:
            self.staged.unpersist()


@contextmanager
def opened(table: duck.Store, path: str | None) -> Iterator[Store]:
    """Hand a table over to Spark.

    Args:
        table: the table as DuckDB opened it.
        path: its file, if it is Parquet; else what was read of it is handed over.

    Raises:
        OSError: Spark cannot be started, gives up for lack of memory, disk or workers, or is ended by others.

    """
    session = _session()
    with _asked(), tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
        given = Path(folder, "table.parquet")
        if path is None:
            table.write(given)
            session.read.parquet(given.as_uri()).createOrReplaceTempView("data")
        else:
            _look_at(session, Path(path).absolute(), len(table.headers))
        store = Store(
            session, table.headers, table.types, table.rows, table.reals, table.filled, table.large, footnotes=table.footnotes
        )
        try:
            yield store
        finally:
            store.forget()


@contextmanager
def _asked() -> Iterator[None]:
    """Tell of what goes wrong at Spark's as of a table that cannot be read: it may be ended by others at any time."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JError, ConnectionError) as fault:
        raise OSError(f"not checked: {_ended() or _told(fault)}") from None


def _told(fault: Exception) -> str:
    """Give a fault in its own words, which Java may be asked for, and may be no more."""
    from py4j.protocol import Py4JError

    with suppress(ConnectionError, Py4JError):
        return str(fault).partition("\n")[0] or _LOST
    return _LOST


def _ended() -> str:
    """Say that the Java process we started is no more, and with what exit status it ended; nothing if it runs."""
    from pyspark import SparkContext

    java = getattr(SparkContext._gateway, "proc", None)
    if java is None:
        return ""
    with suppress(subprocess.TimeoutExpired):  # it may be about to end
        return f"Spark was ended (exit status {java.wait(_FAREWELL)})"
    return ""


def _session() -> SparkSession:
    """Give a session of our own on the Spark that is there, or on one that is started here."""
    from pyspark.sql import SparkSession

    try:
        running = SparkSession.getActiveSession()
        return _set_up((running or started(SparkSession.builder)).newSession())
    except Exception as fault:  # no Java, no master, or ended by others: pyspark has no error of its own for it
        raise OSError(f"Spark cannot be started: {_ended() or _told(fault)}") from None


def _set_up(session: SparkSession) -> SparkSession:
    for key, value in _SETTINGS.items():
        session.conf.set(key, value)
    if (session.sparkContext.master or "").startswith("local"):
        session.conf.set("spark.sql.shuffle.partitions", session.sparkContext.defaultParallelism)
    session.udf.register(_WRITERS["DOUBLE"], workers.written, "string")
    session.udf.register(_WRITERS["FLOAT"], workers.written_short, "string")
    return session


def started(builder: SparkSession.Builder) -> SparkSession:
    """Start Spark, with little to say."""
    for name in ("PYSPARK_PYTHON", "PYSPARK_DRIVER_PYTHON"):
        os.environ.setdefault(name, sys.executable)
    for key, value in _QUIET.items():
        builder = builder.config(key, value)
    session = builder.appName("factcheck").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session


def _look_at(session: SparkSession, path: Path, width: int) -> None:
    """Make ``data`` of a Parquet file; Spark counts its rows from 0."""
    escaped = "".join(f"\\{sign}" if sign in "*?[]{}\\" else sign for sign in str(path))
    frame = session.read.parquet(f"file://{escaped}").selectExpr("_metadata.row_index + 1 AS row", "*")
    names = ["row", *(f"c{index}" for index in range(width))]
    frame.toDF(*names).selectExpr("row", "row AS line", *names[1:]).createOrReplaceTempView("data")
