"""Rules x Story -> Constraints: which figures a rule finds, and why some of them are not set against each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from factcheck import constraints, readers, rules, story
from factcheck.claims import reading
from factcheck.constraints import Constraint, bind
from factcheck.constraints.comparisons import Side, sides
from factcheck.rules import Rule
from factcheck.story import Story

DEATHS = "casualties/deaths-exceed-casualties"
PARTS = "casualties/parts-exceed-total"
HEADLINE = "story/headline-off-body"
BUNDLED: Mapping[str, Rule] = {rule.name: rule for rule in rules.load()}
Write = Callable[..., Rule]


def told(text: str, *, headline: str | None = None) -> Story:
    document = readers.from_text(text, headline=headline)
    return story.tell(document, reading.read(document))


def bound(rule: str | Rule, text: str, *, headline: str | None = None) -> list[Constraint]:
    """Give what a rule is bound to in a text."""
    return [*bind([BUNDLED[rule] if isinstance(rule, str) else rule], told(text, headline=headline))]


def quotes(found: list[Constraint], text: str) -> list[tuple[str, ...]]:
    """Give the words of the figures of each, in the order of the rule's claims."""
    return [tuple(text[claim.span.start : claim.span.end] for claim in one.claims.values()) for one in found]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Give a function that makes a rule of what it holds and of which claims."""

    def writing(holds: str, claims: str, more: str = "") -> Rule:
        head = f'title = "x"\nholds = "{holds}"\nseverity = "error"\nmessage = "x"\nwhy = "x"\n{more}\n[claims]\n{claims}\n'
        bad, good = '[[bad]]\ntext = "[[1]]"\nsays = "x"\n', '[[good]]\ntext = "x"\n'
        (tmp_path / "tolls").mkdir()
        (tmp_path / "tolls" / "rule.toml").write_text(head + 2 * bad + 2 * good, "utf-8")
        return rules.read(tmp_path)[0]

    return writing


# --- where a figure stands in an order


@pytest.mark.parametrize(
    ("holds", "expected"),
    [
        ("a <= b", {"a": Side.SMALL, "b": Side.LARGE}),
        ("a > b", {"a": Side.LARGE, "b": Side.SMALL}),
        ("a + b < c", {"a": Side.SMALL, "b": Side.SMALL, "c": Side.LARGE}),
        ("a == b", {"a": Side.EITHER, "b": Side.EITHER}),
        ("a <= b and b <= c", {"a": Side.SMALL, "b": Side.EITHER, "c": Side.LARGE}),
        ("a <= b and a < c", {"a": Side.SMALL, "b": Side.LARGE, "c": Side.LARGE}),
    ],
)
def test_each_figure_of_an_order_stands_on_a_side_of_it(write: Write, holds: str, expected: dict[str, Side]) -> None:
    rule = write(holds, "\n".join(f'{name} = {{ role = "killed" }}' for name in expected))
    assert sides(rule.holds) == expected


# --- why figures may not be set against each other

DIFFERENT = "the figures come from different sources"
TIMES = "the figures are for different times"
GROUPS = "the figures may be of different groups"
ON_TOP = "one figure comes on top of another"
GROUPLESS = "nothing says that they are of one group"
PLACE = "the figures may be of different places"
EVENT = "the sentences may tell of different events, or of a part"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Some 90 people were killed. There were 60 casualties.", None),
        ("If 90 people are killed, a bell is rung. There were 60 casualties.", "90 is conditional, not asserted"),
        ("Were 90 people killed? There were 60 casualties.", "90 is asked, not asserted"),
        ("The mayor denied that 90 people were killed. There were 60 casualties.", "90 is denied, not asserted"),
        ("It was not true that 90 people were killed. There were 60 casualties.", "90 is denied, not asserted"),
        ("In a quake 90 people would be killed. There were 60 casualties.", "90 is forecast, not asserted"),
        ("Some 90 people were killed. The quake would cause 60 casualties.", "60 is forecast, not asserted"),
        ("In all 90 people will be killed. The war will cause 60 casualties.", None),
        ("Another 90 people were killed. There were 60 casualties.", ON_TOP),
        ("Some 90 people were killed. There were 60 more casualties.", ON_TOP),
        ("Some 90 soldiers were killed. Some 60 passengers were killed or injured.", "soldiers are not passengers"),
        ("Some 90 Thai people were killed. Some 60 Lao soldiers were killed or injured.", GROUPS),
        ("Some 90 Thai men were killed. Some 60 Greek men were killed or injured.", "Thai men are not Greek men"),
        ("Some 90 people were killed. Some 60 soldiers were killed or injured.", GROUPS),
        ("Some 90 soldiers were killed. Some 60 people were killed or injured.", None),
        ("Some 90 men were killed. Some 60 elderly men were killed or injured.", GROUPS),
        ("Some 90 elderly men were killed. Some 60 men were killed or injured.", None),
        ("Some 90 men were killed. There were 20 fires, 60 casualties and 4 floods.", ON_TOP),
        ("There were 60 casualties. It rained for a week. Some 90 men were killed.", GROUPLESS),
        ("Some 60 men were killed or injured. It rained for a week. Some 90 men were killed.", None),
        ("Some 60 men were killed or injured in Rome. Some 90 men were killed.", PLACE),
        ("Some 60 men were killed or injured in Rome. Some 90 men were killed in Rome.", None),
        ("Some 60 men were killed or injured. Some 90 men were killed in Rome.", PLACE),
        ("Some 60 men were killed or injured. In a second raid 90 men were killed.", EVENT),
        ("Initially some 60 men were killed or injured. Some 90 men were killed.", EVENT),
        ("Initially some 90 men were killed. Some 60 men were killed or injured.", None),
        ("In 2019, 90 people were killed. In 2021 there were 60 casualties.", TIMES),
        ("In May 2019, 90 people were killed. In 2019 there were 60 casualties.", None),
        ("In 2019, 90 people were killed. In May 2019 there were 60 casualties.", TIMES),
        ("Some 90 people were killed. In 2019 there were 60 casualties.", TIMES),
        ("In 2019, some 90 people were killed. There were 60 casualties.", None),
        ("As of May 2019, 90 people had been killed. As of June 2019 there were 60 casualties.", None),
        ("As of June 2019, 90 people had been killed. As of May 2019 there were 60 casualties.", TIMES),
        ("The coroner said 90 people were killed. The harbour said there were 60 casualties.", DIFFERENT),
        ("The coroner said 90 people were killed. Deputies briefed by him said there were 60 casualties.", None),
        ("The coroner said 90 people were killed. There were 60 casualties.", None),
    ],
)
def test_two_figures_are_set_against_each_other_only_if_nothing_parts_them(text: str, reason: str | None) -> None:
    (constraint,) = bound(DEATHS, text)
    assert constraint.reason == reason


@pytest.mark.parametrize(
    "text",
    [
        "The coroner said the raid left 60 casualties. Of those, 90 were killed, the harbour said.",
        "In 2019 there were 60 casualties, including 90 deaths in 2018.",
    ],
)
def test_what_the_text_itself_ties_is_set_against_each_other_whatever_else_parts_it(text: str) -> None:
    (constraint,) = bound(DEATHS, text)
    assert (constraint.reason, constraint.tied) == (None, True)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("There were 60 casualties. Some 40 people were killed and 30 were injured.", None),
        ("Some 60 men were killed or injured. Some 40 men were killed. Some 30 men were injured.", None),
        (
            "Some 40 men were killed. There were 60 casualties. Some 30 men were injured.",
            "the injured may be among the killed by now",
        ),
    ],
)
def test_figures_are_added_up_only_where_nobody_can_be_in_both(text: str, reason: str | None) -> None:
    (constraint,) = bound(PARTS, text)
    assert constraint.reason == reason


def test_a_headline_may_tell_a_plan_as_a_fact() -> None:
    (constraint,) = bound(HEADLINE, "The mill will close 40 shops.", headline="Mill closes 14 shops")
    assert constraint.reason is None


def test_a_question_in_the_headline_is_no_claim() -> None:
    (constraint,) = bound(HEADLINE, "The mill closed 40 shops.", headline="Will mill close 14 shops?")
    assert constraint.reason == "14 is asked, not asserted"


def test_a_share_in_words_is_no_amount() -> None:
    (constraint,) = bound("story/part-exceeds-whole", "The raid killed 60 clerks, half of them women.")
    assert constraint.reason == "half is a share, the other figure is none"


def test_a_figure_told_again_in_another_unit_may_be_a_plan_or_a_guess() -> None:
    (constraint,) = bound("measure/conversion-off", "If the trail were 5 miles (9 km) long, I would know.")
    assert constraint.reason is None


def test_a_rule_that_does_not_ask_for_one_group_or_one_time_gets_what_it_asks_for(write: Write) -> None:
    rule = write("killed <= casualties", 'killed = { role = "killed" }\ncasualties = { role = "casualties" }')
    (constraint,) = bound(rule, "In 2019, 90 soldiers were killed. In 2021, 60 passengers were killed or injured.")
    assert constraint.reason is None


@pytest.mark.parametrize("holds", ["a <= b", "b >= a"])
def test_the_larger_figures_time_holds_the_smallers_however_the_rule_is_written(write: Write, holds: str) -> None:
    rule = write(holds, 'b = { role = "casualties" }\na = { role = "killed" }', 'same = ["period"]')
    text = "In {}, 90 people were killed. In {} there were 60 casualties."
    assert [one.reason for one in bound(rule, text.format("May 2019", "2019"))] == [None]
    assert [one.reason for one in bound(rule, text.format("2019", "May 2019"))] == [TIMES]


# --- which figures fit

CROWD = "Some 40 men were killed and 9 injured. The march drew 300 people.\n\nIn all 60 people were killed or injured."


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ('a = { role = "killed" }\nb = { role = "injured" }', [("40", "9")]),
        ('a = { role = "casualties" }\nb = { role = "injured" }', [("60", "9")]),
        ('a = { role = "killed" }\nb = { kind = "count" }', [("40", "9"), ("40", "300"), ("40", "60")]),
        ('a = { role = "killed" }\nb = { kind = "number" }', []),
    ],
)
def test_a_pattern_fits_by_role_and_kind(write: Write, claims: str, expected: list[tuple[str, ...]]) -> None:
    rule = write("a <= b", claims)
    assert quotes(bound(rule, CROWD), CROWD) == expected


@pytest.mark.parametrize(
    ("within", "expected"),
    [
        ("sentence", [("40", "9")]),
        ("paragraph", [("40", "9"), ("40", "300")]),
        ("document", [("40", "9"), ("40", "300"), ("40", "60")]),
    ],
)
def test_a_rule_looks_no_further_than_it_says(write: Write, within: str, expected: list[tuple[str, ...]]) -> None:
    rule = write("a <= b", 'a = { role = "killed" }\nb = { kind = "count" }', f'within = "{within}"')
    assert quotes(bound(rule, CROWD), CROWD) == expected


def test_a_figure_is_never_set_against_itself(write: Write) -> None:
    rule = write("a <= b", 'a = { kind = "count" }\nb = { kind = "count" }')
    text = "It has 4 doors in it. It has 5 windows in it."
    assert quotes(bound(rule, text), text) == [("4", "5"), ("5", "4")]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ('where = "headline"', ["14"]),
        ('where = "body"', ["40", "7"]),
        ('stance = "forecast"', ["40"]),
        ('stance = "asserted"', ["14", "7"]),
    ],
)
def test_a_pattern_fits_by_where_and_how_it_is_put(write: Write, pattern: str, expected: list[str]) -> None:
    rule = write("a <= 5", f'a = {{ kind = "count", {pattern} }}')
    tale = told("The mill will close 40 shops. It had 7 shops in May.", headline="Mill loses 14 boats")
    assert [tale.document.quote(one.claims["a"].span) for one in bind([rule], tale)] == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ('kind = "period", form = "since"', ["Since 2016", "since May"]),
        ('kind = "date", form = "year"', ["June 3, 2019", "Sunday, June 9, 2019"]),
        ('kind = "date", form = "weekday"', ["Sunday, June 9, 2019"]),
        ('kind = "date", tense = "past"', ["June 3, 2019"]),
    ],
)
def test_a_pattern_fits_by_how_a_time_is_written_and_told(write: Write, pattern: str, expected: list[str]) -> None:
    rule = write("a <= published", f"a = {{ {pattern} }}")
    text = "Since 2016 and since May it has grown. It sank on June 3, 2019. It will be raised on Sunday, June 9, 2019."
    assert [quote for (quote,) in quotes(bound(rule, text), text)] == expected


def test_a_linked_pattern_takes_what_is_tied_and_in_another_unit_if_so_asked(write: Write) -> None:
    rule = write("a == b", 'a = { kind = "measure" }\nb = { kind = "measure", link = "restates", to = "a", unit = "other" }')
    text = "The trail is 5 miles (8 km) long, the pass 300 metres up."
    assert quotes(bound(rule, text), text) == [("5 miles", "8 km")]


def test_a_chain_of_links_is_followed(write: Write) -> None:
    rule = write("c <= a and b <= a", 'a = {}\nb = { link = "part-of", to = "a" }\nc = { link = "part-of", to = "b" }')
    text = "Some 900 people came. Of those, 40 people fell ill, including 7 children."
    assert quotes(bound(rule, text), text) == [("900", "40", "7")]


# --- the cap


def test_that_more_figures_fit_than_are_looked_at_is_spoken_of(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constraints, "MOST", 4)
    rule = write("a <= b", 'a = { role = "killed" }\nb = { role = "injured" }')
    two, three = (
        f"Some {' and '.join(f'{n} men were killed' for n in range(2, top))}. In all 9 men were injured." for top in (6, 7)
    )
    assert [one.reason for one in bound(rule, two)] == [None] * 4
    *first, last = bound(rule, three)
    assert [one.reason for one in first] == [None] * 4
    assert (last.reason, dict(last.claims)) == ("more than 4 sets of claims fit this rule; only the first were looked at", {})


def test_rules_and_figures_are_bound_in_their_order() -> None:
    tale = told("Some 9 men were killed and 8 women were killed. There were 60 casualties and 50 casualties.")
    found = [*bind([BUNDLED[PARTS], BUNDLED[DEATHS]], tale)]
    assert quotes(found, tale.document.text) == [("9", "60"), ("9", "50"), ("8", "60"), ("8", "50")]
    assert {one.rule.name for one in found} == {DEATHS}
