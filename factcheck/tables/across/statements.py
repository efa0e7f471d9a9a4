"""A row that others make: gross profit of sales and their cost, closing stock of opening stock and what came and went.

The rows right above it, or right below, since anywhere, added or taken off: nothing but the columns tells which. Each column is a
witness, as a year of an account is of the next; what nearly all of them keep to many digits is no chance. One that does not keep
it is off where a digit, a sign or a point that slipped explains it. Of two columns the layout of an account must tell, too.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.report import Report
from factcheck.rules import Rule
from factcheck.tables.across import Across, Table
from factcheck.tables.binding import of
from factcheck.tables.columns import Column, digits
from factcheck.tables.judged import breaches, judging, mends, rows
from factcheck.tables.judged.judging import Row
from factcheck.tables.samples import accounts, multiples
from factcheck.tables.samples.accounts import Made, Values
from factcheck.tables.shapes import Match
from factcheck.tables.slips import pens
from factcheck.values import evolve
from factcheck.verdicts import Verdict

_MOST_ROWS, _MOST_COLUMNS = 120, 40
_WITNESSES = 3
"""Columns that must keep what the rows make, and how many for each that does not."""
_PAIR = 2
"""Of three columns those that will do for a row that only adds up."""
_EVIDENCE, _AMONG = 8, 6
"""Digits that all of them must agree in, together, as signs can be chosen so that a few agree by chance; and where others do."""
_SIGNED, _LONGEST = 8, 40
"""Rows that are added or taken off in any way, and that are only added."""
_PROBES = 2
_NAMED = 5
"""One row in so many may have no name, or that of another."""
_FEW = 8
"""One figure in so many may be off."""


def check(rule: Rule, table: Table) -> Across:
    """Check each row that others make, where several columns show it."""
    labels = next((column for column in table.sample.columns if column.kind == "text"), None)
    if not table.at_hand or table.store.rows > _MOST_ROWS or labels is None or not _are_names(table.sample.texts[labels.index]):
        return Across(rule)
    columns = [column for column in table.sample.columns if column.adds and column.form.highest is not None][:_MOST_COLUMNS]
    columns = accounts.told_throughout(table.sample, columns)
    read = [digits.in_units(table.sample.values(column)) for column in columns]
    found = _found(read)
    odd = [at for at, values in enumerate(read) if sum(_is_odd(made, at, values) for made in found) * 2 > len(found)]
    if odd:  # a column of changes or of shares adds up to nothing
        columns = [column for at, column in enumerate(columns) if at not in odd]
        read = [values for at, values in enumerate(read) if at not in odd]
        found = _found(read)
    slips = [(made, at) for made in found for at in made.broken if _is_first(made, at, found, read[at])]
    if not found or (len(slips) - 1) * _FEW > sum(made.kept + len(made.broken) for made in found):
        return Across(rule)
    fetched = rows.fetch_all(table.store, [labels, *columns]) if slips else []
    told = ((made, at, _report(rule, table, fetched, (columns[at], labels), made)) for made, at in slips)
    reports = tuple(
        mends.pointed(report, fetched[made.total].number) if _is_crossed(made, at, found, read[at]) else report
        for made, at, report in told
        if report is not None
    )
    made = "1 row is what rows beside it make" if len(found) == 1 else f"{len(found):,} rows are what rows beside them make"
    line = f"{made} ({rule.name}: {len(reports):,} broken)"
    return Across(rule, reports, tuple(columns), (line,))


def _are_names(texts: Sequence[str | None]) -> bool:
    """Tell names of rows, which differ, from what many rows have in common."""
    told = [text.strip().lower() for text in texts if text and text.strip()]
    return len(told) * _NAMED > len(texts) * (_NAMED - 1) and (len(told) - len(set(told))) * _NAMED <= len(told)


def _found(columns: Sequence[Values]) -> list[Made]:
    """Give for each row those that make it in most columns, if any do; where two are sure, others need less."""
    if len(columns) == _PAIR:
        return accounts.found(columns)
    sure = _with(columns, _EVIDENCE)
    return _with(columns, _AMONG) if len(sure) > 1 else sure


def _with(columns: Sequence[Values], evidence: int) -> list[Made]:
    if len(columns) < _WITNESSES:
        return []
    told = [at for at in range(len(columns[0])) if any(values[at] is not None for values in columns)]
    apart = multiples.first_of_each(columns)
    telling = [digits.telling([values[at] for at in told]) if one else None for values, one in zip(columns, apart, strict=True)]
    found = []
    for place, total in enumerate(told):
        above, below = told[:place][::-1], told[place + 1 :]
        ways = [*_tried(columns, total, above, signed=True), *_tried(columns, total, below, signed=False)]
        tried = [made for way in ways if (made := _made(columns, telling, total, *way)) is not None and made.digits >= evidence]
        if tried:
            found.append(max(tried, key=_rank))
    return found


def _tried(
    columns: Sequence[Values], total: int, others: Sequence[int], *, signed: bool
) -> Iterator[tuple[Sequence[int], tuple[int, ...]]]:
    """Give the rows that follow each other, and their signs, that make a row in one of two columns."""
    largest = sorted(columns, key=lambda values: -abs(values[total] or 0))[:_PROBES]
    ways = (way for values in largest for way in _ways(values, total, others, signed=signed))
    yield from ((others[: len(signs)], signs) for signs in dict.fromkeys(ways))


def _ways(values: Values, total: int, others: Sequence[int], *, signed: bool) -> Iterator[tuple[int, ...]]:
    """Give the signs with which the nearest rows make a row in one column; the farthest is never taken off."""
    right = values[total]
    sums: list[tuple[int, tuple[int, ...]]] = [(0, ())]
    for size, other in enumerate(others[:_LONGEST], 1):
        value = values[other]
        if value is None or right is None:
            return
        plus = [(made + value, (*signs, 1)) for made, signs in sums]
        if size > 1:
            yield from (signs for made, signs in plus if _is_near(made - right, size))
        sums = [*plus, *((made - value, (*signs, -1)) for made, signs in sums)] if signed and size < _SIGNED else plus[:1]


def _is_near(off: int, size: int) -> bool:
    """Tell what the rounding of each figure explains."""
    return 2 * abs(off) <= size + 1


def _made(
    columns: Sequence[Values], digits: Sequence[float | None], total: int, parts: Sequence[int], signs: tuple[int, ...]
) -> Made | None:
    """Give a row that others make, if nearly all columns keep it; ``digits`` are those that tell something in each.

    A column that has none is a multiple of another, and no witness.
    """
    made, kept, agreed, broken = Made(total, tuple(parts), signs, 0, (), 0), 0, 0.0, list[int]()
    for at, values in enumerate(columns):
        if values[total] is None or any(values[part] is None for part in parts):
            continue
        off = made.off(values)
        if not _is_near(off, len(parts)):
            broken.append(at)
        elif sum(bool(values[part]) for part in parts) > 1 and (telling := digits[at]) is not None:
            kept += 1
            agreed += max(0.0, telling - (math.log10(len(parts) + 1) if off else 0))
    enough = kept >= _WITNESSES and kept >= _WITNESSES * len(broken)
    if len(columns) == _WITNESSES:
        enough = kept >= _PAIR and len(broken) < _PAIR and min(signs) > 0
    return evolve(made, kept=kept, broken=tuple(broken), digits=agreed) if enough else None


def _rank(made: Made) -> tuple[int, bool, int, float]:
    """Prefer what more columns keep, then the rows above, then what is added."""
    return made.kept - len(made.broken), made.parts[0] < made.total, -made.signs.count(-1), made.digits


def _is_odd(made: Made, at: int, values: Values) -> bool:
    return at in made.broken and not _is_slip(made, values)


def _is_slip(made: Made, values: Values) -> bool:
    """Tell whether a digit, a sign or a point that slipped, in the row or in one of those that make it, explains what is off."""
    off, told = made.off(values), values[made.total] or 0
    changes = ((values[part] or 0, off * sign) for sign, part in zip(made.signs, made.parts, strict=True))
    return pens.miswritten(told, told - off) or any(pens.miswritten(value, value + lacking) for value, lacking in changes)


def _is_first(made: Made, at: int, found: Sequence[Made], values: Values) -> bool:
    """Tell a slip that no other row explains: one in a row that makes others puts these off, too."""
    right = [*values]
    for each in found:
        if each is not made and at in each.broken and each.total in made.parts:
            right[each.total] = (values[each.total] or 0) - each.off(values)
            if _is_near(made.off(right), len(made.parts)):
                return False
    return _is_slip(made, values)


def _is_crossed(made: Made, at: int, found: Sequence[Made], values: Values) -> bool:
    """Tell whether a row is off that makes another, which is off by as much: then it is the row itself."""
    beside = (each for each in found if at in each.broken and made.total in each.parts)
    return any(_is_near(abs(each.off(values)) - abs(made.off(values)), len(made.parts)) for each in beside)


def _report(rule: Rule, table: Table, fetched: Sequence[Row], columns: Sequence[Column], made: Made) -> Report | None:
    """Judge a row and those that make it exactly, unless its own row shows one of these to be wrong.

    Args:
        rule: the rule.
        table: the table.
        fetched: its rows.
        columns: the one that is off, and the one that names the rows, if any does.
        made: the row.

    """
    column, *labels = columns
    parts = [(fetched[part], sign) for part, sign in zip(made.parts, made.signs, strict=True)][::-1]
    total = fetched[made.total]
    bound = {
        "parts": [row for row, sign in parts if sign > 0],
        "less": [row for row, sign in parts if sign < 0],
        "total": [total],
    }
    placed = [(row, column) for row in (*(row for row, _ in parts), total)]
    story, claims = judging.story(table.path, rows.name_of(total, table.identity), placed)
    if len(claims) < len(placed):
        return None
    named = {name: tuple(_named(column, row, labels) for row in several) for name, several in bound.items() if several}
    relation = of(rule, Match(named, "guess"))
    told = (claims[row.number, column.index] for several in bound.values() for row in several)
    way = relation.ways[0 if bound["less"] else 1]
    broken = breaches.broken(way, relation, story, dict(zip(relation.columns, told, strict=True)))
    known = broken and table.mends(column, [row for row, _ in parts], _lacking(broken[0]))
    return broken[1] if broken and not known else None


def _named(column: Column, row: Row, labels: Sequence[Column]) -> Column:
    """Call a column by the name of a row, too."""
    name = next((text.strip() for label in labels if (text := row.texts.get(label.index))), "")
    return evolve(column, label=f"{name}, {column.label}" if name else column.label)


def _lacking(verdict: Verdict) -> Fraction:
    """Give by how much the row is above what makes it."""
    values = {name: claim.value or Fraction(0) for name, claim in verdict.constraint.claims.items()}
    return values["total"] - sum(
        -value if name.startswith("less") else value for name, value in values.items() if name != "total"
    )
