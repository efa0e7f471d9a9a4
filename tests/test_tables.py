"""Tables of our own, in the manner of published ones: each slip is found, and nothing else."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcheck import load_rules
from factcheck.records import Summary, UnreadableRecord
from factcheck.report import Report
from factcheck.tables import checking

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


def test_every_table_is_expected_and_every_expectation_has_its_table() -> None:
    assert sorted(EXPECTED) == sorted(path.name for path in FOLDER.glob("*.csv"))


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_table_gives_its_slips_and_no_other(name: str) -> None:
    results = list(checking.check([str(FOLDER / name)], RULES))
    summary = results[-1]
    assert isinstance(summary, Summary)
    expected = sorted((slip["row"], slip["rule"]) for slip in EXPECTED[name]["slips"])
    assert findings(results) == expected, (summary.relations, summary.not_checked, summary.columns)
    assert not any(isinstance(result, UnreadableRecord) for result in results)
