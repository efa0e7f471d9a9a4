"""Figures of a clause that its time does not reach by what they are: a line, a time and a figure go in, yes or no comes out.

what was done    "was jailed on Monday for causing the deaths of [five]"
a cost to come   "will mend 40 roofs by May at a cost of [$9 million]"
a whole          "sold two mills last year and laid off 40 of [1,900] men"
of the subject   "a broker who stole [$11 million] was jailed on Tuesday"
a decision       "passed a budget with tax rises of [4 billion] on Thursday"
what it is like  "ran through the [19-kilometre] tunnel on Monday"
what is so       "sent back images on Thursday of a crater [90 km] across"
a whole          "a charge of [4 million], most of it this year"
another verb's   "will cost [700] jobs and save 350 million a year from 2026"
a sum so far     "was raised on Monday by 2 million, bringing it to [9 million]"
what is compared "twice as many as in January, and [19] died", "fell [39 percent] on tough comparisons to last year"
what came since  "In 2021 it voted for 40 schools; so far, [nine] have been built"
"""

from __future__ import annotations

from factcheck.claims import Line
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_JUDGED = pattern(r"\b<<verdicts>>\b")
_FOR_DEED = pattern(r"\b(?:for|over|of|with) (?:the )?(?:[a-z]{3,}ing|deaths?|murders?|killings?) [^;:]*\Z")
"""Between the day of a verdict and a figure of what was done: "was jailed on Monday [for causing the deaths of] five"."""
_COST = pattern(r"\bat (?:a|the) (?:total |estimated )?cost of\b")
_PLANNED = pattern(r"\b(?:will|would|shall|to|plans?|planned)\b")
_PART_OF = pattern(r"\d of \Z")
_OF_SUBJECT = pattern(
    r"(?<!of )\b(?:who|which|that(?= (?:(?:<<has>>|was|were|[a-z]+ly) )*(?:[a-z]+ed|<<grammar: past>>) )) [^,;:]*\Z"
)
_OF_HOPE = pattern(r"\bthat (?:would|could|will) [^,;:]*\Z")
_DID = pattern(r" [^,;:()]{0,60}?\b(?:[a-z]{2,}ed|<<grammar: past>>)\b")
_HAS = pattern(r"\b(?:has|have|owns?|employs?|runs?|holds?) (?:<<about>> )*\Z")
_AND_DID = pattern(r" and (?:[a-z]{2,}ed|<<grammar: past>>) ")
"""Between what somebody has and a time, what was done then: "has [161] rooms [and passed] its last test in 2021"."""
_MAIN = pattern(r" (?:[^,;:()]{0,80}? )?(?:was|were|has been|have been) (?:[a-z]+(?:ed|en|ght|und)|<<grammar: past>>)\b")
_DECIDED = pattern(
    r"\b<<vows>> (?:(?:another|an extra|a further|up to|an additional) )*\Z"
    r"|\b<<enacted>> "
    r"<<determiner>> (?:[^,;:]{0,60}[ (])?(?<! by )\Z"
)
_SO = pattern(r"(?: \([^()]{1,24}\))? (?:across|wide|long|deep|high|tall|thick|away|in diameter)\b")
_SIZES = frozenset({"measure"})
_HOME_OF = pattern(r"\b(?:<<settlements>>|county|district) of (?:<<about>> )?\Z")
_OF_PART = pattern(
    r", (?:most|some|much|half|part|all|[\d.,]*\d(?: [mb]illion)?|<<counts>>) of (?:an?|it|them|which|whom)\b[^,;:]*\Z"
)
"""Between a figure and the time of what is only a part of it: "a charge of [4 million], most of it this year"."""
_AND_DO = pattern(r" and (?!<<determiner>> |<<about>> )[a-z]+ ")
"""Behind a time to which one thing lasts, before another: "would last until 2029 [and cost] 9 million"."""
_AND_OPENS = pattern(r" and (?:re)?(?:<<grammar: coming>>|finish|launch) (?:(?:in|on|by|at) )?\Z")
"""Between a figure and the time of another verb: "will cost [900 million] and open in 2029"."""
_COMES_TO = r", <<bringing>> [^,;:]*"
_COMING = pattern(rf"{_COMES_TO}\Z")
_COME = pattern(rf"{_COMES_TO}\bto (?:(?:<<about>>|<<bounds>>) )*\Z")
_TO = pattern(r" to\b")
"""Before and behind a time, of what something comes to: "was up 5 percent, taking its rise this year to 9"."""
_BEGINS = pattern(r" and (?!(?:<<about>>|another|more|a) )[a-z]+ (?:<<about>> )*(?:[$€£]|\d|<<counts>>\b)[^,;:]* from \Z")
"""Between a figure and the time from which another is: "cost [700] jobs and save 350 million a year from 2026"."""
_COMPARED = pattern(
    r"(?:\bthan|\bas (?:many|much|high|low|large|big|often) as|\b[Cc]ompar(?:ed|ing|isons?) (?:with|to))"
    r" (?:(?:in|on|during|at) )?(?:the )?\Z"
)
_WHEN = pattern(r",? when\b")
_COMPARISONS = pattern(r"\bcomparisons? (?:with|to) (?:the )?\Z")
_SINCE_THEN = pattern(
    r"; (?:[^;]* )?(?:has|have)\b|(?:;|, (?:and|but|while|yet|though)) (?:so far|to date|until now|by now|since then)\b"
)
_HAD_BEFORE = pattern(r", (?:who|which) had (?:[a-z]+ly |also |once )?[a-z]+(?:ed|en)?\b[^,;]*\Z")
"""Between a time and what somebody had done before it: "In May it hired Poe, [who had won] nine races"."""
_NEAR, _FAR = 90, 200


