"""Findings -> comments in a copy of the Word file that they were found in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from factcheck import disk, extras
from factcheck.commands import destination, outputs
from factcheck.commands.runs import Asked
from factcheck.disk.decoding import RefusedError
from factcheck.findings import Finding
from factcheck.readers import Unreadable
from factcheck.report import Report
from factcheck.values import evolve
from factcheck.writers.console.harmless import harmless

_SUFFIX = ".docx"


def wanted(asked: Asked, target: str) -> Asked:
    """Give the run with the file to write beside its outputs.

    Raises:
        click.ClickException: not one Word document was given, it is itself the file to write, or what writes comments is not
            installed.

    """
    if len(asked.paths) != 1 or disk.suffix(asked.paths[0]) != _SUFFIX:
        raise click.UsageError("--annotate wants one Word document (.docx) to check")
    outputs.spare(asked, target)
    lacking = extras.lacking("--annotate", "docx")
    if lacking:
        raise click.ClickException(lacking)
    return evolve(asked, beside=(*asked.beside, target))


def annotated(
    reports: Iterable[Report | Unreadable], path: str, target: str, refused: list[str]
) -> Iterator[Report | Unreadable]:
    """Pass the reports on; of the document that was read, write a copy with a comment at each place of each finding.

    Where no copy can be written, why is said and kept in ``refused``: the findings are reported all the same.
    """
    for report in reports:
        if isinstance(report, Report):
            for refusal in _annotate(report, path, target):
                click.echo(harmless(f"factcheck: {refusal}"), err=True)
                refused.append(refusal)
        yield report


def _annotate(report: Report, path: str, target: str) -> Iterator[str]:
    """Write the copy, or say why it was not written."""
    from factcheck.manuscripts.comments import Remark, commented

    remarks = [
        Remark(place.span, _says(finding, number, place.label, is_first=place is finding.places[0]))
        for number, finding in enumerate(report.findings, 1)
        for place in finding.places
    ]
    try:
        written = commented(Path(path).read_bytes(), remarks)
        with destination.replaced(target) as part:
            part.write_bytes(written.data)
        for remark in written.left:
            told = remark.text.partition("\n")[0]
            click.echo(harmless(f"factcheck: {path}: no comment can stand in a footnote: {told}"), err=True)
    except (RefusedError, ValueError, KeyError) as error:
        yield f"{path}: comments cannot be written: {error}"
    except OSError as error:
        yield f"{target}: comments cannot be written: {error.strerror or error}"


def _says(finding: Finding, number: int, label: str, *, is_first: bool) -> str:
    """Give a comment's words: in full at the first place, in short at the others."""
    kind = "Conflict" if finding.severity == "error" else "Query"
    head = f"{kind} {number} ({label}): {finding.message}"
    if not is_first:
        return head
    return "\n".join(filter(None, (head, f"Calculation: {finding.calculation}", finding.why, f"Rule: {finding.rule}")))
