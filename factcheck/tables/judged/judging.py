"""Suspicious rows + relations -> what the exact engine says of them: a row becomes a story, its cells claims.

A row's text is its cells, one on a line; findings come out as those of a story, and each place is a cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from factcheck import findings
from factcheck.claims import Claim
from factcheck.constraints import Constraint
from factcheck.document import Cell, Document, Record, Span
from factcheck.expressions import Context, Operand, Outcome, evaluate, repair
from factcheck.findings import Finding, Place
from factcheck.intervals import Amount
from factcheck.rules import Rule
from factcheck.sentences import Sentence
from factcheck.story import Story
from factcheck.tables.binding import Relation
from factcheck.tables.columns import Column, cells
from factcheck.tables.columns.forms import Form
from factcheck.tables.judged import mends
from factcheck.tables.queries import roundings
from factcheck.values import evolve, frozen
from factcheck.verdicts import Repair, Verdict

_TURNED = str.maketrans(".,", ",.")
_KINDS = {"day": "date", "weekday": "weekday", "month": "period", "year": "period"}


@frozen
class Row:
    """A record with the texts of some of its columns, by their index."""

    number: int
    line: int
    texts: Mapping[int, str | None]

    def value(self, column: Column) -> Fraction | None:
        """Give the value of a cell; None where it says nothing."""
        read = cells.read((self.texts.get(column.index) or "").strip(), column.form)
        return None if read is None or read.quantity is None else read.quantity.value


def story(path: str, name: str, placed: Sequence[tuple[Row, Column]]) -> tuple[Story, dict[tuple[int, int], Claim]]:
    """Make a story of cells: its text is theirs, one on a line; give it, and the claim of each cell that can be read.

    Args:
        path: the file.
        name: what the record is called.
        placed: the cells, by row and column.

    """
    text, found, spans = "", dict[tuple[int, int], Claim](), list[Cell]()
    for row, column in placed:
        written = row.texts.get(column.index) or ""
        span = Span(len(text), len(text) + len(written))
        text += written + "\n"
        spans.append(Cell(row.number, row.line, column.label, span, prose=column.kind == "text"))
    document = Document(text, id=name, path=path, record=Record(tuple(spans)))
    for (row, column), cell in zip(placed, spans, strict=True):
        claim = _claim(f"c{len(found) + 1}", document, trimmed(text, cell.span), column)
        if claim is not None:
            found[row.number, column.index] = claim
    return Story(document, tuple(found.values())), found


def trimmed(text: str, span: Span) -> Span:
    """Leave the blanks about a value out."""
    cell = text[span.start : span.end]
    start = span.start + len(cell) - len(cell.lstrip())
    return Span(start, max(start, span.start + len(cell.rstrip())))


def _kind(column: Column) -> str:
    """Tell of what kind the claims of a column are."""
    if column.kind in _KINDS:
        return _KINDS[column.kind]
    if column.form.percent:
        return "percent"
    if column.form.currency:
        return "money"
    return "count" if column.counts and column.form.whole else "number"


def _claim(name: str, document: Document, span: Span, column: Column) -> Claim | None:
    """Give the claim of a cell, called ``name``, whose text stands at a span of its row; None where it cannot be read."""
    value = cells.read(document.quote(span), column.form)
    if value is None:
        return None
    kind = _kind(column)
    quantity = value.quantity
    if quantity is not None and kind in ("percent", "money"):
        quantity = evolve(quantity, unit="percent" if kind == "percent" else column.form.currency)
    stretch = value.stretch
    return Claim(
        name,
        span,
        kind,
        Sentence(span, "body", 0, document.text),
        quantity=quantity,
        phrase=span,
        role=column.role,
        roles=(column.role,) if column.role else (),
        counted=" ".join(column.name.words) or None,
        first_day=stretch.first if stretch else None,
        last_day=stretch.last if stretch else None,
        weekday=None if stretch is None or stretch.weekday is None else stretch.weekday - 1,
    )


def judge(way: Rule, relation: Relation, told: Story, claims: Mapping[int, Claim]) -> Verdict | None:
    """Judge one row by one relation; None where a cell says nothing."""
    if any(column.index not in claims for column in relation.columns.values()):
        return None
    bound = {name: claims[column.index] for name, column in relation.columns.items()}
    return judged(way, relation, told, roundings.widened(relation, bound))


def judged(
    way: Rule, relation: Relation, told: Story, bound: Mapping[str, Claim], known: Mapping[str, Operand] | None = None
) -> Verdict:
    """Judge claims that are bound already; ``known`` is what no cell says, but many together."""
    operands = {name: _operand(told.document, claim) for name, claim in bound.items()} | dict(known or {})
    context = Context()
    outcome = evaluate(way.holds, operands, context)
    constraint = Constraint(way, bound, {})
    if outcome.verdict != "cannot hold":
        return Verdict(constraint, outcome)
    found = {name: interval for name in bound if (interval := repair(way.holds, name, operands, context)) is not None}
    repairs = tuple(Repair(bound[name].id, interval) for name, interval in found.items())
    return Verdict(constraint, _named(outcome, relation), repairs, mends.offered(relation, bound, found))


def _operand(document: Document, claim: Claim) -> Operand:
    """Give a cell as a rule sees it; what is in one row is in one unit, else it would not be set against each other."""
    quantity = claim.quantity
    if quantity is not None:
        return Operand(document.quote(claim.span).strip(), Amount(quantity.printed, quantity.possible), claim)
    days = (
        cells.Value(stretch=None)
        if claim.first_day is None
        else cells.of_days(claim.first_day, claim.last_day or claim.first_day)
    )
    return Operand(document.quote(claim.span).strip(), Amount(days.possible, days.possible), claim)


def _named(outcome: Outcome, relation: Relation) -> Outcome:
    """Add the names of the columns to the facts that a message can tell, and write what is right with their decimal comma."""
    names = {f"{name}.column": column.label for name, column in relation.columns.items()}
    facts = {**names, **outcome.facts}
    if "right" in facts and _have_commas([column.form for column in relation.columns.values()]):
        facts["right"] = facts["right"].translate(_TURNED)
    return evolve(outcome, facts=facts)


def _have_commas(told: Sequence[Form]) -> bool:
    """Tell whether numbers have a decimal comma: all that show a mark, and one at least."""
    return any(form.point == "," for form in told) and all(
        form.kind == "number" and (form.whole or form.point == ",") for form in told
    )


def found(verdicts: Sequence[Verdict], told: Story) -> tuple[Finding, ...]:
    """Give one finding for each fault of a record; a cell that stands twice in a relation is one place."""
    several = told.document.record is not None and len({cell.row for cell in told.document.record.cells}) > 1
    return tuple(
        mends.ordered(
            evolve(finding, places=tuple(_places(finding)), claims=tuple(dict.fromkeys(finding.claims))),
            told.claims,
            several=several,
        )
        for finding in findings.find([*_outermost(verdicts)], told)
    )


def _outermost(verdicts: Sequence[Verdict]) -> Iterator[Verdict]:
    """Leave out what lies between two ends that changed places: a mean below the one and above the other is no other fault."""
    upside_down = {_ends(verdict) for verdict in verdicts if verdict.constraint.rule.shape == "ranges"}
    known = {end for pair in upside_down for end in pair}
    for verdict in verdicts:
        low, high = _ends(verdict)
        inside = ({(low, end), (high, end)} <= upside_down or {(end, low), (end, high)} <= upside_down for end in known)
        if (low, high) not in upside_down or not any(inside):
            yield verdict


def _ends(verdict: Verdict) -> tuple[str, str]:
    ids = [claim.id for claim in verdict.constraint.claims.values()]
    return ids[0], ids[-1]


def _places(finding: Finding) -> Iterator[Place]:
    """Give each cell once, by the name that it has in the rule: the first part of a sum is one of the parts."""
    first = {place.span: place for place in reversed(finding.places)}
    for place in dict.fromkeys(finding.places):
        if first[place.span] is place:
            yield evolve(place, label=re.sub(r"_[0-9]+$", "", place.label))
