"""Parts and their total: by the names of families, by known partitions (men and women), and by the values themselves.

A sum is never safe from its names. Candidates are tried on the sample; what nearly all of its telling rows keep is proposed,
and the rows of the whole table confirm it. A row tells where two parts at least are not zero.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain, combinations, product

from factcheck import lexicon
from factcheck.rules import Rule
from factcheck.tables.columns import Column, Number, Sample, digits, partitions
from factcheck.tables.samples.rounded import Count, are_rounded, are_rounded_apart, room_of
from factcheck.tables.shapes import FEW_BROKEN, Match, alike, are_few

_MOST_COLUMNS = 150
"""Counts among which sums are looked for by values; of more only families and partitions."""
_MOST_PARTS = 60
_ENOUGH = 5
"""Telling rows that values alone must have, with as many different totals; where names speak, parts that differ will do."""
_FEW_LARGE, _MANY_DIGITS, _ONE_IN = 7, 1000, 4
"""Those that do where totals are whole and large; and one row in so many may break them where they are called so, too."""
_TRIES, _MOST_TRIED = 200, 1000
_PROBES, _VOTES = 24, 3
"""Rows that propose sums, and in how many of them a sum must be met to be tried."""
_WINDOW, _LARGE = 20, 100
"""Neighbours among which the parts of a sum are looked for one by one, and units that are not made by chance."""
_CLOSELY = 8
"""Probing rows in which they are."""
_TELLING = 20
"""How many times the room for rounding a total must be that values alone propose: else neighbours make it by chance."""
_FINEST, _ROUNDED = Fraction(1, 10**4), 3
"""The finest unit that sums are looked for in, and how many of it the sum of many parts may be rounded by."""


def find(rule: Rule, sample: Sample) -> Iterator[Match]:
    """Give totals with the parts that make them up."""
    parts, total = sorted(rule.claims, key=lambda name: not rule.claims[name].several)
    columns = [column for column in sample.columns if column.adds and column.form.highest is not None]
    known = [partition.parts for partition in partitions.among([column for column in columns if column.counts])]
    asked = (*filter(_can_be_part, columns), *chain(*known))
    read = {each.index: Count(each, sample.values(each)[:_TRIES], sample.unit(each)) for each in asked}
    counts = [read[column.index] for column in columns if _can_be_part(column)]
    shared_out = [[read[part.index] for part in parts] for parts in known]
    told: set[tuple[int, frozenset[int]]] = set()
    for chosen, whole, named in _candidates(counts, shared_out):
        key = (whole.column.index, frozenset(part.column.index for part in chosen))
        if key in told or not alike(whole.column, *(part.column for part in chosen)):
            continue
        exact = _kept(chosen, whole, named=named)
        if exact or (are_rounded((*chosen, whole)) and _kept(chosen, whole, named=named, rounded=True)):
            told.add(key)
            bound = {parts: tuple(part.column for part in chosen), total: (whole.column,)}
            yield Match(bound, "guess" if named else "values", rounded=not exact or are_rounded_apart((*chosen, whole)))


def _can_be_part(column: Column) -> bool:
    """Tell what is neither yes nor no; parts that names know may be, as of a club that never drew more than once."""
    largest = max(column.form.highest or 0, -(column.form.lowest or 0))
    return largest > (1 if column.form.whole else 0) and not (column.form.negative and column.doubtful)


def _candidates(counts: Sequence[Count], shared_out: Sequence[Sequence[Count]]) -> Iterator[tuple[Sequence[Count], Count, bool]]:
    """Propose parts, a total, and whether names speak for them; ``shared_out`` are parts by their names."""
    wholes = [count for count in counts if _is_whole(count.column)]
    for whole in wholes:
        for family in _families(whole, counts):
            yield family, whole, True
    for parts in (known[:size] for known in shared_out for size in range(len(known), 1, -1)):  # all of them, and less the last
        taken = {part.column.index for part in parts}
        for whole in counts:
            if whole.column.index not in taken and (whole in wholes or _says_whole(whole.column)):
                yield parts, whole, True
    if len(counts) <= _MOST_COLUMNS:
        yield from _by_values(counts)


def _is_whole(column: Column) -> bool:
    return column.name.says("total")


def _says_whole(column: Column) -> bool:
    return any(word in entry["whole"] for entry in lexicon.entries("partitions").values() for word in column.name.words)


def _families(whole: Count, counts: Sequence[Count]) -> Iterator[Sequence[Count]]:
    """Give the columns that have all words of the total's stem and one more each: "dem_votes", "gop_votes", "total_votes"."""
    stem = whole.column.name.stem
    family = [
        count
        for count in counts
        if stem
        and count is not whole
        and stem < count.column.name.stem
        and len(count.column.name.stem) == len(stem) + 1
        and not _is_whole(count.column)
    ]
    if 2 <= len(family) <= _MOST_PARTS:
        yield family


def _by_values(counts: Sequence[Count]) -> Iterator[tuple[Sequence[Count], Count, bool]]:
    """Propose two columns, or a run of neighbours, whose sum is another's in some probing rows."""
    votes: Counter[tuple[int, tuple[int, ...]]] = Counter()
    unit = max(_FINEST, min((count.unit for count in counts), default=Fraction(1)))
    rounded = 0 if all(count.column.form.whole for count in counts) else 1
    for place, at in enumerate(_probes(counts)):
        numbers = [_in_units(count.values[at], unit) for count in counts]
        votes.update(_pairs(numbers, rounded))
        votes.update(_runs(numbers, rounded * _ROUNDED))
        votes.update(_scattered(numbers) if place < _CLOSELY else ())
    likely = sorted(found for found, times in votes.most_common(_MOST_TRIED) if times >= _VOTES)
    for whole, parts in sorted(likely, key=lambda sum_: len(sum_[1])):
        if (
            len(parts) == 2
            and not counts[whole].column.form.negative
            and any(counts[part].column.form.negative for part in parts)
        ):
            continue  # a difference of two columns, and told as one
        yield [counts[part] for part in parts], counts[whole], _beside(whole, parts, counts)


