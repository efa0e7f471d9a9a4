"""Wholes and parts: which figures the text makes parts, shares, repeats or a list of another, and what a rule over many says."""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck
from factcheck import readers, rules, story
from factcheck.claims import reading, series
from factcheck.expressions import ExpressionError, parse
from factcheck.rules.families import label, numbered

BUNDLED = {rule.name: rule for rule in rules.load()}


def ties(kind: str, text: str) -> list[tuple[str, str]]:
    """Give the links of one kind: the words of the one figure, and those of the figure it depends on."""
    document = readers.from_text(text)
    tale = story.tell(document, reading.read(document))
    return [
        (document.quote(tale.by_id[link.one].span), document.quote(tale.by_id[link.other].span))
        for link in tale.links
        if link.kind == kind
    ]


def listed(text: str) -> tuple[str, ...]:
    """Give the names that are listed behind the only figure of a text that has some."""
    found = [claim.listing for claim in reading.read(readers.from_text(text)).claims if claim.listing]
    return found[0] if found else ()


def found(text: str, name: str) -> list[str]:
    """Give what one bundled rule says of a text."""
    return [finding.message for finding in factcheck.check(text, rules=[BUNDLED[name]]).findings]


# --- rules over many claims


def test_a_word_over_many_claims_writes_their_sum_out() -> None:
    dimensions = {"whole": "count", "parts": "count"}
    spread = parse("whole == total(parts)", dimensions, {"parts": 3})
    assert spread.names == {"whole", "parts 1", "parts 2", "parts 3"}


@pytest.mark.parametrize(
    ("holds", "fault"),
    [
        ("whole == parts", "parts stands for many claims: total(parts)"),
        ("whole == total(whole)", "total takes one name that stands for many claims: total(whole)"),
        ("total(parts)", "total gives a value, not a verdict"),
        ("whole == total(parts, parts)", "total takes one name that stands for many claims: total(parts, parts)"),
        ("whole == total(parts + whole)", "total takes one name that stands for many claims: total(parts + whole)"),
    ],
)
def test_what_stands_for_many_must_be_joined(holds: str, fault: str) -> None:
    with pytest.raises(ExpressionError) as error:
        parse(holds, {"whole": "count", "parts": "count"}, {"parts": 2})
    assert error.value.message == fault


def test_a_member_of_a_family_has_a_name_for_each_claim() -> None:
    rule = rules.member(BUNDLED["story/parts-off-total"], (("parts", 3),))
    assert [*rule.claims] == ["whole", *numbered("parts", 3)]
    assert {label(name) for name in rule.claims} == {"whole", "parts"}
    assert rule.name == "story/parts-off-total"


def test_many_needs_something_that_they_are_tied_to(tmp_path: Path) -> None:
    example = '[[bad]]\ntext = "[[1]]"\nsays = "x"\n' * 2 + '[[good]]\ntext = "x"\n' * 2
    head = 'title = "x"\nholds = "total(parts) <= 3"\nseverity = "error"\nmessage = "x"\nwhy = "x"\n'
    (tmp_path / "sums").mkdir()
    (tmp_path / "sums" / "off.toml").write_text(f"{head}[claims]\nparts = {{ many = 2 }}\n{example}", "utf-8")
    with pytest.raises(rules.RuleError, match="parts binds many but has no `to`"):
        rules.read(tmp_path)


def test_each_of_many_claims_is_a_place_under_their_one_name() -> None:
    report = factcheck.check("The yard has 14 boats - five small boats and seven large boats.")
    (finding,) = report.findings
    assert [place.label for place in finding.places] == ["whole", "parts", "parts"]
    assert {repair.claim for repair in finding.repairs} == {"c1", "c2", "c3"}
    assert finding.calculation == "14; five + seven = 12"


def test_whoever_plans_a_sum_plans_its_parts() -> None:
    assert found("The yard will build 14 boats - five small boats and seven large boats.", "story/parts-off-total")


# --- breakdowns


