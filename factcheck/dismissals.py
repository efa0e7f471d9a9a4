"""Reports -> Reports without what somebody has looked at: a finding is dismissed with a reason, never by a line's number.

A dismissal stands in a newsroom's settings, in a baseline, or in a comment of the story itself, in the paragraph it is for or
above it:

    <!-- factcheck: ignore money/conversion-off-rate: the bank's own rate, see the note -->

A comment counts only where the format has comments; words like these in prose are prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase

from factcheck.document import Document, Span
from factcheck.findings import Finding
from factcheck.lines import Lines
from factcheck.patterns import pattern
from factcheck.report import Dismissed, Report
from factcheck.values import evolve, frozen

_OPENING = "<!--"
_COMMENT = pattern(r"<!--\s*factcheck:\s*(?P<rest>.*?)\s*-->", re.DOTALL)
_IGNORE = pattern(r"ignore\s+(?P<rules>[\w*?/, -]+?)\s*:\s*(?P<reason>\S.*)", re.DOTALL)


@frozen
class Dismissal:
    """What is dismissed and why; what is None is not asked.

    ``rule`` and ``path`` are patterns (``money/*``, ``opinion/**``), ``quote`` is one of the finding's figures as written,
    ``fingerprint`` the finding's own, ``span`` the part of the text that it is for. ``where`` tells where the dismissal stands.
    """

    where: str
    reason: str
    rule: str | None = None
    path: str | None = None
    quote: str | None = None
    fingerprint: str | None = None
    span: Span | None = None


@frozen
class Faulty:
    """A comment that dismisses nothing, since it is not written as one must be."""

    where: str
    message: str


def dismiss(report: Report, dismissals: Sequence[Dismissal]) -> Report:
    """Take what is dismissed out of a report, and list it apart; the first dismissal that fits gives the reason."""
    if not dismissals or not report.findings:
        return report
    from factcheck.notices import fingerprints

    kept, gone = [], []
    for finding, fingerprint in zip(report.findings, fingerprints(report), strict=True):
        dismissal = next((each for each in dismissals if _fits(each, finding, fingerprint, report.document)), None)
        if dismissal is None:
            kept.append(finding)
        else:
            gone.append(Dismissed(finding, dismissal.reason, dismissal.where))
    return evolve(report, findings=tuple(kept), dismissed=(*report.dismissed, *gone))


def comments(document: Document) -> Iterator[Dismissal | Faulty]:
    """Give the dismissals that stand in the document's own comments."""
    if _OPENING not in document.text:
        return
    found = [match for match in _COMMENT.finditer(document.text) if document.prose[match.start() : match.end()].isspace()]
    lines = Lines.of(document.text) if found else None
    for match in found:
        where = f"{document.path}:{lines.number(match.start()) if lines else 1}"
        said = _IGNORE.fullmatch(match["rest"])
        if said is None:
            yield Faulty(where, "a dismissal is written <!-- factcheck: ignore RULE: the reason -->; the reason is wanted")
            continue
        span = _paragraph(document, match.start(), match.end())
        for rule in re.split(r"[\s,]+", said["rules"].strip(" ,")):
            yield Dismissal(where, " ".join(said["reason"].split()), rule, span=span)


def _paragraph(document: Document, start: int, end: int) -> Span:
    """Give the part of the text that holds a comment, at its end too, else the one behind it."""
    for part in document.parts:
        if part.span.end > end or (part.span.end <= start and "\n" not in document.text[part.span.end : start]):
            return Span(min(part.span.start, start), max(part.span.end, end))
    return Span(start, len(document.text))


def _fits(dismissal: Dismissal, finding: Finding, fingerprint: str, document: Document) -> bool:
    return (
        (dismissal.rule is None or any(fnmatchcase(name, dismissal.rule) for name in _names(finding.rule)))
        and (dismissal.path is None or fnmatchcase(document.path, dismissal.path))
        and (dismissal.quote is None or any(document.quote(place.span) == dismissal.quote for place in finding.places))
        and (dismissal.fingerprint is None or dismissal.fingerprint == fingerprint)
        and (dismissal.span is None or any(dismissal.span.covers(place.span) for place in finding.places))
    )


def _names(rule: str) -> tuple[str, str, str]:
    topic, _, fault = rule.rpartition("/")
    return rule, topic, fault
