"""Rows that break a relation -> those in which a figure is that of the row beside it, or of another column: a cell told twice.

Where a column has hardly two figures alike, and each of them several digits, no chance puts one below the other; nor one beside
the other, where two columns hardly ever tell the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from factcheck.tables.binding import Relation
from factcheck.tables.columns import Column, Number
from factcheck.tables.engines import Store

MOST, FEW = 5000, 4
"""Rows of a table, and broken ones of them, in which such cells are looked for."""
_DIGITS, _BESIDE = 4, 3
_ALIKE = 10
"""One figure in so many may be met before."""


def doubled(store: Store, relation: Relation, broken: Mapping[int, Mapping[int, str | None]]) -> set[int]:
    """Give the rows, of those that break a relation, in which a figure of it is the same as in the row before or behind.

    Args:
        store: the table.
        relation: what they break.
        broken: their cells by column, by the numbers of the rows.

    """
    columns = [column for column in relation.columns.values() if column.kind == "number" and _differs(store, column)]
    beside = [number for row in broken for number in (row - 1, row + 1) if number not in broken]
    cells = ", ".join(store.text(column.index) for column in columns)
    told = store.ask(f"SELECT row, {cells} FROM data WHERE {store.among(beside)}") if columns and beside else []
    return {row for number, *texts in told for row in (number - 1, number + 1) if _is_told_again(broken.get(row), columns, texts)}


def beside(store: Store, relation: Relation, broken: Mapping[int, Mapping[int, str | None]]) -> set[int]:
    """Give the rows, of those that break a relation, in which its first figure is that of a column which is none of it."""
    first, *_ = relation.columns.values()
    own = {column.index for column in relation.columns.values()}
    others = [index for index, type_ in enumerate(store.types) if index not in own and type_ in ("text", "integer", "decimal")]
    rows = [number for number, cells in broken.items() if _digits(cells.get(first.index)) >= _BESIDE]
    if not rows or not others or first.kind != "number":
        return set()
    told = store.ask(f"SELECT row, {', '.join(map(store.text, others))} FROM data WHERE {store.among(rows)}")
    same = [
        (row, index)
        for row, *texts in told
        for index, text in zip(others, texts, strict=True)
        if text == broken[row][first.index]
    ]
    return {row for row, index in same if _hardly_ever(store, first.index, index)}


def from_a_neighbour(values: Sequence[Number | None], at: int) -> bool:
    """Tell whether a figure of a column is that of the row before it or behind it, where hardly two of the column are alike."""
    value, told = values[at], [each for each in values if each is not None]
    if value is None or _digits(str(value)) < _DIGITS or value not in (*values[max(at - 1, 0) : at], *values[at + 1 : at + 2]):
        return False
    return (len(told) - len(set(told))) * _ALIKE <= len(told)


def _hardly_ever(store: Store, one: int, other: int) -> bool:
    """Tell whether two columns tell the same in few rows."""
    ((same,),) = store.ask(f"SELECT count(*) FROM data WHERE {store.text(one)} = {store.text(other)}")
    return bool(same * _ALIKE <= store.rows)


def _digits(text: str | None) -> int:
    return len(re.findall(r"[0-9]", (text or "").strip("0")))


def _differs(store: Store, column: Column) -> bool:
    """Tell whether hardly two figures of a column are alike."""
    ((told, different),) = store.ask(f"SELECT count(c{column.index}), count(DISTINCT c{column.index}) FROM data")
    return bool((told - different) * _ALIKE <= told)


def _is_told_again(cells: Mapping[int, str | None] | None, columns: Sequence[Column], texts: Sequence[str | None]) -> bool:
    """Tell whether one figure alone is the same in both rows: of rows that are alike throughout each may be right."""
    same = [text for column, text in zip(columns, texts, strict=True) if cells is not None and text == cells.get(column.index)]
    return len(same) == 1 and _digits(same[0]) >= _DIGITS
