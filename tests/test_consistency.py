"""The consistency core: rows in, irreducible conflicts with certificates out, and z3 as another judge of it all."""

from __future__ import annotations

import doctest
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations

import pytest
import z3
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck import consistency
from factcheck.consistency import Conflict, Row, elimination, examine, simplex
from factcheck.consistency.rows import Operator


def row(label: object, operator: Operator, constant: int | Fraction | str, **coefficients: int | Fraction) -> Row:
    return Row(label, {name: Fraction(value) for name, value in coefficients.items()}, operator, Fraction(constant))


def at_most(label: object, name: str, value: int | Fraction) -> Row:
    return row(label, "<=", value, **{name: 1})


def at_least(label: object, name: str, value: int | Fraction) -> Row:
    return row(label, "<=", -value, **{name: -1})


def labels(rows: Iterable[Row]) -> set[frozenset[object]]:
    """Give the sets of rows that are conflicts."""
    return {frozenset(conflict.multipliers) for conflict in examine(rows).conflicts}


# --- another judge


def solvable(rows: Iterable[Row]) -> bool:
    rows, solver = [*rows], z3.SimpleSolver()
    names = {name for each in rows for name in each.coefficients}
    solver.from_string("".join((*(f"(declare-const {name} Real)" for name in names), *map(asserted, rows))))
    answer = solver.check()
    assert answer != z3.unknown
    return bool(answer == z3.sat)


def asserted(each: Row) -> str:
    """Write a row in SMT-LIB, which a solver reads three times as fast as Python builds it."""
    terms = " ".join(f"(* {in_smt(value)} {name})" for name, value in each.coefficients.items())
    return f"(assert ({each.operator.replace('==', '=')} (+ 0.0 0.0 {terms}) {in_smt(each.constant)}))"


def in_smt(value: Fraction) -> str:
    size = f"(/ {abs(value.numerator)}.0 {value.denominator}.0)"
    return f"(- {size})" if value < 0 else size


def is_certificate(conflict: Conflict, rows: Sequence[Row]) -> bool:
    """Tell whether the multipliers make of the rows what denies itself, by so much as is said."""
    known = {each.label: each for each in rows}
    sums: dict[object, Fraction] = {}
    for label, multiplier in conflict.multipliers.items():
        assert multiplier > 0 or (multiplier and known[label].operator == "==")
        for name, value in known[label].coefficients.items():
            sums[name] = sums.get(name, Fraction(0)) + value * multiplier
    constant = sum(multiplier * known[label].constant for label, multiplier in conflict.multipliers.items())
    is_open = any(known[label].operator == "<" for label in conflict.multipliers)
    return not any(sums.values()) and conflict.gap == -constant and conflict.open == is_open and (constant < 0 or is_open)


def is_irreducible(conflict: Conflict, rows: Sequence[Row]) -> bool:
    used = [each for each in rows if each.label in conflict.multipliers]
    return all(solvable(other for other in used if other is not each) for each in used)


SMALL = st.sampled_from([Fraction(each) for each in (-3, -2, -1, 1, 1, 1, 2, 3)])
OPERATORS: tuple[Operator, ...] = ("<=", "<=", "<", "==")
HUGE = st.sampled_from(
    [Fraction(10**17), Fraction(10**17 + 1), Fraction(1, 10**30), Fraction(-7, 10**18 + 9), Fraction(10**40 + 1, 3)]
)
ANY = st.one_of(SMALL, SMALL, HUGE, st.fractions(-100, 100, max_denominator=60))
# Strategies are made here, once: to make one costs as much as to draw from it, and a system takes a hundred draws.
VARIABLES, ROWS, PARALLEL, PLACES = st.integers(1, 6), st.integers(1, 14), st.integers(0, 6), st.integers(0, 13)
COEFFICIENTS = st.sampled_from([st.sampled_from([Fraction(1), Fraction(-1)]), SMALL, ANY])
FACTORS, SHIFTS = st.sampled_from([Fraction(1), Fraction(3, 2), Fraction(10**9)]), st.sampled_from([0, 0, 1, -1])
SIZES, ENDS, CONSTANTS = st.sampled_from([1, 1, 1, 2, 2, 2, 3, 5]), st.sampled_from(OPERATORS), st.just(Fraction(0)) | ANY
NAMES = {
    (variables, size): st.sampled_from([*combinations([f"x{at}" for at in range(variables)], size)])
    for variables in range(1, 7)
    for size in range(1, variables + 1)
}


@st.composite
def systems(draw: st.DrawFn) -> list[Row]:
    """Draw rows over a few variables: bounds, rings, sums, equations, strict ends, parallel and repeated rows."""
    variables, coefficients = draw(VARIABLES), draw(COEFFICIENTS)
    rows: list[Row] = []
    for label in range(draw(ROWS)):
        if rows and draw(PARALLEL) == 0:
            other, times = rows[draw(PLACES) % len(rows)], draw(FACTORS)
            scaled = {name: value * times for name, value in other.coefficients.items()}
            rows.append(Row(label, scaled, other.operator, other.constant * times + draw(SHIFTS)))
            continue
        names = draw(NAMES[variables, min(variables, draw(SIZES))])
        operator: Operator = draw(ENDS)
        rows.append(Row(label, {name: draw(coefficients) for name in names}, operator, draw(CONSTANTS)))
    return rows


