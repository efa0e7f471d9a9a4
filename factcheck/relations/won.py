"""``won(vote)``: the side of a vote that stands first is the larger.

    holds = "won(vote)"

Who voted 52-47 to keep a law has kept it; 47-52 are too few for it.

>>> from fractions import Fraction
>>> from types import SimpleNamespace
>>> from factcheck.operands import Context, Operand
>>> outcome = evaluate(Operand("47-52", claim=SimpleNamespace(ends=(Fraction(47), Fraction(52)))), Context())
>>> outcome.verdict, outcome.calculation
('cannot hold', '47 < 52')

Not checked: what has no two sides.
"""

from __future__ import annotations

from factcheck.manners.calculations import figure
from factcheck.operands import Context, Operand, Outcome
from factcheck.relations.both_sides import sides

TAKES = ("claim",)
GIVES = "verdict"
USES = (0,)
FACTS = ()


def evaluate(vote: Operand, context: Context) -> Outcome:
    """Tell whether the first side is the larger; of two that are equal somebody may break the tie.

    Raises:
        NotCheckedError: it has no two sides.

    """
    ours, theirs = sides(vote)
    if ours >= theirs:
        return Outcome("holds", calculation=f"{figure(ours)} >= {figure(theirs)}")
    return Outcome("cannot hold", "fewer are for it than against it", f"{figure(ours)} < {figure(theirs)}")
