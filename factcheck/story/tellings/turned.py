"""Links from a change of the headline to the same one told where the story opens: "prices rise 8%", "prices fell by 8 percent".

The two are one where figure and unit are the same, what moved is told before both, and the body has that figure once.
Where a word turns a sign ("the loss"), or one of them tells more than its own clause, nothing is tied.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.claims import Claim, Line, are_of_one_kind, moves
from factcheck.grounds.tellings import bases, openings, wordings
from factcheck.patterns import pattern
from factcheck.sentences import Sentence
from factcheck.story.links import Link
from factcheck.story.tellings import headlines

KIND = "turned"
ROUND = 3
ONE = False
INHERITS: frozenset[str] = frozenset()

_CHANGES = frozenset({"percent", "points", "money", "count", "measure"})
_MORE = pattern(
    r"[;:“”]|\b(?:after|before|despite|which|who|that|when|while|as|but|if|than|not|instead|versus|against|reversing|erasing|expected|forecast)\b"
    r"|[’']t\b"
)
"""Before a figure: what is told is not the one thing that moved."""
_SIGN = pattern(r"\b(?:loss(?:es)?|los[te]s?|deficits?|shortfalls?|negative|minus|discounts?|contracted|shrank)\b")
"""Near a change: up and down are a matter of view."""
_DATELINE = pattern(r"\A[A-Z][^a-z]*[A-Z][^.;:]{0,30}? (?:-|–|—|--) ")
_BEHIND = 40


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the headline's changes with the body's, each with the way that its own words tell."""
    above = [figure for figure in figures if figure.sentence.kind == headlines.KIND and figure.kind in _CHANGES]
    opening = openings.sentences(lines) if above else []
    for claim in above:
        same = [figure for figure in figures if figure.sentence.kind != headlines.KIND and _is_as_much(claim, figure)]
        alone = len(same) == 1 and any(same[0].sentence is sentence for sentence in opening)
        ways = (_way(claim), _way(same[0])) if alone and _are_of_one_thing(claim, same[0]) else ("", "")
        if "" not in ways and (ways[0] == ways[1] or not _goes_both_ways(opening, ways[0])):
            yield Link(KIND, claim.id, same[0].id, "the headline's change told again", direction=ways[0])
            yield Link(KIND, same[0].id, claim.id, "the change that the headline tells", direction=ways[1])


def _is_as_much(claim: Claim, figure: Claim) -> bool:
    """Tell whether two figures are one number in one unit."""
    return claim.value is not None and claim.value == figure.value and are_of_one_kind(claim, figure)


def _way(claim: Claim) -> str:
    """Give which way a figure is told to have moved by itself; empty where it is no change, or more is told before it."""
    text, start, stop = claim.sentence.within, claim.sentence.span.start, claim.phrase.start
    lead = moves.lead(text, start, stop)
    plain = lead.part == "change" and not lead.broken and _MORE.search(text, start, stop) is None
    plain = plain and _SIGN.search(text, start, min(claim.sentence.span.end, stop + _BEHIND)) is None
    return (lead.direction or "") if plain and claim.stance != "denied" else ""


def _goes_both_ways(opening: Sequence[Sentence], way: str) -> bool:
    """Tell whether the story's first sentences tell of something that went the headline's way, by whatever word."""
    words = wordings.words(" ".join(sentence.text for sentence in opening))
    return "much" in words or any(moves.directions().get(word) == way for word in words)


def _are_of_one_thing(claim: Claim, figure: Claim) -> bool:
    """Tell whether both changes are of one thing: all that the headline tells of it, with which the body begins."""
    above, below = _moved(claim), _moved(figure)
    named = bool(above and below) and {*above} <= {*below} and below[0] in above
    return named and not bases.have_other_bases(claim, figure)


def _moved(claim: Claim) -> list[str]:
    """Give the words before a change that say what moved, without a dateline."""
    return [word for word in wordings.meaning(_DATELINE.sub("", claim.led)) if word not in _ways()]


@cache
def _ways() -> frozenset[str]:
    """Give the words that tell which way something moved, as `wordings.meaning` gives words."""
    return frozenset(map(wordings.stem, moves.directions()))
