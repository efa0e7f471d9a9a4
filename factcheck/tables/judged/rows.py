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
from factcheck.tables.judged import gaps, judging, understood
from factcheck.tables.judged.confirming import HELD, TRACED_SHARP, is_find, worth_a_look
from factcheck.tables.judged.judging import Row
from factcheck.tables.judged.understood import Judged
from factcheck.tables.queries.counting import Counted, involved, suspects
from factcheck.tables.slips import bases, calendars, codes, copies, pens, traces
from factcheck.values import evolve, frozen
from factcheck.verdicts import Verdict

_KNOWN = 3
"""Rows of a relation that may be left out because a figure is known to be wrong."""
_AGAIN = {"shares": "quotients", "sums": "differences"}
"""Shapes, and what says the same of the same figures once more."""
_LARGE = 1000
"""A figure of a column whose sums and differences nothing makes by chance."""
_MANY_DAYS = 100
"""Days between two dates that nothing makes by chance."""
_OTHERS = 2
"""Rows that may always be meant otherwise; of many rows as many as may break a relation."""


@frozen
class _Broken:
    row: Row
    story: Story
    verdict: Verdict
    meant: bool = False
    """It may be meant otherwise."""
    apart: bool = False
    """It is of another kind than the other rows."""
    doubled: bool = False
    """A figure of it is that of the row beside it."""

    @property
    def tells(self) -> bool:
        """Nothing else explains it; what was filled in twice is meant in no other way."""
        return not self.apart and (self.doubled or not self.meant)


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
    told: dict[int, list[_Broken]] = defaultdict(list)
    relations = {id(each): each.relation for each in suspected}
    aside = asides() if fetched else ()
    for row in fetched:
        for number, each in _verdicts(path, row, [suspected[at] for at in rows[row.number]], identity):
            apart = row.number in aside or gaps.are_added_up(store, relations[number], each.verdict, row.number)
            told[number].append(evolve(each, apart=True) if apart else each)
    told |= {number: _with_doubled(store, relations[number], several) for number, several in told.items()}
    broken = {id(each): [one for one in told[id(each)] if one.tells] for each in counted}
    others = {id(each): len(told[id(each)]) - len(broken[id(each)]) for each in counted}
    decided = [_decided(each, broken[id(each)], others[id(each)]) for each in counted]
    judged = understood.without_shorter(understood.within_understood(_without_known(decided, broken)))
    kept = {id(each.counted) for each in judged if not each.reason}
    return Outcome(tuple(judged), tuple(_reports(fetched, broken, kept)))


def _with_doubled(store: Store, relation: Relation, broken: list[_Broken]) -> list[_Broken]:
    """Mark the rows in which a figure is that of the row beside it, where few rows of a small table break a relation."""
    if store.rows > copies.MOST or not 0 < len(broken) <= copies.FEW:
        return broken
    doubled = copies.doubled(store, relation, {each.row.number: each.row.texts for each in broken})
    return [evolve(each, doubled=each.row.number in doubled) for each in broken]


def _without_known(judged: Sequence[Judged], broken: Mapping[int, Sequence[_Broken]]) -> list[Judged]:
    """Ask again of relations that are no finds, without the rows in which a find shows one of their figures to be wrong."""
    wrong: dict[int, set[int]] = defaultdict(set)
    for each in judged:
        for row in broken[id(each.counted)] if not each.reason else ():
            wrong[row.row.number].update(column.index for column in each.counted.relation.columns.values())
    return [_again(each, broken[id(each.counted)], wrong) if each.reason and each.broken > 1 else each for each in judged]


def _again(judged: Judged, broken: Sequence[_Broken], wrong: Mapping[int, set[int]]) -> Judged:
    columns = {column.index for column in judged.counted.relation.columns.values()}
    rest = [each for each in broken if columns.isdisjoint(wrong.get(each.row.number, ()))]
    known = len(broken) - len(rest)
    if not known or not rest or known > _KNOWN:
        return judged
    counted = evolve(judged.counted, checked=judged.counted.checked - known, broken=judged.counted.broken - known)
    return judged if _decided(counted, rest).reason else evolve(judged, reason="")


