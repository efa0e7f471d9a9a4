"""Reports -> one line of counts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factcheck.readers import Unreadable
from factcheck.report import Report

if TYPE_CHECKING:
    from factcheck.writers import Item, Options


def count(counts: Counter[str], report: Item) -> None:
    """Add one document to the counts of a run: findings by severity, checks by verdict, and the rest by name."""
    if isinstance(report, Report):
        counts.update(finding.severity for finding in report.findings)
        counts.update(check.verdict for check in report.checks)
        counts.update(documents=1, hedges=len(report.hedges), claims=len(report.claims))
    elif isinstance(report, Unreadable):
        from factcheck.report.records import UnreadableRecord

        counts.update(unreadable=1, records=isinstance(report, UnreadableRecord))
    else:
        counts.update(tables=1, rows=report.rows, relations=len(report.relations), misunderstood=len(report.not_checked))


def line(counts: Counter[str], options: Options) -> str:
    """Write the counts: what was found, what was checked, what was read."""
    if counts["tables"] or counts["records"]:
        return _of_tables(counts)
    hedges = counted(counts["hedges"], "hedge")
    read = f"{counted(counts['claims'], 'figure')} in {counted(counts['documents'], 'document')}"
    if counts["unreadable"]:
        read += f", {counts['unreadable']:,} unreadable"
    if options.extract_only:
        return f"{hedges}; {read}"
    found = ", ".join(counted(counts[severity], severity) for severity in ("error", "warning", "note"))
    may_hold = f"{counts['may hold']:,} may hold, " if counts["may hold"] else ""
    return f"{found}; {counted(counts['holds'], 'check')} held, {may_hold}{counts['not checked']:,} not checked; {hedges}; {read}"


def _of_tables(counts: Counter[str]) -> str:
    found = ", ".join(counted(counts[severity], severity) for severity in ("error", "warning", "note"))
    checked = f"{counted(counts['relations'], 'relation')} checked, {counts['misunderstood']:,} not understood"
    unreadable = f", {counts['unreadable']:,} unreadable" if counts["unreadable"] else ""
    return f"{found}; {checked}; {counted(counts['rows'], 'row')} in {counted(counts['tables'], 'table')}{unreadable}"


def counted(number: int, noun: str) -> str:
    """Write a number with its noun: ``1 error``, ``2 errors``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
