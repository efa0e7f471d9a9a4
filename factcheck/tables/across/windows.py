"""A sum or a mean of the last few rows: rolling four quarters, an average of seven days, place by place.

The rows show which column is rolled up, and over how many rows. One value that leaves the line, while those about it keep
it, is a slip; where a figure that is rolled up slipped, all windows that hold it are off, and nothing is said of them here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import accumulate, groupby, pairwise

from attrs import field

from factcheck.claims import Claim
from factcheck.expressions import Context, Operand, evaluate
from factcheck.findings import Finding, Place
from factcheck.intervals import Amount, Interval
from factcheck.report import Report
from factcheck.rules import Rule, fill
from factcheck.tables.across import Across, Table, tally, together
from factcheck.tables.columns import Column, Number, digits
from factcheck.tables.judged import judging, rows
from factcheck.tables.judged.confirming import is_find
from factcheck.tables.samples import series
from factcheck.tables.samples.series import Line
from factcheck.values import frozen

_MOST_COLUMNS = 16
_SIZES = (*range(3, 15), 28, 30, 52)
"""Rows of a window: quarters or months of a year, days of a week or two."""
_PROBES = 8
"""Windows of which half must be near the sum or the mean, before the others are looked at."""
_EXACT = 1e-6
"""Share of what lies between windows by which reals may be off."""
_SEEN = 3
_TELLING = 8
"""Different values of these windows, and how many times the room for rounding must lie between them."""
_ENOUGH = 12
"""Windows that must hold, with half as many different values."""
_SPREAD = 3
"""Units of the last digit that a sum of rounded figures may be off."""
_PLAIN = 2
"""How many times the room a window that slipped is off: changes in percent, which multiply, leave it a little now and then."""
_UNEVEN = 2
"""How many times the room for rounding one figure must change a mean."""
_FEW = 20
"""One window in so many may be off."""
Window = Sequence[int]
Values = Sequence[Number | None]


@frozen
class _Roll:
    """A line of rows with the sums of what is rolled up, from its beginning to each row, and the size of the windows."""

    line: Line
    sums: Sequence[Number] = field(repr=False)
    size: int
    is_mean: bool


@frozen
class _Rolled:
    """A column that rolls up another, with the windows; those that broke alone stand in ``left``, those in a run count once."""

    total: Column
    part: Column
    is_mean: bool
    told: int
    slips: int
    left: tuple[Window, ...] = field(repr=False)


def check(rule: Rule, table: Table) -> Across:
    """Check what rolls up another column, where the sample holds all rows."""
    if not table.at_hand:
        return Across(rule)
    columns = [column for column in table.sample.columns if _may_be(column, table)][:_MOST_COLUMNS]
    found: dict[int, _Rolled] = {}
    for total, part, lines, size, is_mean in _proposed(columns, table):
        if total.index not in found and (rolled := _rolled(total, part, table, lines, size, is_mean=is_mean)) is not None:
            found[total.index] = rolled
    return together(rule, [_told(rule, table, each) for each in found.values()])


def _may_be(column: Column, table: Table) -> bool:
    usable = column.kind == "number" and not (column.doubtful or column.name.says("identity", "rank"))
    return usable and len(set(table.sample.values(column))) > _ENOUGH


def _proposed(columns: Sequence[Column], table: Table) -> Iterator[tuple[Column, Column, Sequence[Line], int, bool]]:
    """Propose what rolls up what by a few windows of the longest line, in reals."""
    reals = [[*map(digits.real, table.sample.values(column))] for column in columns]
    rooms = [_rooms(total, part, table) for part in columns for total in columns]
    for lines in series.ways(table.sample):
        line = max(lines, key=len)
        ends = [len(line) - 1 - at * len(line) // (2 * _PROBES) for at in range(_PROBES)]
        told = [[each[line[end]] for end in ends] for each in reals]
        of_pair = iter(rooms)
        for part, each in zip(columns, reals, strict=True):
            made = _sums([each[at] for at in line], ends)
            for total, values in zip(columns, told, strict=True):
                summed, meant = next(of_pair)
                near = _near(values, made, float(summed), float(meant)) if total is not part else iter(())
                yield from ((total, part, lines, size, is_mean) for size, is_mean in near)


def _sums(values: Sequence[float], ends: Sequence[int]) -> Sequence[Sequence[float]]:
    """Give for each size what the windows with these ends make; what is missing counts as nothing."""
    sums = [*accumulate((0.0 if value != value else value for value in values), initial=0.0)]
    return [[sums[end + 1] - sums[max(0, end + 1 - size)] for end in ends] for size in _SIZES]


def _near(values: Sequence[float], made: Sequence[Sequence[float]], summed: float, meant: float) -> Iterator[tuple[int, bool]]:
    """Give the sizes of windows that are near, and whether by their mean; ``summed`` and ``meant`` are the rooms of both."""
    known = [value for value in values if value == value]
    spread = max(known) - min(known) if known else 0.0
    first, second, *_ = values
    summed_room, meant_room = (room + spread * _EXACT if spread > _TELLING * room else -1.0 for room in (summed, meant))
    for size, sums in zip(_SIZES, made, strict=True):
        one, other = sums[0], sums[1]
        if (abs(first - one) <= summed_room or abs(second - other) <= summed_room) and _is_near(values, sums, 1, summed):
            yield size, False
        if abs(first - one / size) <= meant_room or abs(second - other / size) <= meant_room:
            yield from [(size, True)] if _is_near(values, sums, size, meant) else ()


def _is_near(told: Sequence[float], made: Sequence[float], by: int, room: float) -> bool:
    """Tell whether more than half of some windows are near, with different values; two that are not at first will do for none."""
    far, seen = 0, set[float]()
    for at, (value, total) in enumerate(zip(told, made, strict=True)):
        if abs(value - total / by) <= room + abs(value) * 1e-9:
            seen.add(value)
        else:
            far += 1
            if far * 2 > max(at + 1, 2):
                return False
    return len(seen - {0.0}) >= _SEEN


def _rolled(total: Column, part: Column, table: Table, lines: Sequence[Line], size: int, *, is_mean: bool) -> _Rolled | None:
    """Give what the rows keep of a way to roll up."""
    totals, parts = table.sample.values(total), table.sample.values(part)
    rolls = [_Roll(line, [*accumulate((parts[at] or 0 for at in line), initial=0)], size, is_mean) for line in lines]
    room = _rooms(total, part, table)[is_mean]
    most, far = size + 1 + len(totals) // _FEW, 0
    off: list[tuple[Window, Fraction]] = []
    for each in _offs(totals, parts, rolls):
        off.append(each)
        far += abs(each[1]) > room
        if far > most or room < abs(each[1]) <= _PLAIN * room:
            return None
    slips = _slips([abs(each) > room for _, each in off], [window for window, _ in off])
    kept = {
        totals[window[-1]] for window, each in off if abs(each) <= room and _is_telling([parts[at] or 0 for at in window], room)
    }
    return _Rolled(total, part, is_mean, len(off), *slips) if len(off) - far >= _ENOUGH <= 2 * len(kept) else None


def _is_telling(parts: Sequence[Number], room: Fraction) -> bool:
    """Tell whether a window is more than one figure again and again, or a steady rise, whose mean is that of its middle."""
    spread = max(parts) - min(parts)
    return spread > _UNEVEN * len(parts) * room and len({other - one for one, other in pairwise(parts)}) > 1


def _rooms(total: Column, part: Column, table: Table) -> tuple[Fraction, Fraction]:
    """Give how far a sum and a mean can be off: whole numbers' sums not at all, others what their figures can be rounded by."""
    units = [table.sample.unit(column) for column in (total, part)]
    whole = total.form.exact and part.form.exact
    return Fraction(0) if whole else _SPREAD * max(units), units[0] + (0 if part.form.exact else units[1] / 2)


