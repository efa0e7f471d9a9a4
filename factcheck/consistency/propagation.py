"""Bounds of forms -> bounds of variables, passed on from form to form until nothing moves: the quick look at a component.

Where a variable is left without values, the steps that led there, multiplied back, are a certificate. What settles without a
ring of forms is consistent (bounds decide a system whose constraints make a tree). Rings can pass ever smaller steps round
without end: the work is capped.
"""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Sequence
from fractions import Fraction

from attrs import define, field

from factcheck.consistency.rows import Bounds, Certificate, End, Exact, Form, divided, is_acyclic, joining
from factcheck.values import frozen

_ROUNDS = 30
"""Times that the terms of a component may be looked at, on average, before it is given to a surer way."""

_Limit = tuple[Exact, int, int]
"""A bound on a variable: the value; -1, 0 or 1 where the variable stays a little below it, reaches it, stays above; its step."""


@frozen
class Propagated:
    """What propagation found: a certificate where no values are left, else whether it settled that there are some."""

    certificate: Certificate | None = None
    holds: bool = False


@frozen
class _Step:
    """A bound that a form gives to its variable ``at``, from the bounds that the steps ``before`` gave to the others."""

    form: Form
    end: End
    side: int
    at: int = 0
    before: Sequence[int] = ()


@define
class _Reach:
    """What each variable can still be, the steps that led there, and the forms that are to be looked at again."""

    low: dict[int, _Limit] = field(factory=dict)
    high: dict[int, _Limit] = field(factory=dict)
    steps: list[_Step] = field(factory=list)
    users: dict[int, list[Form]] = field(factory=dict)
    waiting: deque[Form] = field(factory=deque)
    queued: set[Form] = field(factory=set)

    def wake(self, forms: Sequence[Form]) -> None:
        """Queue forms that do not wait yet."""
        for form in forms:
            if form not in self.queued:
                self.queued.add(form)
                self.waiting.append(form)


def propagate(system: dict[Form, Bounds]) -> Propagated:
    """Pass the bounds of a component on until they settle, no values are left, or the cap is met."""
    reach = _Reach()
    clash = _begin(reach, system)
    if clash is not None:
        return Propagated(clash)
    work = _ROUNDS * sum(map(len, system))
    while reach.waiting:
        form = reach.waiting.popleft()
        reach.queued.discard(form)
        work -= len(form)
        if work < 0:
            return Propagated()
        for end, side in ((system[form].high, 1), (system[form].low, -1)):
            empty = None if end is None else _tighten(reach, form, end, side)
            if empty is not None:
                return Propagated(_certificate(reach, empty))
    return Propagated(holds=is_acyclic(system))


def _begin(reach: _Reach, system: dict[Form, Bounds]) -> Certificate | None:
    """Take the bounds of single variables; give the first conflict of the two ends of one form."""
    for form, bounds in system.items():
        if clash := bounds.clashing(form):
            return clash
        if len(form) == 1:
            for end, known, side in ((bounds.low, reach.low, -1), (bounds.high, reach.high, 1)):
                if end is not None:
                    known[form[0][0]] = (end.value, -side if end.open else 0, len(reach.steps))
                    reach.steps.append(_Step(form, end, side))
    for form in joining(system):
        for variable, _ in form:
            reach.users.setdefault(variable, []).append(form)
    reach.wake(joining(system))
    return None


def _tighten(reach: _Reach, form: Form, end: End, side: int) -> int | None:
    """Use one end of a form (the upper with side 1, the lower with -1) on its variables; give one that is left without values.

    Turned round for the lower end, the terms sum up to ``end`` at most; each has what the least of the others leave.
    """
    least = [(reach.low if value * side > 0 else reach.high).get(variable) for variable, value in form]
    free = least.count(None)
    if free > 1:
        return None
    shares = [0 if limit is None else limit[0] * value * side for limit, (_, value) in zip(least, form, strict=True)]
    strict = [limit is not None and limit[1] != 0 for limit in least]
    left, opens = end.value * side - sum(shares), end.open + sum(strict)
    before: list[int] = []
    for at, (variable, value) in enumerate(form):
        if free and least[at] is not None:
            continue
        above = value * side > 0
        limit = (divided(left + shares[at], value * side), (-1 if above else 1) if opens > strict[at] else 0)
        now = (reach.high if above else reach.low).get(variable)
        if now is None or (limit < now[:2] if above else limit > now[:2]):
            before = before or [-1 if known is None else known[2] for known in least]
            if not _narrow(reach, variable, limit, _Step(form, end, side, at, before), above=above):
                return variable
    return None


def _narrow(reach: _Reach, variable: int, limit: tuple[Exact, int], step: _Step, *, above: bool) -> bool:
    """Give a variable a closer bound; False if nothing is left."""
    (reach.high if above else reach.low)[variable] = (*limit, len(reach.steps))
    reach.steps.append(step)
    low, high = reach.low.get(variable), reach.high.get(variable)
    if low is not None and high is not None and low[:2] > high[:2]:
        return False
    reach.wake(reach.users[variable])
    return True


def _certificate(reach: _Reach, empty: int) -> Certificate:
    """Go back from the two bounds that leave a variable no value, and multiply the steps that led to them."""
    factors = {known[empty][2]: Fraction(1) for known in (reach.low, reach.high)}
    waiting = [-number for number in factors]
    heapq.heapify(waiting)
    found: dict[tuple[Form, int], tuple[End, int, Fraction]] = {}
    while waiting:
        number = -heapq.heappop(waiting)  # the latest first: all that it went into has been seen
        step = reach.steps[number]
        factor = factors[number] / abs(step.form[step.at][1])
        _, _, sum_ = found.get((step.form, step.side), (step.end, step.side, 0))
        found[step.form, step.side] = (step.end, step.side, factor + sum_)
        for at, earlier in enumerate(step.before):
            if at != step.at:
                if earlier not in factors:
                    heapq.heappush(waiting, -earlier)
                factors[earlier] = factors.get(earlier, Fraction(0)) + factor * abs(step.form[at][1])
    return found
