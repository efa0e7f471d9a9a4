"""Whether a second answer is one to the question of the first: "58 percent back the toll and 37 percent oppose [it]".

The words behind the second answer go in, with those behind the first; whether both are about one thing comes out.
"""

from __future__ import annotations

from collections.abc import Sequence

_ABOUT = frozenset(["it", "him", "her", "them", "this", "that", "one", "so", "track", "direction"])
"""May stand behind the second answer: what the first one is about."""
_DETERMINERS = frozenset(["her", "this", "that", "one"])
_TURNS = frozenset(
    [
        *("if", "when", "unless", "once", "for", "among", "where", "should", "without", "because", "after", "in", "as"),
        *("later", "then"),
    ]
)
"""Behind "it", they make the second answer one to another question."""
_CONDITIONS = frozenset(["if", "unless", "provided"])
"""Behind the first answer, they make it one to a question of its own."""


def is_of_one(again: Sequence[str], about: Sequence[str]) -> bool:
    """Tell whether what stands behind the second answer is what the first one is about, told again in full or by "it"."""
    if not _CONDITIONS.isdisjoint(about):
        return False
    at = next((at for at, word in enumerate(again[:2]) if word in _ABOUT), None)
    if at is not None and not (again[at] in _DETERMINERS and again[at + 1 :]):  # "oppose it"; no "oppose it if it costs jobs"
        return _TURNS.isdisjoint(again[at + 1 :])
    return [*again] == [*about[: len(again)]]
