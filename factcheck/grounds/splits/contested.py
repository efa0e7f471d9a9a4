"""Whether two shares are those of a contest, where no word of their sentence says so: "By a wider margin ... (61% to 28%)".

Two claims of one sentence go in, yes or no comes out.
"""

from __future__ import annotations

from factcheck.claims import Claim
from factcheck.patterns import pattern

_BY_MARGIN = pattern(r"[“\"]?By an? (?:[a-z]+ )?<<margin-widths>> margin\b")
_HAD = pattern(r"[A-Z][\w’'-]+ (?:has|had|won|got|took) (?:<<about>> )?\Z")
_TO_ANOTHERS = pattern(r" to [A-Z][\w’'-]*(?:[’']s|s[’']) (?:<<about>> )?")
_POLLED = pattern(r"(?i)\b<<polled>>\b")
_SEVERAL = pattern(r"(?i)\b(?:<<several-at-once>>|<<rated>>)\b")
_BEFORE = 160
"""Code points before a sentence in which the contest may be told."""


def are_sides(first: Claim, second: Claim) -> bool:
    """Tell whether a margin opens the sentence, or two have shares of a vote told of right before: "51 percent to Lull’s 48"."""
    if _BY_MARGIN.match(first.led):
        return True
    text, sentence = first.sentence.within, first.sentence.span
    if not _HAD.search(first.led) or not _TO_ANOTHERS.fullmatch(text, first.span.end, second.phrase.start):
        return False
    near = text, max(0, sentence.start - _BEFORE), sentence.end
    return _POLLED.search(*near) is not None and _SEVERAL.search(*near) is None
