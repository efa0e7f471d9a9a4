"""Cells of one row or of several, and a rule across rows -> what of them breaks it, as the exact engine judges it.

The shapes across rows find their suspects each in its own way; all of them are bound, judged and reported here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.claims import Claim
from factcheck.expressions import Operand
from factcheck.report import Report
from factcheck.rules import Rule
from factcheck.story import Story
from factcheck.tables.binding import Relation, of
from factcheck.tables.columns import Column
from factcheck.tables.judged import judging, rows
from factcheck.tables.judged.judging import Row
from factcheck.tables.shapes import Match
from factcheck.verdicts import Verdict


def judge(
    rule: Rule,
    path: str,
    name: str,
    placed: Sequence[tuple[Row, Column]],
    *,
    way: int = 0,
    known: Mapping[str, Operand] | None = None,
) -> tuple[Verdict, Report] | None:
    """Judge cells of one row or of several exactly; give what breaks a rule, with its report, or None.

    Args:
        rule: the rule.
        path: the file.
        name: what the record is called.
        placed: the cells, in the order of the rule's claims.
        way: the place among the rule's texts.
        known: what the last of its claims stands for, where no cell tells it.

    """
    columns = [column for _, column in placed]
    spare = [columns[-1]] * (len(rule.claims) - len(columns))  # a claim that is known has no column of its own
    match = Match(dict(zip(rule.claims, ((column,) for column in (*columns, *spare)), strict=True)), "guess")
    told, claims = judging.story(path, name, placed)
    found = (claims.get((row.number, column.index)) for row, column in placed)
    bound = {name: claim for name, claim in zip(rule.claims, found, strict=False) if claim is not None}
    if len(bound) < len(placed):
        return None
    relation = of(rule, match)
    return broken(relation.ways[way], relation, told, bound, known)


def broken(
    way: Rule, relation: Relation, told: Story, bound: Mapping[str, Claim], known: Mapping[str, Operand] | None = None
) -> tuple[Verdict, Report] | None:
    """Judge claims that are bound already; give what breaks a rule, with its report, or None."""
    verdict = judging.judged(way, relation, told, bound, known)
    return (verdict, rows.report([verdict], told)) if verdict.outcome.verdict == "cannot hold" else None
