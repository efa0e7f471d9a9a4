"""One person with two birth dates: an id, or a name whose dates lie as far apart as the two epochs of spreadsheets.

Ids repeat for good reasons with other ages, teams and names; the date of birth may not differ. Two people can share a name, so
that of a name only a difference of 1,462 days counts: what a date moves between a spreadsheet that counts from 1900 and one that
counts from 1904.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from factcheck.report import Report
from factcheck.rules import Rule
from factcheck.tables.across import Across, Table, reported
from factcheck.tables.columns import Column
from factcheck.tables.queries import staging

EPOCHS = 1462
"""Days from 1 January 1900 to 1 January 1904, and the 29 February 1900 that never was."""
_PEOPLE = frozenset({"name", "player", "person", "member", "full", "athlete", "rider", "driver", "candidate"})
_FEWEST = 10
_MOST_TEXTS, _MOST_ROWS = 4, 20_000
"""Texts that may name people, and rows up to which all of them are tried: no chance puts two dates so far apart."""
_SHARE, _SLIPPED = 3, 10
"""Percent of the ids with several rows that may have two birth dates; more, and the id names no person. And of those whose two
dates are nearly one."""
_SEVERAL = 3
"""Rows of a person of which one that differs is the slip."""
_MOST = 1000


def check(rule: Rule, table: Table) -> Across:
    """Check each id, or else name, against each date of birth."""
    births = [column for column in table.sample.columns if column.kind == "day" and column.name.says("birth")]
    ids = [column for column in table.sample.columns if column.name.says("identity") and not column.doubtful]
    texts = [column for column in table.sample.columns if column.kind == "text"]
    names = texts[:_MOST_TEXTS] if table.store.rows <= _MOST_ROWS else [column for column in texts if _names_people(column)]
    if not births or not (ids or names):
        return Across(rule)
    table.store.stage(births[:1])
    told = [_checked(rule, table, each, births[0], by_name=each not in ids) for each in (*ids, *names)]
    first = next((each for each in told if each.reports), None)
    return first or next((each for each in told if each.relations), Across(rule))


def _names_people(column: Column) -> bool:
    return bool(_PEOPLE.intersection(column.name.words)) and not {"team", "first", "country"}.intersection(column.name.words)


def _checked(rule: Rule, table: Table, key: Column, birth: Column, *, by_name: bool) -> Across:
    """Ask whether all rows of one key have one birth; those that differ from it are told where they look like slips."""
    store, day = table.store, staging.ends(birth)[0]
    each = (
        f"SELECT {store.text(key.index)} AS k, {day} AS day, count(*) AS n FROM staged JOIN data ON staged.row = data.row"
        f" WHERE {store.text(key.index)} IS NOT NULL AND {day} IS NOT NULL GROUP BY 1, 2"
    )
    grouped = (
        f"SELECT k, sum(n) AS times, min(day) AS first, max(day) AS last, min_by(n, day) AS firsts, max_by(n, day) AS lasts"
        f" FROM ({each}) d GROUP BY k HAVING sum(n) > 1"
    )
    (several, apart), *_ = store.ask(f"SELECT count(*), count(*) FILTER (WHERE first <> last) FROM ({grouped})")
    if several < _FEWEST or apart * 100 > max(100, _SLIPPED * several):
        return Across(rule)
    if apart > 1 and apart * 100 > _SHARE * several:
        differing = store.ask(f"SELECT first, last, times, firsts, lasts FROM ({grouped}) g WHERE first <> last LIMIT {_MOST}")
        if by_name or not all(_is_slip(*map(int, each)) for each in differing):
            return Across(rule)
    where = f"last - first = {EPOCHS}" if by_name else "last <> first"
    odd = store.ask(
        f"SELECT min(row) FILTER (WHERE {day} = first), min(row) FILTER (WHERE {day} = last) FROM ({grouped}) g"
        f" JOIN (SELECT staged.row AS row, {day}, {store.text(key.index)} AS k FROM staged JOIN data ON staged.row = data.row) d"
        f" ON g.k = d.k WHERE {where} GROUP BY g.k ORDER BY 1 LIMIT {_MOST}".replace("min(row)", "min(d.row)")
    )
    reports = tuple(_reports(rule, table, birth, [(one, other) for one, other in odd]))
    told = f"one {birth.label} for each {key.label} ({rule.name}: {several:,} with several rows, {len(reports):,} broken)"
    return Across(rule, reports, (key, birth), (told,))


def _is_slip(first: int, last: int, times: int, firsts: int, lasts: int) -> bool:
    """Tell whether one date was made of the other: by a spreadsheet, a digit, day and month exchanged, or in one row alone.

    Args:
        first: the number of the earlier day.
        last: that of the later one.
        times: rows of the person.
        firsts: those of them with the earlier day.
        lasts: those with the later one.

    """
    one, other = dt.date.fromordinal(first), dt.date.fromordinal(last)
    turned = one.year == other.year and (one.month, one.day) == (other.day, other.month)
    digits = sum(a != b for a, b in zip(one.isoformat(), other.isoformat(), strict=True))
    alone = firsts + lasts == times >= _SEVERAL and min(firsts, lasts) == 1
    return last - first == EPOCHS or turned or digits == 1 or alone


def _reports(rule: Rule, table: Table, birth: Column, pairs: Sequence[tuple[int, int]]) -> Iterator[Report]:
    return reported(rule, table, birth, [(pair[0], sorted(pair)) for pair in pairs])
