"""A totals row: each of its cells is the sum of the column above it.

That it is one must show in the columns themselves: two at least and three in four of them keep the sum, or all but one that a
digit puts right, or that a row across, which lacks as much, shows to be off. A cell that is no more than the largest above it is
no total: the row gives the average there.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.expressions import Context, Operand, Outcome, evaluate
from factcheck.findings import Finding, Place
from factcheck.intervals import Amount, Interval
from factcheck.manners import written
from factcheck.report import Report
from factcheck.rules import Rule, fill
from factcheck.tables.across import Across, Table
from factcheck.tables.columns import Column, cells
from factcheck.tables.judged import judging, rows
from factcheck.tables.judged.judging import Row
from factcheck.tables.samples import asides, crossed, named, rounded
from factcheck.tables.slips import pens
from factcheck.values import frozen

_MOST_ROWS, _FEWEST_ROWS = 20_000, 4
_TURNED = str.maketrans(".,", ",.")
_MOST_SUSPECTS = 2
"""Rows that are named beside a total that is off: of many rows some digit always explains it."""
_NAMED, _VOUCHING, _LARGE = 2, 3, 10_000
"""Columns that must show a total that a word names, and one that none does; of so large sums one will do beside a misprint."""


@frozen
class _Sum:
    """What the cells of a column make, and the largest of them."""

    column: Column
    interval: Interval
    value: Fraction
    largest: Fraction


_Set = tuple[_Sum, Fraction, Outcome]
"""A sum, the figure of the row that is set against it, and what the rule says of both."""


def check(rule: Rule, table: Table) -> Across:
    """Check the totals row, if the table has one as its first or last row."""
    label = _label(table)
    counts = [column for column in table.sample.columns if column.adds and column is not label]
    if label is None or len(counts) < 2 or not _FEWEST_ROWS <= table.store.rows <= _MOST_ROWS:
        return Across(rule)
    called = _undated(table, label) if label.kind == "day" else set[int]()
    called = called or named.totals(table.store, table.sample, label)
    (first, last), *_ = table.store.ask("SELECT min(row), max(row) FROM data")
    at, fewest = next((at for at in called if at in (first, last)), None) if len(called) == 1 else None, _NAMED
    if at is None and not called and label.kind in ("text", "month", "day"):
        at, fewest = _unnamed(table, counts, first, last), _VOUCHING
    if at is None or at in table.footnoted:
        return Across(rule)
    everything = rows.fetch_all(table.store, [label, *counts])
    total = next(row for row in everything if row.number == at)
    made = {everything[place].number for place in asides.places(table.sample)} if table.at_hand else set[int]()
    others = [row for row in everything if row is not total and row.number not in made]
    sums = [each for column in counts if (each := _sum(column, others)) is not None]
    return _judged(rule, table, total, others, sums, fewest)


def _label(table: Table) -> Column | None:
    """Give the column that names the rows: the first of texts, unless a row without a date among dates does.

    Where none is of texts, days or years by their numbers may name them, and a word a row that is no such day.
    """
    days = next((column for column in table.sample.columns if column.kind == "day"), None)
    if days is not None and _undated(table, days):
        return days
    naming = next((column for column in table.sample.columns if column.kind in ("text", "month")), None)
    return naming or next((column for column in table.sample.columns[:1] if table.store.types[0] == "text"), None)


def _undated(table: Table, days: Column) -> set[int]:
    """Give the one row at the end of a table of days that is of none: "January", "Month"."""
    texts = table.sample.texts[days.index]
    if not table.at_hand or table.store.types[days.index] != "text":
        return set()
    odd = [at for at, text in enumerate(texts) if text and text.strip() and cells.read(text, days.form) is None]
    return {rows.numbers(table.store)[-1]} if odd == [len(texts) - 1] else set()


def _unnamed(table: Table, counts: Sequence[Column], first: int, last: int) -> int | None:
    """Give the first or last row where it adds up the others in several columns, whatever it is called: "World", "All courts"."""
    whole = [table.sample.values(column) for column in counts if column.form.exact]
    if len(whole) < _VOUCHING or len(whole[0]) != table.store.rows:
        return None
    made = [sum(value or 0 for value in values) for values in whole]
    for at, row in ((-1, last), (0, first)):
        if sum((values[at] or 0) * 2 == total != 0 for values, total in zip(whole, made, strict=True)) >= _VOUCHING:
            return row
    return None


def _sum(column: Column, others: Sequence[Row]) -> _Sum | None:
    low, high, value, largest, told = Fraction(0), Fraction(0), Fraction(0), Fraction(0), 0
    for row in others:
        read = cells.read(row.texts.get(column.index) or "", column.form)
        quantity = None if read is None else read.quantity
        if quantity is None or quantity.value is None or quantity.possible.low is None or quantity.possible.high is None:
            continue
        low, high, value, told = low + quantity.possible.low, high + quantity.possible.high, value + quantity.value, told + 1
        largest = max(largest, quantity.value)
    return _Sum(column, Interval(low, high), value, largest) if told == len(others) and value else None


@frozen
class Off:
    """A total that is off: its row and those that it should add up, by how much it is above them, and what the rule says of it.

    ``made`` names these rows, where the calculation does not; ``sure`` is the one of them that is known to be off.
    """

    total: Row
    parts: Sequence[Row]
    lacking: Fraction
    outcome: Outcome
    made: str = ""
    sure: Row | None = None


def suspects(parts: Sequence[Row], column: Column, lacking: Fraction) -> list[Row]:
    """Give the rows of a sum of which one digit, or a sign, makes up for what it lacks; many explain nothing."""
    told = ((row, row.value(column) or Fraction(0)) for row in parts)
    found = [row for row, figure in told if figure and (lacking == -2 * figure or pens.misprinted(figure, figure + lacking))]
    return found if len(found) <= _MOST_SUSPECTS else []


def _judged(rule: Rule, table: Table, total: Row, others: Sequence[Row], sums: Sequence[_Sum], fewest: int) -> Across:
    told = _compared(rule, table, total, sums)
    kept = sum(outcome.verdict != "cannot hold" for _, _, outcome in told)
    off = [(each, value, outcome) for each, value, outcome in told if outcome.verdict == "cannot hold"]
    broken = [(each, value, outcome) for each, value, outcome in off if not _is_explained(table, others, sums, each, value)]
    sure = [_crossed(total, others, sums, each) for each, _, _ in broken]
    if not (kept and broken and None not in sure) and not _are_shown(total, others, sums, kept, broken, fewest):
        return Across(rule)
    line = f"row {total.number:,} totals the others ({rule.name}: {kept + len(broken):,} columns, {len(broken):,} broken)"
    reports = tuple(
        report(rule, table, each.column, Off(total, others, (total.value(each.column) or 0) - each.value, outcome, sure=row))
        for (each, _, outcome), row in zip(broken, sure, strict=True)
    )
    return Across(rule, reports, tuple(each.column for each in sums), (line,))


def _compared(rule: Rule, table: Table, total: Row, sums: Sequence[_Sum]) -> list[_Set]:
    """Set the figures of a row against what all others make; no more than the largest part is an average or a rate."""
    told, claims = judging.story(table.path, rows.name_of(total, table.identity), [(total, each.column) for each in sums])
    found = []
    for each in sums:
        claim = claims.get((total.number, each.column.index))
        if claim is None or claim.quantity is None or (claim.quantity.value or 0) <= each.largest:
            continue
        quote = told.document.quote(claim.span)
        made = _as_in(quote, each.value, claim.quantity.unit, each.column)
        parts = Operand(f"all other rows make {made}", Amount(each.interval, each.interval))
        operands = {"parts": parts, "total": Operand(quote, claim.quantity.amount, claim)}
        found.append((each, claim.quantity.value or Fraction(0), evaluate(rule.holds, operands, Context())))
    return found


def _is_explained(table: Table, others: Sequence[Row], sums: Sequence[_Sum], off: _Sum, value: Fraction) -> bool:
    """Tell whether a total that is off may be right: by a row left out, rounding, or what several rows share."""
    shared = value < off.value and off.column.name.may_be_shared and not pens.misprinted(value, off.value)
    return table.mends(off.column, others, value - off.value) or _is_rounded(table, off, value - off.value, sums) or shared


def _are_shown(total: Row, others: Sequence[Row], sums: Sequence[_Sum], kept: int, broken: Sequence[_Set], fewest: int) -> bool:
    """Tell whether enough columns show that a row is the total, and those that are broken have a slip that explains them."""
    misprints = sum(
        pens.misprinted(value, each.value) or bool(suspects(others, each.column, value - each.value)) for each, value, _ in broken
    )
    short = all((total.value(each.column) or 0) < each.value for each, _, _ in broken)  # else a reserve may be left out
    alone = short and kept == len(broken) == misprints == 1 and fewest == _NAMED and min(each.value for each in sums) >= _LARGE
    few = len(broken) * 3 <= kept or len(broken) == misprints <= max(1, kept // (2 if fewest > 2 else 1))
    return (kept >= fewest or alone) and few


def _crossed(total: Row, others: Sequence[Row], sums: Sequence[_Sum], off: _Sum) -> Row | None:
    """Give the row whose own sum lacks as much as a column, or the totals' own that is off by it, if all others keep theirs."""
    everything = [*others, total]
    columns = [[row.value(each.column) for row in everything] for each in sums]
    at = crossed.row_of(
        columns, next(place for place, each in enumerate(sums) if each is off), (total.value(off.column) or 0) - off.value
    )
    return None if at is None else everything[at]


