"""The schema of a table's lines that ships holds for what the command writes, and for little else."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from factcheck.cli import main
from factcheck.report import plain, records

FOLDER = Path(__file__).parent / "tables"
TABLES = ("pit-accidents", "fever-slip", "parish-census", "umsatz", "weekly", "dams", "ward-poll")
"""Slips in a row and over several, a row of totals, decimal commas, what is not understood, totals that no word names."""


@cache
def schema() -> jsonschema.Draft202012Validator:
    definition = json.loads(records.SCHEMA_FILE.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(definition)
    return jsonschema.Draft202012Validator(definition)


def lines(capsys: pytest.CaptureFixture[str], *paths: Path) -> list[dict[str, Any]]:
    main(["table", "--format", "jsonl", *map(str, paths)], prog_name="factcheck", standalone_mode=False)
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_every_line_of_our_tables_is_valid(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    odd = tmp_path / "odd.csv"
    odd.write_text('a,b\n1,2\n1,2,3\n"never closed\n', "utf-8")
    told = lines(capsys, *(FOLDER / f"{name}.csv" for name in TABLES), odd, tmp_path / "gone.csv")
    for line in told:
        schema().validate(line)
    kinds = {key for line in told for key in ("findings", "rows", "error", "summary") if key in line}
    assert kinds >= {"findings", "error", "summary"}
    assert any("rows" in line for line in told)


def test_a_finding_over_several_records_is_valid(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "cases.csv"
    rows = [f"2020-03-{day:02},{100 * day if day != 20 else 200}" for day in range(1, 31)]
    path.write_text("\n".join(["date,cumulative cases", *rows]), "utf-8")
    told = lines(capsys, path)
    assert told[0]["rows"] == [19, 20, 21]
    for line in told:
        schema().validate(line)


@pytest.mark.parametrize(
    "change",
    [
        {"schema": 2},
        {"row": 0},
        {"line": None},
        {"findings": []},
        {"more": 1},
        {"error": {"message": "x", "line": None, "byte": None}},
    ],
)
def test_a_line_with_another_value_is_invalid(capsys: pytest.CaptureFixture[str], change: dict[str, Any]) -> None:
    line = lines(capsys, FOLDER / "pupils.csv")[0]
    assert schema().is_valid(line)
    assert not schema().is_valid({**line, **change})


def test_what_both_schemas_define_is_the_same() -> None:
    ours, other = (json.loads(path.read_text("utf-8"))["$defs"] for path in (records.SCHEMA_FILE, plain.SCHEMA_FILE))
    same = ("version", "offset", "number", "day", "rule", "claim_id", "hedge_id", "source_id")
    assert {name: ours[name] for name in same} == {name: other[name] for name in same}
    about = ours["claim"]["properties"].keys() - {"row", "column", "quote", "start", "end"}
    assert {name: ours["claim"]["properties"][name] for name in about} == {
        name: other["claim"]["properties"][name] for name in about
    }
