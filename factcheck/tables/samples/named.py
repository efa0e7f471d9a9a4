"""Which rows of a table a column calls totals: "Total", "Ashby total", "Total for Ashby".

A table's store, its sample and the column that names its rows go in, the numbers of these rows come out.
"""

from __future__ import annotations

import re
from functools import cache

from factcheck import lexicon
from factcheck.tables.columns import Column, Sample
from factcheck.tables.engines import Store

_WORD = re.compile(r"[^\W\d_]+")


def totals(store: Store, sample: Sample, label: Column) -> set[int]:
    """Give the rows that are called nothing but a total; where there are none, those whose names say so."""
    if not _may_call(store, sample, label):
        return set()
    return _rows(store, _is_total(store, label)) or named(store, sample, label)


def named(store: Store, sample: Sample, label: Column) -> set[int]:
    """Give the rows whose names say that they are totals, alone or with what they are the totals of."""
    if not _may_call(store, sample, label):
        return set()
    words, cell = lexicon.entries("cells")["totals"], f"lower(trim(c{label.index}))"
    told = [*(f"{word} %" for word in words["leading"]), *(f"% {word}" for word in words["ending"])]
    return _rows(store, " OR ".join([_is_total(store, label), *(f"{cell} LIKE '{each}'" for each in told)]))


def _rows(store: Store, condition: str) -> set[int]:
    return {row for (row,) in store.ask(f"SELECT row FROM data WHERE {condition}")}


def _may_call(store: Store, sample: Sample, label: Column) -> bool:
    """Tell whether a column may say so; where all of its rows are at hand they need not be asked."""
    texts = sample.texts[label.index]
    said = {word for text in texts if text for word in _WORD.findall(text.lower())}
    return len(texts) != store.rows or not said.isdisjoint(_words())


@cache
def _words() -> frozenset[str]:
    """Give the last word of each name that totals have."""
    known = lexicon.entries("cells")["totals"]
    return frozenset(_WORD.findall(name)[-1] for key in ("words", "leading", "ending") for name in known[key])


def _is_total(store: Store, label: Column) -> str:
    """Give the condition that a column calls a row nothing but a total: "Total", "All"."""
    words = ", ".join(store.dialect.quoted(word) for word in lexicon.entries("cells")["totals"]["words"])
    return f"lower(trim(c{label.index})) IN ({words})"
