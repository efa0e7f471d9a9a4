"""A running total of each place, day by day: the one value that leaves its line by a lost or doubled digit.

That a running total falls is nearly always an official revision. Sure is only a slip of the pen: the value before and the value
after are in order, and a digit put in or left out brings the one between back in line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.report import Report
from factcheck.rules import Rule
from factcheck.tables.across import Across, Table, reported, together
from factcheck.tables.columns import Column
from factcheck.tables.queries import staging

_FEWEST_STEPS = 12
_FALLS = 3
"""Percent of the steps that may fall; a column that falls more often is no running total."""
_MOST = 1000
Found = tuple[int, int, int]


def check(rule: Rule, table: Table) -> Across:
    """Check each running total of the table."""
    day = day_of(table)
    totals = [column for column in table.sample.columns if is_running(column)]
    if day is None or not totals or not table.store.rows:
        return Across(rule)
    found = places(table, day)
    if found is None:
        return Across(rule)
    table.store.stage([day, *totals])
    told = [_checked(rule, table, total, day, found) for total in totals]
    return together(rule, told)


def day_of(table: Table) -> Column | None:
    """Give the column that puts the rows of a running total in order."""
    columns = (column for column in table.sample.columns if column.kind in ("day", "year"))
    return next((column for column in columns if not column.name.says("record", "birth")), None)


def is_running(column: Column) -> bool:
    """Tell whether a column can be a running total by its name."""
    counted = column.name.says("cumulative", "cases", "recovered") or column.role in ("killed", "injured")
    return column.counts and column.form.whole and counted and not column.name.says("apart", "share", "difference")


def places(table: Table, day: Column) -> Sequence[Column] | None:
    """Give the columns that tell one line of days from the others: none, or the first one or two of text."""
    texts = [column for column in table.sample.columns if column.kind == "text" and column.index < day.index + 6][:3]
    for chosen in ([], *([text] for text in texts), texts[:2], texts):
        keys = ", ".join(table.store.text(column.index) for column in (*chosen, day))
        (rows_, different), *_ = table.store.ask(
            f"SELECT count(*), count(DISTINCT {table.store.dialect.together.format(keys)}) FROM data"
        )
        if rows_ and different >= 0.98 * rows_:
            return chosen
    return None


def in_line(total: Column, day: Column, places: Sequence[Column], new: Column | None = None) -> str:
    """Give the query of a running total's rows in the order of their days.

    Each has its number and value, ``row`` and ``v``, with those of the rows before (``pr``, ``p``) and behind (``nr``, ``n``);
    where a column tells what is ``new``, also that of the row and of the one behind, ``m`` and ``nm``.
    """
    value, when = staging.ends(total)[0], staging.ends(day)[0]
    names = ", ".join(f"data.c{column.index}" for column in places)
    line = f"OVER ({f'PARTITION BY {names}' if names else ''} ORDER BY {when}, staged.row)"
    more = "" if new is None else f", {staging.ends(new)[0]} AS m, lead({staging.ends(new)[0]}) {line} AS nm"
    return (
        f"SELECT staged.row AS row, {value} AS v, lag({value}) {line} AS p, lead({value}) {line} AS n,"
        f" lag(staged.row) {line} AS pr, lead(staged.row) {line} AS nr{more} FROM staged JOIN data ON staged.row = data.row"
        f" WHERE {value} IS NOT NULL AND {when} IS NOT NULL"
    )


def _checked(rule: Rule, table: Table, total: Column, day: Column, places: Sequence[Column]) -> Across:
    """Ask whether a total falls from day to day; of one that nearly always rises the few falls are slips."""
    store = table.store
    lined = in_line(total, day, places)
    counted = ", ".join(f"count(*) FILTER (WHERE {test})" for test in ("p IS NOT NULL", "v < p", "v > p"))
    (steps, falls, rises), *_ = store.ask(f"SELECT {counted} FROM ({lined})")
    name = f"{total.label} never falls"
    if steps < _FEWEST_STEPS or rises * 5 < steps:
        return Across(rule)
    if falls * 100 > _FALLS * steps and falls > 1 and not total.name.says("cumulative"):
        return Across(rule)  # cases by the day, and no running total
    if falls * 100 > _FALLS * steps and falls > 1:
        return Across(
            rule, not_checked=(f"{name}: it does in {falls:,} of {steps:,} steps: no running total, or one that is revised",)
        )
    odd = store.ask(f"SELECT pr, row, nr, p, v, n FROM ({lined}) WHERE p <= n AND (v < p OR v > n) ORDER BY row LIMIT {_MOST}")
    slips = [
        (pr, row, nr) for pr, row, nr, p, v, n in odd if pr is not None and nr is not None and _is_slip(int(p), int(v), int(n))
    ]
    reports = tuple(_reports(rule, table, total, slips))
    told = f"{name} ({rule.name}: {steps:,} steps, {falls:,} falls, {len(reports):,} by a lost or doubled digit)"
    return Across(rule, reports, (total, day, *places), (told,))


def _is_slip(before: int, value: int, after: int) -> bool:
    """Tell whether one digit put in or left out brings a value that has left its line back between its neighbours."""
    if before < 20:
        return False
    digits = str(value)
    if value < before:
        mended = {int(f"{digits[:at]}{digit}{digits[at:]}") for at in range(len(digits) + 1) for digit in "0123456789"}
    else:
        mended = {int(digits[:at] + digits[at + 1 :] or "0") for at in range(len(digits))}
    return any(before <= each <= after for each in mended)


def _reports(rule: Rule, table: Table, total: Column, slips: Sequence[Found]) -> Iterator[Report]:
    return reported(rule, table, total, [(slip[1], slip) for slip in slips])
