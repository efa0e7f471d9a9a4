"""Constraint -> Verdict: what a figure brings into a relation, over all that its sign can mean; and what would mend it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction

import pytest

from factcheck import readers, rules, story, verdicts
from factcheck.claims import reading
from factcheck.constraints import bind
from factcheck.intervals import Interval
from factcheck.rules import Rule
from factcheck.verdicts import Verdict

DEATHS = "casualties/deaths-exceed-casualties"
DEPLOYED = "casualties/casualties-exceed-deployed"
PARTS = "casualties/parts-exceed-total"
MONEY = "money/conversion-off-rate"
MEASURE = "measure/conversion-off"
BUNDLED: Mapping[str, Rule] = {rule.name: rule for rule in rules.load()}
PUBLISHED = dt.date(2025, 4, 30)


def judged(rule: str, text: str, published: dt.date | None = PUBLISHED) -> list[Verdict]:
    tale = story.tell(document := readers.from_text(text, published=published), reading.read(document))
    return [verdicts.judge(constraint, tale) for constraint in bind([BUNDLED[rule]], tale)]


def outcomes(rule: str, text: str) -> list[str]:
    return [verdict.outcome.verdict for verdict in judged(rule, text)]


def repairs(verdict: Verdict) -> dict[str, Interval]:
    """Give the repairs by the name that the claim has in the rule."""
    names = {claim.id: name for name, claim in verdict.constraint.claims.items()}
    return {names[repair.claim]: repair.interval for repair in verdict.repairs}


def at_most(high: int | Fraction) -> Interval:
    return Interval(None, Fraction(high))


def at_least(low: int | Fraction) -> Interval:
    return Interval(Fraction(low))


# --- four verdicts


@pytest.mark.parametrize(
    ("killed", "casualties", "verdict"),
    [
        ("41 people", "42 casualties", "holds"),
        ("42 people", "42 casualties", "holds"),
        ("43 people", "42 casualties", "cannot hold"),
        ("about 43 people", "42 casualties", "cannot hold"),
        ("about 600 people", "590 casualties", "may hold"),
        ("43 people", "about 42 casualties", "cannot hold"),
        ("43 people", "about 42.5 thousand casualties", "holds"),
        ("600 people", "560 casualties", "may hold"),
        ("600 people", "549 casualties", "cannot hold"),
        ("more than 40 people", "42 casualties", "may hold"),
        ("more than 42 people", "42 casualties", "cannot hold"),
        ("at least 42 people", "42 casualties", "may hold"),
        ("up to 60 people", "42 casualties", "may hold"),
        ("40 people", "more than 40 casualties", "holds"),
        ("40 people", "up to 60 casualties", "may hold"),
        ("70 people", "up to 60 casualties", "cannot hold"),
        ("70 people", "fewer than 70 casualties", "cannot hold"),
        ("nearly 70 people", "64 casualties", "may hold"),
        ("just over 70 people", "64 casualties", "cannot hold"),
        ("dozens of people", "5 casualties", "may hold"),
        ("40 to 50 people", "45 casualties", "may hold"),
        ("40 to 50 people", "39 casualties", "cannot hold"),
    ],
)
def test_an_order_is_judged_by_all_that_the_figures_can_stand_for(killed: str, casualties: str, verdict: str) -> None:
    assert outcomes(DEATHS, f"In all {killed} were killed. There were {casualties}.") == [verdict]


def test_what_may_not_be_compared_is_not_checked_and_the_reason_is_told() -> None:
    (verdict,) = judged(DEATHS, "Another 90 people were killed. There were 60 casualties.")
    assert (verdict.outcome.verdict, verdict.outcome.reason) == ("not checked", "one figure comes on top of another")
    assert verdict.repairs == ()


# --- a claim of two roles


def test_a_figure_of_two_roles_bounds_each_from_below() -> None:
    # Nine of the injured came home: with the dead they are too many, however many more were injured.
    came_home = (
        "In all 12 soldiers were killed or injured. In all 5 soldiers were killed. In all 9 injured soldiers were flown home."
    )
    assert outcomes(PARTS, came_home) == ["cannot hold"]
    assert outcomes(PARTS, came_home.replace("12", "14")) == ["holds"]


def test_a_figure_of_two_roles_is_no_bound_from_above() -> None:
    # Nine of those deployed were wounded before: all who were deployed may be more, so that twelve casualties are possible.
    deployed = "In all 9 wounded Thai soldiers were deployed. In all 12 Thai soldiers were killed or injured."
    assert outcomes(DEPLOYED, deployed) == ["may hold"]
    assert outcomes(DEPLOYED, deployed.replace("wounded ", "")) == ["cannot hold"]


# --- one figure told twice over


def test_a_bound_before_a_figure_told_in_two_units_is_on_both() -> None:
    assert outcomes(MEASURE, "The trail is at least 130 miles (209 km) long.") == ["holds"]
    assert outcomes(MEASURE, "The trail is at least 130 miles (280 km) long.") == ["cannot hold"]
    assert outcomes(MEASURE, "The trail is about 133 miles (216 km) long.") == ["may hold"]


# --- ambiguous signs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The quay cost $40 million (€35.2 million).", ["holds"]),
        ("The quay cost $40 million (€25.4 million).", ["cannot hold"]),
        ("A Canadian firm built it. The quay cost $40 million (€25.4 million).", ["may hold"]),
        ("A Canadian firm built it. The quay cost $40 million (€35.2 million).", ["holds"]),
        ("It cost A$9 at first. The quay cost $40 million (€22.5 million).", ["may hold"]),
        ("It cost A$9 at first. The quay cost $40 million (€27.8 million).", ["cannot hold"]),
    ],
)
def test_a_bare_sign_means_what_the_story_offers_and_the_kindest_reading_counts(text: str, expected: list[str]) -> None:
    assert outcomes(MONEY, text) == expected


def test_another_reading_is_said_to_be_one() -> None:
    (verdict,) = judged(MONEY, "A Canadian firm built it. The quay cost $40 million (€25.4 million).")
    assert verdict.outcome.reason == "it holds if the sign means another currency of the story"
    (verdict,) = judged("measure/conversion-off", "The pump lost 10 barrels (310 gallons).")
    assert verdict.outcome.reason == "it holds if the unit is another of its name"


def test_no_reading_turns_a_sum_into_its_own_currency() -> None:
    # As Canadian dollars the bare sum would be the bracket's own: two different sums of one currency, or no conversion at all.
    text = "The quay cost $40 million (C$40 million), said the Canadian firm."
    assert outcomes(MONEY, text) == ["cannot hold"]


def test_without_a_day_of_publication_no_rate_is_taken() -> None:
    (verdict,) = judged(MONEY, "The quay cost $40 million (€25.4 million).", published=None)
    assert (verdict.outcome.verdict, verdict.outcome.reason) == ("not checked", "the publication date is not known")


# --- days


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("calendar/date-after-publication", "The ship sank on May 12, 2025.", ["cannot hold"]),
        ("calendar/date-after-publication", "The ship sank on April 30, 2025.", ["holds"]),
        ("calendar/date-after-publication", "The ship will be raised on May 12, 2025.", []),
        ("calendar/since-after-publication", "Since May 2025 it has rained.", ["cannot hold"]),
        ("calendar/since-after-publication", "Since April 2025 it has rained.", ["holds"]),
        ("calendar/since-after-publication", "Since May it has rained.", ["holds"]),
        ("calendar/weekday-off-date", "The ship sank on Tuesday, April 29, 2025.", ["holds"]),
        ("calendar/weekday-off-date", "The ship sank on Monday, April 29, 2025.", ["cannot hold"]),
        ("calendar/weekday-off-date", "The ship sank on Monday, January 29.", ["holds"]),  # that of 2024
        ("calendar/weekday-off-date", "The ship sank on Monday, April 29.", ["cannot hold"]),  # yesterday
        ("calendar/weekday-off-date", "The ship sank on Monday, April 29, the year after the strike of 2023.", ["holds"]),
        ("calendar/weekday-off-date", "The ship sank on Friday, April 29.", ["cannot hold"]),
    ],
)
def test_days_are_judged_by_all_years_that_can_be_meant(rule: str, text: str, expected: list[str]) -> None:
    assert outcomes(rule, text) == expected


# --- repairs


def test_a_repair_says_what_one_claim_would_have_to_be() -> None:
    (verdict,) = judged(DEATHS, "In all 43 people were killed. There were 42 casualties.")
    assert repairs(verdict) == {"killed": at_most(42), "casualties": at_least(43)}


def test_a_repair_leaves_the_others_what_they_can_stand_for() -> None:
    (verdict,) = judged(PARTS, "There were 401 casualties: about 301 people were killed and 251 injured.")
    about = Fraction(301 * 98, 100)  # the fewest that "about 301" stands for
    assert repairs(verdict) == {"killed": at_most(401 - 251), "injured": at_most(401 - about), "total": at_least(about + 251)}


def test_a_count_is_not_mended_below_nothing() -> None:
    (verdict,) = judged(PARTS, "There were 10 casualties: 12 people were killed and 25 injured.")
    assert set(repairs(verdict)) == {"total"}


def test_an_equality_is_mended_to_the_other_figure_in_the_claims_own_unit() -> None:
    (verdict,) = judged(MEASURE, "The trail is 52 miles (93 km) long.")
    kilometres = repairs(verdict)["converted"]
    assert kilometres.holds(Fraction("83.685888"))
    assert not kilometres.holds(Fraction(93))


def test_money_is_mended_at_the_rates_that_may_have_been_taken() -> None:
    (verdict,) = judged(MONEY, "The quay cost €80 million ($9.1 million).")
    dollars, euros = repairs(verdict)["converted"], repairs(verdict)["given"]
    assert dollars.holds(Fraction(91_000_000))
    assert not dollars.holds(Fraction(9_100_000))
    assert euros.holds(Fraction(8_000_000))


def test_a_relation_that_holds_needs_no_repair() -> None:
    (verdict,) = judged(DEATHS, "Some 41 people were killed. There were 42 casualties.")
    assert verdict.repairs == ()
