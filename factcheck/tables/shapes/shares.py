"""A share with its part and its whole: "ShareWomen" = "Women" / "Total", a rate = unemployed / (employed + unemployed).

The share's name tells of the part, or of nothing; the whole is whatever column, or sum of the part and another, the sample
shows. Where it tells of neither ("Turnout %", "Load factor"), the values must speak louder: nearly all rows keep to the last
digit that the share is printed with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from factcheck.rules import Rule
from factcheck.tables.columns import Column, Number, Sample, kinds
from factcheck.tables.shapes import FEW_BROKEN, Match, are_few, can_be_reckoned

_Test = Callable[[Column, Column, Sequence[Column], Sample], Fraction | None]
"""Gives how far shares are off in the mean, and nothing where part and whole are not theirs."""
_MOST_COLUMNS = 60
_TRIES = 100
_ENOUGH = 5
_TELLING = 3
"""How many times the room for rounding a share must be to tell anything."""
_NEAR = 24
"""Counts nearest to a share among which its part and whole are looked for by values alone."""
_EVEN = Fraction(3, 10)
"""How far shares are off in the mean, in units of their last digit: it is a quarter if they are rounded and of these columns."""
_BETTER = 2
"""How many times better another whole must fit."""
_SAME = 5
"""Letters by which words of one stem begin alike: "unemployed", "unemployment"."""


def find(rule: Rule, sample: Sample) -> Iterator[Match]:
    """Give shares with part and whole; of the wholes that fit, the one that fits best is taken."""
    share, part, whole = rule.claims
    counts = [column for column in sample.columns if column.counts][:_MOST_COLUMNS]
    figures = [column for column in sample.columns if can_be_reckoned(column)][:_MOST_COLUMNS]
    for column in sample.columns:
        if column.kind != "number" or not (column.form.percent or column.name.says("share")):
            continue
        told = [each for each in counts if tells_of(column, each)] if not column.form.negative else []
        found = _fitting(column, told, counts, sample, _kept)
        if found is None:  # what is no count can be shared, too: "Opening" of "Total gross", a margin of a loss
            near = sorted(figures, key=lambda each: abs(each.index - column.index))[:_NEAR]
            found = _fitting(column, near, near, sample, _kept_to_the_digit)
        if found is not None:
            yield Match({share: (column,), part: found[:1], whole: found[1:]}, "values")


def _fitting(
    share: Column, parts: Sequence[Column], counts: Sequence[Column], sample: Sample, kept: _Test
) -> tuple[Column, ...] | None:
    """Give the first part that has a whole, and its whole or what makes that up: ballots in the box are nearly the valid ones."""
    for part in parts:
        best, least = None, None
        for whole in _wholes(share, part, counts):
            off = kept(share, part, whole, sample)
            if off is not None and (least is None or off * _BETTER < least):  # a listed whole before one that is made up
                best, least = whole, off
        if best is not None:
            return part, *best
    return None


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


def _kept(share: Column, part: Column, whole: Sequence[Column], sample: Sample) -> Fraction | None:
    """Give how far off the sample is, if nearly all of its rows keep it; next to nothing tells nothing, whatever it is of."""
    room = Fraction(2 * _scale(share), 300)
    halved = _halves_draws(part, sample)
    told = broken = 0
    off = Fraction(0)
    shares: set[Number] = set()
    for value, right in _told(share, part, whole, sample, _TELLING * room):
        told += 1
        shares.add(value)
        if (apart := abs(value - right)) <= (room / 6 if halved else room):
            off += apart
        else:
            broken += 1
            if broken > FEW_BROKEN + told // 20:
                return None
    enough = len(shares) >= _ENOUGH and told - broken >= 2 * _ENOUGH and are_few(broken, told)
    return off / (told - broken) if enough and not (broken and halved) else None


def _halves_draws(part: Column, sample: Sample) -> bool:
    """Tell whether a draw may count as half a win, so that the share of wins is another in some rows."""
    return part.name.says("wins") and any(any(sample.values(each)) for each in sample.columns if each.name.says("draws"))


def _kept_to_the_digit(share: Column, part: Column, whole: Sequence[Column], sample: Sample) -> Fraction | None:
    """Give how far off the telling rows of the sample are, if nearly all keep it as finely as the share is printed."""
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
            if broken > FEW_BROKEN + told // 20:
                return None
    enough = len(shares) >= 2 * _ENOUGH and told - broken >= 3 * _ENOUGH and are_few(broken, told)
    enough = enough and not (broken and _halves_draws(part, sample))
    return off / (told - broken) if enough and off <= _EVEN * (told - broken) else None


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
