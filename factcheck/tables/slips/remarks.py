"""Rows that break a relation -> those of which a remark tells by how much: "2 missing" beside a total of the dead and wounded.

What lacks or is too much has a cell of its own there, in words: it was counted, lost or left out, and no pen slipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from factcheck.tables.binding import Relation
from factcheck.tables.columns import forms
from factcheck.tables.engines import Store
from factcheck.verdicts import Verdict

FEW = 8
"""Broken rows that are looked at."""
_MOST_COLUMNS = 20
_LONGEST = 120
"""Letters of a remark: a story tells of many figures."""
_NUMBER = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?(?![\w.,]*\d)")
_SHAPES = ("sums", "balances", "differences")


def explained(store: Store, relation: Relation, broken: Mapping[int, Verdict]) -> set[int]:
    """Give the rows, of those that break a sum or a difference, in which a text tells by how much they do.

    Args:
        store: the table.
        relation: what they break.
        broken: how, by the numbers of the rows.

    """
    own = {column.index for column in relation.columns.values()}
    texts = [index for index, type_ in enumerate(store.types) if type_ == "text" and index not in own][:_MOST_COLUMNS]
    if relation.rule.shape not in _SHAPES or not texts or not broken:
        return set()
    cells = ", ".join(map(store.text, texts))
    told = store.ask(f"SELECT row, {cells} FROM data WHERE {store.among(sorted(broken))}")
    return {row for row, *said in told if any(_is_off_by(broken[row], figure) for figure in _figures(said))}


def _figures(texts: Sequence[str | None]) -> Iterator[Fraction]:
    """Give the figures that stand among words in the cells of a row."""
    for text in texts:
        if text and len(text) <= _LONGEST and any(map(str.isalpha, text)):
            found = (forms.value_of(match[0].replace(",", "")) for match in _NUMBER.finditer(text))
            yield from (value for value in found if value)


def _is_off_by(verdict: Verdict, figure: Fraction) -> bool:
    """Tell whether a relation holds once one of its figures is so much more, or less."""
    values = {claim.id: claim.value for claim in verdict.constraint.claims.values()}
    return any(
        (value := values.get(repair.claim)) is not None
        and (repair.interval.holds(value + figure) or repair.interval.holds(value - figure))
        for repair in verdict.repairs
    )
