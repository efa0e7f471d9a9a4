"""Claims: what a figure counts, its role, whose, when, how surely and who says so; and what a claim never does."""

from __future__ import annotations

import datetime as dt

import pytest
from corpora import Case, cases, document, names
from hypothesis import given
from hypothesis import strategies as st
from linear import grows_linearly

from factcheck.claims import FIGURES, Claim, reading, subjects
from factcheck.claims.reading import Statements
from factcheck.document import Span
from factcheck.grounds import kin
from factcheck.readers import from_text

PUBLISHED = dt.date(2025, 4, 30)
WORDS = [
    "about", "4,700", "soldiers", "were", "killed", "or", "injured", ",", "including", "an", "estimated", "600", "dead",
    ".", "“", "”", "said", "the", "mayor", "according", "to", "Ruiz", "$", "6", "trillion", "won", "(", ")", "since",
    "June", "2024", "Monday", "May", "5", "if", "whether", "one", "of", "them", "3", "percent", "miles", "-", "may",
    "plans", "not", "?", ";", "—", "half", "a", "million", "and", "dozens", "Boeing", "787", "in", "2016", "2-1", "up",
    "more", "\n\n", "\u00a0", "between", "20", "another", "rose", "90", "at", "least", "share", "HK$3m", "U.S.",
    "allegedly", "It",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=40).map(" ".join)


def of(case: Case, home: str | None = None) -> list[Claim]:
    """Give the claims of the marked figures."""
    claims = {claim.span: claim for claim in reading.read(document(case.text, PUBLISHED, home)).claims}
    return [claims[mark] for mark in case.marks]


def claim(text: str) -> Claim:
    return reading.read(document(text, PUBLISHED)).claims[0]


def test_each_question_has_its_corpus() -> None:
    assert names("claims") == ["cues", "currencies", "hedges", "periods", "phrases", "roles", "sources", "stances", "subjects"]


@pytest.mark.parametrize("case", cases("claims", "phrases"))
def test_a_figure_counts_the_noun_behind_it(case: Case) -> None:
    assert tuple(claim.counted or "-" for claim in of(case)) == case.reads


@pytest.mark.parametrize("case", cases("claims", "roles"))
def test_noun_and_verb_give_the_roles(case: Case) -> None:
    assert tuple(", ".join(claim.roles) or "-" for claim in of(case)) == case.reads
    assert all(claim.role == (claim.roles[0] if claim.roles else None) for claim in of(case))


@pytest.mark.parametrize("case", cases("claims", "subjects"))
def test_the_words_before_the_noun_tell_whose(case: Case) -> None:
    found = [claim.subject for claim in of(case) if claim.subject]
    read = [" ".join([subject.head or "-", *sorted(f"{kind}={word}" for kind, word in subject.modifiers)]) for subject in found]
    assert tuple(read) == case.reads


def test_on_a_sunday_the_week_just_past_is_the_last_one() -> None:
    told = reading.read(document("It fell last Thursday.", dt.date(2025, 5, 4))).claims[0]
    assert told.first_day == dt.date(2025, 5, 1)


@pytest.mark.parametrize("case", cases("claims", "periods"))
def test_a_time_means_its_first_and_last_day(case: Case) -> None:
    assert tuple(f"{claim.first_day or '..'} to {claim.last_day or '..'}" for claim in of(case)) == tuple(
        ".. to .." if read == "-" else read for read in case.reads
    )


@pytest.mark.parametrize("case", cases("claims", "stances"))
def test_a_figure_is_asserted_unless_its_words_say_otherwise(case: Case) -> None:
    assert tuple(claim.stance for claim in of(case)) == case.reads


@pytest.mark.parametrize("case", cases("claims", "hedges"))
def test_a_hedge_touches_the_figures_within_its_reach(case: Case) -> None:
    assert tuple(", ".join(sorted(claim.hedge_kinds)) or "-" for claim in of(case)) == case.reads


@pytest.mark.parametrize("case", cases("claims", "cues"))
def test_every_hedge_is_seen_and_nothing_that_looks_like_one(case: Case) -> None:
    hedges = reading.read(document(case.text, PUBLISHED)).hedges
    assert [(hedge.span, hedge.kind) for hedge in hedges] == list(zip(case.marks, case.reads, strict=True))


@pytest.mark.parametrize("case", cases("claims", "sources"))
def test_the_nearest_voucher_is_the_source(case: Case) -> None:
    stated = reading.read(document(case.text, PUBLISHED))
    found = {source.id: source.name for source in stated.sources}
    assert tuple(found[claim.source].lower() if claim.source else "-" for claim in of(case)) == tuple(map(str.lower, case.reads))


