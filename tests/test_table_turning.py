"""What rows and columns show of each other: rows of years, dashes that are noughts, shares of several parts, known slips."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import pytest

from factcheck import rules
from factcheck.report import Report
from factcheck.report.records import Summary, record_as_dict
from factcheck.tables import checking

YEARS = [str(year) for year in range(2008, 2024)]


def flows(seed: int = 3) -> list[list[str]]:
    chance = random.Random(seed)
    out, into = [[chance.randint(2000, 90_000) for _ in YEARS] for _ in range(2)]
    rows = [["Exports", *map(str, out)], ["Imports", *map(str, into)]]
    return [["Flow", *YEARS], *rows, ["Balance", *(str(a - b) for a, b in zip(out, into, strict=True))]]


def checked(rows: Sequence[Sequence[str]]) -> tuple[list[dict[str, Any]], Summary]:
    told = checking.check_text("\n".join(",".join(row) for row in rows), rules.load())
    (summary,) = (each for each in told if isinstance(each, Summary))
    return [record_as_dict(each) for each in told if isinstance(each, Report)], summary


def test_rows_of_years_tell_of_each_other() -> None:
    reports, summary = checked(flows())
    assert reports == []
    assert "in each of the columns, Balance == Exports - Imports (table/difference-off: 16 rows, 0 broken)" in summary.relations
    assert set(YEARS) <= set(summary.columns)


def test_a_finding_has_the_places_of_the_table_as_it_is_written() -> None:
    rows = flows()
    rows[3][5] = rows[3][5] + "0"
    (report,), summary = checked(rows)
    assert (report["row"], report["rows"], report["lines"], report["id"]) == (None, [1, 2, 3], [2, 3, 4], "2012")
    assert {place["column"] for finding in report["findings"] for place in finding["places"]} == {"2012"}
    assert (summary.rows, summary.rows_with_findings) == (3, 3)


@pytest.mark.parametrize(
    "header", [["Flow", *(f"c{year}" for year in YEARS)], ["Flow", *YEARS[:4], *(f"d{y}" for y in YEARS[4:])]]
)
def test_columns_that_are_no_times_are_not_turned(header: list[str]) -> None:
    reports, summary = checked([header, *flows()[1:]])
    assert reports == []
    assert not any(line.startswith("in each") for line in summary.relations)


def test_rows_without_names_are_not_turned() -> None:
    months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
    reports, summary = checked([["YEAR", *months], *([year, *(str(at * 7 % 31) for at in range(12))] for year in YEARS)])
    assert (reports, summary.rows) == ([], len(YEARS))


def budget(dash: str) -> list[list[str]]:
    chance = random.Random(7)
    rows = [["scheme", "north", "south", "east", "total"]]
    for at in range(24):
        parts = [0 if chance.random() < 0.3 else chance.randint(20, 900) for _ in range(3)]
        rows.append([f"s{at}", *(str(part) if part else dash for part in parts), str(sum(parts))])
    return rows


def test_a_dash_is_a_nought_where_sums_show_it() -> None:
    rows = budget("-")
    at = next(at for at, row in enumerate(rows) if row.count("-") == 1)
    rows[at][4] = str(int(rows[at][4]) + 300)
    reports, summary = checked(rows)
    assert [report["row"] for report in reports] == [at]
    assert "'-' for 0" in summary.columns["north"]


def test_a_dash_is_no_nought_where_it_stands_for_what_is_not_known() -> None:
    rows = [[*row[:4], str(int(row[4]) + 40 * row.count("-"))] if at else row for at, row in enumerate(budget("-"))]
    reports, summary = checked(rows)
    assert reports == []
    assert "for 0" not in summary.columns["north"]


def rates(slips: dict[int, str]) -> list[list[str]]:
    chance = random.Random(5)
    rows = [["district", "paper", "glass", "rest", "total", "recycled %"]]
    for at in range(16):
        parts = [chance.randint(300, 9000) for _ in range(3)]
        share = f"{100 * (parts[0] + parts[1]) / sum(parts):.1f}"
        rows.append([f"d{at}", *map(str, parts), str(sum(parts)), slips.get(at, share)])
    return rows


def test_a_share_may_be_of_several_parts_together() -> None:
    right = rates({})[4][5]
    assert checked(rates({}))[0] == []
    (report,), _ = checked(rates({3: right[1] + right[0] + right[2:]}))
    assert report["row"] == 4
    assert "paper" in report["findings"][0]["message"]


def test_a_row_that_is_wrong_for_another_reason_does_not_hide_a_slip() -> None:
    rows = rates({3: rates({})[4][5][1::-1] + rates({})[4][5][2:]})
    rows[9][4] = str(int(rows[9][4]) + 3000)
    reports, _ = checked(rows)
    assert [report["row"] for report in reports] == [4, 9]


def test_pieces_of_cells_are_told_with_the_column_as_it_is_written() -> None:
    counts = [31, 44, 58, 63, 77, 85, 92, 101, 118, 126, 139, 150, 163, 171]
    rows = [[f"trait {count}", f"{count} ({100 * count / 212:.1f}%)"] for count in counts]
    rows[5][1] = "85 (50.1%)"  # 40.1
    reports, summary = checked([["trait", "treated"], *rows])
    assert [place["column"] for report in reports for place in report["findings"][0]["places"]] == ["treated", "treated"]
    assert (reports[0]["row"], summary.rows_with_findings) == (6, 1)
    assert summary.rules == {"table/share-of-whole-off": 1}
