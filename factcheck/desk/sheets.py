"""A Report -> what the desk's page shows: pieces of HTML, made by the templates of `--format html`, and values to work with."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from factcheck.findings import Finding
from factcheck.report import Report
from factcheck.writers import web
from factcheck.writers.web import marks

NAME = "d1"


def sheet(report: Report, draft: str) -> dict[str, Any]:
    """Give the marked text, the cards, the tables, the counts, and each finding as `factcheck.desk.book` knows it again.

    Args:
        report: of the draft, or of its beginning.
        draft: the whole of it; ``checked_to`` is where in it the beginning ends, None where all was checked.

    """
    parts = web.environment().get_template("parts.html").module
    shown = web.shown_of(report, NAME)
    document, beyond = report.document, _beyond(report.document.text)
    return {
        "checked_to": _utf16(len(document.text), beyond) if len(document.text) < len(draft) else None,
        "published": None if document.published is None else document.published.isoformat(),
        "published_from": document.published_from,
        "headline": document.headline,
        "marked": str(parts.flat(marks.flat(document, marks.marks(report, NAME)))),  # type: ignore[attr-defined]
        "cards": str(parts.partly(len(document.text), len(draft)) + parts.cards(shown)),  # type: ignore[attr-defined]
        "tables": str(parts.tables(shown)),  # type: ignore[attr-defined]
        "counts": {name: shown[name] for name in ("conflicts", "queries", "hedge_count", "claim_count")},
        "held": shown["reach"].held,
        "findings": [_known(report, finding, beyond) for finding in report.findings],
    }


def _known(report: Report, finding: Finding, beyond: list[int]) -> dict[str, Any]:
    """Give a finding by its content: rule, quotes, the sentences round them; and its places in UTF-16, as a browser counts."""
    sentences = {claim.span: claim.sentence.text for claim in report.claims if claim.id in finding.claims}
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "places": [
            {
                "label": place.label,
                "quote": report.document.quote(place.span),
                "sentence": sentences.get(place.span, ""),
                "start": _utf16(place.span.start, beyond),
                "end": _utf16(place.span.end, beyond),
            }
            for place in finding.places
        ],
    }


def _beyond(text: str) -> list[int]:
    """Give where the characters stand that are two units in UTF-16."""
    return [] if text.isascii() or max(text) <= "\uffff" else [at for at, letter in enumerate(text) if letter > "\uffff"]


def _utf16(at: int, beyond: list[int]) -> int:
    return at + bisect_left(beyond, at)
