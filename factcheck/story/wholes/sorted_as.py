"""Links from some of those told right before to all of them, by what they were: "Twelve people died. [Four] were children".

The some have no noun of their own and open their sentence with a form of "be", behind which stands what they are: people of a
sort. The sentence right before counts people by what befell them, in one number alone, which is larger. To be children is
nothing that was done to them, so that they have the role of all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck import lexicon
from factcheck.claims import COUNTS, Claim, Line
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.wholes import members

KIND = members.KIND
ROUND = 3
ONE = members.ONE
INHERITS = members.INHERITS | {"roles"}

_OPENS = pattern(r"[“\"]?(?:(?:<<About>>|<<Bounds>>) )*")
_WERE = pattern(
    r" (?:were|are|was|is) (?:(?:an?|all|also|young|small|elderly|local) )*([a-z]+)(?: aged? [^.;]{1,30}| under [\w-]+)?[.,;]"
)


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of figures that have none yet, in text order."""
    tied = {link.one for link in links}
    for at, (whole, part) in enumerate(pairwise(figures), 1):
        if part.id not in tied and _are_some(whole, part) and _is_alone(whole, figures[:at]):
            yield Link(KIND, part.id, whole.id, "what some of those before were", members.PART)


def _are_some(whole: Claim, part: Claim) -> bool:
    """Tell whether a number that opens its sentence says what some of those before were, of whom there are more."""
    if part.counted is not None or part.kind not in COUNTS or whole.kind not in COUNTS or part.sentence.kind != "body":
        return False
    if not any(map(lexicon.counts_people, whole.roles)) or not 0 < (part.value or 0) < (whole.value or 0):
        return False
    text, start = part.sentence.within, part.sentence.span.start
    if whole.sentence is part.sentence or text[whole.sentence.span.end : start].strip(' ”"') or text[start - 1] == "\n":
        return False
    told = _WERE.match(text, part.span.end) if _OPENS.fullmatch(text, start, part.phrase.start) else None
    return told is not None and lexicon.is_person(told[1])


def _is_alone(whole: Claim, before: Sequence[Claim]) -> bool:
    """Tell whether a number is the only one of its sentence that counts anything."""
    return not any(each.sentence is whole.sentence and each.kind in COUNTS and each is not whole for each in before)
