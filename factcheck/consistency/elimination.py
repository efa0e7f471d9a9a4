"""A component -> all of its irreducible conflicts: Fourier-Motzkin elimination with Chernikov's rule.

Each variable in turn is eliminated by adding every row that bounds it above to every row that bounds it below. A row without
variables that says ``0 <= -750`` is a conflict, and the rows that went into it are an irreducible infeasible subsystem (IIS):
the IISs are extreme rays of the cone of multipliers (J. Gleeson and J. Ryan, ORSA J. Computing 2, 1990). Chernikov's rule
(S. N. Chernikov 1960; sharpened by J.-L. Imbert, 1993) drops what is no extreme ray: a row made of more rows than one more
than the eliminated variables that these have. The number of rows can still explode, so that it is capped.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import gcd

from attrs import define, field

from factcheck.consistency.rows import Bounds, Certificate, End, Exact, Form, TooManyError, divided
from factcheck.values import frozen

MOST_WORK = 15_000
"""Terms that one component may have in all rows that are made on the way, and some for each row."""
MOST_FAILING = 300
"""Rows that deny themselves: each is compared with all others."""
_FOR_A_ROW = 10


@frozen(eq=False)
class _Derived:
    """A row on the way: ``terms`` sum up to ``constant`` at most, or to less if ``open``.

    ``made_of`` and ``mentions`` are bit sets of the ends that went into it and of the variables that these have; ``parents``
    are the two rows it is the sum of, with their multipliers, and ``number`` is higher than theirs.
    """

    number: int
    terms: dict[int, int]
    constant: Exact
    open: bool
    made_of: int
    mentions: int
    parents: tuple[tuple[_Derived, Fraction], ...] = ()

    @property
    def fails(self) -> bool:
        """Tell whether a row denies itself: it has no terms, and says that zero is less than it is."""
        return not self.terms and (self.constant < 0 or (self.open and self.constant == 0))


_Users = tuple[dict[int, _Derived], dict[int, _Derived]]
"""The rows that bound a variable from below, and those that bound it from above."""


@define
class _Elimination:
    """The rows that are left, by their variables, and the variables that are gone."""

    most: int
    users: dict[int, _Users] = field(factory=dict)
    heap: list[tuple[int, int]] = field(factory=list)
    gone: int = 0
    made: int = 0

    def put(self, row: _Derived) -> None:
        """Put a row down with each of its variables."""
        for variable, value in row.terms.items():
            self.users.setdefault(variable, ({}, {}))[value > 0][row.number] = row

    def tell(self, variables: Iterator[int] | Sequence[int]) -> None:
        """Queue variables by the number of rows that their elimination would add."""
        for variable in variables:
            below, above = self.users[variable]
            heapq.heappush(self.heap, (len(below) * len(above) - len(below) - len(above), variable))


def conflicts(system: dict[Form, Bounds]) -> list[Certificate]:
    """Give each irreducible conflict of a component, but for those of the two ends of one form.

    Raises:
        TooManyError: the cap was met.

    """
    ends = [(form, side, end) for form, bounds in system.items() for side, end in ((-1, bounds.low), (1, bounds.high))]
    given = [_given(at, form, side, end) for at, (form, side, end) in enumerate(ends) if end is not None]
    failing: list[_Derived] = []
    for row in _eliminated(given, len(ends)):
        failing.append(row)
        if len(failing) > MOST_FAILING:
            raise TooManyError
    return [_certificate(row, ends) for row in _minimal(failing)]


def _given(number: int, form: Form, side: int, end: End) -> _Derived:
    terms = {variable: value * side for variable, value in form}
    return _Derived(number, terms, end.value * side, end.open, 1 << number, sum(1 << variable for variable in terms))


def _eliminated(rows: list[_Derived], numbers: int) -> Iterator[_Derived]:
    """Eliminate all variables, those first that add fewest rows; give the rows that deny themselves."""
    state = _Elimination(MOST_WORK, made=numbers)
    for row in rows:
        state.put(row)
        if row.fails:
            yield row
    state.tell([*state.users])
    while state.heap:
        cost, variable = heapq.heappop(state.heap)
        below, above = state.users.get(variable, ({}, {}))
        if not (below or above) or cost != len(below) * len(above) - len(below) - len(above):
            continue  # done, or told again since with its new cost
        yield from (row for row in _step(state, variable) if row.fails)


def _step(state: _Elimination, variable: int) -> Iterator[_Derived]:
    """Eliminate one variable; give the rows that this makes."""
    below, above = state.users.pop(variable)
    state.gone |= 1 << variable
    touched: dict[int, None] = {}
    for row in (*below.values(), *above.values()):
        for other, value in row.terms.items():
            if other != variable:
                del state.users[other][value > 0][row.number]
                touched[other] = None
    for upper in above.values():
        for lower in below.values():
            state.most -= _FOR_A_ROW + len(upper.terms) + len(lower.terms)
            if state.most < 0:
                raise TooManyError
            made = _sum(upper, lower, variable, state)
            if made is not None:
                state.put(made)
                yield made
    state.tell([*touched])


def _sum(upper: _Derived, lower: _Derived, variable: int, state: _Elimination) -> _Derived | None:
    """Add two rows so that the variable goes; None where Chernikov's rule drops the sum, or it needs both ends of one form."""
    made_of, mentions = upper.made_of | lower.made_of, upper.mentions | lower.mentions
    if made_of.bit_count() > 1 + (mentions & state.gone).bit_count() or _pairs(made_of):
        return None
    a, b = -lower.terms[variable], upper.terms[variable]
    shared = gcd(a, b)
    a, b = a // shared, b // shared
    terms = {other: value * a for other, value in upper.terms.items()}
    for other, value in lower.terms.items():
        terms[other] = terms.get(other, 0) + value * b
    terms = {other: value for other, value in terms.items() if value}
    constant = upper.constant * a + lower.constant * b
    scale = gcd(*terms.values()) or 1
    if scale > 1:
        terms, constant = {other: value // scale for other, value in terms.items()}, divided(constant, scale)
    state.made += 1
    parents = ((upper, Fraction(a, scale)), (lower, Fraction(b, scale)))
    return _Derived(state.made, terms, constant, upper.open or lower.open, made_of, mentions, parents)


def _pairs(made_of: int) -> bool:
    """Tell whether a set of ends holds both of one form: these have the numbers 2 n and 2 n + 1."""
    both = made_of & (made_of >> 1)
    return both != 0 and any(bit == "1" for bit in bin(both)[:1:-2])


def _minimal(rows: list[_Derived]) -> list[_Derived]:
    """Keep the rows that are made of no more than any other is."""
    kept: list[_Derived] = []
    for row in sorted(rows, key=lambda row: (row.made_of.bit_count(), row.number)):
        if not any(smaller.made_of & row.made_of == smaller.made_of for smaller in kept):
            kept.append(row)
    return kept


def _certificate(row: _Derived, ends: Sequence[tuple[Form, int, End | None]]) -> Certificate:
    """Go back to the ends that a row is made of, and sum up their multipliers."""
    rows, factors, waiting = {row.number: row}, {row.number: Fraction(1)}, [-row.number]
    found: dict[tuple[Form, int], tuple[End, int, Fraction]] = {}
    while waiting:
        number = -heapq.heappop(waiting)  # the latest first: all that it goes into has been seen
        for parent, multiplier in rows[number].parents:
            if parent.number not in factors:
                heapq.heappush(waiting, -parent.number)
            rows[parent.number] = parent
            factors[parent.number] = factors.get(parent.number, Fraction(0)) + factors[number] * multiplier
        form, side, end = ends[number] if number < len(ends) else ((), 1, None)
        if end is not None:
            found[form, side] = (end, side, factors[number])
    return found
