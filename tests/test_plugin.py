"""Examples as tests: what fails and how it reads, in pytest and without it."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType

import pytest

import factcheck
from factcheck import rules, testing
from factcheck.document import Document, Span
from factcheck.findings import Check, Finding, Place
from factcheck.report import Report
from factcheck.rules import Rule, RuleError
from factcheck.testing import run
from factcheck.testing.cases import ExampleResult

pytest_plugins = ["pytester"]

PLUGIN = () if entry_points(group="pytest11", name="factcheck") else ("-p", "factcheck.testing")
RULE = """\
title    = "More dead than casualties"
holds    = "killed <= casualties"
severity = "error"
message  = "{killed} killed, but only {casualties} casualties"
why      = "The dead are among the casualties."
[claims]
killed     = { role = "killed" }
casualties = { role = "casualties" }
[[bad]]
text = "[[90]] dead, [[80]] casualties"
says = "90 killed, but only 80 casualties"
[[bad]]
text = "It says [[70]] dead, [[60]] casualties"
says = "70 killed, but only 60 casualties"
[[good]]
text = "About 90 dead, 89 casualties"
without = "About"
[[good]]
text = "5 dead, 6 casualties"
"""
STORY = re.compile(r"(?P<about>About )?(?P<killed>\d+) dead, (?P<casualties>\d+) casualties")
Write = Callable[..., Path]


def counting(
    text: str, *, published: dt.date | None = None, headline: str | None = None, rules: Sequence[Rule] | None = None
) -> Report:
    """A checker as simple as can be: two figures in a row, and rules that are told apart by their names."""
    story = STORY.search(text)
    spans = [Span(*story.span(name)) for name in ("killed", "casualties")] if story else []
    first, second = (int(text[span.start : span.end]) for span in spans) if story else (0, 0)
    speaking = [rule for rule in rules or () if first > second and not (story and story["about"])]
    places = tuple(Place(span, label) for span, label in zip(spans, ("killed", "casualties"), strict=True))
    message = f"{first} killed, but only {second} casualties"
    found = tuple(Finding(rule.name, "error", message, f"{first} > {second}", places, ()) for rule in speaking)
    checks = () if found else (Check("x", "may hold", "", f"{first} <= {second}", ()),)
    return Report(Document(text), found, checks)


@pytest.fixture
def bundled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(rules, "BUNDLED", tmp_path / "bundled" / "rules")
    monkeypatch.setitem(vars(factcheck), "check", counting)
    path = tmp_path / "bundled" / "rules" / "tolls" / "dead-off-toll.toml"
    path.parent.mkdir(parents=True)
    path.write_text(RULE, "utf-8")
    return rules.BUNDLED


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def writing(text: str, name: str = "tolls/dead-off-toll.toml") -> Path:
        path = tmp_path / "rules" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return tmp_path / "rules"

    return writing


def only_problem(folder: Path) -> ExampleResult:
    problems = [result for result in run(folder) if result.problem is not None]
    assert len(problems) == 1, problems
    return problems[0]


# --- without pytest


def test_each_example_is_tried(bundled: Path) -> None:
    results = list(run(bundled))
    assert [(result.label, result.line, result.problem) for result in results] == [
        ("bad 1", 9, None),
        ("bad 2", 12, None),
        ("good 1", 15, None),
        ("good 2", 18, None),
    ]
    assert {result.path for result in results} == {bundled / "tolls" / "dead-off-toll.toml"}
    assert len(list(run(bundled / "tolls"))) == 4


def test_a_bad_example_must_give_its_finding(bundled: Path, write: Write) -> None:
    result = only_problem(write(RULE.replace("[[90]] dead", "[[79]] dead")))
    assert (result.label, result.problem) == ("bad 1", "expected one finding, got 0\n  may hold: 79 <= 80")


def test_a_bad_example_must_give_its_places(bundled: Path, write: Write) -> None:
    result = only_problem(write(RULE.replace("[[90]] dead", "[[90 dead]]")))
    assert result.problem == ("expected the places '90 dead' (0-7), '80' (9-11)\n     got the places '90' (0-2), '80' (9-11)")


def test_a_bad_example_must_say_its_message(bundled: Path, write: Write) -> None:
    result = only_problem(write(RULE.replace('says = "90 killed', 'says = "91 killed')))
    assert result.problem == (
        "expected the message: 91 killed, but only 80 casualties\n     got the message: 90 killed, but only 80 casualties"
    )


def test_a_good_example_must_stay_silent(bundled: Path, write: Write) -> None:
    result = only_problem(write(RULE.replace("5 dead, 6", "7 dead, 6")))
    assert result.label == "good 2"
    assert result.problem == (
        "expected no finding, got\n  tolls/dead-off-toll: 7 killed, but only 6 casualties\n    at '7' (0-1), '6' (8-9)\n    7 > 6"
    )


def test_the_word_that_saves_a_good_example_must_save_it(bundled: Path, write: Write) -> None:
    result = only_problem(write(RULE.replace("About 90 dead, 89", "About 88 dead, 89")))
    assert result.problem == ("expected a finding without 'About', got none\n  may hold: 88 <= 89\n  in: 88 dead, 89 casualties")


def test_no_other_rule_may_speak_unless_the_example_names_it(bundled: Path, write: Write) -> None:
    folder = write(RULE, "tolls/other.toml")
    problems = [result.problem for result in run(folder)]
    assert problems[2:] == [None, None]
    assert all(
        problem and problem.startswith("expected no other rule to speak but those under `also`, got\n  tolls/dead-off-toll:")
        for problem in problems[:2]
    )
    write(RULE.replace("says =", 'also = ["tolls/dead-off-toll"]\nsays ='), "tolls/other.toml")
    assert [result.problem for result in run(folder)] == [None] * 4


def test_a_broken_rule_stops_the_run(bundled: Path, write: Write) -> None:
    with pytest.raises(RuleError, match="unknown key holdz"):
        list(run(write(RULE.replace("holds ", "holdz "))))


def test_the_lexicons_examples_are_tests(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def check(name: str, entry_name: str, entry: dict[str, object], text: str, marks: tuple[Span, ...]) -> str | None:
        asked.append((name, entry_name, entry.get("pint"), text, marks))
        return "no unit found" if entry_name == "foot" else None

    examples = ModuleType("factcheck.testing.words")
    monkeypatch.setattr(examples, "check", check, raising=False)
    monkeypatch.setitem(sys.modules, "factcheck.testing.words", examples)
    monkeypatch.setattr(testing, "words", examples, raising=False)
    folder = tmp_path / "lexicon"
    folder.mkdir()
    (folder / "units.toml").write_text(
        '[mile]\npint = "mile"\nexamples = ["It is [[5 miles]] off.", "[[1 mile]]"]\n[foot]\nexamples = ["[[2 feet]]", "[[3"]\n'
    )
    results = [(result.label, result.line, result.problem) for result in run(folder)]
    assert results == [
        ("mile 1", 3, None),
        ("mile 2", 3, None),
        ("foot 1", 5, "no unit found"),
        ("foot 2", 5, "[[ and ]] do not pair: [[3"),
    ]
    assert asked[0] == ("units", "mile", "mile", "It is 5 miles off.", (Span(6, 13),))


def test_a_broken_lexicon_stops_the_run(tmp_path: Path) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "units.toml").write_text("[mile\n")
    with pytest.raises(RuleError, match=r"units.toml:1: not TOML"):
        list(run(tmp_path / "lexicon"))


# --- in pytest


@pytest.fixture
def newsroom(pytester: pytest.Pytester, bundled: Path) -> pytest.Pytester:
    pytester.makepyfile("def test_of_their_own(): pass")
    path = pytester.path / "rules" / "tolls" / "dead-off-toll.toml"
    path.parent.mkdir(parents=True)
    path.write_text(RULE, "utf-8")
    return pytester


def test_nothing_is_collected_unasked(newsroom: pytest.Pytester) -> None:
    newsroom.runpytest_inprocess(*PLUGIN).assert_outcomes(passed=1)
    newsroom.runpytest_inprocess(*PLUGIN, "rules").assert_outcomes()


def test_the_folder_comes_beside_what_was_asked_for(newsroom: pytest.Pytester) -> None:
    newsroom.runpytest_inprocess(*PLUGIN, "--factcheck", "rules").assert_outcomes(passed=5)
    newsroom.runpytest_inprocess(*PLUGIN, "--factcheck", "rules", "rules/tolls").assert_outcomes(passed=4)
    newsroom.runpytest_inprocess(*PLUGIN, "--factcheck", "rules", "-k", "own").assert_outcomes(passed=1, deselected=4)
    newsroom.makeini("[pytest]\ntestpaths = tests")
    (newsroom.path / "tests").mkdir()
    newsroom.runpytest_inprocess(*PLUGIN, "--factcheck", "rules").assert_outcomes(passed=4)


@pytest.mark.parametrize("folder", ["ruels", "rules/tolls/dead-off-toll.toml"])
def test_a_folder_that_is_none_is_told(newsroom: pytest.Pytester, folder: str) -> None:
    result = newsroom.runpytest_inprocess(*PLUGIN, "--factcheck", folder)
    assert result.ret is pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([f"*--factcheck: there is no folder *{folder}"])


def test_a_test_is_named_after_its_file_and_place(newsroom: pytest.Pytester) -> None:
    result = newsroom.runpytest_inprocess(*PLUGIN, "--factcheck", "rules", "-v")
    result.stdout.fnmatch_lines(
        ["rules/tolls/dead-off-toll.toml::bad 1 PASSED*", "rules/tolls/dead-off-toll.toml::good 2 PASSED*"]
    )
    name = "rules/tolls/dead-off-toll.toml::bad 2"
    newsroom.runpytest_inprocess(*PLUGIN, "--factcheck", "rules", name).assert_outcomes(passed=1)


def test_a_failure_reads_as_expected_and_got(newsroom: pytest.Pytester) -> None:
    path = newsroom.path / "rules" / "tolls" / "dead-off-toll.toml"
    path.write_text(RULE.replace("5 dead, 6", "7 dead, 6"), "utf-8")
    result = newsroom.runpytest_inprocess(*PLUGIN, "--factcheck", "rules")
    result.assert_outcomes(passed=4, failed=1)
    result.stdout.fnmatch_lines(["*dead-off-toll.toml:18: good 2: expected no finding, got", "    at '7' (0-1), '6' (8-9)"])
    assert "Traceback" not in result.stdout.str()
    assert "def runtest" not in result.stdout.str()


def test_a_broken_rule_is_an_error_of_its_file(newsroom: pytest.Pytester) -> None:
    path = newsroom.path / "rules" / "tolls" / "dead-off-toll.toml"
    path.write_text(RULE.replace("holds ", "holdz "), "utf-8")
    result = newsroom.runpytest_inprocess(*PLUGIN, "--factcheck", "rules")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(
        ["*dead-off-toll.toml:2: unknown key holdz; did you mean holds?", '    holdz    = "killed <= casualties"']
    )


def test_the_plug_in_imports_nothing_before_it_is_asked() -> None:
    code = "import sys, factcheck.testing; print(*sorted(name for name in sys.modules if name.startswith(('factcheck', 'attr'))))"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.split() == ["factcheck", "factcheck.testing"]
