"""Arrow batches are one table; the findings come back as Arrow."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.csv
import pytest

import factcheck

FOLDER = Path(__file__).parent / "tables"
TABLES = ("pit-accidents.csv", "quakes.csv", "courses.csv", "attacks.csv", "riders.csv")


def arrow(name: str) -> pa.Table:
    return pyarrow.csv.read_csv(FOLDER / name)


def found(table: pa.Table, size: int) -> list[tuple[int, str]]:
    batches = factcheck.check_batches(table.to_batches(max_chunksize=size))
    return sorted((row["row"], row["rule"]) for batch in batches for row in batch.to_pylist())


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("size", [7, 1000])
def test_batches_are_checked_as_one_table_whatever_their_size(name: str, size: int) -> None:
    import tomllib

    expected = tomllib.loads((FOLDER / "expected.toml").read_text("utf-8"))[name]["slips"]
    assert found(arrow(name), size) == sorted((slip["row"], slip["rule"]) for slip in expected)


def test_a_table_or_a_batch_may_be_given_as_it_is() -> None:
    table = arrow("pit-accidents.csv").combine_chunks()
    (batch,) = table.to_batches()
    told = [[each.to_pylist() for each in factcheck.check_batches(given)] for given in (table, batch, [batch])]
    assert told[0] == told[1] == told[2] != []


def test_no_batches_give_no_findings() -> None:
    assert list(factcheck.check_batches([])) == []


def test_a_finding_tells_its_cells() -> None:
    (batch,) = factcheck.check_batches(arrow("league.csv").to_batches())
    (finding,) = batch.to_pylist()
    assert finding["columns"] == ["P", "W", "D", "L"] or set(finding["columns"]) == {"P", "W", "D", "L"}
    assert len(finding["quotes"]) == 4
