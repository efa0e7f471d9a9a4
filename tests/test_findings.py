"""Verdicts -> Findings: one fault is told once, by the most explicit conflict, and findings stand in the order of the text."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from factcheck import check, rules
from factcheck.findings import SEVERITIES, Finding

DEATHS = "casualties/deaths-exceed-casualties"
DEPLOYED = "casualties/casualties-exceed-deployed"
PARTS = "casualties/parts-exceed-total"
MONEY = "money/conversion-off-rate"
WHOLE = "story/part-exceeds-whole"
TOGETHER = "story/parts-exceed-whole"
HEADLINE = "story/headline-off-body"
SURER = "story/hedge-dropped-in-headline"


def found(text: str, *, headline: str | None = None) -> tuple[Finding, ...]:
    return check(text, headline=headline, published=dt.date(2025, 4, 30)).findings


def named(text: str, *, headline: str | None = None) -> list[tuple[str, tuple[str, ...]]]:
    """Give each finding's rule, and the rules that the same fault breaks."""
    return [(finding.rule, finding.also) for finding in found(text, headline=headline)]


# --- one fault, one finding


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 43 people were killed. There were 42 casualties.", [(DEATHS, ())]),
        ("There were 42 casualties, including 43 deaths.", [(DEATHS, (WHOLE,))]),
        ("Some 150 troops were sent. Of those, 470 soldiers were killed or injured.", [(DEPLOYED, (WHOLE,))]),
        (
            "Some 430 Thai men were killed or injured, among them 450 deaths. In all 31 Thai men were deployed.",
            [(DEPLOYED, ()), (DEATHS, (WHOLE,))],
        ),
        ("There were 42 casualties: 50 people were killed and 30 were injured.", [(DEATHS, (PARTS, TOGETHER))]),
        ("There were 42 casualties: 30 people were killed and 25 were injured.", [(PARTS, (TOGETHER,))]),
        ("Some 50 men were killed. Casualties came to 42. In the end casualties came to 44.", [(DEATHS, ())]),
    ],
)
def test_conflicts_that_one_repair_resolves_are_one_finding(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert named(text) == expected


def test_two_faults_are_two_findings() -> None:
    text = (
        "Some 43 people were killed. There were 42 casualties.\n\nThe trail is 52 miles (93 km) long, the road 52 miles (21 km)."
    )
    assert named(text) == [(DEATHS, ()), ("measure/conversion-off", ()), ("measure/conversion-off", ())]


def test_what_the_text_ties_tells_the_fault() -> None:
    # The tied pair and the far pair are one fault, since one new number of dead mends both.
    text = "In the end casualties came to 43. There were 42 casualties, including 48 deaths."
    (finding,) = found(text)
    assert [(place.label, text[place.span.start : place.span.end]) for place in finding.places] == [
        ("killed", "48"),
        ("casualties", "42"),
    ]


def test_a_note_never_hides_an_error_nor_is_hidden_by_one() -> None:
    findings = found("The gang has allegedly stolen $70 million.", headline="Gang stole $40 million")
    assert [(finding.rule, finding.severity, finding.also) for finding in findings] == [
        (HEADLINE, "error", ()),
        (SURER, "note", ()),
    ]


def test_an_error_and_a_note_about_the_same_figures_stay_apart(tmp_path: Path) -> None:
    (tmp_path / "tolls").mkdir()
    error = next(rule.path for rule in rules.load() if rule.name == DEATHS).read_text("utf-8")
    (tmp_path / "tolls" / "again.toml").write_text(error.replace('"error"', '"note"', 1), "utf-8")
    findings = check("Some 43 people were killed. There were 42 casualties.", rules=tmp_path).findings
    assert [(finding.rule, finding.severity, finding.also) for finding in findings] == [
        (DEATHS, "error", ()),
        ("tolls/again", "note", ()),
    ]


# --- what a finding tells


def test_a_finding_tells_both_figures_as_they_are_written_and_the_right_one() -> None:
    (finding,) = found("The levee cost €80 million ($9.1 million).")
    assert finding.message == "€80 million is about $91 million at the 2025-04-30 rate, not $9.1 million"
    assert finding.calculation.startswith("€80 million * 1.1373 (USD per EUR, ECB, 2025-04-30) = 90.984 million USD")
    assert finding.why
    assert finding.severity in SEVERITIES


def test_the_claims_of_a_finding_are_those_of_its_places() -> None:
    report = check("Some 43 people were killed. There were 42 casualties.")
    (finding,) = report.findings
    spans = {claim.id: claim.span for claim in report.claims}
    assert [spans[name] for name in finding.claims] == [place.span for place in finding.places]
    assert {repair.claim for repair in finding.repairs} <= set(finding.claims)


# --- the order


def test_findings_stand_in_the_order_of_the_text_the_headline_first() -> None:
    text = "The trail is 52 miles (93 km) long. The mill closed 40 shops. It was Monday, April 29, 2025."
    findings = found(text, headline="Mill closed 14 shops")
    assert [finding.rule for finding in findings] == [HEADLINE, "measure/conversion-off", "calendar/weekday-off-date"]


# --- checks


def test_what_is_no_conflict_is_a_check_with_its_reason() -> None:
    text = "Some 41 people were killed. There were 42 casualties. The coroner put the death toll at about 42."
    report = check(f"{text} Another 70 people were killed.")
    assert [(each.verdict, each.reason) for each in report.checks if each.rule == DEATHS] == [
        ("holds", ""),
        ("may hold", "it hangs on rounding, hedges or bounds"),
        ("not checked", "one figure comes on top of another"),
    ]


def test_a_relation_is_a_finding_or_a_check_and_never_both() -> None:
    report = check("Some 43 people were killed. There were 42 casualties. By May there were 60 casualties.")
    told = [finding.claims for finding in report.findings]
    assert len(told) == 1
    assert not {each.claims for each in report.checks if each.rule == DEATHS} & set(told)
