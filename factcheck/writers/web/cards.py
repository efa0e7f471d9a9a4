"""A Report -> what the page shows beside the text: a card for each finding, the hedges by kind, the checks and their figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from factcheck.claims import Claim
from factcheck.document import Document, Span
from factcheck.findings import Finding, Place
from factcheck.report import Report
from factcheck.values import frozen
from factcheck.writers.console import words
from factcheck.writers.console.harmless import harmless
from factcheck.writers.web.drawing import Drawing, drawn
from factcheck.writers.web.marks import kind_of

VERDICTS = ("holds", "may hold", "not checked")
_AROUND = 60
"""Code points shown on each side of a quotation."""
_APART = 120
"""Code points between two figures that are still shown together."""


@frozen
class Piece:
    """Words of an excerpt: a figure with its place in the page and its name in the rule, or what stands round it."""

    words: str
    anchor: str = ""
    label: str = ""


@frozen
class Card:
    """A finding as an editor reads it; ``why`` is the rule's first sentence, ``more`` are the others."""

    name: str
    number: int
    kind: str
    severity: str
    message: str
    excerpts: tuple[tuple[Piece, ...], ...]
    calculation: tuple[str, ...]
    repairs: tuple[str, ...]
    rule: str
    why: str
    more: str
    also: tuple[str, ...]
    drawing: Drawing | None


@frozen
class Reach:
    """How far the checks reach: how many held, the figures in no check, and why relations were not checked, each once."""

    held: int
    untouched: tuple[str, ...]
    reasons: tuple[str, ...]


@frozen
class Hedges:
    """The hedges of one kind: cue, the figures it touches, its anchor."""

    kind: str
    cues: tuple[tuple[str, str, str], ...]


@frozen
class Relation:
    """A check as one line: the rule, what it says, the figures it set against each other."""

    rule: str
    says: str
    figures: tuple[str, ...]


def cards(report: Report, name: str) -> Iterator[Card]:
    """Give the cards in text order; ``name`` begins their names, as it does the anchors of the text's marks."""
    claims = {claim.id: claim for claim in report.claims}
    for number, finding in enumerate(report.findings, 1):
        yield _card(report.document, finding, claims, number, f"{name}-f{number}")


def hedges(report: Report, name: str) -> list[Hedges]:
    """Give the hedges by kind, each kind in text order."""
    figures = _figures(report)
    numbered = sorted(enumerate(report.hedges, 1), key=lambda pair: (pair[1].kind, pair[0]))
    return [
        Hedges(
            kind.replace("-", " "),
            tuple(
                (words.quoted(report.document, hedge.span), _listed(figures, hedge.claims), f"{name}-h{number}")
                for number, hedge in of_kind
            ),
        )
        for kind, of_kind in groupby(numbered, key=lambda pair: pair[1].kind)
    ]


def relations(report: Report) -> dict[str, list[Relation]]:
    """Give the checks by verdict, in the order of `VERDICTS`; a relation told twice is told once."""
    figures = _figures(report)
    found: dict[str, dict[Relation, None]] = {verdict: {} for verdict in VERDICTS}
    for check in report.checks:
        says = harmless("; ".join(filter(None, (check.calculation, check.reason))))
        found[check.verdict][Relation(check.rule, says, tuple(figures.get(id_, id_) for id_ in check.claims))] = None
    return {verdict: [*told] for verdict, told in found.items()}


def reach(report: Report) -> Reach:
    """Tell what was set against something, and what was not."""
    told = relations(report)
    held = [check.claims for check in report.checks if check.verdict != "not checked"]
    touched = {id_ for claims in (*held, *(finding.claims for finding in report.findings)) for id_ in claims}
    untouched = tuple(words.quoted(report.document, claim.span) for claim in report.claims if claim.id not in touched)
    reasons = dict.fromkeys(relation.says for relation in told["not checked"] if relation.says)
    return Reach(len(told["holds"]) + len(told["may hold"]), untouched, tuple(reasons))


def _figures(report: Report) -> dict[str, str]:
    return {claim.id: words.quoted(report.document, claim.span) for claim in report.claims}


def _listed(figures: Mapping[str, str], ids: Iterable[str]) -> str:
    return "; ".join(figures.get(id_, id_) for id_ in ids)


def _card(document: Document, finding: Finding, claims: Mapping[str, Claim], number: int, name: str) -> Card:
    """Give the card of a finding, numbered and called so."""
    why, end, more = harmless(finding.why).partition(". ")
    return Card(
        name,
        number,
        kind_of(finding.severity),
        finding.severity,
        harmless(finding.message),
        tuple(_excerpt(document, near) for near in _near(document, finding.places, name)),
        tuple(map(harmless, finding.calculation.split("\n"))),
        tuple(words.repairs(document, finding.repairs, claims)),
        finding.rule,
        why + end.rstrip(),
        more,
        finding.also,
        drawn(document, finding, claims),
    )


def _near(document: Document, places: Iterable[Place], name: str) -> Iterator[list[tuple[Span, str, str]]]:
    """Give the places with their anchors and labels in text order; those that one excerpt can show, together."""
    placed = ((place.span, f"{name}-{n}", place.label) for n, place in enumerate(places, 1))
    group: list[tuple[Span, str, str]] = []
    for each in sorted(placed, key=lambda each: (not each[0].in_headline, each[0])):
        if group and not _is_near(document, group[-1][0], each[0]):
            yield group
            group = []
        group.append(each)
    yield group


def _is_near(document: Document, one: Span, other: Span) -> bool:
    between = _source(document, one)[one.end : other.start]
    return one.in_headline == other.in_headline and one.end <= other.start <= one.end + _APART and "\n" not in between


def _excerpt(document: Document, places: Sequence[tuple[Span, str, str]]) -> tuple[Piece, ...]:
    """Give figures with a little of what stands round them."""
    source, start, end = _source(document, places[0][0]), places[0][0].start, places[-1][0].end
    before = source[max(0, start - _AROUND) : start].rpartition("\n")[2]
    behind = source[end : end + _AROUND].partition("\n")[0]
    cut_before = start > len(before) and len(before) == _AROUND
    cut_behind = len(behind) == _AROUND and end + _AROUND < len(source)
    pieces, at = [Piece(harmless("… " + before.partition(" ")[2] if cut_before else before))], start
    for span, anchor, label in places:
        pieces += [Piece(harmless(source[at : span.start])), Piece(words.quoted(document, span), anchor, label)]
        at = span.end
    return (*pieces, Piece(harmless(behind.rpartition(" ")[0] + " …" if cut_behind else behind)))


def _source(document: Document, span: Span) -> str:
    return (document.headline or "") if span.in_headline else document.prose