def _beside(whole: int, parts: Sequence[int], counts: Sequence[Count]) -> bool:
    """Tell a total that stands right behind its parts, or before them: its place says what its name does."""
    column = counts[whole].column
    return len(parts) >= 3 and (_is_whole(column) or _says_whole(column)) and whole in (parts[-1] + 1, parts[0] - 1)


def _probes(counts: Sequence[Count]) -> Sequence[int]:
    """Give the rows in which most columns have a value that is not zero."""
    rows = range(len(counts[0].values)) if counts else range(0)
    return sorted(rows, key=lambda at: -sum(bool(count.values[at]) for count in counts))[:_PROBES]


def _in_units(value: Number | None, unit: Fraction) -> int | None:
    return None if value is None else value if isinstance(value, int) and unit == 1 else round(value / unit)


def _pairs(numbers: Sequence[int | None], off: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    places: dict[int, list[int]] = {}
    for place, number in enumerate(numbers):
        if number:
            places.setdefault(number, []).append(place)
    signed = any(number is not None and number < 0 for number in numbers)
    for whole, total in enumerate(numbers):
        for one, number in enumerate(numbers) if total else ():
            if number and total and (signed or number < total):
                rest = chain.from_iterable(places.get(total - number + by, ()) for by in range(-off, off + 1))
                yield from ((whole, (one, other)) for other in rest if one < other and whole not in (one, other))


def _runs(numbers: Sequence[int | None], off: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Give the runs of three neighbours or more that make another number; sums from the beginning tell them in one look each."""
    sums = [0]
    for number in numbers:
        sums.append(sums[-1] + (number or 0))
    ends: dict[int, list[int]] = {}
    for end, total in enumerate(sums):
        ends.setdefault(total, []).append(end)
    for whole, number in enumerate(numbers):
        for start in range(len(numbers)) if number else ():
            right = sums[start] + (number or 0)
            for end in chain.from_iterable(ends.get(right + by, ()) for by in range(-off, off + 1)):
                if 3 <= end - start <= _MOST_PARTS and not start <= whole < end:
                    yield whole, tuple(range(start, end))


def _scattered(numbers: Sequence[int | None]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Give three or four numbers that make another one, wherever they stand near it; small numbers are made by chance."""
    for start in range(0, max(1, len(numbers) - _WINDOW // 2), _WINDOW // 2):
        window = [(at, number) for at, number in enumerate(numbers[start : start + _WINDOW], start) if number and number > 0]
        pairs: dict[int, list[tuple[int, int]]] = {}
        for (one, a), (other, b) in combinations(window, 2):
            pairs.setdefault(a + b, []).append((one, other))
        for whole, total in window:
            if total >= _LARGE:
                yield from ((whole, parts) for parts in _made(total, window, pairs) if whole not in parts)


def _made(
    total: int, window: Sequence[tuple[int, int]], pairs: Mapping[int, Sequence[tuple[int, int]]]
) -> Iterator[tuple[int, ...]]:
    """Give the places of three or four numbers whose sum is a total; ``pairs`` are those of two, by their sums."""
    for third, number in window:
        yield from ((*pair, third) for pair in pairs.get(total - number, ()) if pair[1] < third)
    for both, one in pairs.items():
        others = pairs.get(total - both, ()) if both * 2 < total else ()
        yield from (tuple(sorted((*a, *b))) for a, b in product(one, others) if {*a}.isdisjoint(b))


def _kept(parts: Sequence[Count], whole: Count, *, named: bool, rounded: bool = False) -> bool:
    """Tell whether nearly all telling rows of the sample keep the sum; a few may break it."""
    told = broken = plain = 0
    room = Fraction(len(parts) + 1, 2) if rounded else room_of((*parts, whole))
    if not named and _TELLING * room > _middle(whole):
        return False
    large, exact = _are_large(whole), whole.column.form.exact
    sure = named and exact and _are_large(whole, _LARGE)  # if those that break it are slips, the rows tell
    most = max(FEW_BROKEN + len(whole.values) // 20, len(whole.values) // _ONE_IN if sure else 0)
    seen: set[object] = set()
    for at, total in enumerate(whole.values):
        values = [part.values[at] for part in parts]
        if total is None or None in values:
            continue
        numbers = [value for value in values if value]
        if not -room <= sum(numbers) - total <= room:
            broken += len(numbers) > 1
            if broken > most:
                return False
        elif len(numbers) > 1:
            seen.add(tuple(values) if named or large else total)  # all clubs of a league have played as often
            told += 1
        else:
            plain += total != 0
    few = _FEW_LARGE if exact and large else 2 * _ENOUGH
    beside = whole.column.index - 1 == max(part.column.index for part in parts) and told > _ENOUGH
    enough = len(seen) >= (3 if named else _ENOUGH) and told + (plain if beside else 0) >= (3 if named else few)
    all_told = told + broken + (plain if named else 0)
    return enough and (are_few(broken, all_told) or (sure and broken * _ONE_IN <= all_told))


def _are_large(whole: Count, least: int = _MANY_DIGITS) -> bool:
    """Tell totals of so many digits that no chance makes them."""
    return _middle(whole) >= least * whole.unit


def _middle(whole: Count) -> float:
    """Give what half of the totals are no smaller than; 0 where there is none."""
    told = sorted(abs(digits.real(value)) for value in whole.values if value is not None)
    return told[len(told) // 2] if told else 0.0
