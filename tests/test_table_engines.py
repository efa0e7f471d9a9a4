"""Spark gives the same report of a table as DuckDB, byte for byte."""

from __future__ import annotations

import contextlib
import datetime as dt
import shutil
import signal
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
import pytest

import factcheck
from factcheck.cli import main

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("spark")]  # one Spark for all: it is long in getting warm
FOLDER = Path(__file__).parent / "tables"
TABLES = (
    "pit-accidents",
    "floods",
    "fever-slip",
    "wrecks",
    "umsatz",
    "attacks",
    "riders",
    "squads",
    "roster",
    "parish-census",
    "weekly",
)
"""Weekdays, figures in words, running totals, a totals row, decimal commas, what is not understood, ages,
birth dates of one person, two units in a cell, totals that no word names."""


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java, and there is none on this machine")
    spark_sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed: pip install 'factcheck[spark]'")
    pyspark = pytest.importorskip("factcheck.tables.engines.spark")
    interrupted = signal.getsignal(signal.SIGINT)
    # A minute's work is done before Java has compiled it well; and for code that is compiled no further it sets a fifth of the
    # room aside, which the questions about all these tables fill: then Spark ends.
    quick = "-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m -XX:+UseSerialGC"
    session = pyspark.started(spark_sql.SparkSession.builder.master("local[2]").config("spark.driver.extraJavaOptions", quick))
    yield session
    with contextlib.suppress(ConnectionError):  # the last test has it ended
        session.stop()
    signal.signal(signal.SIGINT, interrupted)  # Spark leaves its own behind, for all tests that follow


def report(capsys: pytest.CaptureFixture[str], engine: str, paths: Sequence[Path]) -> str:
    words = ["table", "--engine", engine, "--format", "jsonl", *map(str, paths)]
    main(words, prog_name="factcheck", standalone_mode=False)
    return capsys.readouterr().out


def test_texts_give_the_same_bytes(spark: Any, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [FOLDER / f"{name}.csv" for name in TABLES]
    told = report(capsys, "spark", paths)
    assert told == report(capsys, "duckdb", paths)
    assert told.count('"findings"') >= 6


def test_parquet_gives_the_same_bytes(spark: Any, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "it's [1] {a}*.parquet"
    days = [dt.date(2019, 1, 1) + dt.timedelta(17 * at) for at in range(40)]
    columns = {
        "Date": days,
        "YEAR": pa.array([day.year + (at == 9) for at, day in enumerate(days)], pa.int16()),
        "min_depth": pa.array([at / 7 if at != 12 else 1e16 for at in range(40)], pa.float64()),
        "max_depth": pa.array([at / 7 + 1e-5 for at in range(40)], pa.float64()),
        "low_tide": pa.array([0.1 * at for at in range(40)], pa.float32()),
        "high_tide": pa.array([0.1 * at + (2 if at != 20 else -3) for at in range(40)], pa.float32()),
        "men": [Decimal(at) for at in range(40)],
        "women": pa.array([3 * at for at in range(40)], pa.uint8()),
        "total": pa.array([4 * at + (at == 30) for at in range(40)], pa.int64()),
        "place": ["A\\B 'C'"] * 40,
    }
    pq.write_table(pa.table(columns), path, row_group_size=7)
    told = report(capsys, "spark", [path])
    assert told == report(capsys, "duckdb", [path])
    assert {"10", "13", "21", "31"} <= {line.partition('"row": ')[2].partition(",")[0] for line in told.splitlines()}


def test_spark_maps_batches_of_a_frame(spark: Any) -> None:
    frame = spark.read.csv(str(FOLDER / "pupils.csv"), header=True).coalesce(1)
    texts = ", ".join(f"{name} string" for name in ("rule", "severity", "message", "calculation"))
    schema = f"row long, {texts}, columns array<string>, quotes array<string>"
    rows = frame.mapInArrow(factcheck.check_batches, schema).collect()
    assert [(row["row"], row["rule"]) for row in rows] == [(18, "table/parts-off-total")]


def test_a_spark_that_others_end_is_told_as_no_fault_of_ours(spark: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """The last of this file: nothing can be asked afterwards."""
    spark.sparkContext._gateway.proc.terminate()
    told = report(capsys, "spark", [FOLDER / "pupils.csv"])
    assert "Spark was ended (exit status" in told
