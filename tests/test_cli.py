"""The command line: what goes to which stream, and with which exit status."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from factcheck.check import check_document
from factcheck.cli import main
from factcheck.commands import runs
from factcheck.document import Document, Span
from factcheck.findings import Finding, Place
from factcheck.report import Report

Run = Callable[..., tuple[int, str, str]]
BAD_RULE = """title = "More than all"
holdz = "killed <= casualties"
"""


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def running(*arguments: object) -> tuple[int, str, str]:
        status = main([str(argument) for argument in arguments], prog_name="factcheck", standalone_mode=False)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return running


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text("Quiet day\n\nThe council met on Main Street, the mayor said.\n", "utf-8")
    return path


@pytest.fixture
def finds(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Make every document hold one finding of this severity."""

    def finding(severity: str) -> None:
        def check_document(document: Document, rules: Sequence[Any]) -> Report:
            return Report(document, (Finding("a/b", severity, "It differs", "", (Place(Span(0, 5), "it"),), ()),))

        monkeypatch.setattr(runs, "check_document", check_document)

    return finding


def started(*arguments: object, **options: Any) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "factcheck", *map(str, arguments)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)


def finished(*arguments: object, **options: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "factcheck", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, encoding="utf-8", **options)


def one_line(text: str) -> bool:
    return text.endswith("\n") and text.count("\n") == 1


def test_a_clean_story_gives_status_0_and_one_line(run: Run, story: Path) -> None:
    status, out, err = run("check", story)
    assert (status, err) == (0, "")
    assert one_line(out)


@pytest.mark.parametrize(
    ("severity", "fail_on", "status"),
    [
        ("error", "error", 1),
        ("warning", "error", 0),
        ("note", "error", 0),
        ("error", "warning", 1),
        ("warning", "warning", 1),
        ("note", "warning", 0),
        ("note", "note", 1),
        ("error", "never", 0),
    ],
)
def test_the_level_decides_on_status_1(
    run: Run, story: Path, finds: Callable[[str], None], severity: str, fail_on: str, status: int
) -> None:
    finds(severity)
    assert run("check", story, "--fail-on", fail_on)[0] == status


def test_extract_finds_nothing_wrong(run: Run, story: Path, finds: Callable[[str], None]) -> None:
    finds("error")
    assert run("extract", story)[0] == 0


def test_a_missing_file_costs_the_others_nothing(run: Run, story: Path, finds: Callable[[str], None]) -> None:
    finds("error")
    status, out, err = run("check", story, "nowhere.txt", story, "--format", "jsonl")
    assert status == 2
    assert [json.loads(line).get("error") is not None for line in out.splitlines()] == [False, True, False]
    assert one_line(err)
    assert err.startswith("nowhere.txt: ")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["check"], "PATH"),
        ([], "command"),
        (["chek", "-"], "check"),
        (["check", "-", "--formt", "json"], "--format"),
        (["check", "-", "--format", "jsn"], "there are console, github, gitlab, html, json"),
        (["check", "-", "--published", "30/4/2025"], "such as 2025-04-30"),
        (["check", "-", "--published", "20250430"], "such as 2025-04-30"),
        (["check", "-", "--published", "2025-02-30"], "such as 2025-04-30"),
        (["check", "-", "--encoding", "utf-9"], "'utf-9' is no text encoding"),
        (["check", "-", "--encoding", "rot13"], "'rot13' is no text encoding"),
        (["check", "-", "--fail-on", "fatal"], "never"),
        (["check", "-", "--select", "mony"], "did you mean money?"),
        (["check", "-", "--ignore", "zzz"], "factcheck rules"),
        (["check", "-", "--select", "money", "--ignore", "money"], "leave no rule"),
        (["check", "-", "--rules", "nowhere"], "nowhere: no such folder"),
        (["check", "-", "--output", "no/such/folder/out.json"], "no/such/folder: no such folder"),
        (["explain", "weekday-off-dat"], "did you mean calendar/weekday-off-date?"),
        (["explain", "money"], "'money' is a topic; its rules are money/conversion-off-rate, "),
        (["test", "nowhere"], "nowhere: no such folder"),
        (["test", __file__], "a file; give the folder of rules"),
        (["table", "-", "--format", "html"], "'html' is for stories; tables are written as console, github, gitlab, json"),
    ],
)
def test_a_wrong_call_is_one_line_and_status_2(run: Run, arguments: list[str], says: str) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert one_line(err)
    assert says in err


@pytest.mark.parametrize("command", ["check", "rules", "explain", "test"])
def test_a_broken_rule_is_told_with_its_line_and_is_never_a_finding(run: Run, story: Path, tmp_path: Path, command: str) -> None:
    folder = tmp_path / "rules" / "topic"
    folder.mkdir(parents=True)
    (folder / "broken.toml").write_text(BAD_RULE, "utf-8")
    rules = tmp_path / "rules"
    more: dict[str, list[object]] = {
        "check": [story, "--rules", rules],
        "rules": ["--rules", rules],
        "explain": ["weekday-off-date", "--rules", rules],
        "test": [rules],
    }
    status, out, err = run(command, *more[command])
    assert (status, out) == (2, "")
    assert "broken.toml:2" in err
    assert "Traceback" not in err


