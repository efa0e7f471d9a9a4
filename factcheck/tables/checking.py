"""A table -> its reports: what its columns are taken for, which relations its rows keep, and the rows that break them.

The way of a row: columns are bound, SQL counts and suspects, the exact engine judges; a summary closes the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter

from factcheck import disk
from factcheck.readers import brought_down
from factcheck.report import Report
from factcheck.report.records import Summary, UnreadableRecord
from factcheck.rules import Rule, RuleError
from factcheck.tables import across, binding, columns, mapping, sources, spreading, turning, unfolding
from factcheck.tables.columns import Column, Sample
from factcheck.tables.columns.forms import LONGEST_CELL
from factcheck.tables.engines import Store
from factcheck.tables.judged import merging, rows, summaries
from factcheck.tables.judged.understood import Judged
from factcheck.tables.mapping import Bindings
from factcheck.tables.queries import counting
from factcheck.tables.samples import asides, zeros
from factcheck.values import evolve, frozen

Result = Report | UnreadableRecord | Summary
_SAMPLED = 3000
_SAMPLED_TYPED = 300
"""Rows of a sample; those of a file with types are of the beginning, and need not be read as texts."""
_SAMPLED_CELLS = 600_000
_NOT_TURNED = "{} names rows of this table, but its columns are no times"
_TOGETHER = 200
"""Columns of which the sample is taken at once."""


@frozen
class _Found:
    """What the relations of a table came to: those within a row, the reports, and those across rows."""

    judged: tuple[Judged, ...]
    reports: tuple[Report, ...]
    across: Sequence[across.Across]


def check(
    paths: Sequence[str],
    rules: Sequence[Rule] | Callable[[str], Sequence[Rule]],
    encoding: str | None = None,
    bindings: Bindings | None = None,
    engine: str = "duckdb",
) -> Iterator[Result]:
    """Check tables: for each file what could not be read, the rows with findings, and a summary.

    Args:
        paths: files, folders of them, or patterns.
        rules: the rules for rows, or what gives those for a file.
        encoding: what the texts are encoded in, where it is neither UTF-8 nor Windows-1252.
        bindings: the relations to check; None: those that the columns show.
        engine: what asks the rows, ``duckdb`` or ``spark``; the report is the same.

    """
    for path in paths:
        for name, problem in sources.files(path):
            shown = disk.shown(name)
            try:
                if problem is not None:
                    raise OSError(problem)
                yield from check_file(name, rules(name) if callable(rules) else rules, encoding, bindings, engine)
            except OSError as error:
                yield UnreadableRecord(shown, shown, disk.reason(error))
            except RuleError as error:  # the mapping asks for a column that this table lacks
                yield UnreadableRecord(shown, shown, str(error).partition("\n")[0])
            except Exception as fault:  # a table that brings the checker down costs the others nothing
                yield UnreadableRecord(shown, shown, brought_down(fault))


def check_file(
    path: str,
    rules: Sequence[Rule],
    encoding: str | None = None,
    bindings: Bindings | None = None,
    engine: str = "duckdb",
) -> Iterator[Result]:
    """Check one table.

    Raises:
        OSError: it cannot be read.

    """
    with sources.opened(path, encoding, engine) as table:
        yield from table.unreadable
        yield from check_store(table.store, disk.shown(path), rules, table.notes, table.unread, bindings)


def check_text(text: str, rules: Sequence[Rule]) -> list[Result]:
    """Check a small table that is at hand as comma-separated text."""
    with sources.of_text(text) as table:
        return [*table.unreadable, *check_store(table.store, "-", rules, table.notes, table.unread)]


def check_store(
    store: Store,
    path: str,
    rules: Sequence[Rule],
    notes: Sequence[str] = (),
    unreadable: int = 0,
    bindings: Bindings | None = None,
) -> Iterator[Result]:
    """Check a table that is open."""
    sample = sampled(store)
    found = _judged(store, path, sample, rules, bindings and bindings.of("columns"))
    summary = summaries.summary(store, path, sample, found.judged, found.reports, found.across, notes, unreadable)
    if bindings is not None and not bindings.know(path):  # else a file of another name would pass for ever
        summary = evolve(summary, not_checked=(*summary.not_checked, f"{bindings.path} has no relation for this table"))
    if bindings is None:
        found, summary = _with_pieces(store, path, sample, rules, found, summary)
        found, summary = _with_things(store, path, sample, rules, found, summary)
    of_rows = bindings and bindings.of("rows")
    if of_rows is None or of_rows.know(path):
        with turning.opened(store, sample, path) as turned:
            if turned is not None:
                found, summary = _with_rows(found, summary, turned, rules, of_rows)
            elif of_rows is not None:
                summary = evolve(summary, not_checked=(*summary.not_checked, _NOT_TURNED.format(of_rows.path)))
    yield from merging.in_order(found.reports)
    yield summary


def _judged(
    store: Store, path: str, sample: Sample, rules: Sequence[Rule], bindings: Bindings | None, *, by_row: bool = False
) -> _Found:
    """Bind the columns of a table, and judge its rows, each by itself and, but for ``by_row``, across."""
    relations = [*binding.bind(rules, sample)] if bindings is None else mapping.bind(bindings, sample, path)
    wide = () if by_row else rules if bindings is None else mapping.across(bindings, path)
    bound = {column.index: column for relation in relations for column in relation.columns.values()}
    identity = _identity(sample)
    judged: tuple[Judged, ...] = ()
    reports: list[Report] = []
    if relations and store.rows:
        told = store.stage([bound[index] for index in sorted(bound)])
        counted = counting.count(store, relations, told=told)
        outcome = rows.judge(store, counted, path, identity, lambda: _asides(store, sample))
        judged, reports = outcome.judged, [*outcome.reports]
    across_rows = across.check(wide, across.Table(store, sample, path, identity, merging.mended(reports)))
    surest = sorted(across_rows, key=lambda each: each.rule.within != "row")  # what cells tell, before what other rows show
    merged = merging.merged(reports, [report for each in surest for report in each.reports])
    return _Found(judged, tuple(merged), across_rows)


def _asides(store: Store, sample: Sample) -> frozenset[int]:
    """Give the numbers of the rows that hold what is made of the others, or lead to a footnote, where all rows are at hand."""
    at_hand = len(sample.texts[0]) == store.rows
    places = asides.places(sample) | asides.footnoted(sample, store.footnotes) if at_hand else frozenset[int]()
    numbers = rows.numbers(store) if places else []
    return frozenset(numbers[at] for at in places)


def _with_rows(
    found: _Found, summary: Summary, turned: turning.Turned, rules: Sequence[Rule], bindings: Bindings | None
) -> tuple[_Found, Summary]:
    """Add what the rows of a table tell of each other, where its columns are times."""
    sample = sampled(turned.store)
    more = _judged(turned.store, turned.path, sample, rules, bindings)
    reports = tuple(merging.merged(found.reports, [turned.back(report) for report in more.reports]))
    told = summaries.summary(turned.store, turned.path, sample, more.judged, more.reports, more.across, (), 0, "rows")
    return evolve(found, reports=reports), summaries.with_rows(summary, told, turned.times, reports)


def _with_pieces(
    store: Store, path: str, sample: Sample, rules: Sequence[Rule], found: _Found, summary: Summary
) -> tuple[_Found, Summary]:
    """Add what the pieces of cells that tell several things at once tell of each other, and of other columns."""
    with unfolding.opened(store, sample) as unfolded:
        if unfolded is None:
            return found, summary
        pieces = sampled(unfolded.store)
        more = _judged(unfolded.store, path, pieces, rules, None)
        told = [report for each in more.reports if (report := unfolded.back(each, pieces)) is not None]
    reports = tuple(merging.merged(found.reports, told))
    return evolve(found, reports=reports), summaries.with_reports(summary, reports)


def _with_things(
    store: Store, path: str, sample: Sample, rules: Sequence[Rule], found: _Found, summary: Summary
) -> tuple[_Found, Summary]:
    """Add what the things that rows count tell of each other, place by place and time by time."""
    for way in spreading.ways(sample, store.rows):
        with spreading.opened(store, sample, path, way) as spread:
            things = sampled(spread.store)
            more = _judged(spread.store, path, things, rules, None, by_row=True)
            reports = [report for each in more.reports if (report := spread.back(each)) is not None]
        found = evolve(found, reports=tuple(merging.merged(found.reports, reports)))
        summary = summaries.with_things(summary, way.counted, spread.named, more.judged, found.reports)
    return found, summary


def sampled(store: Store) -> Sample:
    """Read the columns from rows of the beginning and, where the rows are at hand, from all over the table."""
    width = len(store.headers)
    most = max(100, min(_SAMPLED if "text" in store.types else _SAMPLED_TYPED, _SAMPLED_CELLS // max(1, width)))
    step = store.rows // most + 1
    spread = f"WHERE row <= {most // 2} OR row % {step} = 0 ORDER BY row LIMIT {most}"
    chosen = spread if "text" in store.types else f"WHERE {store.among(range(1, most + 1))}"
    rows_: list[list[str | None]] = []
    for start in range(0, width, _TOGETHER):  # a wide table is looked at piece by piece
        cells = ", ".join(_beginning(store, index) for index in range(start, min(width, start + _TOGETHER)))
        found = sorted(store.ask(f"SELECT row, {cells} FROM data {chosen}"), key=itemgetter(0))  # sooner than the engine does
        rows_ = rows_ or [[] for _ in found]
        for row, (_, *pieces) in zip(rows_, found, strict=True):
            row += pieces
    return zeros.shown(columns.read(store.headers, store.types, rows_))


def _beginning(store: Store, index: int) -> str:
    """Give the expression of a cell as text, cut where it may be long."""
    text = store.text(index)
    return text if store.types[index] in ("integer", "decimal", "day") else f"left({text}, {LONGEST_CELL + 1})"


def _identity(sample: Sample) -> Column | None:
    """Give the column that names the records: an id whose values differ."""
    for column in sample.columns:
        texts = [text for text in sample.texts[column.index] if text]
        if column.name.says("identity") and texts and len(set(texts)) == len(texts):
            return column
    return None
