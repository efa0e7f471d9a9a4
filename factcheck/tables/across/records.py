"""One record in two rows, with different figures: a row that was entered again when it was brought up to date.

What names the records must differ in all other rows, all texts and days of the two must be the same, and so must figures that
two records do not share by chance. Two people of one name, or one place in two rounds, share none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.rules import Rule
from factcheck.tables.across import Across, Table, twins
from factcheck.tables.binding import of
from factcheck.tables.columns import Column
from factcheck.tables.judged import breaches, judging, rows
from factcheck.tables.judged.judging import Row
from factcheck.tables.shapes import Match

_FEWEST_ROWS, _MOST_ROWS = 20, 200_000
_MOST_COLUMNS = 60
_LABELS = 4
_TWICE = 2
"""Records that may stand twice; where more do, what seems to name them does not."""
_SHARED, _SHARED_NAMED = 2, 1
"""Telling figures that the two rows must share, and where an id names them."""


def check(rule: Rule, table: Table) -> Across:
    """Check the records that stand twice."""
    columns = [column for column in table.sample.columns if column.kind != "empty" and not column.name.says("index")]
    names = [column for column in columns if column.kind in ("text", "day", "year", "weekday", "month") or _names(column)]
    figures = [column for column in columns if column.counts and column.form.whole and column not in names]
    labels = [column for column in names if column.kind == "text" or _names(column)][:_LABELS]
    if not labels or not figures or len(columns) > _MOST_COLUMNS or not _FEWEST_ROWS <= table.store.rows <= _MOST_ROWS:
        return Across(rule)
    label = next((column for column in labels if _is_name(table, column)), None)
    pairs = [*_pairs(table, names)] if label is not None else []
    if label is None or not 0 < len(pairs) <= _TWICE:
        return Across(rule)
    fetched = {row.number: row for row in rows.fetch(table.store, sorted(number for pair in pairs for number in pair), figures)}
    told = [_told(rule, table, [fetched[number] for number in pair], figures, known=any(map(_names, names))) for pair in pairs]
    reports = tuple(each.reports[0] for each in told if each.reports)
    line = f"no {label.label} has two rows ({rule.name}: {table.store.rows:,} rows, {len(reports):,} broken)"
    return Across(rule, reports, (label,), (line,))


def _names(column: Column) -> bool:
    return column.name.says("identity")


def _is_name(table: Table, column: Column) -> bool:
    """Tell whether a column differs in all rows but for one or two that stand twice."""
    cell = f"c{column.index}"
    (filled, different), *_ = table.store.ask(f"SELECT count({cell}), count(DISTINCT {cell}) FROM data")
    return bool(filled == table.store.rows and 0 < filled - different <= _TWICE)


def _pairs(table: Table, names: Sequence[Column]) -> Iterator[tuple[int, int]]:
    same = ", ".join(f"c{column.index}" for column in names)
    asked = f"SELECT min(row), max(row) FROM data GROUP BY {same} HAVING count(*) = 2 ORDER BY 1 LIMIT {_TWICE + 1}"
    yield from ((first, last) for first, last in table.store.ask(asked))


def _told(rule: Rule, table: Table, pair: Sequence[Row], figures: Sequence[Column], *, known: bool) -> Across:
    """Report the first figure that differs, if the rows share enough of the others."""
    told, claims = judging.story(table.path, str(pair[-1].number), [(row, column) for row in pair for column in figures])
    both = [[claims.get((row.number, column.index)) for row in pair] for column in figures]
    read = [(column, one, other) for column, (one, other) in zip(figures, both, strict=True) if one and other]
    apart = [(column, one, other) for column, one, other in read if one.value != other.value]
    shared = [column for column, one, other in read if one.value == other.value and (one.value or 0) >= twins.LEAST]
    telling = [column for column in shared if twins.is_telling(column, table.sample)]
    if not apart or len(telling) < (_SHARED_NAMED if known else _SHARED) or len(telling) * 3 < len(apart):
        return Across(rule)
    column, one, other = apart[0]
    relation = of(rule, Match(dict.fromkeys(rule.claims, (column,)), "guess"))
    broken = breaches.broken(rule, relation, told, dict(zip(rule.claims, (one, other), strict=True)))
    return Across(rule, (broken[1],) if broken else ())
