"""The figures of one change, and figures set against each other: what the words before them say, and how they are tied."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linear import grows_linearly

import factcheck
from factcheck import lexicon, readers, story
from factcheck.claims import Claim, moves, reading
from factcheck.document import Span
from factcheck.expressions import Context, Operand
from factcheck.intervals import Amount, Interval
from factcheck.relations import percent_moved, percent_of_change
from factcheck.sentences import Sentence
from factcheck.story.changes import arrivals

SENTENCE = Sentence(Span(0, 1), "body", 0, "1")


def ties(text: str, *kinds: str) -> list[tuple[str, str, str, str | None]]:
    """Give the links of some kinds: the part, the words of the one figure, those of the other, and the direction."""
    document = readers.from_text(text)
    tale = story.tell(document, reading.read(document))
    quote = {claim.id: document.quote(claim.span) for claim in tale.claims}
    return [(link.part, quote[link.one], quote[link.other], link.direction) for link in tale.links if link.kind in kinds]


def parts(text: str) -> dict[str, str]:
    """Give the parts of a text's only move; all run to one level."""
    found = ties(text, "move")
    (level,) = {level for _, _, level, _ in found}
    return {part: one for part, one, _, _ in found} | {"level": level}


def found(text: str, published: str = "2025-04-30") -> list[str]:
    return [finding.rule for finding in factcheck.check(text, published=published).findings]


# --- what leads to a figure


@pytest.mark.parametrize("noun", lexicon.entries("turns")["rises"]["words"])
def test_a_noun_of_change_goes_one_way_or_none_and_is_read_wherever_it_stands(noun: str) -> None:
    assert moves.directions().get(noun) in ({None} if noun == "improvement" else {"up", "down"})
    for text in (f"The {noun} in its price to 5 euros from 6 euros was seen.", f"It sold 400 boats, a {noun} of 3 percent."):
        factcheck.check(text)


@pytest.mark.parametrize(
    ("words", "part", "direction"),
    [
        ("Revenue rose ", "change", "up"),
        ("Revenue fell sharply by ", "change", "down"),
        ("Revenue rose to ", "level", "up"),
        ("Revenue edged up to a record ", "level", "up"),
        (" in May from ", "before", None),
        (", down from ", "before", "down"),
        (", compared with ", "before", None),
        (", or ", "again", None),
        (" (", "bracket", None),
        (" or ", "again", None),
        (" red or ", "", None),
        ("The mill has ", "", None),
    ],
)
def test_the_words_before_a_figure_say_what_part_of_a_change_it_is(words: str, part: str, direction: str | None) -> None:
    lead = moves.lead(words, 0, len(words))
    assert (lead.part, lead.direction) == (part, direction)


def test_another_statement_breaks_a_change() -> None:
    words = " while looms fell to "
    lead = moves.lead(words, 0, len(words))
    assert (lead.broken, lead.part, lead.direction) == (True, "level", "down")
    words = " and closed at "
    assert not moves.lead(words, 0, len(words)).broken


