"""A share with its part and its whole: "ShareWomen" = "Women" / "Total", a rate = unemployed / (employed + unemployed).

The share's name tells of the part, or of nothing; the whole is whatever column, or sum of the part and another, the sample
shows. Where it tells of neither ("Turnout %", "Load factor"), the values must speak louder: nearly all rows keep to the last
digit that the share is printed with. So it may be of several parts together: "Recycling rate" of "Dry recycling" and "Compost".
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from factcheck.rules import Rule
from factcheck.tables.columns import Column, Number, Sample
from factcheck.tables.shapes import FEW_BROKEN, Match, are_few, can_be_reckoned
from factcheck.values import frozen

_MOST_COLUMNS = 60
_TRIES = 100
_ENOUGH = 5
_TELLING = 3
"""How many times the room for rounding a share must be to tell anything."""
_MOST_PARTS = 6
"""Neighbours that may be a share's part together."""
_ALMOST = 0.6
"""Units of its last digit that a share may be off in reals before the exact one is looked at."""
_FINE = 1000
"""How many units of its last digit the whole must be, if a few rows are to show a share by values alone."""
_NEAR = 24
"""Counts nearest to a share among which its part and whole are looked for by values alone."""
_EVEN, _UNEVEN = 0.25, 0.45
"""How far shares are off in the mean, in units of their last digit, if they are rounded and of these columns; and how much more
that may be of one alone, of many it is less by the root of their number."""
_BETTER = 2
"""How many times better another whole must fit."""
_FEWER = 2
"""How many rows fewer must break it: one total may be a slip, which the sum tells."""
_CLOSE = 20
"""How many times what shares are off in the mean they must be, where that is more than their last unit: else they are of another
whole, to which they are nearly as large."""
_SAME = 5
"""Letters by which words of one stem begin alike: "unemployed", "unemployment"."""


@frozen
class _Fit:
    """How far shares are ``off`` in the mean, and how many of the sample are ``broken``: of another whole, or slips."""

    off: Fraction
    broken: int

    def is_better(self, other: _Fit) -> bool:
        """Tell whether shares are rather of this whole: a total in which more is counted now and then is that of fewer rows."""
        if self.broken + _FEWER <= other.broken and self.off <= other.off * _BETTER:
            return True
        return self.off * _BETTER < other.off and self.broken < other.broken + _FEWER


_Test = Callable[[Column, Sequence[Column], Sequence[Column], Sample], _Fit | None]
"""Gives how shares fit, and nothing where part and whole are not theirs."""


def find(rule: Rule, sample: Sample) -> Iterator[Match]:
    """Give shares with part and whole; of the wholes that fit, the one that fits best is taken."""
    share, part, whole = rule.claims
    for column in filter(may_be, sample.columns):
        for parts, of in of_columns(column, sample):
            yield Match({share: (column,), part: tuple(parts), whole: tuple(of)}, "values")


def may_be(column: Column) -> bool:
    """Tell whether a column can be a share: by its signs, or its name."""
    return column.kind == "number" and (column.form.percent or column.name.says("share"))


def near(share: Column, sample: Sample) -> list[Column]:
    """Give the figures next to a share, the nearest first; what is no count can be shared, too: "Opening" of "Total gross"."""
    figures = [column for column in sample.columns if can_be_reckoned(column)][:_MOST_COLUMNS]
    return sorted(figures, key=lambda each: abs(each.index - share.index))[:_NEAR]


def of_columns(share: Column, sample: Sample) -> Iterator[tuple[Sequence[Column], Sequence[Column]]]:
    """Give the parts of a share, and its whole or what makes that up: a part that its name tells of, else any that fit."""
    counts = [column for column in sample.columns if column.counts][:_MOST_COLUMNS]
    told = [each for each in counts if tells_of(share, each)] if not share.form.negative else []
    figures = near(share, sample)
    found = _fitting(share, told, counts, sample, _kept) or of_any(share, figures, sample)
    if found is not None:
        yield found[:1], found[1:]
        return
    for parts, of in _of_several(share, sorted(figures, key=lambda each: each.index), sample):
        yield parts, (of,)


def of_any(share: Column, figures: Sequence[Column], sample: Sample) -> tuple[Column, ...] | None:
    """Give part and whole of a share as its values alone show them."""
    return _fitting(share, figures, figures, sample, _kept_to_the_digit)


def _fitting(
    share: Column, parts: Sequence[Column], counts: Sequence[Column], sample: Sample, kept: _Test
) -> tuple[Column, ...] | None:
    """Give the first part that has a whole, and its whole or what makes that up: ballots in the box are nearly the valid ones."""
    for part in parts:
        best, closest = None, None
        for whole in _wholes(share, part, counts):
            fit = kept(share, (part,), whole, sample)
            if fit is not None and (closest is None or fit.is_better(closest)):  # a listed whole before one that is made up
                best, closest = whole, fit
        if best is not None:
            return part, *best
    return None


def _of_several(share: Column, counts: Sequence[Column], sample: Sample) -> Iterator[tuple[Sequence[Column], Column]]:
    """Give the first neighbours that together are the share of another column."""
    for size in range(2, _MOST_PARTS + 1):
        for start in range(len(counts) - size + 1):
            parts = counts[start : start + size]
            for whole in [*counts[:start], *counts[start + size :]]:
                if whole is not share and share not in parts and _kept_to_the_digit(share, parts, (whole,), sample) is not None:
                    yield parts, whole
                    return


