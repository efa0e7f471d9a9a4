"""A Report -> what the page shows beside the text: a card for each finding, the hedges by kind, the checks and their figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from attrs import frozen

from factcheck.claims import Claim
from factcheck.document import Document, Span
from factcheck.findings import Finding
from factcheck.report import Report
from factcheck.writers.console import words
from factcheck.writers.console.harmless import harmless
from factcheck.writers.web.drawing import Drawing, drawn
from factcheck.writers.web.marks import kind_of

VERDICTS = ("holds", "may hold", "not checked")
_AROUND = 60
"""Code points shown on each side of a quotation."""


@frozen
class Quote:
    """Words of the text with a little of what stands round them; ``anchor`` is their place in the page."""

    words: str
    before: str
    behind: str
    anchor: str
    label: str


@frozen
class Card:
    """A finding as an editor reads it."""

    name: str
    number: int
    kind: str
    severity: str
    message: str
    quotes: tuple[Quote, ...]
    calculation: tuple[str, ...]
    repairs: tuple[str, ...]
    rule: str
    why: str
    also: tuple[str, ...]
    drawing: Drawing | None


@frozen
class Hedges:
    """The hedges of one kind: cue, the figures it touches, its anchor."""

    kind: str
    cues: tuple[tuple[str, str, str], ...]


@frozen
class Relation:
    """A check as one line: the rule, what it says, the figures it set against each other."""

    rule: str
    says: str
    figures: tuple[str, ...]


def cards(report: Report, name: str) -> Iterator[Card]:
    """Give the cards in text order; ``name`` begins their names, as it does the anchors of the text's marks."""
    claims = {claim.id: claim for claim in report.claims}
    for number, finding in enumerate(report.findings, 1):
        yield _card(report.document, finding, claims, number, f"{name}-f{number}")


def hedges(report: Report, name: str) -> list[Hedges]:
    """Give the hedges by kind, each kind in text order."""
    figures = _figures(report)
    numbered = sorted(enumerate(report.hedges, 1), key=lambda pair: (pair[1].kind, pair[0]))
    return [
        Hedges(
            kind.replace("-", " "),
            tuple(
                (words.quoted(report.document, hedge.span), _listed(figures, hedge.claims), f"{name}-h{number}")
                for number, hedge in of_kind
            ),
        )
        for kind, of_kind in groupby(numbered, key=lambda pair: pair[1].kind)
    ]


def relations(report: Report) -> dict[str, list[Relation]]:
    """Give the checks by verdict, in the order of `VERDICTS`; a relation told twice is told once."""
    figures = _figures(report)
    found: dict[str, dict[Relation, None]] = {verdict: {} for verdict in VERDICTS}
    for check in report.checks:
        says = harmless("; ".join(filter(None, (check.calculation, check.reason))))
        found[check.verdict][Relation(check.rule, says, tuple(figures.get(id_, id_) for id_ in check.claims))] = None
    return {verdict: [*told] for verdict, told in found.items()}


def _figures(report: Report) -> dict[str, str]:
    return {claim.id: words.quoted(report.document, claim.span) for claim in report.claims}


def _listed(figures: Mapping[str, str], ids: Iterable[str]) -> str:
    return "; ".join(figures.get(id_, id_) for id_ in ids)


def _card(document: Document, finding: Finding, claims: Mapping[str, Claim], number: int, name: str) -> Card:
    return Card(
        name,
        number,
        kind_of(finding.severity),
        finding.severity,
        harmless(finding.message),
        tuple(_quote(document, place.span, f"{name}-{n}", place.label) for n, place in enumerate(finding.places, 1)),
        tuple(map(harmless, finding.calculation.split("\n"))),
        tuple(words.repair(document, repair, claims.get(repair.claim)) for repair in finding.repairs),
        finding.rule,
        harmless(finding.why),
        finding.also,
        drawn(document, finding, claims),
    )


def _quote(document: Document, span: Span, anchor: str, label: str) -> Quote:
    source = (document.headline or "") if span.in_headline else document.prose
    before = source[max(0, span.start - _AROUND) : span.start].rpartition("\n")[2]
    behind = source[span.end : span.end + _AROUND].partition("\n")[0]
    cut_before = span.start > len(before) and len(before) == _AROUND
    cut_behind = len(behind) == _AROUND and span.end + _AROUND < len(source)
    return Quote(
        words.quoted(document, span),
        harmless("… " + before.partition(" ")[2] if cut_before else before),
        harmless(behind.rpartition(" ")[0] + " …" if cut_behind else behind),
        anchor,
        label,
    )
