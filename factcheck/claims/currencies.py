"""Ambiguous money signs: of all currencies that a bare "$" can be, only those that the document offers stay."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from factcheck import lexicon
from factcheck.document import Document
from factcheck.mentions import Mention


def reader(document: Document, money: Sequence[Mention]) -> Callable[[Mention], tuple[str, ...]]:
    """Give the function that narrows a sum's units: the default, home's, and those marked elsewhere in the document."""
    marked = {_currency(mention.units[0]) for mention in money if len(mention.units) == 1}
    known: dict[str, bool] = {}

    def offered(code: str) -> bool:
        if code not in known:
            known[code] = code in marked or _is_named(code, document)
        return known[code]

    def narrowed(mention: Mention) -> tuple[str, ...]:
        if mention.kind != "money" or len(mention.units) < 2:
            return mention.units
        home = [unit for unit in mention.units if _is_home(_currency(unit), document.home)]
        first = home or [mention.units[0]]
        return (
            *first,
            *(unit for unit in mention.units if unit not in first and (unit == mention.units[0] or offered(_currency(unit)))),
        )

    return narrowed


def _currency(unit: str) -> str:
    return unit.partition("/")[0]


def _is_home(code: str, home: str | None) -> bool:
    return home is not None and home in lexicon.entries("currencies")[code].get("countries", ())


def _is_named(code: str, document: Document) -> bool:
    """Tell whether an adjective of the currency ("Canadian") stands in the document."""
    adjectives = lexicon.entries("currencies")[code].get("adjectives", ())
    return any(
        re.search(rf"\b{re.escape(adjective)}\b", document.prose) for adjective in adjectives if adjective in document.prose
    )