def is_out_of_reach(line: Line, time: Mention, figure: Mention) -> bool:
    """Tell whether a figure is none of those of its clause that a time is for."""
    if figure.kind in _SIZES and "-" in line.sentence.within[figure.span.start : figure.span.end]:
        return True  # "ran through the 19-kilometre tunnel on Monday"
    if _HOME_OF.search(line.sentence.within, line.sentence.near(figure.start), figure.start):
        return True  # "was tried on Monday in this town of 4,000"
    if figure.kind in _SIZES and _SO.match(line.sentence.within, figure.span.end):
        return True
    return _does_not_go_on(line, time, figure) if time.span.end <= figure.start else _does_not_go_back(line, time, figure)


def _does_not_go_on(line: Line, time: Mention, figure: Mention) -> bool:
    """Tell whether a figure behind a time is none that the time is for."""
    text, start, at = line.sentence.within, line.sentence.span.start, figure.start
    near, between = max(start, time.span.start - _NEAR), (time.span.end, at)
    if _COMPARED.search(text, near, time.span.start) and not _WHEN.match(text, time.span.end):
        return True
    if _SINCE_THEN.search(text, *between) or _HAD_BEFORE.search(text, *between):
        return True
    if _FOR_DEED.search(text, *between) and _JUDGED.search(text, near, at):
        return True
    if time.days is not None and time.days.form == "until" and _AND_DO.match(text, time.span.end):
        return True
    if _PART_OF.search(text, max(start, at - _NEAR), at) or _COME.search(text, max(time.span.end, at - _FAR), at):
        return True
    return _COST.search(text, *between) is not None and _PLANNED.search(text, start, time.span.start) is not None


def _does_not_go_back(line: Line, time: Mention, figure: Mention) -> bool:
    """Tell whether a figure before a time is none that the time is for."""
    text, at = line.sentence.within, figure.start
    led, behind = (max(line.sentence.span.start, at - _NEAR), at), (figure.span.end, time.span.start)
    between = text[max(figure.span.end, time.span.start - _FAR) : time.span.start]
    if any(each.search(between) for each in (_COMPARISONS, _OF_PART, _BEGINS, _AND_OPENS)):
        return True
    if _COMING.search(between) and _TO.match(text, time.span.end):
        return True
    if _OF_HOPE.search(text, *led) and _DID.match(text, *behind):  # "a tax that would have raised [9 million] failed in May"
        return True
    if (_HAS.search(text, *led) and _AND_DID.search(between)) or (_OF_SUBJECT.search(text, *led) and _MAIN.match(text, *behind)):
        return True
    done = time.days is not None and time.days.form == "by"  # "promised 40 homes by 2030"
    return figure.kind != "percent" and not done and _DECIDED.search(text, *led) is not None