# --- moves


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Revenue rose 8 percent to $5 million from $4.6 million.",
            {"percent": "8 percent", "level": "$5 million", "before": "$4.6 million", "recent": "$4.6 million"},
        ),
        (
            "The index lost 15.51 points, or 0.12 percent, at 12,571.91.",
            {"change": "15.51", "percent": "0.12 percent", "level": "12,571.91"},
        ),
        (
            "Sales fell by 23% from 16,185 tonnes in 2003 to 12,462 tonnes in 2004.",
            {"percent": "23%", "before": "16,185 tonnes", "level": "12,462 tonnes"},
        ),
        (
            "Alder ended 33 cents, or 6.6 percent, lower at $4.67.",
            {"change": "33 cents", "percent": "6.6 percent", "level": "$4.67"},
        ),
        (
            "Profit rose 20 percent to €6 million ($6.6 million), or 8 cents a share, from €5 million, or 6 cents.",
            {"percent": "20 percent", "level": "€6 million", "before": "€5 million"},
        ),
        (
            "Unemployment fell to 5.1 percent from 7.2 percent.",
            {"level": "5.1 percent", "before": "7.2 percent", "left": "7.2 percent"},
        ),
        (
            "Exports nearly doubled to 40 tonnes from 21 tonnes.",
            {"level": "40 tonnes", "before": "21 tonnes", "multiplied": "21 tonnes"},
        ),
    ],
)
def test_the_figures_of_a_change_are_tied_to_the_level_that_it_led_to(text: str, expected: dict[str, str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Alder rose 3 percent, while Birch fell to $40.", "two companies, and no earlier level"),
        ("Bonds fell 5/32 to yield 2.5 percent from 2.6 percent a year.", "a price that is half read, and its yield"),
        ("Profit was $5 million, compared with $6 million expected by analysts.", "what was expected"),
        ("It paid $11.l8 million, down from $12.l9 million.", "figures with a letter among their digits"),
        ("The mill sold 40 looms from 12 yards.", "nothing changed"),
        ("Revenue rose to 40 tonnes from $5 million.", "tonnes are no dollars"),
    ],
)
def test_of_what_is_no_change_of_one_figure_nothing_is_reckoned(text: str, why: str) -> None:
    assert [tie for tie in ties(text, "move") if tie[0] not in (arrivals.PART, arrivals.BEFORE)] == [], why


def test_a_percent_on_another_basis_is_left_out() -> None:
    assert "percent" in parts("Revenue rose 12 percent to $5 million from $4.9 million.")
    assert "percent" not in parts("Revenue rose 12 percent at constant currencies to $5 million from $4.9 million.")


def test_a_currency_that_rises_costs_less() -> None:
    assert found("The yen rose to 90.2 per dollar from 91.3.") == []
    assert found("The fee rose to 90.2 euros from 91.3 euros.") == ["change/wrong-way"]


def test_cents_are_those_of_the_price_beside_them() -> None:
    text = "Alder closed down {} cents, or 6.6 percent, at $8.89. Birch, a yard in Australia, paid A$3."
    assert found(text.format(33)) == ["change/percent-off-change"]
    assert found(text.format(63)) == []


TRAPS = [
    ("Revenue rose 15 percent to $37 million, compared with $36 million in the previous quarter.", "the percent is for a year"),
    ("Output rose 2 percent in May to 330 tonnes, up from 250 tonnes a year ago.", "the percent is for a month"),
    ("Alder fell $1, or 5 percent, to $19, down from $25 a year ago.", "the change is for a day"),
    ("Alder gained $1.40 on Friday to finish at $91.20, up from $80 a year ago.", "the change is for a day"),
    ("The yen rose 0.5 percent to 90.5 per dollar from 91.", "the price of the dollar falls"),
    ("The dollar fell to 1.30 from 1.29 on Friday.", "the price of the euro rises"),
    ("Sales rose 4 percent a year to $50 million in 2010 from $40 million in 2005.", "each year"),
    ("Alder rose $2, or 20 percent, from its close at $10.", "the level before, and not after"),
    ("The mill cut 300 jobs, or 10 percent of its staff, to 12 plants.", "jobs and plants"),
    ("The mill laid off 300 workers, or 10 percent of its staff, at 12 plants.", "jobs and plants"),
    ("The toll fell to 800,000 from 1.1 in June.", "a scale word left out in speech"),
    ("Output fell more than 50 percent to 20 tonnes from 90 tonnes.", "any larger percent is told, too"),
    ("Output fell 5 percent, missing forecasts of a 3 percent drop.", "of a fall, more is less"),
    ("Unemployment stood at 9.5 percent, better than the 9.8 percent forecast.", "better is less"),
    ("The firm raised $50 million, under a $20 million plan.", "according to a plan"),
    ("Profit was $5 million, up from $4.5 million, and the $5 billion plan is dead.", "round sums"),
]


