"""What a table costs: many rows of Parquet under six rules, against the same conditions written by hand in SQL and in pandera.

Ratios of wall time; the hand-written SQL runs in DuckDB as it comes. `python -m benchmarks.tables ROWS` for another size.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from factcheck.report.records import Summary
from factcheck.rules import load
from factcheck.tables import checking

ROWS = 1_000_000
BUDGET = 3
"""Times DuckDB's own time, at ten million rows."""
PANDERA = 5
"""Times that pandera must take at least, at one million rows."""
CONDITIONS = (
    "low_price > open_price OR low_price > close_price OR low_price > high_price",
    "open_price > high_price OR close_price > high_price",
    "men + women <> total",
    "year <> year(date)",
    "start_date > end_date",
    "days <> datediff('day', start_date, end_date)",
)
"""The six relations that the table's columns show: what breaks each."""


def run(rows: int = ROWS) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "rows.parquet")
        _write(path, rows)
        by_hand, ours = _seconds(lambda: _by_hand(path), lambda: _checked(path))
        lines = [
            _line(f"table, {rows:,} rows: by hand in SQL", by_hand, by_hand, 1),
            _line("factcheck table", ours, by_hand, BUDGET),
        ]
        lines.append(f"peak memory of the process  {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10:,} MB")
        return [*lines, *_pandera(path)]


def _write(path: Path, rows: int) -> None:
    import duckdb

    duckdb.sql(
        f"""COPY (SELECT i AS id, CAST(DATE '2000-01-01' + CAST(i % 7000 AS INTEGER) AS DATE) AS date,
        year(DATE '2000-01-01' + CAST(i % 7000 AS INTEGER)) AS year,
        i % 900 + 10 AS low_price, i % 900 + 15 AS open_price, i % 900 + 18 AS close_price, i % 900 + 30 AS high_price,
        i % 1000 AS men, i * 7 % 1003 AS women, i % 1000 + i * 7 % 1003 + CAST(i % 200003 = 77 AS INTEGER) AS total,
        CAST(DATE '2000-01-01' + CAST(i % 5000 AS INTEGER) AS DATE) AS start_date,
        CAST(DATE '2000-01-01' + CAST(i % 5000 + i % 31 AS INTEGER) AS DATE) AS end_date, i % 31 AS days
        FROM range({rows}) t(i)) TO '{path}' (FORMAT parquet)"""
    )


def _by_hand(path: Path) -> None:
    import duckdb

    connection = duckdb.connect()
    for condition in CONDITIONS:
        connection.execute(f"SELECT * FROM read_parquet('{path}', file_row_number = true) WHERE {condition}").fetchall()


def _checked(path: Path) -> None:
    results = [*checking.check([str(path)], [rule for rule in load() if rule.serves_rows])]
    summary = results[-1]
    if not isinstance(summary, Summary) or len(summary.relations) < len(CONDITIONS):
        raise SystemExit(f"the relations were not found: {summary}")


def _pandera(path: Path) -> list[str]:
    """Time pandera on the same file, with a named check for each of the nine comparisons; every failing row is gathered."""
    try:
        import pandas as pd
        import pandera.pandas  # noqa: F401
    except ImportError:
        return ["pandera is not installed: not compared"]

    def as_it_comes() -> None:
        frame = pd.read_parquet(path)
        for name in ("date", "start_date", "end_date"):
            frame[name] = pd.to_datetime(frame[name])
        _validated(frame)

    def on_arrow() -> None:
        frame = pd.read_parquet(path, dtype_backend="pyarrow")
        for name in ("date", "start_date", "end_date"):
            frame[name] = frame[name].astype("timestamp[s][pyarrow]")
        _validated(frame)

    ours, seconds, arrow = _seconds(lambda: _checked(path), as_it_comes, on_arrow)
    verdict = "within" if seconds >= PANDERA * ours else "OVER"
    return [
        f"{'pandera':<46} {seconds:8.2f} s   {seconds / ours:6.2f} times ours  {verdict} at least {PANDERA:g}",
        f"{'pandera, on Arrow types':<46} {arrow:8.2f} s   {arrow / ours:6.2f} times ours",
    ]


def _validated(frame: Any) -> None:
    import pandera.pandas as pa

    checks: dict[str, Callable[[Any], Any]] = {
        "low <= open": lambda f: f.low_price <= f.open_price,
        "low <= close": lambda f: f.low_price <= f.close_price,
        "low <= high": lambda f: f.low_price <= f.high_price,
        "open <= high": lambda f: f.open_price <= f.high_price,
        "close <= high": lambda f: f.close_price <= f.high_price,
        "men + women": lambda f: f.men + f.women == f.total,
        "year of date": lambda f: f.date.dt.year == f.year,
        "start <= end": lambda f: f.start_date <= f.end_date,
        "days": lambda f: (f.end_date - f.start_date).dt.days == f.days,
    }
    schema = pa.DataFrameSchema({}, checks=[pa.Check(check, name=name) for name, check in checks.items()])
    try:
        schema.validate(frame, lazy=True)
    except pa.errors.SchemaErrors:
        return
    raise SystemExit("pandera found nothing")


def _seconds(*works: Callable[[], object], rounds: int = 7) -> list[float]:
    """Time some works by turns, so that what else the machine does meets all of them; the best round of each counts."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for work, times in zip(works, taken, strict=True):
            begun = time.perf_counter()
            work()
            times.append(time.perf_counter() - begun)
    return [min(times) for times in taken]


def _line(name: str, seconds: float, base: float, budget: float) -> str:
    verdict = "within" if seconds <= budget * base else "OVER"
    return f"{name:<46} {seconds:8.2f} s   {seconds / base:6.2f} of SQL     {verdict} {budget:g}"


if __name__ == "__main__":
    print(*run(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS), sep="\n")
