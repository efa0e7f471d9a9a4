"""A run as a newsroom sets it up: settings, dismissals, baseline, several outputs, several processes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck import extras
from factcheck.cli import main
from factcheck.commands import paths

SLIP = "The fire stopped 60km (73 miles) from the coast."
RULE = "measure/conversion-off"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in a folder of its own, which holds one story with a slip."""
    monkeypatch.chdir(tmp_path)
    Path("story.md").write_text(f"{SLIP}\n", "utf-8")

    def running(*arguments: str) -> tuple[int, str, str]:
        status = main(list(arguments), prog_name="factcheck", standalone_mode=False)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return running


def settings(text: str, name: str = "factcheck.toml") -> None:
    Path(name).write_text(text, "utf-8")


# --- settings


@pytest.mark.parametrize(
    ("name", "head"), [("factcheck.toml", ""), ("pyproject.toml", "[tool.factcheck]\n")], ids=["own file", "pyproject"]
)
def test_the_nearest_settings_are_obeyed(run: Run, name: str, head: str) -> None:
    assert run("check", "story.md")[0] == 1
    settings(f'{head}ignore = ["measure"]\n', name)
    assert run("check", "story.md")[0] == 0
    assert run("check", "story.md", "--isolated")[0] == 1
    assert run("check", "story.md", "--ignore", "money")[0] == 1  # the command line goes before


def test_a_folder_that_is_gone_while_a_run_stands_in_it_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    story = Path("story.md").resolve()
    Path("gone").mkdir()
    monkeypatch.chdir("gone")
    Path("../gone").rmdir()
    status, _, err = run("check", str(story))
    assert (status, err) == (2, "the current folder is no longer there\n")
    assert run("check", str(story), "--isolated")[0] == 1


def test_settings_hold_in_folders_below(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    settings('fail-on = "never"\n')
    Path("below").mkdir()
    monkeypatch.chdir("below")
    assert run("check", "../story.md")[0] == 0


def test_paths_have_rules_of_their_own(run: Run) -> None:
    Path("opinion").mkdir()
    Path("opinion/piece.md").write_text(f"{SLIP}\n", "utf-8")
    settings('[[paths]]\nmatch = ["opinion/*"]\nignore = ["measure"]\n')
    reports = [json.loads(line) for line in run("check", "story.md", "opinion", "--format", "jsonl")[1].splitlines()]
    assert [len(report["findings"]) for report in reports] == [1, 0]


def test_paths_may_leave_out_rules_for_tables(run: Run) -> None:
    settings('[[paths]]\nmatch = ["*"]\nignore = ["table/parts-off-total"]\n')
    status, out, _ = run("check", "story.md", "--format", "jsonl")
    assert (status, len(json.loads(out)["findings"])) == (1, 1)


def test_paths_are_told_from_the_folder_of_the_settings(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("opinion").mkdir()
    Path("opinion/piece.md").write_text(f"{SLIP}\n", "utf-8")
    settings('[[paths]]\nmatch = ["opinion/*"]\nignore = ["measure"]\n')
    monkeypatch.chdir("opinion")
    assert run("check", "piece.md")[0] == 0


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("\nignor = []\n", 2, "unknown key ignor; did you mean ignore?"),
        ('fail-on = "sometimes"\n', 1, "must be one of error, warning, note, never"),
        ('[[dismiss]]\nrule = "money"\n', 1, "reason is missing"),
        ('[[dismiss]]\nreason = "no matter"\n', 1, "needs a rule, a path, a quote or a fingerprint"),
        ('home = "US"\n[[paths]]\nignore = ["money"]\n', 2, "match is missing"),
        ("ignore = [\n", 1, "not TOML"),
        ('home = "United States"\n', 1, "home must be the two letters of a country, such as US or GB"),
        ('[[paths]]\nmatch = [""]\n', 2, "match must be a list of texts"),
        ('encoding = "utf-9"\n', 1, "encoding must be the name of a text encoding"),
    ],
)
def test_wrong_settings_are_told_by_file_and_line(run: Run, text: str, line: int, words: str) -> None:
    settings(text)
    status, out, err = run("check", "story.md")
    assert (status, out) == (2, "")
    assert f"factcheck.toml:{line}: " in err
    assert words in err


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('ignore = ["monny"]\n', 1),
        ('home = "US"\nselect = ["monny"]\n', 2),
        ('[[paths]]\nmatch = ["*.md"]\nignore = ["monny"]\n', 3),
        ('[[dismiss]]\nrule = "monny"\nreason = "x"\n', 1),
    ],
)
def test_a_misspelt_rule_in_the_settings_is_told(run: Run, text: str, line: int) -> None:
    settings(text)
    status, _, err = run("check", "story.md")
    assert status == 2
    assert f"factcheck.toml:{line}: no rule is called 'monny'" in err
    assert "did you mean money" in err


