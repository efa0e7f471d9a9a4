"""What was bound is written as a mapping; the mapping binds the same; a wrong one is an error with file and line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.cli import main

Run = Callable[..., tuple[int, str, str]]
FOLDER = Path(__file__).parent / "tables"
SUMS = """[[relation]]
rule  = "table/parts-off-total"
holds = "parts == total"
parts = ["killed", "injured"]
total = "total_victims"
"""


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def running(*arguments: object) -> tuple[int, str, str]:
        status = main(["table", *map(str, arguments)], prog_name="factcheck", standalone_mode=False)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return running


def mapping(folder: Path, text: str) -> Path:
    path = folder / "tables.toml"
    path.write_text(text, "utf-8")
    return path


def test_what_is_suggested_binds_the_same(run: Run, tmp_path: Path) -> None:
    tables = [FOLDER / name for name in ("pit-accidents.csv", "quakes.csv", "fever-slip.csv", "umsatz.csv", "wrecks.csv")]
    status, suggested, _ = run(*tables, "--suggest")
    assert status == 0
    alone = run(*tables, "--format", "jsonl")
    mapped = run(*tables, "--format", "jsonl", "--map", mapping(tmp_path, suggested))
    findings = [[line for line in out.splitlines() if '"summary"' not in line] for _, out, _ in (alone, mapped)]
    assert findings[0] == findings[1] != []


def test_rows_that_may_be_meant_otherwise_are_left_alone_by_what_is_suggested(run: Run, tmp_path: Path) -> None:
    lines = [
        "hall,sold,seats,sold %",
        *(f"H{at},{90 + 9 * at},{190 + 17 * at},{_percent(at)}" for at in range(40)),
        "X,300,700,42.5",
    ]
    table = tmp_path / "halls.csv"
    table.write_text("\n".join(lines) + "\n", "utf-8")
    assert run(table)[0] == 0
    _, suggested, _ = run(table, "--suggest")
    assert "strict = false" in suggested
    assert run(table, "--map", mapping(tmp_path, suggested))[0] == 0
    assert run(table, "--map", mapping(tmp_path, suggested.replace("strict = false\n", "")))[0] == 1


def _percent(at: int) -> str:
    return f"{100 * (90 + 9 * at) / (190 + 17 * at):.1f}"


def test_a_mapping_checks_nothing_else_and_needs_no_confirmation(run: Run, tmp_path: Path) -> None:
    text = SUMS.replace("killed", "Fatalities").replace("injured", "Injured").replace("total_victims", "Total victims")
    status, out, _ = run(FOLDER / "attacks.csv", "--map", mapping(tmp_path, text))
    assert status == 1
    assert out.count("error table/parts-off-total") > 10


def test_a_relation_is_for_the_table_that_it_names(run: Run, tmp_path: Path) -> None:
    path = mapping(tmp_path, SUMS.replace("rule ", 'table = "pit-*"\nrule '))
    assert run(FOLDER / "pit-accidents.csv", FOLDER / "quakes.csv", "--map", path)[0] == 1


def test_a_table_that_the_mapping_does_not_know_is_told(run: Run, tmp_path: Path) -> None:
    path = mapping(tmp_path, SUMS.replace("rule ", 'table = "pit-*"\nrule '))
    assert f"{path} has no relation for this table" in " ".join(run(FOLDER / "quakes.csv", "--map", path)[1].split())
    assert "no relation for this table" not in " ".join(run(FOLDER / "pit-accidents.csv", "--map", path)[1].split())


@pytest.mark.parametrize(
    ("wrong", "line", "said"),
    [
        (SUMS.replace("injured", "hurt"), 1, "has no column hurt"),
        (SUMS.replace("parts-off", "parts-of"), 1, "no rule for rows is called table/parts-of-total"),
        (SUMS.replace("parts == total", "parts <= total"), 1, "holds parts == total, not parts <= total"),
        (SUMS.replace("total =", "sum ="), 1, "wants the columns of parts, total, not parts, sum"),
        (SUMS.replace('"total_victims"', '["killed", "injured"]'), 1, "total must be the name of a column"),
        (SUMS + 'strict = "no"\n', 1, "strict must be true or false"),
        ("# ours\n[[relation]]\ntotal = 1\n", 2, "a relation needs the name of its rule"),
        ("[[relation]]\ntable = [1.5]\nrule = 'table/parts-off-total'\n", 1, "table must be the name of a file, or a pattern"),
        (SUMS + "figures = 'round'\n", 1, "figures must be rounded or exact"),
        (SUMS + "names = ['rows']\n", 1, "names must be columns or rows"),
        ("columns = 3\n" + SUMS, 1, "unknown key columns"),
        ("[[relation]\n", 1, "not TOML"),
    ],
)
def test_a_wrong_mapping_is_an_error_with_file_and_line(run: Run, tmp_path: Path, wrong: str, line: int, said: str) -> None:
    status, _, err = run(FOLDER / "pit-accidents.csv", "--map", mapping(tmp_path, wrong))
    assert status == 2
    assert f"tables.toml:{line}: " in err
    assert said in err


def test_a_column_renamed_since_is_an_error_of_its_table_alone(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    text = (FOLDER / "pit-accidents.csv").read_text("utf-8")
    table.write_text(text.replace("total_victims", "victims"), "utf-8")
    good = FOLDER / "pit-accidents.csv"
    status, out, err = run(table, good, "--map", mapping(tmp_path, SUMS))
    assert (status, f"{tmp_path / 'tables.toml'}:1: {table} has no column total_victims" in err) == (2, True)
    assert "pit-accidents.csv:24 error table/parts-off-total" in out
