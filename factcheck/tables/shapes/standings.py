"""A league table: its points are those of its wins and draws. The rows show how many a win gives.

A club that points were taken from has fewer, and a footnote that says so; more has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from factcheck.rules import Rule
from factcheck.tables.columns import Column, Number, Sample
from factcheck.tables.shapes import Match

_FOR_A_WIN = (3, 2)
"""Points, in the order of the rule's ways."""
_ENOUGH = 6
"""Different results of which clubs must have just the points."""
_MOSTLY, _NEARLY = 4, 8
"""One club in so many may have others, where names tell of wins and draws, and where the values alone do."""
_MOST_COLUMNS, _NEAR = 40, 14
Values = Sequence[Number | None]


def find(rule: Rule, sample: Sample) -> Iterator[Match]:
    """Give points with wins and draws: those that are called so, else the two columns of which the rows show it."""
    points, wins, draws = rule.claims
    whole = [column for column in sample.columns if column.kind == "number" and column.form.exact][:_MOST_COLUMNS]
    for p in (column for column in whole if column.name.says("points") and not _is_of_a_game(column)):
        named = [(w, d) for w in _called(whole, p, "wins") for d in _called(whole, p, "draws")]
        near = sorted((column for column in whole if column is not p), key=lambda column: abs(column.index - p.index))[:_NEAR]
        for w, d in named if len(named) == 1 else permutations(near, 2):
            way = _kept(*(sample.values(column) for column in (p, w, d)), most=_MOSTLY if len(named) == 1 else _NEARLY)
            if way is not None:
                yield Match({points: (p,), wins: (w,), draws: (d,)}, "guess", way)
                break


def _is_of_a_game(column: Column) -> bool:
    """Tell points that were scored, for or against."""
    return column.name.says("score-for", "score-against", "difference", "share", "quotient", "mean")


def _called(columns: Sequence[Column], points: Column, aspect: str) -> list[Column]:
    """Give the columns of one aspect that are of the same games."""
    return [column for column in columns if column.name.says(aspect) and column.name.stem == points.name.stem]


def _kept(points: Values, wins: Values, draws: Values, *, most: int) -> int | None:
    """Give the way in which enough rows have just the points of their results, one in so many of all being others."""
    rows = [row for row in zip(points, wins, draws, strict=True) if None not in row and any(row)]
    for way, each in enumerate(_FOR_A_WIN):
        kept = [(w, d) for p, w, d in rows if p == each * (w or 0) + (d or 0)]
        if len({*kept}) >= _ENOUGH and (len(rows) - len(kept)) * most <= len(rows):
            return way
    return None
