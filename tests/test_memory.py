"""What the desk remembers of a draft changes no answer: each check is the one that a first look gives."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import mentions, readers, rules
from factcheck.check import check_document
from factcheck.claims import reading
from factcheck.desk import memory
from factcheck.desk.memory import Memory
from factcheck.sentences import split
from factcheck.values import evolve

SEEDS = Path(__file__).parents[1] / "seeds"
PIECES = st.sampled_from(
    [
        *(
            '"',
            "'",
            "\n",
            "\n\n",
            " ",
            ", ",
            ". ",
            "-",
            "- ",
            "+",
            "^",
            "/",
            "(",
            ")",
            ".",
            "5",
            "17",
            "1,200",
            "$",
            "€4.5 million ",
        ),
        *("He said that some 40 of 50 men ", "minus 4 C ", "from 12 to 9 ", "4 to 7", "Ada Moor, 34, ", "ID.3 ", "at 5 p.m. "),
        *("the third quarter ", "mid-2024 ", "in May ", 'he read "4 stars" ', "USA Today ", "5'11\" ", "No. 4 ", "half a mile "),
        *("THE TOLL ROSE TO 12", "two-thirds", "up to 300 people ", "the 1990s ", "+351 555 0123 ", "Order 66 ", "Rev. 3:16 "),
    ]
)


def same(text: str, remembered: Memory) -> None:
    document = readers.from_text(text)
    for sentence in split(document):
        assert remembered.find(sentence) == mentions.find(sentence)
    assert reading.read(document, remembered.find, remembered.claim) == reading.read(document)


@given(st.lists(PIECES, max_size=30), st.lists(st.tuples(st.integers(0, 400), st.integers(0, 12), PIECES), max_size=8))
def test_an_edited_draft_is_seen_as_if_it_were_new(pieces: list[str], edits: list[tuple[int, int, str]]) -> None:
    remembered, text = Memory(), "".join(pieces)
    same(text, remembered)
    for at, gone, new in edits:
        text = text[:at] + new + text[at + gone :]
        same(text, remembered)


def test_a_report_of_a_draft_that_was_edited_is_the_report_of_a_new_one() -> None:
    chosen, remembered = rules.load(), Memory()
    draft = (SEEDS / "spy-agency-slips.txt").read_text("utf-8")
    half = draft.index("\n\n", len(draft) // 2)
    for text in (draft, f"{draft[:half]} Some 12 of 40 boats sank.{draft[half:]}", f"A line on top.\n\n{draft}"):
        document = readers.from_text(text)
        assert check_document(document, chosen, remembered.steps) == check_document(document, chosen)


def test_what_is_remembered_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_ROOM", 2000)
    remembered = Memory()
    for number in range(100):
        (sentence,) = split(readers.from_text(f"Of the boats, some stayed in harbour on day {number}."))
        remembered.find(sentence)
        assert remembered.weight == sum(len(words) + 100 * len(found) for (words, *_), (_, found) in remembered.kept.items())
        assert remembered.weight <= 2000
    assert remembered.kept


def test_claims_are_not_remembered_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_MOST", 20)
    remembered = Memory()
    for number in range(100):
        reading.read(readers.from_text(f"Of the boats, some {number} stayed in harbour."), remembered.find, remembered.claim)
        assert 0 < len(remembered.claims) <= 20


def test_a_claim_is_made_anew_when_what_the_document_says_of_it_changes() -> None:
    remembered, text = Memory(), "The fair opened on 03/04. It cost $40 million, the mayor said, and 40 people came."
    for options in ({}, {"home": "AU"}, {"published": dt.date(2025, 4, 3)}, {"published": dt.date(2020, 4, 3), "home": "US"}):
        document = evolve(readers.from_text(text), **options)
        assert reading.read(document, remembered.find, remembered.claim) == reading.read(document)


def test_a_claim_is_made_anew_when_a_time_far_before_it_changes() -> None:
    remembered = Memory()
    between = "Nothing else was told of the firm, or of what it had made in all of these long months.\n\n" * 5
    for quarter in ("third", "second"):
        first = f"Profit rose in the {quarter} quarter of 2024."
        document = readers.from_text(f"{first}\n\n{between}The firm sold 40 mills in the quarter.")
        assert reading.read(document, remembered.find, remembered.claim) == reading.read(document)