@pytest.mark.parametrize("case", cases("claims", "currencies"))
def test_an_ambiguous_sign_keeps_what_the_document_offers(case: Case) -> None:
    assert tuple(" ".join(claim.quantity.readings) for claim in of(case) if claim.quantity) == case.reads


@pytest.mark.parametrize(
    ("text", "home", "first"),
    [
        ("It was 30 degrees by noon and 12C at night.", "US", "degree_Celsius"),
        ("It was 30 degrees by noon and 54F at night.", "GB", "degree_Fahrenheit"),
        ("It was 30 degrees by noon.", "GB", "degree_Celsius"),
        ("It was 30 degrees by noon.", None, "degree_Fahrenheit"),
    ],
)
def test_bare_degrees_are_of_the_scale_beside_them_or_of_home(text: str, home: str | None, first: str) -> None:
    quantity = reading.read(document(text, home=home)).claims[0].quantity
    assert quantity is not None
    assert quantity.unit == first
    assert {"degree_Fahrenheit", "degree_Celsius"} <= set(quantity.readings)


def test_home_comes_first_among_the_readings_of_a_sign() -> None:
    stated = reading.read(document("It cost $3 million.", home="CA"))
    assert [claim.quantity.readings for claim in stated.claims if claim.quantity] == [("CAD", "USD")]


@pytest.mark.parametrize(
    ("text", "home", "day"),
    [
        ("It opened on 5/12/2016.", None, dt.date(2016, 5, 12)),
        ("It opened on 5/12/2016.", "US", dt.date(2016, 5, 12)),
        ("It opened on 5/12/2016.", "GB", dt.date(2016, 12, 5)),
        ("It opened on 5-12-2016.", "AU", dt.date(2016, 12, 5)),
        ("It opened on 5.12.2016.", "DE", dt.date(2016, 12, 5)),
        ("It opened on 31/12/2016.", "US", dt.date(2016, 12, 31)),
    ],
)
def test_home_puts_the_day_or_the_month_first(text: str, home: str | None, day: dt.date) -> None:
    (claim,) = reading.read(document(text, dt.date(2017, 1, 2), home)).claims
    assert (claim.first_day, claim.last_day) == (day, day)


def test_a_span_in_digits_has_the_order_of_home_at_both_ends() -> None:
    (claim,) = reading.read(document("It ran from 3/4/2016 to 5/6/2016.", dt.date(2017, 1, 2), "GB")).claims
    assert (claim.first_day, claim.last_day) == (dt.date(2016, 4, 3), dt.date(2016, 6, 5))


@pytest.mark.parametrize(
    ("text", "additional"),
    [
        ("Another 40 houses fell.", True),
        ("40 more houses fell.", True),
        ("A further 40 fell.", True),
        ("40 others fell.", True),
        ("An additional 40 fell.", True),
        ("40 houses fell.", False),
        ("More than 40 houses fell.", False),
    ],
)
def test_what_comes_on_top_is_additional(text: str, additional: bool) -> None:
    assert claim(text).additional == additional


@pytest.mark.parametrize(
    ("text", "running"),
    [("The toll rose to 90.", True), ("The toll has risen to at least 90.", True), ("The toll was 90.", False)],
)
def test_a_later_state_is_running(text: str, running: bool) -> None:
    assert claim(text).running == running


@pytest.mark.parametrize("text", ["4,700 soldiers came.", "600 were killed.", "40 labourers slept.", "It left 12 dead."])
def test_people_have_a_unit_of_their_own(text: str) -> None:
    found = claim(text)
    assert (found.kind, found.quantity.unit if found.quantity else "") == ("count", "person")


def test_a_count_of_things_has_no_unit() -> None:
    found = claim("40 barns burned.")
    assert (found.kind, found.counted, found.quantity.unit if found.quantity else "") == ("count", "barns", None)


def test_a_figure_that_counts_nothing_is_a_number() -> None:
    assert claim("It is 40.").kind == "number"


@pytest.mark.parametrize(
    ("one", "other", "contradict"),
    [
        ("40 Russian soldiers", "50 North Korean troops", True),
        ("40 labourers", "50 troops", True),
        ("40 female guards", "50 male guards", True),
        ("40 soldiers", "50 North Korean troops", False),
        ("40 soldiers", "50 troops", False),
        ("40 people", "50 troops", False),
        ("40 blind passengers", "50 deaf passengers", False),
        ("40 lamps", "50 troops", False),
    ],
)
def test_subjects_contradict_by_class_or_by_a_modifier_of_one_kind(one: str, other: str, contradict: bool) -> None:
    a, b = claim(f"{one} came.").subject, claim(f"{other} came.").subject
    assert (subjects.contradict(a, b) is not None, subjects.contradict(b, a) is not None) == (contradict, contradict)
    assert subjects.contradict(a, None) is None


