"""Signs that print nothing change no reading, and every span slices back into the text as it was given."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factcheck
from factcheck import rules
from factcheck.check import check_document
from factcheck.document import Document
from factcheck.layout import unseen
from factcheck.readers import from_text, readers
from factcheck.report import as_dict

SIGNS = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
STORY = (
    "Ferry costs rise\n\nBy Ines Roth\n\nThe line cost $3.5 million, up from $2.8 million. It is 30 miles (48 km) long, she said."
)


def sown(text: str) -> st.SearchStrategy[str]:
    """Put signs anywhere into a text, in its first line too."""
    gaps = st.lists(st.sampled_from(["", "", "", *SIGNS]), min_size=len(text) + 1, max_size=len(text) + 1)
    return gaps.map(lambda signs: "".join(sign + letter for sign, letter in zip(signs, [*text, ""], strict=True)))


def told(text: str) -> list[tuple[str, str]]:
    report = factcheck.extract(text)
    return [(claim.kind, unseen.without(report.document.quote(claim.span))) for claim in report.claims]


@given(sown(STORY))
def test_a_story_reads_the_same_with_them(text: str) -> None:
    assert told(text) == told(STORY)
    assert factcheck.check(text).document.headline == "Ferry costs rise"


@given(sown(STORY))
def test_every_place_is_a_slice_of_the_text_as_it_was_given(text: str) -> None:
    said = as_dict(factcheck.check(text))
    for each in (*said["claims"], *said["hedges"], *(place for found in said["findings"] for place in found["places"])):
        assert text[each["start"] : each["end"]] == each["quote"]
        assert unseen.without(each["quote"])


@pytest.mark.parametrize("sign", [*SIGNS, "&shy;", "&#8203;", "<wbr>"])
def test_a_figure_is_read_over_them_in_every_source(sign: str) -> None:
    text = f"The lake fell 3{sign}.5 metres (11.5 feet), the survey said."
    (page,) = readers()[".html"].read(io.BytesIO(f"<meta charset=utf-8><p>{text}</p>".encode()), "a.html", None)
    assert isinstance(page, Document)
    documents = [page, *([from_text(text)] if sign in SIGNS else [])]
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
