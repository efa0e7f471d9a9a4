"""A share of one whole for all rows: "Share %" of "Passengers", in the table or in each month by itself.

The whole may stand in a totals row, be what the rows make, or be named nowhere; the rows show it: what share and part make of it
must be one figure in nearly all of them, to the last digit of the share. A share may be a unit off, so that all make 100.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice

from attrs import field

from factcheck.expressions import Operand
from factcheck.intervals import Amount, Interval
from factcheck.report import Report
from factcheck.rules import Rule
from factcheck.tables.across import Across, Table, judged, tally, together
from factcheck.tables.columns import Column, Number, digits
from factcheck.tables.judged import rows
from factcheck.tables.judged.confirming import is_find
from factcheck.tables.samples import meeting, series
from factcheck.tables.samples.series import Line
from factcheck.tables.shapes import FEW_BROKEN, are_few, can_be_reckoned
from factcheck.tables.slips import bases, pens
from factcheck.values import frozen
from factcheck.verdicts import Verdict

_NEAR = 12
"""Columns nearest to a share among which its part is looked for."""
_FEWEST = 5
"""Rows that must show a whole."""
_TELLING = 10
"""Units of its last digit that a share must be to tell anything."""
_ENOUGH, _DIFFERENT = 6, 6
"""Telling rows that must keep their share, with so many different ones."""
_FEW = 4
"""One row in so many may be off; more than one in eight only where all shares are told in three digits."""
_ROOM = Fraction(3, 2)
"""Units of its last digit that a share may be off: half of it is rounded, and one makes all shares a hundred."""
_SHARP = 1000
"""Units of the last digit in a whole: shares in so many tell one from any other."""
_CLEAR = 10
"""Units of its last digit that a share must be off for a digit to tell a slip."""
_GLANCE = 8
"""Rows of the longest line of which most must show nearly one whole, before the others are looked at."""


@frozen
class _Portion:
    """A share with its part; ``broken`` are rows that are off, each with the whole that the others of its line show."""

    share: Column
    part: Column
    way: int
    told: int
    broken: tuple[tuple[int, Interval], ...] = field(repr=False)
    sharp: bool = False


@frozen
class _Pair:
    """The numbers of a share and of its part, by row, and what they can be rounded by; ``scale`` is what the whole is a share."""

    shares: Sequence[Number | None] = field(repr=False)
    parts: Sequence[Number | None] = field(repr=False)
    unit: Fraction
    half: Fraction
    scale: int


def check(rule: Rule, table: Table) -> Across:
    """Check each share of one whole, where the sample holds all rows."""
    shares = [column for column in table.sample.columns if _is_share(column)]
    if not shares or not table.at_hand:
        return Across(rule)
    parts = [column for column in table.sample.columns if can_be_reckoned(column) and not column.form.negative]
    cuts = [lines for at, lines in enumerate(series.ways(table.sample)) if at % 2 == 0]
    found = (_found(share, parts, table, cuts) for share in shares)
    return together(rule, [_told(rule, table, portion) for portion in found if portion is not None])


def _is_share(column: Column) -> bool:
    usable = column.kind == "number" and not (column.doubtful or column.form.negative)
    return usable and (column.form.percent or column.name.says("share")) and (column.form.highest or 0) <= 100


def _found(share: Column, parts: Sequence[Column], table: Table, cuts: Sequence[Sequence[Line]]) -> _Portion | None:
    near = sorted((part for part in parts if part is not share), key=lambda part: abs(part.index - share.index))[:_NEAR]
    shares = table.sample.values(share)
    scale = 100 if share.form.percent or (share.form.highest or 0) > 1 else 1
    for part in near:
        values = table.sample.values(part)
        half = Fraction(0) if part.form.exact else table.sample.unit(part) / 2
        pair = _Pair(shares, values, table.sample.unit(share), half, scale)
        for lines in cuts:
            if _at_first(pair, max(lines, key=len)) and (kept := _kept(pair, lines)) is not None:
                if kept[1] and any(_is_of(pair, table.sample.values(whole)) for whole in parts if whole not in (share, part)):
                    return None
                return _Portion(share, part, 0 if scale > 1 else 1, *kept, sharp=pair.unit * _SHARP <= scale)
    return None


def _is_of(pair: _Pair, wholes: Sequence[Number | None]) -> bool:
    """Tell whether each row names the whole of its share: a price that hardly ever changes."""
    told = broken = 0
    for share, part, whole in zip(pair.shares, pair.parts, wholes, strict=True):
        if share and part and whole:
            told += 1
            broken += abs(share - pair.scale * Fraction(part) / Fraction(whole)) > _ROOM * pair.unit
            if broken > FEW_BROKEN + told // 20:
                return False
    return told >= _ENOUGH and are_few(broken, told)


def _whole(pair: _Pair, at: int) -> tuple[Fraction, Fraction] | None:
    """Give the least and the greatest whole of which a row's part is its share; None where that tells nothing."""
    share, part, half = pair.shares[at], pair.parts[at], pair.unit / 2
    if not share or not part or share < _TELLING * pair.unit or part < _TELLING * pair.half:
        return None
    return pair.scale * (part - pair.half) / (share + half), pair.scale * (part + pair.half) / (share - half)


