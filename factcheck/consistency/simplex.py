"""A component -> whether it can hold, and if not one irreducible conflict: exact simplex, for what is too large to eliminate.

The general simplex of B. Dutertre and L. de Moura ("A Fast Linear-Arithmetic Solver for DPLL(T)", CAV 2006): each form of
several variables is a variable of its own with two bounds, one row of the tableau each; strict bounds are kept apart by an
infinitesimal. Bland's rule (least number first) ends every run, if late, so that the work is capped. The bounds in the row that
fails are irreducible: its variables are linked by no smaller equation.
"""

from __future__ import annotations

from fractions import Fraction

from attrs import define, field

from factcheck.consistency.rows import Bounds, Certificate, End, Exact, Form, TooManyError, joining, plain

MOST_WORK = 50_000
"""Entries of the tableau that may be reckoned with."""

_Value = tuple[Exact, Exact]
"""A rational, and how many infinitesimals stand beside it."""
_NOTHING: _Value = (0, 0)


@define
class _Tableau:
    """Basic variables as sums of the others, bounds of all, and values that satisfy the sums."""

    rows: dict[int, dict[int, Exact]]
    forms: dict[int, Form]
    bounds: dict[int, Bounds]
    left: int
    value: dict[int, _Value] = field(factory=dict)

    def spend(self, entries: int) -> None:
        """Count work.

        Raises:
            TooManyError: it was more than it may be.

        """
        self.left -= entries
        if self.left < 0:
            raise TooManyError


def refute(system: dict[Form, Bounds]) -> Certificate | None:
    """Give one irreducible conflict of a component of which no form's own ends clash; None where it can hold.

    Raises:
        TooManyError: the cap was met.

    """
    tableau = _tableau(system)
    while True:
        basic = min((name for name in tableau.rows if _off(tableau, name)), default=None)
        tableau.spend(len(tableau.rows))
        if basic is None:
            return None
        side = _off(tableau, basic)  # -1: it stands below its lower bound and has to rise
        row = tableau.rows[basic]
        entering = min((name for name, by in row.items() if _can_move(tableau, name, -side * _sign(by))), default=None)
        if entering is None:
            return _certificate(tableau, basic, side)
        _pivot(tableau, basic, entering, side)


def _tableau(system: dict[Form, Bounds]) -> _Tableau:
    variables = {variable for form in system for variable, _ in form}
    first = max(variables, default=-1) + 1
    names = {form: first + at for at, form in enumerate(joining(system))}
    names |= {form: form[0][0] for form in system if len(form) == 1}
    rows: dict[int, dict[int, Exact]] = {names[form]: {**dict(form)} for form in joining(system)}
    bounds = {names[form]: system[form] for form in names}
    tableau = _Tableau(rows, {name: form for form, name in names.items()}, bounds, MOST_WORK)
    tableau.spend(sum(map(len, rows.values())))
    tableau.value = {variable: _start(tableau.bounds.get(variable)) for variable in variables}
    for name, row in rows.items():
        tableau.value[name] = _sum(tableau, row)
    return tableau


def _start(bounds: Bounds | None) -> _Value:
    """Give a variable a value within its bounds."""
    if bounds is None or (bounds.low is None and bounds.high is None):
        return _NOTHING
    return _of(bounds.low, 1) if bounds.low is not None else _of(bounds.high, -1)


def _of(end: End | None, inwards: int) -> _Value:
    return _NOTHING if end is None else (end.value, inwards if end.open else 0)


def _sum(tableau: _Tableau, row: dict[int, Exact]) -> _Value:
    whole: Exact = 0
    small: Exact = 0
    for name, by in row.items():
        value = tableau.value[name]
        whole, small = whole + by * value[0], small + by * value[1]
    return plain(whole), plain(small)


def _off(tableau: _Tableau, name: int) -> int:
    """Tell on which side a variable stands outside its bounds: -1 below, 1 above, 0 neither."""
    bounds, value = tableau.bounds.get(name, Bounds()), tableau.value[name]
    if bounds.low is not None and value < _of(bounds.low, 1):
        return -1
    return int(bounds.high is not None and value > _of(bounds.high, -1))


def _sign(by: Exact) -> int:
    return 1 if by > 0 else -1


def _can_move(tableau: _Tableau, name: int, way: int) -> bool:
    """Tell whether a variable may still rise (way 1) or fall (way -1)."""
    bounds, value = tableau.bounds.get(name, Bounds()), tableau.value[name]
    if way > 0:
        return bounds.high is None or value < _of(bounds.high, -1)
    return bounds.low is None or value > _of(bounds.low, 1)


def _certificate(tableau: _Tableau, basic: int, side: int) -> Certificate:
    """Read the multipliers off the row that cannot be mended: the bound that is broken, and those that keep it so."""
    found: dict[tuple[Form, int], tuple[End, int, Fraction]] = {}
    row: dict[int, Exact] = {basic: -1, **tableau.rows[basic]}
    for name, by in row.items():
        at = -side * _sign(by)  # the end that keeps the variable from moving the right way
        bounds = tableau.bounds[name]
        end = bounds.high if at > 0 else bounds.low
        if end is not None:
            found[tableau.forms[name], at] = (end, at, Fraction(by * _sign(by)))
    return found


def _pivot(tableau: _Tableau, basic: int, entering: int, side: int) -> None:
    """Put a basic variable onto the bound that it breaks, and let another take its place."""
    row = tableau.rows.pop(basic)
    by = Fraction(row.pop(entering))
    bounds, value = tableau.bounds[basic], tableau.value[basic]
    target = _of(bounds.low, 1) if side < 0 else _of(bounds.high, -1)
    solved: dict[int, Exact] = {name: plain(-each / by) for name, each in row.items()}
    solved[basic] = plain(1 / by)
    tableau.value[basic] = target
    move = (target[0] - value[0]) / by, (target[1] - value[1]) / by
    _move(tableau, entering, 1, move)
    tableau.spend(len(tableau.rows) + len(solved))
    for name, other in tableau.rows.items():
        factor = other.pop(entering, None)
        if factor is not None:
            tableau.spend(len(solved))
            _move(tableau, name, factor, move)
            _add(other, solved, factor)
    tableau.rows[entering] = solved


def _move(tableau: _Tableau, name: int, factor: Exact, move: _Value) -> None:
    whole, small = tableau.value[name]
    tableau.value[name] = plain(whole + factor * move[0]), plain(small + factor * move[1])


def _add(row: dict[int, Exact], solved: dict[int, Exact], factor: Exact) -> None:
    for name, value in solved.items():
        total = plain(row.get(name, 0) + factor * value)
        if total:
            row[name] = total
        else:
            row.pop(name, None)