@pytest.mark.parametrize(("text", "why"), TRAPS)
def test_what_has_another_reading_is_no_fault(text: str, why: str) -> None:
    assert found(text) == [], why


def test_a_change_may_be_told_as_a_noun_behind_its_level() -> None:
    assert ties("It accepted 900 pupils so far, a rise of 3 percent.", "move") == [("told", "3 percent", "900", None)]
    assert ties("It accepted 900 pupils, and a rise of 3 percent in fees.", "move") == []
    assert ("told", "1.9 metres", "9.4 metres", None) in ties("It peaked at 9.4 metres, 1.9 metres above the mark.", "move")
    assert ("told", "a third", "€96 million", None) in ties("Profit fell by a third to €96 million.", "move")


def test_the_noun_of_a_level_before_may_stand_between_the_two() -> None:
    assert ("before", "nine", "seven", "down") in ties("The fair will shrink from nine stages to seven.", "move")


def test_a_level_is_set_against_one_that_it_is_so_many_times() -> None:
    text = "The rate is 2 percent, twice the national average of 1 percent."
    assert ties(text, "multiple") == [("", "1 percent", "2 percent", "2-times")]


def test_a_percent_may_follow_the_level() -> None:
    assert found("Alder fell 33 cents to $8.89, or 6.6 percent, on Monday.") == ["change/percent-off-change"]
    assert found("Profit rose by $1 million to $5 million, or 60 percent of sales.") == []


# --- thresholds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The index stood at 49.5, below the 50 mark.", [("", "50", "49.5", "under")]),
        ("Profit rose to 61 cents from 39 cents, beating forecasts of 43 cents.", [("", "43 cents", "61 cents", "above")]),
        ("The mill made $5 million, well above last year's average of $4 million.", [("", "$4 million", "$5 million", "above")]),
        (
            "It made $5 million in the three months to June, the mill said on Friday, beating the $4 million expected.",
            [("", "$4 million", "$5 million", "above")],
        ),
    ],
)
def test_a_figure_is_tied_to_the_one_it_is_set_against(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert ties(text, "threshold") == expected


@pytest.mark.parametrize(
    "text",
    [
        "The mill lost 26 cents a share, above the 37 cents expected.",
        "It earned 4 cents a share, 3 cents better than the forecast of 1 cent.",
        "It has 46 looms, beating 40 rivals.",
        "Profit was up from 812 million euros and higher than the record of 900 million euros.",
        "It rose 3 percent, above 12,000.",
        "It was not 46 metres, above the 50 metres expected.",
    ],
)
def test_what_is_not_set_against_a_figure_stays_untied(text: str) -> None:
    assert ties(text, "threshold") == []


# --- ranges


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("It needs between 30 and 20 looms.", ["range/ends-reversed"]),
        ("It needs between 3 percent and 2 percent.", ["range/ends-reversed"]),
        ("It needs between 20 and 30 looms.", []),
        ("Prices fell between 30 and 20 percent.", []),
        ("It is open between 10 and 6.", []),
        ("It was written between 1985 and 1969.", ["calendar/period-backwards"]),
        ("It cost between 900 million and 1.2 euros.", []),
    ],
)
def test_a_range_runs_from_the_lower_end_to_the_higher(text: str, rules: list[str]) -> None:
    assert found(text) == rules


# --- scale words


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("The $46 billion merger failed. It was a $46 million, three-way merger.", True),
        ("The $46 billion merger failed. A $46 million bonus was paid.", False),
        ("The $45.5 billion merger failed. Before the merger, for $45.5 million, it grew.", True),
        ("The $40 billion merger failed. It was a $40 million merger.", False),
        ("The fund grew from $46 million to $46 billion.", False),
        (
            "The $46 billion merger failed. The $46 million merger failed. The $46 billion merger failed. A $46 million merger.",
            False,
        ),
    ],
)
def test_a_sum_with_another_scale_word_is_the_same_only_where_the_text_says_so(text: str, tied: bool) -> None:
    assert bool(ties(text, "rescaled")) is tied


