"""What each command does: options go in, an exit status comes out.

0: nothing found; 1: something found; 2: the run itself failed somewhere. 2 beats 1 beats 0.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import click

from factcheck import readers
from factcheck import rules as rulebook
from factcheck.check import check_document, extract_document
from factcheck.commands import output as outlet
from factcheck.commands import progress, selection
from factcheck.document import Document
from factcheck.readers import Unreadable
from factcheck.records import Summary
from factcheck.report import Report
from factcheck.rules import Rule
from factcheck.writers import Options, Writer
from factcheck.writers.console.harmless import harmless

if TYPE_CHECKING:
    from factcheck.writers import Item

SEVERITIES = ("error", "warning", "note")
FOUND, FAILED = 1, 2
EXTRAS = {"data": ("duckdb", "pyarrow")}
"""What each extra of the package installs."""


def check(
    paths: Sequence[str],
    writer: Writer,
    output: str | None,
    published: dt.date | None,
    encoding: str | None,
    folders: Sequence[str],
    select: Sequence[str],
    ignore: Sequence[str],
    fail_on: str,
    verbose: bool,
) -> int:
    """Check documents and write their reports; ``fail_on`` is the least severity that counts as found, or ``never``."""
    chosen = selection.chosen([rule for rule in _rules(folders) if not rule.of_tables], select, ignore)
    found = readers.documents(paths, encoding, published)
    reports = _reported(found, lambda document: check_document(document, chosen))
    failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on in SEVERITIES else ()
    return _write(reports, writer, output, Options(verbose=verbose), failing)


def extract(paths: Sequence[str], writer: Writer, output: str | None, published: dt.date | None, encoding: str | None) -> int:
    """Write the claims of documents."""
    found = readers.documents(paths, encoding, published)
    reports = _reported(found, extract_document)
    return _write(reports, writer, output, Options(extract_only=True))


def table(
    paths: Sequence[str],
    writer: Writer,
    output: str | None,
    encoding: str | None,
    folders: Sequence[str],
    select: Sequence[str],
    ignore: Sequence[str],
    fail_on: str,
    verbose: bool,
    map_: str | None = None,
    suggest: bool = False,
) -> int:
    """Check tables and write what became of them, or with ``suggest`` what was bound; the others are as for documents."""
    chosen = selection.chosen([rule for rule in _rules(folders) if rule.serves_rows], select, ignore)
    tables = _needed("tables.checking", "data")
    failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on in SEVERITIES else ()
    with _faults_in_rules():
        bindings = None if map_ is None else _needed("tables.mapping", "data").read(Path(map_), chosen)
        results = tables.check(paths, chosen, encoding, bindings)
        if suggest:
            return _suggest(results, output)
        return _write(results, writer, output, Options(verbose=verbose), failing)


def _suggest(results: Iterable[Item], path: str | None) -> int:
    """Write what was bound in each table as a mapping."""
    statuses = {0}
    with outlet.opened(path, "utf-8") as stream:
        for result in _watched(results, (), statuses):
            if isinstance(result, Summary):
                stream.write(result.suggestion)
    return max(statuses)


def _needed(module: str, extra: str) -> ModuleType:
    """Import what an extra brings.

    Raises:
        click.ClickException: it is not installed.

    """
    import importlib

    try:
        for library in EXTRAS[extra]:
            importlib.import_module(library)
    except ImportError as missing:
        raise click.ClickException(f"{missing.name} is not installed; pip install 'factcheck[{extra}]'") from None
    return importlib.import_module(f"factcheck.{module}")


def rules(folders: Sequence[str], format_: str) -> int:
    """List the rules."""
    from factcheck.commands import manual

    found = _rules(folders)
    click.echo(manual.as_json(found) if format_ == "json" else _harmless_lines(manual.listed(found)))
    return 0


def explain(rule: str, folders: Sequence[str]) -> int:
    """Print a rule's page."""
    from factcheck.commands import manual

    click.echo(_harmless_lines(manual.page(selection.one(_rules(folders), rule))))
    return 0


def test(folder: str | None) -> int:
    """Run the examples of a folder, or all that the package brings; print those that fail and how many there were."""
    from factcheck import lexicon, testing

    folders = [rulebook.BUNDLED, lexicon.FOLDER] if folder is None else [_folder(folder)]
    with _faults_in_rules():
        results = [result for each in folders for result in testing.run(each)]
    if not results:
        raise click.ClickException(f"{folder}: no examples; a folder of rules holds <topic>/<fault>.toml files")
    failed = [(result, result.problem) for result in results if result.problem is not None]
    for result, problem in failed:
        click.echo(f"{result.path}:{result.line}: {result.label}: {harmless(problem)}")
    click.echo(f"{len(results):,} examples, {len(failed):,} failed")
    return FOUND if failed else 0


def _write(reports: Iterable[Item], writer: Writer, path: str | None, options: Options, failing: Sequence[str] = ()) -> int:
    statuses = {0}
    with outlet.opened(path, writer.ENCODING) as stream:
        counted = progress.counted(reports, to_terminal=stream.isatty())
        writer.write(_watched(counted, failing, statuses), stream, options)
    return max(statuses)


def _reported(found: Iterable[Document | Unreadable], report: Callable[[Document], Report]) -> Iterator[Report | Unreadable]:
    """Report each document; one that brings the checker down costs the others nothing, and is told as what it is: our fault."""
    for item in found:
        if isinstance(item, Unreadable):
            yield item
            continue
        try:
            yield report(item)
        except Exception as fault:
            yield Unreadable(item.path, item.id, f"a fault of factcheck, please report it: {type(fault).__name__}: {fault}")


def _watched(reports: Iterable[Item], failing: Sequence[str], statuses: set[int]) -> Iterator[Item]:
    """Pass the reports on, and note on the way what each means for the exit status."""
    for report in reports:
        statuses.add(_status(report, failing))
        if isinstance(report, Unreadable):
            click.echo(_complaint(report), err=True)
        yield report


def _status(report: Item, failing: Sequence[str]) -> int:
    if isinstance(report, Unreadable):
        return FAILED
    if isinstance(report, Summary):
        return 0
    return FOUND if any(finding.severity in failing for finding in report.findings) else 0


def _complaint(unreadable: Unreadable) -> str:
    place = unreadable.path if unreadable.line is None else f"{unreadable.path}:{unreadable.line}"
    return harmless(f"{place}: {unreadable.message}")


def _rules(folders: Sequence[str]) -> tuple[Rule, ...]:
    with _faults_in_rules():
        return rulebook.load([_folder(folder) for folder in folders])


@contextmanager
def _faults_in_rules() -> Iterator[None]:
    try:
        yield
    except rulebook.RuleError as error:
        raise click.ClickException(_harmless_lines(str(error))) from error


def _harmless_lines(text: str) -> str:
    """Make what a rule file says safe to show, line by line."""
    return "\n".join(map(harmless, text.split("\n")))


def _folder(name: str) -> Path:
    path = Path(name)
    if not path.is_dir():
        raise click.ClickException(f"{name}: no such folder of rules")
    return path
