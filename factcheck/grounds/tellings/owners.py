"""Whose a sum is: the owners and places that its sentence names. Two claims go in, yes or no comes out."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import lexicon
from factcheck.claims import Claim
from factcheck.grounds.tellings import wordings
from factcheck.patterns import pattern

_OWNER = pattern(
    r"(?<!according )\b(?:[Tt]o|[Ii]n|[Ff]rom) ([A-Z]\w+)|\b(\w+)[’']s\b(?! (?:[a-z]{3,}est|most|least|worst|best)\b)"
)
"""What something is the largest of has it not: "the world's largest"."""
_UNIT = pattern(r"\b<<branches>>\b")


def are_others(earlier: Claim, later: Claim) -> bool:
    """Tell whether two sentences name other owners or places, each its own: "exports to China", "exports to Malta"."""
    if (_UNIT.search(earlier.sentence.text) is None) is not (_UNIT.search(later.sentence.text) is None):
        return True
    ours, theirs = ({*_owners(one, other)} for one, other in ((earlier, later), (later, earlier)))
    if theirs and not ours and not any(owner in earlier.sentence.text for owner in theirs):
        return True
    return bool(ours - theirs) and bool(theirs - ours) and not ours & theirs


def _owners(figure: Claim, other: Claim) -> Iterator[str]:
    """Give the owners and places that a sentence names; "the offer's value" has none where the other sum is an offer."""
    things = wordings.nouns(other)
    for name, owner in _OWNER.findall(figure.sentence.text):
        if (name and name not in lexicon.forms("calendar", "names")) or (owner and not wordings.words_of(owner) & things):
            yield name or owner
