"""Findings -> Report: all that one document gave, and what is made of it.

`plain` gives the contract's plain values, `records` those of a table's rows, `origins` leads its spans back into the source,
`dismissals` takes out what somebody has looked at, `notices` are what a build server shows, `lines` says where that stands.
"""

from __future__ import annotations

from attrs import field

from factcheck.claims import Claim, Hedge, Source
from factcheck.document import Document
from factcheck.findings import Check, Finding
from factcheck.values import frozen


@frozen
class Dismissed:
    """A finding that somebody has looked at: why it is none, and where that is said."""

    finding: Finding
    reason: str
    where: str


@frozen
class Report:
    """All that one document gave; ``dismissed`` are the findings that are not to be told again."""

    document: Document
    findings: tuple[Finding, ...] = ()
    checks: tuple[Check, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = field(default=(), repr=False)
    dismissed: tuple[Dismissed, ...] = ()