@pytest.mark.parametrize(
    ("one", "other", "narrower"),
    [
        ("40 elderly residents", "50 residents", True),
        ("40 residents", "50 elderly residents", False),
        ("40 soldiers", "50 people", True),
        ("40 North Korean troops", "50 soldiers", False),
    ],
)
def test_a_modifier_or_a_closer_noun_narrows_but_a_nationality_may_be_left_out(one: str, other: str, narrower: bool) -> None:
    assert subjects.narrower(claim(f"{one} came.").subject, claim(f"{other} came.").subject) == narrower


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Arrivals, however, have climbed by 16 percent to 38,300.", [None, "Arrivals"]),
        ("Bookings fell to 1,200 from 1,900.", ["Bookings", "Bookings"]),
        ("The port said orders for its boats had fallen to 4,200.", ["orders"]),
        ("Shares rose to 4,200.", [None]),
        ("The inventory of unsold boats was 4,200.", ["unsold boats"]),
        ("Of the boats in the harbour, 14 sank.", ["boats"]),
        ("Inland boat owners exceeded 4,200.", ["Inland boat owners"]),
        ("They put the number of boats at 4,200.", ["boats"]),
        ("Of these, 14 sank.", [None]),
        ("The fair shrank from nine stages to seven.", ["stages", "stages"]),
        ("The port cut the number of pilots from 90 to 60.", ["pilots", "pilots"]),
        ("Sixty sailors were saved, 21 of them women, and four were hurt.", ["sailors", "women", "sailors"]),
    ],
)
def test_a_bare_number_is_of_what_moved_to_it_or_of_the_group_before_it(text: str, subjects: list[str | None]) -> None:
    claims = reading.read(document(text, PUBLISHED)).claims
    assert [claim.subject.text if claim.subject else None for claim in claims] == subjects


def test_roles_form_a_tree() -> None:
    assert kin.lineage("injured") == ("injured", "killed-or-injured", "casualties")
    assert kin.under("killed", "casualties")
    assert not kin.under("casualties", "killed")
    assert not kin.under("deployed", "casualties")


def test_a_source_that_was_told_relays_the_one_before() -> None:
    stated = reading.read(document("The agency said 40 fell. Lawmakers briefed by the agency said 12 fled."))
    assert [source.relays for source in stated.sources] == [None, stated.sources[0].id]


def test_cue_source_and_content_are_told_apart() -> None:
    text = "The old mayor said that 40 stayed."
    (source,) = reading.read(document(text)).sources
    words = [text[span.start : span.end] for span in (source.cue, source.source, source.content) if span]
    assert words == ["said", "The old mayor", "40 stayed"]


@pytest.mark.parametrize(
    ("text", "relayed"),
    [
        ("The agency said 40 left. Deputies briefed on the audit said 12 stayed.", {"s2": "s1"}),
        ("The paper said 40 left, citing the coroner.", {"s1": "s2"}),
        ("The agency said 40 left. Deputies said 12 stayed.", {}),
    ],
)
def test_a_source_that_passes_on_a_word_says_whose(text: str, relayed: dict[str, str]) -> None:
    assert {s.id: s.relays for s in reading.read(document(text)).sources if s.relays} == relayed


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Ida Ode, the mayor, said 40 left. She said 12 stayed.", [None, "Ida Ode, the mayor"]),
        ("Tarn Ferries will sell 40 boats, it said. It said 12 stay.", ["Tarn Ferries", "Tarn Ferries"]),
        ("Tarn Ferries will sell 40 boats. It said 12 stay.", ["Tarn Ferries"]),
        ("Brokers said 40 left. He said 12 stayed.", [None, None]),  # several are no "he"
        ("The mayor said 40 left. The union said 12 stayed.", [None, None]),
    ],
)
def test_what_a_pronoun_stands_for_are_the_words_that_name_it(text: str, meant: list[str | None]) -> None:
    read = reading.read(document(text)).sources
    assert [source.antecedent and text[source.antecedent.start : source.antecedent.end] for source in read] == meant


@pytest.mark.parametrize(
    "text", ["The union urged the port to stay.", "He was told that it rained.", "He asked whether it rained."]
)
def test_who_answers_for_nothing_is_listed(text: str) -> None:
    (source,) = reading.read(document(text)).sources
    assert not source.vouches


def test_a_hedge_that_touches_no_figure_is_listed() -> None:
    (hedge,) = reading.read(document("Help is ready, the crew reportedly said.")).hedges
    assert (hedge.kind, hedge.claims) == ("hearsay", ())


