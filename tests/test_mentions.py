"""Mentions: what is seen in a sentence, by one corpus per kind, and the laws that hold for any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpora import Case, cases, names, reading, sentence

from factcheck import mentions
from factcheck.mentions import Mention

FIGURES = ["dates", "labels", "measures", "money", "numbers", "ordinals", "percents", "periods", "ratios"]
CUES = {"hedges": "hedge", "links": "link", "roles": "role", "vouchers": "voucher"}


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


@pytest.mark.parametrize(("kind", "case"), [pytest.param(kind, *case.values, id=case.id) for name, kind in CUES.items() for case in cases("mentions", name)])
def test_the_marked_cues_are_seen_and_no_other(kind: str, case: Case) -> None:
    found = [mention for mention in mentions.find(sentence(case.text)) if mention.kind == kind]
    assert [(mention.span, mention.entry) for mention in found] == list(zip(case.marks, case.reads, strict=True))