def _offs(totals: Values, parts: Values, rolls: Sequence[_Roll]) -> Iterator[tuple[Window, Fraction]]:
    """Give each full window with how far its value is off."""
    for roll in rolls:
        for end in range(roll.size, len(roll.line) + 1):
            window = roll.line[end - roll.size : end]
            value = totals[window[-1]]
            if value is not None and all(parts[at] is not None for at in window):
                total = roll.sums[end] - roll.sums[end - roll.size]
                yield window, Fraction(value) - Fraction(total) / (roll.size if roll.is_mean else 1)


def _slips(broken: Sequence[bool], windows: Sequence[Window]) -> tuple[int, tuple[Window, ...]]:
    """Count what slipped, and give the windows that broke alone, between such as hold."""
    runs = [(at, len([*run])) for at, run in _runs(broken)]
    return len(runs), tuple(windows[at] for at, long in runs if long == 1 and 0 < at < len(windows) - 1)


def _runs(broken: Sequence[bool]) -> Iterator[tuple[int, Sequence[bool]]]:
    """Give the runs of windows that are off, each with its place."""
    at = 0
    for is_broken, run in groupby(broken):
        told = [*run]
        if is_broken:
            yield at, told
        at += len(told)


def _told(rule: Rule, table: Table, rolled: _Rolled) -> Across:
    name = f"{rolled.total.label} is the {_what(rolled)} of {rolled.part.label} over rows"
    if not is_find(rolled.told, rolled.slips, "guess", tight=True):
        return Across(rule, not_checked=(f"{name}: broken in {rolled.slips:,} of {rolled.told:,} windows",))
    numbers = rows.numbers(table.store) if rolled.left else []
    reports = tuple(
        report for window in rolled.left if (report := _report(rule, table, rolled, [numbers[at] for at in window])) is not None
    )
    line = f"{name} ({rule.name}: {tally(rolled.told, 'windows', rolled.slips, reports)})"
    return Across(rule, reports, (rolled.total, rolled.part), (line,))


