"""A total that stands beside its parts, in each place by itself: the votes of a county beside those of each candidate there.

It may be told in each row of the place, or in one of them. That it is the sum of another column's rows shows in nearly all
places; one that is off is told where a digit of the total, or of one of its parts, explains it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from attrs import field

from factcheck.expressions import Context, Operand, evaluate
from factcheck.findings import Finding, Place
from factcheck.intervals import Amount, Interval
from factcheck.report import Report
from factcheck.rules import Rule, fill
from factcheck.tables.across import Across, Table, tally, together
from factcheck.tables.columns import Column
from factcheck.tables.judged import judging, rows
from factcheck.tables.slips import pens
from factcheck.values import frozen

_LABELS = 4
"""Columns that may tell the places."""
_KINDS = ("text", "year", "month", "day")
_ENOUGH, _DIFFERENT = 6, 5
"""Places that must keep a sum, with so many different ones."""
_FEW, _TRACED = 8, 4
"""One place in so many may be off, and if a digit explains each."""
Line = Sequence[int]


@frozen
class _Told:
    """A total with its parts: how many places keep it, and those that do not, each with what its rows make."""

    total: Column
    part: Column
    told: int
    broken: tuple[tuple[Line, int], ...] = field(repr=False)


def check(rule: Rule, table: Table) -> Across:
    """Check each total of places, where the sample holds all rows."""
    counts = [column for column in table.sample.columns if column.counts and column.form.exact and not column.doubtful]
    if len(counts) < 2 or not table.at_hand:
        return Across(rule)
    taken: set[int] = set()
    told: list[Across] = []
    for lines in _places(table):
        totals = [column for column in counts if column.index not in taken and _is_one_for_all(column, table, lines)]
        for total in totals:
            parts = (column for column in counts if column not in totals)
            found = next((each for part in parts if (each := _kept(total, part, table, lines)) is not None), None)
            if found is not None:
                taken.add(total.index)
                told.append(_across(rule, table, found))
    return together(rule, told)


def _places(table: Table) -> Iterator[Sequence[Line]]:
    """Cut the rows by each column of words, years or days, and by each two of them."""
    labels = [column for column in table.sample.columns if column.kind in _KINDS][:_LABELS]
    for chosen in (*((label,) for label in labels), *combinations(labels, 2)):
        found: dict[tuple[str | None, ...], list[int]] = {}
        for at, texts in enumerate(zip(*(table.sample.texts[label.index] for label in chosen), strict=True)):
            found.setdefault(texts, []).append(at)
        lines = [line for line in found.values() if len(line) > 1]
        if len(lines) >= _ENOUGH:
            yield lines


def _is_one_for_all(column: Column, table: Table, lines: Sequence[Line]) -> bool:
    """Tell whether nearly all places have one value, but for one row of them, and not all the same."""
    values = table.sample.values(column)
    each = [Counter(value for at in line if (value := values[at]) is not None) for line in lines]
    one = [value for told in each for value, times in told.most_common(1) if told.total() - times <= (times > 1)]
    return len(one) * 10 >= 9 * len(each) and len(set(one)) >= _DIFFERENT


def _kept(total: Column, part: Column, table: Table, lines: Sequence[Line]) -> _Told | None:
    """Give the places that keep the sum and those that do not; nothing where the latter are no few."""
    totals, parts = table.sample.values(total), table.sample.values(part)
    kept, broken = list[int](), list[tuple[Line, int]]()
    for line in lines:
        said = Counter(value for at in line if (value := totals[at]) is not None)
        numbers = [int(value) for at in line if (value := parts[at]) is not None]
        if not said or len(numbers) < len(line) or sum(map(bool, numbers)) < 2:
            continue
        made = sum(numbers)
        if {*said} == {made}:
            kept.append(made)
        else:
            broken.append((line, made))
            if len(broken) * _TRACED > len(lines):
                return None
    enough = len(kept) >= _ENOUGH and len(set(kept)) >= _DIFFERENT and len(broken) * _TRACED <= len(kept) + len(broken)
    return _Told(total, part, len(kept) + len(broken), tuple(broken)) if enough else None


def _across(rule: Rule, table: Table, told: _Told) -> Across:
    numbers = rows.numbers(table.store) if told.broken else []
    reports = [each for line, made in told.broken for each in _reports(rule, table, told, line, made, numbers)]
    if len(reports) < len(told.broken) and len(told.broken) * _FEW > told.told:
        return Across(rule)
    counts = tally(told.told, "places", len(told.broken), reports)
    line = f"{told.total.label} is the sum of {told.part.label} ({rule.name}: {counts})"
    return Across(rule, tuple(reports), (told.total, told.part), (line,))


def _reports(rule: Rule, table: Table, told: _Told, line: Line, made: int, numbers: Sequence[int]) -> Iterator[Report]:
    """Report the total that is off, with the part that a digit would put right, if there is one."""
    totals, parts = table.sample.values(told.total), table.sample.values(told.part)
    at = next((at for at in line if totals[at] not in (None, made)), None)
    if at is None:
        return
    lacking = int(totals[at] or 0) - made
    alone = any(totals[other] == made for other in line)  # the other rows tell the right one
    slipped = (
        [] if alone else [one for one in line if pens.misprinted(Fraction(parts[one] or 0), Fraction(parts[one] or 0) + lacking)]
    )
    if not (alone or slipped or pens.misprinted(Fraction(totals[at] or 0), Fraction(made))):
        return
    fetched = {row.number: row for row in rows.fetch(table.store, [numbers[one] for one in line], [told.total, told.part])}
    placed = [(fetched[numbers[at]], told.total), *((fetched[numbers[one]], told.part) for one in slipped[:1])]
    story, claims = judging.story(table.path, rows.name_of(placed[0][0], table.identity), placed)
    total = claims.get((numbers[at], told.total.index))
    if total is None or total.quantity is None:
        return
    quote = story.document.quote(total.span)
    sums = Amount(Interval.point(Fraction(made)), Interval.point(Fraction(made)))
    outcome = evaluate(
        rule.holds, {"parts": Operand("its rows", sums), "total": Operand(quote, total.quantity.amount, total)}, Context()
    )
    message = fill(
        rule.message, {"total": quote}, {"total.column": told.total.label, "parts.column": told.part.label, **outcome.facts}
    )
    places = tuple(Place(claim.span, "total" if claim is total else "part") for claim in story.claims)
    ids = tuple(claim.id for claim in story.claims)
    finding = Finding(rule.name, rule.severity, message, outcome.calculation, places, ids, rule.why)
    yield Report(story.document, (finding,), claims=story.claims)
