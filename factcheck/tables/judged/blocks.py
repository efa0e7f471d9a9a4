"""Blocks of rows with their subtotal -> whether it is the sum of its rows, column by column."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from factcheck.expressions import Context, Operand, Outcome, evaluate
from factcheck.intervals import Amount, Interval
from factcheck.rules import Rule
from factcheck.tables.columns import Column, cells
from factcheck.tables.judged.judging import Row
from factcheck.values import frozen


@frozen
class Block:
    """A subtotal with the rows that it adds up; ``made`` names them, where they are no neighbours."""

    total: Row
    parts: tuple[Row, ...]
    made: str = ""


@frozen
class Checked:
    """A block, and what the rule says of it in a column."""

    block: Block
    outcome: Outcome

    @property
    def broken(self) -> bool:
        """Tell whether the subtotal cannot be the sum of its rows."""
        return self.outcome.verdict == "cannot hold"


def compare(rule: Rule, block: Block, column: Column) -> Checked | None:
    """Compare a subtotal with its rows; None where a cell says nothing, and where one row alone is repeated."""
    amounts = [_amount(row, column) for row in block.parts]
    total = _amount(block.total, column)
    known = [amount for amount in amounts if amount is not None]
    if total is None or len(known) < len(amounts) or len(known) < 2:
        return None
    interval = Interval(_sum(amount.possible.low for amount in known), _sum(amount.possible.high for amount in known))
    parts = Operand("its rows", Amount(interval, interval))
    operands = {"parts": parts, "total": Operand(_text(block.total, column), total)}
    return Checked(block, evaluate(rule.holds, operands, Context()))


def surplus(block: Block, column: Column) -> Fraction:
    """Give by how much a subtotal is above its rows."""
    total, *parts = figures(block, column)
    return total - sum(parts)


def figures(block: Block, column: Column) -> list[Fraction]:
    """Give the value of a subtotal and those of its rows; 0 where a cell says nothing."""
    return [row.value(column) or Fraction(0) for row in (block.total, *block.parts)]


def _sum(ends: Iterable[Fraction | None]) -> Fraction:
    return sum((end for end in ends if end is not None), Fraction(0))


def _amount(row: Row, column: Column) -> Amount | None:
    value = cells.read(_text(row, column), column.form)
    quantity = None if value is None else value.quantity
    if quantity is None or quantity.possible.low is None or quantity.possible.high is None:
        return None
    return quantity.amount


def _text(row: Row, column: Column) -> str:
    return (row.texts.get(column.index) or "").strip()
