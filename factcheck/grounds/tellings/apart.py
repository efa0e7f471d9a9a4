"""Whether words of the headline or of the lead say that their figures, which differ, are not of one thing.

A claim of the headline, one of the body and all others go in, yes or no comes out. One is to come and the other was, one is
of some of them, of more days or in other terms, one is freed after years and was sentenced to more; or the one is reckoned from
the other ("a fine of €9 million cut by a third", "lowered to €6 million"). It is asked only where the two figures disagree.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck import lexicon
from factcheck.claims import COUNTS, SHARES, Claim, moves
from factcheck.grounds.tellings import more_told, news, otherwise, sums, wordings
from factcheck.patterns import pattern

_NARROW = pattern(r"\b<<narrowing>>\b")
_IN_NAME = pattern(r"\b(?:North|South|East|West) (?=[A-Z])")
_SOME = pattern(r"\b<<some-of-them>>\b")
_FOR_YEARS = pattern(r"(?: [a-z]+)? (?:over|for|within) (?:[\w-]+ ){0,3}<<spells>>s\b")
_OVER = pattern(
    r"(?<!est )(?<!low )(?<!high )\b(?:over|in|within|during|for) (?:an? |the )?(?:last |past |next |first |<<about>> )*\Z"
)
_SINCE = pattern(r"\b[Ss]ince\b")
_WHO = pattern(r"\b(?:who|which|that|whose)\b[^,;:]{0,60}\Z")
_UP_TO = pattern(r"\b(?:to|at|from|above|below|past|over|under|near|around|<<bounds>>)(?: an?| the)? \Z")
"""Before a level, and no change."""
_HAD = pattern(r", (?:who|which) had (?:[a-z]+ ){1,2}(?:<<about>> )?\Z")
"""Before a figure of an earlier state: "a bid of Holt's, [which had offered] 145 dollars"."""
_CUT_TO = pattern(r"\b<<cuts>> to \Z")
_IN_A = pattern(r"\bin (?:an?|one|a single) (hour|day|week|month|year|minute)\b")
_THEIRS = pattern(r"(?:Their|His|Her) (?!(?:<<is>>|<<has>>)\b)[a-z]+ (?:<<is>>|got|received)\b")
_LENGTHS = frozenset({"kilometer", "mile", "meter", "foot", "yard", "nautical_mile"})
_OFF = pattern(r" (?:off|away|from|outside|inland|north|south|east|west|beyond)\b")
_SAYS = pattern(r"\b(?:say|says|warns?|claims?|finds?|thinks?|fears?)\b")
_WORTH = ("worth ", "worth an estimated ", "worth estimated ", "worth about ", "worth some ")
_YET = frozenset({"will", "would", "could", "may", "might", "should", "be"})
_TO_COME = frozenset({"planned", "forecast"})
_OPPOSITE = {"up", "down"}
_OF_ITS = pattern(r" of (?!them\b|it\b|those\b|these\b|whom\b|which\b|that\b)")
_FAR = 250
_HUNDRED, _NEAR = 100, Fraction(1, 8)
"""By so much of itself a figure may be off what words without a number make of another: "nearly half"."""


def are_apart(claim: Claim, figure: Claim, above: Sequence[Claim], body: Sequence[Claim]) -> bool:
    """Tell whether a headline's claim and a figure of the body that is another number can both be right by their own words."""
    return (
        _are_of_other_states(claim, figure)
        or _are_of_other_terms(claim, figure)
        or more_told.is_some(claim, figure)
        or _is_narrowed(claim, figure)
        or _are_of_other_spells(claim, figure, above, body)
        or _is_of_another_voice(claim, figure)
        or _is_background(claim, figure)
        or _is_told_of_more(claim, figure, above)
        or _is_reckoned(claim, figure, (*above, *body))
    )


def _are_of_other_states(claim: Claim, figure: Claim) -> bool:
    """Tell whether one is to come and the other was, or they moved in other ways: "to fall 12 percent", "fell by 5 last year"."""
    ours, theirs = _lead(claim), _lead(figure)
    if {ours.direction, theirs.direction} == _OPPOSITE and ours.part == theirs.part == "change":
        return True
    if claim.stance in _TO_COME and figure.stance == "asserted":
        return claim.kind not in COUNTS and _has_moved(figure)
    way = theirs.direction
    if way is None or figure.stance not in _TO_COME or claim.stance != "asserted" or claim.kind in COUNTS:
        return False
    return not any(moves.directions().get(word) == way for word in wordings.words(claim.sentence.text))


def _how_far(figure: Claim) -> str:
    """Tell whether a figure is how far something went ("by"), where it went ("to"), or may be either (empty)."""
    if figure.led.endswith(" by "):
        return "by"
    if _UP_TO.search(figure.led):
        return "to"
    lead = _lead(figure)
    return "by" if lead.part == "change" else "" if lead.direction else "to"


def _lead(figure: Claim) -> moves.Lead:
    return moves.lead(figure.sentence.within, figure.sentence.span.start, figure.phrase.start)


def _has_moved(figure: Claim) -> bool:
    """Tell whether a figure is told to have moved, or to have been traded: "[fell] by 5 percent", "[stood] at 120 yen"."""
    words = wordings.near(figure)[0].lower().split()
    done = any(lexicon.is_past(word) for word in words) and "to" not in words
    return (done or any(word in moves.directions() and lexicon.is_past(word) for word in words)) and _YET.isdisjoint(words)


