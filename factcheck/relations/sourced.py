"""``sourced(figure)``: somebody is named who says so.

    holds = "sourced(figure)"

>>> from types import SimpleNamespace
>>> from factcheck.operands import Context, Operand
>>> evaluate(Operand("40", claim=SimpleNamespace(source="s1")), Context()).verdict
'holds'
>>> evaluate(Operand("40", claim=SimpleNamespace(source=None)), Context()).verdict
'cannot hold'
"""

from __future__ import annotations

from factcheck.operands import Context, Operand, Outcome, statement

TAKES = ("claim",)
GIVES = "verdict"
USES = ()
FACTS = ()


def evaluate(figure: Operand, context: Context) -> Outcome:
    """Tell whether a figure has a source.

    Raises:
        NotCheckedError: it has no claim.

    """
    if statement(figure).source is not None:
        return Outcome("holds", calculation=f"{figure.quote} has a source")
    return Outcome("cannot hold", "nobody is named", f"{figure.quote} has no source")
