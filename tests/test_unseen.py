"""Signs that print nothing change no reading, and every span slices back into the text as it was given."""

from __future__ import annotations

import io
from functools import cache

import pytest
import written
from hypothesis import given
from hypothesis import strategies as st

import factcheck
from factcheck import rules
from factcheck.check import check_document
from factcheck.document import Document
from factcheck.layout import unseen
from factcheck.manuscripts import comments
from factcheck.proofs import pages
from factcheck.readers import from_text, readers
from factcheck.report import Report
from factcheck.report.plain import as_dict

SIGNS = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u202e\u2060\u2062\u2066\u2069\ufe0f\ufeff\U000e0041"
STORY = (
    "Ferry costs rise\n\nBy Ines Roth\n\nThe line cost $3.5 million, up from $2.8 million. It is 30 miles (48 km) long, she said."
)


def sown(text: str) -> st.SearchStrategy[str]:
    """Put signs anywhere into a text, in its first line too."""
    gaps = st.lists(st.sampled_from(["", "", "", *SIGNS]), min_size=len(text) + 1, max_size=len(text) + 1)
    return gaps.map(lambda signs: "".join(sign + letter for sign, letter in zip(signs, [*text, ""], strict=True)))


@cache
def extracted(text: str) -> Report:
    return factcheck.extract(text)


def told(report: Report) -> list[tuple[str, str]]:
    return [(claim.kind, unseen.without(report.document.quote(claim.span))) for claim in report.claims]


@given(sown(STORY))
def test_a_story_reads_the_same_with_them(text: str) -> None:
    report = extracted(text)
    assert told(report) == told(extracted(STORY))
    assert report.document.headline == "Ferry costs rise"


@given(sown(STORY))
def test_every_place_is_a_slice_of_the_text_as_it_was_given(text: str) -> None:
    said = as_dict(factcheck.check(text))
    for each in (*said["claims"], *said["hedges"], *(place for found in said["findings"] for place in found["places"])):
        assert text[each["start"] : each["end"]] == each["quote"]
        assert unseen.without(each["quote"])


MARKED = (
    "# Ferry costs rise\n\nThe line cost **$3.5 million**,"
    " up from [$2.8 million](http://a.example/5). It is 30 miles (58 km) long."
)


def read_as(suffix: str, data: bytes) -> Document:
    (document,) = readers()[suffix].read(io.BytesIO(data), f"a{suffix}", None)
    assert isinstance(document, Document)
    return document


@cache
def _marked(text: str) -> Report:
    return check_document(read_as(".md", text.encode()), rules.load())


@given(st.lists(st.tuples(st.integers(2, len(MARKED)), st.sampled_from(SIGNS)), max_size=9))
def test_markdown_reads_the_same_and_its_places_are_slices_of_the_file(sown: list[tuple[int, str]]) -> None:
    text = MARKED
    for at, sign in sorted(sown, reverse=True):
        text = text[:at] + sign + text[at:]
    plain, report = _marked(MARKED), _marked(text)
    assert (report.document.text, len(report.document.prose)) == (text, len(text))
    assert [unseen.without(report.document.quote(claim.span)) for claim in report.claims] == [
        plain.document.quote(claim.span) for claim in plain.claims
    ]
    assert [found.rule for found in report.findings] == [found.rule for found in plain.findings] != []


def test_a_word_file_keeps_its_headline_byline_and_the_places_of_comments() -> None:
    pytest.importorskip("docx")
    paragraphs = [
        "\u200bFerry costs rise",
        "\u200b By Ines\u00ad Okafor \ufeff",
        "\u2060",
        "It is 3\u200b0 mi\u00adles (5\u200d8 km) long.",
    ]
    data = written.word("".join(written.paragraph(written.run(words)) for words in paragraphs))
    report = check_document(read_as(".docx", data), rules.load())
    assert report.document.headline == "Ferry costs rise"
    assert [part.kind for part in report.document.parts] == ["headline", "byline", "body"]
    places = [place.span for found in report.findings for place in found.places]
    assert [report.document.quote(span) for span in places] == ["3\u200b0 mi\u00adles", "5\u200d8 km"]
    marked = comments.commented(data, [comments.Remark(span, "so?") for span in places]).data
    assert read_as(".docx", marked).origin == read_as(".docx", data).origin


def printed(*lines: str) -> str:
    return "\n".join(pages.paragraphs(pages.Line(50, 700 - 12 * n, 10, text) for n, text in enumerate(lines)))


def test_a_soft_hyphen_that_ends_a_printed_line_parts_no_word_and_others_are_hyphens() -> None:
    assert printed("The ferry line cost about 3.5 mil\u00ad", "lion dollars, the city said.") == (
        "The ferry line cost about 3.5 million dollars, the city said."
    )
    assert printed("A 30\u00adyear\u00adold ferry of the twenty\u00ad", "five sank, the city said.") == (
        "A 30-year-old ferry of the twenty-five sank, the city said."
    )


@pytest.mark.parametrize("sign", [*SIGNS, "&shy;", "&#8203;", "<wbr>"])
def test_a_figure_is_read_over_them_in_every_source(sign: str) -> None:
    text = f"The lake fell 3{sign}.5 metres (11.5 feet), the survey said."
    documents = [read_as(".html", f"<meta charset=utf-8><p>{text}</p>".encode())]
    if sign in SIGNS:
        word = written.word(written.paragraph(written.run(text)))
        documents += [from_text(text), read_as(".md", text.encode()), read_as(".docx", word)]
    for document in documents:
        report = check_document(document, rules.load())
        first = report.claims[0]
        assert (first.kind, str(first.quantity and first.quantity.value)) == ("measure", "7/2")
        span = first.span
        assert report.document.text[span.start : span.end].startswith(f"3{sign}")
        assert report.findings == ()


def test_a_headline_given_apart_may_hold_them_where_the_text_does_not() -> None:
    report = factcheck.extract("Ferry costs rise\n\nIt cost $5.", headline="Ferry\u200b costs rise")
    assert not report.document.headline_span or not report.document.headline_span.in_headline


def test_a_text_of_nothing_else_is_no_fault() -> None:
    assert factcheck.check(SIGNS).claims == ()
    for page in ("<p>&shy;</p><p>a</p>", "<p>\u200b</p>", "<h1>&#8203;</h1><p>5 km</p>"):
        (document,) = readers()[".html"].read(io.BytesIO(page.encode()), "a.html", None)
        assert isinstance(document, Document)
        check_document(document, rules.load())
