"""Columns -> those that share a whole out by their names: men and women, wins, losses and draws, lost and saved.

The words are those of ``lexicon/partitions.toml``. Names propose; the rows confirm.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from factcheck import lexicon
from factcheck.tables.columns import Column
from factcheck.values import frozen


@frozen
class Partition:
    """Parts in the order of the lexicon, the words that their whole can have, and whether all parts of the lexicon are there.

    ``rest`` are the words that the parts share beside their own.
    """

    parts: tuple[Column, ...]
    wholes: frozenset[str]
    complete: bool
    rest: frozenset[str] = frozenset()

    def is_whole(self, column: Column) -> bool:
        """Tell whether a column can be the whole by its name, and by all of it: "Free Voters" are a party, and no voters."""
        words = frozenset(column.name.words)
        others = words - _wholes() - _counting() - lexicon.words("columns", "total") - self.rest - {"on"}
        return column not in self.parts and not others and not words.isdisjoint(self.wholes)


def among(columns: Sequence[Column], *, alone: bool = False) -> Iterator[Partition]:
    """Give the sets of columns that the lexicon knows to share a whole out, and whose names differ in nothing else.

    With ``alone`` one part will do, where the lexicon says that it is some of the whole whatever the other parts are called.
    """
    for entry in lexicon.entries("partitions").values():
        rests: dict[frozenset[str], list[tuple[int, Column]]] = {}
        for column in columns:
            for place, words in enumerate(entry["parts"]):
                own = set(column.name.words).intersection(words)
                rest = frozenset(column.name.words) - own - _counting()
                if own and not (_are_letters(own) and any(map(_is_letter, rest))):  # "B3G" is a code
                    rests.setdefault(rest, []).append((place, column))
        for rest, found in rests.items():
            parts = tuple(column for _, column in sorted(found, key=lambda pair: pair[0]))
            fewest = 1 if alone and entry.get("alone") else 2
            if len({place for place, _ in found}) == len(found) >= fewest:
                yield Partition(parts, frozenset(entry["whole"]), len(parts) == len(entry["parts"]), rest)


def _are_letters(words: Iterable[str]) -> bool:
    return all(map(_is_letter, words))


def _is_letter(word: str) -> bool:
    return len(word) == 1 and word.isalpha()


def _counting() -> frozenset[str]:
    return lexicon.words("columns", "counting")


@cache
def _wholes() -> frozenset[str]:
    """Give the words that the whole of any partition can have."""
    return frozenset(word for entry in lexicon.entries("partitions").values() for word in entry["whole"])
