"""Tables of our own, in the manner of published ones: each slip is found, and nothing else."""

from __future__ import annotations

import csv
import io
import json
import pkgutil
import tomllib
from pathlib import Path
from typing import Any

import pytest
from test_table_schema import schema

from factcheck import load_rules
from factcheck.report import Report
from factcheck.report.records import Summary, UnreadableRecord
from factcheck.rules import forms
from factcheck.tables import across, checking, shapes
from factcheck.tables.judged import confirming
from factcheck.writers import Options, jsonl

FOLDER = Path(__file__).parent / "tables"
EXPECTED: dict[str, dict[str, Any]] = tomllib.loads((FOLDER / "expected.toml").read_text("utf-8"))
RULES = [rule for rule in load_rules() if rule.serves_rows]


def findings(results: list[checking.Result]) -> list[tuple[int, str]]:
    """Give the last row and the rule of each finding."""
    found = []
    for report in results:
        if isinstance(report, Report) and report.document.record:
            rows = sorted(cell.row for cell in report.document.record.cells)
            found += [(rows[len(rows) // 2], finding.rule) for finding in report.findings]
    return sorted(found)


def test_the_seed_table_gives_its_three_slips() -> None:
    results = list(checking.check([str(FOLDER.parents[1] / "seeds" / "quarry-accidents.csv")], RULES))
    assert findings(results) == [
        (5, "table/parts-off-total"),
        (8, "table/weekday-not-of-date"),
        (13, "table/days-off-dates"),
    ]


def test_a_rule_may_ask_for_every_shape_that_there_is() -> None:
    modules = [*pkgutil.iter_modules(shapes.__path__), *pkgutil.iter_modules(across.__path__)]
    assert sorted(module.name for module in modules) == sorted(forms.SHAPES)


def test_every_table_is_expected_and_every_expectation_has_its_table() -> None:
    assert sorted(EXPECTED) == sorted(path.name for path in FOLDER.glob("*.csv"))


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_table_gives_its_slips_and_no_other_in_valid_lines(name: str) -> None:
    results = list(checking.check([str(FOLDER / name)], RULES))
    summary = results[-1]
    assert isinstance(summary, Summary)
    expected = sorted((slip["row"], slip["rule"]) for slip in EXPECTED[name]["slips"])
    assert findings(results) == expected, (summary.relations, summary.not_checked, summary.columns)
    assert not any(isinstance(result, UnreadableRecord) for result in results)
    jsonl.write(results, stream := io.StringIO(), Options())
    lines = stream.getvalue().splitlines()
    assert len(lines) == len(results)
    for line in lines:
        schema().validate(json.loads(line))


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_how_a_table_is_written_changes_no_finding(name: str, tmp_path: Path) -> None:
    text = (FOLDER / name).read_bytes().decode("latin-1" if name == "umsatz.csv" else "utf-8-sig")
    header, *rows = csv.reader(text.splitlines(), csv.Sniffer().sniff(text[:4000], ",;\t"))
    with Path(tmp_path, name).open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter="\t", quoting=csv.QUOTE_ALL).writerows([[cell.upper() for cell in header], *rows])
    expected = sorted((slip["row"], slip["rule"]) for slip in EXPECTED[name]["slips"])
    assert findings([*checking.check([str(tmp_path / name)], RULES)]) == expected


@pytest.mark.parametrize(
    ("checked", "broken", "trust", "find"),
    [
        (100, 3, "guess", True),
        (100, 4, "guess", False),
        (100, 40, "names", False),
        (5, 1, "names", True),
        (4, 1, "names", False),
        (25, 2, "names", True),
        (14, 1, "values", False),
        (15, 1, "values", True),
        (10_000, 200, "guess", False),
        (10_000, 50, "guess", True),
        (0, 0, "names", False),
        (10, 9, "map", True),
    ],
)
def test_a_relation_that_nearly_all_rows_keep_is_a_find(checked: int, broken: int, trust: Any, find: bool) -> None:
    assert confirming.is_find(checked, broken, trust) is find


@pytest.mark.parametrize(
    ("checked", "broken", "slips", "both_ways", "find"),
    [
        (48, 4, 3, False, True),  # 44 of 45 without those that bear a trace
        (48, 5, 3, False, False),  # more than one row in twelve
        (92, 4, 0, True, True),
        (92, 4, 0, False, False),
        (92, 5, 0, True, False),
        (100, 8, 2, False, False),
        (100, 8, 8, False, True),
        (12, 2, 2, False, False),
    ],
)
def test_rows_that_bear_the_trace_of_a_slip_tell_of_no_convention(
    checked: int, broken: int, slips: int, both_ways: bool, find: bool
) -> None:
    assert confirming.is_find(checked, broken, "guess", slips=slips, both_ways=both_ways) is find


def test_what_cannot_be_read_of_a_column_is_said() -> None:
    rows = [f"{place},{place + 20},{place + 50},{2 * place + 70}" for place in range(24)]
    rows[3] = "3,23,53,see below"
    rows[9] = "9,29,59,1e400"
    rows[15] = "15,35,65,n/a"
    summary = checking.check_text("\n".join(["parish,men,women,total", *rows]), RULES)[-1]
    assert isinstance(summary, Summary)
    assert summary.not_checked == ("total: '1e400', 'see below' cannot be read as a number",)
