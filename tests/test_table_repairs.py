"""What would put a table right: values that its columns can have, the likeliest first; findings come in the order of rows."""

from __future__ import annotations

import io

import pytest

from factcheck import load_rules
from factcheck.findings import Finding
from factcheck.report import Report
from factcheck.report.records import cell_at
from factcheck.tables import checking
from factcheck.writers import Options, console
from factcheck.writers.console import words

RULES = load_rules()
SCHOOLS = [f"School {at},{40 + 7 * at},{31 + 5 * at},{71 + 12 * at}" for at in range(20)]
SEATS = [
    f"Hall {at},{seats},{sold},{round(100 * sold / seats)}" for at in range(24) for seats, sold in [(190 + 17 * at, 90 + 9 * at)]
]
RIDES = [f"Leg {at},1h {at + 10:02}',0h {at + 5:02}',1h {2 * at + 15:02}'" for at in range(20)]


def reports(*lines: str) -> list[Report]:
    """Check a table and give what was found."""
    return [each for each in checking.check_text("\n".join(lines) + "\n", RULES) if isinstance(each, Report)]


def repairs(report: Report, finding: Finding) -> list[str]:
    """Write the repairs as the console does."""
    claims = {claim.id: claim for claim in report.claims}
    return words.repairs(report.document, finding.repairs, claims)


def found(rule: str, *lines: str) -> tuple[Report, Finding]:
    """Give the one finding of a rule."""
    told = [(report, finding) for report in reports(*lines) for finding in report.findings if finding.rule == rule]
    assert len(told) == 1
    return told[0]


@pytest.mark.parametrize(
    ("row", "offered"),
    [
        # no part is less than nobody, and the total looks mistyped
        ("Far,12,9,2", ["all 2 would have to be 21"]),
        # a digit too many in a part
        ("Far,120,9,21", ["girls 120 would have to be 12", "all 21 would have to be 129"]),
    ],
)
def test_nobody_is_less_than_none_and_the_cell_that_looks_mistyped_stands_first(row: str, offered: list[str]) -> None:
    assert repairs(*found("table/parts-off-total", "school,girls,boys,all", *SCHOOLS, row)) == offered


def test_a_share_and_its_part_stay_within_the_whole() -> None:
    report, finding = found("table/share-off", "hall,seats,sold,sold %", *SEATS, "Last,60,550,92")
    assert "which is 917" in finding.message  # what the figures make is told all the same
    assert repairs(report, finding) == ["sold 550 would have to be 55"]


def test_a_count_would_have_to_be_a_whole_number() -> None:
    report, finding = found("table/share-off", "hall,seats,sold,sold %", *SEATS, "Last,600,210,53")
    assert not any("." in repair for repair in repairs(report, finding))


def test_times_in_letters_are_mended_in_letters() -> None:
    report, finding = found("table/parts-off-total", "leg,riding,waiting,total", *RIDES, "Last,1h 20',0h 30',2h 50'")
    assert finding.message == "riding + waiting is 1h 20' + 0h 30', which makes 1h 50'; total says 2h 50'"
    assert "total 2h 50' would have to be 1h 50'" in repairs(report, finding)


def test_of_many_parts_the_total_is_told_first_and_few_of_the_others() -> None:
    names = ["rent", "wages", "power", "water", "paper", "post", "travel", "roofs"]
    costs = [[310 + 13 * at + 29 * shop + at * shop for at in range(len(names))] for shop in range(20)]
    lines = [",".join(map(str, [f"Shop {shop}", *row, sum(row) + 1377 * (shop == 7)])) for shop, row in enumerate(costs)]
    offered = repairs(*found("table/parts-off-total", ",".join(["shop", *names, "total"]), *lines))
    assert offered[0].startswith("total ")
    assert offered[-1] == "one of 4 others another"
    assert len(offered) == 6


def test_of_several_rows_the_place_is_that_of_the_row_that_adds_up() -> None:
    lines = [
        "Seats,8120,9131,7142,8153",
        "Boxes,2131,2037,1843,1947",
        "Bar,1288,1492,1561,1379",
        "Takings,11539,12660,11546,11479",
    ]
    report, finding = found("table/row-off-rows-beside", "thousand,spring,summer,autumn,winter", *lines)
    assert [cell_at(report.document, place.span.start).row for place in finding.places] == [4, 1, 2, 3]
    assert repairs(report, finding)[0] == "row 4 autumn 11546 would have to be 10546"


def test_findings_come_in_the_order_of_the_rows_that_they_speak_of() -> None:
    lines = [f"{1990 + at},{40 + 7 * at},{31 + 5 * at},{71 + 12 * at}" for at in range(16)]
    girls, boys, everybody = (sum(int(line.split(",")[at]) for line in lines) for at in (1, 2, 3))
    lines[11] = "2001,117,86,230"
    told = reports("year,girls,boys,all", *lines, f"Total,{girls + 1000},{boys},{everybody}")
    rows = [cell_at(report.document, report.findings[0].places[0].span.start).row for report in told]
    assert len(rows) > 1
    assert rows == sorted(rows)
    stream = io.StringIO()
    console.write(told, stream, Options())
    assert [f"row {row} " in stream.getvalue() for row in rows] == [True] * len(rows)
