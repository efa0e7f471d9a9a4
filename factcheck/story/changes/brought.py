"""Links to a total from two sums in it: "will pay $4 million. It will pay a further $1 million, bringing the total to five".

The first is the only sum of the sentence before, and the second the only one before the total in its own. The total may hold
more than the two, so it is tied only where it is not larger.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims import Claim, Line, series
from factcheck.patterns import pattern
from factcheck.story.changes import additions
from factcheck.story.links import Link

KIND = additions.KIND
ROUND = additions.ROUND
ONE = additions.ONE
INHERITS = additions.INHERITS

_BRINGING = pattern(
    r"[^;:.()\d]{0,80}, (?:<<bringing>>|for|which makes|making) (?:the|a) (?:(?:combined|whole|overall) )?"
    r"(?:total|bill|sum|cost|package|payout|settlement)(?: (?:so far|in all))? (?:to|of) "
)
_PAYS = "<<pays>>"
_FURTHER = pattern(rf"(?:It|They|He|She) (?:[a-z]+ ){{0,3}}{_PAYS} (?:a further|another|an additional) ")
_FIRST = pattern(rf"\b{_PAYS} (?:(?:an?|the) (?:[a-z]+ ){{0,2}}(?:penalty|fine|sum|grant) of )?\Z")
_ENDS = pattern(r"(?: in all| so far)? ?(?:[.;]|\Z|, (?:<<pronoun>>|[A-Z][a-z]+) said\b)")
_OTHERWISE = pattern(
    r"\b(?:wants?|wanted|asked|sought|proposed|could|would|may|might)\b|"
    r"\b(?:of (?:it|which|that)|instead|earlier|had|reduced|cut|lowered|less|waive|suspended|or|up to|if|at least|more than|about"
    r"|over|nearly|last|a <<spells>>|each|per|not|rejected|refused)\b"
)
"""Between two sums: the later is only wished for, is cut, or is of the former, and nothing brings them together."""
_NEAR = 4


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of each total that two sums of two sentences are brought to, in text order."""
    money = [figure for figure in figures if figure.kind == "money" and figure.sentence.kind == "body"]
    for before, here in pairwise(series.by_sentence(money)):
        if len(before) != 1 or len(here) != len(additions.PARTS):
            continue
        earlier, (more, total) = before[0], here
        if _are_brought(earlier, more, total):
            yield Link(KIND, more.id, total.id, "it was added", "more")
            yield Link(KIND, earlier.id, total.id, "it was so before", "earlier")


def _are_brought(earlier: Claim, more: Claim, total: Claim) -> bool:
    """Tell whether a sum on top of the one of the sentence before is told to bring both to a total that is not more."""
    if not all(claim.value is not None and series.alike(claim, total) for claim in (earlier, more, total)):
        return False
    text, stop = total.sentence.within, total.sentence.span.end
    near = 0 <= more.sentence.span.start - earlier.sentence.span.end <= _NEAR
    first = _FIRST.search(text, earlier.sentence.near(earlier.span.start), earlier.span.start)
    told = (
        first
        and _FURTHER.search(text, more.sentence.near(more.span.start), more.span.start)
        and _BRINGING.fullmatch(text, more.span.end, total.span.start)
    )
    alone = _OTHERWISE.search(text, earlier.sentence.span.start, stop) is None
    return (
        near
        and bool(told)
        and alone
        and _ENDS.match(text, total.span.end, stop) is not None
        and _is_no_more(earlier, more, total)
    )


def _is_no_more(earlier: Claim, more: Claim, total: Claim) -> bool:
    return (total.value or 0) <= (earlier.value or 0) + (more.value or 0)
