"""``same_way(one, other)``: two tellings of one change say that it went the same way.

    holds = "same_way(headline, body)"

>>> from types import SimpleNamespace
>>> from factcheck.operands import Context, Operand
>>> def change(quote, way):
...     return Operand(quote, claim=SimpleNamespace(direction=way))
>>> evaluate(change("8%", "up"), change("8 percent", "down"), Context()).facts
{'told': 'up', 'right': 'down'}
>>> evaluate(change("8%", "up"), change("8 percent", "up"), Context()).verdict
'holds'

Not checked: no word of which way one of them went.
"""

from __future__ import annotations

from factcheck.operands import Context, NotCheckedError, Operand, Outcome, statement

TAKES = ("claim", "claim")
GIVES = "verdict"
USES = (0, 1)
FACTS = ("told", "right")


def evaluate(one: Operand, other: Operand, context: Context) -> Outcome:
    """Tell whether both are told to have gone one way.

    Raises:
        NotCheckedError: nothing says which way one of them went.

    """
    told, right = statement(one).direction, statement(other).direction
    if told is None or right is None:
        raise NotCheckedError("nothing says which way it went")
    calculation = f"{told} {one.quote}; {right} {other.quote}"
    if told == right:
        return Outcome("holds", calculation=calculation)
    return Outcome("cannot hold", "one change goes one way", calculation, {"told": told, "right": right})
