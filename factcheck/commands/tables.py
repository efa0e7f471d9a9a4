"""What the command for tables needs beside the others: the engine it runs on, the mapping it is given or suggests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck import extras
from factcheck.commands import destination, outputs
from factcheck.report import Report
from factcheck.report.dismissals import Dismissal, dismiss
from factcheck.report.records import Summary
from factcheck.rules import Rule
from factcheck.values import evolve

if TYPE_CHECKING:
    from factcheck.commands.runs import Asked, Watch
    from factcheck.commands.settings import Settings
    from factcheck.writers import Item


def results(asked: Asked, rules: Sequence[Rule], chosen: Settings, map_: str | None, engine: str) -> Iterator[Item]:
    """Check the tables, by a mapping where one is given.

    Raises:
        RuleError: the mapping is wrong, or a table lacks a column of it.
        click.ClickException: what reads tables is not installed.

    """
    lacking = extras.lacking("a table", "spark" if engine == "spark" else "data")
    if lacking:
        raise click.ClickException(lacking)
    from factcheck.tables import checking, mapping

    mapped = None if map_ is None else mapping.read(Path(map_), rules)
    return checking.check(asked.paths, lambda path: chosen.chosen(rules, path), chosen.encoding, mapped, engine)


def looked_for() -> Sequence[str]:
    """Give the suffixes of the tables that folders are searched for."""
    from factcheck.tables.sources import SUFFIXES

    return SUFFIXES


def without(found: Iterable[Item], dismissals: Callable[[str], Sequence[Dismissal]], watch: Watch) -> Iterator[Item]:
    """Take what is dismissed out of a file's records and its summary's counts; a record that has nothing left is not told."""
    rows: set[int] = set()
    counts: Counter[str] = Counter()
    gone = 0
    for item in found:
        if isinstance(item, Report):
            left = dismiss(item, dismissals(item.document.path))
            watch.note(left)
            gone += len(left.dismissed) - len(item.dismissed)
            if not left.findings:
                continue
            rows |= {cell.row for cell in left.document.record.cells} if left.document.record else set()
            counts.update(finding.rule for finding in left.findings)
            yield left
        elif isinstance(item, Summary):
            watch.note_file(item.path)
            found_by = dict(sorted(counts.items()))
            yield evolve(item, rows_with_findings=len(rows), rules=found_by, dismissed=item.dismissed + gone)
            rows, counts, gone = set(), Counter(), 0
        else:
            yield item


def suggest(found: Iterable[Item], asked: Asked) -> None:
    """Write what was bound in each table as a mapping.

    Raises:
        click.UsageError: it would take the place of a table.

    """
    outputs.spare(asked, asked.output)
    with destination.opened(asked.output, "utf-8") as stream:
        for result in found:
            if isinstance(result, Summary):
                stream.write(result.suggestion)
