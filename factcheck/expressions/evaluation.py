"""Expression + operands -> Outcome: the verdict, why, and a calculation that can be followed by hand."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from factcheck import relations, units
from factcheck.expressions import sums
from factcheck.expressions.terms import Bound, Change, as_it_stands, difference, level, together, worth
from factcheck.expressions.tree import Both, Comparison, Denial, Expression, Figure, Test, Word, longer_sum
from factcheck.intervals import Amount, Interval
from factcheck.manners import times, written
from factcheck.manners.calculations import day, extent, figure
from factcheck.operands import Context, NotCheckedError, Operand, Outcome, Verdict, Worth
from factcheck.values import evolve

_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}
MIRROR = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "=="}
_WORST_LAST: tuple[Verdict, ...] = ("holds", "may hold", "not checked", "cannot hold")
_HANGS = "it hangs on rounding, hedges or bounds"
_HANGS_ON_DAY = "it hangs on which day is meant"
_COARSE = "equal as far as the figures it is reckoned from are rounded"
_DENIED: dict[Verdict, Verdict] = {"holds": "cannot hold", "cannot hold": "holds"}


def evaluate(expression: Expression, operands: Mapping[str, Operand], context: Context) -> Outcome:
    """Tell whether an expression holds of some claims.

    An order holds if it is true of all values that the figures can stand for, and cannot hold if it is true of none. Two
    figures are equal if what they print meets, and may be equal if what they can stand for does.

    Args:
        expression: what `parse` gave.
        operands: the claim behind each of its names.
        context: the day of publication.

    """
    return judge(expression.test, Bound(operands, context))


def judge(test: Test, bound: Bound) -> Outcome:
    """Give the outcome of one test of an expression."""
    try:
        match test:
            case Comparison():
                return _telling(test, _of_two(test, bound), bound)
            case Both():
                return _worst([(part, judge(part, bound)) for part in test.tests])
            case Denial():
                outcome = judge(test.word, bound)
                return evolve(outcome, verdict=_DENIED.get(outcome.verdict, outcome.verdict))
            case Word():
                arguments = [bound.operands[argument.name] for argument in test.arguments]
                said: Outcome = relations.word(test.name).evaluate(*arguments, bound.context)
                return said
    except NotCheckedError as reason:
        return Outcome("not checked", str(reason))


def _telling(test: Comparison, outcome: Outcome, bound: Bound) -> Outcome:
    """Add to a conflict how its message tells the sum that it rests on."""
    term = longer_sum(test) if outcome.verdict == "cannot hold" else None
    return outcome if term is None else evolve(outcome, facts={**outcome.facts, "together": sums.told(term, bound)})


def _worst(parts: list[tuple[Test, Outcome]]) -> Outcome:
    """Join the outcomes of tests that must all hold: the worst decides and gives the reason."""
    verdict = max((outcome.verdict for _, outcome in parts), key=_WORST_LAST.index)
    deciding = [outcome for _, outcome in parts if outcome.verdict == verdict]
    shown = [
        outcome.calculation
        for test, outcome in parts
        if outcome.calculation
        and (outcome.verdict == verdict if verdict == "cannot hold" else not (isinstance(test, Comparison) and test.implied))
    ]
    facts = {name: fact for _, outcome in reversed(parts) for name, fact in outcome.facts.items()}
    return Outcome(verdict, deciding[0].reason, "; ".join(shown), {**facts, **deciding[0].facts})


def _of_two(test: Comparison, bound: Bound) -> Outcome:
    """Compare two sides; temperatures that the text tells as a difference are no levels ("warmed by 2 C (3.6 F)")."""
    left, right = worth(test.left, bound), worth(test.right, bound)
    if left.amount.unit == right.amount.unit:
        return _compared(test, left, right)
    if any(operand.claim and "difference" in operand.claim.forms for operand in bound.operands.values()):
        return _compared(test, left, right, difference)
    return _kinder(test, left, right)


def _kinder(test: Comparison, left: Worth, right: Worth) -> Outcome:
    """Compare two sides; temperatures that differ as levels may be equal as differences ("2 C (3.6 F), the survey found")."""
    outcome = _compared(test, left, right)
    if outcome.verdict != "cannot hold" or test.operator != "==" or units.dimension(left.amount.unit) != "temperature":
        return outcome
    apart = _compared(test, left, right, difference)
    return (
        outcome if apart.verdict == "cannot hold" else evolve(apart, verdict="may hold", reason="as a difference of temperatures")
    )


def _compared(test: Comparison, left: Worth, right: Worth, change: Change = level) -> Outcome:
    left, right = together(test, left, right, change)
    certain = left.certain and right.certain
    verdict = _verdict(test.operator, *_beside_its_parts(test, left.amount, right.amount), certain)
    bare = verdict if _is_plain(test, verdict, left, right) else _bare_verdict(test.operator, left.amount, right.amount)
    facts = {**left.facts, **right.facts}
    if verdict == "cannot hold" and (isinstance(test.left, Figure) or isinstance(test.right, Figure)):
        facts["right"] = _right(test, left, right)
    reason = _reason(test.operator, verdict, bare, certain, of_days=left.dimension == "day")
    coarse = _coarse(test, left, right) if verdict == "holds" and test.operator == "==" else None
    return Outcome(verdict, _COARSE if coarse else reason, _calculation(test.operator, verdict, bare, left, right, coarse), facts)


def _beside_its_parts(test: Comparison, left: Amount, right: Amount) -> tuple[Amount, Amount]:
    """Give two sides with less room below one figure that the other side's make: nobody who adds up 8 million has 10 million."""
    if test.operator != "==" or longer_sum(test) is None:
        return left, right
    lone = [side if isinstance(term, Figure) else None for term, side in ((test.left, left), (test.right, right))]
    return lone[0].near_below if lone[0] else left, lone[1].near_below if lone[1] else right


