"""Rows that break a relation -> those of which a remark tells by how much: "2 missing" beside a total of the dead and wounded.

What lacks or is too much has a cell of its own there, in words: it was counted, lost or left out, and no pen slipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from factcheck.tables.binding import Relation
from factcheck.tables.columns import forms
from factcheck.tables.engines import Store
from factcheck.verdicts import Verdict

FEW = 8
"""Broken rows that are looked at."""
_MOST_COLUMNS, _ONE_IN = 20, 4
"""Columns of texts in which it is looked for, and one row in so many that may have a remark."""
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
    found = {
        (row, index)
        for row, *said in told
        for index, text in zip(texts, said, strict=True)
        if any(_is_off_by(broken[row], figure) for figure in _figures(text))
    }
    rare = {index for index in {index for _, index in found} if _is_rare(store, index)}
    return {row for row, index in found if index in rare}


def _is_rare(store: Store, index: int) -> bool:
    """Tell whether most rows have no remark: "Ward 1" names a row."""
    ((told,),) = store.ask(f"SELECT count(*) FROM data WHERE trim({store.text(index)}) <> ''")
    return bool(told * _ONE_IN <= store.rows)


def _figures(text: str | None) -> Iterator[Fraction]:
    """Give the figures that stand among words in a cell."""
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
