"""Repairs of cells -> those that can be, the likeliest first: whole numbers where a column has them, no share beyond its whole.

What would put a relation right by reckoning alone is often no value of that column: 3.7 pupils, a turnout of 130 %.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

from factcheck.claims import Claim
from factcheck.document import Span
from factcheck.findings import Finding
from factcheck.intervals import Interval
from factcheck.report import Report
from factcheck.tables.binding import Relation
from factcheck.tables.columns import Column
from factcheck.tables.slips import pens
from factcheck.values import evolve
from factcheck.verdicts import Repair

_UNTOLD = ("codes",)
"""Shapes that do not tell what would be right: of a code that stands twice, nobody knows the other."""
_NONE = Fraction(0)
_ALL = (Fraction(1), Fraction(100))
"""What a share is at most, as a fraction or in percent."""


def offered(relation: Relation, claims: Mapping[str, Claim], found: Mapping[str, Interval]) -> tuple[Repair, ...]:
    """Give the repairs that can be, in what of them can be.

    Args:
        relation: what is broken.
        claims: the claims of the row, by the names that they have in the rule.
        found: by these names, the values of one claim that would put the relation right, the others unchanged.

    """
    if relation.rule.shape in _UNTOLD:
        return ()
    named = ((name, interval) for name, interval in found.items() if not _is_moment(relation, name))
    able = ((name, _possible(relation, name, claims, interval)) for name, interval in named)
    return tuple(Repair(claims[name].id, interval) for name, interval in able if not interval.is_empty)


def _is_moment(relation: Relation, name: str) -> bool:
    """Tell a date with a time of day, which is a number for its rule alone."""
    return relation.rule.shape == "moments" and relation.columns[name].kind == "day"


def ordered(finding: Finding, claims: Sequence[Claim], *, several: bool) -> Finding:
    """Put first the one cell that looks mistyped, else what stands against its parts; of several rows in the places, too."""
    by_id = {claim.id: claim for claim in claims}
    first = _suspect(finding, by_id)
    told = tuple(sorted(finding.repairs, key=lambda repair: by_id[repair.claim].span not in first))
    places = tuple(sorted(finding.places, key=lambda place: place.span not in first)) if several else finding.places
    return evolve(finding, repairs=told, places=places)


def pointed(report: Report, row: int) -> Report:
    """Put the cell of a row first, and offer its repair alone, where another relation shows that it is this one."""
    cells = report.document.record.cells if report.document.record else ()
    first = next((cell.span for cell in cells if cell.row == row), None)
    own = {claim.id: claim.span for claim in report.claims if first is not None and first.covers(claim.span)}
    spans, findings = {*own.values()}, []
    for finding in report.findings:
        repairs = tuple(repair for repair in finding.repairs if repair.claim in own)
        places = tuple(sorted(finding.places, key=lambda place: place.span not in spans))
        findings.append(evolve(finding, repairs=repairs or finding.repairs, places=places))
    return evolve(report, findings=tuple(findings))


def _suspect(finding: Finding, claims: Mapping[str, Claim]) -> set[Span]:
    slipped = {
        claim.span
        for repair in finding.repairs
        if (claim := claims[repair.claim]).value is not None and pens.may_be_slip(claim.value, repair.interval)
    }
    times = Counter(place.label for place in finding.places)
    alone = {place.span for place in finding.places if times[place.label] == 1}
    return slipped if len(slipped) == 1 else alone


def _possible(relation: Relation, name: str, claims: Mapping[str, Claim], found: Interval) -> Interval:
    column = relation.columns[name]
    allowed = found & _room(relation, name, claims)
    return _whole(allowed) if column.form.kind == "day" or (column.form.kind == "number" and column.form.exact) else allowed


def _room(relation: Relation, name: str, claims: Mapping[str, Claim]) -> Interval:
    """Give the values that a column can have at all, beside the others of its row."""
    column = relation.columns[name]
    room = Interval(_NONE) if column.counts or (relation.rule.shape == "hundreds" and not column.form.negative) else Interval()
    return room & _within(relation, name, claims) if relation.rule.shape == "shares" else room


def _within(relation: Relation, name: str, claims: Mapping[str, Claim]) -> Interval:
    """Keep a share and its part within the whole, unless the column knows shares beyond it."""
    share, part, *whole = relation.columns
    most = _most(relation.columns[share])
    if most is None or len(whole) != 1:
        return Interval()
    if name == share:
        return Interval(_NONE, most)
    other = claims[part if name != part else whole[0]].quantity
    if other is None:
        return Interval()
    return Interval(None, other.possible.high) if name == part else Interval(other.possible.low)


def _most(share: Column) -> Fraction | None:
    """Give what a share is at most; None where some are more."""
    if share.form.negative or share.form.highest is None:
        return None
    return next((most for most in _ALL if share.form.highest <= most), None)


def _whole(interval: Interval) -> Interval:
    """Give the whole numbers of an interval by their ends, which both belong to it."""
    low, high = interval.low, interval.high
    if low is not None:
        low = Fraction(math.floor(low) + 1 if interval.low_open else math.ceil(low))
    if high is not None:
        high = Fraction(math.ceil(high) - 1 if interval.high_open else math.floor(high))
    return Interval(low, high)
