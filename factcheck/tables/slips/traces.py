"""Broken rows of one relation -> how many of them bear the trace of a slip: of the pen, of a copied cell, of a cell left at 0.

Rows that are counted in another way bear none. So a table of a few dozen rows may hold more slips than its share of broken rows
would tell.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from factcheck.tables.binding import Relation
from factcheck.tables.slips import codes, pens
from factcheck.verdicts import Verdict

_MOST = 60
"""Broken rows that are looked at; more are no slips."""
_ANY = 3
"""Broken rows up to which a sign that is lost or a point that is moved tells a slip; in more they are a manner of writing."""
_LEFT = 2
"""Totals that may have been left at 0; more are a code."""


def slips(relation: Relation, broken: Sequence[Verdict], rows: Sequence[int], doubled: Set[int] = frozenset()) -> int:
    """Count the broken rows that bear the trace of a slip; ``rows`` are their numbers, in order.

    ``doubled`` are those in which a figure is that of the row beside it.
    """
    if len(broken) > _MOST:
        return 0
    narrow = len(broken) > _ANY
    slipped = {row for row, verdict in zip(rows, broken, strict=True) if pens.slipped(verdict, digits_only=narrow)}
    slipped |= {row for row, verdict in zip(rows, broken, strict=True) if codes.is_overfull(relation, verdict)}
    left = {row for row, verdict in zip(rows, broken, strict=True) if codes.is_left_at_zero(relation, verdict)}
    return len(slipped | doubled | _copied_down(relation, broken, rows) | (left if len(left) <= _LEFT else set()))


def _copied_down(relation: Relation, broken: Sequence[Verdict], rows: Sequence[int]) -> set[int]:
    """Give rows that follow each other with n, n + 1, n + 2: so a spreadsheet fills a column down, and nothing else does."""
    copied: set[int] = set()
    for name in (name for name, pattern in relation.rule.claims.items() if pattern.column == "duration"):
        told = [(row, verdict.constraint.claims[name].value) for row, verdict in zip(rows, broken, strict=True)]
        for (row, value), (after, more) in pairwise(told):
            if after == row + 1 and value is not None and more == value + 1:
                copied |= {row, after}
    return copied
