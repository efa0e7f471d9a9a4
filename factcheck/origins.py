"""A Report whose spans count in words that were taken out of a source -> the same with its spans in that source."""

from __future__ import annotations

from attrs import evolve

from factcheck.document import Document, Origin, Span
from factcheck.report import Report


def in_source(report: Report) -> Report:
    """Lead all spans back, if the document has an origin; sentences stay in the words that they were read in."""
    origin = report.document.origin
    if origin is None:
        return report
    return Report(
        _document(report.document, origin),
        tuple(
            evolve(finding, places=tuple(evolve(place, span=origin.back(place.span)) for place in finding.places))
            for finding in report.findings
        ),
        report.checks,
        tuple(evolve(hedge, span=origin.back(hedge.span)) for hedge in report.hedges),
        tuple(
            evolve(
                source,
                cue=_back(origin, source.cue),
                source=_back(origin, source.source),
                content=_back(origin, source.content),
            )
            for source in report.sources
        ),
        tuple(evolve(claim, span=origin.back(claim.span), phrase=origin.back(claim.phrase)) for claim in report.claims),
    )


def _document(document: Document, origin: Origin) -> Document:
    parts = tuple(evolve(part, span=origin.back(part.span)) for part in document.parts)
    return evolve(
        document, text=origin.source, prose=origin.source, parts=parts, headline_span=_back(origin, document.headline_span)
    )


def _back(origin: Origin, span: Span | None) -> Span | None:
    return None if span is None else origin.back(span)
