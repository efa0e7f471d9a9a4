"""Broken rows of one relation -> what they have in common that makes them no slips.

A relation is no find where all that breaks it is one and the same value of one column (0 for no gust, -9), a unit of
rounding to both sides, or one unbroken stretch of rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.tables.binding import Relation
from factcheck.verdicts import Verdict

_SAME = 3
"""Broken rows that must share a value before it is taken for a code."""
_ROUNDED = 4
_STRETCH = 8


def explained(relation: Relation, broken: Sequence[Verdict], rows: Sequence[int]) -> str:
    """Say what explains all broken rows; empty where they are slips."""
    if len(broken) < _SAME:
        return "" if not _is_zero_bound(relation, broken) else "0 may stand for what is not known"
    code = _code(relation, broken)
    if code is not None:
        return code
    if len(broken) >= _ROUNDED and _is_rounding(relation, broken):
        return f"{len(broken)} rows are off by one to both sides: rounded figures"
    if len(rows) >= _STRETCH and rows[-1] - rows[0] == len(rows) - 1:
        return f"broken in rows {rows[0]} to {rows[-1]} without a gap: counted in another way there"
    return ""


def _values(verdict: Verdict) -> dict[str, Fraction | None]:
    claims = verdict.constraint.claims.items()
    return {name: claim.quantity.value if claim.quantity else None for name, claim in claims}


def _code(relation: Relation, broken: Sequence[Verdict]) -> str | None:
    told = [_values(verdict) for verdict in broken]
    for name, column in relation.columns.items():
        values = {each[name] for each in told}
        if len(values) == 1 and (value := values.pop()) is not None and value <= 0:
            return f"{column.label} is {value} in all {len(broken)} rows that break it: a code, not a value"
    return None


def _is_zero_bound(relation: Relation, broken: Sequence[Verdict]) -> bool:
    """Tell whether a bound is 0, which may mean that nobody counted; a total of 0 beside its parts is a slip all the same."""
    if "==" in relation.rule.text or "<=" not in relation.rule.text:
        return False
    last = relation.rule.text.split("<=")[-1].strip()
    return bool(broken) and all(_values(verdict).get(last) == 0 for verdict in broken)


def _is_rounding(relation: Relation, broken: Sequence[Verdict]) -> bool:
    """Tell whether a sum is off by one, now above and now below, as parts are that were rounded each by itself."""
    parts = [name for name, pattern in broken[0].constraint.rule.claims.items() if pattern.several]
    whole = [name for name, pattern in broken[0].constraint.rule.claims.items() if not pattern.several]
    if len(parts) < 2 or len(whole) != 1:
        return False
    offs = set()
    for verdict in broken:
        values = _values(verdict)
        total, summed = values[whole[0]], [values[name] for name in parts]
        if total is None or None in summed:
            return False
        offs.add(total - sum(value for value in summed if value is not None))
    return offs == {Fraction(1), Fraction(-1)}
