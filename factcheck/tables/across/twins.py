"""One event in two rows: all cells are the same but one figure.

Two events can share day and place. What tells one event told twice is another figure of it, of a column whose values hardly
repeat: that is the same in both. Tables that hold many such pairs count something else, row by row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.report import Report
from factcheck.rules import Rule
from factcheck.tables.across import Across, Table
from factcheck.tables.binding import of
from factcheck.tables.columns import Column, Sample
from factcheck.tables.judged import breaches, judging, rows
from factcheck.tables.shapes import Match

_MOST_FIGURES, _MOST_COLUMNS, _MOST_ROWS = 12, 40, 2_000_000
_FEWEST_ROWS = 20
LEAST = 5
"""A figure that two events do not share by chance is no smaller."""
_RARE = 3
"""Rows for each different value of such a figure's column, at most."""
_FEW, _SHARE = 3, 200
"""Pairs that a table may hold, and one more for so many rows."""


def check(rule: Rule, table: Table) -> Across:
    """Check each pair of rows that differ in one figure alone."""
    columns = [
        column for column in table.sample.columns if not column.name.says("identity", "rank", "index") and column.kind != "empty"
    ]
    figures = [column for column in columns if column.counts and column.form.whole][:_MOST_FIGURES]
    telling = [column for column in figures if is_telling(column, table.sample)]
    dated = any(column.kind == "day" for column in columns) and any(column.kind == "text" for column in columns)
    if not dated or not telling or len(columns) > _MOST_COLUMNS or not _FEWEST_ROWS <= table.store.rows <= _MOST_ROWS:
        return Across(rule)
    pairs = [(figure, *pair) for figure in figures for pair in _pairs(table, figure, columns)]
    name = "no two rows differ in one figure alone"
    if len(pairs) > _FEW + table.store.rows // _SHARE:
        return Across(rule, not_checked=(f"{name}: {len(pairs):,} pairs of rows do: they are no events",))
    reports = tuple(_reports(rule, table, pairs, telling))
    told = f"{name} ({rule.name}: {table.store.rows:,} rows, {len(reports):,} pairs)"
    return Across(rule, reports, (), (told,))


def is_telling(column: Column, sample: Sample) -> bool:
    """Tell whether the values of a column hardly repeat."""
    values = [value for value in sample.values(column) if value is not None and value >= LEAST]
    return bool(values) and len(values) <= _RARE * len(set(values))


def _pairs(table: Table, figure: Column, columns: Sequence[Column]) -> Iterator[tuple[int, int]]:
    others = ", ".join(f"c{column.index}" for column in columns if column is not figure)
    cell = f"c{figure.index}"
    asked = (
        f"SELECT min(row), max(row) FROM data GROUP BY {others} HAVING count(*) = 2 AND count({cell}) = 2"
        f" AND min({cell}) <> max({cell}) ORDER BY 1 LIMIT {_FEW + table.store.rows // _SHARE + 1}"
    )
    yield from ((first, last) for first, last in table.store.ask(asked))


def _reports(rule: Rule, table: Table, pairs: Sequence[tuple[Column, int, int]], telling: Sequence[Column]) -> Iterator[Report]:
    figures = {column.index: column for column, _, _ in pairs}
    shown = list({column.index: column for column in (*figures.values(), *telling)}.values())
    fetched = {row.number: row for row in rows.fetch(table.store, sorted({n for _, *pair in pairs for n in pair}), shown)}
    for figure, *pair in pairs:
        told, claims = judging.story(table.path, str(pair[-1]), [(fetched[number], figure) for number in pair])
        bound = {name: claims.get((number, figure.index)) for name, number in zip(rule.claims, pair, strict=True)}
        known = {name: claim for name, claim in bound.items() if claim is not None and claim.quantity and claim.quantity.value}
        if len(known) < len(bound) or not any(_says(fetched[pair[0]], each) for each in telling if each is not figure):
            continue
        relation = of(rule, Match(dict.fromkeys(rule.claims, (figure,)), "guess"))
        broken = breaches.broken(rule, relation, told, known)
        if broken:
            yield broken[1]


def _says(row: judging.Row, column: Column) -> bool:
    """Tell whether a row has a figure that is large enough to tell its event from others."""
    _, claims = judging.story("", "", [(row, column)])
    claim = claims.get((row.number, column.index))
    return claim is not None and claim.quantity is not None and (claim.quantity.value or 0) >= LEAST
