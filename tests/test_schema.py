"""The schema that ships holds for every report, and for nothing else."""

from __future__ import annotations

import datetime as dt
import io
import json
from functools import cache
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

import factcheck
from factcheck.claims import Claim, Hedge, Source, Subject
from factcheck.document import Document, Span
from factcheck.findings import Check, Finding, Place
from factcheck.intervals import Interval
from factcheck.quantities import Quantity
from factcheck.readers import Unreadable
from factcheck.report import Report
from factcheck.report.plain import SCHEMA_FILE, as_dict, error_as_dict
from factcheck.sentences import Sentence
from factcheck.verdicts import Repair
from factcheck.writers import Options, formats

TEXT = "About 600 of the 4,700 soldiers were killed, the agency said."


@cache
def schema() -> jsonschema.Draft202012Validator:
    definition = json.loads(SCHEMA_FILE.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(definition)
    return jsonschema.Draft202012Validator(definition)


def kinds(of: str) -> list[str]:
    found: list[str] = schema().schema["$defs"][of]["properties"]["kind"]["enum"]
    return found


def ids(letter: str) -> st.SearchStrategy[str]:
    return st.integers(1, 99).map(lambda number: f"{letter}{number}")


def many(values: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, max_size=2).map(tuple)


spans = st.builds(Span, st.integers(0, 9), st.integers(9, len(TEXT)), st.booleans())
days = st.none() | st.dates()
intervals = st.builds(Interval, st.none() | st.fractions(), st.none() | st.fractions(), st.booleans(), st.booleans())
words = st.none() | st.text(max_size=5)
quantities = st.builds(
    Quantity,
    intervals,
    intervals,
    st.none() | st.fractions(),
    st.none() | st.fractions(),
    st.none() | st.fractions(),
    st.sampled_from([None, ">", ">=", "<", "<="]),
    words,
)
claims = st.builds(
    Claim,
    ids("c"),
    spans,
    st.sampled_from(kinds("claim")),
    st.just(Sentence(Span(0, len(TEXT)), "body", 0, TEXT)),
    quantity=st.none() | quantities,
    counted=words,
    role=words,
    roles=many(st.text(max_size=5)),
    subject=st.none() | st.builds(Subject, st.text(max_size=5)),
    first_day=days,
    last_day=days,
    source=st.none() | ids("s"),
    hedges=many(ids("h")),
    stance=st.sampled_from(["asserted", "denied", "planned", "conditional", "asked", "forecast"]),
)
findings = st.builds(
    Finding,
    st.just("topic/fault"),
    st.sampled_from(["error", "warning", "note"]),
    st.text(max_size=5),
    st.text(max_size=5),
    many(st.builds(Place, spans, st.text(max_size=5))),
    many(ids("c")),
    st.text(max_size=5),
    many(st.just("topic/other")),
    many(st.builds(Repair, ids("c"), intervals)),
)
checks = st.builds(
    Check,
    st.just("topic/fault"),
    st.sampled_from(["holds", "may hold", "not checked"]),
    st.text(max_size=5),
    st.text(max_size=5),
    many(ids("c")),
)
hedges = st.builds(Hedge, ids("h"), spans, st.sampled_from(kinds("hedge")), many(ids("c")))
sources = st.builds(Source, ids("s"), st.none() | spans, st.none() | spans, st.none() | spans, st.none() | ids("s"))
documents = st.builds(
    Document,
    st.just(TEXT),
    st.text(max_size=5),
    st.text(max_size=5),
    headline=words,
    published=days,
    published_from=st.sampled_from([None, "option", "row", "metadata", "masthead"]),
)
reports = st.builds(Report, documents, many(findings), many(checks), many(hedges), many(sources), many(claims))


def test_a_real_report_is_valid() -> None:
    text = "At least 5,200 soldiers were killed since 2016, the agency said on April 29. Casualties came to 4,700."
    report = factcheck.check(text, published="2025-04-30", headline="About 5,200 dead")
    assert report.findings
    schema().validate(as_dict(report))


@given(reports, st.booleans())
def test_every_report_is_valid(report: Report, extract_only: bool) -> None:
    schema().validate(as_dict(report, extract_only=extract_only))


@given(st.builds(Unreadable, st.text(), st.text(), st.text(), st.none() | st.integers(1), st.none() | st.integers(0)))
def test_every_error_line_is_valid(unreadable: Unreadable) -> None:
    schema().validate(error_as_dict(unreadable))


def test_the_whole_of_a_json_run_is_valid() -> None:
    stream = io.StringIO()
    formats()["json"].write([Report(Document(TEXT)), Unreadable("x", "x", "binary", None, 1)], stream, Options())
    schema().validate(json.loads(stream.getvalue()))


@pytest.mark.parametrize(
    ("part", "key", "value"),
    [
        ("findings", "severity", "fatal"),
        ("findings", "surprise", 1),
        ("checks", "verdict", "cannot hold"),
        ("hedges", "kind", "doubt"),
        ("hedges", "claims", ["c1", 2]),
        ("sources", "cue", "said"),
        ("claims", "kind", "guess"),
        ("claims", "stance", "hoped"),
        ("claims", "value", "1e6"),
        ("claims", "value", 4700),
        ("claims", "low", "4.70/3"),
        ("claims", "first_day", "30 April"),
        ("claims", "start", -1),
        ("claims", "id", "h1"),
    ],
)
def test_a_report_that_strays_from_the_contract_is_not_valid(part: str, key: str, value: object) -> None:
    span, day = Span(0, 5), dt.date(2025, 4, 30)
    sentence = Sentence(Span(0, len(TEXT)), "body", 0, TEXT)
    whole = as_dict(
        Report(
            Document(TEXT, published=day, published_from="row"),
            (Finding("a/b", "error", "", "", (Place(span, "it"),), ("c1",)),),
            (Check("a/b", "holds", "", "", ("c1",)),),
            (Hedge("h1", span, "approximation", ("c1",)),),
            (Source("s1", span),),
            (Claim("c1", span, "count", sentence),),
        )
    )
    schema().validate(whole)
    whole[part][0][key] = value
    assert not schema().is_valid(whole)
