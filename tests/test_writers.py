"""Reports -> written: the console's pages as they are read, JSON as the contract has it."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from factcheck.claims import Claim, Hedge, Source, Subject
from factcheck.document import Document, Span
from factcheck.findings import Check, Finding, Place
from factcheck.intervals import Interval
from factcheck.quantities import Quantity
from factcheck.readers import Unreadable
from factcheck.report import Dismissed, Report
from factcheck.report.lines import Lines
from factcheck.report.plain import as_dict, exact
from factcheck.sentences import Sentence
from factcheck.verdicts import Repair
from factcheck.writers import Options, formats
from factcheck.writers.console.excerpts import Mark, excerpts
from factcheck.writers.console.harmless import harmless
from factcheck.writers.console.words import days, stretch

TEXT = """Flood toll

At least 520 people died in the flood, the rescue service said on Monday.
The river rose by three metres overnight.

It counted 470 casualties.
"""


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def claim(text: str, id_: str, words: str, value: int, role: str, **more: Any) -> Claim:
    sentence = Sentence(Span(0, len(text)), "body", 0, text)
    near = Interval(Fraction(value - 5), Fraction(value + 5))
    quantity = Quantity(near, near, Fraction(value), unit="person")
    return Claim(id_, span_of(text, words), "count", sentence, quantity, role=role, roles=(role,), source="s1", **more)


def flood() -> Report:
    people, total = Subject("people"), claim(TEXT, "c2", "470", 470, "casualties")
    finding = Finding(
        "casualties/deaths-exceed-casualties",
        "error",
        "520 killed, but only 470 casualties in all",
        "520 <= 470",
        (Place(span_of(TEXT, "520"), "killed"), Place(span_of(TEXT, "470"), "casualties")),
        ("c1", "c2"),
        "The dead are among the casualties.",
        also=("casualties/parts-exceed-total",),
        repairs=(Repair("c2", Interval(Fraction(515))), Repair("c1", Interval(Fraction(0), Fraction(475), high_open=True))),
    )
    return Report(
        Document(TEXT, id="flood.txt", path="flood.txt", published=dt.date(2025, 4, 30), published_from="option"),
        (finding,),
        (
            Check("story/headline-off-body", "holds", "the headline restates it", "520 = 520", ("c1",)),
            Check("calendar/weekday-off-date", "not checked", "the publication date is not known", "", ()),
        ),
        (Hedge("h1", span_of(TEXT, "At least"), "bound", ("c1",)),),
        (Source("s1", span_of(TEXT, "said"), span_of(TEXT, "the rescue service")),),
        (claim(TEXT, "c1", "520", 520, "killed", subject=people, hedges=("h1",)), total),
    )


def on_line(text: str, *words: str) -> Report:
    """A finding whose places are these words of the text."""
    places = tuple(Place(span_of(text, word), f"place{number}") for number, word in enumerate(words))
    return Report(Document(text, path="line.txt"), (Finding("a/b", "note", "It differs", "", places, ()),))


def written(name: str, *reports: Report | Unreadable, **options: bool) -> str:
    stream = io.StringIO()
    formats()[name].write(iter(reports), stream, Options(**options))
    return stream.getvalue()


def excerpt(report: Report) -> list[str]:
    return [line for line in written("console", report).splitlines() if " | " in line]


def test_a_finding_shows_message_places_calculation_and_repairs() -> None:
    assert (
        written("console", flood())
        == """\
flood.txt:3:10 error casualties/deaths-exceed-casualties
  520 killed, but only 470 casualties in all

  3 | At least 520 people died in the flood, the rescue service said on Monday.
    |          ^^^ killed
  6 | It counted 470 casualties.
    |            ^^^ casualties

  calculation  520 <= 470
  why          The dead are among the casualties.
  repair       470 would have to be at least 515,
               or 520 would have to be less than 475
  also         casualties/parts-exceed-total

1 error, 0 warnings, 0 notes; 1 check held, 1 not checked; 1 hedge; 2 figures in 1 document
"""
    )


def test_verbose_shows_what_held_what_was_not_checked_hedges_and_sources() -> None:
    assert (
        written("console", evolve(flood(), findings=()), verbose=True)
        == """\
