"""A Report on words that were taken out of a source, its spans led into the source or back to the words."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.document import Document, Span
from factcheck.findings import Finding
from factcheck.report import Report
from factcheck.values import evolve


def in_source(report: Report) -> Report:
    """Lead all spans into the document's source, if it has one; sentences stay in the words that they were read in."""
    origin = report.document.origin
    if origin is None:
        return report
    return _led(report, origin.source, origin.prose(report.document.prose), origin.back)


def in_words(report: Report) -> Report:
    """Give what `in_source` was given: spans that count in the words, as a reader sees them; a text as written is such."""
    origin = report.document.origin
    if origin is None or origin.is_written or report.document.text is not origin.source:
        return report
    return _led(report, origin.text, origin.text, origin.forth)


def _led(report: Report, text: str, prose: str, lead: Callable[[Span], Span]) -> Report:
    """Give a report whose spans count in ``text``, as ``lead`` takes them there."""

    def led(span: Span | None) -> Span | None:
        return None if span is None else lead(span)

    def finding(found: Finding) -> Finding:
        return evolve(found, places=tuple(evolve(place, span=lead(place.span)) for place in found.places))

    return evolve(
        report,
        document=_document(report.document, text, prose, lead),
        findings=tuple(map(finding, report.findings)),
        hedges=tuple(evolve(hedge, span=lead(hedge.span)) for hedge in report.hedges),
        sources=tuple(
            evolve(
                source,
                cue=led(source.cue),
                source=led(source.source),
                content=led(source.content),
                antecedent=led(source.antecedent),
            )
            for source in report.sources
        ),
        claims=tuple(evolve(claim, span=lead(claim.span), phrase=lead(claim.phrase)) for claim in report.claims),
        dismissed=tuple(evolve(gone, finding=finding(gone.finding)) for gone in report.dismissed),
    )


def _document(document: Document, text: str, prose: str, lead: Callable[[Span], Span]) -> Document:
    parts = tuple(evolve(part, span=lead(part.span)) for part in document.parts)
    headline = None if document.headline_span is None else lead(document.headline_span)
    code = tuple(map(lead, document.code))
    return evolve(document, text=text, prose=prose, parts=parts, headline_span=headline, code=code)
