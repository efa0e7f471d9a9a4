"""Relations + all rows -> Confirmed: how many rows keep each relation, and what follows from that.

Held by 97 % and more, and broken in a few: a find. Held by fewer: a convention that is not understood, and nothing is said of
its rows. All conditions of a table are counted in one pass.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from factcheck.expressions import ExpressionError
from factcheck.tables.binding import Relation
from factcheck.tables.compiling import UncompiledError, conditions
from factcheck.tables.engines import Store
from factcheck.tables.shapes import Trust
from factcheck.tables.staging import ends

HELD = 97
"""Percent of rows that must keep a relation."""
MANY = 50
"""Broken rows that are no few any more, where they are more than half a percent: somebody counts in another way there."""
MOST = 50_000
"""Rows of one relation that are judged one by one."""
FEW = {"names": 5, "guess": 8, "values": 20}
"""Rows from which a single break is a find by itself: a small table holds no 97 %."""
_TOGETHER = 100
"""Conditions that one query counts."""


@frozen
class Counted:
    """One way to mean a relation: its conditions, and how many rows can be checked and are suspicious."""

    relation: Relation
    way: int
    there: str
    suspicious: str
    checked: int = 0
    broken: int = 0


def count(store: Store, relations: Sequence[Relation]) -> list[Counted]:
    """Count for each relation the rows that keep it; of several ways to mean it the one that most rows keep."""
    written = [way for relation in relations for way in _written(store, relation)]
    counted: list[Counted] = []
    for at in range(0, len(written), _TOGETHER):
        counted += _asked(store, written[at : at + _TOGETHER])
    best: dict[int, Counted] = {}
    for each in counted:
        other = best.setdefault(id(each.relation), each)
        if each.broken < other.broken:
            best[id(each.relation)] = each
    return [*best.values()]


def _written(store: Store, relation: Relation) -> Iterator[Counted]:
    named = {name: ends(column) for name, column in relation.columns.items()}
    exact = frozenset(
        name
        for name, column in relation.columns.items()
        if column.form.kind != "number" or (column.form.whole and column.form.half is None)
    )
    for at, way in enumerate(relation.ways):
        try:
            yield Counted(relation, at, *conditions(way.holds, named, exact, store.dialect))
        except (UncompiledError, ExpressionError):
            continue


def _asked(store: Store, ways: Sequence[Counted]) -> Iterator[Counted]:
    parts = []
    for each in ways:
        parts.append(f"count(*) FILTER (WHERE {each.there})")
        parts.append(f"count(*) FILTER (WHERE {each.there} AND {each.suspicious})")
    numbers = store.ask(f"SELECT {', '.join(parts)} FROM staged")[0] if parts else ()
    for at, each in enumerate(ways):
        yield Counted(each.relation, each.way, each.there, each.suspicious, numbers[2 * at], numbers[2 * at + 1])


def is_find(checked: int, broken: int, trust: Trust) -> bool:
    """Tell whether so many rows keep a relation that those which break it are slips."""
    if broken == 0 or trust == "map":
        return checked > 0
    if broken > MANY and broken * 200 > checked:
        return False
    if broken * 100 <= (100 - HELD) * checked:
        return True
    few = FEW[trust]
    return (broken == 1 and checked >= few) or (broken == 2 and checked >= 5 * few)


def worth_a_look(checked: int, broken: int, trust: Trust) -> bool:
    """Tell whether the suspicious rows are few enough to be judged one by one: reals can suspect rows that are in order."""
    return (broken <= max(40, checked // 10) or trust == "map") and broken <= MOST
