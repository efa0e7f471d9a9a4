"""A lower and an upper end, or what stands between: "min_temp" and "max_temp", "P25" and "Median", "start" and "end".

What a name says of the range has a rank in the lexicon; the columns must share the rest of their names. Dates and years may also
be called by stages that follow each other ("laid down", "launched"); the rows confirm that these are of one thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise, permutations

from factcheck import lexicon
from factcheck.rules import Rule
from factcheck.tables.columns import Column, Sample
from factcheck.tables.columns.names import Name
from factcheck.tables.shapes import Match, alike, are_few, suits
from factcheck.values import frozen

_FIRST, _LAST, _INSIDE = 0, 100, -1
_SIDES = {"earliest": 1, "low": 2, "high": 99, "inside": _INSIDE}
_LOWEST, _HIGHEST = (-100, _FIRST, 3), (200, _LAST, 97)
"""Ranks of ends: of a record, of a lowest or highest, and of a mean of lows or highs."""
_TIMES = frozenset({"date", "year"})
_NEUTRAL = frozenset({"counting", "date", "again", "year"})
_ENDS = frozenset({"minimum", "maximum"})
_BOUNDS = frozenset({"low", "lowest", "high", "highest", "peak"})
_STRETCH = frozenset({"start", "end"})
_JOINED, _ONE_IN = 12, 5
"""Rows that must begin at the end of the one before, and one in so many at least."""
_WEAK = frozenset({"low", "high", "lower", "upper", "lo", "hi", "least"})


@frozen
class _Place:
    """Where a column stands in its range."""

    column: Column
    rank: int
    kin: tuple[frozenset[str], frozenset[str], str]


def find(rule: Rule, sample: Sample) -> Iterator[Match]:
    """Give pairs of columns of one range, the lower one first."""
    low, high = rule.claims
    ranges: dict[object, list[_Place]] = {}
    for column in sample.columns:
        place = None if column.doubtful or not suits(rule.claims[low], column) else _place(column)
        if place is not None:
            ranges.setdefault(place.kin, []).append(place)
    for places in ranges.values():
        for a, b in combinations(places, 2):
            below, above = (a, b) if _below(a, b) else (b, a)
            if _below(below, above) and alike(below.column, above.column):
                yield Match({low: (below.column,), high: (above.column,)}, "names")
    for before, after in _stretches(sample, [column for column in sample.columns if suits(rule.claims[low], column)]):
        yield Match({low: (before,), high: (after,)}, "guess")
    for before, after in _stages([column for column in sample.columns if suits(rule.claims[low], column)]):
        yield Match({low: (before,), high: (after,)}, "guess")


def _stretches(sample: Sample, columns: Sequence[Column]) -> Iterator[tuple[Column, Column]]:
    """Give numbers from which and up to which each row goes, where one begins at the end of the row before again and again.

    Layers of a boring, sections of a road, times under observation: a herd at the start and at the end of a year is in no order.
    """
    numbers = [column for column in columns if column.kind == "number" and not (column.doubtful or column.name.bars - _STRETCH)]
    for one, other in permutations(numbers, 2) if len(numbers) > 1 else ():
        if one.name.says("start") and other.name.says("end") and one.name.stem == other.name.stem and alike(one, other):
            starts, ends = sample.values(one), sample.values(other)
            told = [(a, b) for a, b in zip(starts, ends, strict=True) if a is not None and b is not None]
            joins = [True, *(end == start for end, start in zip(ends, starts[1:], strict=False)), True]
            back = [at for at, (a, b) in enumerate(zip(starts, ends, strict=True)) if a is not None and b is not None and a > b]
            falls = any(joins[at] and joins[at + 1] for at in back)  # and goes on from there: a flock that lost some
            if joins.count(True) - 2 >= max(_JOINED, len(told) // _ONE_IN) and are_few(len(back), len(told)) and not falls:
                yield one, other


def _stages(columns: Sequence[Column]) -> Iterator[tuple[Column, Column]]:
    """Give pairs of dates, or of years, that are called by stages of one thing, the earlier one first."""
    names = {column: called(column.name) for column in columns if column.kind in ("day", "year") and not column.doubtful}
    for entry in lexicon.entries("stages").values():
        stage = {name: at for at, several in enumerate(entry["order"]) for name in several}
        placed = [(stage[name], column) for column, name in names.items() if name in stage]
        yield from ((one, other) for (a, one), (b, other) in permutations(placed, 2) if a < b and one.kind == other.kind)


def called(name: Name) -> str:
    """Give a name as the lexicon has stages, without "date" and "year"."""
    return " ".join(word for at, word in enumerate(name.words) if word not in _TIMES and not (word == "of" and at == 1))


def _below(a: _Place, b: _Place) -> bool:
    if _INSIDE in (a.rank, b.rank):
        return (a.rank in _LOWEST and b.rank not in _LOWEST) or (b.rank in _HIGHEST and a.rank not in _HIGHEST)
    return a.rank < b.rank


def _place(column: Column) -> _Place | None:
    """Give the rank of a column, and what the others of its range share with it."""
    name = column.name
    if name.says("year", "date") and (name.says("record") or not _BOUNDS.isdisjoint(name.words)):
        return None  # the years of two records, of the lowest and of the highest, are in no order
    aspects = frozenset(name.aspects) - ({"mean"} if name.says("median") else set[str]())  # "average (median)"
    ranked = [aspect for aspect in name.aspects if aspect in aspects and "rank" in lexicon.entries("columns")[aspect]]
    if name.percentile is not None:
        return _Place(column, name.percentile, _kin(column, frozenset(name.aspects) - {"median"}))
    chosen = next((aspect for aspect in ranked if aspect in _ENDS), ranked[0] if ranked else None)
    if chosen is None or (chosen in _ENDS and column.kind == "day" and name.stem):
        return None  # the days of the warmest and the coldest hour are in no order
    rank = lexicon.entries("columns")[chosen]["rank"]
    if (rank in ("earliest", "low", "high") and column.kind not in ("day", "year")) or (chosen in _ENDS and _describes(column)):
        return None  # weights at the start and at the end are in no order
    if chosen in _ENDS and "°" in name.note:
        ends = _LOWEST if chosen == "minimum" else _HIGHEST
        return _Place(column, ends[0 if name.says("record") else 2 if name.says("mean") else 1], _kin(column, aspects - {chosen}))
    return _Place(column, _SIDES[rank] if rank in _SIDES else int(rank), _kin(column, aspects - {chosen}))


def _describes(column: Column) -> bool:
    """Tell "low_wage_jobs", "low risk" and "lowest fifth", where a word is of what is counted, from "52 Week Low"."""
    name = column.name
    words = tuple(word for word in name.words if not word.isdigit())  # "lo80" is an end of eighty percent
    said = [word for word in words if word in lexicon.words("columns", "minimum") | lexicon.words("columns", "maximum")]
    measured, grouped = (lexicon.entries("columns")["minimum"][key] for key in ("measured", "grouped"))
    if any(word in said and following in grouped for word, following in pairwise(words)):
        return True
    classed = len(name.stem) > 1 or any(word not in measured and not word.isdigit() for word in name.stem)
    return classed and all(word in _WEAK for word in said) and bool(said) and words[-1] not in said


def _kin(column: Column, aspects: frozenset[str]) -> tuple[frozenset[str], frozenset[str], str]:
    kind = "day" if column.kind == "day" else "number"
    if "°" in column.name.note:  # of temperatures: a mean of lows is no higher than the mean, and a record no lower than a high
        said = frozenset(lexicon.entries("columns")["minimum"]["degrees"])
        return column.name.stem - said, aspects - _NEUTRAL - {"mean", "record"}, kind
    return column.name.stem, aspects - _NEUTRAL, kind