@pytest.mark.parametrize(
    "text",
    [
        "The yard has 14 boats - five in the north and nine in the south.",
        "The yard has 14 boats: five small boats and nine large boats.",
        "The yard has 14 boats (five in the north, including old hulks, and nine in the south).",
        "In all, 14 boats sailed, five in spring and nine in autumn.",
        "It built five boats in spring and nine in autumn, for a total of 14.",
        "It built five in spring and nine in autumn, or 14 boats in all.",
    ],
)
def test_parts_told_one_by_one_make_the_total(text: str) -> None:
    assert ties("adds-up", text) == [("five", "14"), ("nine", "14")]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The yard has 14 boats - five of them in the north and nine in the south.", "some may be left out"),
        ("The yard has 14 boats - five in the north, two in the south and the third at sea.", "a part is told without a number"),
        ("The yard has 14 boats - five more than in May and nine more than in June.", "differences"),
        ("The choir has 40 people - 12 women and five children.", "the men are not told"),
        ("The yard has 14 boats - the owner bought five in May and nine are his brother's.", "a sentence follows"),
        ("The yard has one boat - five metres long and two metres wide.", "one has no parts"),
        ("The bill was $9 million - $2 million above plan and $1 million below the last.", "differences of sums"),
    ],
)
def test_what_is_no_breakdown_adds_up_to_nothing(text: str, why: str) -> None:
    assert ties("adds-up", text) == [], why


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Of the 34 mills, 16 are in the north, eight in the south and 10 abroad.", []),
        ("Of the 34 mills, 16 stand in the north, compared with eight in the south and 10 in the isles.", ["16", "eight", "10"]),
        ("Of the 34 mills, 16 stand in the north, compared with eight in the south and 10 on islands.", []),
        ("Of the 34 mills, 16 beat estimates, eight missed and 10 matched them.", ["16", "eight", "10"]),
        ("The north has 10 of the 34 mills, followed by the south with eight.", ["10", "eight"]),
        ("The north has 10 of the 34 mills and eight of the 20 yards.", []),
        ("The flood cost $9 million, including $2 million for roads and $3 million for bridges.", ["$2 million", "$3 million"]),
        ("The mill made a profit of $9 million, including $7 million from rent and $8 million from sales.", []),
        ("The crash hurt 70 people: 55 passengers, including the mayor, and seven drivers.", ["55", "seven"]),
        ("The raid left 40 people dead, including 30 civilians and 20 women.", []),
    ],
)
def test_parts_are_added_only_where_they_have_nothing_in_common(text: str, parts: list[str]) -> None:
    assert [part for part, _ in ties("portion", text)] == parts


def test_a_part_takes_over_what_its_whole_is_counted_by() -> None:
    assert found("It pays $40 a share, including $90 paid now and $10 in bonds.", "story/parts-exceed-whole")


def test_a_count_in_brackets_stands_beside_a_series() -> None:
    document = readers.from_text("Five boats (2 new) and nine boats sank.")
    figures = [claim for claim in reading.read(document).claims if claim.quantity]
    assert [document.quote(part.claim.span) for part in series.read(figures, 0)] == ["Five", "nine"]


# --- shares


@pytest.mark.parametrize(
    "text",
    [
        "Voters backed the bridge by 68 percent to 42 percent.",
        "Voters backed the bridge, 68% to 42%.",
        "The poll has her up by 26 points (68 to 42 percent).",
        "In the vote 68 percent for Wren to 42 percent for Lull was the count.",
        "She took 68% of the vote, compared with 42% for Lull.",
    ],
)
def test_two_sides_of_a_vote_are_shares_of_one_whole(text: str) -> None:
    assert found(text, "story/shares-over-hundred")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Turnout at the vote fell from 68 percent to 42 percent.", "a change"),
        ("Turnout at the vote fell to 68 percent, compared with 72 percent in 2010.", "two votes"),
        ("The margin on cloth is 68 percent to 42 percent on wool.", "no vote"),
        ("In the poll 68 percent like tea and 52 percent like beer.", "two answers each"),
    ],
)
def test_other_percentages_are_no_shares_of_one_whole(text: str, why: str) -> None:
    assert found(text, "story/shares-over-hundred") == [], why