def _is_rounded(table: Table, each: _Sum, lacking: Fraction, sums: Sequence[_Sum]) -> bool:
    """Tell whether a total is off by what its rows are rounded by: millions, or a twelfth of another column, row by row."""
    values = table.sample.values(each.column)
    if abs(lacking) * 2 > len(values) * table.sample.unit(each.column):
        return False
    others = [table.sample.values(other.column) for other in sums if other is not each]
    apart = rounded.are_rounded_across([one.column for one in sums], table.sample)
    return apart or rounded.tell_of_millions(table.sample.columns) or any(rounded.is_multiple(values, other) for other in others)


def _as_in(quote: str, value: Fraction, unit: str | None, column: Column) -> str:
    """Write a figure as a cell of its column has it, where a full stop may set thousands apart."""
    if column.form.point == ".":
        return written(value, unit, quote)
    return written(value, unit, quote.translate(_TURNED)).translate(_TURNED)


def report(rule: Rule, table: Table, column: Column, off: Off) -> Report:
    """Tell of a total, and of the rows of which one digit would put it right."""
    alone = () if off.sure is off.total else (off.sure,) if off.sure else suspects(off.parts, column, off.lacking)
    told_of = (*alone, off.total) if off.sure else (off.total, *alone)
    told, claims = judging.story(table.path, rows.name_of(off.total, table.identity), [(row, column) for row in told_of])
    claim = claims[off.total.number, column.index]
    quote = told.document.quote(claim.span)
    facts = {"total.column": column.label, **off.outcome.facts}
    if claim.quantity is not None and claim.quantity.value is not None:
        facts["right"] = _as_in(quote, claim.quantity.value - off.lacking, claim.quantity.unit, column)
    message = fill(rule.message, {"total": quote}, facts)
    calculation = f"{off.made} = {facts['right']}; {quote}" if off.made else off.outcome.calculation
    places = tuple(Place(each.span, "total" if each is claim else "parts") for each in claims.values())
    meant = tuple(each.id for each in claims.values())
    finding = Finding(rule.name, rule.severity, message, calculation, places, meant, rule.why)
    return Report(told.document, (finding,), claims=tuple(claims.values()))
