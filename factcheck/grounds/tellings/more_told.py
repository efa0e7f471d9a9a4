"""Whether a story's beginning says that its figure is not all that the headline tells: the rest follows, or more are owned.

A claim of the headline and a figure of the body that is another number go in, yes or no comes out. "Six this year", "the rest
will go later", "to own 17 farms" of which eleven are bought: nothing is wrong then.
"""

from __future__ import annotations

from factcheck.claims import COUNTS, Claim
from factcheck.patterns import pattern

_FAR = 160
"""Code points behind a figure, in its sentence and the next, in which more may be told."""
_MORE = pattern(
    r"\b(?:(?i:<<leftovers>>)(?! (?:<<counts>>|\d))(?: [a-z]+){0,2} (?:of|will|would|may|could|are|were|later)\b"
    r"|the first (?:of|step)\b|again (?:in|on|from) "
    r"|(?:twice|half|a third|a quarter|a tenth|(?:two|three|four|five|ten) times)"
    r" (?:as (?:many|much)|that (?:sum|number|amount|many|much))\b)"
)
_AND_MORE = pattern(r"[^.;:]{0,60} and (?:an? (?:large|small|further|unknown)|other|some|more|longer|later)\b")
_BY_YEAR = pattern(r"\b[Bb]y (?:the (?:end|middle) of )?((?:19|20)\d\d)\b")
_SOON = pattern(r"\b(?:this|next) <<spells>>\b")
"""Years that a headline tells, and what is told of less time."""
_IN_ALL = pattern(r"\b(?:[Tt]o|[Ww]ill|[Ww]ould|[Cc]ould) (?:<<holding-all>>) (?:<<about>> |<<bounds>> )?\Z")
"""Before a headline's number: so many there are then, with those that are there."""
_ADDED = pattern(r"\b<<holding-all>>\b")


def is_some(claim: Claim, figure: Claim) -> bool:
    """Tell whether a figure is but some of what the headline tells, by what stands in the headline or behind the figure."""
    ours, theirs = claim.value, figure.value
    if ours is None or theirs is None or ours < theirs:
        return False
    text, end = figure.sentence.within, figure.span.end
    if _MORE.search(text, end, end + _FAR) or _AND_MORE.match(text, figure.phrase.end):
        return True
    nearer = _SOON.search(figure.sentence.text) is not None and _BY_YEAR.search(figure.sentence.text) is None
    held = claim.kind in COUNTS and _IN_ALL.search(claim.led) is not None and _ADDED.search(figure.led) is None
    return (nearer and _BY_YEAR.search(claim.sentence.text) is not None) or held
