"""Links between a lead in points and its two shares: "by 18 points (58 percent to 40 percent)", "52 to 45, a 7-point lead".

Nothing may stand between the lead and the shares but what the lead is called, and a verb of leading must lead to it: "her lead
fell by 7 points" tells of a change, and "won by 7 points in the north, 51 percent to 41 percent in all" of two votes. Who trails
has the smaller share first, and both are read as one figure then: "trails by 5 points, 41 percent to 46 percent". What a clause
or a sentence of its own tells behind the shares is found in a room of its own (ahead).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck import lexicon
from factcheck.claims import COUNTS, Claim, Line, moves, series
from factcheck.grounds.splits import ahead
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "lead"
ROUND = 1
ONE = True
INHERITS: frozenset[str] = frozenset()
PARTS = ("margin", "other", "margin of both")
"""Of the first of two shares: by how much the one is ahead, and the second share; of both, told as one figure: the first."""

_TO = pattern(r" to (?:(?:<<definite>>|[A-Z][\w’'.-]*) )?|[-–]")
_POINTS = r"(?:[- ]?(?:percentage)?[- ]?points?)?"
_LEAD = r"(?:lead|margin|advantage|edge|majority|victory|win)"
_THEN_SHARES = pattern(rf"{_POINTS}(?: {_LEAD})?(?: over [^,;:()\d]{{1,40}})?(?:, | \(| - | -- | – | — |: )(?:by )?")
_CALLED = pattern(rf"{_POINTS} (?:margin|majority)\b")
_LED = pattern(
    r"\b(?:<<leading>>|won|wins|win|victory|carried|took|preferr?(?:ed|s)?|advantage|edge)\b(?P<rest>[^.;:()]{0,90})\Z"
)
_BY = pattern(r"\b(?:by|with|had|has|of)(?: an?| just| only| <<about>>)* \Z")
_THEN_LEAD = pattern(rf"(?:\)?, (?:for |giving (?:him|her|them) )?an? (?:{_LEAD} of )?|, leading by )(?:<<about>> )?")
_ENDS = pattern(rf"{_POINTS}(?: {_LEAD})?(?: over [^,;:()\d]{{1,40}})?(?=[.,;)]|\Z)")
_SHARES_END = pattern(r" ?(?:[.;:)—–]|,(?! (?:<<more-or-less>>|<<reckoned-by>>|in (?:two|several|different))\b)|--|\Z)")
_WORD = pattern(r"[a-z]+")
_BACK = 140
_NEXT = 4
"""Code points between two sentences: they may be of two paragraphs."""
_WHOLE, _HALF = 101, 50


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of each lead that stands right before or behind two shares, in text order."""
    sentences = list(series.by_sentence(figures))
    for here in sentences:
        for at in range(len(here) - 2):
            one, middle, last = here[at : at + 3]
            for margin, first, second, fits in ((one, middle, last, _opens), (last, one, middle, _closes)):
                if _is_margin(margin) and _are_shares(first, second) and fits(margin, first, second):
                    yield from _linked(margin, first, second)
        for margin, sides in pairwise(here):
            both = "sides" in sides.forms and sum(sides.ends or ()) <= _WHOLE
            if both and _is_margin(margin) and _opens(margin, sides, sides):
                yield Link(KIND, margin.id, sides.id, "a lead and its two shares", "margin of both")
    for lead in _told_apart(sentences):
        yield from _linked(*lead)


def _linked(margin: Claim, first: Claim, second: Claim) -> Iterator[Link]:
    yield Link(KIND, margin.id, first.id, "a lead and its two shares", "margin")
    yield Link(KIND, second.id, first.id, "a lead and its two shares", "other")


def _told_apart(sentences: Sequence[Sequence[Claim]]) -> Iterator[ahead.Lead]:
    """Give the leads that a clause or a sentence of its own tells behind the two shares."""
    earlier: Sequence[Claim] = ()
    for here in sentences:
        if any(map(_is_margin, here)):
            near = earlier if earlier and 0 <= here[0].sentence.span.start - earlier[0].sentence.span.end <= _NEXT else ()
            yield from (lead for lead in (*ahead.named(here), *ahead.left(here, near)) if _is_margin(lead[0]))
            for shares in pairwise(near) if _is_margin(here[0]) else ():
                if _are_shares(*shares) and _led(shares[0], shares[0].phrase.start) is not None:
                    told = ahead.told_next(shares, near, here)
                    yield from [told] if told else ()
        earlier = here


def _is_margin(figure: Claim) -> bool:
    """Tell whether a figure can be a lead in points: "three points", "a 12-point lead"."""
    counted = figure.kind in COUNTS and (figure.counted or "").startswith("point")
    return (counted or figure.kind == "points") and figure.value is not None and figure.value < _HALF


def _are_shares(first: Claim, second: Claim) -> bool:
    """Tell whether two figures can be the shares of two sides: in percent, or bare ("47 to 25")."""
    told = (first, second)
    if any(figure.value is None or (figure.counted is not None and not figure.counted[0].isupper()) for figure in told):
        return False
    if not all(figure.kind == "percent" or figure.kind in COUNTS for figure in told) or "denied" in (first.stance, second.stance):
        return False
    whole = sum(figure.value for figure in told if figure.value is not None)
    return whole <= _WHOLE and _TO.fullmatch(first.sentence.within, first.span.end, second.phrase.start) is not None


def _opens(margin: Claim, first: Claim, second: Claim) -> bool:
    """Tell whether the lead stands right before the shares: "by 18 points (58 percent to 40 percent)"."""
    text, stop = margin.sentence.within, margin.sentence.span.end
    if not _THEN_SHARES.fullmatch(text, margin.span.end, first.phrase.start) or not _SHARES_END.match(
        text, second.span.end, stop
    ):
        return False
    called = _CALLED.match(text, margin.span.end, first.phrase.start) is not None  # "they say by an 18-point margin"
    led = "" if called else _led(margin, margin.phrase.start)
    return led is not None and _BY.search(text, margin.sentence.near(margin.phrase.start), margin.phrase.start) is not None


def _closes(margin: Claim, first: Claim, second: Claim) -> bool:
    """Tell whether the lead stands right behind the shares: "52 percent to 45 percent, a 7-point lead"."""
    text, stop = margin.sentence.within, margin.sentence.span.end
    behind = _THEN_LEAD.fullmatch(text, second.span.end, margin.phrase.start) is not None
    return behind and _ENDS.match(text, margin.span.end, stop) is not None and _led(first, first.phrase.start) is not None


def _led(figure: Claim, stop: int) -> str | None:
    """Give the words from a verb of leading up to a figure, where none of them tells of a change."""
    led = _LED.search(figure.sentence.within, max(figure.sentence.span.start, stop - _BACK), stop)
    words = _WORD.findall(led["rest"].lower()) if led else []
    moved = not (moves.directions().keys().isdisjoint(words) and lexicon.words("sides", "rates").isdisjoint(words))
    return led["rest"] if led and not moved else None