def _are_of_other_terms(claim: Claim, figure: Claim) -> bool:
    """Tell whether the two are told in other terms: after so long, by how much and up to where, worth and paid, a way off."""
    if claim.kind == "duration":
        return otherwise.are_led_otherwise(claim, figure) or "modal" in claim.hedge_kinds - figure.hedge_kinds
    if claim.kind == "measure" and claim.quantity is not None and claim.quantity.unit in _LENGTHS:
        return len({_OFF.match(one.sentence.within, one.span.end) is None for one in (claim, figure)}) > 1
    if claim.kind != "money":
        return False
    far = {_how_far(one) for one in (claim, figure)}
    worth = figure.led.endswith(_WORTH) and not claim.led.endswith(_WORTH) and claim.role in sums.GIVEN - {"value"}
    return far == {"by", "to"} or worth


def _is_narrowed(claim: Claim, figure: Claim) -> bool:
    """Tell whether the headline tells of some, and the figure's sentence does not, or the words near the figure do alone."""
    ours, near = _IN_NAME.sub("", claim.sentence.text).lower(), wordings.near(figure)
    theirs = f"{figure.led} {near[1]} {near[2]}".lower()
    some = _stems(_SOME.findall(" ".join(near).lower()))
    return not (_stems(_NARROW.findall(ours)) <= _stems(theirs.split()) and some <= _stems(ours.split()))


def _stems(words: Sequence[str]) -> frozenset[str]:
    stems = (wordings.stem(word.strip(",.;:")) for word in words)
    return wordings.in_meaning(frozenset(stem.removesuffix("ly") for stem in stems))  # "weekly", "in the week"


def _are_of_other_spells(claim: Claim, figure: Claim, above: Sequence[Claim], body: Sequence[Claim]) -> bool:
    """Tell whether one is for a stretch of time that the other's sentence does not tell: "up 9% over three years"."""
    if _SINCE.search(claim.sentence.text) and not _SINCE.search(figure.sentence.text):
        return True
    if any(_is_over(one) for one in above if one is not claim and one.sentence is claim.sentence):
        return not any(one.kind == "duration" and one.sentence is figure.sentence for one in body)
    less = claim.value is not None and figure.value is not None and claim.value < figure.value
    return less and claim.kind not in SHARES and _FOR_YEARS.match(wordings.near(figure)[2]) is not None


def _is_over(figure: Claim) -> bool:
    return figure.kind == "duration" and _OVER.search(figure.led) is not None


def _is_of_another_voice(claim: Claim, figure: Claim) -> bool:
    """Tell whether the headline names who says so, and the figure's sentence does not: "12m tonnes, says union"."""
    told = claim.sentence.text
    said = _SAYS.search(told)
    if said is None:
        return False
    before = told[: said.start()].rstrip()
    words = told[said.end() :].split()[:2] if before.endswith((",", ":")) else before.rpartition(", ")[2].split()[-2:]
    named = wordings.in_meaning(frozenset(wordings.meaning(" ".join(words), 2)))
    span = figure.sentence.span
    told = figure.sentence.within[max(0, span.start - _FAR) : span.end]  # "he said"
    return bool(named) and not named & wordings.in_meaning(frozenset(wordings.meaning(told, 2)))


def _is_background(claim: Claim, figure: Claim) -> bool:
    """Tell whether a figure is told of long ago beside the news: "a driver who was sentenced to [six years] in 2019".

    Or before the news: "cut to two years", "a clerk who was jailed for five".
    """
    timed = (figure.first_day, figure.last_day) != (None, None) and not news.is_recent(figure)
    if _HAD.search(figure.led):
        return True
    return (timed or _CUT_TO.search(claim.led) is not None) and _WHO.search(figure.led) is not None


def _is_told_of_more(claim: Claim, figure: Claim, above: Sequence[Claim]) -> bool:
    """Tell whether a figure is another's of the headline, of one of several or of other hours, or more are told beside it."""
    if any(one is not claim and one.kind == figure.kind and one.value == figure.value for one in above):
        return True
    ours, theirs = ({*_IN_A.findall(one.sentence.text)} for one in (claim, figure))
    if (ours and theirs and not ours & theirs) or _THEIRS.match(figure.sentence.text):
        return True
    return claim.value is not None and figure.value is not None and claim.value > figure.value and ", too" in figure.sentence.text


def _is_reckoned(claim: Claim, figure: Claim, told: Sequence[Claim]) -> bool:
    """Tell whether a share makes one figure of the other: "a third had it back", "cut by a third", "half of it"."""
    ours, theirs = claim.value, figure.value
    if not ours or not theirs or claim.kind in SHARES:
        return False
    shares = [share for one in told if (share := _share(one, claim, figure))]
    made = [theirs * factor for share in shares for factor in (share, 1 - share, 1 + share)]
    made += [theirs / (1 - share) for share in shares if share < 1]
    return any(abs(ours - one) <= _NEAR * one for one in made)


def _share(one: Claim, claim: Claim, figure: Claim) -> Fraction | None:
    """Give a share that stands in the headline or where the figure is told, and is of nothing that it names itself."""
    if one.kind not in SHARES or one.value is None or one.counted or _OF_ITS.match(one.sentence.within, one.span.end):
        return None
    far = one.span.start - figure.span.start
    near = one.sentence is claim.sentence or (one.kind == "ratio" and one.sentence is not claim.sentence and -_FAR < far < _FAR)
    return one.value / (_HUNDRED if one.kind == "percent" else 1) if near else None
