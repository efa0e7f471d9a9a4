"""What leads from a sum, a share or a measure to its noun: "half [of the] farms", "half [its] value", "[a record] €40 loan".

A text and a figure go in; the words that lead on, or whether an article announces the noun, come out.
"""

from __future__ import annotations

import re
from functools import cache

from factcheck import lexicon
from factcheck.claims.phrases.nouns import PLURAL
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_OF_AMOUNT = pattern(r"(?: \([^()]{1,24}\)|\))? (of|in|worth of)((?: (?:<<determiner>>|all|total(?= [a-z]{3})|new))*)\b")
_THE = pattern(r"()( <<definite>>)\b(?! (?:of|most|one|best)\b)")
"""Behind a share without "of": "half [its] value", "half [the] patients"."""
_ATTRIBUTIVE = pattern(
    r"\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]his|[Aa]nother"
    r"|(?<!\b[Ii]t)(?<!\b[Tt]hat)(?<!\b[Hh]e)(?<!\b[Tt]here)(?<!\b[Ww]hat)[’']s) ((?:[a-z-]+ ){0,2})\Z"
)
_LOOK = 30
"""Code points in which an article stands before a sum."""
_UNIT = 12
"""Code points of a unit."""


def of(text: str, figure: Mention, stop: int) -> re.Match[str] | None:
    """Give what leads from a figure to its noun: "half [of the] farms", "half [its] value"; a length of time is in nothing."""
    of = _OF_AMOUNT.match(text, figure.span.end, stop)
    if of is not None and of[1] == "in" and figure.kind == "duration":
        return None  # "every three weeks in a bid to"
    return of or (_THE.match(text, figure.span.end, stop) if figure.kind == "ratio" else None)


def is_so(text: str, figure: Mention) -> bool:
    """Tell whether an article before a sum announces its noun: "a record €40 million [loan]"; a verb between does not.

    The unit of a measure that is told of a noun has no plural: "the peak lies 900 miles west".
    """
    start, end = figure.start, figure.span.end
    if figure.kind in ("measure", "duration") and PLURAL.search(text, max(start, end - _UNIT), end):
        return False
    led = _ATTRIBUTIVE.search(text, max(0, start - _LOOK), start)
    led = led or _ATTRIBUTIVE.search(text, start, figure.span.start)  # "about a 40 percent share"
    return led is not None and lexicon.words("grammar", "stops").isdisjoint(led[1].split())


@cache
def ranked() -> re.Pattern[str]:
    """Give what reads the number of those that a share is of by their rank: "a third of the [largest 40] mills"."""
    words = lexicon.alternatives(lexicon.forms("numbers"))
    return pattern(
        r"(?: [\w-]+(?:[’']s|s[’']))? (?:top|last|first|next|past|leading|other|remaining|[a-z]+est)"
        rf" (?:\d[\d,.]*(?: (?:thousand|million|billion))?|(?:{words})(?:-(?:{words}))?)(?= [A-Za-z])"
    )
