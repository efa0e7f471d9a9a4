"""Wins and losses in one cell: "26-15" at home and "24-17" away, of 50 won and 32 lost, or of "50-32".

Names tell of wins and losses; which cells make them up the rows show, for the won and for the lost alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from factcheck.claims import Claim
from factcheck.document import Document, Span
from factcheck.intervals import Interval
from factcheck.quantities import Quantity
from factcheck.report import Report
from factcheck.rules import Rule
from factcheck.sentences import Sentence
from factcheck.story import Story
from factcheck.tables.across import Across, Table, together
from factcheck.tables.binding import of
from factcheck.tables.columns import Column
from factcheck.tables.judged import breaches, judging, rows
from factcheck.tables.judged.confirming import is_find
from factcheck.tables.judged.judging import Row
from factcheck.tables.shapes import Match
from factcheck.values import evolve, frozen

_MOST_ROWS, _MOST_COLUMNS = 5000, 12
_CELL = re.compile(r"\s*([0-9]{1,3})\s*[-–—]\s*([0-9]{1,3})(?:\s*[-–—]\s*[0-9]{1,3})?\s*")
_SIDES = (("won", 0), ("lost", 1))
_HELD = 2
"""One row in so many, at least, must keep what is tried."""


@frozen
class _Sum:
    """Two columns of results that make up another, or the columns of wins and of losses: one for each of the two."""

    parts: tuple[Column, Column]
    totals: tuple[Column, Column]


def check(rule: Rule, table: Table) -> Across:
    """Check the results that make up all of them."""
    told = [column for column in table.sample.columns if _are_results(table.sample.texts[column.index], column)][:_MOST_COLUMNS]
    if len(told) < 2 or table.store.rows > _MOST_ROWS:
        return Across(rule)
    wins, losses = (_called(table, aspect) for aspect in ("wins", "losses"))
    wholes = [(wins, losses)] if wins is not None and losses is not None else [(column, column) for column in told]
    fetched = rows.fetch_all(table.store, list({column.index: column for column in (*told, *wholes[0])}.values()))
    sums = (_Sum(pair, whole) for whole in wholes for pair in combinations(told, 2) if whole[0] not in pair)
    return together(rule, [_checked(rule, table, fetched, each) for each in sums])


def _are_results(texts: Sequence[str | None], column: Column) -> bool:
    if column.form.typed or column.kind not in ("text", "number"):
        return False
    return column.form.is_mostly(texts, _CELL.fullmatch, one_in=10)


def _called(table: Table, aspect: str) -> Column | None:
    found = [column for column in table.sample.columns if column.counts and column.name.says(aspect) and not column.name.stem]
    return found[0] if len(found) == 1 else None


def _checked(rule: Rule, table: Table, fetched: Sequence[Row], sum_: _Sum) -> Across:
    told = [(row, sides) for row in fetched if (sides := [*_sides(row, sum_)])]
    broken = [row for row, sides in told if not all(sides)]
    if not told or len(broken) * _HELD > len(told) or not is_find(len(told), len(broken), "names"):
        return Across(rule)
    reports = [report for row in broken for report in _reports(rule, table, row, sum_)]
    one, other = sum_.parts
    line = f"{one.label} and {other.label} make all results ({rule.name}: {len(told):,} rows, {len(broken):,} broken)"
    return Across(rule, tuple(reports), tuple(dict.fromkeys((*sum_.parts, *sum_.totals))), (line,))


def _sides(row: Row, sum_: _Sum) -> Iterator[bool]:
    """Tell for the won and for the lost whether a row keeps the sum; nothing where a cell says nothing."""
    for _, side in _SIDES:
        parts, total = [_figure(row, part, side) for part in sum_.parts], _figure(row, sum_.totals[side], side)
        if total is None or None in parts:
            return
        yield sum(int(part or "0") for part in parts) == int(total)


def _figure(row: Row, column: Column, side: int) -> str | None:
    """Give the won or the lost of a cell, or all of it where it is a number."""
    text = row.texts.get(column.index) or ""
    match = _CELL.fullmatch(text)
    return match[side + 1] if match else text.strip() if text.strip().isdecimal() else None


def _reports(rule: Rule, table: Table, row: Row, sum_: _Sum) -> Iterator[Report]:
    """Judge the won and the lost of a row exactly."""
    for (name, side), kept in zip(_SIDES, _sides(row, sum_), strict=True):
        columns = (*sum_.parts, sum_.totals[side])
        told, _ = judging.story(table.path, rows.name_of(row, table.identity), [(row, column) for column in columns])
        places = told.document.record.cells if told.document.record else ()
        claims = [_claim(f"c{at}", told.document, place.span, side) for at, place in enumerate(places, 1)]
        labelled = [evolve(column, label=f"{column.label}, {name}") for column in sum_.parts]
        relation = of(rule, Match({"parts": tuple(labelled), "total": (sum_.totals[side],)}, "names"))
        whole = Story(told.document, tuple(claims))
        if not kept:
            broken = breaches.broken(relation.ways[0], relation, whole, dict(zip(relation.columns, claims, strict=True)))
            if broken:
                yield broken[1]


def _claim(name: str, document: Document, cell: Span, side: int) -> Claim:
    """Give the won or the lost of a cell as a claim of its own."""
    match = _CELL.fullmatch(document.text, cell.start, cell.end)
    span = Span(*match.span(side + 1)) if match else judging.trimmed(document.text, cell)
    value = Fraction(document.quote(span))
    point = Interval.point(value)
    quantity = Quantity(point, point, value, unbounded=point)
    return Claim(name, span, "count", Sentence(span, "body", 0, document.text), quantity=quantity, phrase=span)
