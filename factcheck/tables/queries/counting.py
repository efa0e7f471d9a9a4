"""Relations + all rows -> Counted: how many rows can be checked by each relation, and which of them are suspicious.

All conditions of a table are asked together. Of a small table each row tells what it keeps: to read a question takes an engine
longer than to answer it, and one is enough so. Of a large table some rows are asked before the others: what they do not keep is
not asked of all, and what nearly all of them keep is asked for the suspicious rows at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from attrs import field

from factcheck.expressions import ExpressionError
from factcheck.tables.binding import Relation
from factcheck.tables.columns import Column
from factcheck.tables.engines import Store
from factcheck.tables.judged.judging import Row
from factcheck.tables.queries import roundings
from factcheck.tables.queries.compiling import UncompiledError, conditions
from factcheck.tables.queries.staging import date, ends
from factcheck.values import evolve, frozen

MOST = 50_000
"""Suspicious rows of one table that are judged one by one."""
_SMALL, _LARGE = 200, 100_000
"""Rows up to which a table is small, and beyond which it is large."""
_SOME, _ENOUGH = 90, 30
"""Rows that are asked first, at two places each; and so many must tell before the others are not asked."""
_ALWAYS = "true"
"""The condition that each row can be checked."""
_COUNTED, _LISTED = 100, 50
"""Conditions that one query counts, and of which one query lists the rows."""


@frozen
class Counted:
    """One way to mean a relation: its conditions, and how many rows can be checked and are suspicious.

    ``rows`` are the suspicious ones, where they are known already, and ``cells`` what they say, by row.
    """

    relation: Relation
    way: int
    there: str
    suspicious: str
    checked: int = 0
    broken: int = 0
    rows: tuple[int, ...] | None = field(default=None, repr=False)
    cells: Mapping[int, Row] = field(factory=dict, repr=False)


def count(store: Store, relations: Sequence[Relation], *, told: bool = False) -> list[Counted]:
    """Count for each relation the rows that keep it; of several ways to mean it the one that most rows keep.

    Args:
        store: the table, with the columns of the relations staged.
        relations: what its columns show.
        told: ``staged`` shows the cells as they are written, too: those that the conditions read are then listed with the rows.
            What else is told of a few rows, such as their names, is fetched later: to read it of all takes long.

    """
    ways = [way for relation in relations for way in _written(store, relation)]
    if store.rows <= _SMALL:
        return _best(_looked_through(store, ways))
    if store.rows <= _LARGE:
        return _best(_counted(store, ways))
    ways = _counted(store, ways, "WHERE " + " OR ".join(map(store.among, _some(store.rows))))
    likely = [each for each in ways if each.checked < _ENOUGH or each.broken * 2 <= each.checked]
    sure = [each for each in likely if each.there == _ALWAYS and each.broken * 10 <= each.checked]
    others = [each for each in likely if each.there != _ALWAYS or each.broken * 10 > each.checked]
    hopeful = {id(each.relation) for each in likely}
    hopeless = [each for each in ways if id(each.relation) not in hopeful]
    return _best([*_listed(store, sure, involved(sure) if told else None), *_counted(store, others), *hopeless])


def _some(rows: int) -> list[range]:
    """Give rows of the middle and the end; the sample that proposed what is asked was of the beginning."""
    return [range(start, start + _SOME) for start in (rows // 2, rows - _SOME)]


def _written(store: Store, relation: Relation) -> Iterator[Counted]:
    """Compile a relation, in each way that it may be meant; a way that SQL cannot say is left out."""
    columns = relation.columns.items()
    named = {name: roundings.ends(relation, name, ends(column), store.dialect.real) for name, column in columns}
    exact = frozenset(
        name for name, column in columns if column.form.kind != "number" or (column.form.exact and named[name] == ends(column))
    )
    filled = frozenset(name for name, column in columns if column.index in store.filled and column.form.typed)
    dates = {name: date_ for name, column in columns if (date_ := date(store, column)) is not None}
    for at, way in enumerate(relation.ways):
        if relation.shown not in (None, at):
            continue
        try:
            there, suspicious = conditions(way.holds, named, exact, store.dialect, filled, dates)
        except (UncompiledError, ExpressionError):
            continue
        yield Counted(relation, at, there or _ALWAYS, suspicious)


def _looked_through(store: Store, ways: Sequence[Counted]) -> list[Counted]:
    """Look at each row of a small table; the suspicious ones are then known, too."""
    return [each for at in range(0, len(ways), _COUNTED) for each in _seen(store, ways[at : at + _COUNTED])]


def _seen(store: Store, ways: Sequence[Counted]) -> Iterator[Counted]:
    tests = dict.fromkeys(test for each in ways for test in (each.there, each.suspicious))
    place = {test: at for at, test in enumerate(tests, 1)}
    rows = store.ask(f"SELECT row, {', '.join(tests)} FROM staged ORDER BY row")
    for each in ways:
        there = [row for row in rows if row[place[each.there]]]
        broken = tuple(row[0] for row in there if row[place[each.suspicious]])
        yield evolve(each, checked=len(there), broken=len(broken), rows=broken)


def _counted(store: Store, ways: Sequence[Counted], where: str = "") -> list[Counted]:
    return [each for at in range(0, len(ways), _COUNTED) for each in _asked(store, ways[at : at + _COUNTED], where)]


def _asked(store: Store, ways: Sequence[Counted], where: str) -> Iterator[Counted]:
    tests = [(each.there, _test(each)) for each in ways]
    asked = {test: at for at, test in enumerate(dict.fromkeys(test for pair in tests for test in pair))}
    counts = ", ".join("count(*)" if test == _ALWAYS else f"count(*) FILTER (WHERE {test})" for test in asked)
    ((*numbers,),) = store.ask(f"SELECT {counts} FROM staged {where}")
    for each, (there, suspicious) in zip(ways, tests, strict=True):
        yield evolve(each, checked=numbers[asked[there]], broken=numbers[asked[suspicious]])


def _listed(store: Store, ways: Sequence[Counted], columns: Sequence[Column] | None) -> list[Counted]:
    """List the suspicious rows of what every row can be checked by; where they are too many, they are only counted."""
    found, cells = _suspects(store, [*enumerate(ways)], columns)
    if len(found) >= MOST:
        return _counted(store, ways)
    rows: dict[int, list[int]] = defaultdict(list)
    for row, broken in found.items():
        for at in broken:
            rows[at].append(row)
    return [
        evolve(each, checked=store.rows, broken=len(rows[at]), rows=tuple(rows[at]), cells=cells) for at, each in enumerate(ways)
    ]


def involved(ways: Sequence[Counted], identity: Column | None = None) -> list[Column]:
    """Give the columns that some relations speak of, and the one that names the records."""
    columns = {column.index: column for each in ways for column in each.relation.columns.values()}
    columns |= {} if identity is None else {identity.index: identity}
    return [columns[index] for index in sorted(columns)]


def suspects(store: Store, ways: Sequence[Counted]) -> dict[int, list[int]]:
    """Give the suspicious rows, each with the places of the ways that it may break."""
    rows, _ = _suspects(store, [(at, each) for at, each in enumerate(ways) if each.rows is None], None)
    for at, each in enumerate(ways):
        for row in each.rows or ():
            rows[row].append(at)
    return rows


def _suspects(
    store: Store, asked: Sequence[tuple[int, Counted]], columns: Sequence[Column] | None
) -> tuple[dict[int, list[int]], dict[int, Row]]:
    """Ask for suspicious rows, with the texts of some columns where the rows are read anyway."""
    rows, cells = defaultdict[int, list[int]](list), dict[int, Row]()
    shown = "" if columns is None else ", ".join([", line", *(store.text(column.index) for column in columns)])
    for start in range(0, len(asked), _LISTED):
        some = asked[start : start + _LISTED]
        tests = [_test(each) for _, each in some]
        question = f"SELECT row, {', '.join(tests)}{shown} FROM staged WHERE {' OR '.join(tests)} ORDER BY row LIMIT {MOST}"
        for row, *told in store.ask(question):
            rows[row] += [at for (at, _), is_broken in zip(some, told, strict=False) if is_broken]
            if columns is not None:
                line, *texts = told[len(some) :]
                cells[row] = Row(row, line, {column.index: text for column, text in zip(columns, texts, strict=True)})
    return rows, cells


def _test(each: Counted) -> str:
    return each.suspicious if each.there == _ALWAYS else f"coalesce({each.there} AND {each.suspicious}, false)"


def _best(counted: Sequence[Counted]) -> list[Counted]:
    best: dict[int, Counted] = {}
    for each in counted:
        other = best.setdefault(id(each.relation), each)
        if each.broken < other.broken:
            best[id(each.relation)] = each
    return [*best.values()]
