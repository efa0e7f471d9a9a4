"""One report -> tables of what was seen: the claims, the checks that held, those not made, hedges and sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from textwrap import shorten

from rich.cells import cell_len
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factcheck.claims import Claim
from factcheck.quantities import Quantity
from factcheck.report import DAYS, Report
from factcheck.writers.console import words
from factcheck.writers.console.harmless import harmless

HEADINGS = (("holds", "Held"), ("may hold", "May hold"), ("not checked", "Not checked"))
COLUMNS = ("figure", "kind", "can stand for", "of what", "role", "when", "source", "hedges", "stance")
LEAST = 13
"""Cells that a column keeps, where its words are as long: a day and a year are not torn apart."""


def claims(report: Report) -> Table:
    """Tabulate the claims; a column that would be empty is left out."""
    rows = [_claim(report, claim) for claim in report.claims]
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    filled = [place for place in range(len(COLUMNS)) if any(row[place] for row in rows)]
    for place in filled:
        widest = max(len(COLUMNS[place]), *(cell_len(row[place]) for row in rows))
        table.add_column(COLUMNS[place], min_width=min(LEAST, widest), overflow="fold")
    for row in rows:
        table.add_row(*(Text(harmless(row[place])) for place in filled))
    return table


def seen(report: Report) -> Iterator[RenderableType]:
    """Give the parts that ``--verbose`` adds, each under its heading; empty parts are left out."""
    parts: Iterator[tuple[str, Sequence[Sequence[str]]]] = chain(
        _checks(report), [("Hedges", _hedges(report)), ("Sources", _sources(report))]
    )
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


def _hedges(report: Report) -> list[tuple[str, str, str]]:
    rows = []
    for kind, hedges in groupby(sorted(report.hedges, key=lambda hedge: hedge.kind), key=lambda hedge: hedge.kind):
        for place, hedge in enumerate(hedges):
            cue = words.quoted(report.document, hedge.span)
            rows.append(("" if place else kind, cue, _figures(report, hedge.claims)))
    return rows


def _sources(report: Report) -> list[tuple[str, str, str]]:
    rows = []
    for source in report.sources:
        cue = words.quoted(report.document, source.cue) if source.cue else ""
        relays = f"relaying {_source(report, source.relays)}" if source.relays else ""
        vouched = [claim.id for claim in report.claims if claim.source == source.id]
        rows.append((_source(report, source.id), ", ".join(filter(None, (cue, relays))), _figures(report, vouched)))
    return rows


def _figures(report: Report, ids: Iterable[str]) -> str:
    figures = {claim.id: words.quoted(report.document, claim.span) for claim in report.claims}
    return "; ".join(figures.get(id_, id_) for id_ in ids)


def _source(report: Report, id_: str | None) -> str:
    spans = {source.id: source.source for source in report.sources}
    span = spans.get(id_ or "")
    return words.quoted(report.document, span) if span else id_ or ""


def _claim(report: Report, claim: Claim) -> tuple[str, ...]:
    when = words.days(claim.first_day, claim.last_day)
    hedges = {hedge.id: words.quoted(report.document, hedge.span) for hedge in report.hedges}
    return (
        words.quoted(report.document, claim.span),
        claim.kind,
        when if claim.kind in DAYS else _stands(claim.quantity),
        claim.subject.text if claim.subject else claim.counted or "",
        (claim.role or "").replace("-", " "),  # as words, it can be wrapped
        "" if claim.kind in DAYS else when,
        shorten(_source(report, claim.source), 2 * LEAST, placeholder=" ..."),
        ", ".join(hedges.get(id_, id_) for id_ in claim.hedges),
        "" if claim.stance == "asserted" else claim.stance,
    )


def _stands(quantity: Quantity | None) -> str:
    return "" if quantity is None else " ".join(filter(None, (words.stretch(quantity.possible), quantity.unit)))
