"""How many rows keep a relation -> what follows from that.

Held by 97 % and more, and broken in a few: a find. Held by fewer: a convention that is not understood, and nothing is said of
its rows; unless the rows that break it bear the trace of slips.
"""

from __future__ import annotations

from factcheck.tables.queries.counting import MOST
from factcheck.tables.shapes import Trust
from factcheck.values import evolve, frozen

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
TRACED_SHARP, SHARP, SHARP_NAMED = 4, 8, 5
"""One row in so many may be, where each of the others keeps it in so many digits that no chance does; and the fewest rows, also
where names say what it is."""
SCATTERED, SCATTERED_TRACED = 10, 6
"""One row in so many may be, where besides some are off this way and some that: no convention and no rounding does so. And where
most of them bear that trace, in twice as many rows as a sharp relation needs."""


@frozen
class _Tally:
    """How many rows keep a relation, as `is_find` is told."""

    checked: int
    broken: int
    trust: Trust
    slips: int
    tight: bool
    both_ways: bool
    exact: bool
    sharp: bool
    scattered: bool
    named: bool

    @property
    def all_traced(self) -> bool:
        """Every row that breaks the relation bears the trace of a slip."""
        return self.slips == self.broken

    @property
    def enough(self) -> int:
        """Rows from which a single break is a find by itself."""
        few = FEW[self.trust]
        return min(few, TIGHT) if self.exact or (self.tight and self.all_traced) else few

    def is_rare(self, broken: int, once_in: int) -> bool:
        """Tell whether at most one row in so many is among these broken ones."""
        return broken * once_in <= self.checked


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
    named: bool = False,
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
        named: a name says what is made of the others.

    """
    if broken == 0 or trust == "map":
        return checked > 0
    tally = _Tally(checked, broken, trust, slips, tight, both_ways, exact, sharp, scattered, named)
    if broken > MANY and not tally.is_rare(broken, 200):
        return False
    return any(tells(tally) for tells in (_is_sharp, _is_scattered, _is_traced, _is_traced_in_part, _is_usual, _is_single))


def _is_sharp(tally: _Tally) -> bool:
    fewest = SHARP_NAMED if tally.named else SHARP
    return tally.sharp and tally.all_traced and tally.checked >= fewest and tally.is_rare(tally.broken, TRACED_SHARP)


def _is_scattered(tally: _Tally) -> bool:
    traced = tally.slips * 2 > tally.broken and tally.checked >= 2 * SHARP
    return tally.scattered and tally.is_rare(tally.broken, SCATTERED_TRACED if traced else SCATTERED)


def _is_traced(tally: _Tally) -> bool:
    """Tell whether all broken rows bear the trace of a slip, and nothing else explains them."""
    unexplained = tally.tight or (tally.both_ways and (tally.trust != "values" or tally.broken == PAIRED))
    return unexplained and tally.all_traced and tally.checked >= tally.enough and tally.is_rare(tally.broken, TRACED_TIGHT)


def _is_traced_in_part(tally: _Tally) -> bool:
    """Tell whether the broken rows are rare, and few without those that bear the trace of a slip."""
    if not tally.slips or tally.broken == 1 or tally.checked < tally.enough or not tally.is_rare(tally.broken, TRACED):
        return False
    rest = evolve(tally, checked=tally.checked - tally.slips, broken=tally.broken - tally.slips, slips=0, exact=False)
    return rest.broken == 0 or _is_usual(rest) or _is_single(rest)


def _is_usual(tally: _Tally) -> bool:
    """Tell whether nearly all rows keep the relation."""
    return tally.broken * 100 <= (100 - (BOTH_WAYS if tally.both_ways else HELD)) * tally.checked


def _is_single(tally: _Tally) -> bool:
    """Tell whether one row breaks it among enough, or two among many."""
    if tally.broken == 1:
        return tally.checked >= tally.enough
    return tally.broken == 2 and tally.checked >= (PAIR if tally.tight else 5 * tally.enough)


def worth_a_look(checked: int, broken: int, trust: Trust) -> bool:
    """Tell whether the suspicious rows are few enough to be judged one by one: reals can suspect rows that are in order."""
    return (broken <= max(40, checked // 10) or trust == "map") and broken <= MOST
