"""Figures of a clause that its time does not reach by what they are: a line, a time and a figure go in, yes or no comes out.

a cost to come   "will mend 40 roofs by May at a cost of [$9 million]"
a whole          "sold two mills last year and laid off 40 of [1,900] men"
of the subject   "a broker who stole [$11 million] was jailed on Tuesday"
a decision       "passed a budget with tax rises of [4 billion] on Thursday"
what is so       "sent back images on Thursday of a crater [90 km] across"
"""

from __future__ import annotations

from factcheck.claims import Line
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_COST = pattern(r"\bat (?:a|the) (?:total |estimated )?cost of\b")
_PLANNED = pattern(r"\b(?:will|would|shall|to|plans?|planned)\b")
_PART_OF = pattern(r"\d of \Z")
_OF_SUBJECT = pattern(
    r"(?<!of )\b(?:who|which|that(?= (?:(?:has|have|had|was|were|[a-z]+ly) )*(?:[a-z]+ed|<<grammar: past>>) )) [^,;:]*\Z"
)
_MAIN = pattern(r" (?:[^,;:()]{0,80}? )?(?:was|were|has been|have been) (?:[a-z]+(?:ed|en|ght|und)|<<grammar: past>>)\b")
_DECIDED = pattern(
    r"\b<<vows>> (?:(?:another|an extra|a further|up to|an additional) )*\Z"
    r"|\b<<enacted>> "
    r"(?:an?|the|its|his|her|their) (?:[^,;:]{0,60}[ (])?(?<! by )\Z"
)
_SO = pattern(r"(?: \([^()]{1,24}\))? (?:across|wide|long|deep|high|tall|thick|away|in diameter)\b")
_SIZES = frozenset({"measure"})
_NEAR = 90


def is_out_of_reach(line: Line, time: Mention, figure: Mention) -> bool:
    """Tell whether a figure is none of those of its clause that a time is for."""
    text, start, at = line.sentence.within, line.sentence.span.start, figure.start
    led = max(start, at - _NEAR)
    if figure.kind in _SIZES and _SO.match(text, figure.span.end):
        return True
    if time.span.end <= at:
        planned = _PLANNED.search(text, start, time.span.start) is not None
        return (planned and _COST.search(text, time.span.end, at) is not None) or _PART_OF.search(text, led, at) is not None
    if _OF_SUBJECT.search(text, led, at) and _MAIN.match(text, figure.span.end, time.span.start):
        return True
    return figure.kind != "percent" and _DECIDED.search(text, led, at) is not None
