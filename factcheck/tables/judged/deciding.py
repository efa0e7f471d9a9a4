"""Rows that break a relation, as they were judged -> whether it is a find, and if not, why nothing follows.

How many rows keep it decides, else what speaks for each of the broken ones being a slip.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from factcheck.story import Story
from factcheck.tables.binding import Relation
from factcheck.tables.engines import Store
from factcheck.tables.judged import gaps
from factcheck.tables.judged.confirming import TRACED_SHARP, is_find, worth_a_look
from factcheck.tables.judged.judging import Row
from factcheck.tables.judged.understood import Judged
from factcheck.tables.queries.counting import Counted
from factcheck.tables.slips import bases, codes, copies, pens, remarks, traces
from factcheck.values import evolve, frozen
from factcheck.verdicts import Verdict

_KNOWN = 3
"""Rows of a relation that may be left out because a figure is known to be wrong."""
_LARGE = 1000
"""A figure of a column whose sums and differences nothing makes by chance."""
_MANY_DAYS = 100
"""Days between two dates that nothing makes by chance."""
_OTHERS = 2
"""Rows that may be meant otherwise beside as many that are not, and percent of many rows: what is off by more among more is of
their kind."""


@frozen
class Broken:
    """A row that breaks a relation, and what else than a slip may explain it."""

    row: Row
    story: Story
    verdict: Verdict
    meant: bool = False
    """It may be meant otherwise."""
    apart: bool = False
    """It is of another kind than the other rows."""
    doubled: bool = False
    """A figure of it is that of the row beside it, or of another column."""
    emptied: bool = False
    """Its total is 0 beside parts, and 0 is what parts make in the rows that have it else."""

    @property
    def tells(self) -> bool:
        """Nothing else explains it; what was filled in twice is meant in no other way."""
        return not self.apart and (self.doubled or not self.meant)


def with_doubled(store: Store, relation: Relation, broken: list[Broken]) -> list[Broken]:
    """Mark the rows in which a figure was filled in twice, where few rows of a small table break a relation."""
    if store.rows > copies.MOST or not 0 < len(broken) <= copies.FEW:
        return broken
    cells = {each.row.number: each.row.texts for each in broken}
    doubled = copies.doubled(store, relation, cells) | copies.beside(store, relation, cells)
    return [evolve(each, doubled=each.row.number in doubled) for each in broken]


def with_remarks(store: Store, relation: Relation, broken: list[Broken]) -> list[Broken]:
    """Mark the rows of which a remark tells by how much they break a relation, where few do."""
    if not broken or len(broken) > remarks.FEW or relation.trust == "map":
        return broken
    said = remarks.explained(store, relation, {each.row.number: each.verdict for each in broken})
    return [evolve(each, apart=True) if each.row.number in said else each for each in broken] if said else broken


def with_others(relation: Relation, broken: list[Broken]) -> list[Broken]:
    """Mark the rows whose totals may hold others, who are not listed, where several do and few rows break a relation."""
    if relation.trust == "map" or not 1 < len(broken) <= remarks.FEW:
        return broken
    more = codes.with_others(relation, [each.verdict for each in broken])
    return [evolve(each, meant=True) if at in more else each for at, each in enumerate(broken)]


def with_emptied(store: Store, counted: Counted, broken: list[Broken]) -> list[Broken]:
    """Mark the rows whose total was left empty, where the rows in which it is 0 and ought to be show that it is no code."""
    left = [codes.is_left_at_zero(counted.relation, each.verdict) for each in broken]
    emptied = any(left) and gaps.has_true_zeros(store, counted, sum(left))
    return [evolve(each, emptied=zero) for each, zero in zip(broken, left, strict=True)] if emptied else broken


def without_known(judged: Sequence[Judged], broken: Mapping[int, Sequence[Broken]]) -> list[Judged]:
    """Ask again of relations that are no finds, without the rows in which a find shows one of their figures to be wrong."""
    wrong: dict[int, set[int]] = defaultdict(set)
    for each in judged:
        for row in broken[id(each.counted)] if not each.reason else ():
            wrong[row.row.number].update(column.index for column in each.counted.relation.columns.values())
    return [_again(each, broken[id(each.counted)], wrong) if each.reason and each.broken > 1 else each for each in judged]


def _again(judged: Judged, broken: Sequence[Broken], wrong: Mapping[int, set[int]]) -> Judged:
    columns = {column.index for column in judged.counted.relation.columns.values()}
    rest = [each for each in broken if columns.isdisjoint(wrong.get(each.row.number, ()))]
    known = len(broken) - len(rest)
    if not known or not rest or known > _KNOWN:
        return judged
    counted = evolve(judged.counted, checked=judged.counted.checked - known, broken=judged.counted.broken - known)
    return judged if decided(counted, rest).reason else evolve(judged, reason="")


def decided(counted: Counted, broken: Sequence[Broken], others: int = 0) -> Judged:
    """Say whether a relation is a find, and if not, why; ``others`` are rows that break it, and may be meant otherwise."""
    if counted.checked == 0:
        return Judged(counted, 0, "no row has a value in each of its columns")
    suspects = counted.broken
    if suspects and not worth_a_look(counted.checked, suspects, counted.relation.trust):
        return Judged(
            counted,
            suspects,
            f"held by {_percent(counted.checked, suspects)} of {counted.checked:,} rows: a convention not understood",
        )
    if not _is_find(counted, broken) or (broken and others > max(min(_OTHERS, len(broken)), counted.checked * _OTHERS // 100)):
        held = _percent(counted.checked, len(broken) + others)
        why = "too few to tell" if counted.checked < 20 else "a convention not understood"
        return Judged(counted, len(broken), f"held by {held} of {counted.checked:,} rows: {why}")
    if counted.relation.trust == "map":
        return Judged(counted, len(broken), others=others)
    told = [each.verdict for each in broken], [each.row.number for each in broken]
    emptied = all(each.emptied for each in broken)
    return Judged(counted, len(broken), codes.explained(counted.relation, *told, emptied=emptied), others)


def _is_find(counted: Counted, broken: Sequence[Broken]) -> bool:
    """Tell whether broken rows are slips: by their number, else by what speaks for each of them being one."""
    checked, relation, verdicts = counted.checked, counted.relation, [each.verdict for each in broken]
    if is_find(checked, len(broken), relation.trust) or len(broken) * TRACED_SHARP > checked:
        return is_find(checked, len(broken), relation.trust)
    doubled = {each.row.number for each in broken if each.doubled}
    slips = traces.slips(relation, verdicts, [each.row.number for each in broken], doubled)
    turned = _is_turned(relation, verdicts)
    tight = pens.is_equality(relation.rule.text) and (turned or not codes.may_have_rest(relation, verdicts))
    tight = tight or relation.rule.shape == "hundreds"  # less a hundred there may be, but never more
    both_ways = codes.go_both_ways(relation, verdicts)
    whole = all(column.form.exact for column in relation.columns.values())
    exact = tight and "==" in relation.rule.text and whole
    sharp = turned or _is_sharp(relation) or (relation.rule.shape == "quotients" and all(map(bases.is_fine, verdicts)))
    return is_find(
        checked,
        len(broken),
        relation.trust,
        slips=slips,
        tight=tight,
        both_ways=both_ways,
        exact=exact,
        sharp=tight and sharp,
        scattered=both_ways and (sharp or (whole and relation.trust == "guess")) and "==" in relation.rule.text,
        named=_is_named(relation),
    )


def _is_turned(relation: Relation, verdicts: Sequence[Verdict]) -> bool:
    """Tell whether two digits that changed places break a sum which the other rows keep in so many digits, rounded nowhere."""
    if relation.rule.shape not in ("sums", "differences") or relation.rounded or not verdicts:
        return False
    figures = [claim.quantity for verdict in verdicts for claim in verdict.constraint.claims.values()]
    told = [(abs(each.value), (each.possible.high or 0) - each.value) for each in figures if each and each.value is not None]
    fine = any(2 * _LARGE * half <= value if half else value >= _LARGE for value, half in told)
    return fine and all(map(pens.transposed, verdicts))


def _is_named(relation: Relation) -> bool:
    """Tell whether a name says what is made of the other columns: a total, a change."""
    made = relation.columns.get("difference")
    return relation.trust in ("names", "guess") or (made is not None and made.name.says("difference"))


def _is_sharp(relation: Relation) -> bool:
    """Tell whether what a relation makes has so many digits that no row keeps it by chance."""
    forms = [column.form for column in relation.columns.values()]
    dated = any(form.kind == "day" for form in forms)
    exact = all(form.exact or form.kind == "day" for form in forms)
    return exact and max(form.highest or 0 for form in forms) >= (_MANY_DAYS if dated else _LARGE)


def _percent(checked: int, broken: int) -> str:
    return f"{100 * (checked - broken) // checked} %"