def test_a_bare_sign_is_at_home_where_the_settings_say(run: Run) -> None:
    Path("deal.txt").write_text("The port costs $9 million in all.\n", "utf-8")
    for home, unit in (("CA", "CAD"), ("US", "USD")):
        settings(f'home = "{home}"\n')
        report = json.loads(run("extract", "deal.txt", "--format", "jsonl")[1])
        assert report["claims"][0]["unit"] == unit


@pytest.mark.parametrize(
    ("pattern", "fitting"),
    [
        ("opinion/*", {"opinion/a.md"}),
        ("opinion/**", {"opinion/a.md", "opinion/old/b.md"}),
        ("opinion/", {"opinion/a.md", "opinion/old/b.md"}),
        ("opinion/**/b.md", {"opinion/old/b.md"}),
        ("**/old/*", {"opinion/old/b.md"}),
        ("old/*", {"opinion/old/b.md"}),
        ("*.md", {"opinion/a.md", "opinion/old/b.md", "story.md"}),
        ("./story.md", {"story.md"}),
        ("/desk/opinion/*", {"opinion/a.md"}),
        ("/desk/**", {"opinion/a.md", "opinion/old/b.md", "story.md"}),
        ("desk/**", set()),
        ("opinion", set()),
    ],
)
@pytest.mark.parametrize("given", ["/desk/{name}", "/desk/./{name}", "/desk/opinion/../{name}"])
def test_a_pattern_is_seen_from_the_folder_of_the_settings(pattern: str, fitting: set[str], given: str) -> None:
    names = ("opinion/a.md", "opinion/old/b.md", "story.md")
    assert {name for name in names if paths.fits(given.format(name=name), pattern, Path("/desk"))} == fitting


@pytest.mark.parametrize(
    "way", ['[[paths]]\nmatch = ["opinion/**"]\nignore = ["measure"]', '[[dismiss]]\npath = "opinion/**"\nreason = "x"']
)
@pytest.mark.parametrize("given", [".", "{here}"])
def test_a_pattern_means_the_same_files_wherever_it_stands_and_however_they_are_given(run: Run, way: str, given: str) -> None:
    Path("opinion/old").mkdir(parents=True)
    Path("opinion/old/b.md").write_text(f"{SLIP}\n", "utf-8")
    settings(f"{way}\n")
    out = run("check", given.format(here=Path.cwd()), "--format", "jsonl")[1]
    assert [len(json.loads(line)["findings"]) for line in out.splitlines()] == [0, 1]


# --- dismissals


def test_a_dismissal_in_the_settings_takes_a_finding_out_and_keeps_its_reason(run: Run) -> None:
    settings(f'[[dismiss]]\nrule = "{RULE}"\nquote = "73 miles"\nreason = "the survey measured both"\n')
    status, out, err = run("check", "story.md", "--format", "jsonl")
    report = json.loads(out)
    assert (status, report["findings"], err) == (0, [], "")
    assert [(gone["reason"], gone["where"]) for gone in report["dismissed"]] == [
        ("the survey measured both", f"{Path('factcheck.toml').resolve()}:1")
    ]
    assert report["dismissed"][0]["finding"]["rule"] == RULE


