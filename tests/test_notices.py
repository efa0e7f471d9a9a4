"""What build servers and code hosts get: their own formats, the right lines and columns, fingerprints that last."""

from __future__ import annotations

import io
import json
from xml.etree import ElementTree

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from junitparser import JUnitXml
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif

import factcheck
from factcheck.document import Document, Span
from factcheck.findings import Finding, Place
from factcheck.readers import Unreadable
from factcheck.report import Report, notices
from factcheck.writers import Options, formats

SLIP = "The ridge burned. The fire stopped 60km (73 miles) from the coast."
FORMATS = ("github", "gitlab", "junit", "markdown", "sarif")


def finding(text: str, words: str, severity: str = "error", rule: str = "measure/conversion-off") -> Report:
    start = text.index(words)
    place = Place(Span(start, start + len(words)), "given")
    return Report(Document(text, path="a story.txt"), (Finding(rule, severity, f"{words} is wrong", "1 + 1 = 2", (place,), ()),))


def written(name: str, *reports: Report | Unreadable) -> str:
    stream = io.StringIO()
    formats()[name].write(iter(reports), stream, Options())
    return stream.getvalue()


@pytest.mark.parametrize("name", FORMATS)
def test_no_report_at_all_is_written_whole(name: str) -> None:
    assert written(name)


def test_sarif_is_what_the_standard_says() -> None:
    unread = Unreadable("b.txt", "b.txt", "no such file", line=3)
    log = json.loads(written("sarif", factcheck.check(SLIP), unread, finding(SLIP, "ridge", "note")))
    Sarif.model_validate(log)
    (run,) = log["runs"]
    assert run["invocations"][0]["executionSuccessful"] is False
    assert [result["level"] for result in run["results"]] == ["error", "note"]
    first = run["results"][0]
    assert len(first["relatedLocations"]) == 1
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"]
    assert "a%20story.txt" in json.dumps(run["results"][1])


@given(st.text(alphabet="aé😀e\u0301 \n", max_size=30))
def test_places_are_right_whatever_stands_before(before: str) -> None:
    text = f"{before}60km"
    (result,) = json.loads(written("sarif", finding(text, "60km")))["runs"][0]["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert text[region["charOffset"] :][: region["charLength"]] == "60km"
    line = text.split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "60km"


def test_a_row_s_places_are_its_line_in_the_file() -> None:
    report = finding(SLIP, "60km")
    report = evolve(report, document=evolve(report.document, line=7, id="seven"))
    (notice,) = notices.of(report)
    assert (notice.spots[0].line, notice.spots[0].offset, notice.document) == (7, None, "seven")


def test_gitlab_has_its_fields_and_one_item_for_a_fingerprint() -> None:
    items = json.loads(written("gitlab", finding(SLIP, "60km"), finding(SLIP, "60km"), finding(SLIP, "73", "warning")))
    assert [item["severity"] for item in items] == ["major", "minor"]
    assert all(set(item) == {"description", "check_name", "fingerprint", "severity", "location"} for item in items)
    assert items[0]["location"] == {"path": "a story.txt", "lines": {"begin": 1, "end": 1}}


def test_gitlab_is_told_each_file_and_row_that_has_the_same_words() -> None:
    here = finding(SLIP, "60km")
    there, row = (
        evolve(here, document=document) for document in (evolve(here.document, path="b"), evolve(here.document, id="2"))
    )
    assert len(json.loads(written("gitlab", here, there, row))) == 3


def test_github_shows_the_worst_first_and_counts_what_it_does_not_show() -> None:
    lines = written("github", *[finding(SLIP, "60km", "note")] * 12, finding(SLIP, "73")).splitlines()
    assert lines[0].startswith("::error file=a story.txt,line=1,endLine=1,col=")
    assert sum(line.startswith("::notice ") for line in lines) == 10
    assert lines[-1] == "factcheck: 1 error, 0 warnings, 12 notes; 2 more than are annotated"


def test_github_s_own_signs_are_escaped() -> None:
    report = Report(Document("x", path="a,b:c%.txt"), (Finding("a/b", "error", "50%\n::set", "", (Place(Span(0, 1), "x"),), ()),))
    assert written("github", report).splitlines()[0] == (
        "::error file=a%2Cb%3Ac%25.txt,line=1,endLine=1,col=1,endColumn=2,title=a/b::50%25%0A::set"
    )


def test_junit_has_a_suite_for_each_document() -> None:
    text = written("junit", factcheck.check(SLIP), Unreadable("b", "b", "gone \x00"), factcheck.check("A quiet day."))
    suites = list(JUnitXml.fromstring(text.encode()))
    assert [(suite.tests, suite.failures, suite.errors) for suite in suites] == [(1, 1, 0), (1, 0, 1), (1, 0, 0)]
    assert [len(list(suite)) for suite in suites] == [suite.tests for suite in suites]
    assert ElementTree.fromstring(text.encode())[1][0][0].get("message") == "gone \ufffd"


def test_markdown_takes_nothing_of_a_text_for_markup() -> None:
    row = written("markdown", finding("<b>|60km|</b> @mayor #12 `x`", "<b>|60km|</b> @mayor #12 `x`")).splitlines()[2]
    cells = [cell.strip() for cell in row.replace("\\|", "").strip("|").split("|")]
    assert len(cells) == 4
    assert "\\<b\\>" in row
    assert "@mayor" not in row
    assert "#12" not in row


@pytest.mark.parametrize("name", ["github", "markdown"])
def test_nothing_in_a_text_or_a_name_moves_the_cursor_of_a_build_s_log(name: str) -> None:
    words = "60\x1b[31mkm\u202e\x07"
    report = finding(f"It stopped {words} off.", words)
    report = evolve(report, document=evolve(report.document, path="a\x1b]0;b.txt", id="\x9b2J"))
    shown = written(name, report, Unreadable("c\x1b.txt", "c", "no text: \x1b\u2066"))
    assert all(sign.isprintable() or sign in "\n\u200b" for sign in shown)


def test_a_backslash_in_a_name_parts_no_folders() -> None:
    report = finding(SLIP, "60km")
    told = written("sarif", evolve(report, document=evolve(report.document, path="a\\b.txt")))
    assert '"uri": "a%5Cb.txt"' in told


def test_a_fingerprint_lasts_while_the_text_about_it_moves() -> None:
    (one,) = notices.fingerprints(factcheck.check(SLIP))
    (moved,) = notices.fingerprints(factcheck.check(f"A line more.\n\nAnd another.\n\n{SLIP}"))
    (changed,) = notices.fingerprints(factcheck.check(SLIP.replace("73", "74")))
    assert one == moved != changed


def test_equal_faults_have_fingerprints_of_their_own() -> None:
    report = finding(SLIP, "60km")
    twice = evolve(report, findings=report.findings * 2)
    assert len(set(notices.fingerprints(twice))) == 2
