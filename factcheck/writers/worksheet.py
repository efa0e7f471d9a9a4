"""The worksheet that a fact-checker draws up by hand: a line for every figure, as CSV for any spreadsheet.

Each line has the figure, what it counts, when, who says so, how surely, the checks that touch it, and room to tick it off.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TextIO

from factcheck.report import Report
from factcheck.report.plain import DAYS
from factcheck.values import frozen
from factcheck.writers.console import words
from factcheck.writers.console.harmless import harmless

if TYPE_CHECKING:
    from factcheck.claims import Claim
    from factcheck.document import Document, Span
    from factcheck.readers import Unreadable
    from factcheck.writers import Options

NAME = "worksheet"
ENCODING = "utf-8"
COLUMNS = (
    *("document", "done", "figure", "kind", "what it counts", "can stand for", "when", "who says so", "how surely", "checks"),
    *("sentence", "note"),
)
_MARK = "\ufeff"
"""Without a byte order mark spreadsheets take UTF-8 for something else."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a cell must not begin with, or a spreadsheet would run it (OWASP, "CSV Injection")."""
_LONGEST = 300


@frozen
class Line:
    """One figure to verify; ``surely`` holds its hedges in words, ``checks`` the rules that touched it with what they said."""

    claim: str
    span: Span
    figure: str
    kind: str
    counts: str
    stands_for: str
    when: str
    source: str
    surely: tuple[str, ...]
    checks: tuple[tuple[str, str], ...]
    sentence: str


def write(reports: Iterable[Report | Unreadable], stream: TextIO, options: Options) -> None:
    """Write a heading, then the figures of each document; of what cannot be read, a line that says so."""
    import csv

    sheet = csv.writer(stream)
    stream.write(_MARK)
    sheet.writerow(COLUMNS)
    for report in reports:
        if not isinstance(report, Report):
            sheet.writerow([*map(safe, (report.path, "", "", "", f"not read: {report.message}")), *[""] * (len(COLUMNS) - 5)])
            continue
        for line in lines(report):
            sheet.writerow(map(safe, _cells(report.document, line)))


def lines(report: Report) -> Iterator[Line]:
    """Give a line for each claim, in text order."""
    document = report.document
    hedges = {hedge.id: f"{words.quoted(document, hedge.span)} ({hedge.kind})" for hedge in report.hedges}
    sources = {source.id: words.who(document, source) for source in report.sources if source.source}
    checks = _checks(report)
    for claim in report.claims:
        yield Line(
            claim.id,
            claim.span,
            words.quoted(document, claim.span),
            claim.kind,
            _counts(claim),
            _stands(claim),
            words.days(claim.first_day, claim.last_day),
            sources.get(claim.source or "", ""),
            (*(hedges.get(id_, id_) for id_ in claim.hedges), *([] if claim.stance == "asserted" else [claim.stance])),
            tuple(checks.get(claim.id, ())),
            " ".join(harmless(claim.sentence.text[:_LONGEST]).split()),
        )


def safe(cell: str) -> str:
    """Make a cell that no spreadsheet takes for a formula, and that is one line of printable text."""
    shown = harmless(cell)
    return f"'{shown}" if cell.lstrip(" ").startswith(_FORMULA) else shown


def _cells(document: Document, line: Line) -> tuple[str, ...]:
    checks = "; ".join(f"{rule}: {verdict}" for rule, verdict in line.checks)
    return (
        *(document.path, "", line.figure, line.kind, line.counts, line.stands_for, line.when, line.source),
        *("; ".join(line.surely), checks, line.sentence, ""),
    )


def _checks(report: Report) -> dict[str, list[tuple[str, str]]]:
    """Give for each claim the rules that touched it: findings first."""
    found: dict[str, list[tuple[str, str]]] = {}
    touched = [(finding.rule, "conflict", finding.claims) for finding in report.findings]
    for rule, verdict, claims in [*touched, *((check.rule, check.verdict, check.claims) for check in report.checks)]:
        for id_ in claims:
            told = found.setdefault(id_, [])
            if (rule, verdict) not in told:
                told.append((rule, verdict))
    return found


def _counts(claim: Claim) -> str:
    """Tell what a figure counts: of whom or what, and in which role."""
    subject = claim.subject.text if claim.subject else claim.counted or ""
    return harmless(", ".join(filter(None, (subject, (claim.role or "").replace("-", " ")))))


def _stands(claim: Claim) -> str:
    quantity = claim.quantity
    if quantity is None or claim.kind in DAYS:
        return ""
    return harmless(" ".join(filter(None, (words.stretch(quantity.possible), quantity.unit))))
