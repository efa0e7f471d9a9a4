"""Two columns of an account, in units of their last digit -> the rows that others make: "Total assets", "Gross profit".

This year and the year before are but two witnesses, so what makes a row must follow from how an account is laid out: the rows
since the last one that was made, that one with them, or the last few that were made. Costs that bear no sign are taken off.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.tables.columns import Column, Sample
from factcheck.values import evolve, frozen

Values = Sequence[int | None]
_FEWEST_SURE, _MOST_HALF = 2, 2
"""Rows that both columns must show, if others are to follow from one of them, and how many may: a row, and what it makes."""
_SURE, _HALF = 100, 1000
"""Units that the largest of those which make a row must be, where both columns keep it, and where one does."""
_COLUMNS, _MOST_PARTS, _MOST_MADE = 2, 12, 4


@frozen
class Made:
    """A row, and those that make it: ``signs`` has 1 or -1 for each. ``broken`` are the columns that do not keep it."""

    total: int
    parts: tuple[int, ...]
    signs: tuple[int, ...]
    kept: int
    broken: tuple[int, ...] = ()
    digits: float = 0

    def off(self, values: Values) -> int:
        """Give by how much the row is above what makes it."""
        made = sum(sign * (values[part] or 0) for sign, part in zip(self.signs, self.parts, strict=True))
        return (values[self.total] or 0) - made


def told_throughout(sample: Sample, columns: list[Column]) -> list[Column]:
    """Leave out the numbers of notes beside the two columns of an account: some rows have none."""
    gaps = [sum(value is None for value in sample.values(column)) for column in columns]
    told = [column for column, missing in zip(columns, gaps, strict=True) if missing == min(gaps)]
    return told if len(told) == _COLUMNS else columns


def found(columns: Sequence[Values]) -> list[Made]:
    """Give the rows that others make in both columns, and in one of them where enough are made in both."""
    told = [at for at in range(len(columns[0])) if all(values[at] is not None for values in columns)]
    made: list[Made] = []
    open_: list[int] = []
    since = 0
    for place, total in enumerate(told):
        best = _best(columns, total, [*_ways(told, place, since, open_)])
        if best is not None:
            made.append(best)
            open_ = [*(row for row in open_ if row not in best.parts), total]
            since = place
    half = [each for each in made if each.broken]
    sure = [each for each in made if not each.broken]
    one_fault = len({each.broken for each in half}) < 2 and len({abs(_lacking(each, columns)) for each in half}) < 2
    crossed = len(half) == _MOST_HALF and half[0].total in half[1].parts
    if len(sure) < _FEWEST_SURE or len(half) > _MOST_HALF or not one_fault:
        return []
    return made if crossed or not any(_may_have_rest(each, columns) for each in half) else sure


def _may_have_rest(made: Made, columns: Sequence[Values]) -> bool:
    """Tell whether what a row is off may be of one more row in that year, which is not listed: of the sign of the others.

    Figures that only changed places are no such row's.
    """
    values, off = columns[made.broken[0]], _lacking(made, columns)
    more = any(off * sign * (values[part] or 0) > 0 for part, sign in zip(made.parts, made.signs, strict=True))
    told = [values[made.total] or 0, *(values[part] or 0 for part in made.parts)]
    before = [told[0] - off, *(value + off * sign for value, sign in zip(told[1:], made.signs, strict=True))]
    return more and not any(sorted(str(a)) == sorted(str(b)) for a, b in zip(told, before, strict=True))


def _lacking(made: Made, columns: Sequence[Values]) -> int:
    """Give by how much a row is off in the column that does not keep it."""
    return made.off(columns[made.broken[0]])


def _ways(told: Sequence[int], place: int, since: int, made: Sequence[int]) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Give the rows that may make one, and their signs, by the layout of an account."""
    behind = [tuple(told[start:place]) for start in ((since + 1, since) if made else (0,))]
    near = tuple(told[max(0, place - 2) : place])
    last = [tuple(made[-size:]) for size in range(2, _MOST_MADE + 1) if len(made) >= size]
    for parts in dict.fromkeys((*behind, *last, near)):
        if 1 < len(parts) <= _MOST_PARTS:
            yield parts, (1,) * len(parts)
            yield parts, (1, *(-1,) * (len(parts) - 1))


def _best(columns: Sequence[Values], total: int, ways: Sequence[tuple[tuple[int, ...], tuple[int, ...]]]) -> Made | None:
    """Give the way that both columns keep, else the one that one keeps to the last digit; its parts from the last one up."""
    half = None
    for parts, signs in ways:
        made = Made(total, parts[::-1], signs[::-1], len(columns))
        kept = [made.off(values) == 0 for values in columns]
        large = [max(abs(values[part] or 0) for part in parts) for values in columns]
        if all(kept) and min(large) >= _SURE:
            return made
        if kept.count(False) == 1 and half is None and large[kept.index(True)] >= _HALF:
            half = evolve(made, kept=1, broken=(kept.index(False),))
    return half