def test_a_dismissal_that_is_not_needed_is_told(run: Run) -> None:
    settings('[[dismiss]]\nquote = "74 miles"\nreason = "the survey measured both"\n')
    status, _, err = run("check", "story.md")
    assert status == 1
    assert "factcheck.toml:1: nothing was found that this dismisses" in err


@pytest.mark.parametrize(
    ("dismissal", "arguments"),
    [
        ('path = "other/*"', ()),
        (f'rule = "{RULE}"', ("--select", "money")),
        ('rule = "table/*"', ()),
    ],
    ids=["another file's", "a rule that is not asked", "for tables"],
)
def test_a_dismissal_that_nothing_was_looked_for_to_need_is_not_told(
    run: Run, dismissal: str, arguments: tuple[str, ...]
) -> None:
    settings(f'[[dismiss]]\n{dismissal}\nreason = "the survey measured both"\n')
    assert run("check", "story.md", *arguments)[2] == ""


def test_a_comment_for_a_rule_that_is_not_asked_is_not_told(run: Run) -> None:
    Path("story.md").write_text(f"{SLIP} <!-- factcheck: ignore {RULE}: no matter -->\n", "utf-8")
    assert run("check", "story.md", "--select", "money")[::2] == (0, "")


@pytest.mark.parametrize("place", ["{comment}\n{slip}\n", "{comment}\n\n{slip}\n", "{slip} {comment}\n"])
def test_a_comment_dismisses_what_stands_in_its_paragraph_or_below_it(run: Run, place: str) -> None:
    comment = f"<!-- factcheck: ignore {RULE}: the survey measured both -->"
    Path("story.md").write_text(place.format(comment=comment, slip=SLIP), "utf-8")
    assert run("check", "story.md")[0] == 0


@pytest.mark.parametrize(
    ("comment", "words"),
    [
        (f"<!-- factcheck: ignore {RULE} -->", "the reason is wanted"),
        ("<!-- factcheck: ignore measure/conversion-of: no matter -->", "did you mean measure/conversion-off?"),
        ("<!-- factcheck: ignore money: no matter -->", "nothing was found that this dismisses"),
        (f"<!-- factcheck: ignore {RULE}: no matter -->\n\nA paragraph between.", "nothing was found that this dismisses"),
    ],
)
def test_a_comment_that_dismisses_nothing_is_told_and_the_finding_stays(run: Run, comment: str, words: str) -> None:
    Path("story.md").write_text(f"{comment}\n\n{SLIP}\n", "utf-8")
    status, _, err = run("check", "story.md")
    assert status == 1
    assert "story.md:1: " in err
    assert words in err


@pytest.mark.parametrize(
    "comments",
    [
        "<!-- factcheck: ignore " * 20_000,
        f"<!-- factcheck: {' ' * 100_000}x -->",
        f"<!-- factcheck: ignore {'a ' * 50_000}-->",
        f"<!-- factcheck: ignore{' ' * 100_000}-->",
        "<!-- factcheck: ignore a: b -->\n" * 5_000,
    ],
    ids=["never closed", "blanks", "no reason", "no rule", "many"],
)
def test_comments_without_an_end_take_no_time(run: Run, comments: str) -> None:
    Path("story.md").write_text(f"{SLIP}\n\n{comments}", "utf-8")
    started = time.process_time()
    status, _, err = run("check", "story.md")
    assert time.process_time() - started < 5
    assert status == 1
    assert len(err.splitlines()) < 110


@pytest.mark.parametrize(
    "code", ["```\n{}\n```\n\n", "    {}\n\n", "> ~~~html\n> {}\n> ~~~\n\n", "\u00ad\n\n```\n{}\n```\n\n", "`{}` "]
)
def test_a_comment_in_code_is_code(run: Run, code: str) -> None:
    comment = code.format(f"<!-- factcheck: ignore {RULE}: no matter -->")
    Path("story.md").write_text(f"{comment}{SLIP}\n", "utf-8")
    assert run("check", "story.md")[::2] == (1, "")


