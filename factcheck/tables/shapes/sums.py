"""Parts and their total: by the names of families, by known partitions (men and women), and by the values themselves.

A sum is never safe from its names. Candidates are tried on the sample; what nearly all of its telling rows keep is proposed,
and the rows of the whole table confirm it. A row tells where two parts at least are not zero.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain

from factcheck import lexicon
from factcheck.rules import Rule
from factcheck.tables.columns import Column, Sample, digits, partitions
from factcheck.tables.samples import adding
from factcheck.tables.samples.rounded import Count, are_rounded, are_rounded_apart, room_of
from factcheck.tables.shapes import FEW_BROKEN, Match, alike, are_few
from factcheck.values import frozen

_MOST_COLUMNS = 150
"""Counts among which sums are looked for by values; of more only families and partitions."""
_ENOUGH = 5
"""Telling rows that values alone must have, with as many different totals; where names speak, parts that differ will do."""
_TRIES = 200
"""Rows of the sample that are looked at."""
_FEW_LARGE, _MANY_DIGITS, _ONE_IN = 7, 1000, 4
"""Those that do where totals are whole and large; and one row in so many may break them where they are called so, too."""
_EMPTIED = 25
"""One total in so many may be 0 beside parts before such rows speak against a sum."""
_TELLING = 20
"""How many times the room for rounding a total must be that values alone propose: else neighbours make it by chance."""


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
    if 2 <= len(family) <= adding.MOST_PARTS:
        yield family


def _by_values(counts: Sequence[Count]) -> Iterator[tuple[Sequence[Count], Count, bool]]:
    """Propose two columns, or a run of neighbours, whose sum is another's in some probing rows."""
    for whole, parts in adding.likely(counts):
        negative = any(counts[part].column.form.negative for part in parts)
        if len(parts) == 2 and negative and not counts[whole].column.form.negative:
            continue  # a difference of two columns, and told as one
        yield [counts[part] for part in parts], counts[whole], _beside(whole, parts, counts)


def _beside(whole: int, parts: Sequence[int], counts: Sequence[Count]) -> bool:
    """Tell a total that stands right behind its parts, or before them: its place says what its name does."""
    column = counts[whole].column
    return len(parts) >= 3 and (_is_whole(column) or _says_whole(column)) and whole in (parts[-1] + 1, parts[0] - 1)


@frozen
class _Told:
    """What the rows of a sample tell of a sum: how many keep it, with how many different values, and how many break it.

    ``plain`` are those that keep it with one part, and tell little.
    """

    kept: int
    seen: int
    broken: int
    plain: int


def _kept(parts: Sequence[Count], whole: Count, *, named: bool, rounded: bool = False) -> bool:
    """Tell whether nearly all telling rows of the sample keep the sum; a few may break it."""
    room = Fraction(len(parts) + 1, 2) if rounded else room_of((*parts, whole))
    if not named and _TELLING * room > _middle(whole):
        return False
    large, exact = _are_large(whole), whole.column.form.exact
    sure = named and exact and _are_large(whole, adding.LARGE)  # if those that break it are slips, the rows tell
    most = max(FEW_BROKEN + len(whole.values) // 20, len(whole.values) // _ONE_IN if sure else 0)
    told = _told(parts, whole, room, most, by_parts=named or large)
    if told is None:
        return False
    few = 3 if named else _FEW_LARGE if exact and large else 2 * _ENOUGH
    beside = whole.column.index - 1 == max(part.column.index for part in parts) and told.kept > _ENOUGH
    enough = told.seen >= (3 if named else _ENOUGH) and told.kept + (told.plain if beside else 0) >= few
    rows = told.kept + told.broken + (told.plain if named else 0)
    return enough and (are_few(told.broken, rows) or (sure and told.broken * _ONE_IN <= rows))


def _told(parts: Sequence[Count], whole: Count, room: Fraction, most: int, *, by_parts: bool) -> _Told | None:
    """Count the rows that keep a sum, as far as rounding leaves ``room``; None where more than ``most`` break it.

    Rows are different ``by_parts`` or else by their totals: all clubs of a league have played as often.
    """
    kept = broken = plain = emptied = 0
    seen: set[object] = set()
    for at, total in enumerate(whole.values):
        values = [part.values[at] for part in parts]
        if total is None or None in values:
            continue
        numbers = [value for value in values if value]
        if total == 0 and numbers and emptied * _EMPTIED <= len(whole.values):
            emptied += 1  # left empty when the row was filled in: it tells nothing yet
        elif not -room <= sum(numbers) - total <= room:
            broken += len(numbers) > 1
            if broken > most:
                return None
        elif len(numbers) > 1:
            seen.add(tuple(values) if by_parts else total)
            kept += 1
        else:
            plain += total != 0
    return _Told(kept, len(seen), broken, plain)


def _are_large(whole: Count, least: int = _MANY_DIGITS) -> bool:
    """Tell totals of so many digits that no chance makes them."""
    return _middle(whole) >= least * whole.unit


def _middle(whole: Count) -> float:
    """Give what half of the totals are no smaller than; 0 where there is none."""
    told = sorted(abs(digits.real(value)) for value in whole.values if value is not None)
    return told[len(told) // 2] if told else 0.0
