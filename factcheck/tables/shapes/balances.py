"""What was there and what came, against what went and what is left: "pending" + "filed" = "disposed" + "still pending".

No name tells such columns; the values do. Two pairs of columns that make the same sum in nearly all telling rows of the sample
are proposed, unless that sum is a column of its own (then each pair is checked against it), or the pairs say one thing twice;
and accounts, whose first column is what was there and whose last is what is left. Two relations side by side (games played are
those won, drawn and lost; the difference is goals less goals) make no account: each is checked by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain, combinations, product
from operator import mul

from factcheck.rules import Rule
from factcheck.tables.columns import Column, Number, Sample
from factcheck.tables.shapes import Match, alike, are_few

_MOST_COLUMNS = 24
_TRIES = 200
_PROBES, _VOTES = 8, 4
"""Rows that propose pairs, and in how many of them a sum must be met to be tried."""
_ENOUGH = 12
"""Telling rows that must keep a balance, with as many different sums."""

_FINEST = Fraction(1, 100)
"""What is counted in smaller units is measured, and not kept in books."""
_ENOUGH_LARGE, _DIGITS = 6, 10**5
"""Those that do, of sums with so many of the units that the books are kept in."""

_FEWEST, _MOST = 3, 6
"""Columns between what was there and what is left; of two, pairs of columns tell as well."""

_LARGE = 20
"""What was there or what is left at least, if it is to tell anything."""

_Sides = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...], tuple[int, ...]]
"""What was there, what came, what went, and what is left, as places among the columns."""


def find(rule: Rule, sample: Sample) -> Iterator[Match]:
    """Give what was there and what came, and what went and what is left, that make the same sum."""
    columns = [column for column in sample.columns if _can_be_reckoned(column) and sample.unit(column) >= _FINEST][:_MOST_COLUMNS]
    values = [sample.values(column)[:_TRIES] for column in columns]
    taken: set[int] = set()
    for sides in _proposed(values):
        places = [*chain(*sides)]
        are_alike = taken.isdisjoint(places) and alike(*(columns[at] for at in places))
        if are_alike and _kept(sides, values) and not _are_several(sides, values):
            taken.update(places)
            bound = (tuple(columns[at] for at in side) for side in sides)
            yield Match(dict(zip(rule.claims, bound, strict=True)), "values")


def _can_be_reckoned(column: Column) -> bool:
    usable = column.kind == "number" and column.form.half is None and not (column.form.percent or column.doubtful)
    return usable and (column.form.highest or 0) > 1 and not column.name.says("identity", "rank", "index", "share")


def _proposed(values: Sequence[Sequence[Number | None]]) -> Iterator[_Sides]:
    """Propose what makes one sum in some probing rows, as places among the columns; accounts of more columns first."""
    told = range(len(values[0]) if values else 0)
    probes = sorted(told, key=lambda at: -sum(bool(each[at]) for each in values))[:_PROBES]
    for find_ in (_accounts, _equal):
        votes = Counter(vote for at in probes for vote in find_([each[at] for each in values]))
        yield from sorted(sides for sides, times in votes.items() if times >= _VOTES)


def _accounts(numbers: Sequence[Number | None]) -> Iterator[_Sides]:
    """Give the neighbours of which the last is the first with all that stands between them put to it or taken off."""
    for first, opening in enumerate(numbers):
        for last in range(first + _FEWEST + 1, min(first + _MOST + 2, len(numbers))):
            between, closing = [number or 0 for number in numbers[first + 1 : last]], numbers[last]
            if not opening or not closing or max(opening, closing) < _LARGE or not all(between):
                continue
            twice = opening + sum(between) - closing  # what went, once more than it was put to the rest
            if twice % 2 or not 0 < twice < 2 * sum(between):
                continue
            for signs in product((1, -1), repeat=len(between)):
                if opening + sum(map(mul, signs, between)) == closing:
                    yield (first,), _signed(first, signs, 1), _signed(first, signs, -1), (last,)


def _signed(first: int, signs: Sequence[int], sign: int) -> tuple[int, ...]:
    return tuple(at for at, each in enumerate(signs, first + 1) if each == sign)


def _equal(numbers: Sequence[Number | None]) -> Iterator[_Sides]:
    """Give the pairs of a row that make one sum, which no number of it is."""
    sums: dict[Number, list[tuple[int, int]]] = {}
    for (one, a), (other, b) in combinations([(at, number) for at, number in enumerate(numbers) if number], 2):
        sums.setdefault(a + b, []).append((one, other))
    for total, pairs in sums.items():
        for first, second in combinations(pairs, 2) if len(pairs) > 1 and total not in numbers else ():
            if set(first).isdisjoint(second) and {numbers[at] for at in first}.isdisjoint(numbers[at] for at in second):
                (one, other), (three, four) = first, second
                yield (one,), (other,), (three,), (four,)


def _kept(sides: _Sides, values: Sequence[Sequence[Number | None]]) -> bool:
    """Tell whether nearly all telling rows of the sample keep the balance, with sums that no column gives."""
    opening, gained, lost, closing = sides
    broken, seen = 0, Counter[Number]()
    for at in range(len(values[0])):
        told = [[values[place][at] for place in side] for side in sides]
        if not all(any(side) and None not in side for side in told) or told[0][0] in (told[2][0], told[3][0]):
            continue
        one, other = (sum(values[place][at] or 0 for place in places) for places in (opening + gained, lost + closing))
        if one == other:
            seen[one] += any(each[at] == one for each in values)
        else:
            broken += 1
    kept = len(seen)
    return kept >= _enough([*seen]) and are_few(broken, broken + kept) and seen.total() * 10 <= kept


def _enough(sums: Sequence[Number]) -> int:
    """Give how many sums must be kept: fewer of those which have many digits."""
    unit = _FINEST if any(isinstance(each, Fraction) for each in sums) else Fraction(1)
    return _ENOUGH_LARGE if sums and min(abs(Fraction(each)) for each in sums) >= _DIGITS * unit else _ENOUGH


def _are_several(sides: _Sides, values: Sequence[Sequence[Number | None]]) -> bool:
    """Tell whether some of the columns balance without the others in nearly all rows of the sample."""
    opening, gained, lost, closing = sides
    signed = [*((at, 1) for at in opening + gained), *((at, -1) for at in lost + closing)]
    rows = [[(values[at][row] or 0) * sign for at, sign in signed] for row in range(len(values[0]))]
    telling = [row for row in rows if all(row)]
    first, *others = range(len(signed))
    some = chain.from_iterable(combinations(others, size) for size in range(1, len(others)))
    return any(are_few(sum(row[first] + sum(row[at] for at in beside) != 0 for row in telling), len(telling)) for beside in some)