def test_select_takes_a_topic_a_fault_a_name_or_a_pattern(run: Run, story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[set[str]] = []

    def check_document(document: Document, rules: Sequence[Any]) -> Report:
        asked.append({rule.name for rule in rules})
        return Report(document)

    monkeypatch.setattr(runs, "check_document", check_document)
    for pattern in ("calendar", "weekday-off-date", "calendar/weekday-off-date", "*/weekday*"):
        assert run("check", story, "--select", pattern, "--ignore", "date-after-publication")[0] == 0
    assert all("calendar/weekday-off-date" in names for names in asked)
    assert asked[0] > asked[1]
    assert not any("calendar/date-after-publication" in names for names in asked)


def test_rules_are_listed_by_name_severity_and_title(run: Run) -> None:
    status, out, _ = run("rules")
    assert status == 0
    listed = json.loads(run("rules", "--format", "json")[1])
    assert len(listed) == len(out.splitlines())
    for rule, line in zip(listed, out.splitlines(), strict=True):
        assert line.split(maxsplit=2) == [rule["name"], rule["severity"], rule["title"]]


def test_every_rule_has_a_page(run: Run) -> None:
    for rule in json.loads(run("rules", "--format", "json")[1]):
        status, out, _ = run("explain", rule["name"])
        assert status == 0
        assert rule["title"] in out
        assert "LEAVES ALONE" in out
        assert max(len(line) for line in out.splitlines()) <= 100


def test_output_goes_to_the_file_and_keeps_its_mode(run: Run, story: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("old", "utf-8")
    target.chmod(0o640)
    status, out, _ = run("check", story, "--format", "jsonl", "--output", target)
    assert (status, out) == (0, "")
    assert json.loads(target.read_text("utf-8"))["schema"] == 1
    assert target.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.jsonl", "story.txt"]


def test_output_through_a_link_leaves_the_link(run: Run, story: Path, tmp_path: Path) -> None:
    (tmp_path / "real.jsonl").write_text("", "utf-8")
    link = tmp_path / "link.jsonl"
    link.symlink_to("real.jsonl")
    run("check", story, "--format", "jsonl", "--output", link)
    assert link.is_symlink()
    assert (tmp_path / "real.jsonl").read_text("utf-8")


def test_output_may_be_a_device(run: Run, story: Path) -> None:
    assert run("check", story, "--output", os.devnull) == (0, "", "")


@pytest.mark.parametrize(
    ("kill", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGKILL, -9)]
)
def test_a_run_cut_short_leaves_the_old_file(tmp_path: Path, kill: signal.Signals, status: int) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("old", "utf-8")
    heard = None if kill == signal.SIGKILL else partial(signal.signal, kill, signal.SIG_DFL)  # under ``nohup``, too
    process = started("check", "-", "--format", "jsonl", "--output", target, preexec_fn=heard)
    assert process.stdin
    process.stdin.write('{"id": "1", "text": "The council met."}\n')
    process.stdin.flush()
    deadline = time.monotonic() + 30
    while not list(tmp_path.glob(".out.jsonl.*")) and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(kill)
    _, err = process.communicate(timeout=30)
    assert process.returncode == status
    assert "Traceback" not in err
    assert target.read_text("utf-8") == "old"
    assert bool(list(tmp_path.glob(".out.jsonl.*"))) == (kill == signal.SIGKILL)


@pytest.mark.parametrize("kill", [signal.SIGTERM, signal.SIGKILL])
def test_a_run_that_is_killed_leaves_no_process_behind(kill: signal.Signals) -> None:
    process = started("check", "-", "--format", "jsonl", "--jobs", "2")
    assert process.stdin
    assert process.stdout
    row = json.dumps({"text": "The council met. " * 4_000}) + "\n"
    process.stdin.write(row * 20)
    process.stdin.flush()
    assert process.stdout.readline()
    process.send_signal(kill)
    process.communicate(timeout=30)  # whoever is left holds standard output open
    assert process.returncode == (143 if kill == signal.SIGTERM else -kill)


def test_a_run_is_cut_short_in_the_middle_of_an_answer() -> None:
    script = """
from factcheck.commands import jobs
from factcheck.document import Document

reports = jobs.in_order((Document("x" * 70_000) for _ in range(12)), lambda _: "x" * (16 << 20), 2)
next(reports)
reports.close()
"""
    assert subprocess.run([sys.executable, "-c", script], timeout=60, check=False).returncode == 0


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="a terminal sends Ctrl-C to a group of processes on Unix")
def test_ctrl_c_ends_several_processes_without_a_word() -> None:
    process = started("check", "-", "--format", "jsonl", "--jobs", "3", start_new_session=True)
    assert process.stdin
    assert process.stdout
    process.stdin.write((json.dumps({"text": "\n" * 60_000}) + "\n") * 20)
    process.stdin.flush()
    assert process.stdout.readline()
    time.sleep(0.5)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does; a process that waits for work hears it as well
    _, err = process.communicate(timeout=30)
    assert (process.returncode, err.strip()) == (130, "")


