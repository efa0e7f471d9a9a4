"""The consistency core: linear rows with exact rationals in, irreducible conflicts with certificates out.

A leaf: it knows nothing of text. `examine` parts a system into components and looks at each: bounds are passed on
(`propagation`), and where a component fails, or has rings that passing on cannot decide, its conflicts are listed by
elimination (`elimination`); of one that is too large for that one conflict is told (`simplex`). A conflict is an irreducible
infeasible subsystem, IIS (J. W. Chinneck, *Feasibility and Infeasibility in Optimization*, 2008): rows that cannot hold
together, while any of them left out lets the others hold. Its certificate are Farkas multipliers.

>>> rows = [
...     Row("killed", {"k": Fraction(-1)}, "<=", Fraction(-3000)),
...     Row("wounded", {"w": Fraction(-1)}, "<=", Fraction(-2500)),
...     Row("casualties", {"c": Fraction(1)}, "<", Fraction(4750)),
...     Row("sum", {"k": Fraction(1), "w": Fraction(1), "c": Fraction(-1)}, "<=", Fraction(0)),
... ]
>>> (conflict,) = examine(rows).conflicts
>>> sorted(conflict.multipliers), int(conflict.gap), int(conflict.shift("killed"))
(['casualties', 'killed', 'sum', 'wounded'], 750, 750)
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from fractions import Fraction

from factcheck.consistency import elimination, simplex
from factcheck.consistency.propagation import propagate
from factcheck.consistency.rows import Bounds, Certificate, Form, Row, TooManyError, components, forms, is_irreducible
from factcheck.values import frozen

__all__ = ["MOST_CONFLICTS", "Conflict", "Consistency", "Row", "examine"]

MOST_LISTED = 250
"""Forms of a component of which all conflicts are looked for; of a larger one it is one."""
MOST_CONFLICTS = 100
"""Conflicts of one system that are listed; how many more there are is told."""


@frozen
class Conflict:
    """An irreducible infeasible subsystem with its Farkas certificate.

    ``multipliers`` times their rows, by label, sum up to ``0 <= -gap``, or to ``0 < 0`` where the gap is nothing; those of
    inequalities are positive.
    """

    multipliers: Mapping[Hashable, Fraction]
    gap: Fraction
    open: bool

    def shift(self, label: Hashable) -> Fraction:
        """Give by how much the constant of one row would have to move for the conflict to go, the others unchanged.

        Exactly so much is enough, unless the conflict is ``open``: then it has to be more.
        """
        return self.gap / abs(self.multipliers[label])


@frozen
class Consistency:
    """What became of a system: its conflicts, and where a cap was met.

    ``unlisted`` counts conflicts that were found and not listed; ``capped`` components of which one conflict was looked for
    and no more; ``undecided`` those that were given up.
    """

    conflicts: tuple[Conflict, ...] = ()
    unlisted: int = 0
    capped: int = 0
    undecided: int = 0

    @property
    def limit(self) -> str:
        """Say which caps were met; nothing where none was."""
        said = (
            (self.unlisted, "{} more conflict{} not listed"),
            (self.capped, "only one conflict was looked for in {} large group{} of figures"),
            (self.undecided, "{} group{} of figures too large to be decided"),
        )
        return "; ".join(text.format(count, "" if count == 1 else "s") for count, text in said if count)


def examine(rows: Iterable[Row]) -> Consistency:
    """Find the irreducible conflicts of a system, of the strongest bounds only: of repeated or parallel rows one stands for all.

    Args:
        rows: the constraints; no two with one label.

    """
    found: list[Certificate] = []
    capped = undecided = 0
    for component in components(forms(rows)):
        passed_on = propagate(component)
        if passed_on.holds:
            continue
        try:
            found += _all(component)
        except TooManyError:
            one, decided = _one(component, passed_on.certificate)
            found += one
            capped += bool(one)
            undecided += not decided
    listed = tuple(map(_conflict, found[:MOST_CONFLICTS]))
    return Consistency(listed, len(found) - len(listed), capped, undecided)


def _all(component: dict[Form, Bounds]) -> list[Certificate]:
    """Give all conflicts of a component.

    Raises:
        TooManyError: there are, or may be, more than can be listed.

    """
    if len(component) > MOST_LISTED:
        raise TooManyError
    clashes = (bounds.clashing(form) for form, bounds in component.items() if form)
    return [*filter(None, clashes), *elimination.conflicts(component)]


def _one(component: dict[Form, Bounds], known: Certificate | None) -> tuple[list[Certificate], bool]:
    """Give one conflict of a component, if there is one, and whether that could be decided.

    ``known`` is a certificate that may use more rows than it needs.
    """
    if known is not None and is_irreducible(known):
        return [known], True
    try:
        part = component if known is None else _only(known)
        conflict = simplex.refute(part)
    except TooManyError:
        return [], False
    return ([] if conflict is None else [conflict]), True


def _only(known: Certificate) -> dict[Form, Bounds]:
    """Give what a certificate uses of its component."""
    kept: dict[Form, Bounds] = {}
    for (form, side), (end, _, _) in known.items():
        bounds = kept.get(form, Bounds())
        kept[form] = Bounds(end, bounds.high) if side < 0 else Bounds(bounds.low, end)
    return kept


def _conflict(certificate: Certificate) -> Conflict:
    """Write a certificate of forms as one of the rows themselves."""
    multipliers: dict[Hashable, Fraction] = {}
    gap = Fraction(0)
    for end, side, multiplier in certificate.values():
        factor = multiplier * side * end.factor
        multipliers[end.row.label] = multipliers.get(end.row.label, Fraction(0)) + factor
        gap -= multiplier * side * end.value
    return Conflict(multipliers, gap, any(end.open for end, _, _ in certificate.values()))
