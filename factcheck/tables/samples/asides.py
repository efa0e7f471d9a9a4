"""Rows that give no figures as the others do: what is made of these ("Median age"), and what a footnote tells more of ("Spain*").

What names such a row says so, in the words that names of columns have. Nothing adds up in it, and no part is below its whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from factcheck import lexicon
from factcheck.tables.columns import Sample
from factcheck.tables.columns.names import read

_MARKED = re.compile(r"\w\)?\s?(?:[*†‡§¶]{1,4}|\[\w{1,3}\])\Z")
_WORD = re.compile(r"\w+")
_MADE = ("mean", "median", "share", "quotient", "intensity")
_NAMING = 2
"""Columns of texts that may name the rows: a code stands before the name."""
_FEWEST = 3
"""Letters of the shortest name that says so: "PC" and "%" stand among codes and units."""
_ONE_IN = 4
"""One row in so many may be such: where more are, the word is another one: "Pct 12" is a precinct."""


def footnoted(sample: Sample, footnotes: Sequence[str]) -> frozenset[int]:
    """Give the places of rows whose name leads to a footnote, or stands in one, where few do: it may say why they are others."""
    texts = [sample.texts[column.index] for column in sample.columns if column.kind == "text"][:_NAMING]
    sources = tuple(lexicon.entries("cells")["footnotes"]["sources"])
    said = [{*_WORD.findall(text.lower())} for text in footnotes if not text.lower().startswith(sources)]
    found = frozenset(
        at for each in texts for at, text in enumerate(each) if text and (_MARKED.search(text.rstrip()) or _is_named(text, said))
    )
    return found if texts and len(found) * _ONE_IN <= len(texts[0]) else frozenset()


def _is_named(text: str, said: Sequence[Set[str]]) -> bool:
    """Tell whether a footnote has all words of a row's name, but for what calls it a total; or says what totals include."""
    entries = lexicon.entries("cells")
    words, including = {*_WORD.findall(text.lower())}, entries["including"]["words"]
    own = {word for word in words.difference(entries["totals"]["words"]) if not word.isdecimal()}
    return bool(words) and any(own <= each if own else words <= each and not each.isdisjoint(including) for each in said)


def places(sample: Sample) -> frozenset[int]:
    """Give the places of such rows in a sample."""
    naming = [column for column in sample.columns if column.kind == "text"][:_NAMING] or sample.columns[:1]
    texts = [sample.texts[column.index] for column in naming]
    named = {text for each in texts for text in each if text and len(text) > _FEWEST}
    made = {text for text, name in zip(named, read([*named]), strict=True) if name.says(*_MADE)}
    found = frozenset(at for each in texts for at, text in enumerate(each) if text in made)
    return found if texts and len(found) * _ONE_IN <= len(texts[0]) else frozenset()
