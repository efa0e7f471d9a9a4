"""The names of a rule's claims where one name stands for many: ``parts`` is spread over ``parts 1``, ``parts 2``, ...

``total(parts)`` asks for no number of parts, so such a rule is a family of rules over two, three, four claims. Each member has a
name for each of its claims, and no stage behind the binding has to know of more than one to a name.
"""

from __future__ import annotations


def numbered(name: str, count: int) -> tuple[str, ...]:
    """Give the names of many claims that a rule has one name for; the blank keeps them apart from any other.

    >>> numbered("parts", 2)
    ('parts 1', 'parts 2')
    """
    return tuple(f"{name} {number}" for number in range(1, count + 1))


def label(name: str) -> str:
    """Give the rule's own name for a claim.

    >>> label("parts 2"), label("whole")
    ('parts', 'whole')
    """
    return name.partition(" ")[0]
