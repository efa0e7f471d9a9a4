"""The tie between two claims: a value of its own, so that each kind of link can be found by itself."""

from __future__ import annotations

from attrs import frozen


@frozen
class Link:
    """A tie that the text makes: from ``one`` claim to the ``other`` it depends on (ids), and the words that make it.

    The kinds: ``part-of`` from the part to the whole; ``restates`` from the second figure to the first; ``headline`` from the
    headline's figure to the body's; ``repeats`` from a later figure to the same quantity told before.
    """

    kind: str
    one: str
    other: str
    why: str
