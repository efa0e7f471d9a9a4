"""What a text has for machines and for those who serve them: code, and the numbers of a list's items.

A sentence or a figure goes in; yes or no comes out.
"""

from __future__ import annotations

from factcheck.claims import Claim
from factcheck.patterns import pattern

_CODE = pattern(
    r"</?[A-Za-z][^<>]*>|\b[\w-]+=[\"\w-]|\{[^{}]*:[^{}]*\}?|(?<!`)`[^`\s][^`]*`(?!`)|\w://\w|\w_\w|\w/[\w.-]*\.[a-z]"
    r"|\w\.[a-z]{1,4}:\d"
)
"""What a page has for machines: it says the same of many things ("width="1" height="6"", "n=40", "`run 40`", "lamps/on.c")."""
_OF_CODE = "<={`_/"
"""Signs that code cannot be without."""
_ITEM = pattern(r"[.)](?:\s|\Z)")


def are_for(text: str) -> bool:
    """Tell whether a sentence has code in it; hardly any has a sign that code cannot be without."""
    return any(sign in text for sign in _OF_CODE) and _CODE.search(text) is not None


def is_item(claim: Claim) -> bool:
    """Tell whether a number only counts the item of a list that it opens: "3. Pull the lever"."""
    opens = claim.kind == "number" and claim.span.start == claim.sentence.span.start
    return opens and _ITEM.match(claim.sentence.within, claim.span.end) is not None
