"""A share with its part and its whole: "ShareWomen" = "Women" / "Total", a rate = unemployed / (employed + unemployed).

The share's name tells of the part, or of nothing; the whole is whatever column, or sum of the part and another, the sample
shows. Where it tells of neither ("Turnout %", "Load factor"), the values must speak louder: nearly all rows keep to the last
digit that the share is printed with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from factcheck.rules import Rule
from factcheck.tables import kinds
from factcheck.tables.columns import Column, Number, Sample
from factcheck.tables.shapes import Match, can_be_reckoned

_Test = Callable[[Column, Column, Sequence[Column], Sample], bool]
_MOST_COLUMNS = 60
_TRIES = 100
_ENOUGH = 5
_TELLING = 3
"""How many times the room for rounding a share must be to tell anything."""
_NEAR = 24
"""Counts nearest to a share among which its part and whole are looked for by values alone."""
_EVEN = Fraction(3, 10)
"""How far shares are off in the mean, in units of their last digit: it is a quarter if they are rounded and of these columns."""
_SAME = 5
"""Letters by which words of one stem begin alike: "unemployed", "unemployment"."""


def find(rule: Rule, sample: Sample) -> Iterator[Match]:
    """Give shares with part and whole; the first whole that fits is taken."""
    share, part, whole = rule.claims
    counts = [column for column in sample.columns if column.counts][:_MOST_COLUMNS]
    figures = [column for column in sample.columns if can_be_reckoned(column)][:_MOST_COLUMNS]
    for column in sample.columns:
        if column.kind != "number" or not (column.form.percent or column.name.says("share")):
            continue
        told = [each for each in counts if tells_of(column, each)] if not column.form.negative else []
        found = next(_fitting(column, told, counts, sample, _kept), None)
        if found is None:  # what is no count can be shared, too: "Opening" of "Total gross", a margin of a loss
            near = sorted(figures, key=lambda each: abs(each.index - column.index))[:_NEAR]
            found = next(_fitting(column, near, near, sample, _kept_to_the_digit), None)
        if found is not None:
            yield Match({share: (column,), part: found[:1], whole: found[1:]}, "values")


def _fitting(
    share: Column, parts: Sequence[Column], counts: Sequence[Column], sample: Sample, kept: _Test
) -> Iterator[tuple[Column, ...]]:
    """Give the part, and its whole or what makes that up."""
    return ((part, *whole) for part in parts for whole in _wholes(share, part, counts, sample, kept))


def tells_of(share: Column, part: Column) -> bool:
    """Tell whether a share's name speaks of the part, or leaves open whose it is."""
    stem = share.name.stem
    if not stem or (share.name.says("wins") and part.name.says("wins")):
        return True
    words = {*part.name.stem, *part.name.words}
    return all(any(_akin(word, other) for other in words) for word in stem)


def _akin(word: str, other: str) -> bool:
    return word == other or (len(word) > _SAME and word[: _SAME + 1] == other[: _SAME + 1])


def _wholes(share: Column, part: Column, counts: Sequence[Column], sample: Sample, kept: _Test) -> Iterator[Sequence[Column]]:
    others = [each for each in counts if each.index not in (share.index, part.index)]
    yield from ((whole,) for whole in others if kept(share, part, (whole,), sample))
    yield from ((part, other) for other in others if kept(share, part, (part, other), sample))


def _kept(share: Column, part: Column, whole: Sequence[Column], sample: Sample) -> bool:
    """Tell whether nearly all telling rows of the sample keep it; next to nothing tells nothing, whatever it is a share of."""
    room = Fraction(2 * _scale(share), 300)
    told = broken = 0
    shares: set[Number] = set()
    for value, right in _told(share, part, whole, sample, _TELLING * room):
        told += 1
        shares.add(value)
        if abs(value - right) > room:
            broken += 1
            if broken > 1 + told // 20:
                return False
    return len(shares) >= _ENOUGH and told - broken >= 2 * _ENOUGH


def _kept_to_the_digit(share: Column, part: Column, whole: Sequence[Column], sample: Sample) -> bool:
    """Tell whether nearly all telling rows of the sample keep it as finely as the share is printed."""
    unit = kinds.last_digit(sample.values(share)[:_TRIES])
    told = broken = 0
    off = Fraction(0)
    shares: set[Number] = set()
    for value, right in _told(share, part, whole, sample, _TELLING * unit):
        told += 1
        apart = abs(value - right) / unit
        if apart * 2 <= 1:
            shares.add(value)
            off += apart
        else:
            broken += 1
            if broken > 1 + told // 20:
                return False
    return len(shares) >= 2 * _ENOUGH and told - broken >= 4 * _ENOUGH and off <= _EVEN * (told - broken)


def _told(
    share: Column, part: Column, whole: Sequence[Column], sample: Sample, least: Fraction
) -> Iterator[tuple[Number, Fraction]]:
    """Give the shares of the sample that are not next to nothing, each with what the columns make of it."""
    scale = _scale(share)
    parts, wholes = sample.values(part), [sample.values(column) for column in whole]
    for at, value in enumerate(sample.values(share)[:_TRIES]):
        values = [parts[at], *(each[at] for each in wholes)]
        numbers = [number for number in values if number is not None]
        if not value or len(numbers) < len(values) or not (of := sum(numbers[1:])):
            continue
        right = Fraction(scale * numbers[0]) / of
        if max(abs(Fraction(value)), abs(right)) >= least:
            yield value, right


def _scale(share: Column) -> int:
    return 100 if share.form.percent or max(share.form.highest or 0, -(share.form.lowest or 0)) > 1 else 1