flood.txt
Published 2025-04-30 (option)

Held
  story/headline-off-body  520 = 520; the headline restates it

Not checked
  calendar/weekday-off-date  the publication date is not known

Hedges
  bound  At least  520

Sources
  the rescue service  said  520; 470

0 errors, 0 warnings, 0 notes; 1 check held, 1 not checked; 1 hedge; 2 figures in 1 document
"""
    )


def test_extract_tabulates_the_claims() -> None:
    assert (
        written("console", flood(), extract_only=True)
        == """\
flood.txt
figure  kind   can stand for      of what  role        source              hedges
520     count  515 to 525 person  people   killed      the rescue service  At least
470     count  465 to 475 person           casualties  the rescue service

1 hedge; 2 figures in 1 document
"""
    )


def test_a_clean_story_is_one_line() -> None:
    summary = "0 errors, 0 warnings, 0 notes; 0 checks held, 0 not checked; 0 hedges; 0 figures in 1 document\n"
    assert written("console", Report(Document("Nothing."))) == summary


def test_a_check_that_may_hold_is_counted_apart() -> None:
    report = Report(Document(""), checks=(Check("a/b", "may hold", "", "", ()),))
    assert "0 checks held, 1 may hold, 0 not checked" in written("console", report)


def test_an_unreadable_document_is_counted() -> None:
    assert written("console", Unreadable("x.txt", "x", "binary", None, 3)).endswith("0 figures in 0 documents, 1 unreadable\n")


def test_figures_on_one_line_share_an_excerpt() -> None:
    assert excerpt(on_line("Of the 12 boats 15 sank.", "12", "15")) == [
        "  1 | Of the 12 boats 15 sank.",
        "    |        ^^       ^^ place1",
        "    |        place0",
    ]


def test_underlining_keeps_step_with_wide_and_combining_characters() -> None:
    line, carets = excerpt(on_line("平壌 cafe\u0301: 4,700 in all", "4,700"))
    assert cell_len(carets[: carets.index("^")]) == cell_len(line[: line.index("4,700")])
    assert carets.count("^") == 5


def test_a_wide_word_is_underlined_over_its_whole_width() -> None:
    assert excerpt(on_line("約六兆元だった", "六兆元"))[1] == "    |   ^^^^^^ place0"


def test_a_long_line_is_cut_to_whole_words_around_the_figure() -> None:
    text = "word " * 100 + "exactly 4,700 soldiers " + "more " * 100
    line, carets = excerpt(on_line(text, "4,700"))
    assert line.startswith("  1 | ... word word")
    assert line.endswith("more more ...")
    assert 70 < len(line) <= 100
    assert carets.index("^") == line.index("4,700")


def test_figures_too_far_apart_have_an_excerpt_each() -> None:
    lines = excerpt(on_line("12 boats " + "and so on " * 30 + "15 sank", "12", "15"))
    assert [line.count("^") for line in lines] == [0, 2, 0, 2]


def test_a_place_over_a_line_break_is_underlined_on_both_lines() -> None:
    assert excerpt(on_line("They paid 6\r\nmillion won.", "6\r\nmillion")) == [
        "  1 | They paid 6",
        "    |           ^ place0",
        "  2 | million won.",
        "    | ^^^^^^^",
    ]


def test_a_headline_that_stands_apart_is_named_so() -> None:
    headline = "Toll at 740"
    document = Document("470 died.", "17", "rows.jsonl", headline=headline, headline_span=Span(0, 11, in_headline=True))
    places = (Place(Span(8, 11, in_headline=True), "headline"), Place(Span(0, 3), "body"))
    finding = Finding("story/headline-off-body", "error", "740 against 470", "", places, ())
    output = written("console", Report(document, (finding,))).splitlines()
    assert output[0] == "rows.jsonl#17:headline:9 error story/headline-off-body"
    assert output[3:7] == [
        "  headline | Toll at 740",
        "           |         ^^^ headline",
        "         1 | 470 died.",
        "           | ^^^ body",
    ]


def test_a_location_stays_on_one_line_however_long() -> None:
    report = on_line("12 boats", "12")
    path = "folder/" * 30 + "story.txt"
    assert written("console", evolve(report, document=evolve(report.document, path=path))).startswith(f"{path}:1:1 note a/b\n")


def test_text_cannot_move_the_cursor_or_speak_markup() -> None:
    text = "[red]\x1b[31m 4,700\u202e\x9b \x07[/red] :smile: men"
    output = written("console", on_line(text, "4,700"))
    assert "[red]\u241b[31m 4,700\ufffd\ufffd \u2407[/red] :smile: men" in output
    assert not {"\x1b", "\u202e", "\x9b", "\x07"} & set(output)


@given(st.text())
def test_harmless_text_is_as_long_and_shows_on_one_line(text: str) -> None:
    shown = harmless(text)
    assert len(shown) == len(text)
    assert len(shown.splitlines()) <= 1
    shown.encode("utf-8")


@given(st.text(alphabet="ab 1\n\r界\u0301", min_size=1), st.data())
def test_every_mark_is_underlined_within_the_width(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    mark = Mark(start, data.draw(st.integers(start + 1, len(text))))
    shown = list(excerpts(Lines.of(text), [mark], 40))
    assert bool(shown) == bool(text[mark.start : mark.end].strip("\r\n"))
    for _, line, rows in shown:
        assert cell_len(line) <= 40
        assert "^" in rows[0]


def test_colours_come_when_forced_and_never_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert "\x1b[" not in written("console", flood())
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1;31merror\x1b[0m" in written("console", flood())
    monkeypatch.setenv("NO_COLOR", "1")
    assert "31m" not in written("console", flood())


def test_jsonl_gives_one_valid_line_per_document_in_order() -> None:
    lines = written("jsonl", flood(), Unreadable("x.txt", "x", "binary", None, 3), flood()).splitlines()
    assert [json.loads(line)["document"]["id"] for line in lines] == ["flood.txt", "x", "flood.txt"]


def test_an_unreadable_document_is_an_error_line() -> None:
    assert json.loads(written("jsonl", Unreadable("rows.jsonl", "17", "no text", 17, 400))) == {
        "schema": 1,
        "document": {"id": "17", "path": "rows.jsonl", "headline": None, "published": None, "published_from": None},
        "error": {"message": "no text", "line": 17, "byte": 400},
    }


def test_jsonl_writes_a_report_before_the_next_is_made() -> None:
    stream = io.StringIO()
    seen: list[int] = []

    def reports() -> Iterator[Report]:
        for _ in range(3):
            seen.append(stream.getvalue().count("\n"))
            yield flood()

    formats()["jsonl"].write(reports(), stream, Options())
    assert seen == [0, 1, 2]


@pytest.mark.parametrize("number", [0, 1, 3])
def test_json_holds_the_same_documents_as_jsonl(number: int) -> None:
    reports = [flood() for _ in range(number)]
    whole = json.loads(written("json", *reports))
    assert whole == {"schema": 1, "documents": [json.loads(line) for line in written("jsonl", *reports).splitlines()]}


@given(st.text())
def test_any_text_survives_json(text: str) -> None:
    report = Report(Document(text), (Finding("a/b", "note", text, text, (Place(Span(0, len(text)), "it"),), ()),))
    line = written("jsonl", report)
    assert line.count("\n") == 1
    assert json.loads(line)["findings"][0]["places"][0]["quote"] == text


def test_extract_leaves_out_findings_and_checks() -> None:
    assert list(as_dict(flood(), extract_only=True)) == ["schema", "document", "hedges", "sources", "claims"]


def test_the_contract_s_keys_come_in_its_order() -> None:
    whole = as_dict(flood())
    assert list(whole) == ["schema", "document", "findings", "dismissed", "checks", "hedges", "sources", "claims"]
    keys = "rule severity message calculation places claims also repairs why"
    assert list(whole["findings"][0]) == keys.split()
    keys = "id start end quote kind value from to bound low high low_open high_open unit counted role roles subject"
    assert list(whole["claims"][0]) == [*keys.split(), "first_day", "last_day", "source", "hedges", "stance"]


def test_only_a_place_in_a_headline_that_stands_apart_says_so() -> None:
    document = Document("470 died.", headline="Toll 740")
    places = (Place(Span(5, 8, in_headline=True), "headline"), Place(Span(0, 3), "body"))
    assert as_dict(Report(document, (Finding("a/b", "note", "", "", places, ()),)))["findings"][0]["places"] == [
        {"start": 5, "end": 8, "quote": "740", "in": "headline", "label": "headline"},
        {"start": 0, "end": 3, "quote": "470", "label": "body"},
    ]


def test_a_date_is_repaired_by_days() -> None:
    date = evolve(claim(TEXT, "c1", "520", 520, "killed"), kind="date", quantity=None)
    repair = Repair("c1", Interval.point(dt.date(2025, 4, 30).toordinal()))
    report = Report(Document(TEXT), (Finding("a/b", "note", "", "", (), ("c1",), repairs=(repair,)),), claims=(date,))
    assert as_dict(report)["findings"][0]["repairs"][0]["low"] == "2025-04-30"
    assert "520 would have to be 2025-04-30" in written("console", report)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(422, 100), "4.22"),
        (Fraction(41, 12), "41/12"),
        (Fraction(-41, 12), "-41/12"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(10**12), "1000000000000"),
        (Fraction(1, 10**7), "0.0000001"),
        (Fraction(0), "0"),
        (Fraction(10**5000), "1" + "0" * 5000),
    ],
)
def test_numbers_are_written_without_loss(value: Fraction, text: str) -> None:
    assert exact(value) == text


@given(st.fractions())
def test_a_number_reads_back_as_itself(value: Fraction) -> None:
    assert Fraction(exact(value)) == value


@pytest.mark.parametrize(
    ("interval", "text"),
    [
        (Interval.point(4700), "4,700"),
        (Interval(Fraction(4606), Fraction(4794)), "4,606 to 4,794"),
        (Interval(low=Fraction(30), low_open=True), "more than 30"),
        (Interval(low=Fraction(3, 2)), "at least 1.5"),
        (Interval(high=Fraction(-1234567), high_open=True), "less than -1,234,567"),
        (Interval(high=Fraction(41, 12)), "at most 41/12"),
        (Interval(Fraction(4_215_000_000), Fraction(4_225_000_000)), "4.215 billion to 4.225 billion"),
        (Interval.point(4_700_001), "4,700,001"),
        (Interval(), ""),
    ],
)
def test_an_interval_is_put_into_words(interval: Interval, text: str) -> None:
    assert stretch(interval) == text


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (None, None, ""),
        (dt.date(2025, 3, 1), dt.date(2025, 3, 31), "2025-03-01 to 2025-03-31"),
        (dt.date(2025, 3, 1), dt.date(2025, 3, 1), "2025-03-01"),
        (dt.date(2016, 1, 1), None, "since 2016-01-01"),
        (None, dt.date(2025, 3, 31), "until 2025-03-31"),
    ],
)
def test_a_period_is_put_into_words(first: dt.date | None, last: dt.date | None, text: str) -> None:
    assert days(first, last) == text


def test_a_writer_is_found_by_its_file() -> None:
    assert list(formats()) == ["console", "github", "gitlab", "html", "json", "jsonl", "junit", "markdown", "sarif", "worksheet"]


def test_strict_shows_what_may_hold_and_nothing_else() -> None:
    doubt = Check("a/b", "may hold", "it hangs on rounding, hedges or bounds", "520 <= 520", ("c1",))
    page = written("console", evolve(flood(), findings=(), checks=(*flood().checks, doubt)), strict=True)
    assert "May hold\n  a/b  520 <= 520; it hangs on rounding" in page
    assert "Held" not in page
    assert written("console", evolve(flood(), findings=()), strict=True).count("\n") == 1


def test_verbose_shows_what_was_dismissed_and_why() -> None:
    gone = Dismissed(flood().findings[0], "counted twice by the ministry", "factcheck.toml:3")
    page = written("console", evolve(flood(), findings=(), dismissed=(gone,)), verbose=True)
    assert "Dismissed" in page
    assert {"counted", "twice", "ministry", "(factcheck.toml:3)"} <= set(page.split())
