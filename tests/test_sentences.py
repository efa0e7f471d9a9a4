"""Sentences: where they end, where they do not, and what is never lost."""

from __future__ import annotations

import unicodedata

import pytest
from corpora import document
from hypothesis import example, given
from hypothesis import strategies as st
from linear import grows_linearly

from factcheck.document import Document, Part, Span
from factcheck.readers import from_text
from factcheck.sentences import LONGEST, spaced, split

PIECES = [
    "The mayor said 4,700 stayed.", " ", " ", "\n", "\n\n", "Gen. Ruiz", "U.S.", "p.m.", "approx. 3.5", "“It leaks,”",
    "(6 trillion won)", "$4.22 bn.", "?", "!", "…", '."', "J. R. Okafor", "word", "A", "\u00a0", "\u2028", "é", "１", ".", "--",
    "# Head", "By Ines Okafor",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=20).map("".join)


def sentences(text: str) -> list[str]:
    return [sentence.text for sentence in split(document(text))]


@pytest.mark.parametrize(
    "text",
    [
        "It costs approx. 3.5 million euros.",
        "The depth is 3.5 metres.",
        "It took $4.22 bn. (6 trillion won) in May.",
        "Gen. Ruiz met Rep. Lee.",
        "J. R. Okafor spoke.",
        "The U.S. Senate met at 6 p.m. on Monday.",
        "The fire near Salem, Ore. burned on.",
        "It opened on Jan. 11.",
        "Aid from the U.S. and Canada came.",
        "He asked “Why?” and left.",
        "Version 2.0.1 is out.",
        "It fell to .84.",
        "The No. 7 bus stopped.",
    ],
)
def test_a_full_stop_within_a_sentence_does_not_end_it(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("They met at 6 p.m.", "The talks failed."),
        ("Aid came from the U.S.", "The ship left."),
        ("He lost.", "4,700 votes were void."),
        ("It paid $4.2 bn.", "In May it sank."),
        ("“It leaks.”", "The crew left."),
        ("It leaks!", "“Go,” he said."),
        ("Who paid?", "$3 million is gone."),
        ("They waited…", "Then they left."),
        ("(They left.)", "The boat sank."),
        ("It rained.", "École was shut."),
        ("He went to plan B.", "The rest is known."),
    ],
)
def test_the_next_sentence_begins_behind_a_mark_and_a_blank(first: str, second: str) -> None:
    assert sentences(f"{first} {second}") == [first, second]
    assert sentences(f"{first}\u00a0{second}") == [first, second]


def test_the_signs_of_a_list_that_is_run_on_stand_before_its_sentences() -> None:
    assert sentences("It rained. - Ten left. • The ferry sank at -5 degrees.") == [
        "It rained.",
        "Ten left.",
        "The ferry sank at -5 degrees.",
    ]
    assert sentences("-5 degrees it was. – Ten left.") == ["-5 degrees it was.", "Ten left."]


def test_a_line_break_in_a_paragraph_is_a_blank() -> None:
    text = "The ferry\nsank. It\nlies deep."
    paragraph = Document(text, parts=(Part("body", Span(0, len(text))),))
    assert [sentence.text for sentence in split(paragraph)] == ["The ferry sank.", "It lies deep."]


def test_a_headline_is_one_sentence_and_keeps_its_kind() -> None:
    story = from_text("Ferry sinks. Ten lost\n\nA ferry sank on Friday. Divers went down.\n")
    assert [(sentence.kind, sentence.text) for sentence in split(story)] == [
        ("headline", "Ferry sinks. Ten lost"),
        ("body", "A ferry sank on Friday."),
        ("body", "Divers went down."),
    ]


def test_a_headline_that_stands_apart_comes_first_and_counts_in_itself() -> None:
    story = from_text("A ferry sank on Friday.", headline="Ferry sinks, 10 lost")
    first, second = split(story)
    assert (first.kind, first.text, first.span) == ("headline", "Ferry sinks, 10 lost", Span(0, 20, in_headline=True))
    assert (second.text, second.span.in_headline) == ("A ferry sank on Friday.", False)


def test_each_paragraph_has_its_number() -> None:
    assert [sentence.paragraph for sentence in split(document("One came. Two came.\n\nThree came."))] == [0, 0, 1]


def test_markup_is_read_as_the_reader_blanked_it() -> None:
    text, prose = "It **sank**. Ten left.", "It   sank  . Ten left."
    blanked = Document(text, prose=prose, parts=(Part("body", Span(0, len(text))),))
    assert [sentence.text for sentence in split(blanked)] == ["It   sank  .", "Ten left."]


def test_a_stretch_without_an_end_is_cut_at_a_blank() -> None:
    found = sentences("word " * LONGEST)
    assert max(map(len, found)) <= LONGEST
    assert all(words.startswith("word") and words.rstrip().endswith("word") for words in found)


@given(TEXTS)
@example("a0By Ines Okafor\nThe mayor said 4,700 stayed.")
def test_sentences_are_in_order_and_apart_and_lose_no_letter_and_no_digit(text: str) -> None:
    story = from_text(text)
    last, kept = 0, ""
    for sentence in split(story):
        assert last <= sentence.span.start < sentence.span.end
        assert len(sentence.text) <= LONGEST
        last, kept = sentence.span.end, kept + _cased(sentence.text, sentence.kind)
    parts = "".join(_cased(spaced(story.prose[part.span.start : part.span.end]), part.kind) for part in story.parts)
    assert [sign for sign in kept if sign.isalnum()] == [sign for sign in parts if sign.isalnum()]


def _cased(text: str, kind: str) -> str:
    """Give a headline in lower case, since one in capitals is read in the case of its story."""
    return text.lower() if kind == "headline" else text


@given(TEXTS)
def test_digits_of_any_script_are_read_with_their_value_in_their_place(text: str) -> None:
    read = spaced(text)
    assert len(read) == len(text)
    for sign, own in zip(text, read, strict=True):
        assert own == sign or sign.isspace() or not sign.isalnum() or unicodedata.digit(sign) == int(own)


@given(TEXTS)
def test_a_sentence_stays_within_its_part(text: str) -> None:
    story = from_text(text)
    for sentence in split(story):
        part = story.parts[sentence.paragraph]
        assert (part.kind, part.span.covers(sentence.span)) == (sentence.kind, True)


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["1,", "(", "$", "said ", ".", ". A", "p.m. ", "A. ", "“", "…” ", "word"])
def test_time_is_linear_in_the_text(unit: str) -> None:
    assert grows_linearly(lambda size: [*split(document(unit * (size // len(unit))))], 12_000)
