"""One report -> tables of what was seen: the claims, the checks that held, those not made, hedges and sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from textwrap import shorten

from rich.cells import cell_len
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factcheck.claims import Claim
from factcheck.quantities import Quantity
from factcheck.report import Report
from factcheck.report.plain import DAYS
from factcheck.values import frozen
from factcheck.writers.console import words
from factcheck.writers.console.harmless import harmless

STRICT = "May hold"
HEADINGS = (("holds", "Held"), ("may hold", STRICT), ("not checked", "Not checked"))
Part = tuple[str, Sequence[Sequence[str]]]
COLUMNS = ("figure", "kind", "can stand for", "of what", "role", "when", "source", "hedges", "stance")
LEAST = 13
"""Cells that a column keeps, where its words are as long: a day and a year are not torn apart."""


@frozen
class _Names:
    """What stands for each id of a report: the words of the figure, the hedge, the source."""

    figures: Mapping[str, str]
    hedges: Mapping[str, str]
    sources: Mapping[str, str]

    @classmethod
    def of(cls, report: Report) -> _Names:
        quoted = partial(words.quoted, report.document)
        return cls(
            {claim.id: quoted(claim.span) for claim in report.claims},
            {hedge.id: quoted(hedge.span) for hedge in report.hedges},
            {source.id: words.who(report.document, source) for source in report.sources},
        )

    def told(self, ids: Iterable[str]) -> str:
        return "; ".join(self.figures.get(id_, id_) for id_ in ids)


def claims(report: Report) -> Table:
    """Tabulate the claims; a column that would be empty is left out."""
    names = _Names.of(report)
    rows = [_claim(claim, names) for claim in report.claims]
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    filled = [place for place in range(len(COLUMNS)) if any(row[place] for row in rows)]
    for place in filled:
        widest = max(len(COLUMNS[place]), *(cell_len(row[place]) for row in rows))
        table.add_column(COLUMNS[place], min_width=min(LEAST, widest), overflow="fold")
    for row in rows:
        table.add_row(*(Text(harmless(row[place])) for place in filled))
    return table


def seen(report: Report, *, strict: bool = False) -> Iterator[RenderableType]:
    """Give the parts that ``--verbose`` adds, each under its heading, or only what ``--strict`` asks for; none that is empty."""
    names = _Names.of(report)
    doubts = [part for part in _checks(report) if part[0] == STRICT]
    more: Sequence[Part] = [
        ("Dismissed", _dismissed(report)),
        ("Hedges", _hedges(report, names)),
        ("Sources", _sources(report, names)),
    ]
    parts: Sequence[Part] = doubts if strict else [*_checks(report), *more]
    for heading, rows in parts:
        if rows:
            yield Text(heading, style="bold")
            yield Padding(_grid(rows), (0, 0, 1, 2))


def _grid(rows: Iterable[Sequence[str]]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for row in rows:
        table.add_row(*(Text(harmless(cell)) for cell in row))
    return table


def _checks(report: Report) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    for verdict, heading in HEADINGS:
        checks = [check for check in report.checks if check.verdict == verdict]
        yield heading, [(check.rule, "; ".join(filter(None, (check.calculation, check.reason)))) for check in checks]


def _dismissed(report: Report) -> list[tuple[str, str, str]]:
    return [(gone.finding.rule, gone.finding.message, f"{gone.reason} ({gone.where})") for gone in report.dismissed]


def _hedges(report: Report, names: _Names) -> list[tuple[str, str, str]]:
    rows = []
    for kind, hedges in groupby(sorted(report.hedges, key=lambda hedge: hedge.kind), key=lambda hedge: hedge.kind):
        for place, hedge in enumerate(hedges):
            rows.append(("" if place else kind, names.hedges[hedge.id], names.told(hedge.claims)))
    return rows


def _sources(report: Report, names: _Names) -> list[tuple[str, str, str]]:
    vouched: dict[str | None, list[str]] = {}
    for claim in report.claims:
        vouched.setdefault(claim.source, []).append(claim.id)
    rows = []
    for source in report.sources:
        cue = words.quoted(report.document, source.cue) if source.cue else ""
        relays = f"relaying {names.sources[source.relays]}" if source.relays else ""
        told = names.told(vouched.get(source.id, ()))
        rows.append((names.sources[source.id], ", ".join(filter(None, (cue, relays))), told))
    return rows


def _claim(claim: Claim, names: _Names) -> tuple[str, ...]:
    when = words.days(claim.first_day, claim.last_day)
    return (
        names.figures[claim.id],
        claim.kind,
        when if claim.kind in DAYS else _stands(claim.quantity),
        claim.subject.text if claim.subject else claim.counted or "",
        (claim.role or "").replace("-", " "),  # as words, it can be wrapped
        "" if claim.kind in DAYS else when,
        shorten(names.sources.get(claim.source or "", ""), 2 * LEAST, placeholder=" ..."),
        ", ".join(names.hedges.get(id_, id_) for id_ in claim.hedges),
        "" if claim.stance == "asserted" else claim.stance,
    )


def _stands(quantity: Quantity | None) -> str:
    return "" if quantity is None else " ".join(filter(None, (words.stretch(quantity.possible), quantity.unit)))
