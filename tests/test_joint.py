"""Sets of claims that only several rules together set against each other: found, explained as sets, and merged with the rest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
import z3
from hypothesis import given
from hypothesis import strategies as st

from factcheck import check, extract, joint, readers, rules, story, verdicts
from factcheck.claims import reading
from factcheck.constraints import bind
from factcheck.expressions import parsing
from factcheck.findings import Finding
from factcheck.intervals import Interval
from factcheck.joint.ties import factor, ties
from factcheck.report import Report

DEATHS = "casualties/deaths-exceed-casualties"
DEPLOYED = "casualties/casualties-exceed-deployed"
PARTS = "casualties/parts-exceed-total"
WHOLE = "story/part-exceeds-whole"
SENT = "Some 1,500 Thai soldiers were deployed."
RULE = """
title    = "A rule of a newsroom"
holds    = "{holds}"
severity = "{severity}"
message  = "no"
why      = "{why}"
within   = "document"
same     = ["subject", "period"]
[claims]
{claims}
"""


def checked(text: str, *, headline: str | None = None, folder: Path | None = None) -> Report:
    return check(text, headline=headline, published=dt.date(2025, 4, 30), rules=folder)


def found(text: str, *, headline: str | None = None) -> list[tuple[str, tuple[str, ...], str]]:
    """Give each finding's rule, the other rules that it takes, and its message."""
    return [(each.rule, each.also, each.message) for each in checked(text, headline=headline).findings]


def only(text: str) -> Finding:
    (finding,) = checked(text).findings
    return finding


# --- sets of three


def test_a_set_of_three_of_one_rule_says_why_no_pair_breaks() -> None:
    text = "At least 3,000 soldiers were killed and at least 2,500 were wounded. The agency put casualties at 4,700."
    message = "at least 3,000 killed and at least 2,500 injured make at least 5,500; the story has 4,700 casualties"
    assert found(text) == [(PARTS, (), message)]


def test_a_set_that_no_rule_names_is_found_and_says_why_no_pair_breaks() -> None:
    finding = only(f"{SENT} At least 900 Thai soldiers were killed and at least 800 were wounded.")
    assert finding.message == "at least 900 killed and at least 800 injured make at least 1,700; the story has 1,500 deployed"
    assert (finding.rule, finding.also, finding.severity) == (PARTS, (DEPLOYED,), "error")
    assert finding.calculation == "900 + 800 = 1,700 > 1,500"
    assert {place.label for place in finding.places} == {"killed", "injured", "deployed"}


def test_a_set_tells_what_each_of_its_claims_would_have_to_be() -> None:
    report = checked(f"{SENT} At least 900 Thai soldiers were killed and at least 800 were wounded.")
    quotes = {claim.id: report.document.quote(claim.span) for claim in report.claims}
    (finding,) = report.findings
    assert {quotes[repair.claim]: repair.interval for repair in finding.repairs} == {
        "1,500": Interval(Fraction(1700)),
        "900": Interval(None, Fraction(750)),
        "800": Interval(None, Fraction(650)),
    }


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ("900 were killed and 812 were hurt", "900 killed and 812 injured make 1,712"),
        ("more than 900 were killed and 812 were hurt", "more than 900 killed and 812 injured make more than 1,712"),
        ("about 900 were killed and 812 were hurt", "about 900 killed and 812 injured make about 1,712"),
        ("an estimated 913 were killed and 812 were hurt", "about 913 killed and 812 injured make about 1,725"),
    ],
)
def test_each_figure_of_a_sum_is_told_with_what_it_leaves_open(told: str, message: str) -> None:
    text = f"There were 1,405 casualties in all: {told}."
    assert found(text) == [(PARTS, ("story/parts-off-total",), f"{message}; the story has 1,405 casualties")]


# --- chains


def test_a_chain_through_what_nobody_has_told_is_found() -> None:
    text = "Some 510 Thai soldiers were deployed. In all 620 Thai soldiers were killed."
    assert found(text) == [(DEATHS, (DEPLOYED,), "620 killed, but only 510 deployed")]


def test_a_chain_through_a_figure_that_leaves_room_is_found() -> None:
    vague = "More than 100 Thai soldiers were killed or wounded."
    text = f"Some 510 Thai soldiers were deployed. {vague} In all 620 Thai soldiers were killed."
    assert found(text) == [(DEATHS, (DEPLOYED,), "620 killed, but only 510 deployed")]


