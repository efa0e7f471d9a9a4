"""`holds` as SQL and by the exact engine: what the one calls broken, the other suspects; of whole numbers they say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import load_rules
from factcheck.expressions import parse
from factcheck.rules import ClaimPattern, Rule
from factcheck.tables import columns
from factcheck.tables.binding import Relation, of
from factcheck.tables.engines import duck, loading
from factcheck.tables.engines.dialects import DUCKDB
from factcheck.tables.judged import judging
from factcheck.tables.judged.judging import Row
from factcheck.tables.queries import compiling, roundings, staging
from factcheck.tables.shapes import Match

pytestmark = pytest.mark.slow

NUMBERS = (
    "a <= b",
    "a < b + c",
    "a + b == c",
    "a - b == c",
    "-a <= b",
    "a == 100 * b / c",
    "a - 0.5 <= 2 * b <= c + 1",
    "a * b >= c",
)
DAYS = (
    "n == end - start",
    "n == year_of(start)",
    "n == monday_number(start)",
    "n == sunday_number(end) - 1",
    "n == month_of(end)",
)
AGES = ("n - 1 <= years(start, end) <= n + 1", "n == day_of(start)", "n == day_of_year(end)", "start <= end", "start == end")

WITH_ROOM = (
    ("quotients", "a == b / c"),
    ("quotients", "a == 1000 * b / c"),
    ("changes", "a == 100 * b / c - 100"),
    ("shares", "-0.5 <= a - 100 * b / c <= 0.5"),
    ("conversions", "0.95 * 3.6 * a - 2.3 <= b <= 1.05 * 3.6 * a + 2.3"),
)

whole = st.integers(0, 200).map(str)
decimal = st.decimals(0, 200, places=2).map(str)
worded = st.sampled_from(["about 40", "3-5", "more than 40", "up to 12", "N/A", "", "12+", "~100", "1.2k", "none at all", "1e2"])
dates = st.sampled_from(["2019-03-01", "2020-02-29", "1 May 1921", "June 2001", "2001-06-15", "", "unknown", "12 March 1888"])


@pytest.fixture(scope="module", autouse=True)
def unmended() -> Iterator[None]:
    """Ask of no broken row what would mend it: that is no matter here, and took most of the time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(judging, "repair", lambda *_: None)
        yield


def rule(text: str, shape: str | None = None) -> Rule:
    names = {"start": "date", "end": "date"}
    found: set[str] = {name for name in KNOWN if name in parse(text, dict.fromkeys(KNOWN, "claim")).names}
    claims = {name: ClaimPattern(kind=names.get(name, "number")) for name in sorted(found)}
    return evolve(load_rules()[0], text=text, message="{a}", claims=claims, within="row", shape=shape)


KNOWN: tuple[str, ...] = ("a", "b", "c", "n", "start", "end")


def judged(text: str, rows: Sequence[Sequence[str]], headers: Sequence[str], shape: str | None = None) -> list[tuple[bool, bool]]:
    """Give for each row whether SQL suspects it and whether the exact engine calls it broken."""
    with duck.opened() as connection:
        count = loading.of_records(connection, len(headers), [(at, at + 1, row) for at, row in enumerate(rows, 1)])
        table = duck.of_texts(connection, headers, count)
        sample = columns.read(headers, table.types, rows)
        wanted = rule(text, shape)
        relation = of(wanted, Match({name: (sample.columns[headers.index(name)],) for name in wanted.claims}, "names"))
        staging.stage(table, list(relation.columns.values()))
        plain = {name: staging.ends(column) for name, column in relation.columns.items()}
        ends = {name: roundings.ends(relation, name, written, DUCKDB.real) for name, written in plain.items()}
        exact = frozenset(
            name
            for name, column in relation.columns.items()
            if (column.form.whole or column.form.kind != "number") and ends[name] == plain[name]
        )
        there, suspicious = compiling.conditions(relation.ways[0].holds, ends, exact, DUCKDB)
        suspects = {row for (row,) in table.ask(f"SELECT row FROM staged WHERE {there} AND {suspicious}")}
        wrong = {row: broken(relation, Row(1, 1, dict(enumerate(row)))) for row in {*map(tuple, rows)}}  # many are there twice
        return [(at in suspects, wrong[tuple(row)]) for at, row in enumerate(rows, 1)]


def broken(relation: Relation, row: Row) -> bool:
    told, claims = judging.story("-", "x", [(row, column) for column in relation.columns.values()])
    verdict = judging.judge(relation.ways[0], relation, told, {index: claim for (_, index), claim in claims.items()})
    return verdict is not None and verdict.outcome.verdict == "cannot hold"


def many(cell: st.SearchStrategy[str], width: int = 3) -> st.SearchStrategy[list[list[str]]]:
    return st.lists(st.lists(cell, min_size=width, max_size=width), min_size=1, max_size=40)


@pytest.mark.parametrize("text", NUMBERS)
@given(rows=many(whole))
@settings(max_examples=6)
def test_of_whole_numbers_both_engines_say_the_same(text: str, rows: list[list[str]]) -> None:
    told = judged(text, rows, ("a", "b", "c"))
    if "/" in text:
        assert all(suspected for suspected, wrong in told if wrong)
    else:
        assert all(suspected == wrong for suspected, wrong in told)


@pytest.mark.parametrize("text", NUMBERS)
@given(rows=many(st.one_of(decimal, whole, worded)))
@settings(max_examples=6)
def test_what_is_broken_exactly_is_suspected(text: str, rows: list[list[str]]) -> None:
    rows = [*rows, ["1", "2", "3"], *([["1.5", "20", "300"]] * 20)]  # numbers enough for the columns to be read as such
    assert all(suspected for suspected, wrong in judged(text, rows, ("a", "b", "c")) if wrong)


@pytest.mark.parametrize(("shape", "text"), WITH_ROOM)
@given(rows=many(st.one_of(decimal, whole, worded)), tens=st.booleans())
@settings(max_examples=12)
def test_what_is_broken_with_all_room_that_a_relation_has_is_suspected(
    shape: str, text: str, rows: list[list[str]], tens: bool
) -> None:
    usual = [[str(10 * at), str(30 * at), str(20 * at)] for at in range(1, 21)] if tens else [["1.5", "20", "300"]] * 20
    assert all(suspected for suspected, wrong in judged(text, [*rows, *usual], ("a", "b", "c"), shape) if wrong)


@pytest.mark.parametrize(("shape", "text"), WITH_ROOM)
@given(rows=st.lists(st.tuples(st.integers(1, 60), st.integers(1, 900), st.integers(1, 40)), min_size=1, max_size=40))
@settings(max_examples=12)
def test_of_whole_numbers_with_room_both_engines_say_the_same(shape: str, text: str, rows: list[tuple[int, int, int]]) -> None:
    told = judged(text, [[*map(str, row)] for row in rows], ("a", "b", "c"), shape)
    assert all(suspected for suspected, wrong in told if wrong)
    assert sum(suspected and not wrong for suspected, wrong in told) * 5 <= len(told) + 5


@pytest.mark.parametrize("text", [*DAYS, *AGES])
@given(rows=st.lists(st.tuples(whole, dates, dates), min_size=1, max_size=40))
@settings(max_examples=6)
def test_of_days_both_engines_say_the_same(text: str, rows: list[tuple[str, str, str]]) -> None:
    told = judged(text, [*rows, *([("3", "2019-03-01", "2019-03-04")] * 20)], ("n", "start", "end"))
    assert all(suspected == wrong for suspected, wrong in told)
