"""Term + operands -> Worth: what the value of a term is, exactly, and how the calculation writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from factcheck import relations, units
from factcheck.expressions.tree import Arithmetic, Comparison, Figure, Negation, Number, Published, Term, Word
from factcheck.intervals import Amount, Interval
from factcheck.operands import NO_DATE, Context, NotCheckedError, Operand, Worth
from factcheck.values import evolve, frozen

Change = Callable[[Interval, str, str], Interval]
_BARE = (None, "person", "percent")  # a product is in the other side's unit
STEPS: dict[str, Callable[[Interval, Interval], Interval]] = {
    "+": Interval.__add__,
    "-": Interval.__sub__,
    "*": Interval.__mul__,
    "/": Interval.__truediv__,
}


@frozen
class Bound:
    """An expression's claims, and what else is known."""

    operands: Mapping[str, Operand]
    context: Context


def worth(term: Term, bound: Bound) -> Worth:
    """Give the value of a term.

    Raises:
        NotCheckedError: a figure, a date, a rate or a common unit is wanting.

    """
    match term:
        case Number():
            point = Interval.point(term.value)
            return Worth(Amount(point, point), term.written, term.dimension)
        case Figure():
            return _figure(term, bound)
        case Published():
            return _published(bound.context)
        case Negation():
            inner = worth(term.term, bound)
            amount = evolve(inner.amount, printed=-inner.amount.printed, possible=-inner.amount.possible)
            told = None if inner.told is None else -inner.told
            return evolve(inner, amount=amount, written=f"-({inner.written})", computed=True, told=told)
        case Word():
            given = [bound.operands[argument.name] for argument in term.arguments]
            value: Worth = relations.word(term.name).evaluate(*given, bound.context)
            return value
        case Arithmetic():
            return _arithmetic(term, bound)


def as_it_stands(value: Worth) -> Fraction | None:
    """Give what the figures of a term make as they stand: 600 at 1,500 are 900,000; None where there is no single value."""
    return value.amount.printed.middle if value.told is None else value.told


def together(test: Comparison, left: Worth, right: Worth, change: Change | None = None) -> tuple[Worth, Worth]:
    """Bring two sides into one unit: that of the side that is a lone claim, the right one first.

    ``change`` converts: `level`, unless `difference` is asked for.

    Raises:
        NotCheckedError: there is no way from one unit to the other.

    """
    if isinstance(test.left, Figure) and not isinstance(test.right, Figure):
        return left, _in_unit(right, left.amount.unit, left.dimension, change or level)
    return _in_unit(left, right.amount.unit, right.dimension, change or level), right


def level(interval: Interval, unit: str, other: str) -> Interval:
    """Convert values that stand on a scale: 20 degrees Celsius are 68 Fahrenheit."""
    return units.convert(interval, unit, other)


def difference(interval: Interval, unit: str, other: str) -> Interval:
    """Convert values that are added: 20 degrees Celsius more are 36 Fahrenheit more."""
    return interval * Interval.point(units.factor(unit, other))


def _in_unit(value: Worth, unit: str | None, dimension: str, change: Change) -> Worth:
    """Give a value in another unit. A bare number is in any unit, and a count of persons is a count."""
    amount = value.amount
    number = (amount.unit is None and value.dimension == "number") or (unit is None and dimension == "number")
    if number or amount.unit == unit or {amount.unit, unit} == {None, "person"}:
        return value
    if amount.unit is None or unit is None:
        raise NotCheckedError(f"{value.written} is in {amount.unit or 'no unit'}, the other figure in {unit or 'no unit'}")
    try:
        changed = Amount(change(amount.printed, amount.unit, unit), change(amount.possible, amount.unit, unit), unit)
    except units.DimensionError:
        raise NotCheckedError(f"{value.written} is in {amount.unit}, the other figure in {unit}") from None
    told = None if value.told is None else change(Interval.point(value.told), amount.unit, unit).low
    return evolve(value, amount=changed, computed=True, told=told)


def _figure(term: Figure, bound: Bound) -> Worth:
    operand = bound.operands[term.name]
    if operand.amount is None:
        raise NotCheckedError(f"{operand.quote} gives no figure")
    return Worth(operand.amount, operand.quote, term.dimension)


def _published(context: Context) -> Worth:
    if context.published is None:
        raise NotCheckedError(NO_DATE)
    day = Interval.point(context.published.toordinal())
    iso = context.published.isoformat()
    return Worth(Amount(day, day), f"{iso} (published)", "day", facts={"published": iso})


def _arithmetic(term: Arithmetic, bound: Bound) -> Worth:
    left, right, unit = aligned(term, worth(term.left, bound), worth(term.right, bound))
    step = STEPS[term.operator]
    return Worth(
        Amount(step(left.amount.printed, right.amount.printed), step(left.amount.possible, right.amount.possible), unit),
        f"{_bracketed(term.left, left, term)} {term.operator} {_bracketed(term.right, right, term)}",
        term.dimension,
        computed=True,
        certain=left.certain and right.certain,
        facts={**left.facts, **right.facts},
        told=_as_they_stand(step, left, right),
    )


def _as_they_stand(step: Callable[[Interval, Interval], Interval], left: Worth, right: Worth) -> Fraction | None:
    """Reckon with the figures as they stand, without the room that rounding gives them."""
    one, other = as_it_stands(left), as_it_stands(right)
    if one is None or other is None or (step is Interval.__truediv__ and not other):
        return None
    return step(Interval.point(one), Interval.point(other)).low


def aligned(term: Arithmetic, left: Worth, right: Worth) -> tuple[Worth, Worth, str | None]:
    """Bring the two sides of a sum or of a ratio into one unit; give them and the unit of what comes out.

    Raises:
        NotCheckedError: the units do not fit.

    """
    if term.operator in "+-":
        unit = right.amount.unit if left.amount.unit is None else left.amount.unit
        return _in_unit(left, unit, "claim", difference), _in_unit(right, unit, "claim", difference), unit
    if term.operator == "/" and right.amount.unit not in _BARE:
        return left, _in_unit(right, left.amount.unit, left.dimension, difference), None
    if term.operator == "/":
        return left, right, None if term.dimension == "number" else left.amount.unit
    return left, right, _unit_of_product(term, left, right)


def _unit_of_product(term: Arithmetic, left: Worth, right: Worth) -> str | None:
    own = [value.amount.unit for value in (left, right) if value.amount.unit not in _BARE]
    if len(own) > 1:
        raise NotCheckedError(f"{left.written} times {right.written} is in no unit of its own")
    return own[0] if own else next((v.amount.unit for v in (left, right) if v.dimension == term.dimension), None)


def _bracketed(part: Term, value: Worth, whole: Arithmetic) -> str:
    """Write a part of a calculation, in brackets where it would else be read otherwise."""
    loose = isinstance(part, Arithmetic) and part.operator in "+-"
    inner = isinstance(part, Arithmetic) and part is whole.right
    return f"({value.written})" if (loose and whole.operator in "*/") or (inner and whole.operator in "-/") else value.written
