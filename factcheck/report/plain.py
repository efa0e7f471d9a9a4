"""A report as the contract's plain values: it goes in, dictionaries that any JSON writer can print come out.

`SCHEMA_FILE` is the JSON Schema (2020-12) of what `as_dict` and `error_as_dict` give; it ships with the package, and any
validator can read it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.claims import Claim, Hedge, Source
from factcheck.document import Document, Span
from factcheck.findings import Check, Finding
from factcheck.intervals import Interval
from factcheck.report import Dismissed, Report
from factcheck.verdicts import Repair

if TYPE_CHECKING:
    from factcheck.readers import Unreadable

SCHEMA = 1
SCHEMA_FILE = Path(__file__).parents[1] / "schema" / "report.schema.json"

DAYS = frozenset({"date", "period"})
"""Kinds of claim whose repair is a day: its interval counts days as `datetime.date.toordinal` does."""


def as_dict(report: Report, *, extract_only: bool = False) -> dict[str, Any]:
    """Give the report as plain values, in the contract's order.

    Args:
        report: what `factcheck.check` or `factcheck.extract` gave.
        extract_only: leave out findings and checks.

    """
    return head(report) | {name: [*values] for name, values in sections(report, extract_only=extract_only)}


def sections(report: Report, *, extract_only: bool = False) -> Iterator[tuple[str, Iterator[dict[str, Any]]]]:
    """Give the lists of the contract by name, in its order, their values one by one: a long report need not be held twice."""
    document = report.document
    claims = {claim.id: claim for claim in report.claims}
    if not extract_only:
        yield "findings", (_finding(document, finding, claims) for finding in report.findings)
        yield "dismissed", (_dismissed(document, gone, claims) for gone in report.dismissed)
        yield "checks", (_check(check) for check in report.checks)
    yield "hedges", (_hedge(document, hedge) for hedge in report.hedges)
    yield "sources", (_source(document, source) for source in report.sources)
    yield "claims", (_claim(document, claim) for claim in report.claims)


def head(report: Report) -> dict[str, Any]:
    """Give what stands before the lists: the schema's number and the document."""
    return {"schema": SCHEMA, "document": _document(report.document)}


def error_as_dict(unreadable: Unreadable) -> dict[str, Any]:
    """Give the line that stands in the place of a document that could not be read."""
    return {
        "schema": SCHEMA,
        "document": _document(Document("", id=unreadable.id, path=unreadable.path)),
        "error": {"message": unreadable.message, "line": unreadable.line, "byte": unreadable.byte},
    }


def exact(value: Fraction) -> str:
    """Write a number without loss: ``4.22`` where its decimals end, ``41/12`` where they do not."""
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return f"{_digits(value.numerator)}/{_digits(value.denominator)}"
    places = max(twos, fives)
    digits = _digits(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else sign + digits


def repaired(repair: Repair, claim: Claim | None) -> tuple[str | None, str | None]:
    """Write a repair's two ends: numbers in the claim's own unit, ISO days where the claim is a date or a period."""
    write = _day if claim is not None and claim.kind in DAYS else exact
    low, high = repair.interval.low, repair.interval.high
    return None if low is None else write(low), None if high is None else write(high)


def _digits(whole: int) -> str:
    # Not str(): Python refuses to write an int of more than 4,300 digits, and a text may print one.
    return format(Decimal(whole), "f")


def _day(ordinal: Fraction) -> str:
    if ordinal.denominator == 1 and 1 <= ordinal <= dt.date.max.toordinal():
        return dt.date.fromordinal(int(ordinal)).isoformat()
    return exact(ordinal)


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _number(value: Fraction | None) -> str | None:
    return None if value is None else exact(value)


def _span(document: Document, span: Span) -> dict[str, Any]:
    place: dict[str, Any] = {"start": span.start, "end": span.end, "quote": document.quote(span)}
    if span.in_headline:
        place["in"] = "headline"
    return place


def _document(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "path": document.path,
        "headline": document.headline,
        "published": _iso(document.published),
        "published_from": document.published_from,
    }


def _finding(document: Document, finding: Finding, claims: dict[str, Claim]) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "calculation": finding.calculation,
        "places": [_span(document, place.span) | {"label": place.label} for place in finding.places],
        "claims": list(finding.claims),
        "also": list(finding.also),
        "repairs": [_repair(repair, claims.get(repair.claim)) for repair in finding.repairs],
        "why": finding.why,
    }


def _dismissed(document: Document, gone: Dismissed, claims: dict[str, Claim]) -> dict[str, Any]:
    return {"reason": gone.reason, "where": gone.where, "finding": _finding(document, gone.finding, claims)}


def _repair(repair: Repair, claim: Claim | None) -> dict[str, Any]:
    low, high = repaired(repair, claim)
    return {"claim": repair.claim, "low": low, "high": high} | _open_ends(repair.interval)


def _open_ends(interval: Interval) -> dict[str, bool]:
    return {
        "low_open": interval.low_open and interval.low is not None,
        "high_open": interval.high_open and interval.high is not None,
    }


def _check(check: Check) -> dict[str, Any]:
    return {
        "rule": check.rule,
        "verdict": check.verdict,
        "reason": check.reason,
        "calculation": check.calculation,
        "claims": list(check.claims),
    }


def _hedge(document: Document, hedge: Hedge) -> dict[str, Any]:
    return {"id": hedge.id, **_span(document, hedge.span), "kind": hedge.kind, "claims": list(hedge.claims)}


def _source(document: Document, source: Source) -> dict[str, Any]:
    spans = {"cue": source.cue, "source": source.source, "antecedent": source.antecedent, "content": source.content}
    places = {name: None if span is None else _span(document, span) for name, span in spans.items()}
    return {"id": source.id, **places, "relays": source.relays}


def _claim(document: Document, claim: Claim) -> dict[str, Any]:
    """Give a claim as the contract writes it."""
    return {
        "id": claim.id,
        **_span(document, claim.span),
        "kind": claim.kind,
        **_figure(claim),
        "counted": claim.counted,
        "role": claim.role,
        "roles": list(claim.roles),
        "subject": None if claim.subject is None else claim.subject.text,
        "first_day": _iso(claim.first_day),
        "last_day": _iso(claim.last_day),
        "source": claim.source,
        "hedges": list(claim.hedges),
        "stance": claim.stance,
    }


def _figure(claim: Claim) -> dict[str, Any]:
    quantity = claim.quantity
    if quantity is None:
        unbound = dict.fromkeys(("value", "from", "to", "bound", "low", "high"))
        return {**unbound, "low_open": False, "high_open": False, "unit": None}
    return {
        "value": _number(quantity.value),
        "from": _number(quantity.from_),
        "to": _number(quantity.to_value),
        "bound": quantity.bound,
        "low": _number(quantity.possible.low),
        "high": _number(quantity.possible.high),
        **_open_ends(quantity.possible),
        "unit": quantity.unit,
    }
