"""Broken rows of one relation -> what they have in common that makes them no slips.

A relation is no find where all that breaks it is one and the same value of one column (0 for no gust, -9), a unit of
rounding to both sides, a rest that no column lists, or one unbroken stretch of rows.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from fractions import Fraction

from factcheck.rules import ClaimPattern, Rule
from factcheck.tables.binding import Relation
from factcheck.tables.columns import digits, forms, partitions
from factcheck.tables.slips import pens
from factcheck.verdicts import Verdict

_SAME = 3
"""Broken rows that must share a value before it is taken for a code."""
_PAIR = 2
"""Totals that are all above their parts, and that no digit explains: people of neither sex."""
_ROUNDED = 4
_STRETCH = 8
_ESTIMATED = (10**6, 10**5, 10**4, 1000, 100)
"""Units that all figures of a row are not whole numbers of by chance."""
_OVERFULL = 2
"""Percent above a hundred, and beyond what its shares are rounded by, that nobody makes whose other rows make a hundred."""


def explained(relation: Relation, broken: Sequence[Verdict], rows: Sequence[int], *, emptied: bool = False) -> str:
    """Say what explains all broken rows; empty where they are slips.

    ``emptied`` tells that each of them is a total of 0 beside parts, and that 0 is a figure in the other rows.
    """
    if len(broken) < _SAME:
        unknown = _is_zero_bound(relation, broken)
        unlisted = "a part may be counted that no column lists: captured beside killed, drawn beside won"
        return "0 may stand for what is not known" if unknown else unlisted if _is_open(relation, broken) else ""
    code = _code(relation, broken)
    if code is not None and not emptied:
        return code
    if len(broken) >= _ROUNDED and _is_rounding(relation, broken):
        return f"{len(broken)} rows are off by one to both sides: rounded figures"
    if len(broken) >= _ROUNDED and all(off > 0 for off in _offs(relation, broken)):
        return f"the total is above its parts in all {len(broken)} rows that break it: others, who are not listed"
    if len(rows) >= _STRETCH and rows[-1] - rows[0] == len(rows) - 1:
        return f"broken in rows {rows[0]} to {rows[-1]} without a gap: counted in another way there"
    return ""


def may_have_rest(relation: Relation, broken: Sequence[Verdict]) -> bool:
    """Tell whether a row that breaks a sum can have a part that no column lists."""
    return bool(broken) and (len(relation.rule.claims) == 1 or any(off > 0 for off in _offs(relation, broken)))


def is_nearly_rounded(relation: Relation, verdict: Verdict) -> bool:
    """Tell whether a sum of rounded figures is off by little more than they can be, or of fives and hundreds by these."""
    off, size = abs(_offs(relation, [verdict])[0]), len(relation.columns)
    step = max(column.form.step for column in relation.columns.values())
    values = [value for value in _values(verdict).values() if value is not None]
    unit = digits.last_digit(values)
    nearly = off <= (2 * size if unit == 1 else size * unit)
    step = max(step, _estimated_in(values))
    stepped = step > 1 and not any(value % step for value in values)
    return (relation.rounded and nearly) or (stepped and 0 < 2 * off <= step * size)


def _estimated_in(values: Sequence[Fraction]) -> int:
    """Give the thousands, or hundreds, in which all figures of a row are told: an estimate among rows that are counted."""
    whole = math.gcd(*map(int, values)) if all(value.denominator == 1 for value in values) else 1
    return next((step for step in _ESTIMATED if whole % step == 0), 1)


def is_overfull(relation: Relation, verdict: Verdict) -> bool:
    """Tell whether shares make far more than a hundred, where those of the other rows do not: no rest explains that."""
    if relation.rule.shape != "hundreds":
        return False
    figures = [claim.quantity for claim in verdict.constraint.claims.values() if claim.quantity is not None]
    made = sum(quantity.value or 0 for quantity in figures)
    room = sum((quantity.possible.high or 0) - (quantity.value or 0) for quantity in figures)
    return (made - room) * 100 > (100 + _OVERFULL) * (100 if made > _OVERFULL else 1)


def is_left_at_zero(relation: Relation, verdict: Verdict) -> bool:
    """Tell whether a total is 0 beside parts that are not: left empty when the row was filled in."""
    whole = whole_of(verdict.constraint.rule)
    return whole is not None and _offs(relation, [verdict])[0] < 0 and _values(verdict)[whole] == 0


def whole_of(rule: Rule) -> str | None:
    """Give the name of the total of a sum; None where a rule has no single one."""
    return next((name for name, pattern in rule.claims.items() if not pattern.several), None)


def go_both_ways(relation: Relation, broken: Sequence[Verdict]) -> bool:
    """Tell whether some totals are above their parts and some below: neither a rest nor an overlap explains all of them.

    So are numbers of days, which are more here and fewer there than those between their dates.
    """
    offs = [] if not broken else [*map(_days_off, broken)] if relation.rule.shape == "spans" else _offs(relation, broken)
    return any(off > 0 for off in offs) and any(off < 0 for off in offs)


def _values(verdict: Verdict) -> dict[str, Fraction | None]:
    claims = verdict.constraint.claims.items()
    return {name: claim.value for name, claim in claims}


def _code(relation: Relation, broken: Sequence[Verdict]) -> str | None:
    told = [_values(verdict) for verdict in broken]
    names = relation.columns if not go_both_ways(relation, broken) else ()  # what is not known is missing on one side
    for name in names:
        column = relation.columns[name]
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


def _is_open(relation: Relation, broken: Sequence[Verdict]) -> bool:
    """Tell whether names know another part than those that are listed, and each total has room for it; off by one is a slip."""
    parts = [relation.columns[name] for name, pattern in _patterns(broken).items() if pattern.several]
    known = [each for each in partitions.among(parts) if len(each.parts) == len(parts)]
    room = bool(broken) and _have_more(_offs(relation, broken)) and not any(map(pens.slipped, broken))
    return room and bool(known) and not any(each.complete for each in known)


def with_others(relation: Relation, broken: Sequence[Verdict]) -> set[int]:
    """Give the places of totals above their parts, and that no digit explains, where several are, and none is below."""
    if not is_sum(relation.rule):
        return set()
    rest = {at: _offs(relation, [each]) for at, each in enumerate(broken) if not pens.slipped(each)}
    less = any(off < 0 for offs in rest.values() for off in offs)
    told = {at for at, offs in rest.items() if _have_more(offs)}
    return told if len(told) >= _PAIR and not less else set()


def is_sum(rule: Rule) -> bool:
    """Tell a rule of parts and their total."""
    return "==" in rule.text and whole_of(rule) is not None and any(pattern.several for pattern in rule.claims.values())


def _have_more(offs: Sequence[Fraction]) -> bool:
    """Tell whether each total has room for another part; off by one is a slip."""
    return all(off > 1 for off in offs)


def _patterns(broken: Sequence[Verdict]) -> Mapping[str, ClaimPattern]:
    return broken[0].constraint.rule.claims if broken else {}


def is_blank_difference(verdict: Verdict) -> bool:
    """Tell whether a difference and what it takes off are both 0: the first row of a series has nothing before it."""
    blank = verdict.constraint.rule.shape == "differences" and len(verdict.constraint.claims) == _SAME
    return blank and [*_values(verdict).values()].count(Fraction(0)) > 1


def is_marked(relation: Relation, verdict: Verdict) -> bool:
    """Tell whether a footnote may say what a figure is: revised since, without some, of another day."""
    marked = any(column.form.marked for column in relation.columns.values())
    return marked and any(forms.unmarked(text := claim.sentence.text) != text for claim in verdict.constraint.claims.values())


def is_lead(relation: Relation, verdict: Verdict) -> bool:
    """Tell whether one of three figures is how far the others are apart, and in this row the other one leads: a majority."""
    shape, values = relation.rule.shape, [*_values(verdict).values()]
    if len(values) != _SAME or None in values or any(column.form.negative for column in relation.columns.values()):
        return False
    smaller, middle, larger = sorted(value for value in values if value is not None)
    return shape in ("sums", "differences") and smaller + middle == larger


def _is_rounding(relation: Relation, broken: Sequence[Verdict]) -> bool:
    """Tell whether a sum is off by one, now above and now below, as parts are that were rounded each by itself."""
    return set(_offs(relation, broken)) == {Fraction(1), Fraction(-1)}


def _offs(relation: Relation, broken: Sequence[Verdict]) -> list[Fraction]:
    """Give by how much each total is above its parts; 0 where the relation is no sum, or a figure is none."""
    claims = broken[0].constraint.rule.claims
    parts = [name for name, pattern in claims.items() if pattern.several]
    whole = [name for name, pattern in claims.items() if not pattern.several]
    if len(parts) < 2 or len(whole) != 1 or "==" not in relation.rule.text:
        return [Fraction(0)]
    return [_off(_values(verdict), parts, whole[0]) for verdict in broken]


def _days_off(verdict: Verdict) -> Fraction:
    """Give by how much a number of days, which is the first claim of its rule, is more than what would be right."""
    days = next(iter(verdict.constraint.claims.values()))
    right = verdict.right(days.id)
    return Fraction(0) if days.value is None or right.low is None or right.low != right.high else days.value - right.low


def _off(values: Mapping[str, Fraction | None], parts: Sequence[str], whole: str) -> Fraction:
    total, summed = values[whole], [value for name in parts if (value := values[name]) is not None]
    return Fraction(0) if total is None or len(summed) < len(parts) else total - sum(summed)
