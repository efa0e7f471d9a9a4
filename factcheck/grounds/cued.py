"""The figure that a cue makes a part: right behind "including", before "of them", or in the clause that "of those" opens.

A cue goes in, with the figures about it; one of them comes out, or none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from factcheck.claims import SUMS, Claim, Line
from factcheck.grounds import siblings
from factcheck.grounds.tellings import machines
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_NEAR = pattern(r"[ ,]*(?:(?:<<determiner>>|also|a total of|at least) +)*")
_ONE_AND = pattern(r" (?:<<determiner>> )?(?:[\w’'-]+ ){1,5}?and (?:<<determiner>> )?")
"""Between "including" and a part, where one comes first: "including [a mother and her] two sons"."""
_ONE_COMMA = pattern(r" <<determiner>> (?:(?:[\w’'-]+|No\. \d+) ){0,6}?(?:[\w’'-]+, )+")
_LISTED = pattern(r"(?:,| and|,? (?:--|—|–)) ")
"""The same where more than one part follows: "including [the mayor, ]two judges and a clerk"."""
_OPENS = pattern(r"(?:[,;:—–(]|\band|\A)\s*\Z")

_FAR = pattern(r"(?! (?:who|that|which|with|in|at|from)\b)(?![^,]* (?:whole|entire|all|across)\b)[^.;:()“”\"]{0,40}")
_CLAUSE = pattern(
    r"(?: [\w’'-]+){1,3}? (?:<<has>> (?:already |so far |since )?[a-z]+|[a-z]+ed|paid|spent|gave|got|kept|lost|put) "
    r"|(?! (?:<<definite>> )?(?:[a-z]+e[sr]t?|first|last|main|other)\b)(?: [\w’'-]+){1,4} <<taking>> (?:<<about>> )?"
)
"""From a whole to a part with its own verb: somebody who took, kept or paid some of it."""
_SO_MANY = pattern(r" (?:\d|<<counts>>\b)")
_IS_KNOWN = pattern(r" (?:so |too |very )?(?:little|nothing|much|less|more) (?:(?:<<is>>|can be|has been) )?(?:yet )?[a-z]+")
_OF_AN_AGE = pattern(r" (?:(?:aged|over|under|above|below|between|born|older|younger|up to) )+(?:than )?(?:\d|<<counts>>\b|in )")
"""Behind a cue: the number of those, or how old they are."""
_SEVERAL = ("them", "whom", "which", "those", "these")


def is_of_several(line: Line, cue: Mention) -> bool:
    """Tell whether a cue ends in a word for several: "of them", "of whom"."""
    return line.sentence.within.endswith(_SEVERAL, cue.span.start, cue.span.end)


def names_another(line: Line, cue: Mention, part: Claim) -> bool:
    """Tell whether a cue names itself of what it tells a part: "60 of those [238]", "Of those [over 60], 12 came".

    Nor is it one in "61 of which [too little is known]".
    """
    if _IS_KNOWN.match(line.sentence.within, cue.span.end, line.sentence.span.end):
        return True
    behind = _SO_MANY if part.span.end <= cue.span.start else _OF_AN_AGE
    return behind.match(line.sentence.within, cue.span.end, line.sentence.span.end) is not None


def part(line: Line, cue: Mention, here: Sequence[Claim], fields: Mapping[str, Any]) -> Claim | None:
    """Give the figure that the cue makes a part: the one directly behind it, or before it ("600 of them")."""
    text = line.sentence.within
    behind = next((figure for figure in here if figure.phrase.start >= cue.span.end), None)
    follows = behind is not None and _NEAR.fullmatch(text, cue.span.end, behind.phrase.start) is not None
    for figure in here if is_of_several(line, cue) else ():  # "$52 million including debt" has its part
        is_sum = follows and figure.kind in SUMS  # "$52 million of which $40 million"
        if figure.span.end < cue.span.start and not is_sum and not text[figure.span.end : cue.span.start].strip():
            return figure
    if behind is None or machines.is_trait(behind):
        return None
    gap = cue.span.end, behind.phrase.start
    near = _NEAR.fullmatch(text, *gap) or (_ONE_AND.fullmatch(text, *gap) and not siblings.VERB.match(text, behind.phrase.end))
    near = near or (_ONE_COMMA.fullmatch(text, *gap) and _LISTED.match(text, behind.phrase.end))
    far = _FAR if fields["reach"] == "paragraph" and "same_noun" not in fields else _CLAUSE if "clause" in fields else None
    if far is None or (far is _CLAUSE and near):
        return behind if near else None
    opens = _OPENS.search(text[line.sentence.span.start : cue.span.start])
    return behind if opens and far.fullmatch(text, cue.span.end, behind.phrase.start) else None
