"""Columns -> those that share a whole out by their names: men and women, wins, losses and draws, lost and saved.

The words are those of ``lexicon/partitions.toml``. Names propose; the rows confirm.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck import lexicon
from factcheck.tables.columns import Column
from factcheck.values import frozen


@frozen
class Partition:
    """Parts in the order of the lexicon, the words that their whole can have, and whether all parts of the lexicon are there."""

    parts: tuple[Column, ...]
    wholes: frozenset[str]
    complete: bool

    def is_whole(self, column: Column) -> bool:
        """Tell whether a column can be the whole by its name."""
        return column not in self.parts and bool(self.wholes.intersection(column.name.words))


def among(columns: Sequence[Column]) -> Iterator[Partition]:
    """Give the sets of columns that the lexicon knows to share a whole out, and whose names differ in nothing else."""
    for entry in lexicon.entries("partitions").values():
        rests: dict[frozenset[str], list[tuple[int, Column]]] = {}
        for column in columns:
            for place, words in enumerate(entry["parts"]):
                if own := set(column.name.words).intersection(words):
                    rests.setdefault(frozenset(column.name.words) - own - _counting(), []).append((place, column))
        for found in rests.values():
            parts = tuple(column for _, column in sorted(found, key=lambda pair: pair[0]))
            if len({place for place, _ in found}) == len(found) > 1:
                yield Partition(parts, frozenset(entry["whole"]), len(parts) == len(entry["parts"]))


def _counting() -> frozenset[str]:
    return lexicon.words("columns", "counting")