def _may_keep(share: Column, parts: Sequence[Column], whole: Sequence[Column], sample: Sample, unit: float) -> bool:
    """Tell whether so many rows are near in reals that exact figures are worth a look."""
    shares, told, far = sample.reals(share)[:_TRIES], 0, 0
    numbers, wholes = [sample.reals(each) for each in parts], [sample.reals(each) for each in whole]
    of_all, least = scale(share), _TELLING * unit
    for at, value in enumerate(shares):
        of = sum(each[at] for each in wholes)
        right = of_all * sum(each[at] for each in numbers) / of if of else math.nan
        if value and right == right and (abs(value) >= least or abs(right) > least * _ALMOST):
            told += value == value
            far += abs(value - right) > unit * _ALMOST
            if far > FEW_BROKEN + len(shares) // 20:
                return False
    return True


def tells_of(share: Column, part: Column) -> bool:
    """Tell whether a share's name speaks of the part, or leaves open whose it is."""
    stem = share.name.stem
    if not stem or (share.name.says("wins") and part.name.says("wins")):
        return True
    words = {*part.name.stem, *part.name.words}
    return all(any(_akin(word, other) for other in words) for word in stem)


def _akin(word: str, other: str) -> bool:
    return word == other or (len(word) > _SAME and word[: _SAME + 1] == other[: _SAME + 1])


def _wholes(share: Column, part: Column, counts: Sequence[Column]) -> Iterator[Sequence[Column]]:
    others = [each for each in counts if each.index not in (share.index, part.index)]
    yield from ((whole,) for whole in others)
    yield from ((part, other) for other in others)


def _kept(share: Column, parts: Sequence[Column], whole: Sequence[Column], sample: Sample) -> _Fit | None:
    """Give how far off the sample is, if nearly all of its rows keep it; next to nothing tells nothing, whatever it is of."""
    room = Fraction(2 * scale(share), 300)
    halved = _halves_draws(parts, sample)
    told = broken = 0
    off = size = Fraction(0)
    shares: set[Number] = set()
    for value, right in _told(share, parts, whole, sample, _TELLING * room):
        told += 1
        shares.add(value)
        if (apart := abs(value - right)) <= (room / 6 if halved else room):
            off += apart
            size += abs(right)
        else:
            broken += 1
            if broken > FEW_BROKEN + _TRIES // 20:
                return None
    enough = len(shares) >= _ENOUGH and told - broken >= 2 * _ENOUGH and are_few(broken, told)
    enough = enough and off <= max(sample.unit(share) * (told - broken), size / _CLOSE)
    return _Fit(off / (told - broken), broken) if enough and not (broken and halved) else None


def _halves_draws(parts: Sequence[Column], sample: Sample) -> bool:
    """Tell whether a draw may count as half a win, so that the share of wins is another in some rows."""
    draws = [column for column in sample.columns if column.name.says("draws")]
    return any(part.name.says("wins") for part in parts) and any(any(sample.values(each)) for each in draws)


def _kept_to_the_digit(share: Column, parts: Sequence[Column], whole: Sequence[Column], sample: Sample) -> _Fit | None:
    """Give how far off the telling rows of the sample are, if nearly all keep it as finely as the share is printed."""
    unit = sample.unit(share, _TRIES)
    if not _may_keep(share, parts, whole, sample, float(unit)):
        return None
    told = broken = 0
    off = Fraction(0)
    shares: set[Number] = set()
    for value, right in _told(share, parts, whole, sample, _TELLING * unit):
        told += 1
        apart = abs(value - right) / unit
        if apart * 2 <= 1:
            shares.add(value)
            off += apart
        else:
            broken += 1
            if broken > FEW_BROKEN + _TRIES // 20:
                return None
    fewest = 2 * _ENOUGH + 1 if unit * _FINE <= scale(share) else 3 * _ENOUGH
    enough = len(shares) >= 2 * _ENOUGH and told - broken >= fewest and are_few(broken, told)
    enough = enough and not (broken and _halves_draws(parts, sample))
    kept = told - broken
    return _Fit(off / kept, broken) if enough and off <= _EVEN * kept + _UNEVEN * math.sqrt(kept) else None


def _told(
    share: Column, part: Sequence[Column], whole: Sequence[Column], sample: Sample, least: Fraction
) -> Iterator[tuple[Number, Fraction]]:
    """Give the shares of the sample that are not next to nothing, each with what the columns make of it."""
    columns = [sample.values(column) for column in (*part, *whole)]
    for at, value in enumerate(sample.values(share)[:_TRIES]):
        numbers = [number for each in columns if (number := each[at]) is not None]
        if not value or len(numbers) < len(columns) or not (of := sum(numbers[len(part) :])):
            continue
        right = Fraction(scale(share) * sum(numbers[: len(part)])) / of
        if max(abs(Fraction(value)), abs(right)) >= least:
            yield value, right


def scale(share: Column) -> int:
    """Give what shares are of: a hundred, or one."""
    return 100 if share.form.percent or max(share.form.highest or 0, -(share.form.lowest or 0)) > 1 else 1
