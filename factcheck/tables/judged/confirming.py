"""How many rows keep a relation -> what follows from that.

Held by 97 % and more, and broken in a few: a find. Held by fewer: a convention that is not understood, and nothing is said of
its rows; unless the rows that break it bear the trace of slips.
"""

from __future__ import annotations

from factcheck.tables.queries.counting import MOST
from factcheck.tables.shapes import Trust

HELD = 97
"""Percent of rows that must keep a relation."""
MANY = 50
"""Broken rows that are no few any more, where they are more than half a percent: somebody counts in another way there."""
FEW = {"names": 5, "guess": 8, "values": 15}
"""Rows from which a single break is a find by itself: a small table holds no 97 %."""
TIGHT = 12
"""Rows of a tight relation from which a single break is a find, whatever proposed it, if it bears the trace of a slip, or if all
are whole numbers."""
PAIR = 40
"""Rows of a tight relation that two may break."""
BOTH_WAYS = 95
"""Percent of rows that must keep a sum whose totals are now above their parts and now below."""
PAIRED = 2
"""Rows that may break, one this way and one that, what values alone proposed."""
TRACED = 12
"""One row in so many may be broken where the rest of the broken rows, without those that bear the trace of a slip, are few."""
TRACED_TIGHT = 8
"""One row in so many may be, where the relation is tight and all of them bear that trace."""
TRACED_SHARP, SHARP = 4, 8
"""One row in so many may be, where each of the others keeps it in so many digits that no chance does; and the fewest rows."""
SCATTERED, SCATTERED_TRACED = 10, 6
"""One row in so many may be, where besides some are off this way and some that: no convention and no rounding does so. And where
most of them bear that trace, in twice as many rows as a sharp relation needs."""


def is_find(
    checked: int,
    broken: int,
    trust: Trust,
    *,
    slips: int = 0,
    tight: bool = False,
    both_ways: bool = False,
    exact: bool = False,
    sharp: bool = False,
    scattered: bool = False,
) -> bool:
    """Tell whether so many rows keep a relation that those which break it are slips.

    Args:
        checked: rows that can be checked.
        broken: rows of them that break the relation.
        trust: how far it is trusted before the rows are asked.
        slips: rows of them that bear the trace of a slip.
        tight: an equality, and no rest that goes unlisted explains the broken rows: two may then be one row in twenty.
        both_ways: neither a rest that goes unlisted nor an overlap explains the broken rows.
        exact: it is tight, and all of its figures are whole numbers that are not rounded.
        sharp: it is tight, and each row that keeps it does so in three digits or more.
        scattered: each row that keeps it does so in as many, and the others are off by more here and by less there.

    """
    if broken == 0 or trust == "map":
        return checked > 0
    if broken > MANY and broken * 200 > checked:
        return False
    if sharp and slips == broken and broken * TRACED_SHARP <= checked and checked >= SHARP:
        return True
    if scattered and broken * (SCATTERED_TRACED if slips * 2 > broken and checked >= 2 * SHARP else SCATTERED) <= checked:
        return True
    few = min(FEW[trust], TIGHT) if exact or (tight and slips == broken) else FEW[trust]
    if (
        (tight or (both_ways and (trust != "values" or broken == PAIRED)))
        and slips == broken
        and broken * TRACED_TIGHT <= checked
        and checked >= few
    ):
        return True
    if slips and broken > 1 and broken * TRACED <= checked and checked >= few:
        return slips == broken or is_find(checked - slips, broken - slips, trust, tight=tight, both_ways=both_ways)
    if broken * 100 <= (100 - (BOTH_WAYS if both_ways else HELD)) * checked:
        return True
    return (broken == 1 and checked >= few) or (broken == 2 and checked >= (PAIR if tight else 5 * few))


def worth_a_look(checked: int, broken: int, trust: Trust) -> bool:
    """Tell whether the suspicious rows are few enough to be judged one by one: reals can suspect rows that are in order."""
    return (broken <= max(40, checked // 10) or trust == "map") and broken <= MOST
