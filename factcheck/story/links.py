"""The tie between two claims: a value of its own, so that each kind of link can be found by itself."""

from __future__ import annotations

from factcheck.values import frozen


@frozen
class Link:
    """A tie that the text makes: from ``one`` claim to the ``other`` it depends on (ids), and the words that make it.

    The kinds: ``part-of`` from the part to the whole; ``restates`` from the second figure to the first; ``headline`` from the
    headline's figure to the body's; ``repeats`` from a later figure to the same quantity told before; ``move`` to the level that
    a figure came to; ``threshold`` from a figure to the one that is set against it; ``rescaled``
    from a sum to the same with another scale word. Where the figures of one kind of link are not alike, ``part`` tells what the
    one is. ``direction`` is ``up`` or ``down`` where the text says which way it went, ``above`` or ``under``
    where it says on which side of the other figure that one lies, or the words for how many times as much.
    """

    kind: str
    one: str
    other: str
    why: str
    part: str = ""
    direction: str | None = None
