"""Whether a figure that is joined to another is a part of the same whole: "of the 40, 14 are old and [nine] new".

Two figures that are listed go in, the first of them a part; yes or no comes out. One with a verb of its own opens another clause.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import lexicon
from factcheck.claims import Claim, series
from factcheck.patterns import pattern

_OF_ITS_OWN = pattern(r" (?:out )?of (?:(?:<<definite>>|all) )?(?:<<about>> )?")
VERB = pattern(r" (?:<<is>>|<<has>>|will|would|could|said|who)\b")
_FINITE = pattern(r" (?:<<is>>|<<has>>|will|would|could|said)\b")
_WITH = pattern(r" (?:with|including|counting) (?:<<definite>>|those)\b")
_AT_ITS_TIME = pattern(r" (?:by|in|from|after|until) (?:[12]\d{3}|<<calendar: month>>|the (?:next|second|third|end)\b|next )")
_IN_ITS_PLACE = pattern(r" (?:in|at|near|off) (?:<<definite>> )?[A-Z]")
_NEXT = pattern(r" ([a-z]+)\b")
_IN_PLACES = pattern(r" (?:from|in|at|on|across) (?:(?:<<definite>>|<<about>>) )*")
_FAR = 10
"""Times nearer than to another figure, so that this one cannot be meant."""


def has_own_whole(claim: Claim, here: Sequence[Claim]) -> bool:
    """Tell whether a figure is told to be of one behind it: "of 62 lifts 41 run, and [138] of 205 km"."""
    text = claim.sentence.within
    return any(_OF_ITS_OWN.fullmatch(text, claim.phrase.end, figure.phrase.start) for figure in here if figure.span > claim.span)


def goes_on(part: Claim, sibling: series.Part, here: Sequence[Claim], whole: str) -> bool:
    """Tell whether a figure joined to a part of a ``whole`` is one more part of it, and of nothing else ``here``."""
    of = next((figure for figure in here if figure.id == whole), None)
    return is_one(part, sibling) and not has_own_whole(sibling.claim, here) and not is_beside_the_whole(sibling.claim, of)


def is_beside_the_whole(claim: Claim, whole: Claim | None) -> bool:
    """Tell whether a larger figure is rather set beside the whole: "900 a day, 40 of them lorries, and [1,200] by 2035".

    So it is where both have a place of their own: "40 boats in Hull, 12 of them new, and [60] in Leith".
    """
    if whole is None or (claim.value or 0) <= (whole.value or 0):
        return False
    text = claim.sentence.within
    places = [_IN_ITS_PLACE.match(text, one.phrase.end) for one in (whole, claim)]
    return _AT_ITS_TIME.match(text, claim.phrase.end) is not None or None not in places


def is_one(part: Claim, sibling: series.Part) -> bool:
    """Tell whether a figure joined to a part is a part too, and does not open a clause of its own ("and 50 were hurt")."""
    claim = sibling.claim
    if _WITH.match(claim.sentence.within, claim.phrase.end):  # "$3 million, and $9 million with the shares"
        return False
    sums = part.kind == claim.kind == "money"  # "$8 million in shares and $5 million in bonds": what they are put into
    one_thing = sums or series.noun(claim) in ("", "others", series.noun(part))
    one_thing = one_thing and not set(claim.roles) - set(part.roles)
    alone = acts(part) if not part.counted else VERB.match(claim.sentence.within, claim.phrase.end) is None
    alone = alone or not acts(claim)
    alone = alone and not (not claim.counted and claim.sentence.within.endswith("the other ", 0, claim.phrase.start))
    alone = alone and not sibling.joint.strip(" ,").startswith("compared")  # "of the 40, 14 sank, compared with nine in May"
    return one_thing and alone and sibling.is_amount and series.alike(part, claim) and not are_beside(sibling)


def are_beside(sibling: series.Part) -> bool:
    """Tell whether a comma sets others beside all that were told: "killed 20, including three children, and [50] others"."""
    return sibling.joint.strip() == ", and" and series.noun(sibling.claim) == "others"


def opens_clause(claim: Claim) -> bool:
    """Tell whether a verb of its own stands right behind a figure: "50 others [were] hurt", but not "35 wounded"."""
    return _FINITE.match(claim.sentence.within, claim.phrase.end) is not None


def acts(claim: Claim) -> bool:
    """Tell whether a verb stands right behind a figure: "84 [walked] out", but not "six of them badly"."""
    text, end = claim.sentence.within, claim.phrase.end
    word = _NEXT.match(text, end)
    return VERB.match(text, end) is not None or (word is not None and lexicon.is_past(word[1]))


def is_place_of(figure: Claim, before: Claim) -> bool:
    """Tell whether a figure only tells where those are that the count before it counts: "900 ticks from [40] farms"."""
    gap = before.phrase.end, figure.phrase.start
    return before.kind == "count" and _IN_PLACES.fullmatch(before.sentence.within, *gap) is not None


def is_mere_place(figure: Claim, before: Claim, reference: Claim) -> bool:
    """Tell whether a reference is set against a count, and not against the places where those are that it counts.

    It is of the size of the count, and by far not of that of the places.
    """
    many, places, of = before.value, figure.value, reference.value
    if not (many and places and of and is_place_of(figure, before)):
        return False
    return max(many / of, of / many) * _FAR < max(places / of, of / places)
