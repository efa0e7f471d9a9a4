"""``listed(count)``: how many names are listed behind a figure.

    holds = "count == listed(count)"

"Four cities: Bonn, Trier and Mainz" lists three. A list is read only where it can be counted: names with commas between them
and one "and" before the last, opened by a dash, a colon or a bracket.

>>> from types import SimpleNamespace
>>> from factcheck.operands import Context, Operand
>>> cities = SimpleNamespace(listing=("Bonn", "Trier", "Mainz"))
>>> worth = evaluate(Operand("four", claim=cities), Context())
>>> worth.written, worth.facts
('3 names (Bonn; Trier; Mainz)', {'listed': '3', 'names': 'Bonn, Trier, Mainz'})

Not checked: a figure without such a list.
"""

from __future__ import annotations

from factcheck.intervals import Amount, Interval
from factcheck.operands import Context, NotCheckedError, Operand, Worth, statement

TAKES = ("claim",)
GIVES = "number"
USES = ()
FACTS = ("listed", "names")


def evaluate(count: Operand, context: Context) -> Worth:
    """Give the number of names.

    Raises:
        NotCheckedError: none are listed behind the figure.

    """
    names = statement(count).listing
    if not names:
        raise NotCheckedError(f"nothing is listed behind {count.quote}")
    point = Interval.point(len(names))
    told = [name for name, before in zip(names, ("", *names), strict=False) if name != before]  # "two clerks" is two of them
    written = f"{len(names)} names ({'; '.join(told)})"
    return Worth(Amount(point, point), written, GIVES, facts={"listed": str(len(names)), "names": ", ".join(told)})
