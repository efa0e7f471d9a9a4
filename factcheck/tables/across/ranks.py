"""What a rank follows: "Rank" 3 of "Population" 8,519,000, where those of rank 32 and 34 have a million and a half.

The rows show it: put in the order of their ranks, the figures of all others rise, or all fall. A row that is ranked by what is
not printed is out of order by a place or two, and one among many: what tells a slip is that a digit puts it right, and that it is
far from its place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from fractions import Fraction
from itertools import product

from attrs import field

from factcheck import lexicon
from factcheck.report import Report
from factcheck.rules import Rule
from factcheck.tables.across import Across, Table, tally, together
from factcheck.tables.columns import Column, Number
from factcheck.tables.judged import breaches, rows
from factcheck.tables.samples import series
from factcheck.tables.samples.series import Line
from factcheck.tables.slips import pens
from factcheck.values import frozen

_NEAR = 20
"""Columns nearest to a rank among which its figure is looked for."""
_ENOUGH, _DIFFERENT = 12, 10
"""Ranked rows, with so many different ranks and figures."""
_FEW = 20
"""One row in so many may be out of order."""
_TIED = 2
"""Rows that may have one rank, on average."""
_FAR = 3
"""Rows between which a rank and its figure must be, if it is to be a slip."""
Ranked = tuple[Number, Number, int]
"""A rank, its figure, as one that falls where ranks rise, and the place of the row."""


@frozen
class _Order:
    """A rank with its figure, how many rows tell, and those out of order, each with those of its line that are in order.

    ``way`` is the place among the rule's texts.
    """

    rank: Column
    value: Column
    way: int
    told: int
    broken: tuple[tuple[Ranked, tuple[Ranked, ...]], ...] = field(repr=False)


def check(rule: Rule, table: Table) -> Across:
    """Check each rank, where the sample holds all rows."""
    words = set(lexicon.entries("columns")["rank"]["ordered"])
    ranks = [column for column in table.sample.columns if _may_rank(column) and not words.isdisjoint(column.name.words)]
    if not ranks or not table.at_hand:
        return Across(rule)
    cuts = [lines for at, lines in enumerate(series.ways(table.sample)) if at % 2 == 0]
    found = (_found(rank, table, cuts) for rank in ranks)
    return together(rule, [_told(rule, table, order) for order in found if order is not None])


def _may_rank(column: Column) -> bool:
    return column.kind == "number" and column.form.exact and not column.form.negative and not column.doubtful


def _found(rank: Column, table: Table, cuts: Sequence[Sequence[Line]]) -> _Order | None:
    """Give the nearest figure that the rank follows, in the table or in each place by itself."""
    values = [column for column in table.sample.columns if column.kind == "number" and not column.name.says("rank", "identity")]
    near = sorted((value for value in values if value is not rank), key=lambda each: abs(each.index - rank.index))[:_NEAR]
    for value in near:
        for way, lines in product((0, 1), cuts):
            if (order := _ordered(rank, value, table, way, lines)) is not None:
                return order
    return None


def _ordered(rank: Column, value: Column, table: Table, way: int, lines: Sequence[Line]) -> _Order | None:
    """Give the rows that are out of order, if nearly all figures are in the order of their ranks."""
    ranks, values, sign = table.sample.values(rank), table.sample.values(value), 2 * way - 1
    kept: list[Ranked] = []
    broken: list[tuple[Ranked, tuple[Ranked, ...]]] = []
    for line in lines:
        told = sorted((r, sign * v, at) for at in line if (r := ranks[at]) is not None and (v := values[at]) is not None)
        if len({rank for rank, *_ in told}) * _TIED < len(told):
            return None  # places of many races, and not one order: points may be others in one of them
        rising = tuple(_rising(told))
        in_order = {at for *_, at in rising}
        kept += rising
        broken += [(each, rising) for each in told if each[2] not in in_order]
        if len(broken) * _FEW > len(ranks) + _FEW:
            return None
    told_ = len(kept) + len(broken)
    enough = told_ >= _ENOUGH and all(len({each[of_] for each in kept}) >= _DIFFERENT for of_ in (0, 1))
    few = len(broken) * _FEW <= max(_FEW, told_)
    return _Order(rank, value, way, told_, tuple(broken)) if enough and few else None


def _rising(ranked: Sequence[Ranked]) -> list[Ranked]:
    """Give the most rows whose figures never fall."""
    ends: list[Number] = []
    lengths: list[int] = []
    for _, value, _ in ranked:
        at = bisect_right(ends, value)
        ends[at : at + 1] = [value]
        lengths.append(at + 1)
    kept: list[Ranked] = []
    wanted = len(ends)
    for each, length in zip(reversed(ranked), reversed(lengths), strict=True):
        if length == wanted and (not kept or each[1] <= kept[-1][1]):
            kept.append(each)
            wanted -= 1
    return kept[::-1]


def _told(rule: Rule, table: Table, order: _Order) -> Across:
    numbers = rows.numbers(table.store) if order.broken else []
    slips = [(each, kept) for each, kept in order.broken if _is_slip(each, kept)]
    reports = [*filter(None, (_report(rule, table, order, each, kept, numbers) for each, kept in slips))]
    counts = tally(order.told, "rows", len(order.broken), reports)
    line = f"{order.rank.label} follows {order.value.label} ({rule.name}: {counts})"
    return Across(rule, tuple(reports), (order.rank, order.value), (line,))


def _is_slip(each: Ranked, kept: Sequence[Ranked]) -> bool:
    """Tell whether a row is far from its place, and a digit of its rank or of its figure would bring it there."""
    rank, value, _ = each
    ranks, values = [one for one, *_ in kept], [figure for _, figure, _ in kept]
    first, last = bisect_left(ranks, rank), bisect_right(ranks, rank)
    low, high = bisect_left(values, value), bisect_right(values, value)
    if not (high + _FAR <= first or last + _FAR <= low) or not 0 < first <= last < len(ranks):
        return False
    least, most = values[first - 1], values[last]
    if any(least <= other <= most for other in pens.before_a_slip(Fraction(value))):
        return True
    before, behind = ranks[low - 1] if low else 0, ranks[high] if high < len(ranks) else ranks[-1] + 2
    return any(before < other < behind and other not in ranks for other in pens.before_a_slip(Fraction(rank)))


def _report(
    rule: Rule, table: Table, order: _Order, each: Ranked, kept: Sequence[Ranked], numbers: Sequence[int]
) -> Report | None:
    """Judge a row against those of the ranks before and behind."""
    rank, _, at = each
    ranks = [one for one, *_ in kept]
    places = at, kept[bisect_left(ranks, rank) - 1][2], kept[bisect_right(ranks, rank)][2]
    fetched = {row.number: row for row in rows.fetch(table.store, [numbers[at] for at in places], [order.rank, order.value])}
    own, before, behind = (fetched[numbers[place]] for place in places)
    columns = (order.rank, order.value, order.value, order.value, order.rank, order.rank)
    placed = [*zip((own, own, before, behind, before, behind), columns, strict=True)]
    found = breaches.judge(rule, table.path, rows.name_of(own, table.identity), placed, way=order.way)
    return found and found[1]