def test_words_like_a_comment_in_plain_text_are_prose(run: Run) -> None:
    Path("story.txt").write_text(f"<!-- factcheck: ignore {RULE}: no matter --> {SLIP}\n", "utf-8")
    assert run("check", "story.txt")[::2] == (1, "")


# --- baseline


def test_a_baseline_leaves_out_what_is_known_and_shrinks_by_itself(run: Run) -> None:
    assert run("check", "story.md", "--baseline", "known.json")[0] == 2  # there is none yet
    assert run("check", "story.md", "--baseline", "known.json", "--update-baseline")[0] == 0
    assert len(json.loads(Path("known.json").read_text("utf-8"))["findings"]) == 1
    Path("story.md").write_text(f"A new paragraph.\n\n{SLIP}\n", "utf-8")
    assert run("check", "story.md", "--baseline", "known.json")[0] == 0
    Path("story.md").write_text(f"{SLIP.replace('73', '75')}\n", "utf-8")
    status, _, err = run("check", "story.md", "--baseline", "known.json")
    assert status == 1
    assert "1 no longer found" in err
    assert json.loads(Path("known.json").read_text("utf-8"))["findings"] == []


def test_a_baseline_keeps_what_was_not_looked_at(run: Run) -> None:
    run("check", "story.md", "--baseline", "known.json", "--update-baseline")
    Path("other.md").write_text("A quiet day.\n", "utf-8")
    before = Path("known.json").read_bytes()
    assert run("check", "other.md", "--baseline", "known.json")[0] == 0
    assert Path("known.json").read_bytes() == before


@pytest.mark.parametrize("way", ["select", "ignore", "paths", "unreadable"])
def test_a_baseline_keeps_what_was_not_looked_for(run: Run, way: str) -> None:
    rows = [json.dumps({"id": "1", "text": SLIP}), json.dumps({"id": "2", "text": SLIP.replace("73", "74")})]
    Path("wire.jsonl").write_text("\n".join(rows), "utf-8")
    run("check", "wire.jsonl", "--baseline", "known.json", "--update-baseline")
    before = Path("known.json").read_bytes()
    assert before.count(b"fingerprint") == 2
    if way == "paths":
        settings('[[paths]]\nmatch = ["*.jsonl"]\nignore = ["measure"]\n')
    elif way == "unreadable":
        Path("wire.jsonl").write_text(f"{rows[0]}\n{{", "utf-8")
    arguments = {"select": ("--select", "money"), "ignore": ("--ignore", "measure")}.get(way, ())
    status, _, err = run("check", "wire.jsonl", "--baseline", "known.json", *arguments)
    assert status == (2 if way == "unreadable" else 0)
    assert "no longer found" not in err
    assert Path("known.json").read_bytes() == before


def test_a_baseline_shrinks_however_a_path_is_written(run: Run) -> None:
    run("check", "story.md", "--baseline", "known.json", "--update-baseline")
    Path("story.md").write_text("A quiet day.\n", "utf-8")
    assert "1 no longer found" in run("check", "./story.md", "--baseline", "known.json")[2]


@pytest.mark.parametrize("text", ["{", "[]", '{"findings": [1]}', '{"findings": [{"fingerprint": 1}]}', ""])
def test_what_is_no_baseline_is_told(run: Run, text: str) -> None:
    Path("known.json").write_text(text, "utf-8")
    status, _, err = run("check", "story.md", "--baseline", "known.json")
    assert (status, err) == (2, "known.json: not a baseline of factcheck\n")


# --- outputs


def test_several_outputs_in_one_run_are_those_of_single_runs(run: Run) -> None:
    names = ("github", "gitlab", "json", "jsonl", "junit", "markdown", "sarif")
    alone = {name: run("check", "story.md", "--format", name)[1] for name in names}
    status, out, _ = run("check", "story.md", *(part for name in names for part in ("--format", f"{name}=out.{name}")))
    assert (status, out) == (1, "")
    assert {name: Path(f"out.{name}").read_text("utf-8") for name in names} == alone


