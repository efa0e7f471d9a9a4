"""Shares of one whole that are off together in a row -> the same, as they may be of another whole in it, which no column lists.

The stops of a train are in some months those, too, that it did not make. Shares that tell the same of their whole are right for
that one; what tells a slip in the whole that is listed is a digit, a point, or a cell that was filled in twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction

from factcheck.intervals import Interval
from factcheck.tables.binding import Relation
from factcheck.tables.judged.deciding import Broken
from factcheck.tables.queries.counting import Counted
from factcheck.tables.slips import pens
from factcheck.values import evolve

_FAR = Fraction(3, 2)
"""How many times the whole that is listed another one may be at most, or be a part of."""
_Told = Mapping[int, list[Broken]]


def of_another(ways: Mapping[int, Counted], told: _Told) -> dict[int, list[Broken]]:
    """Mark the rows of which two shares or more tell another whole, and one and the same."""
    wholes: dict[tuple[int, int], dict[int, Interval]] = defaultdict(dict)
    for number, several in told.items():
        for each in several if _is_of_two(ways[number].relation) else ():
            (share, _, whole), right = ways[number].relation.columns.values(), _right(each)
            if right is not None:
                wholes[each.row.number, whole.index][share.index] = right
    return {number: [_marked(each, ways[number].relation, wholes) for each in several] for number, several in told.items()}


def _is_of_two(relation: Relation) -> bool:
    """Tell a share with one part and one whole, as a column lists them."""
    return relation.rule.shape == "shares" and len(relation.columns) == 3


def _marked(each: Broken, relation: Relation, wholes: Mapping[tuple[int, int], Mapping[int, Interval]]) -> Broken:
    if not _is_of_two(relation):
        return each
    *_, whole = relation.columns.values()
    told = [*wholes.get((each.row.number, whole.index), {}).values()]
    return evolve(each, meant=True) if len(told) > 1 and _is_another(each, told) else each


def _is_another(each: Broken, told: Sequence[Interval]) -> bool:
    """Tell whether shares tell one whole, near the one that is listed, and no slip of the pen made that of it."""
    *_, claim = each.verdict.constraint.claims.values()
    low, high = max(one.low or Fraction(0) for one in told), min(one.high or Fraction(0) for one in told)
    value = claim.value or Fraction(0)
    near = 0 < low <= high and value <= _FAR * high and low <= _FAR * value
    return near and not any(low <= other <= high for other in pens.before_a_slip(value))


def _right(each: Broken) -> Interval | None:
    """Give what the whole would have to be, going by its share and its part."""
    share, part, _ = each.verdict.constraint.claims.values()
    if not share.value or part.value is None or share.quantity is None:
        return None
    half = (share.quantity.possible.high or share.value) - share.value
    of_all = 100 if "100" in each.verdict.constraint.rule.text else 1
    if share.value <= half:
        return None
    return Interval(of_all * part.value / (share.value + half), of_all * part.value / (share.value - half))
