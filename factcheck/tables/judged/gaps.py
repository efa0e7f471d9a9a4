"""What the other rows tell of one that breaks a relation: whether a row that adds them up leaves figures out, what 0 is there.

Who does not tell how many were seen in time is left out of the percentage of all, though not of the number who came.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.tables.binding import Relation
from factcheck.tables.engines import Store
from factcheck.tables.queries import staging
from factcheck.tables.queries.counting import Counted
from factcheck.tables.slips import codes
from factcheck.verdicts import Verdict

_NEAR = 0.001
"""Share of a total by which the sum of the others may be off."""
_TRUE_ZEROS, _ONCE_IN = 10, 100
"""Rows in which 0 must be the sum of its parts, for each in which it is not, before it is a figure there and no code; and rows
of which one may be so."""


def are_added_up(store: Store, relation: Relation, verdict: Verdict, row: int) -> bool:
    """Tell whether a row at the end of a table, or at its beginning, is the sum of rows of which some tell one figure alone."""
    if row not in (1, store.rows) or relation.trust == "map":
        return False
    names = [name for name, column in relation.columns.items() if column.counts]
    told = [(name, staging.ends(relation.columns[name])[1]) for name in names]
    if len(told) < 2:
        return False
    missing = [f"{end} IS NULL" for _, end in told]
    lacking = f"count(*) FILTER (WHERE ({' OR '.join(missing)}) AND NOT ({' AND '.join(missing)}))"
    sums = ", ".join(f"sum({end})" for _, end in told)
    ((gaps, *made),) = store.ask(f"SELECT {lacking}, {sums} FROM staged WHERE row <> {row}")
    claims = verdict.constraint.claims
    return gaps > 0 and any(_is_near(claims[name].value, whole) for (name, _), whole in zip(told, made, strict=True))


def has_true_zeros(store: Store, counted: Counted, broken: int) -> bool:
    """Tell whether a total of 0 is what its parts make in nearly all rows that have one: it stands for nothing unknown."""
    whole = codes.whole_of(counted.relation.rule)
    if whole is None or whole not in counted.relation.columns or broken * _ONCE_IN > counted.checked:
        return False
    low, high = staging.ends(counted.relation.columns[whole])
    kept = f"{counted.there} AND NOT ({counted.suspicious}) AND {low} = 0 AND {high} = 0"
    ((zeros,),) = store.ask(f"SELECT count(*) FROM staged WHERE {kept}")
    return bool(zeros >= _TRUE_ZEROS * broken)


def _is_near(value: Fraction | None, made: float | None) -> bool:
    return value is not None and made is not None and value != 0 and abs(float(value) - made) <= _NEAR * made
