"""Layout: what each line of a page is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linear import grows_linearly

import factcheck
from factcheck import lexicon
from factcheck.layout import furniture, lay_out
from factcheck.layout.mastheads import date_line, is_masthead

BODY = "A ferry sank on Friday with 40 people aboard."
WRAPPED = (
    "A ferry sank on Friday with 40 people aboard, the coast guard said on\n"
    "Saturday. Divers found 12 of the missing in the hold and said that they\n"
    "would go on."
)
STORY = f"Ferry sinks off the old harbour\n\n{BODY}\n"


def kinds(text: str) -> list[tuple[str, str]]:
    return [(part.kind, text[part.span.start : part.span.end]) for part in lay_out(text).parts]


def headline(text: str) -> str | None:
    span = lay_out(text).headline
    return text[span.start : span.end] if span else None


def of_kind(text: str, kind: str) -> list[str]:
    return [words for found, words in kinds(text) if found == kind]


def test_a_weather_line_a_place_and_a_date_are_masthead_and_never_the_headline() -> None:
    text = f"61.3 F\nPorto\nFriday, March 7, 2025\n\nFerry sinks off the old harbour\n\n{BODY}\n"
    assert kinds(text) == [
        ("masthead", "61.3 F"),
        ("masthead", "Porto"),
        ("masthead", "Friday, March 7, 2025"),
        ("headline", "Ferry sinks off the old harbour"),
        ("body", BODY),
    ]
    assert lay_out(text).day == dt.date(2025, 3, 7)


def test_headline_then_byline_then_date_is_usual_too() -> None:
    text = f"Ferry sinks off the old harbour\nBy Ines Okafor\nMarch 7, 2025\n\n{BODY}\n"
    assert [kind for kind, _ in kinds(text)] == ["headline", "byline", "masthead", "body"]
    assert lay_out(text).day == dt.date(2025, 3, 7)


def test_a_section_line_above_the_headline_is_masthead() -> None:
    assert kinds(f"WORLD NEWS\n\n{STORY}")[:2] == [("masthead", "WORLD NEWS"), ("headline", "Ferry sinks off the old harbour")]


def test_a_short_capitalised_line_is_the_headline_where_nothing_else_can_be() -> None:
    assert headline(f"War Ends\n\n{BODY}\n") == "War Ends"


def test_a_first_line_that_is_a_sentence_is_no_headline() -> None:
    assert headline(f"The harbour was closed on Friday.\n\n{BODY}\n") is None


@pytest.mark.parametrize(
    "first", ["Bridge opens to the U.S.", "Who sank the ferry off Porto?", "Mayor calls it 'the worst night'"]
)
def test_a_headline_may_end_in_an_abbreviation_a_question_or_a_quotation(first: str) -> None:
    assert headline(f"{first}\n\n{BODY}\n") == first


def test_a_text_of_one_line_is_body() -> None:
    assert kinds("about 40 people aboard the old ferry") == [("body", "about 40 people aboard the old ferry")]


def test_a_headline_needs_prose_below_it() -> None:
    assert headline("Killed in all: 600\nInjured in all: 4,100") is None


def test_a_lone_weather_line_is_the_story() -> None:
    assert kinds("61.3 F") == [("body", "61.3 F")]


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("PORTO, March 7, 2025 (Wire) - ", dt.date(2025, 3, 7)),
        ("PORTO, Mar. 7, 2025 -- ", dt.date(2025, 3, 7)),
        ("PORTO, 7 March 2025 - ", dt.date(2025, 3, 7)),
        ("PORTO, Friday, 7 March 2025 (Wire) - ", dt.date(2025, 3, 7)),
        ("PORTO, 7 March (Wire) - ", None),
        ("PORTO, March 7 (Wire) - ", None),
        ("PORTO (Wire) - ", None),
        ("PORTO, February 30, 2025 (Wire) - ", None),
    ],
)
def test_a_dateline_with_its_year_gives_the_day(dateline: str, day: dt.date | None) -> None:
    assert lay_out(f"Ferry sinks off the old harbour\n\n{dateline}A ferry sank on Friday, the coastguard said.").day == day


def test_a_day_of_the_masthead_goes_before_the_datelines() -> None:
    text = "Saturday, March 8, 2025\n\nFerry sinks off the old harbour\n\nPORTO, March 7, 2025 (Wire) - A ferry sank, they said."
    assert lay_out(text).day == dt.date(2025, 3, 8)


def test_a_lone_date_is_masthead() -> None:
    layout = lay_out("March 7, 2025")
    assert (layout.parts[0].kind, layout.day) == ("masthead", dt.date(2025, 3, 7))


def test_a_short_line_over_prose_is_a_crosshead() -> None:
    assert of_kind(f"{STORY}\nDivers go on\n\nThey found 12.\n", "crosshead") == ["Divers go on"]


def test_a_caption_ends_in_its_credit_and_may_stand_twice() -> None:
    caption = "A crane lifts the wreck on Monday. [COAST GUARD]"
    assert of_kind(f"Ferry sinks off the old harbour\n\n{caption}\n{caption}\n\n{BODY}\n", "caption") == [caption, caption]


def test_an_agency_behind_the_last_sentence_makes_no_caption() -> None:
    assert of_kind("Divers found 12 of the missing. (Reuters)", "body") == ["Divers found 12 of the missing. (Reuters)"]


def test_a_sentence_that_begins_with_by_is_no_byline() -> None:
    text = f"{STORY}\nBy Wednesday, 600 people had been found.\n\nBy the harbour, 12 waited.\n"
    assert of_kind(text, "byline") == []


def test_credits_in_brackets_on_a_line_of_their_own_are_a_byline() -> None:
    assert of_kind(f"{STORY}(Reporting by Ines Okafor in Porto; Editing by Tom de Wit)\n", "byline") != []


def test_credits_behind_a_sentence_stay_in_its_paragraph() -> None:
    text = f"{STORY}They found 12. (Reporting by Ines Okafor)\n"
    assert of_kind(text, "byline") == []


def test_what_stands_under_the_last_advertisement_is_footer() -> None:
    footer = ["- Advertisement -", "The Harbour Post", "The Harbour Post is read in 40 towns."]
    text = "\n".join([STORY, "BY INES OKAFOR  [ines@harbour.example]", "", *footer])
    assert of_kind(text, "footer") == footer


def test_an_advertisement_within_the_story_takes_no_prose_along() -> None:
    text = f"Ferry sinks off the old harbour\n\n{BODY}\nAdvertisement\nDivers found 12 of the missing.\n"
    assert of_kind(text, "body") == [BODY, "Divers found 12 of the missing."]


def test_each_line_is_a_paragraph() -> None:
    assert len(of_kind(f"{STORY}Divers found 12.\nThe owner said nothing.\n", "body")) == 3


def test_hard_wrapped_text_is_one_paragraph_a_block() -> None:
    assert of_kind(f"Ferry sinks off the old harbour\n\n{WRAPPED}\n\n{WRAPPED}\n", "body") == [WRAPPED, WRAPPED]


def test_a_wrapped_headline_is_one_part() -> None:
    first = "Ferry sinks off the old harbour with 40 aboard,\nfourteen of them still missing"
    assert headline(f"{first}\n\n{BODY}\n") == first


def test_a_headline_right_above_wrapped_text_stays_apart() -> None:
    assert headline(f"Ferry sinks off Porto\n{WRAPPED}\n") == "Ferry sinks off Porto"


def test_windows_line_ends_part_lines_and_blocks_alike() -> None:
    text = STORY.replace("\n", "\r\n")
    assert kinds(text) == kinds(STORY)


def test_a_known_headline_is_not_sought_again() -> None:
    text = "War Ends\n\nPeace returns to the old harbour\n\nA treaty was signed."
    layout = lay_out(text, headline_end=8)
    assert layout.headline is not None
    assert text[layout.headline.start : layout.headline.end] == "War Ends"
    assert lay_out(text, headline_end=0).headline is None


def test_the_day_of_publication_wins_over_that_of_an_update() -> None:
    text = f"Ferry sinks off the old harbour\nUpdated March 9, 2025\nPublished: March 7, 2025 at 6:05 p.m. EST\n\n{BODY}\n"
    assert lay_out(text).day == dt.date(2025, 3, 7)


def test_a_date_behind_a_byline_counts() -> None:
    assert lay_out(f"Ferry sinks off the old harbour\nBy Ines Okafor | March 7, 2025\n\n{BODY}\n").day == dt.date(2025, 3, 7)


def test_dates_that_head_the_entries_of_a_chronicle_are_no_masthead() -> None:
    text = f"A year of storms on the coast\n\nMarch 7, 2025\n\n{BODY}\n\nApril 9, 2025\n\nThe owner was charged.\n"
    assert lay_out(text).day is None
    assert of_kind(text, "crosshead") == ["March 7, 2025", "April 9, 2025"]


def test_a_line_that_says_published_counts_below_the_story_if_it_is_the_only_one() -> None:
    below = f"{STORY}\nPublished March 7, 2025\n"
    assert lay_out(below).day == dt.date(2025, 3, 7)
    assert lay_out(f"{below}Published March 8, 2025\n").day is None


@pytest.mark.parametrize(
    "line",
    [
        "Friday, March 7, 2025",
        "7 March 2025",
        "Mar. 7, 2025",
        "March 7th, 2025",
        "2025-03-07",
        "2025.03.07. 14:05",
        "2025-03-07T14:05:00+09:00",
        "Fri 7 Mar 2025 12.03 GMT",
        "Published: March 7, 2025",
        "Updated March 9, 2025 (published March 7, 2025)",
        "PORTO, March 7, 2025",
        "Monday, March 7, 2025",
    ],
)
def test_a_date_line_gives_its_day_whatever_weekday_it_prints(line: str) -> None:
    dated = date_line(line)
    assert dated is not None
    assert dated.day == dt.date(2025, 3, 7)


@pytest.mark.parametrize("line", ["07/03/2025", "March 7", "February 30, 2025", "Updated 3 hours ago"])
def test_a_date_line_without_one_certain_day_is_masthead_and_gives_none(line: str) -> None:
    dated = date_line(line)
    assert dated is not None
    assert dated.day is None


@pytest.mark.parametrize(
    "line", ["The storm of March 7, 2025", "600 March 7, 2025", "March 7, 2025 was cold", "Updated 600 dead", "Tuesday"]
)
def test_a_line_with_other_words_is_no_date_line(line: str) -> None:
    assert date_line(line) is None


def test_an_unknown_day_month_order_is_read_only_where_it_must_be() -> None:
    dated = date_line("30/04/2025")
    assert dated is not None
    assert dated.day == dt.date(2025, 4, 30)


def _lexicon_examples() -> Iterator[Any]:
    for name, entry in lexicon.entries("mastheads").items():
        for example in entry["examples"]:
            yield pytest.param(example, id=f"{name}: {example}")


@pytest.mark.parametrize("example", list(_lexicon_examples()))
def test_the_lexicons_marked_lines_are_no_story_and_the_others_are(example: str) -> None:
    marked = example.startswith("[[")
    line = example.removeprefix("[[").removesuffix("]]") if marked else example
    known = furniture.kind(line, 0, len(line)) is not None or is_masthead(line)
    assert known == marked


@pytest.mark.parametrize(
    "above",
    [
        "By Ines Okafor, ines@post.example, +351 555 0123",
        "By Ines Okafor ines@post.example (555) 012-3456",
        "Ines Okafor\nines@post.example | 555-0123",
        "Press release 14/2025",
        "Subscribe for $1 a week",
        "Share 12 Comments 48",
        "Slug: ferry-sinks-12",
        "Reading time: 3 minutes",
        "Don't miss | Bridge shut for 3 weeks",
        "You have 3 free articles left",
        "Correction: an earlier version of this story said 13 nurses were aboard.",
        "Most read\n1. Bridge shut for 3 weeks\n2. Mayor to hire 40 teachers",
    ],
)
def test_what_a_pasted_draft_carries_above_its_headline_does_not_hide_it(above: str) -> None:
    for gap in ("\n", "\n\n"):
        assert headline(f"{above}{gap}{STORY}") == "Ferry sinks off the old harbour"


def test_a_field_for_the_title_gives_the_headline_behind_it() -> None:
    text = f"Title:  Ferry sinks\nAuthor: Ines Okafor\nDate: 7 March 2025\nWord count: 450\n\n{BODY}"
    assert headline(text) == "Ferry sinks"
    assert [kind for kind, _ in kinds(text)] == ["masthead", "headline", "byline", "masthead", "footer", "body"]
    assert lay_out(text).day == dt.date(2025, 3, 7)


@pytest.mark.parametrize("line", ["Title:", "Title: the club won its 3rd."])
def test_a_field_for_the_title_without_one_is_none(line: str) -> None:
    assert "headline" not in dict(kinds(f"{line}\n\n{BODY}"))


def test_a_wrapped_line_that_begins_like_a_correction_stays_in_its_paragraph() -> None:
    text = (
        "The ferry company said in its yearly report that 12 of the boats were of\n"
        "an earlier version of this kind, and that 3 were not, and that it would\nsell them."
    )
    assert [kind for kind, _ in kinds(text)] == ["body"]


def test_a_list_of_other_stories_ends_where_the_story_goes_on() -> None:
    others = ["Most read", "1. Bridge shut for 3 weeks", "2. Mayor to hire 40 teachers"]
    for between in ("\n", "\n\n"):
        assert of_kind(f"{STORY}\n{between.join(others)}\n\n{BODY}", "footer") == others
    others = ["Related stories", "Bridge shut for 3 weeks", "Mayor to hire 40 teachers"]
    assert of_kind("\n".join([f"{STORY}", *others, BODY]), "footer") == others
    assert of_kind(f"{STORY}\nRelated stories\n\nDivers go on\n\n{BODY}", "crosshead") == ["Divers go on"]
    assert of_kind(f"{STORY}\nHe told this:\n1. The hold held 12", "footer") == []


def claimed(text: str) -> list[str]:
    report = factcheck.extract(text)
    return [report.document.quote(claim.span) for claim in report.claims]


def test_the_number_of_an_item_is_no_figure_and_those_in_it_are() -> None:
    assert claimed("1. The crew of 12 was saved.\n2) Some 40 men swam.\n(3) Some 5 did not.\n\n1.5 million walked.") == [
        "12",
        "40",
        "5",
        "1.5 million",
    ]


def test_what_a_page_says_of_itself_or_of_its_past_is_not_claimed() -> None:
    page = "Image 1 of 12\n\n12.4K likes 2,301 retweets\n\nCorrection: this story said 13 nurses swam. There were 12.\n"
    assert claimed(STORY + page) == claimed(STORY)
    assert claimed(f"{STORY}\nShare prices fell 3 percent") == [*claimed(STORY), "3 percent"]


FURNITURE = [
    "March 7, 2025",
    "By Ines Okafor",
    "Porto",
    "61.3 F",
    "- Advertisement -",
    "___",
    "(Handout photo)",
    "Most read",
    "1. A boat",
    "Title: A boat",
    "Title: ",
    "",
    "",
]
PAGES = st.lists(
    st.sampled_from([*FURNITURE, "Ferry sinks off the harbour", BODY, "and so", "• 12 found"]) | st.text(max_size=60), max_size=14
)


@given(PAGES, st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\f", "\u2028"]))
def test_parts_are_in_order_within_the_text_and_do_not_overlap(page: list[str], line_end: str) -> None:
    text = line_end.join(page)
    last = 0
    for part in lay_out(text).parts:
        assert last <= part.span.start < part.span.end <= len(text)
        last = part.span.end
        words = text[part.span.start : part.span.end]
        assert words == words.strip()


@given(PAGES)
def test_no_letter_and_no_figure_is_left_out(page: list[str]) -> None:
    text = "\n".join(page)
    kept = "".join(text[part.span.start : part.span.end] for part in lay_out(text).parts)
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]


@given(PAGES)
def test_there_is_one_headline_at_most(page: list[str]) -> None:
    text = "\n".join(page)
    assert len(of_kind(text, "headline")) <= 1


@pytest.mark.parametrize(
    "unit", ["word 12 ", "(", "[a", "a\n", "It rose.\n\n", "March 7, 2025\n", " ", "\n", "By Ines ", f"{BODY[:-1]} and\n"]
)
def test_time_is_linear_in_the_text(unit: str) -> None:
    assert grows_linearly(lambda times: lay_out(unit * times), 2_000)
