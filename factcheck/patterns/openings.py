r"""What the matches of a regular expression can begin with: its tree, as Python parses it, in; the signs of a set out.

Python looks for the first sign of an expression quickly, but finds it only where the expression begins with it. Most of ours
begin with what takes no sign (``\b``, what must or must not stand before), with words that may be left out, or in any case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

Sign = tuple[Any, Any]
"""A member of a set, in the terms of Python's own compiler."""
_CASES = {"i": "iI\u0130\u0131", "k": "kK\u212a", "s": "sS\u017f"}
"""The letters that have more than two forms which mean one where case is none."""
_ASCII = 128


def of(parsed: Any, flags: int) -> list[Sign] | None:
    """Give the signs that a match can begin with; None where it may be any, or where there may be none in a match."""
    found = _of_row(parsed, flags)
    return None if found is None or found[1] else found[0]


_Found = tuple[list[Sign], bool]
"""Signs, and whether what begins with them may be left out, so that what stands behind it can come first."""


def _of_row(steps: Iterable[tuple[Any, Any]], flags: int) -> _Found | None:
    """Give what steps in a row can begin with."""
    signs: list[Sign] = []
    for step, told in steps:
        found = _of_step(step, told, flags)
        if found is None:
            return None
        signs += found[0]
        if not found[1]:
            return signs, False
    return signs, True


def _of_step(step: Any, told: Any, flags: int) -> _Found | None:
    """Give what one step of an expression can begin with, and whether it may take nothing; None where that is not known."""
    match str(step), told:
        case "AT" | "ASSERT" | "ASSERT_NOT", _:
            return [], True
        case "LITERAL", _:
            return _of_set([(step, told)], flags)
        case "IN", _:
            return _of_set(told, flags)
        case "BRANCH", (_, branches):
            return _of_any([_of_row(branch, flags) for branch in branches])
        case "SUBPATTERN", (_, more, less, inner):
            return _of_row(inner, (flags | more) & ~less)
        case "MAX_REPEAT" | "MIN_REPEAT", (least, _, inner):
            found = _of_row(inner, flags)
            return found and (found[0], found[1] or least == 0)
    return None


def _of_any(branches: list[_Found | None]) -> _Found | None:
    known = [branch for branch in branches if branch is not None]
    if len(known) < len(branches):
        return None
    return [sign for signs, _ in known for sign in signs], any(may_lack for _, may_lack in known)


def _of_set(signs: list[Sign], flags: int) -> _Found | None:
    """Give the members of a set, and the other forms of its letters where case is none; None for what is not known of it."""
    found: list[Sign] = []
    for kind, told in signs:
        match str(kind):
            case "CATEGORY" if not flags & re.ASCII:
                found.append((kind, told))
            case "LITERAL" | "RANGE" if not flags & re.IGNORECASE:
                found.append((kind, told))
            case "LITERAL" if told < _ASCII:
                found += [(kind, ord(form)) for form in _forms(chr(told))]
            case _:
                return None
    return found, False


def _forms(sign: str) -> str:
    """Give the forms of a sign of ASCII that mean one where case is none."""
    lower = sign.lower()
    return _CASES.get(lower, f"{lower}{lower.upper()}")