def test_without_a_day_of_publication_only_what_is_written_in_full_has_days() -> None:
    stated = reading.read(document("It sank on May 29. It was raised on May 29, 2024. It lay there last year."))
    assert [claim.first_day for claim in stated.claims] == [None, dt.date(2024, 5, 29), None]


def test_a_masthead_holds_no_claims_but_its_date() -> None:
    story = from_text(
        "57.2 F\nWednesday, April 30, 2025\n\nFerry sinks off the harbour\n\nA ferry sank with 40 people aboard, he said.\n"
    )
    assert [(claim.kind, story.quote(claim.span)) for claim in reading.read(story).claims] == [
        ("date", "Wednesday, April 30, 2025"),
        ("count", "40"),
    ]


def test_a_byline_and_a_footer_hold_no_claims() -> None:
    story = from_text("Ferry sinks\nBy Ines Okafor\n\nA ferry sank with 40 people aboard, he said.\n\n© 2024 The Harbour Post\n")
    assert [story.quote(claim.span) for claim in reading.read(story).claims] == ["40"]


def _stated(text: str) -> Statements:
    return reading.read(from_text(text, published=PUBLISHED))


@given(TEXTS)
def test_no_text_stops_the_reading_and_ids_name_all_in_text_order(text: str) -> None:
    stated = _stated(text)
    assert [claim.id for claim in stated.claims] == [f"c{n}" for n in range(1, len(stated.claims) + 1)]
    assert [hedge.id for hedge in stated.hedges] == [f"h{n}" for n in range(1, len(stated.hedges) + 1)]
    assert [source.id for source in stated.sources] == [f"s{n}" for n in range(1, len(stated.sources) + 1)]
    spans = [claim.span for claim in stated.claims]
    assert spans == sorted(spans)


@given(TEXTS)
def test_hedges_and_claims_name_each_other(text: str) -> None:
    stated = _stated(text)
    touched = {(hedge.id, name) for hedge in stated.hedges for name in hedge.claims}
    assert touched == {(name, claim.id) for claim in stated.claims for name in claim.hedges}
    assert {claim.source for claim in stated.claims} - {source.id for source in stated.sources} <= {None}


@given(TEXTS)
def test_all_of_a_claim_lies_within_its_sentence(text: str) -> None:
    for found in _stated(text).claims:
        assert found.sentence.span.covers(found.span)
        assert found.phrase.covers(found.span)
        assert found.sentence.span.covers(found.phrase)


@given(TEXTS)
def test_what_says_how_many_has_a_quantity_that_something_fits(text: str) -> None:
    for found in _stated(text).claims:
        if found.kind in FIGURES:
            assert found.quantity is not None
            assert not found.quantity.possible.is_empty
            assert not found.quantity.printed.is_empty


@given(TEXTS, st.sampled_from([None, PUBLISHED]))
def test_no_first_day_lies_behind_the_last_one(text: str, published: dt.date | None) -> None:
    for found in reading.read(from_text(text, published=published)).claims:
        if found.first_day is not None and found.last_day is not None:
            assert found.first_day <= found.last_day


@given(TEXTS)
def test_words_of_another_paragraph_do_not_change_a_claim(text: str) -> None:
    line = " ".join(text.split())
    alone = reading.read(document(line, PUBLISHED)).claims
    behind = [found for found in reading.read(document(f"It ran.\n{line}", PUBLISHED)).claims if found.span.start >= 8]
    told = [(found.kind, found.roles, found.counted, found.quantity, found.stance) for found in alone]
    assert [(found.kind, found.roles, found.counted, found.quantity, found.stance) for found in behind] == told
    assert [Span(found.span.start - 8, found.span.end - 8) for found in behind] == [found.span for found in alone]


DENSE = ["1,", "(", "$", ".", "a million ", "one of the ", "5 of them ", "“said ", "killed "]
PLAIN = ["The mayor said 40 men ran. ", "“Go,” he said.\n", "It cost $5 in May 2016. ", "If 40 men ran, 3 sat. ", "He lost.\n"]


SIZES = [*((unit, 800) for unit in DENSE), *((unit, 1_200) for unit in PLAIN), ("said ", 3_200)]
"""Code points of the smaller text: verbs of saying look back a bounded way, which a short text does not reach."""


@pytest.mark.slow
@pytest.mark.parametrize(("unit", "size"), SIZES)
def test_time_is_linear_in_the_text(unit: str, size: int) -> None:
    assert grows_linearly(lambda size: reading.read(document(unit * (size // len(unit)))), size)
