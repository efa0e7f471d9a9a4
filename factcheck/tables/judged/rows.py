"""Counted relations -> what breaks them: suspicious rows are fetched, judged exactly, and the relations that remain finds told.

Only rows that SQL suspects come here; how many really break a relation decides whether it is one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence

from attrs import field

from factcheck.report import Report
from factcheck.story import Story
from factcheck.tables.binding import Relation
from factcheck.tables.columns import Column
from factcheck.tables.engines import Store
from factcheck.tables.judged import deciding, gaps, judging, understood, wholes
from factcheck.tables.judged.confirming import worth_a_look
from factcheck.tables.judged.deciding import Broken
from factcheck.tables.judged.judging import Row
from factcheck.tables.judged.understood import Judged
from factcheck.tables.queries.counting import Counted, involved, suspects
from factcheck.tables.slips import bases, calendars, clocks, codes
from factcheck.values import evolve, frozen
from factcheck.verdicts import Verdict

_AGAIN = {"shares": "quotients", "sums": "differences", "quotients": "products"}
"""Shapes, and what says the same of the same figures once more."""


@frozen
class Outcome:
    """What became of the relations of a table, and the reports of its rows, by row."""

    judged: tuple[Judged, ...]
    reports: tuple[Report, ...] = field(repr=False)


def judge(
    store: Store,
    counted: Sequence[Counted],
    path: str,
    identity: Column | None = None,
    asides: Callable[[], Container[int]] = frozenset,
) -> Outcome:
    """Judge the suspicious rows of all relations that may be finds; ``asides`` gives rows of another kind."""
    suspected = [each for each in counted if each.broken and worth_a_look(each.checked, each.broken, each.relation.trust)]
    rows = suspects(store, suspected)
    fetched = _fetched(store, sorted(rows), suspected, identity)
    told: dict[int, list[Broken]] = defaultdict(list)
    ways = {id(each): each for each in suspected}
    aside = asides() if fetched else ()
    for row in fetched:
        for number, each in _verdicts(path, row, [suspected[at] for at in rows[row.number]], identity):
            apart = row.number in aside or gaps.are_added_up(store, ways[number].relation, each.verdict, row.number)
            told[number].append(evolve(each, apart=True) if apart else each)
    told |= {number: deciding.with_doubled(store, ways[number].relation, several) for number, several in told.items()}
    told |= {number: deciding.with_remarks(store, ways[number].relation, several) for number, several in told.items()}
    told |= {number: deciding.with_others(ways[number].relation, several) for number, several in told.items()}
    told |= {number: deciding.with_emptied(store, ways[number], several) for number, several in told.items()}
    told = defaultdict(list, wholes.of_another(ways, told))
    broken = {id(each): [one for one in told[id(each)] if one.tells] for each in counted}
    others = {id(each): len(told[id(each)]) - len(broken[id(each)]) for each in counted}
    decided = [deciding.decided(each, broken[id(each)], others[id(each)]) for each in counted]
    asked = deciding.without_known(understood.of_one_whole(decided), broken)
    judged = understood.without_shorter(understood.within_understood(asked))
    kept = {id(each.counted) for each in judged if not each.reason}
    return Outcome(tuple(judged), tuple(_reports(fetched, broken, kept)))


def _fetched(store: Store, numbers: Sequence[int], suspected: Sequence[Counted], identity: Column | None) -> list[Row]:
    """Give rows with the texts of the columns that they may break; what counting has read of them is not fetched again."""
    columns = {column.index: column for column in involved(suspected, identity)}
    seen = {number: row for each in suspected for number, row in each.cells.items()}
    read = (
        set.intersection(*(set(seen[number].texts) for number in numbers)) if numbers and seen.keys() >= set(numbers) else set()
    )
    missing = [columns[index] for index in sorted(columns.keys() - read)]
    if not missing:
        return [seen[number] for number in numbers]
    more = fetch(store, numbers, missing)
    return [evolve(row, texts={**seen[row.number].texts, **row.texts}) for row in more] if read else more


def numbers(store: Store) -> list[int]:
    """Give the numbers of all rows, in their order."""
    return [row for (row,) in store.ask("SELECT row FROM data ORDER BY row")]


def fetch_all(store: Store, columns: Sequence[Column]) -> list[Row]:
    """Give all rows with the texts of some columns."""
    return fetch(store, numbers(store), columns)


def fetch(store: Store, numbers: Sequence[int], columns: Sequence[Column]) -> list[Row]:
    """Fetch rows by their numbers, with the texts of some columns."""
    if not numbers:
        return []
    shown = ", ".join(["row", "line", *(store.text(column.index) for column in columns)])
    asked = store.ask(f"SELECT {shown} FROM data WHERE {store.among(numbers)} ORDER BY row")
    return [
        Row(row, line, {column.index: text for column, text in zip(columns, texts, strict=True)}) for row, line, *texts in asked
    ]


def _verdicts(path: str, row: Row, suspected: Sequence[Counted], identity: Column | None) -> Iterator[tuple[int, Broken]]:
    columns = involved(suspected)
    told, claims = judging.story(path, name_of(row, identity), [(row, column) for column in columns])
    by_index = {index: claim for (_, index), claim in claims.items()}
    for each in suspected:
        way = each.relation.ways[each.way]
        verdict = judging.judge(way, each.relation, told, by_index)
        if verdict is not None and verdict.outcome.verdict == "cannot hold":
            free = each.relation.trust != "map" or not each.relation.strict
            meant = (
                calendars.is_old_style(verdict)
                or calendars.is_next_month(verdict)
                or calendars.may_be_before_christ(verdict)
                or (free and _has_a_reading(each.relation, verdict))
            )
            yield id(each), Broken(row, told, verdict, meant, apart=free and _is_of_another_kind(each.relation, verdict))


def _has_a_reading(relation: Relation, verdict: Verdict) -> bool:
    """Tell whether a row that breaks a relation may be meant otherwise.

    A blank is nothing in the rows that keep the relation, and may be unknown in this one.
    """
    blank = any(claim.span.start == claim.span.end for claim in verdict.constraint.claims.values())
    another = bases.may_be_another(verdict) or codes.is_blank_difference(verdict)
    return blank or another or codes.is_nearly_rounded(relation, verdict)


def _is_of_another_kind(relation: Relation, verdict: Verdict) -> bool:
    """Tell a row that keeps another relation, or whose footnote may tell of one."""
    return clocks.turns_over(relation, verdict) or codes.is_lead(relation, verdict) or codes.is_marked(relation, verdict)


def name_of(row: Row, identity: Column | None) -> str:
    """Give what a record is called: the cell of its id column, else its number."""
    told = (row.texts.get(identity.index) or "").strip() if identity is not None else ""
    return told or str(row.number)


def _reports(rows: Sequence[Row], broken: Mapping[int, Sequence[Broken]], kept: set[int]) -> Iterator[Report]:
    """Give a report for each row that breaks a relation which is a find, with the claims that its findings speak of."""
    by_row: dict[int, list[Broken]] = defaultdict(list)
    for number, several in broken.items():
        for each in several if number in kept else ():
            by_row[each.row.number].append(each)
    for row in rows:
        if row.number in by_row:
            yield report(_told_once([each.verdict for each in by_row[row.number]]), by_row[row.number][0].story)


def _told_once(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Leave out a quotient that is a share of the same figures, and off as one; so a difference that is a sum, and a product."""
    told = [({claim.id for claim in each.constraint.claims.values()}, each.constraint.rule.shape, each) for each in verdicts]
    again = [(claims, _AGAIN[shape]) for claims, shape, _ in told if shape in _AGAIN]
    return [each for claims, shape, each in told if (claims, shape) not in again]


def report(verdicts: Sequence[Verdict], told: Story) -> Report:
    """Make the report of a record."""
    found = judging.found(verdicts, told)
    meant = {name for finding in found for name in finding.claims}
    claims = tuple(claim for claim in told.claims if claim.id in meant)
    cells = told.document.record.cells if told.document.record else ()
    shown = tuple(
        cell for cell in cells if any(claim.span.start >= cell.span.start and claim.span.end <= cell.span.end for claim in claims)
    )
    record = told.document.record and evolve(told.document.record, cells=shown)
    return Report(evolve(told.document, record=record), found, claims=claims)