def _is_plain(test: Comparison, verdict: Verdict, left: Worth, right: Worth) -> bool:
    """Tell whether an order that holds of all values holds of the figures as they stand, with nothing to work out."""
    ends = (left.amount.printed.low, left.amount.printed.high, right.amount.printed.low, right.amount.printed.high)
    return verdict == "holds" and test.operator != "==" and all(end is not None for end in ends)


def _verdict(operator: str, left: Amount, right: Amount, certain: bool = True) -> Verdict:
    if operator == "==":
        if certain and left.printed.meets(right.printed):
            return "holds"
        return "may hold" if left.possible.meets(right.possible) else "cannot hold"
    if operator in (">", ">="):
        return _verdict(MIRROR[operator], right, left)
    if left.possible.always_at_most(right.possible, strict=operator == "<"):
        return "holds"
    return "cannot hold" if left.possible.never_at_most(right.possible, strict=operator == "<") else "may hold"


def _bare_verdict(operator: str, left: Amount, right: Amount) -> Verdict | None:
    """Give the verdict on the figures as they stand, without rounding or hedges; None where one is no single figure."""
    one, other = left.printed.middle, right.printed.middle
    return None if one is None or other is None else _verdict(operator, _point(one), _point(other))


def _point(value: Fraction) -> Amount:
    return Amount(Interval.point(value), Interval.point(value))


def _coarse(test: Comparison, left: Worth, right: Worth) -> Worth | None:
    """Give the side that is reckoned, where it does not round to the figure that is printed on the other."""
    if isinstance(test.left, Figure) == isinstance(test.right, Figure):
        return None
    reckoned, printed = (right, left) if isinstance(test.left, Figure) else (left, right)
    value = as_it_stands(reckoned)
    return None if value is None or Interval.point(value).meets(printed.amount.printed) else reckoned


def _reason(operator: str, verdict: Verdict, bare: Verdict | None, certain: bool, *, of_days: bool) -> str:
    if verdict == "may hold":
        if not certain:
            return "only a range of rates is known"
        if operator == "==":
            return "they can be equal only as far as hedges, rounding and rates allow"
        return _HANGS_ON_DAY if of_days else _HANGS
    if verdict == "holds":
        return "equal once rounded" if operator == "==" and bare != "holds" else ""
    return "no value that the figures can stand for makes it true"


def _calculation(
    operator: str, verdict: Verdict, bare: Verdict | None, left: Worth, right: Worth, coarse: Worth | None = None
) -> str:
    """Write both sides with what is true of them; what they can stand for is shown where it decides."""
    if operator == "==":
        sides = [_side(value, _tells(value.amount, verdict) or value is coarse) for value in (left, right)]
        return ("; " if left.computed or right.computed else " against ").join(sides)
    shown = _OPPOSITE[operator] if verdict == "cannot hold" else operator
    return f"{_side(left, bare != verdict)} {shown} {_side(right, bare != verdict)}"


def _tells(amount: Amount, verdict: Verdict) -> bool:
    """Tell whether an equality's verdict rests on more than the figure that is printed."""
    return verdict == "may hold" or (verdict == "cannot hold" and amount.possible != amount.printed)


def _side(value: Worth, ranged: bool) -> str:
    days = value.dimension == "day"
    middle_ = as_it_stands(value) if value.computed and value.certain else None
    text = value.written
    if value.computed:
        result = extent(value.amount.possible, days=days) if middle_ is None else _result(middle_, value, days=days)
        text += f" = {value.shown or result}{_suffix(value.amount.unit)}"
    if ranged and not value.amount.possible.is_point and not (value.computed and middle_ is None):
        text += f" ({extent(value.amount.possible, days=days)})"
    return text


def _result(number: Fraction, value: Worth, *, days: bool) -> str:
    time = times.told(value.written, value.amount.unit)
    return day(number) if days else figure(number) if time is None else times.written(number, time)


def _suffix(unit: str | None) -> str:
    return "" if unit in (None, "person") else f" {unit}"


def _ends(interval: Interval, own: Worth) -> str | None:
    """Write what lies between two ends in the manner of a claim; None where an end is wanting, or they are days."""
    if interval.low is None or interval.high is None or own.dimension == "day":
        return None
    low, high = (written(end, own.amount.unit, like=own.written) for end in (interval.low, interval.high))
    return low if low == high else f"{low} to {high}"


def _right(test: Comparison, left: Worth, right: Worth) -> str:
    """Write what the other side gives for the lone claim of a comparison, in that claim's manner."""
    own, value = (right, left) if isinstance(test.right, Figure) else (left, right)
    days = "day" in (own.dimension, value.dimension)
    printed = as_it_stands(value) if value.certain else None
    if printed is None:
        return _ends(value.amount.printed, own) or extent(value.amount.possible, days=days)
    return day(printed) if days else written(printed, own.amount.unit, like=own.written)
