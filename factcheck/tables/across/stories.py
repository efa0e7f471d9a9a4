"""A text beside figures: what it tells of a role, in one figure for the whole, against the row's column of that role.

Prose tells scenes one by one, counts others too, leaves the attacker in or out. So a text counts only where one figure of it has
the role, nothing sets that apart, and no second scene is opened; what is told is more than the column and one. And nearly all
texts of the table must agree with the column first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import Claim, reading, scenes
from factcheck.document import Document, Part, Span
from factcheck.report import Report
from factcheck.rules import Rule
from factcheck.story import Story, tell
from factcheck.tables.across import Across, Table, together
from factcheck.tables.binding import of
from factcheck.tables.columns import Column
from factcheck.tables.judged import breaches, judging, rows
from factcheck.tables.judged.confirming import is_find
from factcheck.tables.judged.judging import Row
from factcheck.tables.shapes import Match
from factcheck.values import evolve

_MOST_ROWS = 20_000
_MOST_TEXT = 4000
"""Code points of a cell that are read."""
_WORDS = 5
"""Words that most cells of a text column have."""


def check(rule: Rule, table: Table) -> Across:
    """Check each text column against each column of a role."""
    counts = [
        column for column in table.sample.columns if column.counts and column.role is not None and not column.name.says("apart")
    ]
    texts = [column for column in table.sample.columns if column.kind == "text" and _is_prose(table, column)]
    if not counts or not texts:
        return Across(rule)
    if table.store.rows > _MOST_ROWS:
        return Across(
            rule, not_checked=tuple(f"{text.label}: a text in more than {_MOST_ROWS:,} rows is not read" for text in texts)
        )
    told = [_checked(rule, table, text, counts) for text in texts]
    return together(rule, told)


def _is_prose(table: Table, column: Column) -> bool:
    texts = [text for text in table.sample.texts[column.index] if text]
    return bool(texts) and sum(len(text.split()) >= _WORDS for text in texts) * 2 > len(texts)


def _checked(rule: Rule, table: Table, text: Column, counts: Sequence[Column]) -> Across:
    fetched = rows.fetch_all(table.store, [text, *counts])
    pairs: dict[int, list[tuple[Row, Claim]]] = {column.index: [] for column in counts}
    for row in fetched:
        told = _told(row.texts.get(text.index) or "")
        for column in counts:
            whole = [claim for claim in told if column.role in claim.roles]
            if len(whole) == 1 and _is_whole(whole[0], told):
                pairs[column.index].append((row, whole[0]))
    checked = [_against(rule, table, text, column, pairs[column.index]) for column in counts if pairs[column.index]]
    return together(rule, checked)


def _told(text: str) -> tuple[Claim, ...]:
    """Read a cell as a story of its own."""
    text = text[:_MOST_TEXT]
    document = Document(text, parts=(Part("body", Span(0, len(text))),))
    return tell(document, reading.read(document)).claims


def _is_whole(claim: Claim, told: Sequence[Claim]) -> bool:
    """Tell whether a figure states the whole: asserted, exact, the only one that counts anything in its sentence and before."""
    quantity = claim.quantity
    plain = quantity is not None and quantity.value is not None and quantity.bound is None and quantity.possible.is_point
    alone = not any(other.additional or other.listed or other.running for other in told if _may_be_of(other, claim))
    before = [other for other in told if other.span.start < claim.span.start and other.kind == "count" and other.roles]
    apart = scenes.of(claim.sentence).shifts
    return plain and alone and not before and not apart and claim.stance == "asserted" and not claim.hedges


def _may_be_of(other: Claim, claim: Claim) -> bool:
    """Tell whether a figure may count some of the same: "six others were wounded" says nothing of the killed."""
    return not other.roles or bool(set(other.roles).intersection(claim.roles))


def _against(rule: Rule, table: Table, text: Column, column: Column, pairs: Sequence[tuple[Row, Claim]]) -> Across:
    name = f"{column.role} in {text.label} against {column.label}"
    judged = [(_judged(rule, table, text, column, row, claim), row, claim) for row, claim in pairs]
    differ = sum(differs for (_, differs), _, _ in judged)
    if not is_find(len(judged), differ, "values"):
        held = len(judged) - differ
        return Across(rule, not_checked=(f"{name}: {held:,} of {len(judged):,} texts say what the column says: not understood",))
    reports = tuple(report for (report, _), _, _ in judged if report is not None)
    return Across(rule, reports, (text, column), (f"{name} ({rule.name}: {len(judged):,} rows, {len(reports):,} broken)",))


def _judged(rule: Rule, table: Table, text: Column, column: Column, row: Row, claim: Claim) -> tuple[Report | None, bool]:
    """Give the report of a row that breaks the rule, if it does, and whether text and column differ at all."""
    relation = of(rule, Match({"told": (text,), "counted": (column,)}, "values"))
    told, found = judging.story(table.path, str(row.number), [(row, text), (row, column)])
    counted = found.get((row.number, column.index))
    if counted is None or counted.quantity is None or claim.quantity is None:
        return None, False
    stated = evolve(claim, id="c2", phrase=claim.span)  # the text is the first cell of the record: its places are the record's
    whole = Story(told.document, (stated, evolve(counted, id="c1")))
    broken = breaches.broken(rule, relation, whole, dict(_bound(whole)))
    differs = counted.quantity.value is not None and counted.quantity.value != claim.quantity.value
    return (broken[1] if broken else None), differs


def _bound(story: Story) -> Iterator[tuple[str, Claim]]:
    return zip(("told", "counted"), story.claims, strict=True)
