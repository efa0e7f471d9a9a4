"""A rule's message: the text with names in braces goes in; filled, or what is wrong with it, comes out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from factcheck.patterns import pattern

RIGHT = ".right"
"""Behind a claim's name: what it would have to be, the others unchanged."""
_NAME = pattern(r"\{([^{}]*)\}")
_BRACE = pattern(r"[{}]")


def fill(message: str, quotes: Mapping[str, str], facts: Mapping[str, str]) -> str:
    """Put into a message the claims as they were written, and the facts that the relation gave.

    >>> fill("{killed} killed, but only {casualties} casualties", {"killed": "5,200", "casualties": "4,700"}, {})
    '5,200 killed, but only 4,700 casualties'
    """
    return _NAME.sub(lambda name: quotes.get(name[1]) or facts.get(name[1]) or "unknown", message)


def rights(message: str) -> frozenset[str]:
    """Give the claims of which a message says what would be right.

    >>> rights("{share} is not {share.right}")
    frozenset({'share'})
    """
    return frozenset(name.removesuffix(RIGHT) for name in _NAME.findall(message) if name.endswith(RIGHT))


def problems(message: str, claims: Collection[str], facts: Collection[str]) -> Iterator[str]:
    """Tell which names of a message are neither a claim's nor a fact's, and whether a brace stands alone."""
    from factcheck.faults.keys import nearest

    for name in _NAME.findall(message):
        if name.removesuffix(".column").removesuffix(RIGHT) not in claims and name not in facts:
            yield f"nothing is called {{{name}}}{nearest(name, {*claims, *facts})}"
    if _BRACE.search(_NAME.sub("", message)):
        yield "{ and } do not pair"
