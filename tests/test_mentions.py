"""Mentions: what is seen in a sentence, by one corpus per kind, and the laws that hold for any text."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from corpora import Case, cases, document, names, reading, sentence
from hypothesis import given
from hypothesis import strategies as st
from linear import grows_linearly

from factcheck import lexicon, mentions
from factcheck.document import Span
from factcheck.mentions import Mention
from factcheck.sentences import Sentence, spaced, split

FIGURES = [
    *("addresses", "ages", "dates", "labels", "measures", "money", "numbers", "ordinals", "percents", "ratios"),
    *("scores", "seasons", "times", "votes"),
]
CUES = {"hedges": "hedge", "links": "link", "roles": "role", "vouchers": "voucher"}
FILES = {"hedge": "hedges", "link": "links", "role": "roles", "voucher": "sources"}
PIECES = [
    "4,700", "1", "0", ".5", "2016", "60", "1990s", "5%", "a", "an", "the", "million", "dozen", "half", "hundreds",
    "one", "two", "twenty-two", "in", "of", "to", "and", "or", "from", "between", "since", "until", "June", "May",
    "Jan.", "Monday", "last", "year", "next", "about", "some", "at", "least", "so", "killed", "injured", "said",
    "according", "including", "$", "HK$", "US", "won", "euros", "cents", "share", "pounds", "miles", "m", "ft", "°C",
    "percentage", "points", "per", "cent", "-old", "th", "2-1", "Boeing", "-", "–", "/", ":", ".", ",", "(", ")", "“",
    "”", "'", "\n", "\u00a0", "½", "١", "1/2", "2025-04-30", "30/04/2025", "ago", "week", "quarter", "first", "through", "before",
    "after", "days", "fiscal", "Q3", "early", "end of", "this", "now", "yesterday", "BC", "'80s", "weekend", "twenty-first",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=25).flatmap(
    lambda words: st.sampled_from(["", " "]).map(lambda glue: glue.join(words).strip())
)


def quoted(text: str, found: list[Mention]) -> list[str]:
    return [text[mention.span.start : mention.span.end] for mention in found]


def test_each_kind_has_its_corpus() -> None:
    folder = Path(mentions.__file__).parent
    assert names("mentions") == sorted(path.stem for path in folder.glob("*.py") if path.stem != "__init__")
    assert names("mentions") == sorted([*FIGURES, *CUES])


@pytest.mark.parametrize("case", [case for name in FIGURES for case in cases("mentions", name)])
def test_the_marked_figures_are_seen_and_no_other(case: Case) -> None:
    found = [mention for mention in mentions.find(sentence(case.text)) if mention.entry is None]
    assert list(zip(quoted(case.text, found), map(reading, found), strict=True)) == [
        (case.text[mark.start : mark.end], read) for mark, read in zip(case.marks, case.reads, strict=True)
    ]


def test_a_number_in_brackets_at_a_word_is_the_mark_of_a_note() -> None:
    text = "The form[3] is old.[12] The first [15] metres are wet."
    found = mentions.find(sentence(text))
    assert [text[m.span.start : m.span.end] for m in found if m.kind == "label"] == ["3", "12"]
    assert [text[m.span.start : m.span.end] for m in found if m.kind == "number"] == ["15"]


@pytest.mark.parametrize(
    ("kind", "case"),
    [pytest.param(kind, *case.values, id=case.id) for name, kind in CUES.items() for case in cases("mentions", name)],
)
def test_the_marked_cues_are_seen_and_no_other(kind: str, case: Case) -> None:
    found = [mention for mention in mentions.find(sentence(case.text)) if mention.kind == kind]
    assert [(mention.span, mention.entry) for mention in found] == list(zip(case.marks, case.reads, strict=True))


@pytest.mark.parametrize(
    ("text", "figure", "modifiers"),
    [
        ("About 600 ran.", "600", ["About"]),
        ("An estimated 4,700 ran.", "4,700", ["estimated"]),
        ("At least about 600 ran.", "600", ["At least", "about"]),
        ("Some 40 or so ran.", "40", ["Some", "or so"]),
        ("At least another 40 ran.", "40", ["At least"]),
        ("It cost more than $3 million.", "$3 million", ["more than"]),
        ("It estimates 300 ran.", "300", ["estimates"]),
        ("They talked about it, and 600 ran.", "600", []),
        ("About six in 10 ran; 600 stayed.", "600", []),
    ],
)
def test_hedges_directly_at_a_figure_shape_it(text: str, figure: str, modifiers: list[str]) -> None:
    (found,) = [mention for mention in mentions.find(sentence(text)) if text[mention.span.start : mention.span.end] == figure]
    assert quoted(text, list(found.modifiers)) == modifiers


def test_one_word_can_hedge_and_vouch() -> None:
    found = mentions.find(sentence("The agency estimates 300 ran."))
    assert [mention.kind for mention in found if mention.entry] == ["hedge", "voucher"]


def test_a_figure_in_a_headline_that_stands_apart_counts_in_it() -> None:
    headline = "About 600 ran"
    found = mentions.find(Sentence(Span(0, len(headline), in_headline=True), "headline", -1, headline))
    assert [mention.span for mention in found] == [Span(0, 5, in_headline=True), Span(6, 9, in_headline=True)]


def test_an_ambiguous_sign_keeps_all_its_readings() -> None:
    (sum_,) = mentions.find(sentence("It is $5."))
    assert {"USD", "CAD", "AUD", "HKD"} <= set(sum_.units)
    assert sum_.units[0] == "USD"


@given(TEXTS)
def test_every_mention_lies_within_its_sentence_and_holds_its_number(text: str) -> None:
    around = f"12 {text} 34"
    inner = Sentence(Span(3, 3 + len(text)), "body", 0, around)
    for mention in mentions.find(inner):
        assert inner.span.covers(mention.span)
        assert mention.span.start < mention.span.end
        assert all(inner.span.covers(modifier.span) for modifier in mention.modifiers)
        if mention.numeral is not None:
            assert mention.span.start < mention.numeral.end <= mention.span.end


@given(TEXTS)
def test_a_sentence_is_read_as_if_nothing_stood_around_it(text: str) -> None:
    alone = mentions.find(sentence(text))
    moved = mentions.find(Sentence(Span(2, 2 + len(text)), "body", 0, f"\n\n{spaced(text)}\n\n"))
    assert [(m.kind, m.span.start - 2, m.span.end - 2, m.units, m.days, m.entry) for m in moved] == [
        (m.kind, m.span.start, m.span.end, m.units, m.days, m.entry) for m in alone
    ]


@given(TEXTS)
def test_figures_stand_in_text_order_and_do_not_overlap(text: str) -> None:
    figures = [mention.span for mention in mentions.find(sentence(text)) if mention.entry is None]
    assert all(a.end <= b.start for a, b in pairwise(figures))


@given(TEXTS)
def test_a_figure_in_digits_holds_a_digit_and_ends_with_no_blank(text: str) -> None:
    for mention in mentions.find(sentence(text)):
        words = text[mention.span.start : mention.span.end]
        assert words == words.strip()
        if mention.numeral is not None and not mention.numeral.spelled:
            assert any(sign.isnumeric() for sign in words)


@given(TEXTS)
def test_a_cue_is_one_of_its_entrys_words(text: str) -> None:
    for mention in mentions.find(sentence(text)):
        if mention.entry is not None:
            fields = lexicon.entries(FILES[mention.kind])[mention.entry]
            known = {word.lower() for key in ("words", "nouns", "verbs", "acts") for word in fields.get(key, ())}
            known.update(form for form, entry in lexicon.forms(FILES[mention.kind]).items() if entry == mention.entry)
            assert " ".join(text[mention.span.start : mention.span.end].lower().split()) in known


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["1,", "(", "$", "said ", ".", "a million ", "one of the ", "1-", "about ", "May 1-", "$5 "])
def test_time_is_linear_in_the_text(unit: str) -> None:
    assert grows_linearly(lambda size: [mentions.find(each) for each in split(document(unit * (size // len(unit))))], 800)
