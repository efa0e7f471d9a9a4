"""What each command does: options go in, an exit status comes out.

0: nothing found; 1: something found; 2: the run itself failed somewhere. 2 beats 1 beats 0. What a run is asked is read by
`settings`, `selection` and `paths` and held by `runs`; what comes of it leaves by `outputs`, each to a `destination`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck import extras, readers
from factcheck import rules as rulebook
from factcheck.check import extract_document
from factcheck.commands import annotation, jobs, outputs, progress, selection, settings
from factcheck.commands.runs import Asked, Checker, Watch, reported
from factcheck.commands.settings import Settings
from factcheck.findings import at_least
from factcheck.readers import Unreadable
from factcheck.report import Report
from factcheck.rules import Rule
from factcheck.values import evolve
from factcheck.writers import Options
from factcheck.writers.console.harmless import harmless

if TYPE_CHECKING:
    from factcheck.commands.baseline import Baseline
    from factcheck.writers import Item

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
    asked = evolve(asked, looked_for=readers.looked_for)
    chosen, every = _chosen(asked, folders)
    asked = asked.keeping(chosen, baseline or chosen.baseline)
    if annotate is not None:
        asked = annotation.wanted(asked, annotate)
    rules = [rule for rule in _selected(every, chosen, select, ignore) if not rule.of_tables]
    watch = Watch(every, tuple(rules), chosen)
    kept = _kept(baseline or chosen.baseline, update_baseline, watch)
    reports = jobs.in_order(asked.documents(chosen), Checker(tuple(rules), chosen), asked.jobs)
    if kept is not None:
        reports = kept.without_known(reports)
    refused: list[str] = []
    if annotate is not None:
        reports = annotation.annotated(reports, asked.paths[0], annotate, refused)
    options = Options(verbose=verbose, strict=strict)
    status = _write(watch.watched(reports), asked, options, at_least(fail_on or chosen.fail_on))
    _told(watch, kept)
    return FAILED if refused else status


def extract(asked: Asked) -> int:
    """Write the claims of documents."""
    asked = evolve(asked, looked_for=readers.looked_for)
    chosen = asked.settings()
    asked = asked.keeping(chosen)
    reports = jobs.in_order(asked.documents(chosen), partial(reported, report=extract_document), asked.jobs)
    return _write(reports, asked, Options(extract_only=True))


def table(
    asked: Asked,
    folders: Sequence[str],
    select: Sequence[str],
    ignore: Sequence[str],
    fail_on: str | None,
    verbose: bool,
    baseline: str | None,
    update_baseline: bool,
    map_: str | None,
    suggest: bool,
    engine: str,
) -> int:
    """Check tables and write what became of them, or with ``suggest`` what was bound; the others are as for documents."""
    from factcheck.commands import tables

    asked = evolve(asked, looked_for=tables.looked_for)
    chosen, every = _chosen(asked, folders)
    asked = asked.keeping(chosen, baseline or chosen.baseline, map_)
    rules = [rule for rule in _selected(every, chosen, select, ignore) if rule.serves_rows]
    watch = Watch(every, tuple(rules), chosen)
    kept = _kept(baseline or chosen.baseline, update_baseline, watch)
    with _faults_in_rules():
        results = tables.results(asked, rules, chosen, map_, engine)
        if suggest:
            statuses = {0}
            tables.suggest(_watched(results, (), statuses), asked)
            return max(statuses)
        results = tables.without(results, chosen.dismissing, watch)
        if kept is not None:
            known = kept.dismissals
            results = tables.without(kept.watched(results), lambda _: known, watch)
        status = _write(results, asked, Options(verbose=verbose), at_least(fail_on or chosen.fail_on))
    _told(watch, kept)
    return status


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
    lacking = extras.lacking("the desk", "desk")
    if lacking:
        raise click.ClickException(lacking)
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
    left_out = [result.left_out for result in results if result.left_out]
    click.echo(f"{len(results) - len(left_out):,} examples, {len(failed):,} failed")
    if left_out:
        click.echo(f"{len(left_out):,} examples of tables left out: {left_out[0]}", err=True)
    return FOUND if failed else 0


def _chosen(asked: Asked, folders: Sequence[str]) -> tuple[Settings, tuple[Rule, ...]]:
    """Give the settings of a run and all rules that there are."""
    chosen = asked.settings()
    every = _rules((*chosen.rules, *folders))
    return settings.with_rules_known(chosen, every), every


def _selected(every: Sequence[Rule], chosen: Settings, select: Sequence[str], ignore: Sequence[str]) -> Sequence[Rule]:
    return selection.chosen(every, select or chosen.select, ignore or chosen.ignore)


def _kept(path: str | None, grows: bool, watch: Watch) -> Baseline | None:
    if grows and path is None:
        raise click.UsageError("--update-baseline needs to know the file: --baseline FILE")
    if not path:
        return None
    from factcheck.commands import baseline

    return baseline.read(path, grows=grows, left_out=watch.left_out)


def _told(watch: Watch, kept: Baseline | None) -> None:
    """Tell of dismissals that dismiss nothing, and bring the baseline up to date."""
    for line in watch.complaints():
        click.echo(harmless(line), err=True)
    gone = 0 if kept is None else kept.keep()
    if kept is not None and gone:
        click.echo(f"{kept.path}: {gone:,} no longer found, and taken out", err=True)


def _write(reports: Iterable[Item], asked: Asked, options: Options, failing: Sequence[str] = ()) -> int:
    statuses = {0}
    outlets = outputs.outlets(asked)
    counted = progress.counted(reports, to_terminal=outputs.to_terminal(outlets))
    outputs.write(_watched(counted, failing, statuses), outlets, options)
    return max(statuses)


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
    found = isinstance(report, Report) and any(finding.severity in failing for finding in report.findings)
    return FOUND if found else 0


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
    return "\n".join(map(harmless, text.split("\n")))


def _folder(name: str) -> Path:
    path = Path(name)
    if path.is_file():
        raise click.ClickException(f"{name}: a file; give the folder of rules, which holds <topic>/<fault>.toml files")
    if not path.is_dir():
        raise click.ClickException(f"{name}: no such folder of rules")
    return path