def agrees(rows: Sequence[Row]) -> None:
    found = examine(rows)
    assert bool(found.conflicts) == (not solvable(rows)), found
    assert found.undecided == 0
    assert all(is_certificate(conflict, rows) for conflict in found.conflicts)
    assert all(is_irreducible(conflict, rows) for conflict in found.conflicts[:1])


@given(systems())
def test_a_system_is_judged_as_a_solver_judges_it(rows: list[Row]) -> None:
    agrees(rows)


@pytest.mark.slow
@settings(max_examples=3 * settings().max_examples, suppress_health_check=[HealthCheck.too_slow])
@given(systems())
def test_many_systems_are_judged_as_a_solver_judges_them(rows: list[Row]) -> None:
    agrees(rows)


@given(systems())
def test_over_the_cap_one_conflict_is_told_and_that_it_is_one(rows: list[Row]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(elimination, "MOST_WORK", 0)
        agrees(rows)
        found = examine(rows)
    full = examine(rows)
    assert len(found.conflicts) <= len(full.conflicts) + full.unlisted
    assert found.capped or {*map(str, found.conflicts)} == {*map(str, full.conflicts)}


@given(systems().map(lambda rows: rows[:6]))
def test_all_irreducible_conflicts_are_listed(rows: list[Row]) -> None:
    # Of parallel rows only the strongest is looked at: here no two are, so that all conflicts must be found.
    plain = [*{form(each): each for each in rows if each.operator != "=="}.values()]
    assert labels(plain) == {*irreducible(plain)}


def form(each: Row) -> object:
    terms = sorted((name, value) for name, value in each.coefficients.items() if value)
    return tuple((name, value / terms[0][1]) for name, value in terms)


def irreducible(rows: Sequence[Row]) -> Iterator[frozenset[object]]:
    """Try every set of rows, the small ones first."""
    found: list[frozenset[object]] = []
    for size in range(1, len(rows) + 1):
        for chosen in combinations(rows, size):
            names = frozenset(each.label for each in chosen)
            if not any(smaller <= names for smaller in found) and not solvable(chosen):
                found.append(names)
                yield names


# --- what a certificate tells

FAMILY = [
    at_least("killed", "k", 3000),
    at_least("wounded", "w", 2500),
    at_least("toll above", "c", 4650),
    row("toll below", "<", 4750, c=1),
    row("sum", "<=", 0, k=1, w=1, c=-1),
]


def test_a_set_of_three_is_found_with_its_gap_and_what_each_would_have_to_give_way() -> None:
    (conflict,) = examine(FAMILY).conflicts
    assert {*conflict.multipliers} == {"killed", "wounded", "toll below", "sum"}
    assert conflict.open
    assert [conflict.gap, *(conflict.shift(label) for label in ("killed", "wounded", "toll below"))] == 4 * [750]


@given(systems())
def test_a_shift_of_one_row_mends_a_conflict_and_less_does_not(rows: list[Row]) -> None:
    for conflict in examine(rows).conflicts[:2]:
        used = [each for each in rows if each.label in conflict.multipliers]
        label = used[0].label
        sign = 1 if conflict.multipliers[label] > 0 else -1
        shift = conflict.shift(label)
        more = 1 if conflict.open else 0
        assert solvable([moved(used[0], sign * (shift + more)), *used[1:]])
        assert not shift or not solvable([moved(used[0], sign * shift / 2), *used[1:]])


def moved(each: Row, by: Fraction) -> Row:
    return Row(each.label, each.coefficients, each.operator, each.constant + by)


def test_only_the_strongest_bound_of_a_variable_speaks() -> None:
    repeated = [at_least(("killed", at), "k", 2900 + at) for at in range(40)] + [
        at_most(("toll", at), "c", 5000 - at) for at in range(40)
    ]
    found = examine([*repeated, at_least("wounded", "w", 2500), row("sum", "<=", 0, k=1, w=1, c=-1)])
    assert [{*conflict.multipliers} for conflict in found.conflicts] == [{("killed", 39), "wounded", ("toll", 39), "sum"}]


def test_a_chain_without_any_figure_in_the_middle_is_found() -> None:
    chain = [row(("step", at), "<=", 0, **{f"x{at}": 1, f"x{at + 1}": -1}) for at in range(20)]
    assert labels([at_least("low", "x0", 9), *chain]) == set()
    assert labels([at_least("low", "x0", 9), *chain, at_most("high", "x20", 8)]) == {
        frozenset(["low", "high", *(("step", at) for at in range(20))])
    }


@pytest.mark.parametrize(
    ("rows", "conflicts"),
    [
        ([at_least(1, "x", 10**17 + 1), at_most(2, "x", 10**17)], 1),
        ([at_least(1, "x", Fraction(1, 10**8)), at_most(2, "x", 0)], 1),
        ([at_least(1, "x", 5), at_most(2, "x", 5)], 0),
        ([at_least(1, "x", 5), row(2, "<", 5, x=1)], 1),
        ([row(1, "<", 0, x=1, y=-1), row(2, "<=", 0, y=1, x=-1)], 1),  # x < y <= x
        ([row(1, "<=", 0, x=1, y=Fraction(-1, 2)), row(2, "<=", 0, y=1, x=-1), at_least(3, "x", Fraction(1, 10**30))], 1),
        ([row(1, "==", 3, x=1, y=1), row(2, "==", 7, x=2, y=2)], 1),
        ([row(1, "==", 0)], 0),
        ([row(1, "<", 0)], 1),
        ([row(1, "==", 3)], 1),
        ([], 0),
    ],
)
def test_open_and_closed_ends_conflict_only_where_they_must(rows: list[Row], conflicts: int) -> None:
    assert len(examine(rows).conflicts) == conflicts


def test_what_shares_no_variable_is_looked_at_apart() -> None:
    assert len(examine([*FAMILY, at_least("other low", "z", 3), at_most("other high", "z", 2)]).conflicts) == 2


# --- caps


def chain(length: int, top: int) -> list[Row]:
    """Write figures that never fall, each between two bounds, of which one is to exceed the last."""
    rows = [row(("step", at), "<=", 0, **{f"x{at}": 1, f"x{at + 1}": -1}) for at in range(length - 1)]
    lows = [at_least(("low", at), f"x{at}", top if at == length // 4 else at) for at in range(length)]
    return [*rows, *lows, *(at_most(("high", at), f"x{at}", length) for at in range(length))]


def pairs(size: int) -> list[Row]:
    """Write figures each of which exceeds each of as many others."""
    rows = [at_least(("low", at), f"x{at}", 9 + at) for at in range(size)] + [
        at_most(("high", at), f"y{at}", at - 9) for at in range(size)
    ]
    return rows + [row((a, b), "<=", 0, **{f"x{a}": 1, f"y{b}": -1}) for a in range(size) for b in range(size)]


def dense(size: int) -> list[Row]:
    """Write sums of all variables with ever other coefficients: what elimination explodes on."""
    return [
        row((at, "<="), "<", 1 - at % 3, **{f"x{name}": (at * at + at * (name + 3) ** 2 + name) % 11 - 5 for name in range(size)})
        for at in range(3 * size)
    ]


def test_a_system_with_more_conflicts_than_are_listed_says_how_many_are_not() -> None:
    found = examine(pairs(14))
    assert (len(found.conflicts), found.unlisted, found.capped) == (consistency.MOST_CONFLICTS, 14 * 14 - 100, 0)
    assert found.limit == "96 more conflicts not listed"


@pytest.mark.parametrize("rows", [chain(300, 1000), pairs(40)], ids=["chain", "pairs"])
def test_of_a_large_system_one_conflict_is_told_and_that_it_is_one(rows: list[Row]) -> None:
    found = examine(rows)
    (conflict,) = found.conflicts
    assert is_certificate(conflict, rows)
    assert is_irreducible(conflict, rows)
    assert found.limit == "only one conflict was looked for in 1 large group of figures"


def test_what_is_too_much_to_decide_is_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elimination, "MOST_WORK", 10)
    monkeypatch.setattr(simplex, "MOST_WORK", 10)
    found = examine(dense(12))
    assert (found.conflicts, found.undecided) == ((), 1)
    assert found.limit == "1 group of figures too large to be decided"


@pytest.mark.parametrize(
    "rows", [dense(12), dense(40), dense(120), pairs(80), chain(2000, 9999)], ids=lambda rows: str(len(rows))
)
def test_no_system_costs_more_than_its_caps(rows: list[Row]) -> None:
    begun = time.process_time()
    examine(rows)
    assert time.process_time() - begun < 2  # a tenth of it on a quiet machine


@pytest.mark.parametrize(
    ("write", "milliseconds"),
    [
        (lambda: chain(500, 1), 100),
        (lambda: chain(500, 1000), 100),
        (lambda: [each for at in range(200) for each in renamed(FAMILY, at)], 100),
        (
            lambda: [
                Row((at, each.label), each.coefficients, each.operator, each.constant) for at in range(16) for each in FAMILY
            ],
            10,
        ),
    ],
    ids=["a chain of 1,000 claims", "one that fails", "1,000 claims in 200 families", "80 repeated claims"],
)
def test_a_thousand_claims_cost_little(write: Callable[[], list[Row]], milliseconds: int) -> None:
    rows = write()
    costs = []
    for _ in range(5):
        begun = time.process_time()
        examine(rows)
        costs.append(time.process_time() - begun)
    assert min(costs) * 1000 < 2 * milliseconds  # the limits are half of it: other machines, other work


def renamed(rows: Iterable[Row], at: int) -> Iterator[Row]:
    for each in rows:
        yield Row(
            (at, each.label), {(at, name): value for name, value in each.coefficients.items()}, each.operator, each.constant
        )


def test_the_example_of_the_manual_is_right() -> None:
    assert doctest.testmod(consistency).failed == 0
