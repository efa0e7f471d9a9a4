"""Reports -> Reports without what somebody has looked at: a finding is dismissed with a reason, never by a line's number.

A dismissal stands in a newsroom's settings, in a baseline, or in a comment of the story itself, in the paragraph it is for or
above it:

    <!-- factcheck: ignore money/conversion-off-rate: the bank's own rate, see the note -->

A comment counts only where the format has comments; words like these in prose are prose.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from itertools import islice

from factcheck.document import Document, Span
from factcheck.findings import Finding
from factcheck.patterns import pattern
from factcheck.report import Dismissed, Report
from factcheck.report.lines import Lines
from factcheck.values import evolve, frozen

_OPENING, _CLOSING = "<!--", "-->"
_OPENED = pattern(r"<!--\s*factcheck:")
_RULES = pattern(r"[\w*?/, -]+")
_BETWEEN = pattern(r"[\s,]+")


@frozen
class Dismissal:
    """What is dismissed and why; what is None is not asked.

    ``rule`` is a pattern (``money/*``), ``quote`` one of the finding's figures as written, ``fingerprint`` the finding's own,
    ``span`` the part of the text that it is for. ``path`` is a pattern of files (``opinion/**``): the settings, which know the
    folder that it is told from, give each file its own. ``where`` tells where the dismissal stands.
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
    from factcheck.report.notices import fingerprints

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
    lines, first = Lines.of(document.text), 0
    for span, said in _said(document):
        where = f"{document.path}:{lines.number(span.start)}"
        rules, reason = _asked(said)
        if not rules:
            yield Faulty(where, "a dismissal is written <!-- factcheck: ignore RULE: the reason -->; the reason is wanted")
            continue
        while first < len(document.parts) and _is_past(document, document.parts[first].span, span.start):
            first += 1
        paragraph = _paragraph(document, first, span)
        for rule in rules:
            yield Dismissal(where, reason, rule, span=paragraph)


def _said(document: Document) -> Iterator[tuple[Span, str]]:
    """Give the comments that speak to us, with what they say; one that is never closed says nothing, nor does one in code."""
    text, opened = document.text, _OPENED.search(document.text)
    code = [span.start for span in document.code]
    while opened is not None and (end := text.find(_CLOSING, opened.end())) >= 0:
        span = Span(opened.start(), end + len(_CLOSING))
        within = bisect_right(code, span.start) - 1
        is_code = within >= 0 and document.code[within].covers(span)
        if document.prose[span.start : span.end].isspace() and not is_code:
            yield span, text[opened.end() : end]
        opened = _OPENED.search(text, span.end)


def _asked(said: str) -> tuple[list[str], str]:
    """Read "ignore money/*, calendar: the reason": the rules and the reason; no rules where it is not written so."""
    names, _, reason = said.partition(":")
    verb, *rest = names.split(None, 1) or [""]
    rules = rest[0].strip() if verb == "ignore" and rest else ""
    if not reason.strip() or not _RULES.fullmatch(rules):
        return [], ""
    return _BETWEEN.split(rules.strip(" ,")), " ".join(reason.split())


def _is_past(document: Document, part: Span, start: int) -> bool:
    """Tell whether a part ends on a line before a comment: it is not for this one, nor for a later one."""
    return part.end <= start and document.text.find("\n", part.end, start) >= 0


def _paragraph(document: Document, first: int, comment: Span) -> Span:
    """Give the part of the text that holds a comment, at its end too, else the one behind it; ``first`` is the first that can."""
    for part in islice(document.parts, first, None):
        if part.span.end > comment.end or part.span.end <= comment.start:
            return Span(min(part.span.start, comment.start), max(part.span.end, comment.end))
    return Span(comment.start, len(document.text))


def _fits(dismissal: Dismissal, finding: Finding, fingerprint: str, document: Document) -> bool:
    return (
        (dismissal.rule is None or any(fnmatchcase(name, dismissal.rule) for name in _names(finding.rule)))
        and (dismissal.quote is None or any(document.quote(place.span) == dismissal.quote for place in finding.places))
        and (dismissal.fingerprint is None or dismissal.fingerprint == fingerprint)
        and (dismissal.span is None or any(dismissal.span.covers(place.span) for place in finding.places))
    )


def _names(rule: str) -> tuple[str, str, str]:
    topic, _, fault = rule.rpartition("/")
    return rule, topic, fault
