"""Files of any kind: each line is a record, a blank, or told as unreadable with its number; nothing brings the command down."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from factcheck.cli import main
from factcheck.tables.engines import loading
from factcheck.tables.sources import signs, unread

Run = Callable[..., tuple[int, list[dict[str, Any]], str]]
SUMS = [f"{place},{10 + at},{at},{10 + 2 * at}" for at, place in enumerate("ABCDEFGHIJKL")]
HEADER = "town,men,women,total"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def running(*arguments: object) -> tuple[int, list[dict[str, Any]], str]:
        words = ["table", *map(str, arguments), "--format", "jsonl"]
        status = main(words, prog_name="factcheck", standalone_mode=False)
        captured = capsys.readouterr()
        return status, [json.loads(line) for line in captured.out.splitlines()], captured.err

    return running


def table(folder: Path, data: str | bytes, name: str = "table.csv") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def errors(lines: list[dict[str, Any]]) -> list[tuple[int, str]]:
    return [(line["line"], line["error"]["message"]) for line in lines if "error" in line]


def summary(lines: list[dict[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = lines[-1]["summary"]
    return found


def places(lines: list[dict[str, Any]]) -> list[tuple[int, int, list[str]]]:
    return [(line["row"], line["line"], [p["column"] for p in f["places"]]) for line in lines for f in line.get("findings", ())]


def text(*rows: str, end: str = "\n") -> str:
    return end.join([HEADER, *rows]) + end


def broken(at: int = 5, rows: list[str] = SUMS) -> list[str]:
    return [row if place != at else row.rpartition(",")[0] + ",99" for place, row in enumerate(rows)]


def test_a_clean_table_gives_status_0_and_a_summary(run: Run, tmp_path: Path) -> None:
    status, lines, err = run(table(tmp_path, text(*SUMS)))
    assert (status, err, len(lines)) == (0, "", 1)
    assert summary(lines)["rows"] == 12
    assert summary(lines)["left_alone"] == {"town": "text"}
    assert summary(lines)["columns"].keys() == {"men", "women", "total"}


def test_a_slip_gives_status_1_its_row_line_and_cells(run: Run, tmp_path: Path) -> None:
    status, lines, _ = run(table(tmp_path, text(*broken())))
    assert status == 1
    assert places(lines) == [(6, 7, ["men", "women", "total"])]
    assert lines[0]["findings"][0]["message"] == "men + women is 15 + 5, which makes 20; total says 99"
    assert summary(lines)["rules"] == {"table/parts-off-total": 1}
    assert run(tmp_path / "table.csv", "--fail-on", "never")[0] == 0


def test_lines_count_line_breaks_within_cells_and_blank_lines(run: Run, tmp_path: Path) -> None:
    rows = [row.replace("B", '"B\nand C"') for row in broken()]
    _, lines, _ = run(table(tmp_path, text(*rows[:3], "", *rows[3:], end="\r\n")))
    assert places(lines)[0][:2] == (6, 9)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("X,1,2", "3 cells, but the header has 4"),
        ("X,1,2,3,4", "5 cells, but the header has 4"),
        ("X,1,2,\0", "a NUL, which is no text"),
        ('X,"1,2,3', "a quotation mark that is never closed"),
        ("X", "1 cell, but the header has 4"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_with_its_number(run: Run, tmp_path: Path, row: str, message: str) -> None:
    status, lines, err = run(table(tmp_path, text(*SUMS[:4], row, *SUMS[4:])))
    assert status == 2
    assert errors(lines) == [(6, message)]
    assert f"table.csv:6: {message}" in err
    assert summary(lines)["rows"] + summary(lines)["unreadable"] == 13


def test_empty_cells_beyond_the_header_do_no_harm(run: Run, tmp_path: Path) -> None:
    assert run(table(tmp_path, text(*(row + ",," for row in SUMS))))[0] == 0


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends_are_found(run: Run, tmp_path: Path, delimiter: str, end: str) -> None:
    status, lines, _ = run(table(tmp_path, text(*broken(), end=end).replace(",", delimiter)))
    assert (status, places(lines)[0][:2]) == (1, (6, 7))
    assert summary(lines)["notes"] == ([] if delimiter == "," else summary(lines)["notes"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings_are_found_and_said(run: Run, tmp_path: Path, encoding: str) -> None:
    data = text(*(row.replace("A,", "Fürth,") for row in broken())).encode(encoding)
    status, lines, _ = run(table(tmp_path, data))
    assert status == 1
    assert summary(lines)["columns"].keys() == {"men", "women", "total"}
    expected = {name: [f"encoding {name}"] for name in ("utf-16", "utf-16-le", "utf-16-be")} | {
        "cp1252": ["encoding Windows-1252"]
    }
    assert summary(lines)["notes"] == expected.get(encoding, [])


def test_one_stray_byte_costs_nothing(run: Run, tmp_path: Path) -> None:
    rows = "\n".join([HEADER, "Fürth,1,2,3", *SUMS]).encode() + b"\nCaf\xe9,1,2,3\n"
    _, lines, _ = run(table(tmp_path, rows))
    assert summary(lines)["notes"] == ["UTF-8, but 1 lines are Windows-1252"]
    assert summary(lines)["rows"] == 14


def test_bytes_that_no_encoding_has_are_told(run: Run, tmp_path: Path) -> None:
    status, lines, _ = run(table(tmp_path, text(*SUMS).encode() + b"\x81\x8d,1,2,3\n"))
    assert (status, errors(lines)[0][0]) == (2, 14)


@pytest.mark.parametrize("name", ["table.csv", "table.jsonl"])
@pytest.mark.parametrize("sign", ["\u200e", "\u200b", "\u00ad", "\ufeff", "\u2066", "\ufe0f"])
def test_cells_read_the_same_with_signs_that_print_nothing(run: Run, tmp_path: Path, sign: str, name: str) -> None:
    rows = [f"{sign}{row.replace(',', f',{sign}')}{sign}" for row in broken()]
    keys = HEADER.split(",")
    lines = [json.dumps(dict(zip(keys, row.split(","), strict=True)), ensure_ascii=False) for row in rows]
    status, told, _ = run(table(tmp_path, text(*rows) if name == "table.csv" else "\n".join(lines), name))
    assert status == 1
    assert [row for row, *_ in places(told)] == [row for row, *_ in places(run(table(tmp_path, text(*broken())))[1])]


def test_prose_in_a_cell_stays_as_it_was_written() -> None:
    prose = "The fire stopped\u200b 6\u200e0km away."
    assert signs.read_over([prose, "\u200e7/\u200e30/\u200e2019", "5"]) == [prose, "7/30/2019", "5"]


def test_footnotes_below_the_table_are_said_and_no_errors(run: Run, tmp_path: Path) -> None:
    notes = "\nSource: census of 1911\nNote: figures, where known, leave visitors out\nThe islands were left out in 1901.\n"
    status, lines, _ = run(table(tmp_path, text(*SUMS) + notes))
    assert (status, errors(lines)) == (0, [])
    assert summary(lines)["notes"] == ["footnotes below the table, in lines 15, 16, 17"]


@pytest.mark.parametrize(
    "note",
    [
        "p = provisional",
        "r = revised, see below",
        "Totals may differ, as parts are rounded.",
        "FTE: full-time equivalent",
        "Turnout 71.3 %",
    ],
)
def test_what_explains_marks_and_sums_below_the_table_is_no_error(run: Run, tmp_path: Path, note: str) -> None:
    status, lines, _ = run(table(tmp_path, text(*SUMS) + note))
    assert (status, errors(lines)) == (0, [])


def test_one_cell_behind_the_total_is_a_footnote(run: Run, tmp_path: Path) -> None:
    status, lines, _ = run(table(tmp_path, text(*SUMS, "Total,0,0,0", "Snapshot at midnight")))
    assert (status, errors(lines)) == (0, [])


@pytest.mark.parametrize("last", ["Elm", "Elm.,12", "Elm,12", "Elm,12,3"])
def test_a_record_cut_off_is_no_footnote(run: Run, tmp_path: Path, last: str) -> None:
    status, lines, _ = run(table(tmp_path, text(*SUMS) + last))
    assert (status, [line for line, _ in errors(lines)]) == (2, [14])


def test_single_cells_of_words_below_a_blank_line_are_footnotes(run: Run, tmp_path: Path) -> None:
    notes = ("", "1. Towns as they were drawn in 2011", "", ".. Not applicable", "")
    status, lines, _ = run(table(tmp_path, text(*SUMS, *notes)))
    assert (status, errors(lines)) == (0, [])
    assert summary(lines)["notes"] == ["footnotes below the table, in lines 15, 17"]
    status, lines, _ = run(table(tmp_path, text(*SUMS, ".. Not applicable")))
    assert (status, [line for line, _ in errors(lines)]) == (2, [14])


@pytest.mark.parametrize("fill", ["", ",,,"])
@pytest.mark.parametrize(
    "notes",
    [
        ("[p] provisional",),
        ("Notes", "1. Towns as they were drawn in 2011"),
        ("Anmerkungen",),
        ("(b) without the islands",),
        ("Rounded to the nearest 5; ~ suppressed",),
        ("Two towns", "Four towns"),
    ],
)
def test_single_cells_that_are_no_names_are_footnotes_alone(run: Run, tmp_path: Path, notes: tuple[str, ...], fill: str) -> None:
    status, lines, _ = run(table(tmp_path, text(*SUMS, *(note + fill for note in notes))))
    assert (status, errors(lines), summary(lines)["rows"]) == (0, [], 12)
    assert "footnotes below the table" in summary(lines)["notes"][0]


def test_a_note_between_records_is_no_footnote(run: Run, tmp_path: Path) -> None:
    status, lines, _ = run(table(tmp_path, text(*SUMS[:6], "Note: flooded", *SUMS[6:])))
    assert (status, [line for line, _ in errors(lines)]) == (2, [8])


def test_titles_above_the_header_are_said(run: Run, tmp_path: Path) -> None:
    status, lines, _ = run(table(tmp_path, "Pupils by town\n\n" + text(*broken())))
    assert (status, places(lines)[0][:2]) == (1, (6, 9))
    assert summary(lines)["notes"] == ["1 line above the header, which is in line 3"]


@pytest.mark.parametrize(
    ("above", "below", "names"),
    [
        ("town,pupils,,", ",men,women,total", ["pupils: men", "pupils: women", "pupils: total"]),
        ("town,pupils,,all", ",men,women,", ["pupils: men", "pupils: women", "all"]),
        (",pupils,,", "town,men,women,total", ["pupils: men", "pupils: women", "pupils: total"]),
        ("town,2019,,", ",2018,2017,total", ["2019: 2018", "2019: 2017", "2019: total"]),
        ("town,men,women,total", ",(n),(n),(n)", ["men: (n)", "women: (n)", "total: (n)"]),
    ],
)
def test_a_header_of_two_lines_is_read_as_one(run: Run, tmp_path: Path, above: str, below: str, names: list[str]) -> None:
    status, lines, _ = run(table(tmp_path, "\n".join([above, below, *broken()])))
    assert (status, places(lines)[0][:2]) == (1, (6, 8))
    assert list(summary(lines)["columns"]) == names
    assert summary(lines)["notes"] == ["a header of 2 lines, from line 1 on"]


def test_columns_may_be_numbered_in_the_second_line_of_a_header(run: Run, tmp_path: Path) -> None:
    rows = [f"{name},{at},{at + 3},{at + 5},{2 * at + 8},7" for at, name in enumerate("abcdefghijkl", 20)]
    _, lines, _ = run(table(tmp_path, "\n".join(["rower,lap,,,,lane", ",1,2,last,both,", *rows])))
    assert {"lap: 1", "lap: 2", "lap: last", "lap: both", "lane"} <= {*summary(lines)["columns"], *summary(lines)["left_alone"]}


@pytest.mark.parametrize("row", [",1,2,3", "Ash,..,..,..", ",..,-,"])
def test_a_first_record_is_no_header(run: Run, tmp_path: Path, row: str) -> None:
    _, lines, _ = run(table(tmp_path, text(row, *SUMS)))
    assert (summary(lines)["rows"], summary(lines)["notes"]) == (13, [])


def test_headers_that_are_empty_or_stand_twice_are_left_alone(run: Run, tmp_path: Path) -> None:
    data = "\n".join(["min_temp,max_temp,max_temp,", *(f"{at},{at + 9},{at - 3},{at}" for at in range(20))])
    status, lines, _ = run(table(tmp_path, data))
    assert status == 0
    assert summary(lines)["left_alone"].keys() == {"min_temp", "max_temp", "max_temp (2)", "column 4"}


def test_five_thousand_columns_are_read(run: Run, tmp_path: Path) -> None:
    names = [*(f"x{at}" for at in range(4997)), "min_temp", "mean_temp", "max_temp"]
    rows = [",".join([*map(str, range(4997)), str(at), str(at + 2), str(at + 5)]) for at in range(8)]
    rows[4] = rows[4].rpartition(",")[0] + ",1"
    status, lines, _ = run(table(tmp_path, "\n".join([",".join(names), *rows])))
    assert status == 1
    assert places(lines)[0][0] == 5


def test_too_many_columns_are_an_error(run: Run, tmp_path: Path) -> None:
    status, lines, _ = run(table(tmp_path, ",".join(f"x{at}" for at in range(10_001)) + "\n"))
    assert (status, "columns" in errors(lines)[0][1]) == (2, True)


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([json.dumps({f"k{at}_{key}": 1 for key in range(500)}) for at in range(21)], "more than 10,000 columns"),
        ([json.dumps(dict.fromkeys(map(str, range(9_999)), 1)), *['{"1": 1}'] * 60], "no table is so empty"),
    ],
    ids=["too many", "too empty"],
)
def test_objects_whose_keys_make_no_table_are_an_error(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: list[str], says: str
) -> None:
    monkeypatch.setattr(loading, "_MOST_EMPTY", 50_000)
    monkeypatch.setattr(loading, "_SPARSE", 50)
    status, lines, _ = run(table(tmp_path, "\n".join(rows), "table.jsonl"))
    assert (status, len(lines)) == (2, 1)
    assert says in lines[0]["error"]["message"]


def test_keys_that_come_later_are_columns(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "_BATCH", 1)
    monkeypatch.setattr(loading, "_FEWEST", 1)
    monkeypatch.setattr(loading, "_FEW_ADDED", 2)
    records = [dict(zip(HEADER.split(","), row.split(","), strict=True)) for row in broken()]
    rows = [{"note": "x"}, *records[:6], *({**record, "seen": "y"} for record in records[6:])]
    status, lines, _ = run(table(tmp_path, "\n".join(map(json.dumps, rows)), "table.jsonl"))
    assert status == 1
    assert len(places(lines)) == 1
    assert summary(lines)["left_alone"].keys() >= {"note", "seen"}


@pytest.mark.slow
def test_a_cell_of_100_megabytes_is_a_cell(run: Run, tmp_path: Path) -> None:
    rows = broken()
    rows[3] = rows[3].replace("D", '"' + "long " * 20_000_000 + '"')
    status, lines, _ = run(table(tmp_path, text(*rows)))
    assert (status, places(lines)[0][:2]) == (1, (6, 7))


def test_of_very_many_unreadable_records_the_last_are_told_together(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unread, "MOST", 3)
    status, lines, _ = run(table(tmp_path, text(*SUMS, *["alone"] * 9)))
    assert (status, summary(lines)["rows"], summary(lines)["unreadable"]) == (2, 12, 9)
    misfit = "1 cell, but the header has 4"
    last = (17, "nor can 6 more records be read, from here to line 22")
    assert errors(lines) == [(14, misfit), (15, misfit), (16, misfit), last]


def test_many_blanks_within_a_cell_are_looked_at_once(run: Run, tmp_path: Path) -> None:
    rows = broken()
    rows[3] = rows[3].replace("D", " " * 400_000 + "D" + " " * 400_000 + "!")
    status, lines, _ = run(table(tmp_path, text(*rows)))
    assert (status, places(lines)[0][:2]) == (1, (6, 7))


def test_a_line_that_ends_in_another_way_within_is_told(run: Run, tmp_path: Path) -> None:
    rows = broken()
    status, lines, _ = run(table(tmp_path, text(*rows[:9], f"{rows[9]}\r{rows[10]}", rows[11])))
    assert status == 2
    assert [told for _, told in errors(lines)] == ["a carriage return within the line; the other lines end in another way"]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf", b"a,b\n", b"a", b"\0\0\0", b'"', b",,,\n,,,\n", b"\xff\xfe"])
def test_next_to_nothing_is_no_fault(run: Run, tmp_path: Path, data: bytes) -> None:
    status, lines, _ = run(table(tmp_path, data))
    assert status in (0, 2)
    assert "error" in lines[0] if status == 2 else summary(lines)["rows"] in (0, 1)


def test_formulas_are_text_and_are_shown_as_such(run: Run, tmp_path: Path) -> None:
    rows = [row.replace("F,", "=HYPERLINK(1),") for row in broken()]
    status, lines, _ = run(table(tmp_path, text(*rows)))
    assert (status, len(places(lines))) == (1, 1)


def test_what_would_move_the_cursor_is_shown_harmlessly(tmp_path: Path) -> None:
    path = table(tmp_path, text(*broken()).replace("total", "to\x1b[2Jtal"))
    done = subprocess.run([sys.executable, "-m", "factcheck", "table", str(path)], capture_output=True, check=False, text=True)
    assert "\x1b" not in done.stdout


def test_each_json_object_is_a_row_and_a_broken_line_is_told(run: Run, tmp_path: Path) -> None:
    rows = [dict(zip(HEADER.split(","), row.split(","), strict=True)) for row in broken()]
    data = [json.dumps({key: int(value) if value.isdigit() else value for key, value in row.items()}) for row in rows]
    status, lines, _ = run(table(tmp_path, "\n".join([*data[:2], "{", *data[2:], "[1]"]), "table.jsonl"))
    assert status == 2
    assert [line for line, _ in errors(lines)] == [3, 14]
    assert places(lines)[0][:2] == (7, 7)


def test_parquet_is_read_where_it_lies(run: Run, tmp_path: Path) -> None:
    columns = zip(*(row.split(",") for row in broken()), strict=True)
    typed = [pa.array(list(cells)) if at == 0 else pa.array(map(int, cells)) for at, cells in enumerate(columns)]
    pq.write_table(pa.table(dict(zip(HEADER.split(","), typed, strict=True))), tmp_path / "it's [1]*.parquet")
    status, lines, _ = run(tmp_path / "it's [1]*.parquet")
    assert (status, places(lines)[0][:2]) == (1, (6, 6))


@pytest.mark.parametrize("value", [True, [1, 2], {"a": 1}, b"\xff", dt.time(4, 30), None], ids=lambda value: type(value).__name__)
def test_columns_that_are_neither_figures_nor_text_cost_a_parquet_file_nothing(run: Run, tmp_path: Path, value: object) -> None:
    columns = zip(*(row.split(",") for row in broken()), strict=True)
    typed = [pa.array(list(cells)) if at == 0 else pa.array(map(int, cells)) for at, cells in enumerate(columns)]
    named = {"odd": pa.array([value] * len(typed[0])), **dict(zip(HEADER.split(","), typed, strict=True))}
    pq.write_table(pa.table(named), tmp_path / "odd.parquet")
    status, lines, _ = run(tmp_path / "odd.parquet")
    assert (status, places(lines)[0][:2]) == (1, (6, 6))


def test_two_columns_of_one_name_make_no_more_rows_of_a_parquet_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "table.parquet"
    pq.write_table(pa.Table.from_arrays([pa.array([1, 2, 3]), pa.array([4, 5, None])], names=["a", "a"]), path)
    status, lines, _ = run(path)
    assert (status, summary(lines)["rows"]) == (0, 3)


def test_columns_of_text_and_of_types_are_asked_in_turn(run: Run, tmp_path: Path) -> None:
    days = [dt.date(2021, 3, 1) + dt.timedelta(at) for at in range(30)]
    cases = [100 + at * (at + 1) // 2 for at in range(30)]
    named = {"weekday": [f"{day:%A}" for day in days], "date": days, "total cases": cases}
    pq.write_table(pa.table(named), tmp_path / "cases.parquet")
    status, lines, _ = run(tmp_path / "cases.parquet")
    assert (status, errors(lines), summary(lines)["rows"]) == (0, [], 30)


def test_a_file_that_is_no_parquet_is_an_error(run: Run, tmp_path: Path) -> None:
    status, lines, _ = run(table(tmp_path, "no parquet", "x.parquet"))
    assert (status, len(lines)) == (2, 1)


def test_folders_and_patterns_are_read_in_order(run: Run, tmp_path: Path) -> None:
    for name in ("b.csv", "a.csv", "c.tsv", "notes.txt"):
        table(tmp_path, text(*SUMS).replace(",", "\t" if name == "c.tsv" else ","), name)
    assert [Path(line["path"]).name for line in run(tmp_path)[1]] == ["a.csv", "b.csv", "c.tsv"]
    assert [Path(line["path"]).name for line in run(tmp_path / "*.csv")[1]] == ["a.csv", "b.csv"]


def test_what_is_not_there_is_an_error_and_costs_the_others_nothing(run: Run, tmp_path: Path) -> None:
    good = table(tmp_path, text(*SUMS))
    status, lines, _ = run(tmp_path / "gone.csv", tmp_path / "*.tsv", good)
    assert status == 2
    assert ["summary" in line for line in lines] == [False, False, True]


@pytest.mark.parametrize("name", ["table.csv.gz", "table.gz", "table.csv"])
def test_what_is_packed_with_gzip_is_read(run: Run, tmp_path: Path, name: str) -> None:
    status, lines, _ = run(table(tmp_path, gzip.compress(text(*broken()).encode()), name))
    assert (status, places(lines)) == (1, [(6, 7, ["men", "women", "total"])])


def test_packed_tables_are_found_in_folders(run: Run, tmp_path: Path) -> None:
    table(tmp_path, gzip.compress(b'{"a": 1}\n'), "rows.JSONL.gz")
    table(tmp_path, gzip.compress(b"no table"), "story.txt.gz")
    _, lines, _ = run(tmp_path)
    assert [Path(line["path"]).name for line in lines] == ["rows.JSONL.gz"]


@pytest.mark.parametrize(("cut", "says"), [(slice(-20), "cut off"), (slice(12), "cut off")])
def test_what_is_packed_and_torn_is_told(run: Run, tmp_path: Path, cut: slice, says: str) -> None:
    status, lines, _ = run(table(tmp_path, gzip.compress(text(*broken()).encode())[cut], "table.csv.gz"))
    assert status == 2
    assert says in lines[0]["error"]["message"]


def test_what_is_packed_and_damaged_is_told(run: Run, tmp_path: Path) -> None:
    packed = gzip.compress(text(*broken()).encode())
    status, lines, _ = run(table(tmp_path, packed[:-8] + bytes(8), "table.csv.gz"))
    assert (status, lines[0]["error"]["message"]) == (2, "packed with gzip, and damaged")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"<!DOCTYPE html>\n<html><body>404 Not Found</body></html>", "a web page"),
        (b"\xef\xbb\xbf  <HTML>", "a web page"),
        (b"PK\x03\x04" + bytes(40), "save the sheet as CSV"),
        (b"\xd0\xcf\x11\xe0" + bytes(40), "save the sheet as CSV"),
        (b"%PDF-1.7\n", "a PDF"),
        (b'[\n {"a": 1}, {"a": 2}]', "one object on a line"),
        (b'{\n "rows": [\n {"a": 1}]}', "one JSON object over several lines"),
        (b"\0" * 1000, "the header, in line 1"),
        ("men,women\n1,2\n".encode("utf-32"), "--encoding utf-32"),
        (b"\x81,\x8d\n\x81,\x8d\n", "--encoding NAME"),
    ],
)
def test_what_is_no_table_is_told_with_what_to_do(run: Run, tmp_path: Path, data: bytes, says: str) -> None:
    status, lines, _ = run(table(tmp_path, data))
    assert status == 2
    assert says in lines[0]["error"]["message"]


@pytest.mark.parametrize("indent", [1, 4])
@pytest.mark.parametrize("data", [[{"a": 1}, {"a": 2}], {"rows": [{"a": 1}]}])
def test_json_over_several_lines_is_told_once_whatever_the_file_is_called(
    run: Run, tmp_path: Path, data: object, indent: int
) -> None:
    status, lines, _ = run(table(tmp_path, json.dumps(data, indent=indent), "table.jsonl"))
    assert (status, len(lines)) == (2, 1)
    assert "write it as JSONL, one object on a line" in lines[0]["error"]["message"]


@pytest.mark.parametrize("first", ["[1]", "{", '[{"a": 1}]', '{"a":'])
def test_a_first_record_that_is_none_costs_the_others_nothing(run: Run, tmp_path: Path, first: str) -> None:
    rows = [json.dumps(dict(zip(HEADER.split(","), row.split(","), strict=True))) for row in broken()]
    status, lines, _ = run(table(tmp_path, "\n".join([first, *rows]), "table.jsonl"))
    assert status == 2
    assert len(places(lines)) == 1


def test_a_header_that_cannot_be_read_is_told(run: Run, tmp_path: Path) -> None:
    status, lines, _ = run(table(tmp_path, text(*SUMS).encode().replace(b"women", b"w\x81men")))
    assert status == 2
    assert errors(lines) == [(1, "neither UTF-8 nor Windows-1252; say --encoding NAME")]


@pytest.mark.parametrize(
    "data",
    [text(*broken()), "".join(f'{{"men": {10 + at}, "women": {at}, "total": {10 + 2 * at + (at == 5)}}}\n' for at in range(12))],
)
def test_standard_input_is_a_table(run: Run, monkeypatch: pytest.MonkeyPatch, data: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    status, lines, _ = run("-")
    assert status == 1
    assert [(line["path"], line.get("row")) for line in lines] == [("-", 6), ("-", None)]


def test_objects_are_known_where_no_suffix_says_otherwise(run: Run, tmp_path: Path) -> None:
    status, lines, _ = run(table(tmp_path, b'{"a": 1}\n{"a": 2}\n', "table.json"))
    assert (status, summary(lines)["rows"]) == (0, 2)


def test_the_same_table_gives_the_same_bytes(run: Run, tmp_path: Path) -> None:
    path = table(tmp_path, text(*broken()))
    assert run(path) == run(path)


def test_junit_has_a_suite_for_a_table_that_is_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [str(table(tmp_path, text(*SUMS), "clean.csv")), str(table(tmp_path, text(*SUMS, "cut,1"), "cut.csv"))]
    main(["table", *paths, "--format", "junit"], prog_name="factcheck", standalone_mode=False)
    told = capsys.readouterr().out
    assert f'<testsuite name="{paths[0]}" tests="1" failures="0" errors="0"' in told
    assert "(men + women) == total (table/parts-off-total: 12 rows, 0 broken)" in told
    assert f'<testsuite name="{paths[1]}:14" tests="1" failures="0" errors="1"' in told


def test_a_weekday_is_mended_by_its_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    days = ("Wednesday,2025-04-30", "Thursday,2025-05-01", "Friday,2025-05-02", "Sunday,2025-05-03", "Sunday,2025-05-04")
    path = table(tmp_path, "\n".join(["weekday,date", *days, "Monday,2025-05-05"]) + "\n")
    main(["table", str(path)], prog_name="factcheck", standalone_mode=False)
    assert "weekday Sunday would have to be Saturday" in capsys.readouterr().out


def test_a_small_table_needs_no_pyarrow(tmp_path: Path) -> None:
    path = table(tmp_path, text(*SUMS))
    code = f"""import sys
from factcheck.rules import load
from factcheck.tables import checking
list(checking.check([{str(path)!r}], [rule for rule in load() if rule.serves_rows]))
sys.exit("pyarrow" in sys.modules)"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