def test_a_part_of_a_part_is_a_part() -> None:
    text = "The flood hit 310 homes. Of those, dozens of homes were destroyed, including 380 homes of farmers."
    assert found(text) == [(WHOLE, (), "380 homes, but only 310 homes")]
    assert found(text.replace("380", "280")) == []


def test_a_chain_of_a_link_and_a_rule_is_found() -> None:
    text = "In all 310 Thai soldiers were deployed. Dozens of Thai soldiers were killed or wounded, including 420 deaths."
    assert [(rule, message) for rule, _, message in found(text)] == [(DEATHS, "420 killed, but only 310 deployed")]


# --- another judge

LEADS = st.sampled_from(["", "", "at least ", "more than ", "up to ", "about ", "an estimated "])
COUNTS = st.integers(2, 1999).filter(lambda count: count % 100)  # no year is near, and nothing is rounded


@st.composite
def sieges(draw: st.DrawFn) -> tuple[str, bool]:
    """Write who was killed, hurt, hit and sent; and tell whether there are numbers that make all of it true."""
    names = ["killed", "injured", *draw(st.sets(st.sampled_from(["hit", "sent"]), min_size=1))]
    told = {name: f"{draw(LEADS)}{draw(COUNTS):,}" for name in names}
    told["injured"] = told["injured"].removeprefix("an estimated ")  # "killed and an estimated 8 hurt" may be of others
    lines = [f"In all {told['killed']} Thai soldiers were killed and {told['injured']} were wounded."]
    if "hit" in told:
        lines.append(f"In all {told['hit']} Thai soldiers were killed or wounded.")
    if "sent" in told:
        lines.append(f"In all {told['sent']} Thai soldiers were deployed.")
    text = "  ".join(draw(st.permutations(lines)))
    quantities = {claim.span.start: claim.quantity for claim in extract(text).claims}
    numbers, solver = {name: z3.Real(name) for name in ("killed", "injured", "hit", "sent")}, z3.Solver()
    for name, figure in told.items():
        verb = {"killed": "killed and", "injured": "were wounded", "hit": "killed or", "sent": "deployed"}[name]
        before = text[: text.index(verb)]
        quantity = quantities[before.rindex(figure) + len(figure) - len(figure.split()[-1])]
        assert quantity is not None
        solver.add(*ends(numbers[name], quantity.possible))
    killed, injured, hit, sent = numbers.values()
    solver.add(killed + injured <= hit, hit <= sent, killed >= 0, injured >= 0)
    return text, bool(solver.check() == z3.sat)


def ends(number: z3.ArithRef, interval: Interval) -> Iterator[z3.BoolRef]:
    """Say that a number lies in an interval."""
    for end, is_open, sign in ((interval.low, interval.low_open, -1), (interval.high, interval.high_open, 1)):
        if end is not None:
            bound = z3.Q(end.numerator, end.denominator) * sign
            yield number * sign < bound if is_open else number * sign <= bound


@given(sieges())
def test_a_story_has_a_finding_just_if_no_numbers_make_it_true(siege: tuple[str, bool]) -> None:
    text, can_be = siege
    assert bool(checked(text).findings) != can_be


# --- what may not be set against each other


@pytest.mark.parametrize(
    "text",
    [
        "Some 510 Russian soldiers were deployed. In all 620 Thai soldiers were killed.",
        "Some 510 soldiers were deployed. In all 620 soldiers were killed.",
        "Some 510 Thai soldiers were deployed in 2023. In 2019, 620 Thai soldiers were killed.",
        "Some 510 Thai soldiers were deployed. Some 620 Thai soldiers have been killed since 2001.",
        "Some 510 Thai soldiers were deployed. Last year in Mali, 620 Thai soldiers were killed.",
        "Some 510 Thai soldiers will be deployed. In all 620 Thai soldiers were killed.",
        "Some 510 Thai soldiers were deployed. Another 620 Thai soldiers were killed.",
        "The army said 510 Thai soldiers were deployed. The rebels said 620 Thai soldiers were killed.",
        "More than 510 Thai soldiers were deployed. In all 620 Thai soldiers were killed.",
        f"{SENT} At least 900 Thai soldiers were killed. By June, at least 800 Thai soldiers had been wounded.",
        f"{SENT} At least 900 Thai soldiers were killed and at least 500 were wounded.",
        f"{SENT} Up to 900 Thai soldiers were killed and up to 800 were wounded.",
    ],
)
def test_a_set_is_told_only_if_each_of_its_claims_may_be_set_against_each(text: str) -> None:
    assert found(text) == []


