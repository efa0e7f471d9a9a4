"""One report -> what a person reads of it: the findings, and on demand all else that was seen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TextIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factcheck.document import Document, Span
from factcheck.findings import Finding
from factcheck.report import Report
from factcheck.report.lines import Lines
from factcheck.report.records import Summary
from factcheck.writers import Options
from factcheck.writers.console import lists, rows, words
from factcheck.writers.console.excerpts import Mark, excerpts
from factcheck.writers.console.harmless import harmless

WIDTH = 100
HEADLINE = "headline"
SEVERITIES = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}


def written(report: Report, stream: TextIO, options: Options) -> str:
    """Lay the report out for the stream: its width, its colours."""
    return _laid_out(stream, lambda width: _blocks(report, options, width))


def _laid_out(stream: TextIO, blocks: Callable[[int], Iterator[RenderableType]]) -> str:
    console = Console(
        file=stream, width=None if stream.isatty() else WIDTH, markup=False, emoji=False, highlight=False, legacy_windows=False
    )
    with console.capture() as capture:
        for block in blocks(console.width):
            console.print(block, soft_wrap=isinstance(block, Text))  # a text by itself is a line that must not be torn
    return re.sub(r" +$", "", capture.get(), flags=re.MULTILINE)


def closing(summary: Summary, stream: TextIO, options: Options) -> str:
    """Lay out what became of a table."""
    return _laid_out(stream, lambda _: rows.summary(summary, verbose=options.verbose))


def _blocks(report: Report, options: Options, width: int) -> Iterator[RenderableType]:
    if options.extract_only:
        yield Text(_name(report.document), style="bold")
        yield lists.claims(report)
        yield ""
        return
    texts: dict[bool, Lines] = {}
    for finding in report.findings:
        yield from _finding(report, finding, texts, width)
    if options.verbose or _has_doubts(report, options):
        yield Text(_name(report.document), style="bold")
        yield Text(_publication(report.document))
        yield ""
        yield from lists.seen(report, strict=not options.verbose)


def _has_doubts(report: Report, options: Options) -> bool:
    return options.strict and any(check.verdict == "may hold" for check in report.checks)


def _finding(report: Report, finding: Finding, texts: dict[bool, Lines], width: int) -> Iterator[RenderableType]:
    style = SEVERITIES.get(finding.severity, "bold")
    record = report.document.record is not None
    location = rows.location(report.document, finding) if record else _location(report.document, finding, texts)
    yield Text.assemble((location, "bold"), " ", (finding.severity, style), " ", (harmless(finding.rule), "dim"))
    yield Padding(Text(harmless(finding.message)), (0, 0, 0, 2))
    yield ""
    if record:
        yield rows.cells(report.document, finding)
    else:
        yield from _places(report.document, finding, texts, width)
    yield ""
    yield Padding(_facts(report, finding), (0, 0, 1, 2))


def _location(document: Document, finding: Finding, texts: dict[bool, Lines]) -> str:
    if not finding.places:
        return _name(document)
    span = finding.places[0].span
    return f"{_name(document)}:{_line(document, span, texts)}:{_lines(document, span, texts).column(span.start)}"


def _places(document: Document, finding: Finding, texts: dict[bool, Lines], width: int) -> Iterator[Text]:
    gutter = 2 + max((len(_line(document, place.span, texts)) for place in finding.places), default=0)
    bar = " | "
    for apart in (True, False):
        spans = [(place.span, place.label) for place in finding.places if place.span.in_headline == apart]
        if not spans:
            continue
        marks = [Mark(span.start, span.end, label) for span, label in spans]
        for number, line, drawn in excerpts(_lines(document, spans[0][0], texts), marks, width - gutter - len(bar)):
            yield Text.assemble((f"{HEADLINE if apart else number:>{gutter}}{bar}", "dim"), line)
            yield from (Text.assemble((f"{'':>{gutter}}{bar}", "dim"), (row, "bold red")) for row in drawn)


def _line(document: Document, span: Span, texts: dict[bool, Lines]) -> str:
    return HEADLINE if span.in_headline else str(_lines(document, span, texts).number(span.start))


def _facts(report: Report, finding: Finding) -> Table:
    claims = {claim.id: claim for claim in report.claims}
    repairs = words.repairs(report.document, finding.repairs, claims)
    facts = (
        ("calculation", finding.calculation),
        ("why", finding.why),
        ("repair", ",\nor ".join(repairs)),
        ("also", ", ".join(finding.also)),
    )
    table = Table.grid(padding=(0, 2, 0, 0))
    for name, fact in facts:
        if fact:
            table.add_row(Text(name, style="dim"), Text("\n".join(harmless(line) for line in fact.split("\n"))))
    return table


def _name(document: Document) -> str:
    """Give the path, and of a file that holds several documents the one that is meant."""
    return harmless(document.path if document.id in ("", document.path) else f"{document.path}#{document.id}")


def _publication(document: Document) -> str:
    if document.published is None:
        return "No publication date"
    return f"Published {document.published} ({document.published_from})"


def _lines(document: Document, span: Span, texts: dict[bool, Lines]) -> Lines:
    if span.in_headline not in texts:
        texts[span.in_headline] = Lines.of(document.source(span))
    return texts[span.in_headline]
