"""``multiplied_as_told(level, before)``: what doubled is about twice what it was, what halved about half.

    holds = "multiplied_as_told(level, before)"

"doubled to 40 from 31" cannot hold. The word alone stands for four fifths to one and a third of its number, "nearly" for
three quarters and up, "more than" for any number from its own on.

>>> from types import SimpleNamespace
>>> from factcheck.intervals import Amount, Interval
>>> from factcheck.operands import Context, Operand
>>> def figure(quote, value, way=None):
...     interval = Interval.point(value)
...     return Operand(quote, Amount(interval, interval), SimpleNamespace(direction=way))
>>> outcome = evaluate(figure("40", 40), figure("31", 31, "more than doubled"), Context())
>>> outcome.verdict, outcome.calculation, outcome.facts["right"]
('cannot hold', '40 / 31 = 1.2903', '1.29 times as much')
>>> evaluate(figure("15", 15), figure("31", 31, "halved"), Context()).verdict
'holds'

Not checked: figures in different units or not above zero, no word of how many times.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck import lexicon
from factcheck.intervals import Interval
from factcheck.manners.calculations import figure
from factcheck.operands import Context, NotCheckedError, Operand, Outcome, amount, amounts, statement
from factcheck.relations.percent_moved import is_positive

TAKES = ("claim", "claim")
GIVES = "verdict"
USES = (0, 1)
FACTS = ("told", "right")

_ABOUT = Interval(Fraction(4, 5), Fraction(4, 3))
_NEARLY = Interval(Fraction(3, 4), Fraction(26, 25))
_MORE = Interval(Fraction(1), None)
_SHARES = {"than": _MORE, "over": _MORE, "least": _MORE, "nearly": _NEARLY, "almost": _NEARLY}
"""What may be left of a number behind a word."""
_DIGITS = 3
_FOLD, _TIMES = "-fold", "-times"


def evaluate(level: Operand, before: Operand, context: Context) -> Outcome:
    """Tell whether the levels stand in the ratio that the text says.

    Raises:
        NotCheckedError: a figure is wanting or not above zero, the units differ, or nothing says how many times.

    """
    words = (statement(before).direction or "").split()
    times = _times(words)
    if times is None:
        raise NotCheckedError(f"nothing says how many times {before.quote} it is")
    if not all(map(is_positive, amounts(level, before))):
        raise NotCheckedError(f"{level.quote} is no multiple of {before.quote}")
    more, less = (level, before) if times > 0 else (before, level)
    ratio = amount(more).possible / amount(less).possible
    share = _SHARES.get("".join(words[-2:-1]), _ABOUT)
    middle = _middle(amount(more).printed) / _middle(amount(less).printed)
    calculation = f"{more.quote} / {less.quote} = {figure(middle)}"
    if ratio.meets(share * Interval.point(abs(times))):
        return Outcome("holds", calculation=calculation)
    facts = {
        "told": " ".join((*words[:-1], _participle(words[-1]))).replace(_TIMES, " times"),
        "right": f"{figure(middle, _DIGITS)} times as {'much' if times > 0 else 'little'}",
    }
    return Outcome("cannot hold", "the levels stand in another ratio", calculation, facts)


def _times(words: Sequence[str]) -> int | None:
    """Give how many times as much some words say it is, below zero where as little: "more than doubled", "risen 5-fold"."""
    last = words[-1] if words else ""
    if last.endswith(_TIMES):
        return int(last.removesuffix(_TIMES))
    if last.endswith(_FOLD):
        return int(last.removesuffix(_FOLD)) * (1 if words[0] == "risen" else -1)
    times: int | None = lexicon.entries("grammar")["multiples"]["words"].get(last)
    return times


def _participle(word: str) -> str:
    """Give the form that stands behind "have": "halved" for "halve"."""
    times = lexicon.entries("grammar")["multiples"]["words"]
    return (
        word
        if word.endswith(("ed", _FOLD, _TIMES))
        else next(form for form in times if times[form] == times[word] and form.endswith("ed"))
    )


def _middle(printed: Interval) -> Fraction:
    """Give the figure that was printed; both ends are known of what is above zero and rounded."""
    middle = printed.middle
    if middle is None:
        raise NotCheckedError("a figure without end has no ratio to another")
    return middle
