"""Reports of rows + reports across rows -> reports: a cell that both speak of is one fault, told once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set

from factcheck.findings import Finding
from factcheck.intervals import Interval
from factcheck.report import Report
from factcheck.report.records import cell_at
from factcheck.values import evolve

Cell = tuple[int, str]
_MANY = 6
"""Cells that are shown together without losing sight of each."""


def merged(rows: Sequence[Report], across: Sequence[Report]) -> list[Report]:
    """Leave out what is told across rows of a cell that breaks a relation of its own row, and name the rule there.

    Of two reports across rows that speak of the same figures that of fewer cells is kept, if the other is of many; else the one
    that comes first.
    """
    told = {cell for report in rows for cell in _cells(report)}
    also: dict[Cell, set[str]] = {}
    kept: dict[int, Report] = {}
    placed: dict[Cell, int] = {}
    speak = [{*_cells(report)} for report in across]
    for at in sorted(range(len(across)), key=lambda at: max(len(speak[at]), _MANY)):
        report, cells, rules = across[at], speak[at], {finding.rule for finding in across[at].findings}
        shared = told & cells
        times = Counter(placed[cell] for cell in cells if cell in placed)
        twin = next((other for other, many in times.most_common() if _are_one(speak[other], cells, many)), None)
        if not shared and twin is None:
            placed |= dict.fromkeys(cells, at)
            kept[at] = report
        elif not shared and twin is not None:  # two rules of one line of rows speak of the same figures
            kept[twin] = _with(kept[twin], dict.fromkeys(_cells(kept[twin]), rules))
        for cell in shared:
            also.setdefault(cell, set()).update(rules)
    return [*(_with(report, also) for report in rows), *(kept[at] for at in sorted(kept))]


def _are_one(one: Set[Cell], other: Set[Cell], shared: int) -> bool:
    """Tell whether two reports that share so many cells speak of one fault: of several, of all of one, or of one row."""
    return shared > 1 or shared in (len(one), len(other)) or len({row for row, _ in one | other}) == 1


def in_order(reports: Sequence[Report]) -> list[Report]:
    """Put reports in the order of the rows that they speak of first."""
    return sorted(reports, key=lambda report: min((_first(report, finding) for finding in report.findings), default=0))


def _first(report: Report, finding: Finding) -> int:
    return next((row for row, _ in places(report, finding)), 0)


def mended(reports: Sequence[Report]) -> Mapping[Cell, Interval]:
    """Give the cells, by row and column, that another figure would put right, and by how much it is more than what is there."""
    found: dict[Cell, Interval] = {}
    for report in reports:
        claims = {claim.id: claim for claim in report.claims}
        for finding in report.findings:
            for repair in finding.repairs:
                claim = claims.get(repair.claim)
                low, high = repair.interval.low, repair.interval.high
                if claim is not None and claim.value is not None and low is not None and high is not None:
                    cell = cell_at(report.document, claim.span.start)
                    found[cell.row, cell.column] = Interval(low - claim.value, high - claim.value)
    return found


def _cells(report: Report) -> Iterator[Cell]:
    return (cell for finding in report.findings for cell in places(report, finding))


def places(report: Report, finding: Finding) -> Iterator[Cell]:
    """Give the cells that a finding speaks of."""
    cells = (cell_at(report.document, place.span.start) for place in finding.places)
    return ((cell.row, cell.column) for cell in cells)


def _with(report: Report, also: dict[Cell, set[str]]) -> Report:
    if not also:
        return report
    findings = []
    for finding in report.findings:
        more = {rule for cell in places(report, finding) for rule in also.get(cell, ())} - {finding.rule}
        findings.append(evolve(finding, also=tuple(sorted({*finding.also, *more}))) if more else finding)
    return evolve(report, findings=tuple(findings))
