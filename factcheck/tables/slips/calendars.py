"""Dates that break a relation -> whether it is kept by the old calendar, by the month before or behind, or before Christ.

Russia told its days by the Julian calendar until 1918, Greece until 1923, Britain until 1752. A table of such days keeps their
weekdays too, and no slip is in it. Emperors were born in "0062-09-23" and died in "0014-08-19".
"""

from __future__ import annotations

import datetime as dt

from factcheck.claims import Claim
from factcheck.expressions import Context, Operand, evaluate
from factcheck.intervals import Amount, Interval
from factcheck.values import evolve
from factcheck.verdicts import Verdict

_LAST = dt.date(1923, 3, 1)
"""Greece, the last country of Europe, left the old calendar on 15 February 1923, and took this day for the next."""
_LEAPS = ((1900, 13), (1800, 12), (1700, 11), (1582, 10))
"""Days that the old calendar is behind, from these years on: it has a leap day in 1700, 1800 and 1900."""

_MONTH, _ANCIENT = 31, 1000


def is_old_style(verdict: Verdict) -> bool:
    """Tell whether a relation of a weekday holds once its date is read by the old calendar."""
    rule, claims = verdict.constraint.rule, verdict.constraint.claims
    if not any(word in rule.text for word in ("monday_number", "sunday_number")):
        return False
    moved = {name: _moved(claim) for name, claim in claims.items()}
    if all(moved[name] is claim for name, claim in claims.items()):
        return False
    return evaluate(rule.holds, {name: _operand(claim) for name, claim in moved.items()}, Context()).verdict == "holds"


def is_next_month(verdict: Verdict) -> bool:
    """Tell whether one of two dates is a month, and the other in the month before or behind: in that it was entered."""
    if verdict.constraint.rule.shape != "twice":
        return False
    days = [(claim.first_day, claim.last_day) for claim in verdict.constraint.claims.values()]
    told = [(first.toordinal(), last.toordinal()) for first, last in days if first is not None and last is not None]
    apart = max(first for first, _ in told) - min(last for _, last in told) if told else 0
    return any(first < last for first, last in told) and apart <= _MONTH


def may_be_before_christ(verdict: Verdict) -> bool:
    """Tell whether two dates are set against each other of which one is so early that its year may be one before Christ."""
    if verdict.constraint.rule.shape == "twice":
        return False
    days = [claim.first_day for claim in verdict.constraint.claims.values() if claim.quantity is None and claim.first_day]
    return len(days) > 1 and min(days).year < _ANCIENT


def _moved(claim: Claim) -> Claim:
    """Give a claim of an old day with the day that we call it; any other as it is."""
    day = claim.first_day
    if claim.quantity is not None or day is None or day >= _LAST or day != claim.last_day:
        return claim
    behind = next((days for year, days in _LEAPS if day.year >= year), 0)
    then = day + dt.timedelta(behind)
    return evolve(claim, first_day=then, last_day=then) if behind else claim


def _operand(claim: Claim) -> Operand:
    if claim.quantity is not None:
        return Operand("", Amount(claim.quantity.printed, claim.quantity.possible), claim)
    return Operand("", Amount(Interval(), Interval()), claim)