@pytest.mark.parametrize(
    "arguments",
    [
        ("--format", "json", "--format", "jsonl"),
        ("--format", "json=a", "--format", "jsonl=a"),
        ("--format", "json=a", "--format", "jsonl=./a"),
        ("--format", "json=/dev/stdout", "--format", "jsonl"),
        ("--format", "json=a", "--output", "b"),
    ],
)
def test_two_outputs_need_two_places(run: Run, arguments: tuple[str, ...]) -> None:
    status, _, err = run("check", "story.md", *arguments)
    assert status == 2
    assert "format" in err
    assert not Path("a").exists()


@pytest.mark.parametrize("arguments", [("check",), ("extract",), ("check", "--format", "github", "--format", "json=./link.md")])
def test_an_output_never_takes_the_place_of_what_is_read(run: Run, arguments: tuple[str, ...]) -> None:
    Path("link.md").symlink_to("story.md")
    named = () if "json=./link.md" in arguments else ("--output", "./story.md")
    status, out, err = run(*arguments, "story.md", *named)
    assert (status, out) == (2, "")
    assert "is to be read" in err
    assert Path("story.md").read_text("utf-8") == f"{SLIP}\n"


@pytest.mark.parametrize("arguments", [("check",), ("extract",)])
def test_an_output_never_takes_the_place_of_what_a_folder_holds(run: Run, arguments: tuple[str, ...]) -> None:
    status, out, err = run(*arguments, ".", "--output", "story.md")
    assert (status, out) == (2, "")
    assert "is to be read" in err
    assert Path("story.md").read_text("utf-8") == f"{SLIP}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "a.docx", "--annotate", "b.docx", "--output", "b.docx"),
        ("check", "a.docx", "--annotate", "b.docx", "--format", "html=./b.docx"),
        ("check", "a.docx", "--annotate", "known.json", "--baseline", "known.json"),
        ("check", "story.md", "--baseline", "known.json", "--update-baseline", "--output", "known.json"),
        ("check", "story.md", "--output", "factcheck.toml"),
        ("check", "story.md", "--format", "sarif=known.json"),
        ("extract", "story.md", "--output", "factcheck.toml"),
        ("table", "t.csv", "--map", "map.toml", "--output", "map.toml"),
        ("table", "t.csv", "--suggest", "--output", "factcheck.toml"),
    ],
    ids=" ".join,
)
def test_an_output_takes_the_place_of_nothing_that_the_run_reads_or_keeps(run: Run, arguments: tuple[str, ...]) -> None:
    settings('baseline = "known.json"\n')
    Path("known.json").write_text('{"findings": []}', "utf-8")
    Path("map.toml").write_text("", "utf-8")
    before = {path.name: path.read_bytes() for path in Path().iterdir()}
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert "its own part in this run" in err or "extra" in err
    assert {path.name: path.read_bytes() for path in Path().iterdir()} == before


def test_an_output_may_stand_again_in_a_folder_where_it_is_not_read(run: Run) -> None:
    arguments = ("check", ".", "--format", "sarif=found.sarif", "--format", "json=.found.json", "--fail-on", "never")
    assert [run(*arguments)[0] for _ in range(2)] == [0, 0]


def test_an_output_that_cannot_be_written_is_told_and_the_others_stay_as_they_were(run: Run) -> None:
    Path("old.json").write_text("old", "utf-8")
    status, _, err = run("check", "story.md", "--format", "json=old.json", "--format", "sarif=no/such/folder.sarif")
    assert status == 2
    assert "no such folder" in err
    assert Path("old.json").read_text("utf-8") == "old"


# --- processes


