"""One measure told in two units within a cell: "656 ft (200 m)". Each such cell is read as the line of a story.

That a column holds them shows in most of its cells; and nearly all of them must agree, as rows must with any relation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck import constraints, verdicts
from factcheck.claims import reading
from factcheck.document import Part
from factcheck.report import Report
from factcheck.rules import Rule
from factcheck.story import Story, tell
from factcheck.tables.across import Across, Table, together
from factcheck.tables.columns import Column
from factcheck.tables.columns.forms import LONGEST_CELL
from factcheck.tables.judged import judging, rows
from factcheck.tables.judged.confirming import is_find
from factcheck.tables.judged.judging import Row
from factcheck.values import evolve
from factcheck.verdicts import Verdict

_TWO = re.compile(r"[0-9][^()]*[^\W\d][^()]*\([^()0-9]{0,3}[0-9][^()]*[^\W\d][^()]*\)")
"""A figure with letters, and such a one in brackets."""
_MOST_TEXTS = 20_000
"""Different texts of a column that are read."""


def check(rule: Rule, table: Table) -> Across:
    """Check each column of text whose cells tell a measure in two units."""
    return together(rule, [_checked(rule, table, column) for column in table.sample.columns if _is_twofold(table, column)])


def _is_twofold(table: Table, column: Column) -> bool:
    texts = [text for text in table.sample.texts[column.index] if text] if column.kind == "text" else []
    return sum(len(text) <= LONGEST_CELL and _TWO.search(text) is not None for text in texts) * 2 > len(texts)


def _checked(rule: Rule, table: Table, column: Column) -> Across:
    cell = f"c{column.index}"
    asked = f"SELECT {cell}, min(row) FROM data WHERE {cell} IS NOT NULL GROUP BY 1 ORDER BY 2 LIMIT {_MOST_TEXTS}"
    told = [row for text, row in table.store.ask(asked) if len(text) <= LONGEST_CELL and _TWO.search(text)]
    judged = [each for row in rows.fetch(table.store, told, [column]) for each in _judged(rule, table.path, row, column)]
    broken = [each for each in judged if each[0].outcome.verdict == "cannot hold"]
    name = f"two units in {column.label}"
    if not judged:
        return Across(rule)
    if not is_find(len(judged), len(broken), "names"):
        held = len(judged) - len(broken)
        return Across(rule, not_checked=(f"{name}: {held:,} of {len(judged):,} are one measure: a convention not understood",))
    line = f"{name} ({rule.name}: {len(judged):,} texts, {len(broken):,} broken)"
    return Across(rule, tuple(_reports(broken)), (column,), (line,))


def _judged(rule: Rule, path: str, row: Row, column: Column) -> Iterator[tuple[Verdict, Story]]:
    """Read a cell as a story of one line, and judge the two figures that it ties."""
    document = judging.story(path, str(row.number), [(row, column)])[0].document
    document = evolve(document, parts=(Part("body", document.record.cells[0].span),) if document.record else ())
    told = tell(document, reading.read(document))
    for constraint in constraints.bind([evolve(rule, within="sentence")], told):
        yield verdicts.judge(constraint, told), told


def _reports(broken: Sequence[tuple[Verdict, Story]]) -> Iterator[Report]:
    yield from (rows.report([verdict], told) for verdict, told in broken)
