"""What a text has for machines and for those who serve them: code, and the numbers of a list's items.

A sentence or a figure goes in; yes or no comes out.
"""

from __future__ import annotations

from factcheck.claims import Claim
from factcheck.patterns import pattern

_CODE = pattern(
    r"</?[A-Za-z][^<>]*>|\b[\w-]+=[\"\w-]|\{[^{}]*:[^{}]*\}?|(?<!`)`[^`\s][^`]*`(?!`)|\w://\w|\w_\w|\w/[\w.-]*\.[a-z]"
    r"|\w\.[a-z]{1,4}:\d| --[a-z][\w-]*(?:[ =]\S+)? --[a-z]|\\[a-z$\[]"
)
"""What a page has for machines: it says the same of many things ("width="1" height="6"", "n=40", "`run 40`", "lamps/on.c")."""
_OF_CODE = ("<", "=", "{", "`", "_", "/", "\\", "--")
"""Signs that code cannot be without."""
_ITEM, _TITLE = pattern(r"[.)](?:\s|\Z)"), pattern(r" (?:If|When|The|Use|Set|No|An?) ")
_CLOSED = pattern(r"[.!?)] \Z")
"""Before the number of an item: the sentence before it, or its brackets, are over."""
_NAMED, _LONGEST = pattern(r"\b[A-Z][\w-]* \Z"), 24
_TRAIT = pattern(r"\S+-bits?")
"""What sort a machine is, or its bytes are: "64-bit mode"."""


def are_for(text: str) -> bool:
    """Tell whether a sentence has code in it; hardly any has a sign that code cannot be without."""
    return any(sign in text for sign in _OF_CODE) and _CODE.search(text) is not None


def names(claim: Claim) -> bool:
    """Tell whether a figure only names something, which it does not count."""
    return is_item(claim) or is_trait(claim) or is_version(claim)


def is_trait(claim: Claim) -> bool:
    """Tell whether a figure only says what sort a machine or its data are: "[64-bit] systems", "[8-bit] bytes"."""
    return claim.kind == "measure" and _TRAIT.fullmatch(claim.sentence.within, claim.span.start, claim.span.end) is not None


def is_version(claim: Claim) -> bool:
    """Tell whether a number with a point is the version of what a name before it names: "Lamp [3.1]"."""
    text, start = claim.sentence.within, claim.span.start
    told = claim.kind == "number" and "." in text[start : claim.span.end]
    return told and _NAMED.search(text, max(claim.sentence.span.start, start - _LONGEST), start) is not None


def is_item(claim: Claim) -> bool:
    """Tell whether a number only counts the item of a list that it opens: "3. Pull the lever"."""
    text, start, first = claim.sentence.within, claim.span.start, claim.sentence.span.start
    opens = start == first or _CLOSED.search(text, max(first, start - 2), start) is not None
    item = _ITEM.match(text, claim.span.end) or (start == first and _TITLE.match(text, claim.span.end))
    return claim.kind == "number" and opens and item is not None