def test_several_processes_give_the_same_bytes(run: Run) -> None:
    Path("many").mkdir()
    for number in range(40):
        Path(f"many/{number}.md").write_text(f"# Fire {number}\n\n{SLIP}\n\nCrews saved {number} homes.\n", "utf-8")
    Path("many/broken.md").write_bytes(b"\xff\xff")
    alone = run("check", "many", "--format", "jsonl")
    assert alone[0] == 2
    assert run("check", "many", "--format", "jsonl", "--jobs", "3") == alone


@pytest.mark.skipif(not hasattr(os, "fork"), reason="signals of this kind are a matter of Unix")
def test_a_run_cut_short_leaves_a_good_file_in_place(tmp_path: Path) -> None:
    good = tmp_path / "good.json"
    good.write_text("good", "utf-8")
    command = [sys.executable, "-m", "factcheck", "check", "-", "--format", f"json={good}", "--format", "jsonl"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps({"text": SLIP}) + "\n")
    process.stdin.write(json.dumps({"text": SLIP}) + "\n")
    process.stdin.flush()
    process.stdout.readline()
    process.kill()
    process.communicate()
    assert good.read_text("utf-8") == "good"


# --- tables


TABLE = "id,killed,injured,total\n" + "".join(f"q{n},{n},{n + 1},{2 * n + 1}\n" for n in range(1, 40)) + "q40,40,41,91\n"


@pytest.fixture
def table() -> Path:
    """Write a table in which one total is wrong, in the folder of the run."""
    pytest.importorskip("duckdb", reason="tables are read by DuckDB, which the extra [data] brings")
    Path("table.csv").write_text(TABLE, "utf-8")
    return Path("table.csv")


def last(out: str) -> dict[str, int]:
    summary: dict[str, int] = json.loads(out.splitlines()[-1])["summary"]
    return summary


def test_a_table_s_findings_are_dismissed_and_counted_as_a_story_s_are(run: Run, table: Path) -> None:
    status, out, _ = run("table", str(table), "--format", "jsonl")
    assert (status, last(out)["rows_with_findings"]) == (1, 1)
    settings('[[dismiss]]\nrule = "table/parts-off-total"\nquote = "91"\nreason = "ten were counted later"\n')
    status, out, err = run("table", str(table), "--format", "jsonl")
    assert (status, last(out)["rows_with_findings"], last(out)["dismissed"], err) == (0, 0, 1, "")
    assert len(out.splitlines()) == 1
    assert "40 rows, 0 findings, 1 dismissed; " in run("table", str(table))[1]


@pytest.mark.parametrize("path", ["table.csv", ".", "*.csv"])
def test_an_output_never_takes_the_place_of_a_table(run: Run, table: Path, path: str) -> None:
    before = table.read_bytes()
    for option in (("--output", table.name), ("--format", f"json={table.name}"), ("--suggest", "--output", table.name)):
        status, _, err = run("table", path, *option)
        assert (status, table.read_bytes()) == (2, before)
        assert "is to be read" in err


@pytest.mark.parametrize(("match", "status"), [("*.csv", 0), ("other/*", 1)])
def test_paths_have_rules_of_their_own_for_tables_too(run: Run, table: Path, match: str, status: int) -> None:
    settings(f'[[paths]]\nmatch = ["{match}"]\nignore = ["table"]\n')
    assert run("table", table.name)[0] == status


def test_a_table_has_a_baseline_too(run: Run, table: Path) -> None:
    assert run("table", str(table), "--baseline", "known.json", "--update-baseline")[0] == 0
    assert ", 0 findings, 1 dismissed; " in run("table", str(table), "--baseline", "known.json")[1]
    table.write_text(TABLE.replace("91", "81"), "utf-8")
    assert "1 no longer found" in run("table", str(table), "--baseline", "known.json")[2]


def test_what_the_settings_dismiss_in_a_table_is_not_taken_into_its_baseline(run: Run, table: Path) -> None:
    settings('[[dismiss]]\npath = "*.csv"\nrule = "table/parts-off-total"\nreason = "ten were counted later"\n')
    status, _, err = run("table", ".", "--baseline", "known.json", "--update-baseline")
    assert (status, err) == (0, "")
    assert json.loads(Path("known.json").read_text("utf-8"))["findings"] == []


