"""Whether two shares are told behind a split: "opinions are divided, with 54 percent saying yes and 43 percent no".

Two shares of one sentence go in, yes or no comes out.
"""

from __future__ import annotations

from factcheck.claims import Claim
from factcheck.patterns import pattern

_SPLIT = pattern(
    r"\b(?:[Oo]pinions?|[Vv]iews|[Vv]otes?|[Aa]nswers|evenly|equally|narrowly)(?: (?:<<is>>|nearly|almost|evenly))*"
    r" (?:split|divided)(?: (?!by\b|along\b|between\b|among\b|and\b)[\w’'-]+){0,8}(?:,? with|:| --| -| —|—) (?:<<about>> )?\Z"
)
"""Before the first share: each was asked one thing, and gave one answer."""
_SPLIT_NEXT = pattern(r" (?!of\b|among\b|in the\b)[^.;:()%]{1,90}?,? (?:and|while|but) (?:<<about>> )?")
_OF_ANOTHER = pattern(r" (?:of|among|in the)\b")
_FAR = 140


def are_split(first: Claim, second: Claim) -> bool:
    """Tell whether two shares are told behind a split: "they are divided, with 54 percent saying yes and 43 percent no"."""
    text, start = first.sentence.within, first.sentence.span.start
    if not _SPLIT.search(text, max(start, first.phrase.start - _FAR), first.phrase.start):
        return False
    between = _SPLIT_NEXT.fullmatch(text, first.span.end, second.phrase.start)
    return between is not None and not _OF_ANOTHER.match(text, second.span.end)
