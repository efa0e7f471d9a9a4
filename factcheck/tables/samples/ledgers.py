"""Values of a table's columns -> those that one column keeps adding up, row by row, though no name calls it a running total.

Distances along a road, votes counted so far, a balance behind its bookings: each row is the one before and what is new. A row may
begin anew with what is new alone, as the next place or year does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from attrs import field

from factcheck.tables.columns import Number, digits
from factcheck.tables.slips import pens
from factcheck.values import frozen

Values = Sequence[Number | None]
_FEWEST, _FEWEST_NAMED = 12, 7
"""Steps that must hold, where something is new; and those of what is called so: a table of twelve months has eleven."""
_DIFFERENT = 5
_GLANCE = 24
"""Rows at the beginning of which half must hold, before the others are looked at."""
_HELD = 97
"""Percent of the steps that hold, but for those about a slip."""
_SLIPPED = 20
"""One step in so many, or a single one, may leave the line."""


@frozen
class Ledger:
    """A running total and what is new, as places among the columns; its steps, and the rows that the next one takes back.

    Where it falls, as what is owed does, ``sign`` is -1. ``telling`` are the steps that hold, and bring something new.
    """

    total: int
    new: int
    sign: int
    steps: int
    telling: int
    left: tuple[int, ...] = field(repr=False)


def find(columns: Sequence[Values], named: Sequence[bool]) -> Iterator[Ledger]:
    """Give the running totals among columns, each with the first column that it grows by; ``named`` are those that say so."""
    taken: set[int] = set()
    units = [digits.resolution(values) for values in columns]
    for total, new in permutations(range(len(columns)), 2):
        unit = max(units[total], units[new])
        room = 2 * unit if unit < 1 else 0  # decimals are rounded
        for sign in (1, -1) if total not in taken else ():
            news = columns[new] if sign > 0 else [None if value is None else -value for value in columns[new]]
            found = _ledger(total, new, sign, columns[total], news, room) if _at_first(columns[total], news, room) else None
            if found is not None and found.telling >= (_FEWEST_NAMED if named[total] else _FEWEST):
                taken.add(total)
                yield found
                break


def _at_first(totals: Values, news: Values, room: Number) -> bool:
    seen, missed = min(_GLANCE, len(totals)), 0
    for at in range(1, seen):
        missed += _grows(totals, news, at, room) is not True
        if (seen - 1 - missed) * 2 < seen:
            return False
    return True


def _grows(totals: Values, news: Values, at: int, room: Number) -> bool | None:
    """Tell whether a row is the one before and what is new; None where a cell says nothing, and where the row begins anew."""
    before, total, new = totals[at - 1], totals[at], news[at]
    if before is None or total is None or new is None:
        return None
    if -room <= total - before - new <= room:
        return True
    return None if -room <= total - new <= room else False


def _ledger(total: int, new: int, sign: int, totals: Values, news: Values, room: Number) -> Ledger | None:
    steps = [_grows(totals, news, at, room) for at in range(1, len(totals))]
    checked, held = len(steps) - steps.count(None), steps.count(True)
    telling = [news[at] for at, step in enumerate(steps, 1) if step and news[at]]
    most = max(1, checked // _SLIPPED)
    if len(set(telling)) < _DIFFERENT or (held + 2 * most) * 100 < _HELD * checked:
        return None
    left = tuple(at for at in range(1, len(totals)) if steps[at - 1] is False and _leaves(totals, news, at, room))
    few = len(left) <= most and (held + 2 * len(left)) * 100 >= _HELD * checked
    return Ledger(total, new, sign, checked, len(telling), left) if few else None


def _leaves(totals: Values, news: Values, at: int, room: Number) -> bool:
    """Tell a row that the next one takes back; at the end, or before a row that begins anew, one that a digit puts right.

    And one whose total goes on, but what is new has two digits exchanged or its point moved: no revision is by just as much.
    """
    if _goes_on(totals, news, at, room):
        return True
    if at + 1 < len(totals) and _grows(totals, news, at + 1, room) is not None:
        return _taken_back(totals, news, at, room)
    before, total, new = totals[at - 1], totals[at], news[at]
    return before is not None and total is not None and new is not None and pens.miswritten(total, before + new)


def _goes_on(totals: Values, news: Values, at: int, room: Number) -> bool:
    before, total, new = totals[at - 1], totals[at], news[at]
    told = before is not None and total is not None and new is not None and at + 1 < len(totals)
    return told and pens.turned(new or 0, (total or 0) - (before or 0)) and _grows(totals, news, at + 1, room) is True


def _taken_back(totals: Values, news: Values, at: int, room: Number) -> bool:
    """Tell whether the row behind is what it would be, had this row not left the line."""
    before, after, new, more = totals[at - 1], totals[at + 1], news[at], news[at + 1]
    if before is None or after is None or new is None or more is None:
        return False
    return -room <= after - before - new - more <= room
