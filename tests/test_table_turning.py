"""What rows and columns show of each other: rows of years, dashes that are noughts, shares of several parts, known slips."""

from __future__ import annotations

import datetime as dt
import random
import re
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


# what rows count


def by_sex(seed: int = 5) -> list[list[str]]:
    chance = random.Random(seed)
    rows = [["Area", "Sex", "Year", "Cases", "Flag"]]
    for area in ("North", "South", "East"):
        for year in YEARS[:8]:
            men, women = chance.randint(300, 9000), chance.randint(300, 9000)
            told = (("Male", men), ("Female", women), ("Both sexes", men + women))
            rows += [[area, sex, year, str(cases), "p" if year == YEARS[7] else ""] for sex, cases in told]
    return rows


def test_what_rows_count_tells_of_each_other() -> None:
    reports, summary = checked(by_sex())
    assert reports == []
    told = "with a column for each Sex, (Male + Female) == Both sexes (table/parts-off-total: 24 rows, 0 broken)"
    assert told in summary.relations


def test_a_finding_among_such_rows_has_the_places_of_the_table_as_it_is_written() -> None:
    rows = by_sex()
    rows[30][3] = str(int(rows[30][3]) + 900)
    (report,), summary = checked(rows)
    assert (report["rows"], report["lines"], report["id"]) == ([28, 29, 30], [29, 30, 31], "Male, Female, Both sexes")
    assert {place["column"] for finding in report["findings"] for place in finding["places"]} == {"Cases"}
    assert summary.rows_with_findings == 3


def test_years_beside_each_other_behind_a_place_and_what_is_counted() -> None:
    chance, rows = random.Random(8), [["Country", "Code", "Series", *YEARS]]
    for place in ("Peru", "Mali", "Laos", "Fiji"):
        men, women = [[chance.randint(2000, 90_000) for _ in YEARS] for _ in range(2)]
        both = [a + b for a, b in zip(men, women, strict=True)]
        rows += [[place, place[:3], name, *map(str, told)] for name, told in (("men", men), ("all", both), ("women", women))]
    assert checked(rows)[0] == []
    rows[5][9] += "0"
    (report,) = (each for each in checked(rows)[0] if each["rows"] == [4, 5, 6])
    assert {place["column"] for finding in report["findings"] for place in finding["places"]} == {YEARS[6]}


@pytest.mark.parametrize("odd", [["North", "Male", YEARS[0], "7", ""], ["West", "Male", YEARS[0], "7", "x"]])
def test_rows_that_count_twice_or_seldom_are_not_spread(odd: list[str]) -> None:
    rows = by_sex()
    rows = [*rows, odd] if odd[0] == "North" else [rows[0], *([*row[:2], str(at), *row[3:]] for at, row in enumerate(rows[1:]))]
    assert not any(line.startswith("with a column") for line in checked(rows)[1].relations)


# marks of footnotes


def marked(mark: str) -> list[list[str]]:
    chance, rows = random.Random(2), [["age", "men", "women", "all"]]
    for at in range(30):
        men, women = chance.randint(3000, 90_000), chance.randint(3000, 90_000)
        rows.append([f"group {at}", *(f"{value}{mark if at % 3 == 0 else ''}" for value in (men, women, men + women))])
    return rows


@pytest.mark.parametrize("mark", [" r", "*", "p", "[b]", "²", " (p)", "†"])
def test_marks_of_footnotes_leave_a_column_its_numbers(mark: str) -> None:
    rows = marked(mark)
    assert checked(rows)[0] == []
    assert "(men + women) == all (table/parts-off-total: 30 rows, 0 broken)" in checked(rows)[1].relations
    rows[5][3] = str(int(rows[5][3]) + 3000)
    assert [report["row"] for report in checked(rows)[0]] == [5]


def test_a_row_with_a_mark_may_be_meant_otherwise() -> None:
    rows = marked(" r")
    rows[4][3] = f"{int(rows[4][3].removesuffix(' r')) + 3000} r"
    assert checked(rows)[0] == []


# times of day and minutes


def stops(crossing: int) -> list[list[str]]:
    chance, rows, at = random.Random(4), [["stop", "arr", "dep", "wait (min)"]], 17 * 60
    for number in range(30):
        at, wait = 24 * 60 - 3 if number == crossing else at + chance.randint(9, 14), 4 + chance.randint(0, 5)
        told = (f"{minutes // 60 % 24:02d}:{minutes % 60:02d}" for minutes in (at, at + wait))
        rows.append([f"halt {number}", *told, str(wait)])
    return rows


def test_minutes_are_added_to_times_of_day_and_midnight_may_lie_between() -> None:
    reports, summary = checked(stops(crossing=28))
    assert reports == []
    told = "(arr + wait (min)) == dep (table/parts-off-total: 30 rows, 0 broken, 1 may be meant otherwise)"
    assert told in summary.relations
    rows = stops(crossing=28)
    rows[7][2] = f"{int(rows[7][2][:2]) - 1}{rows[7][2][2:]}"
    assert [report["row"] for report in checked(rows)[0]] == [7]


@pytest.mark.parametrize(("headers", "found"), [("departs,flying time,arrives", []), ("from,hours,to", [18])])
def test_who_flies_may_land_by_another_clock(headers: str, found: list[int]) -> None:
    chance, rows, at = random.Random(7), [["flight", *headers.split(",")]], 330
    for number in range(1, 61):
        at, taken = at + chance.randint(5, 16), chance.randint(10, 30) * 5
        told = (at, taken + (60 if number == 18 else 0), at + taken)
        rows.append([f"F{number}", *(f"{minutes // 60:02d}:{minutes % 60:02d}" for minutes in told)])
    assert [report["row"] for report in checked(rows)[0]] == found


