"""Subtotals: a row that adds up the rows before it, or behind it, since the last such row.

That the rows are such must show in a column itself: in nearly all blocks it keeps the sum. Where the blocks end differs from
table to table, so both ways are tried. Where no word names such rows their figures may show them, if several columns agree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from factcheck.report import Report
from factcheck.rules import Rule
from factcheck.tables.across import Across, Table, together, totals
from factcheck.tables.columns import Column
from factcheck.tables.judged import rows
from factcheck.tables.judged.blocks import Block, Checked, compare, figures, surplus
from factcheck.tables.judged.confirming import TRACED, TRACED_TIGHT, is_find
from factcheck.tables.judged.judging import Row
from factcheck.tables.samples import blocks, named
from factcheck.tables.slips import pens

_MOST_ROWS, _MOST_COLUMNS = 20_000, 200
_FEWEST, _FEW = 4, 2
"""Subtotals that a table must have, and that it may have where three columns keep all of them."""
_VOUCHING, _MANY = 2, 3
"""Columns that must show a total which no word names."""
_ENOUGH = 12
"""Cells of such rows that show plainly what they are."""
_ENOUGH_CROSSED, _CROSSED = 6, 2
"""Cells of other columns that must show such rows, and how many of them for each that does not."""
_SEVERAL = 2
"""Totals that hold more than their rows, and are no slips: people of neither sex beside men and women."""
_LABELS = 6
"""Columns of text in which the word is looked for."""


def check(rule: Rule, table: Table) -> Across:
    """Check the subtotals of each column, if the table has any."""
    counts = [column for column in table.sample.columns if column.adds or _is_share(column)][:_MOST_COLUMNS]
    texts = [column for column in table.sample.columns if column.kind in ("text", "month")][:_LABELS]
    if not counts or table.store.rows > _MOST_ROWS:
        return Across(rule)
    called = max((named.named(table.store, table.sample, column) for column in texts), key=len, default=set[int]())
    if len(called) < _FEW:
        return _unnamed(rule, table, counts)
    if len(called) * 2 > table.store.rows:
        return Across(rule)
    told = [row for row in rows.fetch_all(table.store, counts) if any((text or "").strip() for text in row.texts.values())]
    ways = [[*_blocks(told, called)], [*_blocks(told[::-1], called)]]
    tried = {column.index: _better(column, rule, ways) for column in counts}
    vouching = [
        index for index, each in tried.items() if len(each) >= min(_FEWEST, len(called)) and not any(one.broken for one in each)
    ]
    plainly = _is_plain([tried[column.index] for column in counts])
    summed = [
        column
        for column in counts
        if _is_find(tried[column.index], column, vouching, plainly=plainly) or _is_crossed(table, column, tried)
    ]
    grand = max(
        (_grand(rule, order, cut, called, summed) for order, cut in zip((told, told[::-1]), ways, strict=True)), key=_kept
    )
    each = [(column, tried[column.index]) for column in summed]
    last = [(column, _unexplained(grand, column, checked)) for column, checked in each if _is_grand(grand)]
    return together(rule, [_told(rule, table, column, checked) for column, checked in (*each, *last) if checked])


def _grand(
    rule: Rule, order: Sequence[Row], cut: Sequence[Block], named: set[int], summed: Sequence[Column]
) -> dict[int, Checked]:
    """Check the last row against the subtotals, column by column, if it is called a total and has no rows of its own."""
    parts = tuple(block.total for block in cut)
    if len(parts) < _FEW or order[-1].number not in named or order[-1] in parts:
        return {}
    block = Block(order[-1], parts, "the subtotals")
    return {column.index: one for column in summed if (one := compare(rule, block, column)) is not None}


def _kept(grand: Mapping[int, Checked]) -> int:
    return sum(not one.broken for one in grand.values())


def _is_grand(grand: Mapping[int, Checked]) -> bool:
    """Tell whether the last row adds up the subtotals: most columns must show it."""
    return _kept(grand) >= _VOUCHING and (len(grand) - _kept(grand)) * 2 <= _kept(grand)


def _unexplained(grand: Mapping[int, Checked], column: Column, checked: Sequence[Checked]) -> Sequence[Checked]:
    """Give what adds up the subtotals, unless one of these is off by as much, or rounding explains it."""
    one = grand.get(column.index)
    if one is None or not one.broken:
        return [] if one is None else [one]
    lacking = surplus(one.block, column)
    explained = any(surplus(each.block, column) == -lacking for each in checked if each.broken)
    return [] if explained or abs(lacking) <= len(one.block.parts) else [one]


def _is_plain(checked: Sequence[Sequence[Checked]]) -> bool:
    """Tell whether the columns together show that the rows called so are subtotals: most cells of them are, and few are not."""
    told = [one for each in checked if sum(one.broken for one in each) * 2 < len(each) for one in each]
    broken = sum(one.broken for one in told)
    return len(told) - broken >= _ENOUGH and broken * TRACED_TIGHT <= len(told)


def _is_share(column: Column) -> bool:
    """Tell shares of one whole from counts: they add up, too."""
    return column.kind == "number" and not column.form.negative and column.name.bars == {"share"}


def _unnamed(rule: Rule, table: Table, counts: Sequence[Column]) -> Across:
    """Check the rows whose figures alone show that they add up others; the columns of a table vouch for each other."""
    whole = [column for column in counts if column.form.exact]
    if len(whole) < _VOUCHING or len(table.sample.texts[whole[0].index]) != table.store.rows:
        return Across(rule)
    found = blocks.find([table.sample.values(column) for column in whole])
    if not found:
        return Across(rule)
    told = rows.fetch_all(table.store, counts)
    cut = [Block(told[head], tuple(told[at] for at in parts)) for head, parts in found]
    each = {column.index: [one for block in cut if (one := compare(rule, block, column)) is not None] for column in counts}
    summed = [column for column in counts if _is_summed(each[column.index])]
    judged = [one for column in summed for one in each[column.index]]
    broken = Counter(one.block.total.number for one in judged if one.broken)
    few = broken.total() * TRACED <= len(judged) and all(times * 3 <= len(summed) for times in broken.values())
    if len(summed) < _VOUCHING or not few:
        return Across(rule)
    return together(rule, [_told(rule, table, column, each[column.index]) for column in summed])


def _is_summed(checked: Sequence[Checked]) -> bool:
    """Tell whether all but one or one in eight of a column's totals are the sum of their rows."""
    broken = sum(one.broken for one in checked)
    return len(checked) >= blocks.FEWEST and broken <= max(1, len(checked) // 8)


def _blocks(told: Sequence[Row], named: set[int]) -> Iterator[Block]:
    """Cut the rows at the subtotals; one with no rows of its own (the grand total) is none."""
    parts: list[Row] = []
    for row in told:
        if row.number not in named:
            parts.append(row)
            continue
        if parts:
            yield Block(row, tuple(parts))
        parts = []


def _better(column: Column, rule: Rule, ways: Sequence[Sequence[Block]]) -> list[Checked]:
    """Check a column in the way in which more of its subtotals hold."""
    tried = [[each for block in blocks if (each := compare(rule, block, column)) is not None] for blocks in ways]
    return max(tried, key=lambda each: sum(not one.broken for one in each))


def _is_find(checked: Sequence[Checked], column: Column, vouching: Sequence[int], *, plainly: bool) -> bool:
    """Tell whether a column is added up: of a few subtotals one may be off, if other columns vouch for the rows.

    Two that do will do; where it is one a digit must put the sum right, by which rows rounded one by one are not off.
    """
    broken = [each for each in checked if each.broken]
    if len(checked) - len(broken) < _FEWEST:
        vouched = len(vouching) >= _MANY or (plainly and len(vouching) >= _VOUCHING)
        return vouched and len(checked) >= _FEW and _may_be_few(broken, column)
    if is_find(len(checked), len(broken), "guess"):
        return not _have_more(broken, column)
    if len(broken) != 1 or not vouching:
        return False
    block = broken[0].block
    return (len(vouching) >= _VOUCHING and abs(surplus(block, column)) > len(block.parts)) or _is_misprint(block, column)


def _have_more(broken: Sequence[Checked], column: Column) -> bool:
    """Tell whether several totals are all above their rows, and no digit explains any: they may hold what no row lists."""
    above = all(surplus(each.block, column) > 1 for each in broken)
    return len(broken) >= _SEVERAL and above and not any(_is_misprint(each.block, column) for each in broken)


def _is_short(block: Block, column: Column) -> bool:
    """Tell whether a subtotal is less than its rows by more than their rounding: what no row lists cannot explain that."""
    return surplus(block, column) < -len(block.parts)


def _is_crossed(table: Table, column: Column, tried: Mapping[int, Sequence[Checked]]) -> bool:
    """Tell whether one subtotal of a column is off whose rows make it in others, as this column's other rows make theirs.

    What no column lists would be missing in the others as well; so a digit explains it, or the parts are more than their total.
    """
    others = [each for index, several in tried.items() if index != column.index for each in several]
    broken = [each for each in tried[column.index] if each.broken]
    known = [each for each in broken if table.mends(column, each.block.parts, surplus(each.block, column))]
    off = [each for each in broken if each not in known]
    if len(off) != 1 or len(tried[column.index]) - len(broken) < _FEW:
        return False
    block, kept = off[0].block, [each for each in others if not each.broken]
    beside = sum(each.block.total.number == block.total.number for each in kept)
    few = (len(others) - len(kept) + len(off)) * _CROSSED <= len(kept) and len(kept) >= _ENOUGH_CROSSED
    return few and beside >= _VOUCHING and (_is_short(block, column) or _is_misprint(block, column))


def _may_be_few(broken: Sequence[Checked], column: Column) -> bool:
    """Tell whether none of a few subtotals is off, or one that a digit puts right."""
    return not broken or (len(broken) == 1 and _is_misprint(broken[0].block, column))


def _is_misprint(block: Block, column: Column) -> bool:
    """Tell whether one digit of the subtotal, or of one of its rows, makes up for what is lacking."""
    lacking, (total, *_) = surplus(block, column), figures(block, column)
    return pens.misprinted(total, total - lacking) or bool(totals.suspects(block.parts, column, lacking))


def _told(rule: Rule, table: Table, column: Column, checked: Sequence[Checked]) -> Across:
    broken = [
        each
        for each in checked
        if each.broken
        and each.block.total.number not in table.footnoted
        and not table.mends(column, each.block.parts, surplus(each.block, column))
    ]
    name = "the total of the subtotals" if checked[0].block.made else "subtotals"
    line = f"{name} of {column.label} ({rule.name}: {len(checked):,} rows, {len(broken):,} broken)"
    return Across(rule, tuple(_report(rule, table, each, column) for each in broken), (column,), (line,))


def _report(rule: Rule, table: Table, checked: Checked, column: Column) -> Report:
    """Tell of a subtotal, and of those of its rows that one digit would put right."""
    block = checked.block
    first, last = sorted((block.parts[0].number, block.parts[-1].number))
    made = block.made or f"rows {first:,} to {last:,}"
    off = totals.Off(block.total, block.parts, surplus(block, column), checked.outcome, made)
    return totals.report(rule, table, column, off)
