"""How the body tells a headline's figure otherwise: in its very words, as a price or a score, and one more, or with more digits.

A claim of the headline goes in, with the body's lines or figures; yes or no, or the figure with more digits, comes out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from factcheck.claims import COUNTS, Claim, Line
from factcheck.grounds import tellings
from factcheck.patterns import pattern
from factcheck.sentences import Sentence

_LONG, _SIDES = 100, 2
"""A smaller number without a unit is in many words."""
_TEN, _HALF_MORE = 10, Fraction(3, 2)
"""A headline's bound may be a round number below the body's, and as far below as half of itself."""
_WHEN = pattern(r"\b(after|within|before|until)\b(?: <<about>>| <<bounds>>)? \Z")
_FAR = 200
_BY_OWN_HAND = pattern(r"\b<<by-own-hand>> (?:himself|herself|his own life|her own life)\b")
"""Behind a figure: one more died, who had killed the others."""
_ONE_MORE = pattern(r"[^;:.()]{0,60} and (?:<<determiner>>|one) ")


def is_told(claim: Claim, lines: Sequence[Line], figures: Sequence[Claim]) -> bool:
    """Tell whether the body tells the headline's figure in another way than by one of the ``figures`` that are like it."""
    return in_its_words(claim, [line.sentence for line in lines]) or any(with_one_more(claim, figure) for figure in figures)


def as_price(claim: Claim, body: Sequence[Claim]) -> bool:
    """Tell whether a sum of the headline is a price of one in the body ("Gold up to $2,400", "$2,398 an ounce"), a way a time.

    Or the headline says by what a sum is counted, and the body leaves that out.
    """
    unit = claim.quantity.unit if claim.quantity else None
    if claim.kind == "measure":  # "13.5 billion light years": light that set out 13.5 billion years ago
        return any(figure.kind == "duration" and figure.value == claim.value for figure in body)
    if claim.kind != "money" or unit is None:
        return False
    own, _, by = unit.partition("/")
    if by and any(one.kind == "money" and one.value == claim.value and one.quantity and one.quantity.unit == own for one in body):
        return True
    priced = (figure for figure in body if figure.quantity and (figure.quantity.unit or "").startswith(f"{unit}/"))
    return any(tellings.agree(claim, one) for one in priced)


def as_score(claim: Claim, titles: Sequence[Claim], lines: Sequence[Line]) -> bool:
    """Tell whether two numbers of a headline are the sides of a score: "City 3 United 1", "a 3-1 win"."""
    beside = [title for title in titles if title.sentence is claim.sentence]
    sides = [title.value for title in beside if title.kind in COUNTS and title.value is not None]
    if len(sides) != len(beside) or len(sides) != _SIDES:
        return False
    scores = ((one.numeral, one.far) for line in lines for one in line.mentions if one.kind == "score")
    return any(near and far and sorted(sides) == sorted((near.value, far.value)) for near, far in scores)


def in_its_words(claim: Claim, sentences: Sequence[Sentence]) -> bool:
    """Tell whether sentences of the body have the headline's very words, if only within others: "25 YEARS", "past 25 years"."""
    value, unit = claim.value, claim.quantity.unit if claim.quantity else None
    if value is None or (unit in (None, "person") and value < _LONG and value.denominator == 1):
        return False
    quote = claim.sentence.within[claim.span.start : claim.span.end]
    words = re.compile(rf"(?<![\w.,]){re.escape(quote)}(?![\w.,]*\d)", re.IGNORECASE)
    return any(words.search(sentence.text) for sentence in sentences if sentence.kind != claim.sentence.kind)


def with_one_more(claim: Claim, figure: Claim) -> bool:
    """Tell whether one more stands beside what a figure counts, which make the headline's: "four inns and a park"."""
    if claim.value is None or figure.value != claim.value - 1:
        return False
    text, end = figure.sentence.within, figure.phrase.end
    by_own_hand = figure.is_of_people and _BY_OWN_HAND.search(text, end, end + _FAR) is not None
    return by_own_hand or _ONE_MORE.match(text, end, figure.sentence.span.end) is not None


def leaves_room(claim: Claim, figure: Claim, above: Sequence[Claim]) -> bool:
    """Tell whether a headline's bound is rounder than the body's ("at least 20": at least 23), or the one beside it is meant.

    Of "two of seven" neither is told by the body's figure for the other.
    """
    bounds = [one.quantity.bound or "" for one in (claim, figure) if one.quantity]
    ours, theirs = claim.value or 0, figure.value or 0
    rounder = all(bound.startswith(">") for bound in bounds) and ours % _TEN == 0 and ours < theirs < ours * _HALF_MORE
    meant = (figure.value, 1)  # "1 of 200 scans" is a share of all that there were
    return rounder or any(other.value in meant and _are_one_share(claim, other) for other in above if other is not claim)


def _are_one_share(claim: Claim, other: Claim) -> bool:
    """Tell whether two figures of a headline are a part and its whole: "11 of 12 miners"."""
    part, whole = sorted((claim, other), key=lambda one: one.span)
    return part.sentence.within[part.span.end : whole.span.start] == " of "


def closer_in(opening: Sequence[Sentence], claim: Claim, figures: Sequence[Claim]) -> Claim | None:
    """Give the figure where the story opens that a headline's has with fewer digits: "75 million" of 75.7 million."""
    here = (figure for figure in figures if any(figure.sentence is sentence for sentence in opening))
    closer = (figure for figure in here if tellings.is_told_closer(claim, figure) or tellings.is_cut_from(claim, figure))
    return next(closer, None)


def only_closer(claim: Claim, figures: Sequence[Claim]) -> Claim | None:
    """Give the only figure that tells a headline's rounded sum or share with more digits."""
    closer = [figure for figure in figures if tellings.is_told_closer(claim, figure)]
    return closer[0] if len(closer) == 1 else None


def are_led_alike(claim: Claim, figure: Claim) -> bool:
    """Tell whether two spells of time are told in one relation to what happened: "to close [after] 90 years"."""
    return claim.kind == "duration" and _when(claim) == _when(figure) is not None


def are_led_otherwise(claim: Claim, figure: Claim) -> bool:
    """Tell whether two spells of time are told in two relations: "freed [after] two years", "sentenced to six"."""
    return _when(claim) != _when(figure)


def _when(claim: Claim) -> str | None:
    found = _WHEN.search(claim.led)
    return found[1] if found else None
