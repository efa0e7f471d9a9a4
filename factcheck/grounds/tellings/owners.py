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
_WHO = pattern(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir) (?P<who>[a-z]+)(?: <<has>>)? (?P<did>[a-z]+) (?:<<about>> )?\Z")
"""Before a sum: who did what with it, by a noun."""
_UNIT = pattern(r"\b<<branches>>\b")
_NEAR = 60
"""Code points from a branch to its sum: "The unit was seized by those to whom its owner owes so much" tells of the owner's."""


def are_others(earlier: Claim, later: Claim) -> bool:
    """Tell whether two sentences name other owners or places, each its own: "exports to China", "exports to Malta"."""
    if _is_of_branch(earlier) is not _is_of_branch(later):
        return True
    ours, theirs = ({*_owners(one, other)} for one, other in ((earlier, later), (later, earlier)))
    if theirs and not ours and not any(owner in earlier.sentence.text for owner in theirs):
        return True
    return bool(ours - theirs) and bool(theirs - ours) and not ours & theirs


def _is_of_branch(figure: Claim) -> bool:
    """Tell whether a branch of somebody is told of just before a sum, or behind it."""
    within, start = figure.sentence.within, max(figure.sentence.span.start, figure.span.start - _NEAR)
    return _UNIT.search(within, start, figure.sentence.span.end) is not None


def did_the_same(earlier: Claim, later: Claim) -> bool:
    """Tell whether two that are called by other nouns are told to have done one thing: "The town spent", "The land spent"."""
    one, other = (
        _WHO.search(figure.sentence.within, figure.sentence.near(figure.phrase.start), figure.phrase.start)
        for figure in (earlier, later)
    )
    if one is None or other is None or one["did"] != other["did"] or one["who"] == other["who"]:
        return False
    return one["who"] not in later.sentence.text and other["who"] not in earlier.sentence.text


def _owners(figure: Claim, other: Claim) -> Iterator[str]:
    """Give the owners and places that a sentence names; "the offer's value" has none where the other sum is an offer."""
    things = wordings.nouns(other)
    for name, owner in _OWNER.findall(figure.sentence.text):
        if (name and name not in lexicon.forms("calendar", "names")) or (owner and not wordings.words_of(owner) & things):
            yield name or owner