def _decided(counted: Counted, broken: Sequence[_Broken], others: int = 0) -> Judged:
    """Say whether a relation is a find, and if not, why; ``others`` are rows that break it, and may be meant otherwise."""
    if counted.checked == 0:
        return Judged(counted, 0, "no row has a value in each of its columns")
    suspects = counted.broken
    if suspects and not worth_a_look(counted.checked, suspects, counted.relation.trust):
        return Judged(
            counted,
            suspects,
            f"held by {_percent(counted.checked, suspects)} of {counted.checked:,} rows: a convention not understood",
        )
    if not _is_find(counted, broken) or (broken and others > max(_OTHERS, counted.checked * (100 - HELD) // 100)):
        held = _percent(counted.checked, len(broken) + others)
        why = "too few to tell" if counted.checked < 20 else "a convention not understood"
        return Judged(counted, len(broken), f"held by {held} of {counted.checked:,} rows: {why}")
    if counted.relation.trust == "map":
        return Judged(counted, len(broken), others=others)
    told = [each.verdict for each in broken], [each.row.number for each in broken]
    return Judged(counted, len(broken), codes.explained(counted.relation, *told), others)


def _is_find(counted: Counted, broken: Sequence[_Broken]) -> bool:
    """Tell whether broken rows are slips: by their number, else by what speaks for each of them being one."""
    checked, relation, verdicts = counted.checked, counted.relation, [each.verdict for each in broken]
    if is_find(checked, len(broken), relation.trust) or len(broken) * TRACED_SHARP > checked:
        return is_find(checked, len(broken), relation.trust)
    doubled = {each.row.number for each in broken if each.doubled}
    slips = traces.slips(relation, verdicts, [each.row.number for each in broken], doubled)
    tight = pens.is_equality(relation.rule.text) and not codes.may_have_rest(relation, verdicts)
    tight = tight or relation.rule.shape == "hundreds"  # less a hundred there may be, but never more
    both_ways = codes.go_both_ways(relation, verdicts)
    exact = tight and "==" in relation.rule.text and all(column.form.exact for column in relation.columns.values())
    sharp = _is_sharp(relation) or (relation.rule.shape == "quotients" and all(map(bases.is_fine, verdicts)))
    return is_find(
        checked,
        len(broken),
        relation.trust,
        slips=slips,
        tight=tight,
        both_ways=both_ways,
        exact=exact,
        sharp=tight and sharp,
        scattered=both_ways and sharp and "==" in relation.rule.text,
    )


def _is_sharp(relation: Relation) -> bool:
    """Tell whether what a relation makes has so many digits that no row keeps it by chance."""
    forms = [column.form for column in relation.columns.values()]
    dated = any(form.kind == "day" for form in forms)
    exact = all(form.exact or form.kind == "day" for form in forms)
    return exact and max(form.highest or 0 for form in forms) >= (_MANY_DAYS if dated else _LARGE)


def _percent(checked: int, broken: int) -> str:
    return f"{100 * (checked - broken) // checked} %"


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


def _verdicts(path: str, row: Row, suspected: Sequence[Counted], identity: Column | None) -> Iterator[tuple[int, _Broken]]:
    columns = involved(suspected)
    told, claims = judging.story(path, name_of(row, identity), [(row, column) for column in columns])
    by_index = {index: claim for (_, index), claim in claims.items()}
    for each in suspected:
        way = each.relation.ways[each.way]
        verdict = judging.judge(way, each.relation, told, by_index)
        if verdict is not None and verdict.outcome.verdict == "cannot hold":
            yield id(each), _Broken(row, told, verdict, _has_a_reading(each, verdict))


def _has_a_reading(each: Counted, verdict: Verdict) -> bool:
    """Tell whether a row that breaks a relation may be meant otherwise; what a mapping asks for is not, unless it says so.

    A blank is nothing in the rows that keep the relation, and may be unknown in this one.
    """
    blank = any(claim.span.start == claim.span.end for claim in verdict.constraint.claims.values())
    another = bases.may_be_another(verdict) or codes.is_blank_difference(verdict)
    meant = blank or another or codes.is_nearly_rounded(each.relation, verdict)
    return calendars.is_old_style(verdict) or (meant and (each.relation.trust != "map" or not each.relation.strict))


def name_of(row: Row, identity: Column | None) -> str:
    """Give what a record is called: the cell of its id column, else its number."""
    told = (row.texts.get(identity.index) or "").strip() if identity is not None else ""
    return told or str(row.number)


def _reports(rows: Sequence[Row], broken: Mapping[int, Sequence[_Broken]], kept: set[int]) -> Iterator[Report]:
    """Give a report for each row that breaks a relation which is a find, with the claims that its findings speak of."""
    by_row: dict[int, list[_Broken]] = defaultdict(list)
    for number, several in broken.items():
        for each in several if number in kept else ():
            by_row[each.row.number].append(each)
    for row in rows:
        if row.number in by_row:
            yield report(_told_once([each.verdict for each in by_row[row.number]]), by_row[row.number][0].story)


def _told_once(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Leave out a quotient that is a share of the same figures, and off as one, and so a difference that is a sum."""
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
