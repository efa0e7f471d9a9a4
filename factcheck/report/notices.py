"""Findings -> Notices: what a build server or a code host shows of them, with lines, columns and a fingerprint.

Reports go in; notices come out, in the order of the findings. A fingerprint is made of a finding's rule, words and context, never
of its line: what stands above may grow, and the fault is still known as the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from factcheck.document import Document, Span
from factcheck.findings import SEVERITIES, Finding
from factcheck.readers import Unreadable
from factcheck.report import Report
from factcheck.report.lines import Lines
from factcheck.report.records import Summary, cell_at
from factcheck.values import frozen

_CONTEXT = 24
"""Code points to each side of a place that tell it from the same words elsewhere."""


@frozen
class Spot:
    """A place in a file: lines and columns count from 1, columns in code points; ``end_column`` is the first one behind it.

    ``offset`` counts code points of the file; None where the text is a row of it, or the cell of a record.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    quote: str
    label: str
    offset: int | None = None


@frozen
class Notice:
    """A finding with where it stands; the first of ``spots`` is where it is shown."""

    path: str
    rule: str
    severity: str
    message: str
    calculation: str
    why: str
    fingerprint: str
    spots: tuple[Spot, ...]
    document: str = ""


def of(report: Report) -> Iterator[Notice]:
    """Give the notices of a report."""
    document = report.document
    lines = Lines.of(document.text)
    for finding, fingerprint in zip(report.findings, fingerprints(report), strict=True):
        yield Notice(
            document.path,
            finding.rule,
            finding.severity,
            finding.message,
            finding.calculation,
            finding.why,
            fingerprint,
            tuple(_spot(document, lines, place.span, place.label) for place in finding.places),
            "" if document.id == document.path else document.id,
        )


def told(results: Iterable[Report | Unreadable | Summary]) -> Iterator[Notice | Unreadable]:
    """Give the notices of many documents and records, and what could not be read in its place; summaries are left out."""
    for result in results:
        if isinstance(result, Report):
            yield from of(result)
        elif isinstance(result, Unreadable):
            yield result


def counted(counts: Mapping[str, int]) -> str:
    """Write how many there are of each severity: ``1 error, 0 warnings, 2 notes``."""
    return ", ".join(f"{counts[severity]:,} {severity}{'' if counts[severity] == 1 else 's'}" for severity in SEVERITIES)


def fingerprints(report: Report) -> tuple[str, ...]:
    """Give each finding's fingerprint, 32 hexadecimal digits; of equal ones the later are counted."""
    import hashlib

    seen: Counter[str] = Counter()
    found = []
    for finding in report.findings:
        key = _key(report.document, finding)
        seen[key] += 1
        found.append(hashlib.sha256(f"{key}\0{seen[key]}".encode("utf-8", "replace")).hexdigest()[:32])
    return tuple(found)


def _key(document: Document, finding: Finding) -> str:
    """Give the rule with the words of its places and those about them, blanks folded."""
    words = (word for place in finding.places for word in _words(document, place.span))
    return "\0".join((finding.rule, *(" ".join(word.split()) for word in words)))


def _words(document: Document, span: Span) -> tuple[str, str, str]:
    """Give a place's words with those before and behind them on their lines; a word that the window cuts is left out."""
    source = document.source(span)
    before, after = source[max(0, span.start - _CONTEXT) : span.start], source[span.end : span.end + _CONTEXT]
    cut_before, cut_after = span.start > _CONTEXT and "\n" not in before, len(after) == _CONTEXT and "\n" not in after
    return (
        before.partition(" ")[2] if cut_before else before.rpartition("\n")[2],
        source[span.start : span.end],
        after.rpartition(" ")[0] if cut_after else after.partition("\n")[0],
    )


def _spot(document: Document, lines: Lines, span: Span, label: str) -> Spot:
    """Give where a place of a finding stands: lines and columns of the text, or the line of its row."""
    quote = document.quote(span)
    if document.record is not None:
        cell = cell_at(document, span.start)
        return Spot(cell.line, 1, cell.line, 1, quote, f"{label}, column {cell.column}")
    if document.line is not None or span.in_headline:
        line = document.line or 1
        return Spot(line, 1, line, 1, quote, label)
    last = max(span.start, span.end - 1)
    return Spot(
        lines.number(span.start),
        lines.column(span.start),
        lines.number(last),
        lines.column(last) + 1,
        quote,
        label,
        span.start,
    )
