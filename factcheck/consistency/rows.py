"""Rows -> forms: what several rows say of one sum of variables, as one form with its strongest bounds.

A row says ``2 x - 3 y <= 7`` in anybody's scale; a form is its primitive integer vector with the first coefficient positive, so
that parallel rows, repeated claims and both halves of an equation meet in one place. Of many bounds on one form only the
strongest of each direction can belong to an irreducible conflict that is worth telling: the others are kept by nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from fractions import Fraction
from math import gcd, lcm
from typing import Literal

from factcheck.values import frozen

Exact = int | Fraction
"""A rational; whole numbers stay ints, which are reckoned with twenty times as fast."""
Operator = Literal["<=", "<", "=="]
Form = tuple[tuple[int, int], ...]
"""Variables by number, ascending, each with its coefficient."""


class TooManyError(Exception):
    """A cap was met."""


@frozen
class Row:
    """A linear constraint: the sum of ``coefficients`` times variables stands in ``operator`` to ``constant``.

    ``label`` is whoever says so (a claim, a rule bound to claims); no two rows of a system have the same.
    """

    label: Hashable
    coefficients: Mapping[Hashable, Fraction]
    operator: Operator
    constant: Fraction


@frozen
class End:
    """A bound on a form: its value, whether the value itself is left out, and the row that gives it.

    ``factor`` times the row is the form, or the form turned round for a lower bound.
    """

    value: Exact
    open: bool
    row: Row
    factor: Exact


@frozen
class Bounds:
    """The strongest lower and upper bound of a form; None where there is none."""

    low: End | None = None
    high: End | None = None

    def clashing(self, form: Form) -> Certificate | None:
        """Give the conflict of the two ends of the form, or of one where the form is a sum of nothing; None if there is none."""
        if not form:
            for end, side in ((self.low, -1), (self.high, 1)):
                if end is not None and (end.value * side < 0 or (end.open and end.value == 0)):
                    return {(form, side): (end, side, Fraction(1))}
        elif self.low is not None and self.high is not None:
            low, high = self.low, self.high
            if low.value > high.value or (low.value == high.value and (low.open or high.open)):
                return {(form, -1): (low, -1, Fraction(1)), (form, 1): (high, 1, Fraction(1))}
        return None


Certificate = Mapping[tuple[Form, int], tuple[End, int, Fraction]]
"""Ends by form and side (1 for an upper, -1 for a lower), with their side and Farkas multiplier, which is positive."""


def plain(value: Exact) -> Exact:
    """Give a whole number as an int."""
    return value.numerator if isinstance(value, Fraction) and value.denominator == 1 else value


def divided(value: Exact, divisor: int) -> Exact:
    """Divide exactly."""
    if divisor in (1, -1):
        return value * divisor
    return plain(Fraction(value) / divisor)


def forms(rows: Iterable[Row]) -> dict[Form, Bounds]:
    """Give the forms that the rows bound, each with its strongest bounds; of equals the first row's."""
    numbers: dict[Hashable, int] = {}
    system: dict[Form, Bounds] = {}
    for row in rows:
        form, factor = _primitive(row, numbers)
        constant = plain(row.constant)
        end = End(plain(constant * factor), row.operator == "<", row, factor)
        both = row.operator == "=="
        bounds = system.get(form) or Bounds()
        if (both or factor < 0) and _stronger(end, bounds.low, -1):
            bounds = Bounds(end, bounds.high)
        if (both or factor > 0) and _stronger(end, bounds.high, 1):
            bounds = Bounds(bounds.low, end)
        system[form] = bounds
    return system


def components(system: Mapping[Form, Bounds]) -> list[dict[Form, Bounds]]:
    """Part a system into those that share no variable, in the order of their first forms."""
    root: dict[int, int] = {}

    def find(variable: int) -> int:
        while (above := root.setdefault(variable, variable)) != variable:
            root[variable] = root[above]
            variable = above
        return variable

    for form in system:
        for variable, _ in form[1:]:
            root[find(variable)] = find(form[0][0])
    parts: dict[int, dict[Form, Bounds]] = {}
    for form, bounds in system.items():
        parts.setdefault(find(form[0][0]) if form else -1, {})[form] = bounds
    return list(parts.values())


def joining(system: Iterable[Form]) -> list[Form]:
    """Give the forms of more than one variable."""
    return [form for form in system if len(form) > 1]


def is_acyclic(system: Iterable[Form]) -> bool:
    """Tell whether the forms of a connected system join its variables without a ring."""
    known = [*system]
    variables = {variable for form in known for variable, _ in form}
    joins = joining(known)
    return sum(map(len, joins)) <= len(variables) + len(joins) - 1


def is_irreducible(certificate: Certificate) -> bool:
    """Tell whether it is plain that no end can be spared: they are those of one form, or in a tree, each variable in two of them.

    Then there is one way only to make all variables cancel out.
    """
    if len({form for form, _ in certificate}) == 1:
        return True
    standing = Counter(variable for form, _ in certificate for variable, _ in form)
    edges, nodes = sum(standing.values()), len(standing) + len(certificate)
    return all(times == 2 for times in standing.values()) and edges == nodes - 1


def _primitive(row: Row, numbers: dict[Hashable, int]) -> tuple[Form, Exact]:
    """Give a row's form, and the factor that makes it of the row."""
    terms = sorted((numbers.setdefault(name, len(numbers)), value) for name, value in row.coefficients.items() if value)
    if not terms:
        return (), 1
    scale = lcm(*(value.denominator for _, value in terms))
    whole = [value.numerator * (scale // value.denominator) for _, value in terms]
    shared = gcd(*whole) * (1 if whole[0] > 0 else -1)
    form = tuple((variable, value // shared) for (variable, _), value in zip(terms, whole, strict=True))
    return form, shared if scale == 1 and shared in (1, -1) else Fraction(scale, shared)


def _stronger(end: End, known: End | None, side: int) -> bool:
    """Tell whether a bound leaves less than the known one: below (side -1) or above (side 1)."""
    if known is None:
        return True
    if end.value == known.value:
        return end.open and not known.open
    return (end.value < known.value) == (side > 0)