def test_a_set_that_fails_and_may_not_be_compared_is_not_checked_and_says_why() -> None:
    report = checked("Some 510 Russian soldiers were deployed. In all 620 Thai soldiers were killed.")
    assert ("not checked", "Thai soldiers are not Russian soldiers") in [(each.verdict, each.reason) for each in report.checks]


def test_a_set_that_is_too_long_for_one_rule_is_not_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Some 510 Thai soldiers were deployed. In all 620 Thai soldiers were killed."
    assert len(found(text)) == 1
    monkeypatch.setattr(parsing, "MAX_LENGTH", 9)
    report = checked(text)
    reason = "several rules fail together for 2 figures, but as one rule this is longer than 9 characters"
    assert (report.findings, report.checks[-1].verdict, report.checks[-1].reason) == ((), "not checked", reason)


# --- one fault, one finding


def test_what_one_rule_tells_is_not_told_again_by_several() -> None:
    # New casualties of 620 at least would mend the first pair and not the chain: still, one new number of dead mends both.
    text = "Some 510 Thai soldiers were deployed. In all 620 Thai soldiers were killed. Thai casualties came to 480 soldiers."
    assert [rule for rule, _, _ in found(text)] == [DEATHS]
    assert "deployed" not in found(text)[0][2]


def test_repeated_claims_give_one_finding() -> None:
    deaths = " ".join(f"In all {600 + at} Thai soldiers were killed." for at in range(12))
    sent = " ".join(f"Some {510 + at} Thai soldiers were deployed." for at in range(12))
    assert [message for _, _, message in found(f"{sent} {deaths}")] == ["611 killed, but only 510 deployed"]


# --- rules of a newsroom


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    (tmp_path / "siege").mkdir()
    return tmp_path


def written(folder: Path, name: str, holds: str, *roles: str, severity: str = "error") -> None:
    claims = "\n".join(f'{role.replace("-", "_")} = {{ role = "{role}" }}' for role in roles)
    examples = '[[bad]]\ntext = "[[no]]"\nsays = "no"\n' * 2 + '[[good]]\ntext = "no"\n' * 2
    text = RULE.format(holds=holds, severity=severity, why=f"{name} is so.", claims=claims) + examples
    (folder / "siege" / f"{name}.toml").write_text(text, "utf-8")


def test_a_chain_takes_claims_as_often_as_its_rules_do_and_is_as_mild_as_the_mildest(newsroom: Path) -> None:
    written(newsroom, "pairs", "2 * captured + 10 <= missing", "captured", "missing", severity="warning")
    written(newsroom, "homes", "missing <= displaced", "missing", "displaced")
    text = "In all 72 soldiers were captured. In all 153 soldiers were displaced."
    (finding,) = checked(text, folder=newsroom).findings
    assert (finding.severity, finding.message) == ("warning", "72 captured and 153 displaced cannot both be true")
    assert finding.calculation == "2 * 72 + 10 = 154 > 153"
    assert finding.why == "pairs is so. homes is so."
    assert checked(text.replace("153", "154"), folder=newsroom).findings == ()


def test_a_strict_chain_is_strict(newsroom: Path) -> None:
    written(newsroom, "fewer", "captured < missing", "captured", "missing")
    written(newsroom, "homes", "missing <= displaced", "missing", "displaced")
    text = "In all 72 soldiers were captured. In all 72 soldiers were displaced."
    assert [each.calculation for each in checked(text, folder=newsroom).findings] == ["72 >= 72"]


def test_figures_in_other_units_are_added_up_in_one() -> None:
    assert factor("mile", "kilometer") == Fraction("1.609344")
    assert factor("person", None) == 1
    assert factor("USD", "USD") == 1
    assert factor("USD", "KRW") is None
    assert factor("mile", "acre") is None
    assert factor("mile", None) is None
    assert factor("degree_Celsius", "degree_Fahrenheit") is None


# --- what it costs


@pytest.mark.parametrize(
    "text",
    [
        "The fire stopped 60km (37 miles) from the coast. It had burned 300 acres.",
        "Some 43 people were killed. There were 50 casualties, of whom 7 were hurt.",
        "The bridge cost $40 million. Some 300 workers built it.",
    ],
)
def test_a_story_with_nothing_to_join_is_not_made_a_system(text: str) -> None:
    document = readers.from_text(text, published=dt.date(2025, 4, 30))
    tale = story.tell(document, reading.read(document))
    chosen = rules.load()
    judged = [verdicts.judge(constraint, tale) for constraint in bind(chosen, tale)]
    assert ties(chosen, tale, judged) == []
    assert [*joint.find(chosen, tale, judged)] == []
