"""A sample -> the same, with dashes and blanks for noughts in the columns whose sums show that they are.

Who keeps a budget writes a dash where nothing is spent, or leaves the cell empty; elsewhere it stands for what is not known.
Where nearly all rows with a dash keep a sum without it, nothing is what it says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck import lexicon
from factcheck.tables.columns import Column, Number, Sample
from factcheck.values import evolve

_MOST_COLUMNS, _MOST_ROWS = 40, 300
_ENOUGH, _MANY = 3, 9
"""Rows with a dash that must keep a sum, with as many different totals, and as many without one; of so many they need not be."""
_FEW = 5
"""One row in so many may break it."""
_Run = Sequence[int]


def shown(sample: Sample) -> Sample:
    """Read dashes as noughts in the columns that show it."""
    columns = [column for column in sample.columns if _may_be(column)][:_MOST_COLUMNS]
    dashed = {column.index for column in columns if column.form.missing.intersection(_dashes())}
    if not dashed:
        return sample
    values = [_values(sample, column) for column in columns]
    proven = {columns[at].index for run in _runs(values) for at in run} & dashed
    return evolve(sample, columns=tuple(_read(column) if column.index in proven else column for column in sample.columns))


def _dashes() -> frozenset[str]:
    return frozenset((*lexicon.entries("cells")["missing"]["dashes"], ""))


def _may_be(column: Column) -> bool:
    return column.kind == "number" and not (column.form.typed or column.form.percent or column.form.clock)


def _values(sample: Sample, column: Column) -> list[tuple[Number | None, bool]]:
    """Give the numbers of a column, and whether a dash stands there."""
    texts, dashes = sample.texts[column.index][:_MOST_ROWS], _dashes()
    told = [text is not None and text.strip() in dashes for text in texts]
    return [(0 if dash else value, dash) for value, dash in zip(sample.values(column), told, strict=False)]


def _runs(values: Sequence[Sequence[tuple[Number | None, bool]]]) -> Iterator[_Run]:
    """Give the neighbours that make the column behind them, with their dashes, and that column."""
    for whole in range(2, len(values)):
        for start in range(whole - 1):
            if _kept(values[start:whole], values[whole]):
                yield range(start, whole + 1 if _is_nought(values[start:whole], values[whole]) else whole)
                break


def _is_nought(parts: Sequence[Sequence[tuple[Number | None, bool]]], whole: Sequence[tuple[Number | None, bool]]) -> bool:
    """Tell whether a total is dashed where there is nothing to add up, and not where nobody has a total: "disqualified"."""
    dashed = [at for at, (_, dash) in enumerate(whole) if dash]
    return sum(any(part[at][0] for part in parts) for at in dashed) * _FEW <= len(dashed)


def _kept(parts: Sequence[Sequence[tuple[Number | None, bool]]], whole: Sequence[tuple[Number | None, bool]]) -> bool:
    """Tell whether a total is the sum of its parts where dashes are noughts, in rows with dashes and in rows without."""
    seen: dict[bool, set[Number]] = {True: set(), False: set()}
    told = broken = 0
    for at, (total, _) in enumerate(whole):
        row = [part[at] for part in parts]
        numbers = [value for value, _ in row if value is not None]
        if not total or len(numbers) < len(row):
            continue
        told += 1
        if sum(numbers) == total:
            seen[any(dash for _, dash in row)].add(total)
        else:
            broken += 1
            if broken * _FEW > len(whole):
                return False
    enough = min(map(len, seen.values())) >= _ENOUGH or len(seen[True]) >= _MANY
    return enough and broken * _FEW <= told


def _read(column: Column) -> Column:
    zeros = column.form.missing.intersection(_dashes())
    return evolve(column, form=evolve(column.form, zeros=zeros, missing=column.form.missing - zeros))
