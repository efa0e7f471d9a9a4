"""Term + operands -> a sum in words: "at least 3,000 killed and at least 2,500 injured make at least 5,500".

Each figure is told with what it leaves open, since that decides whether all of them can be true together.
"""

from __future__ import annotations

import re

from factcheck.expressions.terms import Bound, worth
from factcheck.expressions.tree import Term, summands
from factcheck.intervals import Amount
from factcheck.manners import written


def told(term: Term, bound: Bound) -> str:
    """Tell a sum of claims, by the names they have in the rule, and what they make."""
    figures = summands(term)
    parts = [_figure(figure.name, bound) for figure in figures]
    amount = worth(term, bound).amount
    like = bound.operands[figures[0].name].quote
    return f"{', '.join(parts[:-1])} and {parts[-1]} make {_total(amount, like)}"


def noun(name: str) -> str:
    """Give a claim's name in a rule as a word: the ``part_2`` of a rule is a part."""
    return re.sub(r"_\d+$", "", name).replace("_", " ")


def _figure(name: str, bound: Bound) -> str:
    operand = bound.operands[name]
    lead = "" if operand.amount is None else _lead(operand.amount)
    return f"{lead}{operand.quote} {noun(name)}"


def _total(amount: Amount, like: str) -> str:
    middle = amount.printed.middle
    if amount.possible.low is not None and (amount.possible.high is None or middle is None):
        return _lead(amount) + written(amount.possible.low, amount.unit, like=like)
    value = amount.possible.high if middle is None else middle
    return _lead(amount) + ("any number" if value is None else written(value, amount.unit, like=like))


def _lead(amount: Amount) -> str:
    """Give the words that tell on which side a figure is open: "at least ", "up to ", "about "."""
    low, high = amount.possible.low, amount.possible.high
    if high is None:
        return "" if not low else "more than " if amount.possible.low_open else "at least "
    if not low and low != high:
        return "fewer than " if amount.possible.high_open else "up to "
    return "" if amount.possible == amount.printed else "about "