def _at_first(pair: _Pair, line: Line) -> bool:
    """Tell whether a few rows show nearly one whole."""
    wholes = sorted(islice((ends for at in line if (ends := _whole(pair, at)) is not None), 2 * _GLANCE))
    middle = wholes[len(wholes) // 2] if wholes else (Fraction(0), Fraction(0))
    return len(wholes) >= _FEWEST and sum(low <= middle[1] and middle[0] <= high for low, high in wholes) * 3 > 2 * len(wholes)


def _kept(pair: _Pair, lines: Sequence[Line]) -> tuple[int, tuple[tuple[int, Interval], ...]] | None:
    """Count the rows that can be checked, and give those that are off; None where the others are too few."""
    told, kept, broken = 0, list[Number](), list[tuple[int, Interval]]()
    for line in lines:
        whole = _shown([ends for at in line if (ends := _whole(pair, at)) is not None])
        for at, share, is_off in _offs(pair, line, whole) if whole is not None else ():
            told += 1
            if is_off and whole is not None:
                broken.append((at, whole))
            elif share >= _TELLING * pair.unit:
                kept.append(share)
    enough = len(kept) >= _ENOUGH and len(set(kept)) >= _DIFFERENT and len(broken) * _FEW <= told
    return (told, tuple(broken)) if enough else None


def _shown(wholes: Sequence[tuple[Fraction, Fraction]]) -> Interval | None:
    """Give the whole that most rows of a line share."""
    whole, most = meeting.where(wholes)
    return whole if len(wholes) >= _FEWEST and most * 4 >= 3 * len(wholes) else None


def _offs(pair: _Pair, line: Line, whole: Interval) -> Iterator[tuple[int, Number, bool]]:
    """Give the rows of a line that have share and part, and whether the share is off."""
    low, high = whole.low or Fraction(1), whole.high or Fraction(1)
    for at in line:
        share, part = pair.shares[at], pair.parts[at]
        if share is not None and part is not None:
            least, most = pair.scale * (part - pair.half) / high, pair.scale * (part + pair.half) / low
            yield at, share, not least - _ROOM * pair.unit <= share <= most + _ROOM * pair.unit


def _told(rule: Rule, table: Table, portion: _Portion) -> Across:
    """Report what a digit or a point explains, or what is far off; of a little another whole may be the cause."""
    name = f"{portion.share.label} is that of {portion.part.label} in one whole"
    numbers = rows.numbers(table.store) if portion.broken else []
    judged = [*filter(None, (_judged(rule, table, portion, numbers[at], whole) for at, whole in portion.broken))]
    slips = [report for verdict, report in judged if not bases.may_be_another(verdict) or _is_clear(verdict)]
    traced = sum(pens.slipped(verdict) for verdict, _ in judged)
    if not is_find(portion.told, len(portion.broken), "guess", slips=traced, sharp=portion.sharp):
        return Across(rule, not_checked=(f"{name}: broken in {len(portion.broken):,} of {portion.told:,} rows",))
    line = f"{name} ({rule.name}: {tally(portion.told, 'rows', len(portion.broken), slips)})"
    return Across(rule, tuple(slips), (portion.share, portion.part), (line,))


def _is_clear(verdict: Verdict) -> bool:
    """Tell whether a digit of share or figure explains a row that is far off: all others of its line show one whole."""
    share = verdict.constraint.claims["share"]
    right = verdict.right(share.id)
    if share.value is None or right.low is None or right.high is None:
        return False
    apart = max(right.low - share.value, share.value - right.high)
    return (
        not bases.has_ties(verdict)
        and apart >= _CLEAR * digits.last_digit([share.value])
        and pens.slipped(verdict, digits_only=True)
    )


def _judged(rule: Rule, table: Table, portion: _Portion, number: int, whole: Interval) -> tuple[Verdict, Report] | None:
    known = {"whole": Operand("the whole", Amount(whole, whole))}
    return judged(rule, table, number, (portion.share, portion.part), way=portion.way, known=known)