def _report(rule: Rule, table: Table, rolled: _Rolled, numbers: Sequence[int]) -> Report | None:
    """Judge a window exactly; its rows are one operand, as those of a subtotal are."""
    fetched = {row.number: row for row in rows.fetch(table.store, numbers, [rolled.total, rolled.part])}
    last = fetched[numbers[-1]]
    placed = [(last, rolled.total), *((fetched[number], rolled.part) for number in numbers)]
    told, claims = judging.story(table.path, str(last.number), placed)
    claim, made = claims.get((last.number, rolled.total.index)), _made(rolled, numbers, claims)
    if claim is None or claim.quantity is None or made is None:
        return None
    quote = told.document.quote(claim.span)
    operands = {"parts": Operand("its rows", Amount(made, made)), "total": Operand(quote, claim.quantity.amount, claim)}
    outcome = evaluate(rule.holds, operands, Context())
    if outcome.verdict != "cannot hold":
        return None
    what = f"the {_what(rolled)} of {len(numbers)} rows of {rolled.part.label}"
    facts = {"total.column": rolled.total.label, **outcome.facts}
    message = fill(rule.message, {"total": quote, "parts": what}, facts)
    calculation = f"rows {min(numbers):,} to {max(numbers):,} = {facts['right']}; {quote}"
    place = Place(claim.span, "total")
    finding = Finding(rule.name, rule.severity, message, calculation, (place,), (claim.id,), rule.why)
    return Report(told.document, (finding,), claims=(claim,))


def _what(rolled: _Rolled) -> str:
    return "mean" if rolled.is_mean else "sum"


def _made(rolled: _Rolled, numbers: Sequence[int], claims: Mapping[tuple[int, int], Claim]) -> Interval | None:
    """Give what the rows of a window make; None where one says nothing."""
    told = [claims.get((number, rolled.part.index)) for number in numbers]
    ends = [claim.quantity.possible for claim in told if claim is not None and claim.quantity is not None]
    if len(ends) < len(numbers) or any(end.low is None or end.high is None for end in ends):
        return None
    by = len(numbers) if rolled.is_mean else 1
    return Interval(
        sum((end.low or Fraction(0) for end in ends), Fraction(0)) / by,
        sum((end.high or Fraction(0) for end in ends), Fraction(0)) / by,
    )