# totals that names tell


def medals(*slips: tuple[int, int]) -> list[list[str]]:
    chance, rows = random.Random(6), [["team", "gold", "silver", "bronze", "total"]]
    for number in range(27):
        told = [chance.randint(0, 20) for _ in range(3)]
        rows.append([f"team {number}", *map(str, told), str(sum(told))])
    for row, by in slips:
        rows[row][4] = str(int(rows[row][4]) + by)
    return rows


def test_three_totals_that_miss_to_both_sides_are_slips_but_not_three_that_miss_to_one() -> None:
    assert [report["row"] for report in checked(medals((3, 10), (9, -10), (20, 13)))[0]] == [3, 9, 20]
    assert checked(medals((3, 12), (9, 14), (20, 13)))[0] == []


def test_a_row_whose_name_leads_to_a_footnote_may_be_meant_otherwise() -> None:
    rows = medals((9, 10))
    assert [report["row"] for report in checked(rows)[0]] == [9]
    rows[9][0] += "*"
    assert checked(rows)[0] == []


def test_what_rows_count_is_told_with_its_unit_and_flags_tell_no_rows_apart() -> None:
    chance, rows = random.Random(9), [["area", "element", "year", "unit", "value", "flag"]]
    for area in ("Peru", "Mali", "Laos"):
        for year in YEARS[:12]:
            grown, crop = chance.randint(20_000, 90_000), chance.randint(200_000, 990_000)
            told = (("Grown", "ha", grown), ("Yield", "kg/ha", round(crop * 1000 / grown)), ("Crop", "t", crop))
            rows += [[area, name, year, unit, str(value), chance.choice("AE")] for name, unit, value in told]
    summary = checked(rows)[1]
    line = "Yield (kg/ha) == 1000 * Crop (t) / Grown (ha) (table/quotient-off: 36 rows, 0 broken)"
    assert f"with a column for each element, {line}" in summary.relations


@pytest.mark.parametrize("year", ["Year", "TIME_PERIOD", "periodo"])
def test_years_are_times_whatever_their_column_is_called(year: str) -> None:
    rows = by_sex()
    rows[0][2] = year
    assert any(line.startswith("with a column for each Sex") for line in checked(rows)[1].relations)


def squad(seed: int = 6, written: str = "%d.%m.%Y (aged {})") -> list[list[str]]:
    chance, rows, day = random.Random(seed), [["no", "player", "Born (age)"]], dt.date(2021, 6, 11)
    for number in range(1, 24):
        born = dt.date(chance.randint(1984, 2002), chance.randint(1, 12), chance.randint(13, 28))
        age = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
        rows.append([str(number), f"name {number}", born.strftime(written).format(age)])
    return rows


@pytest.mark.parametrize("written", ["%d.%m.%Y (aged {})", "%d %B %Y (age {})", "%d/%m/%Y ({} años)", "%Y-%m-%d ({})"])
def test_an_age_behind_a_day_of_birth_is_that_of_one_day(written: str) -> None:
    rows = squad(written=written)
    assert checked(rows)[0] == []
    rows[9][2] = re.sub(r"[0-9]+(?=[^0-9]*$)", lambda age: str(int(age[0]) + 10), rows[9][2])
    (report,) = checked(rows)[0]
    assert report["findings"][0]["places"][0]["row"] == 9


def test_a_sign_that_a_part_lost_is_shown_beside_the_total() -> None:
    chance, rows = random.Random(4), [["segment", "first", "second", "third"]]
    told = [[chance.randint(200, 3000) for _ in range(3)] for _ in range(5)] + [[-chance.randint(20, 300) for _ in range(3)]]
    rows += [[f"unit {at}", *map(str, row)] for at, row in enumerate(told)]
    rows.append(["total", *(str(sum(column)) for column in zip(*told, strict=True))])
    assert checked(rows)[0] == []
    rows[6][2] = rows[6][2].lstrip("-")
    (report,) = checked(rows)[0]
    assert [(place["row"], place["column"]) for place in report["findings"][0]["places"]] == [(7, "second"), (6, "second")]


# footnotes


@pytest.mark.parametrize(
    ("footnote", "found"),
    [("", [12]), ("North includes 4120 that no town was told of.", []), ("Source: the towns of the North", [12])],
)
def test_a_footnote_that_names_a_row_may_say_why_its_figures_are_others(footnote: str, found: list[int]) -> None:
    chance, rows = random.Random(3), [["town", *YEARS[:4]]]
    for region in ("East", "Isles", "North", "South", "West"):
        told = [[chance.randint(90, 9000) for _ in range(4)] for _ in range(3)]
        sums = [sum(column) for column in zip(*told, strict=True)]
        sums[3] += 4120 if region == "North" else 0
        rows += [*([f"{region} {at}", *map(str, row)] for at, row in enumerate(told)), [f"{region} total", *map(str, sums)]]
    assert [report["row"] for report in checked([*rows, [footnote]] if footnote else rows)[0]] == found


def test_of_many_columns_those_that_stand_next_to_a_change_are_looked_at() -> None:
    chance = random.Random(5)
    header = ["farm", *(f"plot {at}" for at in range(40)), "cows before", "cows after", "change in cows"]
    rows = [[f"F{at}", *(str(chance.randint(100, 900)) for _ in range(42))] for at in range(20)]
    rows = [[*row, str(int(row[-1]) - int(row[-2]))] for row in rows]
    rows[7][-1] = rows[7][-1] + "9"
    (report,), _ = checked([header, *rows])
    assert [finding["rule"] for finding in report["findings"]] == ["table/difference-off"]