def test_stories_and_tables_that_share_a_file_and_a_baseline_leave_each_other_s_entries(run: Run, table: Path) -> None:
    Path("wire.jsonl").write_text(json.dumps({"id": "1", "text": SLIP}), "utf-8")
    run("check", "wire.jsonl", "--baseline", "known.json", "--update-baseline", "--select", "story", "--select", RULE)
    before = Path("known.json").read_bytes()
    run("table", "wire.jsonl", "--baseline", "known.json", "--select", "table")
    assert before.count(b"fingerprint") == 1
    assert Path("known.json").read_bytes() == before


@pytest.mark.parametrize("name", ["github", "gitlab", "junit", "markdown", "sarif"])
def test_build_servers_are_told_a_record_s_line(run: Run, table: Path, name: str) -> None:
    status, out, _ = run("table", str(table), "--format", name)
    assert status == 1
    assert "table/parts-off-total" in out
    assert "41" in out


# --- extras that are not installed


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["check", "story.md", "--format", "html"], "html needs the extra desk (missing: starlette, uvicorn, jinja2)"),
        (["desk"], "the desk needs the extra desk (missing: starlette, uvicorn, jinja2)"),
        (["check", "draft.docx", "--annotate", "out.docx"], "--annotate needs the extra docx (missing: python-docx)"),
        (["table", "rows.csv"], "a table needs the extra data (missing: duckdb, pyarrow)"),
        (["table", "rows.csv", "--engine", "spark"], "a table needs the extra spark (missing: duckdb, pyarrow, pandas, pyspark)"),
    ],
)
def test_what_an_extra_would_bring_is_said(run: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str], says: str) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda module: None)
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert f"{says}: pip install 'factcheck[" in err


# --- files that no newsroom writes


ENDLESS = pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no /dev/zero on this system")


@ENDLESS
@pytest.mark.parametrize("option", ["--config", "--baseline"])
def test_a_file_without_an_end_is_told(run: Run, option: str) -> None:
    status, out, err = run("check", "story.md", option, "/dev/zero")
    assert (status, out) == (2, "")
    assert re.fullmatch(r"/dev/zero: .*more than [\d,]+ bytes\n", err)


@pytest.mark.parametrize("text", [f"{'.'.join(['a'] * 100_000)} = 1\n", f"a = {'[' * 100_000}\n"], ids=["dots", "brackets"])
def test_settings_that_are_nested_without_an_end_are_told(run: Run, text: str) -> None:
    settings(text)
    status, out, err = run("check", "story.md")
    assert (status, out) == (2, "")
    assert "nested too deep" in err


@pytest.mark.parametrize(
    ("text", "status", "err"),
    [
        ("tool = 5 # tool.factcheck\n", 1, ""),
        ("[tool]\nfactcheck = 5 # tool.factcheck\n", 2, "pyproject.toml:2: factcheck must be a table"),
    ],
)
def test_a_project_whose_tools_are_no_tables_is_told(run: Run, text: str, status: int, err: str) -> None:
    settings(text, "pyproject.toml")
    done = run("check", "story.md", "--config", "pyproject.toml")
    assert (done[0], done[2].partition("\n")[0]) == (status, err)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--home", "United States"),
        ("--format", "sarif="),
        *((option, "") for option in ("--home", "--annotate", "--output", "--baseline", "--config", "--rules")),
    ],
)
def test_an_option_that_a_script_left_empty_or_misspelt_is_told(run: Run, option: str, value: str) -> None:
    status, out, err = run("check", "story.md", option, value)
    assert (status, out) == (2, "")
    assert option in err


def test_a_home_may_be_written_small(run: Run) -> None:
    Path("deal.txt").write_text("The port costs $9 million in all.\n", "utf-8")
    assert json.loads(run("extract", "deal.txt", "--format", "jsonl", "--home", "ca")[1])["claims"][0]["unit"] == "CAD"
