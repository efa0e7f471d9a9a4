"""``as_surely(headline, body)``: the headline is no surer of a figure than the body is.

    holds = "as_surely(headline, body)"

Cues stand in three steps: none; an estimate; those that say it may not be so (modal, appearance, belief, hearsay, allegation,
condition, question). A headline that only foresees, asks or sets a condition states no fact. It may stand on the body's step
or a lower one. What is common in any headline is no fault:
"about 2,000" may lose its "about", "at least 12 dead" its bound, "plans to" becomes "to", and a named source is no hedge.

>>> from types import SimpleNamespace
>>> from factcheck.operands import Context, Operand
>>> def claim(*kinds):
...     return SimpleNamespace(stance="asserted", first_day=None, last_day=None, hedge_kinds=frozenset(kinds))
>>> headline, body = Operand("6 trillion won", claim=claim()), Operand("6 trillion won", claim=claim("allegation"))
>>> outcome = evaluate(headline, body, Context())
>>> outcome.verdict, outcome.facts["dropped"]
('cannot hold', 'allegation')
>>> evaluate(body, headline, Context()).verdict
'holds'
"""

from __future__ import annotations

from factcheck.operands import Context, Operand, Outcome, statement

TAKES = ("claim", "claim")
GIVES = "verdict"
USES = ()
FACTS = ("dropped",)

_ABOUT = frozenset({"approximation"})
_LOOSE = frozenset({"estimate"})
_OPEN = frozenset({"forecast", "conditional", "asked"})
"""Stances that state nothing as a fact: "sales expected to rise 6 percent"."""
_UNSURE = frozenset({"modal", "appearance", "belief", "hearsay", "allegation", "condition", "question"})


def evaluate(headline: Operand, body: Operand, context: Context) -> Outcome:
    """Tell whether the headline keeps the body's hedge or one as strong.

    Raises:
        NotCheckedError: an operand has no claim.

    """
    title = statement(headline)
    if title.stance in _OPEN:
        return Outcome("holds", calculation=f"{headline.quote} is told as {title.stance}")
    above, below = title.hedge_kinds, statement(body).hedge_kinds
    calculation = f"headline: {headline.quote}, {_listed(above)}; body: {body.quote}, {_listed(below)}"
    if max(_step(above), 1 if above & _ABOUT else 0) >= _step(below):
        return Outcome("holds", calculation=calculation)
    dropped = ", ".join(sorted(below & (_UNSURE if _step(below) == 2 else _LOOSE)))
    return Outcome("cannot hold", "the headline is surer than the body", calculation, {"dropped": dropped})


def _step(kinds: frozenset[str]) -> int:
    return 2 if kinds & _UNSURE else 1 if kinds & _LOOSE else 0


def _listed(kinds: frozenset[str]) -> str:
    return ", ".join(sorted(kinds & (_LOOSE | _UNSURE | _ABOUT))) or "no hedge"