# --- lists


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It sails to three ports: Bergen, Leith and Hull.", ("Bergen", "Leith", "Hull")),
        ("It sails to three ports -- Bergen, Leith, and Hull -- in May.", ("Bergen", "Leith", "Hull")),
        ("It sued two firms (Barlow Corp and Wren & Lull).", ("Barlow Corp", "Wren & Lull")),
        ("It sued two firms - Barlow Corp ( BRL.N ) and Tamsin ( TMS.L ).", ("Barlow Corp", "Tamsin")),
        ("It sued two firms: Barlow, Inc. and Tamsin.", ("Barlow, Inc", "Tamsin")),
        ("There are two firms that will fall under the ban: Barlow and Tamsin.", ("Barlow", "Tamsin")),
    ],
)
def test_a_list_of_names_is_counted(text: str, names: tuple[str, ...]) -> None:
    assert tuple(name.rstrip(".") for name in listed(text)) == names


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("It sails to three ports, including Bergen and Hull.", "not all of them"),
        ("Three ports - Bergen and Hull among them - agreed.", "not all of them"),
        ("Three ports - Bergen, Hull and others - agreed.", "not all of them"),
        ("Two of the three ports - Bergen and Hull - agreed.", "the list is of the two"),
        ("It sued three firms: Barlow, Wren and Sons and Tamsin.", 'which "and" is in a name?'),
        ("It has three ships: Bergen is old, and Leith and Hull are new.", "a sentence"),
        ("It sailed 16 for two owners: Barlow and Tamsin.", "the figure counts something else"),
        ("It sails to the top 10 ports - Bergen and Hull.", "a choice"),
        ("It won by four goals: Lull, Wren and Tamsin.", "one scored twice"),
        ("It has shops in two cities: Portland, Oregon and Austin.", "a comma in a name"),
    ],
)
def test_a_list_that_cannot_be_counted_is_left_alone(text: str, why: str) -> None:
    assert listed(text) == () or "shops" not in text, why
    assert found(text, "story/count-off-list") == [], why


# --- told twice


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("It closed 31 mills. It had 13 mills in the north. The 13 mills are new.", "told before"),
        ("It closed 31 mills. The 13 mills that it kept are new.", "a clause says which"),
        ("It closed 31 mills in May. It opened 18. The 13 mills are new.", "what is left over"),
        ("It closed 31 mills. The two mills are new.", "two that were named"),
        ("It closed 31 mills. In all 13 mills are new.", 'not "all 13"'),
    ],
)
def test_a_definite_number_may_be_another(text: str, why: str) -> None:
    assert found(text, "story/same-figure-twice") == [], why


def test_the_rest_is_what_the_part_leaves() -> None:
    assert ties("rest-of", "Nine of the 12 mills agreed. The other three did not.") == [("three", "12")]
    assert ties("rest-of", "Nine of the 12 mills agreed. The other three yards did not.") == []


def test_a_share_is_told_with_its_counts() -> None:
    text = "It cut 24 of its 480 posts, or 5 percent."
    assert ties("rated", text) == [("24", "5 percent")]
    assert ties("base", text) == [("480", "5 percent")]
    text = "It has 480 posts, of which 24, or 5 percent, are empty."
    assert ties("rated", text) == [("24", "5 percent")]
    assert ties("base", text) == [("480", "5 percent")]


# --- headlines


@pytest.mark.parametrize(
    ("headline", "body", "wrong"),
    [
        ("Mill cuts 1,500 jobs", "The mill will cut about 1,000 jobs, it said.", True),
        ("Mill cuts 1,000 jobs", "The mill will cut 1,040 jobs, it said.", False),
        ("Mill cuts at least 80,000 jobs", "The mill is cutting at least 10,000 jobs, it said.", True),
        ("Mill sales fall 31 percent", "The mill on Monday reported a 51 percent drop in sales.", True),
        (
            "Mill sales fall 31 percent",
            "Sales fell, the mill said, after a drop of 51 percent in May. They fell 31 percent.",
            False,
        ),
        ("Police arrest 73, shut 73 shops", "Police arrested 73 people. They closed 37 shops in the port.", True),
        ("Mill to cut 500 jobs", "The mill will cut 850 jobs and take other steps. Its rival cut 200 jobs last year.", True),
    ],
)
def test_a_headline_is_held_against_the_lead(headline: str, body: str, wrong: bool) -> None:
    report = factcheck.check(body, headline=headline, rules=[BUNDLED["story/headline-off-body"]])
    assert bool(report.findings) == wrong


# --- hostile input


@pytest.mark.parametrize(
    "text",
    [
        "2 a, " * 1000,
        "3 boats - " + "1 in a and " * 1000,
        "Of the 9 x, " + "3 are y, " * 1000,
        "four cities: " + "A of the B, " * 1000 + "and C.",
        "The 12 x. " * 1000,
        "40% to " * 1000,
    ],
)
def test_a_long_series_brings_no_reader_down(text: str) -> None:
    factcheck.check(text)
