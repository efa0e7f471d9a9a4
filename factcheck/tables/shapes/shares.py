"""A share with its part and its whole: "ShareWomen" = "Women" / "Total", a rate = unemployed / (employed + unemployed).

The share's name must tell of the part, or of nothing; the whole is whatever column, or sum of the part and another, the sample
shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.rules import Rule
from factcheck.tables.columns import Column, Number, Sample
from factcheck.tables.shapes import Match

_MOST_COLUMNS = 60
_TRIES = 100
_ENOUGH = 5
_TELLING = 3
"""How many times the room for rounding a share must be to tell anything."""
_SAME = 5
"""Letters by which words of one stem begin alike: "unemployed", "unemployment"."""


def find(rule: Rule, sample: Sample) -> Iterator[Match]:
    """Give shares with part and whole; the first whole that fits is taken."""
    share, part, whole = rule.claims
    counts = [column for column in sample.columns if column.counts][:_MOST_COLUMNS]
    for column in sample.columns:
        if column.kind != "number" or not (column.form.percent or column.name.says("share")) or column.form.negative:
            continue
        for of in (each for each in counts if _tells_of(column, each)):
            found = next(_wholes(column, of, counts, sample), None)
            if found is not None:
                yield Match({share: (column,), part: (of,), whole: tuple(found)}, "values")
                break


def _tells_of(share: Column, part: Column) -> bool:
    """Tell whether a share's name speaks of the part, or leaves open whose it is."""
    stem = share.name.stem
    if not stem or (share.name.says("wins") and part.name.says("wins")):
        return True
    words = {*part.name.stem, *part.name.words}
    return all(any(_akin(word, other) for other in words) for word in stem)


def _akin(word: str, other: str) -> bool:
    return word == other or (len(word) > _SAME and word[: _SAME + 1] == other[: _SAME + 1])


def _wholes(share: Column, part: Column, counts: Sequence[Column], sample: Sample) -> Iterator[Sequence[Column]]:
    for whole in counts:
        if whole.index not in (share.index, part.index) and _kept(share, part, (whole,), sample):
            yield (whole,)
    for other in counts:
        if other.index not in (share.index, part.index) and _kept(share, part, (part, other), sample):
            yield (part, other)


def _kept(share: Column, part: Column, whole: Sequence[Column], sample: Sample) -> bool:
    """Tell whether nearly all telling rows of the sample keep it; next to nothing tells nothing, whatever it is a share of."""
    scale = 100 if share.form.percent or (share.form.highest or 0) > 1 else 1
    room = Fraction(2 * scale, 300)
    told = broken = 0
    parts, wholes = sample.values(part), [sample.values(column) for column in whole]
    shares: set[Number] = set()
    for at, value in enumerate(sample.values(share)[:_TRIES]):
        values = [parts[at], *(each[at] for each in wholes)]
        numbers = [number for number in values if number is not None]
        if not value or len(numbers) < len(values) or not (of := sum(numbers[1:])):
            continue
        right = Fraction(scale * numbers[0]) / of
        if max(value, right) < _TELLING * room:
            continue
        told += 1
        shares.add(value)
        if abs(value - right) > room:
            broken += 1
            if broken > 1 + told // 20:
                return False
    return len(shares) >= _ENOUGH and told - broken >= 2 * _ENOUGH
