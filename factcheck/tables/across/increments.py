"""A running total beside what is new in each row: the one value that leaves the line, and is forgotten by the next.

Official revisions move a running total for good. A value that is off by something which the next row takes back is a slip.
Where no name tells of a running total the rows show one, in the order in which they stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter

from factcheck.report import Report
from factcheck.rules import Rule
from factcheck.tables.across import Across, Table, steps, together
from factcheck.tables.columns import Column
from factcheck.tables.judged import breaches, rows
from factcheck.tables.judged.confirming import HELD
from factcheck.tables.samples import ledgers
from factcheck.tables.samples.ledgers import Ledger
from factcheck.tables.slips import pens

_FEWEST_STEPS = 12
_DIFFERENT = 5
"""Different numbers that must be new in the rows."""
_SLIPPED = 20
"""One step in so many, or a single one, may leave the line."""
_MOST_COLUMNS = 20
_MOST = 1000
_LEFT = "v - p <> m AND n - p = m + nm"
"""The condition that a value is not what is new above the one before, and that the next one is."""
_WENT_ON = "v - p <> m AND n - v = nm"
"""The condition that it is not, and that the next one goes on from it: a revision, or what is new was miswritten."""


def check(rule: Rule, table: Table) -> Across:
    """Check each running total against the column of what is new, if there is one."""
    named = _by_name(rule, table)
    return named if named.relations else _by_values(rule, table)


def _by_values(rule: Rule, table: Table) -> Across:
    """Check what the rows show to be running totals, where the sample holds all of them."""
    numbers = [column for column in table.sample.columns if _may_add_up(column)][:_MOST_COLUMNS]
    if len(numbers) < 2 or len(table.sample.texts[0]) != table.store.rows:
        return Across(rule)
    named = [column.name.says("cumulative") for column in numbers]
    found = ledgers.find([table.sample.values(column) for column in numbers], named)
    return together(rule, [_shown(rule, table, (numbers[each.total], numbers[each.new]), each) for each in found])


def _may_add_up(column: Column) -> bool:
    return column.kind == "number" and not (column.doubtful or column.form.percent or column.name.says("identity", "share"))


def _shown(rule: Rule, table: Table, columns: tuple[Column, Column], ledger: Ledger) -> Across:
    numbers = rows.numbers(table.store) if ledger.left else []
    odd = [(numbers[at - 1], numbers[at]) for at in ledger.left]
    reports = tuple(_reports(rule, table, columns, odd, way=int(ledger.sign < 0)))
    return _told(rule, columns, columns, ledger.steps, reports)


def _told(
    rule: Rule, pair: tuple[Column, Column], columns: tuple[Column, ...], steps: int, reports: tuple[Report, ...]
) -> Across:
    total, new = pair
    line = f"{total.label} grows by {new.label} ({rule.name}: {steps:,} steps, {len(reports):,} left and taken back)"
    return Across(rule, reports, columns, (line,))


def _by_name(rule: Rule, table: Table) -> Across:
    """Check columns that are running totals by their names, place by place in the order of days."""
    totals = [column for column in table.sample.columns if steps.is_running(column) and not column.form.hundreds]
    news = [column for column in table.sample.columns if column.counts and column.form.exact][:_MOST_COLUMNS]
    day = steps.day_of(table)
    if day is None or not totals or len(news) < 2 or not table.store.rows:
        return Across(rule)
    places = steps.places(table, day)
    if places is None:
        return Across(rule)
    table.store.stage([day, *{column.index: column for column in (*totals, *news)}.values()])
    return together(
        rule, [_checked(rule, table, total, [new for new in news if new is not total], day, places) for total in totals]
    )


def _checked(rule: Rule, table: Table, total: Column, news: Sequence[Column], day: Column, places: Sequence[Column]) -> Across:
    lines = [steps.in_line(total, day, places, new) for new in news]
    for new, lined in zip(news, lines, strict=True):
        tests = ["p IS NOT NULL AND m IS NOT NULL", "v - p = m", _LEFT, _WENT_ON]
        counted = ", ".join(f"count(*) FILTER (WHERE {test})" for test in tests)
        asked = f"SELECT {counted}, count(DISTINCT CASE WHEN v - p = m THEN m END) FROM ({lined}) l"
        (checked, held, left, on, different), *_ = table.store.ask(asked)
        turned = _turned(table, lined) if 0 < on <= max(1, checked // _SLIPPED) else []
        slips = left + len(turned)
        few = slips <= max(1, checked // _SLIPPED) and (held + 2 * slips) * 100 >= HELD * checked
        if checked >= _FEWEST_STEPS and different >= _DIFFERENT and few:
            odd = table.store.ask(f"SELECT pr, row FROM ({lined}) l WHERE {_LEFT} ORDER BY row LIMIT {_MOST}")
            odd = sorted([*((before, row) for before, row in odd), *turned], key=itemgetter(1))
            reports = tuple(_reports(rule, table, (total, new), odd))
            return _told(rule, (total, new), (total, new, day, *places), checked, reports)
    return Across(rule)


def _turned(table: Table, lined: str) -> list[tuple[int, int]]:
    """Give the rows whose total goes on, but whose new figure has two digits exchanged or its point moved, each with the last."""
    asked = table.store.ask(f"SELECT pr, row, v - p, m FROM ({lined}) l WHERE {_WENT_ON} ORDER BY row LIMIT {_MOST}")
    return [(before, row) for before, row, grown, new in asked if pens.turned(int(new), int(grown))]


def _reports(
    rule: Rule, table: Table, columns: tuple[Column, Column], odd: Sequence[Sequence[int]], way: int = 0
) -> Iterator[Report]:
    total, new = columns
    fetched = {row.number: row for row in rows.fetch(table.store, sorted({number for pair in odd for number in pair}), columns)}
    for before, number in odd:
        placed = [(fetched[before], total), (fetched[number], new), (fetched[number], total)]
        if (found := breaches.judge(rule, table.path, str(number), placed, way=way)) is not None:
            yield found[1]
