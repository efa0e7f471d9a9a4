"""What each command does: options go in, an exit status comes out.

0: nothing found; 1: something found; 2: the run itself failed somewhere. 2 beats 1 beats 0.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck import dismissals
from factcheck import rules as rulebook
from factcheck.check import extract_document
from factcheck.commands import annotation, jobs, outputs, progress, selection, settings, tables
from factcheck.commands import baseline as baselines
from factcheck.commands.baseline import Baseline
from factcheck.commands.runs import Asked, Checker, Watch, reported
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


def check(
    asked: Asked,
    folders: Sequence[str],
    select: Sequence[str],
    ignore: Sequence[str],
    fail_on: str | None,
    verbose: bool,
    strict: bool,
    baseline: str | None,
    update_baseline: bool,
    annotate: str | None = None,
) -> int:
    """Check documents and write their reports; ``fail_on`` is the least severity that counts as found, or ``never``."""
    target = annotation.wanted(asked.paths, annotate) if annotate else None
    chosen = asked.settings()
    every = tuple(rule for rule in _rules((*chosen.rules, *folders)) if not rule.of_tables)
    chosen = settings.with_rules_known(chosen, every)
    rules = selection.chosen(every, select or chosen.select, ignore or chosen.ignore)
    known = baseline or chosen.baseline
    if update_baseline and known is None:
        raise click.UsageError("--update-baseline needs to know the file: --baseline FILE")
    kept = baselines.read(known, grows=update_baseline) if known else None
    reports = jobs.in_order(asked.documents(chosen), Checker(rules, chosen), asked.jobs)
    watch = Watch(every, chosen.dismissals)
    if kept is not None:
        reports = _without_known(kept, reports)
    if target is not None:
        reports = annotation.annotated(reports, asked.paths[0], target)
    level = fail_on or chosen.fail_on
    failing = SEVERITIES[: SEVERITIES.index(level) + 1] if level in SEVERITIES else ()
    status = _write(watch.watched(reports), asked, Options(verbose=verbose, strict=strict), failing)
    for line in watch.complaints():
        click.echo(harmless(line), err=True)
    if kept is not None:
        gone = kept.keep()
        if gone:
            click.echo(f"{kept.path}: {gone:,} no longer found, and taken out", err=True)
    return status


def extract(asked: Asked) -> int:
    """Write the claims of documents."""
    reports = jobs.in_order(asked.documents(asked.settings()), partial(reported, report=extract_document), asked.jobs)
    return _write(reports, asked, Options(extract_only=True))


def table(
    asked: Asked,
    folders: Sequence[str],
    select: Sequence[str],
    ignore: Sequence[str],
    fail_on: str | None,
    verbose: bool,
    map_: str | None,
    suggest: bool,
) -> int:
    """Check tables and write what became of them, or with ``suggest`` what was bound; the others are as for documents."""
    chosen = selection.chosen([rule for rule in _rules(folders) if rule.serves_rows], select, ignore)
    with _faults_in_rules():
        results = tables.results(asked, chosen, map_)
        if suggest:
            statuses = {0}
            tables.suggest(_watched(results, (), statuses), asked.output)
            return max(statuses)
        level = fail_on or "error"
        failing = SEVERITIES[: SEVERITIES.index(level) + 1] if level in SEVERITIES else ()
        return _write(results, asked, Options(verbose=verbose), failing)


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


def desk(host: str, port: int, token: str | None, book: str | None, jobs: int, folders: Sequence[str]) -> int:
    """Serve the editor's desk until somebody ends it."""
    from importlib.util import find_spec

    lacking = [name for name in ("starlette", "uvicorn", "jinja2") if find_spec(name) is None]
    if lacking:
        raise click.ClickException(f"the desk needs {', '.join(lacking)}: pip install 'factcheck[desk]'")
    from factcheck.desk import application

    if host not in application.LOOPBACK and not token:
        raise click.UsageError("whoever listens beyond this machine wants --token")
    _rules(folders)  # a broken rule is told here, not by each process
    application.serve(host, port, folders, book, token, jobs)
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


def _without_known(kept: Baseline, reports: Iterable[Report | Unreadable]) -> Iterator[Report | Unreadable]:
    known = kept.dismissals
    for report in kept.watched(reports):
        yield dismissals.dismiss(report, known) if isinstance(report, Report) else report


def _write(reports: Iterable[Item], asked: Asked, options: Options, failing: Sequence[str] = ()) -> int:
    statuses = {0}
    outlets = _outlets(asked)
    counted = progress.counted(reports, to_terminal=_to_terminal(outlets))
    outputs.write(_watched(counted, failing, statuses), outlets, options)
    return max(statuses)


def _outlets(asked: Asked) -> list[tuple[Writer, str | None]]:
    """Give each format its file; the one that names none goes to `--output`, else to standard output.

    Raises:
        click.UsageError: two formats would go to one place.

    """
    outlets = [(writer, path or asked.output) for writer, path in asked.formats]
    places = [path for _, path in outlets]
    if len(places) != len(set(places)):
        raise click.UsageError("two formats cannot go to one place; write --format NAME=FILE")
    if asked.output is not None and asked.output not in places:
        raise click.UsageError("--output has no format left; each --format names its own file")
    return outlets


def _to_terminal(outlets: Sequence[tuple[Writer, str | None]]) -> bool:
    return any(path in (None, "-") for _, path in outlets) and sys.stdout is not None and sys.stdout.isatty()


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