# --- years


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("It burned 10 years ago, in 2015.", []),
        ("It burned 10 years ago, in 2005.", ["calendar/years-ago-off"]),
        ("In 2005, about 20 years ago, it burned.", []),
        ("It burned 10 years ago, in the 2000s.", []),
        ("It is the 50th anniversary of the 1962 flood.", ["calendar/anniversary-off"]),
        ("It is the 63rd anniversary of the 1962 flood.", []),
        ("A woman of 111 born in 1928 came.", ["calendar/age-off-birth"]),
        ("Ruiz, 96, was born in 1928.", []),
        ("Ruiz, 40, was born in 1928 and died young.", []),
    ],
)
def test_years_lead_back_to_the_year_that_is_told(text: str, rules: list[str]) -> None:
    assert found(text) == rules


def test_without_a_publication_date_years_are_not_checked() -> None:
    report = factcheck.check("It burned 10 years ago, in 2005.")
    (check,) = (check for check in report.checks if check.rule == "calendar/years-ago-off")
    assert (check.verdict, check.reason) == ("not checked", "the publication date is not known")


# --- words


def figure(value: Fraction, unit: str, way: str | None = None) -> Operand:
    told = Amount(Interval.point(value), Interval.point(value), unit)
    return Operand(str(value), told, Claim("c1", Span(0, 1), "money", SENTENCE, direction=way))


@given(
    st.fractions(min_value=1, max_value=10**12),
    st.fractions(min_value=0, max_value=99),
    st.sampled_from(["up", "down"]),
)
def test_the_level_that_a_percent_leads_to_gives_the_percent_back(before: Fraction, share: Fraction, way: str) -> None:
    start, percent = figure(before, "USD"), figure(share, "percent", way)
    solved = percent_moved.solve(Interval.point(share), start, start, percent, Context())
    assert solved.low is not None
    worth = percent_moved.evaluate(figure(solved.low, "USD"), start, percent, Context())
    assert worth.amount.printed == Interval.point(share)


@given(
    st.fractions(min_value=1, max_value=10**12),
    st.fractions(min_value=Fraction(1, 100), max_value=99),
    st.sampled_from(["up", "down"]),
)
def test_a_change_and_its_level_give_the_percent_that_both_levels_give(before: Fraction, share: Fraction, way: str) -> None:
    percent, step = figure(share, "percent", way), before * share / 100
    level = figure(before + step if way == "up" else before - step, "USD")
    worth = percent_of_change.evaluate(level, figure(step, "USD"), percent, Context())
    assert worth.amount.printed == Interval.point(share)


# --- plans, cost


def test_a_plan_stands_or_falls_as_a_whole() -> None:
    assert found("Revenue will rise 32 percent to $7.39 million from $7.60 million next year.") == ["change/percent-off-levels"]


def test_a_figure_for_next_year_is_converted_at_no_rate_that_was_ever_seen() -> None:
    text = "Next year the port will pay 14 billion euros (${} billion)."
    assert found(text.format("1.59")) == ["money/conversion-off-rate"]
    report = factcheck.check(text.format("18.2"), published=dt.date(2025, 4, 30))
    assert [check.verdict for check in report.checks if check.rule == "money/conversion-off-rate"] == ["not checked"]


@pytest.mark.parametrize(
    "unit",
    [
        "rose 5 percent to 7 from 6, ",
        "49.5, below the 50 mark, ",
        "$46 billion merger, $46 million merger. ",
        "between 3 percent and 2 percent, ",
        "10 years ago, in 2003, ",
        "from from to to at or compared with ",
    ],
)
def test_the_cost_of_links_grows_with_the_text(unit: str) -> None:
    def tell(size: int) -> None:
        document = readers.from_text(unit * (size // len(unit)))
        story.tell(document, reading.read(document))

    assert grows_linearly(tell, 1000, most=2)  # a sentence is looked back upon for some way, and no further
