"""Points with what they were scored by, each at its worth: field goals, threes and free throws; tries and kicks.

A rule names its claims as the lexicon has what scores, and says in its ways what each is worth. The rows show which way counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from factcheck import lexicon
from factcheck.rules import Rule
from factcheck.tables.columns import Sample
from factcheck.tables.shapes import Match
from factcheck.tables.shapes.subsets import figure_called


def find(rule: Rule, sample: Sample) -> Iterator[Match]:
    """Give the columns that are called as a rule's claims are in the lexicon, each with the others."""
    whole = [column for column in sample.columns if column.kind == "number" and column.form.exact and not column.doubtful]
    names = {column: figure_called(column.name) for column in whole}
    called = [[each for each in whole if names[each] in lexicon.words("scoring", claim)] for claim in rule.claims]
    for columns in product(*called):
        yield Match({claim: (column,) for claim, column in zip(rule.claims, columns, strict=True)}, "guess")