def test_a_ctrl_c_that_python_drops_in_a_finalizer_is_heard() -> None:
    lost = """
import signal, time
from factcheck import cli, commands

class Last:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)

def rules(**options):
    Last()
    time.sleep(90)

commands.rules = rules
cli.main(["rules"])
"""
    done = subprocess.run([sys.executable, "-c", lost], capture_output=True, check=False, text=True, timeout=60)
    assert (done.returncode, done.stderr.strip()) == (130, "")


def test_ctrl_c_is_heard_while_the_run_begins() -> None:
    early = """
import runpy, signal, sys

class Finder:
    def find_spec(self, name, *_):
        if name == "click":
            signal.raise_signal(signal.SIGINT)

sys.meta_path.insert(0, Finder())
runpy.run_module("factcheck", run_name="__main__")
"""
    done = subprocess.run([sys.executable, "-c", early], capture_output=True, check=False, text=True)
    assert (done.returncode, done.stderr) == (130, "")


def test_what_was_left_for_the_end_of_a_run_is_done_before_it_leaves() -> None:
    late = """
import atexit, sys
from factcheck import cli
from factcheck.__main__ import main

def run(**_):
    atexit.register(print, "put away", end="")
    sys.exit(1)

cli.main = run
main()
"""
    done = subprocess.run([sys.executable, "-c", late], capture_output=True, check=False, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (1, "put away", "")


def test_a_fault_of_our_own_is_one_line_and_status_2() -> None:
    broken = "from factcheck import cli, commands; commands.rules = lambda **_: 1 / 0; cli.main(['rules'])"
    done = subprocess.run([sys.executable, "-c", broken], capture_output=True, check=False, text=True)
    assert done.returncode == 2
    assert done.stderr == "factcheck: a fault of factcheck, please report it: ZeroDivisionError: division by zero\n"


def test_a_reader_that_goes_away_ends_the_run_quietly(story: Path) -> None:
    process = started("check", *[story] * 2000, "--format", "jsonl")
    assert process.stdout
    assert process.stderr
    assert process.stdin
    process.stdin.close()
    assert json.loads(process.stdout.readline())["schema"] == 1
    process.stdout.close()
    assert process.stderr.read() == ""
    assert process.wait(timeout=30) == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_one_line_and_status_2(story: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "factcheck", "check", str(story)], stdout=full, stderr=subprocess.PIPE, check=False, text=True
        )
    assert done.returncode == 2
    assert "No space left" in done.stderr
    assert one_line(done.stderr)


def test_an_encoding_that_lacks_a_letter_stops_nothing(tmp_path: Path) -> None:
    story = tmp_path / "서울.txt"
    story.write_text("서울\n\nThe “council” met 12 times — 평양.\n", "utf-8")
    narrow = {**os.environ, "PYTHONIOENCODING": "ascii"}
    for arguments in (["extract"], ["check", "--verbose"], ["check", "--format", "json"]):
        done = finished(*arguments, story, env=narrow)
        assert (done.returncode, done.stderr) == (0, "")
    assert "서울" in json.loads(done.stdout)["documents"][0]["document"]["path"]


def test_nothing_is_said_on_standard_error_when_all_is_well(story: Path) -> None:
    assert finished("check", story).stderr == ""


@pytest.mark.parametrize("command", ["check", "extract", "rules", "explain", "test"])
def test_each_command_s_help_has_an_example(run: Run, command: str) -> None:
    status, out, _ = run(command, "--help")
    assert status == 0
    assert f"  factcheck {command}" in out.partition("Examples:")[2]


def test_the_version_is_the_project_s(run: Run) -> None:
    import tomllib

    project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text("utf-8"))["project"]
    assert run("--version")[1] == f"factcheck {project['version']}\n"


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_stop_nothing(run: Run, tmp_path: Path, day: str) -> None:
    path = tmp_path / "story.txt"
    path.write_text("It rose on Tuesday and last week, and next year by 5 men on May 3.\n")
    assert run("check", path, "--published", day)[0] == 0


def test_a_fault_of_ours_in_one_document_costs_the_others_nothing(
    run: Run, story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "z.txt"
    other.write_text("The choir has 40 singers.\n")
    real = check_document

    def falling(document: Document, rules: Sequence[Any]) -> Report:
        if document.path == str(story):
            raise ZeroDivisionError("division by zero")
        return real(document, rules)

    monkeypatch.setattr(runs, "check_document", falling)
    status, out, err = run("check", story, other, "--format", "jsonl")
    assert status == 2
    assert ["error" in json.loads(line) for line in out.splitlines()] == [True, False]
    assert one_line(err)
    assert "ZeroDivisionError" in err
